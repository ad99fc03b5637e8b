"""Queries on codes and on wrong guesses."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, update

from store import codes
from store.codes import TRIES, TRIES_WINDOW
from store.db import Scope
from store.models import Code, CodeTry, User


async def valid(scope: Scope, digest: str, now: datetime) -> Code | None:
    """The code behind a digest, while it may be used."""
    query = select(Code).where(Code.digest == digest, Code.used_at.is_(None))
    found = (await scope.session.scalars(query)).first()
    return found if found is not None and (found.expires_at is None or now < found.expires_at) else None


async def known(scope: Scope, digest: str) -> Code | None:
    """The code behind a digest, used and expired ones too."""
    return (await scope.session.scalars(select(Code).where(Code.digest == digest))).first()


async def use(scope: Scope, code: Code, now: datetime) -> bool:
    """Uses a code up; False when somebody else was quicker."""
    query = update(Code).where(Code.id == code.id, Code.used_at.is_(None)).values(used_at=now).returning(Code.id)
    return await scope.session.scalar(query.execution_options(synchronize_session=False)) is not None


async def void(scope: Scope, user_id: int, kind: str, now: datetime) -> None:
    """A user's unused codes of a kind count no more: only the newest one does."""
    query = update(Code).where(Code.user_id == user_id, Code.kind == kind, Code.used_at.is_(None))
    await scope.session.execute(query.values(used_at=now).execution_options(synchronize_session=False))


async def give_pair(scope: Scope, secret: bytes, user: User, now: datetime) -> str:
    """A fresh pairing code for a user; earlier ones count no more."""
    word = codes.new_pair()
    await void(scope, user.id, "pair", now)
    scope.session.add(
        Code(
            team_id=user.team_id,
            kind="pair",
            digest=codes.digest(secret, word),
            user_id=user.id,
            expires_at=now + codes.PAIR_LIFE,
            at=now,
        )
    )
    return word


async def asked_since(scope: Scope, lead_id: int, kind: str, since: datetime) -> bool:
    """Whether a lead got such a code since a moment."""
    query = select(Code.id).where(Code.lead_id == lead_id, Code.kind == kind, Code.at > since).limit(1)
    return await scope.session.scalar(query) is not None


async def locked(scope: Scope, sender: str, now: datetime) -> bool:
    """Whether a sender guessed wrong too often lately."""
    query = select(func.count()).select_from(CodeTry)
    wrong = await scope.session.scalar(query.where(CodeTry.sender == sender, CodeTry.at > now - TRIES_WINDOW))
    return (wrong or 0) >= TRIES


async def waiting(scope: Scope, kind: str, now: datetime) -> int:
    """How many codes of a kind of the scope's person may still be used."""
    query = select(func.count()).select_from(Code).where(Code.user_id == scope.user_id, Code.kind == kind)
    return await scope.session.scalar(query.where(Code.used_at.is_(None), Code.expires_at > now)) or 0
