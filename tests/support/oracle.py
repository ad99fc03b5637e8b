"""What may reach a lead, judged from the phones alone by rules written down a second time. Pure.

Nothing of the product is imported: the hours, the holidays and what counts as unasked are worked out here from the law
and from SAFETY, so that a mistake in the product's own calendar or policy cannot hide itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

DAY = timedelta(hours=24)
WEEK = timedelta(days=7)
PER_WEEK = 3
_AT_ONCE = timedelta(minutes=5)

# Days with a fixed date as (month, day), and those that move as days after Easter Sunday.
_FIXED = {
    "DE-BY": ((1, 1), (1, 6), (5, 1), (8, 15), (10, 3), (11, 1), (12, 25), (12, 26)),
    "AT-9": ((1, 1), (1, 6), (5, 1), (8, 15), (10, 26), (11, 1), (12, 8), (12, 25), (12, 26)),
    "CH-ZH": ((1, 1), (5, 1), (8, 1), (12, 25), (12, 26)),
    # What a whole country has in common, for its other parts.
    "DE-*": ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26)),
    "AT-*": ((1, 1), (1, 6), (5, 1), (8, 15), (10, 26), (11, 1), (12, 8), (12, 25), (12, 26)),
    "CH-*": ((1, 1), (8, 1), (12, 25)),
    # Where only the country is known: whatever is a holiday in any of its parts.
    "DE": ((1, 1), (1, 6), (3, 8), (5, 1), (8, 15), (9, 20), (10, 3), (10, 31), (11, 1), (12, 25), (12, 26)),
}
_BERLIN_ONCE = date(2028, 6, 17)  # 75 years after the uprising, in Berlin alone
_MOVING = {
    "DE-BY": (-2, 1, 39, 50, 60),
    "AT-9": (1, 39, 50, 60),
    "CH-ZH": (-2, 1, 39, 50),
    "DE-*": (-2, 1, 39, 50),
    "AT-*": (1, 39, 50, 60),
    "CH-*": (39,),
    "DE": (-2, 1, 39, 50, 60),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One line on a lead's phone. ``hers``: she wrote it. ``message_id``: ours, as the provider was given it."""

    at: datetime
    hers: bool
    text: str
    message_id: int | None = None


def faults(seen: Sequence[Seen], zone: str, region: str | None, stops: Collection[str]) -> list[str]:
    """Every broken promise on one lead's phones; ``stops`` are the words with which she forbids any more."""
    lines = sorted(seen, key=lambda line: line.at)
    unasked = [line for line in lines if not line.hers and not _answers(line, lines)]
    return [
        *_shut(unasked, zone, region),
        *_crowded(unasked, zone),
        *_after_stop(lines, stops),
        *_doubled(lines),
    ]


def holiday(day: date, region: str | None) -> bool:
    """A public holiday by law; ``region`` None is anywhere in Germany."""
    place = region or "DE"
    place = place if place in _FIXED else f"{place[:2]}-*"
    penance = date(day.year, 11, 22) - timedelta(days=(date(day.year, 11, 22).weekday() - 2) % 7)
    if place == "DE" and day in (penance, _BERLIN_ONCE):
        return True
    return (day.month, day.day) in _FIXED[place] or (day - easter(day.year)).days in _MOVING[place]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    back = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * back) // 451
    month, day = divmod(h + back - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _answers(line: Seen, lines: Sequence[Seen]) -> bool:
    return any(other.hers and line.at - DAY < other.at <= line.at for other in lines)


def _shut(unasked: Sequence[Seen], zone: str, region: str | None) -> Iterator[str]:
    for line in unasked:
        local = line.at.astimezone(ZoneInfo(zone))
        if local.weekday() == 6 or not time(8) <= local.time() < time(21) or holiday(local.date(), region):
            yield f"at a closed hour: {local:%a %Y-%m-%d %H:%M}"


def _crowded(unasked: Sequence[Seen], zone: str) -> Iterator[str]:
    days = [line.at.astimezone(ZoneInfo(zone)).date() for line in unasked]
    yield from (f"two on a day: {one}" for one, other in pairwise(days) if one == other)
    for first, over in zip(unasked, unasked[PER_WEEK:], strict=False):
        if over.at - first.at < WEEK:
            yield f"more than {PER_WEEK} within a week: {over.at:%Y-%m-%d %H:%M}"


def _after_stop(lines: Sequence[Seen], stops: Collection[str]) -> Iterator[str]:
    """Each stop may be confirmed once and at once; nothing else comes any more, whatever she writes later."""
    owed: datetime | None = None
    stopped = False
    for line in lines:
        if line.hers:
            owed, stopped = (line.at, True) if line.text in stops else (owed, stopped)
        elif stopped:
            if owed is None or line.at - owed > _AT_ONCE:
                yield f"after the opt-out: {line.at:%Y-%m-%d %H:%M}"
            owed = None


def _doubled(lines: Sequence[Seen]) -> Iterator[str]:
    ids = [line.message_id for line in lines if not line.hers and line.message_id is not None]
    yield from (f"message {one} came {ids.count(one)} times" for one in sorted({i for i in ids if ids.count(i) > 1}))
