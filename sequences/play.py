"""Plays a whole sequence on paper: every decision of N days, with nothing sent. For tests and for showing a rep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sequences.conditions import Facts
from sequences.decide import Decision, Progress, Reply, after, decide, react
from sequences.plan import Sequence
from sequences.timing import local_days
from store.types import LeadFacts, Tone

_MOST_DECISIONS = 1000


@dataclass(frozen=True, slots=True)
class Played:
    """One decision with its moment (UTC) and the calendar day since the start."""

    at: datetime
    day: int
    decision: Decision


def play(
    sequence: Sequence,
    lead: LeadFacts | Callable[[datetime], LeadFacts],
    replies: Mapping[float, Tone],
    start: datetime,
    zone: str,
    *,
    days: int = 60,
    enrolment_id: int = 0,
    delay: Callable[[datetime], datetime] = lambda due: due,
) -> tuple[Played, ...]:
    """Every decision until the end or for ``days``. ``replies``: days since the start (2.5) -> tone of what she wrote.

    ``lead`` may change over time; ``delay`` stands in for the contact policy and moves the moment of a send.
    """
    progress = Progress(started_at=start, zone=zone, enrolment_id=enrolment_id)
    inbound = sorted((start + timedelta(days=day), tone) for day, tone in replies.items())
    due: datetime | None = start
    played: list[Played] = []
    while due is not None and due <= start + timedelta(days=days) and len(played) < _MOST_DECISIONS:
        reply = inbound[0] if inbound and inbound[0][0] < due else None
        now = reply[0] if reply else due
        facts = facts_at(lead(now) if callable(lead) else lead, progress, reply[1] if reply else None, now)
        if reply:
            inbound.pop(0)
            decision = react(sequence, progress, reply[1], facts, now)
            progress = replace(progress, reply=Reply(reply[1], now))
        else:
            decision = decide(sequence, progress, facts, now)
            if decision.action == "send_message" and decision.kind == "run" and delay(now) > now:
                due = delay(now)
                continue
        played.append(Played(now, local_days(start, now, zone), decision))
        due = after(sequence, progress, decision, now)
        progress = moved(progress, decision, now)
    return tuple(played)


def moved(progress: Progress, decision: Decision, now: datetime) -> Progress:
    if decision.handled:
        progress = replace(progress, handled=progress.handled | {decision.handled})
    if decision.kind == "run" and decision.action == "send_message":
        progress = replace(
            progress,
            attempts=progress.attempts + 1,
            previous_template=decision.template,
            last_sent_at=now,
            last_step=decision.step,
            reply=None,
        )
    return replace(progress, step=decision.next_step)


def facts_at(lead: LeadFacts, progress: Progress, tone: Tone | None, now: datetime) -> Facts:
    answered = tone is not None or progress.reply is not None
    silent = None if answered or progress.last_sent_at is None else now - progress.last_sent_at
    latest = tone or (progress.reply.tone if progress.reply else None)
    return Facts(lead, latest == "positive", silent, silent.days if silent else 0)
