"""Twilio's webhook form as events of the house. PURE."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from channels.base import Event, Ignored, Request
from channels.whatsapp import meta
from store.strict_json import NotStrict
from store.types import Inbound, Media, Receipt

PREFIX = "whatsapp:"
_STATES = {"sent": "sent", "delivered": "delivered", "read": "read", "failed": "failed", "undelivered": "failed"}


def read(request: Request) -> dict[str, str]:
    """The form Twilio signed. A name that comes twice was not sent by Twilio."""
    pairs = parse_qsl(request.body.decode("utf-8"), keep_blank_values=True, strict_parsing=bool(request.body),
                      errors="strict", max_num_fields=500)  # fmt: skip
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotStrict("a form names the same field twice")
    return fields


def inbound(fields: Mapping[str, str]) -> Inbound:
    number, user_id = fields["From"].removeprefix(PREFIX), fields.get("ExternalUserId", "")
    addresses = [address for address in (number, user_id) if address]
    text, payload = fields.get("ButtonText") or fields.get("ListTitle") or fields.get("Body", ""), None
    if "ButtonPayload" in fields or "ListId" in fields:
        payload = fields.get("ButtonPayload") or fields.get("ListId") or ""
    said = meta.tapped(payload, text) if payload is not None else {"text": text}
    if fields.get("Latitude"):
        said["text"] = "📍 " + ", ".join(
            part for name in ("Label", "Address", "Latitude", "Longitude") if (part := fields.get(name))
        )
    count = int(fields.get("NumMedia") or 0)
    if not 0 <= count <= 10:
        raise ValueError("too many media")
    return Inbound(
        channel="whatsapp",
        account=fields["To"].removeprefix(PREFIX),
        external_id=addresses[0],
        aliases=tuple(addresses[1:]),
        provider_id=fields["MessageSid"],
        name=fields.get("ProfileName", "")[:200],
        media=tuple(_media(fields, n) for n in range(count)),
        replies_to=fields.get("OriginalRepliedMessageSid"),
        **said,
    )


def _media(fields: Mapping[str, str], place: int) -> Media:
    mime = fields.get(f"MediaContentType{place}", "")
    kind = mime.partition("/")[0]
    voice = mime.startswith("audio/ogg")
    shown = "voice" if voice else kind if kind in ("image", "audio", "video") else "document"
    return Media(shown, fields[f"MediaUrl{place}"], mime=mime)


def receipt(fields: Mapping[str, str], query: Mapping[str, str]) -> Event:
    state = _STATES.get(fields["MessageStatus"])
    if state is None:
        return Ignored(f"status {fields['MessageStatus'][:40]}")
    ours = query.get("message", "")
    return Receipt(
        channel="whatsapp",
        account=fields.get("From", "").removeprefix(PREFIX),
        provider_id=fields["MessageSid"],
        state=state,  # type: ignore[arg-type]
        message_id=int(ours) if ours.isascii() and ours.isdigit() and len(ours) < 19 else None,
        code=fields.get("ErrorCode"),
        detail=fields.get("ErrorMessage", "")[:300],
    )
