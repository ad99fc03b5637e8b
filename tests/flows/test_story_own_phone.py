"""Max answers Julia from his own phone: the bot keeps out of it, and comes back only by rule."""

from __future__ import annotations

from pathlib import Path

from tests.support.story import Story, story


async def own(s: Story, name: str, text: str, number: int = 1) -> None:
    await s.w.own(name, text, number)


async def test_it_keeps_out_and_comes_back_after_three_days(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/starte Julia: Ghost-Reaktivierung")
        await s.until("2026-12-02 08:00")
        sent = len(await s.phone("Julia Brandt"))
        await own(s, "Julia Brandt", "Hi Julia, ich ruf dich später an!")
        await own(s, "Julia Brandt", "Hi Julia, ich ruf dich später an!")  # delivered twice
        rows = [row for row in await s.w.rows("messages", "lead_id", 6) if row["payload"].get("signal") == "own"]
        assert len(rows) == 1 and (rows[0]["direction"], rows[0]["state"]) == ("out", "sent")
        await s.until("2026-12-05 07:30")
        assert len(await s.phone("Julia Brandt")) == sent, "the step of 2 December waits"
        assert "selbst vom Handy" in await s.says("Warum bekommt Julia nichts?")
        await s.until("2026-12-05 12:00")
        assert len(await s.phone("Julia Brandt")) == sent + 1


async def test_the_echo_of_our_own_message_is_nobody_at_the_phone(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Schreib Lisa auf WhatsApp: Hallo Lisa, bis Freitag!")
        await s.passes("1m")
        said = (await s.phone("Lisa Schmid"))[-1]
        await own(s, "Lisa Schmid", said)
        lead = (await s.w.rows("leads", "name", "Lisa Schmid"))[0]
        assert lead["taken_at"] is None
        await own(s, "Lisa Schmid", "Ich ruf dich gleich an.", 2)
        assert (await s.w.rows("leads", "name", "Lisa Schmid"))[0]["taken_at"] is not None


async def test_a_lead_in_automatic_mode_gets_no_answer_beside_the_rep(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Setz den Modus für Julia auf auto")
        await own(s, "Julia Brandt", "Ich kläre das für dich.")
        before = len(await s.phone("Julia Brandt"))
        card = await s.lead("Julia Brandt", "Danke! Wie lange dauert das?")
        assert "Wie lange dauert das?" in card and "Vorschlag" not in card
        assert len(await s.phone("Julia Brandt")) == before
        assert "wieder dabei" in await s.says("Übernimm bei Julia wieder")


async def test_after_twelve_silent_hours_her_message_brings_it_back(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await own(s, "Julia Brandt", "Ich melde mich.")
        await s.until("2026-11-26 09:00")
        await s.lead("Julia Brandt", "Hallo? Ich hätte da noch eine Frage zum Preis")
        assert "gar nicht zurückgezogen" in await s.says("/uebernimm Julia")


async def test_what_no_one_knows_is_nothing(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        leads = len(await s.w.rows("leads"))
        await s.w.own("", "Hallo", 7, number="+4915999999999")
        assert len(await s.w.rows("leads")) == leads
