"""Sends what the outbox queued, each message once (ENGINE rule 9).

``sending`` is committed right before each single call. Between that commit and ``sent`` the truth is unknown: a
crash, a time-out or a 5xx leaves ``in_doubt``, which is never re-sent by itself. What is known not to have left
(429, refused connection) is tried again.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast

from channels import notices
from channels.base import Channel, NotSent, Refused, Sent, Unclear
from channels.letters import Letter, LetterKind, Template
from channels.outbox import Outbox
from store import crash
from store.db import Database, Work
from store.leases import Lease, LeaseLost, hold, real_now
from store.models import Conversation, Lead, Message
from store.queries import acts, attachments, talk
from store.types import Button, Origin, Outgoing, Verdict

_BATCH = 50
_GIVE_UP = timedelta(hours=24)
_LONGEST = 300.0  # seconds between two tries
_FRESH = timedelta(minutes=10)
_BECAME = frozenset({"quiet_hours", "holiday"})  # began during the undo hold: the rep had been free to send


@dataclass(frozen=True, slots=True)
class _Ready:
    lease: Lease
    outgoing: Outgoing


class Delivery:
    """The sending half of the door out."""

    def __init__(self, db: Database, outbox: Outbox) -> None:
        self.db = db
        self.outbox = outbox
        self.settings = outbox.settings
        self.clock = outbox.clock
        self._lines: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._sending: set[asyncio.Task[Sent]] = set()

    async def drain(self) -> int:
        """Sends everything due, conversation by conversation in order; how many rows were worked on."""
        async with self.db.write() as work:
            leases = await talk.claim_queued(
                work.scope(), self.clock.now(), limit=_BATCH, seconds=self.settings.outbox_lease_seconds
            )
            lines = await talk.conversations_of(work.scope(), [lease.id for lease in leases])
        by_conversation: dict[int, list[Lease]] = defaultdict(list)
        for lease in leases:
            by_conversation[lines[lease.id]].append(lease)
        await asyncio.gather(*(self._line(line, leases) for line, leases in by_conversation.items()))
        if len(leases) == _BATCH:
            self.outbox.bell.ring("drain_outbox", 0)
        return len(leases)

    async def _line(self, conversation_id: int, leases: list[Lease]) -> None:
        """One conversation's messages one after the other, also when two drains meet."""
        async with self._lines[conversation_id]:
            for place, lease in enumerate(leases):
                try:
                    ready = await self._mark(lease)
                    if ready is not None and not await self._send(ready):
                        await self._give_back(leases[place + 1 :])
                        break
                except LeaseLost:
                    break
        if not self._lines[conversation_id].locked():
            self._lines.pop(conversation_id, None)

    async def _give_back(self, leases: list[Lease]) -> None:
        """What stands behind a message that must be tried again waits with it, in order."""
        for lease in leases:
            async with self.db.write() as work:
                row = await self._held(work, lease)
                if row is not None:
                    row.lease_until = None
                    row.due_at = await talk.tried_before(work.scope(), row) or row.due_at

    async def _mark(self, lease: Lease) -> _Ready | None:
        """Looks again at the last moment, then commits ``sending``; None when the message must not go now."""
        async with self.db.write() as work:
            row = await self._held(work, lease)
            if row is None or row.state not in ("held", "queued"):
                return None
            if (behind := await talk.tried_before(work.scope(), row)) is not None:
                row.due_at, row.lease_until = behind, None
                return None
            conversation = await work.session.get(Conversation, row.conversation_id)
            if conversation is None:
                raise LookupError(f"message {row.id} has no conversation")
            if row.lead_id is not None and not await self._may_go(work, row, conversation):
                return None
            row.state = "sending"
            row.attempts += 1
            # A batch may outlast the lease it was claimed under; each call starts with a full one (ENGINE rule 7).
            row.lease_until = await real_now(work.session) + timedelta(seconds=self.settings.outbox_lease_seconds)
            outgoing = self._outgoing(row, conversation)
            if row.payload.get("files"):
                outgoing = replace(outgoing, files=await attachments.of_message(work.scope(), row.id))
            if row.edits is not None:
                outgoing = await self._edit_target(work, row, outgoing)
        crash.point("sending_committed")
        return _Ready(lease, outgoing)

    @staticmethod
    async def _held(work: Work, lease: Lease) -> Message | None:
        await hold(work.scope(), Message, lease)
        return await work.session.get(Message, lease.id)

    @staticmethod
    def _outgoing(row: Message, conversation: Conversation) -> Outgoing:
        return Outgoing(
            message_id=row.id,
            channel=conversation.channel,
            to=conversation.external_id,
            text=row.text,
            buttons=tuple(Button(b["id"], b["label"]) for b in row.buttons),
            edits=row.edits,
            template=row.template,
            subject=row.subject,
        )

    @staticmethod
    async def _edit_target(work: Work, row: Message, outgoing: Outgoing) -> Outgoing:
        """An edit of a card that never left becomes a message of its own."""
        target = await work.session.get(Message, row.edits)
        if target is None or target.state not in ("sent", "delivered", "read", "sending", "in_doubt"):
            return replace(outgoing, edits=None)
        return outgoing

    async def _may_go(self, work: Work, row: Message, conversation: Conversation) -> bool:
        """The contact policy once more, right before sending; stores what changed and tells the rep."""
        lead = await work.session.get(Lead, row.lead_id)
        if lead is None:
            row.state, row.reason = "cancelled", "lead_gone"
            return False
        now = self.clock.now()
        verdict = await self.outbox.judge(
            work, _letter(row, lead), conversation, conversation.channel, now, message_id=row.id
        )
        if verdict.action == "send" or (verdict.action == "template" and row.template):
            return True
        if verdict.action == "ask" and verdict.rule in _BECAME and row.due_at and now - row.due_at < _FRESH:
            return True
        if verdict.action == "wait":
            row.due_at, row.lease_until, row.reason = verdict.until, None, verdict.rule
            row.attempts = 0  # it waits for its hour now, not for the provider: nothing stands behind it
        else:
            row.state, row.due_at, row.lease_until, row.reason = "refused", None, None, verdict.rule
            await notices.refused(self.outbox, work, row, lead, verdict)
        await acts.decide(work.scope(), row.team_id, "message", row.id, verdict, now, lead.id)
        return False

    async def _send(self, ready: _Ready) -> bool:
        """One call to the provider; False when the rest of this conversation must wait its turn."""
        adapter = self.outbox.adapter(ready.outgoing.channel)
        try:
            async with asyncio.timeout(self.settings.provider_timeout_seconds):
                sent = await self._call(adapter, ready.outgoing)
        except NotSent as error:
            await self._again(ready.lease, error)
            return False
        except Refused as error:
            await self._refused(ready.lease, error.reason)
            return True
        except (Unclear, TimeoutError):
            await self._doubtful(ready)
            return True
        crash.point("provider_answered")
        await self._sent(ready.lease, sent)
        return True

    async def _call(self, adapter: Channel, outgoing: Outgoing) -> Sent:
        task = asyncio.create_task(adapter.send(outgoing, self.clock.now()))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)
        return await task

    async def settled(self) -> None:
        """Returns when no call that is under way now is under way any more (a reset must not meet its echo)."""
        if self._sending:
            await asyncio.wait(set(self._sending))

    async def _sent(self, lease: Lease, sent: Sent) -> None:
        async with self.db.write() as work:
            row = await self._held(work, lease)
            if row is not None:
                await self._record(work, row, sent, self.clock.now())

    async def _record(self, work: Work, row: Message, sent: Sent, now: datetime) -> None:
        row.state, row.sent_at, row.due_at, row.lease_until = "sent", now, None, None
        row.reason = None
        if row.edits is None:  # an edit keeps the id of the message it replaces
            row.provider_id = f"out:{sent.provider_id}"
        if row.lead_id is not None:
            lead = await work.session.get(Lead, row.lead_id)
            if lead is not None:
                lead.last_outbound_at = now
                lead.disclosed_at = now if row.payload.get("discloses") else lead.disclosed_at

    async def _again(self, lease: Lease, error: NotSent) -> None:
        async with self.db.write() as work:
            row = await self._held(work, lease)
            if row is None:
                return
            now = self.clock.now()
            row.lease_until, row.reason = None, error.reason
            since = row.payload.get("tried_at") or now.isoformat()
            if now - datetime.fromisoformat(since) >= _GIVE_UP:
                row.state, row.due_at = "failed", None
                await notices.failed(self.outbox, work, row)
                return
            row.payload = {**row.payload, "tried_at": since}
            wait = max(error.retry_after or 0.0, min(2.0 ** min(row.attempts, 16), _LONGEST))
            row.state, row.due_at = "queued", now + timedelta(seconds=wait)

    async def _refused(self, lease: Lease, reason: str) -> None:
        async with self.db.write() as work:
            row = await self._held(work, lease)
            if row is None:
                return
            row.state, row.due_at, row.lease_until, row.reason = "failed", None, None, reason
            verdict = Verdict("refuse", reason)
            await acts.decide(work.scope(), row.team_id, "message", row.id, verdict, self.clock.now(), row.lead_id)
            await notices.failed(self.outbox, work, row)

    async def _doubtful(self, ready: _Ready) -> None:
        async with self.db.write() as work:
            row = await self._held(work, ready.lease)
            if row is not None:
                self._doubt(row)
        await self._ask(ready.lease.id, ready.outgoing.channel)

    @staticmethod
    def _doubt(row: Message) -> None:
        row.state, row.due_at, row.lease_until, row.reason = "in_doubt", None, None, "no_answer"

    async def recover(self, *, dead: bool) -> int:
        """Rows left in ``sending`` by a dead sender come into doubt; how many.

        ``dead`` says that the sender's process is surely gone (an embedded restart): what an idempotent provider
        then does not know has never left and is queued again; otherwise it stays in doubt for a person.
        """
        async with self.db.write() as work:
            stale = await talk.stale_sending(work.scope(), await real_now(work.session))
            for row in stale:
                self._doubt(row)
        await self.clear_doubt(requeue={row.id for row in stale} if dead else frozenset())
        return len(stale)

    async def sweep(self) -> int:
        """Finds rows whose sender vanished while this process went on; how many."""
        return await self.recover(dead=False)

    async def clear_doubt(self, requeue: frozenset[int] | set[int] = frozenset()) -> int:
        """Asks providers that can tell what became of messages in doubt; how many were cleared."""
        cleared = last = 0
        while True:
            async with self.db.read() as scope:
                waiting = await talk.in_doubt(scope, after=last)
                lines = {row.id: await scope.session.get(Conversation, row.conversation_id) for row in waiting}
            if not waiting:
                return cleared
            for row in waiting:
                last, line = row.id, lines[row.id]
                told = _told(row) and row.id not in requeue
                cleared += line is not None and await self._ask(row.id, line.channel, row.id in requeue, told=told)

    async def _ask(self, message_id: int, channel: str, requeue: bool = False, *, told: bool = False) -> bool:
        """Asks the provider about one message, where it can tell; what nobody knows the rep hears of, once a try."""
        if self.outbox.adapter(channel).capabilities.doubt != "idempotent":
            return False
        found = await self.outbox.adapter(channel).find(message_id)
        if found is None and told:
            return False
        async with self.db.write() as work:
            row = await work.session.get(Message, message_id)
            if row is None or row.state != "in_doubt":
                return False
            if found is not None:
                await self._record(work, row, found, self.clock.now())
            elif requeue:
                row.state, row.due_at, row.reason = "queued", self.clock.now(), "never_left"
            elif not _told(row):
                row.payload = {**row.payload, "doubt_told": row.attempts}
                await notices.doubtful(self.outbox, work, row)
                return False
            return found is not None or requeue


def _told(row: Message) -> bool:
    """Whether the rep knows of the doubt about this try."""
    return bool(row.payload.get("doubt_told") == row.attempts)


def _letter(row: Message, lead: Lead) -> Letter:
    """A queued row seen as a letter again, for the re-check."""
    since = row.payload.get("nurture_since")
    return Letter(
        lead=lead,
        text=row.text,
        origin=cast("Origin", row.origin),
        kind=cast("LetterKind", row.kind),
        template=Template(row.template, row.text) if row.template else None,
        answers=frozenset(row.answers),
        nurture_since=datetime.fromisoformat(since) if since else None,
    )
