"""Until when a lead says she is away or wants to be left in peace ("bis zum 6. Dezember im Urlaub"). PURE."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from channels.email.away_dates import back_on
from store import dates

AWAY: Final = frozenset({"out_of_office", "later"})
_LONGEST = timedelta(days=120)  # what lies further ahead is hardly meant as "until then"
_HOUR = 9


def back_at(text: str, now: datetime, zone: str) -> datetime | None:
    """The morning (aware, in her ``zone``) of the first day she may be written to again; None when she names none.

    A last day away ("bis 6.12.") ends with that day; a day she asks to be written on is that day.
    """
    place = ZoneInfo(zone)
    today = now.astimezone(place).date()
    day = back_on(text, today)
    if day is None:
        named = [when.at.astimezone(place).date() for when in dates.find_all(text, now, zone) if when.at is not None]
        day = max((one for one in named if one > today), default=None)
    if day is None or day - today > _LONGEST:
        return None
    return datetime.combine(day, time(_HOUR), place)
