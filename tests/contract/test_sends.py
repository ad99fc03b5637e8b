"""What leaves for Twilio, UltraMsg and Instagram, byte by byte as their servers received it, and what answers mean."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from channels import instagram
from channels.base import NotSent, Provider, Refused, Sent, Unclear
from channels.pieces import pieces
from channels.whatsapp import twilio, ultramsg
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


def twilio_api(seen: Seen) -> tuple[int, Any]:
    if seen.path.endswith("/Messages.json"):
        return 201, {"sid": "SM" + "0" * 32, "status": "queued"}
    if seen.path == "/v1/Content" and seen.method == "POST":
        return 201, {"sid": "HX" + "1" * 32, "friendly_name": seen.json["friendly_name"]}
    return 200, {"contents": [], "meta": {"key": "contents", "page": 0, "page_size": 50, "next_page_url": None}}


@pytest.fixture
async def sdk() -> AsyncIterator[tuple[Provider, Peer]]:
    async with peer(twilio_api) as found:
        settings = Settings(
            _env_file=None, twilio_account_sid="AC" + "a" * 32, twilio_auth_token="tok",
            twilio_whatsapp_from="+4930111222,+4930333444", twilio_base_url=found.url,
            twilio_content_base_url=found.url, public_base_url="https://bot.example",
        )  # fmt: skip
        provider = twilio.provider(settings)
        yield provider, found
        await provider.close()


@pytest.fixture
async def ultra() -> AsyncIterator[tuple[Provider, Peer]]:
    async with peer(lambda seen: (200, {"sent": "true", "message": "ok", "id": 7})) as found:
        settings = Settings(_env_file=None, ultramsg_token="instance1150:tok", ultramsg_base_url=found.url)
        provider = ultramsg.provider(settings)
        yield provider, found
        await provider.close()


# CHANNELS 1.3: Twilio --------------------------------------------------------------------------------------------


def _form(seen: Seen) -> dict[str, str]:
    """The form, checked against Twilio's own file: only fields it knows, and the one it requires."""
    schema = specs.form_schema("twilio_api_v2010.json", "/2010-04-01/Accounts/{AccountSid}/Messages.json")
    assert set(seen.form) <= set(schema["properties"]) and set(schema["required"]) <= set(seen.form)
    return seen.form


async def test_twilio_send(sdk: tuple[Provider, Peer]) -> None:
    provider, server = sdk
    assert (await provider.send(out(account="+4930333444"), NOW)).provider_id.startswith("SM")
    (seen,) = server.calls
    assert seen.path == f"/2010-04-01/Accounts/AC{'a' * 32}/Messages.json"
    assert seen.headers["authorization"].startswith("Basic ")
    form = _form(seen)
    assert (form["To"], form["From"]) == ("whatsapp:+4915112340001", "whatsapp:+4930333444")
    assert form["Body"] == "Grüße aus Köln 😀"
    assert form["StatusCallback"] == "https://bot.example/webhooks/whatsapp/twilio?message=42"


async def test_twilio_buttons_and_lists(sdk: tuple[Provider, Peer]) -> None:
    provider, server = sdk
    for _ in range(2):
        await provider.send(out("Freigeben?", account="+4930111222", buttons=BUTTONS), NOW)
    await provider.send(out("Welche Anna?", account="+4930111222", buttons=ROWS), NOW)
    made = [seen for seen in server.posts() if seen.path == "/v1/Content"]
    assert [seen.json["friendly_name"] for seen in made] == ["salesflow_buttons_3", "salesflow_list_7"]
    quick = made[0].json["types"]["twilio/quick-reply"]
    assert quick["body"] == "{{1}}" and quick["actions"][2] == {"type": "QUICK_REPLY", "title": "{{6}}", "id": "{{7}}"}
    specs.check("twilio_content_v1.json", "twilioQuickReply", quick)
    sent = [_form(seen) for seen in server.posts("Messages.json")]
    assert sent[0]["ContentSid"] == "HX" + "1" * 32 and "Body" not in sent[0]
    assert json.loads(sent[0]["ContentVariables"]) == {
        "1": "Freigeben?", "2": "Senden", "3": "c7.0", "4": "Ändern", "5": "c7.1", "6": "Verwerfen", "7": "c7.2",
    }  # fmt: skip
    rows = json.loads(sent[2]["ContentVariables"])
    assert len(rows["2"]) <= 24 and rows["3"] == "c8.0" and rows["4"] == ROWS[0].label


async def test_twilio_template(sdk: tuple[Provider, Peer]) -> None:
    provider, server = sdk
    await provider.send(out(account="+4930111222", template="HX" + "2" * 32, values=(("1", "Änne"),)), NOW)
    form = _form(server.calls[0])
    assert form["ContentSid"] == "HX" + "2" * 32 and json.loads(form["ContentVariables"]) == {"1": "Änne"}


