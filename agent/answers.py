"""Short answers to an open question: "2", "die zweite", "ja", "morgen um 10", a name. PURE.

Only what surely answers is taken; anything that could be an order of its own goes on to the agent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agent import deeds
from agent.grammar.verbs import STYLE
from store.folding import fold

_ORDINALS: Mapping[str, int] = {
    word: place
    for place, variants in enumerate(
        (
            "erste ersten erster erstes erschte erschti easchte first 1st eins",
            "zweite zweiten zweiter zweites zwoate zwoite zweiti zweeti second 2nd zwei",
            "dritte dritten dritter drittes dritti third 3rd drei",
            "vierte vierten vierter viertes fourth 4th vier",
            "fuenfte fuenften fuenfter fuenftes fifth 5th fuenf",
            "sechste sechsten sechster sechstes sixth 6th sechs",
        )
    )
    for word in variants.split()
}
_LETTERS = "abcdef"
_EXTRA = re.compile(r"\s*\([^()]*\)$")  # what a label explains: "Später (2 Std.)"
_LAST = frozenset("letzte letzten letzter letztes last".split())
_FILL = frozenset(
    "die der das den dem ich meine meinte nimm nehme bitte option nummer nr number the one i mean take please"
    " person variante doch natuerlich lieber dann eher na halt mal wohl glaub glaube denk denke also aeh"
    " aehm wuerd wuerde"
    " mein it me sagen bitteschoen danke thanks wenn schon waer waere das es er sie ist".split()
)
_OTHER = re.compile(
    r"^\W*(?:ne+|nein|no+|noe|nope|doch)?\W*(?:die|der|den|das|the)?\s*ander(?:e|en|er|es)\W*$"
    r"|^\W*(?:no\W+)?the other(?: one)?\W*$",
    re.IGNORECASE,
)
_STYLED = STYLE - frozenset(
    "mehr more weniger less ohne mit without with englisch deutsch english german ton tone".split()
)
_AROUND_STYLE = STYLE | frozenset(
    "und and bitte please etwas bisschen bissl bissi ein eine a bit mehr more noch viel nicht so zu"
    " weniger less mach make"
    " mal es it das this lieber eher too not ganz halt aber ruhig sehr little".split()
)
AROUND_TIME = frozenset(
    "lieber besser eher nee ne nein noe no doch erst ja ok okay dann bitte please passt mir waere gut"
    " halt mal jetzt aber"
    " rather better make it then sagen wir so mach schick schicks sende send es das ach sorry und gern"
    " gerne bitti instead".split()
)
_YES = frozenset(
    "ja jo jap jep jup joa jawohl yes yep yup yeah ya ok okay oki klar genau passt gern gerne sicher"
    " sure mach machs machen"
    " senden send sende schick schicks los go ahead do perfekt perfect super top gut freilich eh unbedingt raus absolut"
    " bestaetigt richtig korrekt correct right stimmt fein".split()
)
_NO = frozenset("nein ne nee noe no nope nicht lassen lass ablehnen reject".split())
_CANCEL = re.compile(
    r"^\W*(abbrechen|abbruch|cancel|vergiss es|vergiss das|egal|lass es|lass gut sein|never ?mind|forget it|"
    r"doch nicht|nichts|/cancel|/abbrechen)\W*$",
    re.IGNORECASE,
)


_DROPS = frozenset(
    "nein ne nee noe no nope nicht nichts nix lass lassen lasse vergiss vergessen egal abbrechen abbruch cancel forget"
    " nevermind never stop stopp".split()
)
_AROUND_DROP = frozenset(
    "ach na naja gut ok okay dann doch es das mal sein bitte lieber sorry danke oh hm mind it that then ja jetzt wir"
    " ich will auch schon wieder den die".split()
)
_BETWEEN = frozenset("aus von from mit with vom bei firma in at of".split())
_PLACE = re.compile(r"^\W*(?:die|der|den|das|the one)\s+(?P<rest>(?:aus|von|vom|bei|from|in)\s+\S.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Open:
    """One open choice as the matcher sees it. ``expects`` names the argument a free text may fill."""

    id: int
    labels: tuple[str, ...]
    tools: tuple[str | None, ...]
    arguments: tuple[Mapping[str, Any], ...]
    expects: str | None
    asked: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """``place`` an option's place, or ``fill`` the text for ``expects``; ``cancel`` closes the question.

    Both together: that option with the person's own words in it ("kürzer" on a draft, "lieber morgen um 10").
    """

    choice_id: int
    place: int | None = None
    fill: str | None = None
    cancel: bool = False


def match(
    text: str,
    choices: Sequence[Open],
    *,
    is_order: Callable[[str], bool],
    fits: Callable[[str, str], bool],
    is_time: Callable[[str], bool],
) -> Answer | None:
    """The answer a text gives to the newest open choices, or None when it is something else.

    ``is_order(text)`` tells whether the text is a full request of its own; ``fits(expects, text)`` whether it can
    fill the wanted argument; ``is_time(text)`` whether it is nothing but a time.
    """
    if not choices:
        return None
    newest = choices[0]
    if (place := deeds.place(text, newest.arguments)) is not None:
        return Answer(newest.id, place=place)
    if newest.asked and _CANCEL.match(text):
        return Answer(newest.id, cancel=True)
    for choice in choices:
        place = _place(text, choice)
        if place is not None:
            return Answer(choice.id, place=place)
    if (place := _with_words(text, newest, is_time)) is not None:
        return Answer(newest.id, place=place, fill=text.strip())
    if newest.asked and (place := _yes_no(text, newest)) is not None:
        return Answer(newest.id, place=place)
    if newest.asked and _drops(text):
        return Answer(newest.id, cancel=True)
    described = _described(text, newest)
    if newest.asked and described:
        return Answer(newest.id, fill=described)
    if newest.asked and newest.expects and not _OTHER.match(text) and fits(newest.expects, text) and not is_order(text):
        return Answer(newest.id, fill=text.strip())
    return None


def _with_words(text: str, choice: Open, is_time: Callable[[str], bool]) -> int | None:
    """The option that takes these words: a style for a draft, another time for what was put to a time."""
    said = fold(text).split()
    if (
        said
        and len(said) <= 8
        and all(word in _AROUND_STYLE for word in said)
        and any(word in _STYLED for word in said)
    ):
        return _first(choice, ("change",))
    timed = [
        place
        for place, arguments in enumerate(choice.arguments)
        if "not_before" in arguments or "reminder" in arguments
    ] or [place for place, arguments in enumerate(choice.arguments) if arguments.get("action") == "later"]
    return timed[0] if timed and choice.expects is None and is_time(text) else None


def _drops(text: str) -> bool:
    """Whether a short text only takes the question back ("na gut dann nicht", "ach lass mal", "nein doch nicht")."""
    said = fold(text).split()
    known = 0 < len(said) <= 6 and all(word in _DROPS | _AROUND_DROP for word in said)
    return known and any(word in _DROPS for word in said)


def _described(text: str, choice: Open) -> str | None:
    """ "die aus Graz" among people who share a name becomes "Anna aus Graz", which only one of them may be."""
    found = _PLACE.match(text.strip().rstrip(".!"))
    if found is None or choice.expects != "lead" or len(choice.labels) < 2:
        return None
    names = [label.split(" · ")[0].split() for label in choice.labels]
    shared = [word for word in names[0] if all(word in name for name in names)]
    return f"{' '.join(shared)} {found['rest']}" if shared else None


def _place(text: str, choice: Open) -> int | None:
    """By number, ordinal, the label's own words or words that only one label has."""
    if not choice.labels:
        return None
    folded = fold(text)
    labels = [fold(label) for label in choice.labels]
    plain = labels if folded in labels else [fold(_EXTRA.sub("", label)) for label in choice.labels]
    if plain.count(folded) == 1:
        return plain.index(folded)
    words = [word for word in folded.split() if word not in _FILL]
    counts = choice.asked or len(labels) > 1 or words[:1] == ["1"]  # nobody counts to one button under plain news
    if counts and len(words) == 1 and (place := _numbered(words[0], len(labels))) is not None:
        return place
    return _by_words(text, choice) if choice.asked else None


