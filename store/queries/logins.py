"""Queries on logins: refresh tokens by digest and family, and failures counted in rows. Times are real time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from store.db import Scope
from store.models import LoginFailure, RefreshToken, User


async def attempt(scope: Scope, key: str, now: datetime, *, most: int, within: timedelta) -> timedelta | None:
    """Counts one try as failed until ``forgive``; how long to wait instead when there were ``most`` already."""
    await scope.session.execute(delete(LoginFailure).where(LoginFailure.at <= now - within))
    mine = select(func.count(), func.min(LoginFailure.at)).where(LoginFailure.key == key)
    count, oldest = (await scope.session.execute(mine)).one()
    if count >= most:
        wait: timedelta = oldest + within - now
        return wait
    scope.session.add(LoginFailure(key=key, at=now))
    await scope.session.flush()
    return None


async def forgive(scope: Scope, key: str) -> None:
    await scope.session.execute(delete(LoginFailure).where(LoginFailure.key == key))


async def token(scope: Scope, digest: str) -> RefreshToken | None:
    return (await scope.session.scalars(select(RefreshToken).where(RefreshToken.digest == digest))).first()


async def void(scope: Scope, family: str) -> None:
    """Ends a login with everything that came of it."""
    await scope.session.execute(delete(RefreshToken).where(RefreshToken.family == family))


async def tidy(scope: Scope, user_id: int, now: datetime) -> None:
    await scope.session.execute(
        delete(RefreshToken).where(RefreshToken.user_id == user_id, RefreshToken.expires_at <= now)
    )


async def signed_in(scope: Scope, user_id: int, family: str) -> User | None:
    """The user, unless their login was ended meanwhile."""
    alive = select(RefreshToken.id).where(RefreshToken.family == family, RefreshToken.user_id == user_id).exists()
    query = select(User).where(User.id == user_id, User.left_at.is_(None), alive)
    return (await scope.session.scalars(query)).first()


async def void_all(scope: Scope, user_id: int) -> None:
    """Ends every login of a person."""
    await scope.session.execute(delete(RefreshToken).where(RefreshToken.user_id == user_id))
