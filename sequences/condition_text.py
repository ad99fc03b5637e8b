"""First pass over a condition: checks every character and turns the source's spelling into Python's, columns kept.

``AND``/``OR``/``NOT`` become lower case, ``48h`` becomes a name of the same width, and what stands inside quotes is
taken out altogether: the parser behind this pass never sees a character that somebody chose freely (SAFETY wall 8).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

MAX_CHARS = 500
MAX_DEPTH = 12
_MAX_DIGITS = 9
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_OPERATORS = frozenset({"and", "or", "not", "in", "is"})
_CONSTANTS = {"true": "True", "false": "False", "none": "None", "null": "None"}
_CLOSING = {")": "(", "]": "["}
_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<text>'[^'\\]*'|"[^"\\]*")
      | (?P<number>\d+(?:\.\d+)?)(?P<unit>[A-Za-z_]\w*)?
      | (?P<word>[A-Za-z_]\w*)
      | (?P<sign><=|>=|==|!=|[<>()\[\],.\-])""",
    re.VERBOSE | re.ASCII,
)


class ConditionError(ValueError):
    """A condition that cannot be used. ``message_key`` is a locale key, ``column`` counts from 1."""

    def __init__(self, message_key: str, column: int, values: Mapping[str, Any] | None = None) -> None:
        super().__init__(f"{message_key} (column {column})")
        self.message_key = message_key
        self.column = column
        self.values: Mapping[str, Any] = dict(values or {})


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Python text as wide as the condition; literals by the 0-based position where they stand."""

    python: str
    texts: Mapping[int, str]
    durations: Mapping[int, timedelta]


def rewrite(text: str) -> Rewritten:
    """Raises ConditionError for anything that is no word, number, duration, quoted text or known sign."""
    if len(text) > MAX_CHARS:
        raise ConditionError("condition-too-long", MAX_CHARS + 1, {"max": MAX_CHARS})
    if not text.strip():
        raise ConditionError("condition-empty", 1)
    pass_ = _Pass(text)
    return Rewritten(pass_.run(), pass_.texts, pass_.durations)


class _Pass:
    def __init__(self, text: str) -> None:
        self.text = text
        self.texts: dict[int, str] = {}
        self.durations: dict[int, timedelta] = {}
        self.open: list[str] = []
        self.last = ""

    def run(self) -> str:
        parts, position = [], 0
        while position < len(self.text):
            match = _TOKEN.match(self.text, position)
            if match is None:
                raise self._stranger(position)
            parts.append(self._token(match, position))
            position = match.end()
        if self.open:
            raise ConditionError("condition-brackets", len(self.text))
        return "".join(parts)

    def _token(self, match: re.Match[str], position: int) -> str:
        whole = match.group()
        if match["space"]:
            return " " * len(whole)
        before, self.last = self.last, "text" if match["text"] else "other"
        if match["text"]:
            if before == "text":
                raise ConditionError("condition-syntax", position + 1)
            return self._quoted(whole, position)
        if match["number"]:
            return self._number(match["number"], match["unit"], position)
        if match["word"]:
            return self._word(whole, match.end(), position)
        return self._sign(whole, position)

    def _quoted(self, whole: str, position: int) -> str:
        inner = whole[1:-1]
        for offset, char in enumerate(inner):
            if not char.isprintable():
                raise ConditionError("condition-character", position + 2 + offset, {"code": f"U+{ord(char):04X}"})
        self.texts[position] = inner
        return "'" + "x" * len(inner) + "'"

    def _number(self, digits: str, unit: str | None, position: int) -> str:
        if len(digits) > _MAX_DIGITS:
            raise ConditionError("condition-number", position + 1, {"max": _MAX_DIGITS})
        if unit is None:
            return digits
        if unit.lower() not in _UNITS:
            raise ConditionError("condition-unit", position + 1, {"unit": unit[:20]})
        try:
            self.durations[position] = float(digits) * _UNITS[unit.lower()]
        except OverflowError:
            raise ConditionError("condition-number", position + 1, {"max": _MAX_DIGITS}) from None
        return unit.lower() + digits.replace(".", "_")

    def _word(self, word: str, end: int, position: int) -> str:
        lower = word.lower()
        if lower in _OPERATORS:
            return lower
        if self.text[end : end + 1] in ("'", '"'):
            raise ConditionError("condition-syntax", position + 1)
        return _CONSTANTS.get(lower, word)

    def _sign(self, sign: str, position: int) -> str:
        if sign in "([":
            self.open.append(sign)
            if len(self.open) > MAX_DEPTH:
                raise ConditionError("condition-too-deep", position + 1, {"max": MAX_DEPTH})
        elif sign in _CLOSING and (not self.open or self.open.pop() != _CLOSING[sign]):
            raise ConditionError("condition-brackets", position + 1)
        return sign

    def _stranger(self, position: int) -> ConditionError:
        char = self.text[position]
        if char in "'\"":
            return ConditionError("condition-quote", position + 1)
        if char == "=":
            return ConditionError("condition-single-equals", position + 1)
        shown = char if char.isprintable() else f"U+{ord(char):04X}"
        return ConditionError("condition-character", position + 1, {"code": shown})
