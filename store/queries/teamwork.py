"""A team's week in figures, and what is stuck where: counted from messages, reminders and acts, nothing stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import aliased

from store.db import Scope
from store.models import Approval, Lead, Message, Reminder, Suppression, User
from store.queries.acts import OPEN, PENDING

GRACE = timedelta(days=1)  # a reminder done within a day counts as done in time
_SENT = ("sent", "delivered", "read")
_CLOSED = ("archived", "lost")


@dataclass(frozen=True, slots=True)
class Week:
    """``contacted`` and ``replied`` count leads; ``on_time`` and ``missed`` reminders that fell due."""

    new: int
    contacted: int
    replied: int
    won: int
    on_time: int
    missed: int

    @property
    def rate(self) -> float | None:
        """The share of contacted leads who answered; None without any."""
        return self.replied / self.contacted if self.contacted else None


@dataclass(frozen=True, slots=True)
class Stuck:
    """What waits at one member: overdue reminders, leads without an answer, drafts near their end."""

    user_id: int
    name: str
    reminders: int
    unanswered: int
    drafts: int

    @property
    def total(self) -> int:
        return self.reminders + self.unanswered + self.drafts


def _leads(scope: Scope) -> list[ColumnElement[bool]]:
    mine = [Lead.team_id == scope.team_id]
    return [*mine, Lead.owner_id == scope.user_id] if scope.user_id is not None else mine


async def week(scope: Scope, start: datetime, end: datetime, now: datetime) -> Week:
    """The scope's figures of [start, end): the whole team's, or one member's where a user is set."""
    inside = Message.at >= start, Message.at < end
    sent = select(Message.id).where(Message.lead_id == Lead.id, Message.direction == "out", *inside)
    sent = sent.where(Message.state.in_(_SENT))
    back = aliased(Message)
    answered = select(back.id).where(back.lead_id == Lead.id, back.direction == "in", back.at >= start, back.at < end)
    before = select(Message.id).where(Message.lead_id == back.lead_id, Message.direction == "out", *inside)
    before = before.where(Message.state.in_(_SENT), Message.at < back.at)
    answered = answered.where(before.exists())
    counted = select(func.count()).select_from(Lead).where(*_leads(scope))
    looks = (
        counted.where(Lead.created_at >= start, Lead.created_at < end),
        counted.where(sent.exists()),
        counted.where(answered.exists()),
        _won(scope, start, end),
    )
    new, contacted, replied, won = [await scope.session.scalar(look) or 0 for look in looks]
    on_time, missed = await _reminders(scope, start, end, now)
    return Week(new, contacted, replied, won, on_time, missed)


def _won(scope: Scope, start: datetime, end: datetime) -> Any:
    """Leads who became customer or partner in these days, by whatever act, and still are."""
    return select(func.count()).select_from(Lead).where(*_leads(scope), Lead.won_at >= start, Lead.won_at < end)


async def _reminders(scope: Scope, start: datetime, end: datetime, now: datetime) -> tuple[int, int]:
    """(done in time, missed) of what fell due; what somebody dropped is neither."""
    query = select(Reminder.due_at, Reminder.completed_at, Reminder.state).where(
        Reminder.user_id.in_(_people(scope)), Reminder.due_at >= start, Reminder.due_at < end
    )
    on_time = missed = 0
    for due_at, completed_at, state in await scope.session.execute(query):
        ended = completed_at or now
        if state == "done" and ended <= due_at + GRACE:
            on_time += 1
        elif state in ("done", "missed") or (state == "open" and due_at + GRACE < now):
            missed += 1
    return on_time, missed


def _people(scope: Scope) -> Any:
    people = select(User.id).where(User.team_id == scope.team_id)
    return people.where(User.id == scope.user_id) if scope.user_id is not None else people


async def stuck(scope: Scope, now: datetime, notice: timedelta) -> Sequence[Stuck]:
    """Every member of the scope's team at whom something waits, the most first. ``notice``: how near an end counts."""
    silent = and_(
        Lead.last_inbound_at < now - GRACE,
        or_(Lead.last_outbound_at.is_(None), Lead.last_outbound_at < Lead.last_inbound_at),
        Lead.stage.not_in(_CLOSED),
        ~select(Suppression.id).where(Suppression.lead_id == Lead.id).exists(),
    )
    looks = (
        select(Reminder.user_id, func.count())
        .where(OPEN, Reminder.team_id == scope.team_id, Reminder.due_at < now - GRACE)
        .group_by(Reminder.user_id),
        select(Lead.owner_id, func.count()).where(Lead.team_id == scope.team_id, silent).group_by(Lead.owner_id),
        select(Approval.user_id, func.count())
        .where(PENDING, Approval.team_id == scope.team_id, Approval.expires_at < now + notice)
        .group_by(Approval.user_id),
    )
    found: list[dict[int, int]] = []
    for look in looks:
        found.append({user_id: count for user_id, count in await scope.session.execute(look)})
    people = select(User.id, User.name).where(User.team_id == scope.team_id, User.left_at.is_(None))
    rows = [
        Stuck(user_id, name, *(counts.get(user_id, 0) for counts in found))
        for user_id, name in await scope.session.execute(people.order_by(User.name))
    ]
    return sorted((row for row in rows if row.total), key=lambda row: -row.total)
