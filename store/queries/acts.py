"""Queries on the audit log, decisions, approvals, reminders and cron slots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, or_, select, update

from store.db import Scope, insert_into
from store.models import Approval, AuditEvent, CronRun, Decision, Message, Reminder
from store.types import Verdict

PENDING: ColumnElement[bool] = literal_column("approvals.state = 'pending'")
OPEN: ColumnElement[bool] = literal_column("reminders.state = 'open'")


async def act(scope: Scope, key: str) -> AuditEvent | None:
    """The act done under a key, if it was done."""
    return (await scope.session.scalars(select(AuditEvent).where(AuditEvent.key == key))).first()


async def acts_of_turn(scope: Scope, turn_id: str) -> Sequence[AuditEvent]:
    query = select(AuditEvent).where(AuditEvent.turn_id == turn_id).order_by(AuditEvent.id)
    return (await scope.session.scalars(query)).all()


async def acts_lately(scope: Scope, user_id: int, but: str, limit: int) -> Sequence[AuditEvent]:
    """What a user last had done, oldest first; the turn ``but`` left out."""
    query = (
        select(AuditEvent)
        .where(AuditEvent.team_id == scope.team_id, AuditEvent.actor_kind == "user", AuditEvent.actor_id == user_id)
        .where(AuditEvent.turn_id.is_distinct_from(but))
        .order_by(AuditEvent.id.desc())
        .limit(limit)
    )
    return list(reversed((await scope.session.scalars(query)).all()))


async def acts_since(scope: Scope, since: int, limit: int = 1000) -> Sequence[AuditEvent]:
    query = select(AuditEvent).where(AuditEvent.id > since).order_by(AuditEvent.id).limit(limit)
    if scope.team_id is not None:
        query = query.where(AuditEvent.team_id == scope.team_id)
    return (await scope.session.scalars(query)).all()


async def decide(
    scope: Scope,
    team_id: int,
    subject: str,
    subject_id: int,
    verdict: Verdict,
    at: datetime,
    lead_id: int | None = None,
) -> None:
    """Stores one decision with its rule and facts; the verdict's word is its ``action``."""
    scope.session.add(
        Decision(
            team_id=team_id,
            subject=subject,
            subject_id=subject_id,
            lead_id=lead_id,
            verdict=verdict.action,
            rule=verdict.rule,
            facts=dict(verdict.facts),
            until=verdict.until,
            at=at,
        )
    )


async def record(
    scope: Scope,
    team_id: int,
    subject: str,
    subject_id: int,
    *,
    verdict: str,
    rule: str,
    at: datetime,
    lead_id: int | None = None,
    facts: Mapping[str, Any] | None = None,
    until: datetime | None = None,
) -> None:
    """Stores a decision that is not the contact policy's: a step's skip, an exit, a cancelled row."""
    scope.session.add(
        Decision(
            team_id=team_id,
            subject=subject,
            subject_id=subject_id,
            lead_id=lead_id,
            verdict=verdict,
            rule=rule,
            facts=dict(facts or {}),
            until=until,
            at=at,
        )
    )


async def decisions_of(scope: Scope, lead_id: int, *, limit: int = 10) -> Sequence[Decision]:
    """The newest decisions on a lead, newest first."""
    query = select(Decision).where(Decision.lead_id == lead_id).order_by(Decision.id.desc()).limit(limit)
    if scope.team_id is not None:
        query = query.where(Decision.team_id == scope.team_id)
    return (await scope.session.scalars(query)).all()


async def approval(scope: Scope, approval_id: int) -> Approval | None:
    query = select(Approval).where(Approval.id == approval_id)
    if scope.team_id is not None:
        query = query.where(Approval.team_id == scope.team_id)
    return (await scope.session.scalars(query)).first()


