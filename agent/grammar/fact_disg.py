"""The DISG type a rep names: "Tom ist ein D-Typ", "Lisa ist ganz klar gelb", "DISG bei Anna: G", "he's a red type".

The four colours are the trade's own names of the types; the English model writes C where the German one writes G.
"""

from __future__ import annotations

import re

from agent.grammar.fields import FIELDS
from agent.grammar.model import Value
from agent.grammar.names import Person
from agent.grammar.normalise import Line, words

_STEMS = {
    "D": words("rot red dominant"),
    "I": words("gelb yellow initiativ"),
    "S": words("grün green stetig steady"),
    "G": words("blau blue gewissenhaft conscientious"),
}
_TYPE_OF = {
    f"{stem}{ending}": kind for kind, stems in _STEMS.items() for stem in stems for ending in ("", "e", "er", "es")
}
_LETTERS = {"d": "D", "i": "I", "s": "S", "g": "G", "c": "G"}
_KINDS = words("typ type typus mensch persönlichkeit personality")
_JOINED = re.compile(r"([disgc])-?typ[e]?")
_BETWEEN = words("ein eine a an ganz klar eher sehr total so absolut eindeutig definitiv clearly very really der die")


def read_disg(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    named = line.any(i, end, FIELDS["disg"]) >= 0
    for at in range(i, end):
        if who.start <= at < who.end:
            continue
        kind = _kind(line, who, at, named)
        if kind is not None:
            return at, "disg", kind
    return None


def _kind(line: Line, who: Person, at: int, named: bool) -> str | None:
    """The type a word names; a colour counts as "ein roter Typ", with the model's name, or as all that is said."""
    said = line.norm(at)
    joined = _JOINED.fullmatch(said)
    if joined:
        return _LETTERS[joined[1]]
    typed = line.norm(at + 1) in _KINDS or (line.norm(at + 1) == "-" and line.norm(at + 2) in _KINDS)
    if said in _LETTERS:
        return _LETTERS[said] if typed or (named and _ends(line, at + 1)) else None
    if said not in _TYPE_OF:
        return None
    return _TYPE_OF[said] if typed or named or _all_said(line, who, at) else None


def _all_said(line: Line, who: Person, at: int) -> bool:
    """ "Lisa ist ganz klar gelb.": behind her name only the verb and the colour ("Lisas Auto ist rot" is none)."""
    k = at - 1
    while line.norm(k) in _BETWEEN:
        k -= 1
    return k == who.end and line.norm(k) in words("ist is isch") and _ends(line, at + 1)


def _ends(line: Line, k: int) -> bool:
    """Whether a clause is over before token ``k``."""
    return k >= len(line.tokens) or line.tokens[k].kind == "mark" or line.norm(k) in words("und and aber but")
