"""When a lead is best reached: found within an hour from enough replies, honestly borrowed from everybody with few."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels import calendar
from sequences import best_time
from sequences.best_time import Said

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
ANYBODY = best_time.population([])


def habit(seed: int, zone: str, replies: int, spread: float = 1.0, noise: float = 0.15) -> tuple[int, list[datetime]]:
    """A favourite hour and replies around it over a year with both clock changes, some at any time of the day."""
    chance, place = random.Random(seed), ZoneInfo(zone)
    hour = chance.randrange(9, 20)
    found = []
    for _ in range(replies):
        day = datetime(2025, 11, 1, tzinfo=place) + timedelta(days=chance.randrange(380))
        at = chance.uniform(7, 22) if chance.random() < noise else hour + 0.5 + chance.gauss(0, spread)
        found.append((day + timedelta(hours=at % 24)).astimezone(UTC))
    return hour, found


@pytest.mark.parametrize("zone", ["Europe/Vienna", "Europe/London", "America/New_York", "Asia/Kolkata"])
def test_the_hour_is_found_within_one_hour(zone: str) -> None:
    for seed in range(200):
        hour, replies = habit(seed, zone, replies=20)
        found = best_time.best(replies, zone, ANYBODY)
        assert found.basis == "own" and found.replies == 20
        assert abs(found.hour - hour) <= 1, seed


def test_mostly_found_with_few_replies_already() -> None:
    good = 0
    for seed in range(300):
        hour, replies = habit(seed, "Europe/Berlin", replies=6)
        good += abs(best_time.best(replies, "Europe/Berlin", ANYBODY).hour - hour) <= 1
    assert good >= 270


@given(st.lists(st.datetimes(datetime(2025, 1, 1), datetime(2026, 11, 1), timezones=st.just(UTC)), max_size=4))
def test_under_five_replies_it_is_everybodys_hour_and_says_so(replies: list[datetime]) -> None:
    found = best_time.best(replies, "Europe/Berlin", ANYBODY)
    assert found.basis == "population" and found.hours == ANYBODY.hours
    assert found.hour == max(range(8, 21), key=lambda h: ANYBODY.hours[h])


def test_everybodys_hour_is_learnt_as_well() -> None:
    _, replies = habit(7, "Europe/Berlin", replies=400, noise=0)
    late = best_time.population([(at, "Europe/Berlin") for at in replies])
    hour, _ = habit(7, "Europe/Berlin", replies=0)
    assert abs(best_time.best([], "Europe/Berlin", late).hour - hour) <= 1


def test_midnight_is_no_edge_and_the_night_is_not_proposed() -> None:
    night = [datetime(2026, 6, d, 21, 50, tzinfo=UTC) for d in range(1, 20)]  # 23:50 in Berlin
    found = best_time.best(night, "Europe/Berlin", ANYBODY)
    assert found.hour == 20
    assert found.hours[23] > found.hours[22] > found.hours[12] and found.hours[0] > found.hours[2]


@settings(deadline=None)
@given(
    st.integers(0, 400),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),
    st.integers(1, 7),
    st.sampled_from(["Europe/Berlin", "Europe/Zurich", "America/New_York"]),
)
def test_the_moment_is_always_allowed_and_never_over(seed: int, now: datetime, days: int, zone: str) -> None:
    _, replies = habit(seed, zone, replies=8)
    found = best_time.best(replies, zone, ANYBODY)
    at = best_time.next_moment(found, now, now + timedelta(days=days), zone, "DE-BY")
    assert at >= now and calendar.closed(at, zone, "DE-BY") is None


def _talk(*parts: tuple[int, str, bool]) -> list[Said]:
    return [Said(NOW + timedelta(hours=hours), to_lead, channel) for hours, channel, to_lead in parts]


def test_where_she_answers_counts_more_than_where_we_write() -> None:
    said = _talk((0, "email", True), (1, "email", False), (30, "whatsapp", True), (60, "whatsapp", True),
                 (90, "email", True), (91, "email", False))  # fmt: skip
    found = best_time.way(said, ["whatsapp", "email"])
    assert found is not None and (found.channel, found.rule) == ("email", "last_answered")


def test_what_is_not_reachable_is_not_chosen() -> None:
    said = _talk((0, "telegram", True), (1, "telegram", False))
    found = best_time.way(said, ["email"])
    assert found is not None and (found.channel, found.rule) == ("email", "only_one")
    assert best_time.way(said, []) is None
    called = best_time.way(said, [], phone=True)
    assert called is not None and called.channel == "call"


def test_nobody_answered_anywhere_the_usual_order_holds() -> None:
    found = best_time.way([], ["email", "whatsapp"])
    assert found is not None and (found.channel, found.rule) == ("whatsapp", "best_rate")
