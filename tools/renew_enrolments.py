"""Running enrolments go on with the newest version of their sequence; nobody is moved unasked."""

from __future__ import annotations

from pydantic import Field

from sequences import holding
from sequences.catalogue import Entry
from store.queries import flows, playbooks
from store.queries.talk import as_int
from store.types import Outcome, Say
from tools import sequencing
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.context import Context


class RenewEnrolments(Arguments):
    sequence: Words | None = Field(
        None, description="Which sequence, in the rep's words; all of them when none is named"
    )
    template: Words | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: RenewEnrolments) -> Outcome:
    library = {row.name: (row, sequence) for row, sequence in await context.house.engine.library(context.scope)}
    if arguments.sequence is not None:
        entry = await sequencing.which(context, arguments.sequence)
        if isinstance(entry, Outcome):
            return entry
        library = {entry[0].name: entry}
    elif arguments.template is not None:
        number = as_int(arguments.template)
        row = await playbooks.get(context.scope, number) if number else None
        names = {each["name"] for each in row.content["sequences"]} if row is not None else set()
        library = {name: entry for name, entry in library.items() if name in names}
    return await _renewed(context, library)


async def _renewed(context: Context, library: dict[str, Entry]) -> Outcome:
    moved: list[str] = []
    stayed: list[str] = []
    for row in await flows.running_of(context.scope, context.actor.id, library):
        definition, sequence = library[row.sequence]
        if row.definition_id == definition.id:
            continue
        waits = row.waiting_for is not None
        reading = await holding.fresh(context.work, row, context.house.engine.catalogue, context.now)
        done = not waits and await holding.renew(context.work, reading, definition, sequence)
        (moved if done else stayed).append(reading.lead.name)
    if not moved and not stayed:
        return Outcome("denied", Say("renew-nothing"), {"moved": 0, "stayed": 0}, "nothing_older")
    values = {"moved": len(moved), "names": _names(moved), "stayed": len(stayed), "stayed_names": _names(stayed)}
    return Outcome("done", Say("renew-done", values), {"moved": len(moved), "stayed": len(stayed)})


def _names(names: list[str]) -> str:
    more = f" +{len(names) - 5}" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more or "-"


TOOL = Tool(
    name="renew_enrolments",
    description="Move the rep's running enrolments to the newest version of their sequences.",
    arguments=RenewEnrolments,
    run=run,
    commands=("umstellen", "renew"),
    from_command=lambda rest: {"sequence": rest.strip()} if rest.strip() else {},
)
