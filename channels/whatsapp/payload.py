"""What we send to the Cloud API, and so to 360dialog, as JSON. PURE.

Source: the provider's OpenAPI file (path ``/{Version}/{Phone-Number-ID}/messages``), which the tests check against.
"""

from __future__ import annotations

from typing import Any

from channels.base import Capabilities
from channels.pieces import as_buttons, title
from channels.rendering import to_whatsapp
from store.types import File, Outgoing

IMAGE_BYTES = 5 * 2**20
AUDIO_BYTES = 16 * 2**20
DOCUMENT_BYTES = 100 * 2**20
CAPTION = 1024
_LIST = {"de": "Auswählen", "en": "Choose"}


def body(message: Outgoing, can: Capabilities, media_id: str | None = None) -> dict[str, Any]:
    """One message; ``media_id`` is its uploaded file. Our id travels along and comes back with every status."""
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **recipient(message.to),
        **_content(message, can, media_id),
        "biz_opaque_callback_data": str(message.message_id),
    }


def recipient(address: str) -> dict[str, str]:
    """``to`` for a phone number, ``recipient`` for a business-scoped user id."""
    return {"to": address.lstrip("+")} if address.lstrip("+").isdigit() else {"recipient": address}


def seen(message_id: str) -> dict[str, Any]:
    """Marks a message read and shows that an answer is coming, for at most 25 seconds."""
    return {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": message_id,
        "typing_indicator": {"type": "text"},
    }


def kind_of(file: File) -> str:
    """How WhatsApp carries a file: what is no picture or sound it shows, or is too large for one, is a document."""
    if file.mime in ("image/png", "image/jpeg") and len(file.content) <= IMAGE_BYTES:
        return "image"
    if file.mime in ("audio/ogg", "audio/mpeg", "audio/mp4") and len(file.content) <= AUDIO_BYTES:
        return "audio"
    return "document"


def upload_type(file: File) -> str:
    """How a file is declared. Meta refuses what is not on its list; other text (an .ics) passes as plain text."""
    return "text/plain" if file.mime.startswith("text/") else file.mime


def _content(message: Outgoing, can: Capabilities, media_id: str | None) -> dict[str, Any]:
    if message.template:
        return {"type": "template", "template": _template(message)}
    text = to_whatsapp(message.text) if message.house else message.text
    if media_id is not None:
        return _file(message.files[0], media_id, text)
    if message.buttons:
        return {"type": "interactive", "interactive": _interactive(message, text, can)}
    return {"type": "text", "text": {"body": text, "preview_url": False}}


def _file(file: File, media_id: str, text: str) -> dict[str, Any]:
    kind = kind_of(file)
    part: dict[str, Any] = {"id": media_id}
    if text and kind != "audio":
        part["caption"] = text
    if kind == "document":
        part["filename"] = file.name
    return {"type": kind, kind: part}


def _template(message: Outgoing) -> dict[str, Any]:
    parameters = [
        {"type": "text", "text": value, **({} if name.isdigit() else {"parameter_name": name})}
        for name, value in message.values
    ]
    found: dict[str, Any] = {"name": message.template, "language": {"code": message.locale or message.language}}
    return {**found, "components": [{"type": "body", "parameters": parameters}]} if parameters else found


def _interactive(message: Outgoing, text: str, can: Capabilities) -> dict[str, Any]:
    if as_buttons(message.buttons, can):
        buttons = [{"type": "reply", "reply": {"id": b.id, "title": b.label}} for b in message.buttons]
        return {"type": "button", "body": {"text": text}, "action": {"buttons": buttons}}
    rows = []
    for button in message.buttons:
        row = {"id": button.id, "title": title(button.label, can.row)}
        rows.append(row if row["title"] == button.label else {**row, "description": button.label})
    section = {"title": _LIST[message.language], "rows": rows}
    return {
        "type": "list",
        "body": {"text": text},
        "action": {"button": _LIST[message.language], "sections": [section]},
    }
