"""A morning with two hundred contacts: one message, one tap, card after card, and an evening line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from store.models import Consent, Conversation, Identity, Lead, LeadAnalysis, Message
from tests.support.story import Story, berlin, story, tidy

NAMES = ("Alma", "Bruno", "Cem", "Dora", "Emil", "Frieda", "Gero", "Hilde", "Ivo", "Jette")
FAMILIES = ("Adler", "Busch", "Conrad", "Dorn", "Ebner", "Fuchs", "Graf", "Horn", "Igel", "Jung",
            "Kern", "Lang", "Moser", "Nagel", "Ott", "Pohl", "Rauch", "Stark", "Thoma", "Vogt")  # fmt: skip


async def two_hundred(s: Story) -> None:
    """Two hundred contacts of Max: a few wait for an answer, some are warm and silent, many have long been quiet."""
    now = s.w.clock.now()
    maxes = (await s.w.rows("leads", "name", "Tom Wagner"))[0]
    account = (await s.w.rows("accounts", "channel", "whatsapp"))[0]
    async with s.w.parts.db.write() as work:
        for n in range(200):
            name = f"{NAMES[n % 10]} {FAMILIES[n // 10]}"
            wrote = now - timedelta(hours=2) if n % 40 == 0 else now - timedelta(days=20 + n % 9)
            wrote_last = now - timedelta(days=12 if n % 3 else 4)
            lead = Lead(
                team_id=maxes["team_id"], owner_id=maxes["owner_id"], name=name,
                phone=f"+49151777{n:05d}", stage="in_contact", score=20 + n % 60,
                quality="warm" if n % 3 == 0 else "cold", last_inbound_at=wrote,
                last_outbound_at=None if n % 40 == 0 else wrote_last, source="demo",
                created_at=now - timedelta(days=90),
            )  # fmt: skip
            work.session.add(lead)
            await work.session.flush()
            work.session.add(Identity(account_id=account["id"], external_id=lead.phone, lead_id=lead.id))
            talk = Conversation(team_id=lead.team_id, account_id=account["id"], channel="whatsapp",
                                external_id=lead.phone, lead_id=lead.id, last_inbound_at=wrote)  # fmt: skip
            work.session.add(talk)
            await work.session.flush()
            base: dict[str, Any] = {"team_id": lead.team_id, "account_id": account["id"], "conversation_id": talk.id,
                                    "lead_id": lead.id}  # fmt: skip
            heard = Message(**base, direction="in", state="done", text="Was kostet das denn?", at=wrote,
                            provider_id=f"test-{n}")  # fmt: skip
            work.session.add(heard)
            await work.session.flush()
            if lead.last_outbound_at:
                work.session.add(Message(**base, direction="out", state="read", text="Schau mal hier!",
                                         at=wrote_last, sent_at=wrote_last))  # fmt: skip
            work.session.add(
                LeadAnalysis(team_id=lead.team_id, lead_id=lead.id, message_id=heard.id, intent="price_objection",
                             urgency="low", tone="neutral", category="price", confidence=80, provider="offline",
                             score=lead.score, quality=lead.quality, at=wrote)
            )  # fmt: skip
            work.session.add(Consent(team_id=lead.team_id, lead_id=lead.id, channel="*", basis="express", at=wrote))


async def test_a_morning_with_two_hundred_contacts(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-25 06:30", quiet=False) as s:
        await two_hundred(s)
        # At eight one message, with what counts and a button.
        morning = [c for c in await s.until("2026-11-25 08:00") if "Guten Morgen" in c]
        assert len(morning) == 1 and "20 sind heute dran" in morning[0]
        assert s.labels() == ["Los geht's"]
        # One tap, and the same message is the first card: who asked for something comes before who is silent.
        shown = await s.taps("Los geht's")
        assert "1 von 20" in shown and "heute noch" in shown and "wartet auf deine Antwort" in shown
        phones = await s.w.parts.phones.shows("telegram", "max")
        assert len([i for i in phones if i["direction"] == "to_person"]) == 1, "one message, edited in place"
        # He works through it: sends eight, puts two off, skips the rest, and touches nothing else.
        for place in range(2, 10):
            shown = await s.taps("Senden")
            assert f"{place} von 20" in shown and "raus." in shown
        for place in range(10, 12):
            assert "Auf wann" in await s.taps("Später")
            shown = await s.taps("Morgen um 9")
            assert f"{place} von 20" in shown
        for _ in range(11, 21):
            shown = await s.taps("Auslassen")
        assert "Gesendet: 8" in shown and "verschoben: 2" in shown and "ausgelassen: 10" in shown
        await s.passes("15s")
        sent = [m for m in await s.w.rows("messages", "state", "sent") if m["lead_id"] and m["approval_id"]]
        assert len(sent) == 8 and len({m["lead_id"] for m in sent}) == 8
        approvals = await s.w.rows("approvals", "reason", "follow_up")
        assert [row["state"] for row in approvals] == ["approved"] * 8 and all(row["decided_by"] for row in approvals)
        # The next list knows what was done: nobody of them again today.
        again = await s.says("Wer ist heute dran?")
        follow_ups = await s.w.rows("follow_ups", "state", "open")
        handled = {row["lead_id"] for row in await s.w.rows("follow_ups") if row["state"] not in ("open", "void")}
        assert "20 sind heute dran" in again and not {row["lead_id"] for row in follow_ups} & handled
        evening = [c for c in await s.until("2026-11-25 18:30") if "Dein Tag" in c]
        assert len(evening) == 1 and "8 Nachrichten gesendet" in evening[0]


async def test_nothing_to_say_is_not_said(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-25 06:30", rep="sofia", quiet=False) as s:
        assert await s.until("2026-11-26 20:00") == []


async def test_two_days_away_one_list(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-25 06:30", quiet=False) as s:
        await s.passes("1m")
        s.w.clock.at = berlin("2026-11-27 10:10")  # nobody ticked for two days
        await s.w.parts.drive.run_due()
        assert len([c for c in await s.cards() if "Guten Morgen" in c]) == 1
        await s.w.parts.drive.run_due()
        assert not [c for c in await s.cards() if "Guten Morgen" in c]
        assert len([c for c in await s.until("2026-11-28 09:00") if "Guten Morgen" in c]) == 1


async def test_sundays_and_holidays_are_his_own(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-12-24 21:00", quiet=False) as s:
        cards = await s.until("2026-12-27 23:00")  # two holidays and a Sunday
        assert not [c for c in cards if "Guten Morgen" in c]
        assert [c for c in await s.until("2026-12-28 08:00") if "Guten Morgen" in c]


async def test_his_own_hour_and_none_at_all(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-25 10:30", quiet=False) as s:
        tidy(await s.says("Schick mir die Liste um 7:15"))
        assert not [c for c in await s.until("2026-11-26 07:14") if "Guten Morgen" in c]
        assert [c for c in await s.until("2026-11-26 07:15") if "Guten Morgen" in c]
        await s.says("Keine Morgenliste mehr")
        assert not [c for c in await s.until("2026-11-27 12:00") if "Guten Morgen" in c]


async def test_the_card_takes_the_place_of_the_list_and_a_second_tap_does_nothing(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Wer ist heute dran?")
        first = s.buttons("Senden")[0]
        await s.w.max(tap=first["id"])
        told = await s.w.max(tap=first["id"])
        assert "schon" in told[-1]["text"].lower()
        await s.passes("11s")
        sent = [m for m in await s.w.rows("messages", "lead_id", 3) if m["direction"] == "out"]
        assert len(sent) == 1


async def test_who_writes_meanwhile_is_shown_afresh(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Wer ist heute dran?")
        send = s.buttons("Senden")[0]
        await s.lead("Tom Wagner", "Noch etwas: wie viel kostet das große Paket?")
        shown = await s.w.max(tap=send["id"])
        assert "inzwischen geschrieben" in shown[-1]["text"] and "das große Paket" in shown[-1]["text"]
        await s.passes("11s")
        assert not await s.phone("Tom Wagner")


async def test_whoever_opts_out_is_no_card(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead("Tom Wagner", "STOPP, bitte keine Nachrichten mehr")
        assert "Tom Wagner" not in await s.says("Wer ist heute dran?")
        answer = await s.says("Warum nicht Tom?")
        assert "steht heute nicht auf deiner Liste" in answer and "keine Nachrichten mehr" in answer


async def test_by_number_and_by_word_as_well(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("wen soll ich heute anschreiben")
        assert "2 von" in await s.says("Auslassen")
        assert "Auf wann" in await s.says("3")
        assert "3 von" in await s.says("morgen um halb vier")
        assert "geht in 10 Sekunden raus" in await s.says("Senden")
        assert "Zurückgenommen" in await s.says("rückgängig")
