"""CHANNELS 1.3, 1.4 and 1.6, row by row: Twilio, UltraMsg and Instagram, what comes in and what they are owed.

What goes out, byte by byte, stands in test_sends.py.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from twilio.request_validator import RequestValidator, get_signature_algorithm

from channels import failures
from channels.base import Ignored, Refused, Request
from channels.instagram import Instagram
from channels.pieces import pieces
from channels.registry import build
from channels.rendering import size
from channels.whatsapp.twilio import Twilio
from channels.whatsapp.ultramsg import UltraMsg
from store.settings import Settings
from store.types import Button, File, Inbound, Media
from tests.support.lines import opened
from tests.support.vendors import (
    BY_NAME,
    NUMBER,
    PUBLIC,
    SECRET,
    SETTINGS,
    instagram_message,
    twilio_message,
    ultramsg_message,
)
from tests.support.wire import ANNA, Wire, wire

PROVIDERS = build(Settings(_env_file=None, **SETTINGS))
PATH = "/webhooks/whatsapp/twilio"


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Wire]:
    async with wire(tmp_path, **SETTINGS) as found:
        yield found


def events(name: str, body: Any) -> list[Any]:
    call = BY_NAME[name].signed(body)
    return PROVIDERS[name].parse(Request("POST", PUBLIC + call.path, dict(call.headers), {}, call.body))


async def post(door: Wire, name: str, body: Any, **headers: str) -> Any:
    call = BY_NAME[name].signed(body)
    return await door.http.post(call.path, content=call.body, headers={**call.headers, **headers})


async def said(door: Wire) -> list[str]:
    return [row["text"] for row in await door.rows("messages", "direction", "in") if row["provider_id"] in ("m1", "m2")]


# 1.3 Twilio ------------------------------------------------------------------------------------------------------


def test_twilio_statuses() -> None:
    told = {s: events("twilio", {**twilio_message("", "SM1", ANNA), "MessageStatus": s})[0] for s in (
        "queued", "sending", "sent", "failed", "delivered", "undelivered", "accepted", "scheduled", "read",
        "partially_delivered", "canceled")}  # fmt: skip
    states = {status: event.state for status, event in told.items() if not isinstance(event, Ignored)}
    assert states == {
        "sent": "sent",
        "failed": "failed",
        "delivered": "delivered",
        "undelivered": "failed",
        "read": "read",
    }


def test_twilio_length() -> None:
    parts = pieces("ä" * 1601, (), Twilio.capabilities)
    assert [len(part.text) for part in parts] == [1600, 1]
    assert failures.of("twilio", 21617).action == failures.of("twilio", 21658).action == "permanent"


def test_twilio_inbound() -> None:
    extras = {"NumMedia": "2", "MediaUrl0": "https://api.twilio.com/a", "MediaContentType0": "audio/ogg",
              "MediaUrl1": "https://api.twilio.com/b", "MediaContentType1": "application/pdf",
              "OriginalRepliedMessageSid": "SM0", "SomethingNew": "1"}  # fmt: skip
    (found,) = events("twilio", {**twilio_message("Hör mal", "SM1", ANNA), **extras})
    assert (found.account, found.external_id, found.provider_id, found.name) == (NUMBER, f"+{ANNA}", "SM1", "Anna")
    assert [media.kind for media in found.media] == ["voice", "document"] and found.replies_to == "SM0"


async def test_twilio_reply_is_empty_and_answers_go_over_rest(door: Wire) -> None:
    answer = await post(door, "twilio", twilio_message("Hallo", "m1", ANNA))
    assert (answer.status_code, answer.text) == (200, "<Response/>")
    assert answer.headers["content-type"].startswith("text/xml")


@pytest.mark.parametrize("settings", [None, "key=k1,algorithm=HMAC_SHA1", "key=k1,algorithm=HMAC_SHA256"])
async def test_twilio_signature_by_the_sdks_own_validator(door: Wire, settings: str | None) -> None:
    fields = twilio_message("Grüße & 100 % 😀", "m1", ANNA)
    named = {"x-twilio-webhooks-signature-settings": settings} if settings else {}
    algorithm = get_signature_algorithm(settings)
    good = RequestValidator(SECRET).compute_signature(PUBLIC + PATH, fields, algorithm)
    form = {"content-type": "application/x-www-form-urlencoded", **named}
    for signature, status in ((good[::-1], 403), ("", 403), (good, 200)):
        headers = {**form, "x-twilio-signature": signature}
        assert (await door.http.post(PATH, content=urlencode(fields), headers=headers)).status_code == status
    other = urlencode({**fields, "Body": "Etwas anderes"})
    assert (await door.http.post(PATH, content=other, headers={**form, "x-twilio-signature": good})).status_code == 403
    assert await said(door) == ["Grüße & 100 % 😀"]


async def test_twilio_trap_of_the_proxy(door: Wire) -> None:
    """Signed is the public address; whatever name and port a proxy calls us by plays no part."""
    for host in ("localhost:8000", "bot:80", "10.0.0.7"):
        assert (await post(door, "twilio", twilio_message("Hallo", "m1", ANNA), host=host)).status_code == 200
    local = RequestValidator(SECRET).compute_signature(f"http://localhost:8000{PATH}", twilio_message("x", "m2", ANNA))
    answer = await post(door, "twilio", twilio_message("x", "m2", ANNA), **{"x-twilio-signature": local})
    assert answer.status_code == 403


async def test_twilio_timeouts_and_retries_and_twilio_idempotency(door: Wire) -> None:
    """Retries are off until somebody turns them on in the address's fragment: then the same call comes again."""
    for _ in range(4):
        assert (await post(door, "twilio", twilio_message("Hallo", "m1", ANNA))).status_code == 200
    assert await said(door) == ["Hallo"]


