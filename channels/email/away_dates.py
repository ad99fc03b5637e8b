"""The day an absence note names as the first one back. PURE; German and English dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

_I = re.IGNORECASE
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan jän", "februar feber february feb", "märz maerz march mär mar", "april apr",
            "mai may", "juni june jun", "juli july jul", "august aug", "september sep sept", "oktober october okt oct",
            "november nov", "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<d1>\d{{1,2}})\.\s?(?P<m1>\d{{1,2}})\.(?:\s?(?P<y1>\d{{4}}|\d{{2}})\b)?"
    rf"|(?P<d2>\d{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?P<m2>{_NAME})\b\.?,?(?:\s+(?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{_NAME})\b\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b,?(?:\s+(?P<y3>\d{{4}}))?"
    rf"|(?P<a4>\d{{1,2}})/(?P<b4>\d{{1,2}})/(?P<y4>\d{{4}}|\d{{2}})",
    _I,
)
_GAP = (  # what may stand between "bis" or "until" and the date
    r"(?:\W|\b(?:einschließlich|einschl|inkl|inklusive|zum|und|mit|am|dem|den|the|including|and|on|"
    r"\w*tag|\w+day|mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)\b)*"
)
# The last day away: back on the next one. "vom 1. bis 5." ends with the second date.
_LAST_DAY = re.compile(rf"\b(?:bis|until|till|through|thru|to)\b{_GAP}$", _I)
_FIRST_BACK = re.compile(rf"\b(?:ab|wieder|zurück|erreichbar|back|return\w*|from|available|again|office)\b{_GAP}$", _I)
_BACK_AFTER = re.compile(r"^\W*(?:bin|werde|sind)?\s*(?:ich|wir)?\s*(?:wieder|zurück|erneut|back|again)\b", _I)
_WINDOW = 40
_LONGEST = 400


def back_on(text: str, today: date) -> date | None:
    """The first day somebody is back, after ``today``; None when the note names none."""
    lasts: list[date] = []
    firsts: list[date] = []
    for found in _DATE.finditer(text):
        day = _day(found, today)
        if day is None:
            continue
        before, after = text[max(0, found.start() - _WINDOW) : found.start()], text[found.end() : found.end() + _WINDOW]
        if _LAST_DAY.search(before):
            lasts.append(day + timedelta(days=1))
        elif _FIRST_BACK.search(before) or _BACK_AFTER.match(after):
            firsts.append(day)
    days = [day for day in (*firsts, *lasts) if day > today]
    return max(days, default=None)


def _day(found: re.Match[str], today: date) -> date | None:
    """The first reading that lies ahead and is no more than a good year away."""
    days = (_date(*reading) for reading in _readings(found, today))
    return next((day for day in days if day and today <= day <= today + timedelta(days=_LONGEST)), None)


def _readings(found: re.Match[str], today: date) -> Iterator[tuple[int, int, int]]:
    """(year, month, day) as it may be meant; without a year the next such day."""
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        yield year, month, day
    elif found["d1"]:
        yield from _dated(found["y1"], int(found["m1"]), int(found["d1"]), today)
    elif found["d2"]:
        yield from _dated(found["y2"], _MONTHS[found["m2"].lower()], int(found["d2"]), today)
    elif found["m3"]:
        yield from _dated(found["y3"], _MONTHS[found["m3"].lower()], int(found["d3"]), today)
    else:
        first, second = int(found["a4"]), int(found["b4"])
        yield from _dated(found["y4"], second, first, today)
        yield from _dated(found["y4"], first, second, today)


def _dated(year: str | None, month: int, day: int, today: date) -> Iterator[tuple[int, int, int]]:
    if year:
        yield (int(year) if len(year) == 4 else 2000 + int(year)), month, day
        return
    this = _date(today.year, month, day)
    yield (today.year if this is not None and this >= today else today.year + 1), month, day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
