"""Ticks a reminder off, or drops one that is no longer wanted."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from store.types import Outcome, Say
from tools import reminding
from tools.base import INTERNAL, Arguments, Tool, Words, lead_rest
from tools.context import Context
from tools.create_reminder import result


class CompleteReminder(Arguments):
    lead: Words | None = Field(None, description="Whom the reminder is about, if anybody was named")
    reminder: Words | None = Field(None, json_schema_extra=INTERNAL)
    action: Literal["done", "dismiss"] = Field("done", json_schema_extra=INTERNAL)


async def run(context: Context, arguments: CompleteReminder) -> Outcome:
    row = await reminding.choose(context, arguments.reminder, context.call.arguments)
    if isinstance(row, Outcome):
        return row
    row.state = "done" if arguments.action == "done" else "dismissed"
    row.completed_at = context.now
    key = "reminder-done" if arguments.action == "done" else "reminder-dismissed"
    return Outcome("done", Say(key, {"about": await reminding.about(context, row)}), result(row))


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
