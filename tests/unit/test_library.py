"""The shipped sequences, played for sixty days and more, and the texts they send."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sequences import placeholders, shipped
from sequences.conditions import Facts, compile_condition, holds
from sequences.definition import check_references
from sequences.play import Played, play
from store.types import LeadFacts

SEQUENCES = shipped.sequences()
TEMPLATES = shipped.templates()
START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
COLD = LeadFacts(name="Lisa Kern")
WARM = LeadFacts(name="Lisa Kern", quality="warm")


def run(name: str, lead: Any = COLD, replies: Any = None, **more: Any) -> tuple[Played, ...]:
    return play(SEQUENCES[name], lead, replies or {}, START, "Europe/Berlin", **{"days": 60, **more})


def sends(moves: tuple[Played, ...]) -> list[tuple[int, str | None]]:
    return [(p.day, p.decision.template) for p in moves if p.decision.kind == "run" and p.decision.template]


def end(moves: tuple[Played, ...]) -> tuple[int, str | None, str | None]:
    return moves[-1].day, moves[-1].decision.outcome, moves[-1].decision.next_sequence


def skips(moves: tuple[Played, ...]) -> list[tuple[int, str]]:
    return [(p.day, p.decision.facts["condition"]) for p in moves if p.decision.kind == "skip"]


def test_exactly_these_are_shipped_and_everything_they_name_exists() -> None:
    assert set(SEQUENCES) == {
        "customer_to_partner",
        "first_contact_to_partner",
        "ghost_reactivation",
        "long_term_nurture",
    }
    for sequence in SEQUENCES.values():
        assert check_references(sequence, templates=TEMPLATES, sequences=SEQUENCES) == ()
        assert sequence.title["de"] != sequence.title["en"] and all(sequence.description.values())
    used = {name for sequence in SEQUENCES.values() for step in sequence.steps for name in step.templates}
    assert used == set(TEMPLATES)


def test_a_satisfied_customer_is_asked_first_and_invited_last() -> None:
    happy = LeadFacts(name="Lisa Kern", is_customer=True, satisfaction_score=9)
    moves = run("customer_to_partner", happy, days=90)
    assert sends(moves) == [(30, "satisfaction_check"), (45, "soft_mention"), (60, "partner_invitation")]
    unhappy = LeadFacts(name="Lisa Kern", is_customer=True, satisfaction_score=4)
    assert sends(run("customer_to_partner", unhappy, days=90)) == [(30, "satisfaction_check")]
    moves = run("customer_to_partner", happy, {30.2: "negative"}, days=90)
    assert [p.decision.action for p in moves if p.decision.kind == "run"][:2] == ["send_message", "schedule_call"]


def test_first_contact_of_a_silent_cold_lead() -> None:
    moves = run("first_contact_to_partner")
    assert sends(moves) == [
        (0, "confirm_interest"), (2, "intro_video"), (5, "gentle_follow_up"), (8, "offer_call"), (21, "final_attempt"),
    ]  # fmt: skip
    assert skips(moves) == [
        (2, "lead.watched_video"),
        (14, "lead.sentiment in ['hot', 'warm'] OR lead.response_positive"),
    ]
    assert end(moves) == (30, "nurture", "long_term_nurture")


def test_first_contact_of_a_silent_warm_lead_has_the_three_way_call() -> None:
    moves = run("first_contact_to_partner", WARM)
    assert [day for day, _ in sends(moves)] == [0, 2, 5, 8, 14, 21]
    assert end(moves) == (30, "nurture", "long_term_nurture")


def test_first_contact_sends_at_the_same_wall_time_after_the_clock_change() -> None:
    moves = play(SEQUENCES["first_contact_to_partner"], WARM, {}, START + timedelta(days=20), "Europe/Berlin")
    assert {p.at.hour for p in moves if p.day > 6} == {8}


def test_first_contact_who_answers_the_video_gladly() -> None:
    moves = run("first_contact_to_partner", COLD, {2.2: "positive"})
    assert sends(moves)[:3] == [(0, "confirm_interest"), (2, "intro_video"), (8, "offer_call")]
    assert (5, "no_response_since > 48h") in skips(moves)
    assert moves[3].decision.rule == "reply_next_step"


def test_first_contact_who_wants_the_call_and_then_goes_quiet() -> None:
    moves = run("first_contact_to_partner", WARM, {8.1: "positive"})
    call = next(p for p in moves if p.decision.action == "schedule_call")
    assert (call.day, call.decision.kind, call.decision.rule) == (8, "run", "reply_branch")
    assert [day for day, _ in sends(moves)] == [0, 2, 5, 8, 14, 21]


@pytest.mark.parametrize("at", [0.1, 2.5, 6, 9, 20, 25])
def test_first_contact_who_says_no_at_any_time_goes_to_nurture(at: float) -> None:
    moves = run("first_contact_to_partner", WARM, {at: "negative"})
    assert end(moves) == (int(at + 0.4), "nurture", "long_term_nurture")
    assert moves[-1].decision.rule == "reply_branch"


def test_first_contact_who_becomes_a_customer_gets_no_more_of_it() -> None:
    moves = run("first_contact_to_partner", lambda now: LeadFacts(is_customer=now > START + timedelta(days=3)))
    assert [day for day, _ in sends(moves)] == [0, 2]
    assert skips(moves)[1:] == [(number, "not lead.is_customer") for number in (5, 8, 14, 21)]
    assert end(moves) == (30, "nurture", "long_term_nurture")


def test_first_contact_who_becomes_a_partner_is_done() -> None:
    moves = run(
        "first_contact_to_partner", lambda now: LeadFacts(stage="partner" if now > START + timedelta(9) else "new")
    )
    assert end(moves) == (14, "partner", None)


@pytest.mark.parametrize(("hour", "second"), [(1, "value_proposition"), (80, "intro_video")])
def test_first_contact_who_watched_the_video(hour: int, second: str) -> None:
    moves = run("first_contact_to_partner", lambda now: LeadFacts(watched_video=now >= START + timedelta(hours=hour)))
    assert [template for day, template in sends(moves) if day == 2] == [second]


def test_first_contact_without_a_video_has_the_value_proposition_once() -> None:
    (video, value) = SEQUENCES["first_contact_to_partner"].steps[1:3]
    assert video.fallback_template == value.template == "value_proposition"
    seen = Facts(lead=LeadFacts(watched_video=True), previous_template="value_proposition")
    assert not all(holds(condition, seen) for condition in value.conditions)


@pytest.mark.parametrize("enrolment", [0, 1, 2])
def test_ghost_who_stays_silent(enrolment: int) -> None:
    moves = run("ghost_reactivation", enrolment_id=enrolment)
    variant = SEQUENCES["ghost_reactivation"].steps[0].variants[enrolment]
    assert sends(moves) == [(0, variant), (7, "different_angle"), (14, "final_goodbye")]
    assert end(moves) == (21, "archived", None)
    assert moves[-1].decision.lead_changes == {"stage": "archived"}


@pytest.mark.parametrize(
    ("replies", "days", "expected"),
    [
        ({1: "positive"}, [0], (1, "reply_positive", None)),
        ({8: "positive"}, [0, 7], (8, "reply_positive", None)),
        ({15: "positive"}, [0, 7, 14], (15, "reply_positive", None)),
        ({1: "negative"}, [0], (1, "nurture", "long_term_nurture")),
        ({15: "negative"}, [0, 7, 14], (15, "archived", None)),
        ({15: "neutral"}, [0, 7, 14], (15, "reply_neutral", None)),
        ({8: "neutral"}, [0, 7], (21, "completed", None)),
        ({1: "neutral"}, [0, 7, 14], (21, "archived", None)),
    ],
)
def test_ghost_who_answers(replies: Any, days: list[int], expected: Any) -> None:
    moves = run("ghost_reactivation", COLD, replies)
    assert [day for day, _ in sends(moves)] == days
    assert end(moves) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(lead=COLD, no_response_days=7), True),
        (Facts(lead=COLD, no_response_days=6), False),
        (Facts(lead=COLD), False),
        (Facts(lead=LeadFacts(stage="archived"), no_response_days=70), False),
        (Facts(lead=LeadFacts(stage="partner"), no_response_days=70), False),
    ],
)
def test_ghost_is_triggered_by_seven_silent_days(facts: Facts, expected: bool) -> None:
    trigger = SEQUENCES["ghost_reactivation"].trigger
    assert trigger is not None and holds(trigger, facts) is expected
    assert all(SEQUENCES[name].trigger is None for name in ("first_contact_to_partner", "long_term_nurture"))


def test_the_trigger_of_a_custom_sequence_for_happy_customers() -> None:
    trigger = compile_condition("lead.is_customer AND lead.satisfaction_score >= 8")
    assert holds(trigger, Facts(lead=LeadFacts(is_customer=True, satisfaction_score=9)))
    assert not holds(trigger, Facts(lead=LeadFacts(is_customer=True)))


def test_nurture_is_twelve_messages_a_month_apart() -> None:
    moves = run("long_term_nurture", days=400)
    assert [day for day, _ in sends(moves)] == list(range(30, 361, 30))
    assert len({template for _, template in sends(moves)}) == 12
    assert end(moves) == (365, "completed", None)


@pytest.mark.parametrize("tone", ["positive", "negative"])
def test_nurture_ends_with_an_answer(tone: str) -> None:
    moves = run("long_term_nurture", COLD, {61: tone}, days=400)
    assert [day for day, _ in sends(moves)] == [30, 60]
    assert end(moves) == (61, f"reply_{tone}", None)


VALUES = {
    "first_name": "Lisa", "name": "Lisa Kern", "sender": "Max Vogel", "sender_first_name": "Max", "team": "Team Lena",
    "video_link": "https://example.org/v", "booking_link": "https://example.org/b", "company": "Kern GmbH",
    "interest": "Fitness",
}  # fmt: skip
INFORMAL = re.compile(r"\b(?:du|dir|dich|dein\w*|deine\w*|magst|hast|schreib|bist)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:Sie|Ihnen|Ihr|Ihre\w*)\b")
CLAIMS = re.compile(
    r"verdien|einkommen|reich werden|geld|garant|gesund(?!heits?versicher)|heil|abnehm|krankheit|letzte chance|"
    r"nur heute|nur noch|sofort|income|earn|rich\b|guarante|cure|health(?!\s+insur)|weight|last chance|"
    r"only today|hurry|!!",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_texts_are_whole_fit_their_register_and_promise_nothing(name: str) -> None:
    template = TEMPLATES[name]
    assert template.whatsapp == f"sf_{name}"
    for text in (template.du, template.sie, template.en):
        filled = placeholders.fill(text, VALUES)
        assert 40 < len(filled) <= 400 and "{" not in filled and "  " not in filled
        assert not CLAIMS.search(filled), CLAIMS.search(filled)
        assert placeholders.fill(text, {**VALUES, "first_name": "", "name": ""}).split(",")[0] in (
            "Hallo", "Guten Tag", "Hi",
        )  # fmt: skip
    assert not FORMAL.search(template.du), template.du
    assert not INFORMAL.search(template.sie), template.sie
    assert template.text("de", "sie") == template.sie and template.text("en", "sie") == template.en


def test_no_two_texts_are_the_same() -> None:
    texts = [text for template in TEMPLATES.values() for text in template.texts]
    assert len(set(texts)) == len(texts) == 3 * len(TEMPLATES)
