"""People write in bursts: several short messages are one turn with one answer; taps and our own people do not wait."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from store.types import Inbound
from tests.support.world import World, world

NINA = "+4915112340008"


@pytest.fixture
async def w(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path, burst_seconds=1.0) as found:
        yield found


async def writes(w: World, text: str, seconds: float = 0.0, number: str = NINA) -> None:
    """Somebody writes ``seconds`` after the last time."""
    w.clock.at += timedelta(seconds=seconds)
    await w.parts.inbox.accept(Inbound("whatsapp", number, f"{text}-{w.clock.at}", text=text))


async def cards(w: World, seconds: float) -> list[str]:
    """Max's new cards after some seconds."""
    await w.until(w.clock.now() + timedelta(seconds=seconds))
    return [item["text"] for item in await w.new("telegram", "max")]


async def test_a_burst_is_one_turn(w: World) -> None:
    await writes(w, "Hallo Max")
    await writes(w, "ich hab noch eine Frage", 0.6)
    await writes(w, "was kostet das Starterpaket?", 0.9)
    assert await cards(w, 1.5) == []
    (card,) = await cards(w, 1)
    assert all(part in card for part in ("Hallo Max", "noch eine Frage", "Starterpaket"))
    assert await cards(w, 10) == []


async def test_a_single_hello_waits_a_second(w: World) -> None:
    await writes(w, "Hallo!")
    assert await cards(w, 0.9) == []
    assert len(await cards(w, 0.1)) == 1


async def test_who_never_pauses_is_answered_all_the_same(w: World) -> None:
    for n in range(6):
        await writes(w, f"Teil {n}", 1.2)
    assert len(await cards(w, 1)) == 1


async def test_a_stop_takes_effect_at_once(w: World) -> None:
    await writes(w, "STOPP")
    assert [row["reason"] for row in await w.rows("suppressions")] == ["message"]


async def test_our_own_people_wait_for_nothing(w: World) -> None:
    await w.parts.inbox.accept(Inbound("telegram", "max", "t-1", text="Hilfe"))
    await w.parts.bell.settled()
    await w.parts.delivery.drain()
    assert len(await w.new("telegram", "max")) == 1


async def test_idle_means_that_nobody_is_still_listened_to(w: World) -> None:
    await writes(w, "Hallo!")
    await w.parts.bell.settled()
    assert not await w.parts.drive.idle(0.05)
    await w.until(w.clock.now() + timedelta(seconds=2))
    assert await w.parts.drive.idle(5)
