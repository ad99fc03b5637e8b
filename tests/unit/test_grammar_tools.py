"""Appointments, e-mails, companies and approvals in people's own words. Before it was tuned the reader had 17 of 25."""

from __future__ import annotations

from tests.support.wordings import right, rows

ROWS = rows("rep_batch_tools")


def test_what_is_asked_for_is_read_and_traps_do_nothing() -> None:
    wrong = [(row.level, row.text) for row in ROWS if not right(row)]
    assert not [text for level, text in wrong if level in ("e", "t")]
    assert len([1 for level, _ in wrong if level == "o"]) <= 1, wrong
    assert len([1 for level, _ in wrong if level == "h"]) <= 2, wrong
