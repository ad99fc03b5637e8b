"""A sequence's run as a person reads it: each step with its day and what became of it. PURE."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sequences.plan import Sequence
from sequences.timing import due_at
from store.queries.insight import Run

Fate = Literal["done", "skipped", "next", "later", "off"]


@dataclass(frozen=True, slots=True)
class Stop:
    """``at`` is when it happened or is due; ``rule`` says why it was skipped or waits. off: it never comes any more."""

    title: str
    action: str
    fate: Fate
    at: datetime
    rule: str | None = None


def timeline(sequence: Sequence, run: Run, language: str, zone: str) -> list[Stop]:
    """The steps in order."""
    row = run.row
    decided = {int(d.facts["step"]) - 1: d for d in run.decisions if d.verdict in ("run", "skip") and "step" in d.facts}
    running = row.status in ("active", "paused")
    stops = []
    for step in sequence.steps:
        decision = decided.get(step.index)
        planned = due_at(row.started_at, step.day, zone)
        title = step.called(language)
        if decision is not None:
            fate: Fate = "done" if decision.verdict == "run" else "skipped"
            stops.append(Stop(title, step.action, fate, decision.at, decision.rule if fate == "skipped" else None))
        elif step.index == row.step and running:
            stops.append(Stop(title, step.action, "next", row.next_due_at or planned, _waits(run)))
        elif step.index < row.step:
            stops.append(Stop(title, step.action, "skipped", planned))
        else:
            stops.append(Stop(title, step.action, "later" if running else "off", planned))
    return stops


def _waits(run: Run) -> str | None:
    """The rule for which the next step waits, while that is the newest word on the run."""
    if run.row.waiting_for is not None:
        return "approval"
    newest = run.decisions[-1] if run.decisions else None
    return newest.rule if newest is not None and newest.verdict == "wait" else None
