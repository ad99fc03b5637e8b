"""What became of a message: recorded when the provider said it, found out where it can tell, else asked of a person.

``OUT`` marks provider ids of ours, so that they never meet those of what came in.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from channels import notices, pieces
from channels.base import Capabilities, Channel, Sent
from channels.outbox import Outbox
from store.db import Database, Work
from store.leases import real_now
from store.models import Lead, Message
from store.queries import leaving
from store.types import Button

OUT = "out:"
ARRIVED = frozenset({"delivered", "read"})


ECHO_TIME = timedelta(minutes=2)  # a provider that echoes our id gets so long before a person is asked


def into_doubt(row: Message, now: datetime) -> None:
    row.state, row.due_at, row.lease_until, row.reason = "in_doubt", None, None, "no_answer"
    row.payload = {**row.payload, "doubt_at": now.isoformat()}


def parts(row: Message, can: Capabilities) -> list[pieces.Piece]:
    """A message as the calls it takes on a channel."""
    buttons = [Button(b["id"], b["label"]) for b in row.buttons]
    return pieces.pieces(row.text, buttons, can, files=row.payload.get("files", 0))


class Doubts:
    """Records answers, and clears messages in doubt by what their adapters can (ENGINE rule 10)."""

    def __init__(self, db: Database, outbox: Outbox) -> None:
        self.db = db
        self.outbox = outbox
        self.clock = outbox.clock

    async def record(self, work: Work, row: Message, sent: Sent, last: bool = True) -> None:
        """The provider took this part. A receipt may have been quicker than the answer: it is not taken back."""
        now = self.clock.now()
        row.reason = None
        if row.edits is None:  # an edit keeps the id of the message it replaces
            row.provider_id = f"{OUT}{sent.provider_id}"
        if not last:
            row.payload = {**row.payload, "part": row.payload.get("part", 0) + 1}
            row.state, row.attempts, row.due_at = "queued", 0, row.due_at or now
            return
        row.sent_at, row.due_at, row.lease_until = now, None, None
        row.state = row.state if row.state in ARRIVED else "sent"
        if row.lead_id is not None:
            lead = await work.session.get(Lead, row.lead_id)
            if lead is not None:
                lead.last_outbound_at = now
                lead.disclosed_at = now if row.payload.get("discloses") else lead.disclosed_at

    async def recover(self, *, dead: bool) -> int:
        """Rows left in ``sending`` by a dead sender come into doubt; how many.

        ``dead`` says that the sender's process is surely gone (an embedded restart): what an idempotent provider
        then does not know has never left and is queued again; otherwise it stays in doubt for a person.
        """
        async with self.db.write() as work:
            stale = await leaving.stale_sending(work.scope(), await real_now(work.session))
            for row in stale:
                into_doubt(row, self.clock.now())
        await self._clear(requeue={row.id for row in stale} if dead else frozenset())
        return len(stale)

    async def sweep(self) -> int:
        """Finds rows whose sender vanished while this process went on; how many."""
        return await self.recover(dead=False)

    async def _clear(self, requeue: frozenset[int] | set[int]) -> None:
        """Asks providers that can tell what became of messages in doubt."""
        last = 0
        while True:
            async with self.db.read() as scope:
                waiting = await leaving.in_doubt(scope, after=last)
                adapters = {row.id: await self.outbox.adapter(scope, row.account_id) for row in waiting}
            if not waiting:
                return
            for row in waiting:
                last, adapter = row.id, adapters[row.id]
                if adapter is not None:
                    told = _told(row) and row.id not in requeue
                    await self.ask(row.id, adapter, row.id in requeue, told=told)

    async def ask(self, message_id: int, adapter: Channel, requeue: bool = False, *, told: bool = False) -> None:
        """Asks the provider about one message, where it can tell; what nobody knows the rep hears of, once a try."""
        can_tell = adapter.capabilities.doubt == "idempotent"
        found = await self._find(message_id, adapter) if can_tell else None
        if found is None and told:
            return
        async with self.db.write() as work:
            row = await work.session.get(Message, message_id)
            if row is None or row.state != "in_doubt":
                return
            if found is not None:
                await self.record(
                    work, row, found, row.payload.get("part", 0) + 1 >= len(parts(row, adapter.capabilities))
                )
            elif requeue and can_tell:
                row.state, row.due_at, row.reason = "queued", self.clock.now(), "never_left"
            elif not _told(row) and not self._echo_may_come(row, adapter):
                row.payload = {**row.payload, "doubt_told": row.attempts}
                await notices.doubtful(self.outbox, work, row)

    def _echo_may_come(self, row: Message, adapter: Channel) -> bool:
        since = datetime.fromisoformat(row.payload.get("doubt_at") or row.at.isoformat())
        return adapter.capabilities.doubt == "echo" and self.clock.now() - since < ECHO_TIME

    async def _find(self, message_id: int, adapter: Channel) -> Sent | None:
        async with self.db.read() as scope:
            row = await scope.session.get(Message, message_id)
        return await adapter.find(message_id, row.payload.get("part", 0)) if row is not None else None


def _told(row: Message) -> bool:
    """Whether the rep knows of the doubt about this try."""
    return bool(row.payload.get("doubt_told") == row.attempts)
