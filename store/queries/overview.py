"""Figures over leads for the dashboard, counted in the database: growth, scores, sources, stages, members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, cast, func, select

from store.db import Scope
from store.models import Approval, Lead, User
from store.queries.acts import PENDING

BANDS = 10


@dataclass(frozen=True, slots=True)
class Member:
    """One member's figures; never anybody's talk (SAFETY: fair leader view)."""

    id: int
    name: str
    role: str
    leads: int
    hot: int
    warm: int
    waiting: int


def _of_scope(scope: Scope, query: Any) -> Any:
    if scope.team_id is not None:
        query = query.where(Lead.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(Lead.owner_id == scope.user_id)
    return query


async def new_since(scope: Scope, since: datetime) -> int:
    """Leads that came since a moment."""
    query = _of_scope(scope, select(func.count()).select_from(Lead).where(Lead.created_at >= since))
    return await scope.session.scalar(query) or 0


async def per_day(scope: Scope, now: datetime, *, days: int = 30) -> list[tuple[date, int]]:
    """(day in UTC, new leads) for each of the last ``days`` days, today last."""
    since = (now - timedelta(days=days - 1)).replace(hour=0, minute=0, second=0, microsecond=0)
    day = _day(scope, Lead.created_at)
    query = select(day, func.count()).where(Lead.created_at >= since).group_by(day)
    found = {str(when): count for when, count in await scope.session.execute(_of_scope(scope, query))}
    first = since.date()
    return [(at, found.get(at.isoformat(), 0)) for at in (first + timedelta(days=n) for n in range(days))]


def _day(scope: Scope, column: Any) -> ColumnElement[Any]:
    sqlite = scope.dialect == "sqlite"
    return func.substr(column, 1, 10) if sqlite else cast(func.timezone("UTC", column), Date)


async def score_bands(scope: Scope) -> list[int]:
    """How many leads have 0-9, 10-19, …, 90-100 points."""
    query = select(Lead.score, func.count()).group_by(Lead.score)
    bands = [0] * BANDS
    for score, count in await scope.session.execute(_of_scope(scope, query)):
        bands[min(max(score, 0) // BANDS, BANDS - 1)] += count
    return bands


async def sources(scope: Scope) -> list[tuple[str, int]]:
    """(source, leads), the most frequent first."""
    query = select(Lead.source, func.count()).group_by(Lead.source).order_by(func.count().desc(), Lead.source)
    return [(source, count) for source, count in await scope.session.execute(_of_scope(scope, query))]


async def stages(scope: Scope) -> list[str]:
    """The stages there are, by name."""
    query = _of_scope(scope, select(Lead.stage).distinct().order_by(Lead.stage))
    return list((await scope.session.scalars(query)).all())


async def waiting(scope: Scope) -> int:
    """Approvals that wait for the scope's person."""
    query = select(func.count()).select_from(Approval).where(PENDING)
    if scope.team_id is not None:
        query = query.where(Approval.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(Approval.user_id == scope.user_id)
    return await scope.session.scalar(query) or 0


async def members(scope: Scope) -> Sequence[Member]:
    """The team's people with their figures, by name."""
    counted = select(Lead.owner_id, Lead.quality, func.count()).group_by(Lead.owner_id, Lead.quality)
    figures: dict[int, dict[str, int]] = {}
    for owner, quality, count in await scope.session.execute(_of_scope(scope, counted)):
        figures.setdefault(owner, {})[quality] = count
    asked = select(Approval.user_id, func.count()).where(PENDING).group_by(Approval.user_id)
    people = select(User).where(User.role != "admin", User.left_at.is_(None)).order_by(User.name)
    if scope.team_id is not None:
        asked, people = asked.where(Approval.team_id == scope.team_id), people.where(User.team_id == scope.team_id)
    open_ = {user: count for user, count in await scope.session.execute(asked)}
    return [
        Member(
            user.id,
            user.name,
            user.role,
            sum(figures.get(user.id, {}).values()),
            figures.get(user.id, {}).get("hot", 0),
            figures.get(user.id, {}).get("warm", 0),
            open_.get(user.id, 0),
        )
        for user in (await scope.session.scalars(people)).all()
    ]
