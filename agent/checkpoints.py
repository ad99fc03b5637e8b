"""The memory of a turn while it runs: LangGraph's SQLite saver in a file of its own, fenced by the turn's lease."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("LANGGRAPH_STRICT_MSGPACK", "true")

import aiosqlite
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

Fence = Callable[[], Awaitable[None]]


_FRESH = 1.0  # seconds of real time; far below the shortest lease, so a holder that slept is always asked again


class FencedSaver(AsyncSqliteSaver):
    """Writes a checkpoint only while the turn's lease is held: LangGraph itself does not fence (ENGINE rule 8)."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        super().__init__(connection)
        self._fences: dict[str, Fence] = {}
        self._checked: dict[str, float] = {}

    @contextmanager
    def fenced(self, thread_id: str, fence: Fence) -> Iterator[None]:
        """While inside, ``fence`` (raises when the lease is lost) guards this thread's writes."""
        self._fences[thread_id] = fence
        try:
            yield
        finally:
            self._fences.pop(thread_id, None)
            self._checked.pop(thread_id, None)

    async def _check(self, config: RunnableConfig) -> None:
        thread = str(config["configurable"]["thread_id"])
        fence = self._fences.get(thread)
        if fence is None or time.monotonic() - self._checked.get(thread, -_FRESH) < _FRESH:
            return
        self._checked[thread] = time.monotonic()
        await fence()

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        await self._check(config)
        return await super().aput(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        await self._check(config)
        await super().aput_writes(config, writes, task_id, task_path)


async def open_saver(path: Path) -> FencedSaver:
    """Opens the turns file; its rows live only as long as their turn."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = await aiosqlite.connect(path)
    saver = FencedSaver(connection)
    await saver.setup()
    await connection.execute("PRAGMA synchronous=FULL")
    await connection.execute("PRAGMA secure_delete=ON")
    return saver
