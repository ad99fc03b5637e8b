"""A mail that reached our mailbox -> what the house takes of it. PURE.

Who wrote is the one address in From, and only that. It can be forged, so a mail never acts as one of ours, and one that
our own server holds for forged (its DMARC verdict, where the sender's domain wants that enforced) goes into quarantine.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime

from channels.base import Event, Ignored, Odd
from channels.email import kinds, marks, quotes, reading
from channels.email.reading import Mail
from channels.email.writing import Sender
from store.types import Inbound, Receipt

_TEXT = 16_000
_LONGEST_ID = 200
_FORGED = re.compile(r"\bdmarc\s*=\s*fail\b", re.IGNORECASE)
_TOLERATED = re.compile(r"\b(?:p|action|dis)\s*=\s*none\b", re.IGNORECASE)
_REPLY = re.compile(r"^\s*(?:re|aw|antw|antwort)\s*:", re.IGNORECASE)


def events(mail: Mail, own: Sender, key: str, now: datetime) -> list[Event]:
    """``key`` names the mail where it has no Message-ID of its own."""
    if not mail.sender:
        return [Ignored("no single sender")]
    if mail.sender == own.address.lower():
        return [Ignored("our own mail")]
    found = kinds.classify(mail, now, own.domain)
    if found.kind in ("bounce", "delivered", "read"):
        return _receipts(found, own)
    if found.kind in ("automatic", "bulk"):
        return [Ignored(found.kind)]
    if found.kind == "away":
        return [_inbound(mail, own, key, signal="away", until=found.until)]
    if is_forged(mail):
        return [Odd("forged sender", mail.raw)]
    text = _said(mail)
    if not text and not mail.files:
        return [Ignored("nothing new in it")]
    arrived = [
        Receipt("email", own.address.lower(), answered, "read", number)
        for answered in (mail.in_reply_to,)
        if (number := marks.ours(own.secret, answered)) is not None
    ]
    return [*arrived, _inbound(mail, own, key, text=text)]


def _inbound(mail: Mail, own: Sender, key: str, **more: object) -> Inbound:
    ours = (
        mail.message_id if len(mail.message_id) <= _LONGEST_ID else hashlib.sha256(mail.message_id.encode()).hexdigest()
    )
    details = {
        "thread": {"id": mail.message_id, "references": list(mail.references), "subject": mail.subject},
        "dropped": list(mail.dropped),
    }
    return Inbound(
        channel="email",
        external_id=mail.sender,
        provider_id=ours or f"uid:{key}",
        name=mail.name,
        account=own.address.lower(),
        subject=mail.subject,
        files=mail.files,
        details=details,
        **more,  # type: ignore[arg-type]
    )


def _said(mail: Mail) -> str:
    """The new words; a subject that is no answer belongs to them."""
    text = quotes.fresh(reading.body(mail))
    opens = mail.subject and not mail.is_reply and not _REPLY.match(mail.subject)
    if opens and mail.subject.casefold() not in text.casefold():
        text = f"{mail.subject}\n\n{text}".strip()
    return text[:_TEXT]


def _receipts(found: kinds.Found, own: Sender) -> list[Event]:
    """Only what carries our own signed Message-ID says something about a message of ours."""
    state = "failed" if found.kind == "bounce" else "delivered" if found.kind == "delivered" else "read"
    code = None if state != "failed" else "address_invalid" if found.gone else "bounced"
    known = [(about, number) for about in found.about if (number := marks.ours(own.secret, about)) is not None]
    if not known:
        return [Ignored("a report on no mail of ours")]
    return [Receipt("email", own.address.lower(), about, state, number, code, found.detail) for about, number in known]  # type: ignore[arg-type]


def is_forged(mail: Mail) -> bool:
    """Whether our own server, whose verdict stands topmost, says that the sender's domain disowns this mail."""
    verdict = mail.header("authentication-results")
    return bool(_FORGED.search(verdict)) and not _TOLERATED.search(verdict)
