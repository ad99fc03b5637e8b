"""A leader lets the bot answer more by itself, stage by stage, on figures; and back with one tap (MISSION D9)."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field

from channels import rolling, words
from channels.letters import Card
from channels.notices import speaks
from store import rollout
from store.folding import fold
from store.models import Rollout, User
from store.queries import acts, people, rollouts
from store.types import Option, Outcome, Say
from tools import teaming
from tools.base import Arguments, Tool, Words
from tools.context import Context

_OFF = frozenset("aus ohne keine off none 0 null".split())


class RolloutArguments(Arguments):
    stage: Words | None = Field(None, description="1, 2, 3 or 4 as said, or off; left out: show the stage and figures")
    name: Words | None = Field(None, description="For stage 1: the one member who tries it out")


async def run(context: Context, arguments: RolloutArguments) -> Outcome:
    team_id = context.actor.team_id
    row = await rollouts.current(context.scope, team_id)
    if arguments.stage is None:
        return await _shown(context, row)
    wanted = _stage(arguments.stage)
    if wanted is None:
        return Outcome("asked", Say("rollout-which"), reason="stage_unknown", options=_buttons(row), expects="stage")
    pilot = None
    if wanted == rollout.ONE:
        if arguments.name is None:
            members = [user for user in await people.users(context.scope) if user.role == "rep"]
            return await teaming.ask_whom(context, "rollout-whom", members)
        found = await teaming.whom(context, arguments.name)
        if isinstance(found, Outcome):
            return found
        pilot = found
    before = row.stage if row is not None else None
    stage = wanted or None
    if before == stage and (row is None or row.pilot_id == (pilot.id if pilot else None)):
        return Outcome("denied", Say("rollout-already", _values(context, stage, pilot)), {"stage": stage}, "already_so")
    if not teaming.by_hand(context):
        same: dict[str, Any] = {"stage": str(wanted)} | ({"name": str(pilot.id)} if pilot else {})
        yes = Option(Say("button-rollout-yes", {"stage": wanted}), "rollout", same)
        say = Say("rollout-confirm", {**_values(context, stage, pilot), "lines": await _figures(context, row)})
        return Outcome("asked", say, {"stage": stage}, "tap_needed", (yes, Option(Say("button-no"))))
    return await _switched(context, row, stage, pilot)


def _stage(said: str) -> int | None:
    """1 to 4, 0 for off; None for anything else."""
    folded = fold(said)
    if not _OFF.isdisjoint(folded.split()):
        return 0
    found = re.search(r"\d+", folded)
    return int(found[0]) if found and int(found[0]) in rollout.STAGES else None


def _values(context: Context, stage: int | None, pilot: User | None) -> dict[str, Any]:
    return {"stage": stage or 0, "what": context.words(f"rollout-stage-{stage or 0}", name=pilot.name if pilot else "")}


async def _figures(context: Context, row: Rollout | None) -> str:
    if row is None:
        return context.words("rollout-no-figures")
    return rolling.lines(context.language, await rollouts.figures(context.scope, row.team_id, row.at))


def _buttons(row: Rollout | None) -> tuple[Option, ...]:
    """One stage further, one back, and out."""
    stage = (row.stage if row is not None else None) or 0
    near = [one for one in (stage + 1, stage - 1) if one in rollout.STAGES]
    return tuple(Option(Say("button-rollout", {"stage": one}), "rollout", {"stage": str(one)}) for one in near) + (
        (Option(Say("button-rollout-off"), "rollout", {"stage": "off"}),) if stage else ()
    )


async def _shown(context: Context, row: Rollout | None) -> Outcome:
    """The stage, since when, what became of the bot's words, and whether that is enough for the next."""
    stage = row.stage if row is not None else None
    found = await rollouts.figures(context.scope, context.actor.team_id, row.at) if row is not None else None
    pilot = await context.work.session.get(User, row.pilot_id) if row is not None and row.pilot_id else None
    advice = (
        "none" if found is None or not stage else rollout.worse(found) or ("yes" if rollout.ready(found) else "few")
    )
    values = {**_values(context, stage, pilot), "lines": await _figures(context, row)}
    values["advice"] = context.words(f"rollout-advice-{advice}", enough=rollout.ENOUGH)
    result = {"stage": stage, "advice": advice, "since": row.at.isoformat() if row is not None else None}
    return Outcome("done", Say("rollout-shown", values), result, options=_buttons(row))


async def _switched(context: Context, row: Rollout | None, stage: int | None, pilot: User | None) -> Outcome:
    team_id, before = context.actor.team_id, row.stage if row is not None else None
    await rollouts.switch(
        context.scope, team_id, stage, context.now,
        reason="set", user_id=context.actor.id, pilot=pilot.id if pilot else None,
    )  # fmt: skip
    await acts.record(
        context.scope, team_id, "team", team_id,
        verdict="switch", rule="rollout_set", at=context.now, facts={"from": before, "to": stage},
    )  # fmt: skip
    for user in await people.users(context.scope):
        if user.id != context.actor.id and user.role == "rep":
            name = pilot.name if pilot else ""
            what = words.say(speaks(user), Say(f"rollout-stage-{stage or 0}", {"name": name}))
            text = words.say(speaks(user), Say("rollout-told", {"leader": context.actor.name, "what": what}))
            await context.house.outbox.to_user(
                context.work, user, Card(text, dedupe_key=f"rollout-told:{context.call.key}:{user.id}")
            )
    undo: dict[str, Any] = {"stage": str(before) if before else "off"}
    if row is not None and row.pilot_id:
        undo["name"] = str(row.pilot_id)
    say = Say("rollout-switched", _values(context, stage, pilot))
    result = {"stage": stage, "before": before, "pilot_id": pilot.id if pilot else None}
    return Outcome("done", say, result, options=(Option(Say("button-undo"), "rollout", undo),))


def _from_command(rest: str) -> dict[str, Any]:
    """``/rollout``, ``/rollout 2``, ``/rollout 1 Max``, ``/rollout aus``."""
    stage, _, name = rest.strip().partition(" ")
    return {key: value for key, value in (("stage", stage), ("name", name.strip())) if value}


TOOL = Tool(
    name="rollout",
    description="Show or set how far the leader's team lets the bot answer by itself: stage 1 to 4, or off.",
    arguments=RolloutArguments,
    run=run,
    commands=("rollout", "automatik"),
    from_command=_from_command,
    roles=teaming.LEADERS,
)
