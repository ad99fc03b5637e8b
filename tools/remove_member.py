"""Somebody leaves the team: asked to whom the leads go, shown what that is, done by a tap, nothing lost.

Sequences, reminders, drafts, messages and appointments follow the leads (``store.queries.handing``); login, sessions,
links and the paired messengers open nothing any more (``store.queries.departing``). What is her own and about no lead
ends with her and is handed to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import Field

from channels import words
from channels.letters import Card
from channels.notices import speaks
from store.folding import fold
from store.models import User
from store.queries import acts, departing, handing, meetings, people
from store.queries.handing import Belongings
from store.types import Option, Outcome, Say
from tools import calendar_moving, teaming
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.clients import google_login
from tools.context import Context

ALL = "all"
_ME = frozenset("me mir mich ich zu mir to me selbst myself".split()) | {"zu mir", "to me", "an mich"}
_SHARE = frozenset(
    "all alle allen verteilen verteilt verteil aufteilen team distribute share split everybody".split()
) | {"im team verteilen", "an alle", "among the team"}
_NAMED = 6


class RemoveMember(Arguments):
    name: Words | None = Field(None, description="Who leaves the team")
    to: Words | None = Field(None, description="Who gets the leads: me, a member's name, or all to share them out")
    confirmed: bool = Field(False, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: RemoveMember) -> Outcome:
    if arguments.name is None:
        return await teaming.ask_whom(context, "remove-whom", await _removable(context))
    member = await teaming.whom(context, arguments.name)
    if isinstance(member, Outcome):
        return member
    if (no := _refused(context, member)) is not None:
        return no
    others = [row for row in await people.users(context.scope) if row.id != member.id and row.role != "admin"]
    found = await handing.belongings(context.scope, member.id, context.now)
    if arguments.to is None:
        return _ask_to(context, member, others, found)
    takers = await _takers(context, arguments.to, member, others)
    if isinstance(takers, Outcome):
        return takers
    if not (arguments.confirmed and teaming.by_hand(context)):
        return _confirm(context, member, takers, arguments.to, found)
    return await _done(context, member, takers, found)


async def _removable(context: Context) -> list[User]:
    return [row for row in await people.users(context.scope) if _refused(context, row) is None]


def _refused(context: Context, member: User) -> Outcome | None:
    values = {"name": member.name}
    if member.id == context.actor.id:
        return Outcome("denied", Say("remove-yourself"), {"user_id": member.id}, "yourself")
    if member.role != "rep" and context.actor.role != "admin":
        return Outcome("denied", Say("remove-leader", values), {"user_id": member.id}, "admin_needed")
    return None


def _ask_to(context: Context, member: User, others: Sequence[User], found: Belongings) -> Outcome:
    """To whom? The acting one, each other member, or all of them."""
    if not found.leads:
        return _confirm(context, member, [], "me", found)
    same = {"name": str(member.id)}
    options = [Option(Say("button-to-me"), "remove_member", {**same, "to": str(context.actor.id)})]
    named = [row for row in others if row.id != context.actor.id]
    for row in named[:_NAMED]:
        label = Say("button-to-member", {"name": teaming.labelled(row, named)})
        options.append(Option(label, "remove_member", {**same, "to": str(row.id)}))
    if len(_sharing(others)) > 1:
        options.append(Option(Say("button-to-all"), "remove_member", {**same, "to": ALL}))
    say = Say("remove-to-whom", {"name": member.name, "what": _told(context, found)})
    result = {"user_id": member.id, **found.told()}
    return Outcome("asked", say, result, "missing_to", (*options, Option(Say("button-no"))), expects="to")


def _sharing(others: Sequence[User]) -> list[User]:
    """Among whom leads are shared out: the reps, and where there is none whoever leads them."""
    return [row for row in others if row.role == "rep"] or list(others)


async def _takers(context: Context, said: str, member: User, others: Sequence[User]) -> list[User] | Outcome:
    plain = fold(said)
    if plain in _ME:
        return [await context.user()]
    if plain in _SHARE:
        return _sharing(others) or [await context.user()]
    taker = await teaming.whom(context, said.removeprefix("an ").removeprefix("zu ").removeprefix("to "), "to")
    if isinstance(taker, Outcome):
        return taker
    if taker.id == member.id:
        return Outcome("denied", Say("remove-to-herself", {"name": member.name}), reason="taker_leaves")
    return [taker]


def _confirm(context: Context, member: User, takers: Sequence[User], to: str, found: Belongings) -> Outcome:
    yes = {"name": str(member.id), "to": to if len(takers) != 1 else str(takers[0].id), "confirmed": True}
    values = {"name": member.name, "what": _told(context, found), "takers": _names(context, takers)}
    key = "remove-confirm" if found.leads else "remove-confirm-nothing"
    options = (Option(Say("button-remove"), "remove_member", yes), Option(Say("button-no")))
    result = {"user_id": member.id, "to": [row.id for row in takers], **found.told()}
    return Outcome("asked", Say(key, values), result, "tap_needed", options)


def _names(context: Context, takers: Sequence[User]) -> str:
    return ", ".join(context.words("remove-you") if row.id == context.actor.id else row.name for row in takers)


def _told(context: Context, found: Belongings) -> str:
    """ "12 Kontakte, 3 laufende Sequenzen, …": what there is, nothing that is none."""
    parts = [context.words(f"belongs-{name}", count=count) for name, count in found.told().items() if count]
    return ", ".join(parts) or context.words("belongs-nothing")


def shares(ids: Sequence[int], loads: Mapping[int, int]) -> dict[int, list[int]]:
    """Each lead, in order, to whoever has the fewest then; of two the one named first. ``loads`` must not be empty."""
    busy, given = dict(loads), {user_id: list[int]() for user_id in loads}
    for lead_id in ids:
        taker = min(busy, key=lambda user_id: busy[user_id])
        given[taker].append(lead_id)
        busy[taker] += 1
    return given


async def _done(context: Context, member: User, takers: Sequence[User], found: Belongings) -> Outcome:
    scope, work = context.scope, context.work
    actor = await context.user()
    takers = takers or [actor]
    await _say_goodbye(context, member)
    stopped = await handing.campaigns_end(scope, member.id, context.now)
    given = await _given(context, member, takers)
    await handing.imports_go(scope, member.id, takers[0].id)
    upline = await _upline(context, member, actor)
    await departing.depart(scope, member, takers[0].id, upline, context.now)
    if not await meetings.to_tell(scope, member.id):  # else the sync ends it once the events there are gone
        work.after_commit.append(lambda: _disconnect(context, member.id))
    facts = {"by": actor.id, "given": {str(k): v for k, v in given.items()}, **found.told()}
    await acts.record(
        scope, member.team_id, "user", member.id, verdict="left", rule="removed", at=context.now, facts=facts
    )
    for taker in takers:
        if taker.id != actor.id and given[taker.id]:
            await _tell_taker(context, member, taker, given[taker.id])
    values = {"name": member.name, "what": _told(context, found), "takers": _names(context, takers), "stopped": stopped}
    key = "remove-done" if found.leads else "remove-done-nothing"
    waiting = (Option(Say("button-see-drafts"), "list_approvals"),) if found.approvals and actor in takers else ()
    result = {"user_id": member.id, "given": {str(k): v for k, v in given.items()}, **found.told()}
    return Outcome("done", Say(key, values), result, options=waiting)


def _disconnect(context: Context, user_id: int) -> None:
    google_login.forget(context.house.settings, user_id)


async def _given(context: Context, member: User, takers: Sequence[User]) -> dict[int, int]:
    """Hands the leads over; how many each taker got."""
    ids = await handing.lead_ids(context.scope, member.id)
    if len(takers) == 1:
        await calendar_moving.move(context, member.id, takers[0].id)
        await handing.change_hands(context.scope, member.id, takers[0].id, context.now)
        return {takers[0].id: len(ids)}
    parts = shares(ids, await handing.loads(context.scope, [row.id for row in takers]))
    for taker_id, part in parts.items():
        await calendar_moving.move(context, member.id, taker_id, part)
        await handing.change_hands(context.scope, member.id, taker_id, context.now, part)
    return {taker_id: len(part) for taker_id, part in parts.items()}


async def _upline(context: Context, member: User, actor: User) -> int:
    """Who leads the people of a leader who goes: her own leader, else another one, else whoever removed her."""
    leaders = [row.id for row in await people.users(context.scope) if row.role == "leader" and row.id != member.id]
    return member.upline_id if member.upline_id in leaders else leaders[0] if leaders else actor.id


async def _say_goodbye(context: Context, member: User) -> None:
    card = Card(
        words.say(speaks(member), Say("remove-goodbye", {"leader": context.actor.name})),
        dedupe_key=f"goodbye:{member.id}:{context.call.key}",
    )
    await context.house.outbox.to_user(context.work, member, card)


async def _tell_taker(context: Context, member: User, taker: User, count: int) -> None:
    drafts = len(await acts.pending_approvals(context.work.scope(taker.team_id, taker.id)))
    values = {"name": member.name, "leader": context.actor.name, "count": count, "drafts": drafts}
    options = (Option(Say("button-see-drafts"), "list_approvals"),) if drafts else ()
    key = f"handed:{member.id}:{taker.id}:{context.call.key}"
    text = words.say(speaks(taker), Say("remove-handed", values))
    await context.house.outbox.to_user(context.work, taker, Card(text, options, dedupe_key=key))


def _from_command(rest: str) -> dict[str, str]:
    """``/entfernen Max``, ``/entfernen Max an Sofia``."""
    for word in (" an ", " zu ", " to "):
        head, found, tail = rest.partition(word)
        if found and head.strip() and tail.strip():
            return {"name": head.strip(), "to": tail.strip()}
    return {"name": rest.strip()} if rest.strip() else {}


TOOL = Tool(
    name="remove_member",
    description="Take a member out of the team; the leader is asked who gets the leads and confirms with a tap.",
    arguments=RemoveMember,
    run=run,
    commands=("entfernen", "removemember"),
    from_command=_from_command,
    roles=teaming.LEADERS,
    in_place=True,
)
