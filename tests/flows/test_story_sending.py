"""Max writes to people: word for word, to the right person, and back again for ten seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.story import story, tidy


@pytest.mark.parametrize(
    ("said", "name", "arrives"),
    [
        ("Schick Nina eine WhatsApp: Ich bring morgen die Muster mit 🙂", "Nina Kraus",
         "Ich bring morgen die Muster mit 🙂"),
        ("Sag bitte dem Tom Wagner: Es bleibt bei 17:30 Uhr, Gleis 4.", "Tom Wagner",
         "Es bleibt bei 17:30 Uhr, Gleis 4."),
        ("Tell Emily Carter on WhatsApp: The parcel left today, don't worry!", "Emily Carter",
         "The parcel left today, don't worry!"),
        ("Antworte Lisa: Erstens ja. Zweitens: vielleicht!\nDrittens nein.", "Lisa Schmid",
         "Erstens ja. Zweitens: vielleicht!\nDrittens nein."),
        ("/whatsapp Tom: 2 + 2 = {name} & <b>fett</b>", "Tom Wagner", "2 + 2 = {name} & <b>fett</b>"),
        ('Schreib Tom "Bring bitte die Jacke mit"', "Tom Wagner", "Bring bitte die Jacke mit"),
    ],
)  # fmt: skip
async def test_the_words_arrive_exactly_as_they_were_said(tmp_path: Path, said: str, name: str, arrives: str) -> None:
    async with story(tmp_path) as s:
        answer = await s.says(said)
        assert name in answer and arrives in answer and "WhatsApp" in answer
        tidy(answer.replace(arrives, "…"))
        assert [outcome for tool, outcome in await s.acts() if tool.startswith("send_")] == ["done"]
        assert await s.phone(name) == []
        await s.passes("11s")
        assert await s.phone(name) == [arrives]
        row = (await s.w.rows("messages", "text", arrives))[-1]
        assert (row["origin"], row["state"], row["payload"].get("discloses")) == ("human", "sent", None)


@pytest.mark.parametrize(
    ("language", "said", "undo", "told"),
    [
        ("de", "Schreib Nina: Treffen wir uns um 6?", "Rückgängig", "Zurückgenommen"),
        ("de", "Schreib Nina: Treffen wir uns um 6?", "nimm das zurück", "Zurückgenommen"),
        ("en", "Text Nina: Shall we meet at 6?", "undo", "Taken back"),
    ],
)
async def test_within_ten_seconds_it_comes_back(tmp_path: Path, language: str, said: str, undo: str, told: str) -> None:
    async with story(tmp_path) as s:
        await s.user("max", language=language)
        answer = await s.says(said)
        assert "10 " in answer and len(s.labels()) == 1
        await s.passes("9s")
        answer = await s.says(undo)
        assert answer.startswith(told) and "Nina Kraus" in answer
        await s.passes("1m")
        assert await s.phone("Nina Kraus") == []


async def test_the_button_takes_it_back_and_a_second_tap_does_nothing(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Schreib Nina: Bis gleich am Eingang")
        assert "Zurückgenommen" in await s.taps("Rückgängig")
        assert await s.taps("Rückgängig") == "Das ist schon erledigt, hier passiert nichts mehr."
        await s.passes("1m")
        assert await s.phone("Nina Kraus") == []


async def test_after_ten_seconds_it_is_too_late_and_the_bot_says_so(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Schreib Nina: Bis gleich am Eingang")
        await s.passes("11s")
        assert await s.taps("Rückgängig") == "Zu spät, die Nachricht ist schon unterwegs."
        assert "Zu spät" in await s.says("rückgängig")
        assert await s.phone("Nina Kraus") == ["Bis gleich am Eingang"]


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("die zweite", "Anna Huber"),
        ("Nummer 1", "Anna Berger"),
        ("die letzte bitte", "Anna Huber"),
        ("Berger", "Anna Berger"),
        ("die aus Hamburg", None),
        ("Huber Kosmetik", "Anna Huber"),
        ("the first one", "Anna Berger"),
    ],
)
async def test_two_annas_and_the_way_to_tell_which(tmp_path: Path, answer: str, name: str | None) -> None:
    async with story(tmp_path) as s:
        asked = await s.says("Schreib Anna: Der Raum ist gebucht.")
        tidy(asked)
        assert "Wen meinst du?" in asked
        first, second = s.labels()
        assert "Yogastudio Berger" in first and "0001" in first and "Huber Kosmetik" in second and "0002" in second
        assert await s.phone("Anna Berger") == await s.phone("Anna Huber") == []
        told = await s.says(answer)
        await s.passes("11s")
        got = {each: await s.phone(each) for each in ("Anna Berger", "Anna Huber")}
        if name is None:
            assert all(texts in ([], ["Der Raum ist gebucht."]) for texts in got.values()) and got["Anna Berger"] == []
            return
        assert name in told
        assert got[name] == ["Der Raum ist gebucht."] and sum(map(len, got.values())) == 1


async def test_two_annas_by_a_tap_which_works_once(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Schick Anna auf WhatsApp: Parkplatz ist hinterm Haus")
        assert "Anna Huber" in await s.taps("Huber")
        assert "schon erledigt" in await s.taps("Berger")
        await s.passes("11s")
        assert await s.phone("Anna Huber") == ["Parkplatz ist hinterm Haus"]
        assert await s.phone("Anna Berger") == []


async def test_the_company_says_which_anna_at_once(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        assert "Anna Huber" in await s.says("Schreib Anna von Huber Kosmetik: Matte liegt bereit")
        await s.passes("11s")
        assert await s.phone("Anna Huber") == ["Matte liegt bereit"]


NO_ORDERS = (
    "Schreib Tom nicht, dass wir umziehen",
    "Bitte schick Nina jetzt noch keine Nachricht",
    "Don't text Emily: see you",
    "Soll ich Tom heute noch schreiben?",
    "Was würde passieren, wenn ich Nina schreibe: Hallo?",
    "Angenommen, ich schreibe Tom: Moin. Kommt das an?",
    "Should I text Emily that we moved?",
    "Ich überlege, ob ich Lisa schreiben soll: Komm vorbei",
    "Wie wird das Wetter am Wochenende?",
    "blubb fasel 17",
    "Bestell mir eine Pizza Funghi",
    "Starte die Ghost-Reaktivierung für Lisa lieber nicht",
    "Lisa ist keine Kundin geworden, oder?",
)
HARMLESS = frozenset({"explain", "help", "find_leads", "score_lead"})


async def test_what_is_no_order_does_nothing_and_gets_an_honest_answer(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        before = [(r["is_customer"], r["stage"]) for r in await s.w.rows("leads")]
        for said in NO_ORDERS:
            tidy(await s.says(said))
            assert [act for act in await s.acts() if act[0] not in HARMLESS] == [], said
        await s.passes("11s")
        for name in ("Tom Wagner", "Nina Kraus", "Emily Carter", "Lisa Schmid"):
            assert await s.phone(name) == []
        assert [(r["is_customer"], r["stage"]) for r in await s.w.rows("leads")] == before
        assert await s.running("Lisa Schmid") == []


async def test_not_understood_names_what_it_can_do(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        german = await s.says("Flurbo mirakel zwanzig")
        assert "nichts getan" in german and "Erinnere mich" in german
        english = await s.says("Could you maybe wibble the frobnicator for me?")
        assert "did nothing" in english and "Remind me" in english


async def test_slash_commands(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        assert "Erinnerungen" in await s.says("/hilfe")
        assert "Ruhe" in await s.taps("Regeln") or "8 bis 21" in s.shown[-1]["text"]
        assert "Tom Wagner" in await s.says("/schreib Tom: Test der Leitung")
        assert "Zurückgenommen" in await s.says("/undo")
        assert "Tom Wagner" in await s.says("/score Tom")
        assert "mag Tee" in await s.says("/notiz Tom: mag Tee")
        assert "morgen um 10:00" in await s.says("/erinnerung morgen um 10: Muster verpacken")
        assert "Erstkontakt" in await s.says("/sequenz Nina: Erstkontakt")
        assert "Nina Kraus" in await s.says("/stoppe Nina")
        assert "7" in await s.says("/aendere Tom: Zufriedenheit = 7")
        assert "wartet nichts" in await s.says("/freigaben")
        assert "Tom Wagner" in await s.says("/warum Tom")
        unknown = await s.says("/tanzen")
        assert "/tanzen" in unknown and "/hilfe" in unknown
        assert await s.says("/abbrechen") == "Gerade ist nichts offen."


async def test_a_lead_who_writes_while_something_is_held_still_gets_it(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Schreib Nina: Passt dir 18 Uhr?")
        card = await s.lead("Nina Kraus", "Ich bin übrigens ab jetzt im neuen Büro in Ulm.")
        assert "Ulm" in card
        await s.passes("11s")
        assert await s.phone("Nina Kraus") == ["Passt dir 18 Uhr?"]


async def test_an_english_rep_reads_english_and_a_german_word_changes_nothing(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        answer = await s.says("Please write Emily: Shipping takes four days.")
        assert answer.startswith("Going out to Emily Carter in 10 seconds")
        assert "Taken back" in await s.says("undo")
        assert "You're welcome" in await s.says("super, thanks")
        assert "Erinnerungen" in await s.says("Was kannst du alles für mich machen?")
