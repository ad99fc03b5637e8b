"""The embedded bell: N slots, equal bells are one, errors cost nothing, and it says when it is idle."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sequences.queue import Handler, Queue, build


class Desk:
    """A handler that writes down what it did and waits for a gate when there is one."""

    def __init__(self) -> None:
        self.seen: list[int] = []
        self.now: list[int] = []
        self.most = 0
        self.gate: asyncio.Event | None = None

    async def work(self, key: int) -> None:
        assert key not in self.now, "one row in two slots"
        self.now.append(key)
        self.most = max(self.most, len(self.now))
        try:
            if self.gate is not None:
                await self.gate.wait()
            else:
                await asyncio.sleep(0)
            self.seen.append(key)
        finally:
            self.now.remove(key)


@asynccontextmanager
async def running(handler: Handler, workers: int = 2, capacity: int = 100) -> AsyncIterator[Queue]:
    queue = build({"drain": handler}, workers, capacity)
    queue.start()
    try:
        yield queue
    finally:
        await queue.stop(grace=0.1)


async def until(true: Callable[[], bool]) -> None:
    """Lets the loop turn until something holds; the time-out makes a wrong queue fail instead of hang."""
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0)


async def test_every_bell_is_worked_on_and_then_it_is_idle() -> None:
    desk = Desk()
    async with running(desk.work) as queue:
        for key in range(20):
            queue.ring("drain", key)
        assert not queue.idle()
        await asyncio.wait_for(queue.settled(), 5)
        assert sorted(desk.seen) == list(range(20))
        assert queue.idle()


@pytest.mark.parametrize("workers", [1, 3])
async def test_never_more_than_its_slots(workers: int) -> None:
    desk = Desk()
    async with running(desk.work, workers) as queue:
        for key in range(30):
            queue.ring("drain", key)
        await asyncio.wait_for(queue.settled(), 5)
    assert desk.most == workers


async def test_equal_waiting_bells_are_one() -> None:
    desk = Desk()
    queue = build({"drain": desk.work}, 1)
    for _ in range(200):
        queue.ring("drain", 7)
    queue.start()
    await asyncio.wait_for(queue.settled(), 5)
    await queue.stop()
    assert desk.seen == [7]


async def test_a_bell_during_the_work_rings_once_more_afterwards() -> None:
    desk = Desk()
    desk.gate = asyncio.Event()
    async with running(desk.work) as queue:
        queue.ring("drain", 7)
        await until(lambda: desk.now == [7])
        for _ in range(5):
            queue.ring("drain", 7)
        assert not queue.idle()
        desk.gate.set()
        await asyncio.wait_for(queue.settled(), 5)
    assert desk.seen == [7, 7]


async def test_a_failing_handler_takes_nobody_with_it() -> None:
    desk = Desk()

    async def handler(key: int) -> None:
        if key % 2:
            raise RuntimeError("broken row")
        await desk.work(key)

    async with running(handler, workers=1) as queue:
        for key in range(6):
            queue.ring("drain", key)
        await asyncio.wait_for(queue.settled(), 5)
    assert desk.seen == [0, 2, 4]


async def test_a_full_queue_drops_and_counts_and_never_raises() -> None:
    desk = Desk()
    queue = build({"drain": desk.work}, 1, capacity=3)
    for key in range(10):
        queue.ring("drain", key)
    assert queue.dropped == 7
    queue.start()
    await asyncio.wait_for(queue.settled(), 5)
    await queue.stop()
    assert desk.seen == [0, 1, 2]


async def test_an_unknown_kind_hurts_nobody() -> None:
    desk = Desk()
    async with running(desk.work) as queue:
        queue.ring("paint", 1)
        assert queue.idle()
        queue.ring("drain", 1)
        await asyncio.wait_for(queue.settled(), 5)
    assert desk.seen == [1]


async def test_stop_lets_the_running_one_finish_and_leaves_the_waiting_to_the_sweep() -> None:
    desk = Desk()
    desk.gate = asyncio.Event()
    queue = build({"drain": desk.work}, 1)
    queue.start()
    queue.ring("drain", 1)
    queue.ring("drain", 2)
    await until(lambda: desk.now == [1])
    stopping = asyncio.create_task(queue.stop(grace=5))
    await asyncio.sleep(0)
    desk.gate.set()
    await asyncio.wait_for(stopping, 5)
    queue.ring("drain", 3)
    assert desk.seen == [1]


async def test_stop_cuts_off_what_hangs() -> None:
    desk = Desk()
    desk.gate = asyncio.Event()
    queue = build({"drain": desk.work}, 1)
    queue.start()
    queue.ring("drain", 1)
    await until(lambda: desk.now == [1])
    await asyncio.wait_for(queue.stop(grace=0.01), 5)
    assert desk.seen == [] and desk.now == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 5), max_size=60), st.integers(1, 4))
def test_no_rung_row_is_left_unseen(keys: list[int], workers: int) -> None:
    async def play() -> Desk:
        desk = Desk()
        async with running(desk.work, workers) as queue:
            for place, key in enumerate(keys):
                queue.ring("drain", key)
                if place % 3 == 0:
                    await asyncio.sleep(0)
            await asyncio.wait_for(queue.settled(), 5)
        return desk

    desk = asyncio.run(play())
    assert set(desk.seen) == set(keys)
    assert len(desk.seen) <= len(keys)
