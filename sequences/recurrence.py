"""Recurring times in words: "jeden Montag um 9", "alle 2 Wochen", "every first Monday of the month". Pure.

A rule holds a wall time in the person's zone: nine o'clock stays nine o'clock over every clock change. A day that a
month does not have is its last one. What comes round more often than daily is no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal

from channels import calendar
from store import dates

Unit = Literal["day", "workday", "week", "month", "year"]
DEFAULT_HOUR = 9
_LONGEST_SEARCH = 3700  # days: beyond ten years nothing recurs
_DAYS = (
    "montag montags monday mondays mo mon",
    "dienstag dienstags tuesday tuesdays di tue tues",
    "mittwoch mittwochs wednesday wednesdays mi wed",
    "donnerstag donnerstags thursday thursdays do thu thur thurs",
    "freitag freitags friday fridays fr fri",
    "samstag samstags sonnabend sonnabends saturday saturdays sa sat",
    "sonntag sonntags sunday sundays so sun",
)
_WEEKDAYS = {word: day for day, words in enumerate(_DAYS) for word in words.split()}
_HABITS = {word: day for word, day in _WEEKDAYS.items() if len(word) > 5 and word.endswith("s")}
_SHORT = frozenset(word for word in _WEEKDAYS if len(word) <= 3)
_UNIT_WORDS: tuple[tuple[Unit, str], ...] = (
    ("day", "tag tage tagen day days"),
    ("workday", "werktag werktage arbeitstag arbeitstage wochentag workday workdays weekday weekdays"),
    ("week", "woche wochen week weeks"),
    ("month", "monat monate monaten monats month months"),
    ("year", "jahr jahre jahren year years"),
)
_ADVERB_WORDS: tuple[tuple[Unit, int, str], ...] = (
    ("day", 1, "taeglich daily"),
    ("workday", 1, "werktags wochentags werktaeglich weekdays"),
    ("week", 1, "woechentlich weekly"),
    ("week", 2, "zweiwoechentlich vierzehntaegig fortnightly biweekly"),
    ("month", 1, "monatlich monthly"),
    ("month", 3, "vierteljaehrlich quarterly"),
    ("year", 1, "jaehrlich yearly annually"),
)
_UNITS = {word: unit for unit, words in _UNIT_WORDS for word in words.split()}
_ADVERBS = {word: (unit, every) for unit, every, words in _ADVERB_WORDS for word in words.split()}
_EVERY = frozenset("jede jeden jedem jeder jedes alle every each".split())
_THE = frozenset("am an on the der den dem immer always".split())
_OF = frozenset("im in of des der the jeden jedes jedem every each a".split())
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("", "ein eine einen one", "zwei two", "drei three", "vier four", "fuenf five", "sechs six", "sieben seven",
         "acht eight", "neun nine", "zehn ten", "elf eleven", "zwoelf twelve"),
    )
    for word in words.split()
}  # fmt: skip
_ORDINALS = {
    word: number
    for number, words in (
        (1, "erste ersten erster erstes first 1st"),
        (2, "zweite zweiten zweiter zweites second 2nd other"),
        (3, "dritte dritten dritter drittes third 3rd"),
        (4, "vierte vierten vierter viertes fourth 4th"),
        (-1, "letzte letzten letzter letztes last"),
    )
    for word in words.split()
}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_TOKEN = re.compile(r"[^\W\d_]+|\d{1,4}(?:st|nd|rd|th)?|[^\w\s]")
_PARTS = frozenset("morgen vormittag mittag nachmittag abend morning noon afternoon evening night".split())
_AND = frozenset([",", "und", "and", "&", "sowie"])


@dataclass(frozen=True, slots=True)
class Rule:
    """``every`` units at ``hour``:``minute``. Weeks: ``weekdays`` (0 Monday); months: ``month_day`` or the
    ``ordinal``-th (1-4, -1 the last) of the one weekday; years: ``month`` and ``month_day``. ``anchor`` (ISO date) is
    the first day, from which every second or third is counted.
    """

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    ordinal: int | None = None
    month_day: int | None = None
    month: int | None = None
    hour: int = DEFAULT_HOUR
    minute: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A rule and where its words stand in the text (the time of day may stand elsewhere)."""

    rule: Rule
    start: int
    end: int


