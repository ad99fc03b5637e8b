"""What was told about a lead becomes words to her, or stays as it was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.direct_speech import spoken

SPOKEN = [
    ("ich mich erst am donnerstag bei ihr melde", "du", "Ich melde mich erst am Donnerstag bei dir."),
    ("ich mich erst am donnerstag bei ihr melde", "Sie", "Ich melde mich erst am Donnerstag bei Ihnen."),
    ("ich sie heute Abend zurückrufe", "du", "Ich rufe dich heute Abend zurück."),
    ("ich ihr morgen das Muster schicke", "Sie", "Ich schicke Ihnen morgen das Muster."),
    ("ich ihm antworte", "du", "Ich antworte dir."),
    ("wir uns verspäten", "du", "Wir verspäten uns."),
    ("ich nicht kommen kann", "du", "Ich kann nicht kommen."),
    ("ihre Bestellung unterwegs ist", "Sie", "Ihre Bestellung ist unterwegs."),
    ("unser Treffen am montag ausfällt", "du", "Unser Treffen fällt am Montag aus."),
    ("das paket angekommen ist", "du", "Das paket ist angekommen."),
    ("alles geklappt hat", "du", "Alles hat geklappt."),
    ("er mich anrufen soll", "du", "Du sollst mich anrufen."),
    ("er mich anrufen soll", "Sie", "Sie sollen mich anrufen."),
    ("sie sich melden soll", "du", "Du sollst dich melden."),
    ("ich seine Mail bekommen habe", "du", "Ich habe deine Mail bekommen."),
    ("ich später komme, weil ich im Stau stehe", "du", "Ich komme später, weil ich im Stau stehe."),
    ("ob sie am sonntag Zeit hat", "du", "Hast du am Sonntag Zeit?"),
    ("ob ihm das Muster gefällt", "Sie", "Gefällt Ihnen das Muster?"),
    ("wann er nach Graz kommt.", "du", "Wann kommst du nach Graz?"),
    ("wie lange er noch wartet", "du", "Wie lange wartest du noch?"),
    ("wie es ihr geht", "du", "Wie geht es dir?"),
    ("her samples have arrived", "du", "Your samples have arrived."),
    ("I'll call her on friday", "du", "I'll call you on Friday."),
    ("she needs to call me", "du", "You need to call me."),
    ("if he has time on Sunday", "du", "Do you have time on Sunday?"),
    ("when she will arrive", "du", "When will you arrive?"),
]
RAW = [
    "ich hätte kommen sollen",
    "sie da sind",
    "ich krank bin und sie anrufe",
    "ich ihr Unterlagen schicke",
    "er ihr Muster mag",
    "du später kommst",
    "der Preis für das Set gestiegen ist",
    'ich "gleich" komme',
    "ich komme, weil sie krank ist",
    "wann",
    "he told her",
    "they will come",
]


@pytest.mark.parametrize(("told", "register", "words"), SPOKEN)
def test_words_to_her(told: str, register: str, words: str) -> None:
    assert spoken(told, register, f"sag ihr, dass {told}") == words


@pytest.mark.parametrize("told", RAW)
def test_what_is_not_surely_read_stays(told: str) -> None:
    assert spoken(told, "du", f"sag ihr, dass {told}") is None


def test_a_main_clause_keeps_its_order() -> None:
    assert spoken("ich ruf sie morgen an", "du", "sag ihr ich ruf sie morgen an") == "Ich ruf dich morgen an."


@given(
    st.lists(st.sampled_from("ich er sie ihr ihm ihn sich wir ob wann das Muster morgen hat kommt rufe an , .".split()))
)
def test_any_words_give_a_sentence_or_nothing(parts: list[str]) -> None:
    made = spoken(" ".join(parts), "du", "")
    assert made is None or (made[0].isupper() and made[-1] in ".?" and not {"er", "ihm", "ihn"} & set(made.split()))
