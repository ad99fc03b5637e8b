"""What kind of mail this is: somebody's words, an absence note, a bounce, a mailing. By headers, then by content. PURE.

Only a ``message`` is ever answered or counted as a reply (RFC 3834, RFC 3464, RFC 8098, RFC 2369).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.message import Message
from typing import Literal

from channels.email import away_dates
from channels.email.reading import Mail, body, clean

Kind = Literal["message", "away", "automatic", "bounce", "delivered", "read", "bulk"]
_I = re.IGNORECASE
_DAEMON = re.compile(r"^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon)(?:@|$)", _I)
_BOUNCE_SUBJECT = re.compile(
    r"undeliver|unzustellbar|nicht zustellbar|delivery (?:status notification|failure|failed)|mail delivery failed|"
    r"returned mail|returned to sender|failure notice|delivery has failed|zustellung (?:fehlgeschlagen|nicht möglich)|"
    r"nachricht nicht zugestellt|message not delivered",
    _I,
)
_AWAY_SUBJECT = re.compile(
    r"^\W*(?:automatische antwort|automatic reply|auto[- ]?reply|autoreply|auto[- ]?response|"
    r"abwesenheits?(?:notiz|nachricht|benachrichtigung|assistent)|abwesend|abwesenheit|"
    r"out of (?:the )?office|ooo\b|on (?:vacation|leave|holiday)|urlaub[: ]|"
    r"im urlaub|nicht im (?:büro|haus)|vacation)",
    _I,
)
# An absence note without a header that says so: at least two of these, of different kinds.
_AWAY_SIGNS = (
    re.compile(r"\b(?:dank\w*|thank\w*) .{0,30}\b(?:nachricht|e-?mail|mail|message)\b", _I),
    re.compile(
        r"\b(?:nicht im (?:büro|haus|office)|außer haus|abwesend|nicht erreichbar|in elternzeit|in (?:meinem )?urlaub|"
        r"out of (?:the )?office|"
        r"away from|on (?:annual |parental |sick )?leave|on vacation|on holiday)\b",
        _I,
    ),
    re.compile(
        r"\bwird nicht (?:weitergeleitet|gelesen|bearbeitet)|not be (?:forwarded|read|monitored)|"
        r"(?:kein\w*|eingeschränkt\w*|limited|no) "
        r"(?:zugriff|zugang|access)\b",
        _I,
    ),
    re.compile(
        r"\b(?:in dringenden|dringende\w* (?:fäll|anlieg|frag)\w*|for urgent|in urgent|if .{0,20}urgent|vertret\w+)\b",
        _I,
    ),
    re.compile(
        r"automati(?:sch|cally) (?:erstellt|generiert|generated|erzeugt)|automated (?:reply|response|message)", _I
    ),
)
_LONGEST_NOTE = 1500
_PAUSE = timedelta(days=3)  # an absence that names no end
_MOST = timedelta(days=120)
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_REPLY_CODE = re.compile(r"\b(5\d\d)[ -]")
_NOBODY = re.compile(
    r"user (?:is )?unknown|unknown (?:user|recipient)|no such (?:user|recipient|mailbox|address)|"
    r"does(?: not|n't) exist|mailbox (?:not found|unavailable|disabled)|address rejected|invalid recipient|"
    r"recipient (?:not found|address rejected)|unbekannt|existiert nicht|nicht gefunden|no mailbox|"
    r"account .{0,20}(?:disabled|inactive)|host (?:or domain name )?not found",
    _I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """``until`` ends an absence, ``about`` are the Message-IDs a report names, ``gone``: nobody has that address."""

    kind: Kind
    until: datetime | None = None
    about: tuple[str, ...] = ()
    gone: bool = False
    detail: str = ""


def classify(mail: Mail, now: datetime, own_domain: str) -> Found:
    """The kind of a mail that reached our mailbox at ``now``. ``own_domain`` is that of the Message-IDs we write."""
    report = _report(mail, own_domain)
    if report is not None:
        return report
    if _is_bounce(mail):
        return _loose_bounce(mail, own_domain)
    automatic = _says_automatic(mail)
    if _AWAY_SUBJECT.search(mail.subject) or _reads_away(mail) or (automatic == "automatic" and _absent(mail)):
        return Found("away", until=_until(mail, now))
    return Found(automatic) if automatic else Found("message")


def _report(mail: Mail, own_domain: str) -> Found | None:
    """A multipart/report: a delivery status or a read receipt."""
    kinds = {part.get_content_type() for part in mail.parts}
    if "message/disposition-notification" in kinds:
        return Found("read", about=_ours(_part(mail, "message/disposition-notification"), own_domain))
    if "message/delivery-status" not in kinds:
        return None
    status = _part(mail, "message/delivery-status")
    about = _ours(_original(mail), own_domain)
    said = re.search(r"^action:\s*(\w+)", status, _I | re.M)
    action = said[1].lower() if said else "failed"
    if action in ("delivered", "relayed", "expanded"):
        return Found("delivered", about=about)
    if action == "delayed":
        return Found("automatic")
    return Found("bounce", about=about, gone=_gone(status, body(mail)), detail=_detail(status))


def _is_bounce(mail: Mail) -> bool:
    daemon = (
        _DAEMON.match(mail.sender)
        or mail.header("return-path").strip() == "<>"
        or "x-failed-recipients" in mail.headers
    )
    return bool(daemon and (_BOUNCE_SUBJECT.search(mail.subject) or "x-failed-recipients" in mail.headers))


def _loose_bounce(mail: Mail, own_domain: str) -> Found:
    """A bounce in free words, as older servers write them."""
    words = "\n".join((body(mail), _original(mail)))
    return Found("bounce", about=_ours(words, own_domain), gone=_gone("", body(mail)), detail=_detail(words))


def _gone(status: str, words: str) -> bool:
    """Whether nobody has that address (and not: full, too large, held for spam, come again later)."""
    found = re.search(r"^status:\s*(\d)\.(\d{1,3})\.(\d{1,3})", status, _I | re.M) or _STATUS.search(words)
    if found and found[1] == "4":
        return False
    diagnosis = " ".join((status, words[:3000]))
    if found and (found[2], found[3]) not in (("0", "0"), ("5", "0")):
        return found[2] == "1" or (found[2], found[3]) in (("2", "1"), ("4", "4"))
    return bool(_NOBODY.search(diagnosis))


def _detail(words: str) -> str:
    found = (
        re.search(r"^diagnostic-code:\s*(.{1,200})", words, _I | re.M)
        or _STATUS.search(words)
        or _REPLY_CODE.search(words)
    )
    return " ".join(found[0].split())[:200] if found else ""


def _original(mail: Mail) -> str:
    """The headers of the mail that came back."""
    kinds = ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global")
    return "\n".join(_part(mail, kind) for kind in kinds)


def _part(mail: Mail, kind: str) -> str:
    return "\n".join(clean(_flat(part)) for part in mail.parts if part.get_content_type() == kind)[:20_000]


def _flat(part: Message) -> str:
    try:
        return part.as_string()
    except Exception:  # a broken part inside the report
        return str(part.get_payload())[:20_000]


def _ours(words: str, own_domain: str) -> tuple[str, ...]:
    pattern = re.compile(rf"<[^<>\s@]{{3,120}}@{re.escape(own_domain)}>", _I)
    return tuple(dict.fromkeys(pattern.findall(words)))


def _says_automatic(mail: Mail) -> Literal["automatic", "bulk"] | None:
    """What the headers say; "no" and nothing at all mean a person."""
    submitted = mail.header("auto-submitted").split(";")[0].strip().lower()
    if submitted and submitted != "no":
        return "automatic"
    if any(name in mail.headers for name in ("x-autoreply", "x-autorespond", "x-auto-response", "x-autogenerated")):
        return "automatic"
    precedence = mail.header("precedence").strip().lower()
    if precedence in ("auto_reply", "auto-reply"):
        return "automatic"
    if precedence in ("bulk", "list", "junk") or any(name.startswith("list-") for name in mail.headers):
        return "bulk"
    if mail.header("return-path").strip() == "<>" or _DAEMON.match(mail.sender):
        return "automatic"
    if re.match(r"(?:no-?reply|do-?not-?reply|donotreply)\b", mail.sender, _I):
        return "automatic"
    return None


def _reads_away(mail: Mail) -> bool:
    words = body(mail)[:_LONGEST_NOTE]
    return mail.is_reply and _absent(mail) and sum(bool(sign.search(words)) for sign in _AWAY_SIGNS) >= 2


def _absent(mail: Mail) -> bool:
    return bool(_AWAY_SIGNS[1].search(body(mail)[:_LONGEST_NOTE]))


def _until(mail: Mail, now: datetime) -> datetime:
    """The day somebody is back, at midnight UTC; three days on when the note names none."""
    back: date | None = away_dates.back_on(f"{mail.subject}\n{body(mail)[:_LONGEST_NOTE]}", now.date())
    if back is None:
        return now + _PAUSE
    return min(datetime.combine(back, time(), UTC), now + _MOST)
