"""A leader makes a playbook for the team: sequences with their texts, answers to objections, her daily plan."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from sequences import plans, playbook
from sequences.daily_plan import DEFAULT
from store.folding import fold
from store.models import Playbook, PlaybookVersion
from store.queries import daily, handlers, playbooks
from store.types import Option, Outcome, Say
from tools import playbook_words
from tools import playbooks as shared
from tools.base import Arguments, Text, Tool, Words
from tools.context import Context


def several(said: Any) -> Any:
    """One text names several things with commas or "und"."""
    if isinstance(said, str):
        parts = re.split(r",|;|\s+(?:und|and|sowie|plus)\s+", said)
        return tuple(part.strip() for part in parts if part.strip())
    return said


Several = Annotated[tuple[Words, ...], BeforeValidator(several)]


class CreateTemplate(Arguments):
    name: Words | None = Field(None, description="What the playbook is called, in the leader's own words")
    sequences: Several = Field(
        (),
        max_length=20,
        description="What goes in, as the leader said: sequences by name, 'objections', 'daily plan';"
        " all that is hers when nothing was named",
    )
    description: Text | None = Field(None, description="What it is for, if said")


async def run(context: Context, arguments: CreateTemplate) -> Outcome:
    name = " ".join((arguments.name or "").split())[:120]
    if not name:
        return Outcome("asked", Say("playbook-ask-name"), reason="missing_name", expects="name")
    key = fold(name)[:120]
    if not key or await playbooks.named(context.scope, key) is not None:
        return Outcome("denied", Say("playbook-name-taken", {"name": name}), reason="name_taken")
    picked = await shared.meant(context, arguments.sequences) if arguments.sequences else None
    if isinstance(picked, Outcome):
        return picked
    picked = picked or await shared.everything(context)
    content, missing = await shared.content(context, context.actor.id, picked, {})
    if not playbook.parts(content):
        return Outcome("denied", Say("playbook-empty"), {"missing": missing}, "playbook_empty")
    made = Playbook(
        team_id=context.actor.team_id,
        owner_id=context.actor.id,
        name=name,
        name_key=key,
        description=arguments.description or "",
        audience="private",
        version=1,
        content=content,
        at=context.now,
    )
    context.work.session.add(made)
    await context.work.session.flush()
    context.work.session.add(PlaybookVersion(playbook_id=made.id, version=1, content=dict(content), at=context.now))
    values = {"name": made.name, "lines": playbook_words.contents(context.language, playbook.parts(content))}
    names = [each["name"] for each in content["sequences"]]
    result = {"template_id": made.id, "name": made.name, "version": 1, "sequences": names, **_counted(content)}
    return Outcome("done", Say("playbook-created", values), result, options=await _options(context, made, picked))


def _counted(content: dict[str, Any]) -> dict[str, Any]:
    return {"objections": len(content["handlers"]), "daily": "daily" in content}


async def _options(context: Context, made: Playbook, picked: shared.Chosen) -> tuple[Option, ...]:
    """Publish it, look at it, and what else is hers and not in it yet."""
    same = {"template": str(made.id)}
    options = [
        Option(Say("button-publish"), "publish_template", same),
        Option(Say("button-show-playbook"), "show_template", same),
    ]
    if not picked.handlers and (answers := await handlers.of_user(context.scope, context.actor.id)):
        label = Say("button-add-objections", {"count": len(answers)})
        options.append(Option(label, "push_template", {**same, "add": ["objections"]}))
    if not picked.daily and plans.of(await daily.plan(context.scope, context.actor.id)) != DEFAULT:
        options.append(Option(Say("button-add-daily"), "push_template", {**same, "add": ["daily"]}))
    return tuple(options)


def _from_command(rest: str) -> dict[str, Any]:
    """``/vorlage NAME: SEQUENZ, SEQUENZ``."""
    name, _, said = rest.partition(":")
    found: dict[str, Any] = {"name": name.strip(), "sequences": several(said)}
    return {key: value for key, value in found.items() if value}


TOOL = Tool(
    name="create_template",
    description="A leader makes a playbook (team template) out of sequences, objection answers and the daily plan.",
    arguments=CreateTemplate,
    run=run,
    commands=("vorlage", "playbook"),
    from_command=_from_command,
    roles=shared.LEADERS,
)
