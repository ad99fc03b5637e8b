"""Quiet hours and public holidays: when an automatic message may reach somebody, in her own time (SAFETY, quiet hours).

Allowed is Monday to Saturday from 08:00 until before 21:00 of the person's wall clock, unless that day is a public
holiday where she lives. 24 and 31 December are ordinary days unless a law says otherwise. A place known only by its
country counts as every part of it: a holiday of any Bundesland or Kanton is then a holiday.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

OPENS = time(8)
CLOSES = time(21)
SUNDAY = 6
HOME_ZONE = "Europe/Berlin"
HOME_COUNTRY = "DE"

_COUNTRY_OF_ZONE = {
    "Europe/Vienna": "AT",
    "Europe/Zurich": "CH",
    "Europe/Vaduz": "LI",
}
# Assumption Day is a public holiday in the 1,700 mostly Catholic of Bavaria's 2,056 municipalities
# (Art. 1 Abs. 1 Nr. 2 BayFTG); Corpus Christi in a handful of Saxon and Thuringian ones is not counted.
_ALSO = {("DE", "BY"): ("catholic",)}
_SEARCH_DAYS = 400
_COUNTRY = re.compile(r"[A-Z]{2}")  # what the package calls countries; its other names are longer


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday with its name in German and English."""

    day: date
    de: str
    en: str


@dataclass(frozen=True, slots=True)
class Closed:
    """Why a moment is not allowed: ``holiday`` (with its name) or ``quiet_hours`` (night or Sunday)."""

    rule: Literal["quiet_hours", "holiday"]
    local: datetime
    holiday: Holiday | None = None


@lru_cache(maxsize=256)
def zone_info(zone: str) -> ZoneInfo:
    """The zone of an IANA name; a name nobody knows counts as Europe/Berlin."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(HOME_ZONE)


def holiday(day: date, region: str | None, zone: str = HOME_ZONE) -> Holiday | None:
    """The public holiday of a local calendar day at a place, or None.

    ``region`` is ISO 3166-2 (``DE-BY``, ``AT-9``, ``CH-ZH``) or a country code. Without one the country is the
    zone's own where a zone tells it (Vienna, Zurich, Vaduz), else Germany.
    """
    country, part = place(region, zone)
    return _holidays(country, part, day.year).get(day)


def closed(at: datetime, zone: str, region: str | None) -> Closed | None:
    """Why an automatic message may not arrive at ``at`` (aware), or None when it may."""
    local = at.astimezone(zone_info(zone))
    named = holiday(local.date(), region, zone)
    if named is not None:
        return Closed("holiday", local, named)
    if local.weekday() == SUNDAY or not OPENS <= local.time() < CLOSES:
        return Closed("quiet_hours", local)
    return None


def next_open(at: datetime, zone: str, region: str | None) -> datetime:
    """The first allowed moment at or after ``at``, in UTC: ``at`` itself or 08:00 of a day to come."""
    moment = at.astimezone(UTC)
    for _ in range(_SEARCH_DAYS):
        shut = closed(moment, zone, region)
        if shut is None:
            return moment
        day = shut.local.date() + timedelta(days=0 if shut.local.time() < OPENS else 1)
        opening = _opening(day, zone)
        moment = opening if opening > moment else moment + timedelta(minutes=1)
    raise ValueError(f"no allowed moment within {_SEARCH_DAYS} days after {at.isoformat()} in {zone}")


def day_after(at: datetime, zone: str) -> datetime:
    """The first instant (UTC) of the local calendar day that follows ``at``."""
    local = at.astimezone(zone_info(zone))
    return datetime.combine(local.date() + timedelta(days=1), time(), zone_info(zone)).astimezone(UTC)


def place(region: str | None, zone: str = HOME_ZONE) -> tuple[str, str | None]:
    """Country and part of a region code; a part nobody knows is None (any), a country nobody knows the zone's."""
    home = _COUNTRY_OF_ZONE.get(zone, HOME_COUNTRY)
    country, _, part = (region or "").strip().upper().partition("-")
    parts = _parts(country) if country else None
    if parts is None:
        return home, None
    return country, part if part in parts else None


def _opening(day: date, zone: str) -> datetime:
    return datetime.combine(day, OPENS, zone_info(zone)).astimezone(UTC)


@lru_cache(maxsize=64)
def _parts(country: str) -> tuple[str, ...] | None:
    """The ISO parts of a country whose holidays are known, else None. Single cities among them are left out."""
    # The import costs 50 ms and is needed only once somebody is written to. Asking for the list of all countries would
    # load every one of them: a second and a half.
    import holidays

    found = getattr(holidays, country, None) if _COUNTRY.fullmatch(country) else None
    if found is None:
        return None
    known: tuple[str, ...] = found.subdivisions
    return tuple(part for part in known if len(part) <= 3)


@lru_cache(maxsize=1024)
def _holidays(country: str, part: str | None, year: int) -> Mapping[date, Holiday]:
    """A year's public holidays of one part, or of all parts together."""
    found: dict[date, Holiday] = {}
    for each in (part,) if part else (None, *(_parts(country) or ())):
        german, english = (_names(country, each, year, language) for language in ("de", "en_US"))
        for day, name in german.items():
            found.setdefault(day, Holiday(day, name, english.get(day, name)))
    return MappingProxyType(found)


def _names(country: str, part: str | None, year: int, language: str) -> Mapping[date, str]:
    import holidays

    extra = _ALSO.get((country, part or ""), ())
    options: dict[str, Any] = {"categories": ("public", *extra)} if extra else {}
    calendar = holidays.country_holidays(country, subdiv=part, years=year, language=language, **options)
    return {day: str(name) for day, name in calendar.items() if day.year == year}
