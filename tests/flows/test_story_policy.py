"""What may go when, and what not: consent, window, quiet hours, holidays by region, frequency; each with its reason."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.story import Story, berlin, story, tidy

FELIX, NINA, TOM, JULIA = "Felix Arnold", "Nina Kraus", "Tom Wagner", "Julia Brandt"


async def test_a_missing_consent_is_asked_for_recorded_and_honoured(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        asked = await s.says("Schreib Felix: Hier ist Max vom Stammtisch.")
        tidy(asked)
        assert "Darfst du Felix Arnold auf WhatsApp schreiben?" in asked
        assert s.labels() == ["Hat zugestimmt", "Hat mir zuerst geschrieben", "Kauft schon bei mir", "Nein, lass es"]
        assert await s.w.rows("messages", "lead_id", (await s.row(FELIX))["id"]) == []
        # He never wrote, so WhatsApp takes a template only; which one, the rep sees before it goes.
        assert "Vorlage" in await s.taps("Hat mir zuerst")
        consent = (await s.w.rows("consents", "lead_id", (await s.row(FELIX))["id"]))[-1]
        assert (consent["basis"], consent["granted"], consent["user_id"]) == ("wrote_first", True, 2)
        offered = s.labels()[0].removeprefix("Vorlage: ").rstrip("…")
        await s.taps("Vorlage:")
        await s.passes("11s")
        assert len(await s.phone(FELIX)) == 1 and (await s.phone(FELIX))[0].startswith(offered)
        # Asked once: the next message only meets the window.
        assert "Darfst du" not in await s.says("Schreib Felix: Noch was vergessen")
        # For automatic messages this is not enough, and that is asked again.
        assert "ausdrückliche Einwilligung" in await s.says("Starte den Erstkontakt für Felix")


async def test_no_is_no_and_nothing_goes(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Schreib Felix: Hallo")
        assert await s.taps("Nein, lass es") == "Okay, ich lasse es."
        await s.passes("1d")
        assert await s.phone(FELIX) == []
        assert "nichts eingetragen" in await s.says("/warum Felix") or "Einwilligung" in s.shown[-1]["text"]


async def test_a_sequence_without_consent_asks_and_started_anyway_skips_with_its_reason(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Starte den Erstkontakt für Felix")
        assert "lasse ich die Nachrichten aus" in await s.taps("Trotzdem starten")
        await s.passes("6d")
        assert await s.phone(FELIX) == []
        assert ("skip", "no_consent") in await s.decisions(FELIX)
        assert "keine Einwilligung" in await s.says("Warum hat Felix nichts bekommen?")


async def test_with_express_consent_the_sequence_goes(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Starte den Erstkontakt für Felix")
        await s.taps("Hat zugestimmt")
        await s.passes("1m")
        texts = await s.phone(FELIX)
        assert len(texts) == 1 and "KI-Assistent von Max" in texts[0] and "STOPP" in texts[0]


@pytest.mark.parametrize(
    ("night", "arrives"),
    [
        ("2026-11-25 22:10", "2026-11-26 08:00"),  # Wednesday night
        ("2026-11-26 05:30", "2026-11-26 08:00"),  # early on Thursday
    ],
)
async def test_at_night_it_asks_and_later_really_means_eight(tmp_path: Path, night: str, arrives: str) -> None:
    async with story(tmp_path, night) as s:
        asked = await s.says("Schreib Tom: Guten Morgen, hier die Liste!")
        assert "Ruhezeit" in asked and "8:00" in asked
        answer = await s.taps("Erst ")
        assert "8:00" in answer and "Tom Wagner" in answer
        await s.w.until(_before(arrives))
        assert not [text for _, text in await s.got(TOM) if "Liste" in text]
        await s.until(arrives)
        assert (arrives, "Guten Morgen, hier die Liste!") in await s.got(TOM)


async def test_when_the_window_closes_before_morning_it_says_so_and_a_template_waits(tmp_path: Path) -> None:
    """Saturday night: Sunday is quiet, too, and by Monday WhatsApp takes no free text to him any more."""
    async with story(tmp_path, "2026-11-28 21:30") as s:
        await s.says("Schreib Tom: Guten Morgen, hier die Liste!")
        assert "Bis dahin ist das 24-Stunden-Fenster" in await s.taps("Erst ")
        label = s.labels()[0].removeprefix("Vorlage: ").rstrip("…")
        answer = await s.taps("Vorlage:")
        assert "8:00" in answer and label in answer
        await s.until("2026-11-30 07:59")
        assert await s.phone(TOM) == []
        await s.until("2026-11-30 08:00")
        assert [at for at, text in await s.got(TOM) if text.startswith(label)] == ["2026-11-30 08:00"]


def _before(moment: str) -> datetime:
    return berlin(moment) - timedelta(minutes=1)


async def test_at_night_now_means_now(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-25 22:10") as s:
        await s.says("Schreib Nina: Ich steh vor der Tür")
        assert "Geht in 10 Sekunden" in await s.taps("Jetzt senden")
        assert "schon erledigt" in await s.taps("Erst ")
        await s.passes("11s")
        assert await s.phone(NINA) == ["Ich steh vor der Tür"]


async def test_what_waits_for_the_morning_can_be_taken_back(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-25 22:10") as s:
        await s.says("Schreib Tom: Guten Morgen!")
        await s.taps("Erst ")
        assert "Zurückgenommen" in await s.taps("Rückgängig")
        await s.until("2026-11-26 08:05")
        assert await s.phone(TOM) == []


async def start(s: Story, name: str) -> None:
    await s.set(name, stage="in_contact")
    assert "läuft jetzt" in await s.says(f"Starte die Ghost-Reaktivierung für {name}")


@pytest.mark.parametrize(
    ("at", "free", "shut", "holiday", "opens"),
    [
        # Corpus Christi, 4 June 2026: Bavaria and Austria rest, Hamburg and Zurich work.
        ("2026-06-04 10:00", ("Anna Huber", "Jonas Keller"), ("Anna Berger", "Lisa Schmid"), "Fronleichnam",
         "2026-06-05"),
        # 26 October: Austria's national day.
        ("2026-10-26 10:00", ("Nina Kraus", "Anna Huber", "Jonas Keller"), ("Lisa Schmid", "Peter Hofer"),
         "Nationalfeiertag", "2026-10-27"),
        # 1 August 2026 is a Saturday and Switzerland's; 31 October Hamburg's and Saxony's Reformation Day.
        ("2026-10-31 10:00", ("Nina Kraus", "Lisa Schmid"), ("Anna Huber", "Markus Vogel"), "Reformationstag",
         "2026-11-02"),
        ("2025-08-01 10:00", ("Nina Kraus", "Anna Huber", "Lisa Schmid"), ("Jonas Keller",), "Nationalfeiertag",
         "2025-08-02"),
    ],
)  # fmt: skip
async def test_a_holiday_counts_where_she_lives(
    tmp_path: Path, at: str, free: tuple[str, ...], shut: tuple[str, ...], holiday: str, opens: str
) -> None:
    async with story(tmp_path, at) as s:
        for name in (*free, *shut):
            await start(s, name)
        await s.passes("2h")
        for name in free:
            assert len(await s.phone(name)) == 1, name
        for name in shut:
            assert await s.phone(name) == [], name
            assert ("wait", "holiday") in await s.decisions(name)
        why = await s.says(f"Warum hat {shut[0]} nichts bekommen?")
        assert "Feiertag" in why and holiday in why
        await s.until(f"{opens} 08:01")
        for name in shut:
            assert (f"{opens} 08:00") in [at for at, _ in await s.got(name)], name


async def test_sunday_and_night_wait_for_the_next_morning(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-29 14:00") as s:  # a Sunday
        await start(s, NINA)
        await s.passes("3h")
        assert await s.phone(NINA) == []
        assert "Ruhezeit" in await s.says("Warum hat Nina nichts bekommen?") and "morgen um 8:00" in s.shown[-1]["text"]
        await s.until("2026-11-30 08:00")
        assert [at for at, _ in await s.got(NINA)] == ["2026-11-30 08:00"]


async def test_one_a_day_and_three_a_week(tmp_path: Path) -> None:
    daily = "name: Daily drip\ntitle: {de: Tägliche Tropfen, en: Daily drip}\nsteps:\n" + "".join(
        f"  - {{day: {day}, name: Tropfen {day}, action: send_message, text: {{de: 'Gruß {day}', en: 'Hi {day}'}},"
        f" template: drip_{day}}}\n"
        for day in (0, 0, 1, 2, 3, 4)[1:]
    )
    async with story(tmp_path, "2026-11-23 09:00") as s:
        await s.sequence("daily_drip", daily)
        await s.lead(NINA, "Hallo!")
        await s.says("Starte die Tägliche Tropfen für Nina")
        for day in range(24, 30):
            await s.until(f"2026-11-{day} 08:30")
            await s.lead(NINA, "Danke dir!")
        days = [at[:10] for at, text in await s.got(NINA) if text.startswith("Gruß")]
        assert len(days) == len(set(days)) and len(days) <= 3
        rules = {rule for verdict, rule in await s.decisions(NINA) if verdict == "wait"}
        assert rules & {"daily_cap", "weekly_cap", "live_talk", "reply_neutral_rest", "reply_positive_pause"}


async def test_more_than_five_unanswered_and_it_leaves_her_alone(tmp_path: Path) -> None:
    async with story(tmp_path, "2026-11-25 10:30") as s:
        for count in range(6):
            await s.says(f"Schreib Nina: Frage {count + 1}, hast du kurz Zeit?")
            await s.passes("11s")
        await s.says("Starte den Erstkontakt für Nina")
        await s.passes("2d")
        assert len(await s.phone(NINA)) == 6
        assert ("skip", "unanswered") in await s.decisions(NINA)
        why = await s.says("Warum hat Nina nichts bekommen?")
        assert "6 Nachrichten" in why and "unbeantwortet" in why


async def test_the_window_is_closed_and_the_template_goes_instead(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        asked = await s.says("Schreib Julia: Wie hat dir das Video gefallen?")
        tidy(asked)
        assert "24-Stunden-Fenster" in asked and all("Vorlage" in label for label in s.labels()[:-1])
        label = s.labels()[1].removeprefix("Vorlage: ").rstrip("…")
        answer = await s.taps("Vorlage:", back=1)
        await s.passes("11s")
        assert label in answer and (await s.phone(JULIA))[0].startswith(label)
        row = (await s.w.rows("messages", "lead_id", (await s.row(JULIA))["id"]))[-1]
        assert row["template"] and row["state"] == "sent"
        assert "Wie hat dir" not in (await s.phone(JULIA))[0]
