"""Empties every table: the sandbox's reset."""

from __future__ import annotations

from sqlalchemy import delete

from store.db import Scope
from store.models import Row


async def wipe(scope: Scope) -> None:
    """Deletes all rows, children before parents. ``scope`` must be the house itself."""
    if scope.team_id is not None or scope.user_id is not None:
        raise PermissionError("only the house empties everything")
    for table in reversed(Row.metadata.sorted_tables):
        await scope.session.execute(delete(table))
