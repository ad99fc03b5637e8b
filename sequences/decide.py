"""What an enrolment does next, and why: pure, total, and the same answer for the same arguments.

``decide`` is asked when an enrolment is due, ``react`` when its lead has written, ``after`` for the next due time.
Where a step says nothing about a reply: a positive one pauses the automatic talk for seven days so that a person can
answer (and the follow-up is armed again afterwards), a neutral one lets it rest for three days, a negative one ends
the sequence. Reaching the target ends it always.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sequences.conditions import Condition, Facts, holds
from sequences.plan import NURTURE, Branch, Sequence, Step
from sequences.progress import PAUSE, REST, TALK, Decision, Progress, Reply, last_sent, next_due, to_json
from sequences.timing import local_days
from store.types import Tone

__all__ = ["Decision", "Progress", "Reply", "after", "choose_variant", "decide", "react"]

_ENDINGS = {"archive_lead": "archive_step", "move_to_nurture": "nurture_step", "end_sequence": "end_step"}
_FOR_THE_REP = frozenset({"schedule_call", "create_reminder"})


def decide(sequence: Sequence, progress: Progress, facts: Facts, now: datetime) -> Decision:
    """The act of a due enrolment. Asked too early it answers ``wait`` with rule ``not_due``."""
    early = _over(sequence, progress, facts)
    if early is not None:
        return early
    index = progress.step
    due = next_due(sequence, progress, index)
    if now < due:
        return _wait("not_due", due, index)
    silent = _silence(sequence, progress, facts, now)
    if isinstance(silent, Decision):
        return silent
    if silent is not None and silent > index:
        index = silent
        if now < next_due(sequence, progress, index):
            return _wait("no_response_branch", next_due(sequence, progress, index), index)
    known = _known(sequence, progress, facts, index)
    days = local_days(progress.started_at, now, progress.zone)
    if index >= len(sequence.steps):
        return _finish(sequence, "completed", "completed", progress)
    if days > sequence.max_duration_days:
        values = {"day": days, "max_days": sequence.max_duration_days}
        return _own_end(sequence, progress, known, index, "max_duration", values)
    return _step(sequence, progress, known, sequence.steps[index], now)


def react(sequence: Sequence, progress: Progress, response: Tone, facts: Facts, now: datetime) -> Decision:
    """What the lead's reply does at once: the branch of the last sent step, or the default of this module."""
    early = _over(sequence, progress, facts)
    if early is not None:
        return early
    step = last_sent(sequence, progress)
    branch = step.on_response.get(response) if step is not None else None
    if step is None or branch is None:
        return _default(sequence, progress, response, now)
    values = {**_about(step), "response": response, "branch": str(branch)}
    mark = f"{step.index}:{response}"
    if branch.kind == "step":
        index = max(_index_of(sequence, branch.value), progress.step)
        return _wait("reply_branch", max(next_due(sequence, progress, index), now + TALK), index, values)
    ending = _branch_end(sequence, branch, "reply_branch", f"reply_{response}", progress, values)
    if ending is not None:
        return ending
    due = next_due(sequence, progress, progress.step)
    if branch.value == "next_step":
        return _wait("reply_next_step", max(due, now + TALK), progress.step, values)
    if branch.value == "wait" or mark in progress.handled:
        rule = "reply_wait" if branch.value == "wait" else "reply_handled"
        return _wait(rule, max(due, now + REST), progress.step, values)
    return Decision(
        "run",
        "reply_branch",
        step=step.index,
        action=branch.value,
        facts=values,
        until=max(due, now + REST),
        next_step=progress.step,
        handled=mark,
    )


