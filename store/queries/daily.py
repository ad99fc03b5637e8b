"""Queries on a rep's day: plans, what was done with reminders, recurring ones, and escalations to the leader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, update

from store.db import Scope
from store.models import (
    AuditEvent,
    Choice,
    DailyPlan,
    FollowUp,
    Lead,
    Message,
    Reminder,
    ReminderMove,
    User,
)
from store.queries.acts import OPEN


async def plan(scope: Scope, user_id: int) -> DailyPlan | None:
    return (await scope.session.scalars(select(DailyPlan).where(DailyPlan.user_id == user_id))).first()


async def planned(scope: Scope, plan_id: int) -> tuple[DailyPlan, User] | None:
    """A plan with whose day it is."""
    query = select(DailyPlan, User).join(User, User.id == DailyPlan.user_id).where(DailyPlan.id == plan_id)
    row = (await scope.session.execute(query)).one_or_none()
    return (row[0], row[1]) if row is not None else None


async def without_plan(scope: Scope, *, limit: int = 200) -> Sequence[User]:
    """Our people whose day has no plan yet."""
    known = select(DailyPlan.id).where(DailyPlan.user_id == User.id).exists()
    query = select(User).where(~known, User.left_at.is_(None)).order_by(User.id).limit(limit)
    return (await scope.session.scalars(query)).all()


async def plans_due(scope: Scope, now: datetime, *, limit: int = 200) -> Sequence[int]:
    """Plans whose morning or evening has come."""
    query = select(DailyPlan.id).where(or_(DailyPlan.next_digest_at <= now, DailyPlan.next_evening_at <= now))
    return sorted((await scope.session.scalars(query.limit(limit))).all())


async def weekly_due(scope: Scope, now: datetime, *, limit: int = 200) -> Sequence[DailyPlan]:
    """Plans whose week's report has come round."""
    query = select(DailyPlan).where(DailyPlan.next_weekly_at <= now).order_by(DailyPlan.next_weekly_at)
    return (await scope.session.scalars(query.limit(limit))).all()


async def done_moments(scope: Scope, *, limit: int = 60) -> Sequence[datetime]:
    """When the scope's person got reminders done, newest first."""
    query = (
        select(ReminderMove.at)
        .where(ReminderMove.user_id == scope.user_id, ReminderMove.kind == "done")
        .order_by(ReminderMove.id.desc())
        .limit(limit)
    )
    return (await scope.session.scalars(query)).all()


async def due_between(scope: Scope, start: datetime, end: datetime) -> Sequence[datetime]:
    """When the person's open reminders of a stretch of time are due."""
    query = select(Reminder.due_at).where(
        OPEN, Reminder.user_id == scope.user_id, Reminder.due_at >= start, Reminder.due_at < end
    )
    return (await scope.session.scalars(query)).all()


async def reminders_ahead(scope: Scope, *, limit: int = 20) -> tuple[int, Sequence[Reminder]]:
    """How many reminders of the person are open, and the next of them by time."""
    where = (OPEN, Reminder.user_id == scope.user_id)
    total = await scope.session.scalar(select(func.count()).select_from(Reminder).where(*where))
    query = select(Reminder).where(*where).order_by(Reminder.due_at, Reminder.id).limit(limit)
    return total or 0, (await scope.session.scalars(query)).all()


async def close_occurrences(scope: Scope, series: int, at: datetime) -> None:
    """What of a series was shown before and never answered makes room for the next one."""
    await scope.session.execute(
        update(Reminder)
        .where(OPEN, Reminder.series == series, Reminder.delivered_at.is_not(None))
        .values(state="missed", completed_at=at)
        .execution_options(synchronize_session=False)
    )


async def series_rows(scope: Scope, series: int) -> Sequence[Reminder]:
    """The open rows of a series: the one that comes and perhaps one on the table."""
    query = select(Reminder).where(OPEN, Reminder.series == series, Reminder.user_id == scope.user_id)
    return (await scope.session.scalars(query)).all()


async def overdue_for_leader(scope: Scope, now: datetime, *, limit: int = 50) -> Sequence[Reminder]:
    """Open reminders whose leader is to hear of them now."""
    query = select(Reminder).where(OPEN, Reminder.escalate_at.is_not(None), Reminder.escalate_at <= now)
    return (await scope.session.scalars(query.order_by(Reminder.escalate_at, Reminder.id).limit(limit))).all()


async def reminders_on(scope: Scope, user_id: int, lead_id: int) -> Sequence[Reminder]:
    """One person's open reminders about a lead."""
    query = select(Reminder).where(OPEN, Reminder.user_id == user_id, Reminder.lead_id == lead_id)
    return (await scope.session.scalars(query)).all()


async def lead_names(scope: Scope, lead_ids: Sequence[int]) -> Mapping[int, str]:
    query = select(Lead.id, Lead.name).where(Lead.id.in_(lead_ids))
    return {row.id: row.name for row in (await scope.session.execute(query)).all()}


async def done_since(scope: Scope, since: datetime) -> Mapping[str, int]:
    """What the scope's person got done since a moment: sent, replies, reminders, called, meetings."""
    sent = (
        select(func.count())
        .select_from(Message)
        .where(
            Message.sender_id == scope.user_id,
            Message.lead_id.is_not(None),
            Message.enrolment_id.is_(None),
            Message.at >= since,
            Message.state.in_(("sent", "delivered", "read", "in_doubt")),
        )
    )
    replies = (
        select(func.count(func.distinct(Message.lead_id)))
        .join(Lead, Lead.id == Message.lead_id)
        .where(Lead.owner_id == scope.user_id, Lead.last_inbound_at >= since, Message.direction == "in",
               Message.at >= since)
    )  # fmt: skip
    reminders = (
        select(func.count())
        .select_from(ReminderMove)
        .where(ReminderMove.user_id == scope.user_id, ReminderMove.kind == "done", ReminderMove.at >= since)
    )
    called = (
        select(func.count())
        .select_from(FollowUp)
        .where(FollowUp.user_id == scope.user_id, FollowUp.state == "called", FollowUp.decided_at >= since)
    )
    started = (
        select(func.count())
        .select_from(AuditEvent)
        .where(
            AuditEvent.team_id == scope.team_id,
            AuditEvent.actor_id == scope.user_id,
            AuditEvent.actor_kind == "user",
            AuditEvent.tool == "start_sequence",
            AuditEvent.outcome == "done",
            AuditEvent.at >= since,
        )
    )
    looks = {"sent": sent, "replies": replies, "reminders": reminders, "called": called, "started": started}
    found = (await scope.session.execute(select(*(query.scalar_subquery() for query in looks.values())))).one()
    return dict(zip(looks, found, strict=True))


async def shown_on(scope: Scope, choice_id: int) -> int | None:
    """The message a choice's buttons hang on; of an edited one the message it stands in."""
    query = select(Message.id, Message.edits).join(Choice, Choice.message_id == Message.id)
    row = (await scope.session.execute(query.where(Choice.id == choice_id))).first()
    return (row.edits or row.id) if row is not None else None
