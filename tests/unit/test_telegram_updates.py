"""Every kind of update the Bot API knows, as it comes over the wire: each is understood or left alone, none is an error."""

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

IDA = {"id": 2002, "is_bot": False, "first_name": "Ida", "last_name": "Läng 😀", "username": "ida", "language_code": "de"}
BOT = {"id": 4242, "is_bot": True, "first_name": "SalesFlow", "username": "salesflow_bot"}
PRIVATE = {"id": 2002, "type": "private", "first_name": "Ida"}
GROUP = {"id": -100500, "type": "supergroup", "title": "Team", "is_forum": True}
CHANNEL = {"id": -100600, "type": "channel", "title": "News"}
PHOTO = {"file_id": "p", "file_unique_id": "u", "width": 90, "height": 60}
FILE = {"file_id": "f", "file_unique_id": "u"}
PLACE = {"latitude": 48.1, "longitude": 11.5}


def private(**content: Any) -> dict[str, Any]:
    return {"message": {"message_id": 5, "date": 1764063000, "chat": PRIVATE, "from": IDA, **content}}


def group(**content: Any) -> dict[str, Any]:
    return {"message": {"message_id": 5, "date": 1764063000, "chat": GROUP, "from": IDA, **content}}


def member(chat: dict[str, Any], status: str, **more: Any) -> dict[str, Any]:
    old, new = {"user": BOT, "status": "member"}, {"user": BOT, "status": status, **more}
    return {"my_chat_member": {"chat": chat, "from": IDA, "date": 1764063000, "old_chat_member": old, "new_chat_member": new}}


QUERY = {"id": "q1", "from": IDA, "chat_instance": "1"}
POLL = {
    "id": "1", "question": "?", "options": [{"text": "a", "voter_count": 0, "persistent_id": "a"}], "total_voter_count": 0,
    "is_closed": False, "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
    "allows_revoting": False, "members_only": False,
}  # fmt: skip

