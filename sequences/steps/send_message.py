"""Sends the step's composed text, unless the contact policy says later or not at all."""

from __future__ import annotations

from datetime import timedelta

from channels import words
from channels.letters import Card, Letter, Template
from sequences.composing import Composed, says_ai
from sequences.plan import NURTURE
from sequences.steps.base import Doing, Done, Kind
from store.types import Outcome, Verdict

# Nothing of the lead's may be sent again: skipping step by step would only tell the same story six times.
_FOR_GOOD = frozenset({"opted_out", "locked"})
# These pass by themselves: the step stays due and is asked again later instead of being lost.
_PASSING = {"pending": timedelta(hours=1), "paused": timedelta(days=1)}


async def run(doing: Doing) -> Done:
    composed = doing.composed
    if not isinstance(composed, Composed):
        missing = list(composed.missing) if composed is not None else []
        return Done("skipped", composed.rule if composed is not None else "template_missing", {"missing": missing})
    verdict = await _judge(doing, composed)
    if verdict.action not in ("send", "template"):
        return _held(doing, verdict)
    return await _send(doing, composed, verdict)


async def _judge(doing: Doing, composed: Composed) -> Verdict:
    """The policy's word before anything is queued; nothing is stored here."""
    letter = Letter(
        lead=doing.reading.lead,
        text=composed.text,
        origin="template",
        kind="proactive",
        channel=doing.step.channel,
        sender_id=doing.reading.owner.id,
        enrolment_id=doing.reading.row.id,
        template=Template(composed.approved_name, composed.approved) if composed.approved else None,
        nurture_since=doing.reading.row.started_at if doing.reading.sequence.name == NURTURE else None,
    )
    line, channel = await doing.outbox.route(doing.work, letter)
    if line is None:
        return Verdict("refuse", "unreachable", {"channel": channel})
    return await doing.outbox.judge(doing.work, letter, line, doing.reading.now)


def _held(doing: Doing, verdict: Verdict) -> Done:
    now = doing.reading.now
    if verdict.action == "wait":
        until = max(verdict.until or now, now + timedelta(minutes=1))
        return Done("wait", verdict.rule, verdict.facts, until=until)
    if verdict.rule in _FOR_GOOD:
        return Done("ended", verdict.rule, verdict.facts)
    if verdict.rule in _PASSING:
        return Done("wait", verdict.rule, verdict.facts, until=now + _PASSING[verdict.rule])
    return Done("skipped", verdict.rule, verdict.facts)


async def _send(doing: Doing, composed: Composed, verdict: Verdict) -> Done:
    row = doing.reading.row
    arguments: dict[str, object] = {
        "text": composed.text,
        "channel": doing.step.channel,
        "kind": "proactive",
        "discloses": says_ai(composed.leaves(as_template=verdict.action == "template")),
        "dedupe_key": doing.key,
    }
    if composed.approved:
        arguments |= {"template_name": composed.approved_name, "template_text": composed.approved}
    if doing.reading.sequence.name == NURTURE:
        arguments["nurture_since"] = row.started_at.isoformat()
    outcome = await doing.act("send_message", arguments)
    if outcome.status == "done":
        message = outcome.result.get("message_id")
        return Done("done", "step", {"message_id": message, "template": composed.name}, template=composed.name)
    if outcome.status == "parked":
        return await _parked(doing, composed, outcome)
    return Done("skipped", outcome.reason or "refused", {"outcome": outcome.status})


async def _parked(doing: Doing, composed: Composed, outcome: Outcome) -> Done:
    """Shows the owner the card that the gate asked for; nobody else would."""
    approval = int(outcome.result["approval_id"])
    card = Card(
        words.say(doing.language, outcome.say),
        outcome.options,
        dedupe_key=f"approval:{approval}",
        approval_id=approval,
    )
    await doing.outbox.to_user(doing.work, doing.reading.owner, card)
    return Done("parked", outcome.reason or "approval", template=composed.name, approval=approval)


KIND = Kind("send_message", run, sends=True)
