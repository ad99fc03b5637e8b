"""The arithmetic of lines: paces, warm-up, templates read back, choices; and what vendors' codes mean."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels import failures, rates
from channels.policy import Contact, decide
from channels.rates import Pace, next_tat
from channels.template_news import same_words
from channels.whatsapp.templates import parameters, values

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=60), st.integers(1, 5), st.integers(1, 8))
def test_a_line_never_sends_more_than_its_burst_and_its_pace(steps: list[int], burst: int, gap: int) -> None:
    pace, tat, now, sent = Pace("x", gap * SECOND, burst), None, NOW, []
    for step in steps:
        now += step * SECOND
        free, at = next_tat(tat, pace, now)
        if free:
            sent.append(now)
            tat = at
        else:
            assert at > now and next_tat(tat, pace, at)[0], "the promised moment is a free one"
    for first in sent:
        for last in (at for at in sent if at >= first):
            inside = [at for at in sent if first <= at <= last]
            assert len(inside) <= burst + (last - first) // (gap * SECOND)


@pytest.mark.parametrize(("hours", "wanted"), [(0, 10), (23.9, 10), (24, 20), (47, 20), (48, None), (-1, None)])
def test_a_young_number_has_a_limit_of_its_own_for_each_day(hours: float, wanted: int | None) -> None:
    found = rates.allowance({"warmup": [10, 20]}, NOW, NOW + timedelta(hours=hours))
    assert (found[0] if found else None) == wanted
    assert rates.allowance({}, NOW, NOW) is None and rates.allowance({"warmup": [1]}, None, NOW) is None


def test_an_unasked_message_of_a_full_number_waits_for_tomorrow() -> None:
    tomorrow = NOW + timedelta(hours=20)
    contact = Contact(
        now=NOW, origin="template", proactive=True, channel="whatsapp", zone="Europe/Berlin", consent=True,
        line_free_at=tomorrow,
    )  # fmt: skip
    verdict = decide(contact)
    assert (verdict.action, verdict.rule) == ("wait", "pacing") and verdict.until and verdict.until >= tomorrow
    assert decide(Contact(now=NOW, origin="human", proactive=False, channel="whatsapp", zone="Europe/Berlin",
                          consent=True, line_free_at=tomorrow)).action == "send"  # fmt: skip


BODY = "Hallo {{first_name}}, hier ist {{sender}}. Viele Grüße, {{sender}}"


@pytest.mark.parametrize(
    ("body", "text", "names", "wanted"),
    [
        (BODY, "Hallo Anna, hier ist Max. Viele Grüße, Max", (), (("1", "Anna"), ("2", "Max"))),
        (BODY, "Hallo Anna, hier ist Max. Viele Grüße, Max", ("a", "b"), (("a", "Anna"), ("b", "Max"))),
        (BODY, "Hallo Anna, hier ist Max. Viele Grüße, Tom", (), None),
        (BODY, "Hallo, hier ist Max. Viele Grüße, Max", (), None),
        (BODY, "Etwas anderes", (), None),
        (BODY, "Hallo Anna, hier ist Max. Viele Grüße, Max", ("a",), None),
        ("Ohne alles.", "Ohne alles.", (), ()),
        ("Hallo {{name}}!", "Hallo A\nB!", (), None),
        ("{{a}} {{b}}", "x y z", (), (("1", "x"), ("2", "y z"))),
        ("Kosten: 5 € (netto)? {{name}}", "Kosten: 5 € (netto)? Änne", (), (("1", "Änne"),)),
    ],
)
def test_parameters_are_read_back_out_of_the_text(body: str, text: str, names: tuple[str, ...], wanted: object) -> None:
    assert values(body, text, names) == wanted


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12), min_size=3, max_size=3))
def test_whatever_is_read_back_says_the_same_again(words: list[str]) -> None:
    body = "Hallo {{a}}, {{b}} und {{c}}. Bis bald, {{a}}!"
    text = body.replace("{{a}}", words[0]).replace("{{b}}", words[1]).replace("{{c}}", words[2])
    found = values(body, text, ("a", "b", "c"))
    if found is not None and not any("{" in word for word in words):
        again = body
        for name, value in found:
            again = again.replace("{{" + name + "}}", value)
        assert again == text


def test_bodies_are_compared_around_their_placeholders() -> None:
    assert same_words("Hallo {{first_name}}!", "Hallo {{1}}! ")
    assert not same_words("Hallo {{first_name}}!", "Hi {{1}}!")
    assert parameters("{{ 1 }} {{2}} {{1}}") == ("1", "2")


@pytest.mark.parametrize(
    ("vendor", "code", "action"),
    [
        ("cloud", 131047, "use_template"), ("360dialog", 131047, "use_template"), ("twilio", 63016, "use_template"),
        ("cloud", 131050, "opted_out"), ("twilio", 21610, "opted_out"), ("cloud", 131026, "permanent"),
        ("cloud", 130429, "retry"), ("cloud", 131056, "retry"), ("cloud", 4, "retry"), ("cloud", 80007, "retry"),
        ("cloud", 132001, "template_broken"), ("cloud", 132015, "template_broken"), ("cloud", 190, "account"),
        ("cloud", 368, "account"), ("twilio", 63018, "retry"), ("twilio", 20003, "account"),
        ("instagram", 10, "use_template"), ("cloud", 7777777, "permanent"), ("nobody", 1, "permanent"),
    ],
)  # fmt: skip
def test_a_code_is_what_the_house_does_about_it(vendor: str, code: int, action: str) -> None:
    assert failures.of(vendor, code).action == action
