"""Why something went or did not, and why somebody is (not) on today's list: stored decisions, in words and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from pydantic import Field

from channels import takeover
from sequences.definition import Sequence as Plan
from store.models import Decision, Enrolment, Lead, Message
from store.queries import flows, story
from store.types import Outcome, Say, Verdict
from tools import follow_why, sequencing, wording
from tools.base import Arguments, Tool, Words, lead_rest
from tools.context import Context

_LOOKED_AT = 20
_TOLD = 3
_MINOR = frozenset({"condition"})
_STUCK = frozenset({"failed", "in_doubt", "refused", "cancelled"})


class Explain(Arguments):
    lead: Words | None = Field(None, description="Whom it is about, if anybody was named")
    about: Words | None = Field(None, description="What the rep asks about, in the rep's own words")


@dataclass(frozen=True, slots=True)
class Held:
    """What held something back: a decision, or what a message's own row says."""

    lead_id: int | None
    verdict: Verdict
    at: datetime
    message: Message | None = None
    row: Decision | None = None


async def run(context: Context, arguments: Explain) -> Outcome:
    lead_id = context.lead.id if context.lead else None
    messages = await story.sent_to(context.scope, lead_id, limit=10)
    went = next(iter(await story.newest_decisions(context.scope, lead_id, went=True)), None)
    holds = await story.newest_decisions(context.scope, lead_id, went=False, limit=_LOOKED_AT)
    telling = _telling(holds, went)
    held = _held(telling[0] if telling else None, messages)
    lead = context.lead or await _lead(context, held.lead_id if held else went.lead_id if went else None)
    stopped = any(m.state in _STUCK for m in messages if went is not None and _covers(went, m))
    queued = any(m.state in ("held", "queued") and lead is not None and m.lead_id == lead.id for m in messages)
    lines = _why(context, lead, held, went, stopped=stopped, queued=queued)
    if held is not None and held.row is not None:
        lines[0] = await _spoken(context, held.row, lead, "explain-held")
        lines += [await _spoken(context, row, lead, "explain-also") for row in telling[1:_TOLD]]
    told = _message_line(context, messages, lead)
    lines = [*(lines if held or went or not told else []), *told]
    running = await _sequences(context, lead)
    lines += [line for line, _ in running]
    taken = takeover.until(lead.taken_at, lead.last_inbound_at, context.now) if lead is not None else None
    if lead is not None and taken is not None:
        lines.append(context.words("hand-back-told", name=lead.name, until=wording.moment(context, taken)))
    if lead is not None and lead.paused_reason is not None:
        lines.append(context.words("explain-paused", name=lead.name))
    result = {**_result(lead, held, went), "sequences": [data for _, data in running]}
    if context.lead is not None:
        listed, result["follow_up"] = await follow_why.lines(context, context.lead)
        lines = [*listed, *lines]
    return Outcome("done", Say("explain-answer", {"lines": "\n".join(lines)}), result)


def _telling(holds: Sequence[Decision], went: Decision | None) -> list[Decision]:
    """What held something back since something last went, each rule once, the newest first.

    A step that its own condition ruled out comes last: that is how a sequence is meant, and rarely the question.
    """
    since = [row for row in holds if went is None or (row.at >= went.at and row.lead_id == holds[0].lead_id)]
    if not since:
        return list(holds[:1])
    once = {row.rule: row for row in reversed(since) if row.lead_id == since[0].lead_id}
    newest = sorted(once.values(), key=lambda row: -row.id)
    return sorted(newest, key=lambda row: row.rule in _MINOR)


async def _spoken(context: Context, row: Decision, lead: Lead | None, key: str) -> str:
    """A decision's line: when, which step if it was one, and why."""
    values = {
        "name": lead.name if lead else "",
        "when": wording.moment(context, row.at),
        "reason": wording.reason(context, _verdict(row)),
    }
    step = await _step_of(context, row)
    return context.words(f"{key}-step", **values, step=step) if step else context.words(key, **values)


async def _step_of(context: Context, row: Decision) -> str:
    """What the step is called that a decision is about; "" for anything else."""
    number = row.facts.get("step")
    enrolment = await flows.enrolment(context.scope, row.subject_id) if row.subject == "enrolment" and number else None
    sequence = await _sequence_of(context, enrolment) if enrolment is not None else None
    return sequencing.step_label(context, sequence, int(number or 0) - 1) if sequence is not None else ""


async def _sequence_of(context: Context, row: Enrolment) -> Plan | None:
    """The very version an enrolment runs, when it is still known."""
    for known, parsed in await context.house.engine.library(context.scope):
        if known.id == row.definition_id:
            return parsed
    return None


