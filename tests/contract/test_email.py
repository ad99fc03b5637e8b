"""CHANNELS 1.7, row by row, against real servers: aiosmtpd takes what we send, Dovecot serves what arrives."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from channels.base import NotSent, Refused, Unclear
from channels.email import marks
from channels.email.provider import EmailProvider
from store.models import Account
from store.settings import Settings
from store.types import File, Outgoing
from tests.support import mail as m
from tests.support.web import app_over
from tests.support.world import START, World, world

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


async def test_outbound(mailer: EmailProvider, smtp: m.Smtp) -> None:
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


async def test_outbound_threads(mailer: EmailProvider, smtp: m.Smtp) -> None:
    thread = {"id": "<c@x.example>", "references": ["<a@x.example>", "<b@x.example>"], "subject": "AW: Re: Angebot"}
    await mailer.send(out(thread=thread), START)
    (arrived,) = smtp.arrived
    assert arrived.mail["In-Reply-To"] == "<c@x.example>"
    assert arrived.mail["References"].split() == ["<a@x.example>", "<b@x.example>", "<c@x.example>"]
    assert arrived.mail["Subject"] == "AW: Angebot"


@pytest.mark.parametrize(
    ("origin", "thread", "says"), [("ai", {}, "auto-generated"), ("ai", {"id": "<a@b.example>"}, "auto-replied")]
)
async def test_outbound_machine_mail_says_so(
    mailer: EmailProvider, smtp: m.Smtp, origin: Any, thread: Any, says: str
) -> None:
    await mailer.send(out(origin=origin, thread=thread), START)
    assert smtp.arrived[0].mail["Auto-Submitted"] == says


async def test_outbound_unsubscribe_headers(mailer: EmailProvider, smtp: m.Smtp) -> None:
    await mailer.send(out(kind="proactive", origin="template"), START)
    (arrived,) = smtp.arrived
    url = arrived.mail["List-Unsubscribe"].strip("<>")
    assert url.startswith("https://bot.example/unsubscribe/") and url in arrived.text
    assert arrived.mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    "evil", ["Hallo\r\nBcc: all@x.example", "a\nb", "x\x00y", "\u2028Zeile", "=?utf-8?q?a=0D=0ABcc:_x?="]
)
async def test_outbound_headers_are_safe(mailer: EmailProvider, smtp: m.Smtp, evil: str) -> None:
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
async def test_outbound_addresses_that_are_none(mailer: EmailProvider, smtp: m.Smtp, to: str) -> None:
    with pytest.raises(Refused, match="address_invalid"):
        await mailer.send(out(to=to), START)
    assert smtp.arrived == []


async def test_outbound_international_domain(mailer: EmailProvider, smtp: m.Smtp) -> None:
    await mailer.send(out(to="info@müller.example"), START)
    assert smtp.arrived[0].recipients == ["info@xn--mller-kva.example"]


async def test_outbound_files(mailer: EmailProvider, smtp: m.Smtp) -> None:
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
async def test_4xx_is_tried_again_5xx_never(
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


# -- inbound, over Dovecot


class Line:
    def __init__(self, w: World, smtp: m.Smtp, imap: m.Imap) -> None:
        self.w, self.smtp, self.imap = w, smtp, imap

    async def arrives(self, *raws: bytes) -> None:
        """Mails reach the mailbox; returns when they are read and worked."""
        for raw in raws:
            self.imap.put(raw)
        async with m.until(lambda: self._read(self.imap.count)):
            await self.w.settle()

    async def _read(self, count: int) -> bool:
        places = await self.w.rows("places")
        return any(row["value"].get("uid", 0) >= count for row in places if row["name"].startswith("imap:"))

    async def inbound(self) -> list[dict[str, Any]]:
        (account,) = await self.w.rows("accounts", "name", m.OWN)
        rows = await self.w.rows("messages", "account_id", account["id"])
        return [row for row in rows if row["direction"] == "in"]

    async def lead(self) -> dict[str, Any]:
        (lead,) = await self.w.rows("leads", "email", IDA)
        return lead

    @contextlib.asynccontextmanager
    async def web(self) -> AsyncIterator[httpx.AsyncClient]:
        transport = httpx.ASGITransport(app_over(self.w.parts), client=("127.0.0.1", 50_000))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as http:
            yield http


@pytest.fixture
async def line(smtp: m.Smtp, tmp_path: Path) -> AsyncIterator[Line]:
    with m.dovecot() as imap:
        given = sending(
            smtp, imap_host="127.0.0.1", imap_port=imap.port, imap_security="none", imap_password=m.PASSWORD
        )
        async with world(tmp_path / "w", **given) as w:
            found = Line(w, smtp, imap)
            async with m.until(lambda: w.rows("places")), w.parts.db.write() as work:
                (max_,) = await w.rows("users", "login", "max")
                await work.session.execute(
                    update(Account).where(Account.name == m.OWN).values(default_owner_id=max_["id"])
                )
            yield found


async def test_inbound(line: Line) -> None:
    await line.arrives(m.mail("Was kostet das Starterpaket?\n\nVon meinem iPhone gesendet\n"))
    (row,) = await line.inbound()
    assert row["text"] == "Frage\n\nWas kostet das Starterpaket?" and row["provider_id"] == "<m1@lang.example>"
    lead = await line.lead()
    assert (lead["name"], lead["source"], lead["phone"]) == ("Ida Lang", "email", None)
    assert [card for card in await line.w.new("telegram", "max") if "Ida Lang" in card["text"]]


async def test_inbound_changes_nothing_in_the_mailbox(line: Line) -> None:
    await line.arrives(m.mail("Hallo"))
    assert line.imap.seen() == []


async def test_inbound_once_by_message_id_also_after_the_mailbox_was_renumbered(line: Line) -> None:
    await line.arrives(m.mail("eins"), m.mail("eins", Message_ID="<m1@lang.example>"))
    assert len(await line.inbound()) == 1
    before = (await line.w.rows("places"))[0]["value"]["validity"]
    provider = line.w.parts.providers["email"]
    await provider.close()
    await asyncio.sleep(1.1)  # validity is a time in seconds
    line.imap.renumber()
    line.imap.put(m.mail("zwei", Message_ID="<m2@lang.example>"))
    await provider.start(line.w.parts.intake)
    async with m.until(lambda: _count(line, 2)):
        await line.w.settle()
    assert [row["text"] for row in await line.inbound()] == ["Frage\n\neins", "Frage\n\nzwei"]
    assert (await line.w.rows("places"))[0]["value"]["validity"] != before


async def test_inbound_goes_on_after_a_restart_where_it_stopped(line: Line) -> None:
    await line.arrives(m.mail("eins"))
    provider = line.w.parts.providers["email"]
    await provider.close()
    line.imap.put(m.mail("zwei", Message_ID="<m2@lang.example>"))
    await provider.start(line.w.parts.intake)
    async with m.until(lambda: _count(line, 2)):
        pass


async def _count(line: Line, count: int) -> bool:
    return len(await line.inbound()) >= count


async def test_inbound_is_answered_in_its_thread(line: Line) -> None:
    await line.arrives(m.mail("Was kostet das?", References="<m0@lang.example>", Subject="AW: Angebot"))
    await line.w.max("Schreib Ida Lang: Gern, 49 Euro.")
    await line.w.advance("11s")
    (arrived,) = line.smtp.arrived
    assert arrived.recipients == [IDA] and arrived.mail["In-Reply-To"] == "<m1@lang.example>"
    assert arrived.mail["References"].split() == ["<m0@lang.example>", "<m1@lang.example>"]
    assert arrived.mail["Subject"] == "AW: Angebot" and arrived.text == "Gern, 49 Euro."


AUTOMATIC: list[dict[str, str]] = [
    {"Auto_Submitted": "auto-replied"},
    {"Auto_Submitted": "auto-generated"},
    {"Precedence": "bulk"},
    {"Precedence": "list"},
    {"Precedence": "auto_reply"},
    {"List_Id": "<news.x.example>"},
    {"List_Unsubscribe": "<https://x.example/u>"},
    {"Return_Path": "<>"},
    {"X_Autoreply": "yes"},
    {"From": "no-reply@x.example"},
    {"From": "MAILER-DAEMON@x.example"},
    {"From": f"Wir <{m.OWN}>"},
    {"From": "a@x.example, b@x.example"},
    {"From": ""},
]


async def test_inbound_machines_are_never_answered_nor_counted(line: Line) -> None:
    await line.arrives(*(m.mail("Hallo", **{"Message_ID": f"<a{n}@x.example>", **h}) for n, h in enumerate(AUTOMATIC)))
    assert await line.inbound() == [] and line.smtp.arrived == []
    assert await line.w.rows("leads", "email", IDA) == []


async def test_inbound_a_person_says_no_to_auto_submitted(line: Line) -> None:
    await line.arrives(m.mail("Hallo", Auto_Submitted="no"))
    assert len(await line.inbound()) == 1


async def test_inbound_absence_pauses_until_the_stated_date(line: Line) -> None:
    await line.arrives(m.mail("Ich habe Interesse"))
    lead = await line.lead()
    note = m.mail("Ich bin bis einschließlich 03.12.2026 nicht im Büro.", Subject="Automatische Antwort: Frage",
                  Auto_Submitted="auto-replied", Message_ID="<m2@lang.example>")  # fmt: skip
    await line.arrives(note)
    after = await line.lead()
    assert after["away_until"].isoformat()[:10] == "2026-12-04" and after["last_inbound_at"] == lead["last_inbound_at"]
    assert [c for c in await line.w.new("telegram", "max") if "Abwesenheitsnotiz" in c["text"]]
    assert len(await line.inbound()) == 1, "an absence note is no reply"
    await line.arrives(m.mail("Bin doch da!", Message_ID="<m3@lang.example>"))
    assert (await line.lead())["away_until"] is None


async def test_inbound_bounce_makes_the_address_invalid(line: Line) -> None:
    await line.arrives(m.mail("Was kostet das?"))
    await line.w.max("Schreib Ida Lang: Gern, 49 Euro.")
    await line.w.advance("11s")
    ours = line.smtp.arrived[0].mail["Message-ID"]
    await line.arrives(_dsn(ours, "5.1.1", "550 5.1.1 <ida@lang.example>: User unknown"))
    (message,) = [row for row in await line.w.rows("messages", "state", "failed")]
    assert message["reason"] == "address_invalid"
    assert "gibt es nicht" in "".join(card["text"] for card in await line.w.new("telegram", "max"))
    (identity,) = await line.w.rows("identities", "external_id", IDA)
    assert identity["invalid_at"] is not None
    (again,) = await line.w.max("Schreib Ida Lang: Bist du da?")
    await line.w.advance("11s")
    assert len(line.smtp.arrived) == 1, again["text"]


async def test_inbound_bounce_that_nobody_signed_says_nothing(line: Line) -> None:
    await line.arrives(m.mail("Was kostet das?"))
    await line.w.max("Schreib Ida Lang: Gern, 49 Euro.")
    await line.w.advance("11s")
    await line.arrives(_dsn("<sf1.00000000000000000000@firma.example>", "5.1.1", "550 User unknown"))
    assert await line.w.rows("messages", "state", "failed") == []


async def test_inbound_forged_mail_goes_into_quarantine(line: Line) -> None:
    forged = m.mail("Ich kaufe alles", Authentication_Results="mx.firma.example; dmarc=fail (p=reject) header.from=x")
    await line.arrives(forged)
    assert await line.inbound() == []
    (kept,) = await line.w.rows("provider_events")
    assert kept["reason"] == "forged sender" and b"Ich kaufe alles" in kept["body"]


async def test_inbound_a_mail_never_acts_as_one_of_ours(line: Line) -> None:
    code = next(
        w for w in (await line.w.max("/verbinden"))[0]["text"].replace("*", " ").split() if len(w) == 9 and "-" in w
    )
    await line.arrives(m.mail(code, From="Max <max@firma.example>", Subject=""))
    (row,) = await line.inbound()
    assert row["user_id"] is None and row["lead_id"] is not None


# -- unsubscribe


async def test_unsubscribe_acts_on_post_and_never_on_get(line: Line) -> None:
    await line.arrives(m.mail("Was kostet das?"))
    await line.w.max("Schreib Ida Lang: Gern, 49 Euro.")
    await line.w.advance("11s")
    number = marks.ours(line.w.parts.settings.secret(), line.smtp.arrived[0].mail["Message-ID"])
    path = f"/unsubscribe/{marks.unsubscribe_token(line.w.parts.settings.secret(), number or 0)}"
    lead = await line.lead()
    async with line.web() as http:
        page = await http.get(path)
        assert page.status_code == 200 and 'method="post"' in page.text
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "<script" not in page.text
        assert await line.w.rows("suppressions", "lead_id", lead["id"]) == []
        form = {"content-type": "application/x-www-form-urlencoded"}
        for _ in range(2):
            done = await http.post(path, content="List-Unsubscribe=One-Click", headers=form)
            assert done.status_code == 200
        for wrong in (
            path[:-1] + ("0" if path[-1] != "0" else "1"),
            "/unsubscribe/1",
            "/unsubscribe/999-00000000000000000000",
            "/unsubscribe/<b>",
        ):
            assert (await http.post(wrong, headers=form)).status_code == 404
    assert len(await line.w.rows("suppressions", "lead_id", lead["id"])) == 1
    await line.w.settle()
    assert len(line.smtp.arrived) == 1, "the page has told her; no mail about it"
    assert [c for c in await line.w.new("telegram", "max") if "abgemeldet" in c["text"]]


# -- double opt-in


async def test_double_opt_in(line: Line) -> None:
    await line.arrives(m.mail("Was kostet das?"))
    lead = await line.lead()
    await line.w.max("/optin Ida Lang")
    await line.w.settle()
    (asked,) = line.smtp.arrived
    assert asked.recipients == [IDA] and asked.mail["List-Unsubscribe"] is None
    path = re.search(r"https://bot\.example(/confirm/\S+)", asked.text)
    assert path is not None
    before = len(await line.w.rows("consents", "lead_id", lead["id"]))
    async with line.web() as http:
        page = await http.get(path[1])
        assert page.status_code == 200 and "i…@lang.example" in page.text and IDA not in page.text
        assert len(await line.w.rows("consents", "lead_id", lead["id"])) == before, "a GET confirms nothing"
        assert (await http.post(path[1])).status_code == 200
        assert (await http.post(path[1])).status_code == 404, "once"
        assert (await http.post("/confirm/" + "x" * 20)).status_code == 404
    (entry,) = await line.w.rows("consents", "basis", "double_opt_in")
    assert entry["wording"] == "email-optin-1" and entry["channel"] == "email" and IDA in entry["source"]
    await line.w.settle()
    assert [c for c in await line.w.new("telegram", "max") if "bestätigt" in c["text"]]
    (again,) = await line.w.max("/optin Ida Lang")
    assert "schon zugestimmt" in again["text"]


def _dsn(about: str, status: str, diagnosis: str) -> bytes:
    return f"""\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.lang.example>
To: {m.OWN}
Subject: Undelivered Mail Returned to Sender
Message-ID: <dsn.{status}.{hash(about) % 1000}@mx.lang.example>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"
MIME-Version: 1.0

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.lang.example

Final-Recipient: rfc822; {IDA}
Action: failed
Status: {status}
Diagnostic-Code: smtp; {diagnosis}

--b
Content-Type: text/rfc822-headers

From: {m.OWN}
Message-ID: {about}

--b--
""".replace("\n", "\r\n").encode()


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
