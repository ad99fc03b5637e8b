# ruff: noqa: E501
"""Forty kinds of payload for every vendor are replayed: each does what it should, and none of them breaks anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from channels.base import Event, Ignored, Odd, Poison, Request, TemplateNews
from channels.registry import build
from store.settings import Settings
from store.types import Inbound, Receipt
from tests.support import telegram_kinds
from tests.support.vendors import BY_NAME, TELEGRAM, Vendor, instagram_message, twilio_message, ultramsg_message
from tests.support.vendors import SETTINGS as SIGNED
from tests.support.wire import ANNA, envelope, message, status, wire

BSUID = "DE.1349120865530274"
_PART = {"id": "M1", "mime_type": "image/jpeg", "sha256": "x"}


def cloud_kinds() -> dict[str, tuple[Any, Any]]:
    """kind -> (body, what its first event is)."""
    said = envelope(messages=[{"from_user_id": BSUID, "id": "w", "timestamp": "1", "type": "text", "text": {"body": "x"}}],
                    contacts=[{"user_id": BSUID, "profile": {"name": "A"}}])  # fmt: skip
    kinds: dict[str, tuple[Any, Any]] = {
        "text": (message(body="Hallo"), Inbound),
        "text with emoji": (message(body="😀👨‍👩‍👧 äöü"), Inbound),
        "text forwarded": (_with(message(), context={"forwarded": True}), Inbound),
        "text reply": (_with(message(), context={"id": "wamid.0"}), Inbound),
        "text from an ad": (_with(message(), referral={"source_url": "https://fb.me/x"}), Inbound),
        "bsuid without a phone": (said, Inbound),
        "no contacts": (envelope(messages=[message()["entry"][0]["changes"][0]["value"]["messages"][0]]), Inbound),
        "audio": (message("audio", **_PART), Inbound),
        "voice": (message("audio", **_PART, voice=True), Inbound),
        "image": (message("image", **_PART, caption="Schau"), Inbound),
        "video": (message("video", **_PART), Inbound),
        "document": (message("document", **_PART, filename="a.pdf"), Inbound),
        "sticker": (message("sticker", **_PART, animated=True), Inbound),
        "location": (message("location", latitude=48.1, longitude=11.5, name="Büro"), Inbound),
        "live location": (message("location", latitude=48, longitude=11), Inbound),
        "order": (message("order", catalog_id="1", product_items=[{"product_retailer_id": "p", "quantity": 2}]), Inbound),
        "button": (message("button", payload="c7.0", text="Ja"), Inbound),
        "button unsubscribe": (message("button", payload="Unsubscribe", text="Unsubscribe"), Inbound),
        "button reply": (message("interactive", type="button_reply", button_reply={"id": "c1.0", "title": "Ja"}), Inbound),
        "list reply": (message("interactive", type="list_reply", list_reply={"id": "c1.1", "title": "Nein"}), Inbound),
        "flow reply": (message("interactive", type="nfm_reply", nfm_reply={"body": "Sent", "response_json": "{}"}), Inbound),
        "edit": (message("edit", original_message_id="w0", message={"type": "text", "text": {"body": "neu"}}), Inbound),
        "revoke": (message("revoke", original_message_id="w0"), Ignored),
        "unsupported": (message("unsupported", errors=[{"code": 131051}]), Inbound),
        "unknown kind": (message("hologram", depth=3), Inbound),
        "reaction": (message("reaction", message_id="w", emoji="👍"), Ignored),
        "reaction taken back": (message("reaction", message_id="w"), Ignored),
        "system number": (message("system", type="user_changed_number", wa_id="49160"), Ignored),
        "system id": (message("system", type="user_changed_user_id", user_id=BSUID), Ignored),
        "group": (_with(message(), group_id="g1"), Ignored),
        "sent": (status("sent", "w"), Receipt),
        "delivered": (status("delivered", "w"), Receipt),
        "read": (status("read", "w"), Receipt),
        "played": (status("played", "w"), Receipt),
        "failed": (status("failed", "w", code=131026), Receipt),
        "status nobody knows": (status("warning", "w"), Ignored),
        "marketing stop": (_preference("stop"), Inbound),
        "marketing resume": (_preference("resume"), Inbound),
        "template status": (envelope(field="message_template_status_update", event="PAUSED",
                                     message_template_name="a", message_template_language="de"), TemplateNews),
        "own echo": (envelope(field="smb_message_echoes", message_echoes=[{"id": "w", "from": "1", "to": "2"}]), Ignored),
        "account update": (envelope(field="account_update", event="DISABLED_UPDATE"), Ignored),
        "phone quality": (envelope(field="phone_number_quality_update", event="FLAGGED"), Ignored),
        "message without a kind": (envelope(messages=[{"from": ANNA, "id": "w"}]), Odd),
        "message that is a number": (envelope(messages=[5]), Odd),
        "messages that are no list": (envelope(messages={"a": 1}), Odd),
    }  # fmt: skip
    contacts = message("contacts")
    item = contacts["entry"][0]["changes"][0]["value"]["messages"][0]
    item["contacts"] = [{"name": {"formatted_name": "Tom"}, "phones": [{"phone": "+49 151"}]}]
    return {**kinds, "contacts": (contacts, Inbound)}


def _with(body: Any, **more: Any) -> Any:
    body["entry"][0]["changes"][0]["value"]["messages"][0].update(more)
    return body


def _preference(value: str) -> Any:
    item = {"wa_id": ANNA, "detail": "d", "category": "marketing_messages", "value": value, "timestamp": 1763458200}
    return envelope(field="user_preferences", user_preferences=[item])


def twilio_kinds() -> dict[str, tuple[Any, Any]]:
    base = twilio_message("Hallo", "SM1", ANNA)
    extras: dict[str, tuple[dict[str, str], Any]] = {
        **{f"status {s}": ({"MessageStatus": s}, Receipt) for s in ("sent", "delivered", "read", "failed", "undelivered")},
        **{f"status {s}": ({"MessageStatus": s}, Ignored) for s in ("queued", "sending", "accepted", "scheduled",
           "canceled", "partially_delivered", "receiving")},
        **{f"failed {c}": ({"MessageStatus": "failed", "ErrorCode": c}, Receipt) for c in ("63016", "63018", "21610", "1")},
        **{f"media {m}": ({"NumMedia": "1", "MediaUrl0": "https://api.twilio.com/x", "MediaContentType0": m}, Inbound)
           for m in ("image/jpeg", "audio/ogg", "video/mp4", "application/pdf", "text/vcard", "", "audio/mpeg")},
        "text": ({}, Inbound), "empty": ({"Body": ""}, Inbound), "emoji": ({"Body": "😀"}, Inbound),
        "button": ({"ButtonText": "Ja", "ButtonPayload": "c1.0"}, Inbound),
        "button stop": ({"ButtonText": "STOP", "ButtonPayload": "STOP"}, Inbound),
        "list": ({"ListId": "c1.1", "ListTitle": "Nein"}, Inbound),
        "location": ({"Latitude": "48.1", "Longitude": "11.5", "Label": "Büro"}, Inbound),
        "reply": ({"OriginalRepliedMessageSid": "SM0"}, Inbound),
        "referral": ({"ReferralSourceUrl": "https://fb.me/x", "ReferralHeadline": "Ad"}, Inbound),
        "user id": ({"ExternalUserId": BSUID}, Inbound), "forwarded": ({"Forwarded": "true"}, Inbound),
        "new fields": ({"SomethingNew": "1"}, Inbound), "interactive": ({"InteractiveData": "{}"}, Inbound),
        "not whatsapp": ({"From": "+49151", "To": "+4930"}, Ignored),
        "two media": ({"NumMedia": "2", "MediaUrl0": "https://a", "MediaUrl1": "https://b"}, Inbound),
        "media missing": ({"NumMedia": "1"}, None), "too many media": ({"NumMedia": "99"}, None),
        "status received": ({"MessageStatus": "received"}, Inbound),
    }  # fmt: skip
    return {name: ({**base, **more}, kind) for name, (more, kind) in extras.items()}


def ultramsg_kinds() -> dict[str, tuple[Any, Any]]:
    def one(event: str = "message_received", **data: Any) -> Any:
        body = ultramsg_message("Hallo", "false_49@c.us_A", ANNA)
        return {**body, "event_type": event, "data": {**body["data"], **data}}

    kinds: dict[str, tuple[Any, Any]] = {
        **{f"type {t}": (one(type=t), Inbound) for t in ("chat", "ptt", "image", "video", "audio", "document", "sticker",
           "location", "vcard", "multi_vcard", "poll", "buttons_response", "list_response", "ciphertext", "unknown")},
        **{f"ack {a}": (one("message_ack", ack=a), Receipt) for a in ("server", "device", "read", "played")},
        **{f"ack {a}": (one("message_ack", ack=a), Ignored) for a in ("pending", "", "9", "error")},
        **{f"event {e}": (one(e), Ignored) for e in ("message_create", "message_reaction", "message_revoke", "qr",
           "authenticated", "disconnected", "")},
        "own": (one(fromMe=True), Ignored), "group": (one(**{"from": "123-456@g.us"}), Ignored),
        "broadcast": (one(**{"from": "status@broadcast"}), Ignored), "channel": (one(**{"from": "1@newsletter"}), Ignored),
        "quoted": (one(quotedMsg={"id": "true_49@c.us_B"}), Inbound), "forwarded": (one(isForwarded=True), Inbound),
        "no name": (one(pushname=None), Inbound), "time missing": (one(time=None), Inbound),
        "letters for a number": (one(**{"from": "abc@c.us"}), None), "no id": (one(id=""), None),
        "no data": ({"event_type": "message_received", "instanceId": "1"}, None), "a list": ([1], None),
    }  # fmt: skip
    return kinds


def instagram_kinds() -> dict[str, tuple[Any, Any]]:
    def one(**more: Any) -> Any:
        body = instagram_message("Hallo", "mid.1", "1784")
        item = body["entry"][0]["messaging"][0]
        if "message" in more:
            more["message"] = {"mid": "mid.1", **more["message"]}
        elif more:
            del item["message"]
        item.update(more)
        return body

    attachment = [(t, {"attachments": [{"type": t, "payload": {"url": "https://x"}}]}) for t in (
        "image", "video", "audio", "file", "share", "story_mention", "ig_reel", "reel", "ephemeral", "template",
        "fallback", "ig_post", "ig_story", "like_heart")]  # fmt: skip
    return {
        "text": (one(), Inbound), "empty": (one(message={"text": ""}), Inbound),
        **{f"attachment {t}": (one(message=m), Inbound) for t, m in attachment},
        "two attachments": (one(message={"attachments": [{"type": "image"}, {"type": "video"}]}), Inbound),
        "quick reply": (one(message={"text": "Ja", "quick_reply": {"payload": "c1.0"}}), Inbound),
        "quick reply stop": (one(message={"text": "Stop", "quick_reply": {"payload": "STOP"}}), Inbound),
        "reply to": (one(message={"text": "x", "reply_to": {"mid": "mid.0"}}), Inbound),
        "reply to a story": (one(message={"text": "x", "reply_to": {"story": {"id": "1"}}}), Inbound),
        "from an ad": (one(message={"text": "x", "referral": {"ref": "a"}}), Inbound),
        "unsupported": (one(message={"is_unsupported": True}), Inbound),
        "echo": (one(message={"text": "x", "is_echo": True}), Ignored),
        "self": (one(sender={"id": "178414"}, message={"text": "x"}), Ignored),
        "deleted": (one(message={"is_deleted": True}), Ignored),
        "postback": (one(postback={"mid": "mid.2", "title": "Ja", "payload": "c1.0"}), Inbound),
        "postback without an id": (one(postback={"title": "Ja", "payload": "c1.0"}), Inbound),
        "read": (one(read={"mid": "mid.9"}), Receipt), "delivery": (one(delivery={"mids": ["m"]}), Ignored),
        "reaction": (one(reaction={"mid": "m", "action": "react", "emoji": "❤"}), Ignored),
        "optin": (one(optin={"type": "x"}), Ignored), "referral": (one(referral={"ref": "x"}), Ignored),
        "hand over": (one(pass_thread_control={"new_owner_app_id": "1"}), Ignored),
        "edited": (one(message_edit={"mid": "m", "text": "x"}), Ignored),
        "no sender": (one(sender={}, message={"text": "x"}), Odd), "no mid": (one(message={"mid": "", "text": "x"}), Odd),
        "no messaging": ({"object": "instagram", "entry": [{"id": "1", "changes": []}]}, list),
        "other object": ({"object": "page", "entry": []}, None), "a text": ("x", None),
    }  # fmt: skip


KINDS = {
    "cloud": cloud_kinds(),
    "360dialog": cloud_kinds(),
    "twilio": twilio_kinds(),
    "ultramsg": ultramsg_kinds(),
    "instagram": instagram_kinds(),
    "telegram": telegram_kinds.kinds(),
}
VENDORS = {**BY_NAME, "telegram": TELEGRAM}
SETTINGS = {**SIGNED, **TELEGRAM.settings}
EVERY = [pytest.param(VENDORS[v], kind, id=f"{v}-{kind}") for v, kinds in KINDS.items() for kind in kinds]
PROVIDERS = build(Settings(_env_file=None, **SETTINGS))


@pytest.mark.parametrize(("vendor", "kind"), EVERY)
async def test_every_kind_is_what_it_is(vendor: Vendor, kind: str) -> None:
    body, wanted = KINDS[vendor.name][kind]
    provider, call = PROVIDERS[vendor.name], vendor.signed(body)
    request = Request("POST", SETTINGS["public_base_url"] + call.path, dict(call.headers), {}, call.body,
                      path={"secret": call.path.rpartition("/")[2]})  # fmt: skip
    assert provider.genuine(request)
    if wanted is None:
        with pytest.raises((Poison, KeyError, ValueError)):
            provider.parse(request)
        return
    events: list[Event] = provider.parse(request)
    if wanted is list:
        assert events == []
        return
    assert type(events[0]) is wanted, events[0]
    if isinstance(events[0], Inbound):
        assert events[0].external_id and events[0].account and events[0].provider_id
        assert events[0].signal in (None, "opt_out", "opt_in")
        assert ("stop" in kind.split() or "unsubscribe" in kind) == (events[0].signal == "opt_out")


def test_there_are_forty_kinds_for_every_vendor() -> None:
    assert {name: len(kinds) for name, kinds in KINDS.items() if len(kinds) < 40} == {}


async def test_all_of_them_through_the_door(tmp_path: Path) -> None:
    """Replayed one after the other into the running bot: always an answer, and the next message is worked."""
    async with wire(tmp_path, **SETTINGS) as door:
        for vendor, kind in ((p.values[0], str(p.values[1])) for p in EVERY):
            call = vendor.signed(KINDS[vendor.name][kind][0])
            answer = await door.http.post(call.path, content=call.body, headers=dict(call.headers))
            assert answer.status_code == 200, (vendor.name, kind, answer.text)
        await door.w.settle()
        assert not [row for row in await door.rows("messages", "state", "failed") if row["direction"] == "in"]
        assert json.dumps(len(await door.rows("provider_events")))
