"""A leader's changes reach every synced clone at once; whoever changed the same thing herself is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field

from channels.letters import Card
from sequences import playbook
from store.db import Scope
from store.models import Playbook, PlaybookClone, PlaybookVersion, User
from store.queries import flows, playbooks
from store.types import Language, Option, Outcome, Say
from tools import playbook_copies as copies
from tools import playbook_words as told
from tools import playbooks as shared
from tools.base import Arguments, Tool, Words
from tools.context import Context
from tools.create_template import Several


class PushTemplate(Arguments):
    template: Words | None = Field(None, description="Which playbook: its name or number")
    version: int | Literal["previous"] | None = Field(
        None, description="Only to go back: the earlier version's number, or 'previous'"
    )
    add: Several = Field((), max_length=20, description="What to take in: sequences, 'objections', 'daily plan'")
    remove: Several = Field((), max_length=20, description="What to take out: sequences, 'objections', 'daily plan'")


@dataclass
class Spread:
    """Who was updated, who was asked (with what she changed), who follows no more, and who gets no message."""

    updated: list[str] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    elsewhere: int = 0


async def run(context: Context, arguments: PushTemplate) -> Outcome:
    row = await _which(context, arguments)
    if isinstance(row, Outcome):
        return row
    fresh = await _content(context, row, arguments)
    if isinstance(fresh, Outcome):
        return fresh
    content, missing = fresh
    before, after = playbook.parts(row.content), playbook.parts(content)
    changes = told.difference(context.language, before, after)
    values = {"name": row.name, "missing": ", ".join(missing) or "none"}
    if not after:
        return Outcome("denied", Say("playbook-empty"), {"template_id": row.id}, "playbook_empty")
    if not changes:
        return Outcome("denied", Say("playbook-unchanged", values), {"template_id": row.id}, "unchanged")
    old, row.content, row.version = row.version, content, await _next(context, row)
    context.work.session.add(
        PlaybookVersion(playbook_id=row.id, version=row.version, content=dict(content), at=context.now)
    )
    await context.work.session.flush()
    return _answer(context, row, old, await _spread(context, row), {**values, "changes": changes})


async def _which(context: Context, arguments: PushTemplate) -> Playbook | Outcome:
    """Going back without a name means what was pushed last."""
    if arguments.template is None and arguments.version is not None:
        last = await playbooks.last_pushed(context.scope)
        if last is not None:
            return await shared.which(context, str(last.id), own=True)
    return await shared.which(context, arguments.template, own=True)


async def _next(context: Context, row: Playbook) -> int:
    return max(await playbooks.contents(context.scope, row.id), default=row.version) + 1


async def _content(
    context: Context, row: Playbook, arguments: PushTemplate
) -> tuple[dict[str, Any], list[str]] | Outcome:
    """Its parts as their owner has them now, or as they were in an earlier version."""
    if arguments.version is not None:
        found = await playbooks.contents(context.scope, row.id)
        wanted = arguments.version if arguments.version != "previous" else _earlier(row, found)
        if wanted not in found or found[wanted] == row.content:
            say = Say("playbook-version-unknown", {"name": row.name, "versions": ", ".join(map(str, sorted(found)))})
            return Outcome("denied", say, {"template_id": row.id, "versions": sorted(found)}, "version_unknown")
        return dict(found[wanted]), []
    added, removed = await shared.meant(context, arguments.add), await shared.meant(context, arguments.remove)
    if isinstance(added, Outcome):
        return added
    if isinstance(removed, Outcome):
        return removed
    picked = shared.chosen(row.content).plus(added).minus(removed)
    return await shared.content(context, row.owner_id, picked, row.content)


def _earlier(row: Playbook, found: dict[int, dict[str, Any]]) -> int | None:
    """The newest version before this one that held something else."""
    return next((v for v in sorted(found, reverse=True) if v < row.version and found[v] != row.content), None)


def _answer(context: Context, row: Playbook, old: int, spread: Spread, values: dict[str, Any]) -> Outcome:
    asked = [f"{name} ({own})" if own else name for name, own in spread.asked]
    lines = [
        context.words(f"playbook-pushed-{key}", names=", ".join(names))
        for key, names in (
            ("updated", spread.updated),
            ("asked", asked),
            ("left", spread.left),
            ("unseen", spread.unseen),
        )
        if names
    ]
    if spread.elsewhere:
        lines.append(context.words("playbook-pushed-elsewhere", count=spread.elsewhere))
    if not lines:
        lines = [context.words("playbook-pushed-nobody")]
    if values["missing"] != "none":
        lines.append(context.words("playbook-pushed-missing", titles=values["missing"]))
    said = {**values, "version": row.version, "who": "\n".join(lines)}
    result = {
        "template_id": row.id,
        "version": row.version,
        "updated": spread.updated,
        "asked": [name for name, _ in spread.asked],
        "left": spread.left,
    }
    back = Option(Say("button-back-to-version", {"version": old}), "push_template",
                  {"template": str(row.id), "version": old})  # fmt: skip
    return Outcome("done", Say("playbook-pushed", said), result, options=(back,))


async def _spread(context: Context, row: Playbook) -> Spread:
    """Every team's clones; those of other teams are counted and not named."""
    spread = Spread()
    for clone, member in await playbooks.clones(Scope(context.work.session), row.id):
        here = member.team_id == context.actor.team_id
        if not clone.synced:
            spread.left += [member.name] * here
            continue
        base = playbook.parts(await playbooks.content_of(context.scope, row.id, clone.version))
        made = await copies.settled(context, row, clone, member)
        own = ", ".join(_titles(row, base, context.language, made.own))
        if not made.own:
            await copies.bring(context, row, clone, member, made, "updated")
        seen = await _tell(context, row, clone, member, base, made)
        if not here:
            spread.elsewhere += not made.own
        elif made.own:
            spread.asked.append((member.name, own))
        else:
            spread.updated.append(member.name)
        spread.unseen += [member.name] * (here and not seen)
    return spread


