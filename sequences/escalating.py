"""A lead nobody reaches for seven days is put before the rep's leader, once, in the leader's own hours.

What counts is an open reminder: it was due a week ago and is neither done nor dropped, and the lead has not written
since. A few at a time: a leader who comes back from a holiday is not to be buried.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from channels import words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from sequences import daily_plan, plans
from store.db import Database, Work
from store.models import Escalation, Lead, Reminder, User
from store.ports import Clock
from store.queries import acts, daily, followups
from store.types import Option, Say

SILENT = timedelta(days=7)
A_DAY = 3
_ANSWERED_WITHIN = 14 * 24
_AGAIN = timedelta(days=30)
_CLOSED = frozenset({"archived", "lost"})


async def tick(db: Database, outbox: Outbox, clock: Clock) -> int:
    """Puts what is due before its leader; how many reminders were looked at."""
    now = clock.now()
    async with db.read() as scope:
        due = [row.id for row in await daily.overdue_for_leader(scope, now)]
    for reminder_id in due:
        async with db.write() as work:
            row = await work.session.get(Reminder, reminder_id)
            if row is not None and row.state == "open" and row.escalate_at is not None and row.escalate_at <= now:
                row.escalate_at = await _looked_at(work, outbox, row, now)
    return len(due)


async def _looked_at(work: Work, outbox: Outbox, row: Reminder, now: datetime) -> datetime | None:
    """Escalates one reminder; when to look again, or None when there is nothing more to do."""
    lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
    rep = await work.session.get(User, row.user_id)
    leader = await work.session.get(User, rep.upline_id) if rep is not None and rep.upline_id else None
    if lead is None or rep is None or leader is None or lead.owner_id != rep.id or lead.stage in _CLOSED:
        return None
    scope = work.scope(lead.team_id)
    if await followups.opted_out(scope, [lead.id]) or await daily.escalated_since(scope, lead.id, now - _AGAIN):
        return None
    if lead.last_inbound_at is not None and now - lead.last_inbound_at < SILENT:
        return lead.last_inbound_at + SILENT
    plan = plans.of(await daily.plan(scope, leader.id))
    awake = daily_plan.next_active(now, plan, leader.zone)
    if awake > now:
        return awake
    if await daily.escalations_today(scope, leader.id, daily_plan.today(0, now, leader.zone)) >= A_DAY:
        return daily_plan.next_active(daily_plan.today(0, now + timedelta(days=1), leader.zone), plan, leader.zone)
    await _put(work, outbox, row, lead, rep, leader, now)
    return None


async def _put(work: Work, outbox: Outbox, row: Reminder, lead: Lead, rep: User, leader: User, now: datetime) -> None:
    since = max(at for at in (row.at, lead.last_inbound_at) if at is not None)
    days = max((now - max(since, now - timedelta(days=365))).days, SILENT.days)
    made = Escalation(
        team_id=lead.team_id,
        user_id=rep.id,
        leader_id=leader.id,
        lead_id=lead.id,
        reminder_id=row.id,
        days=days,
        at=now,
    )
    work.session.add(made)
    await work.session.flush()
    await acts.record(
        work.scope(),
        lead.team_id,
        "escalation",
        made.id,
        verdict="ask",
        rule="unreached",
        at=now,
        lead_id=lead.id,
        facts={"days": days, "reminder": row.id, "rep": rep.id, "leader": leader.id},
    )
    text = words.say(speaks(leader), Say("escalation", {"rep": rep.name, "lead": lead.name, "days": days}))
    await outbox.to_user(
        work, leader, Card(text, options(made.id), dedupe_key=f"escalation:{row.id}", hours=_ANSWERED_WITHIN)
    )


def options(escalation_id: int) -> tuple[Option, ...]:
    """Help or ignore."""
    same = {"escalation": str(escalation_id)}
    return (
        Option(Say("button-help"), "answer_escalation", {**same, "action": "help"}),
        Option(Say("button-ignore"), "answer_escalation", {**same, "action": "leave"}),
    )
