"""Lengths of time and what is counted from now: "in 3 Tagen", "anderthalb Stunden", "2d4h", "3 days ago"."""

from __future__ import annotations

from store.date_tokens import (
    PAST,
    UNCLEAR,
    Mark,
    Offset,
    Read,
    Span,
    Tokens,
    clean_left,
    read_amount,
    read_number,
    unit_at,
)
from store.date_words import (
    AFTER,
    BEFORE,
    DAY_OFFSETS,
    EVERY,
    HABITUAL,
    MONTHS,
    NOUN_PARTS,
    NUMBERS,
    ONES,
    ORDINALS,
    PERIODS,
    RANGE_WORDS,
    SHIFTS,
    SHORT_DAYS,
    UNITS,
    VAGUE_AMOUNTS,
    WEEKDAYS,
    WHOLE_SPANS,
    word_set,
)

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_ORDER = ("year", "month", "week", "day", "workday", "hour", "minute", "second")
_HALF = frozenset(["halbe", "halben", "halbes", "halber", "halb", "half"])
_QUARTERS = {"viertel": 1, "quarter": 1, "dreiviertel": 3}
_ABOUT = word_set(
    "ca circa zirka etwa ungefaehr ungefahr rund about around approximately roughly so genau exactly noch spaetestens "
    "spatestens knapp gut gute just fast like say"
)
_AHEAD = frozenset(["in", "nach", "after"])
_WITHIN = frozenset(["binnen", "innerhalb", "within"])
_AGO = frozenset(["ago", "her"])
_ON = frozenset(["spaeter", "spater", "later", "hence"])
_ARTICLES = word_set(
    "dem der den die das the meinem meiner deinem unserem unserer ihrem seinem my our his her their your"
)
_H_CLOCKS = frozenset(str(hour) for hour in range(13, 24))
_FILL = frozenset(
    ["ganze", "ganzen", "volle", "vollen", "weitere", "weiteren", "more", "full", "whole", "business", "working"]
)
_ONE_PERIOD = frozenset(["stunde", "minute", "hour"])


def read_length(t: Tokens, i: int) -> tuple[Span, int] | None:
    """A whole length: "2d4h", "1 Stunde und 30 Minuten", "half an hour", "an hour and a half", "1:30 Stunden"."""
    first = _one_length(t, i)
    if first is None:
        return None
    span, j, unit = first
    for _ in range(6):
        k = j + 1 if t[j].text in ("und", "and", ",", "&", "+") else j
        more = _one_length(t, k) if _ORDER.index(unit) < len(_ORDER) - 1 else None
        if more and _ORDER.index(more[2]) > _ORDER.index(unit):
            span, j, unit = span + more[0], more[1], more[2]
            continue
        if unit == "hour" and t[j].kind == "n" and len(t[j].text) <= 2 and t[j + 1].text not in UNITS and t[j].glued:
            span, j = span + Span(seconds=int(t[j].text) * 60), j + 1
        break
    return span, j


def _one_length(t: Tokens, i: int) -> tuple[Span, int, str] | None:
    short = _fraction_length(t, i)
    if short:
        return short
    number = _clock_length(t, i) or read_amount(t, i)
    if number is None:
        return None
    amount, j = number
    fill = t[j].text if t[j].text in _FILL else ""
    j += bool(fill)
    unit = unit_at(t, j, after_digits=t[j - 1].kind == "n")
    if unit is None or (t[j].text == "m" and not t[j].glued):
        return None
    if fill in ("business", "working") and unit == "day":
        unit = "workday"
    j += 1
    if (
        t[j].text == "."
        and t[j].glued
        and t[j - 1].text in ("min", "std", "sek", "wo", "stdn")
        and t[j + 1].kind != "e"
    ):
        j += 1
    if [x.text for x in t[j : j + 3]] == ["and", "a", "half"]:
        amount, j = amount + 0.5, j + 3
    return _span(amount, unit), j, unit


def _fraction_length(t: Tokens, i: int) -> tuple[Span, int, str] | None:
    """ "eine halbe Stunde", "half an hour", "dreiviertel Stunde", "quarter of an hour", "eine Viertelstunde"."""
    j = i + 1 if t[i].text in ONES else i
    whole = WHOLE_SPANS.get(t[j].text)
    if whole:
        return Span(*whole), j + 1, "month" if whole[0] else "week" if whole[1] else "hour"
    part, k = 0.0, j + 1
    if t[j].text in _HALF:
        part = 0.5
    elif t[j].text in _QUARTERS:
        part = _QUARTERS[t[j].text] / 4
    elif t[j].text in ("drei", "three") and t[j + 1].text in ("viertel", "quarters", "quarter"):
        part, k = 0.75, j + 2
    if not part:
        return None
    k += t[k].text == "of"
    k += t[k].text in ("an", "a", "the")
    unit = UNITS.get(t[k].text)
    if unit is None or (part != 0.5 and unit != "hour"):
        return None
    return _span(part, unit), k + 1, unit


def _clock_length(t: Tokens, i: int) -> tuple[float, int] | None:
    """ "1:30" before a word for hours."""
    if [x.kind for x in t[i : i + 3]] != ["n", "p", "n"] or t[i + 1].text != ":" or len(t[i + 2].text) != 2:
        return None
    if UNITS.get(t[i + 3].text) != "hour" or len(t[i].text) > 3 or int(t[i + 2].text) > 59:
        return None
    return int(t[i].text) + int(t[i + 2].text) / 60, i + 3


