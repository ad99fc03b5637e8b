"""Promote and demote. Only an admin changes the role's column; a leader's wish is put before the admins as a question.

An admin's own words do it after a tap, the command, a tap and REST at once; it can be taken back the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from channels import words
from channels.letters import Card
from channels.notices import speaks
from store.folding import fold
from store.models import User
from store.queries import acts, departing, people
from store.types import Option, Outcome, Say
from tools import teaming
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.context import Context

_WORDS = {
    "leader": "leader leiter leiterin leitung teamleiter teamleiterin teamleitung fuehrungskraft lead promote up hoch",
    "rep": "rep mitglied member berater beraterin verkaeufer verkaeuferin vertriebler demote down normal",
    "admin": "admin administrator administratorin",
}
_CANONICAL = {word: role for role, said in _WORDS.items() for word in said.split()}
_ANSWERED_WITHIN = 14 * 24


def _role(said: Any) -> Any:
    return _CANONICAL.get(fold(said), said) if isinstance(said, str) else said


class ChangeRole(Arguments):
    name: Words | None = Field(None, description="Which member, as said")
    role: Annotated[Literal["leader", "rep", "admin"], BeforeValidator(_role)] | None = Field(
        None, description="leader to promote somebody, rep to demote"
    )
    asked_by: Words | None = Field(None, json_schema_extra=INTERNAL)
    decline: bool = Field(False, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: ChangeRole) -> Outcome:
    if arguments.role == "admin":
        return Outcome("denied", Say("role-admin-by-hand"), reason="admin_by_hand")
    if arguments.role is None:
        return _which_role(context, arguments.name or "")
    if arguments.name is None:
        rows = [row for row in await people.users(context.scope) if row.role != "admin" and row.role != arguments.role]
        return await teaming.ask_whom(context, f"role-whom-{arguments.role}", rows)
    member = await teaming.whom(context, arguments.name)
    if isinstance(member, Outcome):
        return member
    values = {"name": member.name, "role": context.words(f"role-{arguments.role}")}
    if member.role == arguments.role:
        return Outcome("denied", Say("role-already", values), {"user_id": member.id}, "already_so")
    if member.role == "admin":
        return Outcome("denied", Say("role-of-admin", values), {"user_id": member.id}, "role_of_admin")
    if context.actor.role != "admin":
        return await _wished(context, member, arguments.role)
    if arguments.decline:
        await _tell_asker(context, arguments.asked_by, Say("role-declined", values), member)
        return Outcome("done", Say("role-declined-done", values), {"user_id": member.id, "role": member.role})
    if not teaming.by_hand(context):
        yes = Option(Say("button-role-yes"), "change_role", {"name": str(member.id), "role": arguments.role})
        say = Say(f"role-confirm-{arguments.role}", values)
        return Outcome("asked", say, {"user_id": member.id}, "tap_needed", (yes, Option(Say("button-no"))))
    return await _changed(context, member, arguments.role, arguments.asked_by)


def _which_role(context: Context, name: str) -> Outcome:
    if not name:
        return Outcome("asked", Say("role-whom"), reason="missing_name", expects="name")
    options = tuple(
        Option(Say(f"button-role-{role}"), "change_role", {"name": name, "role": role}) for role in ("leader", "rep")
    )
    return Outcome("asked", Say("role-which", {"name": name}), reason="missing_role", options=options, expects="role")


async def _wished(context: Context, member: User, role: str) -> Outcome:
    """A leader's wish becomes a card for every admin; whoever taps first decides."""
    admins = [row for row in await people.users(context.scope) if row.role == "admin"]
    values = {"name": member.name, "role": context.words(f"role-{role}")}
    same = {"name": str(member.id), "role": role, "asked_by": str(context.actor.id)}
    asked = 0
    for admin in admins:
        text = words.say(speaks(admin), Say(f"role-wish-{role}", {"leader": context.actor.name, "name": member.name}))
        options = (
            Option(Say("button-role-yes"), "change_role", same),
            Option(Say("button-no"), "change_role", {**same, "decline": True}),
        )
        key = f"role:{member.id}:{role}:{context.actor.id}:{context.now:%Y-%m-%d}:{admin.id}"
        card = Card(text, options, dedupe_key=key, hours=_ANSWERED_WITHIN)
        asked += await context.house.outbox.to_user(context.work, admin, card) is not None
    reached = asked or any(admin.home_conversation_id for admin in admins)
    result = {"user_id": member.id, "asked": [admin.id for admin in admins]}
    if not reached:
        return Outcome("denied", Say("role-no-admin", values), result, "admin_needed")
    await _write_down(context, member, "wished", {"role": role})
    return Outcome("asked", Say("role-wished", values), result, "admin_needed")


async def _changed(context: Context, member: User, role: str, asked_by: str | None) -> Outcome:
    values = {"name": member.name, "role": context.words(f"role-{role}")}
    if role == "rep":
        heir = await _heir(context, member)
        if heir is None:
            return Outcome("denied", Say("role-last-leader", values), {"user_id": member.id}, "last_leader")
        await departing.new_upline(context.scope, member.id, heir.id)
        member.upline_id = heir.id
    before, member.role = member.role, role
    await _write_down(context, member, "changed", {"from": before, "to": role})
    told = Card(
        words.say(speaks(member), Say(f"role-told-{role}", {"admin": context.actor.name})),
        dedupe_key=f"role-told:{member.id}:{context.call.key}",
    )
    await context.house.outbox.to_user(context.work, member, told)
    await _tell_asker(context, asked_by, Say("role-granted", values), member)
    back = Option(Say("button-undo"), "change_role", {"name": str(member.id), "role": before})
    result = {"user_id": member.id, "role": role, "before": before}
    return Outcome("done", Say("role-changed", values), result, options=(back,))


async def _heir(context: Context, member: User) -> User | None:
    """Who leads the demoted one's people then: her own leader, else another leader of the team."""
    rows: Sequence[User] = await people.users(context.scope)
    leaders = [row for row in rows if row.role == "leader" and row.id != member.id]
    return next((row for row in leaders if row.id == member.upline_id), leaders[0] if leaders else None)


async def _tell_asker(context: Context, asked_by: str | None, say: Say, member: User) -> None:
    asker = await people.user(context.scope, int(asked_by)) if asked_by and asked_by.isdigit() else None
    if asker is not None and asker.id != context.actor.id:
        values = {**say.values, "role": words.say(speaks(asker), Say(f"role-{context.call.arguments['role']}"))}
        key = f"{say.key}:{member.id}:{context.call.key}"
        await context.house.outbox.to_user(
            context.work, asker, Card(words.say(speaks(asker), Say(say.key, values)), dedupe_key=key)
        )


async def _write_down(context: Context, member: User, rule: str, facts: dict[str, Any]) -> None:
    await acts.record(
        context.scope,
        member.team_id,
        "user",
        member.id,
        verdict="role",
        rule=f"role_{rule}",
        at=context.now,
        facts={**facts, "by": context.actor.id},
    )


def _from_command(rest: str) -> dict[str, str]:
    """``/rolle Sofia Leiterin``."""
    head, _, last = rest.strip().rpartition(" ")
    if head and fold(last) in _CANONICAL:
        return {"name": head, "role": last}
    return {"name": rest.strip()} if rest.strip() else {}


TOOL = Tool(
    name="change_role",
    description="Promote a member to leader or make a leader a rep again; a leader's wish goes to an admin.",
    arguments=ChangeRole,
    run=run,
    commands=("rolle", "role"),
    from_command=_from_command,
    roles=teaming.LEADERS,
)
