"""CHANNELS 1.7, row by row, against real servers: aiosmtpd takes what we send, Dovecot serves what arrives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from channels.base import NotSent, Refused, Unclear
from channels.email.provider import EmailProvider
from store.settings import Settings
from store.types import File, Outgoing
from tests.support import mail as m
from tests.support.world import START

IDA = "ida@lang.example"


@pytest.fixture
def smtp() -> Iterator[m.Smtp]:
    with m.smtp() as found:
        yield found


@pytest.fixture
def mailer(smtp: m.Smtp, tmp_path: Path) -> EmailProvider:
    return EmailProvider(Settings(data=tmp_path, _env_file=None, **sending(smtp)))


def sending(smtp: m.Smtp, **more: Any) -> dict[str, Any]:
    return {
        "mail_from": m.OWN,
        "mail_name": "Max von der Firma",
        "smtp_host": "127.0.0.1",
        "smtp_port": smtp.port,
        "smtp_security": "none",
        "public_base_url": "https://bot.example",
        **more,
    }


def out(text: str = "Hallo Ida", number: int = 7, **more: Any) -> Outgoing:
    return Outgoing(number, "email", more.pop("to", IDA), text, **more)


# -- outbound


async def test_email_outbound(mailer: EmailProvider, smtp: m.Smtp) -> None:
    text = "Grüße 😀\n.Punkt am Anfang\n" + "ä" * 2000
    sent = await mailer.send(out(text, subject="Dein Angebot für München", origin="human"), START)
    (arrived,) = smtp.arrived
    assert (arrived.sender, arrived.recipients) == (m.OWN, [IDA])
    assert (
        arrived.mail["From"] == f"Max von der Firma <{m.OWN}>" and arrived.mail["Subject"] == "Dein Angebot für München"
    )
    assert arrived.text == text
    assert arrived.mail["Message-ID"] == sent.provider_id and sent.provider_id.endswith("@firma.example>")
    assert arrived.mail["Auto-Submitted"] is None, "a person wrote this"
    assert all(len(line) <= 998 for line in arrived.raw.split(b"\r\n"))


async def test_email_threads(mailer: EmailProvider, smtp: m.Smtp) -> None:
    thread = {"id": "<c@x.example>", "references": ["<a@x.example>", "<b@x.example>"], "subject": "AW: Re: Angebot"}
    await mailer.send(out(thread=thread), START)
    (arrived,) = smtp.arrived
    assert arrived.mail["In-Reply-To"] == "<c@x.example>"
    assert arrived.mail["References"].split() == ["<a@x.example>", "<b@x.example>", "<c@x.example>"]
    assert arrived.mail["Subject"] == "AW: Angebot"


@pytest.mark.parametrize(
    ("origin", "thread", "says"), [("ai", {}, "auto-generated"), ("ai", {"id": "<a@b.example>"}, "auto-replied")]
)
async def test_email_machine_mail_says_so(
    mailer: EmailProvider, smtp: m.Smtp, origin: Any, thread: Any, says: str
) -> None:
    await mailer.send(out(origin=origin, thread=thread), START)
    assert smtp.arrived[0].mail["Auto-Submitted"] == says


async def test_email_unsubscribe_headers(mailer: EmailProvider, smtp: m.Smtp) -> None:
    await mailer.send(out(kind="proactive", origin="template"), START)
    (arrived,) = smtp.arrived
    url = arrived.mail["List-Unsubscribe"].strip("<>")
    assert url.startswith("https://bot.example/unsubscribe/") and url in arrived.text
    assert arrived.mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    "evil", ["Hallo\r\nBcc: all@x.example", "a\nb", "x\x00y", "\u2028Zeile", "=?utf-8?q?a=0D=0ABcc:_x?="]
)
async def test_email_outbound_headers_are_safe(mailer: EmailProvider, smtp: m.Smtp, evil: str) -> None:
    thread = {"id": evil, "references": [evil, "<ok@x.example>"], "subject": evil}
    await mailer.send(out(subject=evil, thread=thread, files=(File(f"{evil}.pdf", b"x"),)), START)
    await mailer.send(out(thread=thread), START)
    for arrived in smtp.arrived:
        assert arrived.mail["Bcc"] is None and arrived.recipients == [IDA]
        head = arrived.raw.partition(b"\r\n\r\n")[0]
        assert not re.search(rb"^bcc:", head, re.IGNORECASE | re.MULTILINE)


@pytest.mark.parametrize(
    "to", ["", "ida", "ida@", "@x.example", "a b@x.example", "ida@x.example\r\nRCPT TO:<y@x.example>", "ida@x,y@z"]
)
async def test_email_outbound_addresses_that_are_none(mailer: EmailProvider, smtp: m.Smtp, to: str) -> None:
    with pytest.raises(Refused, match="address_invalid"):
        await mailer.send(out(to=to), START)
    assert smtp.arrived == []


async def test_email_outbound_international_domain(mailer: EmailProvider, smtp: m.Smtp) -> None:
    await mailer.send(out(to="info@müller.example"), START)
    assert smtp.arrived[0].recipients == ["info@xn--mller-kva.example"]


async def test_email_outbound_files(mailer: EmailProvider, smtp: m.Smtp) -> None:
    await mailer.send(out(files=(File("Größe.ics", b"BEGIN:VCALENDAR\r\n"), File("bild.png", b"\x89PNG"))), START)
    parts = list(smtp.arrived[0].mail.iter_attachments())
    assert [part.get_filename() for part in parts] == ["Größe.ics", "bild.png"]
    assert [part.get_content_type() for part in parts] == ["text/calendar", "image/png"]


# -- 4xx, 5xx and silence


@pytest.mark.parametrize(
    ("command", "answer", "error", "reason"),
    [
        ("RCPT", "450 4.2.0 Greylisted", NotSent, "provider_busy"),
        ("MAIL", "421 4.3.2 Shutting down", NotSent, "provider_busy"),
        ("DATA", "452 4.3.1 Out of space", NotSent, "provider_busy"),
        ("RCPT", "550 5.1.1 User unknown", Refused, "address_invalid"),
        ("RCPT", "550 No such user here", Refused, "address_invalid"),
        ("RCPT", "550 5.7.1 Relaying denied", Refused, "provider_refused"),
        ("DATA", "554 5.7.1 Spam", Refused, "provider_refused"),
    ],
)
async def test_email_4xx_and_5xx_is_tried_again_5xx_never(
    mailer: EmailProvider, smtp: m.Smtp, command: str, answer: str, error: type[Exception], reason: str
) -> None:
    smtp.answers[command] = [answer]
    with pytest.raises(error) as found:
        await mailer.send(out(), START)
    assert found.value.reason == reason and smtp.arrived == []  # type: ignore[attr-defined]


async def test_a_server_that_is_away_has_surely_not_taken_it(tmp_path: Path, smtp: m.Smtp) -> None:
    gone = EmailProvider(Settings(data=tmp_path, _env_file=None, **{**sending(smtp), "smtp_port": m.free_port()}))
    with pytest.raises(NotSent, match="provider_unreachable"):
        await gone.send(out(), START)


async def test_silence_after_the_body_leaves_it_in_doubt(
    mailer: EmailProvider, smtp: m.Smtp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("channels.email.smtp._TIMEOUT", 0.3)
    smtp.silent = 1.0
    with pytest.raises(Unclear):
        await mailer.send(out(), START)


async def test_login(tmp_path: Path) -> None:
    with m.smtp(auth_required=True, auth_require_tls=False) as smtp:
        good = EmailProvider(Settings(data=tmp_path, _env_file=None, **sending(smtp, smtp_password=m.PASSWORD)))
        await good.send(out(), START)
        bad = EmailProvider(Settings(data=tmp_path, _env_file=None, **sending(smtp, smtp_password="falsch")))
        with pytest.raises(NotSent, match="account_login"):
            await bad.send(out(), START)
        assert len(smtp.arrived) == 1


@pytest.mark.parametrize("security", ["starttls", "ssl"])
async def test_encrypted_as_configured(tmp_path: Path, security: str) -> None:
    context, ca = _certificate(tmp_path)
    options: dict[str, Any] = {"ssl_context": context} if security == "ssl" else {"tls_context": context}
    with m.smtp(**options) as smtp:
        given = {**sending(smtp), "smtp_security": security, "smtp_host": "localhost"}
        await EmailProvider(Settings(data=tmp_path, _env_file=None, **given, mail_ca_file=str(ca))).send(out(), START)
        with pytest.raises(NotSent):
            await EmailProvider(Settings(data=tmp_path, _env_file=None, **given)).send(out(), START)
        assert len(smtp.arrived) == 1


def _certificate(folder: Path) -> tuple[Any, Path]:
    """A context and the file that vouches for it, for localhost."""
    import ssl
    import subprocess

    key, cert = folder / "key.pem", folder / "cert.pem"
    try:
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2",
             "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
            check=True, capture_output=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl cannot make a certificate here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context, cert


# -- doctor


async def test_doctor(tmp_path: Path) -> None:
    from channels import check

    base = {"data": tmp_path, "_env_file": None}
    with m.smtp(auth_required=True, auth_require_tls=False) as smtp, m.dovecot() as imap:
        good = sending(smtp, smtp_password=m.PASSWORD, imap_host="127.0.0.1", imap_port=imap.port, imap_security="none")
        for change, words in (
            ({}, m.OWN),
            ({"smtp_password": "falsch"}, "SMTP refuses the login"),
            ({"smtp_port": m.free_port()}, "SMTP does not answer"),
            ({"imap_password": "falsch"}, "IMAP refuses the login"),
            ({"imap_folder": "Gibt es nicht"}, "IMAP refuses the login or the folder"),
            ({"imap_port": m.free_port()}, "IMAP does not answer"),
            ({"smtp_host": "", "imap_host": ""}, "neither SMTP_HOST nor IMAP_HOST"),
            ({"mail_from": "keine adresse"}, "MAIL_FROM must be"),
        ):
            (found,) = await check.examine(Settings(**base, **{**good, **change}))
            assert found.ok == (not change) and words in found.words, found
