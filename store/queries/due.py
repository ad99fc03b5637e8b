"""What falls due next, over every table that waits for a time; each look uses its partial index."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import and_, literal, or_, select

from store.db import Scope
from store.models import Approval, Campaign, Conversation, DailyPlan, Enrolment, Escalation, Message, Reminder
from store.queries.acts import OPEN, PENDING
from store.queries.campaigns import GOING
from store.queries.escalations import WAITING
from store.queries.flows import ACTIVE
from store.queries.leaving import SENDING
from store.queries.talk import DUE, QUEUED


async def earliest(scope: Scope, now: datetime, notice: timedelta) -> datetime | None:
    """The earliest due time of any waiting row (business time), or None when nothing waits.

    An approval falls due twice: ``notice`` before its end for the warning, and at its end.
    """
    looks = (
        select(Enrolment.next_due_at).where(ACTIVE, Enrolment.next_due_at.is_not(None)).order_by(Enrolment.next_due_at),
        select(Message.due_at).where(QUEUED, Message.due_at.is_not(None)).order_by(Message.due_at),
        select(Reminder.due_at).where(OPEN, Reminder.delivered_at.is_(None)).order_by(Reminder.due_at),
        select(Approval.expires_at).where(PENDING).order_by(Approval.expires_at),
        select(Conversation.due_at).where(DUE).order_by(Conversation.due_at),
        select(Reminder.escalate_at).where(OPEN, Reminder.escalate_at.is_not(None)).order_by(Reminder.escalate_at),
        select(DailyPlan.next_digest_at)
        .where(DailyPlan.next_digest_at.is_not(None))
        .order_by(DailyPlan.next_digest_at),
        select(DailyPlan.next_evening_at)
        .where(DailyPlan.next_evening_at.is_not(None))
        .order_by(DailyPlan.next_evening_at),
        select(DailyPlan.next_weekly_at)
        .where(DailyPlan.next_weekly_at.is_not(None))
        .order_by(DailyPlan.next_weekly_at),
        select(Approval.depute_at).where(PENDING, Approval.depute_at.is_not(None)).order_by(Approval.depute_at),
        select(Escalation.due_at).where(WAITING, Escalation.due_at.is_not(None)).order_by(Escalation.due_at),
        select(Campaign.next_due_at).where(GOING, Campaign.next_due_at.is_not(None)).order_by(Campaign.next_due_at),
    )
    found = [await scope.session.scalar(look.limit(1)) for look in looks]
    unwarned = select(Approval.expires_at).where(PENDING, Approval.warned_at.is_(None))
    ends = await scope.session.scalar(unwarned.order_by(Approval.expires_at).limit(1))
    if ends is not None and ends - notice > now:
        found.append(ends - notice)
    return min((moment for moment in found if moment is not None), default=None)


async def anything(scope: Scope, now: datetime, *, listening: bool = False) -> bool:
    """Whether a message or a conversation is due now or under way (rows due later do not count).

    ``listening`` counts talks, too, in which somebody just wrote and may write on; not those that wait after a failure.
    """
    soon = and_(literal(listening), Conversation.attempts == 0)
    looks = (
        select(Message.id).where(QUEUED, Message.due_at <= now),
        select(Message.id).where(SENDING),
        select(Conversation.id).where(DUE, or_(Conversation.due_at <= now, soon)),
    )
    for look in looks:
        if await scope.session.scalar(look.limit(1)) is not None:
            return True
    return False
