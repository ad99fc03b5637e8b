"""Who decides in my place: the deputy gets a draft that was left waiting, before it runs out; else my leader does."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from channels import words
from channels.letters import Card
from channels.notices import speaks
from sequences import deputing
from store.folding import fold
from store.queries import acts, people
from store.types import Option, Outcome, Say
from tools import teaming
from tools.base import Arguments, Tool, Words
from tools.context import Context

_NOBODY = frozenset("niemand keine keiner keinen aus off none nobody no ohne weg remove end beenden".split())


class SetDeputy(Arguments):
    name: Words | None = Field(
        None, description="Who is to decide in the rep's place, or nobody; left out: show who does"
    )


async def run(context: Context, arguments: SetDeputy) -> Outcome:
    user = await context.user()
    if arguments.name is None:
        return await _shown(context)
    before = user.deputy_id
    if fold(arguments.name) in _NOBODY:
        user.deputy_id = None
        await _write_down(context, None)
        shown = await _shown(context)
        return replace(shown, options=(_undo(before), *shown.options)) if before is not None else shown
    member = await teaming.whom(context, arguments.name)
    if isinstance(member, Outcome):
        return member
    if member.id == user.id:
        return Outcome("denied", Say("deputy-yourself"), {"user_id": user.id}, "yourself")
    if not teaming.named(context, member):
        yes = Option(Say("button-deputy", {"name": member.name}), "set_deputy", {"name": str(member.id)})
        return Outcome("asked", Say("deputy-sure", {"name": member.name}), reason="name_not_said", options=(yes,))
    if user.deputy_id != member.id:
        user.deputy_id = member.id
        await _write_down(context, member.id)
        text = words.say(speaks(member), Say("deputy-told", {"name": user.name}))
        await context.house.outbox.to_user(
            context.work, member, Card(text, dedupe_key=f"deputy:{user.id}:{context.call.key}")
        )
    say = Say("deputy-set", {"name": member.name})
    options = (_undo(before),) if before != member.id else ()
    return Outcome("done", say, {"deputy_id": member.id, "before": before}, options=options)


def _undo(before: int | None) -> Option:
    """Back to who it was, or to nobody."""
    return Option(Say("button-undo"), "set_deputy", {"name": str(before) if before is not None else "none"})


async def _shown(context: Context) -> Outcome:
    user = await context.user()
    found = await deputing.deputy_of(context.scope, user)
    if found is None:
        return Outcome("done", Say("deputy-none"), {"deputy_id": None})
    own = found.id == user.deputy_id
    say = Say("deputy-is" if own else "deputy-is-leader", {"name": found.name})
    off = (Option(Say("button-no-deputy"), "set_deputy", {"name": "none"}),) if own else ()
    rows = [row for row in await people.users(context.scope) if row.id not in (user.id, found.id)]
    named = tuple(
        Option(Say("button-deputy", {"name": teaming.labelled(row, rows)}), "set_deputy", {"name": str(row.id)})
        for row in rows[:6]
    )
    return Outcome("done", say, {"deputy_id": found.id if own else None}, options=(*named, *off))


async def _write_down(context: Context, deputy_id: int | None) -> None:
    await acts.record(
        context.scope,
        context.actor.team_id,
        "user",
        context.actor.id,
        verdict="deputy",
        rule="deputy_set",
        at=context.now,
        facts={"deputy": deputy_id},
    )


TOOL = Tool(
    name="set_deputy",
    description="Show or set who decides on the rep's waiting drafts in the rep's place.",
    arguments=SetDeputy,
    run=run,
    commands=("vertretung", "deputy"),
    from_command=lambda rest: {"name": rest.strip()} if rest.strip() else {},
)
