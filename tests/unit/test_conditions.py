"""The condition language: what holds, what is refused and where, and that nothing hostile gets through or hangs."""

from __future__ import annotations

import time
from dataclasses import FrozenInstanceError, replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sequences.conditions import FIELDS, ConditionError, Facts, compile_condition, holds
from store.types import LeadFacts

WARM = Facts(
    lead=LeadFacts(
        name="Anna Berger",
        stage="Contacted",
        quality="warm",
        tone="positive",
        score=55,
        is_customer=True,
        satisfaction_score=9,
        objections=("price",),
        interests=("Fitness",),
        company="Müller GmbH",
    ),
    lead_response_positive=True,
    no_response_since=timedelta(hours=50),
    no_response_days=2,
    previous_template="intro_video",
    step=3,
    attempts=2,
)
EMPTY = Facts(lead=LeadFacts())


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("lead.sentiment in ['hot', 'warm']", WARM, True),
        ("lead.sentiment in ['hot', 'warm']", EMPTY, False),
        ("lead.sentiment not in ('hot', 'cold')", WARM, True),
        ("lead.quality == lead.sentiment", WARM, True),
        ("lead.tone == 'positive'", WARM, True),
        ("not lead.watched_video", WARM, True),
        ("NOT lead.is_customer", WARM, False),
        ("no_response_since > 48h", WARM, True),
        ("no_response_since > 3d", WARM, False),
        ("no_response_since >= 3000m and no_response_since < 1w", WARM, True),
        ("no_response_since > 48h", EMPTY, False),
        ("no_response_since <= 48h", EMPTY, False),
        ("no_response_since is none", EMPTY, True),
        ("48H < no_response_since < 2.5d", WARM, True),
        ("previous_template != 'different_angle'", WARM, True),
        ("previous_template != 'different_angle'", EMPTY, True),
        ("previous_template == 'intro_video'", WARM, True),
        ("lead.has_objections", WARM, True),
        ("lead.response_positive", WARM, True),
        ("lead.response_positive", EMPTY, False),
        ("no_response_days >= 7", WARM, False),
        ("no_response_days >= 7", replace(WARM, no_response_days=7), True),
        ("lead.is_customer AND lead.satisfaction_score >= 8", WARM, True),
        ("lead.is_customer AND lead.satisfaction_score >= 8", EMPTY, False),
        ("lead.satisfaction_score < 8", EMPTY, False),
        ("lead.satisfaction_score == null", EMPTY, True),
        ("lead.satisfaction_score not in [1, 2]", EMPTY, True),
        ("'price' in lead.objections", WARM, True),
        ("'fitness' in lead.interests", WARM, True),
        ("'müller' in lead.company", WARM, True),
        ("lead.stage == 'CONTACTED'", WARM, True),
        ("lead.region == 'DE-BY'", EMPTY, False),
        ("lead.is_customer == true", WARM, True),
        ("lead.score > -1", EMPTY, True),
        ("step == 3 and attempts < 3", WARM, True),
        ("lead.company", EMPTY, False),
        ("True", EMPTY, True),
        ("  (lead.is_customer\n or lead.score >= 60)  ", WARM, True),
        ("lead.is_customer Or lead.score >= 60 aNd lead.tone == 'negative'", WARM, True),
        ('lead.name == "or AND not 48h"', replace(WARM, lead=replace(WARM.lead, name="or AND not 48h")), True),
        ("not lead.is_customer or not (lead.score > 50 and lead.watched_video)", WARM, True),
    ],
)
def test_holds(text: str, facts: Facts, expected: bool) -> None:
    assert holds(compile_condition(text), facts) is expected


