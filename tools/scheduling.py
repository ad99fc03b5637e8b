"""What booking, moving and calling off share: which appointment is meant, what is free, and what the lead gets.

The invitation is a message like any other: it goes through the outbox, judged by the contact policy, held for undo.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from channels import words
from channels.letters import Letter, Posted
from channels.outbox import Outbox
from sequences import composing, placeholders
from store import dates
from store.db import Work
from store.models import Lead, Meeting, User
from store.queries import meetings
from store.types import File, Language, Option, Outcome, Say
from tools import ics, slots, wording
from tools.base import Refusal
from tools.clients.calendars import Calendar, Later, Refused, Span, Unauthorised, Unclear
from tools.context import Before, Context
from tools.sending import letter_kind

Change = Literal["booked", "moved", "cancelled"]
LONGEST = timedelta(days=730)


async def busy_outside(before: Before, words_: str | None, minutes: int) -> list[Span] | None:
    """What the rep's calendar outside knows of the days around the wish; None when it cannot say now.

    The booking goes on without it: the calendar is asked again before it is told.
    """
    calendar: Calendar = before.house.calendars.of(before.actor.id)
    when = dates.parse(words_ or "", before.now, before.actor.zone)
    start = min(when.at or before.now, before.now)
    end = max(when.at or before.now, before.now) + slots.HORIZON + timedelta(minutes=minutes)
    try:
        return await calendar.busy(start, end)
    except (Later, Unclear, Unauthorised, Refused):
        return None


async def taken(context: Context, start: datetime, end: datetime, *, but: int | None = None) -> list[Span]:
    """Everything that fills this time: rows, and what the calendar outside said before."""
    rows = await meetings.between(context.scope, context.actor.id, start, end, but=but)
    spans = [Span(row.starts_at, row.ends_at) for row in rows]
    wanted = Span(start, end)
    return spans + [span for span in context.prepared or () if span.overlaps(wanted)]


async def offers(
    context: Context,
    minutes: int,
    tool: str,
    arguments: dict[str, Any],
    day: date | None = None,
    *,
    but: int | None = None,
) -> tuple[Option, ...]:
    """Buttons with free times, each books at once."""
    start = datetime.combine(day, time(0), ZoneInfo(context.actor.zone)).astimezone(UTC) if day else context.now
    busy = await taken(context, min(start, context.now), max(start, context.now) + slots.HORIZON, but=but)
    found = slots.free(busy, context.now, context.actor.zone, minutes, day=day)
    return tuple(
        Option(wording.moment(context, at)[:1].upper() + wording.moment(context, at)[1:], tool,
               {**arguments, "date": at.isoformat()})
        for at in found
    )  # fmt: skip


def event_id(key: str) -> str:
    """The act's own event id, in the letters Google allows (a-v, 0-9)."""
    return base64.b32hexencode(hashlib.sha256(key.encode()).digest()).decode().rstrip("=").lower()[:40]


async def meant(context: Context, number: str | None, tool: str, arguments: dict[str, Any]) -> Meeting | Outcome:
    """The appointment to move or call off: by number, the lead's only one, the rep's only one, else a question."""
    if number is not None:
        row = await meetings.get(context.scope, int(number)) if number.isdigit() and len(number) < 18 else None
        return row or Outcome("denied", Say("meeting-unknown"), reason="meeting_unknown")
    lead = context.lead
    rows = list(await meetings.coming(context.scope, context.now, lead_id=lead.id if lead else None))
    if not rows:
        say = Say("meeting-none-with", {"name": lead.name}) if lead else Say("meeting-none")
        return Outcome("denied", say, reason="no_meeting")
    if len(rows) == 1:
        return await meetings.get(context.scope, rows[0].id) or rows[0]
    options = [
        Option(f"{await name_of(context, row)} · {wording.moment(context, row.starts_at)}", tool,
               {**arguments, "meeting": str(row.id)})
        for row in rows[:6]
    ]  # fmt: skip
    return Outcome(
        "asked", Say("meeting-which"), {"meetings": [row.id for row in rows]}, "meeting_ambiguous", tuple(options)
    )


async def name_of(context: Context, row: Meeting) -> str:
    lead = await context.work.session.get(Lead, row.lead_id) if row.lead_id else None
    return lead.name if lead is not None else row.title


def past(context: Context, at: datetime) -> None:
    """A time that cannot be booked."""
    if at <= context.now or at > context.now + LONGEST:
        raise Refusal(Say("meeting-too-far"), "out_of_range")


def appointment(row: Meeting, language: Language, other: str) -> ics.Appointment:
    """``other`` is whom the reader meets."""
    title = row.title or words.say(language, Say("meeting-title", {"name": other}))
    return ics.Appointment(
        row.event_id,
        title,
        row.starts_at,
        row.ends_at,
        row.zone,
        row.revision,
        row.place,
        row.link,
        cancelled=row.state == "cancelled",
    )


def own_file(row: Meeting, lead: Lead, now: datetime, language: Language) -> File:
    return ics.file(appointment(row, language, lead.name), now)


