"""The web's looks at a colleague's data: noted for the one who was looked at (SAFETY: fair leader view)."""

from __future__ import annotations

from collections.abc import Iterable

from channels.web.deps import Parts
from store.models import User
from store.queries import looks


async def looked(house: Parts, viewer: User, owners: Iterable[int], what: str, lead_id: int | None = None) -> None:
    """Call it before the answer leaves, with no read open. A write is opened only for what is not noted yet."""
    others = set(owners) - {viewer.id}
    if not others:
        return
    now = house.clock.now()
    async with house.db.read(viewer.team_id) as scope:
        fresh = await looks.unnoted(scope, viewer.id, others, what, now, lead_id=lead_id)
    if fresh:
        async with house.db.write() as work:
            scope = work.scope(viewer.team_id)
            await looks.note_each(scope, viewer.team_id, viewer.id, fresh, what, now, lead_id=lead_id)
