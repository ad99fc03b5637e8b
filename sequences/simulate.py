"""The time machine: a sequence for one lead, day by day, with the contact policy's word on every message. Pure.

The same ``decide``, ``react`` and policy as in earnest; the lead's history is what is known now, what she would answer
is assumed. Nothing is sent, nothing is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from channels import policy
from channels.policy import Contact
from sequences.composing import Composed, NotComposed
from sequences.decide import after, decide, react
from sequences.plan import NURTURE, Sequence
from sequences.play import facts_at, moved
from sequences.progress import Decision, Progress, Reply
from sequences.timing import local_days
from store.types import LeadFacts, Tone, Verdict

MOST = 400
_LASTS = timedelta(days=31)
_QUIET = frozenset({"not_due", "wait_step"})
_PASSING = {"pending": timedelta(hours=1), "paused": timedelta(days=1)}
Kind = Literal["send", "act", "wait", "skip", "refuse", "reply", "finish", "open"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that would happen: its moment (UTC), the day since the start, by which ``rule``.

    ``step`` is the index of the step it is about, ``text`` what would be sent, ``until`` the end of a wait,
    ``outcome`` how it ends and ``follows`` the sequence after it. ``kind`` open: the days are over first.
    """

    at: datetime
    day: int
    kind: Kind
    rule: str
    step: int | None = None
    text: str = ""
    until: datetime | None = None
    outcome: str = ""
    follows: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Run:
    """What is known at a moment of the play."""

    progress: Progress
    contact: Contact
    events: list[Event]


def simulate(
    sequence: Sequence,
    lead: LeadFacts,
    contact: Contact,
    progress: Progress,
    texts: Callable[[int, str | None], Composed | NotComposed],
    replies: Mapping[float, Tone],
    *,
    now: datetime,
    days: int = 30,
) -> tuple[Event, ...]:
    """Everything of ``days`` days from ``now``. ``contact`` are the policy's facts of now (None of ours sent yet).

    ``texts`` gives the message of a step and template; ``replies``: days from now -> tone of what she would write.
    """
    run = _Run(progress, contact, [])
    inbound = sorted((now + timedelta(days=day), tone) for day, tone in replies.items())
    due: datetime | None = max(now, after(sequence, progress, _nothing(progress), now) or now)
    end = now + timedelta(days=days)
    while due is not None and len(run.events) < MOST:
        if inbound and inbound[0][0] <= min(due, end):
            at, tone = inbound.pop(0)
            due = _replied(sequence, lead, run, tone, at)
            continue
        if due > end:
            run.events.append(Event(end, _day(run, end), "open", "open", step=run.progress.step, until=due))
            break
        due = _worked(sequence, lead, run, texts, due)
    return tuple(run.events)


def _nothing(progress: Progress) -> Decision:
    return Decision("skip", "not_due", next_step=progress.step)


def _day(run: _Run, at: datetime) -> int:
    return local_days(run.progress.started_at, at, run.progress.zone)


def _replied(sequence: Sequence, lead: LeadFacts, run: _Run, tone: Tone, at: datetime) -> datetime | None:
    """She writes: the window opens, nothing is unanswered any more, and the sequence reacts."""
    decision = react(sequence, run.progress, tone, facts_at(lead, run.progress, tone, at), at)
    run.contact = replace(run.contact, window_closes_at=at + policy.DAY_GAP, unanswered=0, away_until=None)
    run.events.append(Event(at, _day(run, at), "reply", tone))
    run.progress = replace(run.progress, reply=Reply(tone, at))
    return _took(sequence, run, decision, at)


def _worked(
    sequence: Sequence,
    lead: LeadFacts,
    run: _Run,
    texts: Callable[[int, str | None], Composed | NotComposed],
    at: datetime,
) -> datetime | None:
    decision = decide(sequence, run.progress, facts_at(lead, run.progress, None, at), at)
    if decision.kind != "run" or decision.action != "send_message":
        return _took(sequence, run, decision, at)
    step = decision.step or 0
    composed = texts(step, decision.template)
    if not isinstance(composed, Composed):
        missing = {"missing": list(composed.missing)}
        run.events.append(Event(at, _day(run, at), "refuse", composed.rule, step=step, facts=missing))
        return _passed(sequence, run, decision, at)
    verdict = _judged(sequence, run, composed, at)
    if verdict.action == "wait" or verdict.rule in _PASSING:
        until = max(verdict.until or at + _PASSING.get(verdict.rule, timedelta(days=1)), at + timedelta(minutes=1))
        if verdict.rule == "paused":
            # Only a person ends this pause: nothing more can be told.
            run.events.append(Event(at, _day(run, at), "refuse", "paused", step=step))
            return None
        run.events.append(Event(at, _day(run, at), "wait", verdict.rule, step=step, until=until, facts=verdict.facts))
        return until
    if verdict.action not in ("send", "template"):
        run.events.append(Event(at, _day(run, at), "refuse", verdict.rule, step=step, facts=verdict.facts))
        return None if verdict.rule == "opted_out" else _passed(sequence, run, decision, at)
    text = composed.leaves(as_template=verdict.action == "template")
    facts = {"channel": run.contact.channel, "template": composed.name}
    run.events.append(Event(at, _day(run, at), "send", verdict.rule, step=step, text=text, facts=facts))
    _sent(run, sequence, at)
    due = after(sequence, run.progress, decision, at)
    run.progress = moved(run.progress, replace(decision, template=composed.name), at)
    return due


def _judged(sequence: Sequence, run: _Run, composed: Composed, at: datetime) -> Verdict:
    nurture = sequence.name == NURTURE
    recent = tuple(sent for sent in run.contact.proactive_at if sent > at - _LASTS)
    return policy.decide(
        replace(
            run.contact,
            now=at,
            proactive_at=recent,
            template=composed.approved_name or None,
            nurture=nurture,
            nurture_started_at=run.progress.started_at if nurture else None,
        )
    )


def _sent(run: _Run, sequence: Sequence, at: datetime) -> None:
    known = run.contact
    nurture = (at, *known.nurture_at) if sequence.name == NURTURE else known.nurture_at
    run.contact = replace(
        known,
        last_sent_at=at,
        proactive_at=(at, *known.proactive_at),
        unanswered=known.unanswered + 1,
        nurture_at=nurture,
    )


def _passed(sequence: Sequence, run: _Run, decision: Decision, at: datetime) -> datetime | None:
    """A step that could not be sent is over; the next one keeps its day."""
    skipped = replace(decision, kind="skip", until=None)
    due = after(sequence, run.progress, skipped, at)
    run.progress = moved(run.progress, skipped, at)
    return due


def _took(sequence: Sequence, run: _Run, decision: Decision, at: datetime) -> datetime | None:
    kinds: dict[str, Kind] = {"run": "act", "skip": "skip", "wait": "wait", "finish": "finish"}
    if decision.rule not in _QUIET:
        run.events.append(
            Event(
                at,
                _day(run, at),
                kinds[decision.kind],
                decision.rule,
                step=decision.step if decision.kind != "wait" else decision.next_step,
                until=decision.until if decision.kind == "wait" else None,
                outcome=decision.outcome or "",
                follows=decision.next_sequence or "",
                facts={**decision.facts, "action": decision.action or ""},
            )
        )
    due = after(sequence, run.progress, decision, at)
    run.progress = moved(run.progress, decision, at)
    return due
