"""Until when a lead wants to be left in peace, in her own words, and that her rep's list keeps to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from agent.analysis import analyse
from agent.lead_away import AWAY, back_at
from sequences import followups
from sequences.followups import NotNow, Standing

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ich bin bis zum 6. Dezember im Urlaub", "2026-12-07"),
        ("Bin bis 6.12. verreist, meldet euch danach", "2026-12-07"),
        ("Melde dich nach dem 6. Dezember wieder", "2026-12-06"),
        ("Bin bis Montag nicht da", "2026-11-30"),
        ("I am on holiday until 6 December", "2026-12-07"),
        ("Melde dich in zwei Wochen nochmal", "2026-12-09"),
        ("Gerade passt es nicht, später gern", None),
        ("Bis 1.9.2027 bin ich auf Weltreise", None),
    ],
)
def test_the_day_she_names(text: str, day: str | None) -> None:
    found = back_at(text, NOW, "Europe/Berlin")
    assert (found.date().isoformat() if found else None) == day
    assert found is None or (found.hour == 9 and found > NOW)


@pytest.mark.parametrize("text", ["Bin bis Montag nicht da", "Sind im Urlaub bis 6.12.", "Bin krank bis Freitag"])
def test_who_says_she_is_gone_is_away(text: str) -> None:
    assert analyse(text, channel="whatsapp", language="de").intent in AWAY


def test_her_day_decides_when_she_is_next() -> None:
    back = back_at("Ich bin bis zum 6. Dezember im Urlaub", NOW, "Europe/Berlin")
    said = Standing(1, "Anna", intent="later", last_inbound_at=NOW, created_at=NOW, away_until=back)
    assert followups.judge(said, NOW) == NotNow("asked_for_time", {"wrote": NOW.isoformat(), "intent": "later"}, back)
    usual = followups.judge(replace(said, away_until=None), NOW)
    assert isinstance(usual, NotNow) and usual.until is not None and back is not None and usual.until < back
