"""Pauses a lead's running sequence, for good or until a time; the wait to the next step stays as long as it is."""

from __future__ import annotations

from datetime import datetime

from pydantic import AliasChoices, Field

from sequences import holding
from store import dates
from store.types import Option, Outcome, Say
from tools import sequencing
from tools.base import Arguments, Tool, Words, lead_and
from tools.context import Context
from tools.create_reminder import ask_again


class PauseSequence(Arguments):
    lead: Words | None = Field(None, description="For whom, in the rep's own words")
    sequence: Words | None = Field(None, description="Which sequence, if the rep named one; all for every one")
    until: Words | None = Field(
        None, validation_alias=AliasChoices("until", "when"), description="Until when or for how long, if it was said"
    )


async def run(context: Context, arguments: PauseSequence) -> Outcome:
    lead, rows = context.the_lead, await sequencing.running(context)
    if not rows:
        return Outcome("denied", Say("sequence-none", {"name": lead.name}), {"lead_id": lead.id}, "no_sequence")
    until: datetime | None = None
    if arguments.until is not None:
        found = sequencing.moment(context, arguments.until, context.now)
        if not isinstance(found, datetime):
            return ask_again(found, arguments.until, "until")
        until = found
    meant = await sequencing.meant(context, arguments.sequence, rows)
    if isinstance(meant, Outcome):
        return meant
    for row in meant:
        await holding.pause_run(context.work, row, context.now, until)
    values = {
        "name": lead.name,
        "sequence": ", ".join([await sequencing.titled(context, row) for row in meant]),
        "until": dates.speak(until, context.now, context.actor.zone, context.language) if until else "",
    }
    named = "all" if len(meant) > 1 else meant[0].sequence
    again = Option(Say("button-resume-sequence"), "resume_sequence", {"lead": str(lead.id), "sequence": named})
    result = {"lead_id": lead.id, "paused": [sequencing.result(row) for row in meant]}
    key = "sequence-paused-until" if until else "sequence-paused"
    return Outcome("done", Say(key, values), result, options=(again,))


TOOL = Tool(
    name="pause_sequence",
    description="Pause a lead's running sequence for a while or until it is resumed, without ending it.",
    arguments=PauseSequence,
    run=run,
    commands=("pause", "pausiere", "pause_sequence"),
    from_command=lead_and("sequence"),
    required=("lead",),
)
