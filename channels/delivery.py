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

from channels import doubts, notices, rates
from channels.base import Channel, NotSent, Refused, Sent, Unclear
from channels.doubts import OUT
from channels.letters import Letter, LetterKind, Template
from channels.outbox import Outbox
from store import crash
from store.db import Database, Work
from store.leases import Lease, LeaseLost, hold, real_now
from store.models import Account, Conversation, Lead, Message
from store.queries import acts, attachments, people, talk
from store.types import Origin, Outgoing, Verdict

_BATCH = 50
_GIVE_UP = timedelta(hours=24)
_LONGEST = 300.0  # seconds between two tries
_FRESH = timedelta(minutes=10)
_BECAME = frozenset({"quiet_hours", "holiday"})  # began during the undo hold: the rep had been free to send


@dataclass(frozen=True, slots=True)
class _Ready:
    """One part of a message that is marked as being sent; ``last`` ends the message."""

    lease: Lease
    outgoing: Outgoing
    adapter: Channel
    last: bool


class Delivery:
    """The sending half of the door out."""

    def __init__(self, db: Database, outbox: Outbox) -> None:
        self.db = db
        self.outbox = outbox
        self.settings = outbox.settings
        self.clock = outbox.clock
        self.doubts = doubts.Doubts(db, outbox)
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
                    if not await self._one(lease):
                        await self._give_back(leases[place + 1 :])
                        break
                except LeaseLost:
                    break
        if not self._lines[conversation_id].locked():
            self._lines.pop(conversation_id, None)

    async def _one(self, lease: Lease) -> bool:
        """One message, part after part; False when the rest of its conversation must wait its turn."""
        while (ready := await self._mark(lease)) is not None:
            if not await self._send(ready):
                return False
        return True

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
            account = await work.session.get(Account, row.account_id)
            if conversation is None or account is None:
                raise LookupError(f"message {row.id} has no conversation")
            adapter = self.outbox.adapters.of(account)
            if adapter is None:
                await self._give_up(work, row, "not_configured")
                return None
            if row.lead_id is not None and not await self._may_go(
                work, row, people.Line(account, conversation.external_id)
            ):
                return None
            if at := await rates.take(
                work.scope(), account, conversation.external_id, adapter.capabilities, self.clock.now()
            ):
                row.due_at, row.lease_until = at, None
                return None
            row.state = "sending"
            row.attempts += 1
            # A batch may outlast the lease it was claimed under; each call starts with a full one (ENGINE rule 7).
            row.lease_until = await real_now(work.session) + timedelta(seconds=self.settings.outbox_lease_seconds)
            outgoing, last = await self._outgoing(work, row, conversation, account, adapter)
            if last and row.payload.get("files"):
                outgoing = replace(outgoing, files=await attachments.of_message(work.scope(), row.id))
        crash.point("sending_committed")
        return _Ready(lease, outgoing, adapter, last)

    @staticmethod
    async def _held(work: Work, lease: Lease) -> Message | None:
        await hold(work.scope(), Message, lease)
        return await work.session.get(Message, lease.id)

    async def _outgoing(
        self, work: Work, row: Message, conversation: Conversation, account: Account, adapter: Channel
    ) -> tuple[Outgoing, bool]:
        """The next part of a message, and whether it is the last one."""
        parts = doubts.parts(row, adapter.capabilities)
        part = min(row.payload.get("part", 0), len(parts) - 1)
        outgoing = Outgoing(
            message_id=row.id,
            channel=conversation.channel,
            to=conversation.external_id,
            text=parts[part].text,
            buttons=parts[part].buttons,
            template=row.template,
            subject=row.subject,
            account=account.name,
            part=part,
            values=tuple(row.payload.get("values", ())),
            house=row.origin == "system",
        )
        if row.edits is not None and part == 0:
            outgoing = await self._edit_target(work, row, outgoing)
        return outgoing, part == len(parts) - 1

    @staticmethod
    async def _edit_target(work: Work, row: Message, outgoing: Outgoing) -> Outgoing:
        """An edit of a card that never left becomes a message of its own."""
        target = await work.session.get(Message, row.edits)
        if target is None or target.state not in ("sent", "delivered", "read", "sending", "in_doubt"):
            return outgoing
        return replace(outgoing, edits=row.edits, edits_id=(target.provider_id or "").removeprefix(OUT) or None)

    async def _may_go(self, work: Work, row: Message, line: people.Line) -> bool:
        """The contact policy once more, right before sending; stores what changed and tells the rep."""
        lead = await work.session.get(Lead, row.lead_id)
        if lead is None:
            row.state, row.reason = "cancelled", "lead_gone"
            return False
        now = self.clock.now()
        verdict = await self.outbox.judge(work, _letter(row, lead), line, now, message_id=row.id)
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
        try:
            async with asyncio.timeout(self.settings.provider_timeout_seconds):
                sent = await self._call(ready.adapter, ready.outgoing)
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
        async with self.db.write() as work:
            row = await self._held(work, ready.lease)
            if row is not None:
                await self.doubts.record(work, row, sent, ready.last)
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
            if row is not None:
                await self._give_up(work, row, reason)

    async def _give_up(self, work: Work, row: Message, reason: str) -> None:
        row.state, row.due_at, row.lease_until, row.reason = "failed", None, None, reason
        verdict = Verdict("refuse", reason)
        await acts.decide(work.scope(), row.team_id, "message", row.id, verdict, self.clock.now(), row.lead_id)
        await notices.failed(self.outbox, work, row)

    async def _doubtful(self, ready: _Ready) -> None:
        async with self.db.write() as work:
            row = await self._held(work, ready.lease)
            if row is not None:
                doubts.into_doubt(row, self.clock.now())
        await self.doubts.ask(ready.lease.id, ready.adapter)


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
