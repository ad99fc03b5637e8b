"""Empties every table: the sandbox's reset. Who was logged in stays logged in, as far as the person is still there."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select

from store.db import Scope
from store.models import RefreshToken, Row, User


async def wipe(scope: Scope) -> None:
    """Deletes all rows, children before parents. ``scope`` must be the house itself."""
    if scope.team_id is not None or scope.user_id is not None:
        raise PermissionError("only the house empties everything")
    for table in reversed(Row.metadata.sorted_tables):
        await scope.session.execute(delete(table))


_KEPT = ("family", "digest", "expires_at", "used_at")


async def logins(scope: Scope) -> list[tuple[str, dict[str, Any]]]:
    """(login, token row) of every login there is, to be carried over a reset."""
    query = select(User.login, RefreshToken).join(RefreshToken, RefreshToken.user_id == User.id)
    rows = (await scope.session.execute(query.order_by(RefreshToken.id))).all()
    return [(login, {name: getattr(token, name) for name in _KEPT}) for login, token in rows]


async def log_in_again(scope: Scope, kept: list[tuple[str, dict[str, Any]]]) -> None:
    """Gives the logins back to the people who have the same login name now."""
    found = await scope.session.execute(select(User.login, User.id))
    ids = {login: user_id for login, user_id in found.all()}
    scope.session.add_all(RefreshToken(user_id=ids[login], **token) for login, token in kept if login in ids)
