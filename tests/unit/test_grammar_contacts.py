"""What one's own leads are called is known by looking it up; a name that is a word too stays a word elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent import grammar
from tests.support.tables import table_of
from tests.support.wordings import NOW, ZONE

ROWS = table_of(Path(__file__).parent / "data" / "rep_contacts.yaml")


@pytest.mark.parametrize(("text", "names", "calls"), [(row[0], row[1], row[2:]) for row in ROWS])
def test_a_known_name_is_a_person(text: str, names: str, calls: list[dict[str, Any]]) -> None:
    found = set(names.split())
    assert found <= set(grammar.spoken(text)), "what is looked up holds every name"
    read = grammar.read(text, now=NOW, zone=ZONE, names=found)
    got = [{one.tool: {k: v for k, v in one.arguments.items() if v and k != "indirect"}} for one in read.requests]
    assert got == calls


def test_what_is_looked_up_stays_bounded_and_leaves_out_small_words() -> None:
    assert len(grammar.spoken(" ".join(f"wort{'x' * n}s" for n in range(500)))) <= 120
    assert set(grammar.spoken("Schreib der Jean-Luc's Tochter nicht, und mir")) >= {"jean", "luc"}
    assert not {"der", "nicht", "und", "mir"} & set(grammar.spoken("Schreib der Anna nicht, und mir"))
