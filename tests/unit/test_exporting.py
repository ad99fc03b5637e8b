"""No cell of an export starts what a spreadsheet would run, whatever stands before it and on whichever line."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.web.exporting import csv_lines, neutral, shown
from channels.web.filters import from_query, to_query, told

DANGEROUS = "=+-@\t\r"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 151 2345678",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u200b=1",
        "\ufeff\u00a0=1",
        "\u2060\u200d +1",
        "＝1",
        "harmlos\n=1",
        "harmlos\r\n  @x",
        "harmlos\u2028=1",
        "|cmd",
        "%x",
    ],
)
def test_what_could_run_is_only_read(text: str) -> None:
    made = neutral(text)
    assert made != text and made.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize(
    "text", ["", "Anna Berger", "a=b", "1+1", "'schon", "Straße 5 - 7", "mail@example.org", "é", "😀"]
)
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_every_line_of_every_cell_of_a_file(row: list[str]) -> None:
    content = csv_lines([row])
    (read,) = csv.reader(io.StringIO(content, newline=""), delimiter=";")
    assert len(read) == len(row)
    for cell in read:
        for line in cell.replace("\r", "\n").split("\n"):
            assert line.lstrip(" \u200b\ufeff\u00a0")[:1] not in tuple("=+-@") or line[:1] == "'"


def test_values_in_words() -> None:
    assert shown(None) == "" and shown(True) == "1" and shown(85) == "85"
    assert shown(datetime(2026, 3, 1, 8, 5, 9, tzinfo=UTC)) == "2026-03-01T08:05+00:00"
    assert shown("a\x00b\x1bc\ud800") == "abc"


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"quality": "hot", "stage": "new", "channel": "email", "search": "ä&=", "owner": "7", "sort": "name"},
        {"sort": "last_inbound_at"},
    ],
)
def test_a_filter_and_its_address_say_the_same(query: dict[str, str]) -> None:
    assert told(from_query(query)) == query
    assert to_query(from_query(query)).startswith("?") is bool(query)


def test_an_address_that_makes_no_sense_filters_nothing() -> None:
    odd = {"quality": "heiß", "owner": "1 or 1=1", "sort": "password_hash", "stage": "x" * 99, "search": "y" * 999}
    found = from_query(odd)
    assert (found.quality, found.owner_id, found.sort, found.descending) == (None, None, "score", True)
    assert len(found.stage or "") == 40 and len(found.search) == 100
