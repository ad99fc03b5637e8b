"""When a rep works, in the rep's own wall time, and which moment of it comes next. Pure.

Minutes count from local midnight. A day off is a weekday outside the plan or a public holiday where the rep lives; on
it nobody is told about the day, while a reminder set for a minute still comes in that minute.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from channels import calendar

_SPACING = timedelta(minutes=15)
_AT_ONCE = 2
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Plan:
    """``digest`` and ``evening`` None are off; ``weekdays`` 0 Monday - 6 Sunday; ``weekly`` is for who leads a team."""

    active_from: int = 8 * 60
    active_until: int = 20 * 60
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    digest: int | None = 8 * 60
    evening: int | None = 18 * 60 + 30
    weekly: bool = True


DEFAULT = Plan()


def works(day: date, plan: Plan, region: str | None, zone: str) -> bool:
    return day.weekday() in plan.weekdays and calendar.holiday(day, region, zone) is None


def active(at: datetime, plan: Plan, zone: str) -> bool:
    """Whether a moment (aware) lies in the active hours of a working weekday; holidays are not asked."""
    local = at.astimezone(calendar.zone_info(zone))
    return local.weekday() in plan.weekdays and plan.active_from <= _minute(local) < plan.active_until


def next_active(at: datetime, plan: Plan, zone: str) -> datetime:
    """``at`` itself (UTC) when it is active, else the beginning of the next active hours."""
    if active(at, plan, zone) or not plan.weekdays:
        return at.astimezone(UTC)
    local = at.astimezone(calendar.zone_info(zone))
    for ahead in range(8):
        day = local.date() + timedelta(days=ahead)
        begins = _at(day, plan.active_from, zone)
        if day.weekday() in plan.weekdays and begins >= at:
            return begins
    return at.astimezone(UTC)


def last_active(before: datetime, after: datetime, plan: Plan, zone: str, spare: timedelta) -> datetime | None:
    """The latest moment in (after, before) that leaves ``spare`` of a day's active hours; None: there is none."""
    local = before.astimezone(calendar.zone_info(zone))
    for back in range(8):
        day = local.date() - timedelta(days=back)
        at = max(_at(day, plan.active_until, zone) - spare, _at(day, plan.active_from, zone))
        if day.weekday() in plan.weekdays and after < at < before:
            return at
    return None


def next_time(minute: int, after: datetime, plan: Plan, zone: str, region: str | None) -> datetime | None:
    """The first ``minute`` of a working day later than ``after``, in UTC; None for a plan without any day."""
    start = after.astimezone(calendar.zone_info(zone)).date()
    for ahead in range(_LONGEST if plan.weekdays else 0):
        day = start + timedelta(days=ahead)
        at = _at(day, minute, zone)
        if at > after and works(day, plan, region, zone):
            return at
    return None


def monday(at: datetime, zone: str) -> datetime:
    """The beginning (UTC) of the local Monday of a moment's week."""
    day = at.astimezone(calendar.zone_info(zone)).date()
    return _at(day - timedelta(days=day.weekday()), 0, zone)


def next_week(minute: int, after: datetime, plan: Plan, zone: str, region: str | None) -> datetime | None:
    """The first ``minute`` later than ``after`` that opens a week: of its Monday, or of the first day of work then."""
    for begins in (monday(after, zone), monday(monday(after, zone) + timedelta(days=8), zone)):
        at = next_time(minute, begins - timedelta(minutes=1), plan, zone, region)
        if at is None or at > after:
            return at
    return None


def today(minute: int, now: datetime, zone: str) -> datetime:
    """A minute of the local day of ``now``, in UTC."""
    return _at(now.astimezone(calendar.zone_info(zone)).date(), minute, zone)


def free_time(at: datetime, taken: Sequence[datetime], plan: Plan, zone: str, hour: int | None = None) -> datetime:
    """A good moment on the day of ``at`` for a reminder without a time: in active hours, never many at once.

    ``hour`` is when the person mostly gets such things done; a quarter of an hour that holds two already is passed by.
    """
    local = at.astimezone(calendar.zone_info(zone))
    wanted = hour * 60 if hour is not None else _minute(local)
    wanted = min(max(wanted, plan.active_from), max(plan.active_until - 15, plan.active_from))
    moment = _at(local.date(), wanted, zone)
    last = _at(local.date(), plan.active_until, zone)
    first = moment
    while sum(abs(other - moment) < _SPACING for other in taken) >= _AT_ONCE:
        moment += _SPACING
        if moment >= last:
            return first
    return moment


def _minute(local: datetime) -> int:
    return local.hour * 60 + local.minute


def _at(day: date, minute: int, zone: str) -> datetime:
    """A wall time that a clock change skips is read an hour later."""
    return datetime.combine(day, time(*divmod(min(minute, 1439), 60)), calendar.zone_info(zone)).astimezone(UTC)
