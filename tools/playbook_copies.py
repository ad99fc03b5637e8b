"""A member's copy of a playbook: what she has of it now, and bringing it to another state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sequences import plans, playbook
from sequences.catalogue import digest_of
from sequences.daily_plan import DEFAULT
from sequences.playbook import Part, Parts
from store.db import Scope
from store.models import ObjectionHandler, Playbook, PlaybookClone, SequenceDefinition, User
from store.queries import daily, flows, handlers, playbooks
from tools import playbooks as shared
from tools.context import Context


def scope_of(context: Context, member: User) -> Scope:
    return Scope(context.work.session, member.team_id, member.id)


async def mine(context: Context, member: User, keys: Iterable[str], base: Parts) -> dict[str, Part]:
    """What a member has under the keys. A daily plan nobody ever set is none, unless one was handed over.

    Her answer that fits du and Sie stands for the one she does not have in the form that is asked for.
    """
    scope = scope_of(context, member)
    found: dict[str, Part] = {}
    handed = [shared.handler(row) for row in await handlers.of_user(scope, member.id)]
    answers = {playbook.handler_key(part): part for part in handed}
    for key in keys:
        if key.startswith("sequence:"):
            own = await playbooks.own_sequence(scope, member.id, playbook.name_of(key))
            if own is not None:
                found[key] = {"name": own.name, "title": own.name, "yaml": own.yaml, "digest": own.digest, "steps": []}
        elif key == "daily":
            plan = plans.of(await daily.plan(scope, member.id))
            if plan != DEFAULT or "daily" in base:
                found[key] = shared.daily_part(plan)
        elif (has := answers.get(key) or answers.get(f"{key.rpartition(':')[0]}:")) is not None:
            found[key] = has
    return found


async def settled(
    context: Context,
    row: Playbook,
    clone: PlaybookClone | None,
    member: User,
    how: playbook.How | None = None,
    answers: Mapping[str, str] | None = None,
) -> playbook.Settled:
    """What the newest version would do to a member's copy."""
    base = playbook.parts(await playbooks.content_of(context.scope, row.id, clone.version) if clone else None)
    theirs = playbook.parts(row.content)
    has = await mine(context, member, {*base, *theirs}, base)
    return playbook.settle(base, theirs, has, how, answers or {})


async def bring(
    context: Context, row: Playbook, clone: PlaybookClone | None, member: User, made: playbook.Settled, how: str
) -> PlaybookClone:
    """Writes what was settled and remembers that this version reached the member."""
    for key, part in made.write.items():
        if key.startswith("sequence:"):
            await _sequence(context, member, playbook.name_of(key), part)
        elif key == "daily":
            await _daily(context, member, part)
        else:
            await _handler(context, member, key, part)
    if clone is None:
        clone = PlaybookClone(
            team_id=member.team_id, playbook_id=row.id, user_id=member.id, version=row.version, synced=True,
            at=context.now, updated_at=context.now,
        )  # fmt: skip
        context.work.session.add(clone)
    clone.version, clone.synced, clone.updated_at = row.version, True, context.now
    context.work.session.add(shared.handed(context, row, member.id, how))
    await context.work.session.flush()
    return clone


async def _sequence(context: Context, member: User, name: str, part: Part | None) -> None:
    """An own version of the member's; earlier ones stay in the store, and running enrolments on theirs."""
    scope = scope_of(context, member)
    before = await playbooks.own_sequence(scope, member.id, name)
    if part is None:
        if before is not None:
            before.active = False
        return
    digest = digest_of(part["yaml"])
    same = await flows.own_version(scope, member.id, name, digest)
    if same is None:
        same = SequenceDefinition(
            team_id=member.team_id,
            owner_id=member.id,
            name=name,
            version=await playbooks.next_version(scope, name),
            yaml=part["yaml"],
            digest=digest,
            at=context.now,
        )
        context.work.session.add(same)
        await context.work.session.flush()
    await flows.only_active(scope, same)


async def _daily(context: Context, member: User, part: Part | None) -> None:
    plan = shared.plan_of(dict(part)) if part is not None else DEFAULT
    found = await daily.plan(scope_of(context, member), member.id)
    if found is None:
        found = plans.fresh(member, context.now)
        context.work.session.add(found)
    plans.keep(found, plan, member, context.now)


async def _handler(context: Context, member: User, key: str, part: Part | None) -> None:
    _, objection, language, register = key.split(":")
    found = await handlers.one(scope_of(context, member), member.id, objection, language, register)
    if part is None:
        if found is not None:
            await context.work.session.delete(found)
    elif found is not None:
        found.text, found.at = part["text"], context.now
    else:
        values: dict[str, Any] = {"objection": objection, "language": language, "register": register}
        context.work.session.add(
            ObjectionHandler(**values, team_id=member.team_id, user_id=member.id, text=part["text"], at=context.now)
        )
