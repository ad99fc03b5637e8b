"""Queries for the day's follow-ups: what is known of a rep's leads, few statements for many leads at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, literal, or_, select, update

from store.db import Scope
from store.models import (
    Approval,
    Consent,
    Conversation,
    Enrolment,
    FollowUp,
    Lead,
    LeadAnalysis,
    Message,
    Note,
    Reminder,
    Suppression,
)
from store.queries.acts import OPEN, PENDING
from store.queries.flows import RUNNING
from store.queries.talk import LEFT, QUEUED

_HISTORY = timedelta(days=365)
_RECENT_ROWS = 20_000


async def opted_out(scope: Scope, lead_ids: Sequence[int]) -> set[int]:
    query = select(Suppression.lead_id).where(Suppression.lead_id.in_(lead_ids))
    return {found for found in (await scope.session.scalars(query)).all() if found is not None}


async def unanswered(scope: Scope, lead_ids: Sequence[int]) -> Mapping[int, int]:
    """lead id -> our messages since she last wrote."""
    query = (
        select(Message.lead_id, func.count())
        .join(Lead, Lead.id == Message.lead_id)
        .where(
            Message.lead_id.in_(lead_ids),
            Message.direction == "out",
            Message.kind != "confirmation",
            Message.state.in_(LEFT),
            or_(Lead.last_inbound_at.is_(None), Message.at > Lead.last_inbound_at),
        )
        .group_by(Message.lead_id)
    )
    return _pairs((await scope.session.execute(query)).all())


async def intents(scope: Scope, lead_ids: Sequence[int]) -> Mapping[int, str]:
    """lead id -> the intent of her newest message."""
    newest = select(func.max(LeadAnalysis.id)).where(LeadAnalysis.lead_id.in_(lead_ids)).group_by(LeadAnalysis.lead_id)
    query = select(LeadAnalysis.lead_id, LeadAnalysis.intent).where(LeadAnalysis.id.in_(newest))
    return _pairs((await scope.session.execute(query)).all())


def _pairs(rows: Sequence[Any]) -> dict[Any, Any]:
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class UnderWay:
    """What already waits for leads: approvals, queued messages, sequences (with their next due time), reminders."""

    approvals: Mapping[int, int]
    queued: frozenset[int]
    sequences: Mapping[int, datetime | None]
    reminders: Mapping[int, datetime]
    calls: Mapping[int, datetime]
    rests: Mapping[int, tuple[datetime, str]]


async def under_way(scope: Scope, lead_ids: Sequence[int], now: datetime) -> UnderWay:
    some = list(lead_ids)
    approvals = await scope.session.execute(
        select(Approval.lead_id, func.max(Approval.id))
        .where(PENDING, Approval.lead_id.in_(some))
        .group_by(Approval.lead_id)
    )
    queued = await scope.session.scalars(
        select(Message.lead_id).where(QUEUED, Message.direction == "out", Message.lead_id.in_(some))
    )
    running = await scope.session.execute(
        select(Enrolment.lead_id, func.min(Enrolment.next_due_at))
        .where(RUNNING, Enrolment.lead_id.in_(some))
        .group_by(Enrolment.lead_id)
    )
    reminders, calls = await _reminders(scope, set(some))
    return UnderWay(
        _pairs(approvals.all()),
        frozenset(found for found in queued.all() if found is not None),
        _pairs(running.all()),
        reminders,
        calls,
        await _rests(scope, set(some), now),
    )


async def _reminders(scope: Scope, wanted: set[int]) -> tuple[dict[int, datetime], dict[int, datetime]]:
    """A person's open reminders: lead id -> when, plain ones and calls apart."""
    query = select(Reminder.lead_id, Reminder.due_at, Reminder.action).where(
        OPEN, Reminder.user_id == scope.user_id, Reminder.lead_id.is_not(None)
    )
    plain: dict[int, datetime] = {}
    calls: dict[int, datetime] = {}
    for lead_id, due_at, action in (await scope.session.execute(query)).all():
        if lead_id in wanted:
            kept = calls if action in ("call", "schedule_call") else plain
            kept[lead_id] = min(due_at, kept.get(lead_id, due_at))
    return plain, calls


