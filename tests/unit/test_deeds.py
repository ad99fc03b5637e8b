"""What a rep types while a card stands open: the button it means, or none. Tables of what people say."""

from __future__ import annotations

import pytest

from agent.answers import Answer, Open, match
from agent.deeds import action_of

FOLLOW_UP = Open(
    1, ("Senden", "Ändern", "Später", "Auslassen"), ("w", "w", "w", "w"),
    tuple({"follow_up": "1", "action": action} for action in ("approve", "change", "later", "skip")), None, False,
)  # fmt: skip
ONE_OF_MANY = Open(
    2, ("Senden", "Auslassen", "Alle übrigen senden", "Stopp"), ("b", "b", "b", "b"),
    tuple({"campaign": "1", "action": action} for action in ("send", "skip", "rest", "stop")), None, False,
)  # fmt: skip
NEWS = Open(3, ("Stoppen",), ("stop_sequence",), ({"lead": "1"},), None, False)
SAID = {
    "ja": "approve", "raus damit": "approve", "passt, abschicken": "approve", "ja, schick ihm das so": "approve",
    "yes, go ahead": "approve", "Schick es heute noch raus": "approve", "jetzt raus damit": "approve",
    "überspringen": "skip", "lass ihn weg": "skip", "nächster bitte": "skip", "heute nicht": "skip", "skip her": "skip",
    "den nächsten lass mal weg": "skip", "don't send it": "skip", "nein danke": "skip", "next one please": "skip",
    "jetzt nicht": "later", "später nochmal": "later", "not now": "later",
    "änder das": "change", "anders bitte": "change",
}  # fmt: skip
SAYS_NOTHING = (
    "ok", "super", "danke", "heute", "raus mit ihm", "senden oder nicht?", "wie heiß ist sie", "nächste Woche",
    "ja nein", "schick ihm das Video", "der Nächste nervt", "",
)  # fmt: skip


def _answer(text: str, *choices: Open) -> Answer | None:
    return match(
        text,
        choices,
        is_order=lambda words: False,
        fits=lambda expects, words: True,
        is_time=lambda words: words == "erst morgen um 10",
    )


@pytest.mark.parametrize(("text", "action"), SAID.items())
def test_words_for_a_follow_up_card(text: str, action: str) -> None:
    place = next(n for n, one in enumerate(FOLLOW_UP.arguments) if one["action"] == action)
    assert _answer(text, FOLLOW_UP, NEWS) == Answer(1, place=place)


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_what_is_no_answer_to_a_card_presses_nothing(text: str) -> None:
    assert _answer(text, FOLLOW_UP) is None


def test_one_of_many_and_the_rest() -> None:
    places = {"ja": 0, "auslassen": 1, "alle anderen senden": 2, "den Rest auch": 2, "halt": 3, "genug": 3}
    assert {text: _answer(text, ONE_OF_MANY) for text in places} == {
        text: Answer(2, place=place) for text, place in places.items()
    }


def test_a_time_is_later_and_keeps_its_words() -> None:
    assert _answer("erst morgen um 10", FOLLOW_UP) == Answer(1, place=2, fill="erst morgen um 10")


def test_only_a_card_is_worked_with_words() -> None:
    assert action_of("weiter") == ("skip",)
    assert _answer("weiter", NEWS) is None
