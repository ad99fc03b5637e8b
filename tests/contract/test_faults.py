"""Providers, workers and clocks that fail: nothing lost, nothing doubled, order kept, what is unknown is listed."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import text

from agent.inbox import Inbox, Turn
from agent.rep_turn import Known, RepTurns
from channels.delivery import Delivery
from channels.sandbox import FaultKind
from store.lock import exclusive
from store.types import Actor, ActOrigin, Inbound, Outgoing, ToolCall
from tests.support.process import ROOT
from tests.support.world import HOLD, World, world

ANNA, LISA = "+4915112340001", "+436641234004"


@pytest.fixture
async def house(house: World) -> World:
    """The demo after its first minutes: no sequence starts by itself and takes a fault meant for somebody else."""
    await house.advance("5m")
    return house


def note(n: int) -> str:
    return f"Kurze Info Nummer {n} von mir"


async def write(house: World, *numbers: int, name: str = "Anna Berger") -> None:
    for n in numbers:
        await house.max(f"Schreib {name} auf WhatsApp: {note(n)}")


async def sent(house: World, number: str = ANNA) -> list[str]:
    items = await house.parts.phones.shows("whatsapp", number)
    return [item["text"] for item in items if item["direction"] == "to_person" and "Kurze Info" in item["text"]]


async def states(house: World, like: str = "Kurze Info%") -> list[str]:
    async with house.parts.db.read() as scope:
        query = text("select state from messages where direction='out' and lead_id is not null and text like :like")
        return list(await scope.session.scalars(query, {"like": like}))


@pytest.mark.parametrize("kind", ["429", "drop"])
@pytest.mark.parametrize("times", [1, 2, 3, 7])
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
    await house.advance("30h")
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


class Stuck:
    """An adapter or a thinker that waits until a test lets it go."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner
        self.reached, self.go = asyncio.Event(), asyncio.Event()
        self.calls = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    async def _wait(self) -> None:
        self.calls += 1
        if self.calls == 1:
            self.reached.set()
            await self.go.wait()

    async def send(self, message: Outgoing, at: datetime) -> Any:
        await self._wait()
        return await self.inner.send(message, at)

    async def think(self, turn: Turn, actor: Actor, origin: ActOrigin, known: Known) -> str:
        await self._wait()
        call = ToolCall("add_note", {"lead": "Tom Wagner", "note": f"Notiz {self.calls}"}, f"{turn.id}:1:0")
        await self.inner.runner(actor, call, origin)
        return "Notiert."

    async def forget(self, turn_id: str) -> None: ...


async def past_the_lease(house: World, table: str) -> None:
    """Real time goes by: whoever holds a lease has slept through it."""
    async with house.parts.db.write() as work:
        await work.session.execute(
            text(f"update {table} set lease_until = :gone where lease_until is not null"),
            {"gone": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)},
        )


async def test_a_sender_frozen_past_its_lease_sends_once(house: World) -> None:
    """While it sleeps another one sweeps: what was under way is in doubt, and cleared by what really happened."""
    parts = house.parts
    stuck = Stuck(parts.outbox.adapters["whatsapp"])
    house.parts.outbox.adapters = {**parts.outbox.adapters, "whatsapp": stuck}
    await write(house, 0)
    house.clock.at += HOLD
    first = asyncio.create_task(parts.delivery.drain())
    await asyncio.wait_for(stuck.reached.wait(), 5)
    await past_the_lease(house, "messages")
    other = Delivery(parts.db, parts.outbox)
    await other.sweep()
    await other.drain()
    assert await states(house) == ["in_doubt"] and stuck.calls == 1
    stuck.go.set()
    await first
    await other.sweep()
    assert await sent(house) == [note(0)] and await states(house) == ["sent"]


async def test_a_long_line_keeps_its_lease_while_it_is_sent(house: World) -> None:
    """Ten slow sends in a row take longer than the lease of the batch they were claimed in."""
    parts = house.parts
    await write(house, 0, 1)
    house.clock.at += HOLD
    stuck = Stuck(parts.outbox.adapters["whatsapp"])
    stuck.calls = -1  # the second send is the one that waits
    house.parts.outbox.adapters = {**parts.outbox.adapters, "whatsapp": stuck}
    first = asyncio.create_task(parts.delivery.drain())
    await asyncio.wait_for(stuck.reached.wait(), 5)
    async with parts.db.read() as scope:
        left = await scope.session.scalar(text("select lease_until from messages where state = 'sending'"))
    at_least = datetime.now(UTC) + timedelta(seconds=parts.settings.provider_timeout_seconds)
    assert datetime.fromisoformat(str(left)).replace(tzinfo=UTC) > at_least
    stuck.go.set()
    await first


async def test_a_worker_frozen_in_a_turn_acts_not_at_all(house: World) -> None:
    """Its lease ran out, another one did the turn: the sleeper's late call finds the fence and leaves no trace."""
    parts = house.parts
    stuck = Stuck(parts)
    parts.inbox.reps = RepTurns(parts.db, parts.clock, parts.outbox, parts.runner, stuck)
    await house.parts.inbox.accept(Inbound("telegram", "max", "u1", text="Denk dir eine Notiz zu Tom aus"))
    await asyncio.wait_for(stuck.reached.wait(), 5)
    await past_the_lease(house, "conversations")
    other = Inbox(parts.db, parts.clock, parts.outbox, parts.bell)
    other.reps = RepTurns(parts.db, parts.clock, parts.outbox, parts.runner, stuck)
    talk = next(row for row in await house.rows("conversations", "external_id", "max") if row["channel"] == "telegram")
    assert await other.drain(talk["id"]) == 1
    stuck.go.set()
    await house.settle()
    assert [row["text"] for row in await house.rows("notes")] == ["Notiz 2"]
    assert [item["text"] for item in await house.new("telegram", "max")] == ["Notiert."]


async def test_reset_in_the_middle_of_everything(house: World) -> None:
    """Nothing of the old life shows up in the new one."""
    parts = house.parts
    stuck = Stuck(parts.outbox.adapters["whatsapp"])
    house.parts.outbox.adapters = {**parts.outbox.adapters, "whatsapp": stuck}
    await write(house, 0, 1)
    house.clock.at += HOLD
    sending = asyncio.create_task(parts.delivery.drain())
    await asyncio.wait_for(stuck.reached.wait(), 5)
    inbound = [parts.inbox.accept(Inbound("whatsapp", LISA, f"r{n}", text=f"Frage {n}?")) for n in range(30)]
    resetting = asyncio.create_task(parts.reset(demo=True))
    await asyncio.gather(*inbound)
    stuck.go.set()
    await asyncio.gather(resetting, sending)
    await house.settle()
    assert await sent(house) == []
    fresh = await house.rows("messages", "lead_id", (await house.rows("leads", "phone", ANNA))[0]["id"])
    assert not [row for row in fresh if "Kurze Info" in row["text"]]
    await write(house, 7)
    await house.advance("1m")
    assert await sent(house) == [note(7)]


def test_a_second_process_on_the_same_data_says_so_and_leaves(tmp_path: Path) -> None:
    with exclusive(tmp_path / "salesflow.lock"):
        command = [sys.executable, "bot.py", "run", "--data", str(tmp_path), "--port", "1", "--no-chat"]
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 1 and "--data" in second.stderr and "Traceback" not in second.stderr
    assert not (tmp_path / "salesflow.db").exists()
