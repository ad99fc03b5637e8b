"""Whom to contact and why (not): a table of cases, and what must hold for everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sequences import followup_texts, followups
from sequences.followups import PRIORITIES, REASONS, Due, NotNow, Standing, judge

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def lead(**known: Any) -> Standing:
    return replace(Standing(1, "Tom Wagner", stage="in_contact", created_at=ago(60)), **known)


SILENT = {"last_inbound_at": ago(30), "last_outbound_at": ago(3)}
NOT_NOW: list[tuple[dict[str, Any], str, float | None]] = [
    ({**SILENT, "opted_out": True}, "opted_out", None),
    ({**SILENT, "stage": "lost"}, "lead_lost", None),
    ({**SILENT, "stage": "archived"}, "lead_archived", None),
    ({**SILENT, "paused": True}, "paused", None),
    ({**SILENT, "unanswered": 6}, "unanswered", None),
    ({"last_outbound_at": ago(0.9), "last_inbound_at": ago(5), "quality": "hot"}, "contacted", 0.1),
    ({**SILENT, "approval": 12}, "approval_waits", None),
    ({**SILENT, "queued": True}, "queued", None),
    ({**SILENT, "rests_until": NOW + timedelta(days=2), "rests_rule": "skipped"}, "skipped", 2),
    ({**SILENT, "in_sequence": True, "next_step_at": NOW + timedelta(days=4)}, "in_sequence", 4),
    ({**SILENT, "reminder_at": NOW + timedelta(days=1)}, "reminder_set", 1),
    ({**SILENT, "quality": "cold"}, "not_due", 4),
    ({"last_inbound_at": ago(2), "intent": "not_interested"}, "not_interested", 58),
    ({"last_inbound_at": ago(1), "intent": "later"}, "asked_for_time", 2),
    ({"last_outbound_at": ago(12), "is_customer": True}, "not_due", 18),
    ({**SILENT, "quality": "warm", "unanswered": 3}, "not_due", 4),
]


@pytest.mark.parametrize(("known", "rule", "days"), NOT_NOW)
def test_left_alone_by_a_rule_with_its_end(known: dict[str, Any], rule: str, days: float | None) -> None:
    found = judge(lead(**known), NOW)
    assert isinstance(found, NotNow) and found.rule == rule
    if days is None:
        assert found.until is None
    else:
        assert found.until is not None and abs((found.until - NOW) / timedelta(days=1) - days) < 0.01


DUE: list[tuple[dict[str, Any], str, str]] = [
    ({"last_inbound_at": ago(0.1), "intent": "buy"}, "urgent", "showed_interest"),
    ({"last_inbound_at": ago(0.1), "intent": "price_objection"}, "urgent", "objection_handled"),
    ({"last_inbound_at": ago(0.1), "intent": "other", "quality": "hot"}, "urgent", "showed_interest"),
    ({"last_inbound_at": ago(0.1), "intent": "greeting"}, "high", "showed_interest"),
    ({"last_inbound_at": ago(0.1), "last_outbound_at": ago(0.5), "intent": "question"}, "urgent", "showed_interest"),
    ({"last_inbound_at": ago(0.1), "intent": "buy", "approval": 3}, "urgent", "showed_interest"),
    ({"last_inbound_at": ago(20), "intent": "interest"}, "high", "reactivation"),
    ({"last_inbound_at": ago(4), "intent": "later"}, "normal", "periodic_checkin"),
    ({**SILENT, "quality": "hot"}, "high", "no_response"),
    ({**SILENT, "quality": "warm"}, "normal", "no_response"),
    ({"last_outbound_at": ago(8), "last_inbound_at": ago(9)}, "low", "reactivation"),
    ({**SILENT, "watched_video": True}, "high", "watched_video"),
    ({**SILENT, "quality": "warm", "objections": ("price",)}, "normal", "objection_handled"),
    ({**SILENT, "call_at": NOW + timedelta(hours=3)}, "urgent", "call_scheduled"),
    ({**SILENT, "call_at": NOW + timedelta(hours=20)}, "high", "call_scheduled"),
    ({**SILENT, "call_at": NOW + timedelta(days=5)}, "scheduled", "call_scheduled"),
    ({"last_outbound_at": ago(31), "is_customer": True}, "low", "periodic_checkin"),
    ({"stage": "new"}, "low", "periodic_checkin"),
]


@pytest.mark.parametrize(("known", "priority", "reason"), DUE)
def test_due_with_priority_and_reason(known: dict[str, Any], priority: str, reason: str) -> None:
    found = judge(lead(**known), NOW)
    assert isinstance(found, Due) and (found.priority, found.reason) == (priority, reason)


def test_priority_then_score_then_the_longer_silence() -> None:
    people = [
        lead(lead_id=1, last_inbound_at=ago(1), intent="greeting", score=90),
        lead(lead_id=2, last_inbound_at=ago(1), intent="buy", score=50),
        lead(lead_id=3, last_inbound_at=ago(2), intent="buy", score=50),
        lead(lead_id=4, last_inbound_at=ago(1), intent="buy", score=80),
        lead(lead_id=5, stage="new", score=99),
    ]
    assert [one.lead_id for one, _ in followups.rank(people, NOW)] == [4, 3, 2, 1, 5]


moments = st.none() | st.floats(0, 400).map(ago)
standings = st.builds(
    Standing,
    lead_id=st.integers(1, 99),
    stage=st.sampled_from(["new", "in_contact", "customer", "partner", "nurture", "lost", "archived", "meeting"]),
    quality=st.sampled_from(["hot", "warm", "cold"]),
    score=st.integers(0, 100),
    is_customer=st.booleans(),
    watched_video=st.booleans(),
    objections=st.sampled_from([(), ("price",), ("time", "trust"), ("delivery",)]),
    intent=st.sampled_from(["", "buy", "later", "not_interested", "out_of_office", "greeting", "trust_objection"]),
    last_inbound_at=moments,
    last_outbound_at=moments,
    created_at=moments,
    unanswered=st.integers(0, 9),
    opted_out=st.booleans(),
    paused=st.booleans(),
    queued=st.booleans(),
    call_at=st.none() | st.floats(-5, 20).map(lambda days: NOW + timedelta(days=days)),
)


@given(standings)
def test_what_holds_for_everybody(one: Standing) -> None:
    found = judge(one, NOW)
    if one.opted_out or one.stage in ("lost", "archived") or one.unanswered > 5:
        assert isinstance(found, NotNow)
    last = one.last_outbound_at
    if last is not None and NOW - last < timedelta(days=1) and not one.asks:
        assert isinstance(found, NotNow)
    if isinstance(found, NotNow):
        assert found.until is None or found.until > NOW
    else:
        assert found.priority in PRIORITIES and found.reason in REASONS
        assert found.due_at <= NOW or found.reason == "call_scheduled"
        sure = followups.confidence(one, found, consent=True, rate=0.4, own_time=True)
        assert 0 < sure < 1 and sure > followups.confidence(one, found, consent=False, rate=0.4, own_time=True)
        assert followup_texts.choose(one, found)


@given(standings, standings)
def test_the_order_never_depends_on_who_was_looked_at_first(a: Standing, b: Standing) -> None:
    a, b = replace(a, lead_id=1), replace(b, lead_id=2)
    assert followups.rank([a, b], NOW) == followups.rank([b, a], NOW)


def test_a_text_for_her_type_goes_before_the_general_ones() -> None:
    silent = lead(**SILENT, quality="warm", unanswered=2)
    found = judge(lead(**{**SILENT, "last_outbound_at": ago(9)}, quality="warm", unanswered=2), NOW)
    assert isinstance(found, Due)
    texts = {disg: followup_texts.choose(silent, found, disg=disg)[0].du for disg in ("D", "I", "S", "G", None)}
    assert len(set(texts.values())) == 5
    typed = [one.name for one in followup_texts.choose(silent, found, disg="S")]
    assert followup_texts.choose(silent, found, disg="S", last=typed[0])[0].name == typed[1]


def test_no_text_is_repeated_at_once() -> None:
    silent = lead(**SILENT, quality="warm", unanswered=2)
    found = judge(lead(**{**SILENT, "last_outbound_at": ago(9)}, quality="warm", unanswered=2), NOW)
    assert isinstance(found, Due)
    first = followup_texts.choose(silent, found)[0].name
    assert followup_texts.choose(silent, found, last=first)[0].name != first
