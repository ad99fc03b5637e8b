"""Business time: the machine's clock, or real time plus an offset that the sandbox moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol

from store.ports import Clock

_NAME = "clock_offset"
_TICK = timedelta(microseconds=1)


class Memory(Protocol):
    """Where the offset survives a restart (the sandbox's phones)."""

    async def setting(self, name: str) -> str | None: ...

    async def keep(self, name: str, value: str) -> None: ...


class Movable(Protocol):
    """A business clock that can be moved; what the sandbox needs."""

    def now(self) -> datetime: ...

    async def restore(self, memory: Memory) -> None: ...

    async def move(self, moment: datetime) -> None: ...

    async def start_at(self, moment: datetime | None) -> None: ...


class SystemClock:
    """Real time; leases, tokens and HTTP stay on it."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SandboxClock:
    """Now = real time + offset. The offset is stored before it counts, in whole microseconds."""

    def __init__(self, real: Clock | None = None) -> None:
        self._real = real or SystemClock()
        self._memory: Memory | None = None
        self.offset = timedelta()

    def now(self) -> datetime:
        return self._real.now() + self.offset

    async def restore(self, memory: Memory) -> None:
        """Takes up the stored offset, and keeps every later one there."""
        self._memory = memory
        stored = await memory.setting(_NAME)
        self.offset = int(stored) * _TICK if stored else timedelta()

    async def move(self, moment: datetime) -> None:
        """Moves time forward to ``moment``. A moment already past changes nothing: time never runs backwards."""
        await self._set(max(self.offset, moment - self._real.now()))

    async def start_at(self, moment: datetime | None) -> None:
        """Begins anew at ``moment``, earlier or later; None is real time. Only for a reset."""
        await self._set(moment - self._real.now() if moment is not None else timedelta())

    async def _set(self, offset: timedelta) -> None:
        if self._memory is not None:
            await self._memory.keep(_NAME, str(offset // _TICK))
        self.offset = offset
