"""Queries on what vendors sent that nobody understood, and on the rows that keep their rates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from store.db import Scope, insert_into
from store.models import Place, ProviderEvent, Rate


async def keep(scope: Scope, provider: str, body: bytes, reason: str, at: datetime) -> None:
    """One row for each body, however often it comes again."""
    digest = hashlib.sha256(body).hexdigest()
    values = {"provider": provider, "digest": digest, "body": body, "reason": reason[:300], "at": at}
    await scope.session.execute(
        insert_into(scope.dialect, ProviderEvent)
        .values(**values)
        .on_conflict_do_nothing(index_elements=["provider", "digest"])
    )


async def kept(scope: Scope, *, limit: int = 20) -> Sequence[ProviderEvent]:
    """What is in quarantine, newest first."""
    return (await scope.session.scalars(select(ProviderEvent).order_by(ProviderEvent.id.desc()).limit(limit))).all()


async def kept_count(scope: Scope) -> int:
    return await scope.session.scalar(select(func.count()).select_from(ProviderEvent)) or 0


async def forget(scope: Scope, before: datetime) -> None:
    """Quarantined bodies hold personal data: they go after a while."""
    await scope.session.execute(delete(ProviderEvent).where(ProviderEvent.at < before))


async def rate(scope: Scope, key: str) -> Rate | None:
    """The row that keeps a line's pace, locked where the database locks rows."""
    query = select(Rate).where(Rate.key == key)
    if scope.dialect != "sqlite":
        query = query.with_for_update()
    return (await scope.session.scalars(query)).first()


async def settle_rates(scope: Scope, before: datetime) -> None:
    """Lines that have caught up need no row."""
    await scope.session.execute(delete(Rate).where(Rate.tat < before))


async def place(scope: Scope, name: str) -> Place | None:
    return (await scope.session.scalars(select(Place).where(Place.name == name))).first()
