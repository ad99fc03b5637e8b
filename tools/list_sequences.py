"""The sequences somebody may start: how long each is and for how many of the rep's leads it runs."""

from __future__ import annotations

from store.queries import flows
from store.types import Option, Outcome, Say
from tools import sequencing
from tools.base import Arguments, Tool
from tools.context import Context

_BUTTONS = 4


class ListSequences(Arguments):
    pass


async def run(context: Context, arguments: ListSequences) -> Outcome:
    catalogue = context.house.engine.catalogue
    counts = await flows.running_counts(context.scope)
    lines: list[str] = []
    rows: list[dict[str, object]] = []
    options: list[Option] = []
    for row, sequence in await context.house.engine.library(context.scope):
        title, mine = sequencing.title(context, sequence), row.owner_id == context.actor.id
        values = {
            "sequence": title,
            "version": row.version,
            "steps": len(sequence.steps),
            "days": max(step.day for step in sequence.steps),
            "running": counts.get(row.name, 0),
        }
        lines.append("• " + context.words("own-list-yours" if mine else "own-list-line", **values))
        rows.append({"name": row.name, "own": mine, "active": True, **values})
        if mine and len(options) < _BUTTONS:
            off = Say("button-own-off", {"sequence": title})
            options.append(Option(off, "switch_sequence", {"sequence": str(row.id)}))
    for row in await flows.switched_off(context.scope):
        title = sequencing.title(context, catalogue.parse(row))
        lines.append("• " + context.words("own-list-off", sequence=title))
        rows.append({"name": row.name, "own": True, "active": False, "version": row.version, "sequence": title})
    say = Say("own-list", {"lines": "\n".join(lines)})
    return Outcome("done", say, {"sequences": rows}, options=tuple(options))


TOOL = Tool(
    name="list_sequences",
    description="List the follow-up sequences there are, the rep's own among them.",
    arguments=ListSequences,
    run=run,
    commands=("sequenzen", "sequences"),
    reads=True,
)
