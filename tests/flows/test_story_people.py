"""What Max knows of his people and whose people they are; sequences by the names people give them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from store.models import Lead
from tests.support.story import story, tidy


async def test_how_hot_and_why_adds_up(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead("Nina Kraus", "Ich will unbedingt heute noch bestellen, 3 Pakete nach Ulm, es eilt sehr!")
        answer = await s.says("Wie heiß ist Nina?")
        tidy(answer)
        row = await s.row("Nina Kraus")
        assert row["score"] >= 60 and f"Nina Kraus: HOT, {row['score']} von 100" in answer
        assert "will kaufen (+50/50)" in answer and "gültige Nummer (+20/30)" in answer
        assert "of 100" in await s.says("How hot is Nina Kraus right now?")
        assert "asks" in s.shown[-1]["text"] or "wants to buy (+50/50)" in s.shown[-1]["text"]
        # Somebody who never wrote is scored by what is known, and that is said.
        unheard = await s.says("/score Peter Hofer")
        assert "Nachricht" in unheard or "message" in unheard


@pytest.mark.parametrize(
    ("said", "satisfaction"),
    [
        ("Julia ist jetzt Kundin und mit 8 von 10 zufrieden", 8),
        ("Julia Brandt ist ab heute Kundin, Zufriedenheit 10", 10),
        ("Julia is a customer now, satisfaction 7", 7),
        ("/aendere Julia: Kunde = ja", None),
    ],
)
async def test_a_customer_and_how_satisfied(tmp_path: Path, said: str, satisfaction: int | None) -> None:
    async with story(tmp_path) as s:
        answer = await s.says(said)
        tidy(answer)
        row = await s.row("Julia Brandt")
        assert row["is_customer"] and row["stage"] == "customer"
        assert row["satisfaction_score"] == satisfaction
        assert "gehört jetzt zu deinen Kunden" in answer or "now one of your customers" in answer


async def test_hot_leads_are_listed(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        answer = await s.says("Zeig mir meine heißen Leads")
        assert "Tom Wagner · HOT 77" in answer and "Nina Kraus" not in answer
        assert "Notiert zu Tom Wagner" in await s.says("Notiz zu Tom: hat am 4. Mai Geburtstag")


async def test_a_contact_is_known_by_name_however_it_looks(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        async with s.w.parts.db.write() as work:
            nina = (await work.session.scalars(select(Lead).where(Lead.name == "Nina Kraus"))).one()
            nina.name = "Wolke Sommer"
        await s.says("erinner mich morgen um 9 an sommer")
        await s.says("notiz zu wolke mag hunde")
        assert [name for name, _ in await s.acts()][-2:] == ["create_reminder", "add_note"], await s.acts()
        assert "Wolke" in s.shown[-1]["text"]


@pytest.mark.parametrize(
    ("said", "sequence"),
    [
        ("Starte die Ghost-Reaktivierung für Nina", "ghost_reactivation"),
        ("Start ghost reactivation for Nina Kraus", "ghost_reactivation"),
        ("Setz Nina in die Reaktivierung", "ghost_reactivation"),
        ("Starte bei Nina den Erstkontakt", "first_contact_to_partner"),
        ("Start the first contact sequence for Nina", "first_contact_to_partner"),
        ("Starte für Nina die Sequenz Erstkontakt bis Partner", "first_contact_to_partner"),
        ("Nimm Nina in die Langzeitpflege auf", "long_term_nurture"),
        ("/sequenz Nina: Nurture", "long_term_nurture"),
    ],
)
async def test_a_sequence_has_many_names(tmp_path: Path, said: str, sequence: str) -> None:
    async with story(tmp_path) as s:
        answer = await s.says(said)
        assert await s.running("Nina Kraus") == [sequence], answer
        tidy(answer)
        assert "Nina Kraus" in answer
        # Read by a German or an English eye, the next step has a name in that language.
        german = "läuft jetzt" in answer
        assert (
            "Interesse klären" in answer or "Überraschende Frage" in answer or "kleiner Schritt" in answer
        ) is german
        await s.taps("Stop")
        assert await s.running("Nina Kraus") == []


async def test_and_many_ways_to_stop_it(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        for said in (
            "Stoppe die Ghost-Reaktivierung für Nina",
            "Stopp alles bei Nina",
            "Beende die Sequenz für Nina",
            "Stop the sequence for Nina",
            "/stoppe Nina",
        ):
            assert await s.says("/sequenz Nina: Ghost-Reaktivierung")
            assert await s.running("Nina Kraus") == ["ghost_reactivation"], said
            answer = await s.says(said)
            tidy(answer)
            assert await s.running("Nina Kraus") == [], answer
        await s.passes("15d")
        assert await s.phone("Nina Kraus") == []


async def test_a_sequence_nobody_knows_and_one_that_runs_already(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        answer = await s.says("Starte die Sequenz Sommerfest für Nina")
        assert "Sommerfest" in answer and {"Ghost-Reaktivierung", "Langzeitpflege"} <= set(s.labels())
        assert "Langzeitpflege" in await s.taps("Langzeitpflege")
        assert "schon" in await s.says("Starte die Langzeitpflege für Nina")
        assert "läuft gerade keine Sequenz" in await s.says("Stoppe die Sequenz für Tom")


async def test_lena_and_sofia_cannot_see_the_leads_of_max(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead("Tom Wagner", "Passt es am Dienstag um 17 Uhr?")
        secret = ("0003", "Wagner Fitness", "Berlin", "77", "HOT", "Dienstag")
        for rep in ("lena", "sofia"):
            for said in (
                "Wie heiß ist Tom Wagner?",
                "Schreib Tom Wagner: Hallo aus dem Team",
                "Starte die Ghost-Reaktivierung für Tom Wagner",
                "Tom Wagner ist jetzt Kunde",
                "Warum hat Tom Wagner nichts bekommen?",
                "Zeig mir alle heißen Leads",
                "Erinnere mich morgen um 10 an Tom Wagner",
                "/freigaben",
                "/freigabe 1",
                "/notiz Tom Wagner: gehört jetzt mir",
                "/whatsapp +4915112340003: Hallo",
            ):
                answer = await s.says(said, rep=rep)
                assert not [part for part in secret if part in answer], (said, answer)
        await s.passes("11s")
        assert await s.phone("Tom Wagner") == []
        assert (await s.row("Tom Wagner"))["owner_id"] == 2 and not (await s.row("Tom Wagner"))["is_customer"]
        assert [row["state"] for row in await s.w.rows("approvals")] == ["pending"]
        assert len([row for row in await s.w.rows("leads") if row["phone"] == "+4915112340003"]) == 1
