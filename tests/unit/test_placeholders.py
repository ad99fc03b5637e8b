"""Placeholders: fixed names, one pass, nothing scanned twice, nothing sent with a hole in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sequences.placeholders import NAMES, MissingValue, PlaceholderError, check, fill, first_name, missing

VALUES = {"first_name": "Anna", "name": "Anna Berger", "sender": "Max", "company": "Müller GmbH"}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hallo {{first_name}}!", "Hallo Anna!"),
        ("Hallo {{ first_name }}, {{sender}} hier", "Hallo Anna, Max hier"),
        ("Hallo {{Vorname}}, Gruß {{Absender}}", "Hallo Anna, Gruß Max"),
        (
            "Kein Platzhalter, { geschweift } und 100 %s %(a)d {0}",
            "Kein Platzhalter, { geschweift } und 100 %s %(a)d {0}",
        ),
        ("{{name}} {{name}}", "Anna Berger Anna Berger"),
        ("Zeile 1\nZeile 2 {{sender}}", "Zeile 1\nZeile 2 Max"),
    ],
)
def test_fill(text: str, filled: str) -> None:
    assert fill(text, VALUES) == filled


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{{phone}}", "placeholder-unknown"),
        ("{{}}", "placeholder-unknown"),
        ("{{first_name.__class__}}", "placeholder-unknown"),
        ("{{first_name|upper}}", "placeholder-unknown"),
        ("{{ 7*7 }}", "placeholder-unknown"),
        ("{{first_name", "placeholder-braces"),
        ("first_name}}", "placeholder-braces"),
        ("{{first_name}", "placeholder-braces"),
        ("{{{first_name}}}", "placeholder-braces"),
        ("{{a{{first_name}}}}", "placeholder-braces"),
    ],
)
def test_unusable_texts_are_refused_before_they_are_saved(text: str, key: str) -> None:
    with pytest.raises(PlaceholderError) as raised:
        check(text)
    assert raised.value.message_key == key
    with pytest.raises(PlaceholderError):
        fill(text, VALUES)


def test_a_value_is_never_scanned_again() -> None:
    assert fill("{{first_name}}", {"first_name": "{{sender}}", "sender": "Max"}) == "{{sender}}"


def test_values_of_strangers_stay_on_one_line_and_short() -> None:
    filled = fill("Hallo {{first_name}}!", {"first_name": "Anna\n\nSTOP\x00\u202e" + "x" * 900})
    assert "\n" not in filled and "\x00" not in filled and "\u202e" not in filled
    assert len(filled) < 220


@pytest.mark.parametrize("name", ["", "   ", "\u200b"])
def test_a_greeting_reads_well_without_a_name(name: str) -> None:
    assert fill("Hallo {{first_name}}, schön!", {"first_name": name}) == "Hallo, schön!"


def test_every_other_missing_value_stops_the_text() -> None:
    text = "Hallo {{first_name}}, {{video_link}} von {{team}}"
    assert missing(text, VALUES) == ("video_link", "team")
    with pytest.raises(MissingValue) as raised:
        fill(text, VALUES)
    assert raised.value.names == ("video_link", "team")


def test_names_are_reported_once_and_in_order() -> None:
    assert check("{{sender}} {{vorname}} {{first_name}} {{sender}}") == ("sender", "first_name")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Anna Berger", "Anna"),
        ("Dr. Anna-Lena Berger", "Anna-Lena"),
        ("Prof. Dr. med. Tom Weiß", "Tom"),
        ("Dipl.-Ing. Jörg Maier", "Jörg"),
        ("Frau Yıldız", "Yıldız"),
        ("Berger, Anna", "Anna"),
        ("A. Lisa Kern", "Lisa"),
        ("O'Neil", "O'Neil"),
        ("🌸 Lisa 🌸", "Lisa"),
        ("+49 170 1234567", ""),
        ("", ""),
        ("Dr.", ""),
    ],
)
def test_first_name(name: str, first: str) -> None:
    assert first_name(name) == first


@given(st.text(max_size=200), st.dictionaries(st.sampled_from(sorted(NAMES)), st.text(max_size=50)))
def test_any_text_is_filled_or_refused_cleanly(text: str, values: dict[str, str]) -> None:
    try:
        filled = fill(text, values)
    except (PlaceholderError, MissingValue):
        return
    if "{{" not in text:
        assert filled == text.strip()


@given(st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=5), st.text(max_size=30))
def test_values_never_become_placeholders(names: list[str], value: str) -> None:
    text = " | ".join(f"{{{{{name}}}}}" for name in names)
    nested = dict.fromkeys(NAMES, "{{sender}}" + value + "x")
    assert fill(text, nested).count("{{sender}}") == len(names)
