"""Lets a paused sequence go on; the next step comes after the wait that was left when it was paused."""

from __future__ import annotations

from pydantic import Field

from sequences import holding
from store.types import Outcome, Say
from tools import sequencing, wording
from tools.base import Arguments, Tool, Words, lead_and
from tools.context import Context


class ResumeSequence(Arguments):
    lead: Words | None = Field(None, description="For whom, in the rep's own words")
    sequence: Words | None = Field(None, description="Which sequence, if the rep named one; all for every one")


async def run(context: Context, arguments: ResumeSequence) -> Outcome:
    lead, running = context.the_lead, await sequencing.running(context)
    if not running:
        return Outcome("denied", Say("sequence-none", {"name": lead.name}), {"lead_id": lead.id}, "no_sequence")
    rows = [row for row in running if holding.held(row.status, row.progress, context.now)]
    if not rows:
        values = {"name": lead.name, "sequence": await sequencing.titled(context, running[0])}
        return Outcome("denied", Say("sequence-not-paused", values), {"lead_id": lead.id}, "not_paused")
    meant = await sequencing.meant(context, arguments.sequence, rows)
    if isinstance(meant, Outcome):
        return meant
    for row in meant:
        await holding.resume_run(context.work, row, context.now)
    first = min(meant, key=lambda row: row.next_due_at or context.now)
    values = {
        "name": lead.name,
        "sequence": ", ".join([await sequencing.titled(context, row) for row in meant]),
        "step": await sequencing.next_step(context, first),
        "when": wording.moment(context, first.next_due_at or context.now),
    }
    result = {"lead_id": lead.id, "resumed": [sequencing.result(row) for row in meant]}
    soon = (first.next_due_at or context.now) <= context.now
    return Outcome("done", Say("sequence-resumed-now" if soon else "sequence-resumed", values), result)


TOOL = Tool(
    name="resume_sequence",
    description="Let a lead's paused sequence go on where it was paused.",
    arguments=ResumeSequence,
    run=run,
    commands=("weiter", "resume", "resume_sequence"),
    from_command=lead_and("sequence"),
    required=("lead",),
)
