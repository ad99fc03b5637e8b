"""From the values of an expression to one moment, or to the question to ask. Everything said must fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store.date_calc import AskBack, add_span, bounds, date_of, minute_of, period_day, weekday_in_span, weekday_of
from store.date_tokens import Clock, Date, Day, Mark, Offset, Part, Period, Span, Stamp, Value, Weekday, Zone

HORIZON = timedelta(days=3660)


class Moment(NamedTuple):
    """``at`` in UTC, or None with the question to ask; ``has_time``: a time of day was said."""

    at: datetime | None
    ask: str | None
    has_time: bool


@dataclass(slots=True)
class _Said:
    """The values of one expression by kind; ``now`` and all results are wall times without zone."""

    now: datetime
    days: list[Day] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    weekdays: list[Weekday] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    span: Span | None = None
    span_first: bool = False
    same_time: bool = False

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def far_day(self) -> bool:
        return bool(self.dates or self.weekdays or self.periods or any(day.offset for day in self.days))

    @property
    def has_time(self) -> bool:
        return bool(self.clocks or self.parts or self.same_time or (self.span and self.span.seconds))


def resolve(values: Sequence[Value], now: datetime, zone: ZoneInfo, default_hour: int) -> Moment:
    """One moment in the future or a question (when_unclear, when_past). ``now`` is aware; never raises."""
    now = now.astimezone(UTC)
    has_time = False
    try:
        at, has_time = _moment(values, now, zone, default_hour)
        if at > now + HORIZON:
            raise AskBack
        if at <= now:
            raise AskBack("when_past")
    except AskBack as back:
        return Moment(None, back.question, has_time)
    except (ValueError, OverflowError):  # an impossible date, a year beyond the calendar
        return Moment(None, "when_unclear", has_time)
    return Moment(at, None, has_time)


def utc_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """A wall time in UTC: in the spring gap it moves forward by the gap, in autumn the first of two is taken."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def _moment(values: Sequence[Value], now: datetime, zone: ZoneInfo, default_hour: int) -> tuple[datetime, bool]:
    marks = {value.name for value in values if isinstance(value, Mark)}
    if "past" in marks:
        raise AskBack("when_past")
    if "unclear" in marks:
        raise AskBack
    stamps = [value for value in values if isinstance(value, Stamp)]
    if stamps:
        if len(values) > 1:
            raise AskBack
        written = stamps[0].text.replace(" +", "+").replace(" Z", "Z").upper()
        return datetime.fromisoformat(written).astimezone(UTC), True
    zones = {value.name for value in values if isinstance(value, Zone)}
    if len(zones) > 1:
        raise AskBack
    zone = ZoneInfo(zones.pop()) if zones else zone
    offsets = [value for value in values if isinstance(value, Offset)]
    if offsets:
        return _beside(offsets, [v for v in values if not isinstance(v, Offset)], now, zone, default_hour)
    said = _sort(values, now.astimezone(zone).replace(tzinfo=None))
    if said.span and (said.span.seconds or said.span == Span()):
        return _elapsed(said, said.span, now, zone), True
    if any(day.month is None for day in said.dates):  # "am 15. des Monats" says no more than "am 15."
        said.periods = [period for period in said.periods if period != Period("month")]
    wall = _wall(said, default_hour)
    return utc_of(wall, zone), said.has_time


def _sort(values: Sequence[Value], now: datetime) -> _Said:
    said = _Said(now)
    for value in values:
        match value:
            case Day():
                said.days.append(value)
            case Date():
                said.dates.append(value)
            case Weekday():
                said.weekdays.append(value)
            case Period():
                said.periods.append(value)
            case Clock():
                said.clocks.append(value)
            case Part():
                said.parts.append(value)
            case Span():
                said.span_first = said.span_first or not said.weekdays
                said.span = said.span + value if said.span else value
            case Mark("same_time"):
                said.same_time = True
            case Mark("from"):
                said.span_first = False
    return said