@pytest.mark.parametrize(
    ("text", "key", "column"),
    [
        ("", "condition-empty", 1),
        ("   \n", "condition-empty", 1),
        ("lead.sentimnet == 'hot'", "condition-unknown-field", 1),
        ("lead.score > 5 AND lead.shoe_size > 4", "condition-unknown-field", 20),
        ("score > 5", "condition-unknown-field", 1),
        ("lead > 5", "condition-unknown-field", 1),
        ("lead.__class__", "condition-unknown-field", 1),
        ("lead.name.upper", "condition-not-allowed", 1),
        ("lead.sentiment == 'hott'", "condition-unknown-value", 19),
        ("lead.sentiment in ['hot', 'lukewarm']", "condition-unknown-value", 19),
        ("lead.sentiment == 'hot' or 'warm'", "condition-not-a-question", 28),
        ("no_response_since > 48", "condition-kinds", 21),
        ("no_response_days >= 7d", "condition-kinds", 21),
        ("lead.score > '5'", "condition-kinds", 14),
        ("lead.name > 'a'", "condition-kinds", 13),
        ("lead.is_customer == 1", "condition-kinds", 21),
        ("lead.score > none", "condition-kinds", 14),
        ("lead.score is 5", "condition-kinds", 15),
        ("lead.objections == 'price'", "condition-kinds", 20),
        ("lead.score in lead.objections", "condition-kinds", 15),
        ("'a' in 'abc'", "condition-kinds", 8),
        ("lead.score in [1, 'a']", "condition-list", 19),
        ("lead.score in []", "condition-list", 15),
        ("no_response_since > 48x", "condition-unit", 21),
        ("lead.score > 0x10", "condition-unit", 14),
        ("lead.score > 1e9", "condition-unit", 14),
        ("lead.score = 5", "condition-single-equals", 12),
        ("lead.name == 'Anna", "condition-quote", 14),
        ("lead.score > (5", "condition-brackets", 15),
        ("lead.is_customer) or (lead.is_customer", "condition-brackets", 17),
        ("lead.is_customer and", "condition-syntax", 20),
        ("and lead.is_customer", "condition-syntax", 1),
        ("lead.score > 12345678901", "condition-number", 14),
        ("lead.name == 'a' 'b'", "condition-syntax", 18),
    ],
)
def test_errors_name_the_place(text: str, key: str, column: int) -> None:
    with pytest.raises(ConditionError) as raised:
        compile_condition(text)
    assert (raised.value.message_key, raised.value.column) == (key, column)


def test_a_misspelt_field_gets_a_proposal() -> None:
    with pytest.raises(ConditionError) as raised:
        compile_condition("lead.watched_vido")
    assert raised.value.values["near"] == "lead.watched_video"


