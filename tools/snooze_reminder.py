"""Moves a reminder to a later time and says so when it was moved often."""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import AliasChoices, Field

from sequences import daily_plan
from store import dates
from store.models import Reminder
from store.types import Option, Outcome, Say
from tools import reminding, wording
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.context import Context
from tools.create_reminder import ask_again, from_command, result

OFTEN = 3
_YEAR = 366 * 24 * 60


class SnoozeReminder(Arguments):
    lead: Words | None = Field(None, description="Whom the reminder is about, if anybody was named")
    when: Words | None = Field(
        None, validation_alias=AliasChoices("when", "date"), description="The new time, or for how long: 2 hours"
    )
    minutes: int | None = Field(None, ge=1, le=_YEAR, description="For how many minutes, if said in minutes")
    reminder: Words | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: SnoozeReminder) -> Outcome:
    row = await reminding.choose(context, arguments.reminder, context.call.arguments)
    if isinstance(row, Outcome):
        return row
    if arguments.when is None and arguments.minutes is None:
        return await _until_when(context, row)
    until = new_time(arguments.when, arguments.minutes, context.now, context.actor.zone)
    if not isinstance(until, datetime):
        return ask_again(until, arguments.when or "", "when")
    await reminding.moved(context, row, "snoozed", until)
    row.due_at, row.delivered_at = until, None
    row.snooze_count += 1
    values = {
        "about": await reminding.about(context, row),
        "when": wording.moment(context, until),
        "count": row.snooze_count,
    }
    if row.snooze_count < OFTEN:
        return Outcome("done", Say("reminder-snoozed", values), result(row))
    return Outcome("done", Say("reminder-snoozed-often", values), result(row), options=await _often(context, row))


def new_time(when: str | None, minutes: int | None, now: datetime, zone: str) -> datetime | str | None:
    """The new moment, or the name of what is wrong with the words ("2 hours" counts from now)."""
    if when is None:
        return now + timedelta(minutes=minutes or 0)
    found = dates.parse(when, now, zone)
    if found.at is not None:
        return found.at
    span = dates.parse_duration(when)
    return now + span if span is not None and timedelta(0) < span <= timedelta(minutes=_YEAR) else found.ask


async def _often(context: Context, row: Reminder) -> tuple[Option, ...]:
    """Put off again and again: the hour at which the person really does such things, or an honest end."""
    better = await _better(context, row)
    end = Option(Say("button-not-needed"), "complete_reminder", {"reminder": str(row.id), "action": "dismiss"})
    return (*better, end)


async def _better(context: Context, row: Reminder) -> tuple[Option, ...]:
    """The person's own hour, today while it is still ahead, else tomorrow; none while nothing is learnt."""
    hour = await reminding.habit(context)
    if hour is None:
        return ()
    at = daily_plan.today(hour * 60, context.now, context.actor.zone)
    if at <= context.now + timedelta(minutes=30):
        at = daily_plan.today(hour * 60, context.now + timedelta(days=1), context.actor.zone)
    if at == row.due_at:
        return ()
    label = Say("button-your-time", {"when": wording.moment(context, at)})
    return (Option(label, "snooze_reminder", {"reminder": str(row.id), "when": at.isoformat()}),)


async def _until_when(context: Context, row: Reminder) -> Outcome:
    same = {"reminder": str(row.id)}
    options = (
        *await _better(context, row),
        Option(Say("button-in-an-hour"), "snooze_reminder", {**same, "minutes": 60}),
        Option(Say("button-in-three-hours"), "snooze_reminder", {**same, "minutes": 180}),
        Option(Say("button-tomorrow"), "snooze_reminder", {**same, "when": context.words("snooze-tomorrow")}),
    )
    return Outcome("asked", Say("ask-when", {"name": ""}), reason="missing_when", options=options, expects="when")


def _from_command(rest: str) -> dict[str, str]:
    """``/spaeter [NAME] WHEN`` -> arguments; a bare length of time ("30 Minuten") is a time as well."""
    if dates.parse_duration(rest.strip()) is not None:
        return {"when": rest.strip()}
    found = from_command(rest)
    kept = {"lead": found.get("lead"), "when": found.get("date")}
    return {name: value for name, value in kept.items() if value}


TOOL = Tool(
    name="snooze_reminder",
    description="Move an open reminder to a later time, or by a length of time from now.",
    arguments=SnoozeReminder,
    run=run,
    commands=("spaeter", "snooze", "später"),
    from_command=_from_command,
)
