"""The contact policy: every rule, their order, and what must hold whatever the facts are."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels import calendar, policy, words
from channels.policy import Contact, decide
from store.types import Say

BERLIN = ZoneInfo("Europe/Berlin")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


NOON = local("2026-06-10T12:00")  # a Wednesday without holiday
NIGHT = local("2026-06-10T22:30")
AUTO = Contact(
    now=NOON, origin="template", proactive=True, channel="whatsapp", zone="Europe/Berlin", region="DE-BE", consent=True
)
HUMAN = replace(AUTO, origin="human", proactive=False)
ANSWER = replace(AUTO, origin="ai", proactive=False, consent=False, window_closes_at=NOON + HOUR)


def on(contact: Contact, **changes: Any) -> Contact:
    return replace(contact, **changes)


@pytest.mark.parametrize(
    ("contact", "action", "rule"),
    [
        (AUTO, "send", "ok"),
        (HUMAN, "send", "ok"),
        (ANSWER, "send", "answer"),
        # A suppression is never lifted.
        (on(AUTO, opted_out=True), "refuse", "opted_out"),
        (on(ANSWER, opted_out=True), "refuse", "opted_out"),
        (on(HUMAN, opted_out=True), "refuse", "opted_out"),
        (on(HUMAN, opted_out=True, answers=frozenset(policy.RULES)), "refuse", "opted_out"),
        (on(AUTO, opted_out=True, kind="rep"), "refuse", "opted_out"),
        (
            on(ANSWER, opted_out=True, kind="confirmation", now=NIGHT, window_closes_at=NIGHT + DAY),
            "send",
            "confirmation",
        ),
        (on(ANSWER, opted_out=True, paused=True, kind="confirmation"), "send", "confirmation"),
        (on(ANSWER, opted_out=True, kind="confirmation", has_window=True, now=NOON + DAY), "refuse", "no_template"),
        # A colleague works her for the same purpose; no answer lifts it.
        (on(HUMAN, locked=True, answers=frozenset(policy.RULES)), "refuse", "locked"),
        (on(ANSWER, locked=True), "refuse", "locked"),
        (on(AUTO, locked=True, kind="optin"), "refuse", "locked"),
        (on(ANSWER, locked=True, kind="confirmation"), "send", "confirmation"),
        (on(AUTO, locked=True, kind="rep"), "send", "ok"),
        (on(AUTO, locked=True, opted_out=True), "refuse", "opted_out"),
        # Paused.
        (on(AUTO, paused=True), "refuse", "paused"),
        (on(ANSWER, paused=True), "refuse", "paused"),
        (on(AUTO, paused=True, answers=frozenset({"paused"})), "refuse", "paused"),
        (on(HUMAN, paused=True), "ask", "paused"),
        (on(HUMAN, paused=True, answers=frozenset({"paused"})), "send", "ok"),
        # Consent.
        (on(AUTO, consent=False), "refuse", "no_consent"),
        (on(AUTO, consent=False, answers=frozenset({"no_consent"})), "refuse", "no_consent"),
        (on(HUMAN, consent=False), "ask", "no_consent"),
        (on(HUMAN, consent=False, answers=frozenset({"no_consent"})), "send", "ok"),
        (on(HUMAN, consent=False, paused=True, answers=frozenset({"no_consent"})), "ask", "paused"),
        # The 24-hour window.
        (on(AUTO, has_window=True), "refuse", "no_template"),
        (on(AUTO, has_window=True, template="t1"), "template", "template"),
        (on(AUTO, has_window=True, window_closes_at=NOON + HOUR), "send", "ok"),
        (on(AUTO, has_window=True, window_closes_at=NOON), "refuse", "no_template"),
        (on(AUTO, has_window=False, window_closes_at=NOON - HOUR), "send", "ok"),
        (on(HUMAN, has_window=True), "refuse", "no_template"),
        (on(HUMAN, has_window=True, answers=frozenset({"window_closed"})), "refuse", "no_template"),
        (on(HUMAN, has_window=True, template="t1"), "ask", "window_closed"),
        (on(HUMAN, has_window=True, template="t1", answers=frozenset({"window_closed"})), "template", "template"),
        (on(HUMAN, has_window=True, window_closes_at=NOON + HOUR), "send", "ok"),
        # Quiet hours.
        (on(AUTO, now=NIGHT), "wait", "quiet_hours"),
        (on(AUTO, now=local("2026-06-14T12:00")), "wait", "quiet_hours"),
        (on(AUTO, now=local("2026-06-04T12:00"), region="DE-BY"), "wait", "holiday"),
        (on(AUTO, now=local("2026-06-04T12:00"), region="DE-BE"), "send", "ok"),
        (on(AUTO, now=local("2026-06-04T12:00"), region=None), "wait", "holiday"),
        (on(AUTO, now=local("2026-12-24T12:00"), region=None), "send", "ok"),
        (on(ANSWER, now=NIGHT, window_closes_at=NIGHT + HOUR), "send", "answer"),
        (on(HUMAN, now=NIGHT), "ask", "quiet_hours"),
        (on(HUMAN, now=NIGHT, window_closes_at=NIGHT + HOUR), "ask", "quiet_hours"),
        (on(HUMAN, now=NIGHT, answers=frozenset({"quiet_hours"})), "send", "ok"),
        (on(HUMAN, now=local("2026-05-01T12:00")), "ask", "holiday"),
        (on(HUMAN, now=local("2026-05-01T12:00"), answers=frozenset({"holiday"})), "send", "ok"),
        (on(HUMAN, now=local("2026-05-01T00:01"), answers=frozenset({"quiet_hours"})), "send", "ok"),
        (on(AUTO, now=NIGHT, answers=frozenset({"quiet_hours"})), "wait", "quiet_hours"),
        # Frequency.
        (on(AUTO, last_sent_at=NOON - 23 * HOUR), "wait", "daily_cap"),
        (on(AUTO, last_sent_at=NOON - 24 * HOUR), "send", "ok"),
        (on(AUTO, proactive_at=(NOON - HOUR,), last_sent_at=NOON - HOUR), "wait", "daily_cap"),
        (on(HUMAN, last_sent_at=NOON - HOUR, proactive_at=(NOON - HOUR,) * 9, unanswered=40), "send", "ok"),
        (on(ANSWER, last_sent_at=NOON - HOUR, proactive_at=(NOON - HOUR,) * 9, unanswered=40), "send", "answer"),
        (on(AUTO, proactive_at=(NOON - 2 * DAY, NOON - 4 * DAY, NOON - 6 * DAY)), "wait", "weekly_cap"),
        (on(AUTO, proactive_at=(NOON - 2 * DAY, NOON - 4 * DAY, NOON - 7 * DAY)), "send", "ok"),
        (on(AUTO, unanswered=5), "send", "ok"),
        (on(AUTO, unanswered=6), "refuse", "unanswered"),
        (on(AUTO, pending=1), "refuse", "pending"),
        (on(HUMAN, pending=3), "send", "ok"),
        # Long-term nurture.
        (on(AUTO, unanswered=6, nurture=True, nurture_started_at=NOON - 59 * DAY), "wait", "nurture_pause"),
        (on(AUTO, unanswered=6, nurture=True, nurture_started_at=NOON - 60 * DAY), "send", "ok"),
        (on(AUTO, unanswered=5, nurture=True, nurture_started_at=NOON - DAY), "send", "ok"),
        (on(AUTO, unanswered=6, nurture=True), "refuse", "unanswered"),
        (on(AUTO, unanswered=2, nurture=True, nurture_at=(NOON - 29 * DAY,)), "wait", "nurture_pause"),
        (on(AUTO, unanswered=2, nurture=True, nurture_at=(NOON - 30 * DAY,)), "send", "ok"),
        (on(AUTO, unanswered=11, nurture=True, nurture_started_at=NOON - 330 * DAY), "send", "ok"),
        (on(AUTO, unanswered=2, nurture_at=(NOON - 5 * DAY,)), "send", "ok"),
        # Messages to our own people.
        (on(AUTO, kind="rep", now=NIGHT, consent=False, paused=True, unanswered=90, pending=4), "send", "ok"),
        (on(AUTO, kind="rep", has_window=True), "refuse", "rep_window"),
        (on(AUTO, kind="rep", has_window=True, template="t1"), "template", "template"),
        (on(AUTO, kind="rep", has_window=True, window_closes_at=NOON + HOUR), "send", "ok"),
        # An answer that was held up until its question is a day old is an answer no more.
        (on(ANSWER, now=NOON + HOUR), "refuse", "no_consent"),
        (on(ANSWER, now=NIGHT, consent=True), "wait", "quiet_hours"),
        (on(ANSWER, window_closes_at=None), "refuse", "no_consent"),
    ],
)
def test_one_rule_decides(contact: Contact, action: str, rule: str) -> None:
    verdict = decide(contact)
    assert (verdict.action, verdict.rule) == (action, rule)


@pytest.mark.parametrize(
    ("changes", "until"),
    [
        ({"now": NIGHT}, "2026-06-11T08:00"),
        ({"now": local("2026-06-13T22:00")}, "2026-06-15T08:00"),
        ({"now": local("2026-12-24T21:00")}, "2026-12-28T08:00"),
        ({"now": local("2026-06-03T23:00"), "region": "DE-BY"}, "2026-06-05T08:00"),
        ({"last_sent_at": NOON - HOUR}, "2026-06-11T11:00"),
        # 24 hours after a late message end in the quiet hours.
        ({"last_sent_at": local("2026-06-09T20:59"), "now": local("2026-06-10T20:30")}, "2026-06-10T20:59"),
        ({"last_sent_at": local("2026-06-10T07:00"), "now": NOON}, "2026-06-11T08:00"),
        # The daily wait ends on a Sunday, the Sunday at Monday 08:00.
        ({"now": local("2026-06-13T12:00"), "last_sent_at": local("2026-06-13T11:00")}, "2026-06-15T08:00"),
        ({"proactive_at": (NOON - DAY, NOON - 3 * DAY, NOON - 5 * DAY)}, "2026-06-12T12:00"),
        ({"proactive_at": (NOON - DAY, NOON - 2 * DAY, NOON - 3 * DAY, NOON - 4 * DAY)}, "2026-06-15T08:00"),
        # A day of 25 hours: 24 hours after noon is 11:00 of the next day.
        ({"now": local("2026-10-24T13:00"), "last_sent_at": local("2026-10-24T12:00")}, "2026-10-26T08:00"),
        ({"unanswered": 9, "nurture": True, "nurture_started_at": NOON}, "2026-08-10T08:00"),
    ],
)
def test_a_wait_names_the_exact_moment(changes: dict[str, Any], until: str) -> None:
    verdict = decide(on(AUTO, **changes))
    assert verdict.action == "wait"
    assert verdict.until == local(until)
    assert verdict.facts["until"] == local(until).isoformat()


def test_a_wait_names_the_rule_that_holds_longest_and_the_others() -> None:
    verdict = decide(
        on(AUTO, now=NIGHT, last_sent_at=NIGHT - HOUR, proactive_at=(NIGHT - HOUR, NOON - DAY, NOON - 2 * DAY))
    )
    assert verdict.rule == "weekly_cap"
    assert verdict.facts["also"] == ["daily_cap", "quiet_hours"]
    assert verdict.facts["count"] == 3


def test_a_question_carries_what_the_person_needs_to_answer() -> None:
    quiet = decide(on(HUMAN, now=NIGHT, has_window=True, window_closes_at=NIGHT + HOUR))
    assert quiet.facts["next_allowed"] == local("2026-06-11T08:00").isoformat()
    assert quiet.facts["window_closes_at"] == (NIGHT + HOUR).isoformat()
    assert decide(on(HUMAN, now=local("2026-05-01T12:00"))).facts["holiday"] == {"de": "Erster Mai", "en": "Labor Day"}
    assert decide(on(HUMAN, has_window=True, template="t1")).facts["template"] == "t1"


def test_a_moment_without_zone_is_an_error() -> None:
    for changes in ({"now": datetime(2026, 6, 10)}, {"proactive_at": (datetime(2026, 6, 10),)}):
        with pytest.raises(ValueError, match="zone"):
            decide(on(AUTO, **changes))


# --- whatever the facts are ------------------------------------------------------------------------------------------

MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
ANSWERS = st.frozensets(st.sampled_from(["no_consent", "quiet_hours", "holiday", "window_closed", "paused"]))


@st.composite
def contacts(draw: st.DrawFn) -> Contact:
    now = draw(MOMENTS)
    ago = st.integers(0, 90 * 24 * 60).map(lambda minutes: now - timedelta(minutes=minutes))
    origin = draw(st.sampled_from(["human", "ai", "ai_edited", "template", "system"]))
    return Contact(
        now=now,
        origin=origin,
        proactive=origin != "human" and draw(st.booleans()),
        channel="whatsapp",
        zone=draw(st.sampled_from(["Europe/Berlin", "Europe/Zurich", "America/New_York", "Asia/Kolkata", "No/Where"])),
        region=draw(st.sampled_from([None, "DE", "DE-BY", "DE-BE", "AT-9", "CH-ZH", "CH", "??"])),
        opted_out=draw(st.booleans()) and draw(st.booleans()),
        paused=draw(st.booleans()) and draw(st.booleans()),
        consent=draw(st.booleans()) or draw(st.booleans()),
        window_closes_at=draw(st.none() | ago.map(lambda at: at + DAY)),
        has_window=draw(st.booleans()),
        template=draw(st.none() | st.just("t1")),
        last_sent_at=draw(st.none() | ago),
        proactive_at=tuple(draw(st.lists(ago, max_size=6))),
        unanswered=draw(st.integers(0, 8)),
        nurture=draw(st.booleans()),
        nurture_started_at=draw(st.none() | ago),
        nurture_at=tuple(draw(st.lists(ago, max_size=3))),
        answers=draw(ANSWERS),
        pending=draw(st.sampled_from([0, 0, 0, 1])),
        kind=draw(st.sampled_from(["chat", "chat", "chat", "confirmation", "rep"])),
    )


@settings(max_examples=200, deadline=None)
@given(contacts())
def test_nothing_is_sent_after_an_opt_out_but_its_confirmation(contact: Contact) -> None:
    verdict = decide(on(contact, opted_out=True))
    if contact.kind != "confirmation":
        assert (verdict.action, verdict.rule) == ("refuse", "opted_out")
    else:
        assert verdict.rule in ("confirmation", "template", "no_template")


@settings(max_examples=200, deadline=None)
@given(contacts())
def test_automatic_proactive_messages_keep_every_rule(contact: Contact) -> None:
    verdict = decide(contact)
    if contact.kind != "chat" or contact.human or not contact.proactive:
        return
    assert verdict.action != "ask"
    assert verdict.rule != "answer"
    if verdict.action in ("send", "template"):
        assert contact.consent and not contact.paused and not contact.opted_out and not contact.pending
        assert calendar.closed(contact.now, contact.zone, contact.region) is None
        sent = [at for at in (contact.last_sent_at, *contact.proactive_at) if at]
        assert all(contact.now - at >= DAY for at in sent)
        assert sum(contact.now - at < 7 * DAY for at in contact.proactive_at) < 3
        assert contact.unanswered <= 5 or contact.nurture
        assert not contact.nurture or all(contact.now - at >= 30 * DAY for at in contact.nurture_at)


@settings(max_examples=200, deadline=None)
@given(contacts())
def test_a_wait_is_over_when_it_is_over(contact: Contact) -> None:
    verdict = decide(contact)
    assert (verdict.action == "wait") == (verdict.until is not None)
    if verdict.until is None:
        return
    assert verdict.until > contact.now
    assert calendar.closed(verdict.until, contact.zone, contact.region) is None
    again = decide(on(contact, now=verdict.until))
    assert again.action in ("send", "template", "refuse")
    early = decide(on(contact, now=verdict.until - timedelta(seconds=1)))
    assert early.action == "wait" or early.rule == "no_template"


@settings(max_examples=200, deadline=None)
@given(contacts())
def test_only_humans_are_asked_and_an_answer_settles_it(contact: Contact) -> None:
    asked = set()
    verdict = decide(contact)
    while verdict.action == "ask":
        assert contact.human
        assert verdict.rule not in asked
        asked.add(verdict.rule)
        contact = on(contact, answers=contact.answers | {verdict.rule})
        verdict = decide(contact)
    assert verdict.action in ("send", "template", "refuse") or not contact.human


@settings(max_examples=100, deadline=None)
@given(contacts())
def test_every_verdict_is_known_storable_and_can_be_said(contact: Contact) -> None:
    verdict = decide(contact)
    assert verdict.rule in policy.RULES
    assert json.loads(json.dumps(dict(verdict.facts))) == verdict.facts
    for language in ("de", "en"):
        assert words.say(language, words.reason(verdict, contact.zone))
        assert words.say(language, Say("reason-" + verdict.rule.replace("_", "-")))
    assert verdict == decide(contact)
