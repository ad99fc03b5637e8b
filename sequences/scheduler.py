"""Ticks: APScheduler calls each job every few seconds and stores nothing; what is due stands in the rows.

A tick that is still running is not started twice, and ticks missed while the process slept become one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Job:
    """One periodic job; ``seconds`` of real time lie between two runs. ``run`` answers how many rows it worked on."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Handle:
    """The running scheduler; ``running`` holds the ticks at work right now."""

    scheduler: AsyncIOScheduler
    running: set[asyncio.Task[Any]] = field(default_factory=set)

    async def stop(self, grace: float = 5.0) -> None:
        """No new ticks; those under way may finish for ``grace`` seconds before they are cut off."""
        if not self.scheduler.running:
            return
        self.scheduler.pause()
        await asyncio.sleep(0)  # a tick handed to the loop a moment ago has not said yet that it runs
        if self.running:
            await asyncio.wait(set(self.running), timeout=grace)
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
            next_run_time=datetime.now(UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    handle.scheduler.start()
    return handle


def _guarded(job: Job, running: set[asyncio.Task[Any]]) -> Callable[[], Awaitable[None]]:
    """One failed tick is logged; the next one tries again."""

    async def run() -> None:
        task = asyncio.current_task()
        if task is not None:
            running.add(task)
        try:
            await job.run()
        except Exception:
            log.exception("tick_failed", job=job.name)
        finally:
            if task is not None:
                running.discard(task)

    return run
