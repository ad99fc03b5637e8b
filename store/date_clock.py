"""Times of day: "um 9", "14h30", "4:30 p.m.", "halb vier", "dreiviertel vier", "10 nach 3", "quarter to five".

A reader gets the tokens and an index and answers what it read and where it stopped, or None. ``loose`` says when a bare
number is an hour: "" only behind "um" or "at"; "day" / "weekday" also behind such a day when it counts nothing; "list"
behind "9 oder"; "all" anywhere, because the whole text is known to be a time.
"""

from __future__ import annotations

from store.date_dialect import SWISS_HOURS
from store.date_tokens import (
    UNCLEAR,
    Clock,
    Mark,
    Read,
    Tokens,
    Zone,
    clause_ends,
    clean_left,
    counts_things,
    read_number,
)
from store.date_words import (
    ADVERB_PARTS,
    AFTER,
    BEFORE,
    CLOCK_PREFIX,
    COUNTED,
    DAY_OFFSETS,
    FIXED_CLOCKS,
    MONTHS,
    NOUN_PARTS,
    NUMBERS,
    ORDINALS,
    RANGE_OPEN,
    RANGE_WORDS,
    SAME_TIME,
    SHIFTS,
    SHORT_DAYS,
    SOFT_PREFIX,
    UNITS,
    WEEKDAYS,
    ZONES,
    word_set,
)

_OCLOCK = frozenset(["uhr", "o'clock", "o’clock", "oclock", "h", "hrs"])
_ARTICLES = frozenset(["dem", "der", "den", "the", "die"])
_LATER = AFTER | {"past", "ueber", "uber"}
_EARLIER = BEFORE | {"to", "till", "til"}
_MAY_FOLLOW = word_set("an mit bei fuer fur in zu to with for about on am via wegen ueber uber bitte please")
_GERMAN_AM = WEEKDAYS.keys() | SHORT_DAYS.keys() | NOUN_PARTS.keys() | MONTHS.keys() | SHIFTS.keys() | ORDINALS.keys()
_NO_CLOCK_LEFT = word_set("score verhaeltnis ratio format spielstand vers version raum zimmer kapitel stand ergebnis")
_LASTING_LEFT = word_set("dauert fuer fur for noch nur only takes lasts ca rund knapp je pro per insgesamt about")
_HEADS = NUMBERS.keys() | FIXED_CLOCKS.keys() | {"halb", "half", "viertel", "quarter", "dreiviertel", "ein", "a"}
Found = tuple[Clock | Mark, int]


def read_clock(t: Tokens, i: int, loose: str) -> Read | None:
    """A time of day with its preposition; "vor 15 Uhr" and ranges are unclear, a named zone is kept."""
    j, prefix, before = _prefix(t, i)
    if not prefix and t[j].text in RANGE_OPEN:
        return _range(t, j + 1 + (t[j + 1].text == "."))
    if t[j].text in SAME_TIME and t[j + 1].text in ("zeit", "uhrzeit", "time"):
        beside = t[j + 2].text in DAY_OFFSETS or t[j + 2].text in WEEKDAYS or t[j + 2].text in SHIFTS
        return ((Mark("same_time"),), j + 2) if prefix == "strong" or loose or beside else None
    if t[j].kind != "n" and t[j].text not in _HEADS:
        return None
    found = _fixed(t, j) or _spoken(t, j, prefix, loose) or _digital(t, j, prefix, loose)
    if found is None:
        return None
    clock, j = found
    values = (UNCLEAR,) if before else (clock,)
    if t[j].text in ZONES:
        return (*values, Zone(ZONES[t[j].text])), j + 1
    return values, j


def _prefix(t: Tokens, i: int) -> tuple[int, str, bool]:
    """Skip "so gegen", "spätestens um", "kurz vor": where the time starts, strong or soft, says before."""
    kind, before = "", False
    for j in range(i, min(i + 5, len(t) - 4)):
        word = t[j].text
        if word in ("kurz", "shortly") and t[j + 1].text in BEFORE | AFTER:
            kind = "strong"
        elif word in BEFORE and t[j + 1].kind in "nw":
            kind, before = kind or "soft", True
        elif (word in ("am", "a") and t[j + 1].text in SWISS_HOURS) or (
            word in CLOCK_PREFIX and not (word == "@" and t[j].glued)
        ):
            kind = "strong"
        elif word in SOFT_PREFIX:
            kind = kind or "soft"
        elif not (j > i and (word == "." or word in _ARTICLES) and kind and t[j + 1].kind in "nw"):
            return j, kind, before
    return min(i + 5, len(t) - 4), kind, before


