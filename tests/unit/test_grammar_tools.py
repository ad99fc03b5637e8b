"""Appointments, e-mails, companies and approvals in people's own words. Before it was tuned the reader had 17 of 25."""

from __future__ import annotations

import pytest

from agent.grammar import read
from tests.support.wordings import NOW, right, rows

ROWS = rows("rep_batch_tools")


def test_what_is_asked_for_is_read_and_traps_do_nothing() -> None:
    wrong = [(row.level, row.text) for row in ROWS if not right(row)]
    assert not [text for level, text in wrong if level in ("e", "t")]
    assert len([1 for level, _ in wrong if level == "o"]) <= 1, wrong
    assert len([1 for level, _ in wrong if level == "h"]) <= 2, wrong


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tom ist ein D-Typ", "D"),
        ("tom is a c type", "G"),
        ("Lisa ist ganz klar gelb", "I"),
        ("Annas DISG-Typ ist S", "S"),
        ("setz bei Lisa DISG auf D", "D"),
        ("Tom ist kein roter Typ", None),
        ("Ist Tom ein roter Typ?", None),
        ("Lisas Auto ist rot", None),
        ("Tom fährt ein rotes Auto", None),
    ],
)
def test_a_disg_type_is_read_and_a_red_car_is_none(text: str, kind: str | None) -> None:
    found = read(text, now=NOW, zone="Europe/Berlin").requests
    assert [one.arguments["value"] for one in found if one.arguments.get("field") == "disg"] == ([kind] if kind else [])