def find(text: str, now: datetime, zone: str) -> Found | None:
    """The first recurring time of a text, or None. The clock may stand anywhere in it; nine o'clock without one."""
    said = _TOKEN.finditer(text[:4096])
    tokens = [(match[0].lower().translate(_UMLAUTS), match.start(), match.end()) for match in said]
    words = [token[0] for token in tokens]
    for i in range(len(words)):
        read = _read(words, i)
        if read is not None:
            plain, stop = read
            start, end = tokens[i][1], tokens[stop - 1][2]
            rest = text[:start] + " " * (end - start) + text[end:]
            if words[stop - 1] in _PARTS:  # "jeden Abend um 8": the evening says which eight is meant
                this = "this" if words[i] in ("every", "each") else "heute"
                rest = f"{text[:start]}{this} {text[tokens[stop - 1][1] :]}"
            rule = _clocked(plain, rest, now, zone)
            return Found(_anchored(rule, now, zone), start, end) if rule is not None else None
    return None


def _read(words: list[str], i: int) -> tuple[Rule, int] | None:
    """The rule whose words begin at ``i`` and where they end."""
    word = words[i]
    if word in _ADVERBS:
        unit, every = _ADVERBS[word]
        return _detailed(Rule(unit, every), words, i + 1)
    if word in _HABITS and (i == 0 or words[i - 1] not in _EVERY):
        days, stop = _days(words, i)
        return Rule("week", weekdays=days), stop
    if word in _EVERY:
        return _every(words, i + 1)
    if word in _THE or word in _ORDINALS:
        return _monthly(words, i + (word in _THE))
    return None


def _every(words: list[str], i: int) -> tuple[Rule, int] | None:
    """Behind "jeden", "alle", "every"."""
    if (monthly := _monthly(words, i)) is not None:
        return monthly
    if _at(words, i) in _PARTS:
        return Rule("day"), i + 1
    number, j = _number(words, i)
    if not 1 <= number <= 99:
        return None
    word = _at(words, j)
    if word in _WEEKDAYS and (word not in _SHORT or j == i):
        days, stop = _days(words, j)
        return Rule("week", number, days), stop
    if word not in _UNITS:
        return None
    return _detailed(Rule(_UNITS[word], number), words, j + 1)


def _number(words: list[str], i: int) -> tuple[int, int]:
    """ "2", "zwei", "zweiten", "other": how many, and the word behind; 1 when no number is said."""
    word = _at(words, i)
    if word.isdigit():
        return int(word), i + 1 + (_at(words, i + 1) == ".")
    if word in _NUMBERS:
        return _NUMBERS[word], i + 1
    return (_ORDINALS[word], i + 1) if _ORDINALS.get(word, -1) > 0 else (1, i)


def _monthly(words: list[str], i: int) -> tuple[Rule, int] | None:
    """ "ersten Montag im Monat", "last Friday of the month", "15. jedes Monats"."""
    word = _at(words, i)
    ordinal = _ORDINALS.get(word) if word != "other" else None
    day = _WEEKDAYS.get(_at(words, i + 1))
    if ordinal is not None and day is not None and (stop := _of_month(words, i + 2)):
        return Rule("month", weekdays=(day,), ordinal=ordinal), stop
    number = _day_number(word)
    if number is not None:
        j = i + 1 + (_at(words, i + 1) in (".", "tag", "day"))
        if stop := _of_month(words, j):
            return Rule("month", month_day=number), stop
    return None


def _of_month(words: list[str], i: int) -> int:
    """Where "im Monat", "of every month", "jedes Monats" ends; 0 when it does not stand there."""
    j = i
    while _at(words, j) in _OF and j - i < 3:
        j += 1
    return j + 1 if j > i and _UNITS.get(_at(words, j)) == "month" else 0


def _detailed(rule: Rule, words: list[str], i: int) -> tuple[Rule, int]:
    """What may follow a unit: "alle 2 Wochen montags", "jeden Monat am 15.", "monthly on the first Monday"."""
    j = i
    while _at(words, j) in _THE:
        j += 1
    if rule.unit == "week" and _at(words, j) in _WEEKDAYS and (j > i or _at(words, j) not in _SHORT):
        days, stop = _days(words, j)
        return replace(rule, weekdays=days), stop
    if rule.unit == "month" and j > i:
        ordinal, day = _ORDINALS.get(_at(words, j)), _WEEKDAYS.get(_at(words, j + 1))
        if ordinal is not None and day is not None:
            return replace(rule, weekdays=(day,), ordinal=ordinal), j + 2
        if (number := _day_number(_at(words, j))) is not None:
            return replace(rule, month_day=number), j + 1 + (_at(words, j + 1) == ".")
    return rule, i


