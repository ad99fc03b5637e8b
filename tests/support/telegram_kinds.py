# ruff: noqa: E501
"""Kinds of Telegram updates as its servers push them; each with what it is to us."""

from __future__ import annotations

from typing import Any

from channels.base import Ignored
from store.types import Inbound

IDA = {"id": 2002, "is_bot": False, "first_name": "Ida", "last_name": "Lang", "language_code": "de"}
BOT = {"id": 4242, "is_bot": True, "first_name": "SalesFlow", "username": "salesflow_bot"}
PRIVATE = {"id": 2002, "type": "private", "first_name": "Ida"}
GROUP = {"id": -100500, "type": "supergroup", "title": "Team"}
_FILE = {"file_id": "f1", "file_unique_id": "u1", "file_size": 100}
_SIZE = {**_FILE, "width": 90, "height": 90}


def _message(**content: Any) -> dict[str, Any]:
    return {"message_id": 11, "date": 1764063000, "chat": PRIVATE, "from": IDA, **content}


def _said(**content: Any) -> dict[str, Any]:
    return {"message": _message(**content)}


def _member(status: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    until = {"until_date": 0} if status == "kicked" else {}
    change = {"chat": chat, "from": IDA, "date": 1764063000, "old_chat_member": {"user": BOT, "status": "member"},
              "new_chat_member": {"user": BOT, "status": status, **until}}  # fmt: skip
    return {"my_chat_member": change}


def _tap(**more: Any) -> dict[str, Any]:
    return {"callback_query": {"id": "q1", "from": IDA, "chat_instance": "1", "data": "c1.0", **more}}


def kinds() -> dict[str, tuple[Any, Any]]:
    """kind -> (update, Inbound, Ignored, or None for what is no update at all)."""
    shown = _message(text="Karte", **{"from": BOT})
    poll = {"id": "1", "question": "?", "options": [{"persistent_id": "1", "text": "a", "voter_count": 0}], "total_voter_count": 0,
            "is_closed": False, "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": True, "members_only": False}  # fmt: skip
    entities = [{"type": "bold", "offset": 0, "length": 2}, {"type": "url", "offset": 3, "length": 4}]
    origin = {"type": "user", "date": 1764063000, "sender_user": IDA}
    updates: dict[str, tuple[Any, Any]] = {
        "text": (_said(text="Hallo"), Inbound), "emoji": (_said(text="😀👨‍👩‍👧 äöü"), Inbound),
        "entities": (_said(text="So x.de", entities=entities), Inbound),
        "command": (_said(text="/start abc", entities=[{"type": "bot_command", "offset": 0, "length": 6}]), Inbound),
        "reply": (_said(text="Ja", reply_to_message=shown), Inbound), "forwarded": (_said(text="x", forward_origin=origin), Inbound),
        "quote": (_said(text="Ja", quote={"text": "K", "position": 0}), Inbound),
        "link preview": (_said(text="x.de", link_preview_options={"is_disabled": True}), Inbound),
        "via a bot": (_said(text="x", via_bot=BOT), Inbound), "protected": (_said(text="x", has_protected_content=True), Inbound),
        "effect": (_said(text="x", effect_id="5"), Inbound), "a new field": (_said(text="x", hologram={"a": 1}), Inbound),
        "no last name": ({"message": _message(text="x", **{"from": {"id": 2002, "is_bot": False, "first_name": "I"}})}, Inbound),
        "photo": (_said(photo=[_SIZE, {**_SIZE, "width": 900}], caption="Schau"), Inbound),
        "album": (_said(photo=[_SIZE], media_group_id="7"), Inbound), "voice": (_said(voice={**_FILE, "duration": 3}), Inbound),
        "audio": (_said(audio={**_FILE, "duration": 3, "title": "Lied"}), Inbound),
        "video": (_said(video={**_SIZE, "duration": 3}), Inbound),
        "video note": (_said(video_note={**_FILE, "length": 240, "duration": 3}), Inbound),
        "animation": (_said(animation={**_SIZE, "duration": 3}, document=_FILE), Inbound),
        "document": (_said(document={**_FILE, "file_name": "kontakte.vcf", "mime_type": "text/vcard"}), Inbound),
        "sticker": (_said(sticker={**_SIZE, "type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}), Inbound),
        "location": (_said(location={"latitude": 48.1, "longitude": 11.5}), Inbound),
        "live location": (_said(location={"latitude": 48.1, "longitude": 11.5, "live_period": 60}), Inbound),
        "venue": (_said(venue={"location": {"latitude": 1, "longitude": 2}, "title": "Büro", "address": "Weg 1"}), Inbound),
        "contact": (_said(contact={"phone_number": "49151", "first_name": "Tom"}), Inbound),
        "dice": (_said(dice={"emoji": "🎲", "value": 3}), Inbound), "poll": (_said(poll=poll), Ignored),
        "edited": ({"edited_message": _message(text="neu", edit_date=1764063005)}, Inbound),
        "edited caption": ({"edited_message": _message(photo=[_SIZE], caption="neu", edit_date=1764063005)}, Inbound),
        "tap": (_tap(message=shown), Inbound), "tap on an old card": (_tap(message={"chat": PRIVATE, "message_id": 1, "date": 0}), Inbound),
        "tap inline": (_tap(inline_message_id="i"), Ignored), "tap in a group": (_tap(message={**shown, "chat": GROUP}), Ignored),
        "stop by a block": (_member("kicked"), Inbound), "unblocked": (_member("member"), Ignored),
        "put into a group": (_member("member", GROUP), Ignored), "thrown out of a group": (_member("left", GROUP), Ignored),
        "group": ({"message": _message(text="Hallo zusammen", chat=GROUP)}, Ignored),
        "group command": ({"message": _message(text="/leads@salesflow_bot", chat=GROUP)}, Ignored),
        "group moved": ({"message": _message(chat=GROUP, migrate_to_chat_id=-100600)}, Ignored),
        "group title": ({"message": _message(chat=GROUP, new_chat_title="Neu")}, Ignored),
        "pinned": (_said(pinned_message=shown), Ignored), "another bot": (_said(text="spam", **{"from": {**BOT, "id": 77}}), Ignored),
        "channel post": ({"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -1001, "type": "channel"}, "text": "x"}}, Ignored),
        "inline query": ({"inline_query": {"id": "1", "from": IDA, "query": "x", "offset": ""}}, Ignored),
        "poll news": ({"poll": poll}, Ignored), "only a number": ({}, Ignored), "a new kind": ({"hologram": {"a": 1}}, Ignored),
        "reaction": ({"message_reaction": {"chat": PRIVATE, "message_id": 1, "date": 1, "user": IDA, "old_reaction": [],
                                           "new_reaction": [{"type": "emoji", "emoji": "👍"}]}}, Ignored),
        "broken message": ({"message": {"message_id": "x"}}, None), "a message that is a text": ({"message": "x"}, None),
    }  # fmt: skip
    numbered = {name: ({"update_id": 7000 + n, **body}, what) for n, (name, (body, what)) in enumerate(updates.items())}
    return {**numbered, "no number": (_said(text="x"), None), "a list": ([1], None), "a text": ("x", None)}
