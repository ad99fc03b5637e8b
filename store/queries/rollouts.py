"""Queries on a team's stages: which one holds, and the figures on which the next is decided."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from store.db import Scope
from store.models import Approval, Conversation, Lead, LeadAnalysis, Message, Rollout, Suppression
from store.queries.talk import LEFT
from store.rollout import Figures, effective

_AI = ("ai", "ai_edited")


async def current(scope: Scope, team_id: int) -> Rollout | None:
    """The stage that holds now; None when the team was never switched."""
    query = select(Rollout).where(Rollout.team_id == team_id).order_by(Rollout.id.desc()).limit(1)
    return (await scope.session.scalars(query)).first()


async def switch(
    scope: Scope, team_id: int, stage: int | None, at: datetime, *, reason: str, user_id: int | None, pilot: int | None
) -> Rollout:
    """One more line in the team's record; the newest holds."""
    row = Rollout(team_id=team_id, stage=stage, pilot_id=pilot, user_id=user_id, reason=reason, at=at)
    scope.session.add(row)
    await scope.session.flush()
    return row


async def mode_of(scope: Scope, lead: Lead) -> str:
    """How the bot may answer a lead by itself: her conversation's own mode under her team's stage."""
    query = select(Conversation.mode, Conversation.mode_set).where(Conversation.lead_id == lead.id)
    own = (await scope.session.execute(query.order_by(Conversation.id).limit(1))).first()
    mode, chosen = (own.mode, own.mode_set) if own is not None else ("draft_only", False)
    row = await current(scope, lead.team_id)
    stage, pilot = (row.stage, row.pilot_id) if row is not None else (None, None)
    return effective(mode, chosen=chosen, stage=stage, pilot=pilot == lead.owner_id)


async def figures(scope: Scope, team_id: int, since: datetime) -> Figures:
    """What became of the bot's words to the team's leads since a moment."""
    decided = select(Approval.state, func.count()).where(Approval.team_id == team_id, Approval.lead_id.is_not(None))
    decided = decided.where(Approval.decided_at >= since, Approval.origin == "ai").group_by(Approval.state)
    states = {state: count for state, count in await scope.session.execute(decided)}
    ours = select(Message.id).where(Message.team_id == team_id, Message.direction == "out", Message.at >= since)
    ours = ours.where(Message.origin.in_(_AI), Message.state.in_(LEFT))
    alone = ours.where(Message.kind == "answer", Message.approval_id.is_(None))
    angry = select(func.count(func.distinct(LeadAnalysis.lead_id))).where(
        LeadAnalysis.team_id == team_id, LeadAnalysis.at >= since, LeadAnalysis.tone == "negative"
    )
    angry = angry.where(ours.where(Message.lead_id == LeadAnalysis.lead_id, Message.at < LeadAnalysis.at).exists())
    angry = angry.where(~select(Suppression.id).where(Suppression.lead_id == LeadAnalysis.lead_id).exists())
    left = select(func.count(func.distinct(Suppression.lead_id))).where(
        Suppression.team_id == team_id, Suppression.at >= since
    )
    left = left.where(ours.where(Message.lead_id == Suppression.lead_id, Message.at <= Suppression.at).exists())
    counts = [
        await scope.session.scalar(query) or 0
        for query in (select(func.count()).select_from(alone.subquery()), angry, left)
    ]
    return Figures(states.get("approved", 0), states.get("changed", 0), states.get("rejected", 0), *counts)
