"""What the pages look at: people to play, leads by their latest talk, and everything about one lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from store.db import Scope
from store.models import (
    Account,
    Approval,
    Choice,
    Conversation,
    Decision,
    Enrolment,
    Identity,
    Lead,
    LeadAnalysis,
    Message,
    Reminder,
    SequenceDefinition,
    User,
)
from store.queries import acts, flows, leads

_SHOWN = ("done", "sent", "delivered", "read")


@dataclass(frozen=True, slots=True)
class Run:
    """One enrolment with its definition and what was decided in it, oldest first."""

    row: Enrolment
    definition: SequenceDefinition
    decisions: Sequence[Decision]


@dataclass(frozen=True, slots=True)
class Insight:
    """One lead: the newest analysis, runs (running ones first, then newest), open reminders, newest decisions."""

    lead: Lead
    analysis: LeadAnalysis | None
    runs: Sequence[Run]
    reminders: Sequence[Reminder]
    decisions: Sequence[Decision]


def stamp(found: Insight) -> object:
    """What an insight shows, small enough to compare: equal stamps look the same."""
    runs = [
        (run.row.id, run.row.status, run.row.step, run.row.next_due_at, run.row.waiting_for, len(run.decisions))
        for run in found.runs
    ]
    reminders = [(row.id, row.due_at, row.note) for row in found.reminders]
    newest = found.decisions[0].id if found.decisions else 0
    lead = found.lead
    return lead.id, lead.score, lead.quality, found.analysis.id if found.analysis else 0, runs, reminders, newest


async def players(scope: Scope, channel: str) -> list[tuple[User, str]]:
    """Users who can be reached on a channel, with their address there."""
    query = (
        select(User, func.min(Identity.external_id))
        .join(Identity, Identity.user_id == User.id)
        .join(Account, Account.id == Identity.account_id)
        .where(Account.channel == channel, User.left_at.is_(None))
        .group_by(User.id)
        .order_by(User.id)
    )
    if scope.team_id is not None:
        query = query.where(User.team_id == scope.team_id)
    return [(user, address) for user, address in (await scope.session.execute(query)).all()]


async def latest_leads(scope: Scope, *, limit: int = 30) -> Sequence[Lead]:
    """The scope's leads, who wrote last first."""
    query = select(Lead).order_by(Lead.last_inbound_at.desc().nulls_last(), Lead.id).limit(limit)
    if scope.team_id is not None:
        query = query.where(Lead.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(Lead.owner_id == scope.user_id)
    return (await scope.session.scalars(query)).all()


async def earlier(scope: Scope, channel: str, address: str, *, limit: int = 50) -> Sequence[Message]:
    """What was said on a line before the sandbox's phone began to remember, oldest first."""
    query = (
        select(Message)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Conversation.channel == channel, Conversation.external_id == address, Message.state.in_(_SHOWN))
        .where(Message.provider_id.is_(None) | Message.provider_id.startswith("demo-"))
        .order_by(Message.id.desc())
        .limit(limit)
    )
    return list(reversed((await scope.session.scalars(query)).all()))


async def labels(scope: Scope, choices: Sequence[int]) -> dict[int, list[str]]:
    """The labels of choices' options, by the choice's id."""
    rows = await scope.session.execute(select(Choice.id, Choice.options).where(Choice.id.in_(choices)))
    return {row.id: [str(option["label"]) for option in row.options] for row in rows}


async def waiting(scope: Scope, *, limit: int = 20) -> list[tuple[Approval, str]]:
    """Waiting approvals of the scope with the lead's name, oldest first."""
    rows = await acts.pending_approvals(scope, limit=limit)
    query = select(Lead.id, Lead.name).where(Lead.id.in_([row.lead_id for row in rows if row.lead_id]))
    names = {row.id: row.name for row in await scope.session.execute(query)}
    return [(row, names.get(row.lead_id or 0, "")) for row in rows]


async def of_lead(scope: Scope, lead_id: int, *, runs: int = 3) -> Insight | None:
    """Everything worth seeing about one lead of the scope, or None."""
    lead = await leads.get(scope, lead_id)
    if lead is None:
        return None
    return Insight(
        lead,
        await leads.latest_analysis(scope, lead.id),
        await _runs(scope, lead.id, runs),
        await acts.open_reminders(scope, lead_id=lead.id),
        await acts.decisions_of(scope, lead.id, limit=8),
    )


async def _runs(scope: Scope, lead_id: int, limit: int) -> list[Run]:
    rows = sorted(await flows.enrolments_of(scope, lead_id), key=_newest)[:limit]
    found = []
    for row in rows:
        definition = await flows.definition(scope, row.definition_id)
        query = select(Decision).where(Decision.lead_id == lead_id, Decision.subject == "enrolment")
        decided = await scope.session.scalars(query.where(Decision.subject_id == row.id).order_by(Decision.id))
        if definition is not None:
            found.append(Run(row, definition, decided.all()))
    return found


def _newest(row: Enrolment) -> tuple[bool, float]:
    at: datetime = row.started_at
    return row.status not in ("active", "paused"), -at.timestamp()
