"""A rep's hand on one running sequence: paused and resumed with the wait that was left, a step skipped or moved.

The schedule of an enrolment is its start plus days, so whatever moves it is one number, ``progress["shift"]`` (seconds
that the start counts as later). ``progress["pause"]`` is {since, left} (left: seconds that were left to the next step),
and ``until`` when the pause ends by itself; without one the enrolment's status is ``paused``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sequences.plan import Sequence, Step
from sequences.progress import next_due
from sequences.reading import Reading, progress_of, read
from store.db import Work
from store.models import Enrolment, SequenceDefinition
from store.queries import acts, triggers


@dataclass(frozen=True, slots=True)
class Held:
    """A schedule while and after somebody's hand was on it; ``due`` None: until somebody resumes it."""

    status: str
    progress: Mapping[str, Any]
    due: datetime | None


def paused_until(progress: Mapping[str, Any], now: datetime) -> datetime | None:
    """When a pause ends by itself; None when none does, or when it is over."""
    said = progress.get("pause", {}).get("until")
    until = datetime.fromisoformat(said) if said else None
    return until if until is not None and until > now else None


def held(status: str, progress: Mapping[str, Any], now: datetime) -> bool:
    """Whether somebody has paused it."""
    return status == "paused" or paused_until(progress, now) is not None


def pause(progress: Mapping[str, Any], due: datetime | None, now: datetime, until: datetime | None) -> Held:
    """From now on nothing, until ``until`` or until somebody resumes it; the wait that is left stays as long."""
    left = max((due or now) - now, timedelta())
    kept: dict[str, Any] = {"since": now.isoformat(), "left": left.total_seconds()}
    if until is None:
        return Held("paused", {**progress, "pause": kept}, None)
    moved = _shifted(progress, until - now)
    return Held("active", {**moved, "pause": {**kept, "until": until.isoformat()}}, until + left)


def resume(progress: Mapping[str, Any], now: datetime) -> Held:
    """Goes on with the wait that was left, whether the pause had an end of its own or not."""
    was = progress.get("pause", {})
    until = paused_until(progress, now)
    # A pause with an end was counted in whole when it began.
    spent = now - until if until is not None else now - datetime.fromisoformat(was.get("since", now.isoformat()))
    moved = {key: value for key, value in _shifted(progress, spent).items() if key != "pause"}
    return Held("active", moved, now + timedelta(seconds=float(was.get("left", 0))))


def _shifted(progress: Mapping[str, Any], by: timedelta) -> dict[str, Any]:
    return {**progress, "shift": float(progress.get("shift", 0)) + by.total_seconds()}


async def pause_run(work: Work, row: Enrolment, now: datetime, until: datetime | None) -> None:
    """Pauses one enrolment; what it had queued does not leave, and is due again once it goes on."""
    if held(row.status, row.progress, now):
        _apply(row, resume(row.progress, now))
    if await triggers.cancel_follow_ups(work.scope(), row.id, "paused_by_user") and row.last_step is not None:
        row.step, row.next_due_at = row.last_step, now
        row.attempts = max(row.attempts - 1, 0)  # what never left was no attempt
    _apply(row, pause(row.progress, row.next_due_at, now, until))
    await _record(work, row, "wait", "paused_by_user", now, {"left": row.progress["pause"]["left"]}, until)


async def resume_run(work: Work, row: Enrolment, now: datetime) -> None:
    _apply(row, resume(row.progress, now))
    await _record(work, row, "run", "resumed_by_user", now, {}, row.next_due_at)


def step_ahead(reading: Reading) -> Step | None:
    """The next step that does something; None when only the end is left."""
    ahead = reading.sequence.steps[reading.row.step :]
    return next((step for step in ahead if step.action != "wait"), None)


async def skip_step(work: Work, reading: Reading, step: Step) -> None:
    """The step will not happen; the ones behind it keep their days."""
    row, now = reading.row, reading.now
    await _drop_parked(work, row, now)
    row.step = step.index + 1
    row.next_due_at = max(next_due(reading.sequence, progress_of(row, reading.lead), row.step), now)
    facts = {"step": step.index + 1, "name": step.name, "action": step.action}
    await _record(work, row, "skip", "skipped_by_user", now, facts, row.next_due_at)
    _free(row)


