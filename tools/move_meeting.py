"""Moves an appointment to another free time and tells the lead."""

from __future__ import annotations

from datetime import datetime

from pydantic import AliasChoices, Field

from store import dates
from store.models import Lead, Meeting
from store.queries import meetings
from store.types import Outcome, Say
from tools import scheduling, wording
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.book_meeting import _from_command, options_for
from tools.clients.calendars import Span
from tools.context import Before, Context


class MoveMeeting(Arguments):
    lead: Words | None = Field(None, description="With whom the appointment is, in the rep's own words")
    date: Words | None = Field(
        None, validation_alias=AliasChoices("date", "when"), description="The new time, in the rep's own words"
    )
    meeting: Words | None = Field(None, json_schema_extra=INTERNAL)


async def prepare(before: Before, arguments: MoveMeeting) -> list[Span] | None:
    return await scheduling.busy_outside(before, arguments.date, 60)


async def run(context: Context, arguments: MoveMeeting) -> Outcome:
    await meetings.lock_calendar(context.scope, context.actor.id)
    same = arguments.model_dump(exclude_none=True)
    row = await scheduling.meant(context, arguments.meeting, "move_meeting", same)
    if isinstance(row, Outcome):
        return row
    same = {"meeting": str(row.id)} | ({"lead": arguments.lead} if arguments.lead else {})
    length = row.ends_at - row.starts_at
    minutes = round(length.total_seconds() / 60)
    lead = await context.work.session.get(Lead, row.lead_id) if row.lead_id else None
    name = lead.name if lead is not None else row.title
    when = dates.parse(arguments.date or "", context.now, context.actor.zone)
    if when.at is None or not when.has_time:
        day = when.local.date() if when.at is not None and when.local is not None else None
        options = await scheduling.offers(context, minutes, "move_meeting", same, day, but=row.id)
        say = Say("meeting-move-when", {"name": name, "when": wording.moment(context, row.starts_at)})
        return Outcome("asked", say, {"meeting_id": row.id}, "missing_date", options, "date")
    scheduling.past(context, when.at)
    if await _blocked(context, row, when.at, when.at + length):
        options = await scheduling.offers(context, minutes, "move_meeting", same, but=row.id)
        values = {"when": wording.moment(context, when.at), "other": "", "offers": len(options)}
        return Outcome(
            "denied",
            Say("meeting-busy-with" if values["other"] else "meeting-busy", values),
            {"meeting_id": row.id},
            "busy",
            options,
        )
    row.starts_at, row.ends_at, row.zone = when.at, when.at + length, context.actor.zone
    row.revision += 1
    if row.calendar != "local":
        row.todo, row.due_at = "put", context.now
    return await _answer(context, row, lead)


async def _blocked(context: Context, row: Meeting, start: datetime, end: datetime) -> bool:
    """What a calendar outside says includes this very appointment; its old hours are not in the way."""
    old = Span(row.starts_at, row.ends_at)
    busy = await scheduling.taken(context, start, end, but=row.id)
    return any(not (old.start <= span.start and span.end <= old.end) for span in busy)


async def _answer(context: Context, row: Meeting, lead: Lead | None) -> Outcome:
    values = {"name": lead.name if lead else row.title, "when": wording.moment(context, row.starts_at), "invited": ""}
    if lead is None:
        return Outcome(
            "done", Say("meeting-moved", values), scheduling.result(row, None), options=options_for(row, lead)
        )
    change: scheduling.Change = "booked" if await scheduling.unsent(context, row) or not row.told else "moved"
    posted = await scheduling.tell_lead(
        context.house.outbox, context.work, row, lead, await context.user(), change, context.now, hold=True
    )
    values["invited"], ways = scheduling.told(context, posted, lead)
    own = scheduling.own_file(row, lead, context.now, context.language)
    found = scheduling.result(row, lead, (own,)) | {"message_id": posted.message_id}
    return Outcome("done", Say("meeting-moved", values), found, options=(*ways, *options_for(row, lead)))


TOOL = Tool(
    name="move_meeting",
    description="Move an appointment that is booked to another time and tell the lead.",
    arguments=MoveMeeting,
    run=run,
    commands=("verlegen", "move"),
    from_command=_from_command,
    reaches=True,
    prepare=prepare,
)
