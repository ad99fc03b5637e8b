"""Sequence files: what is understood, what is refused and at which line, and what people call a sequence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sequences import naming, shipped
from sequences.definition import DefinitionError, Problem, Sequence, aliases, check_references, load
from sequences.plan import Branch
from sequences.templates import load_templates

FULL = """\
name: Kundin wird Partnerin
description: {de: Für zufriedene Kundinnen, en: For happy customers}
target_outcome: partner
trigger: lead.is_customer AND lead.satisfaction_score >= 8
max_duration_days: 60
max_attempts: 3
next_sequence: Long Term Nurture
cool_down_days: 10
steps:
  - day: 30
    name: Satisfaction check
    action: send_message
    template: satisfaction
    fallback_template: plain_question
    channel: WhatsApp
    conditions: not lead.watched_video
    on_response:
      positive: next_step
      negative: {start_sequence: Ghost Reactivation}
      no_response: wait
  - day: 45
    name: Soft mention
    action: send_message
    variants:
      - soft_one
      - "Hallo {{first_name}}, kennst du jemanden?"
      - {de: {du: "Hast du Lust?", sie: "Haben Sie Lust?"}, en: "Shall we?"}
    conditions:
      - lead.sentiment in ['hot', 'warm']
      - no_response_since > 48h
    on_response: schedule_call
    on_no_response: Invitation
  - {day: 45, action: wait}
  - day: 60
    name: Invitation
    action: send_message
    text: "Magst du Partnerin werden, {{first_name}}?"
  - {day: 60, name: Ruf an, action: schedule_call, note: Glückwunsch nicht vergessen}
