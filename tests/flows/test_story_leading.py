"""A leader's week: the report by itself, a deputy for drafts left waiting, and what members may see of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from channels import words
from sequences import deputing
from sequences.daily_plan import Plan, next_week
from tests.support.world import world

MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)  # 8:00 in Berlin


async def test_mondays_report_comes_once_and_can_be_switched_off(tmp_path: Path) -> None:
    async with world(tmp_path / "w") as w:
        await w.max("/team", rep="lena")
        await w.lead("Tom Wagner", "Was kostet das Starterpaket?")
        await w.new("telegram", "lena")
        await w.until(MONDAY + timedelta(hours=2))
        shown = [card for card in await w.new("telegram", "lena") if "eure Woche" in card["text"]]
        assert len(shown) == 1 and shown[0]["image"], "one message with its picture"
        assert "23.11. bis 29.11." in shown[0]["text"]
        assert not [card for card in await w.new("telegram", "max") if "Woche" in card["text"]]
        assert "deine Zahlen" in (await w.max("Wer hat meine Zahlen angesehen?"))[0]["text"]

        off = await w.tap(shown[0], "Kein Wochenbericht", rep="lena")
        assert "Kein Wochenbericht" in off[-1]["text"]
        await w.until(MONDAY + timedelta(days=7, hours=2))
        assert not [card for card in await w.new("telegram", "lena") if "eure Woche" in card["text"]]


async def test_a_draft_left_waiting_goes_to_the_deputy_and_the_first_tap_wins(tmp_path: Path) -> None:
    async with world(tmp_path / "w") as w:
        await w.max("/team", rep="sofia")
        await w.max("Sofia vertritt mich")
        await w.lead("Tom Wagner", "Was kostet das Starterpaket?")
        draft = (await w.rows("approvals"))[-1]
        await w.new("telegram", "sofia")
        await w.until(draft["expires_at"] - timedelta(minutes=30))
        card = next(card for card in await w.new("telegram", "sofia") if "Vertretung für Max" in card["text"])
        assert [b["label"] for b in card["buttons"]] == ["Senden", "Ändern", "Verwerfen"]
        await w.tap(card, "Verwerfen", rep="sofia")
        row = (await w.rows("approvals", "id", draft["id"]))[0]
        assert (row["state"], row["decided_by"], row["user_id"]) == ("rejected", 3, 2)
        edited = [item["text"] for item in await w.parts.phones.shows("telegram", "max") if item.get("edited_at")]
        assert any("Sofia hat entschieden (verworfen)" in text for text in edited), edited
        late = await w.max(f"/freigabe {draft['id']} senden")
        assert "Sofia schon entschieden" in late[-1]["text"]
        assert not [text for text in await w.phone("Tom Wagner") if "Starterpaket" in text]
        assert "einen deiner Entwürfe" in (await w.max("/zugriffe"))[0]["text"]


def test_a_deputy_is_asked_awake() -> None:
    plan, zone = Plan(), "Europe/Berlin"
    noon = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
    assert deputing.moment(noon, noon + timedelta(hours=4), plan, zone) == noon + timedelta(hours=2)
    evening = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)  # 18:00: half-way is 20:00, when the day is over
    assert deputing.moment(evening, evening + timedelta(hours=4), plan, zone) == evening
    night = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    assert deputing.moment(night, night + timedelta(hours=4), plan, zone) is None
    assert deputing.moment(night, night + timedelta(hours=8), plan, zone) == datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


async def test_a_draft_that_ends_at_night_is_shown_before(tmp_path: Path) -> None:
    """Its warning falls into the deputy's sleep: the deputy has it in the afternoon, once."""
    async with world(tmp_path / "w") as w:
        await w.max("/team", rep="sofia")
        await w.max("Sofia vertritt mich")
        await w.until(w.clock.now() + timedelta(hours=18))  # 4:30, so that it ends at 4:30 two days later
        await w.lead("Tom Wagner", "Was kostet das Starterpaket?")
        draft = (await w.rows("approvals"))[-1]
        await w.new("telegram", "sofia")
        await w.until(draft["expires_at"] - timedelta(minutes=5))
        cards = [card for card in await w.new("telegram", "sofia") if "Vertretung für Max" in card["text"]]
        assert len(cards) == 1
        (look,) = await w.rows("looks", "what", "draft")
        assert timedelta(hours=8) < draft["expires_at"] - look["at"] < timedelta(hours=14)


def test_the_week_opens_on_its_first_day_of_work() -> None:
    plan, berlin, wednesday = Plan(), "Europe/Berlin", datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
    assert next_week(480, wednesday, plan, berlin, "DE-BY") == MONDAY
    assert next_week(480, MONDAY, plan, berlin, "DE-BY") == MONDAY + timedelta(days=7)
    easter = datetime(2027, 3, 25, 9, 0, tzinfo=UTC)  # Monday the 29th is a holiday, on Sunday the clocks change
    assert next_week(480, easter, plan, berlin, "DE-BY") == datetime(2027, 3, 30, 6, 0, tzinfo=UTC)
    assert next_week(480, wednesday, Plan(weekdays=()), berlin, None) is None
    assert words.keys("de").keys() == words.keys("en").keys()


async def test_an_outcome_counts_however_it_came_and_no_order_is_dropped(tmp_path: Path) -> None:
    async with world(tmp_path) as w:
        await w.lead("Lisa Schmid", "Ich habe das Starterpaket gestern bestellt und bin jetzt Kundin bei euch.")
        await w.max("Tom Wagner ist jetzt Kunde")
        await w.advance("1m")
        report = (await w.max("/teambericht", rep="lena"))[-1]["text"]
        assert "Gewonnen: 2" in report, report
        said = (await w.max("Befördere Sofia und erinner mich morgen um 9 an Lisa"))[-1]["text"]
        assert "Jemanden befördern" in said and "Teamleitung" in said and "Lisa Schmid" in said
        assert [act for act in await w.acts() if act[0] in ("change_role", "create_reminder")] == [
            ("change_role", "denied"),
            ("create_reminder", "done"),
        ]
