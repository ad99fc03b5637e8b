"""What an enrolment does when it is due, what a reply does at once, and when the next step comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sequences.conditions import Facts
from sequences.decide import Progress, Reply, after, choose_variant, decide, react
from sequences.definition import Sequence, load
from sequences.play import play
from store.types import LeadFacts

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"
NOBODY = Facts(lead=LeadFacts())


def sequence(*steps: str, **top: Any) -> Sequence:
    head = {"name": "test_run", **top}
    lines = [f"{key}: {value}" for key, value in head.items()]
    return load("\n".join([*lines, "steps:", *(f"  - {step}" for step in steps)]))


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def progress(**values: Any) -> Progress:
    return Progress(started_at=START, zone=ZONE, **values)


def sent(last: int, at: float, **values: Any) -> Progress:
    """One message went out as step ``last`` on day ``at``."""
    return progress(**{"step": last + 1, "attempts": 1, "last_step": last, "last_sent_at": day(at), **values})


HI = "{day: 0, name: Hi, action: send_message, template: hi}"
THREE = sequence(HI, "{day: 2, action: send_message, template: two}", "{day: 4, action: send_message, template: three}")


def test_a_due_step_runs_with_all_it_needs() -> None:
    plan = sequence("{day: 0, name: Hi, action: send_message, template: hi, fallback_template: plain, channel: email}")
    decision = decide(plan, progress(), NOBODY, START)
    assert (decision.kind, decision.rule, decision.step, decision.next_step) == ("run", "step", 0, 1)
    assert (decision.action, decision.template, decision.fallback_template) == ("send_message", "hi", "plain")
    assert decision.facts == {
        "step": 1, "name": "Hi", "day": 0, "action": "send_message", "template": "hi", "attempt": 1,
    }  # fmt: skip


def test_asked_too_early_it_waits_for_the_day() -> None:
    decision = decide(THREE, sent(0, 0), NOBODY, day(1))
    assert (decision.kind, decision.rule, decision.until, decision.next_step) == ("wait", "not_due", day(2), 1)


def test_a_late_step_does_not_shift_the_next() -> None:
    late = decide(THREE, sent(0, 0), NOBODY, day(3.9))
    assert late.kind == "run"
    assert after(THREE, sent(0, 0), late, day(3.9)) == day(4)
    assert after(THREE, sent(0, 0), late, day(5)) == day(5)


def test_a_false_condition_skips_with_its_words() -> None:
    plan = sequence("{day: 0, action: send_message, template: hi, conditions: [lead.score >= 0, NOT step == 1]}", HI)
    decision = decide(plan, progress(), NOBODY, START)
    assert (decision.kind, decision.rule, decision.next_step) == ("skip", "condition", 1)
    assert decision.facts["condition"] == "NOT step == 1"
    assert after(plan, progress(), decision, START) == START


def test_step_attempts_and_previous_template_come_from_the_enrolment() -> None:
    text = "step == 2 and attempts == 1 and previous_template == 'hi'"
    plan = sequence(
        "{day: 0, action: send_message, template: hi, variants: [hi_a, hi_b]}",
        f"{{day: 1, action: send_message, template: b, conditions: {text}}}",
    )
    lying = Facts(lead=LeadFacts(), step=9, attempts=9, previous_template="other")
    assert decide(plan, sent(0, 0, previous_template="hi_b"), lying, day(1)).kind == "run"


@pytest.mark.parametrize(
    ("action", "kind", "rule", "outcome", "follower", "changes"),
    [
        ("archive_lead", "finish", "archive_step", "archived", None, {"stage": "archived"}),
        ("move_to_nurture", "finish", "nurture_step", "nurture", "long_term_nurture", {}),
        ("end_sequence", "finish", "end_step", "completed", "after_this", {}),
        ("schedule_call", "run", "step", None, None, {}),
        ("create_reminder", "run", "step", None, None, {}),
        ("wait", "wait", "wait_step", None, None, {}),
    ],
)
def test_actions(action: str, kind: str, rule: str, outcome: Any, follower: Any, changes: dict[str, str]) -> None:
    plan = sequence(f"{{day: 0, action: {action}}}", HI, next_sequence="after_this")
    decision = decide(plan, progress(), NOBODY, START)
    assert (decision.kind, decision.rule, decision.outcome, decision.next_sequence) == (kind, rule, outcome, follower)
    assert decision.lead_changes == changes
    assert (after(plan, progress(), decision, START) is None) == (kind == "finish")


def test_moving_to_nurture_inside_nurture_only_ends_it() -> None:
    plan = sequence("{day: 0, action: move_to_nurture}", name="long_term_nurture")
    decision = decide(plan, progress(), NOBODY, START)
    assert (decision.kind, decision.next_sequence) == ("finish", None)


def test_the_most_attempts_end_it_by_its_own_ending() -> None:
    plan = sequence(HI, "{day: 1, action: send_message, template: b}", "{day: 9, action: archive_lead}", max_attempts=1)
    decision = decide(plan, sent(0, 0), NOBODY, day(1))
    assert (decision.kind, decision.rule, decision.outcome) == ("finish", "max_attempts", "archived")
    assert decision.facts["max_attempts"] == 1
    plain = replace(plan, steps=plan.steps[:2], next_sequence="after_this")
    decision = decide(plain, sent(0, 0), NOBODY, day(1))
    assert (decision.outcome, decision.next_sequence, decision.lead_changes) == ("max_attempts", "after_this", {})


def test_skipped_sends_count_no_attempt() -> None:
    plan = replace(THREE, max_attempts=1)
    assert decide(plan, progress(step=2), NOBODY, day(4)).kind == "run"


def test_the_longest_duration_ends_it() -> None:
    plan = replace(THREE, max_duration_days=4, next_sequence="after_this")
    assert decide(plan, sent(1, 2), NOBODY, day(4.5)).kind == "run"
    decision = decide(plan, sent(1, 2), NOBODY, day(5))
    assert (decision.kind, decision.rule, decision.next_sequence) == ("finish", "max_duration", "after_this")
    assert decision.facts["day"] == 5


def test_after_the_last_step_it_is_completed() -> None:
    decision = decide(THREE, sent(2, 4), NOBODY, day(4))
    assert (decision.kind, decision.rule, decision.outcome) == ("finish", "completed", "completed")


@pytest.mark.parametrize(
    ("target", "lead", "outcome"),
    [
        ("partner", LeadFacts(stage="Partner"), "target_reached"),
        ("customer", LeadFacts(is_customer=True), "target_reached"),
        ("partner", LeadFacts(stage="lost"), "lead_lost"),
        ("", LeadFacts(stage=""), None),
        ("partner", LeadFacts(is_customer=True), None),
    ],
)
def test_reached_or_lost_it_ends_at_once(target: str, lead: LeadFacts, outcome: str | None) -> None:
    plan = replace(THREE, target_outcome=target, next_sequence="after_this")
    for decision in (
        decide(plan, progress(), Facts(lead=lead), START),
        react(plan, sent(0, 0), "positive", Facts(lead=lead), day(1)),
    ):
        assert (decision.rule if decision.kind == "finish" else None) == outcome
        assert decision.next_sequence is None


SILENT = "{day: 0, name: Hi, action: send_message, template: hi, on_no_response: %s}"


@pytest.mark.parametrize(
    ("branch", "kind", "rule", "outcome", "follower"),
    [
        ("archive_lead", "finish", "no_response_branch", "archived", None),
        ("move_to_nurture", "finish", "no_response_branch", "nurture", "long_term_nurture"),
        ("end_sequence", "finish", "no_response_branch", "no_response", None),
        ("{start_sequence: ghost_reactivation}", "finish", "no_response_branch", "no_response", "ghost_reactivation"),
        ("create_reminder", "run", "no_response_branch", None, None),
        ("next_step", "run", "step", None, None),
        ("wait", "run", "step", None, None),
        ("Later", "wait", "no_response_branch", None, None),
    ],
)
def test_silence_acts_when_the_next_step_is_due(branch: str, kind: str, rule: str, outcome: Any, follower: Any) -> None:
    plan = sequence(SILENT % branch, HI.replace("0", "3"), "{day: 6, name: Later, action: wait}", next_sequence="other")
    assert decide(plan, sent(0, 0), NOBODY, day(2.9)).rule == "not_due"
    decision = decide(plan, sent(0, 0), NOBODY, day(3))
    assert (decision.kind, decision.rule, decision.outcome, decision.next_sequence) == (kind, rule, outcome, follower)
    replied = decide(plan, sent(0, 0, reply=Reply("neutral", day(1))), NOBODY, day(3))
    assert (replied.kind, replied.rule) == ("run", "step")


def test_a_reminder_for_silence_comes_once_and_the_sequence_goes_on() -> None:
    plan = sequence(SILENT % "create_reminder", HI.replace("0", "3"))
    first = decide(plan, sent(0, 0), NOBODY, day(3))
    assert (first.action, first.step, first.next_step, first.handled) == ("create_reminder", 0, 1, "0:none")
    assert after(plan, sent(0, 0), first, day(3)) == day(3)
    second = decide(plan, sent(0, 0, handled=frozenset({"0:none"})), NOBODY, day(3))
    assert (second.rule, second.step) == ("step", 1)


def test_a_jump_for_silence_leads_on_from_its_target() -> None:
    plan = sequence(SILENT % "Later", HI.replace("0", "3"), "{day: 6, name: Later, action: send_message, template: l}")
    jump = decide(plan, sent(0, 0), NOBODY, day(3))
    assert (jump.next_step, jump.until) == (2, day(6))
    landed = decide(plan, sent(0, 0, step=2), NOBODY, day(6))
    assert (landed.kind, landed.template) == ("run", "l")


def test_a_message_just_sent_has_a_day_to_be_answered() -> None:
    plan = sequence(SILENT % "archive_lead", HI.replace("0", "3"))
    decision = decide(plan, sent(0, 2.8), NOBODY, day(3))
    assert (decision.kind, decision.rule, decision.until, decision.next_step) == ("wait", "answer_time", day(3.8), 1)


def test_a_second_step_of_the_same_day_is_no_silence() -> None:
    plan = sequence(SILENT % "archive_lead", HI, HI.replace("0", "3"))
    assert decide(plan, sent(0, 0), NOBODY, START).rule == "step"
    assert decide(plan, sent(0, 0, step=2), NOBODY, day(3)).outcome == "archived"


def test_the_last_message_stays_open_for_an_answer() -> None:
    plan = sequence(SILENT % "archive_lead", max_duration_days=30)
    run = decide(plan, progress(), NOBODY, START)
    end = after(plan, progress(), run, START)
    assert end == datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    assert decide(plan, sent(0, 0), NOBODY, day(6)).rule == "not_due"
    assert decide(plan, sent(0, 0), NOBODY, end).outcome == "archived"
    short = replace(plan, max_duration_days=0)
    assert after(short, progress(), run, START) == day(1)
    assert decide(short, sent(0, 0), NOBODY, day(1)).outcome == "archived"


def test_nothing_automatic_enters_a_live_talk() -> None:
    talking = sent(0, 0, reply=Reply("neutral", day(1.5)))
    decision = decide(THREE, talking, NOBODY, day(2))
    assert (decision.kind, decision.rule, decision.until, decision.next_step) == ("wait", "live_talk", day(2.5), 1)
    assert decide(THREE, talking, NOBODY, day(2.5)).kind == "run"


ASKS = "{day: 0, name: Hi, action: send_message, template: hi, on_response: {positive: %s, neutral: wait}}"


@pytest.mark.parametrize(
    ("branch", "kind", "rule", "outcome", "follower", "until", "next_step"),
    [
        ("next_step", "wait", "reply_next_step", None, None, day(3), 1),
        ("wait", "wait", "reply_wait", None, None, day(4), 1),
        ("schedule_call", "run", "reply_branch", None, None, day(4), 1),
        ("create_reminder", "run", "reply_branch", None, None, day(4), 1),
        ("Later", "wait", "reply_branch", None, None, day(6), 2),
        ("end_sequence", "finish", "reply_branch", "reply_positive", None, None, 1),
        ("archive_lead", "finish", "reply_branch", "archived", None, None, 1),
        ("move_to_nurture", "finish", "reply_branch", "nurture", "long_term_nurture", None, 1),
        ("{start_sequence: xyz}", "finish", "reply_branch", "reply_positive", "xyz", None, 1),
    ],
)
def test_replies_take_their_branch(
    branch: str, kind: str, rule: str, outcome: Any, follower: Any, until: Any, next_step: int
) -> None:
    plan = sequence(ASKS % branch, HI.replace("0", "3"), "{day: 6, name: Later, action: wait}", next_sequence="other")
    decision = react(plan, sent(0, 0), "positive", NOBODY, day(1))
    assert (decision.kind, decision.rule, decision.outcome, decision.next_sequence) == (kind, rule, outcome, follower)
    assert (decision.until, decision.next_step) == (until, next_step)
    assert decision.facts.get("response", "positive") == "positive"


@pytest.mark.parametrize("last", [sent(0, 0), progress(step=0), progress(step=3, last_step=2, last_sent_at=day(4))])
@pytest.mark.parametrize(
    ("response", "kind", "rule", "rest"),
    [
        ("positive", "wait", "reply_positive_pause", 7),
        ("neutral", "wait", "reply_neutral_rest", 3),
        ("negative", "finish", "reply_negative_end", None),
    ],
)
def test_defaults_for_replies(last: Progress, response: Any, kind: str, rule: str, rest: int | None) -> None:
    decision = react(replace(THREE, next_sequence="other"), last, response, NOBODY, day(4))
    assert (decision.kind, decision.rule, decision.next_sequence) == (kind, rule, None)
    assert decision.until == (day(4 + rest) if rest else None)
    assert decision.next_step == last.step


def test_a_positive_reply_never_disarms_the_follow_up_for_ever() -> None:
    moves = play(THREE, LeadFacts(), {1: "positive"}, START, ZONE)
    assert [(p.day, p.decision.template) for p in moves if p.decision.kind == "run"] == [
        (0, "hi"), (8, "two"), (8, "three"),
    ]  # fmt: skip


def test_going_on_leaves_a_day_for_the_talk() -> None:
    plan = sequence(ASKS % "next_step", HI.replace("0", "3"))
    assert react(plan, sent(0, 0), "positive", NOBODY, day(2.75)).until == day(3.75)
    assert react(plan, sent(0, 0), "neutral", NOBODY, day(2.75)).until == day(5.75)


def test_two_positive_replies_ask_for_one_call() -> None:
    plan = sequence(ASKS % "schedule_call", HI.replace("0", "9"))
    moves = play(plan, LeadFacts(), {1: "positive", 1.1: "positive", 1.2: "neutral"}, START, ZONE)
    assert [p.decision.rule for p in moves] == [
        "step",
        "reply_branch",
        "reply_handled",
        "reply_wait",
        "step",
        "completed",
    ]


def test_variants_are_stable_and_spread_evenly() -> None:
    plan = sequence("{day: 0, action: send_message, variants: [a, b, c]}")
    step = plan.steps[0]
    chosen = [choose_variant(step, enrolment) for enrolment in range(1, 301)]
    assert chosen == [choose_variant(step, enrolment) for enrolment in range(1, 301)]
    assert {chosen.count(index) for index in range(3)} == {100}
    decision = decide(plan, progress(enrolment_id=4), NOBODY, START)
    assert decision.variant == 1 and decision.template == "b"
    assert choose_variant(THREE.steps[0], 5) == 0
