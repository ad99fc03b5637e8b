"""Lists of leads for tables: filtered, searched and sorted in the database, one page at a time.

A page after another starts behind the last row's key instead of counting rows off. What is filtered and searched by
stands in one index, so nothing that does not match is read; every order has an index that ends in the id.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Select, func, select, tuple_

from store.db import Scope
from store.models import NEVER, Conversation, Enrolment, Lead, LeadAnalysis, Message, Note
from store.queries import finding

Where = Sequence[ColumnElement[bool]]
Sort = Literal["score", "name", "created_at", "last_inbound_at"]
# Measured with 100,000 leads: sorting so many costs what walking an order costs when so many match (some 5 ms).
FEW: Final = 1000
_COLUMNS: Final[Mapping[str, Any]] = {
    "score": Lead.score,
    "name": Lead.name_key,
    "created_at": Lead.created_at,
    "last_inbound_at": Lead.heard_at,
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


@dataclass(frozen=True, slots=True)
class Page:
    """``total`` in all, whatever the page; of a search at most ``FEW`` are counted and ``exact`` tells of more."""

    rows: Sequence[Lead]
    total: int
    exact: bool


async def inside(scope: Scope, wanted: Wanted) -> list[ColumnElement[bool]]:
    """What a lead must be to stand in the list."""
    said = wanted.search.strip()
    named, where = await finding.searched(scope, said) if said else (False, [])
    # A sum has no index: SQLite then looks up the few that are named instead of reading a whole team.
    team, owner = (Lead.team_id + 0, Lead.owner_id + 0) if named else (Lead.team_id, Lead.owner_id)
    if scope.team_id is not None:
        where.append(team == scope.team_id)
    where += [owner == owner_id for owner_id in (scope.user_id, wanted.owner_id) if owner_id is not None]
    if wanted.quality:
        where.append(finding.quality(wanted.quality))
    if wanted.stage:
        where.append(finding.stage(wanted.stage))
    if wanted.source:
        where.append(Lead.source == wanted.source)
    return where


def key_of(lead: Lead, sort: Sort) -> Any:
    """The value a page that starts behind this lead is asked for with."""
    return lead.last_inbound_at or NEVER if sort == "last_inbound_at" else getattr(lead, _COLUMNS[sort].key)


def few_query(where: Where) -> Select[Any]:
    """The ids of all that match, up to one more than ``FEW``, from the index alone; for its plan too."""
    return select(Lead.id).where(*where).limit(FEW + 1)


def page_query(where: Where, wanted: Wanted) -> Select[Any]:
    """The statement of one page; for its plan too."""
    key = _COLUMNS[wanted.sort]
    query = select(Lead).where(*where)
    if wanted.after is not None:
        here, last = tuple_(key, Lead.id), tuple_(*wanted.after)
        query = query.where(here < last if wanted.descending else here > last)
    order = (key.desc(), Lead.id.desc()) if wanted.descending else (key.asc(), Lead.id.asc())
    return query.order_by(*order).limit(wanted.limit)


async def page(scope: Scope, wanted: Wanted) -> Sequence[Lead]:
    """A page alone. Few are sorted; of many, the order's index soon meets enough that match."""
    where = await inside(scope, wanted)
    few = await _few(scope, where) if len(where) > 1 else None
    return await _rows(scope, where, few, wanted)


async def counted_page(scope: Scope, wanted: Wanted) -> Page:
    """A page and how many there are."""
    where = await inside(scope, wanted)
    if wanted.search.strip():
        few = await _few(scope, where)
        return Page(await _rows(scope, where, few, wanted), FEW if few is None else len(few), few is not None)
    total = await scope.session.scalar(select(func.count()).select_from(Lead).where(*where)) or 0
    few = await _few(scope, where) if total <= FEW else None
    return Page(await _rows(scope, where, few, wanted), total, True)


async def _few(scope: Scope, where: Where) -> Sequence[int] | None:
    found = (await scope.session.scalars(few_query(where))).all()
    return found if len(found) <= FEW else None


async def _rows(scope: Scope, where: Where, few: Sequence[int] | None, wanted: Wanted) -> Sequence[Lead]:
    query = page_query(where if few is None else [Lead.id.in_(few)], wanted)
    return (await scope.session.scalars(query)).all()


async def by_quality(scope: Scope, wanted: Wanted | None = None) -> dict[str, int]:
    """hot, warm, cold -> how many."""
    where = await inside(scope, wanted or Wanted())
    query = select(Lead.quality, func.count()).where(*where).group_by(Lead.quality)
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


async def conversations(scope: Scope, lead_id: int) -> Sequence[Conversation]:
    """A lead's threads on every way she has written or been written to, the newest first."""
    query = select(Conversation).where(Conversation.lead_id == lead_id).order_by(Conversation.id.desc())
    return (await scope.session.scalars(query)).all()