"""


def test_the_whole_language() -> None:
    sequence = load(FULL, "kundin.yaml")
    assert sequence.name == "kundin_wird_partnerin"
    assert sequence.title == {"de": "Kundin wird Partnerin", "en": "Kundin wird Partnerin"}
    assert sequence.description["en"] == "For happy customers"
    assert sequence.trigger is not None and sequence.trigger.fields == {"lead.is_customer", "lead.satisfaction_score"}
    assert (sequence.max_duration_days, sequence.max_attempts, sequence.cool_down_days) == (60, 3, 10)
    assert sequence.next_sequence == "long_term_nurture"
    first, second, third, fourth, fifth = sequence.steps
    assert (first.day, first.channel, first.template, first.fallback_template, first.line) == (
        30, "whatsapp", "satisfaction", "plain_question", 10,
    )  # fmt: skip
    assert first.on_response == {
        "positive": Branch("action", "next_step"),
        "negative": Branch("sequence", "ghost_reactivation"),
    }
    assert first.on_no_response == Branch("action", "wait")
    assert [condition.text for condition in second.conditions] == [
        "lead.sentiment in ['hot', 'warm']",
        "no_response_since > 48h",
    ]
    assert second.variants == ("soft_one", "soft_mention_2", "soft_mention_3")
    assert sequence.texts["soft_mention_2"].text("de") == "Hallo {{first_name}}, kennst du jemanden?"
    assert sequence.texts["soft_mention_3"].text("de", "sie") == "Haben Sie Lust?"
    assert sequence.texts["soft_mention_3"].text("en", "sie") == "Shall we?"
    assert set(second.on_response) == {"positive", "negative", "neutral"}
    assert second.on_no_response == Branch("step", "invitation")
    assert (third.action, third.key, third.template) == ("wait", "step_3", None)
    assert fourth.template == "invitation" and fourth.template in sequence.texts
    assert (fifth.note, fifth.index) == ("Glückwunsch nicht vergessen", 4)


def test_what_is_left_out_gets_sensible_values() -> None:
    sequence = load("name: x_y\nsteps: [{day: 3, action: send_message, template: hi}]")
    assert (sequence.max_duration_days, sequence.max_attempts, sequence.cool_down_days) == (10, 1, 30)
    assert (sequence.trigger, sequence.next_sequence, sequence.target_outcome) == (None, None, "")
    assert sequence.title["de"] == "X y"
    assert (sequence.steps[0].channel, sequence.steps[0].name) == ("auto", "Hi")


def test_several_triggers_must_all_hold() -> None:
    text = "name: a\ntrigger: [no_response_days >= 7, lead.is_customer]\nsteps: [{day: 0, action: end_sequence}]"
    assert load(text).trigger.text == "(no_response_days >= 7) and (lead.is_customer)"


def test_words_that_yaml_reads_as_something_else_stay_words() -> None:
    sequence = load("name: NO\ntarget_outcome: yes\nsteps: [{day: 0x, action: end_sequence}]".replace("0x", "0"))
    assert (sequence.name, sequence.target_outcome) == ("no", "yes")


STEP = "name: a\nsteps:\n  - day: 1\n    action: send_message\n    template: t\n"


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("", 1, "yaml-no-mapping"),
        ("- a", 1, "yaml-no-mapping"),
        ("name: [", 1, "yaml-syntax"),
        ("name: a\n\tsteps: b", 2, "yaml-syntax"),
        ("name: a\nname: b", 2, "yaml-duplicate-key"),
        ("name: &x a\nsteps: *x", 1, "yaml-alias"),
        ("name: a\n<<: {b: c}", 2, "yaml-key"),
        ("name: a\n? [x]\n: b", 2, "yaml-key"),
        ("name: !!python/object/apply:os.system [id]", 1, "yaml-tag"),
        ("name: !!str a", 1, "yaml-tag"),
        ("name: a\n---\nname: b", 2, "yaml-several-documents"),
        ('name: "a\\ud800"', 1, "yaml-characters"),
        ('name: "a\\0"', 1, "yaml-characters"),
        ("name: a\x00", 0, "yaml-characters"),
        ("name: a\ud800", 0, "yaml-characters"),
        ("a: " + "[" * 11 + "]" * 11, 1, "yaml-too-deep"),
        ("name: a\nsteps: " + "x" * 66000, 0, "yaml-too-big"),
        ("steps: [{day: 0, action: end_sequence}]", 1, "sequence-missing-field"),
        ('name: "!!!"\nsteps: [{day: 0, action: end_sequence}]', 1, "sequence-name"),
        ("name: a", 1, "sequence-no-steps"),
        ("name: a\nsteps: []", 2, "sequence-no-steps"),
        ("name: a\nsteps:\n  - send", 3, "sequence-step-form"),
        ("name: a\nstep:\n  - {day: 0, action: end_sequence}", 2, "sequence-unknown-field"),
        ("name: a\nmax_attempts: viele\nsteps: [{day: 0, action: end_sequence}]", 2, "sequence-number"),
        ("name: a\nmax_attempts: ٣\nsteps: [{day: 0, action: end_sequence}]", 2, "sequence-number"),
        ("name: a\nmax_attempts: 0\nsteps: [{day: 0, action: end_sequence}]", 2, "sequence-number"),
        ("name: a\nmax_duration_days: 1\nsteps:\n  - {day: 2, action: end_sequence}", 4, "sequence-day-after-end"),
        ("name: a\nnext_sequence: A\nsteps: [{day: 0, action: end_sequence}]", 2, "sequence-follows-itself"),
        ("name: a\ntrigger: lead.x > 1\nsteps: [{day: 0, action: end_sequence}]", 2, "condition-unknown-field"),
        ("name: a\ntrigger: attempts > 1\nsteps: [{day: 0, action: end_sequence}]", 2, "sequence-trigger-field"),
        (STEP + "    colour: red", 6, "sequence-unknown-field"),
        (STEP + "    channel: fax", 6, "sequence-choice"),
        (STEP + "    conditions:\n      - lead.is_customer\n      - lead.oops", 8, "condition-unknown-field"),
        (STEP + "    conditions: {a: b}", 6, "sequence-not-text"),
        (STEP + "    conditions: no_response_since > 48", 6, "condition-kinds"),
        (STEP + "    on_response: {positive: call_me}", 6, "sequence-unknown-branch"),
        (STEP + "    on_response: {happy: wait}", 6, "sequence-unknown-field"),
        (STEP + "    on_response: {no_response: wait}\n    on_no_response: wait", 7, "sequence-no-response-twice"),
        (STEP + "    on_no_response: [wait]", 6, "sequence-unknown-branch"),
        (STEP + "    on_no_response: {start_sequence: ''}", 6, "sequence-unknown-branch"),
        (STEP + "    on_no_response: step_1", 6, "sequence-jump-back"),
        (STEP + "    text: Hallo {{nachname}}", 6, "placeholder-unknown"),
        (STEP + "    text: {fr: Bonjour}", 6, "sequence-unknown-field"),
        (STEP + "    variants: [a, a]", 6, "sequence-variants-twice"),
        (STEP + "  - {day: 0, action: end_sequence}", 6, "sequence-day-order"),
        ("name: a\nsteps:\n  - {day: -1, action: wait}", 3, "sequence-number"),
        ("name: a\nsteps:\n  - {action: wait}", 3, "sequence-missing-field"),
        ("name: a\nsteps:\n  - {day: 1}", 3, "sequence-missing-field"),
        ("name: a\nsteps:\n  - {day: 1, action: send_mesage}", 3, "sequence-choice"),
        ("name: a\nsteps:\n  - {day: 1, action: send_message}", 3, "sequence-no-template"),
        ("name: a\nsteps:\n  - {day: 1, action: wait, template: x}", 3, "sequence-template-unused"),
    ],
)
def test_mistakes_are_named_by_line(text: str, line: int, key: str) -> None:
    with pytest.raises(DefinitionError) as raised:
        load(text, "mine.yaml")
    assert (line, key) in [(problem.line, problem.key) for problem in raised.value.problems]
    assert f"mine.yaml:{line}: {key}" in str(raised.value)


def test_all_mistakes_come_at_once_and_misspelt_words_with_a_proposal() -> None:
    text = (
        "name: a\nmax_atempts: 3\nsteps:\n  - {day: x, action: send_mesage, conditons: a}\n  - {day: 1, action: wait}"
    )
    with pytest.raises(DefinitionError) as raised:
        load(text)
    near = {problem.values["near"] for problem in raised.value.problems if problem.values.get("near")}
    assert near == {"max_attempts", "send_message", "conditions"}
    assert [problem.line for problem in raised.value.problems] == [2, 4, 4, 4]


def test_a_condition_error_says_column_and_condition() -> None:
    with pytest.raises(DefinitionError) as raised:
        load(STEP + "    conditions: lead.score > 5 AND lead.shoes")
    (problem,) = raised.value.problems
    assert (problem.line, problem.values["column"]) == (6, 20)
    assert problem.values["condition"] == "lead.score > 5 AND lead.shoes"


def test_jumping_to_one_of_two_equal_names_is_refused() -> None:
    text = STEP + "    on_no_response: End\n" + "  - {day: 2, name: End, action: end_sequence}\n" * 2
    with pytest.raises(DefinitionError, match="sequence-step-ambiguous"):
        load(text)


def test_references_that_nobody_knows() -> None:
    sequence = load(FULL)
    problems = check_references(
        sequence, templates={"satisfaction", "plain_question"}, sequences={"ghost_reactivation"}
    )
    assert problems == (
        Problem(21, "sequence-unknown-template", {"template": "soft_one", "step": "Soft mention"}),
        Problem(0, "sequence-unknown-sequence", {"sequence": "long_term_nurture"}),
    )


@pytest.mark.parametrize(
    "text",
    ["[" * 60000, "- " * 30000, "{a: " * 15000, "? " * 30000, "a: 'x\n" * 9000, "!" * 60000, "&a " * 20000, "%" * 60000,
     "a: [" + "b," * 30000 + "]", "---\n" * 15000, "#" * 60000, "\n" * 60000, "a: |\n" + " \n" * 20000,
     "a: " + "\"\\u0041" * 9000, "\n".join(f"k{n}: v" for n in range(5500))],
    ids=range(15),
)  # fmt: skip
def test_hostile_files_are_refused_fast(text: str) -> None:
    started = time.process_time()
    with pytest.raises(DefinitionError):
        load(text)
    assert time.process_time() - started < 3


_LINES = st.sampled_from(
    [*FULL.splitlines(), "&a", "*a", "- ", "{", "]", "name: !!x y", "  on_response: 3", "---", "\t"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES, max_size=30).map("\n".join) | st.text(max_size=200))
def test_any_file_loads_or_is_refused_cleanly(text: str) -> None:
    try:
        assert isinstance(load(text), Sequence)
    except DefinitionError as error:
        assert error.problems and all(problem.line >= 0 for problem in error.problems)


def test_templates_are_checked_too() -> None:
    found = load_templates("hi:\n  de: {du: Hallo du, sie: Guten Tag}\n  whatsapp: hi_v1\nbye: Ciao")
    assert found["hi"].text("de", "sie") == "Guten Tag"
    assert found["hi"].text("en") == "Hallo du"
    assert (found["hi"].whatsapp, found["bye"].whatsapp, found["bye"].text("en")) == ("hi_v1", None, "Ciao")
    with pytest.raises(DefinitionError) as raised:
        load_templates("hi:\n  de: {ihr: Hallo}\nbye: '{{x}}'\nno: []\nnone: {whatsapp: x}\nbig: " + "y" * 1600)
    assert [(problem.line, problem.key) for problem in raised.value.problems] == [
        (2, "sequence-unknown-field"),
        (2, "template-empty"),
        (3, "placeholder-unknown"),
        (4, "template-form"),
        (5, "template-empty"),
        (6, "template-too-long"),
    ]


SHIPPED = shipped.sequences()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Ghost-Reaktivierung", "ghost_reactivation"),
        ("die ghost reaktivierung", "ghost_reactivation"),
        ("GhostReaktivierung", "ghost_reactivation"),
        ("Ghost Reactivation", "ghost_reactivation"),
        ("ghost_reactivation", "ghost_reactivation"),
        ("Ghost", "ghost_reactivation"),
        ("die Ghosting-Sequenz", "ghost_reactivation"),
        ("Reaktivierungssequenz", "ghost_reactivation"),
        ("Gost-Reaktivirung", "ghost_reactivation"),
        ("stille Kontakte", "ghost_reactivation"),
        ("Erstkontakt", "first_contact_to_partner"),
        ("Erstkontakt-Sequenz", "first_contact_to_partner"),
        ("vom Erstkontakt zum Partner", "first_contact_to_partner"),
        ("First contact to partner", "first_contact_to_partner"),
        ("the first contact sequence", "first_contact_to_partner"),
        ("Nurture", "long_term_nurture"),
        ("Long-Term Nurture", "long_term_nurture"),
        ("Langzeitpflege", "long_term_nurture"),
        ("Langzeit Pflege", "long_term_nurture"),
    ],
)
def test_people_find_a_sequence(said: str, name: str) -> None:
    assert [found.name for found in naming.find(said, SHIPPED.values())] == [name]


@pytest.mark.parametrize("said", ["", "Sequenz", "die", "Kuchenrezept", "Pizza", "xyz", "!!!"])
def test_what_names_no_sequence_finds_none(said: str) -> None:
    assert naming.find(said, SHIPPED.values()) == ()


def test_an_ambiguous_name_finds_both() -> None:
    rows = [load(f"name: Aufbau {word}\nsteps: [{{day: 0, action: end_sequence}}]") for word in ("Nord", "Süd")]
    assert len(naming.find("Aufbau", rows)) == 2
    assert [found.name for found in naming.find("Aufbau Süd", rows)] == ["aufbau_sued"]
    assert "aufbau sued" in aliases(rows[1])
