"""Calendar dates as written: "3.12.2026", "am 3.12.", "3. Dezember", "Dec 3rd", "am 15.", "25/12", ISO 8601."""

from __future__ import annotations

import re

from store.date_tokens import UNCLEAR, Clock, Date, Read, Stamp, Tokens, Value, clean_left, counts_things
from store.date_words import (
    ENGLISH_TENS,
    EVENTS,
    LIST_WORDS,
    MONTHS,
    NAMELIKE_MONTHS,
    ORDINALS,
    PERIODS,
    SHIFTS,
    SHORT_DAYS,
    UNITS,
    WEEKDAYS,
    word_set,
)

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:(?:[Tt]|\s)(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|z|[+-]\d\d:?\d\d)?)?(?![\w:])",
    re.ASCII,
)
_SUFFIXES = frozenset(["st", "nd", "rd", "th", "ten", "te", "ter", "sten"])
_CLOCK_MARKS = frozenset(["uhr", "h", "pm", "am", "hrs", "p"])
_NUMBERED_LEFT = word_set(
    "version v ver kapitel abschnitt punkt nr no seite preis release python note artikel § ziffer"
)
_ON = frozenset(["am", "on", "zum", "bis", "ab", "by", "until", "till", "vom", "den", "der", "dem", "the", "im"])
_STRONG_ON = frozenset(["am", "on", "zum", "bis", "ab", "by", "until", "till", "vom"])
_THEN_CLOCK = frozenset(["um", "ums", "gegen", "at", "ab", "@"])


def read_calendar(t: Tokens, k: int, text: str, pre: frozenset[str], loose: str, after: str) -> Read | None:
    """Any written date starting at ``k``; ``pre`` are the prepositions before it."""
    if t[k].kind == "n":
        if not clean_left(t, k):
            return None
        return (
            _iso(t, k, text)
            or _dotted(t, k, pre, loose, after)
            or _slashed(t, k, pre, loose, after)
            or _day_month(t, k, pre)
            or _day_only(t, k, pre, loose, after)
        )
    if t[k].kind != "w":
        return None
    return _month_day(t, k, pre, loose, after) or _spelled(t, k, pre)


def _iso(t: Tokens, k: int, text: str) -> Read | None:
    if len(t[k].text) != 4:
        return None
    match = _ISO.match(text, t[k].start)
    if match is None:
        return None
    end = k
    while t[end].kind != "e" and t[end].start < match.end():
        end += 1
    year, month, day, hour, minute, second, offset = match.groups()
    if offset:
        return (Stamp(match.group()),), end
    values: tuple[Value, ...] = (Date(int(day), int(month), int(year)),)
    if hour:
        bad = int(hour) > 24 or int(minute) > 59 or int(second or 0) > 59 or (int(hour) == 24 and int(minute) > 0)
        values += (UNCLEAR if bad else Clock(int(hour) * 60 + int(minute), "exact", int(second or 0)),)
    return values, end


def _dotted(t: Tokens, k: int, pre: frozenset[str], loose: str, after: str) -> Read | None:
    """ "3.12.", "3.12.26", "3. 12. 2026"; "3.12" only behind "am", a weekday or in a text that is only a time."""
    if len(t[k].text) > 2 or t[k + 1].text != "." or not t[k + 1].glued:
        return None
    if t[k + 2].kind != "n" or len(t[k + 2].text) > 2:
        return None
    day, month, j = int(t[k].text), int(t[k + 2].text), k + 3
    dot = t[j].text == "." and t[j].glued
    if not dot:
        return _undotted(t, k, pre, loose, after) if t[k + 2].glued else None
    j += 1
    year: int | None = None
    shaped = (t[j].glued and len(t[j].text) in (2, 4)) or (len(t[j].text) == 4 and t[j].text[0] in "12")
    if t[j].kind == "n" and shaped and t[j + 1].text not in (*_CLOCK_MARKS, ":"):
        year, j = _full_year(t[j].text), j + 1
    if t[j].glued and (t[j].kind == "n" or (t[j].text == "." and t[j + 1].glued and t[j + 1].kind == "n")):
        return None
    if t[k - 1].text in _NUMBERED_LEFT or _decimal_left(t, k):
        return None
    ok = 1 <= day <= 31 and 1 <= month <= 12
    if _list_left(t, k):
        ok = False
    return (Date(day, month, year) if ok else UNCLEAR,), j


