"""Leaves out the next step of a lead's running sequence; the steps behind it keep their days."""

from __future__ import annotations

from pydantic import Field

from sequences import holding
from store.types import Outcome, Say
from tools import sequencing
from tools.base import Arguments, Tool, Words, lead_and
from tools.context import Context


class SkipStep(Arguments):
    lead: Words | None = Field(None, description="For whom, in the rep's own words")
    sequence: Words | None = Field(None, description="Which sequence, if the rep named one")


async def run(context: Context, arguments: SkipStep) -> Outcome:
    found = await sequencing.step_ahead(context, arguments.sequence)
    if isinstance(found, Outcome):
        return found
    reading, step = found
    await holding.skip_step(context.work, reading, step)
    values = {
        **sequencing.next_values(context, reading.sequence, reading.row),
        "skipped": step.called(context.language),
    }
    key = "step-skipped" if reading.row.step < len(reading.sequence.steps) else "step-skipped-last"
    return Outcome("done", Say(key, values), {**sequencing.result(reading.row), "skipped": step.name})


TOOL = Tool(
    name="skip_step",
    description="Leave out the next step of a lead's running sequence.",
    arguments=SkipStep,
    run=run,
    commands=("ueberspringen", "überspringen", "skip", "skip_step"),
    from_command=lead_and("sequence"),
    required=("lead",),
)