# name -> (the update, what comes of it: a text, "media", "tap", "opt_out", "edit" or None)
KINDS: dict[str, tuple[dict[str, Any], str | None]] = {
    "text": (private(text="Hallo Grüße 😀"), "Hallo Grüße 😀"),
    "text with entities": (private(text="**x** https://a.example", entities=[{"type": "url", "offset": 6, "length": 17}]), "**x** https://a.example"),
    "command": (private(text="/start abc", entities=[{"type": "bot_command", "offset": 0, "length": 6}]), "/start abc"),
    "reply": (private(text="ja", reply_to_message={"message_id": 4, "date": 1, "chat": PRIVATE, "text": "?"}), "ja"),
    "quote": (private(text="ja", quote={"text": "STOP", "position": 0}), "ja"),
    "forward of a person": (private(text="STOP", forward_origin={"type": "user", "sender_user": IDA, "date": 1}), "STOP"),
    "forward of a channel": (private(text="x", forward_origin={"type": "channel", "chat": CHANNEL, "message_id": 1, "date": 1}), "x"),
    "photo": (private(photo=[PHOTO, {**PHOTO, "file_id": "big", "width": 900}], caption="Bild"), "Bild"),
    "photo alone": (private(photo=[PHOTO]), "media"),
    "voice": (private(voice={**FILE, "duration": 3, "mime_type": "audio/ogg", "file_size": 900}), "media"),
    "audio": (private(audio={**FILE, "duration": 3, "file_name": "lied.mp3"}), "media"),
    "document": (private(document={**FILE, "file_name": "kontakte.csv", "mime_type": "text/csv", "file_size": 9}), "media"),
    "video": (private(video={**FILE, "width": 1, "height": 1, "duration": 1}), "media"),
    "video note": (private(video_note={**FILE, "length": 1, "duration": 1}), "media"),
    "animation": (private(animation={**FILE, "width": 1, "height": 1, "duration": 1}, document=FILE), "media"),
    "sticker": (private(sticker={**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False, "emoji": "👍"}), "👍"),
    "location": (private(location=PLACE), "📍 48.10000, 11.50000"),
    "live location": (private(location={**PLACE, "live_period": 60, "heading": 1}), "📍 48.10000, 11.50000"),
    "venue": (private(venue={"location": PLACE, "title": "Café", "address": "Weg 1"}, location=PLACE), "📍 Café, Weg 1"),
    "contact": (private(contact={"phone_number": "4915112345678", "first_name": "Tom", "last_name": "Wagner"}), "👤 Tom Wagner, +4915112345678"),
    "dice": (private(dice={"emoji": "🎲", "value": 3}), "🎲"),
    "poll message": (private(poll=POLL), None),
    "pinned": (private(pinned_message={"message_id": 4, "date": 1, "chat": PRIVATE, "text": "x"}), None),
    "auto delete": (private(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}), None),
    "user shared": (private(users_shared={"request_id": 1, "users": [{"user_id": 3}]}), None),
    "web app data": (private(web_app_data={"data": "x", "button_text": "y"}), None),
    "write access": (private(write_access_allowed={"from_request": True}), None),
    "story": (private(story={"chat": CHANNEL, "id": 1}), None),
    "game": (private(game={"title": "g", "description": "d", "photo": [PHOTO]}), None),
    "payment": (private(successful_payment={"currency": "EUR", "total_amount": 1, "invoice_payload": "x", "telegram_payment_charge_id": "x", "provider_payment_charge_id": "y"}), None),
    "from a bot": ({"message": {**private(text="x")["message"], "from": {**BOT, "id": 9}}}, None),
    "edited": ({"edited_message": {**private(text="neu")["message"], "edit_date": 1764063009}}, "edit"),
    "edited away": ({"edited_message": {**private(location=PLACE)["message"], "edit_date": 1764063009}}, "edit"),
    "tap": ({"callback_query": {**QUERY, "data": "c1.0", "message": private(text="?")["message"]}}, "tap"),
    "tap on an old card": ({"callback_query": {**QUERY, "data": "c1.0", "message": {"message_id": 5, "date": 0, "chat": PRIVATE}}}, "tap"),
    "tap in a group": ({"callback_query": {**QUERY, "data": "c1.0", "message": group(text="?")["message"]}}, None),
    "tap inline": ({"callback_query": {**QUERY, "data": "c1.0", "inline_message_id": "x"}}, None),
    "game tap": ({"callback_query": {**QUERY, "game_short_name": "g", "message": private(text="?")["message"]}}, "tap"),
    "blocked": (member(PRIVATE, "kicked", until_date=0), "opt_out"),
    "unblocked": (member(PRIVATE, "member"), None),
    "added to a group": (member(GROUP, "member"), None),
    "removed from a group": (member(GROUP, "left"), None),
    "group text": (group(text="Mittag?"), None),
    "group command": (group(text="/leads@salesflow_bot"), None),
    "group migrated": (group(migrate_to_chat_id=-100501), None),
    "group members": (group(new_chat_members=[BOT]), None),
    "group title": (group(new_chat_title="x"), None),
    "group anonymous": ({"message": {"message_id": 5, "date": 1, "chat": GROUP, "sender_chat": GROUP, "from": {**BOT, "id": 1087968824}, "text": "x"}}, None),
    "channel post": ({"channel_post": {"message_id": 5, "date": 1, "chat": CHANNEL, "text": "x"}}, None),
    "edited channel post": ({"edited_channel_post": {"message_id": 5, "date": 1, "chat": CHANNEL, "text": "x", "edit_date": 2}}, None),
    "inline query": ({"inline_query": {"id": "1", "from": IDA, "query": "x", "offset": ""}}, None),
    "chosen inline": ({"chosen_inline_result": {"result_id": "1", "from": IDA, "query": "x"}}, None),
    "shipping": ({"shipping_query": {"id": "1", "from": IDA, "invoice_payload": "x", "shipping_address": {"country_code": "DE", "state": "", "city": "x", "street_line1": "", "street_line2": "", "post_code": "1"}}}, None),
    "pre checkout": ({"pre_checkout_query": {"id": "1", "from": IDA, "currency": "EUR", "total_amount": 1, "invoice_payload": "x"}}, None),
    "poll": ({"poll": POLL}, None),
    "poll answer": ({"poll_answer": {"poll_id": "1", "user": IDA, "option_ids": [0], "option_persistent_ids": ["a"]}}, None),
    "other's membership": ({"chat_member": member(GROUP, "member")["my_chat_member"]}, None),
    "join request": ({"chat_join_request": {"chat": GROUP, "from": IDA, "user_chat_id": 2002, "date": 1}}, None),
    "reaction": ({"message_reaction": {"chat": PRIVATE, "message_id": 5, "user": IDA, "date": 1, "old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}]}}, None),
    "reaction count": ({"message_reaction_count": {"chat": CHANNEL, "message_id": 5, "date": 1, "reactions": []}}, None),
    "boost": ({"chat_boost": {"chat": CHANNEL, "boost": {"boost_id": "1", "add_date": 1, "expiration_date": 2, "source": {"source": "premium", "user": IDA}}}}, None),
    "business message": ({"business_message": {**private(text="x")["message"], "business_connection_id": "b"}}, None),
    "something new": ({"brand_new_kind": {"x": 1}}, None),
    "nothing at all": ({}, None),
}  # fmt: skip


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> TelegramProvider:
    folder = tmp_path_factory.mktemp("telegram")
    return TelegramProvider(Settings(data=folder, _env_file=None, telegram_webhook_secret="s"))


def pushed(content: Any) -> Request:
    body = content if isinstance(content, bytes) else json.dumps({"update_id": 7, **content}).encode()
    return Request("POST", "https://bot.example/webhooks/telegram", {}, {}, body)


@pytest.mark.parametrize("name", KINDS)
async def test_every_kind(bot: TelegramProvider, name: str) -> None:
    update, wanted = KINDS[name]
    bot.username = "salesflow_bot"
    (event,) = bot.parse(pushed(update))
    await bot.settled()
    if wanted is None:
        assert isinstance(event, Ignored)
        return
    assert isinstance(event, Inbound) and event.external_id == "2002" and event.provider_id == "7"
    assert event.name == "Ida Läng 😀"
    shown = {"media": bool(event.media), "tap": event.tap is not None, "opt_out": event.signal == "opt_out", "edit": event.edits == "2002:5"}
    assert shown[wanted] if wanted in shown else event.text == wanted
    assert bool(event.details.get("forwarded")) == name.startswith("forward")


def test_there_are_at_least_forty() -> None:
    assert len(KINDS) >= 40


@pytest.mark.parametrize(
    "body", [b"{}", b"[]", b"1", b'"x"', b'{"update_id": "7"}', b'{"update_id": true}', b'{"update_id": 7, "message": 1}',
             b'{"update_id": 7, "message": {"message_id": 1}}', b'{"update_id": 7, "callback_query": []}'],
)  # fmt: skip
def test_what_is_no_update_goes_into_quarantine(bot: TelegramProvider, body: bytes) -> None:
    with pytest.raises(Poison):
        bot.parse(pushed(body))


@pytest.mark.parametrize("body", [b"", b"{", b'{"a": NaN}', b"\xff", b'{"update_id": 7, "message": {"text": "\\ud800"}}'])
def test_what_is_no_strict_json_is_refused(bot: TelegramProvider, body: bytes) -> None:
    with pytest.raises(NotStrict):
        bot.parse(pushed(body))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
PART = st.sampled_from(["text", "caption", "photo", "voice", "contact", "chat", "from", "date", "message_id", "entities"])


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
