"""Queries on companies: a team's own, found by site or by name."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select

from store.db import Scope
from store.folding import fold
from store.models import Company, Lead


def _ours(scope: Scope) -> ColumnElement[bool]:
    return Company.team_id == scope.team_id if scope.team_id is not None else Company.id.is_not(None)


async def get(scope: Scope, company_id: int) -> Company | None:
    return (await scope.session.scalars(select(Company).where(_ours(scope), Company.id == company_id))).first()


async def by_domain(scope: Scope, domain: str) -> Company | None:
    """The team's company of a site, locked for the change that follows."""
    query = select(Company).where(_ours(scope), Company.domain == domain).with_for_update()
    return (await scope.session.scalars(query)).first()


async def named(scope: Scope, words: str, *, limit: int = 6) -> Sequence[Company]:
    """Companies whose name or site holds the words, the shortest name first."""
    needle = fold(words)
    if not needle:
        return []
    site = Company.domain.contains(words.strip().lower().removeprefix("www."), autoescape=True)
    hit = Company.name_key.contains(needle, autoescape=True) | site
    query = select(Company).where(_ours(scope), hit).order_by(func.length(Company.name), Company.id).limit(limit)
    return (await scope.session.scalars(query)).all()


async def leads_at(scope: Scope, company_id: int) -> Sequence[Lead]:
    """The scope's leads who work there."""
    query = select(Lead).where(Lead.company_id == company_id)
    if scope.team_id is not None:
        query = query.where(Lead.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(Lead.owner_id == scope.user_id)
    return (await scope.session.scalars(query.order_by(Lead.id).limit(10))).all()
