"""Queries on conversations, messages and choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Case, ColumnElement, and_, bindparam, case, func, literal_column, select, text, update
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate

from store.db import Scope, insert_into
from store.leases import Lease, claim
from store.models import Account, Choice, Conversation, Lead, Message
from store.models.base import Utc

QUEUED: ColumnElement[bool] = literal_column("messages.state IN ('held', 'queued')")
NEW: ColumnElement[bool] = literal_column("messages.state = 'new'")
DUE: ColumnElement[bool] = literal_column("conversations.due_at IS NOT NULL")


async def insert_once(scope: Scope, values: dict[str, object], key: Sequence[str]) -> int | None:
    """Inserts a message unless ``key`` is taken; the new row's id, or None when it was there before."""
    return await scope.session.scalar(_insert(scope.dialect, tuple(values), tuple(key)), values)


@cache
def _insert(dialect: str, names: tuple[str, ...], key: tuple[str, ...]) -> ReturningInsert[int]:
    """Built once: every message that comes in passes here."""
    statement = insert_into(dialect, Message).values({name: bindparam(name) for name in names})
    found: ReturningInsert[int] = statement.on_conflict_do_nothing(index_elements=list(key)).returning(Message.id)
    return found


def _earlier(at: Any) -> Case[datetime | None]:
    """``at``, unless there is an earlier mark already."""
    marked = and_(Conversation.due_at.is_not(None), Conversation.due_at < at)
    return case((marked, Conversation.due_at), else_=at)


async def wake(scope: Scope, conversation_id: int, at: datetime) -> None:
    """Marks a conversation as having work at ``at``, keeping an earlier mark."""
    await scope.session.execute(
        update(Conversation)
        .where(Conversation.id == conversation_id)
        .values(due_at=_earlier(at))
        .execution_options(synchronize_session=False)
    )


async def wake_known(
    scope: Scope, channel: str, account: str, external_id: str, at: datetime, ours_at: datetime
) -> Conversation | None:
    """Marks the conversation with a person on an account, and answers it; None when they never talked.

    Its work is due at ``at``, with one of our own people at ``ours_at``.
    """
    values = {"of": channel, "by": account, "who": external_id, "at": at, "ours": ours_at}
    return (await scope.session.scalars(_wake(), values)).first()


@cache
def _wake() -> ReturningUpdate[Conversation]:
    """Built once: every message that comes in passes here."""
    theirs = select(Account.id).where(Account.channel == bindparam("of"), Account.name == bindparam("by"))
    at, ours = bindparam("at", type_=Utc()), bindparam("ours", type_=Utc())
    return (
        update(Conversation)
        .where(Conversation.account_id == theirs.scalar_subquery(), Conversation.external_id == bindparam("who"))
        .values(due_at=_earlier(case((Conversation.user_id.is_not(None), ours), else_=at)))
        .returning(Conversation)
        .execution_options(synchronize_session=False)
    )


async def claim_conversation(scope: Scope, conversation_id: int, now: datetime, seconds: int) -> Lease | None:
    """The lease on one conversation that has work, or None."""
    where = (Conversation.id == conversation_id, DUE, Conversation.due_at <= now)
    taken = await claim(scope, Conversation, where, order=(Conversation.id,), limit=1, seconds=seconds)
    return taken[0] if taken else None


async def due_conversations(scope: Scope, now: datetime, limit: int) -> Sequence[int]:
    query = select(Conversation.id).where(DUE, Conversation.due_at <= now).order_by(Conversation.due_at).limit(limit)
    return (await scope.session.scalars(query)).all()


async def release(scope: Scope, lease: Lease, now: datetime) -> bool:
    """ENGINE rule 4: first clear, then re-arm in a second statement when something new came meanwhile (True)."""
    clear = update(Conversation).where(Conversation.id == lease.id, Conversation.lease_token == lease.token)
    await scope.session.execute(
        clear.values(due_at=None, lease_until=None, attempts=0).execution_options(synchronize_session=False)
    )
    waiting = select(Message.id).where(Message.conversation_id == lease.id, NEW).exists()
    armed = await scope.session.execute(
        update(Conversation)
        .where(Conversation.id == lease.id, waiting)
        .values(due_at=now)
        .returning(Conversation.id)
        .execution_options(synchronize_session=False)
    )
    return armed.first() is not None


async def new_messages(scope: Scope, conversation_id: int, limit: int) -> Sequence[Message]:
    query = select(Message).where(Message.conversation_id == conversation_id, NEW).order_by(Message.id).limit(limit)
    return (await scope.session.scalars(query)).all()


async def more_came(scope: Scope, conversation_id: int, after: int) -> bool:
    """Whether a person has written again since a message that is being worked on."""
    query = select(Message.id).where(Message.conversation_id == conversation_id, NEW, Message.id > after).limit(1)
    return await scope.session.scalar(query) is not None