async def test_twilio_media_out(sdk: tuple[Provider, Peer]) -> None:
    provider, server = sdk
    await provider.send(out("Hier", account="+4930111222", files=(PNG,), links=("https://bot.example/files/1",)), NOW)
    assert _form(server.calls[0])["MediaUrl"] == "https://bot.example/files/1"


@pytest.mark.parametrize(
    ("code", "status", "meant"),
    [(63016, 400, Refused), (21617, 400, Refused), (21610, 400, Refused), (63018, 429, NotSent), (20003, 401, NotSent),
     (20429, 429, NotSent), (None, 500, Unclear), (99999, 400, Refused)],
)  # fmt: skip
async def test_twilio_codes(sdk: tuple[Provider, Peer], code: int | None, status: int, meant: type[Exception]) -> None:
    provider, server = sdk
    server.next(status, {"code": code, "message": "m", "status": status})
    with pytest.raises(meant):
        await provider.send(out(account="+4930111222"), NOW)


async def test_twilio_away() -> None:
    provider = twilio.provider(
        Settings(_env_file=None, twilio_account_sid="AC1", twilio_auth_token="t", twilio_whatsapp_from="+49",
                 twilio_base_url="http://127.0.0.1:9")
    )  # fmt: skip
    with pytest.raises(NotSent):
        await provider.send(out(account="+49"), NOW)


# CHANNELS 1.4: UltraMsg ------------------------------------------------------------------------------------------


async def test_ultramsg_send(ultra: tuple[Provider, Peer]) -> None:
    provider, server = ultra
    assert await provider.send(out(account="instance1150"), NOW) == Sent("7")
    await provider.send(out("Verlauf", account="instance1150", files=(PNG,)), NOW)
    text, image = server.calls
    assert text.path == "/instance1150/messages/chat"
    assert text.form == {"token": "tok", "to": "+4915112340001", "body": "Grüße aus Köln 😀", "referenceId": "42"}
    assert image.path == "/instance1150/messages/image" and image.form["caption"] == "Verlauf"
    assert image.form["image"].startswith("data:image/png;base64,")


@pytest.mark.parametrize(
    ("answer", "meant"),
    [({"error": "Wrong token. Please provide token as a GET parameter."}, NotSent),
     ({"error": [{"to": "is required"}]}, Refused), ({}, Unclear), ({"sent": "false"}, Unclear)],
)  # fmt: skip
async def test_ultramsg_answer_decides_by_its_body(
    ultra: tuple[Provider, Peer], answer: Any, meant: type[Exception]
) -> None:
    provider, server = ultra
    server.next(200, answer)
    with pytest.raises(meant):
        await provider.send(out(account="instance1150"), NOW)


async def test_ultramsg_interactive_is_numbered(ultra: tuple[Provider, Peer]) -> None:
    provider, _ = ultra
    (piece,) = pieces("Welche?", BUTTONS, provider.capabilities)
    assert piece.text == "Welche?\n\n1. Senden\n2. Ändern\n3. Verwerfen" and not piece.buttons


async def test_ultramsg_media_comes_from_public_places_only(ultra: tuple[Provider, Peer]) -> None:
    provider, server = ultra
    for url in (f"{server.url}/secret", "https://127.0.0.1/x", "https://localhost/x", "file:///etc/passwd", ""):
        assert await provider.fetch("instance1150", Media("image", url)) is None
    assert server.calls == []


# CHANNELS 1.6: Instagram -----------------------------------------------------------------------------------------


async def test_instagram_send() -> None:
    async with peer(lambda seen: (200, {"recipient_id": "1", "message_id": "mid.9"})) as server:
        provider = instagram.provider(
            Settings(_env_file=None, instagram_token="178414:tok", instagram_base_url=f"{server.url}/v23.0")
        )
        sent = await provider.send(out(account="178414", to="1784", channel="instagram", buttons=BUTTONS), NOW)
        assert sent == Sent("mid.9")
        (seen,) = server.calls
        assert (seen.path, seen.headers["authorization"]) == ("/v23.0/178414/messages", "Bearer tok")
        assert seen.json["recipient"] == {"id": "1784"}
        assert seen.json["message"]["quick_replies"][1] == {
            "content_type": "text", "title": "Ändern", "payload": "c7.1",
        }  # fmt: skip
        server.next(400, {"error": {"code": 10, "error_subcode": 2534022, "message": "outside window"}})
        with pytest.raises(Refused, match="window_closed"):
            await provider.send(out(account="178414", to="1784"), NOW)
        await provider.close()


# The doctor ------------------------------------------------------------------------------------------------------


async def test_a_wrong_key_is_told_and_never_shown(sdk: tuple[Provider, Peer], ultra: tuple[Provider, Peer]) -> None:
    for (provider, server), problem in (
        (sdk, (401, {"code": 20003, "message": "Authenticate", "status": 401})),
        (ultra, (200, {"error": "Wrong token"})),
    ):
        assert await provider.check() is None
        server.next(*problem)
        assert "check it" in str(await provider.check())
