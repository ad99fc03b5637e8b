"""Contacts out of CSV and Excel tables: any order of columns, German and English headings, or none at all. PURE."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence

from tools.importing import contacts
from tools.importing.contacts import Contact, Parsed, Skipped, Unreadable

MOST_ROWS = 20_000
_LOOKED_AT = 5  # rows in which the headings may stand
_HEADINGS: Mapping[str, str] = {
    "first": "vorname|first name|given name|firstname|rufname",
    "last": "nachname|familienname|last name|family name|surname|lastname|zuname",
    "name": "name|kontakt|contact|vollstandiger name|full name|display name|anzeigename|kunde|lead|person|teilnehmer|"
    "ansprechpartner|kundenname",
    "phone": r"(?:.*\b)?(?:telefon\w*|tel|handy\w*|mobil\w*|phone\w*|mobile|cell|whatsapp\w*|rufnummer|nummer|natel)"
    r"(?:\b.*)?",
    "email": r"(?:.*\b)?(?:e ?mail\w*|mail\w*)(?:\b.*)?",
    "company": r"firma\w*|company(?: name)?|organi[sz]ation(?: name)?|unternehmen|betrieb|organization 1 name",
    "place": r"ort|stadt|wohnort|city|town|place|(?:home|business) city|address 1 city|gemeinde",
    "note": r"notiz\w*|note\w*|bemerkung\w*|kommentar\w*|comment\w*|anmerkung\w*|info\w*",
}
_KINDS = {kind: re.compile(pattern) for kind, pattern in _HEADINGS.items()}
# "Phone 1 - Type" says what kind of number stands beside it, not a number.
_NO_VALUE = re.compile(r"type|label|typ|art|yomi|phonetic")


def read_csv(content: bytes, region: str) -> Parsed:
    """Raises Unreadable for what is no text or no table."""
    text = decoded(content)
    sample = text[:20_000]
    marks = {mark: sample.count(mark) for mark in ";,\t|"}
    mark = max(marks, key=lambda m: marks[m])
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark if marks[mark] else ","))
    except csv.Error:
        raise Unreadable("no-table") from None
    return read_rows(rows, region)


def read_excel(content: bytes, region: str) -> Parsed:
    """The first sheet with rows of an .xlsx, .xls, .xlsb or .ods file. Raises Unreadable."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
            if rows:
                return read_rows([[_cell(value) for value in row] for row in rows], region)
    except (CalamineError, ValueError, OSError):
        raise Unreadable("no-table") from None
    raise Unreadable("nothing-inside")


def _cell(value: object) -> str:
    """Numbers as people meant them: 4915112345678.0 is a phone number, not a fraction."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def decoded(content: bytes) -> str:
    """Text of a file in the encodings spreadsheets write. Raises Unreadable."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\x00" in text:
        raise Unreadable("no-text")
    return text


def read_rows(rows: Sequence[Sequence[str]], region: str) -> Parsed:
    if len(rows) > MOST_ROWS:
        raise Unreadable("too-many")
    start, columns = _columns(rows)
    found: list[Contact | Skipped] = []
    for number, row in enumerate(rows[start:], start=start + 1):
        if any(contacts.clean(cell) for cell in row):
            found.append(_contact(number, row, columns, region))
    if not found:
        raise Unreadable("nothing-inside")
    return contacts.gathered(found)


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, dict[int, str]]:
    """(first row of data, what stands in each column): by headings, else by what the cells look like."""
    for number, row in enumerate(rows[:_LOOKED_AT]):
        kinds = {place: kind for place, cell in enumerate(row) if (kind := _heading(cell))}
        if {"phone", "email"} & set(kinds.values()) and not any(contacts.email(cell) for cell in row):
            return number + 1, kinds
    return 0, _by_looks(rows)


def _heading(cell: str) -> str | None:
    plain = unicodedata.normalize("NFKD", contacts.clean(cell, 60).casefold())
    said = " ".join(re.sub(r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).split())
    if not said or _NO_VALUE.search(said):
        return None
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(said)), None)


def _by_looks(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Without headings: columns of addresses and numbers, and the first column of letters is the name."""
    kinds: dict[int, str] = {}
    looked = rows[:50]
    for place in range(max((len(row) for row in looked), default=0)):
        cells = [cell for row in looked if place < len(row) and (cell := contacts.clean(row[place]))]
        if cells and sum(bool(contacts.email(cell)) for cell in cells) * 2 > len(cells):
            kinds[place] = "email"
        elif cells and sum(_like_a_number(cell) for cell in cells) * 2 > len(cells):
            kinds[place] = "phone"
        elif cells and "name" not in kinds.values():
            kinds[place] = "name"
    return kinds


def _like_a_number(cell: str) -> bool:
    return sum(c.isdigit() for c in cell) >= 7 and not re.search(r"[^\W\d_]", cell)


def _contact(number: int, row: Sequence[str], columns: Mapping[int, str], region: str) -> Contact | Skipped:
    cells: dict[str, list[str]] = {}
    for place, kind in columns.items():
        if place < len(row) and contacts.clean(row[place]):
            cells.setdefault(kind, []).append(row[place])
    both = " ".join([*cells.get("first", [])[:1], *cells.get("last", [])[:1]])
    name = contacts.clean(both) or next(iter(cells.get("name", [])), "")
    numbers = [part for cell in cells.get("phone", []) for part in re.split(r"\s*(?::::|;|\n)\s*", cell)]
    more = {kind: " ".join(cells.get(kind, [])) for kind in ("company", "place", "note")}
    return contacts.contact(number, name, numbers, cells.get("email", []), region, **more)
