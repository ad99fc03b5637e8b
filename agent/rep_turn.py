"""A rep's turn: read it, act through the runner, answer once. Everything survives a kill in the middle."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import or_, update

from agent import commands, grammar, knowing, tongue
from agent.inbox import Turn, finish_rows
from channels import pull, words
from channels.letters import Card
from channels.outbox import Outbox
from store import crash
from store.db import Database, Scope, Work
from store.leases import hold
from store.models import Approval, AuditEvent, Campaign, Choice, Conversation, User
from store.ports import Clock, Execute
from store.queries import acts, daily, leads, people, talk
from store.types import Actor, ActOrigin, File, Language, Option, Outcome, Role, Say, ToolCall
from tools import approval, record, registry

_WAITING = ("asked", "parked", "denied")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Known:
    """What the agent may know besides the message: the lead last talked about and the last messages, as context."""

    focus: str | None = None
    history: str = ""
    focus_id: int | None = None
    names: frozenset[str] = frozenset()


class Thinker(Protocol):
    """The rep's agent: runs acts as it sees fit and answers in words."""

    async def think(self, turn: Turn, actor: Actor, origin: ActOrigin, known: Known) -> str: ...

    async def forget(self, turn_id: str) -> None: ...


class RepTurns:
    """Fills ``TurnWorker`` for conversations with our own people."""

    def __init__(self, db: Database, clock: Clock, outbox: Outbox, execute: Execute, thinker: Thinker) -> None:
        self.db = db
        self.clock = clock
        self.outbox = outbox
        self.execute = execute
        self.thinker = thinker

    async def work(self, turn: Turn) -> bool:
        row = turn.rows[0]
        async with self.db.read() as scope:
            user = await people.user(scope, turn.conversation.user_id or 0)
            if user is None:
                raise LookupError(f"conversation {turn.conversation.id} has no user")
            actor = actor_of(user)
            step: commands.Step | None = commands.Step(say=Say("team-you-left"))
            if user.left_at is None:
                step = await commands.read(scope, actor, row, turn, self.clock.now())
            if step is not None and turn.voice and step.source == "chat":
                step = replace(step, said="")
            known = await self._known(scope, turn, user) if step is None else Known()
        fence = ("conversations", turn.lease.id, turn.lease.token)
        if step is None:
            actor = replace(actor, language=tongue.wanted(turn.text, actor.language))
            origin = ActOrigin("chat", turn.said, turn.id, turn.conversation.id, fence=fence)
            text = await self.thinker.think(turn, actor, origin, known)
        else:
            text = await self._step(turn, actor, step, fence)
        if turn.voice == "heard":
            text = f"{words.say(actor.language, Say('voice-heard', {'text': turn.text[:500]}))}\n\n{text}"
        more = await self._finish(turn, user, actor, text, step)
        await self.thinker.forget(turn.id)
        return more

    async def _known(self, scope: Scope, turn: Turn, user: User) -> Known:
        """Bounded, so that cost stays flat; marked as context where it is used."""
        rows = await talk.history(scope, turn.conversation.id, turn.rows[0].id, self.outbox.settings.history_messages)
        name = await talk.lead_name(scope, user.focus_lead_id)
        rows = [row for row in rows if row.user_id in (None, user.id)]  # a colleague may have had this messenger before
        mine = Scope(scope.session, user.team_id, user.id)
        names = await leads.called(mine, grammar.spoken(turn.text))
        return Known(name, knowing.lines_of(rows), user.focus_lead_id, names)

    async def _step(self, turn: Turn, actor: Actor, step: commands.Step, fence: tuple[str, int, int]) -> str:
        if step.choice is not None:
            await self._use(turn, step.choice)
        if step.tool is None or step.say is not None:
            return words.say(actor.language, step.say or Say("choice-dropped"))
        origin = ActOrigin(step.source, step.said, turn.id, turn.conversation.id, fence=fence)
        call = ToolCall(step.tool, dict(step.arguments or {}), f"{turn.id}:0:0")
        outcome = await self.execute(actor, call, origin)
        if outcome.status == "asked" and step.source == "tap" and step.choice is not None:
            await self._reopen(step.choice)
        return words.say(actor.language, outcome.say)

    async def _use(self, turn: Turn, choice_id: int) -> None:
        """Uses up a choice before its act: a second tap finds it used, a resumed turn finds it its own."""
        async with self.db.write() as work:
            await hold(work.scope(), Conversation, turn.lease)
            await work.session.execute(update(Choice).where(Choice.id == choice_id).values(state="used", used=turn.id))

    async def _reopen(self, choice_id: int) -> None:
        """A tap that only led to a question leaves its card open: the person may still choose otherwise."""
        async with self.db.write() as work:
            await work.session.execute(update(Choice).where(Choice.id == choice_id).values(state="open"))

    async def _finish(self, turn: Turn, user: User, actor: Actor, text: str, step: commands.Step | None) -> bool:
        """The turn's last transaction: its rows done, its answer queued, the conversation free again."""
        async with self.db.write() as work:
            await hold(work.scope(), Conversation, turn.lease)
            user.language = actor.language
            done = await acts.acts_of_turn(work.scope(), turn.id)
            said = step.said if step is not None and step.said else turn.text
            card = replace(answer_card(turn, actor.language, text, done), said=said)
            card = replace(card, edits=await self._replaced(work.scope(), turn, step))
            message_id = await self.outbox.to_user(work, user, card, conversation_id=turn.conversation.id)
            await self._bind_cards(work, done, card.edits or message_id, turn.conversation.id)
            await self._remember(work, user, actor, turn, done)
            await finish_rows(work, turn)
            more = await talk.release(work.scope(), turn.lease, self.clock.now())
        crash.point("turn_finished")
        return more

    async def _replaced(self, scope: Scope, turn: Turn, step: commands.Step | None) -> int | None:
        """The tapped card whose place the answer takes: of a tool that works in place, on a channel that can edit."""
        if step is None or step.choice is None or step.tool is None or turn.rows[0].tap is None:
            return None
        tool = registry.get(step.tool)
        if tool is None or not tool.in_place:
            return None
        return (
            await daily.shown_on(scope, step.choice)
            if await self.outbox.edits(scope, turn.conversation.account_id)
            else None
        )

    @staticmethod
    async def _bind_cards(work: Work, done: Sequence[AuditEvent], message_id: int | None, conversation_id: int) -> None:
        """A parked act's approval, and a message to many, know the card they are shown on."""
        for act in done:
            if act.outcome == "parked" and (approval_id := act.result.get("approval_id")):
                row = await work.session.get(Approval, approval_id)
                if row is not None and row.card_message_id is None:
                    row.card_message_id = message_id
            if campaign_id := act.result.get("campaign_id"):
                campaign = await work.session.get(Campaign, campaign_id)
                if campaign is not None and campaign.conversation_id == conversation_id:
                    campaign.card_id = message_id

    @staticmethod
    async def _remember(work: Work, user: User, actor: Actor, turn: Turn, done: Sequence[AuditEvent]) -> None:
        """Where and in which language the rep is reached, and who "ihr" is next time."""
        focus = next((act.lead_id for act in reversed(done) if act.lead_id is not None), user.focus_lead_id)
        now: dict[str, object] = {"focus_lead_id": focus, "language": actor.language}
        if turn.conversation.channel != pull.CHANNEL:  # nobody looks there unasked
            now["home_conversation_id"] = turn.conversation.id
        await work.session.execute(
            update(User)
            .where(User.id == user.id, or_(*(getattr(User, k).is_distinct_from(v) for k, v in now.items())))
            .values(**now)
        )

    async def give_up(self, work: Work, turn: Turn) -> None:
        user = await people.user(work.scope(), turn.conversation.user_id or 0)
        if user is not None:
            text = words.say(actor_of(user).language, Say("turn-failed"))
            card = Card(text, turn_id=turn.id, dedupe_key=f"failed:{turn.id}")
            await self.outbox.to_user(work, user, card, conversation_id=turn.conversation.id)