def _undotted(t: Tokens, k: int, pre: frozenset[str], loose: str, after: str) -> Read | None:
    day, month, j = int(t[k].text), int(t[k + 2].text), k + 3
    timed = _clock_at(t, j)
    if t[j].text in _CLOCK_MARKS or _counted(t, j):
        return None
    sure = (
        timed
        or "am" in pre
        or "den" in pre
        or "dem" in pre
        or "zum" in pre
        or "vom" in pre
        or after == "weekday"
        or loose == "all"
    )
    possible = 1 <= day <= 31 and 1 <= month <= 12
    if sure and (possible or "am" in pre):
        return (Date(day, month) if possible else UNCLEAR,), j
    return ((UNCLEAR,), j) if possible and pre & {"bis", "ab", "by", "until", "on"} else None


def _clock_at(t: Tokens, j: int) -> bool:
    """A time of day follows the date."""
    return t[j].text in _THEN_CLOCK or (t[j].kind == "n" and not t[j].glued and t[j + 1].text in (*_CLOCK_MARKS, ":"))


def _counted(t: Tokens, j: int) -> bool:
    return counts_things(t, j) and not _clock_at(t, j)


def _full_year(digits: str) -> int:
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def _decimal_left(t: Tokens, k: int) -> bool:
    return t[k].glued and t[k - 1].text in ".,"


def _list_left(t: Tokens, k: int) -> bool:
    """ "3. und 4. Dezember", "3.-5.12.": the day before the conjunction would be lost."""
    left = t[k - 1].text
    if k < 2 or (left not in LIST_WORDS and left not in ("-", "–")):
        return False
    j = k - 3 if t[k - 2].text == "." else k - 2
    return j >= 0 and (t[j].kind == "n" or t[j].text in ORDINALS)


def _slashed(t: Tokens, k: int, pre: frozenset[str], loose: str, after: str) -> Read | None:
    """ "25/12" has one reading, "12/03" has two and is asked about; "24/7" and "1/2" are none."""
    mark = t[k + 1].text
    if mark not in ("/", "-") or not (t[k + 1].glued and t[k + 2].glued) or t[k + 2].kind != "n":
        return None
    first, second, j = t[k].text, t[k + 2].text, k + 3
    third = t[j + 1].text if t[j].text == mark and t[j].glued and t[j + 1].kind == "n" and t[j + 1].glued else ""
    if mark == "-" and len(third) != 4:
        return None
    if len(first) == 4 and third and len(second) <= 2 and len(third) <= 2:
        return _date(int(third), int(second), int(first)), j + 2
    if len(first) > 2 or len(second) > 2 or len(third) not in (0, 2, 4):
        return None
    j += 2 if third else 0
    shaped = bool(third) or (len(first) == len(second) == 2) or bool(pre & _STRONG_ON) or loose == "all" or bool(after)
    shaped = shaped or _clock_at(t, j)
    a, b = int(first), int(second)
    if not shaped or _counted(t, j) or t[j].text in _CLOCK_MARKS or not (1 <= a <= 31 and 1 <= b <= 31):
        return None
    year = _full_year(third) if third else None
    if a > 12 and b > 12:
        return ((UNCLEAR,), j) if pre & _STRONG_ON or third else None
    if a <= 12 and b <= 12 and a != b:
        return (UNCLEAR,), j
    return _date(max(a, b), min(a, b), year), j


def _date(day: int, month: int, year: int | None) -> tuple[Value, ...]:
    return (Date(day, month, year) if 1 <= day <= 31 and 1 <= month <= 12 else UNCLEAR,)


# -- months by name --------------------------------------------------------------------------------------------------


def _ordinal_end(t: Tokens, k: int) -> int:
    """Index behind "3." or "3rd"; ``k + 1`` when the number is bare."""
    if t[k + 1].glued and (t[k + 1].text in _SUFFIXES or t[k + 1].text == "."):
        return k + 2
    return k + 1


def _day_month(t: Tokens, k: int, pre: frozenset[str]) -> Read | None:
    """ "3. Dezember 2026", "3rd of December", "3 Dec"."""
    if len(t[k].text) > 2:
        return None
    j = _ordinal_end(t, k)
    marked = j > k + 1
    j += t[j].text in ("of", "im", "der", "-")
    if t[j].text not in MONTHS:
        return None
    if not marked and t[j].text in NAMELIKE_MONTHS and not (pre & _ON or t[j].raw[:1].isupper()):
        return None
    day, month = int(t[k].text), MONTHS[t[j].text]
    year, end = _year_after(t, j + 1)
    if _list_left(t, k) or not 1 <= day <= 31:
        return (UNCLEAR,), end
    return (Date(day, month, year),), end


def _year_after(t: Tokens, j: int) -> tuple[int | None, int]:
    """A year behind the month, over an abbreviation's dot and a comma."""
    if t[j].text == "." and t[j].glued and t[j + 1].kind != "e" and len(t[j - 1].text) <= 4:
        j += 1
    k = j + 1 if t[j].text == "," else j
    if t[k].kind == "n" and len(t[k].text) == 4 and t[k].text[0] in "12" and t[k + 1].text not in ("uhr", "h", "hours"):
        return int(t[k].text), k + 1
    return None, j


