"""Any sequence at all, played on paper: it ends, keeps its limits and can explain every decision."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sequences.decide import Decision
from sequences.definition import Sequence, load
from sequences.play import play
from sequences.progress import RULES
from store.types import LeadFacts

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
_ACTIONS = st.sampled_from(
    ["send_message", "wait", "create_reminder", "schedule_call", "archive_lead", "move_to_nurture", "end_sequence"]
)
_BRANCHES = st.sampled_from(
    [
        "next_step",
        "wait",
        "schedule_call",
        "create_reminder",
        "archive_lead",
        "end_sequence",
        "{start_sequence: b}",
        "Goal",
    ]
)
_CONDITIONS = st.sampled_from(["lead.score >= 0", "lead.is_customer", "no_response_since > 48h", "attempts < 2"])


@st.composite
def _plans(draw: st.DrawFn) -> Sequence:
    days = sorted(draw(st.lists(st.integers(0, 40), min_size=1, max_size=6)))
    steps = []
    for number in days:
        action = draw(_ACTIONS)
        parts = [f"day: {number}", f"action: {action}", f"conditions: {draw(_CONDITIONS)}"]
        if action == "send_message":
            answers = ", ".join(f"{tone}: {draw(_BRANCHES)}" for tone in ("positive", "neutral") if draw(st.booleans()))
            parts += ["template: x", f"on_response: {{{answers}}}", f"on_no_response: {draw(_BRANCHES)}"]
        steps.append("{" + ", ".join(parts) + "}")
    steps.append("{day: 40, name: Goal, action: send_message, template: y}")
    return load(
        "\n".join(["name: any", f"max_attempts: {draw(st.integers(1, 5))}", "steps:", *(f"  - {s}" for s in steps)])
    )


@settings(max_examples=150, deadline=None)
@given(
    _plans(),
    st.dictionaries(st.floats(0.01, 50), st.sampled_from(["positive", "neutral", "negative"]), max_size=4),
    st.integers(0, 5),
)
def test_every_sequence_ends_keeps_its_limits_and_can_explain_itself(plan: Sequence, replies: Any, held: int) -> None:
    moves = play(
        plan,
        LeadFacts(),
        replies,
        START,
        "Europe/Berlin",
        days=120,
        delay=lambda due: due.replace(hour=min(23, 9 + held)),
    )
    assert moves[-1].decision.kind == "finish"
    sends = [p for p in moves if p.decision.kind == "run" and p.decision.action == "send_message"]
    assert len(sends) <= plan.max_attempts
    assert all(p.day <= plan.max_duration_days for p in sends)
    for before, now in pairwise(moves):
        assert now.at >= before.at
    for move in moves:
        decision: Decision = move.decision
        assert decision.rule in RULES
        json.dumps([decision.facts, decision.lead_changes])
        assert (decision.kind == "wait") <= (decision.until is not None)
        assert decision.kind == "finish" or decision.next_step >= 0
    calls = [p.decision.handled for p in moves if p.decision.handled]
    assert len(calls) == len(set(calls))
