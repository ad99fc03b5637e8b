"""Claims with a lease and a growing token, the same on both databases (ENGINE rules 2, 3, 4, 7).

A claim lasts until its lease ends; a holder that slept past it finds its token outdated and must not write.
Lease times are real time, never the business clock: on PostgreSQL the server's, on SQLite this machine's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.db import Scope, Work


class LeaseLost(Exception):
    """Somebody else works on this row by now: give up without a trace; the other one finishes it."""


@dataclass(frozen=True, slots=True)
class Lease:
    """One claimed row; ``token`` fences every later write."""

    id: int
    token: int


async def real_now(session: AsyncSession) -> datetime:
    """The database's clock."""
    if session.get_bind().dialect.name == "sqlite":
        return datetime.now(UTC)
    found = await session.scalar(select(func.clock_timestamp()))
    if not isinstance(found, datetime):
        raise TypeError("the database has no clock")
    return found


async def claim(
    scope: Scope,
    model: Any,
    where: Sequence[ColumnElement[bool]],
    *,
    order: Sequence[Any],
    limit: int,
    seconds: int,
) -> list[Lease]:
    """Takes up to ``limit`` free rows that match ``where``; rows held by others are skipped. One statement.

    ``order`` are columns, the smallest first. Materialised, or PostgreSQL may choose the rows more than once.
    """
    lite = scope.dialect == "sqlite"
    real: Any = datetime.now(UTC) if lite else func.clock_timestamp()
    free = or_(model.lease_until.is_(None), model.lease_until < real)
    query = select(model.id).where(*where, free).order_by(*order).limit(limit)
    chosen = (query if lite else query.with_for_update(skip_locked=True)).cte("chosen").prefix_with("MATERIALIZED")
    taken = await scope.session.execute(
        update(model)
        .where(model.id.in_(select(chosen.c.id)))
        .values(lease_until=real + timedelta(seconds=seconds), lease_token=model.lease_token + 1)
        .returning(model.id, model.lease_token, *order)
        .execution_options(synchronize_session=False)
    )
    return [Lease(row[0], row[1]) for row in sorted(taken.all(), key=lambda row: tuple(row[2:]))]


async def hold(scope: Scope, model: Any, lease: Lease) -> None:
    """Checks, inside the writing transaction, that the lease is still ours. Raises LeaseLost."""
    query = select(model.lease_token).where(model.id == lease.id)
    if scope.dialect != "sqlite":
        query = query.with_for_update()
    if await scope.session.scalar(query) != lease.token:
        raise LeaseLost(f"{model.__tablename__} {lease.id}")


async def renew(scope: Scope, model: Any, lease: Lease, seconds: int) -> bool:
    """Prolongs a lease that is still ours; False when it was lost."""
    real = await real_now(scope.session)
    done = await scope.session.execute(
        update(model)
        .where(model.id == lease.id, model.lease_token == lease.token)
        .values(lease_until=real + timedelta(seconds=seconds))
        .returning(model.id)
        .execution_options(synchronize_session=False)
    )
    return done.first() is not None


async def void_all(work: Work, models: Sequence[Any]) -> None:
    """At an embedded restart the only owner gives back what its dead predecessor held."""
    for model in models:
        await work.session.execute(
            update(model)
            .where(model.lease_until.is_not(None))
            .values(lease_until=None)
            .execution_options(synchronize_session=False)
        )
