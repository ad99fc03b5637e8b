"""Days: today and tomorrow, weekdays, parts of the day, weeks, months and their edges, holidays."""

from __future__ import annotations

from store.date_tokens import (
    PAST,
    UNCLEAR,
    Date,
    Day,
    Mark,
    Part,
    Period,
    Read,
    Span,
    Tokens,
    Value,
    Weekday,
    read_number,
)
from store.date_words import (
    ADVERB_PARTS,
    AFTER,
    BEFORE,
    DAY_OFFSETS,
    EARLY,
    EDGE_WORDS,
    EDGES,
    EVENTS,
    GREETINGS,
    HOLIDAYS,
    LATE,
    MONTHS,
    MORNING_LEFT,
    MOVING_FEASTS,
    NOUN_PARTS,
    PART_HOURS,
    PERIODS,
    SHIFTS,
    SHORT_DAYS,
    TOGETHER,
    WEEKDAYS,
    WORDLIKE_DAYS,
    word_set,
)

_EVIDENCE = frozenset(["am", "on", "bis", "by", "until", "till", "ab", "vom", "zum"])
_BEFORE_CLOCK = frozenset(
    ["um", "ums", "gegen", "at", "ab", "mittag", "mittags", "abends", "vormittags", "nachmittags", "noon"]
)
_CLOCK_MARKS = frozenset(["uhr", "h", "pm", "am", ":", "p"])
_OF = frozenset(["der", "des", "dem", "den", "vom", "von", "of", "the", "im", "in", "-"])
_PART_PREFIX = word_set("am in der da the an zu zum zur gegen this diesen um die at das aller")
_TIGHT = frozenset(["am", "in", "zu", "zum", "zur", "gegen", "this", "diesen", "um"])
_LIST_MARKS = word_set("/ - – & + und oder bis and or to")
_SUBJECTS = word_set("i we he she they you ich wir er sie es ihr who that")
_NEXT_ENGLISH = frozenset(["next", "nxt"])


def read_day(t: Tokens, k: int, pre: frozenset[str]) -> Read | None:
    """heute, tomorrow, "the day after tomorrow". "Guten Morgen" and "am Morgen" are no tomorrow; yesterday is past."""
    word = t[k].text
    if word == "day" and t[k + 1].text == "after" and DAY_OFFSETS.get(t[k + 2].text) == 1:
        return (Day(2),), k + 3
    if word in ("tonight", "tonite", "2nite"):
        return (Day(0), Part("evening", PART_HOURS["evening"][1], True)), k + 1
    offset = DAY_OFFSETS.get(word)
    if offset is None:
        return None
    if word in ("morgen", "morgn"):
        left = t[k - 1].text
        if left in MORNING_LEFT or left in GREETINGS:
            return None
        if left in ("ueber", "uber"):  # the day after tomorrow written in two words, or a talk about tomorrow
            return (UNCLEAR,), k + 1
    return ((PAST,) if offset < 0 else (Day(offset),)), k + 1


# -- weekdays --------------------------------------------------------------------------------------------------------


def read_weekday(t: Tokens, k: int, pre: frozenset[str], loose: str) -> Read | None:
    """ "Freitag", "nächsten Montag", "next Tue", "Fr.", "Montagabend", "Friday week", "letzten Freitag" (past)."""
    shift = SHIFTS.get(t[k].text, "")
    english = t[k].text in _NEXT_ENGLISH
    j = k + 1 if shift else k
    word = t[j].text
    extra: tuple[Value, ...] = ()
    if word in WEEKDAYS:
        day = WEEKDAYS[word]
        end = j + 1
    elif word in TOGETHER and TOGETHER[word][1] != "" and shift != "last":
        return _together(t, j, word, shift, english)
    elif word in SHORT_DAYS and _short_fits(t, j, pre, shift, loose):
        day, end = SHORT_DAYS[word], j + 1
    else:
        return None
    if t[end].text == "." and t[end].glued and len(word) <= 5 and t[end + 1].kind != "e":
        end += 1
    if t[end].text in ("week", "fortnight"):
        extra, end = (Span(days=7 if t[end].text == "week" else 14),), end + 1
    if t[end].text == "after" and t[end + 1].text == "next":
        shift, english, end = "after_next", True, end + 2
    if shift == "last":
        return (PAST,), end
    return (Weekday(day, shift, english), *extra), end


def _together(t: Tokens, j: int, word: str, shift: str, english: bool) -> Read:
    value, name = TOGETHER[word]
    part = Part(name, PART_HOURS[name][1], name == "night")
    day: Value = Weekday(value, shift, english) if word.startswith(_DAY_STEMS) else Day(value)
    return (day, part), j + 1


