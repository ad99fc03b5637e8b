"""What a provider reports afterwards: statuses in any order, late failures, and what the house learns of them."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.wire import Wire, message, status, wire

ANNA = "Anna Berger"


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Wire]:
    async with wire(tmp_path) as found:
        yield found


async def sent(door: Wire) -> dict[str, Any]:
    """Anna writes through the Cloud API, Max answers her; his message as its row once it has left."""
    await door.cloud(message(body="Hallo Max, hast du kurz Zeit?"))
    await door.w.settle()
    await door.w.max("Schreib Anna Berger: Klar, ruf mich gern an!")
    await door.w.advance("11s")
    return await row(door)


async def row(door: Wire) -> dict[str, Any]:
    return next(r for r in await door.rows("messages", "direction", "out") if r["text"].startswith("Klar, ruf"))


async def told(door: Wire, mine: dict[str, Any], state: str, code: int | None = None) -> None:
    assert await door.cloud(status(state, f"wamid.{mine['id']}", code=code, echo=str(mine["id"]))) == 200
    await door.w.settle()


@pytest.mark.parametrize("order", list(itertools.permutations(["sent", "delivered", "read"]))[::2])
async def test_cloud_statuses_in_any_order_only_rise(door: Wire, order: tuple[str, ...]) -> None:
    mine = await sent(door)
    seen = []
    for state in (*order, order[0]):
        await told(door, mine, state)
        seen.append((await row(door))["state"])
    assert seen[-1] == "read"
    rank = ["sent", "delivered", "read"]
    assert seen == sorted(seen, key=rank.index)


async def test_cloud_window_a_late_131047_closes_the_window_and_offers_the_way_on(door: Wire) -> None:
    mine = await sent(door)
    await told(door, mine, "failed", 131047)
    assert ((await row(door))["state"], (await row(door))["reason"]) == ("failed", "window_closed")
    (card,) = await door.w.new("telegram", "max")
    assert ANNA in card["text"] and "24-Stunden-Fenster" in card["text"]
    (again,) = await door.w.max("Schreib Anna Berger: Und hier noch der Link")
    assert "24-Stunden-Fenster" in again["text"], "the window counts as closed from now on"
    await door.w.advance("1m")
    await door.cloud(message(body="Bin da", wamid="wamid.2"))
    await door.w.settle()
    await door.w.new("telegram", "max")
    (open_again,) = await door.w.max("Schreib Anna Berger: Und hier noch der Link")
    assert "10 Sekunden" in open_again["text"], "her next message opens it"


async def test_a_late_131050_is_an_opt_out(door: Wire) -> None:
    mine = await sent(door)
    await told(door, mine, "failed", 131050)
    assert (await row(door))["reason"] == "opted_out"
    assert [r["reason"] for r in await door.rows("suppressions")] == ["provider"]


async def test_a_late_131016_is_tried_again_and_then_given_up(door: Wire) -> None:
    mine = await sent(door)
    for _ in range(4):
        await told(door, mine, "failed", 131016)
        assert (await row(door))["state"] == "queued"
        await door.w.advance("2h")
        assert (await row(door))["state"] == "sent"
        await door.w.new("telegram", "max")
    await told(door, mine, "failed", 131016)
    assert ((await row(door))["state"], (await row(door))["reason"]) == ("failed", "provider_unreachable")


async def test_what_did_not_arrive_is_seen_and_tried_again_by_a_tap(door: Wire) -> None:
    mine = await sent(door)
    await told(door, mine, "failed", 131026)
    await door.w.new("telegram", "max")
    (health,) = await door.w.max("/kanäle")
    assert "eine kam seit gestern nicht an" in health["text"] and "Klar, ruf mich gern an!" in health["text"]
    assert "ohne WhatsApp" in health["text"] and "Meta Cloud API" in health["text"]
    (done,) = await door.w.max(tap=health["buttons"][0]["id"])
    assert ANNA in done["text"]
    await door.w.settle()
    assert (await row(door))["state"] == "sent"


async def test_an_echo_clears_a_doubt(door: Wire) -> None:
    await door.cloud(message(body="Hallo Max, hast du kurz Zeit?"))
    await door.w.settle()
    await door.w.new("telegram", "max")
    door.w.parts.phones.fault("whatsapp", "500", 9)  # a sequence sends meanwhile, too
    await door.w.max("Schreib Anna Berger: Klar, ruf mich gern an!")
    await door.w.advance("11s")
    mine = await row(door)
    assert mine["state"] == "in_doubt"
    await told(door, mine, "delivered")
    assert (await row(door))["state"] == "delivered"


async def test_nobody_elses_message_is_touched(door: Wire) -> None:
    """A status may name any id: it counts only for messages of the account it came from."""
    mine = await sent(door)
    other = status("failed", "wamid.x", code=131026, echo=str(mine["id"]))
    other["entry"][0]["changes"][0]["value"]["metadata"]["phone_number_id"] = "999"
    assert await door.cloud(other) == 200
    for echo in ("99999", "-1", "0", "1e3", "٣", "9" * 40):
        assert await door.cloud(status("failed", "wamid.y", code=131026, echo=echo)) == 200
    assert (await row(door))["state"] == "sent"
