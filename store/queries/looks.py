"""Who looked at what is one colleague's own: noted by whoever shows it, read by the colleague."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from store.db import Scope
from store.models import Look, User


async def note(
    scope: Scope, team_id: int, looker_id: int, subject_id: int, what: str, at: datetime, *, lead_id: int | None = None
) -> None:
    """Writes one look down; one's own things need none. ``what``: figures, help, draft, talk."""
    if looker_id != subject_id:
        look = Look(team_id=team_id, user_id=looker_id, subject_id=subject_id, what=what, lead_id=lead_id, at=at)
        scope.session.add(look)


async def at_mine(scope: Scope, *, limit: int = 10) -> tuple[int, Sequence[tuple[Look, User]]]:
    """How often others looked at what is the scope's person's, and the newest looks with who it was."""
    mine = Look.subject_id == scope.user_id
    total = await scope.session.scalar(select(func.count()).select_from(Look).where(mine)) or 0
    query = select(Look, User).join(User, User.id == Look.user_id).where(mine).order_by(Look.id.desc()).limit(limit)
    return total, [(row[0], row[1]) for row in await scope.session.execute(query)]
