"""A rep sends files into the chat: contacts come in after a look, nobody twice, and an undo takes them back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from store.types import File, Inbound
from tests.support.story import Story, story

CSV = """Vorname;Nachname;Handynummer;E-Mail-Adresse;Firma;Ort
Jörg;Müller;0151 / 234 567 89;JOERG@example.de;Müller GmbH;Köln
Sabine;Öztürk;+43 (0)664 1234567;;;Wien
Anna;Berger;0049 151 12340001;;;
Jörg;Müller;+4915123456789;;;
Ohne;Nummer;;;;
Kaputt;Nummer;12;;;
;;;;;
"""
VCARDS = """BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Reto Zürcher\r\nTEL;TYPE=CELL:079 123 45 67\r\nORG:Zürcher AG\r
ADR;TYPE=HOME:;;Gasse 1;Bern;;3000;Schweiz\r\nEND:VCARD\r
BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Eva;;;\r
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Eva M=C3=BCller\r\nEMAIL:eva@example.org\r\nEND:VCARD\r
BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ohne Adresse\r\nEND:VCARD\r\n"""
ANDROID = """24.11.26, 18:02 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.
24.11.26, 18:02 - Max: Hallo Heidi, schön dich gestern kennengelernt zu haben!
24.11.26, 18:40 - Heidi Klein: Ja, fand ich auch.
Erzähl mir gern mehr.
24.11.26, 18:41 - Heidi Klein: <Medien ausgeschlossen>
"""
IPHONE = """[11/23/26, 9:05:10 PM] ‎Messages and calls are end-to-end encrypted.
[11/23/26, 9:05:11 PM] Oliver Stone: How much is it?
[11/23/26, 9:07:00 PM] Max: I'll send you the details: tomorrow
[11/24/26, 8:00:00 AM] Oliver Stone: Thanks
"""


async def sends(s: Story, name: str, content: bytes | str, text: str = "") -> str:
    """Max sends a file; the bot's answer."""
    data = content.encode() if isinstance(content, str) else content
    inbound = Inbound("telegram", "max", "", text=text, files=(File(name, data),))
    number = await s.w.parts.phones.arrive(inbound, s.w.clock.now())
    await s.cards()
    await s.w.parts.inbox.accept(replace(inbound, provider_id=f"sandbox-telegram-{number}"))
    await s.w.settle()
    return "\n---\n".join(await s.cards())


