"""Moves the next step of a lead's running sequence to another time; the ones behind it move along."""

from __future__ import annotations

from datetime import datetime

from pydantic import AliasChoices, Field

from sequences import holding
from sequences.progress import next_due
from store.types import Option, Outcome, Say
from tools import sequencing, wording
from tools.base import Arguments, Tool, Words
from tools.context import Context
from tools.create_reminder import ask_again, from_command


class PostponeStep(Arguments):
    lead: Words | None = Field(None, description="For whom, in the rep's own words")
    sequence: Words | None = Field(None, description="Which sequence, if the rep named one")
    when: Words | None = Field(
        None, validation_alias=AliasChoices("when", "until", "date"), description="The new time, or by how long"
    )


async def run(context: Context, arguments: PostponeStep) -> Outcome:
    found = await sequencing.step_ahead(context, arguments.sequence)
    if isinstance(found, Outcome):
        return found
    reading, step = found
    if arguments.when is None:
        return _ask(context, reading.row.sequence)
    due = max(next_due(reading.sequence, reading.progress, step.index), context.now)
    at = sequencing.moment(context, arguments.when, due)
    if not isinstance(at, datetime):
        return ask_again(at, arguments.when, "when")
    await holding.postpone_step(context.work, reading, step, at)
    values = {
        **sequencing.next_values(context, reading.sequence, reading.row),
        "when": wording.moment(context, at),
        "more": len(reading.sequence.steps) - step.index - 1,
    }
    return Outcome("done", Say("step-postponed", values), sequencing.result(reading.row))


def _ask(context: Context, sequence: str) -> Outcome:
    same = {"lead": str(context.the_lead.id), "sequence": sequence}
    options = tuple(
        Option(Say(f"button-postpone-{key}"), "postpone_step", {**same, "when": context.words(f"postpone-{key}")})
        for key in ("tomorrow", "three-days", "week")
    )
    return Outcome("asked", Say("ask-when", {"name": ""}), {}, "missing_when", options, expects="when")


def _from_command(rest: str) -> dict[str, str]:
    """``/verschiebe NAME WHEN`` -> arguments."""
    found = from_command(rest)
    kept = {"lead": found.get("lead"), "when": found.get("date")}
    return {name: value for name, value in kept.items() if value}


TOOL = Tool(
    name="postpone_step",
    description="Move the next step of a lead's running sequence to another time.",
    arguments=PostponeStep,
    run=run,
    commands=("verschiebe", "postpone", "postpone_step"),
    from_command=_from_command,
    required=("lead",),
)
