"""How each vendor speaks to our door: its path, its signature, its words for a message. One entry per vendor."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tests.support.wire import ANNA, envelope

SECRET = "a-webhook-secret-of-32-letters-00"
PUBLIC = "https://bot.example"
NUMBER = "+4930111222"


@dataclass(frozen=True)
class Call:
    """One POST: what goes over the wire."""

    path: str
    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Vendor:
    """``text`` makes a genuine call with one message, ``signed`` a genuine call around any content."""

    name: str
    channel: str
    settings: Mapping[str, Any]
    signed: Callable[[Any], Call]
    message: Callable[..., Any]
    sender: str

    def text(self, words: str, mid: str = "m1", sender: str | None = None) -> Call:
        return self.signed(self.message(words, mid, sender or self.sender))


def hub(path: str, secret: str = SECRET, header: str = "x-hub-signature-256", prefix: str = "sha256=") -> Any:
    def signed(content: Any) -> Call:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        return Call(path, body, {header: prefix + digest, "content-type": "application/json"})

    return signed


def twilio(content: Any, path: str = "/webhooks/whatsapp/twilio") -> Call:
    """The form in Twilio's order of signing: the full public address, then every name with its value, sorted."""
    if isinstance(content, bytes):
        body, text = content, PUBLIC + path + content.decode("utf-8", "replace")
    else:
        body = urlencode(content).encode()
        text = PUBLIC + path + "".join(name + content[name] for name in sorted(content))
    digest = base64.b64encode(hmac.new(SECRET.encode(), text.encode(), hashlib.sha1).digest()).decode()
    return Call(path, body, {"x-twilio-signature": digest, "content-type": "application/x-www-form-urlencoded"})


def ultramsg(content: Any) -> Call:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Call(f"/webhooks/whatsapp/ultramsg/{SECRET}", body, {"content-type": "application/json"})


def cloud_message(words: str, mid: str, sender: str) -> Any:
    item = {"from": sender, "id": mid, "timestamp": "1763458200", "type": "text", "text": {"body": words}}
    return envelope(contacts=[{"profile": {"name": "Anna"}, "wa_id": sender}], messages=[item])


def twilio_message(words: str, mid: str, sender: str) -> dict[str, str]:
    return {
        "MessageSid": mid, "SmsSid": mid, "AccountSid": "AC1",
        "From": f"whatsapp:+{sender}", "To": f"whatsapp:{NUMBER}",
        "Body": words, "NumMedia": "0", "ProfileName": "Anna", "WaId": sender, "SmsStatus": "received",
        "MessageType": "text",
    }  # fmt: skip


def ultramsg_message(words: str, mid: str, sender: str) -> Any:
    data = {
        "id": mid, "from": f"{sender}@c.us", "to": "4930111222@c.us", "author": "", "pushname": "Anna", "ack": "",
        "type": "chat", "body": words, "media": "", "fromMe": False, "isForwarded": False, "time": 1763458200,
    }  # fmt: skip
    return {"event_type": "message_received", "instanceId": "1150", "id": "", "referenceId": "", "data": data}


def instagram_message(words: str, mid: str, sender: str) -> Any:
    item = {
        "sender": {"id": sender},
        "recipient": {"id": "178414"},
        "timestamp": 1763458200123,
        "message": {"mid": mid, "text": words},
    }
    return {"object": "instagram", "entry": [{"id": "178414", "time": 1763458200123, "messaging": [item]}]}


VENDORS = (
    Vendor(
        "cloud",
        "whatsapp",
        {"whatsapp_cloud_app_secret": SECRET},
        hub("/webhooks/whatsapp/cloud"),
        cloud_message,
        ANNA,
    ),
    Vendor("twilio", "whatsapp", {"twilio_auth_token": SECRET}, twilio, twilio_message, ANNA),
    Vendor(
        "360dialog",
        "whatsapp",
        {"dialog360_webhook_secret": SECRET},
        hub("/webhooks/whatsapp/360dialog", header="x-360dialog-signature", prefix=""),
        cloud_message,
        ANNA,
    ),
    Vendor("ultramsg", "whatsapp", {"ultramsg_webhook_secret": SECRET}, ultramsg, ultramsg_message, ANNA),
    Vendor(
        "instagram",
        "instagram",
        {"instagram_app_secret": SECRET},
        hub("/webhooks/instagram"),
        instagram_message,
        "17841499",
    ),
)


def telegram(content: Any) -> Call:
    """Telegram signs nothing: every call carries the word that was agreed on with its address."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    named = {"x-telegram-bot-api-secret-token": SECRET, "content-type": "application/json"}
    return Call("/webhooks/telegram", body, named)


def telegram_message(words: str, mid: str, sender: str) -> Any:
    who = {"id": int(sender), "is_bot": False, "first_name": "Anna", "language_code": "de"}
    chat = {"id": int(sender), "type": "private", "first_name": "Anna"}
    item = {"message_id": 11, "date": 1763458200, "chat": chat, "from": who, "text": words}
    return {"update_id": int.from_bytes(mid.encode(), "big") % 2**31, "message": item}


TELEGRAM = Vendor("telegram", "telegram", {"telegram_webhook_secret": SECRET}, telegram, telegram_message, "2002")
BY_NAME = {vendor.name: vendor for vendor in VENDORS}
SETTINGS = {name: value for vendor in VENDORS for name, value in vendor.settings.items()} | {"public_base_url": PUBLIC}