def test_twilio_idempotency_of_statuses() -> None:
    call = {**twilio_message("", "SM1", ANNA), "MessageStatus": "read"}
    assert events("twilio", call) == events("twilio", call)  # and a message only ever rises: test_receipts.py


def test_twilio_window() -> None:
    failed = {**twilio_message("", "SM1", ANNA), "MessageStatus": "failed", "ErrorCode": "63016"}
    (told,) = events("twilio", failed)
    assert (told.state, told.code) == ("failed", "63016")
    assert failures.of("twilio", told.code).rule == "window_closed" and Twilio.capabilities.window


def test_twilio_rates() -> None:
    assert Twilio.capabilities.per_second == 10 and Twilio.capabilities.files == 16 * 2**20
    assert {failures.of("twilio", code).action for code in (63017, 63018, 20429)} == {"retry"}


async def test_twilio_opt_out(door: Wire) -> None:
    """Twilio hears its English words by itself and refuses (21610); German ones are ours."""
    assert failures.of("twilio", 21610).action == "opted_out"
    await post(door, "twilio", twilio_message("ABMELDEN", "m1", ANNA))
    assert len(await door.rows("suppressions")) == 1


async def test_twilio_typing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened("twilio", tmp_path, monkeypatch) as line:
        await line.channel.seen("+49", f"+{ANNA}", "SM1")
        (seen,) = line.server.calls
        assert (seen.path, seen.form) == ("/v2/Indicators/Typing.json", {"channel": "whatsapp", "messageId": "SM1"})
        line.server.next(404, {"code": 20404, "message": "not yet", "status": 404})
        await line.channel.seen("+49", f"+{ANNA}", "SM1")  # a sign that is lost is no error


# 1.4 UltraMsg ----------------------------------------------------------------------------------------------------


def test_ultramsg_inbound() -> None:
    (found,) = events("ultramsg", ultramsg_message("Hallo", "false_49@c.us_A", ANNA))
    assert (found.account, found.external_id, found.provider_id) == ("instance1150", f"+{ANNA}", "false_49@c.us_A")


async def test_ultramsg_content_type(door: Wire) -> None:
    """JSON as documented, or a form with the JSON in its field ``data``, as reported."""
    path, form = BY_NAME["ultramsg"].text("x").path, {"content-type": "application/x-www-form-urlencoded"}
    whole = ultramsg_message("als Formular", "m1", ANNA)
    parts = {**whole, "data": json.dumps({**whole["data"], "id": "m2"})}
    for content in (urlencode({"data": json.dumps(whole)}), urlencode(parts)):
        assert (await door.http.post(path, content=content, headers=form)).status_code == 200
    assert await said(door) == ["als Formular"] * 2


def test_ultramsg_switches() -> None:
    """What we sent comes back (webhook_message_create) under our number; without one the rep wrote on the phone."""
    body = ultramsg_message("von uns", "true_49@c.us_A", ANNA)
    to = {"fromMe": True, "from": "4930111222@c.us", "to": f"{ANNA}@c.us"}
    own = {**body, "data": {**body["data"], **to}}
    for event, ours in (("message_create", "42"), ("message_received", ""), ("message_reaction", "")):
        assert isinstance(events("ultramsg", {**own, "event_type": event, "referenceId": ours})[0], Ignored)
    found = events("ultramsg", {**own, "event_type": "message_create"})[0]
    assert isinstance(found, Inbound) and (found.signal, found.external_id) == ("own", f"+{ANNA}")
    group = {**own, "event_type": "message_create", "data": {**own["data"], "to": "1-2@g.us"}}
    assert isinstance(events("ultramsg", group)[0], Ignored)


