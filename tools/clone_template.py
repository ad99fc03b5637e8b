"""One tap: a leader's playbook becomes one's own, with everything in it; later it is brought up to date.

Whoever has something of her own where the leader changed something too chooses: take, keep or merge.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from sequences import playbook
from sequences.merging import Clash
from store.models import Playbook, PlaybookClone, User
from store.queries import playbooks
from store.types import Option, Outcome, Say
from tools import playbook_copies as copies
from tools import playbook_words as told
from tools import playbooks as shared
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.context import Context
from tools.push_template import choices, renewal


class CloneTemplate(Arguments):
    """``how`` is the choice where both changed something: take, keep, merge (``answers``: place -> theirs or mine);
    reset takes the leader's state back, leave ends the updates. ``version`` is the one the choice was offered for."""

    template: Words | None = Field(None, description="Which playbook: its name or number, as the rep said it")
    how: Literal["take", "keep", "merge", "reset", "leave"] | None = Field(None, json_schema_extra=INTERNAL)
    answers: dict[str, Literal["theirs", "mine"]] = Field({}, json_schema_extra=INTERNAL)
    version: int | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: CloneTemplate) -> Outcome:
    row = await shared.which(context, arguments.template)
    if isinstance(row, Outcome):
        return row
    if row.owner_id == context.actor.id:
        return Outcome("denied", Say("playbook-own", {"name": row.name}), {"template_id": row.id}, "own_playbook")
    member = await context.user()
    clone = await playbooks.clone(context.scope, row.id, member.id)
    if arguments.how == "leave" and clone is not None:
        clone.synced = False
        return Outcome("done", Say("playbook-left", {"name": row.name}), await _result(context, row, clone))
    if arguments.version is not None and arguments.version != row.version:
        return await _asked(context, row, await copies.settled(context, row, clone, member), newer=True)
    if arguments.how == "reset":
        theirs = playbook.parts(row.content)
        has = await copies.mine(context, member, theirs, theirs)
        return await _brought(context, row, clone, member, playbook.settle({}, theirs, has, "take", {}), "take")
    how = arguments.how if arguments.how in ("take", "keep", "merge") else None
    made = await copies.settled(context, row, clone, member, how, arguments.answers)
    if clone is not None and clone.version == row.version:
        return await _already(context, row, clone, made)
    if made.clash is not None:
        return await _question(context, row, made.clash, made.open, arguments.answers)
    if made.own and how is None:
        return await _asked(context, row, made)
    return await _brought(context, row, clone, member, made, how or ("cloned" if clone is None else "updated"))


async def _already(context: Context, row: Playbook, clone: PlaybookClone, made: playbook.Settled) -> Outcome:
    """Nothing changes, except that somebody who had left follows again."""
    again, clone.synced = not clone.synced, True
    own = _titles(context, row, made.kept)
    values = {"name": row.name, "own": own or "none", "again": "yes" if again else "no"}
    reset = Option(Say("button-playbook-reset"), "clone_template", {"template": str(row.id), "how": "reset"})
    say, result = Say("playbook-cloned-already", values), await _result(context, row, clone)
    return Outcome("denied", say, result, "already_cloned", options=(reset,) if own else ())


async def _asked(context: Context, row: Playbook, made: playbook.Settled, *, newer: bool = False) -> Outcome:
    """Take, keep or merge; ``newer``: the leader has changed it again since the buttons were shown."""
    values = {"name": row.name, "own": _titles(context, row, made.own) or "none", "newer": "yes" if newer else "no"}
    if not made.own:
        same = {"template": str(row.id)}
        return Outcome("asked", Say("playbook-newer", values), {"template_id": row.id}, "newer_version",
                       (Option(Say("button-clone"), "clone_template", same),))  # fmt: skip
    return Outcome("asked", Say("playbook-own-changes", values), {"template_id": row.id}, "own_changes", choices(row))


async def _question(
    context: Context, row: Playbook, clash: tuple[str, Clash], left: int, answers: dict[str, Any]
) -> Outcome:
    """One place at a time, with both versions; the answers so far travel with the buttons."""
    key, one = clash
    leader = await context.work.session.get(User, row.owner_id)
    name = leader.name if leader is not None else "-"
    question = told.clash(context.language, key, _known(row, key), one, name)
    same = {"template": str(row.id), "version": row.version, "how": "merge"}
    options = tuple(
        Option(_side(side, name), "clone_template", {**same, "answers": {**answers, _name(key, one): side}})
        for side in ("theirs", "mine")
    )
    say = Say("playbook-merge-question", {"question": question, "open": left})
    return Outcome("asked", say, {"template_id": row.id, "open": left}, "clash", options)


def _side(side: str, leader: str) -> Say:
    return Say(f"button-side-{side}", {"leader": leader})


def _name(key: str, one: Clash) -> str:
    return f"{key}/{one.name}"


async def _brought(
    context: Context, row: Playbook, clone: PlaybookClone | None, member: User, made: playbook.Settled, how: str
) -> Outcome:
    first = clone is None
    clone = await copies.bring(context, row, clone, member, made, how)
    values = {
        "name": row.name,
        "lines": told.contents(context.language, playbook.parts(row.content)),
        "kept": _titles(context, row, (*made.kept, *(made.own if how == "keep" else ()))) or "none",
        "broken": _titles(context, row, made.broken) or "none",
        "how": how,
    }
    options = () if first else await renewal(context, row, member, made)
    if how == "keep":
        leave = Option(Say("button-playbook-leave"), "clone_template", {"template": str(row.id), "how": "leave"})
        options = (*options, leave)
    key = "playbook-cloned" if first else "playbook-taken"
    return Outcome("done", Say(key, values), await _result(context, row, clone), options=options)


async def _result(context: Context, row: Playbook, clone: PlaybookClone) -> dict[str, Any]:
    return {
        "template_id": row.id,
        "clone_id": clone.id,
        "version": clone.version,
        "sequences": [each["name"] for each in row.content["sequences"]],
        "objections": len(row.content.get("handlers", ())),
        "daily": "daily" in row.content,
        "times_cloned": await playbooks.times_cloned(context.scope, row.id),
    }


def _known(row: Playbook, key: str) -> playbook.Part:
    """A part of the playbook; one the leader took out is known by its name alone."""
    if key == "daily":
        return {}
    if key.startswith("objection:"):
        _, objection, language, register = key.split(":")
        return {"objection": objection, "language": language, "register": register}
    name = playbook.name_of(key)
    return playbook.parts(row.content).get(key) or {"name": name, "title": name.replace("_", " "), "yaml": ""}


def _titles(context: Context, row: Playbook, keys: tuple[str, ...]) -> str:
    return ", ".join(told.title(context.language, key, _known(row, key)) for key in keys)


TOOL = Tool(
    name="clone_template",
    description="Take over a leader's playbook (team template) as the rep's own.",
    arguments=CloneTemplate,
    run=run,
    commands=("uebernehmen", "übernehmen", "clone"),
    from_command=lambda rest: {"template": rest.strip()} if rest.strip() else {},
)
