"""Lists of leads for tables: filtered, searched and sorted in the database, one page at a time.

Every page costs the same however many leads there are: a page after another starts behind the last row's key instead
of counting rows off, and every order has an index that ends in the id.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Select, func, select, tuple_

from store.db import Scope
from store.models import Enrolment, Lead, LeadAnalysis, Message, Note
from store.queries import finding

Sort = Literal["score", "name", "created_at", "last_inbound_at"]
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS: Final[Mapping[str, Any]] = {
    "score": Lead.score,
    "name": Lead.name_key,
    "created_at": Lead.created_at,
    "last_inbound_at": Lead.last_inbound_at,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list shows. ``after`` is (key of the last row's sort column, its id); ``source`` is the channel."""

    quality: str | None = None
    stage: str | None = None
    source: str | None = None
    owner_id: int | None = None
    search: str = ""
    sort: Sort = "score"
    descending: bool = True
    limit: int = 50
    after: tuple[Any, int] | None = None
    offset: int = 0


def _inside(scope: Scope, wanted: Wanted) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if scope.team_id is not None:
        where.append(Lead.team_id == scope.team_id)
    if scope.user_id is not None:
        where.append(Lead.owner_id == scope.user_id)
    if wanted.owner_id is not None:
        where.append(Lead.owner_id == wanted.owner_id)
    if wanted.quality:
        where.append(finding.quality(wanted.quality))
    if wanted.stage:
        where.append(finding.stage(wanted.stage))
    if wanted.source:
        where.append(Lead.source == wanted.source)
    if wanted.search.strip():
        where.extend(finding.mentions(wanted.search))
    return where


def key_of(lead: Lead, sort: Sort) -> Any:
    """The value a page that starts behind this lead is asked for with."""
    found = getattr(lead, "name_key" if sort == "name" else sort)
    return EPOCH if found is None else found


def _key(sort: Sort) -> ColumnElement[Any]:
    column = _COLUMNS[sort]
    return func.coalesce(column, EPOCH) if sort == "last_inbound_at" else column


def page_query(scope: Scope, wanted: Wanted) -> Select[Any]:
    """The statement of one page; for its plan too."""
    key = _key(wanted.sort)
    query = select(Lead).where(*_inside(scope, wanted))
    if wanted.after is not None:
        here, last = tuple_(key, Lead.id), tuple_(*wanted.after)
        query = query.where(here < last if wanted.descending else here > last)
    order = (key.desc(), Lead.id.desc()) if wanted.descending else (key.asc(), Lead.id.asc())
    return query.order_by(*order).limit(wanted.limit).offset(wanted.offset)


async def page(scope: Scope, wanted: Wanted) -> Sequence[Lead]:
    return (await scope.session.scalars(page_query(scope, wanted))).all()


async def page_and_count(scope: Scope, wanted: Wanted) -> tuple[Sequence[Lead], int]:
    """A page and how many there are in all. A search reads every lead once, not once for each of the two."""
    if not wanted.search.strip():
        return await page(scope, wanted), await count(scope, wanted)
    matches = select(Lead.id, _key(wanted.sort).label("key")).where(*_inside(scope, wanted)).cte("matches")
    total = select(func.count()).select_from(matches).scalar_subquery()
    query = select(matches.c.id, total)
    if wanted.after is not None:
        here, last = tuple_(matches.c.key, matches.c.id), tuple_(*wanted.after)
        query = query.where(here < last if wanted.descending else here > last)
    order = [column.desc() if wanted.descending else column.asc() for column in (matches.c.key, matches.c.id)]
    found = (await scope.session.execute(query.order_by(*order).limit(wanted.limit).offset(wanted.offset))).all()
    rows = await scope.session.scalars(select(Lead).where(Lead.id.in_([row[0] for row in found])))
    by_id = {lead.id: lead for lead in rows}
    return [by_id[row[0]] for row in found], found[0][1] if found else 0


async def count(scope: Scope, wanted: Wanted) -> int:
    """How many there are in all, whatever the page."""
    query = select(func.count()).select_from(Lead).where(*_inside(scope, wanted))
    return await scope.session.scalar(query) or 0


async def by_quality(scope: Scope, wanted: Wanted | None = None) -> dict[str, int]:
    """hot, warm, cold -> how many."""
    query = select(Lead.quality, func.count()).where(*_inside(scope, wanted or Wanted())).group_by(Lead.quality)
    found = {quality: number for quality, number in await scope.session.execute(query)}
    return {quality: found.get(quality, 0) for quality in ("hot", "warm", "cold")}


async def last_heard(scope: Scope, lead_ids: Sequence[int]) -> dict[int, tuple[LeadAnalysis, str]]:
    """lead id -> (its newest analysis, the text that was analysed)."""
    newest = select(func.max(LeadAnalysis.id)).where(LeadAnalysis.lead_id.in_(lead_ids)).group_by(LeadAnalysis.lead_id)
    query = (
        select(LeadAnalysis, Message.text)
        .outerjoin(Message, Message.id == LeadAnalysis.message_id)
        .where(LeadAnalysis.id.in_(newest))
    )
    return {row[0].lead_id: (row[0], row[1] or "") for row in await scope.session.execute(query)}


async def score_history(scope: Scope, lead_id: int, *, limit: int = 100) -> Sequence[LeadAnalysis]:
    """A lead's analyses with their scores, newest first."""
    query = select(LeadAnalysis).where(LeadAnalysis.lead_id == lead_id).order_by(LeadAnalysis.id.desc()).limit(limit)
    return (await scope.session.scalars(query)).all()


async def timeline(scope: Scope, lead_id: int, *, before: int | None = None, limit: int = 50) -> Sequence[Message]:
    """What was said with a lead in both directions, newest first."""
    query = select(Message).where(Message.lead_id == lead_id)
    if before is not None:
        query = query.where(Message.id < before)
    return (await scope.session.scalars(query.order_by(Message.id.desc()).limit(limit))).all()


async def enrolments(scope: Scope, lead_id: int, *, limit: int = 20) -> Sequence[Enrolment]:
    """A lead's runs through sequences, newest first."""
    query = select(Enrolment).where(Enrolment.lead_id == lead_id).order_by(Enrolment.id.desc()).limit(limit)
    return (await scope.session.scalars(query)).all()


async def notes(scope: Scope, lead_id: int, *, limit: int = 50) -> Sequence[Note]:
    query = select(Note).where(Note.lead_id == lead_id).order_by(Note.id.desc()).limit(limit)
    return (await scope.session.scalars(query)).all()
