"""UltraMsg: a personal WhatsApp session by HTTP, several instances at once. No signature, no buttons, no templates.

Its webhook's only lock is a long random path; whoever is not let in by it is not looked at. A wrong token comes with
HTTP 200 and an ``error`` in the body, so the body decides.
"""

from __future__ import annotations

import base64
import hmac
import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import httpx

from channels import calling
from channels.base import Capabilities, Event, Ignored, NotSent, Poison, Provider, Refused, Request, Sent, Unclear
from channels.failures import Failure
from channels.rendering import to_whatsapp
from store import strict_json
from store.settings import Settings, pairs
from store.types import File, Inbound, Media, Outgoing, Receipt

_ACKS = {"server": "sent", "device": "delivered", "read": "read", "played": "read"}
_KINDS = {"ptt": "voice", "image": "image", "video": "video", "audio": "audio", "document": "document",
          "sticker": "sticker"}  # fmt: skip
_FILE_BYTES = 6 * 2**20  # base64 in a form of at most 10 MB


class UltraMsg(calling.HttpProvider):
    """Accounts are named by their instance (``instance1150``)."""

    name = "ultramsg"
    channel = "whatsapp"
    warmup = (10, 15, 20, 30, 40, 60, 80)
    capabilities = Capabilities(
        limit=4096, buttons=0, edit=False, window=True, doubt="echo", files=_FILE_BYTES, caption=1024,
        per_second=1, per_chat=3, chat_burst=5,
    )  # fmt: skip

    def __init__(self, settings: Settings) -> None:
        self._tokens = pairs(settings.ultramsg_token.get_secret_value(), "ULTRAMSG_TOKEN")
        self._secret = settings.ultramsg_webhook_secret.get_secret_value()
        self._base = settings.ultramsg_base_url.rstrip("/")
        self.accounts = tuple(self._tokens)
        self.hooked = bool(self._secret)
        self.sends = bool(self._tokens)

    async def send(self, message: Outgoing, at: object) -> Sent:
        if message.account not in self._tokens:
            raise Refused("not_configured")
        kind, fields = _content(message)
        answer = await calling.call(
            self.http,
            "POST",
            f"{self._base}/{message.account}/messages/{kind}",
            data={
                "token": self._tokens[message.account],
                "to": message.to,
                "referenceId": str(message.message_id),
                **fields,
            },
        )
        return _sent(answer)

    async def check(self) -> str | None:
        for account, token in self._tokens.items():
            url = f"{self._base}/{account}/instance/status"
            if problem := await calling.trouble(self._ask(url, token)):
                return f"{account} {problem}"
        return None

    async def _ask(self, url: str, token: str) -> None:
        _judge(await calling.call(self.http, "GET", url, params={"token": token}))

    async def fetch(self, account: str, media: Media) -> File | None:
        return await calling.fetch_public(self.http, media)

    def genuine(self, request: Request) -> bool:
        return bool(self._secret) and hmac.compare_digest(
            request.path.get("secret", "").encode(), self._secret.encode()
        )

    def parse(self, request: Request) -> list[Event]:
        body = _read(request)
        if not isinstance(body, dict) or not isinstance(body.get("data"), dict):
            raise Poison("no event with data")
        data, event = body["data"], str(body.get("event_type") or "")
        account = _account(body)
        if self.accounts and account not in self.accounts:
            raise Poison("an instance that is not ours")
        if event == "message_ack":
            return [_receipt(account, body, data)]
        if event == "message_create" and data.get("fromMe"):
            return [_own(account, body, data)]
        if event != "message_received" or data.get("fromMe"):
            return [Ignored(event or "no event")]
        if not str(data["from"]).endswith("@c.us"):
            return [Ignored("group or broadcast")]
        return [_inbound(account, data)]


def _account(body: dict[str, Any]) -> str:
    """``1150`` and ``instance1150`` are the same instance."""
    name = str(body["instanceId"])
    return f"instance{name}" if name.isdigit() else name


