"""When a step is due: the lead's wall clock at the start, N calendar days later.

A summer-time change moves the instant, never the wall time: what began at 10:00 stays at 10:00. Nothing here looks
at quiet hours, holidays or frequency; those are the contact policy's and only delay the one message.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

HOME_ZONE = "Europe/Berlin"


@lru_cache(maxsize=600)
def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name; the house's own for a name nobody knows, so that a bad row delays no lead for ever."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(HOME_ZONE)


def due_at(started_at: datetime, day: int, zone: str, send_hour: int | None = None) -> datetime:
    """Aware UTC. Day 0 is the start itself; ``send_hour`` (0-23) replaces the start's time of day from day 1 on.

    A wall time that a clock change skips is read an hour later, one that comes twice is the first of the two.
    """
    if day <= 0:
        return started_at.astimezone(UTC)
    local = started_at.astimezone(zone_of(zone)).replace(fold=0) + timedelta(days=day)
    if send_hour is not None:
        local = local.replace(hour=send_hour, minute=0, second=0, microsecond=0)
    return local.astimezone(UTC)


def local_days(started_at: datetime, now: datetime, zone: str) -> int:
    """Calendar days between two instants on the lead's wall clock; the start's own day is 0."""
    there = zone_of(zone)
    return (now.astimezone(there).date() - started_at.astimezone(there).date()).days
