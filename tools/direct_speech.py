"""Turns what was told about a lead into words to her: "dass ich sie morgen anrufe" -> "Ich rufe dich morgen an." PURE.

The finite verb goes to its place in a main clause or a question, the recipient's third person becomes du or Sie
(English: you), weekdays, the first letter and the last mark are set. Nothing is added or left out. Whatever is not
surely read gives None and the raw words stay; the result is shown for a tap before it goes anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tools import direct_english
from tools.direct_forms import (
    ADVERBS,
    AUXILIARIES,
    BEFORE_DATIVE,
    CLOSED,
    DETERMINERS,
    FEMALE,
    JOINS,
    LINKS,
    MALE,
    POSSESSIVE,
    QUESTIONS,
    RAW,
    WEEKDAYS,
    agrees,
    finite,
    separated,
    to_du,
    to_sie,
)

_MOST = 30  # words; a longer clause has parts of its own
_ALONE = frozenset(("ich", "wir", "es", "er", "sie", "alles", "nichts", "man"))
_THAT = r"(?:dass|daß|das|that)"
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class _Clause:
    """A clause's words without its last mark; ``tail`` is a subordinate clause behind a comma."""

    words: list[str]
    formal: bool
    tail: list[str] = field(default_factory=list)

    def low(self, at: int) -> str:
        return self.words[at].lower() if -len(self.words) <= at < len(self.words) else ""


def spoken(text: str, register: str, said: str) -> str | None:
    """Direct speech for an indirect ``text``, or None; ``said``: the rep's message, which shows a "dass" before it.

    ``register`` is the lead's: "du" or "Sie".
    """
    clause = _SPACE.sub(" ", text).strip().rstrip(".!?").strip()
    parts = re.split(r",\s*", clause)
    told = re.search(_THAT + r"[,:]?\s+" + re.escape(clause[:20]), _SPACE.sub(" ", said), re.IGNORECASE) is not None
    words = parts[0].split()
    if not 2 <= len(words) <= _MOST or re.search(r"[\"„“”»«:;\n()]", text) or len(parts) > 2:
        return None
    if direct_english.is_english(words):
        return direct_english.spoken(words) if len(parts) == 1 else None
    tail = parts[1].split() if len(parts) == 2 else []
    if tail and tail[0].lower() not in JOINS:
        return None
    read = _Clause(words, register.lower() == "sie", tail)
    lows = {word.lower() for word in (*words, *tail)}
    if lows & RAW or (lows & MALE and lows & FEMALE) or not _clear(read):
        return None
    made = _asked(read) if read.low(0) in QUESTIONS else _told(read, subordinate=told)
    return _finished(*made) if made is not None else None


def _clear(clause: _Clause) -> bool:
    """Whether every "er", "sie" and "ihr" is surely the recipient in one case."""
    lows = [word.lower() for word in clause.words]
    at = 0 if lows[0] not in QUESTIONS else 1 if lows[0] != "wie" else 2
    him = [k for k, low in enumerate(lows) if low in ("er", "sie") and k > at]
    if "er" in [lows[k] for k in him] or {"er", "sie"} & {word.lower() for word in clause.tail}:
        return False
    if him and lows[0] in ADVERBS:
        return False
    bare = [k for k, low in enumerate(lows) if low == "ihr" and k]
    return all(lows[k - 1] in BEFORE_DATIVE or k + 2 >= len(lows) or lows[k + 1] in CLOSED for k in bare)


def _asked(clause: _Clause) -> tuple[list[str], list[str], str] | None:
    """ "ob sie Zeit hat" -> "Hast du Zeit?", "wann er kommt" -> "Wann kommst du?"."""
    at = 0 if clause.low(0) == "ob" else 1
    if clause.low(0) == "wie" and clause.low(1) not in CLOSED:
        at = 2
    if clause.low(0) == "ob":
        clause.words = clause.words[1:]
    if len(clause.words) - at < 2:
        return None
    subject = clause.low(at)
    verb = _verb(clause, subject)
    if verb is None or sum(clause.low(k) in AUXILIARIES for k in range(len(clause.words))) > 1:
        return None
    rest = clause.words[at:-1]
    moved = [*clause.words[:at], verb[0], *_to_her(clause, rest, first=True), *verb[1]]
    return moved, _to_her(clause, clause.tail), "?"


