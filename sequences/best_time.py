"""When and where a lead is best reached, learnt from when she answered. Pure.

A lead's own replies are smoothed around the clock and mixed with the population's, which weighs as much as
``PSEUDO`` replies (empirical Bayes): a few answers move the estimate a little, many make it her own. Under
``MIN_OWN`` replies the population's hour is taken and said to be that. Hours are those of the lead's wall clock.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal

from channels import calendar

MIN_OWN = 5
PSEUDO = 4.0
_WEEKDAY_PSEUDO = 10.0
_OPEN_HOURS = range(calendar.OPENS.hour, calendar.CLOSES.hour)
_WORKING_DAYS = range(6)  # calendar: no Sunday
_STEP = 4  # quarters of an hour
# Nobody known yet: late morning, noon and early evening, a little less on Monday and Saturday.
_TYPICAL_HOURS = (1, 1, 1, 1, 1, 1, 2, 3, 5, 7, 9, 9, 8, 7, 6, 6, 7, 9, 10, 9, 7, 5, 3, 2)
_TYPICAL_DAYS = (4, 5, 5, 5, 5, 3, 2)
ANSWER_RATE = 0.3
_RATE_PSEUDO = 4.0
_LAST_ANSWERED = 0.15
ANSWERED_WITHIN = timedelta(days=7)
PREFERENCE = ("whatsapp", "telegram", "email", "instagram", "web")


@dataclass(frozen=True, slots=True)
class Population:
    """How a team's leads answer: shares of the 24 hours and the 7 weekdays, each summing to one."""

    hours: tuple[float, ...]
    weekdays: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Best:
    """The best open hour (8-20) and weekday (0 Monday - 5 Saturday) of one lead, and whose pattern it is.

    ``hours`` and ``weekdays`` are the whole estimate; ``replies`` how many of her own it rests on.
    """

    hour: int
    weekday: int
    basis: Literal["own", "population"]
    replies: int
    hours: tuple[float, ...]
    weekdays: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a lead's history: ``to_lead`` or from her, when, on which channel."""

    at: datetime
    to_lead: bool
    channel: str


@dataclass(frozen=True, slots=True)
class Way:
    """The channel that suits. ``rule``: call, only_one, last_answered, best_rate; ``rate`` its expected answer rate."""

    channel: str
    rule: str
    rate: float


def population(replies: Iterable[tuple[datetime, str]]) -> Population:
    """The pattern of (moment, zone) pairs of many leads, leaning on a typical day while they are few."""
    moments = [at.astimezone(calendar.zone_info(zone)) for at, zone in replies]
    prior = Population(_shares(_TYPICAL_HOURS), _shares(_TYPICAL_DAYS))
    return Population(
        _hours([_hour(at) for at in moments], prior.hours, weight=30.0),
        _weekdays(moments, prior.weekdays, weight=30.0),
    )


def best(replies: Sequence[datetime], zone: str, people: Population) -> Best:
    """The best time of one lead from the moments (aware) of her replies."""
    local = [at.astimezone(calendar.zone_info(zone)) for at in replies]
    own = len(local) >= MIN_OWN
    hours = _hours([_hour(at) for at in local], people.hours, PSEUDO) if own else people.hours
    weekdays = _weekdays(local, people.weekdays, _WEEKDAY_PSEUDO) if own else people.weekdays
    hour = max(_OPEN_HOURS, key=lambda h: hours[h])
    weekday = max(_WORKING_DAYS, key=lambda d: weekdays[d])
    return Best(hour, weekday, "own" if own else "population", len(local), hours, weekdays)


