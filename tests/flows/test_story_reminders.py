"""Max is reminded at the very minute, wherever he lives, and can tick it off or put it off."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.story import berlin, story, tidy


def reminders(cards: list[str], shows: str) -> list[str]:
    """The cards that remind of something; the morning list names people, too."""
    return [card for card in cards if shows in card and not card.startswith("Guten Morgen")]


@pytest.mark.parametrize(
    ("said", "due", "shows"),
    [
        ("Erinnere mich übermorgen um 14:20 an Lisa", "2026-11-27 14:20", "Lisa Schmid"),
        ("Kannst du mich bitte am Freitag um viertel nach acht abends an Jonas erinnern?", "2026-11-27 20:15",
         "Jonas Keller"),
        ("erinner mich in 90 Minuten: Ofen ausmachen", "2026-11-25 12:00", "Ofen ausmachen"),
        ("Remind me tomorrow at 7:45 pm about Emily: send the catalogue", "2026-11-26 19:45", "send the catalogue"),
        ("/erinnerung 3.12. um 8 Uhr an Peter: Glückwunsch zum Neubau", "2026-12-03 08:00", "Glückwunsch zum Neubau"),
    ],
)  # fmt: skip
async def test_it_comes_at_that_minute_and_not_before(tmp_path: Path, said: str, due: str, shows: str) -> None:
    async with story(tmp_path) as s:
        tidy(await s.says(said))
        assert await s.acts() == [("create_reminder", "done")]
        await s.w.until(berlin(due).replace(second=0) - (berlin("2026-01-01 00:01") - berlin("2026-01-01 00:00")))
        assert not reminders(await s.cards(), shows)
        cards = reminders(await s.until(due), shows)
        assert len(cards) == 1
        tidy(cards[0])
        shown = next(card for card in reversed(s.shown) if card["text"] == cards[0])
        assert len(shown["buttons"]) == 3
        await s.passes("3h")
        rows = await s.w.rows("reminders")
        assert len(rows) == 1 and rows[0]["state"] != "done"


@pytest.mark.parametrize(
    ("zone", "start", "said", "due"),
    [
        # Nine o'clock in Vienna, Zurich and London are different moments or the same, but always nine there.
        ("Europe/Vienna", "2026-11-25 10:30", "Erinnere mich morgen um 9 an Tom", "2026-11-26 09:00"),
        ("Europe/London", "2026-11-25 10:30", "Erinnere mich morgen um 9 an Tom", "2026-11-26 10:00"),
        ("America/New_York", "2026-11-25 15:30", "Erinnere mich morgen um 9 an Tom", "2026-11-26 15:00"),
        # The clocks go forward in the night to 28 March 2027: still nine o'clock.
        ("Europe/Berlin", "2027-03-27 11:00", "Erinnere mich morgen um 9 an Tom", "2027-03-28 09:00"),
        # … and back in the night to 25 October 2026.
        ("Europe/Berlin", "2026-10-24 11:00", "Erinnere mich in 2 Tagen um 9 an Tom", "2026-10-26 09:00"),
    ],
)
async def test_nine_is_nine_where_the_rep_lives(tmp_path: Path, zone: str, start: str, said: str, due: str) -> None:
    async with story(tmp_path, start) as s:
        await s.user("max", zone=zone)
        assert "9:00" in await s.says(said)
        row = (await s.w.rows("reminders"))[0]
        assert row["due_at"] == berlin(due)
        assert any("Tom Wagner" in card and "⏰" in card for card in await s.until(due))


async def test_done_is_done_and_a_second_tap_says_so(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Erinnere mich in 2 Stunden an Nina: nach dem Umzug fragen")
        assert await s.passes("2h") == ["⏰ Nina Kraus: nach dem Umzug fragen"]
        answer = await s.taps("Erledigt")
        assert "Nina Kraus" in answer
        tidy(answer)
        assert (await s.w.rows("reminders"))[0]["state"] == "done"
        assert "schon erledigt" in await s.taps("Erledigt")
        assert not [card for card in await s.passes("2d") if "Umzug" in card]


async def test_later_comes_back_two_hours_later_with_its_buttons(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Erinnere mich um 13 Uhr an Tom")
        await s.until("2026-11-25 13:00")
        assert "15:00" in await s.taps("Später")
        assert not [card for card in await s.until("2026-11-25 14:59") if "Tom" in card]
        assert [card for card in await s.until("2026-11-25 15:00") if "Tom Wagner" in card]
        assert "morgen um 9:00" in await s.taps("Morgen")
        assert [card for card in await s.until("2026-11-26 09:00") if "Tom Wagner" in card]
        assert "Abgehakt" in await s.taps("Erledigt")


async def test_in_words_it_works_as_well(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Remind me in 20 minutes about Emily")
        await s.passes("20m")
        answer = await s.says("snooze it for 3 hours")
        assert "Emily Carter" in answer and "13:50" in answer
        assert [card for card in await s.passes("3h") if "Emily" in card]
        assert "Emily Carter" in await s.says("done")
        assert (await s.w.rows("reminders"))[0]["state"] == "done"


async def test_without_a_time_it_asks_and_the_answer_goes_on(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        assert "Wann" in await s.says("Erinnere mich an Julia")
        assert await s.w.rows("reminders") == []
        assert "Freitag, 27.11., um 15:30" in await s.says("übermorgen um halb vier")
        assert (await s.w.rows("reminders"))[0]["lead_id"] == (await s.row("Julia Brandt"))["id"]


async def test_what_is_over_is_asked_about(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        answer = await s.says("Erinnere mich am 3.2.2024 um 9 an Tom")
        assert "vorbei" in answer
        assert await s.w.rows("reminders") == []


async def test_two_annas_also_for_a_reminder(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        assert "Wen meinst du" in await s.says("Erinnere mich morgen um 11 an Anna")
        assert "Anna Berger" in await s.taps("Berger")
        assert [card for card in await s.until("2026-11-26 11:00") if "Anna Berger" in card]


async def test_never_mind_strikes_it(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Erinnere mich heute um 16 Uhr an Jonas")
        assert "Gestrichen" in await s.taps("Doch nicht")
        assert not [card for card in await s.until("2026-11-25 17:00") if "Jonas" in card]