def _told(clause: _Clause, *, subordinate: bool) -> tuple[list[str], list[str], str] | None:
    """ "ich mich morgen melde" -> "Ich melde mich morgen."; a clause that is a main clause already keeps its order."""
    length = _subject_length(clause)
    if length is None or length >= len(clause.words):
        return None
    subject, last = clause.low(0) if length == 1 else "", len(clause.words) - 1
    if not subordinate and length < last and agrees(subject, clause.low(length)) and clause.low(length) not in CLOSED:
        if subject in ("er", "sie"):
            return None
        return _to_her(clause, clause.words, first=True), _to_her(clause, clause.tail), "."
    if not subordinate and not finite(clause.low(last)):
        return None
    verb = _verb(clause, subject)
    if verb is None or sum(clause.low(k) in AUXILIARIES for k in range(len(clause.words))) > 1:
        return None
    said = _to_her(clause, clause.words[:-1], first=True)
    return [*said[:length], verb[0], *said[length:], *verb[1]], _to_her(clause, clause.tail), "."


def _verb(clause: _Clause, subject: str) -> tuple[str, list[str]] | None:
    """The last word as the finite verb of a main clause, with its separated particle behind."""
    said = clause.low(-1)
    if not agrees(subject, said):
        return None
    stem, particle = separated(said)
    if subject in ("er", "sie"):
        turned = to_sie(stem) if clause.formal else to_du(stem)
        if turned is None:
            return None
        stem = turned
    return stem, [particle] if particle else []


def _subject_length(clause: _Clause) -> int | None:
    """How many words stand before the verb of a main clause: a pronoun, one adverb, or a plain noun phrase."""
    first = clause.low(0)
    if first in _ALONE or (first == "das" and (clause.low(1) in CLOSED or len(clause.words) == 2)):
        return 1
    if first in ADVERBS or (first in WEEKDAYS and clause.low(1) not in CLOSED):
        return 1
    if first in DETERMINERS:
        return _noun_phrase(clause)
    if clause.words[0][:1].isupper() and first not in CLOSED and not clause.words[1][:1].isupper():
        return 1
    return None


def _noun_phrase(clause: _Clause) -> int | None:
    """The article with its adjectives and noun; None where it goes on or its end cannot be seen."""
    nouns = [k for k, word in enumerate(clause.words[:-1]) if k and word[:1].isupper()]
    end = nouns[0] + 1 if nouns and nouns[0] <= 3 else 2
    if end == 2 and not nouns and clause.low(1) in CLOSED:
        return None
    after = clause.low(end)
    plain = end == len(clause.words) - 1 or after in ADVERBS or re.fullmatch(r"\w*ge\w+(t|en)", after) is not None
    return end if plain or (nouns and after in CLOSED - LINKS) else None


def _to_her(clause: _Clause, words: list[str], *, first: bool = False) -> list[str]:
    """Third person -> du or Sie; ``first``: the words start the sentence, so a leading "ihr" owns what follows."""
    made: list[str] = []
    lows = [word.lower() for word in words]
    own = first and lows[:1] not in (["er"], ["sie"])
    for k, low in enumerate(lows):
        before, after = lows[k - 1] if k else "", lows[k + 1] if k + 1 < len(lows) else ""
        made.append(_turned(clause, words[k], low, before, after, subject=k == 0 and not own))
    return made


def _turned(clause: _Clause, word: str, low: str, before: str, after: str, *, subject: bool) -> str:
    formal = clause.formal
    if low in ("er", "sie"):
        if before == "" or subject or before in JOINS or before in QUESTIONS:
            return "Sie" if formal else "du"
        return "Sie" if formal else "dich"
    if low == "ihn":
        return "Sie" if formal else "dich"
    if low == "ihm" or (low == "ihr" and before and (before in BEFORE_DATIVE or after in CLOSED or not after)):
        return "Ihnen" if formal else "dir"
    if low == "sich" and clause.low(0) in ("er", "sie") and not formal:
        return "dich"
    if (found := POSSESSIVE.fullmatch(low)) is not None:
        return ("Ihr" if formal else "dein") + found[1]
    return WEEKDAYS.get(low, word)


def _finished(words: list[str], tail: list[str], mark: str) -> str:
    said = " ".join(words) + (", " + " ".join(tail) if tail else "")
    return said[:1].upper() + said[1:] + mark
