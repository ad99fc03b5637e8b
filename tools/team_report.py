"""How the team is doing, seven days beside the seven before: its figures first, one member's only when asked for.

A look at one member's figures is noted, and the member may read who looked. Conversations are never shown.
"""

from __future__ import annotations

import asyncio
import base64
from typing import Any

from pydantic import Field

from sequences import team_week
from store.db import Scope
from store.models import User
from store.queries import looks, people
from store.types import Option, Outcome, Say
from tools import teaming
from tools.base import Arguments, Tool, Words
from tools.context import Before, Context


class TeamReport(Arguments):
    name: Words | None = Field(None, description="Only when the leader asks about one member: who")


async def prepare(before: Before, arguments: TeamReport) -> bytes | None:
    """The team's picture is drawn before anything is written; of one member there is none."""
    if arguments.name is not None:
        return None
    async with before.db.read(before.actor.team_id) as scope:
        report = await _of_team(scope, before.now)
    return await asyncio.to_thread(team_week.picture, report, before.actor.language)


async def run(context: Context, arguments: TeamReport) -> Outcome:
    if arguments.name is not None:
        member = await teaming.whom(context, arguments.name)
        return member if isinstance(member, Outcome) else await _of_one(context, member)
    scope = Scope(context.work.session, context.actor.team_id)
    report = await _of_team(scope, context.now)
    few = await team_week.note(scope, context.actor.id, context.now)
    result: dict[str, Any] = team_week.told(report)
    if context.prepared is not None:
        result["files"] = [{"name": "team.png", "base64": base64.b64encode(context.prepared).decode()}]
    say = team_week.say(report, context.language, context.actor.zone, few=few)
    return Outcome("done", say, result, options=(Option(Say("button-who-needs-help"), "team_help"),))


async def _of_team(scope: Scope, now: Any) -> team_week.Report:
    team = await people.team(scope, scope.team_id or 0)
    return await team_week.of(scope, team.name if team is not None else "", now, now)


async def _of_one(context: Context, member: User) -> Outcome:
    scope = Scope(context.work.session, context.actor.team_id, member.id)
    report = await team_week.of(scope, member.name, context.now, context.now)
    await looks.note(scope, member.team_id, context.actor.id, member.id, "figures", context.now)
    other = member.id != context.actor.id
    say = team_week.say(report, context.language, context.actor.zone, few=other, key="team-report-one")
    return Outcome("done", say, {"user_id": member.id, **team_week.told(report)})


TOOL = Tool(
    name="team_report",
    description="Show a leader how the team is doing this week compared with the week before.",
    arguments=TeamReport,
    run=run,
    commands=("teambericht", "teamreport"),
    from_command=lambda rest: {"name": rest.strip()} if rest.strip() else {},
    roles=teaming.LEADERS,
    prepare=prepare,
)
