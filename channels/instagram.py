"""Instagram direct messages: several professional accounts, each named by its id (the ``entry.id`` of a call).

A text is counted in bytes (1,000), so "ä" counts two. Quick replies are not shown on a desktop: the number still works.
Source: developers.facebook.com/docs/instagram-platform, messaging API.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from channels import calling
from channels.base import (
    Capabilities,
    Event,
    Ignored,
    NotSent,
    Odd,
    Poison,
    Provider,
    Refused,
    Reply,
    Request,
    Sent,
    Unclear,
)
from channels.rendering import to_plain
from channels.whatsapp import meta
from channels.whatsapp.cloud import subscribed
from store import strict_json
from store.settings import Settings, pairs
from store.types import File, Inbound, Media, Outgoing, Receipt

# What Instagram shows from an address: its kind and the most bytes. Anything else is named with its link.
_SHOWN = {"image/jpeg": ("image", 8), "image/png": ("image", 8), "application/pdf": ("file", 25)}
_KINDS = {"image": "image", "video": "video", "audio": "voice", "file": "document"}


class Instagram(calling.HttpProvider):
    name = "instagram"
    channel = "instagram"
    capabilities = Capabilities(
        limit=1000, buttons=13, edit=False, window=True, doubt="none", units="bytes", label=20, per_second=10,
        per_chat=1, chat_burst=5, files=20 * 2**20, caption=0,
    )  # fmt: skip

    def __init__(self, settings: Settings) -> None:
        self._tokens = pairs(settings.instagram_token.get_secret_value(), "INSTAGRAM_TOKEN")
        self._secret = settings.instagram_app_secret.get_secret_value().encode()
        self._verify = settings.instagram_verify_token.get_secret_value() or self._secret.decode()
        self._base = settings.instagram_base_url.rstrip("/")
        self.accounts = tuple(self._tokens)
        self.hooked = bool(self._secret)
        self.sends = bool(self._tokens)
        if not settings.public_base_url.startswith("https://"):
            self.capabilities = replace(self.capabilities, files=0)  # Instagram could not fetch any

    async def send(self, message: Outgoing, at: object) -> Sent:
        content: dict[str, Any] = {"text": to_plain(message.text) if message.house else message.text}
        if message.files:
            content = _file(message.files[0], message.links[0])
        if message.buttons:
            content["quick_replies"] = [
                {"content_type": "text", "title": button.label, "payload": button.id} for button in message.buttons
            ]
        found = await self._post(message.account, {"recipient": {"id": message.to}, "message": content})
        if not found.get("message_id"):
            raise Unclear("an answer without an id")
        return Sent(str(found["message_id"]))

    async def _post(self, account: str, body: dict[str, Any]) -> dict[str, Any]:
        if account not in self._tokens:
            raise Refused("not_configured")
        headers = {"Authorization": f"Bearer {self._tokens[account]}"}
        url = f"{self._base}/{account}/messages"
        answer = await calling.call(self.http, "POST", url, json=body, headers=headers)
        found = calling.body(answer)
        if not answer.is_success or not isinstance(found, dict) or "error" in found:
            calling.fail(self.name, answer.status_code, meta.error_code(found), answer.headers)
        return dict(found)

    async def seen(self, account: str, external_id: str, provider_id: str) -> None:
        try:
            for action in ("mark_seen", "typing_on"):
                await self._post(account, {"recipient": {"id": external_id}, "sender_action": action})
        except (NotSent, Refused, Unclear):
            return

    async def check(self) -> str | None:
        for account, token in self._tokens.items():
            if problem := await calling.trouble(self._ask(account, token)):
                return f"{account} {problem}"
        return None

    async def _ask(self, account: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        answer = await calling.call(self.http, "GET", f"{self._base}/{account}", headers=headers)
        if not answer.is_success:
            calling.fail(self.name, answer.status_code, meta.error_code(calling.body(answer)), answer.headers)

    async def fetch(self, account: str, media: Media) -> File | None:
        return await calling.fetch_public(self.http, media)

    def handshake(self, request: Request) -> Reply | None:
        return subscribed(request.query, self._verify)

    def genuine(self, request: Request) -> bool:
        return meta.signed(self._secret, request.body, request.headers.get("x-hub-signature-256"))

    def parse(self, request: Request) -> list[Event]:
        body = strict_json.loads(request.body)
        if not isinstance(body, dict) or body.get("object") != "instagram" or not isinstance(body.get("entry"), list):
            raise Poison("not an instagram call")
        found: list[Event] = []
        for entry in body["entry"]:
            for item in (entry.get("messaging") or ()) if isinstance(entry, dict) else ():
                try:
                    found.append(_event(str(entry["id"]), item))
                except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError) as error:
                    found.append(Odd(f"{type(error).__name__} {str(error)[:80]}", json.dumps(item).encode()))
        return found


def _event(account: str, item: dict[str, Any]) -> Event:
    sender = _text(item["sender"]["id"])
    if "read" in item:
        return Receipt("instagram", account, _text(item["read"]["mid"]), "read")
    if "postback" in item:
        part = item["postback"]
        said = meta.tapped(str(part.get("payload") or ""), str(part.get("title") or ""))
        return _inbound(account, sender, str(part.get("mid") or f"postback-{sender}-{item['timestamp']}"), item, said)
    message = item.get("message")
    if message is None:
        return Ignored(next((name for name in ("reaction", "delivery", "optin", "referral") if name in item), "other"))
    if message.get("is_deleted"):
        return Ignored("deleted")
    if message.get("is_echo") and sender == account:
        return _own(account, item)
    if message.get("is_echo") or sender == account:
        return Ignored("echo")
    return _inbound(account, sender, _text(message["mid"]), item, _said(message))


def _own(account: str, item: dict[str, Any]) -> Inbound:
    """What left this account: by our own person in the app, or by us, which is known by its id when it arrives."""
    said = {"text": str(item["message"].get("text") or ""), "signal": "own"}
    return _inbound(account, _text(item["recipient"]["id"]), _text(item["message"]["mid"]), item, said)


def _file(file: File, link: str) -> dict[str, Any]:
    kind, most = _SHOWN.get(file.mime, ("", 0))
    if kind and len(file.content) <= most * 2**20:
        return {"attachment": {"type": kind, "payload": {"url": link}}}
    return {"text": f"📎 {file.name}: {link}"}


def _said(message: dict[str, Any]) -> dict[str, Any]:
    text = str(message.get("text") or "")
    if reply := message.get("quick_reply"):
        return meta.tapped(str(reply.get("payload") or ""), text)
    media = tuple(_media(part) for part in message.get("attachments") or ())
    if message.get("is_unsupported") and not media:
        media = (Media("unsupported", ""),)
    return {"text": text, "media": media, "replies_to": (message.get("reply_to") or {}).get("mid")}


def _media(part: dict[str, Any]) -> Media:
    kind = str(part.get("type") or "unsupported")
    return Media(_KINDS.get(kind, kind), str((part.get("payload") or {}).get("url") or ""))


def _inbound(account: str, sender: str, mid: str, item: dict[str, Any], said: dict[str, Any]) -> Inbound:
    return Inbound(
        channel="instagram",
        account=account,
        external_id=sender,
        provider_id=mid,
        sent_at=datetime.fromtimestamp(int(item["timestamp"]) / 1000, UTC) if item.get("timestamp") else None,
        **said,
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("a text is missing")
    return value


def provider(settings: Settings) -> Provider:
    return Instagram(settings)
