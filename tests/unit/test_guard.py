"""What may not be said: found in AI text, warned about in a person's, harmless where it is denied or quoted."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels import guard
from channels.guard import check

DATA = Path(__file__).parent / "data"
CLEAN = "Schön von dir zu hören! Wann passt es dir am besten?"


def lines(name: str) -> list[str]:
    content = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in content if line and not line.startswith("#")]


HARMFUL = [tuple(line.split(" | ", 1)) for line in lines("guard_harmful.txt")]


def rules(text: str, origin: Any = "ai", **options: Any) -> set[str]:
    return {finding.rule for finding in check(text, origin, language="de", **options).findings}


@pytest.mark.parametrize(("rule", "text"), HARMFUL)
def test_harmful_text_of_an_ai_is_blocked(rule: str, text: str) -> None:
    verdict = check(text, "ai", language="de")
    assert verdict.action == "block"
    assert rule in {finding.rule for finding in verdict.findings}
    assert all(finding.quote and finding.quote in text for finding in verdict.findings)


@pytest.mark.parametrize("text", lines("guard_harmless.txt"))
def test_harmless_text_passes(text: str) -> None:
    assert check(text, "ai", language="de").findings == ()


@pytest.mark.parametrize(("rule", "text"), HARMFUL)
def test_a_person_is_warned_at_most(rule: str, text: str) -> None:
    verdict = check(text, "human", language="de")
    assert verdict.action in ("pass", "warn")
    assert verdict.rewrite is None


def test_a_person_who_says_that_she_is_one_tells_the_truth() -> None:
    text = "Ich bin kein Bot, ich bin ein echter Mensch."
    assert check(text, "human", language="de").action == "pass"
    assert check(text, "ai", language="de").action == "block"
    assert check(text, "ai_edited", language="de").action == "block"


@pytest.mark.parametrize("origin", ["template", "system"])
@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Hallo {{name}}!", "block"),
        ("Hallo {{ name }!", "block"),
        ("Hallo name}}!", "block"),
        ("Hallo {name}!", "pass"),
        ("Hallo [Name]!", "pass"),
        ("Unser Öl heilt Migräne.", "warn"),
        (CLEAN, "pass"),
    ],
)
def test_a_template_is_blocked_for_an_open_placeholder_only(origin: Any, text: str, action: str) -> None:
    assert check(text, origin, language="de").action == action


def test_an_open_placeholder_in_a_persons_text_is_a_warning() -> None:
    assert check("Hallo {{name}}!", "human", language="de").action == "warn"


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        (f"Hallo Lisa! Das Öl heilt Migräne. {CLEAN}", f"Hallo Lisa! {CLEAN}"),
        (f"{CLEAN}\n\nNur noch 3 Plätze frei!\n\nLiebe Grüße, Max", f"{CLEAN}\n\nLiebe Grüße, Max"),
        (f"{CLEAN} Schick mir bitte deine IBAN.", CLEAN),
        ("Das Öl heilt Migräne.", None),
        ("Hi! Das Öl heilt Migräne.", None),
        (f"Hallo {{{{name}}}}! {CLEAN}", None),
        ("Wie geht es dir? Ich wollte wissen, ob Sie Zeit haben.", None),
    ],
)
def test_a_rewrite_leaves_the_offending_sentences_out(text: str, rewrite: str | None) -> None:
    verdict = check(text, "ai", language="de")
    assert verdict.action == "block"
    assert verdict.rewrite == rewrite


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Unser Öl heilt Migräne.", "Unser Öl heilt keine Migräne."),
        ("Du verdienst 5.000 € im Monat.", "Ich kann dir nicht versprechen, dass du 5.000 € im Monat verdienst."),
        ("Der Erfolg ist garantiert.", "Der Erfolg ist nicht garantiert."),
        ("Das ist deine letzte Chance.", "Das ist nicht deine letzte Chance."),
        ("Schick mir deine IBAN.", "Schick mir nie deine IBAN."),
        ("It cures cancer.", "It does not cure cancer."),
        ("You will get rich.", "You won't get rich."),
        ("Success guaranteed.", "No guaranteed success."),
    ],
)
def test_a_denial_is_harmless(text: str, denied: str) -> None:
    assert rules(text)
    assert not rules(denied)


@pytest.mark.parametrize(
    "text",
    [
        "Kein anderes Öl heilt Migräne so schnell.",
        "Nicht nur Migräne heilt unser Öl.",
        "Kein Zweifel: Das Öl heilt Migräne.",
        "Ich verspreche nichts Falsches, aber du verdienst 5.000 € im Monat.",
        "Warum nicht 5.000 € im Monat verdienen?",
        "Du hast nach Migräne gefragt: Ja, unser Öl heilt Migräne.",
        "Das heilt Migräne, nicht wahr?",
        "UNSER ÖL HEILT MIGRÄNE!",
        "Unser O\u0308l heilt Migra\u0308ne.",
        "Unser Öl hei\u00adlt Mig\u200bräne.",
        "Unser Öl  heilt\tMigräne.",
        "Unser Oel heilt Migraene.",
    ],
)
def test_a_claim_does_not_hide(text: str) -> None:
    verdict = check(text, "ai", language="de")
    assert {"health_claim", "income_claim"} & {finding.rule for finding in verdict.findings}
    assert all(finding.quote in text for finding in verdict.findings)


@pytest.mark.parametrize(
    ("text", "register", "origin", "found"),
    [
        ("Wie geht es Ihnen?", "du", "ai", {"wrong_register"}),
        ("Wie geht es Ihnen?", "sie", "ai", set()),
        ("Wie geht es dir?", "sie", "ai", {"wrong_register"}),
        ("Wie geht es Ihnen?", "du", "human", set()),
        ("Wie geht es dir? Haben Sie Zeit?", "du", "human", {"mixed_register"}),
        ("Liebe Anna,\nSie haben Post. Schön, dass du da bist.", "du", "ai", {"mixed_register"}),
        # "Sie" and "Ihr" at the start of a sentence may be she, they, her or you all.
        ("Sie meldet sich bei dir. Ihr Bruder auch.", "du", "ai", set()),
        ("Anna kommt: Sie freut sich auf dich.", "du", "ai", set()),
        ("Anna kommt.\nSie freut sich auf dich.", "du", "ai", set()),
        ("Wollen wir du sagen statt „Sie“? Passt das für dich?", "du", "ai", set()),
        ("Das gehört ihr, sie hat es dir geliehen.", "du", "ai", set()),
        ("Die Duden-Redaktion schreibt Ihnen.", "sie", "ai", set()),
    ],
)
def test_the_form_of_address(text: str, register: str, origin: Any, found: set[str]) -> None:
    assert rules(text, origin, register=register) == found


def test_english_text_knows_no_form_of_address() -> None:
    assert check("Du Pont and Sie are names, and Ihnen is a word.", "ai", language="en").action == "pass"


@pytest.mark.parametrize(
    ("text", "forbidden", "quote"),
    [
        ("Das ist billig.", ["billig"], "billig"),
        ("Ein BILLIGES Angebot", ["billig"], "BILLIGES"),
        ("Das billigt er.", ["billig"], None),
        ("unbillig", ["billig"], None),
        ("Mega Sache!", ["mega"], "Mega"),
        ("Megafon", ["mega"], None),
        ("Das ist ein  Schnäppchen-Preis.", ["schnäppchen"], "Schnäppchen"),
        ("Network Marketing ist es.", ["network marketing"], "Network Marketing"),
        ("a.b", ["a+b", "", "   "], None),
        ("Preis: 5 (!)", ["(!)"], "(!)"),
    ],
)
def test_forbidden_words_are_found_whole_and_inflected(text: str, forbidden: list[str], quote: str | None) -> None:
    verdict = check(text, "ai", language="de", forbidden=forbidden)
    assert [finding.quote for finding in verdict.findings if finding.rule == "forbidden_word"] == (
        [quote] if quote else []
    )
    assert verdict.action == ("block" if quote else "pass")


def test_a_sentence_with_a_forbidden_word_is_left_out_of_the_rewrite() -> None:
    assert check(f"{CLEAN} Das ist billig.", "ai", language="de", forbidden=["billig"]).rewrite == CLEAN


@given(st.text(max_size=200), st.sampled_from(["ai", "human", "template"]), st.sampled_from(["du", "sie"]))
def test_any_text_gets_a_verdict_that_holds_together(text: str, origin: Any, register: str) -> None:
    verdict = check(text, origin, language="de", register=register)
    assert (verdict.action == "pass") == (not verdict.findings)
    assert origin != "human" or verdict.action != "block"
    assert {finding.rule for finding in verdict.findings} <= set(guard.RULES)
    assert check(text, origin, language="de", register=register) == verdict


@given(st.lists(st.sampled_from([*(text for _, text in HARMFUL), CLEAN, "Hallo Anna!", "Bis bald!"]), max_size=6))
def test_a_rewrite_always_passes(sentences: list[str]) -> None:
    verdict = check(" ".join(sentences), "ai", language="de")
    if verdict.rewrite is not None:
        assert check(verdict.rewrite, "ai", language="de").action == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 20000,
        "5 " * 10000,
        "1.000 " * 3000,
        "." * 20000,
        "heilt " * 3000,
        "nicht " * 3000,
        "{" * 9000,
        "€1 " * 9000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    check(text, "ai", language="de")
    assert time.process_time() - start < 2