async def postpone_step(work: Work, reading: Reading, step: Step, at: datetime) -> None:
    """The step comes at ``at``; the ones behind it move along, so that the distances stay."""
    row, now = reading.row, reading.now
    await _drop_parked(work, row, now)
    row.step = step.index
    for _ in range(2):  # a second look where the clocks change in between
        due = next_due(reading.sequence, progress_of(row, reading.lead), row.step)
        row.progress = _shifted(row.progress, at - due)
    row.next_due_at = at
    facts = {"step": step.index + 1, "name": step.name, "action": step.action}
    await _record(work, row, "wait", "postponed_by_user", now, facts, at)
    _free(row)


def place_in(old: Sequence, new: Sequence, step: int) -> int | None:
    """Where an enrolment before step ``step`` of one version stands in another: before the same step, or the next one
    both have. None when the other version has none of the steps that are left."""
    keys = [one.key for one in new.steps]
    return next((keys.index(one.key) for one in old.steps[step:] if one.key in keys), None)


async def renew(work: Work, reading: Reading, definition: SequenceDefinition, sequence: Sequence) -> bool:
    """Moves a running enrolment to another version of its sequence. False: it stays, for nothing of it is left there.

    What was sent and answered counts on; the next step comes on the day the new version gives it, never in the past.
    """
    row, now, old = reading.row, reading.now, reading.sequence
    place = place_in(old, sequence, row.step)
    if place is None:
        return False
    keys = {one.key: one.index for one in sequence.steps}
    moved = {one.index: keys.get(one.key) for one in old.steps}
    marks = (str(mark).partition(":") for mark in row.progress.get("handled", ()))
    handled = [f"{moved[int(step)]}:{kind}" for step, _, kind in marks if moved.get(int(step)) is not None]
    row.progress = {**row.progress, "handled": handled}
    row.last_step = moved.get(row.last_step) if row.last_step is not None else None
    row.step, row.definition_id, row.version = place, definition.id, definition.version
    if row.status == "active" and not held(row.status, row.progress, now):
        row.next_due_at = max(next_due(sequence, progress_of(row, reading.lead), place), now)
    facts = {"version": definition.version, "step": place + 1}
    await _record(work, row, "run", "version_changed", now, facts, row.next_due_at)
    _free(row)
    return True


async def fresh(work: Work, reading_of: Enrolment, catalogue: Any, now: datetime) -> Reading:
    """The enrolment with what its steps rest on. Raises LookupError when one of its people is gone."""
    reading = await read(work.scope(), catalogue, reading_of.id, now)
    if reading is None:
        raise LookupError(f"enrolment {reading_of.id} is gone")
    return reading


def _apply(row: Enrolment, found: Held) -> None:
    row.status, row.progress, row.next_due_at = found.status, dict(found.progress), found.due
    _free(row)


def _free(row: Enrolment) -> None:
    """Whoever works on it right now decided without knowing; what was said about the old wait is forgotten."""
    row.lease_token, row.lease_until = row.lease_token + 1, None
    row.progress = {key: value for key, value in row.progress.items() if key not in ("said", "tries")}


async def _drop_parked(work: Work, row: Enrolment, now: datetime) -> None:
    """A message that waits for a yes belongs to the step that is put off or left out."""
    if row.waiting_for is None:
        return
    await acts.void_approval(work.scope(), row.waiting_for, now, "step_changed")
    row.waiting_for = None
    row.progress = {key: value for key, value in row.progress.items() if key != "parked"}


async def _record(
    work: Work, row: Enrolment, verdict: str, rule: str, now: datetime, facts: Mapping[str, Any], until: datetime | None
) -> None:
    await acts.record(
        work.scope(),
        row.team_id,
        "enrolment",
        row.id,
        verdict=verdict,
        rule=rule,
        at=now,
        lead_id=row.lead_id,
        facts={"sequence": row.sequence, **facts},
        until=until,
    )
