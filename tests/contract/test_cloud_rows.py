"""CHANNELS 1.1 and 1.2, row by row: what comes in from Meta's Cloud API and from 360dialog, which passes it on.

What goes out, byte by byte, stands in test_cloud_sends.py.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from channels import failures
from channels.base import Ignored, Refused, Request, Unclear
from channels.pieces import pieces
from channels.registry import build
from channels.whatsapp.cloud import Cloud
from channels.whatsapp.dialog360 import Dialog360
from store.settings import Settings
from store.types import Inbound
from tests.support import specs
from tests.support.lines import Line, opened
from tests.support.vendors import BY_NAME, SECRET, SETTINGS
from tests.support.wire import ANNA, Wire, envelope, message, wire

PROVIDERS = build(Settings(_env_file=None, **SETTINGS))


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Wire]:
    async with wire(tmp_path, **SETTINGS) as found:
        yield found


@pytest.fixture(params=["cloud", "360dialog"])
async def line(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    async with opened(request.param, tmp_path, monkeypatch) as found:
        yield found


def events(body: Any) -> list[Any]:
    call = BY_NAME["cloud"].signed(body)
    return PROVIDERS["cloud"].parse(Request("POST", "", dict(call.headers), {}, call.body))


async def post(door: Wire, body: Any, name: str = "cloud") -> int:
    call = BY_NAME[name].signed(body)
    return (await door.http.post(call.path, content=call.body, headers=dict(call.headers))).status_code


async def texts(door: Wire) -> list[str]:
    return [row["text"] for row in await door.rows("messages", "direction", "in") if row["provider_id"][:6] == "wamid."]


async def test_cloud_answer(line: Line) -> None:
    """Without an id nobody knows whether it left; with one it did, whatever else stands there."""
    for answer in ({}, {"messages": []}, b"<html>"):
        line.server.next(200, answer)
        with pytest.raises(Unclear):
            await line.send("Hallo")
    line.server.next(200, {"messages": [{"id": "wamid.9", "message_status": "held_for_quality_assessment"}]})
    assert (await line.send("Hallo")).provider_id == "wamid.9"


TYPES: list[tuple[Any, dict[str, Any]]] = [
    (message("audio", id="M", mime_type="audio/ogg; codecs=opus", voice=True), {"kind": "voice"}),
    (message("audio", id="M", mime_type="audio/mpeg"), {"kind": "audio"}),
    (message("image", id="M", mime_type="image/jpeg", caption="Schau"), {"kind": "image", "text": "Schau"}),
    (message("document", id="M", mime_type="application/pdf", filename="a.pdf"), {"kind": "document", "name": "a.pdf"}),
    (message("video", id="M", mime_type="video/mp4"), {"kind": "video"}),
    (message("sticker", id="M", mime_type="image/webp"), {"kind": "sticker"}),
    (message("location", latitude=48.1, longitude=11.5, address="Büro"), {"text": "📍 Büro, 48.10000, 11.50000"}),
    (message("button", payload="c7.0", text="Ja"), {"tap": "c7.0", "text": "Ja"}),
    (message("button", payload="x", text="STOP"), {"signal": "opt_out"}),
    (message("interactive", type="button_reply", button_reply={"id": "c1.0", "title": "Ja"}), {"tap": "c1.0"}),
    (message("interactive", type="list_reply", list_reply={"id": "c1.1", "title": "B"}), {"tap": "c1.1"}),
    (message("order", product_items=[{"product_retailer_id": "p", "quantity": 2}]), {"text": "🛒 2 × p"}),
    (message("unsupported"), {"kind": "unsupported"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), TYPES)
def test_cloud_inbound_types(body: Any, wanted: dict[str, Any]) -> None:
    (found,) = events(body)
    media = found.media[0] if found.media else None
    seen = {"kind": media and media.kind, "name": media and media.name, "text": found.text, "tap": found.tap,
            "signal": found.signal}  # fmt: skip
    assert {name: seen[name] for name in wanted} == wanted


def test_cloud_edited_and_deleted() -> None:
    """An edit names what it changes; what somebody took back is nothing to answer."""
    (edit,) = events(message("edit", original_message_id="w0", message={"type": "text", "text": {"body": "neu"}}))
    assert (edit.edits, edit.text) == ("w0", "neu")
    assert isinstance(events(message("revoke", original_message_id="w0"))[0], Ignored)
    assert isinstance(events(message("reaction", message_id="w0", emoji="👍"))[0], Ignored)


async def test_cloud_handshake(door: Wire) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": SECRET, "hub.challenge": "1158201444"}
    answer = await door.http.get("/webhooks/whatsapp/cloud", params=asked)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    for change in ({"hub.verify_token": "guessed"}, {"hub.mode": "unsubscribe"}, {"hub.verify_token": ""}):
        assert (await door.http.get("/webhooks/whatsapp/cloud", params={**asked, **change})).status_code == 403
    assert (await door.http.get("/webhooks/whatsapp/cloud")).status_code == 403


async def test_cloud_signature_is_over_the_bytes_as_they_came(door: Wire) -> None:
    """Meta escapes what is not ASCII and somebody else may not: each is right with its own signature only."""
    escaped = json.dumps(message(body="Grüße 😀", wamid="wamid.1")).encode()
    plain = json.dumps(message(body="Grüße 😀", wamid="wamid.2"), ensure_ascii=False, indent=1).encode()
    for raw in (escaped, plain):
        assert await post(door, raw) == 200
    assert await texts(door) == ["Grüße 😀", "Grüße 😀"]
    header = BY_NAME["cloud"].signed(escaped).headers["x-hub-signature-256"]
    for bad in ("", "sha256=", header.upper(), header[7:], header.replace("sha256", "sha1"), header + "0"):
        headers = {"x-hub-signature-256": bad, "content-type": "application/json"}
        answer = await door.http.post("/webhooks/whatsapp/cloud", content=escaped, headers=headers)
        assert answer.status_code == 403, bad


async def test_cloud_retries(door: Wire) -> None:
    await _retried(door, "cloud")


async def test_360dialog_retries(door: Wire) -> None:
    await _retried(door, "360dialog")


async def _retried(door: Wire, name: str) -> None:
    """What we could not keep is asked for again (503) and taken when it comes again, once."""
    body = message(body="Noch da?", wamid="wamid.7")
    await door.w.parts.reset(demo=False)
    assert await post(door, body, name) == 503
    await door.w.parts.reset(demo=True)
    assert [await post(door, body, name) for _ in range(3)] == [200] * 3
    assert await texts(door) == ["Noch da?"]


def test_cloud_text_limit() -> None:
    whole = "x" * 4096
    assert [part.text for part in pieces(whole, (), Cloud.capabilities)] == [whole]
    assert [len(part.text) for part in pieces(whole + "y", (), Cloud.capabilities)] == [4096, 1]


async def test_cloud_error_body_decides_by_its_code(line: Line) -> None:
    """Neither the status nor the title decides: the same 400 closes the window, or is worth another try."""
    for code, meant in ((131047, "window_closed"), (131050, "opted_out"), (132015, "template_paused")):
        error = {"message": "(#4) busy", "type": "OAuthException", "code": code, "error_data": {"details": "d"}}
        line.server.next(400, {"error": {**error, "fbtrace_id": "x"}})
        with pytest.raises(Refused, match=meant):
            await line.send("Hallo")


def test_cloud_which_to_retry() -> None:
    again = ("130429", "131056", "131000", "131016", "4", "80007")
    never = ("131047", "131026", "131050", "132000", "132001", "132005", "132007", "132012", "132015", "132016")
    assert {failures.of("cloud", code).action for code in again} == {"retry"}
    assert "retry" not in {failures.of("360dialog", code).action for code in never}


def test_cloud_throughput() -> None:
    """80 a second for a number; one person hears one every six seconds, after a burst."""
    can = Cloud.capabilities
    assert (can.per_second, can.per_chat) == (80, 6) and Dialog360.capabilities == can


async def test_cloud_marketing_opt_out(door: Wire) -> None:
    """The person's own switch silences everything, and only she turns it back."""
    await post(door, message(body="Hallo", wamid="wamid.1"))
    for value, held in (("stop", 1), ("stop", 1)):
        item = {
            "wa_id": ANNA,
            "detail": "d",
            "category": "marketing_messages",
            "value": value,
            "timestamp": "1763458300",
        }
        assert await post(door, envelope(field="user_preferences", user_preferences=[item])) == 200
        rows = await door.rows("suppressions")
        assert len([row for row in rows if row.get("lifted_at") is None]) == held


