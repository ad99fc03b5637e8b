"""The conditions of a search among leads; ``leads.search`` puts them inside a scope."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Text, and_, cast, column, false, func, or_, select, table, text
from sqlalchemy.dialects.postgresql import ARRAY

from store.db import Scope
from store.folding import fold, search_words
from store.models import Lead

Where = ColumnElement[bool]
# Letters of a piece, as lead_search has them; how many hits are looked up one by one (some 2 µs each).
_PIECE, _FEW = 3, 5000
_NO_NAME = frozenset(fold("der die das den dem von aus bei in the from at of frau herr").split())


def among(ids: Sequence[int]) -> Where:
    return Lead.id.in_(ids)


def quality(wanted: str) -> Where:
    return Lead.quality == wanted


def stage(wanted: str) -> Where:
    """A stage; customers are also those only marked as such."""
    return or_(Lead.stage == wanted, Lead.is_customer) if wanted == "customer" else Lead.stage == wanted


def open_ones() -> Where:
    """Whoever is not closed: archived and lost leads get nothing."""
    return Lead.stage.not_in(("archived", "lost"))


def place(said: str) -> Where:
    """The place or region holds the words."""
    plain = said.strip(" .,;:!?\"'()").lower()
    spelled = (func.lower(Lead.place).contains(plain, autoescape=True), Lead.region == said.strip().upper())
    return or_(*spelled)


def interest(said: str) -> Where:
    """One of the known interests holds the words; the list is stored as JSON text."""
    return func.lower(cast(Lead.interests, String)).contains(json_text(said.strip().lower()), autoescape=True)


def json_text(said: str) -> str:
    """Words as they stand inside a JSON string."""
    return json.dumps(said)[1:-1]


def silent_since(moment: datetime) -> Where:
    """Nothing came from or went to them since."""
    quiet = or_(Lead.last_inbound_at.is_(None), Lead.last_inbound_at < moment)
    return and_(quiet, or_(Lead.last_outbound_at.is_(None), Lead.last_outbound_at < moment))


def mentions(said: str) -> list[Where]:
    """Every word must stand in the name, company, place, e-mail or phone; words that name nobody are passed over."""
    return [holds(word) for word in search_words(said) if word.strip() not in _NO_NAME]


def holds(word: str) -> Where:
    """One of ``search_words`` stands in the lead's search key."""
    return Lead.search_key.contains(word, autoescape=True)


async def searched(scope: Scope, said: str) -> tuple[bool, list[Where]]:
    """(whether the few ids that can match are named, the conditions of a table's search).

    Pieces of three letters name them where few leads have them; of what many have, reading on soon meets enough.
    Nothing to look for finds nobody.
    """
    words = search_words(said)
    read = [holds(word) for word in words] or [false()]
    long = [word for word in words if len(word) >= _PIECE]
    if not long:
        return False, read
    if scope.dialect == "postgresql":
        pieces = {word[at : at + _PIECE] for word in long for at in range(len(word) - _PIECE + 1)}
        return False, [func.lead_grams(Lead.search_key).op("@>")(cast(sorted(pieces), ARRAY(Text))), *read]
    match = text("lead_search MATCH :words").bindparams(words=" AND ".join(f'"{word}"' for word in long))
    hits: Select[Any] = select(column("rowid")).select_from(table("lead_search")).where(match).limit(_FEW + 1)
    many = (await scope.session.scalar(select(func.count()).select_from(hits.subquery())) or 0) > _FEW
    return (False, read) if many else (True, [Lead.id.in_(hits), *read])
