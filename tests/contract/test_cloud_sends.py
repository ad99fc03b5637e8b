"""What leaves for Meta's Cloud API and 360dialog, byte by byte as the server received it, and what its answers mean."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from channels.base import NotSent, Provider, Refused, Sent, Unclear
from channels.whatsapp import cloud, dialog360
from store.settings import Settings
from store.types import Button, File, Media, Outgoing
from tests.support import specs
from tests.support.peer import Peer, Seen, peer

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
BUTTONS = (Button("c7.0", "Senden"), Button("c7.1", "Ändern"), Button("c7.2", "Verwerfen"))
ROWS = tuple(Button(f"c8.{n}", f"Anna Berger · Yogastudio Nummer {n}") for n in range(7))
PNG = File("chart.png", b"\x89PNG\r\n\x1a\n" + bytes(20))


def out(text: str = "Grüße aus Köln 😀", **more: Any) -> Outgoing:
    return Outgoing(**{"message_id": 42, "channel": "whatsapp", "to": "+4915112340001", "text": text, **more})


def meta(seen: Seen) -> tuple[int, Any]:
    if seen.path.endswith("/media"):
        return 200, {"id": "MEDIA1"}
    return 200, {"messaging_product": "whatsapp", "contacts": [], "messages": [{"id": "wamid.OUT"}]}


@pytest.fixture
async def graph() -> AsyncIterator[tuple[Provider, Peer]]:
    async with peer(meta) as found:
        settings = Settings(
            _env_file=None, whatsapp_cloud_token="T", whatsapp_cloud_phone_number_id="111,222",
            whatsapp_cloud_business_id="999", whatsapp_cloud_base_url=f"{found.url}/v23.0",
        )  # fmt: skip
        provider = cloud.provider(settings)
        yield provider, found
        await provider.close()


# CHANNELS 1.1: Meta Cloud API ------------------------------------------------------------------------------------


async def test_cloud_send(graph: tuple[Provider, Peer]) -> None:
    provider, server = graph
    assert await provider.send(out(account="222"), NOW) == Sent("wamid.OUT")
    (seen,) = server.calls
    assert (seen.path, seen.headers["authorization"]) == ("/v23.0/222/messages", "Bearer T")
    assert seen.json == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "4915112340001",
        "type": "text",
        "text": {"body": "Grüße aus Köln 😀", "preview_url": False},
        "biz_opaque_callback_data": "42",
    }
    specs.check("cloud_api.json", "Message", seen.json)


async def test_cloud_interactive_buttons_and_lists(graph: tuple[Provider, Peer]) -> None:
    provider, server = graph
    await provider.send(out(account="111", buttons=BUTTONS), NOW)
    await provider.send(out(account="111", buttons=ROWS, language="en"), NOW)
    buttons, rows = (seen.json["interactive"] for seen in server.calls)
    assert [b["reply"] for b in buttons["action"]["buttons"]] == [{"id": b.id, "title": b.label} for b in BUTTONS]
    (section,) = rows["action"]["sections"]
    assert rows["action"]["button"] == "Choose" and len(section["rows"]) == 7
    assert all(len(row["title"]) <= 24 and row["description"] == ROWS[n].label for n, row in enumerate(section["rows"]))
    for seen in server.calls:
        specs.check("cloud_api.json", "Message", seen.json)


async def test_cloud_template(graph: tuple[Provider, Peer]) -> None:
    provider, server = graph
    await provider.send(out(account="111", template="first_contact", locale="de", values=(("1", "Anna"),)), NOW)
    await provider.send(out(account="111", template="x", locale="en_US", values=(("first_name", "Anna"),)), NOW)
    numbered, named = (seen.json["template"] for seen in server.calls)
    assert numbered["components"] == [{"type": "body", "parameters": [{"type": "text", "text": "Anna"}]}]
    assert named["language"] == {"code": "en_US"}
    assert named["components"][0]["parameters"][0]["parameter_name"] == "first_name"
    specs.check("cloud_api.json", "Message", server.calls[0].json)


async def test_cloud_media_out(graph: tuple[Provider, Peer]) -> None:
    provider, server = graph
    await provider.send(out("Dein Verlauf", account="111", files=(PNG,)), NOW)
    invite = File("termin.ics", b"BEGIN:VCALENDAR")
    await provider.send(out("", account="111", files=(invite,)), NOW)
    upload, image, _, document = server.calls
    assert upload.path == "/v23.0/111/media" and b'name="file"; filename="chart.png"' in upload.body
    assert PNG.content in upload.body and b"whatsapp" in upload.body
    assert image.json["image"] == {"id": "MEDIA1", "caption": "Dein Verlauf"}
    assert document.json["document"] == {"id": "MEDIA1", "filename": "termin.ics"}
    for seen in (image, document):
        specs.check("cloud_api.json", "Message", seen.json)


async def test_cloud_media_in(graph: tuple[Provider, Peer]) -> None:
    provider, server = graph
    server.next(200, {"url": f"{server.url}/bytes/1", "mime_type": "audio/ogg"})
    server.next(200, b"OggS-voice")
    found = await provider.fetch("111", Media("voice", "65463453", "audio/ogg; codecs=opus"))
    assert found is not None and found.content == b"OggS-voice" and found.name.startswith("voice.")
    assert [seen.path for seen in server.calls] == ["/v23.0/65463453", "/bytes/1"]
    assert all(seen.headers["authorization"] == "Bearer T" for seen in server.calls)
    server.next(404, {"error": {"code": 100, "message": "gone"}})
    assert await provider.fetch("111", Media("voice", "1")) is None
    server.next(200, {"url": f"{server.url}/bytes/2"})
    server.next(200, b"x" * (20 * 2**20 + 1))
    assert await provider.fetch("111", Media("video", "2", "video/mp4")) is None


async def test_cloud_read_and_typing(graph: tuple[Provider, Peer]) -> None:
    provider, server = graph
    await provider.seen("111", "+4915112340001", "wamid.IN")
    (seen,) = server.calls
    assert seen.json["typing_indicator"] == {"type": "text"} and seen.json["status"] == "read"
    specs.check("cloud_api.json", "MarkMessageRequestPayload", seen.json)
    server.next(500)
    await provider.seen("111", "+4915112340001", "wamid.IN")


async def test_cloud_bsuid_without_a_phone(graph: tuple[Provider, Peer]) -> None:
    provider, server = graph
    await provider.send(out(account="111", to="DE.1349120865530274"), NOW)
    assert server.calls[0].json["recipient"] == "DE.1349120865530274" and "to" not in server.calls[0].json


@pytest.mark.parametrize(
    ("code", "status", "meant"),
    [
        (130429, 429, NotSent), (131056, 400, NotSent), (131000, 500, NotSent), (131016, 503, NotSent),
        (4, 400, NotSent), (80007, 400, NotSent), (190, 401, NotSent), (131047, 400, Refused), (131026, 400, Refused),
        (131050, 400, Refused), (131051, 400, Refused), (131008, 400, Refused), (132001, 404, Refused),
        (132015, 400, Refused), (131053, 400, Refused), (999999, 400, Refused), (None, 400, Refused),
        (None, 500, Unclear), (None, 502, Unclear), (None, 429, NotSent), (None, 401, NotSent),
    ],
)  # fmt: skip
async def test_cloud_codes(graph: tuple[Provider, Peer], code: int | None, status: int, meant: type[Exception]) -> None:
    provider, server = graph
    server.next(status, {"error": {"code": code, "message": "m", "error_data": {"details": "d"}}} if code else {})
    with pytest.raises(meant):
        await provider.send(out(account="111"), NOW)


async def test_cloud_away_and_silent(graph: tuple[Provider, Peer], monkeypatch: pytest.MonkeyPatch) -> None:
    provider, server = graph
    server.answers.append(lambda seen: (0, {}))
    sending = asyncio.create_task(provider.send(out(account="111"), NOW))
    while not server.calls:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    sending.cancel()
    dead = cloud.provider(
        Settings(_env_file=None, whatsapp_cloud_token="T", whatsapp_cloud_phone_number_id="1",
                 whatsapp_cloud_base_url="http://127.0.0.1:9")
    )  # fmt: skip
    with pytest.raises(NotSent):
        await dead.send(out(account="1"), NOW)
    await dead.close()


async def test_cloud_templates_are_listed(graph: tuple[Provider, Peer]) -> None:
    provider, server = graph
    item = {
        "name": "hallo", "language": "de", "status": "APPROVED", "category": "MARKETING",
        "components": [{"type": "BODY", "text": "Hallo {{1}}"}],
    }  # fmt: skip
    server.next(200, {"data": [item, {"name": "broken"}]})
    (news,) = await provider.templates()
    assert (news.name, news.language, news.status, news.body) == ("hallo", "de", "approved", "Hallo {{1}}")
    assert server.calls[0].path == "/v23.0/999/message_templates"


# CHANNELS 1.2: 360dialog -----------------------------------------------------------------------------------------


async def test_360dialog_send() -> None:
    async with peer(meta) as server:
        provider = dialog360.provider(
            Settings(_env_file=None, dialog360_api_key="111:key-a,222:key-b", dialog360_base_url=server.url)
        )
        await provider.send(out(account="222"), NOW)
        (seen,) = server.calls
        assert (seen.path, seen.headers["d360-api-key"]) == ("/messages", "key-b")
        specs.check("cloud_api.json", "Message", seen.json)
        server.next(401, {"meta": {"success": False, "httpCode": 401, "developerMessage": "Invalid api_key"}})
        with pytest.raises(NotSent, match="account_login"):
            await provider.send(out(account="111"), NOW)
        server.next(200, {"url": "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=5&ext=1"})
        server.next(200, b"bytes")
        found = await provider.fetch("111", Media("image", "5", "image/jpeg"))
        assert found is not None and found.content == b"bytes"
        assert server.calls[-1].path == "/whatsapp_business/attachments/" and server.calls[-1].query["mid"] == "5"
        await provider.close()


@pytest.mark.parametrize("status", [200, 401])
async def test_a_wrong_key_is_told_and_never_shown(graph: tuple[Provider, Peer], status: int) -> None:
    provider, server = graph
    if status == 401:
        server.next(401, {"error": {"code": 190, "message": "expired"}})
    told = await provider.check()
    assert told is None if status == 200 else "check it" in str(told) and "T" not in str(told).split()
