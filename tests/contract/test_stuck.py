"""Workers that sleep past their lease, slow providers, a reset in the middle: no double, no trace, order kept."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import text

from agent.inbox import Inbox, Turn
from agent.rep_turn import Known, RepTurns
from channels import delivery
from channels.base import Channel
from channels.delivery import Delivery
from store.types import Actor, ActOrigin, Inbound, Outgoing, ToolCall
from tests.support.notes import ANNA, LISA, note, sent, states, write
from tests.support.world import HOLD, World


@pytest.fixture
async def house(house: World) -> World:
    """The demo after its first minutes: no sequence starts by itself and takes a fault meant for somebody else."""
    await house.advance("5m")
    return house


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
    stuck = Stuck(parts.outbox.adapters.sandbox["whatsapp"])
    parts.outbox.adapters.sandbox = {**parts.outbox.adapters.sandbox, "whatsapp": cast("Channel", stuck)}
    await write(house, 0)
    house.clock.at += HOLD
    first = asyncio.create_task(parts.delivery.drain())
    await asyncio.wait_for(stuck.reached.wait(), 5)
    await past_the_lease(house, "messages")
    other = Delivery(parts.db, parts.outbox)
    await other.doubts.sweep()
    await other.drain()
    assert await states(house) == ["in_doubt"] and stuck.calls == 1
    stuck.go.set()
    await first
    await other.doubts.sweep()
    assert await sent(house) == [note(0)] and await states(house) == ["sent"]


async def test_what_waits_behind_a_slow_send_is_nobodys_yet(house: World) -> None:
    """A line is claimed message by message: each call has a full lease, and a death costs only the one under way."""
    parts = house.parts
    await write(house, 0, 1, 2)
    house.clock.at += HOLD
    stuck = Stuck(parts.outbox.adapters.sandbox["whatsapp"])
    stuck.calls = -1  # the second send is the one that waits
    parts.outbox.adapters.sandbox = {**parts.outbox.adapters.sandbox, "whatsapp": cast("Channel", stuck)}
    first = asyncio.create_task(parts.delivery.drain())
    await asyncio.wait_for(stuck.reached.wait(), 5)
    rows = [
        row for row in await house.rows("messages", "kind", "chat") if "Kurze Info" in row["text"] and row["lead_id"]
    ]
    assert [row["state"] for row in rows if row["direction"] == "out"] == ["sent", "sending", "held"]
    leases = [row["lease_until"] for row in rows if row["direction"] == "out"]
    at_least = datetime.now(UTC) + timedelta(seconds=parts.settings.provider_timeout_seconds)
    assert leases[0] is None and leases[1] > at_least and leases[2] is None
    # Another worker leaves the line alone: the order holds across processes.
    await Delivery(parts.db, parts.outbox).drain()
    assert await states(house) == ["sent", "sending", "held"]
    stuck.go.set()
    await first
    assert await sent(house) == [note(0), note(1), note(2)]


async def test_a_slow_provider_holds_up_nobody_else(house: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some seconds on one conversation a drain looks at everybody again."""
    monkeypatch.setattr(delivery, "_LINE_SECONDS", -1.0)
    await write(house, 0, 1)
    await write(house, 2, name="Lisa Schmid")
    await house.advance("11s")
    await house.settle()
    assert (await sent(house), await sent(house, LISA)) == ([note(0), note(1)], [note(2)])


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
    stuck = Stuck(parts.outbox.adapters.sandbox["whatsapp"])
    parts.outbox.adapters.sandbox = {**parts.outbox.adapters.sandbox, "whatsapp": cast("Channel", stuck)}
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