def next_moment(found: Best, now: datetime, latest: datetime, zone: str, region: str | None) -> datetime:
    """The best allowed moment from ``now`` (aware) to ``latest``: at her best hour of the best day still within reach.

    When that hour is over on every day within reach, the first allowed moment at all.
    """
    place = calendar.zone_info(zone)
    today = now.astimezone(place)
    moments: list[tuple[float, datetime]] = []
    for days in range((latest - now).days + 2):
        there = (today + timedelta(days=days)).replace(hour=found.hour, minute=0, second=0, microsecond=0, fold=0)
        at = there.astimezone(UTC)
        if now <= at <= latest and calendar.closed(at, zone, region) is None:
            moments.append((found.weekdays[there.weekday()] * 0.97**days, at))
    if moments:
        return max(moments, key=lambda item: (item[0], -item[1].timestamp()))[1]
    return calendar.next_open(now, zone, region)


def way(
    history: Sequence[Said], reachable: Sequence[str], *, wants_call: bool = False, phone: bool = False
) -> Way | None:
    """Where to reach a lead, oldest message first in ``history``; None when there is no way at all."""
    if (wants_call or not reachable) and phone:
        return Way("call", "call", ANSWER_RATE)
    if not reachable:
        return None
    sent, answered, last = _answers(history)
    rates = {c: (answered.get(c, 0) + _RATE_PSEUDO * ANSWER_RATE) / (sent.get(c, 0) + _RATE_PSEUDO) for c in reachable}
    if len(reachable) == 1:
        return Way(reachable[0], "last_answered" if last == reachable[0] else "only_one", rates[reachable[0]])

    def worth(channel: str) -> tuple[float, int]:
        place = PREFERENCE.index(channel) if channel in PREFERENCE else len(PREFERENCE)
        return rates[channel] + _LAST_ANSWERED * (channel == last), -place

    chosen = max(reachable, key=worth)
    return Way(chosen, "last_answered" if chosen == last else "best_rate", rates[chosen])


def _answers(history: Sequence[Said]) -> tuple[Mapping[str, int], Mapping[str, int], str | None]:
    """Per channel how many messages went out and how many were answered within a week; where she last wrote."""
    sent: dict[str, int] = {}
    answered: dict[str, int] = {}
    waiting: Said | None = None
    last: str | None = None
    for said in history:
        if said.to_lead:
            sent[said.channel] = sent.get(said.channel, 0) + 1
            waiting = said
            continue
        last = said.channel
        if waiting is not None and said.at - waiting.at <= ANSWERED_WITHIN:
            answered[waiting.channel] = answered.get(waiting.channel, 0) + 1
        waiting = None
    return sent, answered, last


def _hour(at: datetime) -> float:
    return at.hour + at.minute / 60


def _hours(moments: Sequence[float], prior: Sequence[float], weight: float) -> tuple[float, ...]:
    """A share for each hour: every reply spread over the hours around it, the prior as ``weight`` more replies.

    The spread narrows as replies grow in number; hours are circular, 23 and 0 are neighbours.
    """
    counts = [weight * share for share in prior]
    width = round(_STEP * max(0.9, 2.2 * max(len(moments), 1) ** -0.2))
    for moment in moments:
        kernel = _kernel(round((moment % 1) * _STEP), width)
        first = int(moment)
        for distance, share in enumerate(kernel):
            counts[(first + distance - 12) % 24] += share
    return _shares(counts)


@lru_cache(maxsize=64)
def _kernel(quarter: int, width: int) -> tuple[float, ...]:
    """Shares of the 24 hours -12…+11 around a reply ``quarter`` quarters past the hour; ``width`` in quarters."""
    centres = [(distance - 12 + 0.5) * _STEP for distance in range(24)]
    return _shares([math.exp(-0.5 * ((centre - quarter) / width) ** 2) for centre in centres])


def _weekdays(moments: Sequence[datetime], prior: Sequence[float], weight: float) -> tuple[float, ...]:
    counts = [weight * share for share in prior]
    for at in moments:
        counts[at.weekday()] += 1
    return _shares(counts)


def _shares(counts: Sequence[float]) -> tuple[float, ...]:
    total = sum(counts)
    return tuple(count / total for count in counts)