async def test_360dialog_inbound(door: Wire) -> None:
    assert await post(door, message(body="über 360dialog 😀"), "360dialog") == 200
    assert await texts(door) == ["über 360dialog 😀"]


async def test_360dialog_verification(door: Wire) -> None:
    """Signed in hex or base64, or with the header that was set beside the address; nothing else comes in."""
    raw = json.dumps(message(body="x")).encode()
    digest = hmac.new(SECRET.encode(), raw, hashlib.sha256).digest()
    good = ({"x-360dialog-signature": digest.hex()}, {"x-360dialog-signature": base64.b64encode(digest).decode()},
            {"x-360dialog-signature": f"sha256={digest.hex()}"}, {"authorization": f"Bearer {SECRET}"},
            {"authorization": SECRET})  # fmt: skip
    bad = ({}, {"authorization": "Bearer guessed"}, {"authorization": f"Bearer {SECRET}", "x-360dialog-signature": "0"})
    for headers, status in (*((one, 200) for one in good), *((one, 403) for one in bad)):
        answer = await door.http.post("/webhooks/whatsapp/360dialog", content=raw, headers=headers)
        assert answer.status_code == status, headers


@pytest.mark.parametrize(
    ("status", "reason"), [(401, "account_login"), (403, "account_login"), (429, "provider_busy"), (500, None)]
)
async def test_360dialog_errors(
    status: int, reason: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened("360dialog", tmp_path, monkeypatch) as line:
        line.server.next(status, {"meta": {"success": False, "httpCode": status, "developerMessage": "x"}})
        with pytest.raises(Exception) as found:
            await line.send("Hallo")
        assert getattr(found.value, "reason", None) == reason


async def test_360dialog_sizing(door: Wire) -> None:
    """Three statuses for every message come at once and out of order: all are taken."""
    found: Inbound = events(message(body="Hallo"))[0]
    assert found.provider_id == "wamid.1"
    item = [{"id": f"wamid.out{n % 20}", "status": state, "timestamp": "1", "recipient_id": ANNA}
            for n in range(20) for state in ("read", "sent", "delivered")]  # fmt: skip
    assert await post(door, envelope(statuses=item), "360dialog") == 200
    assert await door.rows("provider_events") == []


def test_cloud_bodies_are_checked_against_the_vendors_file() -> None:
    with pytest.raises(Exception, match="not valid under any"):  # the check itself is able to fail
        specs.check("cloud_api.json", "Message", {"messaging_product": "whatsapp"})
