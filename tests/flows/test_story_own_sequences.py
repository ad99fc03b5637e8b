"""Max writes a sequence of his own: the bot shows what is wrong, then what it would do, and starts it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from store.types import File, Inbound
from tests.support.story import Story, story

FAIR = """name: Messe-Nachfass
max_duration_days: 10
max_attempts: 2
steps:
  - day: 0
    name: Danke
    action: send_message
    text: "Hallo {{first_name}}, danke für das Gespräch auf der Messe!"
    on_response: {positive: schedule_call, negative: end_sequence}
  - day: 4
    name: Nachfrage
    action: send_message
    text: "Hallo {{first_name}}, konntest du schon reinschauen?"
    on_no_response: end_sequence
"""
BROKEN = """name: Messe-Nachfass
steps:
  - day: vier
    name: Danke
    action: send_mesage
  - day: 2
    name: Nachfrage
    action: send_message
    template: gibt_es_nicht
    conditions: lead.sentimnt == 'hot'
    on_response: {positive: irgendwohin}
"""


async def sends(s: Story, name: str, content: str) -> str:
    inbound = Inbound("telegram", "max", "", files=(File(name, content.encode()),))
    number = await s.w.parts.phones.arrive(inbound, s.w.clock.now())
    await s.cards()
    await s.w.parts.inbox.accept(replace(inbound, provider_id=f"sandbox-telegram-{number}"))
    await s.w.settle()
    return "\n---\n".join(await s.cards())


async def test_from_a_file_with_slips_to_a_sequence_that_runs(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        wrong = await sends(s, "messe.yaml", BROKEN)
        assert all(f"Zeile {line}:" in wrong for line in (3, 5, 10, 11)), wrong
        assert "Meinst du »lead.sentiment«" in wrong
        shown = await sends(s, "messe.yaml", FAIR)
        assert "Tag 0: Danke – Nachricht: „Hallo" in shown and "bei Zusage: Anruf" in shown
        assert "keine freigegebene WhatsApp-Vorlage" in shown and s.labels() == ["Einschalten", "Noch nicht"]
        assert "kenne ich nicht" in await s.says("/starte Julia: Messe-Nachfass")
        assert "eingeschaltet" in await s.taps("Einschalten")
        assert "läuft jetzt" in await s.says("Starte die Sequenz Messe-Nachfass für Julia")
        assert "(deine, Version 1)" in await s.says("Welche Sequenzen habe ich?")
        await sends(s, "messe.yml", FAIR.replace("day: 4", "day: 6"))
        assert "Version 2" in await s.taps("Einschalten")
        row = (await s.w.rows("enrolments", "lead_id", 6))[-1]
        assert row["version"] == 1, "whoever is in it keeps the version she began with"
        assert "ausgeschaltet" in await s.says("Schalte die Sequenz Messe-Nachfass aus")
        assert "ausgeschaltet" in await s.says("Welche Sequenzen habe ich?")
        assert (await s.w.rows("enrolments", "lead_id", 6))[-1]["status"] == "active"


async def test_hostile_files_are_told_apart_and_change_nothing(tmp_path: Path) -> None:
    files = {
        "bombe.yaml": "a: &a [x,x]\nb: [*a,*a]\n",
        "tag.yaml": "name: !!python/object/apply:os.system ['true']\n",
        "zweimal.yaml": "name: a\nname: b\n",
        "lang.yaml": "name: a\ndescription: " + "x" * 70_000,
        "leer.yaml": "",
        "binär.yml": "name: \x00\x01",
        "tief.yaml": "a: " + "[" * 500,
    }
    async with story(tmp_path) as s:
        before = len(await s.w.rows("sequence_definitions"))
        for name, content in files.items():
            assert "kann ich so noch nicht nehmen" in await sends(s, name, content), name
        assert len(await s.w.rows("sequence_definitions")) == before


async def test_played_on_paper_nothing_leaves_and_nothing_is_kept(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        text = await s.says("Spiel die Ghost-Reaktivierung für Julia durch, wenn sie am 8. Tag absagt")
        assert "Angenommen: Absage" in text and "Langzeitpflege" in text
        pictures = [row for row in await s.w.rows("attachments") if row["name"] == "timeline.png"]
        assert len(pictures) == 1 and pictures[0]["content"][:4] == b"\x89PNG"
        assert "Nachricht: Überraschende Frage" in await s.taps("Starten") or await s.running("Julia Brandt")
        planned = text.count("Nachricht:")
        again = await s.says("Spiel das für Julia durch")
        assert "weiter" in again and again.count("Nachricht:") >= planned - 1
        assert "12 Kontakte" in await s.says("Wie wäre die Ghost-Reaktivierung letzten Monat gelaufen?")
        assert not await s.phone("Tom Wagner")


async def test_what_the_time_machine_says_is_what_happens(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        text = await s.says("Spiel die Ghost-Reaktivierung für Julia durch")
        foretold = re.findall(r"(\d+)\.(\d+)\. um (\d\d:\d\d) Uhr: Nachricht", text)
        await s.says("/starte Julia: Ghost-Reaktivierung")
        await s.passes("18d")
        happened = [at for at, _ in await s.got("Julia Brandt")]
        assert happened == [f"2026-{int(month):02d}-{int(day):02d} {clock}" for day, month, clock in foretold]
        assert len(happened) == 3