async def _rests(scope: Scope, wanted: set[int], now: datetime) -> dict[int, tuple[datetime, str]]:
    query = select(FollowUp.lead_id, FollowUp.until, FollowUp.state).where(
        FollowUp.user_id == scope.user_id, FollowUp.until > now
    )
    rows = (await scope.session.execute(query)).all()
    rules = {"later": "put_off", "called": "called"}
    return {r.lead_id: (r.until, rules.get(r.state, "skipped")) for r in rows if r.lead_id in wanted}


async def call_leads(scope: Scope) -> Sequence[int]:
    """Leads of the scope's person with a call to be made."""
    query = select(Reminder.lead_id).where(
        OPEN,
        Reminder.user_id == scope.user_id,
        Reminder.action.in_(("call", "schedule_call")),
        Reminder.lead_id.is_not(None),
    )
    return [found for found in (await scope.session.scalars(query)).all() if found is not None]


async def histories(
    scope: Scope, lead_ids: Sequence[int], now: datetime
) -> dict[int, list[tuple[datetime, bool, str]]]:
    """lead id -> (when, to the lead?, channel) of a year's messages, oldest first."""
    at = func.coalesce(Message.sent_at, Message.at)
    query = (
        select(Message.lead_id, at, Message.direction, Conversation.channel)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(
            Message.lead_id.in_(lead_ids),
            Message.at > now - _HISTORY,
            or_(Message.direction == "in", and_(Message.state.in_(LEFT), Message.kind != "confirmation")),
        )
        .order_by(Message.lead_id, Message.at)
    )
    found: dict[int, list[tuple[datetime, bool, str]]] = defaultdict(list)
    for lead_id, when, direction, channel in (await scope.session.execute(query)).all():
        found[int(lead_id or 0)].append((when, direction == "out", channel))
    return found


async def replies(scope: Scope, *, limit: int = 500) -> list[tuple[datetime, str]]:
    """(when, the lead's zone) of the newest replies the team got, among the newest rows of all."""
    newest = select(func.max(Message.id) - literal(_RECENT_ROWS)).scalar_subquery()
    query = (
        select(Message.at, Lead.zone)
        .join(Lead, Lead.id == Message.lead_id)
        .where(Message.id > newest, Message.team_id == scope.team_id, Message.direction == "in")
        .order_by(Message.id.desc())
        .limit(limit)
    )
    return [(row[0], row[1]) for row in (await scope.session.execute(query)).all()]


async def consents(scope: Scope, lead_ids: Sequence[int]) -> Mapping[tuple[int, str], bool]:
    """(lead id, channel or ``*``) -> the newest word on automatic messages."""
    query = (
        select(Consent.lead_id, Consent.channel, Consent.granted)
        .where(Consent.lead_id.in_(lead_ids), or_(Consent.purpose == "sales", Consent.granted.is_(False)))
        .order_by(Consent.id)
    )
    return {(row[0], row[1]): row[2] for row in (await scope.session.execute(query)).all()}


async def last_texts(scope: Scope, lead_ids: Sequence[int]) -> Mapping[int, str]:
    """lead id -> the last thing she wrote."""
    newest = (
        select(func.max(Message.id))
        .where(Message.lead_id.in_(lead_ids), Message.direction == "in", Message.text != "")
        .group_by(Message.lead_id)
    )
    query = select(Message.lead_id, Message.text).where(Message.id.in_(newest))
    return _pairs((await scope.session.execute(query)).all())


async def last_templates(scope: Scope, lead_ids: Sequence[int]) -> Mapping[int, str | None]:
    """lead id -> the text her last follow-up used."""
    newest = (
        select(func.max(FollowUp.id))
        .where(FollowUp.lead_id.in_(lead_ids), FollowUp.state == "sent")
        .group_by(FollowUp.lead_id)
    )
    query = select(FollowUp.lead_id, FollowUp.template).where(FollowUp.id.in_(newest))
    return _pairs((await scope.session.execute(query)).all())


