"""What is in a playbook, before anybody gives it away or takes it over; without a name, which there are."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from sequences import definition, playbook
from sequences.yamltree import DefinitionError
from store.models import Playbook
from store.queries import people, playbooks
from store.types import Option, Outcome, Say
from tools import playbook_words as told
from tools import playbooks as shared
from tools import yaml_words
from tools.base import Arguments, Tool, Words
from tools.context import Context


class ShowTemplate(Arguments):
    template: Words | None = Field(None, description="Which playbook: its name or number; none to list them")


async def run(context: Context, arguments: ShowTemplate) -> Outcome:
    if arguments.template is None:
        rows = await playbooks.listed(context.scope, everything=context.actor.role == "admin")
        if len(rows) > 1:
            return _listed(rows)
    row = await shared.which(context, arguments.template)
    if isinstance(row, Outcome):
        return row
    return await _shown(context, row)


def _listed(rows: Sequence[Playbook]) -> Outcome:
    options = tuple(Option(row.name, "show_template", {"template": str(row.id)}) for row in rows[:8])
    listed = [{"template_id": row.id, "name": row.name, "version": row.version} for row in rows]
    return Outcome("done", Say("playbook-list", {"count": len(rows)}), {"templates": listed}, options=options)


async def _shown(context: Context, row: Playbook) -> Outcome:
    parts = playbook.parts(row.content)
    clone = await playbooks.clone(context.scope, row.id, context.actor.id)
    owner = await people.user(context.scope, row.owner_id)
    mine = row.owner_id == context.actor.id or (context.actor.role == "admin" and row.team_id == context.actor.team_id)
    values = {
        "name": row.name,
        "version": row.version,
        "description": row.description or "none",
        "audience": row.audience,
        "owner": owner.name if owner is not None else "-",
        "clones": await playbooks.times_cloned(context.scope, row.id),
        "lines": "\n\n".join(_part(context, key, part) for key, part in parts.items()),
    }
    result = {
        "template_id": row.id,
        "name": row.name,
        "version": row.version,
        "audience": row.audience,
        "times_cloned": values["clones"],
        "cloned_version": clone.version if clone is not None else None,
        "content": row.content,
    }
    options = _owner_options(row) if mine else ()
    if not mine and (clone is None or clone.version < row.version):
        options = (Option(Say("button-clone"), "clone_template", {"template": str(row.id)}),)
    return Outcome("done", Say("playbook-shown", values), result, options=options)


def _owner_options(row: Playbook) -> tuple[Option, ...]:
    same = {"template": str(row.id)}
    first = ("button-publish", "publish_template") if row.audience in ("private", "people") else None
    offered = [first, ("button-push", "push_template"), ("button-performance", "template_performance")]
    return tuple(Option(Say(key), tool, same) for key, tool in (one for one in offered if one is not None))


def _part(context: Context, key: str, part: playbook.Part) -> str:
    language, head = context.language, told.title(context.language, key, part)
    if key == "daily":
        return f"{head}: {told.daily(language, part)}"
    if key.startswith("objection:"):
        return f"{head}: „{told.short(part['text'])}“" if language == "de" else f"{head}: “{told.short(part['text'])}”"
    try:
        sequence = definition.load(part["yaml"])
    except DefinitionError:
        return f"{head}: {context.words('playbook-unreadable')}"
    return "\n".join([head, *yaml_words.steps(language, sequence, context.house.engine.catalogue.templates)])


TOOL = Tool(
    name="show_template",
    description="Show what is in a playbook (team template), or which playbooks there are.",
    arguments=ShowTemplate,
    run=run,
    commands=("vorlagen", "playbooks"),
    from_command=lambda rest: {"template": rest.strip()} if rest.strip() else {},
    reads=True,
)
