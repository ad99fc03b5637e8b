"""Queries on e-mail threads."""

from __future__ import annotations

from sqlalchemy import select

from store.db import Scope
from store.models import Message


async def last_subject(scope: Scope, lead_id: int) -> str | None:
    """The subject of the newest e-mail to or from a lead, or None."""
    query = select(Message.subject).where(Message.lead_id == lead_id, Message.subject != "")
    return await scope.session.scalar(query.order_by(Message.id.desc()).limit(1))