def _fixed(t: Tokens, j: int) -> Found | None:
    minute = FIXED_CLOCKS.get(t[j].text)
    return None if minute is None else (Clock(minute, "exact"), j + 1)


def _range(t: Tokens, j: int) -> Read | None:
    """ "von 9 bis 10", "between 2 and 4pm": two moments."""
    first = _digital(t, j, "strong", "")
    if first is None or t[first[1]].text not in RANGE_WORDS:
        return None
    second = _digital(t, first[1] + 1, "strong", "")
    return ((UNCLEAR,), second[1]) if second else None


# -- spoken clock ----------------------------------------------------------------------------------------------------


def _spoken(t: Tokens, j: int, prefix: str, loose: str) -> Found | None:
    if t[j].text in ("a", "ein") and t[j + 1].text in ("quarter", "viertel"):
        j += 1
    word, after = t[j].text, t[j + 1].text
    if word == "halb":
        return _at_hour(t, j + 1, -30, prefix)
    if word == "half":
        if after in _LATER:
            return _at_hour(t, j + 2, 30, prefix)
        found = _at_hour(t, j + 1, 30, prefix)
        return found if found and (prefix or loose or clause_ends(t, found[1]) or _day_follows(t, found[1])) else None
    if word in ("quarter", "viertel"):
        if after in _LATER or (after == "ab" and word == "viertel"):
            return _at_hour(t, j + 2, 15, prefix)
        if after in _EARLIER or (after == "of" and word == "quarter"):
            return _at_hour(t, j + 2, -15, prefix)
        return _at_hour(t, j + 1, -45, prefix) if word == "viertel" else None
    if word == "dreiviertel":
        return _at_hour(t, j + 1, -15, prefix)
    if (word == "drei" and after == "viertel") or [x.text for x in t[j : j + 3]] == ["3", "/", "4"]:
        return _at_hour(t, j + (2 if word == "drei" else 3), -15, prefix)
    return _minutes_to(t, j, prefix, loose)


def _minutes_to(t: Tokens, j: int, prefix: str, loose: str) -> Found | None:
    """ "zehn nach drei", "5 vor halb 4", "20 minutes to six"."""
    number = read_number(t, j)
    if number is None or not 1 <= number[0] <= 29 or not clean_left(t, j):
        return None
    minutes, k = number
    named = UNITS.get(t[k].text) == "minute"
    k += named
    word = t[k].text
    if word not in _LATER | _EARLIER or word in ("ueber", "uber"):
        return None
    sure = named or prefix == "strong" or loose == "all"
    if not sure and (minutes not in (5, 10, 20, 25) or word in ("to", "till", "til")):
        return None
    shift = minutes if word in _LATER else -minutes
    if t[k + 1].text == "halb":
        return _at_hour(t, k + 2, shift - 30, prefix)
    return _at_hour(t, k + 1, shift, prefix)


def _at_hour(t: Tokens, k: int, shift: int, prefix: str) -> Found | None:
    """The hour of a spoken time, moved by ``shift`` minutes."""
    number = read_number(t, k)
    if number is None or number[0] > 24 or (len(t[k].text) > 2 and t[k].kind == "n"):
        return None
    hour, end = number
    half = _meridiem(t, end, prefix, t[k - 1].text)
    if half and 1 <= hour <= 12:
        return Clock(((hour % 12) * 60 + shift + half[0] * 720) % 1440, "exact"), half[1]
    if t[end].text in _OCLOCK:
        end += 1
    elif counts_things(t, end):
        return None
    style = "spoken" if 1 <= hour <= 12 else "exact"
    minute = (hour * 60 + shift) % (720 if style == "spoken" else 1440)
    return Clock(minute, style), end


# -- digits ----------------------------------------------------------------------------------------------------------


