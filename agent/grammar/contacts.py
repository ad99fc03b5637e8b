"""Names by knowledge instead of by shape: the words of a message that the rep's own leads are called by.

An unusual name, a small letter and a genitive need no guessing then. A name that is an ordinary word too ("Winter",
"Kurz", "Will") counts only where nothing but a person can stand.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from agent.grammar import words as w
from agent.grammar.common import COMMON
from agent.grammar.given import GIVEN
from agent.grammar.names import NO_NAME, TITLES
from agent.grammar.normalise import Token, tokenize, words
from agent.grammar.verbs import SAY_SOMETHING
from store.folding import fold

_MOST = 60
_TOWARDS = words("an mit bei von für wegen zu to with for about from") | SAY_SOMETHING
_JOINTS = words("und and u n") | {"&", "+"}
_DATIVE = words("dem der den da em put pull call put move stop start")
_HOURS = words("um at gegen früh abend mittag vormittag nachmittag")
_ORDINARY = w.CLOSED | COMMON | NO_NAME
_SHORT_DAYS = words("mo mi sa jan mai mar may")
_NEVER = w.CLOSED - GIVEN - _SHORT_DAYS


def spoken(text: str) -> list[str]:
    """The folded words of a text that somebody may be called by, each once, genitives also without their s;
    at most 120. To be looked up among the leads."""
    found: dict[str, None] = {}
    for token in tokenize(text):
        if token.kind == "word" and token.norm not in _NEVER and len(found) < _MOST:
            found.update(dict.fromkeys(fold(token.text).split()))
    return list(dict.fromkeys([*found, *(word[:-1] for word in found if word.endswith("s") and len(word) > 3)]))


def marked(tokens: tuple[Token, ...], names: Set[str]) -> tuple[Token, ...]:
    """The tokens with those marked that are one of the folded ``names``, a genitive or hyphenated parts of them."""
    if not names:
        return tokens
    called = [_called(token, names) for token in tokens]
    return tuple(
        replace(token, contact=name) if name and _person(tokens, called, n) else token
        for n, (token, name) in enumerate(zip(tokens, called, strict=True))
    )


def _called(token: Token, names: Set[str]) -> str:
    if token.kind != "word":
        return ""
    parts = fold(token.text).split()
    if all(part in names for part in parts):
        return token.norm
    if parts[-1:] == ["s"] and all(part in names for part in parts[:-1]):
        return token.norm[:-2]  # "Anna's"
    return token.norm[:-1] if len(parts) == 1 and parts[0].endswith("s") and parts[0][:-1] in names else ""


def _person(tokens: tuple[Token, ...], called: list[str], n: int) -> bool:
    """Whether the word is a name here; an ordinary one only beside another name, a title, or what points at people."""
    token = tokens[n]
    if token.norm not in _ORDINARY or (token.norm in GIVEN and token.capital):
        return True
    before = tokens[n - 1] if n else None
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if before is not None and token.norm in _SHORT_DAYS:  # people are called Mo, days too: "mo um 9" is one
        timed = after is not None and (after.kind == "number" or after.norm in _HOURS)
        return before.norm in _TOWARDS | _DATIVE and not timed
    if before is None or token.norm in w.CALENDAR:
        return False
    if before.norm in TITLES or (called[n - 1] and before.norm not in _ORDINARY):
        return token.capital or token.norm not in w.FILLERS
    ends = after is None or after.kind != "word" or after.norm in ("dass", "that", "ob")
    joined = before.norm in _JOINTS and n > 1 and bool(called[n - 2])
    return (joined or before.norm in _TOWARDS) and ends and token.norm not in w.CLOSED
