"""The embedded bell: a small bounded queue with N slots in front of the rows (ENGINE: the bell only rings).

A bell says "look at this row", nothing more. It may be lost (the queue is full, the process dies, a handler fails),
doubled or late without harm: the sweeps find every row that no bell announced, and each handler claims before it
works. Equal bells that wait are one; a bell for what is being worked on right now rings once more afterwards, so
the newest state is always looked at and one row never occupies two slots.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

import structlog

Handler = Callable[[int], Awaitable[object]]
_Bell = tuple[str, int]

CAPACITY = 10_000
log = structlog.get_logger()


class Queue:
    """Fills the ``Bell`` protocol of ``store.ports``. Everything runs on one event loop."""

    def __init__(self, handlers: Mapping[str, Handler], workers: int, capacity: int) -> None:
        self._handlers = handlers
        self._workers = workers
        self._bells: asyncio.Queue[_Bell] = asyncio.Queue(capacity)
        self._waiting: set[_Bell] = set()
        self._running: set[_Bell] = set()
        self._again: set[_Bell] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._rest = asyncio.Event()
        self._rest.set()
        self._closed = False
        self.dropped = 0

    def ring(self, kind: str, key: int) -> None:
        """Notes that there is work. Never waits and never raises; a full or closed queue drops the bell."""
        bell = (kind, key)
        if kind not in self._handlers:
            log.error("bell_without_handler", kind=kind)
        elif bell in self._running:
            self._again.add(bell)
        elif bell not in self._waiting:
            self._put(bell)

    def _put(self, bell: _Bell) -> None:
        if self._closed or self._bells.full():
            self.dropped += 1
            log.warning("bell_dropped", kind=bell[0], dropped=self.dropped)
            return
        self._waiting.add(bell)
        self._bells.put_nowait(bell)
        self._quiet.clear()

    def busy(self) -> bool:
        """Whether a bell waits or a handler runs."""
        return bool(self._waiting or self._running or self._again)

    def idle(self) -> bool:
        return not self.busy()

    async def settled(self) -> None:
        """Returns at the first moment at which the queue is idle."""
        await self._quiet.wait()

    def start(self) -> None:
        """Opens the slots on the running loop; bells that rang before are worked on now."""
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._slot(), name=f"bell-{n}") for n in range(self._workers)]

    async def stop(self, grace: float = 5.0) -> None:
        """Takes no more bells, lets running handlers finish for ``grace`` seconds, then ends the slots."""
        self._closed = True
        with suppress(TimeoutError):
            async with asyncio.timeout(grace):
                await self._rest.wait()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    async def _slot(self) -> None:
        while True:
            bell = await self._bells.get()
            self._waiting.discard(bell)
            if self._closed:
                continue
            self._running.add(bell)
            self._rest.clear()
            try:
                await self._handlers[bell[0]](bell[1])
            except Exception:
                log.exception("bell_handler_failed", kind=bell[0], key=bell[1])
            finally:
                self._done(bell)

    def _done(self, bell: _Bell) -> None:
        self._running.discard(bell)
        if not self._running:
            self._rest.set()
        if bell in self._again:
            self._again.discard(bell)
            self._put(bell)
        if self.idle():
            self._quiet.set()


def build(handlers: Mapping[str, Handler], workers: int, capacity: int = CAPACITY) -> Queue:
    """The bell with its task table: kind -> async callable(key). It works once ``start`` was called."""
    return Queue(handlers, workers, capacity)
