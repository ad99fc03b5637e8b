"""The door in: ``accept`` saves and returns, ``drain`` works one conversation in order under its lease.

Everything anybody writes or taps comes through here, from every provider, the sandbox and the terminal alike.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from sqlalchemy import update

from agent import bursts, identity, optout, signals, stopping
from agent.beside import beside
from agent.signals import Signals
from agent.signs import Signs
from channels.outbox import Outbox
from store import crash
from store.db import Database, Work
from store.leases import Lease, LeaseLost, hold, renew
from store.models import Conversation, Lead, Message
from store.ports import Bell, Clock
from store.queries import acts, attachments, people, talk
from store.types import Accepted, Inbound

log = structlog.get_logger()
BURST = 20
_DRAIN_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Turn:
    """One piece of work: a fixed set of inbound rows of one conversation, claimed under a lease.

    ``resumed``: an earlier try was cut short and may have done some of it.
    """

    id: str
    lease: Lease
    conversation: Conversation
    rows: tuple[Message, ...]
    resumed: bool = False

    @property
    def text(self) -> str:
        return "\n".join(row.text for row in self.rows if row.text)

    @property
    def said(self) -> str:
        """What was typed: a voice note's words are a model's, and count as nobody's own."""
        return "\n".join(row.text for row in self.rows if row.text and not row.payload.get("voice"))

    @property
    def voice(self) -> str | None:
        """What became of the turn's voice notes: heard, failed, none (no model); None where there are none."""
        return next((str(row.payload["voice"]) for row in self.rows if row.payload.get("voice")), None)


class Listen(Protocol):
    async def __call__(self, turn: Turn) -> Turn:
        """The turn with the words of its voice notes."""
        ...


class TurnWorker(Protocol):
    """Works one turn to its end: acts, replies and marks its rows done, or raises."""

    async def work(self, turn: Turn) -> bool:
        """True when something new has come in meanwhile."""
        ...

    async def give_up(self, work: Work, turn: Turn) -> None:
        """Says, after the last try, that a message could not be worked; never silence."""
        ...


