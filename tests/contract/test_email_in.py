"""CHANNELS 1.7, row by row, what arrives: over Dovecot, into the whole bot, and what is answered."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from channels.email import marks
from tests.support import mail as m
from tests.support.mailbox import IDA, Line, mailbox


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with mailbox(tmp_path / "w") as found:
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


async def test_email_duplicates_and_email_uids_once_by_message_id_also_after_the_mailbox_was_renumbered(
    line: Line,
) -> None:
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


async def test_email_uids_go_on_after_a_restart_where_it_stopped(line: Line) -> None:
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


async def test_email_quoted_text_is_stripped(line: Line) -> None:
    await line.arrives(m.mail("Ja, gern!\n\nAm 25.11.2026 um 10:12 schrieb Max:\n> Passt STOPP morgen?\n> Max\n"))
    assert [row["text"] for row in await line.inbound()] == ["Frage\n\nJa, gern!"]


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


async def test_email_machines_are_never_answered_nor_counted(line: Line) -> None:
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


async def test_email_unsubscribe_acts_on_post_and_never_on_get(line: Line) -> None:
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
