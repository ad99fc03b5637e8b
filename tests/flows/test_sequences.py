"""Sequences over sixty days: every send, wait, branch and end as the YAML says, each non-send with its reason."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from sequences.engine import AlreadyRunning, CoolingDown
from store.folding import fold
from store.models import Approval, Consent, Lead, Reminder, SequenceDefinition, Suppression, WhatsappTemplate
from store.queries import flows, leads, story
from store.types import Tone
from tests.support.world import World, world

# A Monday morning in Berlin, no public holiday in any region before Christmas.
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANNA, MARKUS = "Anna Berger", "Markus Vogel"
FIRST, GHOST, NURTURE = "first_contact_to_partner", "ghost_reactivation", "long_term_nurture"


@pytest.fixture
async def w(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path, at=MONDAY, quiet=True) as found:
        yield found


async def lead_of(w: World, name: str) -> Lead:
    async with w.parts.db.read() as scope:
        return (await leads.named(scope, fold(name).split()))[0]


async def enrol(w: World, name: str, sequence: str) -> int:
    lead = await lead_of(w, name)
    async with w.parts.db.write() as work:
        definition = await flows.definition_named(work.scope(lead.team_id), sequence)
        assert definition is not None
        made = await w.parts.engine.start(work, lead, definition, lead.owner_id, w.clock.now())
    return made.id


async def replies(w: World, name: str, tone: Tone) -> list[tuple[str, str]]:
    """A reply as the inbox hands it on; what each running sequence decided."""
    lead_id = (await lead_of(w, name)).id
    async with w.parts.db.write() as work:
        lead = await work.session.get(Lead, lead_id)
        assert lead is not None
        lead.last_inbound_at, lead.tone = w.clock.now(), tone
        found = await w.parts.engine.on_reply(work, lead, tone, "other", w.clock.now())
    return [(reaction.enrolment.sequence, reaction.decision.rule) for reaction in found]


async def days(w: World, count: float) -> None:
    await w.until(w.clock.now() + timedelta(days=count))


async def told(w: World, enrolment_id: int) -> list[tuple[int, str, str, str]]:
    """(day, verdict, rule, step) of everything decided about an enrolment, oldest first."""
    rows = [r for r in await w.rows("decisions", "subject_id", enrolment_id) if r["subject"] == "enrolment"]
    return [((r["at"] - MONDAY).days, r["verdict"], r["rule"], r["facts"].get("name", "")) for r in rows]


async def sent(w: World, enrolment_id: int) -> list[tuple[int, str | None]]:
    """(day, provider template) of every message an enrolment really sent."""
    rows = await w.rows("messages", "enrolment_id", enrolment_id)
    return [((r["sent_at"] - MONDAY).days, r["template"]) for r in rows if r["state"] == "sent"]


async def enrolment(w: World, enrolment_id: int) -> dict[str, Any]:
    return (await w.rows("enrolments", "id", enrolment_id))[0]


async def wrote_last(w: World, name: str) -> None:
    """The lead had the last word half an hour ago: nothing of ours is unanswered."""
    lead_id = (await lead_of(w, name)).id
    async with w.parts.db.write() as work:
        lead = await work.session.get(Lead, lead_id)
        assert lead is not None
        lead.last_inbound_at = w.clock.now() - timedelta(minutes=30)
        for line in await story.lines_with(work.scope(), lead_id):
            line.last_inbound_at = lead.last_inbound_at


async def test_a_silent_contact_gets_the_first_contact_sequence_to_its_end(w: World) -> None:
    await wrote_last(w, ANNA)
    first = await enrol(w, ANNA, FIRST)
    await days(w, 60)
    assert await sent(w, first) == [
        (0, None),  # the window is still open: the step's own text
        (2, "sf_value_proposition"),  # no video link on record: the fallback
        (5, "sf_gentle_follow_up"),
        (8, "sf_offer_call"),
        (14, "sf_three_way_call"),
        (21, "sf_final_attempt"),
    ]
    first_text = (await w.rows("messages", "enrolment_id", first))[0]["text"]
    assert "KI-Assistent von Max" in first_text and "STOPP" in first_text
    row = await enrolment(w, first)
    assert (row["status"], row["outcome"]) == ("completed", "nurture")
    assert (await told(w, first))[-1][:3] == (30, "finish", "nurture_step")
    following = [r for r in await w.rows("enrolments", "lead_id", row["lead_id"]) if r["sequence"] == NURTURE]
    assert [r["status"] for r in following] == ["active"]


async def test_what_was_not_sent_has_its_reason(w: World) -> None:
    await wrote_last(w, ANNA)
    first = await enrol(w, ANNA, FIRST)
    await days(w, 31)
    skipped = {step: rule for _, verdict, rule, step in await told(w, first) if verdict == "skip"}
    assert skipped["Value proposition"] == "condition"
    went = len(await sent(w, first))
    assert went + len(skipped) == 7


async def test_ghosts_get_three_messages_and_are_archived(w: World) -> None:
    ghost = await enrol(w, MARKUS, GHOST)
    await days(w, 60)
    assert [day for day, _ in await sent(w, ghost)] == [0, 7, 14]
    assert (await enrolment(w, ghost))["outcome"] == "archived"
    assert (await lead_of(w, MARKUS)).stage == "archived"


async def test_a_no_moves_to_nurture_at_once_and_nothing_else_is_sent(w: World) -> None:
    await wrote_last(w, ANNA)
    first = await enrol(w, ANNA, FIRST)
    await days(w, 1)
    assert await replies(w, ANNA, "negative") == [(FIRST, "reply_branch")]
    assert (await enrolment(w, first))["status"] == "completed"
    await days(w, 28)
    assert len(await sent(w, first)) == 1


async def test_a_yes_to_the_call_gives_the_rep_a_call_card_and_the_follow_up_stays_armed(w: World) -> None:
    await wrote_last(w, ANNA)
    first = await enrol(w, ANNA, FIRST)
    await days(w, 9)
    assert await replies(w, ANNA, "positive") == [(FIRST, "reply_branch")]
    await w.new("telegram", "max")
    await days(w, 0.01)
    cards = [card for card in await w.new("telegram", "max") if "📞" in card["text"]]
    assert len(cards) == 1 and ANNA in cards[0]["text"]
    assert cards[0]["buttons"][0]["label"] == "Erledigt"
    row = await enrolment(w, first)
    assert row["status"] == "active" and row["next_due_at"] > w.clock.now()


async def test_a_neutral_answer_disarms_nothing(w: World) -> None:
    await wrote_last(w, ANNA)
    first = await enrol(w, ANNA, FIRST)
    await days(w, 1)
    assert await replies(w, ANNA, "neutral") == [(FIRST, "reply_wait")]
    await days(w, 20)
    assert len(await sent(w, first)) >= 3


async def test_without_an_approved_template_a_closed_window_is_skipped_honestly(w: World) -> None:
    await wrote_last(w, ANNA)
    async with w.parts.db.write() as work:
        await work.session.execute(delete(WhatsappTemplate).where(WhatsappTemplate.name == "sf_gentle_follow_up"))
    first = await enrol(w, ANNA, FIRST)
    await days(w, 10)
    assert (5, "skip", "no_template", "Gentle follow-up") in await told(w, first)
    assert [template for _, template in await sent(w, first)][-1] == "sf_offer_call"


async def test_without_consent_nothing_leaves(w: World) -> None:
    lead = await lead_of(w, ANNA)
    async with w.parts.db.write() as work:
        await work.session.execute(delete(Consent).where(Consent.lead_id == lead.id))
    first = await enrol(w, ANNA, FIRST)
    await days(w, 31)
    assert await sent(w, first) == []
    assert {rule for _, verdict, rule, _ in await told(w, first) if verdict == "skip"} >= {"no_consent"}


async def test_an_opt_out_ends_everything(w: World) -> None:
    await wrote_last(w, ANNA)
    first = await enrol(w, ANNA, FIRST)
    await days(w, 3)
    lead, before = await lead_of(w, ANNA), len(await sent(w, first))
    async with w.parts.db.write() as work:
        work.session.add(
            Suppression(team_id=lead.team_id, address_hash="x", lead_id=lead.id, reason="stop", at=w.clock.now())
        )
    await days(w, 30)
    row = await enrolment(w, first)
    assert (row["status"], row["outcome"]) == ("cancelled", "opted_out")
    assert len(await sent(w, first)) == before


async def test_stopping_by_hand(w: World) -> None:
    first = await enrol(w, ANNA, FIRST)
    lead = await lead_of(w, ANNA)
    async with w.parts.db.write() as work:
        stopped = await w.parts.engine.stop(work, lead, FIRST, "stopped_by_user", w.clock.now())
    assert [row.id for row in stopped] == [first]
    await days(w, 10)
    assert await sent(w, first) == []
    assert (await told(w, first))[-1][1:3] == ("cancel", "stopped_by_user")


async def test_nobody_starts_twice_and_not_right_after_the_end(w: World) -> None:
    await enrol(w, MARKUS, GHOST)
    with pytest.raises(AlreadyRunning):
        await enrol(w, MARKUS, GHOST)
    await days(w, 30)
    with pytest.raises(CoolingDown) as cooling:
        await enrol(w, MARKUS, GHOST)
    assert cooling.value.until > w.clock.now()


async def test_a_process_away_for_weeks_catches_up_without_a_flood(w: World) -> None:
    await wrote_last(w, ANNA)
    first = await enrol(w, ANNA, FIRST)
    await days(w, 1)
    assert len(await sent(w, first)) == 1
    w.clock.at = MONDAY + timedelta(days=15)  # asleep: nothing ticked on the way
    await w.parts.drive.run_due()
    await days(w, 0.5)
    assert len(await sent(w, first)) == 2
    await days(w, 16)
    when = [day for day, _ in await sent(w, first)]
    assert len(set(when)) == len(when) and len(when) >= 3


async def test_the_version_a_run_began_with_stays(w: World) -> None:
    first = await enrol(w, MARKUS, GHOST)
    async with w.parts.db.write() as work:
        before = await flows.definition_named(work.scope(), GHOST)
        assert before is not None
        before.active = False
        shorter = before.yaml.replace("day: 7\n", "day: 3\n")
        work.session.add(
            SequenceDefinition(name=GHOST, version=2, yaml=shorter, digest="v2", active=True, at=w.clock.now())
        )
    await days(w, 8)
    assert [day for day, _ in await sent(w, first)] == [0, 7]
    assert (await enrolment(w, first))["version"] == 1


async def test_installing_again_changes_nothing(w: World) -> None:
    before = await w.rows("sequence_definitions")
    async with w.parts.db.write() as work:
        assert await w.parts.engine.install(work) == 0
    assert await w.rows("sequence_definitions") == before


async def test_a_trigger_starts_once_and_only_with_consent(w: World) -> None:
    async with w.parts.db.write() as work:
        for name in (ANNA, MARKUS):
            lead = (await leads.named(work.scope(), fold(name).split()))[0]
            lead.last_outbound_at = MONDAY - timedelta(days=8)
            lead.last_inbound_at = MONDAY - timedelta(days=9)
        await work.session.execute(delete(Consent).where(Consent.lead_id == lead.id))  # Markus
    await days(w, 0.2)
    anna, markus = await lead_of(w, ANNA), await lead_of(w, MARKUS)
    assert [r["sequence"] for r in await w.rows("enrolments", "lead_id", anna.id)] == [GHOST]
    assert await w.rows("enrolments", "lead_id", markus.id) == []
    why = [r["rule"] for r in await w.rows("decisions", "lead_id", markus.id) if r["subject"] == "trigger"]
    assert why == ["no_consent"]


async def test_an_approval_nobody_decides_warns_expires_and_lets_the_sequence_go_on(w: World) -> None:
    await wrote_last(w, ANNA)
    first, lead = await enrol(w, ANNA, FIRST), await lead_of(w, ANNA)
    async with w.parts.db.write() as work:
        waiting = Approval(
            team_id=lead.team_id,
            user_id=lead.owner_id,
            lead_id=lead.id,
            tool="send_message",
            arguments={"text": "Hallo Anna, passt dir morgen?"},
            digest="d",
            reason="ai_text",
            enrolment_id=first,
            expires_at=MONDAY + timedelta(hours=48),
            at=MONDAY,
        )
        work.session.add(waiting)
        await work.session.flush()
        row = await flows.enrolment(work.scope(), first)
        assert row is not None
        row.waiting_for, row.next_due_at = waiting.id, waiting.expires_at
        row.progress = {"parked": {"step": 0, "next_step": 1, "template": "confirm_interest"}}
    await w.new("telegram", "max")
    await days(w, 1.9)
    warnings = [card["text"] for card in await w.new("telegram", "max") if "passt dir morgen" in card["text"]]
    assert len(warnings) == 1 and await sent(w, first) == []
    await days(w, 0.3)
    ended = [card["text"] for card in await w.new("telegram", "max") if "abgelaufen" in card["text"]]
    assert len(ended) == 1
    assert (2, "skip", "approval_expired", "") in await told(w, first)
    await days(w, 7)
    assert await sent(w, first) != []


async def test_many_reminders_at_once_are_few_cards(w: World) -> None:
    user = (await w.rows("users", "login", "max"))[0]
    async with w.parts.db.write() as work:
        for number in range(19):
            work.session.add(
                Reminder(
                    team_id=user["team_id"],
                    user_id=user["id"],
                    note=f"Sache {number}",
                    priority="urgent" if number == 17 else "normal",
                    due_at=MONDAY + timedelta(minutes=5),
                    zone="Europe/Berlin",
                    at=MONDAY,
                )
            )
    await w.max("/hilfe")
    await w.new("telegram", "max")
    await days(w, 0.01)
    shown = await w.new("telegram", "max")
    assert len(shown) == 5
    assert "Sache 17" in shown[0]["text"]
    assert all(f"Sache {number}" in "\n".join(card["text"] for card in shown) for number in range(19))
    await days(w, 1)
    assert [card for card in await w.new("telegram", "max") if "Sache" in card["text"]] == []
