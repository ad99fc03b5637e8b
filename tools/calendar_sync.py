"""Tells calendars outside what the rows say: each event once, whatever breaks in between (ENGINE rule 8).

The row is claimed and committed before each call, the call is made with no unit of work open, and our own event id
makes a repeated one harmless: an appointment in doubt is simply put again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import structlog

from channels import words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from store import dates
from store.db import Database, Work
from store.leases import Lease, LeaseLost, hold
from store.models import Lead, Meeting, User
from store.ports import Clock
from store.queries import meetings
from store.types import Language, Option, Say
from tools import calendar_moving, scheduling
from tools.clients import google_login
from tools.clients.calendars import Calendar, Calendars, Event, Later, Refused, Span, Unauthorised, Unclear

GIVE_UP = timedelta(hours=24)
LEASE_SECONDS = 60
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Job:
    lease: Lease
    user_id: int
    todo: str
    event: Event
    known: bool
    calendar: str


class CalendarSync:
    def __init__(self, db: Database, outbox: Outbox, clock: Clock, calendars: Calendars) -> None:
        self.db, self.outbox, self.clock, self.calendars = db, outbox, clock, calendars

    async def tick(self) -> int:
        """Works through what is due; how many appointments were looked at."""
        async with self.db.write() as work:
            leases = await meetings.claim_todo(work.scope(), self.clock.now(), seconds=LEASE_SECONDS)
        for lease in leases:
            try:
                await self._one(lease)
            except LeaseLost:
                continue
        return len(leases)

    async def _one(self, lease: Lease) -> None:
        job = await self._mark(lease)
        if job is None:
            return
        calendar = self.calendars.of(job.user_id)
        if job.todo == "remove" and calendar.name != job.calendar:
            await self._failed(job, "calendar_unauthorised")  # whoever went disconnected it before
            return
        try:
            link = await _call(calendar, job)
        except Later:
            await self._again(job, None)
        except Unclear:
            await self._again(job, "in_doubt")
        except Unauthorised:
            await self._failed(job, "calendar_unauthorised")
        except _Clash:
            await self._failed(job, "calendar_busy")
        except Refused as refused:
            log.warning("calendar_refused", reason=refused.reason)
            await self._failed(job, "calendar_refused")
        else:
            await self._done(job, link)

    async def _mark(self, lease: Lease) -> _Job | None:
        async with self.db.write() as work:
            row = await self._held(work, lease)
            if row is None or row.todo is None:
                return None
            row.attempts += 1
            lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
            language: Language = "en" if lead is not None and lead.language == "en" else "de"
            title = row.title or words.say(language, Say("meeting-title", {"name": lead.name if lead else ""}))
            event = Event(
                row.event_id,
                title,
                row.starts_at,
                row.ends_at,
                row.zone,
                row.place,
                (lead.email,) if lead is not None and lead.email else (),
                video=not row.place,
            )
            return _Job(
                lease,
                row.user_id,
                row.todo,
                event,
                known=row.state == "created" or row.attempts > 1,
                calendar=row.calendar,
            )

    @staticmethod
    async def _held(work: Work, lease: Lease) -> Meeting | None:
        await hold(work.scope(), Meeting, lease)
        return await work.session.get(Meeting, lease.id)

    async def _done(self, job: _Job, link: str) -> None:
        async with self.db.write() as work:
            row = await self._held(work, job.lease)
            if row is None:
                return
            first = row.state in ("creating", "in_doubt") and row.todo == "put"
            moved = row.reason == calendar_moving.MOVED and row.todo == "put"
            row.todo, row.due_at, row.lease_until, row.reason, row.attempts = None, None, None, None, 0
            row.link = link or row.link
            await self._left(work, row)
            if not first and not moved:
                return
            row.state = "created"
            lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
            user = await work.session.get(User, row.user_id)
            if lead is None or user is None:
                return
            if not first:
                await self._tell(work, row, user, lead, "meeting-moved-in")
                return
            now = self.clock.now()
            posted = await scheduling.tell_lead(self.outbox, work, row, lead, user, "booked", now, hold=False)
            sent = posted.message_id is not None
            await self._tell(work, row, user, lead, "meeting-entered" if sent else "meeting-entered-silent")

    async def _again(self, job: _Job, state: str | None) -> None:
        async with self.db.write() as work:
            row = await self._held(work, job.lease)
            if row is None:
                return
            now = self.clock.now()
            if now - row.at >= GIVE_UP and row.attempts > 5:
                await self._end(work, row, "calendar_silent")
                return
            row.state = state if state is not None and row.state == "creating" else row.state
            row.lease_until = None
            row.due_at = now + timedelta(seconds=min(2.0 ** min(row.attempts, 10), 600.0))

    async def _failed(self, job: _Job, reason: str) -> None:
        async with self.db.write() as work:
            row = await self._held(work, job.lease)
            if row is not None:
                await self._end(work, row, reason)

    async def _end(self, work: Work, row: Meeting, reason: str) -> None:
        """The calendar does not take it: the rep hears why, once, and the lead nothing that is not so."""
        former = row.reason == calendar_moving.MOVED and row.todo == "remove"
        row.todo, row.due_at, row.lease_until, row.reason = None, None, None, reason
        if row.state in ("creating", "in_doubt"):
            row.state = "failed"
        lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
        if former and lead is not None:
            await self._left(work, row)
            owner = await work.session.get(User, lead.owner_id)
            if owner is not None:
                await self._tell(work, row, owner, lead, "meeting-left-behind")
            return
        user = await work.session.get(User, row.user_id)
        if user is not None:
            await self._tell(work, row, user, lead, f"meeting-{reason.replace('_', '-')}")

    async def _left(self, work: Work, row: Meeting) -> None:
        """Once nothing is left to be said there, the calendar of somebody who went is disconnected."""
        user = await work.session.get(User, row.user_id)
        await work.session.flush()
        if user is not None and user.left_at is not None and not await meetings.to_tell(work.scope(), user.id):
            user_id = user.id
            work.after_commit.append(lambda: forgotten(self.outbox, user_id))

    async def _tell(self, work: Work, row: Meeting, user: User, lead: Lead | None, key: str) -> None:
        language = speaks(user)
        when = dates.speak(row.starts_at, self.clock.now(), user.zone, language)
        text = words.say(language, Say(key, {"name": lead.name if lead else row.title, "when": when, "link": row.link}))
        again = {"lead": str(row.lead_id), "date": row.starts_at.isoformat()}
        options = (Option(Say("button-book-again"), "book_meeting", again),) if row.state == "failed" else ()
        files = (scheduling.own_file(row, lead, self.clock.now(), language),) if row.state == "created" and lead else ()
        card = Card(text, options, dedupe_key=f"meeting-card:{row.id}:{row.revision}:{key}", files=files)
        await self.outbox.to_user(work, user, card)


def forgotten(outbox: Outbox, user_id: int) -> None:
    google_login.forget(outbox.settings, user_id)


class _Clash(Exception):
    """Something else fills the time by now."""


async def _call(calendar: Calendar, job: _Job) -> str:
    if job.todo == "remove":
        await calendar.remove(job.event.id)
        return ""
    wanted = Span(job.event.start, job.event.end)
    if not job.known and any(span.overlaps(wanted) for span in await calendar.busy(wanted.start, wanted.end)):
        raise _Clash
    return await calendar.put(job.event)
