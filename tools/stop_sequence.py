"""Stops a lead's running sequence, or all of them; what was queued by it does not leave."""

from __future__ import annotations

from pydantic import Field

from store.types import Outcome, Say
from tools import sequencing
from tools.base import Arguments, Tool, Words, lead_and
from tools.context import Context


class StopSequence(Arguments):
    lead: Words | None = Field(None, description="For whom, in the rep's own words")
    sequence: Words | None = Field(None, description="Which sequence, if the rep named one; all for every one")


async def run(context: Context, arguments: StopSequence) -> Outcome:
    lead, rows = context.the_lead, await sequencing.running(context)
    if not rows:
        return Outcome("denied", Say("sequence-none", {"name": lead.name}), {"lead_id": lead.id}, "no_sequence")
    meant = await sequencing.meant(context, arguments.sequence, rows)
    if isinstance(meant, Outcome):
        return meant
    titles = [await sequencing.titled(context, row) for row in meant]
    wanted = meant[0].sequence if len(meant) < len(rows) else None
    stopped = await context.house.engine.stop(context.work, lead, wanted, "stopped_by_user", context.now)
    values = {"name": lead.name, "sequence": ", ".join(titles), "count": len(stopped)}
    result = {"lead_id": lead.id, "stopped": [sequencing.result(row) for row in stopped]}
    return Outcome("done", Say("sequence-stopped", values), result)


TOOL = Tool(
    name="stop_sequence",
    description="Stop a lead's running follow-up sequence.",
    arguments=StopSequence,
    run=run,
    commands=("stoppe", "stop_sequence"),
    from_command=lead_and("sequence"),
    required=("lead",),
)
