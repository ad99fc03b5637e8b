"""Providers, workers and clocks that fail: nothing lost, nothing doubled, order kept, what is unknown is listed."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from channels.sandbox import FaultKind
from store.lock import exclusive
from store.types import Actor, ActOrigin, Inbound, ToolCall
from tests.support.notes import LISA, note, sent, states, write
from tests.support.process import ROOT
from tests.support.world import World, world


@pytest.fixture
async def house(house: World) -> World:
    """The demo after its first minutes: no sequence starts by itself and takes a fault meant for somebody else."""
    await house.advance("5m")
    return house


@pytest.mark.parametrize(("kind", "times"), [("429", 1), ("drop", 2), ("429", 3), ("drop", 7)])
async def test_a_burst_into_a_busy_provider_arrives_whole_and_in_order(
    house: World, kind: FaultKind, times: int
) -> None:
    """Also what was written while the first one already waited for its next try."""
    await write(house, 0, 1, 2)
    house.parts.phones.fault("whatsapp", kind, times)
    await house.advance("12s")
    await write(house, 3, 4)
    await house.advance("2h")
    assert await sent(house) == [note(n) for n in range(5)]
    assert set(await states(house)) == {"sent"}


async def test_mixed_faults_on_every_channel_lose_and_double_nothing(house: World) -> None:
    """What the provider surely has is shown once; what nobody knows is listed; the rest arrives, in order."""
    chance = random.Random(11)
    for round_ in range(6):
        for _ in range(chance.randrange(4)):
            kind = cast("FaultKind", chance.choice(["429", "drop", "500", "timeout"]))
            house.parts.phones.fault(chance.choice(["whatsapp", "whatsapp", "telegram"]), kind, chance.randrange(1, 4))
        await write(house, 2 * round_, 2 * round_ + 1)
        await house.advance("11s")
    await house.advance("1h")
    shown = await sent(house)
    kept = [row for row in await house.rows("messages", "state", "in_doubt") if "Kurze Info" in row["text"]]
    assert len(shown) == len(set(shown)) and shown == sorted(shown, key=lambda line: int(line.split()[3]))
    lead_texts = {row["text"] for row in kept if row["lead_id"]}
    assert {*shown} | lead_texts == {note(n) for n in range(12)} and not {*shown} & lead_texts


async def test_a_provider_away_for_hours_gets_everything_once_it_is_back(house: World) -> None:
    house.parts.phones.fault("whatsapp", "drop", 45)
    await write(house, 0, 1)
    await house.advance("2h")
    assert await sent(house) == []
    await house.advance("6h")
    assert await sent(house) == [note(0), note(1)]


async def test_a_provider_that_never_comes_back_is_told(house: World) -> None:
    """Not retried for ever: after a day the rep hears of it."""
    house.parts.phones.fault("whatsapp", "429", 1000)
    house.parts.phones.fault("whatsapp", "429", 1000)
    await write(house, 0)
    await house.advance("1h")
    house.clock.at += timedelta(hours=22)  # it was off for a day, as processes are
    await house.advance("3h")
    assert (await states(house))[0] in ("failed", "refused")
    assert any(note(0) in item["text"] for item in await house.new("telegram", "max"))


async def test_a_backing_off_message_holds_up_nobody_else(house: World) -> None:
    await write(house, 0)
    await write(house, 1, name="Lisa Schmid")
    house.parts.phones.fault("whatsapp", "drop", 1)
    await house.advance("11s")
    assert len(await sent(house)) + len(await sent(house, LISA)) == 1


async def test_an_opt_out_wins_over_a_retry(house: World) -> None:
    await write(house, 0, 1)
    house.parts.phones.fault("whatsapp", "429", 2)
    await house.advance("11s")
    await house.lead("Anna Berger", "STOPP")
    await house.advance("1h")
    assert await sent(house) == []
    assert set(await states(house)) <= {"cancelled", "refused"}


async def test_every_doubt_is_told_listed_and_resolved(house: World) -> None:
    """A 500 after the body went out: never sent again by itself; each tap decides about one."""
    await write(house, 0, 1)
    house.parts.phones.fault("whatsapp", "500", 2)
    await house.advance("1h")
    assert await sent(house) == [] and await states(house) == ["in_doubt"] * 2
    told = [item for item in await house.new("telegram", "max") if item["buttons"]]
    assert sum(note(0) in item["text"] for item in told) == sum(note(1) in item["text"] for item in told) == 1
    (listed,) = await house.max("/zweifel")
    assert note(0) in listed["text"] and note(1) in listed["text"]
    again = next(item for item in told if note(1) in item["text"])
    await house.tap(again, "einmal")
    await house.tap(again, "einmal")
    (asked,) = await house.max("/zweifel")
    await house.tap(asked, "lassen")
    await house.advance("1h")
    assert await sent(house) == [note(1)]
    assert sorted(await states(house)) == ["failed", "sent"]


async def test_a_second_doubt_about_the_same_message_is_told_again(house: World) -> None:
    await write(house, 0)
    house.parts.phones.fault("whatsapp", "500", 2)
    await house.advance("1m")
    (first,) = [item for item in await house.new("telegram", "max") if note(0) in item["text"] and item["buttons"]]
    shown = await house.tap(first, "einmal")
    await house.advance("1m")
    shown += await house.new("telegram", "max")
    assert len([item for item in shown if note(0) in item["text"] and item["buttons"]]) == 1
    assert await states(house) == ["in_doubt"]


async def test_fifty_doubts_at_once_are_all_told(tmp_path: Path) -> None:
    async with world(tmp_path, sends_per_user_hour=1000) as house:
        await house.advance("5m")
        max_id = (await house.rows("users", "login", "max"))[0]["id"]
        for n in range(52):
            call = ToolCall("send_message", {"lead": "Anna Berger", "text": note(n)}, f"k{n}")
            await house.parts.runner(Actor("user", max_id, 1, "Max"), call, ActOrigin("rest"))
        house.parts.phones.fault("whatsapp", "500", 52)
        await house.advance("10m")
        assert await states(house) == ["in_doubt"] * 52
        told = " ".join(item["text"] for item in await house.new("telegram", "max"))
        assert all(told.count(f"»{note(n)}«") for n in range(52))


async def test_a_time_out_after_delivery_is_found_out(house: World) -> None:
    house.parts.phones.fault("whatsapp", "timeout", 3)
    await write(house, 0, 1, 2)
    await house.advance("1m")
    assert await sent(house) == [note(0), note(1), note(2)] and set(await states(house)) == {"sent"}


async def test_one_provider_id_at_once_two_hundred_times(house: World) -> None:
    inbound = Inbound("whatsapp", LISA, "wamid.1", text="Was kostet das Starterpaket?", name="Lisa")
    accepted = await asyncio.gather(*(house.parts.inbox.accept(inbound) for _ in range(200)))
    await house.settle()
    assert len({one.message_id for one in accepted}) == 1 and sum(not one.duplicate for one in accepted) == 1
    cards = [item for item in await house.new("telegram", "max") if "Starterpaket" in item["text"]]
    assert len(cards) == 1
    assert len(await house.rows("approvals")) == 1


async def test_one_text_two_hundred_times_at_once(house: World) -> None:
    """Two hundred messages are two hundred; not one is lost, and Max gets bounded cards."""
    await asyncio.gather(
        *(house.parts.inbox.accept(Inbound("whatsapp", LISA, f"w{n}", text=f"Frage {n}?")) for n in range(200))
    )
    await house.settle()
    rows = [row for row in await house.rows("messages", "direction", "in") if row["text"].startswith("Frage")]
    assert len(rows) == 200 and {row["state"] for row in rows} == {"done"}
    assert len(await house.new("telegram", "max")) <= 20
    assert len([row for row in await house.rows("approvals") if row["state"] == "pending"]) <= 1


async def test_a_strangers_first_two_messages_at_once_are_one_person(house: World) -> None:
    number = "+4915112348888"
    await asyncio.gather(
        *(house.parts.inbox.accept(Inbound("whatsapp", number, f"n{n}", text="Hi", name="Neu")) for n in range(20))
    )
    await house.settle()
    assert len(await house.rows("leads", "phone", number)) == 1
    assert len(await house.rows("conversations", "external_id", number)) == 1


def test_a_second_process_on_the_same_data_says_so_and_leaves(tmp_path: Path) -> None:
    with exclusive(tmp_path / "salesflow.lock"):
        command = [sys.executable, "bot.py", "run", "--data", str(tmp_path), "--port", "1", "--no-chat"]
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 1 and "--data" in second.stderr and "Traceback" not in second.stderr
    assert not (tmp_path / "salesflow.db").exists()


async def test_a_provider_that_takes_nothing_is_seen_in_the_channels(house: World) -> None:
    house.parts.phones.fault("whatsapp", "429", 30)
    await write(house, 0)
    await house.advance("5m")
    (health,) = await house.max("/kanäle")
    assert "⏳ WhatsApp (Sandbox): Anbieter nimmt gerade nichts an, eine Nachricht wartet" in health["text"]