def _digital(t: Tokens, j: int, prefix: str, loose: str) -> Found | None:
    if t[j].text == "ein" and t[j + 1].text == "uhr":
        return _with_minutes(t, j + 1, 1, prefix, False)
    number = read_number(t, j)
    if number is None or (not prefix and not clean_left(t, j)):
        return None
    hour, k = number
    padded = t[j].kind == "n" and t[j].text[0] == "0"
    if t[j].kind == "n" and len(t[j].text) > 2:
        return _military(t, k, hour, bool(prefix == "strong" and (padded or loose)))
    if hour == 12 and t[k].text in FIXED_CLOCKS:
        return _fixed(t, k)
    if t[j].kind == "n" and t[k].glued and t[k + 1].glued and t[k + 1].kind == "n" and len(t[k + 1].text) == 2:
        if t[k].text == ":":
            return _colon(t, j, k, prefix, padded)
        if t[k].text == ".":
            return _dotted(t, j, k, prefix, loose, padded)
    if t[k].text in _OCLOCK:
        if t[k].text in ("h", "hrs") and not prefix and not loose and not _is_hour_mark(t, j, k, hour):
            return None
        return _with_minutes(t, k, hour, prefix, padded)
    half = _meridiem(t, k, prefix, t[j - 1].text)
    if half:
        return _halves(hour, 0, half)
    if not prefix and t[k].text in RANGE_WORDS:
        second = _digital(t, k + 1, "strong", "")
        if second and (loose or t[second[1] - 1].kind == "w" or _day_follows(t, second[1])):
            return UNCLEAR, second[1]
    return _bare(t, j, k, hour, prefix, loose, padded)


def _is_hour_mark(t: Tokens, j: int, k: int, hour: int) -> bool:
    """ "14h" alone is a time unless the words around say that it lasts."""
    return hour >= 7 and t[j - 1].text not in _LASTING_LEFT and (clause_ends(t, k + 1) or t[k + 1].text in _MAY_FOLLOW)


def _clock(hour: int, minute: int, padded: bool, second: int = 0) -> Clock | Mark:
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute):
        return UNCLEAR
    return Clock(hour * 60 + minute, "exact" if padded or hour == 0 or hour > 12 else "plain", second)


def _halves(hour: int, minute: int, half: tuple[int, int]) -> Found:
    if not 1 <= hour <= 12 or minute > 59:
        return UNCLEAR, half[1]
    return Clock((hour % 12 + 12 * half[0]) * 60 + minute, "exact"), half[1]


def _colon(t: Tokens, j: int, k: int, prefix: str, padded: bool) -> Found | None:
    hour, minute, end, second = int(t[j].text), int(t[k + 1].text), k + 2, 0
    if t[end].text == ":" and t[end].glued and t[end + 1].kind == "n" and len(t[end + 1].text) == 2:
        second, end = int(t[end + 1].text), end + 2
    half = _meridiem(t, end, prefix, t[j - 1].text)
    if half:
        return _halves(hour, minute, half)
    marked = t[end].text in _OCLOCK
    counted = counts_things(t, end) and t[end].text not in COUNTED  # "9:30" counts nothing
    if not marked and (counted or (not prefix and t[j - 1].text in _NO_CLOCK_LEFT)):
        return None
    if not marked and not prefix and hour > 29:
        return None
    return _clock(hour, minute, padded, second), end + marked


def _dotted(t: Tokens, j: int, k: int, prefix: str, loose: str, padded: bool) -> Found | None:
    """ "9.30 Uhr", "um 9.30", "4.30pm"; without any of these marks it is a decimal or a date."""
    hour, minute, end = int(t[j].text), int(t[k + 1].text), k + 2
    half = _meridiem(t, end, prefix, t[j - 1].text)
    if half:
        return _halves(hour, minute, half)
    if t[end].text in _OCLOCK:
        return _clock(hour, minute, padded), end + 1
    dated = t[end].text == "." and t[end].glued and t[end + 1].kind != "e"
    if dated or counts_things(t, end) or not (prefix == "strong" or loose) or (hour > 24 and not prefix):
        return None
    return _clock(hour, minute, padded), end


