"""The raw bytes of a mail -> what it says. PURE; whatever strangers send is read as far as it goes, never an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses

from channels.email import html_text
from store.types import File

MOST_FILES = 10
MOST_BYTES = 15 * 2**20  # of all attachments of one mail together
_TEXT = 200_000
_REFERENCES = 30
_HEADER = 1_500  # decoding takes time that grows with the square of the length
_ID = re.compile(r"<[^<>\s]{3,250}>")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.\-]{0,250}[A-Za-z0-9])?")
_UNSAFE_NAME = re.compile(r"[\\/:*?\"<>|\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail. ``sender`` is the one address in From, lower case ("" when there is none or more than one).

    ``text`` and ``html`` are the whole parts, quotes included. ``headers`` are the raw values by lower-case name.
    """

    sender: str
    name: str
    subject: str
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    text: str
    html: str
    headers: dict[str, list[str]] = field(repr=False)
    files: tuple[File, ...] = field(default=(), repr=False)
    dropped: tuple[str, ...] = ()
    parts: tuple[Message, ...] = field(default=(), repr=False)
    raw: bytes = field(default=b"", repr=False)

    def header(self, name: str) -> str:
        """The first value of a header, unfolded; "" when it is not there."""
        return next(iter(self.headers.get(name, ())), "")

    @property
    def is_reply(self) -> bool:
        return bool(self.in_reply_to or self.references)


def read(raw: bytes) -> Mail:
    """Never raises; what cannot be decoded is replaced."""
    message = BytesParser(policy=policy.compat32).parsebytes(raw)
    headers = _headers(message)
    sender, name = _from(headers.get("from", []))
    texts: list[str] = []
    pages: list[str] = []
    files: list[File] = []
    dropped: list[str] = []
    for part in _leaves(message):
        kind, shown = part.get_content_type(), part.get_content_disposition()
        if kind == "text/plain" and shown != "attachment":
            texts.append(_text(part))
        elif kind == "text/html" and shown != "attachment":
            pages.append(_text(part))
        elif not kind.startswith("message/"):
            _attach(part, files, dropped)
    ids = tuple(dict.fromkeys(_ID.findall(" ".join(headers.get("references", [])))))[-_REFERENCES:]
    return Mail(
        sender=sender,
        name=name,
        subject=_line(decoded(next(iter(headers.get("subject", [])), ""))),
        message_id=next(iter(_ID.findall(" ".join(headers.get("message-id", [])))), ""),
        in_reply_to=next(iter(_ID.findall(" ".join(headers.get("in-reply-to", [])))), ""),
        references=ids,
        text="\n".join(texts)[:_TEXT],
        html="\n".join(pages)[: 5 * _TEXT],
        headers=headers,
        files=tuple(files),
        dropped=tuple(dropped[:MOST_FILES]),
        parts=tuple(message.walk()),
        raw=raw,
    )


def body(mail: Mail) -> str:
    """The words of a mail: its plain part, or its HTML as text when there is no plain part worth reading."""
    return mail.text if mail.text.strip() else html_text.to_text(mail.html)


def decoded(value: str) -> str:
    """A header's encoded words as text."""
    try:
        found = EmailMessage(policy=policy.default)
        found["subject"] = value[:_HEADER].replace("\n", " ").replace("\r", " ")
        return clean(str(found["subject"]))
    except Exception:  # the standard parser stumbles over some broken encoded words
        return clean(value[:_HEADER])


def clean(text: str) -> str:
    """Without what databases choke on, and with plain line ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").replace("\u00a0", " ")
    return plain.encode("utf-8", "replace").decode("utf-8")


def _headers(message: Message) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in message.items():
        found.setdefault(name.lower(), []).append(clean(str(value)).replace("\n", ""))
    return found


def _from(values: list[str]) -> tuple[str, str]:
    """(address, name); two senders are none."""
    pairs = [(name, address) for name, address in getaddresses(values) if "@" in address]
    if len(pairs) != 1 or not _ADDRESS.fullmatch(pairs[0][1]):
        return "", ""
    name, address = pairs[0]
    shown = _line(decoded(name))
    return address.lower(), "" if "@" in shown else shown[:120]


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:500]


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that carry content; mails inside the mail stay closed."""
    if message.get_content_maintype() == "message":
        yield message
    elif message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _leaves(part)
    else:
        yield message


def _text(part: Message) -> str:
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        found = content.decode(charset)
    except (LookupError, UnicodeDecodeError, ValueError):
        try:
            found = content.decode("utf-8")
        except UnicodeDecodeError:
            found = content.decode("cp1252", "replace")
    return clean(found)


def _attach(part: Message, files: list[File], dropped: list[str]) -> None:
    try:
        given = part.get_filename()
    except Exception:  # broken RFC 2231 parameters
        given = None
    if given is None and part.get_content_disposition() != "attachment" and part.get("content-id"):
        return  # a picture inside a signature
    endings = {"text/calendar": "termin.ics", "text/vcard": "kontakt.vcf", "text/csv": "tabelle.csv"}
    name = _UNSAFE_NAME.sub("_", _line(decoded(given or endings.get(part.get_content_type(), "anhang"))))[-150:]
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    used = sum(len(file.content) for file in files)
    if len(files) >= MOST_FILES or used + len(content) > MOST_BYTES:
        dropped.append(name)
    elif content:
        files.append(File(name or "anhang", content))
