"""Max books, moves and calls off appointments; leads get them as calendar files; no hour is given away twice."""

from __future__ import annotations

import asyncio
import base64
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar

from agent.rep_turn import actor_of
from store.models import User
from store.types import ActOrigin, ToolCall
from tests.support.story import Story, berlin, story, tidy

TOM = "Tom Wagner"


def event(item: dict[str, Any]) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(base64.b64decode(item["file"]["base64"]))
    return calendar.walk("VEVENT")[0]  # type: ignore[no-any-return]


async def letters(s: Story, name: str) -> list[dict[str, Any]]:
    items = await s.w.parts.phones.shows("whatsapp", await s.w.number(name))
    return [item for item in items if item["direction"] == "to_person"]


async def test_booked_moved_and_called_off(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        said = await s.says("Buch mir mit Tom Wagner am Dienstag um 17 Uhr einen Termin für 45 Minuten")
        tidy(said)
        assert "am Dienstag, 1.12., um 17:00" in said and "45 Minuten" in said
        assert event(s.shown[-1])["summary"] == "Gespräch mit Tom Wagner"
        assert await letters(s, TOM) == []  # ten seconds to take it back
        await s.passes("11s")
        (letter,) = await letters(s, TOM)
        assert "Dienstag, 1.12., um 17:00" in letter["text"]
        first = event(letter)
        assert first["dtstart"].dt.astimezone(UTC) == berlin("2026-12-01 17:00")
        assert (first["summary"], int(first["sequence"])) == ("Gespräch mit Max", 0)
        assert "Tom Wagner" in await s.says("Welche Termine habe ich am Dienstag?")
        assert "jetzt am Mittwoch, 2.12., um 9:30" in await s.says("Verschieb den Termin mit Tom auf Mittwoch um 9:30")
        await s.passes("11s")
        moved = event((await letters(s, TOM))[-1])
        assert moved["uid"] == first["uid"] and int(moved["sequence"]) == 1
        assert "Abgesagt" in await s.says("Sag den Termin mit Tom ab")
        await s.passes("11s")
        gone = event((await letters(s, TOM))[-1])
        assert gone["uid"] == first["uid"] and gone["status"] == "CANCELLED" and int(gone["sequence"]) == 2
        assert "nichts an" in await s.says("meine Termine")
        assert (await s.row(TOM))["stage"] == "meeting"


async def test_an_hour_is_given_away_once(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Termin mit Tom Wagner Donnerstag 10 Uhr")
        said = await s.says("Termin mit Nina Kraus Donnerstag um 10:15")
        assert "Tom Wagner" in said and "Frei wäre" in said and len(s.labels()) == 3
        assert "Nina Kraus" in await s.taps(s.labels()[0])
        rows = await s.w.rows("meetings")
        assert [row["state"] for row in rows] == ["created", "created"]
        assert rows[0]["ends_at"] <= rows[1]["starts_at"] or rows[1]["ends_at"] <= rows[0]["starts_at"]
        assert await s.acts() == [("book_meeting", "done"), ("book_meeting", "denied"), ("book_meeting", "done")]


async def test_two_at_once_never_take_the_same_hour(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        async with s.w.parts.db.read() as scope:
            rep = await scope.session.get(User, 2)
            assert rep is not None
        wanted = {"date": "2026-12-03T10:00:00+01:00"}
        calls = [ToolCall("book_meeting", {"lead": str(n), **wanted}, f"once-{n}") for n in (1, 2, 3, 4, 5, 6)]
        found = await asyncio.gather(*(s.w.parts.runner(actor_of(rep), c, ActOrigin("rest")) for c in calls))
        assert sorted(one.status for one in found) == ["denied"] * 5 + ["done"]
        again = await s.w.parts.runner(actor_of(rep), calls[0], ActOrigin("rest"))
        assert again.status == found[0].status and len(await s.w.rows("meetings")) == 1


async def test_undo_takes_the_appointment_back(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Termin mit Tom Wagner morgen um 15 Uhr")
        assert "keine Nachricht" in await s.taps("Absagen")
        await s.says("Termin mit Tom Wagner morgen um 15 Uhr")
        assert "Termin und Einladung" in await s.says("rückgängig")
        await s.passes("1m")
        assert await letters(s, TOM) == [] and await s.w.rows("meetings", "state", "created") == []


async def test_summer_time_and_other_zones(tmp_path: Path) -> None:
    """The hour after the clocks change is the wall's hour; a lead in London reads her own."""
    async with story(tmp_path, "2027-03-25 10:00") as s:
        await s.set(TOM, zone="Europe/London", last_inbound_at=datetime(2027, 3, 25, 8, tzinfo=UTC))
        await s.says("Termin mit Tom Wagner am Montag um 9 Uhr")
        await s.passes("11s")
        (row,) = await s.w.rows("meetings")
        assert row["starts_at"] == datetime(2027, 3, 29, 7, tzinfo=UTC)
        (letter,) = await letters(s, TOM)
        assert "um 8:00" in letter["text"] and "Europe/London" in letter["text"]
        assert event(letter)["dtstart"].dt.astimezone(UTC) == row["starts_at"]


async def test_asked_step_by_step(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        assert "Wann" in await s.says("Ich brauche einen Termin mit Tom Wagner") and len(s.labels()) == 3
        assert "Um wie viel Uhr am Dienstag, 1.12." in await s.says("Dienstag")
        assert "am Dienstag, 1.12., um 16:30" in await s.says("halb fünf nachmittags")


async def test_her_answer_is_one_tap_from_the_calendar(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead(TOM, "Ja, Dienstag um 17 Uhr passt mir gut!")
        assert await s.w.rows("meetings") == []
        assert "Termin mit Tom Wagner steht" in await s.taps("Termin am Dienstag, 1.12., um 17:00 eintragen")
        await s.lead(TOM, "Dienstag um 17 Uhr geht leider nicht.")
        assert not [label for label in s.labels() if "eintragen" in label]


async def test_who_may_not_be_written_to_is_not_and_max_hears_why(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead("Nina Kraus", "STOPP")
        said = await s.says("Termin mit Nina Kraus am Freitag um 11 Uhr")
        assert "weiß noch nichts davon" in said and "Selbst Bescheid geben" not in s.labels()
        said = await s.says("Termin mit Felix Arnold am Freitag um 13 Uhr")
        assert "weiß noch nichts davon" in said and "Selbst Bescheid geben" in s.labels()
        await s.passes("1m")
        assert await letters(s, "Felix Arnold") == []
