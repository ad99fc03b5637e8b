"""Free times worth proposing: office hours of the rep's own zone, nothing that is taken, nothing at once. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tools.clients.calendars import Span

FIRST, LAST = time(9), time(18)
STEP = timedelta(minutes=30)
SOON = timedelta(hours=1)
HORIZON = timedelta(days=14)


def free(
    busy: Sequence[Span], now: datetime, zone: str, minutes: int, *, day: date | None = None, count: int = 3
) -> list[datetime]:
    """Up to ``count`` starts (UTC), at most two a day and well apart, on one ``day`` or on the next working days.

    A moment that a change of summer time skips is never proposed.
    """
    place, length = ZoneInfo(zone), timedelta(minutes=minutes)
    found: list[datetime] = []
    first = day or now.astimezone(place).date()
    for offset in range(1 if day else HORIZON.days):
        today = first + timedelta(days=offset)
        if day is None and today.weekday() >= 5:
            continue
        that_day: list[datetime] = []
        for start in _starts(today, place):
            span = Span(start, start + length)
            ends = span.end.astimezone(place)
            fits = start >= now + SOON and (ends.date() == today and ends.time() <= LAST)
            apart = not that_day or start - that_day[-1] >= timedelta(hours=2)
            if fits and apart and not any(span.overlaps(taken) for taken in busy):
                that_day.append(start)
        found += that_day[: count if day else 2]
        if len(found) >= count:
            return found[:count]
    return found


def _starts(day: date, place: ZoneInfo) -> list[datetime]:
    """Every half hour of office time as UTC moments that exist on the wall clock."""
    wall, found = datetime.combine(day, FIRST), []
    while wall.time() < LAST and wall.date() == day:
        moment = wall.replace(tzinfo=place).astimezone(UTC)
        if moment.astimezone(place).replace(tzinfo=None) == wall:
            found.append(moment)
        wall += STEP
    return found