async def _lead(context: Context, lead_id: int | None) -> Lead | None:
    return await context.work.session.get(Lead, lead_id) if lead_id else None


def _verdict(row: Decision) -> Verdict:
    return Verdict(cast("Any", row.verdict), row.rule, row.facts, row.until)


def _held(row: Decision | None, messages: Any) -> Held | None:
    """The newer of the last decision against something and the last message that got stuck."""
    stuck = next((m for m in messages if m.state in _STUCK and m.reason), None)
    decided = Held(row.lead_id, _verdict(row), row.at, row=row) if row is not None else None
    if stuck is None or (decided is not None and row is not None and _covers(row, stuck)):
        return decided
    found = Held(stuck.lead_id, Verdict("refuse", str(stuck.reason)), stuck.at, stuck)
    return found if decided is None or found.at >= decided.at else decided


def _covers(row: Decision, message: Message) -> bool:
    return row.subject == "message" and row.subject_id == message.id


def _why(
    context: Context, lead: Lead | None, held: Held | None, went: Decision | None, *, stopped: bool, queued: bool
) -> list[str]:
    """``queued``: a message waits, and its own line names its time."""
    name = lead.name if lead else ""
    if held is None:
        if went is None:
            return [context.words("explain-nothing-for", name=name) if lead else context.words("explain-nothing")]
        values = {"name": name, "when": wording.moment(context, went.at)}
        return [context.words("explain-all-went", **values, reason=wording.reason(context, _verdict(went)))]
    reason = wording.reason(context, held.verdict)
    lines = [context.words("explain-held", name=name, when=wording.moment(context, held.at), reason=reason)]
    until = wording.later(held.verdict.facts, held.verdict.until)
    if until is not None and until > context.now and not queued:
        lines.append(context.words("explain-until", when=wording.moment(context, until)))
    ended = held.verdict.rule == "opted_out"  # what went after that is its own confirmation
    if went is not None and went.at > held.at and went.lead_id == held.lead_id and not (stopped or ended):
        lines.append(context.words("explain-went-later", when=wording.moment(context, went.at)))
    return lines


def _message_line(context: Context, messages: Any, lead: Lead | None) -> list[str]:
    """What became of the newest message itself."""
    row = next((m for m in messages if lead is None or m.lead_id == lead.id), None)
    if row is None:
        return []
    state = context.words(f"message-state-{row.state.replace('_', '-')}")
    values: Mapping[str, object] = {"text": wording.short(row.text, 80), "state": state}
    if row.state in ("held", "queued") and row.due_at is not None and row.due_at > context.now:
        return [context.words("explain-message-later", **values, when=wording.moment(context, row.due_at))]
    return [context.words("explain-message", **values)]


async def _sequences(context: Context, lead: Lead | None) -> list[tuple[str, dict[str, object]]]:
    """Every running sequence with its next step and its time."""
    if lead is None:
        return []
    found: list[tuple[str, dict[str, object]]] = []
    for row in await flows.running(context.scope, lead.id):
        sequence = await _sequence_of(context, row)
        title = sequencing.title(context, sequence) if sequence else row.sequence.replace("_", " ")
        step = sequencing.step_label(context, sequence, row.step) if sequence else ""
        values: dict[str, object] = {"sequence": title, "step": step or str(row.step + 1)}
        key = "explain-sequence-waits" if row.waiting_for else "explain-sequence"
        if row.next_due_at is not None and not row.waiting_for:
            values["when"] = wording.moment(context, row.next_due_at)
        elif not row.waiting_for:
            key = "explain-sequence-rests"
        found.append((context.words(key, **values), {**sequencing.result(row), "step_name": step}))
    return found


def _result(lead: Lead | None, held: Held | None, went: Decision | None) -> dict[str, Any]:
    result: dict[str, Any] = {"lead_id": lead.id if lead else None, "lead": lead.name if lead else None}
    if held is not None:
        until = wording.later(held.verdict.facts, held.verdict.until)
        result |= {
            "verdict": held.verdict.action,
            "rule": held.verdict.rule,
            "facts": dict(held.verdict.facts),
            "until": until.isoformat() if until else None,
            "at": held.at.isoformat(),
        }
    if went is not None:
        result["last_sent"] = {"verdict": went.verdict, "rule": went.rule, "at": went.at.isoformat()}
    return result


TOOL = Tool(
    name="explain",
    description="Explain why a message went or did not, or why a lead is or is not up today, from what is stored.",
    arguments=Explain,
    run=run,
    commands=("warum", "why"),
    from_command=lead_rest,
    reads=True,
)
