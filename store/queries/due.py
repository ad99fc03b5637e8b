"""What is due now and what falls due next, over every table that somebody works through: one statement.

Each look goes to the first entry of its partial index, so the answer costs the same however many rows wait.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, bindparam, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from store.db import Scope
from store.models import (
    Approval,
    Campaign,
    Conversation,
    CronRun,
    DailyPlan,
    Enrolment,
    Escalation,
    Import,
    Meeting,
    Message,
    Reminder,
    User,
)
from store.queries.acts import OPEN, PENDING
from store.queries.campaigns import GOING
from store.queries.escalations import WAITING
from store.queries.flows import ACTIVE
from store.queries.imports import RUNNING
from store.queries.leaving import IN_DOUBT, SENDING
from store.queries.meetings import TODO
from store.queries.talk import DUE, QUEUED

_Moment = InstrumentedAttribute[datetime | None] | InstrumentedAttribute[datetime]


def _first(moment: _Moment, *where: ColumnElement[bool]) -> Select[Any]:
    return select(moment).where(*where, moment.is_not(None)).order_by(moment).limit(1)


# Jobs by their names, with the moments their rows wait for.
_MOMENTS: Mapping[str, tuple[Select[Any], ...]] = {
    "sweep_conversations": (_first(Conversation.due_at, DUE),),
    "tick_enrolments": (_first(Enrolment.next_due_at, ACTIVE),),
    "tick_reminders": (_first(Reminder.due_at, OPEN, Reminder.delivered_at.is_(None)),),
    "tick_campaigns": (_first(Campaign.next_due_at, GOING),),
    "daily": (_first(DailyPlan.next_digest_at), _first(DailyPlan.next_evening_at), _first(DailyPlan.next_weekly_at)),
    "escalate": (_first(Reminder.escalate_at, OPEN), _first(Escalation.due_at, WAITING)),
    "sweep_outbox": (_first(Message.due_at, QUEUED),),
    "expire_approvals": (_first(Approval.expires_at, PENDING), _first(Approval.depute_at, PENDING)),
    "sync_calendars": (_first(Meeting.due_at, TODO),),
}
# Rows that wait for nothing but their job.
_ROWS: Mapping[str, tuple[Select[Any], ...]] = {
    "daily": (
        select(User.id)
        .where(~select(DailyPlan.id).where(DailyPlan.user_id == User.id).exists(), User.left_at.is_(None))
        .limit(1),
    ),
    "tick_imports": (select(Import.id).where(RUNNING).limit(1),),
    "recover_sends": (select(Message.id).where(SENDING).limit(1), select(Message.id).where(IN_DOUBT).limit(1)),
}
_UNWARNED = "expire_approvals", _first(Approval.expires_at, PENDING, Approval.warned_at.is_(None))
_SCAN = "scan_triggers"
_SCANNED = select(CronRun.id).where(
    CronRun.job == _SCAN, CronRun.slot == bindparam("slot"), CronRun.done_at.is_not(None)
)


_NOW = bindparam("now", type_=Message.due_at.type)
_SOON = and_(bindparam("listening", type_=Boolean), Conversation.attempts == 0)
_ANYTHING = select(
    select(Message.id).where(QUEUED, Message.due_at <= _NOW).limit(1).scalar_subquery(),
    select(Message.id).where(SENDING).limit(1).scalar_subquery(),
    select(Conversation.id).where(DUE, or_(Conversation.due_at <= _NOW, _SOON)).limit(1).scalar_subquery(),
)


@dataclass(frozen=True, slots=True)
class Due:
    """``jobs`` have something to do now; ``next`` is the earliest moment after it, None when nothing waits."""

    jobs: frozenset[str]
    next: datetime | None


LOOKED_AT = frozenset({*_MOMENTS, *_ROWS, _SCAN})
_TIMED = [(name, look) for name, looks in _MOMENTS.items() for look in looks]
_HELD = [(name, look) for name, looks in _ROWS.items() for look in looks]
_LOOK = select(*(look.scalar_subquery() for _, look in (*_TIMED, _UNWARNED, *_HELD, (_SCAN, _SCANNED))))


async def look(scope: Scope, now: datetime, notice: timedelta) -> Due:
    """Which jobs are due at ``now`` (business time), and when the next one is.

    An approval falls due twice: ``notice`` before its end for the warning, and at its end. Triggers look for silence,
    which no row announces: they are due in every hour that has not been scanned.
    """
    found = list((await scope.session.execute(_LOOK, {"slot": slot(now)})).one())
    unwarned, scanned = found[len(_TIMED)], found.pop()
    moments = [(name, moment) for (name, _), moment in zip(_TIMED, found, strict=False) if moment is not None]
    if unwarned is not None:
        moments.append((_UNWARNED[0], unwarned - notice))
    jobs = {name for name, moment in moments if moment <= now}
    jobs |= {name for (name, _), row in zip(_HELD, found[len(_TIMED) + 1 :], strict=True) if row is not None}
    jobs |= {_SCAN} if scanned is None else set()
    return Due(frozenset(jobs), min((moment for _, moment in moments if moment > now), default=None))


def slot(now: datetime) -> str:
    """The hour of business time in which triggers are scanned once."""
    return now.strftime("%Y-%m-%dT%H")


async def anything(scope: Scope, now: datetime, *, listening: bool = False) -> bool:
    """Whether a message or a conversation is due now or under way (rows due later do not count).

    ``listening`` counts talks, too, in which somebody just wrote and may write on; not those that wait after a failure.
    """
    values = {"now": now, "listening": listening}
    return any(row is not None for row in (await scope.session.execute(_ANYTHING, values)).one())
