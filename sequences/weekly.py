"""Monday morning: whoever leads a team hears in one message how the week before went, unless it was switched off.

What is due stands in the plans (``next_weekly_at``); nothing is looked at before. It comes at the minute of the morning
list, on the first working day of the week.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from channels import words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from sequences import daily_plan, plans, team_week
from store.db import Database, Work
from store.models import DailyPlan, User
from store.queries import acts, people
from store.types import File, Option, Say

_LASTS = timedelta(hours=12)
_LEADS = frozenset({"leader", "admin"})


async def send(db: Database, outbox: Outbox, plan_ids: Sequence[int], now: datetime) -> int:
    """Sends what is due by these plans; how many were worked on."""
    for plan_id in plan_ids:
        await _one(db, outbox, plan_id, now)
    return len(plan_ids)


async def _one(db: Database, outbox: Outbox, plan_id: int, now: datetime) -> None:
    """Counts and draws with nothing open, then sends it and sets the next time in one go."""
    report, picture = None, b""
    async with db.read() as scope:
        row = await scope.session.get(DailyPlan, plan_id)
        user = await scope.session.get(User, row.user_id) if row is not None else None
        if row is not None and user is not None and _wanted(row, user, now):
            team = await people.team(scope, user.team_id)
            monday = daily_plan.monday(now, user.zone)
            report = await team_week.of(
                replace(scope, team_id=user.team_id), team.name if team is not None else "", monday, now
            )
    if report is not None and report.anything and user is not None:
        picture = await asyncio.to_thread(team_week.picture, report, speaks(user))
    async with db.write() as work:
        row = await work.session.get(DailyPlan, plan_id)
        user = await work.session.get(User, row.user_id) if row is not None else None
        if row is None or user is None or row.next_weekly_at is None or row.next_weekly_at > now:
            return
        if report is not None and report.anything and await _once(work, user, now):
            await _send(work, outbox, user, report, picture, now)
        row.next_weekly_at = plans.next_week(plans.of(row), user, now)


def _wanted(row: DailyPlan, user: User, now: datetime) -> bool:
    """Whether this person is to hear of this week now: leads a team, wants it, and it is the right morning."""
    if not row.weekly or user.role != "leader" or user.left_at is not None or row.next_weekly_at is None:
        return False
    first = plans.next_week(plans.of(row), user, daily_plan.monday(now, user.zone) - timedelta(minutes=1))
    return first is not None and first <= now < first + _LASTS


def _week(user: User, now: datetime) -> str:
    """The week's name: its Monday, a little past local midnight so that no zone turns it into a Sunday."""
    return (daily_plan.monday(now, user.zone) + timedelta(hours=14)).date().isoformat()


async def _once(work: Work, user: User, now: datetime) -> bool:
    """True for whoever may send this week's report to this person."""
    return await acts.once(work.scope(), f"weekly:{user.id}", _week(user, now), now)


async def _send(
    work: Work, outbox: Outbox, user: User, report: team_week.Report, picture: bytes, now: datetime
) -> None:
    scope = work.scope(user.team_id)
    few = await team_week.note(scope, user.id, now)
    language = speaks(user)
    text = words.say(language, team_week.say(report, language, user.zone, few=few, key="team-weekly"))
    options = (
        Option(Say("button-who-needs-help"), "team_help"),
        Option(Say("button-weekly-off"), "plan_day", {"weekly": "off"}),
    )
    key = f"weekly:{user.id}:{_week(user, now)}"
    card = Card(text, options, dedupe_key=key, files=(File("week.png", picture),), hours=14 * 24)
    await outbox.to_user(work, user, card)
