"""Everything the store holds about one lead (Art. 15 and 20 GDPR)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, func, or_, select

from store.db import Scope
from store.folding import fold
from store.models import Lead, Row

# How work is claimed and sent says nothing about a person, nor does what follows from other columns.
_HOUSEKEEPING = frozenset(
    {"lease_until", "lease_token", "dedupe_key", "attempts", "name_key", "given_key", "family_key"}
    | {"search_key", "heard_at"}
)


async def sought(scope: Scope, words: str) -> Sequence[Lead]:
    """Leads by id, phone, e-mail address or whole name."""
    named = or_(Lead.phone == words, func.lower(Lead.email) == words.lower(), Lead.name_key == fold(words))
    query = select(Lead).where(Lead.id == int(words) if words.isascii() and words.isdigit() else named)
    if scope.team_id is not None:
        query = query.where(Lead.team_id == scope.team_id)
    return (await scope.session.scalars(query.order_by(Lead.id).limit(20))).all()


async def everything_of(scope: Scope, lead_id: int) -> dict[str, list[dict[str, Any]]]:
    """Table name -> the lead's rows as dicts, oldest first; empty tables are left out."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in Row.metadata.sorted_tables:
        column = table.c.id if table.name == "leads" else table.c.get("lead_id")
        if column is not None and (rows := await _rows(scope, table, column == lead_id)):
            found[table.name] = rows
    return found


async def _rows(scope: Scope, table: Table, where: Any) -> list[dict[str, Any]]:
    shown = [column for column in table.c if column.name not in _HOUSEKEEPING]
    rows = await scope.session.execute(select(*shown).where(where).order_by(*table.primary_key))
    return [dict(row._mapping) for row in rows]