def after(sequence: Sequence, progress: Progress, decision: Decision, now: datetime) -> datetime | None:
    """The enrolment's next due time once ``decision`` is carried out; None when it is finished.

    ``progress`` is the one the decision was made on. A due time in the past is ``now``: the step follows at the next
    tick, and only the contact policy spaces late messages.
    """
    if decision.kind == "finish":
        return None
    if decision.until is not None:
        return max(decision.until, now)
    if decision.kind == "run" and decision.action == "send_message":
        progress = replace(progress, last_step=decision.step, last_sent_at=now)
    return max(next_due(sequence, progress, decision.next_step), now)


def choose_variant(step: Step, enrolment_id: int) -> int:
    """Index of the variant an enrolment gets: always the same one, and neighbours get different ones. 0 without any."""
    return (enrolment_id + step.index) % len(step.variants) if step.variants else 0


def _step(sequence: Sequence, progress: Progress, known: Facts, step: Step, now: datetime) -> Decision:
    failed = _failed(step, known)
    if failed is not None:
        values = {**_about(step), "condition": failed.text}
        following = step.index + 1
        return Decision("skip", "condition", step=step.index, action=step.action, facts=values, next_step=following)
    if step.action in _ENDINGS:
        return _ending(sequence, step, _ENDINGS[step.action], progress)
    if step.action == "wait":
        due = next_due(sequence, progress, step.index + 1)
        return _wait("wait_step", max(due, now), step.index + 1, _about(step))
    if step.sends and progress.reply is not None and now < progress.reply.at + TALK:
        values = {**_about(step), "replied_at": to_json(progress.reply.at)}
        return _wait("live_talk", progress.reply.at + TALK, step.index, values)
    if step.sends and progress.attempts >= sequence.max_attempts:
        values = {**_about(step), "attempts": progress.attempts, "max_attempts": sequence.max_attempts}
        return _own_end(sequence, progress, known, step.index, "max_attempts", values)
    return _run(progress, step)


def _run(progress: Progress, step: Step) -> Decision:
    variant = choose_variant(step, progress.enrolment_id) if step.variants else None
    template = step.template if variant is None else step.variants[variant]
    return Decision(
        "run",
        "step",
        step=step.index,
        action=step.action,
        template=template,
        fallback_template=step.fallback_template,
        facts={**_about(step), "template": template, "attempt": progress.attempts + step.sends},
        next_step=step.index + 1,
        variant=variant,
    )


def _over(sequence: Sequence, progress: Progress, facts: Facts) -> Decision | None:
    """Ends that hold at any moment: the lead is where the sequence leads to, or is lost."""
    stage = facts.lead.stage.casefold()
    target = sequence.target_outcome
    if target and (stage == target or (target == "customer" and facts.lead.is_customer)):
        return _finish(sequence, "target_reached", target, progress, {"stage": stage}, follow=False)
    if stage == "lost":
        return _finish(sequence, "lead_lost", "lost", progress, {"stage": stage}, follow=False)
    return None


def _silence(sequence: Sequence, progress: Progress, facts: Facts, now: datetime) -> Decision | int | None:
    """The branch for no reply to the last message: a decision, the step to jump to, or None to go on."""
    step = last_sent(sequence, progress)
    if step is None or step.on_no_response is None or progress.reply is not None:
        return None
    following = sequence.steps[progress.step : progress.step + 1]
    if following and following[0].day <= step.day:
        return None  # another step of the same day is no next day
    branch, mark = step.on_no_response, f"{step.index}:none"
    if mark in progress.handled or (branch.kind == "action" and branch.value in ("next_step", "wait")):
        return None
    if progress.last_sent_at is not None and now < progress.last_sent_at + TALK:
        return _wait("answer_time", progress.last_sent_at + TALK, progress.step, _about(step))
    if branch.kind == "step":
        return _index_of(sequence, branch.value)
    values = {**_about(step), "branch": str(branch), "silent_days": facts.no_response_days}
    ending = _branch_end(sequence, branch, "no_response_branch", "no_response", progress, values)
    return ending or Decision(
        "run",
        "no_response_branch",
        step=step.index,
        action=branch.value,
        facts=values,
        until=now,
        next_step=progress.step,
        handled=mark,
    )


