"""What the bot says: every key in both languages, no holes, values as they are."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels import guard, policy, words
from channels.policy import Contact, decide
from store.types import Say, Verdict

FTL = """
-brand = SalesFlow
plain = Hallo!
greet = Hallo { $name }, hier ist { -brand }.
count = { $n ->
    [one] eine Nachricht
   *[other] { $n } Nachrichten
} an { $who }
choice = { $flag ->
    [true] ja
   *[false] nein
}
nested = Grund: { greet }
long = { $n ->
    [one] eins
   *[other] { $text }
}
only-attribute =
    .title = Titel
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> words.Lexicon:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "a.ftl").write_text(FTL, encoding="utf-8")
    return words.Lexicon("de", tmp_path)


@pytest.mark.parametrize(
    ("say", "text"),
    [
        (Say("plain"), "Hallo!"),
        (Say("greet", {"name": "Anna"}), "Hallo Anna, hier ist SalesFlow."),
        (Say("greet", {"name": Say("plain")}), "Hallo Hallo!, hier ist SalesFlow."),
        (Say("greet", {"name": {"de": "Anna", "en": "Ann"}}), "Hallo Anna, hier ist SalesFlow."),
        (Say("greet", {"name": 10000}), "Hallo 10000, hier ist SalesFlow."),
        (Say("greet", {"name": -1234567}), "Hallo -1234567, hier ist SalesFlow."),
        (Say("greet", {"name": 2.5}), "Hallo 2,5, hier ist SalesFlow."),
        (Say("greet", {"name": "A", "unused": "B"}), "Hallo A, hier ist SalesFlow."),
        (Say("count", {"n": 1, "who": "Tom"}), "eine Nachricht an Tom"),
        (Say("count", {"n": 20000, "who": "Tom"}), "20000 Nachrichten an Tom"),
        (Say("choice", {"flag": True}), "ja"),
        (Say("choice", {"flag": False}), "nein"),
        (Say("nested", {"name": "X"}), "Grund: Hallo X, hier ist SalesFlow."),
    ],
)
def test_sentences(lexicon: words.Lexicon, say: Say, text: str) -> None:
    assert lexicon.say(say) == text


@pytest.mark.parametrize(
    "say",
    [
        Say("missing"),
        Say("-brand"),
        Say("only-attribute"),
        Say("greet"),
        Say("greet", {"Name": "Anna"}),
        Say("nested"),
        Say("greet", {"name": None}),
        Say("greet", {"name": datetime(2026, 1, 1, tzinfo=UTC)}),
        Say("greet", {"name": ["Anna"]}),
        Say("greet", {"name": {"en": "Ann"}}),
        Say("greet", {"name": Say("missing")}),
        Say(""),
    ],
)
def test_what_cannot_be_said_is_an_error(lexicon: words.Lexicon, say: Say) -> None:
    with pytest.raises(words.WordError):
        lexicon.say(say)


HOSTILE = [
    "{ $x }",
    "{{name}}",
    "{ greet }",
    "{ -brand }",
    '{ "a" }',
    "\\u0041",
    "a\n.title = b",
    "\ue0f00\ue0f1",
    "{",
    "}",
]


@pytest.mark.parametrize("text", [*HOSTILE, *(value * 400 for value in HOSTILE), "ä" * 5000])
def test_values_stay_what_they_are(lexicon: words.Lexicon, text: str) -> None:
    assert lexicon.say(Say("greet", {"name": text})) == f"Hallo {text}, hier ist SalesFlow."
    assert lexicon.say(Say("long", {"n": 2, "text": text})) == text


@given(st.text(), st.integers(-(10**15), 10**15))
def test_any_text_and_number_comes_out_as_it_went_in(text: str, number: int) -> None:
    verdict = Say("detail-template", {"template": text})
    assert text in words.say("en", verdict)
    assert str(number) in words.say("en", Say("detail-unanswered", {"unanswered": number}))


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.ftl": "one = Eins\n", "b.ftl": "one = Uno\n"}, "b.ftl has one a second time"),
        ({"a.ftl": "one = Eins\none = Uno\n"}, "second time"),
        ({"a.ftl": "one = { $x\n"}, "cannot be read"),
        ({"a.ftl": "no equals sign\n"}, "cannot be read"),
    ],
)
def test_a_broken_file_is_an_error_at_once(tmp_path: Path, files: dict[str, str], message: str) -> None:
    (tmp_path / "de").mkdir()
    for name, content in files.items():
        (tmp_path / "de" / name).write_text(content, encoding="utf-8")
    with pytest.raises(words.WordError, match=message):
        words.Lexicon("de", tmp_path)


def test_keys_name_the_variables_of_everything_referred_to(lexicon: words.Lexicon) -> None:
    found = lexicon.keys()
    assert found["count"] == {"n", "who"}
    assert found["nested"] == {"name"}
    assert found["plain"] == frozenset()
    assert "only-attribute" not in found


def test_a_reference_to_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "a.ftl").write_text("one = { two }\n", encoding="utf-8")
    with pytest.raises(words.WordError, match="two"):
        words.Lexicon("de", tmp_path).keys()


def test_both_languages_have_the_same_keys_with_the_same_variables() -> None:
    german, english = words.keys("de"), words.keys("en")
    assert german.keys() == english.keys()
    assert {key for key in german if german[key] != english[key]} == set()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_rule_has_its_reason_without_variables(language: Any) -> None:
    for rule in (*policy.RULES, *guard.RULES, "guard"):
        assert words.keys(language)["reason-" + rule.replace("_", "-")] == frozenset()


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_shipped_sentence_shows_machinery(language: Any) -> None:
    for key, variables in words.keys(language).items():
        text = words.say(language, Say(key, dict.fromkeys(variables, "X")))
        assert text.strip() == text and text
        assert not re.search(r"\{|\}|\$|TODO", text), key


def test_a_reason_with_its_figures_in_the_persons_own_time() -> None:
    night = datetime(2026, 6, 10, 20, 30, tzinfo=UTC)
    contact = Contact(night, "template", True, "whatsapp", "Europe/Berlin", "DE-BE", consent=True)
    verdict = decide(contact)
    german = words.say("de", words.reason(verdict, "Europe/Berlin"))
    assert "Do, 11.6. um 08:00 Uhr" in german
    assert "Thu 11/6 at 08:00" in words.say("en", words.reason(verdict, "Europe/Berlin"))
    assert "Thu 11/6 at 02:00" in words.say("en", words.reason(verdict, "America/New_York"))


def test_a_reason_without_figures_falls_back_to_the_plain_sentence() -> None:
    assert words.reason(Verdict("wait", "daily_cap"), "Europe/Berlin") == Say("reason-daily-cap")
    assert words.reason(Verdict("refuse", "guard", {"findings": ["pressure"]}), "UTC") == Say("reason-guard")


def test_a_holiday_is_named_in_the_readers_language() -> None:
    noon = datetime(2026, 6, 4, 10, tzinfo=UTC)
    verdict = decide(Contact(noon, "template", True, "whatsapp", "Europe/Berlin", "DE-BY", consent=True))
    assert "Fronleichnam" in words.say("de", words.reason(verdict, "Europe/Berlin"))
    assert "Corpus Christi" in words.say("en", words.reason(verdict, "Europe/Berlin"))


def test_saying_is_fast_once_read() -> None:
    say = Say("detail-template", {"template": "abc"})
    words.say("de", say)
    best = min(_seconds(say) for _ in range(20))
    assert best < 0.005


def _seconds(say: Say) -> float:
    start = time.process_time()
    words.say("de", say)
    return time.process_time() - start
