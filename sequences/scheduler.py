"""Ticks: APScheduler calls each job every few seconds and stores nothing; what is due stands in the rows.

A tick that is still running is not started twice, and ticks missed while the process slept become one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Job:
    """One periodic job; ``seconds`` of real time lie between two runs."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Handle:
    """The running scheduler. ``running`` holds the names of the jobs at work right now."""

    scheduler: AsyncIOScheduler
    running: set[str] = field(default_factory=set)

    def idle(self) -> bool:
        return not self.running

    async def stop(self, grace: float = 5.0) -> None:
        """No new runs; those under way may finish for ``grace`` seconds before they are cut off."""
        if not self.scheduler.running:
            return
        self.scheduler.pause()
        loop = asyncio.get_running_loop()
        end = loop.time() + grace
        while self.running and loop.time() < end:
            await asyncio.sleep(0.01)
        self.scheduler.shutdown(wait=False)


def start(jobs: Sequence[Job]) -> Handle:
    """Starts ticking on the running event loop; every job runs for the first time at once."""
    handle = Handle(AsyncIOScheduler(timezone=UTC))
    for job in jobs:
        handle.scheduler.add_job(
            _guarded(job, handle.running),
            "interval",
            seconds=job.seconds,
            id=job.name,
            name=job.name,
            next_run_time=datetime.now(UTC) + timedelta(milliseconds=1),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    handle.scheduler.start()
    return handle


def _guarded(job: Job, running: set[str]) -> Callable[[], Awaitable[None]]:
    """One failed tick is logged; the next one tries again."""

    async def run() -> None:
        running.add(job.name)
        try:
            await job.run()
        except Exception:
            log.exception("tick_failed", job=job.name)
        finally:
            running.discard(job.name)

    return run