HOSTILE = [
    "__import__('os').system('id')",
    "lead.name.__class__.__mro__",
    "().__class__",
    "lead.__init__.__globals__",
    "exec('1')",
    "len(lead.name) > 2",
    "lead.name[0] == 'a'",
    "lead['name'] == 'a'",
    "[x for x in lead.objections]",
    "{lead.name}",
    "{'a': 1}",
    "lambda: lead.score",
    "lambda lead.score",
    "lead.score if lead.is_customer else lead.tone",
    "(lead := 5)",
    "lead.score ** 9 ** 9 ** 9 > 1",
    "lead.score * 5 > 1",
    "lead.score + 5 > 1",
    "lead.score % 5 > 1",
    "lead.score << 99999999 > 1",
    "~lead.score",
    "lead.score - 5 > 1",
    "f'{lead.name}' == 'a'",
    "b'a' == 'a'",
    "r'a' == 'a'",
    "lead.name == '''a'''",
    "lead.name == 'a\\x00'",
    "lead.name == 'a\x00'",
    "lead.name == 'a\ud800'",
    "lead.name == 'a\u202e'",
    "lead.score > 9" + "9" * 400,
    "lead.score > 1_000_000",
    "l\u0435ad.score > 5",
    "\uff4cead.score > 5",
    "lead.score > \u0665",
    "lead\u200b.score > 5",
    "lead.score > 5 # and more",
    "lead.score > 5; lead.score",
    "await lead.score",
    "yield",
    "*lead.objections",
    "lead.score > 5,",
    "...",
    "lead..score",
    "@lead.score",
    "print",
    "None.real",
    "1 .real",
    "lead.score > 1j",
    "h48 < no_response_since",
    "\ufefflead.is_customer",
    "lead.is_customer\x0c",
    "not " * 100 + "lead.is_customer",
    "(" * 100 + "lead.is_customer" + ")" * 100,
    "[" * 200 + "]" * 200,
    "-" * 400 + "1 < lead.score",
    "lead.score > 1 " + "or lead.score > 1 " * 27,
    "lead.score in [" + "1," * 200 + "1]",
    "1 < " * 100 + "lead.score",
    "x" * 501,
    "x" * 5_000_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_refused_fast(text: str) -> None:
    started = time.process_time()
    with pytest.raises(ConditionError) as raised:
        compile_condition(text)
    assert time.process_time() - started < 2
    assert raised.value.column >= 1
    assert raised.value.message_key.startswith("condition-")


def test_limits_are_the_walls() -> None:
    with pytest.raises(ConditionError, match="condition-too-long"):
        compile_condition("lead.is_customer" + " " * 500)
    compile_condition("lead.is_customer" + " " * 484)
    with pytest.raises(ConditionError, match="condition-too-many"):
        compile_condition(" or ".join(["True"] * 60))
    compile_condition(" or ".join(["True"] * 59))
    with pytest.raises(ConditionError, match="condition-too-deep"):
        compile_condition("not " * 11 + "lead.is_customer")
    assert holds(compile_condition("not " * 10 + "lead.is_customer"), WARM)


def test_every_fact_of_a_lead_is_a_field() -> None:
    wanted = {f"lead.{name}" for name in LeadFacts.__dataclass_fields__}
    wanted |= {"lead.sentiment", "lead.has_objections", "lead.response_positive"}
    wanted |= {"no_response_since", "no_response_days", "previous_template", "step", "attempts"}
    assert wanted <= set(FIELDS)


def test_a_condition_keeps_its_text_and_its_fields_and_cannot_change() -> None:
    condition = compile_condition(" lead.score > 5 AND NOT lead.is_customer ")
    assert condition.text == "lead.score > 5 AND NOT lead.is_customer"
    assert condition.fields == {"lead.score", "lead.is_customer"}
    with pytest.raises(FrozenInstanceError):
        condition.text = "x"


# Each part is the condition's text beside its meaning in Python: an independent reading of the same words.
_PARTS = st.sampled_from(
    [
        ("lead.sentiment in ['hot', 'warm']", lambda f: f.lead.quality in ("hot", "warm")),
        ("NOT lead.watched_video", lambda f: not f.lead.watched_video),
        ("lead.is_customer", lambda f: f.lead.is_customer),
        ("lead.score >= 50", lambda f: f.lead.score >= 50),
        (
            "no_response_since > 48h",
            lambda f: f.no_response_since is not None and f.no_response_since > timedelta(hours=48),
        ),
        (
            "lead.satisfaction_score < 8",
            lambda f: f.lead.satisfaction_score is not None and f.lead.satisfaction_score < 8,
        ),
        ("previous_template != 'x'", lambda f: f.previous_template != "x"),
    ]
)
_FACTS = st.builds(
    Facts,
    lead=st.builds(
        LeadFacts,
        quality=st.sampled_from(["hot", "warm", "cold"]),
        watched_video=st.booleans(),
        is_customer=st.booleans(),
        score=st.integers(0, 100),
        satisfaction_score=st.none() | st.integers(0, 10),
    ),
    no_response_since=st.none() | st.timedeltas(timedelta(0), timedelta(days=9)),
    previous_template=st.sampled_from([None, "x", "y"]),
)


def _joined(left: tuple, word: str, right: tuple) -> tuple:
    both = all if word == "AND" else any
    return f"({left[0]}) {word} ({right[0]})", lambda f: both((left[1](f), right[1](f)))


_TREES = st.recursive(
    _PARTS, lambda inner: st.builds(_joined, inner, st.sampled_from(["AND", "OR"]), inner), max_leaves=4
)


@given(_TREES, _FACTS)
def test_agrees_with_an_independent_reading(tree: tuple, facts: Facts) -> None:
    text, meaning = tree
    assert holds(compile_condition(text), facts) is meaning(facts)


_WORDS = st.sampled_from(
    """lead . score lead.score lead.name and OR not in is ( ) [ ] , == > 'hot' 48h 7 None - lambda : * ** "x"
    __class__ if else for f = # \\ '""".split()
)


@settings(max_examples=400)
@given(st.text(max_size=520) | st.lists(_WORDS, max_size=40).map(" ".join) | st.lists(_WORDS, max_size=60).map("".join))
def test_any_text_compiles_or_is_refused_cleanly(text: str) -> None:
    try:
        condition = compile_condition(text)
    except ConditionError as error:
        assert 1 <= error.column <= max(len(text), 1) or error.message_key == "condition-too-long"
    else:
        assert holds(condition, WARM) in (True, False)
        assert holds(condition, EMPTY) in (True, False)


@given(st.sampled_from([name for name in FIELDS if name.startswith("lead.") and FIELDS[name].kind == "number"]))
def test_a_row_of_another_kind_is_false_and_no_crash(field: str) -> None:
    name = field.removeprefix("lead.")
    odd = replace(EMPTY, lead=replace(LeadFacts(), **{name: "many"}))
    assert holds(compile_condition(f"{field} > 1"), odd) is False
