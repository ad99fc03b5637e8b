"""Queries of the follow-up engine: whom a trigger may mean, what ended lately, locks and cancelled follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import or_, select, update

from store.db import Scope
from store.models import Conversation, CronRun, Decision, Enrolment, Lead, Message, SequenceDefinition, Suppression
from store.queries.flows import RUNNING
from store.queries.talk import QUEUED

CLOSED_STAGES = ("archived", "lost")


@dataclass(frozen=True, slots=True)
class Prefilter:
    """Necessary parts of a trigger that SQL can check; what is missing here the pure condition checks anyway.

    ``silent_before``: our last message is at least this old and unanswered. ``same``: column -> value,
    ``at_least``: column -> smallest value.
    """

    silent_before: datetime | None = None
    same: dict[str, bool | str] = field(default_factory=dict)
    at_least: dict[str, float] = field(default_factory=dict)


async def candidates(scope: Scope, wanted: Prefilter, team_id: int | None, after: int, limit: int) -> Sequence[Lead]:
    """Leads with an id beyond ``after`` whom nothing runs for, who are not closed, paused or opted out, by id."""
    running = select(Enrolment.id).where(RUNNING, Enrolment.lead_id == Lead.id).exists()
    opted_out = select(Suppression.id).where(Suppression.lead_id == Lead.id).exists()
    query = select(Lead).where(
        Lead.id > after,
        Lead.stage.not_in(CLOSED_STAGES),
        Lead.paused_reason.is_(None),
        or_(Lead.last_outbound_at.is_not(None), Lead.last_inbound_at.is_not(None)),
        ~running,
        ~opted_out,
    )
    if team_id is not None:
        query = query.where(Lead.team_id == team_id)
    if wanted.silent_before is not None:
        answered = Lead.last_inbound_at >= Lead.last_outbound_at
        query = query.where(
            Lead.last_outbound_at <= wanted.silent_before, or_(Lead.last_inbound_at.is_(None), ~answered)
        )
    for column, value in wanted.same.items():
        query = query.where(getattr(Lead, column) == value)
    for column, least in wanted.at_least.items():
        query = query.where(getattr(Lead, column) >= least)
    return (await scope.session.scalars(query.order_by(Lead.id).limit(limit))).all()


async def ended(scope: Scope, lead_id: int) -> Sequence[tuple[Enrolment, SequenceDefinition]]:
    """A lead's ended enrolments with their definitions, newest first."""
    query = (
        select(Enrolment, SequenceDefinition)
        .join(SequenceDefinition, SequenceDefinition.id == Enrolment.definition_id)
        .where(Enrolment.lead_id == lead_id, Enrolment.completed_at.is_not(None))
        .order_by(Enrolment.completed_at.desc())
    )
    return [(row[0], row[1]) for row in (await scope.session.execute(query)).all()]


async def waiting_for(scope: Scope, approval_id: int, enrolment_id: int) -> Enrolment | None:
    """The active enrolment that waits for an approval."""
    query = select(Enrolment).where(Enrolment.id == enrolment_id, Enrolment.waiting_for == approval_id, RUNNING)
    return (await scope.session.scalars(query)).first()


async def lock_lines(scope: Scope, lead_id: int) -> None:
    """Holds a lead's conversations for this unit of work, so that no reply slips in (ENGINE rule 6)."""
    query = select(Conversation.id).where(Conversation.lead_id == lead_id).order_by(Conversation.id)
    await scope.session.execute(query.with_for_update())


async def cancel_follow_ups(scope: Scope, enrolment_id: int, reason: str) -> bool:
    """Ends what an enrolment queued and what has not left yet; whether there was any.

    Its key is free again: the same attempt of the same step may be queued once more.
    """
    found = await scope.session.scalars(
        update(Message)
        .where(Message.enrolment_id == enrolment_id, QUEUED)
        .values(state="cancelled", reason=reason, due_at=None, dedupe_key=None)
        .returning(Message.id)
        .execution_options(synchronize_session=False)
    )
    return bool(found.all())


async def newest(scope: Scope, subject: str, subject_id: int, lead_id: int) -> Decision | None:
    """The last decision stored on a subject of a lead."""
    query = (
        select(Decision)
        .where(Decision.lead_id == lead_id, Decision.subject == subject, Decision.subject_id == subject_id)
        .order_by(Decision.id.desc())
        .limit(1)
    )
    return (await scope.session.scalars(query)).first()


async def slot_done(scope: Scope, job: str, slot: str) -> bool:
    """Whether a job's slot has been run, looked up without a write."""
    query = select(CronRun.id).where(CronRun.job == job, CronRun.slot == slot, CronRun.done_at.is_not(None))
    return await scope.session.scalar(query) is not None


async def shipped(scope: Scope) -> Sequence[SequenceDefinition]:
    """Every version of every shipped sequence, oldest first."""
    query = select(SequenceDefinition).where(SequenceDefinition.team_id.is_(None)).order_by(SequenceDefinition.version)
    return (await scope.session.scalars(query)).all()
