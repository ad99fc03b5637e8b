"""The Cloud API at the door (CHANNELS 1.1): what Meta signs is taken once and in order, everything else is not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.wire import ANNA, Wire, envelope, message, wire


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Wire]:
    async with wire(tmp_path) as found:
        yield found


async def inbound(door: Wire) -> list[str]:
    return [row["text"] for row in await door.rows("messages", "direction", "in") if row["provider_id"][:6] == "wamid."]


async def test_cloud_inbound(door: Wire) -> None:
    assert await door.cloud(message(body="Was kostet das? Grüße 😀")) == 200
    await door.w.settle()
    assert await inbound(door) == ["Was kostet das? Grüße 😀"]
    (card,) = await door.w.new("telegram", "max")
    assert "Anna Berger" in card["text"] and "Was kostet das?" in card["text"]


async def test_cloud_signature(door: Wire) -> None:
    body = message()
    assert await door.cloud(body, secret="guessed") == 403
    assert (await door.http.post("/webhooks/whatsapp/cloud", json=body)).status_code == 403
    assert await inbound(door) == []


async def test_cloud_duplicates(door: Wire) -> None:
    for _ in range(3):
        assert await door.cloud(message(body="Hallo")) == 200
    assert await inbound(door) == ["Hallo"]


async def test_cloud_inbound_one_call_holds_several(door: Wire) -> None:
    items = [
        {"from": ANNA, "id": f"wamid.{n}", "timestamp": "1763458200", "type": "text", "text": {"body": str(n)}}
        for n in range(3)
    ]
    assert await door.cloud(envelope(messages=items, contacts=[])) == 200
    assert await inbound(door) == ["0", "1", "2"]


@pytest.mark.parametrize("raw", [b"{", b'{"object": NaN}', b"[" * 40 + b"]" * 40, b'{"a": "\\ud800"}', b'"\\u0000"'])
async def test_signed_but_not_strict_is_refused_and_kept(door: Wire, raw: bytes) -> None:
    assert await door.cloud(None, raw=raw) == 400
    (kept,) = await door.rows("provider_events")
    assert kept["body"] == raw and kept["provider"] == "cloud" and kept["reason"]


@pytest.mark.parametrize("body", [{"object": "page"}, {"object": "whatsapp_business_account"}, [], "x", 1, None])
async def test_signed_but_strange_is_kept_and_thanked_for(door: Wire, body: object) -> None:
    assert await door.cloud(body) == 200
    assert len(await door.rows("provider_events")) == 1


async def test_one_strange_message_does_not_touch_the_others(door: Wire) -> None:
    good = {"from": ANNA, "id": "wamid.2", "timestamp": "1", "type": "text", "text": {"body": "gut"}}
    assert await door.cloud(envelope(messages=[{"type": "text"}, good, 7])) == 200
    assert await inbound(door) == ["gut"]
    assert len(await door.rows("provider_events")) == 2
