"""One message of ours as a mail: threaded, safe against header injection, honest about machines. PURE."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from channels import rendering, words
from channels.email import marks
from store.types import Outgoing, Say

ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9\-]{1,63}"
)
_SUBJECT = 180
_REFERENCES = 30
_REPLY = re.compile(r"^\s*(?:(?:re|aw|antwort|fwd?|wg)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose mailbox writes: address, the name people see, the key of our marks, where our pages are."""

    address: str
    name: str
    secret: bytes
    base_url: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    def unsubscribe_url(self, number: int) -> str:
        return f"{self.base_url.rstrip('/')}/unsubscribe/{marks.unsubscribe_token(self.secret, number)}"


def compose(message: Outgoing, sender: Sender, at: datetime) -> EmailMessage:
    """The mail. Raises ValueError for an address no mail can go to."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = Address(one_line(sender.name), addr_spec=sender.address)
    mail["To"] = recipient(message.to)
    mail["Subject"] = subject(message, sender)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = marks.message_id(sender.secret, message.message_id, sender.domain)
    _thread(mail, message)
    if message.origin != "human":
        mail["Auto-Submitted"] = "auto-replied" if message.thread.get("id") else "auto-generated"
    text = rendering.to_plain(message.text) if message.house else message.text
    text = rendering.numbered(text, [button.label for button in message.buttons])
    if message.kind == "proactive" and message.origin != "human":
        url = sender.unsubscribe_url(message.message_id)
        mail["List-Unsubscribe"] = f"<{url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        text = f"{text.rstrip()}\n\n-- \n{words.say(message.language, Say('mail-unsubscribe', {'url': url}))}"
    mail.set_content(text.encode("utf-8", "replace").decode(), cte="quoted-printable")
    for file in message.files:
        main, _, sub = file.mime.partition("/")
        mail.add_attachment(file.content, maintype=main, subtype=sub or "octet-stream", filename=one_line(file.name))
    return mail


def recipient(address: str) -> str:
    """The address as it stands in an envelope: plain ASCII, international domains encoded. Raises ValueError."""
    local, _, domain = address.strip().rpartition("@")
    try:
        found = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        raise ValueError("no domain") from None
    if not ADDRESS.fullmatch(found):
        raise ValueError("no address a mail can go to")
    return found


def subject(message: Outgoing, sender: Sender) -> str:
    """The given one, else the thread's, else a plain one; always one line."""
    if message.subject.strip():
        return one_line(message.subject)[:_SUBJECT]
    earlier = _REPLY.sub("", one_line(str(message.thread.get("subject") or "")))
    if earlier:
        return f"{'Re' if message.language == 'en' else 'AW'}: {earlier}"[:_SUBJECT]
    return one_line(words.say(message.language, Say("mail-subject", {"name": sender.name})))[:_SUBJECT]


def one_line(text: str) -> str:
    """Header text: no line ends, no control characters, nothing that the library would decode into either."""
    plain = "".join(c if c.isprintable() else " " for c in text.encode("utf-8", "replace").decode())
    return " ".join(plain.split()).replace("=?", "= ?")


def _thread(mail: EmailMessage, message: Outgoing) -> None:
    """In-Reply-To names the newest mail of the talk, References the way to it (RFC 5322, 3.6.4)."""
    newest = str(message.thread.get("id") or "")
    if not _is_id(newest):
        return
    earlier = [str(one) for one in message.thread.get("references", ()) if _is_id(str(one))]
    mail["In-Reply-To"] = newest
    chain = list(dict.fromkeys([*earlier, newest]))
    mail["References"] = " ".join([*chain[:1], *chain[1:][-_REFERENCES:]])


def _is_id(text: str) -> bool:
    return re.fullmatch(r"<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>", text) is not None
