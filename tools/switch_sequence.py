"""Switches an own sequence on (its shown version) or off; enrolments that run keep their version to their end."""

from __future__ import annotations

from pydantic import Field

from store.models import SequenceDefinition
from store.queries import flows
from store.queries.talk import as_int
from store.types import Option, Outcome, Say
from tools import sequencing
from tools.base import Arguments, Tool, Words
from tools.context import Context


class SwitchSequence(Arguments):
    sequence: Words | None = Field(None, description="Which sequence, in the rep's own words")
    on: bool = Field(False, description="True to switch it on, false to switch it off")


async def run(context: Context, arguments: SwitchSequence) -> Outcome:
    said = arguments.sequence or ""
    row = await _numbered(context, said) if said.isdigit() else None
    if row is None and said.isdigit():
        return Outcome("denied", Say("own-gone"), reason="sequence_not_found")
    if row is None:
        found = await _meant(context, said, on=arguments.on)
        if isinstance(found, Outcome):
            return found
        row = found
    sequence = context.house.engine.catalogue.parse(row)
    values = {"sequence": sequencing.title(context, sequence), "version": row.version}
    result = {"definition_id": row.id, "sequence": row.name, "version": row.version, "active": arguments.on}
    if not _mine(context, row):
        return Outcome("denied", Say("own-not-yours", values), result, "not_yours")
    if arguments.on:
        await flows.only_active(context.scope, row)
    else:
        row.active = False
    off = Option(Say("button-own-off", {"sequence": values["sequence"]}), "switch_sequence", {"sequence": str(row.id)})
    return Outcome(
        "done", Say("own-on" if arguments.on else "own-off", values), result, options=(off,) if arguments.on else ()
    )


def _mine(context: Context, row: SequenceDefinition) -> bool:
    """A rep's own; a leader's also those of the team. Shipped ones belong to nobody here."""
    if row.team_id != context.actor.team_id:
        return False
    return row.owner_id == context.actor.id or (row.owner_id is None and context.actor.role in ("leader", "admin"))


async def _numbered(context: Context, said: str) -> SequenceDefinition | None:
    number = as_int(said)
    row = await flows.definition(context.scope, number) if number is not None and number < 2**62 else None
    return row if row is not None and row.team_id in (None, context.actor.team_id) else None


async def _meant(context: Context, said: str, *, on: bool) -> SequenceDefinition | Outcome:
    """By name: among those that are on; to switch on, the newest of one's own that is off."""
    if on:
        engine = context.house.engine
        rows = [(row, engine.catalogue.parse(row)) for row in await flows.switched_off(context.scope)]
        found = sequencing.named([sequence for _, sequence in rows], said)
        if len(found) == 1:
            return next(row for row, sequence in rows if sequence is found[0])
    entry = await sequencing.which(context, said)
    return entry if isinstance(entry, Outcome) else entry[0]


def _from_command(rest: str) -> dict[str, object]:
    """``/sequenz_aus NAME``."""
    return {"sequence": rest.strip()} if rest.strip() else {}


TOOL = Tool(
    name="switch_sequence",
    description="Switch one of the rep's own sequences on or off.",
    arguments=SwitchSequence,
    run=run,
    commands=("sequenz_aus", "sequence_off"),
    from_command=_from_command,
    required=("sequence",),
)