def _beside(
    offsets: Sequence[Offset], rest: Sequence[Value], now: datetime, zone: ZoneInfo, default_hour: int
) -> tuple[datetime, bool]:
    """ "zwei Stunden vor Freitag 15 Uhr", "eine Woche nach dem 3.12."; the named moment itself may be anything said."""
    span = offsets[0].span
    if len(offsets) > 1 or not rest or span.rough or span.workdays:
        raise AskBack
    at, has_time = _moment(rest, now, zone, default_hour)
    if span.seconds and not has_time:
        raise AskBack
    sign = offsets[0].sign
    wall = at.astimezone(zone).replace(tzinfo=None)
    day = add_span(wall.date(), Span(sign * span.months, sign * span.days))
    return utc_of(datetime.combine(day, wall.time()), zone) + timedelta(seconds=sign * span.seconds), has_time


def _elapsed(said: _Said, span: Span, now: datetime, zone: ZoneInfo) -> datetime:
    """Hours and minutes are real time; days beside them keep the wall time first."""
    if said.far_day or said.clocks or said.parts or span.rough:
        raise AskBack
    at = now
    if span.months or span.days or span.workdays:
        at = utc_of(datetime.combine(add_span(said.today, span), said.now.time()), zone)
    at += timedelta(seconds=span.seconds)
    if said.days and at.astimezone(zone).date() != said.today:
        raise AskBack
    return at


# -- a day and a time ------------------------------------------------------------------------------------------------


def _wall(said: _Said, default_hour: int) -> datetime:
    minute = minute_of(said.clocks, said.parts)
    if said.same_time:
        if minute is not None:
            raise AskBack
        minute = said.now.hour * 60 + said.now.minute
    seconds = {clock.second for clock in said.clocks} or {0}
    said_minute = minute if minute is not None else default_hour * 60
    day = _day(said, minute is not None and _at(said.today, said_minute, 0) > said.now)
    wall = _at(day or said.today, said_minute, max(seconds))
    night = any(part.noun and part.name == "night" for part in said.parts) and said_minute < 360
    if night and day and day != said.today:
        raise AskBack  # "Freitag Nacht um 2": the night to Friday or to Saturday?
    if wall > said.now or (day and day != said.today):
        return wall
    if minute is not None and _spoken(said) and wall + timedelta(hours=12) > said.now and minute < 720:
        return wall + timedelta(hours=12)
    if day is None or night:
        return wall + timedelta(days=1)
    if minute is None:
        raise AskBack  # only today was said and the default hour is over
    return wall


def _at(day: date, minute: int, second: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minute, seconds=second)


def _spoken(said: _Said) -> bool:
    """ "halb neun" has no half of the day of its own, so in the afternoon it is the evening's."""
    return not said.parts and any(clock.style == "spoken" for clock in said.clocks)


def _day(said: _Said, later_today: bool) -> date | None:
    today, span = said.today, said.span
    if span and span.rough:
        raise AskBack
    fixed = {today + timedelta(days=day.offset) for day in said.days}
    fixed |= {_dated(day, said) for day in said.dates}
    if fixed:
        return _agreed(fixed, said)
    weekdays = {weekday.day for weekday in said.weekdays}
    if len(weekdays) > 1 or len(said.periods) > 1 or (said.periods and span):
        raise AskBack
    if weekdays:
        return _on_weekday(said, later_today)
    if said.periods:
        return period_day(said.periods[0], today)
    return add_span(today, span) if span else None


def _dated(day: Date, said: _Said) -> date:
    """A date; "am 15." beside "nächsten Monat" or "im Dezember" takes its month from there."""
    months = [period for period in said.periods if period.unit == "month" and not period.edge]
    if day.month is None and months:
        start = bounds(months[0], said.today)[0]
        return start.replace(day=day.day)
    return date_of(day, said.today)


def _agreed(fixed: set[date], said: _Said) -> date:
    """The one day all that was said agrees on."""
    if len(fixed) > 1:
        raise AskBack
    day = fixed.pop()
    if said.span:
        day = add_span(day, said.span)
    if any(weekday.day != day.weekday() for weekday in said.weekdays):
        raise AskBack
    for period in said.periods:
        first, last = bounds(period, said.today)
        if period.edge or not first <= day <= last:
            raise AskBack
    return day


def _on_weekday(said: _Said, later_today: bool) -> date:
    weekday, today = said.weekdays[0], said.today
    if said.periods:
        period = said.periods[0]
        if period.unit != "week" or period.edge:
            raise AskBack
        return bounds(period, today)[0] + timedelta(days=weekday.day)
    if said.span:
        return weekday_in_span(weekday, said.span, today, not said.span_first)
    return weekday_of(weekday, today, later_today)
