"""WhatsApp through Twilio's SDK, several numbers of one account. The SDK blocks, so every call runs in a thread.

Its content templates carry the buttons: one for each number of buttons, with a variable for every word, made once.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from channels import calling
from channels.base import (
    Capabilities,
    Event,
    Ignored,
    NotSent,
    Provider,
    Refused,
    Reply,
    Request,
    Sent,
    TemplateNews,
    Unclear,
)
from channels.pieces import as_buttons, title
from channels.rendering import to_whatsapp
from channels.whatsapp import twilio_form, twilio_http
from channels.whatsapp.twilio_form import PREFIX
from store.settings import Settings, several
from store.strict_json import NotStrict, readable
from store.types import File, Media, Outgoing

_WIRED = "salesflow"
# What WhatsApp shows from an address; anything else is named with it. Source: twilio.com/docs/whatsapp, media messages.
_SHOWN = ("image/jpeg", "image/png", "audio/", "video/mp4", "application/pdf", "application/msword",
          "application/vnd.", "text/vcard", "text/x-vcard")  # fmt: skip
_LINK = 400  # letters that a link and its name may take beside a caption
_CHOOSE = {"de": "Auswählen", "en": "Choose"}


class Twilio(calling.HttpProvider):
    """Accounts are named by their number (``+49…``)."""

    name = "twilio"
    channel = "whatsapp"
    warmup = (50, 100, 150, 200, 250)
    thanks = Reply("<Response/>", "text/xml")
    capabilities = Capabilities(
        limit=1600, buttons=3, edit=False, window=True, doubt="echo", files=16 * 2**20, caption=1600 - _LINK,
        templates=True, label=20, rows=10, body=1024, per_second=10, per_chat=6, chat_burst=20,
    )  # fmt: skip

    def __init__(self, settings: Settings) -> None:
        self._sid = settings.twilio_account_sid
        self._token = settings.twilio_auth_token.get_secret_value()
        self._urls = {
            "api": settings.twilio_base_url,
            "content": settings.twilio_content_base_url,
            "messaging": settings.twilio_messaging_base_url,
        }
        self._public = settings.public_base_url.rstrip("/")
        self._client: Any = None
        self._wired: dict[str, str] = {}
        self.accounts = several(settings.twilio_whatsapp_from)
        self.hooked = bool(self._token)
        self.sends = bool(self._token and self._sid and self.accounts)
        if not self._public.startswith("https://"):
            self.capabilities = replace(self.capabilities, files=0)  # Twilio could not fetch any

    def client(self) -> Any:
        """The SDK's client, made once."""
        if self._client is None:
            self._client = twilio_http.client(self._sid, self._token, self._urls)
        return self._client

    async def send(self, message: Outgoing, at: object) -> Sent:
        if message.account not in self.accounts:
            raise Refused("not_configured")
        sent: Sent = await self._in_thread(self._create, message)
        return sent

    async def _in_thread(self, work: Any, *args: Any) -> Any:
        """Runs a blocking call and says what its failure means for a message."""
        from requests import exceptions as away
        from twilio.base.exceptions import TwilioException, TwilioRestException

        try:
            return await asyncio.to_thread(work, *args)
        except TwilioRestException as error:
            calling.fail(self.name, int(error.status), str(error.code) if error.code else None, {})
            raise AssertionError("a failure was not raised") from None
        except away.ConnectTimeout:
            raise NotSent("provider_unreachable") from None
        except away.ConnectionError as error:
            if _never_left(error):
                raise NotSent("provider_unreachable") from None
            raise Unclear(type(error).__name__) from None
        except (away.RequestException, TwilioException) as error:
            raise Unclear(type(error).__name__) from None

    def _create(self, message: Outgoing) -> Sent:
        fields: dict[str, Any] = {"to": PREFIX + message.to, "from_": PREFIX + message.account}
        if self._public.startswith("https://"):
            fields["status_callback"] = f"{self._public}/webhooks/whatsapp/twilio?message={message.message_id}"
        fields |= self._content(message)
        return Sent(str(self.client().messages.create(**fields).sid))

    def _content(self, message: Outgoing) -> dict[str, Any]:
        text = to_whatsapp(message.text) if message.house else message.text
        if message.template:
            return _by_content(message.template, dict(message.values))
        if message.buttons:
            kind = "buttons" if as_buttons(message.buttons, self.capabilities) else "list"
            return _by_content(self._wire(kind, message), _variables(kind, text, message))
        if message.files:
            return _with_file(text, message.files[0], message.links[0])
        return {"body": text}

    def _wire(self, kind: str, message: Outgoing) -> str:
        """The content template for so many buttons or rows: known, found at Twilio by its name, or made now."""
        name = f"{_WIRED}_{kind}_{len(message.buttons)}"
        if name not in self._wired:
            contents = self.client().content.v1.contents
            self._wired |= {c.friendly_name: c.sid for c in contents.list(limit=500) if c.friendly_name}
            if name not in self._wired:
                self._wired[name] = str(contents.create(_wiring(name, kind, message)).sid)
        return self._wired[name]

    async def templates(self) -> list[TemplateNews]:
        return list(await self._in_thread(self._list)) if self.sends else []

    def _list(self) -> list[TemplateNews]:
        found = self.client().content.v1.content_and_approvals.list(limit=500)
        return [news for item in found if (news := _template(item)) is not None]

    async def check(self) -> str | None:
        if not self.sends:
            return None
        return await calling.trouble(self._in_thread(lambda: self.client().api.accounts(self._sid).fetch()))

    async def fetch(self, account: str, media: Media) -> File | None:
        """With the account's login, and only from Twilio's own address; its redirect goes without the login."""
        if urlsplit(media.ref).netloc not in (urlsplit(self._urls["api"]).netloc, "api.twilio.com"):
            return None
        return await calling.fetch(self.http, media, auth=(self._sid, self._token))

    async def seen(self, account: str, external_id: str, provider_id: str) -> None:
        """Public beta: reads the message and shows "typing" for 25 seconds, or until the answer is there."""
        with contextlib.suppress(NotSent, Refused, Unclear):
            shows = self.client().messaging.v2.typing_indicator
            await self._in_thread(lambda: shows.create(channel="whatsapp", message_id=provider_id))

    def genuine(self, request: Request) -> bool:
        from twilio.request_validator import RequestValidator, get_signature_algorithm

        try:
            fields = twilio_form.read(request)
        except (NotStrict, UnicodeDecodeError, ValueError):
            return False
        algorithm = get_signature_algorithm(request.headers.get("x-twilio-webhooks-signature-settings"))
        signature = request.headers.get("x-twilio-signature", "")
        return bool(self._token) and bool(
            RequestValidator(self._token).validate(request.url, fields, signature, algorithm)
        )

    def parse(self, request: Request) -> list[Event]:
        fields = twilio_form.read(request)
        for value in fields.values():
            readable(value)
        if not fields.get("From", "").startswith(PREFIX) and not fields.get("To", "").startswith(PREFIX):
            return [Ignored("not WhatsApp")]
        if "MessageStatus" in fields and fields["MessageStatus"] != "received":
            return [twilio_form.receipt(fields, request.query)]
        return [twilio_form.inbound(fields)]


