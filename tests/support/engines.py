"""One set of compiled statements for all the houses of a test process instead of one per house."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import aiosqlite
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


def run_in_the_loop() -> Callable[[], None]:
    """Statements run where they are asked for instead of in a thread per connection, letting others go first.

    What a test sees is the same, only without the hops, which are a third of a turn's time. Answers what undoes it.
    """

    async def execute(self: Any, function: Any, *given: Any, **named: Any) -> Any:
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        await asyncio.sleep(0)
        return function(*given, **named)

    async def connect(self: Any) -> Any:
        if self._connection is None:
            self._connection = self._connector()
        return self

    def stop(self: Any) -> asyncio.Future[None]:
        self._running = False
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        done = asyncio.get_event_loop().create_future()
        done.set_result(None)
        return done

    kind: Any = aiosqlite.Connection
    made = {
        "_execute": execute,
        "_connect": connect,
        "stop": stop,
        "__await__": lambda self: self._connect().__await__(),
    }
    before = {name: kind.__dict__[name] for name in made}
    for name, function in made.items():
        setattr(kind, name, function)

    def undo() -> None:
        for name, function in before.items():
            setattr(kind, name, function)

    return undo
