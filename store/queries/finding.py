"""The conditions of a search among leads; ``leads.search`` puts them inside a scope."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, String, and_, cast, func, or_

from store.models import Lead
from store.queries.leads import fold

Where = ColumnElement[bool]
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
    """Every word must stand in the name, company, place or e-mail; a number is looked for in the phone."""
    digits = re.sub(r"\D", "", said)
    if len(digits) >= 4 and not re.search(r"[^\W\d_]", said):
        return [Lead.phone.contains(digits.lstrip("0"), autoescape=True)]
    found: list[Where] = []
    for word in [w for w in said.split() if fold(w) and fold(w) not in _NO_NAME]:
        plain = word.strip(".,;:!?\"'()").lower()
        found.append(
            or_(
                Lead.name_key.contains(fold(word), autoescape=True),
                func.lower(Lead.company).contains(plain, autoescape=True),
                func.lower(Lead.place).contains(plain, autoescape=True),
                func.lower(Lead.email).contains(plain, autoescape=True),
            )
        )
    return found
