"""Runs what is due now and says what is due next: the same jobs for the ticking scheduler and the movable clock."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from sequences.scheduler import Job
from store.db import Database
from store.ports import Clock
from store.queries import due

_STOPS = 20_000
_ROUNDS = 50
_STEP = timedelta(milliseconds=10)
_DAILY = timedelta(days=1)  # triggers look for silence, which no row announces


class Busy(Protocol):
    """A bell that can say whether somebody is still working."""

    def idle(self) -> bool: ...

    async def settled(self) -> None:
        """Returns at the first moment at which nobody works."""
        ...


class Driver:
    """Fills ``Drive``. ``notice`` is how long before its end an approval's warning falls due."""

    def __init__(self, db: Database, clock: Clock, bell: Busy, jobs: Sequence[Job], notice: timedelta) -> None:
        self.db = db
        self.clock = clock
        self.bell = bell
        self.jobs = tuple(jobs)
        self.notice = notice
        self._driving = asyncio.Lock()

    def ticking(self) -> list[Job]:
        """The jobs for the scheduler; they rest while the clock is being moved, so that its count is exact."""
        return [Job(job.name, job.seconds, self._resting(job)) for job in self.jobs]

    def _resting(self, job: Job) -> Callable[[], Awaitable[object]]:
        async def run() -> object:
            return 0 if self._driving.locked() else await job.run()

        return run

    async def advance(self, target: datetime, move: Callable[[datetime], Awaitable[None]]) -> Mapping[str, int]:
        """Moves time to ``target``, stopping at every due row on the way; how many rows each job worked on."""
        ran: Counter[str] = Counter()
        async with self._driving:
            for _ in range(_STOPS):
                coming = await self._run(ran)
                now = self.clock.now()
                if now >= target:
                    break
                await move(min(max(coming or target, now + _STEP), now + _DAILY, target))
        return ran

    async def next_due(self, until: datetime) -> datetime | None:
        """The earliest moment to come, up to ``until``, at which a row falls due, or None."""
        moment = (await self._look()).next
        return moment if moment is not None and moment <= until else None

    async def run_due(self) -> Mapping[str, int]:
        """Runs every job that has something to do until none finds anything more; how many rows each worked on."""
        ran: Counter[str] = Counter()
        await self._run(ran)
        return ran

    async def _run(self, ran: Counter[str]) -> datetime | None:
        """Counts into ``ran``; when the next row falls due."""
        for _ in range(_ROUNDS):
            seen = await self._look()
            worked = 0
            for job in self.jobs:
                if job.name in seen.jobs or job.name not in due.LOOKED_AT:
                    found = await job.run()
                    if isinstance(found, int) and found:
                        worked += found
                        ran[job.name] += found
            if not worked and not seen.jobs and self.bell.idle():
                return seen.next
            await self._rests(30, listening=False)
            if not worked:
                break
        return (await self._look()).next

    async def _look(self) -> due.Due:
        async with self.db.read() as scope:
            return await due.look(scope, self.clock.now(), self.notice)

    async def idle(self, seconds: float) -> bool:
        """Waits until nobody works and no row is due now; False when that took longer than ``seconds``.

        Somebody who just wrote is listened to for her quiet second: what she said is not worked yet.
        """
        return await self._rests(seconds, listening=True)

    async def _rests(self, seconds: float, *, listening: bool) -> bool:
        try:
            async with asyncio.timeout(seconds):
                while True:
                    await self.bell.settled()
                    async with self.db.read() as scope:
                        if not await due.anything(scope, self.clock.now(), listening=listening):
                            return True
                    await asyncio.sleep(0.01)
        except TimeoutError:
            return False
