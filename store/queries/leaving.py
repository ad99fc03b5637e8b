"""Queries on messages on their way out: what should leave, what is under way, what nobody knows about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, literal_column, or_, select

from store.db import Scope
from store.leases import real_now
from store.models import Conversation, Message
from store.queries.talk import QUEUED

SENDING: ColumnElement[bool] = literal_column("messages.state = 'sending'")
RETRIED: ColumnElement[bool] = literal_column("messages.state = 'queued'")
IN_DOUBT: ColumnElement[bool] = literal_column("messages.state = 'in_doubt'")


async def due_out(scope: Scope, now: datetime, limit: int) -> dict[int, list[int]]:
    """Messages that should leave now: conversation id -> message ids, in the order they should leave."""
    query = select(Message.id, Message.conversation_id).where(QUEUED, Message.due_at <= now)
    lines: dict[int, list[int]] = {}
    for row in await scope.session.execute(query.order_by(Message.due_at, Message.id).limit(limit)):
        lines.setdefault(row.conversation_id, []).append(row.id)
    return lines


async def claim_due(scope: Scope, message_id: int, now: datetime, seconds: int) -> tuple[Message, Conversation] | None:
    """Takes one message right before it is sent; None when it is not due any more or somebody sends in its line.

    The conversation is locked for it: of one conversation only one message is ever under way, so that order holds.
    """
    found = await scope.session.scalar(select(Message.conversation_id).where(Message.id == message_id))
    line = (
        await scope.session.get(Conversation, found, with_for_update={"key_share": True}) if found is not None else None
    )
    row = await scope.session.get(Message, message_id, with_for_update=True, populate_existing=True)
    if line is None or row is None or row.state not in ("held", "queued") or row.due_at is None or row.due_at > now:
        return None
    real = await real_now(scope.session)
    under_way = select(Message.id).where(SENDING, Message.conversation_id == line.id, Message.lease_until >= real)
    if await scope.session.scalar(under_way.limit(1)) is not None:
        return None
    row.lease_token += 1
    row.lease_until = real + timedelta(seconds=seconds)
    return row, line


async def stale_sending(scope: Scope, real: datetime) -> Sequence[Message]:
    """Messages whose sender died between the mark and the answer."""
    ended = or_(Message.lease_until.is_(None), Message.lease_until < real)
    return (await scope.session.scalars(select(Message).where(SENDING, ended).order_by(Message.id).limit(100))).all()


async def tried_before(scope: Scope, row: Message) -> datetime | None:
    """When an earlier message of the same conversation is tried again: nothing overtakes it."""
    query = select(func.max(Message.due_at)).where(
        Message.conversation_id == row.conversation_id, Message.id < row.id, RETRIED, Message.attempts > 0
    )
    return await scope.session.scalar(query)


async def in_doubt(scope: Scope, *, after: int = 0, limit: int = 50) -> Sequence[Message]:
    """Messages whose fate nobody knows, oldest first, from behind ``after`` on."""
    query = select(Message).where(IN_DOUBT, Message.id > after).order_by(Message.id).limit(limit)
    if scope.team_id is not None:
        query = query.where(Message.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(or_(Message.sender_id == scope.user_id, Message.user_id == scope.user_id))
    return (await scope.session.scalars(query)).all()


async def held_until(scope: Scope, until: datetime) -> int:
    """How many messages still wait for the end of their undo time, up to a moment."""
    query = select(func.count()).select_from(Message).where(QUEUED, Message.due_at <= until)
    return await scope.session.scalar(query) or 0