def _span(amount: float, unit: str) -> Span:
    whole, rest = int(amount), amount - int(amount)
    if unit in _SECONDS:
        return Span(seconds=round(amount * _SECONDS[unit]))
    if unit == "day":
        return Span(days=whole, seconds=round(rest * 86400))
    if unit == "workday":
        return Span(workdays=whole, rough=bool(rest))
    if unit == "week":
        days = amount * 7
        return Span(days=int(days), seconds=round((days - int(days)) * 86400), rough=days != int(days))
    if unit == "month":
        return Span(months=whole, days=15 if rest == 0.5 else round(rest * 30), rough=rest not in (0, 0.5))
    return Span(months=round(amount * 12), rough=amount * 12 != round(amount * 12))


# -- counted from now ------------------------------------------------------------------------------------------------


def read_relative(t: Tokens, i: int, loose: str, after: str) -> Read | None:
    """A length counted from now (or, in a text that is only a time, a bare length); "vor 3 Tagen" is past."""
    word = t[i].text
    ahead, within, ago = word in _AHEAD, word in _WITHIN, word == "vor"
    j = i + 1 if ahead or within or ago else i
    if within and t[j].text in ("von", "of", "the", "der", "den"):
        j += 1
    while t[j].text in _ABOUT or (t[j].text == "." and t[j - 1].text == "ca"):
        j += 1
    if j == i and not clean_left(t, i):
        return None
    free = ahead or within or ago or loose == "all"
    vague = _vague_length(t, j, free)
    if vague:
        return ((PAST,) if ago else (UNCLEAR,)), vague
    length = read_length(t, j)
    if length is None:
        return None
    span, k = length
    if j == i and loose != "all" and t[i + 1].text == ":" and t[k - 1].text == "h":
        return None  # "16:30h"
    if j == i and t[i + 1].text == "h" and (after in ("day", "weekday") or (t[i].text in _H_CLOCKS and k == i + 2)):
        return None  # "Samstag 10h", "14h"
    if ago:
        return (PAST,), k
    if within:
        return (UNCLEAR,), k
    return _suffix(t, k, span, ahead, loose)


def _suffix(t: Tokens, k: int, span: Span, ahead: bool, loose: str) -> Read | None:
    word, after = t[k].text, t[k + 1].text
    if word in _AGO and not (word == "her" and t[k + 1].kind == "w" and loose != "all"):
        return (PAST,), k + 1
    if word in _ON:
        return (span,), k + 1
    if (word, after) in (("from", "now"), ("ab", "jetzt"), ("ab", "heute"), ("from", "today"), ("von", "jetzt")):
        return (span,), k + 2
    if word in ("from", "on", "ab") and (after in DAY_OFFSETS or after in WEEKDAYS or after in SHIFTS) and not ahead:
        return (span, Mark("from")), k + 1
    if not ahead and word in ("past", "to", "till") and span.seconds < 1800 and read_number(t, k + 1):
        return None
    if not ahead and word in BEFORE | AFTER:
        named = t[k + 1].kind == "n" or after in NUMBERS or after in ("halb", "viertel", "half", "quarter")
        if (
            after in _ARTICLES
            or after in DAY_OFFSETS
            or after in WEEKDAYS
            or after in ("noon", "mitternacht", "midnight")
        ):
            return (Offset(span, -1 if word in BEFORE else 1),), k + 1
        if named and span.seconds >= 1800:
            return (Offset(span, -1 if word in BEFORE else 1),), k + 1
        return None
    return ((span,), k) if ahead or loose == "all" else None


def _vague_length(t: Tokens, j: int, free: bool) -> int | None:
    """ "ein paar Tage", "a few weeks", "2-3 Tage", "ein bis zwei Wochen", "den nächsten Tagen": where it ends."""
    k = j + 1 if t[j].text in ("ein", "a", "den", "der", "the", "einer") else j
    if t[k].text in VAGUE_AMOUNTS:
        k += 2 if t[k + 1].text == "of" else 1
        unit = t[k].text in UNITS and (free or t[k + 1].text in _ON | _AGO)
        return k + 1 if unit else None
    if k > j and SHIFTS.get(t[k].text) in ("next", "coming") and free:
        number = read_amount(t, k + 1)
        end = number[1] if number else k + 1
        few = t[end].text in VAGUE_AMOUNTS
        plural = number or few or t[end].text in _ONE_PERIOD or t[end].text.endswith(("en", "s"))
        return (
            end + few + 1 if t[end + few].text in UNITS and plural and t[end].text not in ("monats", "jahres") else None
        )
    first = read_amount(t, j)
    if first is None or t[first[1]].text not in RANGE_WORDS:
        return None
    second = read_amount(t, first[1] + 1)
    if second is None or unit_at(t, second[1]) is None or not free:
        return None
    return second[1] + 1


def read_habit(t: Tokens, i: int) -> Read | None:
    """What repeats ("jeden Montag", "montags", "every 2 weeks") is no single moment."""
    if t[i].text in HABITUAL:
        return (UNCLEAR,), i + 1
    if t[i].text not in EVERY:
        return None
    j = i + 1
    number = read_number(t, j)
    if number:
        j = number[1]
    elif t[j].text in ("other", "single") or t[j].text in ORDINALS or t[j].text in VAGUE_AMOUNTS:
        j += 1
    word = t[j].text
    short = word in SHORT_DAYS and t[j].raw[:1].isupper()
    if short or any(word in known for known in (UNITS, WEEKDAYS, NOUN_PARTS, PERIODS, MONTHS)):
        return (UNCLEAR,), j + 1
    return None
