"""Queries of what was sent from a channel's numbers."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select

from store.db import Scope
from store.models import Account, Lead, Message
from store.queries.leaving import IN_DOUBT
from store.queries.talk import QUEUED


async def numbers(scope: Scope, channel: str) -> list[tuple[Account, int, int]]:
    """(account, messages that wait, messages in doubt) of the team's accounts on a channel."""
    accounts = select(Account).where(Account.channel == channel)
    if scope.team_id is not None:
        accounts = accounts.where(Account.team_id == scope.team_id)
    found = (await scope.session.scalars(accounts.order_by(Account.id))).all()
    waiting = await _counts(scope, QUEUED)
    doubtful = await _counts(scope, IN_DOUBT)
    return [(account, waiting.get(account.id, 0), doubtful.get(account.id, 0)) for account in found]


async def _counts(scope: Scope, state: ColumnElement[bool]) -> dict[int, int]:
    query = select(Message.account_id, func.count()).where(state).group_by(Message.account_id)
    return {account_id: number for account_id, number in await scope.session.execute(query)}


async def one(scope: Scope, message_id: int) -> Message | None:
    """One message to a lead of the scope's person (no person: of the team)."""
    query = select(Message).where(
        Message.id == message_id, Message.direction == "out", Message.team_id == scope.team_id
    )
    if scope.user_id is not None:
        query = query.where(Message.lead_id.in_(select(Lead.id).where(Lead.owner_id == scope.user_id)))
    return (await scope.session.scalars(query.where(Message.lead_id.is_not(None)))).first()
