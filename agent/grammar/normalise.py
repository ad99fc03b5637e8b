"""From a person's raw text to tokens with offsets, and word sets that forgive how people type.

Every token keeps its place in the untouched text, so whatever is cut out later is the person's own words.
``norm`` is lower case with ä→ae and ß→ss; a word set also holds the form without dots ("fur", "konntest").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal

Kind = Literal["word", "number", "phone", "email", "open", "close", "mark"]

_UMLAUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "`": "'", "´": "'"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "’": "'"})
_STRETCHED = re.compile(r"([a-z])\1{2,}")

_TOKEN = re.compile(
    r"(?P<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
    r"|(?P<link>(?:https?://|www\.)\S{1,500}|(?i:(?<![\w.-])[^\W\d_](?:[\w-]{0,61}\w)?(?:\.\w[\w-]{0,62}){0,3}"
    r"\.(?:de|at|ch|li|com|net|org|eu|info|biz|io|uk|shop|online|app|swiss|wien|tirol|berlin|hamburg|bayern))"
    r"(?![\w-])(?:/\S{0,500})?)"
    r"|(?P<phone>(?<![\w.])(?:\+|00|0)\d(?:[ /().-]{0,2}\d){6,14}(?![\w]))"
    r"|(?P<number>\#?\d{1,9}(?:[:.,]\d{1,4})*(?:[a-zA-Z]{1,2}\b)?)"
    r"|(?P<word>[^\W\d_](?:[^\W_]|[\u0300-\u036f])*(?:[-'’´`][^\W_](?:[^\W_]|[\u0300-\u036f])*)*)"
    r"|(?P<quote>[\"„“”«»‚‘‛])"
    r"|(?P<space>\s+)"
    r"|(?P<mark>[^\w\s]|_)"
)
_KINDS: dict[str, Kind] = {
    "email": "email",
    "link": "word",
    "phone": "phone",
    "number": "number",
    "word": "word",
    "quote": "mark",
    "mark": "mark",
}
_CLOSING = {"„": '“”"', "“": '”"“', "”": '”"', '"': '"“”', "«": "»", "»": "«", "‚": "‘’'", "‘": "’'", "'": "'"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; ``start`` and ``end`` are offsets into the raw text.

    An opening quotation mark whose partner exists has kind ``open``, the partner ``close``. ``contact`` is the folded
    name when the word is known to be what one of the rep's leads is called ("annas" -> "anna").
    """

    text: str
    norm: str
    start: int
    end: int
    kind: Kind
    contact: str = ""

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case, ä→ae, ß→ss, other accents dropped, stretched letters ("biiitte") shortened."""
    low = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUT)
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    return _STRETCHED.sub(r"\1", low)


@cache
def words(*lists: str) -> frozenset[str]:
    """A word set from blank-separated lists, each word in both spellings of its umlauts."""
    found: set[str] = set()
    for one in " ".join(lists).lower().split():
        found.add(one.translate(_UMLAUT))
        found.add(one.translate(_BARE))
    return frozenset(found)


def tokenize(text: str) -> tuple[Token, ...]:
    """All tokens of a text in order. Linear in its length; never raises."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        group = match.lastgroup or "mark"
        if group == "space":
            if "\n" in match.group():
                at = match.start() + match.group().index("\n")
                found.append(Token("\n", "\n", at, at + 1, "mark"))
            continue
        found.append(Token(match.group(), fold(match.group()), match.start(), match.end(), _KINDS[group]))
    return _pair_quotes(found, text)


def _pair_quotes(tokens: list[Token], text: str) -> tuple[Token, ...]:
    result = list(tokens)
    last = {t.text: i for i, t in enumerate(tokens) if t.kind == "mark"}
    i = 0
    while i < len(result):
        closers = _CLOSING.get(result[i].text, "") if result[i].kind == "mark" else ""
        if closers and _opens(result[i], text) and max(last.get(c, -1) for c in closers) > i:
            if result[i].text == '"' and last['"'] > i:
                closers = '"'
            partner = next((j for j in range(i + 1, len(result)) if result[j].text in tuple(closers)), None)
            if partner is not None:
                result[i] = _as(result[i], "open")
                result[partner] = _as(result[partner], "close")
                i = partner
        i += 1
    return tuple(result)


def _opens(token: Token, text: str) -> bool:
    """A straight single quote opens only where no word ends (``Hans' Auto`` opens nothing)."""
    return token.text != "'" or token.start == 0 or not text[token.start - 1].isalnum()


