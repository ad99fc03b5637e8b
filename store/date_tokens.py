"""Tokens of the date grammar, the values it reads and the questions asked about a token's neighbours.

Reading is a single pass: one flat expression cuts words, digit runs and single marks, so no text can make it backtrack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from store.date_dialect import DIALECT
from store.date_slips import SLIPS
from store.date_words import (
    COUNTED,
    ENGLISH_TENS,
    FRACTION_SIGNS,
    HALVES,
    LETTER_UNITS,
    NUMBERS,
    ONES,
    UNITS,
    fold,
)

_CUT = re.compile(r"[0-9]+|['’]n(?:e[rmn]?)?\b|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’])*|[^\s]")
_STICKY = frozenset("#+/.,:€$£_%=&-'’@*\\~^<>|")
_PLURALS = ("ungen", "heiten", "keiten", "schaften", "ionen", "nisse", "itaeten", "itäten")
_CURRENCY = frozenset("%€$£°‰")


class Token(NamedTuple):
    """One word (``w``), digit run (``n``), mark (``p``) or the end (``e``). ``glued``: no space before it."""

    text: str
    raw: str
    start: int
    end: int
    kind: str
    glued: bool


Tokens = list[Token]
_OF_TOMORROW = frozenset("um gegen frueh vormittag mittag nachmittag abend".split())  # "mogen um 9" is a slip
_ROUGHLY_ONE = frozenset("guten gute guter knappen knappe knapper kleinen good short".split())


def tokenise(text: str) -> Tokens:
    """Cut a text; four end tokens follow so that looking ahead (and at index -1) never leaves the list."""
    found: Tokens = []
    last = -1
    for match in _CUT.finditer(text):
        raw, start, end = match.group(), match.start(), match.end()
        first = raw[0]
        if first in "0123456789":
            kind, word = "n", raw
        elif first.isalpha() or len(raw) > 1:  # "'ner" is a word too
            kind, word = "w", fold(raw).lstrip("'’")
            word = DIALECT.get(word) or SLIPS.get(word, word)
        else:
            kind, word = "p", raw
        if word == "ish" and start == last and found[-1].kind == "n":  # "4ish" is "at 4"
            number = found.pop()
            found.append(Token("at", "", number.start, number.start, "w", number.glued))
            found.append(number._replace(end=end))
        else:
            if found and found[-1].text == "mogen" and (kind == "n" or word in _OF_TOMORROW):
                found[-1] = found[-1]._replace(text="morgen")
            found.append(Token(word, raw, start, end, kind, start == last))
        last = end
    size = len(text)
    found.extend([Token("", "", size, size, "e", False)] * 4)
    return found


# -- values ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Day:
    """Days from today."""

    offset: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """0 Monday .. 6 Sunday; ``shift`` is this, coming, next, after_next or empty; ``english`` as "next" differs."""

    day: int
    shift: str = ""
    english: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date; the year may be missing, the month too ("am 15.")."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A week, month, quarter, year or weekend and the edge of it that is meant ("" the whole)."""

    unit: str
    shift: str = ""
    edge: str = ""
    month: int | None = None
    year: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A length: months and days keep the wall time, seconds are real elapsed time. ``rough``: half a week."""

    months: int = 0
    days: int = 0
    seconds: int = 0
    workdays: int = 0
    rough: bool = False

    def __add__(self, other: Span) -> Span:
        return Span(
            self.months + other.months,
            self.days + other.days,
            self.seconds + other.seconds,
            self.workdays + other.workdays,
            self.rough or other.rough,
        )


@dataclass(frozen=True, slots=True)
class Offset:
    """A span before (-1) or after (+1) the moment named next ("zwei Stunden vor ...")."""

    span: Span
    sign: int


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes since midnight (1440: the day's end). ``style``: exact, plain ("um 3") or spoken ("halb vier")."""

    minute: int
    style: str
    second: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day; ``hour`` is its default. ``noun``: "Nacht" opposed to "nachts"."""

    name: str
    hour: int
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone named in the text."""

    name: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """ISO 8601 as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What is no value: unclear, past, same_time, or since (the expression is no target at all)."""

    name: str


