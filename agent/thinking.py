"""Opens the rep's agent when it is first needed: LangGraph and its saver cost most of a start-up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from agent.inbox import Turn
from agent.models import Models
from agent.rep_turn import Known
from store.db import Database
from store.ports import Clock, Execute
from store.settings import Settings
from store.types import Actor, ActOrigin

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from agent.rep import RepAgent, TurnContext


class LazyThinker:
    """Fills ``Thinker`` and ends with the house."""

    def __init__(self, db: Database, clock: Clock, settings: Settings, execute: Execute, models: Models) -> None:
        self._db = db
        self._clock = clock
        self._settings = settings
        self._execute = execute
        self._models = models
        self._lock = asyncio.Lock()
        self._agent: RepAgent | None = None

    async def agent(self) -> RepAgent:
        async with self._lock:
            if self._agent is None:
                from agent.checkpoints import open_saver
                from agent.rep import RepAgent

                saver = await open_saver(self._settings.data / "turns.db")
                self._agent = RepAgent(
                    self._db, self._clock, self._settings, self._execute, saver, self._model, self._models
                )
            return self._agent

    def _model(self, actor: Actor, context: TurnContext) -> BaseChatModel:
        from agent.offline import OfflineModel

        return OfflineModel(
            now=self._clock.now(),
            zone=actor.zone,
            language=actor.language,
            focus=context.focus,
            names=context.names,
        )

    async def think(self, turn: Turn, actor: Actor, origin: ActOrigin, known: Known) -> str:
        return await (await self.agent()).think(turn, actor, origin, known)

    async def forget(self, turn_id: str) -> None:
        if self._agent is not None:
            await self._agent.forget(turn_id)

    async def close(self) -> None:
        if self._agent is not None:
            await self._agent.saver.conn.close()
            self._agent = None
