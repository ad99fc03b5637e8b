"""A lead's turn: think, then in one transaction store what it means, move her sequences and tell her rep once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import cast

from agent import erasure_asked, lead_learning, lead_signals
from agent.hearing import is_voice
from agent.inbox import BURST, Turn, finish_rows
from agent.lead import LeadAgent, LeadInput, LeadState
from agent.lead_away import AWAY, back_at
from agent.lead_text import register_of
from agent.rep_turn import actor_of
from channels import rolling, takeover, words
from channels.letters import Card
from channels.outbox import Outbox
from sequences import answering
from sequences.engine import Engine
from store import crash, dates
from store.db import Database, Scope, Work
from store.leases import hold
from store.models import Approval, Conversation, Lead, LeadAnalysis, User
from store.ports import Clock, Execute
from store.queries import acts, attachments, leads, people, rollouts, talk
from store.thoughts import Purpose
from store.types import ActOrigin, Analysis, File, Language, LeadFacts, Option, Outcome, Quality, Say, ToolCall
from tools import wording
from tools.scoring import ContactFacts

_QUOTE = 900
_MOST, _LARGEST = 3, 5 * 2**20  # files shown with a card; bytes


class LeadTurns:
    """Fills ``TurnWorker`` for conversations with leads."""

    def __init__(
        self, db: Database, clock: Clock, outbox: Outbox, engine: Engine, execute: Execute, agent: LeadAgent
    ) -> None:
        self.db = db
        self.clock = clock
        self.outbox = outbox
        self.engine = engine
        self.execute = execute
        self.agent = agent

    async def work(self, turn: Turn) -> bool:
        now = self.clock.now()
        async with self.db.read() as scope:
            given = await self._input(scope, turn, now)
        state = await self.agent.think(given)
        crash.point("model_answered")
        async with self.db.write() as work:
            await hold(work.scope(), Conversation, turn.lease)
            if len(turn.rows) < BURST and await talk.more_came(work.scope(), turn.conversation.id, turn.rows[-1].id):
                # She is still writing: all of it is one turn, with one card.
                await talk.regroup(work.scope(), turn.id)
                return await talk.release(work.scope(), turn.lease, now)
            lead = await work.session.get(Lead, turn.conversation.lead_id)
            owner = await work.session.get(User, lead.owner_id) if lead is not None else None
            if lead is None or owner is None:
                raise LookupError(f"conversation {turn.conversation.id} has no lead")
            await self._store(work, turn, lead, state, now)
            told = next((text for direction, text in reversed(state["input"].history) if direction == "out"), "")
            own = "" if _via(turn) else turn.text  # a form's words may be anybody's
            learnt = await lead_learning.learn(work.scope(), lead, own, told, now)
            await self._tell(work, turn, lead, owner, state, now, learnt)
            await finish_rows(work, turn)
            more = await talk.release(work.scope(), turn.lease, now)
        crash.point("turn_finished")
        return more

    async def _input(self, scope: Scope, turn: Turn, now: datetime) -> LeadInput:
        lead = await scope.session.get(Lead, turn.conversation.lead_id)
        if lead is None:
            raise LookupError(f"conversation {turn.conversation.id} has no lead")
        owner = await people.user(scope, lead.owner_id)
        rows = await talk.history(scope, turn.conversation.id, turn.rows[0].id, self.outbox.settings.history_messages)
        settings = self.outbox.settings
        handlers = await answering.answers_for(scope, settings, lead, owner) if owner is not None else ()
        return LeadInput(
            text=turn.text,
            lead=_as_she_writes(leads.facts(lead), turn.text),
            contact=ContactFacts(lead.phone, lead.email, lead.name, _via(turn) or turn.conversation.channel),
            previous=cast("Quality", lead.quality),
            sender=owner.name if owner else "",
            history=tuple((row.direction, row.text) for row in rows),
            mode=await rollouts.mode_of(scope, lead),
            disclosed_at=lead.disclosed_at,
            last_outbound_at=lead.last_outbound_at,
            now=now,
            purpose=Purpose(
                "analysis", lead.team_id, lead.owner_id, owner.zone if owner else lead.zone, lead.id, turn.id
            ),
            handlers=handlers,
        )

    async def _store(self, work: Work, turn: Turn, lead: Lead, state: LeadState, now: datetime) -> None:
        found, score, reaction = state["analysis"], state["score"], state["reaction"]
        work.session.add(
            LeadAnalysis(
                team_id=lead.team_id,
                lead_id=lead.id,
                message_id=turn.rows[-1].id,
                intent=found.intent,
                urgency=found.urgency,
                tone=found.tone,
                category=found.category,
                confidence=found.confidence,
                facts=[asdict(fact) for fact in found.facts],
                provider=found.provider,
                score=score.value,
                quality=score.quality,
                factors=[asdict(factor) for factor in score.factors],
                at=now,
            )
        )
        lead.language = found.language
        lead.score, lead.quality, lead.tone = score.value, score.quality, reaction.tone
        lead.objections, lead.interests = list(reaction.objections), list(reaction.interests)
        lead.register = state["input"].lead.register
        await self.outbox.heard(work.scope(), lead)
        if lead.stage == "new":
            lead.stage = "in_contact"
        if reaction.optout == "likely" and lead.paused_reason is None:
            lead.paused_reason = "optout_likely"
        if found.tone == "negative":
            await rolling.look(work, self.outbox, lead.team_id, now)
        if found.intent in AWAY:
            lead.away_until = back_at(turn.text, now, lead.zone)
        await self.engine.on_reply(work, lead, found.tone, found.intent, now)

    async def _tell(
        self,
        work: Work,
        turn: Turn,
        lead: Lead,
        owner: User,
        state: LeadState,
        now: datetime,
        learnt: Sequence[lead_signals.Signal],
    ) -> None:
        """One card to the rep: what she wrote, how hot she is and why, and a proposed answer to tap."""
        language: Language = "en" if owner.language == "en" else "de"
        lines = _wrote(language, lead, turn)
        if turn.text:
            lines.append(self._scored(language, lead, state))
        lines += lead_learning.lines(language, lead, learnt)
        outcome = await self._propose(work, turn, lead, owner, state, now)
        options: tuple[Option, ...] = ()
        level = state["reaction"].optout
        if level == "certain":
            lines = [words.say(language, Say("lead-opted-out", {"name": lead.name, "text": _shown(language, turn)}))]
        elif await self._opted_out(work, lead):
            lines.append(words.say(language, Say("lead-opted-out-wrote", {"name": lead.name})))
        elif _via(turn):
            reach = ", ".join(address for address in (lead.phone, lead.email) if address)
            lines.append(words.say(language, Say("lead-from-form", {"name": lead.name, "reach": reach or "-"})))
        elif level == "likely":
            lines.append(words.say(language, Say("lead-optout-likely", {"name": lead.name})))
            options = _optout_options(lead)
        elif outcome is not None and outcome.status == "parked":
            lines.append(words.say(language, Say("lead-proposal", {"text": state["draft"].text})))
            options = outcome.options
        elif outcome is not None and outcome.status == "done":
            lines.append(words.say(language, Say("lead-answered", {"text": state["draft"].text})))
        if over := state.get("over"):
            lines.append(words.say(language, Say(f"budget-{over}")))
        if level == "none":
            options += _appointment(lead, owner, turn.text, state["analysis"], now, language)
            options += lead_learning.options(lead, learnt)
        options += erasure_asked.options(lead.id, turn.text)
        approval_id = outcome.result.get("approval_id") if outcome else None
        card = Card(
            "\n\n".join(line for line in lines if line),
            options,
            turn_id=turn.id,
            dedupe_key=f"lead-card:{turn.id}",
            asked=bool(options),
            approval_id=approval_id,
            files=await _files(work.scope(), turn),
        )
        message_id = await self.outbox.to_user(work, owner, card)
        if approval_id and (row := await work.session.get(Approval, approval_id)) is not None:
            row.card_message_id = message_id

    async def _opted_out(self, work: Work, lead: Lead) -> bool:
        """Whether anything sent to her would be refused: a proposal nobody could send is none."""
        scope, secret = work.scope(), self.outbox.settings.secret()
        hashes = [people.address_hash(secret, address) for _, address in await people.addresses(scope, lead)]
        return await people.suppressed(scope, lead.team_id, lead.id, hashes) is not None

    def _scored(self, language: Language, lead: Lead, state: LeadState) -> str:
        score = state["score"]
        best = sorted((f for f in score.factors if f.points), key=lambda f: -f.points)[:4]
        why = ", ".join(wording.factor(language, f.reason) for f in best)
        return words.say(language, Say("lead-scored-" + score.quality, {"score": score.value, "why": why}))

    async def _propose(
        self, work: Work, turn: Turn, lead: Lead, owner: User, state: LeadState, now: datetime
    ) -> Outcome | None:
        """The draft goes the way of every send: through the runner, which parks it unless the mode is auto."""
        draft, found = state["draft"], state["analysis"]
        if (
            not turn.text
            or not draft.text
            or lead.paused_reason is not None
            or takeover.until(lead.taken_at, lead.last_inbound_at, now) is not None  # her rep answers from the phone
            or _via(turn)
            or await self._opted_out(work, lead)
        ):
            return None
        if await talk.more_came(work.scope(), turn.conversation.id, turn.rows[-1].id):
            return None  # she has written on: the next turn knows more, and only one answer may wait
        arguments = {
            "lead": str(lead.id),
            "text": draft.text,
            "channel": turn.conversation.channel,
            "kind": "answer",
            "discloses": state["discloses"],
            "confidence": draft.confidence,
            "reasoning": [found.intent, *draft.reasons],
        }
        origin = ActOrigin("lead", turn_id=turn.id, text_origin="ai")
        call = ToolCall("send_message", arguments, f"{turn.id}:draft")
        actor = replace(actor_of(owner), kind="engine")
        outcome = await self.execute(actor, call, origin, work=work)
        await acts.record(
            work.scope(),
            lead.team_id,
            "lead",
            lead.id,
            verdict="draft",
            rule=outcome.reason or outcome.status,
            at=now,
            lead_id=lead.id,
            facts={"confidence": draft.confidence, "reasons": list(draft.reasons), "provider": draft.provider},
        )
        return outcome

    async def give_up(self, work: Work, turn: Turn) -> None:
        lead = await work.session.get(Lead, turn.conversation.lead_id)
        owner = await work.session.get(User, lead.owner_id) if lead is not None else None
        if lead is not None and owner is not None:
            language: Language = "en" if owner.language == "en" else "de"
            text = words.say(language, Say("lead-unread", {"name": lead.name, "text": _quoted(turn.text)}))
            await self.outbox.to_user(work, owner, Card(text, turn_id=turn.id, dedupe_key=f"failed:{turn.id}"))


async def _files(scope: Scope, turn: Turn) -> tuple[File, ...]:
    """What she sent goes to her rep with the card: the first few that every messenger takes, no heard voice."""
    found = [file for row in turn.rows for file in await attachments.of_message(scope, row.id)]
    told = [file for file in found if turn.voice != "heard" or not is_voice(file.name)]
    return tuple(file for file in told if len(file.content) <= _LARGEST)[:_MOST]


def _via(turn: Turn) -> str | None:
    """The channel a website's form named; its sender is unproven, so nothing is proposed to be sent there."""
    via = turn.rows[-1].payload.get("via")
    return str(via) if via else None


