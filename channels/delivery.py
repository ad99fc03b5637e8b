"""Sends what the outbox queued, each message once (ENGINE rule 9).

``sending`` is committed right before each single call. Between that commit and ``sent`` the truth is unknown: a
crash, a time-out or a 5xx leaves ``in_doubt``, which is never re-sent by itself. What is known not to have left
(429, refused connection) is tried again.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from channels import doubts, notices, parting, rates, reach, receipts
from channels.base import Channel, NotSent, Provider, Refused, Sent, Unclear
from channels.letters import Letter, LetterKind, Template
from channels.outbox import Outbox
from store import crash
from store.db import Database, Work
from store.leases import Lease, LeaseLost, hold
from store.models import Account, Lead, Message
from store.queries import acts, leaving, people
from store.types import Origin, Outgoing, Verdict

_BATCH = 50
_LINE_SECONDS = 10.0
_GIVE_UP = timedelta(hours=24)
_LONGEST = 300.0  # seconds between two tries
_FRESH = timedelta(minutes=10)
_LINE_DOWN = frozenset({"provider_unreachable", "account_login", "account_blocked"})  # true for every message on it
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
        """Sends what is due, conversation by conversation in order; how many rows were looked at."""
        async with self.db.read() as scope:
            lines = await leaving.due_out(scope, self.clock.now(), _BATCH)
        whole = await asyncio.gather(*(self._line(line, message_ids) for line, message_ids in lines.items()))
        count = sum(map(len, lines.values()))
        if count == _BATCH or not all(whole):
            self.outbox.bell.ring("drain_outbox", 0)
        return count

    async def _line(self, conversation_id: int, message_ids: list[int]) -> bool:
        """One conversation's messages one after the other, also when two drains meet; False when time ran out.

        A slow provider holds up one conversation for seconds, not everybody behind it until the line has left.
        """
        async with self._lines[conversation_id]:
            until = time.monotonic() + _LINE_SECONDS
            for place, message_id in enumerate(message_ids):
                if place and time.monotonic() > until:
                    return False
                with contextlib.suppress(LeaseLost):
                    ready = await self._mark(message_id)
                    while ready is not None and await self._send(ready):
                        ready = await self._mark(message_id)  # its next part
        if not self._lines[conversation_id].locked():
            self._lines.pop(conversation_id, None)
        return True

    async def _mark(self, message_id: int) -> _Ready | None:
        """Takes a message and looks again at the last moment, then commits ``sending``; None when it must not go now.

        What stands behind a message that must be tried again waits with it, in order.
        """
        async with self.db.write() as work:
            seconds = self.settings.outbox_lease_seconds
            taken = await leaving.claim_due(work.scope(), message_id, self.clock.now(), seconds)
            if taken is None:
                return None
            row, conversation = taken
            if (behind := await leaving.tried_before(work.scope(), row)) is not None:
                row.due_at, row.lease_until = behind, None
                return None
            account = await work.session.get(Account, row.account_id)
            if account is None:
                raise LookupError(f"message {row.id} has no account")
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
            try:
                outgoing, last = await parting.next_part(
                    work, row, conversation, account, adapter.capabilities, self.settings
                )
            except parting.Broken as error:
                await self._give_up(work, row, error.rule)
                return None
        crash.point("sending_committed")
        return _Ready(Lease(row.id, row.lease_token), outgoing, adapter, last)

    @staticmethod
    async def _held(work: Work, lease: Lease) -> Message | None:
        await hold(work.scope(), Message, lease)
        return await work.session.get(Message, lease.id)

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
        """One call to the provider and what became of it; True when another part may follow."""
        try:
            async with asyncio.timeout(self.settings.provider_timeout_seconds):
                sent = await self._call(ready.adapter, ready.outgoing)
        except NotSent as error:
            await self._again(ready, error)
        except Refused as error:
            await self._refused(ready.lease, error)
        except (Unclear, TimeoutError):
            await self._doubtful(ready)
        else:
            crash.point("provider_answered")
            async with self.db.write() as work:
                row = await self._held(work, ready.lease)
                if row is not None:
                    await self.doubts.record(work, row, sent, ready.last)
            return not ready.last
        return False

    async def _call(self, adapter: Channel, outgoing: Outgoing) -> Sent:
        task = asyncio.create_task(adapter.send(outgoing, self.clock.now()))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)
        return await task

    async def settled(self) -> None:
        """Returns when no call that is under way now is under way any more (a reset must not meet its echo)."""
        if self._sending:
            await asyncio.wait(set(self._sending))

    async def _again(self, ready: _Ready, error: NotSent) -> None:
        async with self.db.write() as work:
            row = await self._held(work, ready.lease)
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
            if isinstance(ready.adapter, Provider) and error.reason in _LINE_DOWN:
                await rates.rest(work.scope(), row.account_id, row.due_at)

    async def _refused(self, lease: Lease, error: Refused) -> None:
        async with self.db.write() as work:
            row = await self._held(work, lease)
            if row is not None:
                await self._give_up(work, row, error.reason)
                if error.failure is not None:
                    await receipts.learn(work, self.outbox, row, error.failure, self.clock.now())

    async def _give_up(self, work: Work, row: Message, reason: str) -> None:
        row.state, row.due_at, row.lease_until, row.reason = "failed", None, None, reason
        verdict = Verdict("refuse", reason)
        await acts.decide(work.scope(), row.team_id, "message", row.id, verdict, self.clock.now(), row.lead_id)
        await reach.learned(work, self.outbox, row, reason, self.clock.now())
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
