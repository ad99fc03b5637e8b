"""Queries on what is put before a leader: leads nobody reached, drafts left waiting, rules broken again and again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal_column, or_, select, update

from store.db import Scope
from store.models import Approval, AuditEvent, Escalation
from store.queries.acts import PENDING

WAITING: ColumnElement[bool] = literal_column("escalations.state = 'waiting'")
DENIED: ColumnElement[bool] = literal_column("audit_events.outcome = 'denied'")


async def since(scope: Scope, lead_id: int, at: datetime) -> bool:
    """Whether a lead nobody reached was put before a leader since a moment."""
    query = select(Escalation.id).where(Escalation.lead_id == lead_id, Escalation.at > at)
    return await scope.session.scalar(query.where(Escalation.kind == "unreached").limit(1)) is not None


async def lock_open(scope: Scope, lead_id: int) -> bool:
    """Whether a leader was asked already who may work this lead."""
    query = select(Escalation.id).where(Escalation.lead_id == lead_id, Escalation.kind == "lock")
    return await scope.session.scalar(query.where(Escalation.state == "open").limit(1)) is not None


async def today(scope: Scope, leader_id: int, start: datetime) -> int:
    """How many were shown to a leader since the day began; drafts come by their own clock and do not count."""
    query = select(func.count()).select_from(Escalation).where(Escalation.leader_id == leader_id)
    query = query.where(Escalation.at > start, Escalation.state != "waiting", Escalation.kind != "approval")
    return await scope.session.scalar(query) or 0


async def get(scope: Scope, escalation_id: int) -> Escalation | None:
    """One put before the scope's person, locked so that two taps meet one after the other."""
    query = select(Escalation).where(Escalation.id == escalation_id, Escalation.leader_id == scope.user_id)
    query = query.with_for_update().execution_options(populate_existing=True)
    return (await scope.session.scalars(query)).first()


async def opened(scope: Scope, *, limit: int = 20) -> Sequence[Escalation]:
    """What waits for the scope's person; a draft that was decided meanwhile does not."""
    query = select(Escalation).outerjoin(Approval, Approval.id == Escalation.approval_id)
    query = query.where(Escalation.leader_id == scope.user_id, Escalation.state == "open")
    query = query.where(or_(Escalation.approval_id.is_(None), PENDING))
    return (await scope.session.scalars(query.order_by(Escalation.id).limit(limit))).all()


async def waiting(scope: Scope, now: datetime, *, limit: int = 50) -> Sequence[int]:
    """Those whose leader is to hear of them now."""
    query = select(Escalation.id).where(WAITING, Escalation.due_at <= now)
    return (await scope.session.scalars(query.order_by(Escalation.due_at).limit(limit))).all()


async def refused(scope: Scope, user_id: int, rule: str, start: datetime) -> int:
    """How often a rule held a person's own acts back since a moment."""
    query = select(func.count()).select_from(AuditEvent).where(DENIED, AuditEvent.actor_id == user_id)
    query = query.where(AuditEvent.reason == rule, AuditEvent.at > start, AuditEvent.actor_kind == "user")
    return await scope.session.scalar(query) or 0


async def told(scope: Scope, user_id: int, rule: str, start: datetime) -> bool:
    """Whether a leader heard (or is about to hear) of this person and rule since a moment."""
    query = select(Escalation.id).where(Escalation.user_id == user_id, Escalation.rule == rule, Escalation.at > start)
    return await scope.session.scalar(query.where(Escalation.state != "void").limit(1)) is not None


async def taken_back(scope: Scope, user_id: int, start: datetime, at: datetime) -> None:
    """What was sent in spite of a warning was taken back in time: nobody needs to hear of it."""
    query = update(Escalation).where(WAITING, Escalation.user_id == user_id, Escalation.kind == "overridden")
    query = query.where(Escalation.at >= start).values(state="void", answered_at=at)
    await scope.session.execute(query.execution_options(synchronize_session=False))


async def approval_over(scope: Scope, approval_id: int, at: datetime) -> None:
    """A draft that was put before a deputy is decided."""
    query = update(Escalation).where(Escalation.approval_id == approval_id, Escalation.state == "open")
    await scope.session.execute(query.values(state="left", answered_at=at).execution_options(synchronize_session=False))
