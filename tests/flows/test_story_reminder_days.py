"""Max's reminders over weeks: they recur, they learn his hours, they pile up nowhere, and Lena hears in time."""

from __future__ import annotations

from pathlib import Path

from tests.support.story import story, tidy


async def test_every_monday_at_nine_over_the_clock_change(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-10-20 10:30") as s:
        tidy(await s.says("Erinnere mich jeden Montag um 9 an Tom: nachfragen"))
        came = []
        for day in ("2026-10-26", "2026-11-02", "2026-11-09"):
            cards = [card for card in await s.until(f"{day} 08:59") if "nachfragen" in card]
            assert not cards
            came += [card for card in await s.until(f"{day} 09:00") if "nachfragen" in card]
        assert came == ["⏰ Tom Wagner: nachfragen"] * 3
        states = [row["state"] for row in await s.w.rows("reminders")]
        assert states.count("open") == 2, "the one on the table and the next one; the ones before made room"
        answer = await s.says("Stopp die Erinnerung jeden Montag")
        assert "nicht mehr" in answer
        assert not [card for card in await s.until("2026-11-16 12:00") if "nachfragen" in card]


async def test_two_weeks_away_one_card_waits(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("remind me daily at 8 to stretch")
        s.w.clock.at = s.w.clock.at.replace(month=12, day=9)  # the process was away: nothing ticked for two weeks
        await s.w.parts.drive.run_due()
        cards = [card for card in await s.cards() if "stretch" in card]
        assert len(cards) == 1
        assert len([row for row in await s.w.rows("reminders") if row["state"] == "open"]) == 2


async def test_his_own_hour_is_learnt_and_proposed(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        for day in range(26, 31):
            await s.says(f"Erinnere mich am {day}.11. um 9 an die Post")
        for day in (26, 27, 28, 29, 30):
            await s.until(f"2026-11-{day} 17:20")
            await s.says("erledigt")
        await s.says("Erinnere mich morgen um 9 an die Steuer")
        await s.until("2026-12-01 09:00")
        await s.says("/spaeter")
        assert s.labels()[0] == "heute um 17:00, deine Zeit"
        assert "heute um 17:00" in await s.taps("deine Zeit")


async def test_put_off_too_often_he_is_told_and_can_end_it(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Erinnere mich in 1 Stunde an die Steuer")
        await s.passes("1h")
        for _ in range(2):
            await s.says("in 1 Stunde nochmal")
            await s.passes("1h")
        assert "3. Mal" in await s.says("in 1 Stunde nochmal")
        assert "Gestrichen" in await s.taps("Nicht mehr nötig")


async def test_without_a_time_three_of_them_do_not_come_at_once(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        for name in ("Tom", "Lisa", "Nina"):
            await s.says(f"Erinnere mich morgen an {name}")
        due = sorted(str(row["due_at"]) for row in await s.w.rows("reminders"))
        assert [at[11:16] for at in due] == ["08:00", "08:00", "08:15"]  # UTC: nine and a quarter past nine in Berlin


async def test_lena_hears_after_seven_days_once_and_her_hint_arrives(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Erinnere mich morgen um 9 an Lisa: nachfassen")
        await s.until("2026-12-03 08:59")
        assert not [card for card in await s.cards("lena") if "nicht erreicht" in card]
        await s.until("2026-12-03 09:00")
        assert await s.cards("lena") == ["Max hat Lisa Schmid seit 7 Tagen nicht erreicht. Helfen?"]
        assert s.labels() == ["Helfen", "Ignorieren"]
        assert "Wie willst du helfen" in await s.taps("Helfen", rep="lena")
        assert "bei Max" in await s.says("Abends nach sieben geht sie ran.", rep="lena")
        assert [c for c in await s.cards() if "Tipp von Lena" in c and "Abends nach sieben geht sie ran." in c]
        await s.until("2026-12-20 12:00")
        assert not [card for card in await s.cards("lena") if "nicht erreicht" in card]


async def test_who_answers_is_reached_and_nobody_is_told(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Erinnere mich morgen um 9 an Lisa")
        await s.until("2026-12-01 12:00")
        await s.lead("Lisa Schmid", "Hallo, ich melde mich nächste Woche!")
        await s.until("2026-12-07 12:00")
        assert not [card for card in await s.cards("lena") if "nicht erreicht" in card]


async def test_lena_takes_over_and_gives_back(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Erinnere mich morgen um 9 an Lisa")
        await s.until("2026-12-03 09:00")
        await s.cards("lena")
        await s.taps("Helfen", rep="lena")
        assert "+436641234004" in await s.taps("Selbst übernehmen", rep="lena")
        assert [card for card in await s.cards() if "Lena kümmert sich" in card]
        assert "finde ich nicht" in await s.says("Wie heiß ist Lisa?")
        assert "wieder bei Max" in await s.taps("Zurückgeben", rep="lena")
        assert "Lisa Schmid" in await s.says("Wie heiß ist Lisa?")
