"""Recurring times: what words mean, and that the wall clock stands over every change of the clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sequences import recurrence
from sequences.recurrence import Rule

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)  # a Wednesday, 10:30 in Berlin
BERLIN = "Europe/Berlin"


def times(text: str, count: int = 3) -> list[str]:
    found = recurrence.find(text, NOW, BERLIN)
    assert found is not None, text
    moment, told = NOW, []
    for _ in range(count):
        moment = recurrence.after(found.rule, moment, BERLIN)
        told.append(moment.astimezone(ZoneInfo(BERLIN)).strftime("%a %d.%m.%y %H:%M"))
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jeden Montag um 9", ["Mon 30.11.26 09:00", "Mon 07.12.26 09:00", "Mon 14.12.26 09:00"]),
        ("Montags um viertel nach acht", ["Mon 30.11.26 08:15", "Mon 07.12.26 08:15", "Mon 14.12.26 08:15"]),
        ("alle 2 Wochen", ["Wed 09.12.26 09:00", "Wed 23.12.26 09:00", "Wed 06.01.27 09:00"]),
        ("alle zwei Wochen freitags um 14 Uhr", ["Fri 27.11.26 14:00", "Fri 11.12.26 14:00", "Fri 25.12.26 14:00"]),
        ("every other Friday at 3pm", ["Fri 27.11.26 15:00", "Fri 11.12.26 15:00", "Fri 25.12.26 15:00"]),
        ("every first Monday of the month", ["Mon 07.12.26 09:00", "Mon 04.01.27 09:00", "Mon 01.02.27 09:00"]),
        ("am letzten Freitag im Monat um 16 Uhr", ["Fri 27.11.26 16:00", "Fri 25.12.26 16:00", "Fri 29.01.27 16:00"]),
        ("jeden Monat am 31. um 9", ["Mon 30.11.26 09:00", "Thu 31.12.26 09:00", "Sun 31.01.27 09:00"]),
        ("on the 1st of every month at 10", ["Tue 01.12.26 10:00", "Fri 01.01.27 10:00", "Mon 01.02.27 10:00"]),
        ("täglich um 7:45", ["Thu 26.11.26 07:45", "Fri 27.11.26 07:45", "Sat 28.11.26 07:45"]),
        ("werktags um 8", ["Thu 26.11.26 08:00", "Fri 27.11.26 08:00", "Mon 30.11.26 08:00"]),
        ("montags und donnerstags um 17 Uhr", ["Thu 26.11.26 17:00", "Mon 30.11.26 17:00", "Thu 03.12.26 17:00"]),
        ("every 3 days at noon", ["Wed 25.11.26 12:00", "Sat 28.11.26 12:00", "Tue 01.12.26 12:00"]),
        ("jeden Abend", ["Wed 25.11.26 18:00", "Thu 26.11.26 18:00", "Fri 27.11.26 18:00"]),
        ("jedes Jahr am 3. Dezember um 8", ["Thu 03.12.26 08:00", "Fri 03.12.27 08:00", "Sun 03.12.28 08:00"]),
    ],
)
def test_what_words_mean(text: str, expected: list[str]) -> None:
    assert times(text) == expected
    assert times(f"Erinnere mich {text} an den Müll") == expected


@pytest.mark.parametrize(
    "text",
    ["am Montag um 9", "nächsten Montag", "in 2 Wochen", "Schreib allen Leads", "alle Leads", "ersten Kunden anrufen",
     "jeder mag Kuchen", "", "every", "alle", "jedes Mal", "alle 0 Tage", "jedes Jahr"],
)  # fmt: skip
def test_what_does_not_recur(text: str) -> None:
    assert recurrence.find(text, NOW, BERLIN) is None


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Europe/London", "America/New_York", "Australia/Lord_Howe"])
def test_nine_stays_nine_over_every_change_of_the_clocks(zone: str) -> None:
    rule = Rule("day", hour=9, anchor="2026-01-01")
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    for _ in range(400):
        moment = recurrence.after(rule, moment, zone)
        local = moment.astimezone(ZoneInfo(zone))
        assert (local.hour, local.minute) == (9, 0)


rules = st.builds(
    Rule,
    unit=st.sampled_from(["day", "workday", "week", "month", "year"]),
    every=st.integers(1, 6),
    weekdays=st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True).map(lambda d: tuple(sorted(d))),
    ordinal=st.sampled_from([None, 1, 2, 3, 4, -1]),
    month_day=st.integers(1, 31),
    month=st.integers(1, 12),
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    anchor=st.dates(datetime(2026, 1, 1).date(), datetime(2026, 12, 31).date()).map(str),
)


@settings(deadline=None, max_examples=150)
@given(rules, st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC)))
def test_it_always_comes_round_later_and_survives_the_row(rule: Rule, now: datetime) -> None:
    first = recurrence.after(rule, now, BERLIN)
    assert first > now and recurrence.after(rule, first, BERLIN) > first
    assert first - now < timedelta(days=366 * 8)
    assert recurrence.from_json(recurrence.to_json(rule)) == rule


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    found = recurrence.find(text, NOW, BERLIN)
    assert found is None or 0 <= found.start < found.end <= len(text)
