"""A template becomes one lead's message: language, register, values, the legal lines, the provider's twin."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sequences.composing import Body, Composed, Lines, NotComposed, compose, must_disclose, says_ai, values, with_lines
from sequences.conditions import compile_condition
from sequences.prefilter import prefilter
from sequences.templates import MessageTemplate
from store.types import LeadFacts

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
AI, STOP = "Ich bin der KI-Assistent von Max.", "Schreib STOPP, dann ist Ruhe."
LINES = Lines(AI, STOP)
HELLO = MessageTemplate(
    "hello", du="Hallo {{first_name}}, wie geht es dir?", sie="Guten Tag {{name}}, wie geht es Ihnen?",
    en="Hi {{first_name}}, how are you?",
)  # fmt: skip
VIDEO = MessageTemplate("video", du="Schau mal: {{video_link}}", sie="Sehen Sie: {{video_link}}")


def lead(**given: object) -> LeadFacts:
    return LeadFacts(**{"id": 1, "name": "Anna Berger", **given})  # type: ignore[arg-type]


def made(*templates: MessageTemplate, to: LeadFacts | None = None, bodies: dict[str, Body] | None = None, **links: str):
    who = to or lead()
    return compose(templates, bodies or {}, who, values(who, "Max Weber", "Team Lena", links), LINES)


@pytest.mark.parametrize(
    ("who", "begins"),
    [
        (lead(), "Hallo Anna, wie geht es dir?"),
        (lead(register="sie"), "Guten Tag Anna Berger, wie geht es Ihnen?"),
        (lead(language="en"), "Hi Anna, how are you?"),
        (lead(name="Dr. Jörg Müller"), "Hallo Jörg, wie geht es dir?"),
        (lead(name="+49 151 2345678"), "Hallo, wie geht es dir?"),
        (lead(name="+49 151 2345678", register="sie"), "Guten Tag, wie geht es Ihnen?"),
    ],
)
def test_language_register_and_name(who: LeadFacts, begins: str) -> None:
    composed = made(HELLO, to=who)
    assert isinstance(composed, Composed)
    assert composed.text.startswith(begins)
    assert composed.text.endswith(f"{AI} {STOP}")


def test_the_fallback_when_a_value_is_missing() -> None:
    composed = made(VIDEO, HELLO)
    assert isinstance(composed, Composed) and composed.name == "hello"
    composed = made(VIDEO, HELLO, video_link="https://example.com/v")
    assert isinstance(composed, Composed) and composed.name == "video"


def test_an_honest_no_when_nothing_can_be_filled() -> None:
    assert made(VIDEO) == NotComposed("placeholder_missing", ("video_link",))
    assert made() == NotComposed("template_missing")


def test_a_value_is_never_scanned_again() -> None:
    composed = made(MessageTemplate("x", du="Firma {{company}}!"), to=lead(company="{{sender}} {{first_name}} GmbH"))
    assert isinstance(composed, Composed) and "{{sender}} {{first_name}} GmbH" in composed.text


@pytest.mark.parametrize(
    ("body", "approved"),
    [
        (Body("sf_hello", "Hallo {{first_name}}! STOPP beendet."), "Hallo Anna! STOPP beendet."),
        (Body("sf_hello", "Hallo {{1}}"), None),
        (Body("sf_hello", "Schau: {{video_link}}"), None),
        (None, None),
    ],
)
def test_the_provider_twin_is_filled_and_otherwise_untouched(body: Body | None, approved: str | None) -> None:
    composed = made(HELLO, bodies={"hello": body} if body else {})
    assert isinstance(composed, Composed)
    assert composed.approved == approved
    assert composed.approved_name == ("sf_hello" if approved else "")
    assert composed.leaves(as_template=True) == (approved or composed.text)
    assert composed.leaves(as_template=False) == composed.text


@pytest.mark.parametrize(
    ("text", "lines", "whole"),
    [
        ("Hallo!", LINES, f"Hallo!\n\n{AI} {STOP}"),
        ("Hallo!", Lines(None, STOP), f"Hallo!\n\n{STOP}"),
        ("Hallo, hier der KI-Assistent von Max.", LINES, f"Hallo, hier der KI-Assistent von Max.\n\n{STOP}"),
        ("Hi, I am Max's AI assistant. Reply STOP to end.", LINES, "Hi, I am Max's AI assistant. Reply STOP to end."),
        ("Kein Stopp ohne Grund.", Lines(None, STOP), f"Kein Stopp ohne Grund.\n\n{STOP}"),
    ],
)
def test_only_what_the_text_does_not_say_yet_is_added(text: str, lines: Lines, whole: str) -> None:
    assert with_lines(text, lines) == whole


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Ich bin die KI-Assistenz von Max", True),
        ("Hier schreibt der KI-gestützte Assistent von Max", True),
        ("I'm the AI assistant of Max", True),
        ("Wir reden über KI und Musik", False),
        ("Unser Assistent hilft", False),
        ("Kai Assistent", False),
    ],
)
def test_what_counts_as_saying_it(text: str, says: bool) -> None:
    assert says_ai(text) is says


@pytest.mark.parametrize(
    ("disclosed", "inbound", "outbound", "must"),
    [
        (None, None, None, True),
        (None, 1, 1, True),
        (2, 1, 2, False),
        (40, 1, 40, False),
        (40, None, 29, False),
        (40, None, 30, True),
        (31, 35, 31, True),
    ],
)
def test_who_is_told_that_an_assistant_writes(
    disclosed: int | None, inbound: int | None, outbound: int | None, must: bool
) -> None:
    told, wrote, heard = (None if n is None else NOW - timedelta(days=n) for n in (disclosed, inbound, outbound))
    assert must_disclose(told, wrote, heard, NOW) is must


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_a_lead_is_called_the_lines_stand_at_the_end(name: str, company: str) -> None:
    composed = made(HELLO, to=lead(name=name, company=company))
    assert isinstance(composed, Composed)
    assert composed.text.endswith(STOP) and "{{first_name}}" not in composed.text.split(",")[0]


@pytest.mark.parametrize(
    ("trigger", "silent_days", "same", "at_least"),
    [
        ("no_response_days >= 7", 7, {}, {}),
        ("no_response_since > 48h and lead.is_customer", 2, {"is_customer": True}, {}),
        ("lead.is_customer AND lead.satisfaction_score >= 8", None, {"is_customer": True}, {"satisfaction_score": 8.0}),
        ("not lead.watched_video and lead.sentiment == 'hot'", None, {"watched_video": False, "quality": "hot"}, {}),
        ("no_response_days >= 7 and no_response_days >= 14", 14, {}, {}),
        ("no_response_days >= 7 or lead.is_customer", None, {}, {}),
        ("no_response_days >= 0", None, {}, {}),
        ("no_response_days < 7", None, {}, {}),
        ("not (lead.is_customer and lead.score > 5)", None, {}, {}),
        ("lead.company == 'Acme'", None, {}, {}),
    ],
)
def test_a_trigger_narrows_the_query_only_where_it_surely_may(
    trigger: str, silent_days: int | None, same: dict[str, object], at_least: dict[str, float]
) -> None:
    found = prefilter(compile_condition(trigger), NOW)
    assert found.silent_before == (None if silent_days is None else NOW - timedelta(days=silent_days))
    assert (found.same, found.at_least) == (same, at_least)