async def pending_approvals(scope: Scope, *, limit: int = 50) -> Sequence[Approval]:
    """Waiting approvals of the scope, oldest first; those the person got as a deputy are among them."""
    query = select(Approval).where(PENDING).order_by(Approval.id).limit(limit)
    if scope.team_id is not None:
        query = query.where(Approval.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(or_(Approval.user_id == scope.user_id, Approval.deputy_id == scope.user_id))
    return (await scope.session.scalars(query)).all()


async def deputies_due(scope: Scope, now: datetime, *, limit: int = 200) -> Sequence[int]:
    """Whose drafts go to a deputy now, a person for each draft."""
    query = select(Approval.user_id).where(PENDING, Approval.depute_at <= now).order_by(Approval.depute_at)
    return (await scope.session.scalars(query.limit(limit))).all()


async def warned(scope: Scope, user_id: int, now: datetime) -> Sequence[Approval]:
    """A person's waiting drafts that go to the deputy: those that were warned of, and those that are due."""
    query = select(Approval).where(PENDING, Approval.user_id == user_id, Approval.depute_at.is_not(None))
    query = query.where(or_(Approval.warned_at.is_not(None), Approval.depute_at <= now))
    return (await scope.session.scalars(query.where(Approval.expires_at > now).order_by(Approval.id))).all()


async def void_approvals(scope: Scope, lead_id: int, at: datetime, reason: str) -> Sequence[Approval]:
    """Waiting approvals for a lead end when she writes: they answered something older (SAFETY wall 5)."""
    query = select(Approval).where(PENDING, Approval.lead_id == lead_id)
    found = (await scope.session.scalars(query)).all()
    for row in found:
        row.state, row.decided_at, row.decision_reason = "void", at, reason
    return found


async def void_approval(scope: Scope, approval_id: int, at: datetime, reason: str) -> None:
    """One waiting approval ends because what it was for is no more."""
    row = await scope.session.get(Approval, approval_id)
    if row is not None and row.state == "pending":
        row.state, row.decided_at, row.decision_reason = "void", at, reason


async def expiring_approvals(scope: Scope, now: datetime, *, limit: int = 50) -> Sequence[Approval]:
    query = select(Approval).where(PENDING, Approval.expires_at <= now).order_by(Approval.expires_at).limit(limit)
    return (await scope.session.scalars(query)).all()


async def reminder(scope: Scope, reminder_id: int) -> Reminder | None:
    query = select(Reminder).where(Reminder.id == reminder_id)
    if scope.user_id is not None:
        query = query.where(Reminder.user_id == scope.user_id)
    return (await scope.session.scalars(query)).first()


async def open_reminders(scope: Scope, *, lead_id: int | None = None, limit: int = 20) -> Sequence[Reminder]:
    """Open reminders of a user: delivered ones first (they are on the table), then by due time."""
    query = select(Reminder).where(OPEN)
    if scope.user_id is not None:
        query = query.where(Reminder.user_id == scope.user_id)
    if lead_id is not None:
        query = query.where(Reminder.lead_id == lead_id)
    query = query.order_by(Reminder.delivered_at.is_(None), Reminder.due_at, Reminder.id).limit(limit)
    return (await scope.session.scalars(query)).all()


async def due_reminders(scope: Scope, now: datetime, *, limit: int = 50) -> Sequence[Reminder]:
    """Open reminders whose time has come and which were not shown yet."""
    query = select(Reminder).where(OPEN, Reminder.due_at <= now, Reminder.delivered_at.is_(None))
    return (await scope.session.scalars(query.order_by(Reminder.due_at, Reminder.id).limit(limit))).all()


async def once(scope: Scope, job: str, slot: str, at: datetime) -> bool:
    """True for whoever comes first to a slot whose work is part of the same unit of work."""
    first = insert_into(scope.dialect, CronRun).values(job=job, slot=slot, done_at=at)
    first = first.on_conflict_do_nothing(index_elements=["job", "slot"]).returning(CronRun.id)
    return await scope.session.scalar(first) is not None


async def take_slot(scope: Scope, job: str, slot: str, real: datetime, until: datetime) -> bool:
    """True for whoever may run a job's slot now: once done it never runs again, a dead holder's lease ends."""
    query = select(CronRun).where(CronRun.job == job, CronRun.slot == slot)
    row = (await scope.session.scalars(query)).first()
    if row is None:
        scope.session.add(CronRun(job=job, slot=slot, lease_until=until))
        await scope.session.flush()
        return True
    if row.done_at is not None or (row.lease_until is not None and row.lease_until > real):
        return False
    row.lease_until = until
    return True


async def finish_slot(scope: Scope, job: str, slot: str, at: datetime) -> None:
    await scope.session.execute(
        update(CronRun).where(CronRun.job == job, CronRun.slot == slot).values(done_at=at, lease_until=None)
    )


async def sends_of_turn(scope: Scope, turn_id: str) -> int:
    """Messages to leads that one turn already let go."""
    query = select(func.count()).select_from(Message).where(Message.turn_id == turn_id, Message.lead_id.is_not(None))
    return await scope.session.scalar(query) or 0