def _as(token: Token, kind: Kind) -> Token:
    return Token(token.text, token.norm, token.start, token.end, kind)


_DOUBLED = re.compile(r"(.)\1+")


class Typos:
    """Finds the one word of a set that a mistyped word means: one letter missing, extra, wrong or swapped."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(w for w in known if len(w) >= 4)
        self._cut: dict[str, set[str]] = {}
        for word in self._known:
            for short in _cuts(word):
                self._cut.setdefault(short, set()).add(word)
        self._single: dict[str, set[str]] = {}
        for word in self._known:
            self._single.setdefault(_DOUBLED.sub(r"\1", word), set()).add(word)

    def mend(self, word: str) -> str | None:
        """The known word meant, None when it is known already, too short, or two are equally near."""
        if len(word) < 4 or len(word) > 20 or word in self._known:
            return None
        near: set[str] = set()
        for short in (word, *_cuts(word)):
            near |= self._cut.get(short, set())
            if short in self._known:
                near.add(short)
        good = {w for w in near if _one_slip(word, w)}
        if not good and len(word) > 5:  # "errinere": only doubled letters differ
            good = self._single.get(_DOUBLED.sub(r"\1", word), set())
        return min(good, key=lambda w: (sorted(w) != sorted(word), len(w) <= len(word), len(w), w)) if good else None


class Swaps:
    """Finds the one word of a set whose neighbouring letters were swapped ("mcih", "nihct"); short words too."""

    def __init__(self, known: Iterable[str]) -> None:
        meant: dict[str, set[str]] = {}
        for word in known:
            for i in range(len(word) - 1):
                if word[i] != word[i + 1]:
                    meant.setdefault(word[:i] + word[i + 1] + word[i] + word[i + 2 :], set()).add(word)
        self._meant = {slip: next(iter(found)) for slip, found in meant.items() if len(found) == 1}

    def mend(self, word: str) -> str | None:
        """The word meant, None when no single swap leads to one."""
        return self._meant.get(word)


def _cuts(word: str) -> Sequence[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def _one_slip(a: str, b: str) -> bool:
    """Whether one slip of the finger lies between both; four letters forgive a swap only."""
    swap = len(a) == len(b) and any(a[:i] + a[i + 1] + a[i] + a[i + 2 :] == b for i in range(len(a) - 1))
    if swap:
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return len(long) - len(short) == 1 and short in _cuts(long)


@dataclass(slots=True)
class Line:
    """A whole message under the reader's eye. ``focus`` is the person "ihr" or "him" means; it moves on while reading.
    ``mentioned`` is whom this very message spoke of last.

    Positions handed around are indexes into ``tokens``; ``cut`` gives the raw text between two of them.
    """

    raw: str
    tokens: tuple[Token, ...]
    focus: str | None
    now: datetime
    zone: str
    mentioned: str | None = None

    def norm(self, i: int) -> str:
        """The folded word at a position, "" outside the message."""
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def cut(self, start: int, end: int) -> str:
        """The person's own characters from token ``start`` up to token ``end`` (exclusive), nothing changed."""
        return self.raw[self.tokens[start].start : self.tokens[end - 1].end] if end > start else ""

    def partner(self, i: int) -> int:
        """Where the quotation opened at ``i`` closes."""
        return next((j for j in range(i + 1, len(self.tokens)) if self.tokens[j].kind == "close"), i)

    def any(self, start: int, end: int, group: frozenset[str]) -> int:
        """The first position in [start, end) outside quotation marks whose word is in ``group``; -1 for none."""
        i = max(start, 0)
        end = min(end, len(self.tokens))
        while i < end:
            if self.tokens[i].kind == "open":
                i = self.partner(i)
            elif self.tokens[i].norm in group:
                return i
            i += 1
        return -1

    def unquoted(self, start: int, end: int) -> list[Token]:
        """The tokens in [start, end) outside quotation marks: the words that are the writer's own."""
        own, i = [], start
        while i < min(end, len(self.tokens)):
            if self.tokens[i].kind == "open":
                i = self.partner(i)
            else:
                own.append(self.tokens[i])
            i += 1
        return own

    def adjacent(self, i: int) -> bool:
        """Whether token ``i`` follows its neighbour without a blank."""
        return 0 < i < len(self.tokens) and self.tokens[i].start == self.tokens[i - 1].end