def _by_content(sid: str, variables: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"content_sid": sid}
    return {**found, "content_variables": json.dumps(variables, ensure_ascii=False)} if variables else found


def _with_file(text: str, file: File, link: str) -> dict[str, Any]:
    """Twilio fetches a file itself; what WhatsApp would not show goes as a link."""
    if file.mime.startswith(_SHOWN):
        return {"body": text, "media_url": [link]}
    return {"body": "\n".join(part for part in (text, f"📎 {file.name}: {link}") if part)}


def _variables(kind: str, text: str, message: Outgoing) -> dict[str, str]:
    """1 is the text, then two for every button: what it says and its id; a list's third is what its title left out."""
    found, place = {"1": text}, 2
    for button in message.buttons:
        row = title(button.label, 24)
        words = [button.label, button.id] if kind == "buttons" else [row, button.id, button.label]
        for word in words:
            found[str(place)] = word
            place += 1
    return found


def _wiring(name: str, kind: str, message: Outgoing) -> Any:
    from twilio.rest.content.v1.content import ContentList

    count, width = len(message.buttons), 2 if kind == "buttons" else 3
    slots = [[f"{{{{{2 + n * width + place}}}}}" for place in range(width)] for n in range(count)]
    shape: dict[str, Any]
    if kind == "buttons":
        actions = [{"type": "QUICK_REPLY", "title": slot[0], "id": slot[1]} for slot in slots]
        shape = {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}
    else:
        items = [{"item": slot[0], "id": slot[1], "description": slot[2]} for slot in slots]
        shape = {"twilio/list-picker": {"body": "{{1}}", "button": _CHOOSE[message.language], "items": items}}
    samples = {str(n): f"wort{n}" for n in range(1, 2 + count * width)}
    return ContentList.ContentCreateRequest(
        {"friendly_name": name, "language": message.language, "variables": samples, "types": shape}
    )


def _template(item: Any) -> TemplateNews | None:
    bodies = [shape.get("body") for shape in (item.types or {}).values() if isinstance(shape, dict)]
    name = str(item.friendly_name or "")
    if not name or name.startswith(f"{_WIRED}_") or not bodies or not bodies[0]:
        return None
    approval = item.approval_requests or {}
    return TemplateNews(
        account="",
        name=str(approval.get("name") or name),
        language=str(item.language or ""),
        status=str(approval.get("status") or "unsubmitted").lower(),
        body=str(bodies[0]),
        category=str(approval.get("category") or "").lower(),
        provider_name=str(item.sid),
    )


def _never_left(error: Exception) -> bool:
    """Whether a connection was never made, so that the vendor cannot have the message."""
    inner = getattr(error.args[0] if error.args else None, "reason", None)
    return type(inner).__name__ in ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError")


def provider(settings: Settings) -> Provider:
    return Twilio(settings)
