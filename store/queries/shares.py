"""Queries on share links."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from store.db import Scope
from store.models import ShareLink, User


async def open_links(scope: Scope, now: datetime) -> Sequence[ShareLink]:
    """The scope's person's links that still work, newest first."""
    query = select(ShareLink).where(ShareLink.revoked_at.is_(None), ShareLink.expires_at > now)
    if scope.team_id is not None:
        query = query.where(ShareLink.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(ShareLink.user_id == scope.user_id)
    return (await scope.session.scalars(query.order_by(ShareLink.id.desc()).limit(50))).all()


async def open_link(scope: Scope, link_id: int, now: datetime) -> tuple[ShareLink, User] | None:
    """A link that still works with its owner as of today; for whoever holds its word."""
    query = select(ShareLink, User).join(User, User.id == ShareLink.user_id).where(ShareLink.id == link_id)
    query = query.where(ShareLink.revoked_at.is_(None), ShareLink.expires_at > now)
    row = (await scope.session.execute(query)).first()
    return (row[0], row[1]) if row is not None else None
