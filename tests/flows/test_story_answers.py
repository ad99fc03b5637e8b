"""Max answers what the bot asks in a few words: another time, how a draft should sound, which of two people."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.story import berlin, story, tidy


@pytest.mark.parametrize("said", ["lieber morgen um 10", "nee, morgen um 10", "doch erst morgen um 10 Uhr"])
async def test_a_reminder_just_noted_moves_to_another_time(tmp_path: Path, said: str) -> None:
    async with story(tmp_path) as s:
        await s.says("Erinnere mich morgen um 9 an Tom")
        tidy(await s.says(said))
        assert await s.acts() == [("create_reminder", "done"), ("snooze_reminder", "done")]
        assert [row["due_at"] for row in await s.w.rows("reminders")] == [berlin("2026-11-26 10:00")]


async def test_a_message_at_night_goes_at_the_time_max_prefers(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-25 22:30") as s:
        tidy(await s.says("Schreib Lisa: bis bald!"))
        tidy(await s.says("lieber morgen um 10"))
        assert await s.got("Lisa Schmid") == []
        await s.until("2026-11-26 10:05")
        assert [text for _, text in await s.got("Lisa Schmid")] == ["bis bald!"]


async def test_which_anna_in_words_and_a_refusal_that_is_no_name(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        tidy(await s.says("Schreib Anna: bis morgen!"))
        tidy(await s.says("nee die andere"))
        assert [act for act in await s.acts() if act[1] == "done"] == []
        tidy(await s.says("ich mein die zweite"))
        assert ("send_message", "done") in await s.acts()


async def test_a_question_of_ones_own_is_no_answer_and_the_open_one_stays(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        asked = await s.says("Wie heiß ist Zacharias?")
        told = await s.says("Und was sonst?")
        assert "Wie heißt die Person" in asked and "finde ich nicht" not in told
        tidy(await s.says("Tom"))
        assert ("score_lead", "done") in await s.acts()
