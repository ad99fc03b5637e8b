"""Days are counted on the lead's wall clock, across summer time and year ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sequences.timing import due_at, local_days, zone_of

ZONES = ["Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]


def local(text: str, zone: str = "Europe/Berlin") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("start", "day", "zone", "expected"),
    [
        ("2026-03-03T10:00", 0, "Europe/Berlin", "2026-03-03T09:00Z"),
        ("2026-03-03T10:00", 2, "Europe/Berlin", "2026-03-05T09:00Z"),
        ("2026-03-28T10:00", 1, "Europe/Berlin", "2026-03-29T08:00Z"),
        ("2026-10-24T10:00", 1, "Europe/Berlin", "2026-10-25T09:00Z"),
        ("2026-03-28T02:30", 1, "Europe/Berlin", "2026-03-29T01:30Z"),
        ("2026-10-24T02:30", 1, "Europe/Berlin", "2026-10-25T00:30Z"),
        ("2026-12-31T23:30", 1, "Europe/Berlin", "2027-01-01T22:30Z"),
        ("2028-02-28T12:00", 1, "Europe/Zurich", "2028-02-29T11:00Z"),
        ("2026-01-31T12:00", 30, "Europe/Vienna", "2026-03-02T11:00Z"),
        ("2026-03-03T10:00", 1, "Mars/Olympus", "2026-03-04T09:00Z"),
    ],
)
def test_due_on_the_local_wall_clock(start: str, day: int, zone: str, expected: str) -> None:
    began = local(start, zone_of(zone).key)
    assert due_at(began.astimezone(UTC), day, zone) == datetime.fromisoformat(expected)


def test_the_second_of_two_equal_hours_starts_at_once() -> None:
    second = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))
    assert due_at(second, 0, "Europe/Berlin") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert due_at(second, 1, "Europe/Berlin") == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)
    # a day on which 02:30 comes twice again: the first of the two
    assert due_at(second, 371, "Europe/Berlin") == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_send_hour_replaces_the_time_of_day_but_not_the_start() -> None:
    start = datetime(2026, 3, 3, 20, 17, 5, tzinfo=UTC)
    assert due_at(start, 0, "Europe/Berlin", 9) == start
    assert due_at(start, 1, "Europe/Berlin", 9) == datetime(2026, 3, 4, 8, 0, tzinfo=UTC)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
    st.integers(1, 400),
    st.sampled_from(ZONES),
)
def test_wall_time_stays_and_steps_keep_their_order(start: datetime, day: int, zone: str) -> None:
    due = due_at(start, day, zone)
    began, there = start.astimezone(ZoneInfo(zone)), due.astimezone(ZoneInfo(zone))
    wanted = began.replace(tzinfo=None) + timedelta(days=day)
    assert timedelta(0) <= there.replace(tzinfo=None) - wanted <= timedelta(hours=1)
    assert due_at(start, day - 1, zone) < due
    assert local_days(start, due, zone) == (there.date() - began.date()).days


def test_local_days_change_at_local_midnight() -> None:
    start = local("2026-07-01T23:50")
    assert local_days(start, start + timedelta(minutes=5), "Europe/Berlin") == 0
    assert local_days(start, start + timedelta(minutes=15), "Europe/Berlin") == 1
    assert local_days(start, start + timedelta(minutes=15), "UTC") == 0
