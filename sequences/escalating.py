"""What is put before a rep's leader, once, in the leader's own hours: a lead nobody reaches, a rule broken again.

A lead counts by an open reminder: it was due a week ago and is neither done nor dropped, and the lead has not written
since. A few a day: a leader who comes back from a holiday is not to be buried. Rules come from ``tools.breaches``,
drafts left waiting from ``sequences.deputing``; all are answered by ``answer_escalation``.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from channels import words
from channels.letters import Card
from channels.notices import reason_key, speaks
from channels.outbox import Outbox
from sequences import daily_plan, plans
from store.db import Database, Work
from store.models import Escalation, Lead, Reminder, User
from store.ports import Clock
from store.queries import acts, daily, escalations, followups
from store.types import Language, Option, Say

SILENT = timedelta(days=7)
A_DAY = 3
_ANSWERED_WITHIN = 14 * 24
_AGAIN = timedelta(days=30)
_CLOSED = frozenset({"archived", "lost"})


async def tick(db: Database, outbox: Outbox, clock: Clock) -> int:
    """Puts what is due before its leader; how many rows were looked at."""
    now = clock.now()
    async with db.read() as scope:
        due = [row.id for row in await daily.overdue_for_leader(scope, now)]
        waiting = await escalations.waiting(scope, now)
    for reminder_id in due:
        async with db.write() as work:
            row = await work.session.get(Reminder, reminder_id)
            if row is not None and row.state == "open" and row.escalate_at is not None and row.escalate_at <= now:
                row.escalate_at = await _looked_at(work, outbox, row, now)
    for escalation_id in waiting:
        async with db.write() as work:
            found = await work.session.get(Escalation, escalation_id)
            if found is not None and found.state == "waiting":
                await _waited(work, outbox, found, now)
    return len(due) + len(waiting)


async def _waited(work: Work, outbox: Outbox, row: Escalation, now: datetime) -> None:
    """Shows one that waited for its leader's hours, or moves it to when they begin."""
    rep, leader = await work.session.get(User, row.user_id), await work.session.get(User, row.leader_id)
    if rep is None or leader is None or rep.left_at is not None or leader.left_at is not None:
        row.state, row.answered_at = "void", now
        return
    later = await _not_yet(work, leader, now)
    if later is not None:
        row.due_at = later
        return
    row.state, row.at, row.due_at = "open", now, None
    await acts.record(
        work.scope(),
        row.team_id,
        "escalation",
        row.id,
        verdict="ask",
        rule=row.kind,
        at=now,
        facts={"rule": row.rule, "count": row.count, "rep": rep.id, "leader": leader.id},
    )
    text = words.say(speaks(leader), told(speaks(leader), row, rep.name, ""))
    card = Card(text, options(row), dedupe_key=f"escalation-rule:{row.id}", hours=_ANSWERED_WITHIN)
    await outbox.to_user(work, leader, card)


async def _not_yet(work: Work, leader: User, now: datetime) -> datetime | None:
    """When a leader can hear of something more: in her hours, and a few a day; None: now."""
    scope = work.scope(leader.team_id)
    plan = plans.of(await daily.plan(scope, leader.id))
    awake = daily_plan.next_active(now, plan, leader.zone)
    if awake > now:
        return awake
    if await escalations.today(scope, leader.id, daily_plan.today(0, now, leader.zone)) < A_DAY:
        return None
    return daily_plan.next_active(daily_plan.today(0, now + timedelta(days=1), leader.zone), plan, leader.zone)


def told(language: Language, row: Escalation, rep: str, lead: str) -> Say:
    """What it is about, in one line: names, a rule and a count; never what was said."""
    values: dict[str, object] = {"rep": rep, "lead": lead, "days": row.days, "count": row.count}
    values["rule"] = words.say(language, Say(reason_key(row.rule))) if row.rule else ""
    known = ("approval", "rule", "overridden", "help", "lock")
    return Say(f"escalation-{row.kind}" if row.kind in known else "escalation", values)


async def _looked_at(work: Work, outbox: Outbox, row: Reminder, now: datetime) -> datetime | None:
    """Escalates one reminder; when to look again, or None when there is nothing more to do."""
    lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
    rep = await work.session.get(User, row.user_id)
    leader = await work.session.get(User, rep.upline_id) if rep is not None and rep.upline_id else None
    if (
        lead is None
        or rep is None
        or leader is None
        or leader.left_at is not None
        or lead.owner_id != rep.id
        or lead.stage in _CLOSED
    ):
        return None
    scope = work.scope(lead.team_id)
    if await followups.opted_out(scope, [lead.id]) or await escalations.since(scope, lead.id, now - _AGAIN):
        return None
    if lead.last_inbound_at is not None and now - lead.last_inbound_at < SILENT:
        return lead.last_inbound_at + SILENT
    if (later := await _not_yet(work, leader, now)) is not None:
        return later
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
        work, leader, Card(text, options(made), dedupe_key=f"escalation:{row.id}", hours=_ANSWERED_WITHIN)
    )


def options(row: Escalation) -> tuple[Option, ...]:
    """Help or ignore; about a person two work: for whom she is to be."""
    same = {"escalation": str(row.id)}
    if row.kind == "lock":
        ways = (("button-lock-assign", "assign"), ("button-lock-both", "both"), ("button-lock-leave", "leave"))
        return tuple(Option(Say(key), "answer_escalation", {**same, "action": way}) for key, way in ways)
    return (
        Option(Say("button-help"), "answer_escalation", {**same, "action": "help"}),
        Option(Say("button-ignore"), "answer_escalation", {**same, "action": "leave"}),
    )