async def regroup(scope: Scope, turn_id: str) -> None:
    """Lets a turn's messages be worked anew, together with what has come in since."""
    query = update(Message).where(Message.turn_id == turn_id, NEW).values(turn_id=None)
    await scope.session.execute(query.execution_options(synchronize_session=False))


async def history(scope: Scope, conversation_id: int, before: int, limit: int) -> Sequence[Message]:
    """The last ``limit`` messages before a message id, oldest first; refused and cancelled ones left out."""
    query = (
        select(Message)
        .where(
            Message.conversation_id == conversation_id,
            Message.id < before,
            Message.direction != "signal",
            Message.state.not_in(("refused", "cancelled")),
        )
        .order_by(Message.id.desc())
        .limit(limit)
    )
    return list(reversed((await scope.session.scalars(query)).all()))


async def cancel_proactive(scope: Scope, lead_id: int) -> None:
    """Whatever the bot wanted to say unasked is void once the lead writes (trap: barging into a live talk)."""
    await scope.session.execute(
        update(Message)
        .where(Message.lead_id == lead_id, QUEUED, Message.kind == "proactive")
        .values(state="cancelled", reason="lead_replied", due_at=None)
        .execution_options(synchronize_session=False)
    )


async def cancel_all_to(scope: Scope, lead_id: int, reason: str) -> None:
    """Everything still waiting to go to a lead, whoever wrote it."""
    await scope.session.execute(
        update(Message)
        .where(Message.lead_id == lead_id, QUEUED, Message.direction == "out", Message.kind != "confirmation")
        .values(state="cancelled", reason=reason, due_at=None)
        .execution_options(synchronize_session=False)
    )


async def close_talk(scope: Scope, conversation_id: int, user_id: int) -> None:
    """Nothing more leaves for whoever of us had this talk, no button of theirs answers, what was said stays theirs."""
    waiting = update(Message).where(Message.conversation_id == conversation_id, QUEUED, Message.direction == "out")
    choices = update(Choice).where(Choice.conversation_id == conversation_id, Choice.state == "open")
    said = update(Message).where(Message.conversation_id == conversation_id, Message.user_id.is_(None))
    for change in (
        said.values(user_id=user_id),
        waiting.values(state="cancelled", reason="unpaired", due_at=None),
        choices.values(state="used"),
    ):
        await scope.session.execute(change.execution_options(synchronize_session=False))


@dataclass(frozen=True, slots=True)
class SentAt:
    """One message that left, or is certain to: when, of what kind, and whether long-term nurture sent it."""

    at: datetime
    kind: str
    nurture: bool


LEFT = ("sending", "sent", "delivered", "read", "in_doubt")


async def sent_times(scope: Scope, lead_id: int, since: datetime, but: int | None = None) -> Sequence[SentAt]:
    """What left for a lead since a moment, newest first; at most the last 60."""
    at = func.coalesce(Message.sent_at, Message.at)
    query = (
        select(at.label("left_at"), Message.kind, Message.payload)
        .where(
            Message.lead_id == lead_id,
            Message.direction == "out",
            Message.kind != "confirmation",
            Message.state.in_(LEFT),
            Message.at >= since,
            Message.id != (but or 0),
        )
        .order_by(at.desc())
        .limit(60)
    )
    rows = (await scope.session.execute(query)).all()
    return [SentAt(row.left_at, row.kind, "nurture_since" in row.payload) for row in rows]


async def unanswered(scope: Scope, lead_id: int, since: datetime | None, but: int | None = None) -> int:
    """Messages to a lead since her last inbound."""
    query = (
        select(func.count())
        .select_from(Message)
        .where(
            Message.lead_id == lead_id,
            Message.direction == "out",
            Message.kind != "confirmation",
            Message.state.in_(LEFT),
            Message.id != (but or 0),
        )
    )
    if since is not None:
        query = query.where(Message.at > since)
    return await scope.session.scalar(query) or 0


async def pending_proactive(scope: Scope, lead_id: int, but: int | None = None) -> int:
    query = (
        select(func.count())
        .select_from(Message)
        .where(Message.lead_id == lead_id, QUEUED, Message.kind == "proactive", Message.id != (but or 0))
    )
    return await scope.session.scalar(query) or 0


async def sends_since(scope: Scope, user_id: int, since: datetime) -> int:
    """Messages to leads that a user caused since a moment: the cap's count lives in rows, not in memory."""
    query = (
        select(func.count())
        .select_from(Message)
        .where(
            Message.sender_id == user_id,
            Message.lead_id.is_not(None),
            Message.at >= since,
            Message.state.not_in(("refused", "cancelled")),
        )
    )
    return await scope.session.scalar(query) or 0


