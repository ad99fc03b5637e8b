"""What a decision, once carried out, changes in the rows, always with its stored reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sequences import enrolling
from sequences.catalogue import Catalogue
from sequences.decide import after
from sequences.progress import Decision
from sequences.reading import Reading
from sequences.steps.base import Done
from store.db import Work
from store.models import Approval, Enrolment
from store.queries import acts

# A step that is simply not due yet is no news.
_SILENT = frozenset({"not_due"})


async def carried(work: Work, reading: Reading, decision: Decision, done: Done) -> None:
    """Moves the enrolment on after a ``run`` decision."""
    if done.kind == "done":
        await _advance(work, reading, decision, done)
    elif done.kind == "skipped":
        await skipped(work, reading, decision, done.rule, done.facts)
    elif done.kind == "wait":
        await waiting(work, reading, decision, done)
    elif done.kind == "parked":
        await _park(work, reading, decision, done)
    else:
        await enrolling.cancel(work, reading.row, done.rule, reading.now)


async def _advance(work: Work, reading: Reading, decision: Decision, done: Done) -> None:
    row = reading.row
    row.next_due_at = after(reading.sequence, reading.progress, decision, reading.now)
    row.step = decision.next_step
    _handled(row, decision)
    if done.template is not None:
        sent(row, done.template, decision.step, reading.now)
    await _record(work, reading, "run", decision.rule, {**decision.facts, **done.facts}, row.next_due_at)
    _hush(row)


def sent(row: Enrolment, template: str, step: int | None, now: datetime) -> None:
    """A message of this enrolment went out: the answer to it is still open."""
    row.attempts += 1
    row.previous_template, row.last_step, row.last_sent_at = template, step, now
    row.reply_tone = row.reply_at = None


async def skipped(work: Work, reading: Reading, decision: Decision, rule: str, facts: Mapping[str, Any]) -> None:
    """The step is over without its act; the next one keeps its own day."""
    row = reading.row
    step = replace(decision, kind="skip", until=None)
    row.next_due_at = after(reading.sequence, reading.progress, step, reading.now)
    row.step = decision.next_step
    _handled(row, decision)
    await _record(work, reading, "skip", rule, {**decision.facts, **facts})
    _hush(row)


async def waiting(work: Work, reading: Reading, decision: Decision, done: Done) -> None:
    """The step stays; the policy is asked again at ``done.until``."""
    reading.row.next_due_at = done.until
    facts = {**decision.facts, **done.facts}
    await _once(work, reading, "wait", done.rule, facts, done.until)


async def _park(work: Work, reading: Reading, decision: Decision, done: Done) -> None:
    row = reading.row
    approval = await work.session.get(Approval, done.approval)
    row.waiting_for = done.approval
    row.next_due_at = approval.expires_at if approval is not None else reading.now
    parked = {"step": decision.step, "next_step": decision.next_step, "template": done.template}
    row.progress = {**row.progress, "parked": parked}
    await _record(work, reading, "wait", "approval", {**decision.facts, "approval": done.approval}, row.next_due_at)


async def rested(work: Work, reading: Reading, decision: Decision) -> None:
    """A decision to wait: until a day, an answer, the end of a live talk."""
    row = reading.row
    row.next_due_at = after(reading.sequence, reading.progress, decision, reading.now)
    row.step = decision.next_step
    _handled(row, decision)
    if decision.rule not in _SILENT:
        await _once(work, reading, "wait", decision.rule, decision.facts, row.next_due_at)


async def finished(work: Work, catalogue: Catalogue, reading: Reading, decision: Decision, done: Done | None) -> None:
    """Closes the enrolment and enrols in what comes next."""
    row, lead, now = reading.row, reading.lead, reading.now
    row.status, row.outcome, row.completed_at = "completed", decision.outcome, now
    row.next_due_at = row.waiting_for = None
    row.step = decision.next_step
    extra = done.facts if done is not None else {}
    facts = {**decision.facts, **extra, "outcome": decision.outcome}
    await _record(work, reading, "finish", decision.rule, facts)
    await work.session.flush()
    if decision.next_sequence is not None:
        await enrolling.follow(work, catalogue, row, lead, decision.next_sequence, now)


def _handled(row: Enrolment, decision: Decision) -> None:
    if decision.handled is not None:
        marks = sorted({*row.progress.get("handled", ()), decision.handled})
        row.progress = {**row.progress, "handled": marks}


async def _once(
    work: Work, reading: Reading, verdict: str, rule: str, facts: Mapping[str, Any], until: datetime | None
) -> None:
    """Stores a wait when it changed, not each time somebody looked."""
    row = reading.row
    said = [row.step, rule, until.isoformat() if until else None]
    if row.progress.get("said") == said:
        return
    row.progress = {**row.progress, "said": said}
    await _record(work, reading, verdict, rule, facts, until)


def _hush(row: Enrolment) -> None:
    """The step is over: what was said about it and the tries it took are forgotten."""
    row.progress = {key: value for key, value in row.progress.items() if key not in ("said", "tries")}


async def _record(
    work: Work, reading: Reading, verdict: str, rule: str, facts: Mapping[str, Any], until: datetime | None = None
) -> None:
    row = reading.row
    await acts.record(
        work.scope(),
        row.team_id,
        "enrolment",
        row.id,
        verdict=verdict,
        rule=rule,
        at=reading.now,
        lead_id=row.lead_id,
        facts={"sequence": row.sequence, **facts},
        until=until,
    )