def _read(request: Request) -> Any:
    """JSON as documented, or a form with the JSON in its ``data`` field as reported."""
    if request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        fields = parse_qs(request.body.decode("utf-8", "strict"), keep_blank_values=True)
        inner = strict_json.loads(fields["data"][0].encode())
        if isinstance(inner, dict) and "event_type" not in inner:
            return {name: value[0] for name, value in fields.items()} | {"data": inner}
        return inner
    return strict_json.loads(request.body)


def _inbound(account: str, data: dict[str, Any]) -> Inbound:
    kind = str(data.get("type") or "chat")
    number = str(data["from"]).partition("@")[0]
    if not number.isascii() or not number.isdigit():
        raise ValueError("a number of other letters")
    text = str(data.get("body") or "")
    media = Media(_KINDS.get(kind, kind), str(data.get("media") or ""))
    quoted = data.get("quotedMsg")
    return Inbound(
        channel="whatsapp",
        account=account,
        external_id=f"+{number}",
        provider_id=_text(data["id"]),
        name=str(data.get("pushname") or "")[:200],
        text=f"📍 {text}" if kind == "location" else text,
        media=() if kind == "chat" else (media,),
        replies_to=str(quoted["id"]) if isinstance(quoted, dict) and quoted.get("id") else None,
        sent_at=_moment(data.get("time")),
    )


def _own(account: str, body: dict[str, Any], data: dict[str, Any]) -> Event:
    """What our own person wrote on the phone; what this product sent comes back with the number we gave it."""
    number, _, where = str(data["to"]).partition("@")
    if body.get("referenceId") or data.get("referenceId"):
        return Ignored("own echo")
    if where != "c.us" or not number.isascii() or not number.isdigit():
        return Ignored("group or broadcast")
    return Inbound(
        channel="whatsapp",
        account=account,
        external_id=f"+{number}",
        provider_id=_text(data["id"]),
        text=str(data.get("body") or ""),
        sent_at=_moment(data.get("time")),
        signal="own",
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("a text is missing")
    return value


def _moment(value: Any) -> datetime | None:
    return datetime.fromtimestamp(int(value), UTC) if str(value or "").isdigit() else None


def _receipt(account: str, body: dict[str, Any], data: dict[str, Any]) -> Event:
    state = _ACKS.get(str(data.get("ack")))
    if state is None:
        return Ignored("ack")
    ours = str(body.get("referenceId") or data.get("referenceId") or "")
    return Receipt(
        channel="whatsapp",
        account=account,
        provider_id=_text(data["id"]),
        state=state,  # type: ignore[arg-type]
        message_id=int(ours) if ours.isascii() and ours.isdigit() and len(ours) < 19 else None,
    )


def _content(message: Outgoing) -> tuple[str, dict[str, str]]:
    """The kind of call and its own fields."""
    text = to_whatsapp(message.text) if message.house else message.text
    if not message.files:
        return "chat", {"body": text}
    file = message.files[0]
    content = f"data:{file.mime};base64,{base64.b64encode(file.content).decode()}"
    if file.is_image:
        return "image", {"image": content, "caption": text}
    return "document", {"document": content, "filename": file.name, "caption": text}


def _judge(answer: httpx.Response) -> dict[str, Any]:
    """The answer's body when it is none of refusal."""
    found = calling.body(answer)
    problem = found.get("error") if isinstance(found, dict) else None
    if problem:
        if "token" in json.dumps(problem).lower():
            raise NotSent("account_login", calling.LOGIN)
        calling.failed(Failure("permanent", "provider_refused"))
    if not answer.is_success:
        calling.fail("ultramsg", answer.status_code, None, answer.headers)
    return found if isinstance(found, dict) else {}


def _sent(answer: httpx.Response) -> Sent:
    found = _judge(answer)
    if str(found.get("sent")).lower() != "true":
        raise Unclear("an answer that says neither")
    return Sent(str(found.get("id", "")))


def provider(settings: Settings) -> Provider:
    return UltraMsg(settings)