def _wrote(language: Language, lead: Lead, turn: Turn) -> list[str]:
    """What came in: her words, a voice note nobody could hear, files nobody can read."""
    lines = []
    if turn.text:
        lines.append(words.say(language, Say("lead-wrote", {"name": lead.name, "text": _shown(language, turn)})))
    if turn.voice in ("none", "failed"):
        lines.append(words.say(language, Say(f"lead-voice-{turn.voice}", {"name": lead.name})))
    files = [str(name) for row in turn.rows for name in row.payload.get("files") or ()]
    if files and not lines:
        names = ", ".join(_quoted(name)[:60] for name in files[:5])
        lines.append(words.say(language, Say("lead-sent-files", {"name": lead.name, "files": names})))
    return lines


def _shown(language: Language, turn: Turn) -> str:
    """Her words as the card quotes them; what was spoken is marked."""
    mark = f"{words.say(language, Say('voice-mark'))} " if turn.voice == "heard" else ""
    return f"{mark}{_quoted(turn.text)}"


def _optout_options(lead: Lead) -> tuple[Option, ...]:
    return tuple(
        Option(
            Say(f"button-optout-{answer}"),
            "update_lead",
            {"lead": str(lead.id), "field": "do_not_contact", "value": answer},
        )
        for answer in ("yes", "no")
    )


def _appointment(
    lead: Lead, owner: User, text: str, found: Analysis, now: datetime, language: Language
) -> tuple[Option, ...]:
    """A time she agrees to or names is one tap away from the calendar; nothing is booked by her words."""
    if found.intent != "appointment" and found.tone != "positive":
        return ()
    times = {
        when.at
        for when in dates.find_all(text, now, lead.zone)
        if when.at is not None and when.has_time and when.at > now and when.ask is None
    }
    if len(times) != 1:
        return ()
    at = times.pop()
    label = Say("button-book-meeting", {"when": dates.speak(at, now, owner.zone, language)})
    return (Option(label, "book_meeting", {"lead": str(lead.id), "date": at.isoformat()}),)


def _as_she_writes(lead: LeadFacts, text: str) -> LeadFacts:
    """Whoever says Sie to us is answered so."""
    return replace(lead, register=register_of(text) or lead.register)


def _quoted(text: str) -> str:
    """One line; what she wrote in several goes is told apart."""
    flat = " / ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    return flat if len(flat) <= _QUOTE else flat[: _QUOTE - 1].rstrip() + "…"
