"""Leads as CSV and Excel that no spreadsheet can be made to run (SAFETY wall 11). PURE.

A cell that a spreadsheet would take for a formula, judged after what it would skip before it (white space, zero-width
and control characters) and on every line of the cell, gets an apostrophe in front. Excel cells are written as strings.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

_STARTS = "=+-@|%\t\r"
_LOOKALIKE = frozenset("＝＋－＠｜％﹦﹢﹣﹫−")
# What ends a line inside a cell, for one spreadsheet or another.
_LINES = re.compile("(\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])")
_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
CELL = 32_000


def neutral(text: str) -> str:
    """The text as a cell that is only read."""
    pieces = _LINES.split(text)
    return "".join(piece if place % 2 else _line(piece) for place, piece in enumerate(pieces))


def _line(line: str) -> str:
    if line[:1] in ("\t", "\r"):
        return "'" + line
    seen = next((letter for letter in line if not _skipped(letter)), "")
    return "'" + line if seen and (seen in _STARTS or seen in _LOOKALIKE) else line


def _skipped(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me")


def shown(value: Any) -> str:
    """A value in words: times to the minute with their offset, "" for None; what XML cannot hold is left out."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return _XML.sub("", str(value))[:CELL]


def csv_lines(rows: Iterable[Sequence[Any]]) -> str:
    """Rows as CSV with semicolons, which is what spreadsheets in DACH open at a double click."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([[neutral(shown(value)) for value in row] for row in rows])
    return out.getvalue()
