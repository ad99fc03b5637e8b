"""Who looked at what is one colleague's own: noted by whoever shows it, read by the colleague."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select

from store.db import Scope
from store.models import Look, User

# A page that follows what happens looks again and again; that is one look.
SAME_LOOK: Final = timedelta(hours=1)


async def note(
    scope: Scope, team_id: int, looker_id: int, subject_id: int, what: str, at: datetime, *, lead_id: int | None = None
) -> None:
    """Writes one look down; one's own things need none.

    ``what``: figures, help, draft, talk; of the web also lead, leads, export, share_link, voice.
    """
    if looker_id != subject_id:
        look = Look(team_id=team_id, user_id=looker_id, subject_id=subject_id, what=what, lead_id=lead_id, at=at)
        scope.session.add(look)


async def unnoted(
    scope: Scope, looker_id: int, subjects: Iterable[int], what: str, at: datetime, *, lead_id: int | None = None
) -> list[int]:
    """Those of ``subjects`` (one's own data left out) for whom this is not the look already noted a moment ago."""
    others = set(subjects) - {looker_id}
    if not others:
        return []
    query = select(Look.subject_id).where(
        Look.subject_id.in_(others),
        Look.user_id == looker_id,
        Look.at > at - SAME_LOOK,
        Look.what == what,
        Look.lead_id.is_not_distinct_from(lead_id),
    )
    return sorted(others - set((await scope.session.scalars(query)).all()))


async def note_each(scope: Scope, team_id: int, looker_id: int, subjects: Iterable[int], what: str, at: datetime,
                    *, lead_id: int | None = None) -> None:  # fmt: skip
    """Writes a look at several colleagues' things down, each once within the hour."""
    for subject_id in await unnoted(scope, looker_id, subjects, what, at, lead_id=lead_id):
        await note(scope, team_id, looker_id, subject_id, what, at, lead_id=lead_id)


async def at_mine(scope: Scope, *, limit: int = 10) -> tuple[int, Sequence[tuple[Look, User]]]:
    """How often others looked at what is the scope's person's, and the newest looks with who it was."""
    mine = Look.subject_id == scope.user_id
    total = await scope.session.scalar(select(func.count()).select_from(Look).where(mine)) or 0
    query = select(Look, User).join(User, User.id == Look.user_id).where(mine).order_by(Look.id.desc()).limit(limit)
    return total, [(row[0], row[1]) for row in await scope.session.execute(query)]
