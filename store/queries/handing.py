"""Leads change hands: everything that waits for their owner's answer goes along, in a few statements for any number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ColumnElement, func, insert, literal, select, update

from store.db import Scope
from store.models import (
    Approval,
    Campaign,
    Decision,
    Enrolment,
    Escalation,
    FollowUp,
    Import,
    Lead,
    Meeting,
    Message,
    Reminder,
)
from store.queries.acts import OPEN, PENDING
from store.queries.flows import RUNNING
from store.queries.talk import QUEUED

CHUNK = 500  # ids in one statement: SQLite takes a bounded number of parameters
_UNDER_WAY = ("running", "offered")


@dataclass(frozen=True, slots=True)
class Belongings:
    """What hangs on a person's leads, counted: nothing of it is lost when they change hands."""

    leads: int
    sequences: int
    reminders: int
    approvals: int
    meetings: int
    messages: int

    def told(self) -> dict[str, int]:
        return asdict(self)


async def belongings(scope: Scope, user_id: int, now: datetime) -> Belongings:
    """What one person of the scope's team has at the moment."""
    mine = select(Lead.id).where(Lead.team_id == scope.team_id, Lead.owner_id == user_id)
    looks = (
        select(func.count()).select_from(mine.subquery()),
        select(func.count()).select_from(Enrolment).where(RUNNING, Enrolment.lead_id.in_(mine)),
        select(func.count()).select_from(Reminder).where(OPEN, Reminder.user_id == user_id, Reminder.lead_id.in_(mine)),
        select(func.count()).select_from(Approval).where(PENDING, Approval.user_id == user_id),
        select(func.count()).select_from(Meeting).where(*_ahead(user_id, mine, now)),
        select(func.count()).select_from(Message).where(QUEUED, Message.lead_id.in_(mine)),
    )
    return Belongings(*[await scope.session.scalar(look) or 0 for look in looks])


def _ahead(user_id: int, mine: Any, now: datetime) -> tuple[ColumnElement[bool], ...]:
    coming = Meeting.starts_at > now, Meeting.state != "cancelled"
    return Meeting.user_id == user_id, Meeting.lead_id.in_(mine), *coming


async def lead_ids(scope: Scope, user_id: int) -> Sequence[int]:
    """A person's leads, the hottest first."""
    query = select(Lead.id).where(Lead.team_id == scope.team_id, Lead.owner_id == user_id)
    return (await scope.session.scalars(query.order_by(Lead.score.desc(), Lead.id))).all()


async def loads(scope: Scope, user_ids: Sequence[int]) -> dict[int, int]:
    """How many leads each of these people has."""
    query = select(Lead.owner_id, func.count()).where(Lead.owner_id.in_(user_ids)).group_by(Lead.owner_id)
    found = {owner: count for owner, count in await scope.session.execute(query)}
    return {user_id: found.get(user_id, 0) for user_id in user_ids}


async def change_hands(scope: Scope, giver: int, taker: int, at: datetime, ids: Sequence[int] | None = None) -> None:
    """``giver``'s leads (all of them, or ``ids``) are ``taker``'s from now on.

    Running sequences and open talks go by the lead's owner and need nothing. Reminders, drafts that wait for a tap,
    messages that are still to leave and appointments ahead are answered for by the taker. The day's suggestions end;
    the taker's own list makes new ones.
    """
    for start in range(0, len(ids), CHUNK) if ids is not None else (0,):
        theirs = select(Lead.id).where(Lead.team_id == scope.team_id, Lead.owner_id == giver)
        if ids is not None:
            theirs = theirs.where(Lead.id.in_(ids[start : start + CHUNK]))
        await _write_down(scope, theirs, giver, taker, at)
        for change in _changes(theirs, giver, taker, at):
            await scope.session.execute(change.execution_options(synchronize_session=False))


def _changes(theirs: Any, giver: int, taker: int, at: datetime) -> tuple[Any, ...]:
    """The statements in an order in which each still finds its leads; the owner comes last."""
    drafts = update(Approval).where(PENDING, Approval.user_id == giver, Approval.lead_id.in_(theirs))
    return (
        update(Reminder)
        .where(OPEN, Reminder.user_id == giver, Reminder.lead_id.in_(theirs))
        .values(user_id=taker, escalate_at=None),
        drafts.values(user_id=taker, warned_at=None, depute_at=None, deputy_id=None),
        update(Message).where(QUEUED, Message.sender_id == giver, Message.lead_id.in_(theirs)).values(sender_id=taker),
        update(Meeting).where(*_ahead(giver, theirs, at)).values(user_id=taker),
        update(FollowUp)
        .where(FollowUp.lead_id.in_(theirs), FollowUp.state == "open")
        .values(state="void", decided_at=at),
        update(Escalation)
        .where(Escalation.lead_id.in_(theirs), Escalation.user_id == giver)
        .where(Escalation.state.in_(("waiting", "open")))
        .values(state="void", answered_at=at),
        update(Lead).where(Lead.id.in_(theirs)).values(owner_id=taker),
    )


async def _write_down(scope: Scope, theirs: Any, giver: int, taker: int, at: datetime) -> None:
    """One decision per lead, so that "why is she mine?" can be answered."""
    facts = literal({"from": giver, "to": taker}, JSON)
    values = select(
        Lead.team_id,
        literal("lead"),
        Lead.id,
        Lead.id,
        literal("run"),
        literal("changed_hands"),
        facts,
        literal(at, Decision.__table__.c.at.type),
    ).where(Lead.id.in_(theirs))
    columns = ("team_id", "subject", "subject_id", "lead_id", "verdict", "rule", "facts", "at")
    await scope.session.execute(insert(Decision).from_select(columns, values))


async def campaigns_end(scope: Scope, user_id: int, at: datetime) -> int:
    """Messages to many that a person had under way stop; what is not out yet stays with its leads."""
    query = (
        update(Campaign)
        .where(Campaign.user_id == user_id, Campaign.state.in_(("draft", "running")))
        .values(state="stopped", ended_at=at, next_due_at=None)
        .returning(Campaign.id)
    )
    return len((await scope.session.scalars(query.execution_options(synchronize_session=False))).all())


async def imports_go(scope: Scope, giver: int, taker: int) -> None:
    """A file that is still being read brings its contacts to the taker."""
    query = update(Import).where(Import.user_id == giver, Import.state.in_(_UNDER_WAY)).values(user_id=taker)
    await scope.session.execute(query.execution_options(synchronize_session=False))
