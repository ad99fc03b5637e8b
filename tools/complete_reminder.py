"""Ticks a reminder off, or drops one that is no longer wanted."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from store.models import Reminder
from store.queries import daily
from store.types import Outcome, Say
from tools import recurring, reminding, wording
from tools.base import INTERNAL, Arguments, Tool, Words, lead_rest
from tools.context import Context
from tools.create_reminder import result


class CompleteReminder(Arguments):
    lead: Words | None = Field(None, description="Whom the reminder is about, if anybody was named")
    reminder: Words | None = Field(None, json_schema_extra=INTERNAL)
    recurring: bool = Field(False, description="Only when the rep means a recurring one")
    action: Literal["done", "dismiss", "skip"] = Field(
        "done", description="dismiss when it is no longer wanted at all, skip to leave out a recurring one once"
    )


async def run(context: Context, arguments: CompleteReminder) -> Outcome:
    row = await reminding.choose(context, arguments.reminder, context.call.arguments, recurring=arguments.recurring)
    if isinstance(row, Outcome):
        return row
    about = await reminding.about(context, row)
    if row.rule is not None and arguments.action != "dismiss":
        return await _passed(context, row, about)
    if arguments.action == "dismiss" and row.series is not None:
        return await _ended(context, row, about)
    _close(context, row, "done" if arguments.action == "done" else "dismissed")
    await reminding.moved(context, row, row.state)
    return Outcome("done", Say(f"reminder-{row.state}", {"about": about}), result(row))


def _close(context: Context, row: Reminder, state: str) -> None:
    row.state, row.completed_at, row.escalate_at = state, context.now, None


async def _passed(context: Context, row: Reminder, about: str) -> Outcome:
    """A recurring reminder that is done or left out before it came: the one after it stands."""
    following = recurring.next_after(row, context.now)
    if following is None:
        raise LookupError(f"reminder {row.id} does not recur")
    row.due_at = row.occurrence_at = following
    say = Say("reminder-skipped", {"about": about, "when": wording.moment(context, following)})
    return Outcome("done", say, result(row))


async def _ended(context: Context, row: Reminder, about: str) -> Outcome:
    """No longer wanted: the whole series ends, with what of it is on the table."""
    for each in await daily.series_rows(context.scope, row.series or row.id):
        _close(context, each, "dismissed")
    return Outcome("done", Say("reminder-series-ended", {"about": about}), result(row))


def _from_command(rest: str) -> dict[str, str]:
    words = rest.strip().removeprefix("#")
    return {"reminder": words} if words.isascii() and words.isdigit() else lead_rest(rest)


TOOL = Tool(
    name="complete_reminder",
    description="Mark an open reminder of the rep as done.",
    arguments=CompleteReminder,
    run=run,
    commands=("erledigt", "done"),
    from_command=_from_command,
)