class Inbox:
    def __init__(self, db: Database, clock: Clock, outbox: Outbox, bell: Bell) -> None:
        self.db = db
        self.clock = clock
        self.outbox = outbox
        self.bell = bell
        self.settings = outbox.settings
        self._listening: set[int] = set()  # talks with a bell that will ring when their quiet time is over
        self.signals = Signals(outbox)
        self.signs = Signs(db, outbox)
        self.listen: Listen | None = None
        self.reps: TurnWorker | None = None
        self.leads: TurnWorker | None = None

    async def accept(self, inbound: Inbound) -> Accepted:
        """Saves one inbound in one transaction and rings; the same provider id has one effect for ever.

        A certain opt-out takes effect right here. Raises LookupError for an account nobody has.
        """
        if signals.concerns(inbound) and (taken := await self._signalled(inbound)) is not None:
            return taken
        # What a form says nobody has proven: it must not silence the owner of a number that was typed into it.
        level = await beside(optout.detect, inbound.text) if inbound.text and not inbound.claims else "none"
        async with self.db.write() as work:
            conversation = await self._conversation(work, inbound)
            wait = self._quiet(conversation) if inbound.tap is None else timedelta()
            message_id = await self._insert(work, conversation, inbound)
            duplicate = message_id is None
            if message_id is None:
                message_id = await talk.by_provider(work.scope(), conversation.account_id, inbound.provider_id)
            elif not inbound.claims:
                await attachments.arrived(work.scope(), conversation.team_id, message_id, inbound.files)
                await self._arrived(work, conversation, inbound.text, certain=level == "certain")
        crash.point("accept_committed")
        self._ring(conversation.id, wait)
        return Accepted(message_id or 0, conversation.id, duplicate)

    def _quiet(self, conversation: Conversation) -> timedelta:
        """A lead's burst is one turn; one of ours orders, and every order counts at once."""
        return timedelta(seconds=self.settings.burst_seconds if conversation.user_id is None else 0)

    def _ring(self, conversation_id: int, wait: timedelta) -> None:
        """Rings now, or when the quiet time is over; a bell that is lost the sweep replaces."""
        if not wait:
            self.bell.ring("drain_conversation", conversation_id)
        elif conversation_id not in self._listening:
            self._listening.add(conversation_id)
            asyncio.get_running_loop().call_later(wait.total_seconds() + 0.01, self._quiet_over, conversation_id)

    def _quiet_over(self, conversation_id: int) -> None:
        self._listening.discard(conversation_id)
        self.bell.ring("drain_conversation", conversation_id)

    async def _signalled(self, inbound: Inbound) -> Accepted | None:
        """What needs no turn is done with here; None for what is a message after all."""
        async with self.db.write() as work:
            kept = await self.signals.take(work, inbound)
        return Accepted(*kept) if kept is not None else None

    async def _conversation(self, work: Work, inbound: Inbound) -> Conversation:
        """The conversation first, so that id order equals commit order in it; made when somebody writes at last."""
        now = self.clock.now()
        due = now + timedelta(seconds=self.settings.burst_seconds if inbound.tap is None else 0)
        known = await talk.wake_known(work.scope(), inbound.channel, inbound.account, inbound.external_id, due, now)
        if known is not None and (known.user_id is not None or known.lead_id is not None) and not inbound.aliases:
            return known
        account = await people.account(work.scope(), inbound.channel, inbound.account)
        if account is None:
            raise LookupError(f"no account {inbound.account} on {inbound.channel}")
        made = await identity.conversation_for(work, account, inbound, now)
        await talk.wake(work.scope(), made.id, now)
        return made

    async def _insert(self, work: Work, conversation: Conversation, inbound: Inbound) -> int | None:
        values = signals.row_values(conversation, inbound, self.clock.now())
        return await talk.insert_once(work.scope(), dict(values), ("account_id", "provider_id"))

    async def _arrived(self, work: Work, conversation: Conversation, text: str, *, certain: bool) -> None:
        """What a new message changes at once: the window opens, unasked talk is off, old proposals are void."""
        now = self.clock.now()
        conversation.last_inbound_at = now  # on the row in hand too: the policy judges the confirmation by it
        if conversation.lead_id is None:
            return
        lead = await work.session.get(Lead, conversation.lead_id)
        if lead is None:
            return
        lead.last_inbound_at, lead.away_until = now, None
        await talk.cancel_proactive(work.scope(), lead.id)
        await acts.void_approvals(work.scope(), lead.id, now, "lead_replied")
        if certain:
            await stopping.stop(work, self.outbox, lead, text, now)

    async def drain(self, conversation_id: int) -> int:
        """Works a conversation's turns in order until nothing is new; how many turns were worked."""
        started = time.monotonic()
        turns = 0
        while turns < BURST and time.monotonic() - started < _DRAIN_SECONDS:
            turn = await self._claim(conversation_id)
            if turn is None:
                return turns
            turns += 1
            try:
                more = await self._work(turn)
            except LeaseLost:
                return turns
            if not more:
                return turns
        self.bell.ring("drain_conversation", conversation_id)
        return turns

    async def sweep(self) -> int:
        """Finds what no bell announced; how many conversations were worked."""
        async with self.db.read() as scope:
            due = await talk.due_conversations(scope, self.clock.now(), 100)
        for conversation_id in due:
            self.bell.ring("drain_conversation", conversation_id)
        return len(due)

    async def _claim(self, conversation_id: int) -> Turn | None:
        async with self.db.write() as work:
            now = self.clock.now()
            lease = await talk.claim_conversation(work.scope(), conversation_id, now, self.settings.lease_seconds)
            if lease is None:
                return None
            conversation = await work.session.get(Conversation, conversation_id)
            rows = await talk.new_messages(work.scope(), conversation_id, BURST)
            if conversation is None or not rows:
                await talk.release(work.scope(), lease, now)
                return None
            rows = _one_turn(conversation, rows)
            if (until := self._still_writing(conversation, rows)) > now:
                conversation.due_at, conversation.lease_until = until, None
                self._ring(conversation_id, until - now)
                return None
            resumed = rows[0].turn_id is not None
            turn_id = rows[0].turn_id or f"t{rows[0].id}"
            for row in rows:
                row.turn_id = turn_id
        crash.point("turn_claimed")
        return Turn(turn_id, lease, conversation, tuple(rows), resumed)

    def _still_writing(self, conversation: Conversation, rows: Sequence[Message]) -> datetime:
        """When a turn may begin. One that was begun before goes on at once."""
        quiet = self._quiet(conversation) if rows[0].turn_id is None else timedelta()
        return bursts.works_at([bursts.Said(row.at, row.tap is not None) for row in rows], quiet)

    async def _work(self, turn: Turn) -> bool:
        worker = self.reps if turn.conversation.user_id is not None else self.leads
        if worker is None:
            raise RuntimeError("the inbox has nobody to work its turns")
        renewing = asyncio.create_task(self._renew(turn.lease))
        try:
            async with self.signs.working(turn.conversation, turn.rows[-1]):
                return await worker.work(await self.listen(turn) if self.listen is not None else turn)
        except LeaseLost:
            raise
        except Exception:
            log.exception("turn_failed", turn=turn.id)
            await self._poisoned(turn, worker)
            return True
        finally:
            renewing.cancel()

    async def _renew(self, lease: Lease) -> None:
        """Prolongs a long turn's lease at a third of its time; one that was lost stays lost."""
        while True:
            await asyncio.sleep(self.settings.lease_seconds / 3)
            async with self.db.write() as work:
                if not await renew(work.scope(), Conversation, lease, self.settings.lease_seconds):
                    return

    async def _poisoned(self, turn: Turn, worker: TurnWorker) -> None:
        """Tries again later with backoff; after the last try the rows are set aside and the conversation goes on."""
        async with self.db.write() as work:
            await hold(work.scope(), Conversation, turn.lease)
            conversation = await work.session.get(Conversation, turn.conversation.id)
            if conversation is None:
                return
            conversation.attempts += 1
            conversation.lease_until = None
            now = self.clock.now()
            if conversation.attempts < self.settings.max_attempts:
                conversation.due_at = now + timedelta(seconds=2**conversation.attempts)
                return
            await finish_rows(work, turn, state="failed", reason="poison")
            await worker.give_up(work, turn)
            await talk.release(work.scope(), turn.lease, now)


def _one_turn(conversation: Conversation, rows: Sequence[Message]) -> list[Message]:
    """A lead's burst is one turn; a rep's requests are worked one by one. A turn cut short keeps its rows."""
    first = rows[0]
    if first.turn_id is not None:
        return [row for row in rows if row.turn_id == first.turn_id]
    if conversation.user_id is not None:
        return [first]
    return [row for row in rows if row.turn_id is None]


async def finish_rows(work: Work, turn: Turn, *, state: str = "done", reason: str | None = None) -> None:
    """Marks a turn's rows, inside the turn's last transaction."""
    await work.session.execute(
        update(Message)
        .where(Message.id.in_([row.id for row in turn.rows]))
        .values(state=state, reason=reason)
        .execution_options(synchronize_session=False)
    )
