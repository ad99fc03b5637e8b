"""One tap: a leader's playbook becomes one's own, with everything in it."""

from __future__ import annotations

from pydantic import Field

from store.models import PlaybookClone
from store.queries import playbooks
from store.types import Outcome, Say
from tools import playbooks as shared
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.context import Context


class CloneTemplate(Arguments):
    template: Words | None = Field(None, description="Which playbook: its name or number, as the rep said it")
    overwrite: bool = Field(False, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: CloneTemplate) -> Outcome:
    row = await shared.which(context, arguments.template)
    if isinstance(row, Outcome):
        return row
    parts = row.content["sequences"]
    clone = await playbooks.clone(context.scope, row.id, context.actor.id)
    if clone is not None and clone.version == row.version and not arguments.overwrite:
        known = {"template_id": row.id, "clone_id": clone.id, "version": clone.version}
        return Outcome("denied", Say("playbook-cloned-already", {"name": row.name}), known, "already_cloned")
    await shared.hand_over(context, row, context.actor.id, parts)
    if clone is None:
        clone = PlaybookClone(
            team_id=row.team_id,
            playbook_id=row.id,
            user_id=context.actor.id,
            version=row.version,
            synced=True,
            digests=shared.digests(parts),
            at=context.now,
            updated_at=context.now,
        )
        context.work.session.add(clone)
    clone.version, clone.digests, clone.updated_at = row.version, shared.digests(parts), context.now
    await context.work.session.flush()
    result: dict[str, object] = {
        "template_id": row.id,
        "clone_id": clone.id,
        "version": row.version,
        "sequences": [each["name"] for each in parts],
        "times_cloned": await playbooks.times_cloned(context.scope, row.id),
    }
    values = {"name": row.name, "lines": shared.described(context, row)}
    return Outcome("done", Say("playbook-cloned", values), result)


TOOL = Tool(
    name="clone_template",
    description="Take over a leader's playbook (team template) as the rep's own.",
    arguments=CloneTemplate,
    run=run,
    commands=("uebernehmen", "übernehmen", "clone"),
    from_command=lambda rest: {"template": rest.strip()} if rest.strip() else {},
)
