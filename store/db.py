"""The database: one writer and many readers on SQLite, ordinary transactions on PostgreSQL.

SQLite (measured in ENGINE.md): WAL, synchronous FULL, ``BEGIN IMMEDIATE`` for every write and one writer lock per
process, so a write never fails half-way for want of the lock. Reads use their own connections and never wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import ORMExecuteState, Session

from store import near, traces
from store.pulse import Pulse

_AT_ONCE = 400  # values in one IN
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=30000",
    "PRAGMA secure_delete=ON",
    "PRAGMA cache_size=-16000",
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Who looks: every query takes one first and shows only what its person may see.

    ``team_id`` None is the house itself (sweeps, the engine); ``user_id`` None is the whole team.
    """

    session: AsyncSession
    team_id: int | None = None
    user_id: int | None = None

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.session.get_bind().dialect.name


def insert_into(dialect: str, model: Any) -> Any:
    """An insert that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update`` (both databases spell it alike)."""
    return (sqlite if dialect == "sqlite" else postgresql).insert(model)


def portions(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The values in lists short enough for one IN."""
    for at in range(0, len(values), _AT_ONCE):
        yield values[at : at + _AT_ONCE]


@dataclass(slots=True)
class Work:
    """One unit of work: a write transaction with what must happen once it is committed (bells).

    ``leaves_no_trace``: somebody's data was erased, so nothing of it may stay in the log of writes either.
    """

    session: AsyncSession
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    leaves_no_trace: bool = False

    def scope(self, team_id: int | None = None, user_id: int | None = None) -> Scope:
        return Scope(self.session, team_id, user_id)


class _Noting(Session):
    """A session that remembers in its ``info`` whether it wrote anything."""


def _wrote(session: Session, _flush: object) -> None:
    session.info["wrote"] = True


def _executed(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        state.session.info["wrote"] = True


event.listen(_Noting, "after_flush", _wrote)
event.listen(_Noting, "do_orm_execute", _executed)


class Database:
    """Opens units of work and reads. ``dialect`` is ``sqlite`` or ``postgresql``; ``pulse`` beats after each write."""

    def __init__(self, url: str, *, read_only: bool = False) -> None:
        self.url = make_url(url)
        self.dialect = self.url.get_backend_name()
        if self.dialect == "sqlite" and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.pulse = Pulse()
        self._lock = asyncio.Lock()
        self._writer = self._engine(write=True, size=1, read_only=read_only)
        self._reader = self._engine(write=False, size=4, read_only=True) if self.dialect == "sqlite" else self._writer

    def _engine(self, *, write: bool, size: int, read_only: bool) -> AsyncEngine:
        if self.dialect != "sqlite":
            return create_async_engine(self.url, pool_size=10, pool_pre_ping=True, hide_parameters=True)
        engine = create_async_engine(
            self.url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=30,
            async_creator=partial(near.connect, self.url.database or ":memory:", isolation_level=None),
            hide_parameters=True,  # message texts and numbers stay out of error texts and so of logs
        )
        event.listen(engine.sync_engine, "connect", _pragmas(read_only))
        event.listen(engine.sync_engine, "begin", _begin("BEGIN IMMEDIATE" if write else "BEGIN"))
        return engine

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Work]:
        """A unit of work: commits at the end, rolls back on any error, then runs ``after_commit``."""
        if self.dialect == "sqlite":
            async with self._lock, self._unit() as work:
                yield work
        else:
            async with self._unit() as work:
                yield work
        for ring in work.after_commit:
            ring()
        if work.leaves_no_trace and self.dialect == "sqlite":
            await asyncio.to_thread(traces.empty_log, Path(self.url.database or ""))
        if work.session.info.get("wrote"):
            self.pulse.beat()

    @asynccontextmanager
    async def _unit(self) -> AsyncIterator[Work]:
        async with AsyncSession(
            self._writer, sync_session_class=_Noting, expire_on_commit=False, autoflush=False
        ) as session:
            work = Work(session)
            async with session.begin():
                yield work
                await session.flush()

    @asynccontextmanager
    async def read(self, team_id: int | None = None, user_id: int | None = None) -> AsyncIterator[Scope]:
        """A consistent look without a write open."""
        async with AsyncSession(self._reader, expire_on_commit=False, autoflush=False) as session, session.begin():
            yield Scope(session, team_id, user_id)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A bare connection of the writer in a transaction, for migrations and query plans."""
        async with self._lock, self._writer.begin() as connection:
            yield connection

    async def alive(self) -> bool:
        async with self.read() as scope:
            return bool(await scope.session.scalar(text("select 1")))

    async def close(self) -> None:
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()


def _pragmas(read_only: bool) -> Callable[[Any, Any], None]:
    def apply(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    return apply


def _begin(statement: str) -> Callable[[Any], None]:
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(statement)

    return begin
