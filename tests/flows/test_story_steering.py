"""Max has his hand on Julia's sequence: he pauses it, lets it go on, leaves a step out and moves another."""

from __future__ import annotations

from pathlib import Path

from tests.support.story import story


async def test_a_pause_moves_everything_by_its_own_length(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/starte Julia: Ghost-Reaktivierung")
        await s.until("2026-11-27 12:00")
        assert len(await s.phone("Julia Brandt")) == 1
        assert "Pause" in await s.says("Pausiere die Sequenz für Julia")
        await s.until("2026-12-07 12:00")
        assert len(await s.phone("Julia Brandt")) == 1
        assert "Neuer Blickwinkel" in await s.says("Lass die Sequenz von Julia weiterlaufen")
        await s.until("2026-12-12 10:00")
        assert len(await s.phone("Julia Brandt")) == 1
        await s.until("2026-12-12 11:00")  # day 7 plus the ten days of the pause
        assert len(await s.phone("Julia Brandt")) == 2
        await s.until("2026-12-19 11:00")
        assert len(await s.phone("Julia Brandt")) == 3


async def test_a_pause_with_an_end_goes_on_by_itself(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/starte Julia: Ghost-Reaktivierung")
        await s.until("2026-11-30 12:00")
        assert "Mittwoch" in await s.says("Pausiere Julias Sequenz bis Mittwoch, 16.12. um 12 Uhr")
        assert "Warum" not in await s.says("Warum nicht Julia?")
        await s.until("2026-12-18 10:00")
        assert len(await s.phone("Julia Brandt")) == 1
        await s.until("2026-12-18 11:00")
        assert len(await s.phone("Julia Brandt")) == 2


async def test_a_reply_during_a_pause_is_remembered(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/starte Julia: Ghost-Reaktivierung")
        await s.until("2026-12-02 09:00")
        await s.says("/pause Julia")
        await s.lead("Julia Brandt", "Hallo, wie war das nochmal gemeint?")
        await s.says("/weiter Julia")
        await s.until("2026-12-02 23:00")
        assert len(await s.phone("Julia Brandt")) == 1, "nobody writes into a talk that is under way"
        assert (await s.w.rows("enrolments", "lead_id", 6))[-1]["status"] == "active"


async def test_a_message_that_a_pause_stopped_was_no_attempt(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        s.w.parts.phones.fault("whatsapp", "drop", 5)
        await s.says("/starte Julia: Ghost-Reaktivierung")
        assert await s.phone("Julia Brandt") == []
        await s.says("/pause Julia")
        assert [(await s.w.rows("enrolments", "lead_id", 6))[-1][name] for name in ("attempts", "step")] == [0, 0]
        s.w.parts.phones._faults.clear()
        await s.until("2026-11-26 12:00")
        assert await s.phone("Julia Brandt") == []
        await s.says("/weiter Julia")
        await s.until("2027-01-05 12:00")
        assert len(await s.phone("Julia Brandt")) == 3, "all the attempts she was to get"


async def test_a_step_left_out_and_the_next_one_moved(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/starte Julia: Ghost-Reaktivierung")
        await s.passes("1d")
        assert "Freundlicher Abschied" in await s.says("Überspring den nächsten Schritt bei Julia")
        assert "11.12." in await s.says("Verschieb den nächsten Schritt für Julia auf Freitag, 11.12.")
        await s.until("2026-12-11 10:00")
        assert len(await s.phone("Julia Brandt")) == 1
        await s.until("2026-12-11 11:00")
        assert len(await s.phone("Julia Brandt")) == 2
        assert "verschoben" in await s.says("Warum ging bei Julia nichts raus?")


async def test_two_sequences_of_one_lead_never_speak_at_once(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/starte Julia: Ghost-Reaktivierung")
        await s.says("/starte Julia: Erstkontakt bis Partner")
        await s.passes("8h")
        assert len(await s.phone("Julia Brandt")) == 1
        waits = await s.w.rows("enrolments", "status", "active")
        assert sorted(row["sequence"] for row in waits if row["attempts"] == 0 and row["lead_id"] == 6) == [
            "first_contact_to_partner"
        ], "the second one waits with its step, it is not lost"
        await s.passes("20h")
        assert len(await s.phone("Julia Brandt")) == 2