def _month_day(t: Tokens, k: int, pre: frozenset[str], loose: str, after: str) -> Read | None:
    """ "December 3, 2026", "Dec 3rd"; months that are names or words need more than a bare number ("may 3 people")."""
    word = t[k].text
    if word not in MONTHS:
        return None
    j = k + 2 if t[k + 1].text == "." and t[k + 1].glued else k + 1
    j += t[j].text == "the"
    if t[j].kind != "n" or len(t[j].text) > 2 or t[j].glued:
        return None
    end = _ordinal_end(t, j)
    if end == j + 2 and t[j + 1].text == ".":
        end = j + 1
    if end == j + 1:
        sure = bool(pre & _ON) or loose == "all" or bool(after) or k == 0
        if (word in NAMELIKE_MONTHS and not sure) or _counted(t, end):
            return None
    year, end = _year_after(t, end)
    day = int(t[j].text)
    return (Date(day, MONTHS[word], year) if 1 <= day <= 31 and not _list_left(t, k) else UNCLEAR,), end


def _spelled(t: Tokens, k: int, pre: frozenset[str]) -> Read | None:
    """ "dritten Dezember", "the first of May", "am Ersten"."""
    ordinal = _read_ordinal(t, k)
    if ordinal is None:
        return None
    day, j = ordinal
    following = j
    j += t[j].text in ("of", "im")
    if t[j].text in MONTHS:
        year, end = _year_after(t, j + 1)
        return (UNCLEAR if _list_left(t, k) or day > 31 else Date(day, MONTHS[t[j].text], year),), end
    if t[j].text in WEEKDAYS and pre & _ON:
        return (UNCLEAR,), j + 1
    if t[following].kind not in "ep" and t[following].text not in _THEN_CLOCK:
        return None
    german = "am" in pre and t[k].text.endswith("en")
    return ((Date(day),), following) if german or {"on", "the"} <= pre else None


def _read_ordinal(t: Tokens, k: int) -> tuple[int, int] | None:
    """An ordinal in words, "twenty-fifth" too."""
    if t[k].text in ENGLISH_TENS:
        j = k + 2 if t[k + 1].text == "-" and t[k + 1].glued else k + 1
        one = ORDINALS.get(t[j].text, 10)
        return (ENGLISH_TENS[t[k].text] + one, j + 1) if one < 10 and ENGLISH_TENS[t[k].text] <= 30 else None
    day = ORDINALS.get(t[k].text)
    return None if day is None else (day, k + 1)


def _bound(t: Tokens, k: int, pre: frozenset[str], loose: str, after: str, timed: bool) -> bool:
    """Something says that "15." or "15th" is a day of the month."""
    suffix = t[k + 1].text != "."
    if pre & _STRONG_ON or timed or (pre & _ON and (after or loose == "all")):
        return True
    if suffix and (after in ("day", "weekday") or loose == "all"):
        return True
    return ("the" in pre and t[k + 2].kind in "ep") or _of_month(t, k + 2)


def _of_month(t: Tokens, j: int) -> bool:
    """ "15. des Monats", "15th of next month"."""
    j += t[j].text in ("of", "des", "vom", "im")
    j += t[j].text in SHIFTS or t[j].text == "the"
    return PERIODS.get(t[j].text) == "month"


def _day_only(t: Tokens, k: int, pre: frozenset[str], loose: str, after: str) -> Read | None:
    """ "am 15.", "on the 15th", "Freitag, den 27."; "am 2. Termin" counts something."""
    if len(t[k].text) > 2:
        return None
    j = _ordinal_end(t, k)
    suffix = j > k + 1
    following = t[j].text
    timed = _clock_at(t, j) and not t[j].raw[0].isupper()
    if (
        following in UNITS
        or following in EVENTS
        or (t[j].kind == "n" and not timed)
        or (t[k - 1].text == "am" and t[k - 2].text == "i")
    ):
        return None
    if suffix and (following in WEEKDAYS or following in SHORT_DAYS) and pre & _STRONG_ON:
        return (UNCLEAR,), j + 1
    if not suffix:
        if "am" not in pre or _counted(t, j):
            return None
        if not (t[j].kind in "ep" and t[j].text != ":") and not timed:
            return None
    elif not _bound(t, k, pre, loose, after, timed):
        # "5." as an answer: the fifth or five o'clock?
        return ((UNCLEAR,), j) if loose == "all" and t[k + 1].text == "." and not after else None
    day = int(t[k].text)
    return (Date(day) if 1 <= day <= 31 and not _list_left(t, k) else UNCLEAR,), j
