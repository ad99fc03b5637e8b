"""Appointments as .ics files for whatever calendar a phone has. PURE."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import icalendar

from store.types import File


@dataclass(frozen=True, slots=True)
class Appointment:
    """``uid`` stays for life, ``revision`` grows with every change: calendars then replace instead of adding."""

    uid: str
    title: str
    start: datetime
    end: datetime
    zone: str
    revision: int = 0
    place: str = ""
    link: str = ""
    cancelled: bool = False


def file(found: Appointment, now: datetime, name: str = "termin.ics") -> File:
    """The file for one appointment; times in its zone, so that a change of summer time cannot move it."""
    zone = ZoneInfo(found.zone)
    event = icalendar.Event()
    event.add("uid", f"{found.uid}@salesflow")
    event.add("dtstamp", now)
    event.add("sequence", found.revision)
    event.add("summary", found.title)
    event.add("dtstart", found.start.astimezone(zone))
    event.add("dtend", found.end.astimezone(zone))
    event.add("status", "CANCELLED" if found.cancelled else "CONFIRMED")
    if found.place:
        event.add("location", found.place)
    if found.link:
        event.add("url", found.link)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//SalesFlow//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if found.cancelled else "PUBLISH")
    calendar.add_component(event)
    year = found.start.astimezone(zone).year
    calendar.add_missing_timezones(first_date=date(year - 1, 1, 1), last_date=date(year + 2, 1, 1))
    return File(name, calendar.to_ical())
