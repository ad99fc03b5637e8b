"""Views of leads that somebody without a login may read for a while."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Row, ref


class ShareLink(Row):
    """A read-only view of what its owner sees, narrowed by ``filter``; the link's word is never stored."""

    __tablename__ = "share_links"
    __table_args__ = (Index("ix_share_links_user", "user_id", "id"),)
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    filter: Mapped[dict[str, Any]] = mapped_column(default=dict)
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    at: Mapped[datetime]
