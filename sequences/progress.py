"""What a sequence decision is made from and what it says; all of it fits into a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from sequences.plan import Sequence, Step
from sequences.timing import due_at
from store.types import Tone

Kind = Literal["run", "skip", "wait", "finish"]

# An automatic message never enters a talk that is under way.
TALK = timedelta(hours=24)
# After a reply that ended nothing the next step leaves room for an answer by a person …
REST = timedelta(days=3)
# … and after a positive one without a branch of its own the rep has a week; then the follow-up is armed again.
PAUSE = timedelta(days=7)
# How long the last step is open for an answer.
LAST_ANSWER_DAYS = 7

RULES = (
    "step", "wait_step", "archive_step", "nurture_step", "end_step",
    "condition", "not_due", "live_talk", "answer_time",
    "no_response_branch", "reply_branch", "reply_next_step", "reply_wait", "reply_handled",
    "reply_positive_pause", "reply_neutral_rest", "reply_negative_end",
    "target_reached", "lead_lost", "max_attempts", "max_duration", "completed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reply:
    """The lead's latest message since the last sent step."""

    tone: Tone
    at: datetime
    intent: str = "other"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an enrolment stands.

    ``step``: index of the next step, may equal the number of steps. ``last_step``: index of the last step really
    sent, ``attempts`` how many were. ``handled``: the ``Decision.handled`` marks of branches already carried out.
    """

    started_at: datetime
    step: int = 0
    attempts: int = 0
    previous_template: str | None = None
    last_sent_at: datetime | None = None
    last_step: int | None = None
    reply: Reply | None = None
    handled: frozenset[str] = frozenset()
    zone: str = "Europe/Berlin"
    enrolment_id: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What an enrolment does now, by which ``rule`` (one of RULES) and on which JSON-able ``facts``.

    - run: carry out ``action`` for step ``step`` (send_message with ``template``, else ``fallback_template``;
      schedule_call, create_reminder), then go on at ``next_step``
    - skip: nothing, go on at ``next_step``
    - wait: nothing; ``next_step`` and ``until`` replace the enrolment's
    - finish: ``outcome``, ``next_sequence`` to enrol in, ``lead_changes`` to write

    ``until`` of a run is the earliest moment of the next step, None for the usual (``decide.after`` knows both).
    ``handled`` is to be added to ``Progress.handled``. ``variant`` is the index of the chosen variant.
    """

    kind: Kind
    rule: str
    step: int | None = None
    action: str | None = None
    template: str | None = None
    fallback_template: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    until: datetime | None = None
    next_step: int = 0
    outcome: str | None = None
    next_sequence: str | None = None
    lead_changes: Mapping[str, Any] = field(default_factory=dict)
    variant: int | None = None
    handled: str | None = None


def next_due(sequence: Sequence, progress: Progress, index: int) -> datetime:
    """When step ``index`` is due; past the last one, when the sequence ends."""
    if index < len(sequence.steps):
        return due_at(progress.started_at, sequence.steps[index].day, progress.zone)
    return _end_at(sequence, progress)


def last_sent(sequence: Sequence, progress: Progress) -> Step | None:
    if progress.last_step is None or progress.last_step >= len(sequence.steps):
        return None
    return sequence.steps[progress.last_step]


def _end_at(sequence: Sequence, progress: Progress) -> datetime:
    """At once, unless the last message sent was the last step and has branches for an answer or for none."""
    last = last_sent(sequence, progress)
    final = sequence.steps[-1]
    if last is None or progress.last_sent_at is None or last.index != final.index:
        return due_at(progress.started_at, final.day, progress.zone)
    if not last.on_response and last.on_no_response is None:
        return progress.last_sent_at
    days = min(sequence.max_duration_days, final.day + LAST_ANSWER_DAYS)
    return max(due_at(progress.started_at, days, progress.zone), progress.last_sent_at + TALK)


def to_json(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
