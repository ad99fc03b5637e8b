"""Words a message to a lead in somebody's voice (MISSION D1): left for a tap, or sent where it may go by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from channels import guard, words
from sequences import answering
from sequences.composing import must_disclose
from store.models import Conversation, Generation, Lead, Message, Persona, User
from store.objections import Handler
from store.queries import generating, leads, people
from store.thoughts import Purpose
from store.types import ActOrigin, Draft, Language, Outcome, Say, ToolCall
from tools import voice
from tools.base import INTERNAL, Arguments, Refusal, Tool, Words
from tools.context import Before, Context
from tools.voice import Voice

LOOKED_AT = 10
MODEL_CONFIDENCE = 70


class GenerateMessage(Arguments):
    lead: Words | None = Field(None, json_schema_extra=INTERNAL)
    conversation: int | None = Field(None, ge=1, le=2**62, json_schema_extra=INTERNAL)
    creator: int | None = Field(None, ge=1, le=2**62, json_schema_extra=INTERNAL)
    type: Literal["reply", "followup", "offer"] = Field("reply", json_schema_extra=INTERNAL)


@dataclass(frozen=True, slots=True)
class Made:
    """A draft with what it rests on; empty text when the guard let nothing through."""

    draft: Draft
    provider: str
    price: float | None
    discloses: bool


async def prepare(before: Before, arguments: GenerateMessage) -> Made | None:
    """Reads the last ten messages and asks the model, with no unit of work open."""
    actor = before.actor
    async with before.db.read(actor.team_id, actor.id) as scope:
        found = await generating.conversation(scope, arguments.conversation or 0)
        if found is None or str(found[1].id) != arguments.lead:
            return None
        line, lead = found
        rows = await generating.last_messages(scope, line.id, LOOKED_AT)
        speaker = await _voice(before, arguments.creator or actor.id)
        creator = await people.user(scope, arguments.creator or actor.id)
        if speaker is None or creator is None:
            return None
        handlers = await answering.answers_for(scope, before.house.settings, lead, creator)
    return await _made(before, arguments, line, lead, rows, speaker, handlers)


async def _voice(before: Before, user_id: int) -> Voice | None:
    async with before.db.read(before.actor.team_id) as scope:
        user = await people.user(scope, user_id)
        row = await generating.persona(scope, user_id)
    return voice_of(user, row) if user is not None else None


def voice_of(user: User, row: Persona | None) -> Voice:
    """A user's voice from its row; the default one when there is none."""
    if row is None:
        return Voice(user.name)
    lists = (tuple(row.tone), tuple(row.forbidden_words), tuple(row.preferred_phrases))
    return Voice(user.name, row.type, *lists, row.emoji_style, row.system_prompt)


async def _made(
    before: Before,
    arguments: GenerateMessage,
    line: Conversation,
    lead: Lead,
    rows: Sequence[Message],
    speaker: Voice,
    handlers: Sequence[Handler],
) -> Made:
    facts, actor = leads.facts(lead), before.actor
    heard = [row.text for row in rows if row.direction == "in"]
    newest = heard[-1] if heard else ""
    purpose = Purpose("draft", actor.team_id, actor.id, actor.zone, lead.id)
    told = voice.system(speaker, facts, arguments.type, facts.language)
    history = [(row.direction, row.text) for row in rows]
    thought = await before.house.think.complete(
        purpose, told, newest or "-", history=history[:-1] if heard else history
    )
    offline = before.house.answer(
        facts,
        newest,
        sender=speaker.sender,
        channel=line.channel,
        handlers=handlers if arguments.type == "reply" else (),
    )
    draft = Draft(voice.dressed(offline.text, speaker), offline.confidence, offline.reasons)
    if thought is not None and thought.text.strip():
        draft = Draft(thought.text.strip(), MODEL_CONFIDENCE, (f"intent: {arguments.type}", *offline.reasons))
    draft = _guarded(draft, facts.language, facts.register, speaker)
    price = voice.named_price([row.text for row in rows if row.direction == "out"])
    discloses = bool(draft.text) and must_disclose(lead.disclosed_at, None, lead.last_outbound_at, before.now)
    if discloses:
        said = words.say(facts.language, Say("sequence-disclosure", {"sender": speaker.sender}))
        draft = Draft(f"{draft.text}\n\n{said}", draft.confidence, draft.reasons)
    return Made(
        draft, thought.provider if thought else "offline", price if arguments.type == "offer" else None, discloses
    )


