"""Which leads of a rep may be due at all, and what is known of them in their own row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select

from store.db import Scope
from store.models import Lead, Suppression

MOST = 1000
_CLOSED = ("lost", "archived")
_COLUMNS = (
    Lead.id,
    Lead.name,
    Lead.zone,
    Lead.stage,
    Lead.quality,
    Lead.score,
    Lead.is_customer,
    Lead.watched_video,
    Lead.objections,
    Lead.last_inbound_at,
    Lead.last_outbound_at,
    Lead.paused_reason,
    Lead.created_at,
    Lead.away_until,
)


async def likely(scope: Scope, now: datetime, *, limit: int = MOST) -> Sequence[Row[Any]]:
    """Leads of the scope's person who may be due: whoever waits for an answer first, then by score.

    Left out are closed, paused and opted-out ones and those we wrote to within a day. Two statements, each in the
    order of an index: one would sort all that the person has.
    """
    asks = and_(
        Lead.last_inbound_at.is_not(None),
        or_(Lead.last_outbound_at.is_(None), Lead.last_inbound_at > Lead.last_outbound_at),
    )
    quiet = or_(Lead.last_outbound_at.is_(None), Lead.last_outbound_at <= now - timedelta(days=1))
    silent = and_(quiet, or_(Lead.last_inbound_at.is_(None), Lead.last_inbound_at <= Lead.last_outbound_at))
    found: list[Row[Any]] = []
    for wanted in (asks, silent):
        if len(found) < limit:
            found += (await scope.session.execute(_wanted(scope, wanted).limit(limit - len(found)))).all()
    return found


def _wanted(scope: Scope, wanted: ColumnElement[bool]) -> Select[Any]:
    opted_out = select(Suppression.id).where(Suppression.lead_id == Lead.id).exists()
    return (
        select(*_COLUMNS)
        .where(
            Lead.team_id == scope.team_id,
            Lead.owner_id == scope.user_id,
            Lead.stage.not_in(_CLOSED),
            Lead.paused_reason.is_(None),
            wanted,
            ~opted_out,
        )
        .order_by(Lead.score.desc(), Lead.last_outbound_at, Lead.id)
    )


async def columns_of(scope: Scope, lead_ids: Sequence[int]) -> Sequence[Row[Any]]:
    """The same columns of named leads, whatever their state."""
    query = select(*_COLUMNS).where(Lead.id.in_(lead_ids), Lead.team_id == scope.team_id)
    return (await scope.session.execute(query)).all()
