"""Replies to an open question: which option, whose words, or none of them. Tables of what people say."""

from __future__ import annotations

import pytest

from agent.answers import Answer, Open, match

WHO = Open(1, ("Anna Berger · Yoga Graz · …0001", "Anna Huber · Kosmetik · …0002"), ("t", "t"), ({}, {}), "lead", True)
DRAFT = Open(
    2, ("Senden", "Ändern", "Ablehnen"), ("d", "d", "d"),
    ({"action": "approve"}, {"action": "change"}, {"action": "reject"}), None, True,
)  # fmt: skip
QUIET = Open(
    3, ("Jetzt senden", "Morgen um 8", "Nein"), ("s", "s", None),
    ({"answers": ["quiet"]}, {"not_before": "2026-11-19T07:00"}, {"answer": "no"}), None, True,
)  # fmt: skip
NOTED = Open(4, ("Erinnerung löschen",), ("complete_reminder",), ({"reminder": "7", "action": "dismiss"},), None, False)
WHAT = Open(5, (), (), (), "text", True)
TIMES = ("lieber morgen um 10", "nee, freitag 9 uhr", "morgen um 10", "doch erst um 11", "rather tomorrow at 10")


def _answer(text: str, *choices: Open) -> Answer | None:
    return match(
        text,
        choices,
        is_order=lambda words: words.startswith(("Schreib ", "Erinnere ")),
        fits=lambda expects, words: True,
        is_time=lambda words: words in TIMES,
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2", 1), ("die zweite", 1), ("Die Zweite bitte", 1), ("na die zweite halt", 1), ("ich mein die zweite", 1),
        ("nummer 1", 0), ("the first one please", 0), ("b", 1), ("die letzte", 1), ("die Huber", 1), ("Berger", 0),
        ("eher die erste", 0), ("die mit Kosmetik", 1), ("äh die zweite glaub ich", 1), ("2.", 1), ("#2", 1),
    ],
)  # fmt: skip
def test_one_of_two_people(text: str, place: int) -> None:
    assert _answer(text, WHO) == Answer(1, place=place)


@pytest.mark.parametrize("text", ["nee die andere", "die andere", "nein, die andere", "no, the other one", "the other"])
@pytest.mark.parametrize("choice", [WHO, WHAT], ids=["who", "what"])
def test_the_other_one_is_nobodys_name_and_no_text(text: str, choice: Open) -> None:
    assert _answer(text, choice) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ja", 0), ("ja mach", 0), ("jo passt", 0), ("klar, mach das", 0), ("ok los", 0), ("do it", 0),
        ("yes please", 0),
        ("ja bitte senden", 0), ("go ahead", 0), ("perfekt, raus", 0),
        ("nein", 2), ("nee lass", 2), ("no", 2), ("nö", 2),
    ],
)  # fmt: skip
def test_yes_and_no_to_a_draft(text: str, place: int) -> None:
    assert _answer(text, DRAFT) == Answer(2, place=place)


@pytest.mark.parametrize(
    "text",
    [
        "kürzer",
        "etwas kürzer bitte",
        "kürzer und lockerer",
        "nicht so förmlich",
        "shorter and informal",
        "a bit warmer",
    ],
)
def test_how_a_draft_should_sound(text: str) -> None:
    assert _answer(text, DRAFT) == Answer(2, place=1, fill=text)


@pytest.mark.parametrize("text", TIMES)
def test_another_time_than_the_one_offered(text: str) -> None:
    assert _answer(text, QUIET) == Answer(3, place=1, fill=text)
    assert _answer(text, NOTED) == Answer(4, place=0, fill=text)
    assert _answer(text, WHAT) == Answer(5, fill=text)


@pytest.mark.parametrize(
    "text",
    ["Schreib Tom: hi", "Erinnere mich morgen an Tom", "ALL except 3", "2 shorter and informal", "wie heiß ist Tom?"],
)
@pytest.mark.parametrize("choice", [DRAFT, QUIET, NOTED], ids=["draft", "quiet", "noted"])
def test_an_order_is_no_answer(text: str, choice: Open) -> None:
    assert _answer(text, choice) is None
