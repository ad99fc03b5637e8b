"""Queries on appointments. Whoever books locks the person's calendar first: two at once never take the same hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, literal_column, select

from store.db import Scope
from store.leases import Lease, claim
from store.models import Meeting, Message, User
from store.queries.talk import QUEUED

TODO: ColumnElement[bool] = literal_column("meetings.todo IS NOT NULL")
_TAKEN = ("creating", "created", "in_doubt")


def _mine(scope: Scope) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [Meeting.state.in_(_TAKEN)]
    if scope.team_id is not None:
        where.append(Meeting.team_id == scope.team_id)
    if scope.user_id is not None:
        where.append(Meeting.user_id == scope.user_id)
    return where


async def lock_calendar(scope: Scope, user_id: int) -> None:
    """Until the unit of work ends nobody else books for this person (SQLite has one writer anyway)."""
    await scope.session.execute(select(User.id).where(User.id == user_id).with_for_update())


async def between(
    scope: Scope, user_id: int, start: datetime, end: datetime, *, but: int | None = None
) -> Sequence[Meeting]:
    """What overlaps [start, end) in one person's calendar, by time."""
    query = select(Meeting).where(
        Meeting.user_id == user_id, Meeting.state.in_(_TAKEN), Meeting.starts_at < end, Meeting.ends_at > start
    )
    if but is not None:
        query = query.where(Meeting.id != but)
    return (await scope.session.scalars(query.order_by(Meeting.starts_at))).all()


async def coming(scope: Scope, now: datetime, *, lead_id: int | None = None, limit: int = 20) -> Sequence[Meeting]:
    """The scope's appointments that are not over, by time."""
    query = select(Meeting).where(*_mine(scope), Meeting.ends_at > now)
    if lead_id is not None:
        query = query.where(Meeting.lead_id == lead_id)
    return (await scope.session.scalars(query.order_by(Meeting.starts_at).limit(limit))).all()


async def get(scope: Scope, meeting_id: int) -> Meeting | None:
    """One appointment of the scope that was not called off, locked for the change that follows."""
    query = select(Meeting).where(*_mine(scope), Meeting.id == meeting_id).with_for_update()
    return (await scope.session.scalars(query)).first()


async def of_turn(scope: Scope, turn_id: str) -> Sequence[Meeting]:
    """What the scope's person booked in one turn."""
    return (await scope.session.scalars(select(Meeting).where(*_mine(scope), Meeting.turn_id == turn_id))).all()


async def outside(scope: Scope, user_id: int, now: datetime) -> Sequence[Meeting]:
    """What is ahead with leads and stands in a person's calendar outside, locked for the change that follows."""
    query = select(Meeting).where(Meeting.user_id == user_id, Meeting.state.in_(_TAKEN), Meeting.starts_at > now)
    query = query.where(Meeting.calendar != "local", Meeting.lead_id.is_not(None))
    return (await scope.session.scalars(query.with_for_update())).all()


async def to_tell(scope: Scope, user_id: int) -> bool:
    """Whether a calendar outside of this person's is still to be told of something."""
    query = select(Meeting.id).where(TODO, Meeting.user_id == user_id).limit(1)
    return await scope.session.scalar(query) is not None


async def unsent_letters(scope: Scope, meeting_id: int) -> Sequence[Message]:
    """Messages about an appointment that have not left."""
    query = select(Message).where(QUEUED, Message.dedupe_key.startswith(f"meeting:{meeting_id}:", autoescape=True))
    return (await scope.session.scalars(query.with_for_update())).all()


async def claim_todo(scope: Scope, now: datetime, *, seconds: int, limit: int = 10) -> list[Lease]:
    """Appointments a calendar outside is still to be told of."""
    where = (TODO, Meeting.due_at <= now)
    return await claim(scope, Meeting, where, order=(Meeting.due_at, Meeting.id), limit=limit, seconds=seconds)
