"""Stops a lead's running sequence, or all of them; what was queued by it does not leave."""

from __future__ import annotations

from pydantic import Field

from store.models import Enrolment
from store.types import Option, Outcome, Say
from tools import sequencing
from tools.base import Arguments, Tool, Words, lead_and
from tools.context import Context

ALL = frozenset({"all", "alle", "alles", "beide", "both", "everything"})


class StopSequence(Arguments):
    lead: Words | None = Field(None, description="For whom, in the rep's own words")
    sequence: Words | None = Field(None, description="Which sequence, if the rep named one; all for every one")


async def run(context: Context, arguments: StopSequence) -> Outcome:
    lead, rows = context.the_lead, await sequencing.running(context)
    if not rows:
        return Outcome("denied", Say("sequence-none", {"name": lead.name}), {"lead_id": lead.id}, "no_sequence")
    named = arguments.sequence
    if named is None and len(rows) > 1:
        return await _which(context, rows)
    wanted = None
    if named is not None and named.strip().lower() not in ALL:
        entry = await _running_one(context, named, rows)
        if isinstance(entry, Outcome):
            return entry
        wanted = entry
    titles = [await sequencing.titled(context, row) for row in rows if wanted in (None, row.sequence)]
    stopped = await context.house.engine.stop(context.work, lead, wanted, "stopped_by_user", context.now)
    values = {"name": lead.name, "sequence": ", ".join(titles), "count": len(stopped)}
    result = {"lead_id": lead.id, "stopped": [sequencing.result(row) for row in stopped]}
    return Outcome("done", Say("sequence-stopped", values), result)


async def _running_one(context: Context, named: str, rows: list[Enrolment]) -> str | Outcome:
    """The machine name of the running sequence that is meant."""
    names = {row.sequence for row in rows}
    if named in names:
        return named
    found = {sequence.name for _, sequence in await context.house.engine.match(context.scope, named)} & names
    if len(found) == 1:
        return found.pop()
    return await _which(context, [row for row in rows if row.sequence in found] or rows)


async def _which(context: Context, rows: list[Enrolment]) -> Outcome:
    same = {"lead": str(context.the_lead.id)}
    options = [
        Option(await sequencing.titled(context, row), "stop_sequence", {**same, "sequence": row.sequence})
        for row in rows
    ]
    if len(rows) > 1:
        options.append(Option(Say("button-all"), "stop_sequence", {**same, "sequence": "all"}))
    result = {"running": [row.sequence for row in rows]}
    say = Say("sequence-stop-which", {"name": context.the_lead.name})
    return Outcome("asked", say, result, "sequence_ambiguous", tuple(options), expects="sequence")


TOOL = Tool(
    name="stop_sequence",
    description="Stop a lead's running follow-up sequence.",
    arguments=StopSequence,
    run=run,
    commands=("stoppe", "stop_sequence"),
    from_command=lead_and("sequence"),
    required=("lead",),
)
