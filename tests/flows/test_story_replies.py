"""A lead answers: Max reads what she wrote, how hot she is and why, and a proposal he sends, changes or rejects."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.story import Story, story, tidy

JULIA, TOM, EMILY, JONAS = "Julia Brandt", "Tom Wagner", "Emily Carter", "Jonas Keller"
ASKS = "Hallo Max, geht am Dienstag um 17 Uhr ein Telefonat? Ich hätte Fragen zur Lieferung nach Koblenz."


def proposal(card: str) -> str:
    """The proposed text on a card."""
    assert "Mein Vorschlag:\n»" in card or "My proposal:\n" in card, card
    return card.rpartition("»")[2].partition("«")[0] if "»" in card else card.rpartition(':\n"')[2].rstrip('"')


async def newest(s: Story, table: str) -> dict[str, object]:
    return (await s.w.rows(table))[-1]


@pytest.mark.parametrize(
    ("name", "text", "facts", "intent"),
    [
        (TOM, "Passt es am Dienstag um 17 Uhr für ein kurzes Telefonat?", ("Dienstag", "17"), "appointment"),
        ("Nina Kraus", "Was kostet denn das große Paket für drei Leute?", ("Preis", "drei", "Paket"), "question"),
        ("Anna Huber", "Ehrlich gesagt ist mir das alles zu teuer.", ("Preis",), "price_objection"),
        (EMILY, "Could you deliver two boxes to Galway by Friday?", ("Galway", "Friday", "two"), "question"),
        ("Lisa Schmid", "Ich hab gerade überhaupt keine Zeit, bin mitten im Umzug nach Linz.",
         ("Umzug", "Linz", "Zeit"), "later"),
    ],
)  # fmt: skip
async def test_analysed_scored_stored_and_a_proposal_with_a_fact_of_hers(
    tmp_path: Path, name: str, text: str, facts: tuple[str, ...], intent: str
) -> None:
    async with story(tmp_path) as s:
        card = await s.lead(name, text)
        assert card.startswith(f"💬 {name}: »{text}«")
        assert any(quality in card for quality in ("HOT", "WARM", "COLD"))
        assert any(fact.lower() in proposal(card).lower() for fact in facts), proposal(card)
        booking = ["Termin am Dienstag, 1.12., um 17:00 eintragen"] if intent == "appointment" else []
        assert s.labels() == ["Senden", "Ändern", "Verwerfen", *booking]
        found = await newest(s, "lead_analyses")
        row = await s.row(name)
        assert found["intent"] == intent
        assert (found["score"], found["quality"]) == (row["score"], row["quality"])
        factors = found["factors"]
        assert isinstance(factors, list) and len(factors) == 7
        assert found["score"] == round(100 * sum(f["points"] for f in factors) / 147)
        assert f"{row['quality'].upper()} {row['score']} (" in card
        assert await s.phone(name) == []
        assert (await newest(s, "messages"))["kind"] == "chat"


async def test_send_sends_it_once(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        text = proposal(await s.lead(TOM, ASKS))
        answer = await s.taps("Senden")
        assert answer.startswith("Geht in 10 Sekunden an Tom Wagner raus") and text in answer
        assert await s.phone(TOM) == []
        for label in ("Senden", "Ändern", "Verwerfen"):
            assert await s.taps(label) == "Das ist schon erledigt, hier passiert nichts mehr."
        await s.passes("11s")
        assert await s.phone(TOM) == [text]
        assert "KI-Assistent von Max" in text
        approval = await newest(s, "approvals")
        assert (approval["state"], approval["decided_by"]) == ("approved", 2) and approval["decided_at"]
        assert "abgelaufen" not in "".join(await s.passes("3d"))


async def test_what_was_approved_can_still_be_taken_back(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(TOM, ASKS)
        await s.taps("Senden")
        assert "wartet wieder auf dich" in await s.taps("Rückgängig")
        await s.passes("1m")
        assert await s.phone(TOM) == []
        assert "Geht in 10 Sekunden" in await s.taps("Senden")
        await s.passes("11s")
        assert len(await s.phone(TOM)) == 1


async def test_change_sends_what_max_then_types_and_nothing_else(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(TOM, ASKS)
        assert "Wie soll die Nachricht an Tom Wagner lauten?" in await s.taps("Ändern")
        answer = await s.says("Dienstag 17 Uhr steht, ich ruf dich an. Max")
        assert "»Dienstag 17 Uhr steht, ich ruf dich an. Max«" in answer
        await s.passes("11s")
        assert await s.phone(TOM) == ["Dienstag 17 Uhr steht, ich ruf dich an. Max"]
        assert (await newest(s, "approvals"))["state"] == "changed"
        row = (await s.w.rows("messages", "text", "Dienstag 17 Uhr steht, ich ruf dich an. Max"))[-1]
        assert row["origin"] == "human"
        assert "schon entschieden" in await s.taps("Senden") and "Es passiert nichts" in s.shown[-1]["text"]


@pytest.mark.parametrize("said", ["Sonntag passt besser, sag ihm das bitte freundlich", "tell him Sunday is better"])
async def test_an_order_about_him_is_no_text_for_him(tmp_path: Path, said: str) -> None:
    async with story(tmp_path) as s:
        await s.lead(TOM, ASKS)
        await s.taps("Ändern")
        again = await s.says(said)
        assert "Tom Wagner" in again and ("ganzen Text" in again or "whole text" in again)
        await s.says("Sonntag um 11 wäre mir lieber, passt das?")
        await s.passes("11s")
        assert await s.phone(TOM) == ["Sonntag um 11 wäre mir lieber, passt das?"]


async def test_a_wish_makes_a_new_draft_and_the_old_card_is_over(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        before = proposal(await s.lead(TOM, ASKS))
        await s.taps("Ändern")
        card = await s.says("bitte etwas kürzer und lockerer")
        after = card.rpartition("»")[2].partition("«")[0]
        assert len(after) < len(before) and after != before and "KI-Assistent von Max" in after
        assert "schon erledigt" in await s.taps("Senden", back=1) or "ersetzt" in s.shown[-1]["text"]
        await s.taps("Senden")
        await s.passes("11s")
        assert await s.phone(TOM) == [after]


async def test_change_and_then_never_mind_leaves_the_card_open(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        text = proposal(await s.lead(TOM, ASKS))
        await s.taps("Ändern")
        assert await s.says("ach, vergiss es") == "Okay, ich lasse es." or await s.says("abbrechen")
        assert await s.phone(TOM) == []
        await s.taps("Senden")
        await s.passes("11s")
        assert await s.phone(TOM) == [text]


async def test_reject_sends_nothing_ever(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(TOM, ASKS)
        assert await s.taps("Verwerfen") == "Verworfen. An Tom Wagner geht nichts raus."
        assert "schon erledigt" in await s.taps("Verwerfen")
        assert "schon erledigt" in await s.taps("Senden")
        await s.passes("2d")
        assert await s.phone(TOM) == []
        assert (await newest(s, "approvals"))["state"] == "rejected"


async def test_approvals_by_number_in_words(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        first = proposal(await s.lead(TOM, ASKS))
        await s.lead("Nina Kraus", "Was kostet das kleine Paket?")
        shown = await s.says("/freigaben")
        assert "2 Nachrichten warten" in shown and "#1 Tom Wagner" in shown and "#2 Nina Kraus" in shown
        assert "Verworfen" in await s.says("2 ablehnen")
        assert "Tom Wagner" in await s.says("genehmige 1")
        await s.passes("11s")
        assert await s.phone(TOM) == [first] and await s.phone("Nina Kraus") == []
        assert "schon entschieden" in await s.says("genehmige 2")


async def test_her_next_message_voids_the_proposal(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(TOM, ASKS)
        card = await s.lead(TOM, "Dienstag geht doch nicht, Donnerstag um 9 wäre besser.")
        assert "Donnerstag" in proposal(card)
        assert "Es passiert nichts" in await s.taps("Senden", back=1)
        await s.passes("11s")
        assert await s.phone(TOM) == []
        assert [row["state"] for row in await s.w.rows("approvals")] == ["void", "pending"]


async def test_a_forgotten_proposal_is_announced_and_expires(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(TOM, ASKS)
        cards = [card for card in await s.passes("4d") if TOM in card and "Guten Morgen" not in card]
        assert len(cards) == 2 and "wartet noch auf dich" in cards[0] and "abgelaufen" in cards[1]
        assert "abgelaufen" in await s.taps("Senden") or "schon" in s.shown[-1]["text"]
        await s.passes("11s")
        assert not [text for text in await s.phone(TOM) if "Dienstag" in text]


async def test_a_burst_is_one_card(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        card = await s.burst(TOM, "Hey Max", "mir ist noch was eingefallen", "liefert ihr auch nach Potsdam?")
        assert "---" not in card and "»Hey Max / mir ist noch was eingefallen / liefert ihr auch" in card
        assert "Potsdam" in proposal(card)
        assert len([row for row in await s.w.rows("approvals") if row["state"] == "pending"]) == 1


async def test_english_gets_english_and_sie_gets_sie(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        english = proposal(await s.lead(EMILY, "How long does delivery to Cork take?"))
        assert "AI assistant" in english and "KI" not in english
        sie = proposal(await s.lead(JONAS, "Was würde das für 8 Personen kosten?"))
        assert "Ihnen" in sie or "Sie" in sie
        assert " du " not in f" {sie} " and " dir " not in f" {sie} "
        # Whoever says Sie to us is answered so, and keeps being so.
        learnt = proposal(await s.lead("Nina Kraus", "Guten Tag, könnten Sie mir bitte die Preisliste schicken?"))
        assert "Ihnen" in learnt or "Sie" in learnt
        assert (await s.row("Nina Kraus"))["register"] == "sie"
        assert (await s.row(EMILY))["language"] == "en"


async def test_an_english_rep_gets_an_english_card(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.user("max", language="en")
        card = await s.lead(TOM, ASKS)
        assert s.labels() == ["Send", "Change", "Reject", "Book on Tuesday, 1 Dec, at 17:00"] and "HOT" in card
        assert "Dienstag" in card.partition("proposal")[2]
        assert "Going out to Tom Wagner in 10 seconds" in await s.taps("Send")


async def test_auto_answers_by_itself_and_says_so(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        tidy(await s.says("/aendere Tom: Modus = auto"))
        card = await s.lead(TOM, "Passt es am Dienstag um 17 Uhr für ein kurzes Telefonat?")
        texts = await s.phone(TOM)
        assert len(texts) == 1 and "Dienstag" in texts[0] and "KI-Assistent von Max" in texts[0]
        assert f"Ich habe geantwortet:\n»{texts[0]}«" in card
        assert s.labels() == ["Termin am Dienstag, 1.12., um 17:00 eintragen"]
        # What it is not sure of still waits for Max.
        card = await s.lead(TOM, "hm")
        assert len(await s.phone(TOM)) == 1
        assert "Mein Vorschlag" in card
        await s.says("/aendere Tom: Modus = aus")
        card = await s.lead(TOM, "Und am Mittwoch um 9?")
        assert "Vorschlag" not in card and "geantwortet" not in card and "💬" in card


async def test_mode_auto_tells_only_once_that_it_is_an_assistant(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/aendere Tom: Modus = auto")
        await s.lead(TOM, "Passt es am Dienstag um 17 Uhr für ein kurzes Telefonat?")
        await s.lead(TOM, "Oder lieber am Mittwoch um 18 Uhr?")
        texts = await s.phone(TOM)
        assert len(texts) == 2 and ["KI-Assistent" in text for text in texts] == [True, False]


async def test_an_unknown_number_becomes_a_lead_of_the_accounts_owner(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        card = await s.stranger("+4915799990017", "Guten Tag, was kostet bei Ihnen ein Probetermin?", "Gerd Ott")
        assert card.startswith("💬 Gerd Ott: ")
        assert "Sie" in proposal(card) or "Ihnen" in proposal(card)
        row = await s.row("Gerd Ott")
        assert (row["owner_id"], row["phone"], row["stage"]) == (2, "+4915799990017", "in_contact")
        assert not [c for c in await s.w.rows("consents", "lead_id", row["id"])]
        await s.taps("Senden")
        await s.passes("11s")
        assert len(await s.phone("Gerd Ott")) == 1
        nameless = await s.stranger("+4915799990018", "Hallo, wann habt ihr offen?")
        assert "+4915799990018" in nameless


async def test_who_is_on_holiday_hears_nothing_until_she_is_back(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/starte Julia: Ghost-Reaktivierung")
        await s.passes("1h")
        await s.lead("Julia Brandt", "Danke dir! Ich bin bis zum 11. Dezember im Urlaub.")
        assert "12.12." in await s.says("Warum nicht Julia?")
        await s.until("2026-12-12 08:00")
        assert len(await s.phone("Julia Brandt")) == 1
