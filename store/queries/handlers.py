"""Queries on what people answer to objections."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from store.db import Scope
from store.models import ObjectionHandler


async def of_user(scope: Scope, user_id: int) -> Sequence[ObjectionHandler]:
    """All answers of one person, in the order of the objections."""
    query = select(ObjectionHandler).where(ObjectionHandler.user_id == user_id)
    order = (ObjectionHandler.objection, ObjectionHandler.language, ObjectionHandler.register)
    return (await scope.session.scalars(query.order_by(*order))).all()


async def one(scope: Scope, user_id: int, objection: str, language: str, register: str) -> ObjectionHandler | None:
    query = select(ObjectionHandler).where(
        ObjectionHandler.user_id == user_id,
        ObjectionHandler.objection == objection,
        ObjectionHandler.language == language,
        ObjectionHandler.register == register,
    )
    return (await scope.session.scalars(query)).first()
