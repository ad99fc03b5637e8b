"""The Cloud API's webhook body, which 360dialog passes on unchanged, as events of the house. PURE.

One call may hold several entries, changes, messages and statuses; what one of them does to us never touches the others.
Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from channels.base import Event, Ignored, Odd, Poison, TemplateNews
from store.types import Inbound, Media, Receipt

_STATES = {"sent": "sent", "delivered": "delivered", "read": "read", "played": "read", "failed": "failed"}
_MEDIA = ("image", "audio", "video", "document", "sticker")
# What the template buttons of Meta's own opt-out examples carry, and what people name theirs.
_STOPS = frozenset(
    "stop|stopp|unsubscribe|optout|opt_out|opt-out|abmelden|abbestellen|austragen|stop_promotions|stop promotions|"
    "keine_nachrichten|werbung_abbestellen|werbung abbestellen|keine werbung".split("|")
)


def signed(secret: bytes, body: bytes, header: str | None) -> bool:
    """``X-Hub-Signature-256: sha256=<hex>`` over the raw bytes, in constant time; every length and letter counts."""
    expected = "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), (header or "").encode("utf-8", "replace"))


def events(body: Any) -> list[Event]:
    """Everything a call says, in its order. Raises Poison for what is no WhatsApp call at all."""
    if not isinstance(body, dict) or body.get("object") != "whatsapp_business_account":
        raise Poison("not a whatsapp_business_account")
    entries = body.get("entry")
    if not isinstance(entries, list):
        raise Poison("no entries")
    found: list[Event] = []
    for entry in entries:
        for change in entry.get("changes", ()) if isinstance(entry, dict) else ():
            found.extend(_change(change))
    return found


def _change(change: Any) -> Iterator[Event]:
    field, value = (change.get("field"), change.get("value")) if isinstance(change, dict) else (None, None)
    if not isinstance(value, dict):
        yield Odd("a change without a value", _raw(change))
    elif field == "messages":
        yield from _guarded(value, "messages", _message)
        yield from _guarded(value, "statuses", _status)
    elif field == "smb_message_echoes":
        yield from _guarded(value, "message_echoes", _echo)
    elif field == "user_preferences":
        yield from _guarded(value, "user_preferences", _preference)
    elif field == "message_template_status_update":
        yield TemplateNews(
            account="",
            name=str(value.get("message_template_name") or ""),
            language=str(value.get("message_template_language") or ""),
            status=str(value.get("event") or "").lower(),
        )
    else:
        yield Ignored(f"field {str(field)[:40]}")


def _guarded(value: dict[str, Any], name: str, read: Callable[[dict[str, Any], Any], Event]) -> Iterator[Event]:
    items = value.get(name, ())
    if not isinstance(items, list | tuple):
        yield Odd(f"{name} is no list", _raw(items))
        return
    for item in items:
        try:
            yield read(value, item)
        except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError) as error:
            yield Odd(f"{name}: {type(error).__name__} {str(error)[:80]}", _raw(item))


def _raw(item: Any) -> bytes:
    return json.dumps(item, ensure_ascii=True).encode()


def _account(value: Mapping[str, Any]) -> str:
    return _text(value["metadata"]["phone_number_id"])


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("a text is missing")
    return value


def _message(value: dict[str, Any], item: Any) -> Event:
    kind = _text(item["type"])
    if kind == "reaction" or item.get("group_id"):
        return Ignored(kind if kind == "reaction" else "group")
    if kind in ("system", "revoke"):  # a changed number; a message that was taken back
        return Ignored(kind)
    contact = _contact(value, item)
    phone, user_id = item.get("from"), item.get("from_user_id") or contact.get("user_id")
    known = [f"+{phone}" if isinstance(phone, str) and phone.isascii() and phone.isdigit() else None, user_id]
    addresses = [address for address in known if isinstance(address, str) and address]
    profile = contact.get("profile") or {}
    said = _said(kind, item)
    return Inbound(
        channel="whatsapp",
        account=_account(value),
        external_id=addresses[0],
        aliases=tuple(addresses[1:]),
        provider_id=_text(item["id"]),
        name=str(profile.get("name") or profile.get("username") or "")[:200],
        sent_at=_moment(item.get("timestamp")),
        replies_to=(item.get("context") or {}).get("id"),
        **said,
    )


def _echo(value: dict[str, Any], item: Any) -> Event:
    """What our own person wrote in the WhatsApp Business app on the same number (coexistence)."""
    kind = item.get("type")
    if not isinstance(kind, str) or kind in ("reaction", "revoke", "edit", "system"):
        return Ignored(f"own {kind or 'echo'}")
    said = _said(kind, item)
    return Inbound(
        channel="whatsapp",
        account=_account(value),
        external_id=f"+{_text(item['to']).lstrip('+')}",
        provider_id=_text(item["id"]),
        sent_at=_moment(item.get("timestamp")),
        text=str(said.get("text") or ""),
        signal="own",
    )


def _contact(value: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """The contact a message belongs to, else the only one there is."""
    contacts = [each for each in value.get("contacts", ()) if isinstance(each, dict)]
    mine = {item.get("from"), item.get("from_user_id")} - {None}
    found = [each for each in contacts if mine & {each.get("wa_id"), each.get("user_id")}]
    return (found or (contacts if len(contacts) == 1 else []) or [{}])[0]


def _said(kind: str, item: dict[str, Any]) -> dict[str, Any]:
    """What a message says, as fields of Inbound."""
    part = item.get(kind) or {}
    if kind == "text":
        return {"text": str(part["body"])}
    if kind == "button":
        return tapped(str(part.get("payload") or ""), str(part.get("text") or ""))
    if kind == "interactive":
        reply = part.get(str(part["type"])) or {}
        return tapped(str(reply.get("id") or ""), str(reply.get("title") or reply.get("body") or ""))
    if kind in _MEDIA:
        return {"text": str(part.get("caption") or ""), "media": (_media(kind, part),)}
    if kind == "edit":
        inner = part["message"]
        return {**_said(_text(inner["type"]), inner), "edits": _text(part["original_message_id"])}
    return {"text": _described(kind, part), "media": (Media(kind, ""),)}


def tapped(payload: str, title: str) -> dict[str, Any]:
    """A tapped button as fields of Inbound; a button that says stop is a stop."""
    words = {payload.strip().casefold(), title.strip().casefold()}
    found: dict[str, Any] = {"text": title or payload, "tap": payload or None}
    return {**found, "signal": "opt_out"} if words & _STOPS else found


def _media(kind: str, part: dict[str, Any]) -> Media:
    size = part.get("file_size")
    return Media(
        "voice" if kind == "audio" and part.get("voice") else kind,
        _text(part["id"]),
        mime=str(part.get("mime_type") or ""),
        name=str(part.get("filename") or "")[:200],
        size=size if isinstance(size, int) else None,
    )


def _described(kind: str, part: Any) -> str:
    """What has no words of its own, as a line a person can read."""
    if kind == "location":
        named = [str(part[name]) for name in ("name", "address") if part.get(name)]
        return "📍 " + ", ".join([*named, f"{float(part['latitude']):.5f}, {float(part['longitude']):.5f}"])
    if kind == "contacts":
        cards = part if isinstance(part, list) else []
        return "\n".join(f"👤 {_card(card)}" for card in cards[:20])
    if kind == "order":
        items = part.get("product_items") or []
        return "🛒 " + ", ".join(
            f"{item.get('quantity', 1)} × {item.get('product_retailer_id', '?')}" for item in items
        )
    return ""


def _card(card: dict[str, Any]) -> str:
    name = str((card.get("name") or {}).get("formatted_name") or "")
    phones = [str(phone.get("phone") or phone.get("wa_id") or "") for phone in card.get("phones", ())]
    return " ".join(part for part in (name, *phones) if part)


def _moment(timestamp: Any) -> datetime | None:
    if not isinstance(timestamp, str | int) or not str(timestamp).isdigit():
        return None
    return datetime.fromtimestamp(int(timestamp), UTC)


def _status(value: dict[str, Any], item: Any) -> Event:
    state = _STATES.get(_text(item["status"]))
    if state is None:
        return Ignored(f"status {item['status'][:40]}")
    error = (item.get("errors") or [{}])[0]
    echoed = str(item.get("biz_opaque_callback_data") or "")
    data = error.get("error_data") or {}
    return Receipt(
        channel="whatsapp",
        account=_account(value),
        provider_id=_text(item["id"]),
        state=state,  # type: ignore[arg-type]
        message_id=int(echoed) if echoed.isascii() and echoed.isdigit() and len(echoed) < 19 else None,
        code=str(error["code"]) if "code" in error else None,
        detail=str(data.get("details") or error.get("title") or "")[:300],
    )


def _preference(value: dict[str, Any], item: Any) -> Event:
    """The person's own switch for marketing messages; only she can turn it back (field user_preferences)."""
    wish = _text(item["value"])
    if item.get("category") != "marketing_messages" or wish not in ("stop", "resume"):
        return Ignored("preference")
    phone, user_id = item.get("wa_id"), item.get("user_id")
    known = [f"+{phone}" if isinstance(phone, str) and phone.isdigit() else None, user_id]
    addresses = [address for address in known if isinstance(address, str) and address]
    stamp = _text(str(item["timestamp"]))
    return Inbound(
        channel="whatsapp",
        account=_account(value),
        external_id=addresses[0],
        aliases=tuple(addresses[1:]),
        provider_id=f"preference-{addresses[0]}-{wish}-{stamp}",
        signal="opt_out" if wish == "stop" else "opt_in",
        sent_at=_moment(item["timestamp"]),
    )


def error_code(answer: Any) -> str | None:
    """The code of an error answer; 360dialog's own errors have none."""
    error = answer.get("error") if isinstance(answer, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return str(code) if code is not None else None


def template(account: str, item: Any) -> TemplateNews | None:
    """One entry of a list of templates; None for one without a text body."""
    if not isinstance(item, dict):
        return None
    bodies = [part for part in item.get("components") or () if isinstance(part, dict) and part.get("type") == "BODY"]
    if not bodies or not item.get("name"):
        return None
    return TemplateNews(
        account=account,
        name=str(item["name"]),
        language=str(item.get("language") or ""),
        status=str(item.get("status") or "").lower(),
        body=str(bodies[0].get("text") or ""),
        category=str(item.get("category") or "").lower(),
    )