def result(row: Meeting, lead: Lead | None, files: Sequence[File] = ()) -> dict[str, Any]:
    """The appointment over REST; files stand in it as name and base64, and go with the chat's answer."""
    return {
        "meeting_id": row.id,
        "lead_id": row.lead_id,
        "lead": lead.name if lead is not None else None,
        "starts_at": row.starts_at.isoformat(),
        "ends_at": row.ends_at.isoformat(),
        "zone": row.zone,
        "place": row.place,
        "link": row.link,
        "state": row.state,
        "calendar": row.calendar,
        "files": [{"name": f.name, "base64": base64.b64encode(f.content).decode()} for f in files],
    }


async def tell_lead(
    outbox: Outbox, work: Work, row: Meeting, lead: Lead, user: User, change: Change, now: datetime, *, hold: bool
) -> Posted:
    """The invitation, the new time or the cancellation, with its .ics, in the lead's language and time."""
    language: Language = "en" if lead.language == "en" else "de"
    register = "sie" if lead.register == "sie" else "du"
    local = row.starts_at.astimezone(ZoneInfo(lead.zone))
    values = {
        "first_name": placeholders.first_name(lead.name) or lead.name,
        "name": lead.name,
        "sender": user.name,
        "register": register,
        "when": dates.speak(row.starts_at, now, lead.zone, language),
        "minutes": round((row.ends_at - row.starts_at).total_seconds() / 60),
    }
    details = {
        "zone": "" if local.utcoffset() == row.starts_at.astimezone(ZoneInfo(row.zone)).utcoffset() else lead.zone,
        "place": row.place,
        "link": row.link,
    }
    said = [words.say(language, Say(f"meeting-detail-{k}", {k: value})) for k, value in details.items() if value]
    values["details"] = "".join(f" {one}" for one in said)
    text = words.say(language, Say(f"meeting-letter-{change}", values))
    kind = letter_kind("template", None, lead.last_inbound_at, now)
    told = not composing.must_disclose(lead.disclosed_at, lead.last_inbound_at, lead.last_outbound_at, now)
    legal = {"register": register, "sender": user.name}
    if kind == "proactive":
        disclosure = None if told else words.say(language, Say("sequence-disclosure", legal))
        stop = words.say(language, Say("sequence-stop-word", legal))
        text = composing.with_lines(text, composing.Lines(disclosure, stop))
    elif not told:
        text = f"{text}\n\n{words.say(language, Say('sequence-disclosure', legal))}"
    letter = Letter(
        lead=lead,
        text=text,
        origin="template",
        kind="answer",  # judged like any automatic message, but her next message does not make it void
        sender_id=user.id,
        turn_id=row.turn_id,
        dedupe_key=f"meeting:{row.id}:{row.revision}:{row.state}",
        hold=hold,
        discloses=not told,
        subject=words.say(language, Say(f"meeting-subject-{change}", values)),
        files=(ics.file(appointment(row, language, user.name), now),),
    )
    posted = await outbox.to_lead(work, letter)
    if posted.verdict.action == "wait" and posted.verdict.until is not None and posted.verdict.until < row.starts_at:
        posted = await outbox.to_lead(work, replace(letter, not_before=posted.verdict.until))
    row.told = row.told or posted.message_id is not None
    return posted


def told(context: Context, posted: Posted, lead: Lead) -> tuple[str, tuple[Option, ...]]:
    """What became of the message to the lead, in words, and the way on when it may not go by itself."""
    values = {"name": lead.name, "channel": wording.channel(context, posted.channel), "text": posted.text}
    if posted.message_id is not None:
        later = posted.due_at is not None and posted.due_at > context.now + timedelta(minutes=5)
        when = wording.moment(context, posted.due_at or context.now)
        return context.words("meeting-told-later" if later else "meeting-told", **values, when=when), ()
    reason = wording.reason(context, posted.verdict)
    own = {"lead": str(lead.id), "text": posted.text}
    options = () if posted.verdict.rule in ("opted_out", "unreachable") else (
        Option(Say("button-meeting-tell"), "send_message", own),
    )  # fmt: skip
    return context.words("meeting-not-told", **values, reason=reason), options


async def take_back(context: Context, turn: str) -> int:
    """What was booked in a turn that is undone: called off without a word, since nobody heard of it."""
    rows = await meetings.of_turn(context.scope, turn)
    for row in rows:
        call_off(row, context.now)
    return len(rows)


def call_off(row: Meeting, now: datetime) -> None:
    row.revision += 1
    row.state = "cancelled"
    row.todo, row.due_at = ("remove", now) if row.calendar != "local" else (None, None)


async def unsent(context: Context, row: Meeting) -> bool:
    """Whether the lead has not got the last word on it yet; what still waits is taken back then."""
    waiting = await meetings.unsent_letters(context.scope, row.id)
    for message in waiting:
        message.state, message.reason, message.due_at = "cancelled", "meeting_changed", None
    return bool(waiting)
