"""Books an appointment with a lead: free time only, an .ics to both, the calendar outside told afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import AliasChoices, Field

from store import dates
from store.models import Lead, Meeting
from store.queries import meetings
from store.types import Option, Outcome, Say
from tools import scheduling, wording
from tools.base import INTERNAL, Arguments, Tool, Words, lead_rest
from tools.clients.calendars import Span
from tools.context import Before, Context

_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # only where the date stands in the words matters here


class BookMeeting(Arguments):
    lead: Words | None = Field(None, description="With whom, in the rep's own words")
    date: Words | None = Field(
        None, validation_alias=AliasChoices("date", "when"), description="When, in the rep's own words: Tuesday at 5 pm"
    )
    minutes: int = Field(30, ge=5, le=480, description="How long, in minutes")
    title: Words | None = Field(
        None, validation_alias=AliasChoices("title", "note"), description="What it is about, if the rep said so"
    )
    place: Words | None = Field(None, description="Where, if the rep said so: an address, phone, Zoom")
    time: Words | None = Field(None, json_schema_extra=INTERNAL)


async def prepare(before: Before, arguments: BookMeeting) -> list[Span] | None:
    return await scheduling.busy_outside(before, arguments.date, arguments.minutes)


async def run(context: Context, arguments: BookMeeting) -> Outcome:
    lead, length = context.the_lead, timedelta(minutes=arguments.minutes)
    await meetings.lock_calendar(context.scope, context.actor.id)
    same = arguments.model_dump(exclude_none=True, exclude_defaults=True, exclude={"time"}) | {"lead": str(lead.id)}
    when = _when(context, arguments)
    if when.at is None:
        options = await scheduling.offers(context, arguments.minutes, "book_meeting", same)
        reason = when.ask or "when_unclear" if arguments.date else "missing_date"
        key = f"meeting-{reason.replace('_', '-')}"
        return Outcome(
            "asked", Say(key, {"name": lead.name, "text": arguments.date or ""}), {}, reason, options, "date"
        )
    if not when.has_time and when.local is not None:
        day = when.local.date()
        options = await scheduling.offers(context, arguments.minutes, "book_meeting", same, day)
        values = {"name": lead.name, "day": wording.day(context, when.at)}
        key = "meeting-what-time" if options else "meeting-day-full"
        return Outcome("asked", Say(key, values), {}, "missing_time", options, "time")
    scheduling.past(context, when.at)
    if await scheduling.taken(context, when.at, when.at + length):
        return await _busy(context, arguments, when.at, same)
    row = await _keep(context, arguments, when.at, when.at + length)
    return await booked(context, row)


def _when(context: Context, arguments: BookMeeting) -> dates.When:
    """The time meant; an answer to "at what time?" is an hour of the day named before, or a time of its own."""
    said, zone = arguments.date or "", context.actor.zone
    when = dates.parse(said, context.now, zone)
    if arguments.time is None:
        return when
    if when.local is not None:
        whole = dates.parse(f"{when.local.date().isoformat()} {arguments.time}", context.now, zone)
        if whole.at is not None and whole.has_time:
            return whole
    return dates.parse(arguments.time, context.now, zone)


async def _busy(context: Context, arguments: BookMeeting, at: datetime, same: Mapping[str, Any]) -> Outcome:
    day = dates.parse(at.isoformat(), context.now, context.actor.zone).local
    options = await scheduling.offers(
        context, arguments.minutes, "book_meeting", dict(same), day.date() if day else None
    ) or await scheduling.offers(context, arguments.minutes, "book_meeting", dict(same))
    rows = await meetings.between(context.scope, context.actor.id, at, at + timedelta(minutes=arguments.minutes))
    other = await scheduling.name_of(context, rows[0]) if rows else ""
    values = {"when": wording.moment(context, at), "other": other, "offers": len(options)}
    return Outcome(
        "denied",
        Say("meeting-busy-with" if values["other"] else "meeting-busy", values),
        {"busy_at": at.isoformat()},
        "busy",
        options,
    )


async def _keep(context: Context, arguments: BookMeeting, start: datetime, end: datetime) -> Meeting:
    calendar = context.house.calendars.of(context.actor.id)
    outside = calendar.name != "local"
    row = Meeting(
        team_id=context.actor.team_id,
        user_id=context.actor.id,
        lead_id=context.the_lead.id,
        title=arguments.title or "",
        place=arguments.place or "",
        starts_at=start,
        ends_at=end,
        zone=context.actor.zone,
        state="creating" if outside else "created",
        calendar=calendar.name,
        event_id=scheduling.event_id(context.call.key),
        turn_id=context.origin.turn_id or context.call.key,
        todo="put" if outside else None,
        due_at=context.now if outside else None,
        at=context.now,
    )
    context.work.session.add(row)
    await context.work.session.flush()
    return row


async def booked(context: Context, row: Meeting) -> Outcome:
    """The answer; the lead is invited at once, or by the sync when a calendar outside must agree first."""
    lead, user = context.the_lead, await context.user()
    ways: tuple[Option, ...] = ()
    invited = context.words("meeting-invited-soon", name=lead.name)
    message_id = None
    if row.todo is None:
        hold = context.origin.source in ("chat", "command", "tap", "rest")
        posted = await scheduling.tell_lead(
            context.house.outbox, context.work, row, lead, user, "booked", context.now, hold=hold
        )
        invited, ways = scheduling.told(context, posted, lead)
        message_id = posted.message_id
    if lead.stage in ("new", "in_contact", "interested"):
        lead.stage = "meeting"
    own = scheduling.own_file(row, lead, context.now, context.language)
    values = {
        "name": lead.name,
        "when": wording.moment(context, row.starts_at),
        "minutes": round((row.ends_at - row.starts_at).total_seconds() / 60),
        "invited": invited,
    }
    key = "meeting-booked" if row.todo is None else "meeting-creating"
    found = scheduling.result(row, lead, (own,)) | {"message_id": message_id}
    return Outcome("done", Say(key, values), found, options=(*ways, *options_for(row, lead)))


def options_for(row: Meeting, lead: Lead | None) -> tuple[Option, ...]:
    meeting = {"meeting": str(row.id)} | ({"lead": lead.name} if lead is not None else {})
    return (
        Option(Say("button-move-meeting"), "move_meeting", meeting),
        Option(Say("button-cancel-meeting"), "cancel_meeting", meeting),
    )


def _from_command(rest: str) -> dict[str, Any]:
    """``/termin NAME WHEN`` and ``/termin NAME WHEN: TITLE``."""
    when = dates.find(rest, _ANY_DAY, "UTC")
    if when is None:
        return lead_rest(rest)
    name = rest[: when.start].strip(" :,-")
    title = rest[when.end :].strip(" :,-")
    found: dict[str, Any] = {**lead_rest(name), "date": rest[when.start : when.end]}
    return found | ({"title": title} if title else {})


TOOL = Tool(
    name="book_meeting",
    description="Book an appointment with a lead at a free time and invite the lead. Pass the time as it was said.",
    arguments=BookMeeting,
    run=run,
    commands=("termin", "book", "meeting"),
    from_command=_from_command,
    required=("lead",),
    reaches=True,
    prepare=prepare,
)
