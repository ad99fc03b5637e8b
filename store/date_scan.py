"""From a text to its time expressions: pieces that stand together are one expression, left to right, in one pass."""

from __future__ import annotations

from dataclasses import dataclass

from store import date_words as words
from store.date_calendar import read_calendar
from store.date_clock import read_clock
from store.date_days import read_day, read_holiday, read_part, read_period, read_weekday
from store.date_spans import read_habit, read_relative
from store.date_tokens import UNCLEAR, Clock, Date, Day, Mark, Offset, Part, Period, Read, Span, Tokens, Value, Weekday

_DAYS = (Day, Weekday, Date, Period)
_NO_PREFIX: frozenset[str] = frozenset()
_STARTERS = frozenset().union(
    words.NUMBERS, words.ORDINALS, words.ONES, words.HALVES, words.FRACTION_SIGNS, words.DAY_OFFSETS, words.WEEKDAYS,
    words.SHORT_DAYS, words.HABITUAL, words.EVERY, words.MONTHS, words.WHOLE_SPANS, words.PERIODS, words.EDGES,
    words.EDGE_WORDS, words.SHIFTS, words.HOLIDAYS, words.MOVING_FEASTS, words.ADVERB_PARTS, words.NOUN_PARTS, words.EARLY,
    words.LATE, words.TOGETHER, words.FIXED_CLOCKS, words.CLOCK_PREFIX, words.SOFT_PREFIX, words.RANGE_OPEN,
    words.DAY_PREFIX, words.VAGUE_AMOUNTS,
    ["halb", "half", "halbe", "halben", "halbes", "viertel", "quarter", "dreiviertel", "day", "tonight", "tonite", "2nite",
     "kw", "kalenderwoche", "new", "neues", "within", "binnen", "innerhalb", "the", "zum", "zur", "auf", "same", "gleiche"],
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expression:
    """The values of one time expression and its tokens ``start`` .. ``end`` (exclusive)."""

    values: tuple[Value, ...]
    start: int
    end: int

    def has(self, *kinds: type) -> bool:
        return any(isinstance(value, kinds) for value in self.values)

    @property
    def day_only(self) -> bool:
        return self.values != () and all(isinstance(v, (*_DAYS, Span)) and not _exact(v) for v in self.values)

    @property
    def time_only(self) -> bool:
        return self.values != () and all(isinstance(v, (Clock, Part)) for v in self.values)


def _exact(value: Value) -> bool:
    return isinstance(value, Span) and value.seconds > 0


def scan(t: Tokens, text: str, *, whole: bool = False) -> list[Expression]:
    """All time expressions. ``whole``: the text is known to be a time, bare numbers and lengths count."""
    found: list[Expression] = []
    i, end = 0, len(t) - 4
    while i < end:
        token = t[i]
        if token.text in words.SINCE:
            i = _skip_since(t, i, text)
        elif token.kind != "n" and token.text not in _STARTERS:
            i += 1
        else:
            expression = _expression(t, i, text, whole)
            if expression is None:
                i += 1
            else:
                found.append(expression)
                i = expression.end
    return found


def _skip_since(t: Tokens, i: int, text: str) -> int:
    """ "seit Montag", "since 9" look back: no target."""
    expression = _expression(t, i + 1, text, True) if t[i + 1].kind in "nw" else None
    return expression.end if expression else i + 1


def _expression(t: Tokens, i: int, text: str, whole: bool) -> Expression | None:
    first = _piece(t, i, text, "all" if whole else "", "")
    if first is None:
        return None
    values, end = list(first[0]), first[1]
    while True:
        more = _next_piece(t, end, text, whole, values)
        if more is None:
            return Expression(tuple(values), i, end)
        values += more[0]
        end = more[1]


def _next_piece(t: Tokens, end: int, text: str, whole: bool, values: list[Value]) -> Read | None:
    """The piece that goes on with an expression: beside it, behind a comma, or as an alternative (then it is unclear)."""
    last = values[-2] if isinstance(values[-1], Mark) and len(values) > 1 else values[-1]
    timed = any(isinstance(v, Clock) for v in values)
    after = (
        "weekday"
        if isinstance(last, Weekday)
        else "day"
        if isinstance(last, (*_DAYS, Span))
        else "clock"
        if timed
        else ""
    )
    loose = "all" if whole or isinstance(last, Offset) else after if after in ("day", "weekday") and not timed else ""
    if isinstance(last, Part) and any(isinstance(v, _DAYS) for v in values):
        after, loose = after or "day", loose or ("" if timed else "day")
    k, denied = end, False
    for _ in range(4):
        piece = _piece(t, k, text, loose, after)
        if piece and not _new_sentence(t, end, k, text):
            return ((UNCLEAR, *piece[0]), piece[1]) if denied else piece
        if t[k].text in ("nicht", "not"):
            denied = True
        elif t[k].text not in words.JOINERS:
            break
        k += 1
    if t[k].text in words.LIST_WORDS or t[k].text == "-":
        piece = _piece(t, k + 1, text, "list" if timed else "", "")
        if piece and not _new_sentence(t, end, k + 1, text):
            return (UNCLEAR, *piece[0]), piece[1]
    return None


def _new_sentence(t: Tokens, end: int, k: int, text: str) -> bool:
    return "\n" in text[t[end - 1].end : t[k].start]


def _piece(t: Tokens, i: int, text: str, loose: str, after: str) -> Read | None:
    if t[i].kind == "e":
        return None
    found = read_relative(t, i, loose, after) or read_habit(t, i)
    if found:
        return found
    k, pre = _day_prefix(t, i)
    found = _day(t, k, text, pre, loose, after)
    if found is None and k > i:
        found = _day(t, i, text, _NO_PREFIX, loose, after)
        pre = _NO_PREFIX
    if found:
        return _before_or_after(found, pre)
    return read_part(t, i, after) or read_clock(t, i, loose)


def _day_prefix(t: Tokens, i: int) -> tuple[int, frozenset[str]]:
    k = i
    while k < i + 4 and t[k].text in words.DAY_PREFIX:
        k += 1
    return k, frozenset(x.text for x in t[i:k]) if k > i else _NO_PREFIX


def _day(t: Tokens, k: int, text: str, pre: frozenset[str], loose: str, after: str) -> Read | None:
    if t[k].kind == "n":
        return read_calendar(t, k, text, pre, loose, after)
    if t[k].text not in _STARTERS:
        return None
    return (
        read_calendar(t, k, text, pre, loose, after)
        or read_period(t, k, pre, after)
        or read_weekday(t, k, pre, loose)
        or read_day(t, k, pre)
        or read_holiday(t, k, pre, loose, after)
    )


def _before_or_after(found: Read, pre: frozenset[str]) -> Read:
    """ "nach Freitag", "before tomorrow" name no moment; the day after a weekend is its Monday."""
    if not pre & (words.BEFORE | words.AFTER):
        return found
    first = found[0][0]
    if (
        isinstance(first, Period)
        and first.unit == "weekend"
        and pre & words.AFTER
        and first.shift in ("", "this", "coming")
    ):
        return (Weekday(0, "coming"),), found[1]
    return (UNCLEAR,), found[1]