Value = Day | Weekday | Date | Period | Span | Offset | Clock | Part | Zone | Stamp | Mark
Read = tuple[tuple[Value, ...], int]  # what was read and the index of the next token
UNCLEAR = Mark("unclear")
PAST = Mark("past")


# -- numbers ---------------------------------------------------------------------------------------------------------


def read_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """Digits (at most four) or a number word, "twenty-five" in two words too. Never "ein", "eine", "an", "a"."""
    token = t[i]
    if token.kind == "n":
        return (int(token.text), i + 1) if len(token.text) <= 4 else None
    value = NUMBERS.get(token.text)
    if value is None:
        return None
    if token.text in ENGLISH_TENS:
        j = i + 2 if t[i + 1].text == "-" and t[i + 1].glued else i + 1
        one = NUMBERS.get(t[j].text) if t[j].kind == "w" else None
        if one is not None and 1 <= one <= 9:
            return value + one, j + 1
    return value, i + 1


def read_amount(t: Tokens, i: int) -> tuple[float, int] | None:
    """A count before a unit: a number, "1,5", "½", "2 ½", "2 1/2", "anderthalb", "one and a half", "eine", "a"."""
    token = t[i]
    if token.text in HALVES:
        return HALVES[token.text], i + 1
    if token.text in FRACTION_SIGNS:
        return FRACTION_SIGNS[token.text], i + 1
    if token.text in ONES and token.text != "one":
        return 1.0, i + 1 + (t[i + 1].text in _ROUGHLY_ONE and t[i + 2].text in UNITS)
    number = read_number(t, i)
    if number is None:
        return None
    value, j = number
    if t[j].text in FRACTION_SIGNS:
        return value + FRACTION_SIGNS[t[j].text], j + 1
    if t[j].text in ",." and t[j].glued and t[j + 1].kind == "n" and t[j + 1].glued and token.kind == "n":
        tail = t[j + 1].text
        return (value + int(tail) / 10 ** len(tail), j + 2) if len(tail) <= 2 else None
    if [x.text for x in t[j : j + 3]] in (["1", "/", "2"], ["and", "a", "half"]):
        return value + 0.5, j + 3
    return float(value), j


def unit_at(t: Tokens, i: int, *, after_digits: bool = False) -> str | None:
    """The unit of time named at ``i``; single letters only right behind digits ("30m")."""
    word = t[i].text
    return UNITS.get(word) or (LETTER_UNITS.get(word) if after_digits else None)


# -- neighbours ------------------------------------------------------------------------------------------------------


def clean_left(t: Tokens, i: int) -> bool:
    """False when a number is the tail of something else: "A9", "+49", "#12", "1.5", "€9"."""
    left = t[i - 1] if i else t[-1]
    if left.kind == "e":
        return True
    if not t[i].glued:
        return left.text not in ("#", "€", "$", "£", "+", "nr", "no", "§", "=") and not (
            left.text in "./" and i > 1 and t[i - 2].text in ("nr", "no")
        )
    if left.kind != "p":
        return False
    if left.text in ",.:-–":
        return i > 1 and t[i - 2].kind == "w" and t[i - 2].text not in ("nr", "no", "v")
    return left.text not in _STICKY


def counts_things(t: Tokens, j: int) -> bool:
    """True when the number before ``j`` is a price, a share, a decimal, a phone group or a count of something."""
    token = t[j]
    if token.kind == "e":
        return False
    if token.text in _CURRENCY or token.text in COUNTED or token.text in UNITS or token.text.endswith(_PLURALS):
        return True
    if token.glued and token.text in (".", ",", "/", ":", "x", "_", "+", "*", "'", "’"):
        return t[j + 1].glued and t[j + 1].kind in "nw"
    if token.glued and token.kind == "w":
        return True
    return token.kind == "n"


def clause_ends(t: Tokens, j: int) -> bool:
    """No word follows that the number could count."""
    return t[j].kind == "e" or (t[j].kind == "p" and t[j].text not in _CURRENCY and not counts_things(t, j))
