"""Times of day: "um 9", "14h30", "4:30 p.m.", "halb vier", "dreiviertel vier", "10 nach 3", "quarter to five", "abends"."""

from __future__ import annotations

from store.date_tokens import (
    UNCLEAR,
    Clock,
    Day,
    Mark,
    Part,
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
    EARLY,
    FIXED_CLOCKS,
    GREETINGS,
    LATE,
    MONTHS,
    NOUN_PARTS,
    PART_HOURS,
    RANGE_OPEN,
    RANGE_WORDS,
    SAME_TIME,
    SHORT_DAYS,
    SOFT_PREFIX,
    UNITS,
    WEEKDAYS,
    ZONES,
)

_OCLOCK = frozenset(["uhr", "o'clock", "o’clock", "oclock", "uhrzeit", "h", "hrs"])
_TO = BEFORE | {"to", "till", "til", "of"}
_PAST_WORDS = AFTER | {"past", "ueber", "uber", "ab"}
_AFTER_BARE = frozenset("an mit bei fuer fur in zu to with for about on am via per wegen ueber uber".split())
_GERMAN_ARTICLE = frozenset(["dem", "der", "den", "the", "die"])


def read_clock(t: Tokens, i: int, loose: str) -> Read | None:
    """A time of day starting at ``i``.

    ``loose`` says when a bare number is an hour: "" only behind "um"/"at", "day" also behind a day when nothing
    follows that it could count, "all" anywhere (the text is known to be a time).
    """
    j, prefix = _prefix(t, i)
    if t[j].text in RANGE_OPEN and not prefix:
        return _range(t, j)
    if prefix == "strong" and t[j].text in SAME_TIME and t[j + 1].text in ("zeit", "uhrzeit", "time"):
        return (Mark("same_time"),), j + 2
    found = _fixed(t, j) or _spoken(t, j, prefix, loose) or _digital(t, j, prefix, loose)
    if found is None:
        return None
    clock, j = found
    values: tuple[Clock | Mark | Zone, ...] = (clock,)
    if t[i].text in BEFORE or any(x.text in BEFORE for x in t[i:j] if x.text != "vor") or _kurz_vor(t, i, j):
        values = (clock,) if t[i].text not in BEFORE and not _kurz_vor(t, i, j) else (UNCLEAR,)
    if t[j].text in ZONES:
        values, j = (*values, Zone(ZONES[t[j].text])), j + 1
    return values, j


def _kurz_vor(t: Tokens, i: int, j: int) -> bool:
    """ "kurz vor neun" names no moment."""
    return any(t[k].text in ("kurz", "shortly", "right") and t[k + 1].text in BEFORE for k in range(i, min(i + 3, j)))


def _prefix(t: Tokens, i: int) -> tuple[int, str]:
    kind = ""
    for j in range(i, i + 5):
        word = t[j].text
        if word in CLOCK_PREFIX or (word == "@" and not t[j + 1].glued):
            kind = "strong"
        elif word in SOFT_PREFIX or (word in BEFORE and t[j + 1].kind in "nw"):
            kind = kind or "soft"
        elif not (word == "." and t[j - 1].text in ("ca", "spaet") and j > i) and not (
            kind and word in ("circa", "die", "the", "dem", "den") and t[j + 1].kind in "nw"
        ):
            return j, kind
    return i + 5, kind