def _buttons(language: Language, outcome: Outcome, *, alone: bool) -> tuple[Option, ...]:
    """An act's buttons; those of several drafts on one card carry their draft's number."""
    number = outcome.result.get("approval_id")
    if alone or outcome.status != "parked" or number is None:
        return outcome.options
    labels = [words.say(language, o.label) if isinstance(o.label, Say) else o.label for o in outcome.options]
    return tuple(replace(o, label=f"{label} #{number}") for o, label in zip(outcome.options, labels, strict=True))


def _files(outcome: Outcome) -> list[File]:
    """Files an act made (an .ics, a chart) go with the answer: ``result["files"]``, each {name, base64}."""
    made = outcome.result.get("files") or ()
    return [File(str(one["name"]), base64.b64decode(one["base64"])) for one in made]


def actor_of(user: User) -> Actor:
    """A user's row as the actor of an act; the role is read anew at each call."""
    language: Language = "en" if user.language == "en" else "de"
    role: Role = "admin" if user.role == "admin" else "leader" if user.role == "leader" else "rep"
    return Actor("user", user.id, user.team_id, user.name, role, language, user.zone)


def _put_right(act: AuditEvent, done: Sequence[AuditEvent]) -> bool:
    """Whether a model that was asked back or refused did the same thing properly in a later step."""
    step = _step_of(act)
    later = (one for one in done if one.tool == act.tool and one.outcome in ("done", "parked"))
    return act.outcome in ("asked", "denied") and any(_step_of(one) > step for one in later)


