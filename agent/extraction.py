"""Facts of a lead's message by rules: what it costs, when, how many, where, who, what about. PURE, never raises.

Each fact's ``quote`` is the very part of the text it was read from; values are as said ("Freitag um 14 Uhr",
"49 Euro"), topics are labels from a fixed list in the message's language, so that they can be said back safely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agent import extraction_patterns as rx
from agent import extraction_words as words
from agent.lead_text import clean, fold
from store.types import Fact, Language

MAX_FACTS: Final = 24
_READ: Final = 2000
_WORD = re.compile(r"[^\W_]+")
# Towns whose name is also an everyday word.
_AMBIGUOUS: Final = frozenset(("essen", "halle", "zug", "kiel", "hagen", "ulm", "steyr", "thun", "biel"))
_STREET: Final = ("straße", "strasse", "str.", "gasse", "weg ", "platz ")


def facts_of(text: str, language: Language) -> tuple[Fact, ...]:
    """At most MAX_FACTS facts of the message, each value once per kind, in the order of the kinds."""
    text = clean(text)[:_READ]
    found: dict[tuple[str, str], Fact] = {}
    for fact in (*_contacts(text), *_figures(text), *_calendar(text), *_names(text), *_topics(text, language)):
        found.setdefault((fact.kind, fact.value.casefold()), fact)
    return tuple(found.values())[:MAX_FACTS]


def _fact(kind: str, quote: str, value: str | None = None) -> Fact:
    quote = quote.strip(" ,;:")
    return Fact(kind, " ".join((value or quote).split())[:80], quote[:120])


def _contacts(text: str) -> Iterator[Fact]:
    for m in rx.EMAIL.finditer(text):
        yield _fact("email", m.group(), m.group().rstrip(".").lower())
    for m in rx.PHONE.finditer(rx.EMAIL.sub(" ", text)):
        if not rx.SHORT_DATE.fullmatch(m.group()):
            yield _fact("phone", m.group(), re.sub(r"[^\d+]", "", m.group()))


def _figures(text: str) -> Iterator[Fact]:
    for m in rx.MONEY.finditer(text):
        around = text[max(0, m.start() - 28) : m.end() + 14]
        yield _fact("budget" if rx.BUDGET.search(around) else "price", m.group())
    for m in rx.QUANTITY.finditer(text):
        yield _fact("quantity", m.group())


def _calendar(text: str) -> Iterator[Fact]:
    greeted = re.sub(r"(?i)\bguten morgen\b", lambda m: " " * len(m.group()), text)
    dates = list(rx.DATE.finditer(greeted))
    for m in dates:
        yield _fact("date", m.group())
    taken = [m.span() for m in (*dates, *rx.MONEY.finditer(text))]
    for m in rx.TIME.finditer(text):
        if not any(a < m.end() and m.start() < b for a, b in taken):
            yield _fact("time", m.group())


def _is_name(value: str) -> bool:
    first = value.split()[0]
    return first.casefold() not in words.NO_NAME and not rx.CALENDAR_WORD.fullmatch(first)


def _names(text: str) -> Iterator[Fact]:
    for m in rx.LEGAL.finditer(text):
        yield _fact("company", m.group())
    for m in rx.CALLED.finditer(text):
        if all(_is_name(part) for part in m.group(1).split()):
            yield _fact("person", m.group(1))
    kinds = (("company", rx.WORKS), ("person", rx.SELF), ("person", rx.RELATED), ("person", rx.ASKED))
    for kind, pattern in (*kinds, ("place", rx.PLACE_AT)):
        for m in pattern.finditer(text):
            if _is_name(m.group(1)) and not (kind == "company" and m.group(1).casefold() in words.PLACES):
                yield _fact(kind, m.group(1))
    yield from _places(text)
    for m in rx.PRODUCT.finditer(text):
        yield _fact("product", m.group())
    for m in rx.BUYING.finditer(text):
        if _is_name(m.group(1)) and fold(m.group(1)) not in _TOPIC_WORDS:
            yield _fact("product", m.group(1))
    for m in rx.REASON.finditer(text):
        yield _fact("reason", m.group(1))


def _places(text: str) -> Iterator[Fact]:
    low = text.casefold()
    addressed = any(mark in low for mark in _STREET)
    for m in rx.POSTCODE.finditer(text):
        if m.group(2).casefold() in words.PLACES or addressed:
            yield _fact("place", m.group(), m.group(2))
    for m in _WORD.finditer(text):
        word = m.group().casefold()
        if word in words.PLACES and (
            word not in _AMBIGUOUS or re.search(rf"(?i)\b(?:in|aus|nach|from|to) {word}\b", text)
        ):
            if word == "essen" and m.group() != "Essen":
                continue
            yield _fact("place", m.group())


_TOPIC_WORDS: Final[dict[str, int]] = {}
_TOPIC_STEMS: Final[list[tuple[str, int]]] = []
_TOPIC_PAIRS: Final[dict[tuple[str, str], int]] = {}
for _index, (_german, _english, _stems) in enumerate(words.TOPICS):
    for _stem in _stems:
        if "_" in _stem:
            _left, _right = _stem.split("_")
            _TOPIC_PAIRS.setdefault((fold(_left), fold(_right)), _index)
        elif _stem.endswith("*"):
            _TOPIC_STEMS.append((fold(_stem[:-1]), _index))
        else:
            _TOPIC_WORDS.setdefault(fold(_stem), _index)
_STEM_KEYS: Final = {stem[:3] for stem, _ in _TOPIC_STEMS}


def _topic(word: str) -> int | None:
    if word in _TOPIC_WORDS:
        return _TOPIC_WORDS[word]
    if word[:3] in _STEM_KEYS:
        return next((i for stem, i in _TOPIC_STEMS if word.startswith(stem)), None)
    return None


def _topics(text: str, language: Language) -> Iterator[Fact]:
    previous = ""
    for m in _WORD.finditer(text):
        word = fold(m.group())
        index = _TOPIC_PAIRS.get((previous, word))
        if index is None:
            index = _topic(word)
        verb = previous in ("ich", "wir") and word.startswith("vertrag")
        previous = word
        if index is not None and not verb:
            german, english, _ = words.TOPICS[index]
            yield _fact("topic", m.group(), german if language == "de" else english)