async def test_a_table_comes_in_after_a_look_and_goes_again(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        shown = await sends(s, "kontakte.csv", CSV)
        assert "2 neue Kontakte, 4 lasse ich aus" in shown
        assert "Jörg Müller (+4915123456789, joerg@example.de)" in shown and "+436641234567" in shown
        assert "Anna Berger – hast du schon" in shown and "steht doppelt" in shown and "keine Nummer" in shown
        assert "Kaputt Nummer – Nummer oder E-Mail nicht lesbar" in shown
        assert len(await s.w.rows("leads")) == 12
        done = await s.taps("Anlegen (2)")
        assert "2 Kontakte angelegt" in done
        leads = {row["name"]: row for row in await s.w.rows("leads")}
        assert (leads["Jörg Müller"]["company"], leads["Jörg Müller"]["place"]) == ("Müller GmbH", "Köln")
        assert leads["Sabine Öztürk"]["source"] == "import" and not await s.w.rows(
            "consents", "lead_id", leads["Sabine Öztürk"]["id"]
        )
        assert "schon erledigt" in await s.taps("Anlegen (2)")
        await s.says("Notiz zu Sabine Öztürk: mag Tee")
        assert "Ein Kontakt ist wieder weg. Einen habe ich behalten" in await s.taps("Import rückgängig")
        assert {"Sabine Öztürk"} == {row["name"] for row in await s.w.rows("leads")} - {
            row["name"] for row in await s.w.rows("leads", "source", "demo")
        }
        again = await sends(s, "kontakte.csv", CSV)
        assert "Sabine Öztürk – hast du schon" in again


async def test_excel_and_cards(tmp_path: Path) -> None:
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Meine Kontakte"])
        sheet.write_row(1, 0, ["Name", "Mobile", "Email"])
        sheet.write_row(2, 0, ["Peter Excel", 4915155555555, "peter@example.com"])
    async with story(tmp_path) as s:
        shown = await sends(s, "Liste.xlsx", made.getvalue(), "das sind meine")
        assert "ein neuer Kontakt" in shown and "Peter Excel (+4915155555555, peter@example.com)" in shown
        shown = await sends(s, "kontakte.vcf", VCARDS)
        assert "2 neue Kontakte, 1 lasse ich aus" in shown and "Reto Zürcher" in shown and "Eva Müller" in shown
        assert "Ohne Adresse – keine Nummer" in shown
        await s.taps("Anlegen (2)")
        reto = (await s.w.rows("leads", "name", "Reto Zürcher"))[0]
        assert (reto["phone"], reto["company"], reto["place"]) == ("+41791234567", "Zürcher AG", "Bern")


async def test_an_exported_chat_becomes_a_lead_with_its_history(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        shown = await sends(s, "WhatsApp Chat mit Heidi Klein.txt", ANDROID)
        assert "Heidi Klein (2 Nachrichten)" in shown
        await s.taps("Anlegen (1)")
        heidi = (await s.w.rows("leads", "name", "Heidi Klein"))[0]
        lines = await s.w.rows("messages", "lead_id", heidi["id"])
        assert [(row["direction"], row["text"]) for row in lines] == [
            ("out", "Hallo Heidi, schön dich gestern kennengelernt zu haben!"),
            ("in", "Ja, fand ich auch.\nErzähl mir gern mehr."),
        ]
        assert lines[0]["at"].isoformat().startswith("2026-11-24T17:02")
        zipped = io.BytesIO()
        with zipfile.ZipFile(zipped, "w") as archive:
            archive.writestr("_chat.txt", IPHONE)
        shown = await sends(s, "WhatsApp Chat - Oliver Stone.zip", zipped.getvalue())
        assert "Oliver Stone (3 Nachrichten)" in shown
        # What was said somewhere else opens no window here.
        await s.taps("Anlegen (1)")
        oliver = (await s.w.rows("leads", "name", "Oliver Stone"))[0]
        assert oliver["last_inbound_at"] <= s.w.clock.now().replace(day=24)


async def test_a_large_file_shows_how_far_it_is_in_one_message(tmp_path: Path) -> None:
    rows = "\n".join(f"Person {n};+4915{n:09d}" for n in range(10_000_000, 10_000_450))
    async with story(tmp_path) as s:
        assert "450 neue Kontakte" in await sends(s, "viele.csv", f"Name;Telefon\n{rows}")
        assert "200 von 450" in await s.taps("Anlegen (450)")
        before = len(await s.w.parts.phones.shows("telegram", "max"))
        for _ in range(2):
            await s.w.parts.drive.run_due()
            await s.w.settle()
        after = await s.w.parts.phones.shows("telegram", "max")
        assert len(after) == before + 1 and "450 Kontakte angelegt" in after[-1]["text"]
        assert len(await s.w.rows("leads")) == 462


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("leer.csv", b"", "nichts gefunden"),
        ("bild.csv", b"\x00\x01\x02" * 50, "keine Textdatei"),
        ("kaputt.xlsx", b"PK\x03\x04 no", "nicht als Tabelle lesen"),
        ("kaputt.zip", b"PK\x03\x04 no", "kein exportierter WhatsApp-Chat"),
        ("leer.vcf", b"Hallo", "nichts gefunden"),
        ("gruppe.txt", b"1.2.26, 10:00 - A: x\n1.2.26, 10:01 - B: y\n1.2.26, 10:02 - C: z\n", "ein Gruppenchat"),
        ("roman.pdf", b"%PDF", "kann ich noch nicht öffnen"),
    ],
)
async def test_what_cannot_be_read_says_so(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    async with story(tmp_path) as s:
        assert said in await sends(s, name, content)
        assert len(await s.w.rows("leads")) == 12


async def test_an_archive_that_explodes_is_refused(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_chat.txt", b"0" * 30_000_000)
    async with story(tmp_path) as s:
        assert "kein exportierter WhatsApp-Chat" in await sends(s, "chat.zip", bomb.getvalue())