_DAY_STEMS = tuple(word for word in WEEKDAYS if word.endswith(("tag", "woch", "abend")))


def _short_fits(t: Tokens, j: int, pre: frozenset[str], shift: str, loose: str) -> bool:
    """Two letters are a weekday only with something beside them that says so: "Mo 14 Uhr", "am Di", "next Tue"."""
    word, capital = t[j].text, t[j].raw[:1].isupper()
    if shift or pre & _EVIDENCE:
        return True
    nxt = j + 1
    while t[nxt].text in (".", ",") and nxt < j + 3:
        nxt += 1
    if t[nxt].text in _LIST_MARKS:
        nxt += 1
    if (
        capital
        and nxt > j + 1
        and (t[nxt].text in WEEKDAYS or (t[nxt].text in SHORT_DAYS and t[nxt].raw[:1].isupper()))
    ):
        return True  # "Mo/Di", "Mo bis Fr"
    number = read_number(t, nxt)
    if number and t[nxt].kind == "n":
        behind = t[number[1] + 1]
        dated = t[number[1]].text == "." and (behind.kind == "n" or behind.text in MONTHS)
        marked = t[number[1]].text in _CLOCK_MARKS or dated
        if marked or t[number[1]].text in MONTHS:
            return True
    inside = capital and t[j - 1].kind == "w"
    if t[nxt].text in _BEFORE_CLOCK or t[nxt].text in NOUN_PARTS:
        if word == "so" or (word == "do" and t[nxt].text == "at"):
            return inside
        return not (word in ("sat", "tue") and t[j - 1].text in _SUBJECTS)
    return loose == "all" and (word not in WORDLIKE_DAYS or t[nxt].kind == "e" or capital)


# -- parts of the day ------------------------------------------------------------------------------------------------


def read_part(t: Tokens, i: int, after: str) -> Read | None:
    """A part of the day. ``after``: "day" or "clock" when one stands before; alone, a noun needs its preposition."""
    if t[i].text in BEFORE | AFTER:
        return _around_event(t, i)
    k, grade, tight, plain = _part_prefix(t, i)
    word = t[k].text
    name = ADVERB_PARTS.get(word)
    if name and plain:
        return _part(name, grade, False, k) if after or name not in ("morning", "night") else None
    if t[i].text in ("auf'd", "auf’d", "aufd") and t[i + 1].text == "nacht":
        return _part("evening", 1, True, i + 1)
    if t[i].text == "auf" and t[i + 1].text in ("d'nacht", "d’nacht"):
        return _part("evening", 1, True, i + 1)
    name = NOUN_PARTS.get(word)
    if name == "night" and t[k + 1].text in ("auf", "zu", "zum", "von", "vom"):  # two days share that night
        return ((UNCLEAR,), k + 1) if tight or after else None
    if name is None or t[i - 1].text in GREETINGS or t[i].text in GREETINGS:
        return None
    if t[i].text in ("this", "diesen"):
        found = _part(name, grade, True, k)
        return (Day(0), *found[0]), found[1]
    if word in ("morgen", "morgn") and k == i and after != "day":
        return None
    if not after and (not tight or (name == "morning" and word not in ("morning", "frueh", "fruh", "fruah"))):
        return None
    if not after and word in ("frueh", "fruh", "fruah") and t[i].text != "in":
        return None
    return _part(name, grade, name == "night" and t[i].text != "at", k)


def _part_prefix(t: Tokens, i: int) -> tuple[int, int, bool, bool]:
    """Skip "am späten": the index behind, early 0 or late 2, if a noun may stand alone, if nothing but that."""
    k, grade, tight, plain = i, 1, False, True
    for _ in range(4):
        if t[k].text in EARLY or t[k].text in LATE:
            grade, tight = (0 if t[k].text in EARLY else 2), True
        elif t[k].text in _PART_PREFIX and not (t[k].text == "at" and t[k + 1].text != "night"):
            tight, plain = tight or t[k].text in _TIGHT, False
        else:
            break
        k += 1
    return k, grade, tight, plain


def _part(name: str, grade: int, noun: bool, k: int) -> Read:
    return (Part(name, PART_HOURS[name][grade], noun),), k + 1


def _around_event(t: Tokens, i: int) -> Read | None:
    """ "nach dem Meeting", "after lunch", "vor dem Mittag": a moment only the person knows."""
    j = i + 1
    while t[j].text in _OF or t[j].text in ("meinem", "unserem", "my", "our"):
        j += 1
        if j > i + 3:
            return None
    word = t[j].text
    meal = word.startswith(
        ("mittag", "fruehstueck", "fruhstuck", "breakfast", "lunch", "dinner", "arbeit", "feierabend")
    )
    if word in EVENTS or word in NOUN_PARTS or meal or word in ("work", "essen"):
        return (UNCLEAR,), j + 1
    return None