def _days(words: list[str], i: int) -> tuple[tuple[int, ...], int]:
    """ "Montag, Mittwoch und Freitag" and where the row ends."""
    found = [_WEEKDAYS[words[i]]]
    j = i + 1
    while _at(words, j) in _AND and _at(words, j + 1) in _WEEKDAYS:
        found.append(_WEEKDAYS[words[j + 1]])
        j += 2
    return tuple(sorted(set(found))), j


def _day_number(word: str) -> int | None:
    digits = word.rstrip("stndrh")
    number = int(digits) if digits.isdigit() else 0
    return number if 1 <= number <= 31 else None


def _at(words: list[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""


def _clocked(rule: Rule, rest: str, now: datetime, zone: str) -> Rule | None:
    """The rule with the time of day (and for years the day) that stands in the rest; None for one that is unclear."""
    dawn = calendar.day_after(now, zone)  # no hour of a day is over: "um 6" is six in the morning
    said = [when for when in dates.find_all(rest, dawn, zone, default_hour=DEFAULT_HOUR) if when.local is not None]
    timed = next((when.local for when in said if when.has_time and when.local), None)
    if timed is not None:
        rule = replace(rule, hour=timed.hour, minute=timed.minute)
    if rule.unit == "year":
        day = next((when.local for when in said if when.local), None)
        if day is None:
            return None
        rule = replace(rule, month=day.month, month_day=day.day)
    return rule


def _anchored(rule: Rule, now: datetime, zone: str) -> Rule:
    """Counted from the first day on which it falls: the next fitting one, or one whole span from today."""
    today = now.astimezone(calendar.zone_info(zone)).date()
    if rule.unit == "week" and not rule.weekdays:
        first = today + timedelta(weeks=rule.every)
        return replace(rule, weekdays=(first.weekday(),), anchor=first.isoformat())
    if rule.unit == "month" and rule.month_day is None and rule.ordinal is None:
        year, month = divmod(today.year * 12 + today.month - 1 + rule.every, 12)
        return replace(rule, month_day=today.day, anchor=date(year, month + 1, 1).isoformat())
    loose = replace(rule, every=1, anchor=today.isoformat())
    return replace(rule, anchor=after(loose, now, zone).astimezone(calendar.zone_info(zone)).date().isoformat())


def after(rule: Rule, moment: datetime, zone: str) -> datetime:
    """The first time (UTC) of the rule that is later than ``moment`` (aware). Raises ValueError when there is none."""
    place = calendar.zone_info(zone)
    first = max(moment.astimezone(place).date(), date.fromisoformat(rule.anchor))
    for day in _candidates(rule, first):
        at = datetime.combine(day, time(rule.hour, rule.minute), place).astimezone(UTC)
        if at > moment:
            return at
    raise ValueError("the rule never comes round")


def _candidates(rule: Rule, first: date) -> Iterator[date]:
    for ahead in range(_LONGEST_SEARCH):
        day = first + timedelta(days=ahead)
        if _falls(rule, day):
            yield day


def _falls(rule: Rule, day: date) -> bool:
    anchor = date.fromisoformat(rule.anchor)
    if rule.unit == "day":
        return (day - anchor).days % rule.every == 0
    if rule.unit == "workday":
        return day.weekday() < calendar.SUNDAY - 1
    if rule.unit == "week":
        weeks = (day - timedelta(days=day.weekday()) - (anchor - timedelta(days=anchor.weekday()))).days // 7
        return day.weekday() in rule.weekdays and weeks % rule.every == 0
    months = (day.year - anchor.year) * 12 + day.month - anchor.month
    if rule.unit == "year":
        return (
            day.month == rule.month and day.day == _clipped(day, rule.month_day or 1) and not months // 12 % rule.every
        )
    if months % rule.every:
        return False
    if rule.ordinal is not None:
        return day.weekday() == rule.weekdays[0] and _ordinal_fits(day, rule.ordinal)
    return day.day == _clipped(day, rule.month_day or 1)


def _ordinal_fits(day: date, ordinal: int) -> bool:
    if ordinal == -1:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == ordinal


def _clipped(day: date, wanted: int) -> int:
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return min(wanted, last.day)


def to_json(rule: Rule) -> dict[str, Any]:
    return {**asdict(rule), "weekdays": list(rule.weekdays)}


def from_json(stored: Mapping[str, Any]) -> Rule:
    return Rule(**{**stored, "weekdays": tuple(stored["weekdays"])})
