"""Queries on the health of lines: what waits, what is unclear and what failed on every account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, literal_column, or_, select

from store.db import Scope
from store.models import Account, Conversation, Lead, Message, Rate, WhatsappTemplate
from store.queries.leaving import IN_DOUBT
from store.queries.talk import LEFT, QUEUED

UNASKED: ColumnElement[bool] = literal_column("messages.kind = 'proactive'")
SEVERAL = 4  # tries, half a minute after the first
FAILED: ColumnElement[bool] = literal_column("messages.state = 'failed'")


@dataclass(frozen=True, slots=True)
class Health:
    """One account: ``waiting`` messages are due or will be tried again, the ``oldest`` of them next; ``failed`` since
    the asked moment.

    ``refused``: so many were tried several times, the vendor answers and takes none.

    ``rests_until``: its vendor cannot be reached, the whole line waits until then.
    """

    account: Account
    waiting: int = 0
    oldest: datetime | None = None
    doubtful: int = 0
    failed: int = 0
    heard_at: datetime | None = None
    rests_until: datetime | None = None
    refused: int = 0


async def health(scope: Scope, now: datetime, since: datetime) -> list[Health]:
    """Every account of the scope's team, in the order they were opened."""
    accounts = select(Account).order_by(Account.id)
    if scope.team_id is not None:
        accounts = accounts.where(Account.team_id == scope.team_id)
    waiting = await _by_account(scope, (QUEUED, or_(Message.due_at <= now, Message.attempts > 0)))
    refused = await _by_account(scope, (QUEUED, Message.attempts >= SEVERAL))
    doubtful = await _by_account(scope, (IN_DOUBT,))
    failed = await _by_account(scope, (FAILED, Message.direction == "out", Message.at >= since))
    heard = dict((await scope.session.execute(_heard())).tuples().all())
    resting = select(Rate).where(Rate.key.startswith("rest:"), Rate.tat > now)
    rests = {row.key.removeprefix("rest:"): row.tat for row in await scope.session.scalars(resting)}
    return [
        Health(
            account,
            *waiting.get(account.id, (0, None)),
            doubtful.get(account.id, (0, None))[0],
            failed.get(account.id, (0, None))[0],
            heard.get(account.id),
            rests.get(str(account.id)),
            refused.get(account.id, (0, None))[0],
        )
        for account in await scope.session.scalars(accounts)
    ]


async def _by_account(scope: Scope, where: Sequence[ColumnElement[bool]]) -> dict[int, tuple[int, datetime | None]]:
    query = select(Message.account_id, func.count(), func.min(Message.due_at)).where(*where)
    rows = await scope.session.execute(query.group_by(Message.account_id))
    return {account_id: (count, oldest) for account_id, count, oldest in rows.tuples()}


def _heard() -> Select[int, datetime | None]:
    return select(Conversation.account_id, func.max(Conversation.last_inbound_at)).group_by(Conversation.account_id)


async def dead_letters(scope: Scope, since: datetime, *, limit: int = 5) -> Sequence[Message]:
    """What did not reach the leads of the scope's person since a moment, newest first."""
    query = select(Message).where(FAILED, Message.direction == "out", Message.lead_id.is_not(None), Message.at >= since)
    if scope.team_id is not None:
        query = query.where(Message.team_id == scope.team_id)
    if scope.user_id is not None:
        mine = select(Lead.id).where(Lead.owner_id == scope.user_id)
        query = query.where(or_(Message.sender_id == scope.user_id, Message.lead_id.in_(mine)))
    return (await scope.session.scalars(query.order_by(Message.id.desc()).limit(limit))).all()


async def templates(scope: Scope) -> dict[str, int]:
    """Status -> how many approved templates of the team have it."""
    query = select(WhatsappTemplate.status, func.count()).group_by(WhatsappTemplate.status)
    if scope.team_id is not None:
        query = query.where(WhatsappTemplate.team_id == scope.team_id)
    return dict((await scope.session.execute(query)).tuples().all())


async def unasked_since(scope: Scope, account_id: int, since: datetime, but: int | None = None) -> int:
    """Unasked messages of an account that left, or wait to leave, since a moment."""
    query = (
        select(func.count())
        .select_from(Message)
        .where(
            UNASKED,
            Message.account_id == account_id,
            Message.at >= since,
            Message.state.in_((*LEFT, "queued", "held")),
            Message.id != (but or 0),
        )
    )
    return await scope.session.scalar(query) or 0


async def shown(scope: Scope, conversation_id: int, *, limit: int = 100) -> Sequence[Message]:
    """The last of what both sides of a talk see of it, in the order it was said."""
    query = (
        select(Message)
        .where(
            Message.conversation_id == conversation_id,
            or_(Message.direction == "in", Message.state.in_(("sent", "delivered", "read"))),
        )
        .order_by(Message.id.desc())
        .limit(limit)
    )
    rows = (await scope.session.scalars(query)).all()
    return sorted(rows, key=lambda row: (row.sent_at or row.at, row.id))