def _military(t: Tokens, k: int, number: int, sure: bool) -> Found | None:
    """ "1430 Uhr", "at 0900", "morgen um 1430"; four digits without these marks are a year or anything else."""
    if t[k].text in _OCLOCK or t[k].text == "hours":
        return _clock(number // 100, number % 100, number < 1000), k + 1
    if not sure or counts_things(t, k):
        return None
    return (UNCLEAR if 1900 <= number <= 2100 else _clock(number // 100, number % 100, True)), k


def _with_minutes(t: Tokens, k: int, hour: int, prefix: str, padded: bool) -> Found:
    """Behind "9 Uhr" (index ``k`` is the "Uhr"): minutes in two digits or as a word, a half of the day."""
    end, minute = k + 1, 0
    number = read_number(t, end)
    if number and number[0] < 60 and not counts_things(t, number[1]) and t[number[1]].text not in _OCLOCK:
        digits = t[end].kind == "n"
        if (len(t[end].text) == 2 if digits else number[0] >= 5) and not (
            t[number[1]].text == "." and t[number[1] + 1].kind == "n"
        ):
            minute, end = number
    half = _meridiem(t, end, prefix, "")
    if half and hour <= 12:
        return _halves(hour, minute, half)
    return _clock(hour, minute, padded), end


def _bare(t: Tokens, j: int, k: int, hour: int, prefix: str, loose: str, padded: bool) -> Found | None:
    if prefix == "strong" and t[k].kind == "n" and not t[k].glued and hour <= 24:
        if counts_things(t, k + 1) and t[k + 1].kind == "w":  # "um 9 3 Leads anrufen"
            return _clock(hour, 0, padded), k
        return UNCLEAR, k + 1  # "um 9 30": two numbers without a mark
    if counts_things(t, k) or (t[k].text in UNITS):
        return None
    if prefix == "strong":
        if t[j - 1].text == "punkt" and t[k].text in ("der", "des", "auf", "von"):
            return None  # an agenda's
        if hour <= 24:
            return _clock(hour, 0, padded), k
        return (UNCLEAR, k) if clause_ends(t, k) else None
    named = (
        t[k].text in ADVERB_PARTS
        or t[k].text == "tonight"
        or (t[k].text in ("in", "at") and t[k + 1 + (t[k].text == "in")].text in NOUN_PARTS)
    )
    if 1 <= hour <= 12 and named:  # "8 abends", "3 in the afternoon"
        return _clock(hour, 0, padded), k
    if hour > 24 or not loose:
        return None
    if loose == "all":
        return _clock(hour, 0, padded), k
    if loose == "weekday" and t[k].text == "." and t[k].glued:
        return UNCLEAR, k
    if clause_ends(t, k) or (loose != "list" and _may_follow(t, k)):
        return _clock(hour, 0, padded), k
    return (UNCLEAR, k) if loose != "list" and t[j].kind == "n" and hour >= 7 else None


def _day_follows(t: Tokens, k: int) -> bool:
    return t[k].text in DAY_OFFSETS or t[k].text in WEEKDAYS or (t[k].text == "on" and t[k + 1].text in WEEKDAYS)


def _may_follow(t: Tokens, k: int) -> bool:
    word = t[k].text
    return word in _MAY_FOLLOW or word in NOUN_PARTS or word in ADVERB_PARTS or word in RANGE_WORDS


def _meridiem(t: Tokens, k: int, prefix: str, left: str) -> tuple[int, int] | None:
    """am, pm, a.m., 4p: (0 or 1, next index). A German "um 9 am Montag" is a preposition, "3 am Monday" is not."""
    word, token = t[k].text, t[k]
    if word in ("pm", "am"):
        if word == "am" and not token.glued:
            nxt = t[k + 1]
            german = nxt.kind == "n" or (nxt.text in _GERMAN_AM and not nxt.text.endswith("day"))
            if left != "at" and (german or left in ("um", "gegen", "ab", "uhr")):
                return None
        return int(word == "pm"), k + 1
    if word in ("a", "p"):
        if t[k + 1].text == "." and t[k + 1].glued and t[k + 2].text == "m" and t[k + 2].glued:
            dot = t[k + 3].text == "." and t[k + 3].glued
            return int(word == "p"), k + 3 + dot
        if token.glued and t[k + 1].kind != "n" and t[k + 1].text != ".":
            return int(word == "p"), k + 1
    return None
