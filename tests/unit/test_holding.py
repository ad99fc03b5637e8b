"""A pause takes as long as it takes; the wait to the next step stays the same to the second."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sequences import holding

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
SPANS = st.integers(min_value=1, max_value=400 * 24 * 3600).map(lambda seconds: timedelta(seconds=seconds))


@given(st.timedeltas(timedelta(), timedelta(days=60)), SPANS, st.none() | SPANS, st.integers(0, 10**6))
def test_resumed_at_any_time_the_same_wait_is_left(
    left: timedelta, later: timedelta, length: timedelta | None, shift: int
) -> None:
    before: dict[str, Any] = {"shift": shift, "handled": ["0:positive"]}
    until = NOW + length if length is not None else None
    paused = holding.pause(before, NOW + left, NOW, until)
    at = NOW + later
    if until is not None and at >= until:
        assert not holding.held(paused.status, paused.progress, at)
        assert (paused.status, paused.due) == ("active", until + left)
        return
    assert holding.held(paused.status, paused.progress, at)
    resumed = holding.resume(paused.progress, at)
    assert (resumed.status, resumed.due) == ("active", at + left)
    assert resumed.progress == {"shift": shift + later.total_seconds(), "handled": ["0:positive"]}


def test_an_overdue_step_is_due_at_once_when_it_goes_on() -> None:
    paused = holding.pause({}, NOW - timedelta(days=3), NOW, None)
    assert holding.resume(paused.progress, NOW + timedelta(days=9)).due == NOW + timedelta(days=9)