# -- weeks, months, years --------------------------------------------------------------------------------------------


def read_period(t: Tokens, k: int, pre: frozenset[str], after: str) -> Read | None:
    """ "nächste Woche", "Ende des Monats", "Mitte Dezember", "KW 49", "am Wochenende", "im März", "early next week"."""
    word = t[k].text
    if word in EDGE_WORDS:
        unit, edge = EDGE_WORDS[word]
        return (Period(unit, edge=edge),), k + 1
    if word in ("kw", "kalenderwoche", "week") and t[k + 1].kind == "n" and len(t[k + 1].text) <= 2:
        return (Period("week", number=int(t[k + 1].text)),), k + 2
    edge, j = _edge(t, k)
    while edge and t[j].text in _OF and j < k + 4:
        j += 1
    found = _named(t, j, edge, pre)
    if found is None and edge == "end" and t[j].text in ("day", "tages", "tag"):
        return (Part("eod", PART_HOURS["eod"][1]),), j + 1
    return found or (None if edge else _weekend(t, k, pre, after))


def _edge(t: Tokens, k: int) -> tuple[str, int]:
    word = t[k].text
    if word in EDGES:
        return EDGES[word], k + 1
    if word in EARLY | LATE and (t[k + 1].text in SHIFTS or t[k + 1].text in MONTHS):
        return ("start" if word in EARLY else "end"), k + 1
    return "", k


def _named(t: Tokens, j: int, edge: str, pre: frozenset[str]) -> Read | None:
    shift = SHIFTS.get(t[j].text, "")
    k = j + 1 if shift else j
    word = t[k].text
    found: Value | None = None
    if word in PERIODS and t[k + 1].text == "after" and t[k + 2].text == "next":
        found, k = Period(PERIODS[word], "after_next", edge), k + 2
    elif word in PERIODS and (shift or edge or "des" in pre or (word == "weekend" and "the" in pre)):
        found = Period(PERIODS[word], shift, edge)
    elif word in MONTHS and (shift or edge or pre & {"im", "in"}) and t[k + 1].text not in ("'", "’"):
        year, k = _year(t, k + 1)
        k -= 1
        found = Period("month", shift, edge, month=MONTHS[word], year=year)
    elif shift in ("next", "coming") and word in ("tag", "day"):
        found = Day(1)
    elif shift in ("next", "coming", "this") and word in ("tage", "tagen", "days"):
        found = UNCLEAR
    elif edge and t[k].kind == "n" and len(word) == 4:
        found = Period("year", "", edge, year=int(word))
    elif edge and word == "q" and t[k + 1].glued and t[k + 1].text in "1234":
        year, end = _year(t, k + 2)
        found, k = Period("quarter", "", edge, number=int(t[k + 1].text), year=year), end - 1
    if found is None:
        return None
    return ((PAST,) if shift == "last" else (found,)), k + 1


def _year(t: Tokens, k: int) -> tuple[int | None, int]:
    if (
        t[k].kind == "n"
        and len(t[k].text) == 4
        and 1900 <= int(t[k].text) <= 2200
        and t[k + 1].text not in ("uhr", "h")
    ):
        return int(t[k].text), k + 1
    return None, k


def _weekend(t: Tokens, k: int, pre: frozenset[str], after: str) -> Read | None:
    if PERIODS.get(t[k].text) == "weekend" and (pre or after):
        return (Period("weekend"),), k + 1
    return None


def read_holiday(t: Tokens, k: int, pre: frozenset[str], loose: str, after: str) -> Read | None:
    """Holidays with a fixed date; a moving one ("nach Ostern") is unclear. "Frohe Weihnachten" is a greeting."""
    word = t[k].text
    if t[k - 1].text in GREETINGS:
        return None
    if word in ("new", "neues") and t[k + 1].text in ("year's", "years", "year’s") and t[k + 2].text in ("eve", "day"):
        return (Date(31, 12) if t[k + 2].text == "eve" else Date(1, 1),), k + 3
    timed = t[k + 1].text in _BEFORE_CLOCK or t[k + 1].text in NOUN_PARTS
    if not (pre or loose or after or timed or t[k - 1].text in ("fuer", "fur", "for", "over", "ueber", "auf", "at")):
        return None
    if word in HOLIDAYS:
        month, day = HOLIDAYS[word]
        eve = t[k + 1].text == "eve"
        return (Date(day - eve, month),), k + 1 + eve
    return ((Mark("unclear"),), k + 1) if word in MOVING_FEASTS and pre & (BEFORE | AFTER | {"zu", "an"}) else None