async def leads_by_id(scope: Scope, lead_ids: Sequence[int]) -> Mapping[int, Lead]:
    query = select(Lead).where(Lead.id.in_(lead_ids), Lead.team_id == scope.team_id)
    return {row.id: row for row in (await scope.session.scalars(query)).all()}


async def close_round(scope: Scope, at: datetime) -> None:
    """The person's open suggestions end: a new list takes their place."""
    await scope.session.execute(
        update(FollowUp)
        .where(FollowUp.user_id == scope.user_id, FollowUp.state == "open")
        .values(state="void", decided_at=at)
        .execution_options(synchronize_session=False)
    )


async def close_leads(scope: Scope, lead_ids: Sequence[int], at: datetime) -> None:
    """A lead's open suggestion of somebody else's (she changed hands) ends as well."""
    await scope.session.execute(
        update(FollowUp)
        .where(FollowUp.lead_id.in_(lead_ids), FollowUp.state == "open")
        .values(state="void", decided_at=at)
        .execution_options(synchronize_session=False)
    )


async def card(scope: Scope, follow_up_id: int) -> FollowUp | None:
    """One suggestion of the scope's person, locked so that two taps meet one after the other."""
    query = select(FollowUp).where(FollowUp.id == follow_up_id, FollowUp.user_id == scope.user_id)
    query = query.with_for_update().execution_options(populate_existing=True)
    return (await scope.session.scalars(query)).first()


async def next_card(scope: Scope, round_: str, after: int) -> FollowUp | None:
    """The next open suggestion of a round behind place ``after``; the first open one when none is behind."""
    query = select(FollowUp).where(
        FollowUp.user_id == scope.user_id, FollowUp.round == round_, FollowUp.state == "open"
    )
    rows = (await scope.session.scalars(query.order_by(FollowUp.place))).all()
    return next((row for row in rows if row.place > after), rows[0] if rows else None)


async def current(scope: Scope) -> FollowUp | None:
    """The first open suggestion of the person's newest list."""
    query = select(FollowUp).where(FollowUp.user_id == scope.user_id, FollowUp.state == "open")
    return (await scope.session.scalars(query.order_by(FollowUp.id).limit(1))).first()


async def open_for(scope: Scope, lead_id: int) -> FollowUp | None:
    query = select(FollowUp).where(FollowUp.lead_id == lead_id, FollowUp.state == "open")
    return (await scope.session.scalars(query)).first()


async def tally(scope: Scope, round_: str) -> Mapping[str, int]:
    """How many suggestions of a round are in each state."""
    query = (
        select(FollowUp.state, func.count())
        .where(FollowUp.user_id == scope.user_id, FollowUp.round == round_)
        .group_by(FollowUp.state)
    )
    return _pairs((await scope.session.execute(query)).all())


async def skips(scope: Scope, lead_id: int) -> int:
    """How often in a row the person skipped this lead."""
    query = (
        select(FollowUp.state)
        .where(FollowUp.user_id == scope.user_id, FollowUp.lead_id == lead_id, FollowUp.state.not_in(("open", "void")))
        .order_by(FollowUp.id.desc())
        .limit(5)
    )
    states = (await scope.session.scalars(query)).all()
    return next((n for n, state in enumerate(states) if state != "skipped"), len(states))


async def call_reminders(scope: Scope, lead_id: int) -> Sequence[Reminder]:
    """The person's open reminders to call a lead."""
    query = select(Reminder).where(
        OPEN,
        Reminder.user_id == scope.user_id,
        Reminder.lead_id == lead_id,
        Reminder.action.in_(("call", "schedule_call")),
    )
    return (await scope.session.scalars(query)).all()


async def last_note(scope: Scope, lead_id: int) -> str | None:
    query = select(Note.text).where(Note.lead_id == lead_id).order_by(Note.id.desc()).limit(1)
    return await scope.session.scalar(query)