async def held_by(scope: Scope, user_id: int, now: datetime) -> Sequence[Message]:
    """What a user could still undo, the newest turn only."""
    mine = (Message.sender_id == user_id, text("messages.state = 'held'"), Message.due_at > now)
    newest = await scope.session.scalar(select(Message.turn_id).where(*mine).order_by(Message.id.desc()).limit(1))
    if newest is None:
        return []
    return (await scope.session.scalars(select(Message).where(*mine, Message.turn_id == newest))).all()


async def open_choices(scope: Scope, conversation_id: int, now: datetime, *, limit: int = 5) -> Sequence[Choice]:
    query = (
        select(Choice)
        .where(Choice.conversation_id == conversation_id, Choice.state == "open", Choice.expires_at > now)
        .order_by(Choice.id.desc())
        .limit(limit)
    )
    return (await scope.session.scalars(query)).all()


async def channels_of(scope: Scope, team_id: int) -> set[str]:
    query = select(Account.channel).where(Account.team_id == team_id).distinct()
    return set((await scope.session.scalars(query)).all())


def as_int(value: object) -> int | None:
    """A whole number from a person's word or JSON value that a column can hold, else None."""
    try:
        found = int(str(value).strip().removeprefix("#"))
    except ValueError:
        return None
    return found if -(2**63) <= found < 2**63 else None


async def by_dedupe(scope: Scope, key: str) -> int | None:
    """The message queued under a dedupe key, if there is one."""
    return await scope.session.scalar(select(Message.id).where(Message.dedupe_key == key))


async def last_inbound_channel(scope: Scope, lead_id: int) -> str | None:
    """The channel on which a lead last wrote."""
    query = (
        select(Conversation.channel)
        .where(Conversation.lead_id == lead_id, Conversation.last_inbound_at.is_not(None))
        .order_by(Conversation.last_inbound_at.desc())
        .limit(1)
    )
    return await scope.session.scalar(query)


async def first_conversation(scope: Scope, user_id: int) -> Conversation | None:
    query = select(Conversation).where(Conversation.user_id == user_id).order_by(Conversation.id).limit(1)
    return (await scope.session.scalars(query)).first()


async def other_conversation(scope: Scope, user_id: int, but: int) -> Conversation | None:
    """Another messenger of a user of ours, the last used one."""
    query = select(Conversation).where(Conversation.user_id == user_id, Conversation.id != but)
    query = query.order_by(Conversation.last_inbound_at.desc().nulls_last(), Conversation.id).limit(1)
    return (await scope.session.scalars(query)).first()


async def by_ref(scope: Scope, conversation_id: int, ref: str, limit: int) -> Message | None:
    """The newest inbound of a talk that its provider calls ``ref``, among the last ``limit``."""
    query = select(Message).where(Message.conversation_id == conversation_id, Message.direction == "in")
    rows = await scope.session.scalars(query.order_by(Message.id.desc()).limit(limit))
    return next((row for row in rows if ref in (row.provider_id, row.payload.get("ref"))), None)


async def left_here(scope: Scope, conversation_id: int, text: str, limit: int) -> bool:
    """Whether one of our own last ``limit`` messages has this very text, or is on its way and has no id yet."""
    query = select(Message.state, Message.text).where(
        Message.conversation_id == conversation_id,
        Message.direction == "out",
        Message.state.in_(("sending", "sent", "delivered", "read", "in_doubt")),
        Message.payload["signal"].as_string().is_(None),
    )
    rows = (await scope.session.execute(query.order_by(Message.id.desc()).limit(limit))).all()
    return any(state == "sending" or said.split() == text.split() for state, said in rows)


async def mode_of(scope: Scope, lead_id: int) -> str:
    """How the bot may answer a lead by itself: auto, draft_only or off."""
    query = select(Conversation.mode).where(Conversation.lead_id == lead_id).order_by(Conversation.id).limit(1)
    return await scope.session.scalar(query) or "draft_only"


async def sends_last_hour(scope: Scope, user_id: int, now: datetime) -> int:
    return await sends_since(scope, user_id, now - timedelta(hours=1))


async def by_provider(scope: Scope, account_id: int, provider_id: str) -> int | None:
    """The message that came under a provider's id."""
    query = select(Message.id).where(Message.account_id == account_id, Message.provider_id == provider_id)
    return await scope.session.scalar(query)


async def choice_of_turn(scope: Scope, turn_id: str) -> Choice | None:
    """The choice a turn has already used up (it was cut short and is worked again)."""
    return (await scope.session.scalars(select(Choice).where(Choice.used == turn_id).limit(1))).first()


async def lead_name(scope: Scope, lead_id: int | None) -> str | None:
    return await scope.session.scalar(select(Lead.name).where(Lead.id == lead_id)) if lead_id else None
