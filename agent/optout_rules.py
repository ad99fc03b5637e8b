"""The phrases by which people say "no more" and what takes them back; they stand in ``optout.txt``. PURE after import.

Families differ in what a negation does to them: ``CONTACT`` holds its own negation ("schreib mir nicht mehr"),
``REMOVE`` is undone by one ("lösch meine Nummer nicht"). ``LIKELY`` is clear enough to pause, not to stop for good.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from agent.lead_patterns import compile_lines
from agent.lead_text import ENGLISH, GERMAN, fold, fold_phrase, read
from agent.lexicon import sections, words

_TEXT: Final = sections("optout")
_CLASSES: Final = {name[6:]: " ".join(words(lines)) for name, lines in _TEXT.items() if name.startswith("class ")}

CONTACT: Final = compile_lines(_TEXT["contact"], _CLASSES)
REMOVE: Final = compile_lines(_TEXT["remove"], _CLASSES)
LIKELY: Final = compile_lines(_TEXT["likely"], _CLASSES)
VAGUE: Final = compile_lines(_TEXT["vague"], _CLASSES)

# What shows that "no more" is meant for a while, a number or an hour, not for good.
LIMITED: Final = compile_lines(_TEXT["limited"], _CLASSES)
LIMITED_BEFORE: Final = compile_lines(_TEXT["limited before"], _CLASSES)
ALTERNATIVE: Final = compile_lines(_TEXT["alternative"], _CLASSES)
OFFERED: Final = compile_lines(_TEXT["offered channel"], _CLASSES)
# What shows that somebody else is meant, or that it is only asked or told.
FIRST_PERSON: Final = compile_lines(_TEXT["first person"], _CLASSES)
REPORTED: Final = compile_lines(_TEXT["reported"], _CLASSES)
ASKING: Final = compile_lines(_TEXT["asking"], _CLASSES)
RECEIVING: Final = compile_lines(_TEXT["receiving"], _CLASSES)
FOREIGN: Final = compile_lines(_TEXT["foreign"], _CLASSES)
GO_ON: Final = compile_lines(_TEXT["go on"], _CLASSES)
PAUSED_INFINITIVES: Final = compile_lines(_TEXT["paused infinitives"], _CLASSES)


def _folded(section: str) -> frozenset[str]:
    return frozenset(map(fold, words(_TEXT[section])))


STOP_WORDS: Final = _folded("stop words")
MAYBE_WORDS: Final = _folded("maybe words")
FILLERS: Final = _folded("fillers")
_MISTYPED: Final = sorted(_folded("mistyped"))
NO_SLIPS: Final = _folded("no slips") | MAYBE_WORDS | FILLERS | GERMAN | ENGLISH
CONDITIONS: Final = _folded("conditions")
NEGATORS: Final = _folded("negators")
# "I stop …", "ich lösche …": the speaker's own act, unless the object shows otherwise.
OWN_ACTS: Final = _folded("own acts")
_PLAIN: Final = tuple(read(line).joined.replace(" ", "") for line in _TEXT["plain phrases"])
_POLITE: Final = frozenset(
    map(fold, ("bitte", "danke", "please", "thanks", "hallo", "hi", "hey", "ok", "jetzt", "endlich"))
)
STOP_PHRASES: Final = tuple(fold_phrase(line) for line in _TEXT["stop phrases"])
POLITE_IF: Final = tuple(f" {fold_phrase(line)} " for line in _TEXT["polite conditions"])
# "It would be nice if you stopped": the "if" is politeness. Canonical text has a comma before "wenn" or not.
POLITE_WISH: Final = tuple(
    form
    for phrase in (fold_phrase(line) for line in _TEXT["polite wishes"])
    for form in (f" {phrase} ", f" {phrase.rpartition(' ')[0]} , {phrase.rpartition(' ')[2]} ")
)
# The same with words between: "ich wäre Ihnen wirklich dankbar, wenn Sie …", "I would really appreciate it if you …".
WISHED: Final = re.compile(
    r"(?: (?:ware|wars|wurde|fande|find|finde|ist|would|apreciate|be) (?:[^\s,]+ ){0,4}"
    r"(?:net|schon|gut|lieb|lieber|recht|angenehm|angenehmer|beser|super|tol|froh|dankbar|verbunden|freuen|begrusen|"
    r"schatzen|nice|glad|hapy|great|grateful|thankful|good|beter|kind|hapy|apreciated?|love|prefer)"
    r"|^ (?:am )?(?:beser|besten|lieber|beter|best)) "
    r"(?:it |es |das |sehr )?(?:, )?(?:wen|if) "
)
# What "it" and "them" stand for in "Where did you get my number? Delete it!"
OWN_DATA: Final = compile_lines(_TEXT["own data"], _CLASSES)
REFUSED: Final = compile_lines(_TEXT["refused"], _CLASSES)
DELETE_THAT: Final = compile_lines(_TEXT["delete that"], _CLASSES)
# Politeness at the end of a request.
THANKS: Final = re.compile(
    r"(?: , ?)?(?: (?:danke|merci|thanks|thank you|thx|bite|please|lg|mfg|vg|grus|gruse|liebe|viele|vielen|dank|"
    r"fur ihr verstandnis|schonen|tag|noch|ciao|tschus|bye|cheers))+ $"
)
CEASE: Final = re.compile(r"^ (?:also |bite |so |please )?(?:hor|hort|horen sie) (?:\S+ ){0,2}auf $")


@lru_cache(maxsize=2048)
def stop_word(token: str) -> str:
    """The stop word that ``token`` misses by one letter (left out, added, swapped or another), or ``token``."""
    if len(token) < 3 or token in STOP_WORDS or token in NO_SLIPS:
        return token
    near = (w for w in _MISTYPED if w[0] == token[0] or len(w) == len(token))
    return next((w for w in near if _one_apart(token, w)), token)


def near_phrase(tokens: list[str]) -> bool:
    """Whether ``tokens``, up to politeness, are a plain phrase with at most one wrong letter."""
    said = "".join(token for token in tokens if token not in _POLITE)
    return any(abs(len(said) - len(phrase)) <= 1 and _one_apart(said, phrase) for phrase in _PLAIN)


def _one_apart(a: str, b: str) -> bool:
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[at:], b[at:]
    return rest[1:] in (other, other[1:]) or rest == other[1:] or (rest[1::-1] == other[:2] and rest[2:] == other[2:])
