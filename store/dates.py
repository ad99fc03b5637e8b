"""The date grammar: what a person means by "morgen um 10", "in 3 Tagen um 9", "halb vier" or "next Tue 4pm".

It reads German and English, never guesses and never answers with a moment that is over: what is missing, unclear or
past comes back as the question to ask. Pure: the present moment and the person's zone are arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from store import date_words as words
from store.date_dialect import DIALECT
from store.date_resolve import Moment, resolve
from store.date_scan import Expression, scan
from store.date_spans import read_length
from store.date_tokens import UNCLEAR, Token, Tokens, tokenise

MAX_LENGTH = 4096
_TEN_YEARS = timedelta(days=3653)
_MOVED_FROM = frozenset(["von", "vom", "from"])
_MOVED_TO = frozenset(["auf", "to", "zu"])
_URGING = words.word_set("vergiss vergesst vergessen warum wieso weshalb why forget")  # "vergiss nicht morgen"
_REACH = 14  # tokens between a day and the time that belongs to it ("am Freitag an Tom um 15 Uhr")
_DATE_WORDS = frozenset().union(
    words.NUMBERS, words.WEEKDAYS, words.MONTHS, words.UNITS, words.PERIODS, words.VAGUE, words.DAY_OFFSETS,
    words.NOUN_PARTS, words.ADVERB_PARTS, words.SHIFTS, words.HOLIDAYS, words.MOVING_FEASTS,
    ["uhr", "o'clock", "pm"],
) - {"one"}  # fmt: skip
HINTS = _DATE_WORDS.union(
    words.WHOLE_SPANS, words.TOGETHER, words.FIXED_CLOCKS, words.HALVES, DIALECT, words.HABITUAL, words.EDGE_WORDS
)
"""Folded words one of which stands in every time that is said without a digit."""
_LENGTH_LEADS = frozenset(["in", "fuer", "fur", "for", "um", "after", "nach", "by"])


@dataclass(frozen=True, slots=True)
class When:
    """A moment somebody named, or the question to put to them.

    ``at`` is aware UTC and always later than the given present; None with ``ask`` set to when_missing, when_unclear or
    when_past. ``start`` and ``end`` cut the expression out of the text. ``has_time`` is False when only a day was said
    and the default hour was used. ``local`` is the same moment in the person's zone.
    """

    at: datetime | None
    ask: str | None
    start: int
    end: int
    has_time: bool
    local: datetime | None


def find(text: str, now: datetime, zone: str, *, default_hour: int = 9) -> When | None:
    """The first time expression of a sentence, as long as it goes on; None when it names no time.

    A time of day that stands apart from its day ("am Freitag an Tom um 15 Uhr") still counts; the span is the first
    part's, :func:`find_all` gives the other one too.
    """
    found = find_all(text, now, zone, default_hour=default_hour)
    return found[0] if found else None


def find_all(text: str, now: datetime, zone: str, *, default_hour: int = 9) -> list[When]:
    """All time expressions in their order; the two parts of a split one carry the same moment."""
    text = text[:MAX_LENGTH]
    tokens = tokenise(text)
    place = _zone(zone)
    found: list[When] = []
    for group in _groups(tokens, text, _wanted(tokens, scan(tokens, text))):
        moment = resolve([value for part in group for value in part.values], now, place, default_hour)
        found += [_when(moment, tokens, part, place) for part in group]
    return found


def parse(text: str, now: datetime, zone: str, *, default_hour: int = 9) -> When:
    """The whole text is meant to be a time: an answer to "wann?" or a tool's argument, ISO 8601 too.

    A rest that holds a number, a word of time or a negation makes it unclear; no time at all is when_missing.
    """
    if len(text) > MAX_LENGTH:
        return When(None, "when_unclear", 0, 0, False, None)
    tokens = tokenise(text)
    place = _zone(zone)
    parts = _wanted(tokens, scan(tokens, text, whole=True))
    used = {k for part in parts for k in range(part.start, part.end)}
    rest = [x for k, x in enumerate(tokens[:-4]) if k not in used and tokens[k - 1].text not in words.GREETINGS]
    groups = _groups(tokens, text, parts)
    if not groups:
        ask = "when_unclear" if _speaks_of_time(rest) else "when_missing"
        return When(None, ask, 0, 0, False, None)
    values = [value for part in groups[0] for value in part.values]
    if len(groups) > 1 or _contradicts(rest):
        values = [UNCLEAR]
    moment = resolve(values, now, place, default_hour)
    start, end = tokens[parts[0].start].start, tokens[parts[-1].end - 1].end
    return When(moment.at, moment.ask, start, end, moment.has_time, moment.at and moment.at.astimezone(place))


def parse_duration(text: str) -> timedelta | None:
    """A length of time: "2d4h", "30m", "anderthalb Stunden", "half an hour", "3 Tage".

    A month counts 30 days and a year 365. None when it is no length, is negative or longer than ten years.
    """
    tokens = tokenise(text[:MAX_LENGTH].strip().rstrip(".!"))
    lead = 1 if tokens[0].text in _LENGTH_LEADS else 0
    while tokens[lead].text in ("ca", "circa", "etwa", "about") or (lead and tokens[lead].text == "."):
        lead += 1
    found = read_length(tokens, lead)
    if found is None or tokens[found[1]].kind != "e":
        return None
    span = found[0]
    years, months = divmod(span.months, 12)
    length = timedelta(days=years * 365 + months * 30 + span.days + span.workdays, seconds=span.seconds)
    return length if length <= _TEN_YEARS else None


_DAYS = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def speak(at: datetime, now: datetime, zone: str, language: str) -> str:
    """Word a moment for a person, to the minute: "morgen um 9:00", "on Friday, 27 Nov, at 14:00".

    The year is said when it is not the running one. Hours before seven have two digits, because "um 3" would be read
    back as the afternoon.
    """
    place = _zone(zone)
    local, today = at.astimezone(place), now.astimezone(place).date()
    clock = f"{local.hour:02d}:{local.minute:02d}" if local.hour < 7 else f"{local.hour}:{local.minute:02d}"
    german = language != "en"
    near = {-1: ("gestern", "yesterday"), 0: ("heute", "today"), 1: ("morgen", "tomorrow")}.get(
        (local.date() - today).days
    )
    if near:
        return f"{near[0]} um {clock}" if german else f"{near[1]} at {clock}"
    day = _DAYS["de" if german else "en"][local.weekday()]
    other_year = local.year != today.year
    if german:
        return f"am {day}, {local.day}.{local.month}.{local.year if other_year else ''}, um {clock}"
    return f"on {day}, {local.day} {_MONTHS[local.month - 1]}{f' {local.year}' if other_year else ''}, at {clock}"


# -- from expressions to answers -------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _when(moment: Moment, tokens: Tokens, part: Expression, place: ZoneInfo) -> When:
    local = moment.at.astimezone(place) if moment.at else None
    return When(moment.at, moment.ask, tokens[part.start].start, tokens[part.end - 1].end, moment.has_time, local)


def _wanted(tokens: Tokens, parts: Sequence[Expression]) -> list[Expression]:
    """Leave out what is named only to be replaced: "nicht morgen, sondern", "statt Freitag", "von Montag auf"."""
    kept: list[Expression] = []
    for n, part in enumerate(parts):
        left, right = tokens[part.start - 1].text if part.start else "", tokens[part.end].text
        following = parts[n + 1] if n + 1 < len(parts) else None
        beside = following is not None and following.start == part.end + 1
        if beside and left in _MOVED_FROM | {"of"} and right in _MOVED_TO:
            continue
        if left in ("statt", "anstatt", "of") and (left != "of" or tokens[part.start - 2].text == "instead"):
            if len(parts) > 1:
                continue
            part = Expression((UNCLEAR,), part.start, part.end)
        elif left in words.NEGATORS and tokens[part.start - 2].text not in _URGING:
            gap = {token.text for token in tokens[part.end : following.start]} if following else set()
            if gap & words.TURNS:
                continue
            part = Expression((UNCLEAR,), part.start, part.end)
        kept.append(part)
    return kept


def _groups(tokens: Tokens, text: str, parts: Sequence[Expression]) -> list[tuple[Expression, ...]]:
    """Join a day and the time of day said apart from it in the same clause."""
    groups: list[tuple[Expression, ...]] = []
    n = 0
    while n < len(parts):
        pair = parts[n : n + 2]
        if len(pair) == 2 and _belong(tokens, text, pair[0], pair[1]):
            groups.append(tuple(pair))
        else:
            groups.append((parts[n],))
        n += len(groups[-1])
    return groups


def _belong(tokens: Tokens, text: str, first: Expression, second: Expression) -> bool:
    if not ((first.day_only and second.time_only) or (first.time_only and second.day_only)):
        return False
    between = tokens[first.end : second.start]
    if len(between) > _REACH or "\n" in text[tokens[first.end - 1].end : tokens[second.start].start]:
        return False
    if any(token.text in words.CLAUSE_BREAKS for token in between):
        return False
    # "an den Call um 15 Uhr" is the call's hour, "und um 15 Uhr an Anna" another wish.
    last = between[-1].text if between else ""
    return last not in words.EVENTS and last not in words.LIST_WORDS


def _speaks_of_time(rest: Sequence[Token]) -> bool:
    return any(token.kind == "n" or token.text in _DATE_WORDS for token in rest)


def _contradicts(rest: Sequence[Token]) -> bool:
    """What stands beside a time that was understood and may not be passed over."""
    loud = (_DATE_WORDS - words.VAGUE) | words.NEGATORS
    return any(token.kind == "n" or token.text in loud for token in rest)
