"""A leader makes a playbook for the team out of sequences, as they are now."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from store.folding import fold
from store.models import Playbook, PlaybookVersion
from store.queries import playbooks
from store.types import Option, Outcome, Say
from tools import playbooks as shared
from tools import sequencing
from tools.base import Arguments, Text, Tool, Words
from tools.context import Context


def _several(said: Any) -> Any:
    """One text names several sequences with commas or "und"."""
    if isinstance(said, str):
        return tuple(
            part.strip() for part in said.replace(" und ", ",").replace(" and ", ",").split(",") if part.strip()
        )
    return said


class CreateTemplate(Arguments):
    name: Words | None = Field(None, description="What the playbook is called, in the leader's own words")
    sequences: Annotated[tuple[Words, ...], BeforeValidator(_several)] = Field(
        (), max_length=20, description="Which sequences go in, as the leader said; all of them when none was named"
    )
    description: Text | None = Field(None, description="What it is for, if said")


async def run(context: Context, arguments: CreateTemplate) -> Outcome:
    name = arguments.name or ""
    if not name:
        return Outcome("asked", Say("playbook-ask-name"), reason="missing_name", expects="name")
    key = fold(name)
    rows = await playbooks.listed(context.scope)
    if not key or any(row.name_key == key for row in rows):
        return Outcome("denied", Say("playbook-name-taken", {"name": name}), reason="name_taken")
    names = await _names(context, arguments.sequences)
    if isinstance(names, Outcome):
        return names
    made = Playbook(
        team_id=context.actor.team_id,
        owner_id=context.actor.id,
        name=name[:120],
        name_key=key[:120],
        description=arguments.description or "",
        audience="private",
        version=1,
        content=await shared.content(context, names),
        at=context.now,
    )
    context.work.session.add(made)
    await context.work.session.flush()
    context.work.session.add(
        PlaybookVersion(playbook_id=made.id, version=1, content=dict(made.content), at=context.now)
    )
    values = {"name": made.name, "lines": shared.described(context, made)}
    result = {"template_id": made.id, "name": made.name, "version": 1, "sequences": names}
    publish = Option(Say("button-publish"), "publish_template", {"template": str(made.id)})
    return Outcome("done", Say("playbook-created", values), result, options=(publish,))


async def _names(context: Context, said: tuple[str, ...]) -> list[str] | Outcome:
    """Machine names of the sequences meant, each once; all of them when none was named."""
    engine = context.house.engine
    if not said:
        return [row.name for row, _ in await engine.library(context.scope)]
    found: dict[str, None] = {}
    for words in said:
        entries = await engine.match(context.scope, words)
        if len(entries) != 1:
            offered = entries or await engine.library(context.scope)
            titles = ", ".join(sequencing.title(context, sequence) for _, sequence in offered[:8])
            say = Say("playbook-sequence-unknown", {"name": words, "titles": titles})
            return Outcome("asked", say, reason="sequence_not_found", expects="sequences")
        found[entries[0][0].name] = None
    return list(found)


def _from_command(rest: str) -> dict[str, Any]:
    """``/vorlage NAME: SEQUENZ, SEQUENZ``."""
    name, _, said = rest.partition(":")
    found: dict[str, Any] = {"name": name.strip(), "sequences": _several(said)}
    return {key: value for key, value in found.items() if value}


TOOL = Tool(
    name="create_template",
    description="A leader makes a playbook (team template) out of sequences.",
    arguments=CreateTemplate,
    run=run,
    commands=("vorlage", "playbook"),
    from_command=_from_command,
    roles=shared.LEADERS,
)
