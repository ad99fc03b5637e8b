"""The phrases by which people say "no more" and what takes them back; they stand in ``optout.txt``. PURE after import.

Families differ in what a negation does to them: ``CONTACT`` holds its own negation ("schreib mir nicht mehr"),
``REMOVE`` is undone by one ("lösch meine Nummer nicht"). ``LIKELY`` is clear enough to pause, not to stop for good.
"""

from __future__ import annotations

import re
from typing import Final

from agent.lead_patterns import compile_lines
from agent.lead_text import fold, fold_phrase
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
CONDITIONS: Final = _folded("conditions")
NEGATORS: Final = _folded("negators")
# "I stop …", "ich lösche …": the speaker's own act, unless the object shows otherwise.
OWN_ACTS: Final = _folded("own acts")
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
    r" (?:ware|wurde|fande|find|finde|would|apreciate|be) (?:[^\s,]+ ){0,4}"
    r"(?:net|schon|gut|lieb|beser|super|tol|froh|dankbar|verbunden|freuen|begrusen|schatzen|"
    r"nice|glad|hapy|great|grateful|thankful|good|beter|kind|hapy|apreciated?|love|prefer) "
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
