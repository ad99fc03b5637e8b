"""The frame of a rep's day: one short message in the morning that starts the cards, one line in the evening.

Each comes at the rep's own minute of a working day, once per day whoever ticks (cron slots), and only when there is
something to say. A process that was away catches up with today alone, and only while the day still lasts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from channels import calendar, words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from sequences import daily_plan, plans, suggesting, weekly
from sequences.daily_plan import Plan
from store.db import Database, Work
from store.models import User
from store.ports import Clock
from store.queries import acts, daily
from store.types import Option, Say

MOST = 20
NAMED = 3
_EVENING_LASTS = timedelta(hours=3)


async def tick(db: Database, outbox: Outbox, clock: Clock) -> int:
    """Sends what is due to everybody; how many plans were worked on."""
    now = clock.now()
    async with db.read() as scope:
        fresh = [user.id for user in await daily.without_plan(scope)]
        due = await daily.plans_due(scope, now)
        weeks = [row.id for row in await daily.weekly_due(scope, now)]
    if fresh:
        async with db.write() as work:
            for user in await daily.without_plan(work.scope()):
                work.session.add(plans.fresh(user, now))
    for plan_id in due:
        async with db.write() as work:
            await _due(work, outbox, plan_id, now)
    return len(due) + await weekly.send(db, outbox, weeks, now)


async def _due(work: Work, outbox: Outbox, plan_id: int, now: datetime) -> None:
    found = await daily.planned(work.scope(), plan_id)
    if found is None:
        return
    row, user = found
    plan = plans.of(row)
    if row.next_digest_at is not None and row.next_digest_at <= now:
        if _morning_lasts(plan, user, now) and await _once(work, "digest", user, now):
            await _morning(work, outbox, user, now)
        row.next_digest_at = daily_plan.next_time(plan.digest or 0, now, plan, user.zone, user.region)
    if row.next_evening_at is not None and row.next_evening_at <= now:
        if now - row.next_evening_at < _EVENING_LASTS and await _once(work, "evening", user, now):
            await _evening(work, outbox, user, now)
        row.next_evening_at = daily_plan.next_time(plan.evening or 0, now, plan, user.zone, user.region)


def _morning_lasts(plan: Plan, user: User, now: datetime) -> bool:
    """Whether today's list is still worth sending: a working day, past its minute, before work ends."""
    today = now.astimezone(calendar.zone_info(user.zone)).date()
    if plan.digest is None or not daily_plan.works(today, plan, user.region, user.zone):
        return False
    begins = daily_plan.today(plan.digest, now, user.zone)
    ends = max(daily_plan.today(plan.active_until, now, user.zone), begins + _EVENING_LASTS)
    return begins <= now < ends


async def _once(work: Work, job: str, user: User, now: datetime) -> bool:
    """True for whoever may send a person's slot of today."""
    day = now.astimezone(calendar.zone_info(user.zone)).date().isoformat()
    return await acts.once(work.scope(), f"{job}:{user.id}", day, now)


async def _morning(work: Work, outbox: Outbox, user: User, now: datetime) -> None:
    scope = work.scope(user.team_id, user.id)
    found = await suggesting.suggestions(scope, user, now, limit=MOST, outbox=outbox)
    waiting = len(await acts.pending_approvals(scope))
    if not found and not waiting:
        return
    language = speaks(user)
    parts = [words.say(language, Say("digest-hello", {"name": user.name}))]
    options: tuple[Option, ...] = ()
    if found:
        urgent = sum(each.due.priority == "urgent" for each in found)
        parts.append(words.say(language, Say("followups-overview", {"count": len(found), "urgent": urgent})))
        names = ", ".join(each.lead.name for each in found[:NAMED])
        parts.append(words.say(language, Say("digest-first", {"names": names, "more": max(len(found) - NAMED, 0)})))
        options = (Option(Say("button-start-day"), "next_followups", {"limit": MOST}),)
    reminders = await _today(work, user, now)
    if waiting or reminders:
        parts.append(words.say(language, Say("digest-also", {"drafts": waiting, "reminders": reminders})))
    await outbox.to_user(work, user, Card(" ".join(parts), options, dedupe_key=_key("digest", user, now)))


async def _today(work: Work, user: User, now: datetime) -> int:
    """How many reminders the day still brings."""
    end = suggesting.end_of_day(now, user.zone)
    return len(await daily.due_between(work.scope(user.team_id, user.id), now, end))


async def _evening(work: Work, outbox: Outbox, user: User, now: datetime) -> None:
    done = await daily.done_since(work.scope(user.team_id, user.id), daily_plan.today(0, now, user.zone))
    if not any(done.values()):
        return
    text = words.say(speaks(user), Say("evening", {"parts": _listed(user, done)}))
    await outbox.to_user(work, user, Card(text, dedupe_key=_key("evening", user, now)))


def _listed(user: User, done: Mapping[str, int]) -> str:
    parts: Sequence[str] = [
        words.say(speaks(user), Say(f"evening-{name}", {"count": count})) for name, count in done.items() if count
    ]
    return ", ".join(parts)


def _key(job: str, user: User, now: datetime) -> str:
    return f"{job}:{user.id}:{now.astimezone(calendar.zone_info(user.zone)).date().isoformat()}"