def _branch_end(
    sequence: Sequence, branch: Branch, rule: str, outcome: str, progress: Progress, values: Mapping[str, Any]
) -> Decision | None:
    """The end a branch stands for, if it does. ``end_sequence`` as a branch starts nothing afterwards."""
    if branch.kind == "sequence":
        ended = _finish(sequence, rule, outcome, progress, values, follow=False)
        return replace(ended, next_sequence=branch.value)
    if branch.kind == "action" and branch.value in _ENDINGS:
        ended = _act_end(sequence, branch.value, rule, progress, values, follow=False)
        return replace(ended, outcome=outcome) if branch.value == "end_sequence" else ended
    return None


def _ending(sequence: Sequence, step: Step, rule: str, progress: Progress) -> Decision:
    ended = _act_end(sequence, step.action, rule, progress, _about(step), follow=True)
    return replace(ended, step=step.index)


def _act_end(
    sequence: Sequence, action: str, rule: str, progress: Progress, values: Mapping[str, Any], *, follow: bool
) -> Decision:
    if action == "archive_lead":
        ended = _finish(sequence, rule, "archived", progress, values, follow=False)
        return replace(ended, action=action, lead_changes={"stage": "archived"})
    if action == "move_to_nurture":
        ended = _finish(sequence, rule, "nurture", progress, values, follow=False)
        # a nurture that moved to nurture would never end
        return replace(ended, action=action, next_sequence=None if sequence.name == NURTURE else NURTURE)
    return replace(_finish(sequence, rule, "completed", progress, values, follow=follow), action=action)


def _own_end(
    sequence: Sequence, progress: Progress, known: Facts, index: int, rule: str, values: Mapping[str, Any]
) -> Decision:
    """Cut short by a limit: the first ending among the steps left whose conditions hold, else ``next_sequence``."""
    for step in sequence.steps[index:]:
        if step.action in _ENDINGS and _failed(step, known) is None:
            ended = _ending(sequence, step, rule, progress)
            return replace(ended, facts={**ended.facts, **values})
    return _finish(sequence, rule, rule, progress, values)


def _default(sequence: Sequence, progress: Progress, response: Tone, now: datetime) -> Decision:
    values = {"response": response}
    due = next_due(sequence, progress, progress.step)
    if response == "negative":
        return _finish(sequence, "reply_negative_end", "declined", progress, values, follow=False)
    if response == "positive":
        return _wait("reply_positive_pause", max(due, now + PAUSE), progress.step, values)
    return _wait("reply_neutral_rest", max(due, now + REST), progress.step, values)


def _finish(
    sequence: Sequence,
    rule: str,
    outcome: str,
    progress: Progress,
    values: Mapping[str, Any] | None = None,
    *,
    follow: bool = True,
) -> Decision:
    facts = {"attempts": progress.attempts, **(values or {})}
    follower = sequence.next_sequence if follow else None
    return Decision("finish", rule, facts=facts, next_step=progress.step, outcome=outcome, next_sequence=follower)


def _wait(rule: str, until: datetime, next_step: int, values: Mapping[str, Any] | None = None) -> Decision:
    facts = {**(values or {}), "until": to_json(until)}
    return Decision("wait", rule, facts=facts, until=until, next_step=next_step)


def _known(sequence: Sequence, progress: Progress, facts: Facts, index: int) -> Facts:
    previous = sequence.family(progress.previous_template)
    return replace(facts, previous_template=previous, step=index + 1, attempts=progress.attempts)


def _failed(step: Step, known: Facts) -> Condition | None:
    return next((condition for condition in step.conditions if not holds(condition, known)), None)


def _index_of(sequence: Sequence, key: str) -> int:
    return next((step.index for step in sequence.steps if step.key == key), len(sequence.steps))


def _about(step: Step) -> dict[str, Any]:
    return {"step": step.index + 1, "name": step.name, "day": step.day, "action": step.action}
