"""What names and search words are compared by: lower case, umlauts spelled out, accents gone. PURE."""

from __future__ import annotations

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o"})
# A btree entry holds some 2,700 bytes on PostgreSQL; a letter takes at most four.
_LONGEST = 500
_NUMBER = re.compile(r"(?<![^\s(+])[+(]?\d[\d\s()/.-]*\d")
_DIGITS = 7


def fold(text: str) -> str:
    """Lower case, umlauts spelled out, accents gone, single spaces."""
    return _plain(unicodedata.normalize("NFKC", text).lower().translate(_UMLAUTS))


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def ends(name_key: str) -> tuple[str, str]:
    """The first and the last word of a folded name, what people call each other by."""
    words = name_key.split() or [""]
    return words[0][:_LONGEST], words[-1][:_LONGEST]


def search_key(phone: str | None, *texts: str | None) -> str:
    """What is searched: every word with a space before it, "ü" as "ue" and as "u", the phone as digits alone."""
    said = " ".join(text for text in texts if text)
    spelled, bare = fold(said), _plain(unicodedata.normalize("NFKC", said).lower())
    words = [*spelled.split(), *(word for word in bare.split() if word not in spelled)]
    return "".join(f" {word}" for word in [_digits(phone or ""), *words] if word)[:_LONGEST]


def search_words(said: str) -> list[str]:
    """Each must stand in a search key: three letters and more anywhere, fewer where a word begins.

    A phone number is one word however it is spaced; "0151 …", "+49 (0) 151 …" and "0049151…" are all found.
    """
    numbers = [found for found in _NUMBER.findall(said) if len(_digits(found)) >= _DIGITS]
    for number in numbers:
        said = said.replace(number, " ", 1)
    words = [word.lstrip("0") or word if word.isdigit() else word for word in fold(said).split()]
    return [word if len(word) > 2 else f" {word}" for word in [*map(_national, numbers), *words]]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _national(number: str) -> str:
    return _digits(number.replace("(0)", "")).lstrip("0")