def _step_of(act: AuditEvent) -> int:
    """The model step of an act's key (turn, step, place)."""
    parts = (act.key or "").rsplit(":", 2)
    return int(parts[1]) if len(parts) == 3 and parts[1].isdigit() else 0


def answer_card(turn: Turn, language: Language, text: str, done: Sequence[AuditEvent]) -> Card:
    """The turn's one answer: the words, every button its acts offered, and the question still open.

    Whatever a model says, what a button is for stands above it in the tool's own words (SAFETY wall 3), and so does
    what was refused. Of many things that wait only the first are shown; the others can be asked for.
    """
    outcomes = [record.read(act) for act in done if not _put_right(act, done)]
    waiting = [outcome for outcome in outcomes if outcome.status in _WAITING]
    hidden = waiting[_SHOWN:]
    outcomes = [outcome for outcome in outcomes if outcome not in hidden]
    drafts = sum(outcome.status == "parked" for outcome in outcomes)
    options = [option for outcome in outcomes for option in _buttons(language, outcome, alone=drafts < 2)]
    for shown in dict.fromkeys(words.say(language, outcome.say) for outcome in waiting[:_SHOWN]):
        if not approval.same_words(shown, text):
            text = f"{text}\n\n{shown}".strip()
    if hidden:
        text = f"{text}\n\n{words.say(language, Say('agent-more-waiting', {'count': len(hidden)}))}"
    asked = next((outcome for outcome in reversed(outcomes) if outcome.status == "asked"), None)
    expects = asked.expects if asked else None
    return Card(
        text,
        tuple(options),
        turn_id=turn.id,
        dedupe_key=f"reply:{turn.id}",
        expects=expects,
        tool=asked.call.tool if asked and asked.call else None,
        arguments=asked.call.arguments if asked and asked.call else {},
        said=turn.said,
        asked=any(outcome.status in ("asked", "parked") for outcome in outcomes),
        edits=None,
        files=tuple(file for outcome in outcomes for file in _files(outcome)),
    )
