"""From the values of an expression to one moment, or to the question to ask. Everything said must fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store.date_calc import (
    AskBack,
    add_span,
    bounds,
    date_of,
    minute_of,
    period_day,
    weekday_in_span,
    weekday_of,
)
from store.date_tokens import Clock, Date, Day, Mark, Offset, Part, Period, Span, Stamp, Value, Weekday, Zone

HORIZON = timedelta(days=3660)


class Moment(NamedTuple):
    """``at`` in UTC, or None with the question to ask; ``has_time``: a time of day was said."""

    at: datetime | None
    ask: str | None
    has_time: bool


@dataclass(slots=True)
class _Said:
    """The values of one expression by kind."""

    days: list[Day] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    weekdays: list[Weekday] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    offsets: list[Offset] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    span: Span | None = None
    span_first: bool = False
    same_time: bool = False
    now: datetime = datetime.min
    zone: ZoneInfo = ZoneInfo("UTC")

    @property
    def names_day(self) -> bool:
        return bool(self.dates or self.weekdays or self.periods or any(day.offset for day in self.days))


def resolve(values: Sequence[Value], now: datetime, zone: ZoneInfo, default_hour: int) -> Moment:
    """One moment in the future or a question: when_unclear, when_past. ``now`` is aware; never raises."""
    now = now.astimezone(UTC)
    has_time = False
    try:
        said = _sort(values, now, zone)
        has_time = bool(said.clocks or said.parts or said.stamps or said.same_time or (said.span and said.span.seconds))
        at = _moment(said, default_hour)
        if at > now + HORIZON:
            raise AskBack
        if at <= now:
            raise AskBack("when_past")
    except AskBack as question:
        return Moment(None, question.question, has_time)
    except (ValueError, OverflowError):  # an impossible date, a year beyond the calendar
        return Moment(None, "when_unclear", has_time)
    return Moment(at, None, has_time)


def utc_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """A wall time in UTC: in the spring gap it moves forward by the gap, in autumn the first of two is taken."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def _sort(values: Sequence[Value], now: datetime, zone: ZoneInfo) -> _Said:
    said = _Said(now=now, zone=zone)
    homes: dict[type, list[Value]] = {
        Day: said.days, Date: said.dates, Weekday: said.weekdays, Period: said.periods, Clock: said.clocks,
        Part: said.parts, Offset: said.offsets, Stamp: said.stamps,
    }  # type: ignore[dict-item]  # fmt: skip
    return said
