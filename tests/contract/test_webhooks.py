"""Every vendor at the door: what it signs is taken once and in order, whatever was changed on the way is not."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.vendors import SETTINGS, VENDORS, Call, Vendor
from tests.support.wire import Wire, wire

EVERY = pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Wire]:
    async with wire(tmp_path, **SETTINGS) as found:
        yield found


async def post(door: Wire, call: Call) -> int:
    answer = await door.http.post(call.path, content=call.body, headers=dict(call.headers))
    return answer.status_code


async def taken(door: Wire, *ids: str) -> list[str]:
    rows = await door.rows("messages", "direction", "in")
    return [row["text"] for row in rows if row["provider_id"] in ids]


@EVERY
async def test_a_message_arrives_and_is_answered_by_a_card(door: Wire, vendor: Vendor) -> None:
    assert await post(door, vendor.text("Was kostet das Paket für drei? Grüße 😀")) == 200
    assert await taken(door, "m1") == ["Was kostet das Paket für drei? Grüße 😀"]
    await door.w.settle()
    cards = [card for rep in ("max", "sofia", "lena") for card in await door.w.new("telegram", rep)]
    assert len(cards) == 1 and "Was kostet das Paket für drei?" in cards[0]["text"]


@EVERY
async def test_the_same_message_again_changes_nothing(door: Wire, vendor: Vendor) -> None:
    for _ in range(3):
        assert await post(door, vendor.text("Hallo")) == 200
    await asyncio.gather(*(post(door, vendor.text("Hallo")) for _ in range(10)))
    assert await taken(door, "m1") == ["Hallo"]


@EVERY
async def test_two_messages_at_once_are_one_person_in_order(door: Wire, vendor: Vendor) -> None:
    sender = "491511999" if vendor.channel == "whatsapp" else "17841477"
    calls = [vendor.text(f"Nummer {n}", f"n{n}", sender) for n in range(5)]
    assert await asyncio.gather(*(post(door, call) for call in calls)) == [200] * 5
    rows = [row for row in await door.rows("messages", "direction", "in") if row["provider_id"].startswith("n")]
    assert [row["text"] for row in rows] == [f"Nummer {n}" for n in range(5)]
    assert len({row["conversation_id"] for row in rows}) == 1 and len({row["lead_id"] for row in rows}) == 1


@EVERY
async def test_a_stop_silences_at_once(door: Wire, vendor: Vendor) -> None:
    assert await post(door, vendor.text("STOPP")) == 200
    (said,) = [row for row in await door.rows("messages", "direction", "in") if row["provider_id"] == "m1"]
    held = await door.rows("suppressions", "lead_id", said["lead_id"])
    assert held


@EVERY
async def test_forged_by_mutation(door: Wire, vendor: Vendor) -> None:
    """Half forged, half genuine: none of the forged ones is taken, none of the genuine ones refused."""
    dice = random.Random(f"{vendor.name}-20261125")
    genuine = forged = 0
    for n in range(60):
        call = vendor.text(f"Echt {n} äöü", f"g{n}")
        bad = mutated(call, dice, vendor)
        if bad is not None:
            forged += 1
            assert await post(door, bad) in (403, 404), bad
        genuine += 1
        assert await post(door, call) == 200
    kept = await taken(door, *(f"g{n}" for n in range(60)))
    assert len(kept) == genuine == 60 and forged >= 50
    assert all(text.startswith("Echt ") for text in kept)


def mutated(call: Call, dice: random.Random, vendor: Vendor) -> Call | None:
    """The call with one thing changed; None when the change says the same in other bytes."""
    name = next((n for n in call.headers if "signature" in n), None)
    kind = dice.choice(["body", "cut", "header", "drop", "swap", "longer"])
    body, headers, path = bytearray(call.body), dict(call.headers), call.path
    if name is None:  # a secret path is the only lock
        place = dice.randrange(len(path) - 8, len(path))
        return Call(path[:place] + ("x" if path[place] != "x" else "y") + path[place + 1 :], call.body, headers)
    if kind == "body":
        place = dice.randrange(len(body))
        body[place] ^= 1 << dice.randrange(7)
    elif kind == "cut":
        del body[dice.randrange(1, len(body)) :]
    elif kind == "longer":
        body += b"&From=whatsapp%3A%2B491" if vendor.name == "twilio" else b" "
    elif kind == "header":
        value = headers[name]
        place = dice.randrange(len(value))
        headers[name] = value[:place] + ("0" if value[place] != "0" else "1") + value[place + 1 :]
    elif kind == "swap":
        headers[name] = vendor.text("Etwas anderes", "other").headers[name]
    else:
        del headers[name]
    if vendor.name == "twilio" and _same_form(bytes(body), call.body):
        return None
    return Call(path, bytes(body), headers) if (bytes(body), headers) != (call.body, dict(call.headers)) else None


def _same_form(one: bytes, other: bytes) -> bool:
    """Twilio signs the form's content, not its bytes: %C3 and %c3 are the same letter."""
    from urllib.parse import parse_qsl

    if one == other:
        return False
    try:
        return sorted(parse_qsl(one.decode(), True, True)) == sorted(parse_qsl(other.decode(), True, True))
    except ValueError:
        return False


@EVERY
async def test_poison_is_kept_and_the_next_message_goes_on(door: Wire, vendor: Vendor) -> None:
    if vendor.name == "twilio":
        poison = vendor.signed(
            {"From": "whatsapp:+49151", "To": "whatsapp:+4930", "MessageSid": "x", "NumMedia": "viel"}
        )
    else:
        poison = vendor.signed({"object": "else", "data": 5, "entry": "no"})
    assert await post(door, poison) == 200
    (kept,) = await door.rows("provider_events")
    assert kept["provider"] == vendor.name and kept["reason"] and kept["body"] == poison.body
    assert await post(door, vendor.text("Weiter", "m9")) == 200
    assert await taken(door, "m9") == ["Weiter"]


@EVERY
@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b'{"a": NaN}', b"[" * 40 + b"]" * 40, b'{"a": "\\ud800"}'])
async def test_signed_rubbish_never_breaks_the_door(door: Wire, vendor: Vendor, raw: bytes) -> None:
    assert await post(door, vendor.signed(raw)) in (200, 400, 403)
    assert await taken(door, "m1") == []


@EVERY
async def test_a_body_has_a_limit(door: Wire, vendor: Vendor) -> None:
    assert await post(door, vendor.signed(b"x" * (1024 * 1024 + 1))) == 413


@EVERY
async def test_no_team_yet_means_come_again(door: Wire, vendor: Vendor) -> None:
    await door.w.parts.reset(demo=False)
    assert await post(door, vendor.text("Hallo")) == 503


async def test_unknown_doors_do_not_exist(tmp_path: Path) -> None:
    async with wire(tmp_path, whatsapp_cloud_app_secret="") as door:
        for vendor in VENDORS:
            assert await post(door, vendor.text("Hallo")) == 404
