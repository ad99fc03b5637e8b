"""Who says "no more" is left in peace at once, with one line, on every channel, for good; who might say it is asked."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from store.db import Work
from store.models import Account, Message
from store.queries import people
from store.types import Inbound
from tests.support.story import Story, story, tidy

NINA, LISA, EMILY, JONAS, MARKUS = "Nina Kraus", "Lisa Schmid", "Emily Carter", "Jonas Keller", "Markus Vogel"


async def silent_for_good(s: Story, lines: dict[str, list[str]], span: str) -> None:
    """Whatever anybody tries, nothing reaches any of them any more."""
    for name in lines:
        refused = await s.says(f"Schreib {name}: Nur noch ein Wort")
        assert "möchte keine Nachrichten mehr" in refused
        assert "möchte keine Nachrichten mehr" in await s.says(f"Starte den Erstkontakt für {name}")
    await s.passes(span)
    for name, shown in lines.items():
        assert await s.phone(name) == shown
        assert await s.running(name) == []
        assert ("refuse", "opted_out") in await s.decisions(name)
        why = await s.says(f"Warum hat {name} nichts bekommen?")
        assert "möchte keine Nachrichten mehr" in why


async def test_one_neutral_line_and_then_nothing_ever(tmp_path: Path) -> None:
    du, sie = "Alles klar, du bekommst keine Nachrichten mehr.", "In Ordnung, Sie erhalten keine Nachrichten mehr."
    said = {
        NINA: ("STOPP", du),
        LISA: ("Bitte lösch meine Nummer und schreib mir nie wieder.", du),
        JONAS: ("Nehmen Sie mich bitte aus Ihrem Verteiler.", sie),
        # Her last word is three weeks old: the line may still go, she has just written.
        "Carla Weiss": ("Ich möchte keine weiteren Nachrichten von euch bekommen", du),
    }
    async with story(tmp_path) as s:
        for name, (text, line) in said.items():
            card = await s.lead(name, text)
            assert card.startswith(f"🛑 {name} möchte keine Nachrichten mehr")
            assert s.shown[-1]["buttons"] == []
            assert await s.phone(name) == [line]
        await silent_for_good(s, {name: [line] for name, (_, line) in said.items()}, "70d")


async def test_an_english_lead_reads_it_in_english(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(EMILY, "Please take me off your list, I don't want any more texts.")
        assert await s.phone(EMILY) == ["All right, you will get no more messages."]
        await s.stranger("+4915799990044", "stop texting me please", "Joe Bloggs")
        assert await s.phone("Joe Bloggs") == ["All right, you will get no more messages."]


async def test_it_ends_the_sequence_the_held_message_and_the_proposal(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(NINA, "Was kostet das kleine Paket?")
        await s.says("Starte den Erstkontakt für Nina")
        await s.says("Schreib Nina: Der Preis kommt gleich!")
        before = await s.phone(NINA)
        await s.lead(NINA, "Stopp, bitte keine Nachrichten mehr")
        assert await s.running(NINA) == [] and (await s.ends(NINA))["first_contact_to_partner"] == "opted_out"
        assert [row["state"] for row in await s.w.rows("approvals")] == ["void"]
        assert "nichts" in await s.taps("Senden")
        await s.passes("11s")
        lines = [*before, "Alles klar, du bekommst keine Nachrichten mehr."]
        assert await s.phone(NINA) == lines
        await silent_for_good(s, {NINA: lines}, "9d")


async def test_saying_it_twice_is_answered_once(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(NINA, "Abmelden")
        await s.lead(NINA, "STOPP!!!")
        assert len(await s.phone(NINA)) == 1


async def test_who_opted_out_and_asks_something_later_gets_no_proposal_nobody_could_send(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(NINA, "Stop")
        card = await s.lead(NINA, "Was würde denn das kleine Paket kosten?")
        assert "hat sich abgemeldet" in card and "Vorschlag" not in card and s.shown[-1]["buttons"] == []
        assert await s.w.rows("approvals") == []
        assert len(await s.phone(NINA)) == 1


async def test_the_same_person_under_a_new_name_stays_out(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(NINA, "STOPP")
        await s.says("/aendere Nina Kraus: Name = Nina Krause-Lang")
        assert "möchte keine Nachrichten mehr" in await s.says("Schreib Nina Krause-Lang: Hallo!")
        number = (await s.row("Nina Krause-Lang"))["phone"]
        assert "möchte keine Nachrichten mehr" in await s.says(f"/whatsapp {number}: Hallo!")


@pytest.mark.parametrize(
    "text",
    [
        "Stopp mal kurz, ich hab die Frage nicht verstanden: Was ist im Paket?",
        "Komm doch am Stand vorbei, bevor ihr aufhört!",
        "Can you stop by at my office on Monday?",
        "Ich kann mit dem Rauchen einfach nicht aufhören, hilft das?",
    ],
)
async def test_what_only_sounds_like_it_stops_nothing(tmp_path: Path, text: str) -> None:
    async with story(tmp_path) as s:
        card = await s.lead(NINA, text)
        assert "🛑" not in card
        assert await s.w.rows("suppressions") == []
        assert await s.phone(NINA) == []


async def test_perhaps_means_pause_and_the_rep_ends_it(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Starte die Ghost-Reaktivierung für Nina")
        await s.passes("1m")
        before = await s.phone(NINA)
        card = await s.lead(NINA, "Hör auf")
        assert "Das klingt, als wollte Nina Kraus keine Nachrichten mehr." in card
        assert s.labels() == ["Kontakt beenden", "Weiter in Kontakt"]
        await s.passes("9d")
        assert await s.phone(NINA) == before
        assert "angehalten" in await s.says("Warum hat Nina nichts bekommen?")
        await s.lead(NINA, "Hör auf")
        answer = await s.taps("Kontakt beenden")
        assert answer == "In Ordnung, von hier geht nichts mehr an Nina Kraus raus, auf keinem Kanal."
        lines = [*before, "Alles klar, du bekommst keine Nachrichten mehr."]
        assert await s.phone(NINA) == lines
        assert "schon erledigt" in await s.taps("Weiter in Kontakt")
        await silent_for_good(s, {NINA: lines}, "8d")


async def test_perhaps_means_pause_and_the_rep_goes_on(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Starte die Ghost-Reaktivierung für Nina")
        await s.passes("1m")
        before = len(await s.phone(NINA))
        await s.lead(NINA, "Hör auf")
        asked = await s.says("Schreib Nina: Alles gut?")
        assert "angehalten" in asked and "Trotzdem senden" in " ".join(s.labels())
        tidy(await s.taps("Weiter in Kontakt"))
        assert s.shown[-1]["text"] == "Alles klar, mit Nina Kraus geht es weiter wie bisher."
        assert (await s.row(NINA))["paused_reason"] is None
        await s.passes("15d")
        assert len(await s.phone(NINA)) > before


async def test_it_needs_neither_a_model_nor_the_queue_and_holds_on_every_channel(tmp_path: Path) -> None:
    """Whatever else stands still: once her word is saved, nothing that waits for her may leave, wherever it waits."""
    async with story(tmp_path, openai_api_key="nobody-answers", openai_base_url="http://127.0.0.1:9") as s:
        await s.says("Starte den Erstkontakt für Nina")
        await s.says("Schreib Nina auf WhatsApp: Der Preis kommt gleich!")
        (lead,) = await s.w.rows("leads", "name", NINA)
        reached = {"whatsapp": lead["phone"], "email": "nina@kraus.example", "instagram": "17841", "telegram": "2002"}
        async with s.w.parts.db.write() as work:
            for channel in ("email", "instagram", "telegram"):
                await _waiting(work, lead, channel, reached[channel], s.w.clock.now())
        await s.w.parts.bell.stop()  # from here on nothing is worked, as in an outage
        before = time.perf_counter()
        await s.w.parts.inbox.accept(Inbound("whatsapp", lead["phone"], "stop-1", text="STOPP"))
        assert time.perf_counter() - before < 1
        told = [row for row in await s.w.rows("messages", "lead_id", lead["id"]) if row["direction"] == "out"]
        waiting = [row for row in told if row["state"] in ("held", "queued")]
        assert [row["text"] for row in waiting] == ["Alles klar, du bekommst keine Nachrichten mehr."]
        s.w.clock.at += timedelta(hours=1)
        for _ in range(3):
            await s.w.parts.delivery.drain()
        shown = {channel: await s.w.new(channel, address) for channel, address in reached.items()}
        assert [one["text"] for one in shown["whatsapp"]][-1:] == [waiting[0]["text"]]
        assert not any("Preis" in one["text"] for one in shown["whatsapp"])
        assert not (shown["email"] or shown["instagram"] or shown["telegram"])


async def _waiting(work: Work, lead: dict[str, Any], channel: str, address: str, now: datetime) -> None:
    """A message to her that is due on another channel, in the middle of a retry."""
    account = (await work.session.scalars(select(Account).where(Account.channel == channel))).first()
    if account is None:
        account = Account(team_id=lead["team_id"], channel=channel, name="sandbox", provider="sandbox")
        work.session.add(account)
        await work.session.flush()
    line = await people.open_conversation(work.scope(), account, address, lead_id=lead["id"])
    work.session.add(
        Message(team_id=lead["team_id"], account_id=account.id, conversation_id=line.id, lead_id=lead["id"],
                direction="out", state="queued", kind="chat", origin="human", text="Noch ein Versuch",
                attempts=2, at=now, due_at=now + timedelta(minutes=5))
    )  # fmt: skip