def _titles(row: Playbook, base: playbook.Parts, language: Language, keys: tuple[str, ...]) -> list[str]:
    """The parts in the reader's language."""
    known = {**base, **playbook.parts(row.content)}
    return [told.title(language, key, known[key]) for key in keys]


async def _tell(
    context: Context,
    row: Playbook,
    clone: PlaybookClone,
    member: User,
    base: playbook.Parts,
    made: playbook.Settled,
) -> bool:
    """One message with what changed against what she had; whether there is a chat it can reach."""
    language = shared.language_of(member)
    values: dict[str, Any] = {
        "leader": context.actor.name,
        "name": row.name,
        "changes": told.difference(language, base, playbook.parts(row.content)),
        "own": ", ".join(_titles(row, base, language, made.own)) or "none",
        "kept": ", ".join(_titles(row, base, language, made.kept)) or "none",
    }
    options = choices(row) if made.own else await renewal(context, row, member, made)
    card = Card(
        told.say(language, "playbook-conflict" if made.own else "playbook-updated", **values),
        options,
        dedupe_key=f"playbook:{row.id}:{row.version}:{member.id}",
    )
    return await context.house.outbox.to_user(context.work, member, card) is not None


def choices(row: Playbook) -> tuple[Option, ...]:
    """What a member may do whose own changes meet the leader's."""
    same = {"template": str(row.id), "version": row.version}
    return tuple(
        Option(Say(f"button-playbook-{how}"), "clone_template", {**same, "how": how})
        for how in ("take", "keep", "merge")
    )


async def renewal(context: Context, row: Playbook, member: User, made: playbook.Settled) -> tuple[Option, ...]:
    """Running enrolments stay as they began; a tap moves them."""
    names = [playbook.name_of(key) for key in made.write if key.startswith("sequence:")]
    scope = copies.scope_of(context, member)
    newest = {name: own.id for name in names if (own := await playbooks.own_sequence(scope, member.id, name))}
    rows = [r for r in await flows.running_of(scope, member.id, newest) if r.definition_id != newest[r.sequence]]
    label = Say("button-renew", {"count": len(rows)})
    return (Option(label, "renew_enrolments", {"template": str(row.id)}),) if rows else ()


def _from_command(rest: str) -> dict[str, Any]:
    """``/verteilen NAME``, ``/verteilen NAME: 2`` (back to version 2)."""
    name, _, said = rest.partition(":")
    found: dict[str, Any] = {"template": name.strip()} if name.strip() else {}
    return {**found, "version": int(said)} if said.strip().isdecimal() and len(said) < 6 else found


TOOL = Tool(
    name="push_template",
    description="A leader hands the newest state of a playbook to everybody who cloned it, takes a part in or out,"
    " or goes back to an earlier version.",
    arguments=PushTemplate,
    run=run,
    commands=("verteilen", "push"),
    from_command=_from_command,
    roles=shared.LEADERS,
)