def _guarded(draft: Draft, language: Language, register: str, speaker: Voice) -> Draft:
    checked = guard.check(draft.text, "ai", language=language, register=register, forbidden=speaker.forbidden_words)
    if checked.action != "block":
        return draft
    broken = tuple(f"guard: {finding.rule}" for finding in checked.findings)
    return Draft(checked.rewrite or "", draft.confidence // 2, (*draft.reasons, *broken))


async def run(context: Context, arguments: GenerateMessage) -> Outcome:
    made = context.prepared
    if not isinstance(made, Made):
        raise Refusal(Say("lead-not-yours"), "lead_not_found")
    row = _row(context, arguments, made)
    context.work.session.add(row)
    await context.work.session.flush()
    if not made.draft.text:
        row.status = "blocked"
        say = Say("generated-blocked", {"name": context.the_lead.name})
        return Outcome("denied", say, result_of(row), "guard")
    sent = await _offered(context, arguments, made, row)
    row.requires_approval = sent.status == "parked"
    row.approval_id = sent.result.get("approval_id")
    row.status = {"parked": "waiting", "done": "sent"}.get(sent.status, "ready")
    say = Say("generated-message", {"name": context.the_lead.name, "text": made.draft.text})
    result = {**result_of(row), "refused": sent.reason if sent.status in ("denied", "asked") else None}
    return Outcome("done", say, result, options=sent.options)


async def _offered(context: Context, arguments: GenerateMessage, made: Made, row: Generation) -> Outcome:
    """Like the lead's agent's own proposal: sent when the conversation's mode and the rules let it, else parked."""
    wanted: dict[str, object] = {
        "lead": str(context.the_lead.id),
        "text": made.draft.text,
        "kind": "answer" if arguments.type == "reply" else "proactive",
        "discloses": made.discloses,
        "confidence": made.draft.confidence,
        "reasoning": [reason[:300] for reason in made.draft.reasons],
    }
    if made.price is not None:
        wanted["price"] = made.price
    origin = ActOrigin("lead", turn_id=context.origin.turn_id, text_origin="ai")
    call = ToolCall("send_message", wanted, f"{context.call.key}:send")
    return await context.execute(context.actor, call, origin, work=context.work)


def _row(context: Context, arguments: GenerateMessage, made: Made) -> Generation:
    return Generation(
        team_id=context.actor.team_id,
        conversation_id=arguments.conversation or 0,
        lead_id=context.the_lead.id,
        creator_id=arguments.creator or context.actor.id,
        chatter_id=context.actor.id,
        type=arguments.type,
        text=made.draft.text,
        confidence=made.draft.confidence,
        reasoning=list(made.draft.reasons),
        suggested_price=made.price,
        requires_approval=True,
        status="ready",
        provider=made.provider,
        at=context.now,
    )


def result_of(row: Generation) -> dict[str, object]:
    return {
        "generation_id": row.id,
        "message": row.text,
        "confidence": row.confidence,
        "requires_approval": row.requires_approval,
        "approval_id": row.approval_id,
        "suggested_price": row.suggested_price,
        "reasoning": list(row.reasoning),
        "provider": row.provider,
        "status": row.status,
    }


TOOL = Tool(
    name="generate_message",
    description="Word a message to a lead in somebody's voice; only for programs, over REST.",
    arguments=GenerateMessage,
    run=run,
    spoken=False,
    required=("lead", "conversation"),
    prepare=prepare,
)