def _numbered(word: str, count: int) -> int | None:
    place = int(word) - 1 if word.isascii() and word.isdigit() and len(word) <= 2 else _ORDINALS.get(word)
    if place is None and len(word) == 1 and word in _LETTERS:
        place = _LETTERS.index(word)
    if word in _LAST:
        place = count - 1
    return place if place is not None and 0 <= place < count else None


def _yes_no(text: str, choice: Open) -> int | None:
    """Yes takes a single or an approving option, no a refusing one; unclear when there are several to choose from."""
    words = set(fold(text).split()) - _FILL
    if not words or len(words) > 4:
        return None
    if words <= _YES:
        return _first(choice, ("approve", "yes", "again", "now")) if len(choice.labels) != 1 else 0
    if words <= _NO:
        return _first(choice, ("reject", "no", "leave", "cancel"))
    return None


def _first(choice: Open, actions: tuple[str, ...]) -> int | None:
    """The only option that does one of these; with several of them nobody knows which was meant."""
    found = [
        place
        for place, arguments in enumerate(choice.arguments)
        if arguments.get("action") in actions or arguments.get("answer") in actions
    ]
    return found[0] if len(found) == 1 else None


def _by_words(text: str, choice: Open) -> int | None:
    """The only option whose label holds every word of the text ("die aus Graz", "Berger")."""
    words = [word for word in fold(text).split() if word not in _FILL | _BETWEEN]
    if not words or len(words) > 4:
        return None
    hits = [n for n, label in enumerate(choice.labels) if all(w in fold(label).split() for w in words)]
    return hits[0] if len(hits) == 1 else None