def test_ultramsg_statuses() -> None:
    body = ultramsg_message("", "true_49@c.us_A", ANNA)
    told = {ack: events("ultramsg", {**body, "event_type": "message_ack", "referenceId": "42",
                                     "data": {**body["data"], "ack": ack}})[0]
            for ack in ("pending", "server", "device", "read", "played")}  # fmt: skip
    assert isinstance(told.pop("pending"), Ignored)
    assert {ack: (event.state, event.message_id) for ack, event in told.items()} == {
        "server": ("sent", 42), "device": ("delivered", 42), "read": ("read", 42), "played": ("read", 42)}  # fmt: skip


async def test_ultramsg_security_is_the_path_alone(door: Wire) -> None:
    body = ultramsg_message("Hallo", "m1", ANNA)
    for secret in ("", "x", SECRET[:-1], SECRET + "x", SECRET.upper(), "%00", "../cloud"):
        assert (await door.http.post(f"/webhooks/whatsapp/ultramsg/{secret}", json=body)).status_code in (403, 404, 405)
    assert await said(door) == []


def test_ultramsg_window_is_our_own_rule() -> None:
    assert UltraMsg.capabilities.window and UltraMsg.warmup[0] <= 10, "cold messages get a personal number banned"


# 1.6 Instagram ---------------------------------------------------------------------------------------------------


async def test_instagram_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """24 hours, and no tag that would lengthen them for a person stands on what a program sends."""
    async with opened("instagram", tmp_path, monkeypatch) as line:
        await line.send("Hallo")
        assert set(line.server.calls[0].json) == {"recipient", "message"} and line.channel.capabilities.window
        line.server.next(400, {"error": {"code": 10, "error_subcode": 2534022, "message": "outside window"}})
        with pytest.raises(Refused, match="window_closed"):
            await line.send("Hallo")


def test_instagram_quick_replies() -> None:
    """13 at most, titles of 20 letters; what does not fit is numbered, as for those who see none on a desktop."""
    few = tuple(Button(f"c1.{n}", f"Nummer {n}") for n in range(13))
    assert pieces("Wen?", few, Instagram.capabilities)[-1].buttons == few
    for more in ((*few, Button("c1.13", "Nummer 13")), (Button("c1.0", "x" * 21), Button("c1.1", "y"))):
        (piece,) = pieces("Wen?", more, Instagram.capabilities)
        assert piece.buttons == () and f"{len(more)}. {more[-1].label}" in piece.text


def test_instagram_text_limit_is_in_bytes() -> None:
    parts = pieces("ä" * 501, (), Instagram.capabilities)
    assert [size(part.text, "bytes") for part in parts] == [1000, 2]


async def test_instagram_media(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sent from an address of ours; received from a public one only."""
    async with opened("instagram", tmp_path, monkeypatch) as line:
        await line.says("Dein Verlauf", (), (File("chart.png", b"\x89PNG"),))
        text, picture = (seen.json["message"] for seen in line.server.calls)
        assert text == {"text": "Dein Verlauf"}
        assert picture == {"attachment": {"type": "image", "payload": {"url": "https://bot.example/files/7/0/t"}}}
        for url in (f"{line.server.url}/x", "https://127.0.0.1/x", "https://[::1]/x", "ftp://a", ""):
            assert await line.channel.fetch("1", Media("image", url)) is None


def test_instagram_inbound() -> None:
    body = instagram_message("Hallo", "mid.1", "1784")
    body["entry"] += instagram_message("Zweites", "mid.2", "1785")["entry"]
    assert [(e.account, e.external_id, e.provider_id) for e in events("instagram", body)] == [
        ("178414", "1784", "mid.1"), ("178414", "1785", "mid.2")]  # fmt: skip
    assert events("instagram", body)[0].sent_at.year == 2025


async def test_instagram_handshake(door: Wire) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": SECRET, "hub.challenge": "77"}
    answer = await door.http.get("/webhooks/instagram", params=asked)
    assert (answer.status_code, answer.text) == (200, "77")
    wrong = {**asked, "hub.verify_token": "x"}
    assert (await door.http.get("/webhooks/instagram", params=wrong)).status_code == 403


async def test_instagram_signature(door: Wire) -> None:
    call = BY_NAME["instagram"].text("Grüße 😀", "m1")
    for content, status in ((call.body + b" ", 403), (call.body, 200)):
        assert (await door.http.post(call.path, content=content, headers=dict(call.headers))).status_code == status
    assert await said(door) == ["Grüße 😀"]


def test_instagram_echo_is_what_left_the_account() -> None:
    body = instagram_message("von uns", "mid.1", "178414")
    item = body["entry"][0]["messaging"][0]
    item["message"]["is_echo"] = True
    item["recipient"]["id"] = "1784"
    found = events("instagram", body)[0]
    assert isinstance(found, Inbound) and (found.signal, found.external_id) == ("own", "1784")
    item["sender"]["id"] = "99"
    assert isinstance(events("instagram", body)[0], Ignored), "not from this account"
