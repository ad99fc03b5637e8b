"""When a burst is over: one quiet second for a single message, two once she writes on, never for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from agent.bursts import Said, works_at

START = datetime(2026, 11, 25, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "works"),
    [
        ([0.0], 1.0),
        ([0.0, 0.5], 2.5),
        ([0.0, 0.5, 2.4], 4.4),
        ([0.0, 1.5, 3.0, 4.5, 5.5], 6.0),
        ([0.0, 9.0], 6.0),
    ],
)
def test_quiet_after_the_last_word(at: list[float], works: float) -> None:
    said = [Said(START + timedelta(seconds=seconds)) for seconds in at]
    assert works_at(said, SECOND) == START + timedelta(seconds=works)


def test_a_tap_waits_for_nothing() -> None:
    assert works_at([Said(START), Said(START + SECOND, tap=True)], SECOND) == START + SECOND


def test_without_a_quiet_time_nothing_waits() -> None:
    assert works_at([Said(START)], timedelta()) == START
