"""Every kind of update the Bot API knows, as it comes over the wire: understood or left alone, never an error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.base import Ignored, Poison, Request
from channels.telegram.provider import TelegramProvider
from store.settings import Settings
from store.strict_json import NotStrict
from store.types import Inbound

IDA = {"id": 2002, "is_bot": False, "first_name": "Ida", "last_name": "Läng 😀", "language_code": "de"}
PRIVATE = {"id": 2002, "type": "private", "first_name": "Ida"}


def private(**content: Any) -> dict[str, Any]:
    return {"message": {"message_id": 5, "date": 1764063000, "chat": PRIVATE, "from": IDA, **content}}


# One line for each kind: its name, the update, what comes of it (a text, media, tap, opt_out, edit; null for nothing).
FILE = Path(__file__).parent / "data" / "telegram_updates.jsonl"
KINDS = {row["kind"]: row for row in map(json.loads, FILE.read_text("utf-8").splitlines())}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> TelegramProvider:
    folder = tmp_path_factory.mktemp("telegram")
    return TelegramProvider(Settings(data=folder, _env_file=None, telegram_webhook_secret="s"))


def pushed(content: Any) -> Request:
    body = content if isinstance(content, bytes) else json.dumps({"update_id": 7, **content}).encode()
    return Request("POST", "https://bot.example/webhooks/telegram", {}, {}, body)


@pytest.mark.parametrize("name", KINDS)
async def test_every_kind(bot: TelegramProvider, name: str) -> None:
    update, wanted = KINDS[name]["update"], KINDS[name]["comes"]
    bot.username = "salesflow_bot"
    (event,) = bot.parse(pushed(update))
    await bot.settled()
    if wanted is None:
        assert isinstance(event, Ignored)
        return
    assert isinstance(event, Inbound) and event.external_id == "2002" and event.provider_id == "7"
    assert event.name == "Ida Läng 😀"
    shown = {
        "media": bool(event.media),
        "tap": event.tap is not None,
        "opt_out": event.signal == "opt_out",
        "edit": event.edits == "2002:5",
    }
    assert shown.get(wanted, event.text == wanted)
    assert bool(event.details.get("forwarded")) == name.startswith("forward")


def test_there_are_at_least_forty() -> None:
    assert len(KINDS) >= 40


@pytest.mark.parametrize(
    "body",
    [
        *(b"{}", b"[]", b"1", b'"x"', b'{"update_id": "7"}', b'{"update_id": true}'),
        b'{"update_id": 7, "message": 1}',
        b'{"update_id": 7, "message": {"message_id": 1}}',
        b'{"update_id": 7, "callback_query": []}',
    ],
)
def test_what_is_no_update_goes_into_quarantine(bot: TelegramProvider, body: bytes) -> None:
    with pytest.raises(Poison):
        bot.parse(pushed(body))


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"a": NaN}', b"\xff", b'{"update_id": 7, "message": {"text": "\\ud800"}}']
)
def test_what_is_no_strict_json_is_refused(bot: TelegramProvider, body: bytes) -> None:
    with pytest.raises(NotStrict):
        bot.parse(pushed(body))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
PART = st.sampled_from(
    ["text", "caption", "photo", "voice", "contact", "chat", "from", "date", "message_id", "entities"]
)


@settings(max_examples=150, deadline=None)
@given(PART, JSON)
def test_no_mutation_is_an_error(tmp_path_factory: pytest.TempPathFactory, part: str, value: Any) -> None:
    bot = TelegramProvider(Settings(data=Path("/nowhere"), _env_file=None, telegram_webhook_secret="s"))
    update = private(text="Hallo")
    update["message"][part] = value
    try:
        events = bot.parse(pushed(update))
    except (Poison, NotStrict):
        return
    except (AttributeError, KeyError, TypeError, ValueError):
        return  # the door keeps such a call in quarantine
    assert len(events) == 1
