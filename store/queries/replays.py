"""Queries for playing a sequence over what has been: who was there, and what they wrote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select

from store.db import Scope
from store.models import Lead, LeadAnalysis


async def leads_since(scope: Scope, since: datetime, limit: int) -> Sequence[Lead]:
    """A user's leads who came or wrote since a moment, the newest first."""
    query = select(Lead).where(or_(Lead.created_at >= since, Lead.last_inbound_at >= since))
    if scope.team_id is not None:
        query = query.where(Lead.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(Lead.owner_id == scope.user_id)
    return (await scope.session.scalars(query.order_by(Lead.id.desc()).limit(limit))).all()


async def tones_since(scope: Scope, lead_ids: Sequence[int], since: datetime) -> dict[int, list[tuple[datetime, str]]]:
    """What the tone of each lead's messages was since a moment, oldest first."""
    query = (
        select(LeadAnalysis.lead_id, LeadAnalysis.at, LeadAnalysis.tone)
        .where(LeadAnalysis.lead_id.in_(lead_ids), LeadAnalysis.at >= since)
        .order_by(LeadAnalysis.id)
    )
    found: dict[int, list[tuple[datetime, str]]] = {}
    for lead_id, at, tone in (await scope.session.execute(query)).all():
        found.setdefault(lead_id, []).append((at, tone))
    return found
