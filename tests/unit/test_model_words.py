"""What counts of a model's answer: whole messages, strict data, handed-over turns. Pure tables and wide input."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from langchain_core.messages import AIMessage

from agent import asking, handover, lead_checks
from agent.analysis import analyse
from agent.faults import LONGEST, BadAnswer, fault_of, whole
from store.types import INTENTS, Draft, LeadFacts

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.text(max_size=5000), st.sampled_from(["stop", "end_turn", "length", "", "content_filter"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_clean_answer_or_a_fault(text: str, reason: str) -> None:
    try:
        found = whole(AIMessage(text, response_metadata={"finish_reason": reason}), "chat")
    except BadAnswer as bad:
        assert bad.fault.kind in ("cut", "empty", "garbage", "stopped")
        return
    assert 0 < len(str(found.text)) <= LONGEST and reason in ("stop", "end_turn", "length")
    str(found.text).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<think>Soll ich? Ja.</think>\nGern!", "Gern!"),
        ("Gut\x00 so", "Gut so"),
        ("{{Name}} ist ein Platzhalter", "{{Name}} ist ein Platzhalter"),
        ("[Anna] kommt", "[Anna] kommt"),
    ],
)
def test_what_is_cut_out_and_what_stays(text: str, kept: str) -> None:
    assert whole(AIMessage(text, response_metadata={"stop_reason": "end_turn"}), "chat").text == kept


class _Answer(Exception):
    def __init__(self, status: int, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"status {status}")
        self.status_code = status
        self.response = type("R", (), {"headers": headers or {}})()


@pytest.mark.parametrize(
    ("error", "kind", "again"),
    [
        (_Answer(429), "busy", True),
        (_Answer(429, {"retry-after": "2"}), "busy", True),
        (_Answer(429, {"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}), "busy", True),
        (_Answer(429, {"retry-after": "30"}), "busy", False),
        (_Answer(529), "busy", True),
        (_Answer(500), "server", False),
        (_Answer(401), "key", False),
        (_Answer(400), "refused", False),
        (TimeoutError(), "timeout", False),
        (ConnectionResetError(), "connection", False),
        (ValueError("Expecting value"), "garbage", False),
        (RecursionError(), "garbage", False),
    ],
)
def test_every_error_has_a_kind(error: Exception, kind: str, again: bool) -> None:
    found = fault_of(error)
    assert (found.kind, found.again) == (kind, again) and found.pause >= 0


SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 20},
        "size": {"type": "integer", "minimum": 0},
        "tags": {"type": "array", "items": {"type": "object", "properties": {"x": {"type": "string"}}}},
    },
    "required": ["name"],
}


def test_a_schema_becomes_strict_all_the_way_down() -> None:
    found = asking.strict(SCHEMA)
    assert found["required"] == ["name", "size", "tags"] and found["additionalProperties"] is False
    assert found["properties"]["name"] == {"type": "string"}
    assert found["properties"]["size"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}
    inner = found["properties"]["tags"]["anyOf"][0]["items"]
    assert inner["required"] == ["x"] and inner["additionalProperties"] is False
    Draft202012Validator.check_schema(found)
    Draft202012Validator.check_schema(asking.strict(lead_checks.ANALYSIS))


@pytest.mark.parametrize("shape", ["{}", "```json\n{}\n```", "```\n{}\n```", "  {}  "])
def test_data_is_read_leniently_and_judged_hard(shape: str) -> None:
    text = shape.replace("{}", '{"name": "Eva", "size": null}')
    assert asking.data_of(AIMessage(text), SCHEMA) == {"name": "Eva"}
    for bad in ('{"name": ""}', '{"size": 1}', '{"name": "Eva", "size": -1}', "[]", "null", "Eva", '{"name": "Eva"'):
        with pytest.raises(BadAnswer) as raised:
            asking.data_of(AIMessage(shape.replace("{}", bad)), SCHEMA)
        assert raised.value.fault.again


@given(JSON)
@settings(max_examples=150, deadline=None)
def test_no_data_whatever_breaks_the_reading(data: Any) -> None:
    try:
        found = asking.data_of(AIMessage(json.dumps(data)), lead_checks.ANALYSIS)
    except BadAnswer:
        return
    assert found["intent"] in INTENTS


FACT = st.fixed_dictionaries(
    {"kind": st.sampled_from(lead_checks.KINDS), "value": st.text(max_size=200), "quote": st.text(max_size=200)}
)


@given(
    st.text(max_size=300),
    st.sampled_from(INTENTS),
    st.integers(-(10**6), 10**6),
    st.lists(FACT, max_size=40),
)
@settings(max_examples=150, deadline=None)
def test_any_obedient_data_becomes_a_sane_reading(text: str, intent: str, confidence: int, facts: list[Any]) -> None:
    rules = analyse(text)
    data = {"intent": intent, "urgency": "high", "tone": "positive", "category": "order", "language": "en"}
    found = lead_checks.analysis_of({**data, "confidence": confidence, "facts": facts}, text, rules, "x")
    assert found.intent in INTENTS and 5 <= found.confidence <= 97 and len(found.facts) <= 24
    own = {(fact.kind, fact.value) for fact in rules.facts}
    for fact in found.facts:
        in_text = " ".join(fact.quote.casefold().split()) in " ".join(text.casefold().split())
        assert (fact.kind, fact.value) in own or (in_text and fact.value)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_draft_brings_a_figure_of_its_own(text: str) -> None:
    made = lead_checks.draft_of(
        {"text": text, "confidence": 100}, "Passt dir 15 Uhr?", LeadFacts(name="Eva"), Draft("Gern.", 50), "de", (), "x"
    )
    assert made is None or {d for d in made.text if d.isdecimal()} <= set("15")


A, B = ("create_reminder", {"lead": "Tom", "date": "morgen"}), ("send_message", {"lead": "Lisa Schmid", "text": "Hi"})
LOOK = ("find_leads", {"query": "Tom"})


@pytest.mark.parametrize(
    ("done", "rest"),
    [
        ([], [A, B]),
        ([A], [B]),
        ([("create_reminder", {"lead": "Tom Wagner", "when": "26.11. 9 Uhr"})], [B]),
        ([("send_whatsapp", {"lead": "lisa", "message": "Hi!"}), A], []),
        ([LOOK, A], [B]),
        ([LOOK], [A, B]),
        ([("add_note", {"lead": "Tom"})], None),
        ([("create_reminder", {"lead": "Nina"})], None),
        ([A, A], None),
    ],
)
def test_what_is_left_after_another_model(done: list[handover.Call], rest: list[handover.Call] | None) -> None:
    assert handover.rest([A, B], done, {"find_leads"}) == rest
