"""Mails as the common programs write them: what is new in them, what kind they are, when somebody is back."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.email import arriving, away_dates, html_text, kinds, quotes, reading
from channels.email.provider import EmailProvider
from channels.email.writing import Sender
from store.settings import Settings
from store.types import Inbound
from tests.support.tables import table_of

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
OWN = Sender("verkauf@firma.example", "Firma", b"key", "https://bot.example")

TABLES = table_of(Path(__file__).parent / "data" / "mails.yaml")


@pytest.mark.parametrize("name", TABLES["quoted"])
def test_only_what_is_new(name: str) -> None:
    found = TABLES["quoted"][name]
    assert quotes.fresh(found["mail"]) == found["new"].strip()


@pytest.mark.parametrize("name", TABLES["pages"])
def test_html_only_mail_is_read_as_text(name: str) -> None:
    found = TABLES["pages"][name]
    assert html_text.to_text(found["page"]) == found["text"].strip()


BACK = {
    "Ich bin bis einschließlich 05.12. nicht im Büro.": date(2026, 12, 6),
    "Ich bin bis zum 5. Dezember 2026 im Urlaub.": date(2026, 12, 6),
    "vom 20.11.2026 bis 01.12.2026 abwesend": date(2026, 12, 2),
    "Ab dem 7. Dezember bin ich wieder erreichbar.": date(2026, 12, 7),
    "Am 5.1.2027 bin ich wieder da.": date(2027, 1, 5),
    "Urlaub bis 06.01.": date(2027, 1, 7),
    "bis Freitag, den 27.11., nicht erreichbar": date(2026, 11, 28),
    "I am out of office until December 3rd, 2026.": date(2026, 12, 4),
    "I'll be back on Monday, 30 November.": date(2026, 11, 30),
    "returning 2026-12-01": date(2026, 12, 1),
    "I will return on 12/01/2026": date(2026, 12, 1),
    "on leave through 4 Jan 2027": date(2027, 1, 5),
    "Ich bin gerade nicht da.": None,
    "Unsere Firma besteht seit 1.1.1990.": None,
    "bis 31.02. weg": None,
}


@pytest.mark.parametrize("text", BACK)
def test_back_on(text: str) -> None:
    assert away_dates.back_on(text, NOW.date()) == BACK[text]


def mail(text: str = "Hallo", **headers: str) -> reading.Mail:
    found = EmailMessage()
    for name, value in {"From": "Ida <ida@lang.example>", "Subject": "Frage", **headers}.items():
        found[name.replace("_", "-")] = value
    found.set_content(text)
    return reading.read(found.as_bytes())


KINDS: list[tuple[str, reading.Mail]] = [
    ("message", mail()),
    ("message", mail("Ich bin bis 5.12. im Urlaub, danach gern!", Subject="AW: Angebot", In_Reply_To="<a@b.example>")),
    ("message", mail("Danke für Ihre Nachricht, das klingt gut.", In_Reply_To="<a@b.example>")),
    ("away", mail("Bin weg bis 5.12.", Subject="Automatische Antwort: Angebot")),
    ("away", mail("I am away.", Subject="Automatic reply: Offer", Auto_Submitted="auto-replied")),
    ("away", mail("…", Subject="Out of Office: Re: Offer")),
    ("away", mail("…", Subject="Abwesenheitsnotiz")),
    ("away", mail("Ich bin bis 5.12. nicht im Büro.", Auto_Submitted="auto-generated")),
    (
        "away",
        mail(
            "Vielen Dank für Ihre Nachricht. Ich bin bis 05.12. nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.",
            Subject="AW: Angebot",
            In_Reply_To="<a@b.example>",
        ),
    ),
    ("automatic", mail("Ihr Ticket 17 wurde angelegt", Auto_Submitted="auto-generated")),
    ("automatic", mail(From="noreply@shop.example")),
    ("bulk", mail(List_Id="<x.example>")),
    ("bulk", mail(Precedence="bulk")),
    ("bounce", mail("550 5.1.1 user unknown", From="MAILER-DAEMON@x.example", Subject="Mail delivery failed")),
    ("bounce", mail("unbekannt", From="postmaster@x.example", Subject="Unzustellbar: Angebot")),
]


@pytest.mark.parametrize(("kind", "found"), KINDS, ids=lambda v: v if isinstance(v, str) else v.subject)
def test_kinds(kind: str, found: reading.Mail) -> None:
    assert kinds.classify(found, NOW, "firma.example").kind == kind


@pytest.mark.parametrize(
    ("status", "words", "gone"),
    [
        ("5.1.1", "User unknown", True),
        ("5.1.10", "Recipient not found", True),
        ("5.2.1", "Mailbox disabled", True),
        ("5.4.4", "Host not found", True),
        ("5.0.0", "550 No such user here", True),
        ("5.2.2", "Mailbox full", False),
        ("5.7.1", "Message rejected as spam", False),
        ("5.3.4", "Message too large", False),
        ("4.4.1", "Connection timed out", False),
    ],
)
def test_only_an_address_that_nobody_has_is_gone(status: str, words: str, gone: bool) -> None:
    raw = (
        "From: MAILER-DAEMON@x.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b\r\n"
        f"Action: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {words}\r\n\r\n--b--\r\n"
    )
    found = kinds.classify(reading.read(raw.encode()), NOW, "firma.example")
    assert (found.kind, found.gone) == ("bounce", gone)


def test_delayed_is_no_bounce() -> None:
    raw = (
        "From: MAILER-DAEMON@x.example\r\nSubject: Delayed\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: message/delivery-status\r\n\r\nAction: delayed\r\nStatus: 4.4.1\r\n\r\n--b--\r\n"
    )
    assert kinds.classify(reading.read(raw.encode()), NOW, "firma.example").kind == "automatic"


@pytest.mark.parametrize(
    ("verdict", "forged"),
    [
        ("mx.x; dmarc=fail (p=reject sp=reject) header.from=x", True),
        ("mx.x; spf=fail; dmarc=fail action=quarantine", True),
        ("mx.x; dmarc=fail (p=NONE sp=NONE dis=NONE)", False),
        ("mx.x; dmarc=pass", False),
        ("", False),
    ],
)
def test_forged(verdict: str, forged: bool) -> None:
    assert arriving.is_forged(mail(**({"Authentication_Results": verdict} if verdict else {}))) is forged


def test_attachments_are_capped_and_named_safely() -> None:
    found = EmailMessage()
    found["From"], found["Subject"] = "ida@lang.example", "Dateien"
    found.set_content("anbei")
    for n in range(12):
        found.add_attachment(b"x" * 10, maintype="application", subtype="pdf", filename=f"../../etc/a{n}.pdf")
    read = reading.read(found.as_bytes())
    assert len(read.files) == reading.MOST_FILES and len(read.dropped) == 2
    assert all("/" not in file.name and "\\" not in file.name for file in read.files)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "gibt-es-nicht"])
def test_charsets(charset: str) -> None:
    try:
        body = "Grüße aus Köln".encode(charset)
    except LookupError:
        body = "Grüße aus Köln".encode()
    raw = b"From: ida@lang.example\r\nContent-Type: text/plain; charset=" + charset.encode() + b"\r\n\r\n" + body
    assert reading.body(reading.read(raw)).strip() == "Grüße aus Köln"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=2000))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    for event in arriving.events(reading.read(raw), OWN, "1:1", NOW):
        assert not isinstance(event, Inbound) or event.external_id


HEADERS = st.dictionaries(
    st.sampled_from(
        ["From", "To", "Subject", "Message-ID", "References", "In-Reply-To", "Content-Type", "Auto-Submitted",
         "Content-Transfer-Encoding", "Content-Disposition", "Date", "Return-Path", "MIME-Version", "Reply-To"]
    ),
    st.text(max_size=60).map(lambda text: " ".join(text.split())),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(HEADERS, st.text(max_size=500))
def test_no_mail_breaks_the_reader(headers: dict[str, str], text: str) -> None:
    head = "\r\n".join(f"{name}: {value}" for name, value in {"From": "a@b.example", **headers}.items())
    raw = f"{head}\r\n\r\n{text}".encode("utf-8", "replace")
    for event in arriving.events(reading.read(raw), OWN, "1:1", NOW):
        if isinstance(event, Inbound):
            assert "\x00" not in event.text and len(event.provider_id) <= 260 and "\n" not in event.subject


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=800))
def test_quotes_only_ever_take_away(text: str) -> None:
    new = quotes.fresh(text)
    words = text.split()
    assert all(word in words for word in new.split())


HOSTILE = {
    "quotations": b"\r\n\r\n" + b"On Mon, Nov 24, 2026 at 10:00 AM Max <m@x.example> wrote:\n> hi\n" * 5_000,
    "lines": b"\r\n\r\n" + b"On 1.1.26 a\n" * 40_000,
    "dates": b"\r\n\r\n" + b"bis " + b"und mit am " * 5_000 + b"5.12.2026",
    "tags": b"\r\nContent-Type: text/html\r\n\r\n" + b"<div>" * 100_000 + b"x",
    "parts in parts": b"\r\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1_500)
    ),
    "words": b"\r\nSubject: " + b"=?utf-8?q?=C3=A4?= " * 20_000 + b"\r\n\r\nhi",
    "senders": b", a@b.example" * 20_000 + b"\r\n\r\nhi",
    "references": b"\r\nReferences: " + b"<a@b> " * 50_000 + b"\r\n\r\nhi",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mail_costs_little_and_stops_nothing(name: str, tmp_path: Path) -> None:
    mailbox = EmailProvider(Settings(data=tmp_path, _env_file=None, mail_from=OWN.address))
    started = time.perf_counter()
    assert len(mailbox.read(b"From: a@b.example" + HOSTILE[name], "1:1", NOW)) == 1
    assert time.perf_counter() - started < 5
