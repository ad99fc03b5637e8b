"""A rep's calendar behind one interface: the house's own rows, or Google's beside them.

The rows are always kept; a calendar outside is told of them afterwards and asked for what else fills the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from store.settings import Settings


@dataclass(frozen=True, slots=True)
class Span:
    """Time that is taken, [start, end), aware."""

    start: datetime
    end: datetime

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Event:
    """An appointment as a calendar gets it; ``id`` is ours (a-v, 0-9): putting it twice makes one event."""

    id: str
    title: str
    start: datetime
    end: datetime
    zone: str
    place: str = ""
    guests: tuple[str, ...] = ()
    video: bool = False


class Later(Exception):
    """The calendar surely did not take it (refused connection, 429): the same call may be made again."""


class Unclear(Exception):
    """The call went out and no answer came back: ask for the event by its id before anything else."""


class Unauthorised(Exception):
    """The person has to connect the calendar anew."""


class Refused(Exception):
    """The calendar will never take this; ``reason`` is its word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Calendar(Protocol):
    """One person's calendar. Every call may raise Later, Unclear, Unauthorised or Refused."""

    name: str

    async def busy(self, start: datetime, end: datetime) -> list[Span]:
        """What else fills this time, by the calendar's own knowledge."""
        ...

    async def put(self, event: Event) -> str:
        """Makes the event, or brings the one with this id up to date; the link of its video call, or ""."""
        ...

    async def remove(self, event_id: str) -> None:
        """Calls the event off; one that is not there is gone already."""
        ...


class LocalCalendar:
    """The house's own rows are the calendar: nobody else is to be told or asked."""

    name = "local"

    async def busy(self, start: datetime, end: datetime) -> list[Span]:
        return []

    async def put(self, event: Event) -> str:
        return ""

    async def remove(self, event_id: str) -> None:
        return None


class Calendars(Protocol):
    """Which calendar a person uses."""

    def of(self, user_id: int) -> Calendar: ...


class ByUser:
    """Google for whoever has connected it, the house's own rows for everybody else."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._local = LocalCalendar()

    def of(self, user_id: int) -> Calendar:
        from tools.clients import google_login

        if not google_login.connected(self._settings, user_id):
            return self._local
        from tools.clients.google_calendar import GoogleCalendar

        return GoogleCalendar(self._settings, user_id)
