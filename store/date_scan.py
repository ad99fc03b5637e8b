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
_LEXICONS = (
    "NUMBERS ORDINALS ONES HALVES FRACTION_SIGNS DAY_OFFSETS WEEKDAYS SHORT_DAYS HABITUAL EVERY MONTHS WHOLE_SPANS "
    "PERIODS EDGES EDGE_WORDS SHIFTS HOLIDAYS MOVING_FEASTS ADVERB_PARTS NOUN_PARTS EARLY LATE TOGETHER FIXED_CLOCKS "
    "CLOCK_PREFIX SOFT_PREFIX RANGE_OPEN DAY_PREFIX VAGUE_AMOUNTS"
)
# Words an expression can begin with; all others are passed over at the cost of one look-up.
_STARTERS = frozenset().union(*(getattr(words, name) for name in _LEXICONS.split())) | words.word_set(
    "halb half halbe halben halbes viertel quarter dreiviertel day tonight tonite kw kalenderwoche new neues within "
    "binnen innerhalb the zum zur auf same gleiche"
)


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
        more = _next_piece(t, end, text, whole, values, i > 0 and t[i - 1].text in words.NEGATORS)
        if more is None:
            return Expression(tuple(values), i, end)
        values += more[0]
        end = more[1]


def _context(values: list[Value], whole: bool) -> tuple[str, str]:
    """What stands before ("day", "weekday", "clock") and when a bare number is an hour (see store/date_clock.py)."""
    last = values[-2] if isinstance(values[-1], Mark) and len(values) > 1 else values[-1]
    timed = any(isinstance(value, Clock) for value in values)
    after = "clock" if timed else ""
    if isinstance(last, Weekday):
        after = "weekday"
    elif isinstance(last, (*_DAYS, Span)):
        after = "day"
    loose = after if after in ("day", "weekday") and not timed else ""
    if isinstance(last, Part) and any(isinstance(value, _DAYS) for value in values):
        after, loose = after or "day", loose or ("" if timed else "day")
    return after, "all" if whole or isinstance(last, Offset) else loose


def _next_piece(t: Tokens, end: int, text: str, whole: bool, values: list[Value], denied: bool) -> Read | None:
    """The piece that goes on with an expression: beside it, behind a comma, or an alternative (then unclear)."""
    if t[end].text in ("-", "–") and t[end].glued and t[end + 1].kind == "n" and t[end + 1].glued:
        return (UNCLEAR,), _glued_range(t, end + 2)
    after, loose = _context(values, whole)
    k, excluded, turns = end, False, words.TURNS | {"aber"} if denied else ()
    for _ in range(4):
        piece = _piece(t, k, text, loose, after)
        if piece and not _new_sentence(t, end, k, text):
            return ((UNCLEAR, *piece[0]), piece[1]) if excluded else piece
        if t[k].text in ("nicht", "not"):
            excluded = True
        elif t[k].text not in words.JOINERS or t[k].text in turns:
            break
        k += 1
    if t[k].text in words.LIST_WORDS or t[k].text == "-":
        timed = any(isinstance(value, Clock) for value in values)
        piece = _piece(t, k + 1, text, "list" if timed else "", "")
        if piece and not _new_sentence(t, end, k + 1, text):
            return (UNCLEAR, *piece[0]), piece[1]
    return None


def _glued_range(t: Tokens, k: int) -> int:
    """The end of "-15:00", "-5.12." behind its first digits."""
    while t[k].glued and (t[k].kind == "n" or t[k].text in (":", ".")):
        k += 1
    return k


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
