"""One set of compiled statements for all the houses of a test process instead of one per house."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from store.db import Database

_STATEMENTS = 4000
_first: list[Any] = []


def share_compiled() -> None:
    """SQLite engines from here on use the dialect and the cache of the first one: the key of a statement has both."""
    made = Database._engine

    def engine(self: Database, **how: Any) -> AsyncEngine:
        found = made(self, **how)
        if self.dialect == "sqlite":
            sync = found.sync_engine
            if not _first:
                sync._compiled_cache.capacity = _STATEMENTS
                _first.append(sync)
            sync.dialect, sync._compiled_cache = _first[0].dialect, _first[0]._compiled_cache
        return found

    Database._engine = engine
