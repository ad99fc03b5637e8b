"""What comes in without being a turn: pairing words, edits, absences and the signs of somebody who wants no more.

Everything here is carried out inside the transaction that accepts it, before any model, and never counts as a reply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from agent import identity, optout, pairing, takeover
from agent.pairing import Pairing
from channels import notices, reach, suppress, words
from channels.letters import Card
from channels.outbox import Outbox
from store.db import Work
from store.models import Account, Conversation, Lead, Message, User
from store.queries import acts, people, talk
from store.types import Inbound, Say, Verdict

_JUST_LEFT = 5  # messages of ours among which one that comes back as an echo is looked for
_LOOK_BACK = 50  # messages of a talk among which an edited one is looked for


def concerns(inbound: Inbound) -> bool:
    """Whether this is anything but an ordinary message. PURE."""
    return bool(inbound.signal or inbound.edits) or pairing.read(inbound.text) is not None


class Signals:
    def __init__(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self.clock = outbox.clock
        self.pairing = Pairing(outbox)

    async def take(self, work: Work, inbound: Inbound) -> tuple[int, int] | None:
        """(row, conversation) when it is dealt with here, zeros where nothing had to be kept; None: a message.

        Raises LookupError for an account nobody has.
        """
        scope, now = work.scope(), self.clock.now()
        account = await people.account(scope, inbound.channel, inbound.account)
        if account is None:
            raise LookupError(f"no account {inbound.account} on {inbound.channel}")
        before = await talk.by_provider(scope, account.id, inbound.provider_id)
        if before is not None:
            row = await work.session.get(Message, before)
            return (before, row.conversation_id) if row is not None else (before, 0)
        if inbound.edits:
            return await self._edited(work, account, inbound)
        if inbound.signal is not None:
            return await self._signal(work, account, inbound, now)
        conversation = await self.pairing.take(work, account, inbound, now)
        return await _keep(work, conversation, inbound, now) if conversation is not None else None

    async def _signal(self, work: Work, account: Account, inbound: Inbound, now: datetime) -> tuple[int, int]:
        conversation = await identity.known_conversation(work, account, inbound)
        if conversation is None:
            return 0, 0  # nobody we know
        if conversation.user_id is not None and inbound.signal == "opt_out":
            await reach.move_home(work, conversation)
        lead = await work.session.get(Lead, conversation.lead_id) if conversation.lead_id else None
        if lead is not None and inbound.signal == "opt_out":
            await suppress.suppress(work, self.outbox, lead, f"signal:{account.channel}", now, confirm=False)
        elif lead is not None and inbound.signal == "opt_in":
            await suppress.lift(work, self.outbox, lead, f"signal:{account.channel}", now)
        elif lead is not None and inbound.signal == "away":
            await self._away(work, lead, inbound, now)
        elif inbound.signal == "own":
            if await talk.left_here(work.scope(), conversation.id, inbound.text, _JUST_LEFT):
                return 0, conversation.id  # the provider tells us of our own message
            return await takeover.take(work, conversation, lead, row_values(conversation, inbound, now), now)
        return await _keep(work, conversation, inbound, now)

    async def _away(self, work: Work, lead: Lead, inbound: Inbound, now: datetime) -> None:
        """Automatic messages wait until she is back; her rep hears of it once."""
        if inbound.until is None or inbound.until <= now:
            return
        lead.away_until = inbound.until
        facts = {"until": inbound.until.isoformat()}
        await acts.decide(work.scope(), lead.team_id, "lead", lead.id, Verdict("wait", "away", facts), now, lead.id)
        owner = await work.session.get(User, lead.owner_id)
        if owner is not None:
            until = words.moment(inbound.until, owner.zone)
            text = words.say(notices.speaks(owner), Say("lead-away", {"name": lead.name, "until": until}))
            key = f"away:{lead.id}:{inbound.until:%Y-%m-%d}"
            await self.outbox.to_user(work, owner, Card(text, dedupe_key=key, payload={"notice": True}))

    async def _edited(self, work: Work, account: Account, inbound: Inbound) -> tuple[int, int]:
        """A new wording replaces one that nobody has begun to work; later it is only noted, and never answered again.

        A stop counts whenever it is said.
        """
        scope = work.scope()
        conversation = await people.conversation(scope, account.id, inbound.external_id)
        if conversation is None:
            return 0, 0
        row = await talk.by_ref(scope, conversation.id, inbound.edits or "", _LOOK_BACK)
        if row is None:
            return 0, conversation.id
        if row.state == "new" and row.turn_id is None:
            row.text = inbound.text
        row.payload = {**row.payload, "edited": inbound.text}
        lead = await work.session.get(Lead, conversation.lead_id) if conversation.lead_id else None
        if lead is not None and optout.detect(inbound.text) == "certain":
            await suppress.suppress(work, self.outbox, lead, "message", self.clock.now())
        return row.id, conversation.id


async def _keep(work: Work, conversation: Conversation, inbound: Inbound, now: datetime) -> tuple[int, int]:
    """The row that makes a second delivery nothing; there is no turn to it."""
    kept = await talk.insert_once(
        work.scope(),
        {**row_values(conversation, inbound, now), "direction": "signal", "state": "done"},
        ("account_id", "provider_id"),
    )
    return kept or 0, conversation.id


def row_values(conversation: Conversation, inbound: Inbound, now: datetime) -> Mapping[str, Any]:
    """One inbound as a row of messages."""
    files = [file.name for file in inbound.files] + [media.name or media.kind for media in inbound.media]
    payload = {"name": inbound.name, "files": files, **inbound.details, **inbound.claims}
    if inbound.media:
        payload["media"] = [asdict(media) for media in inbound.media]
    if inbound.signal is not None:
        payload["signal"] = inbound.signal
    return {
        "team_id": conversation.team_id,
        "account_id": conversation.account_id,
        "conversation_id": conversation.id,
        "user_id": conversation.user_id,
        "lead_id": conversation.lead_id,
        "direction": "in",
        "state": "new",
        "kind": "chat",
        "origin": "human",
        "provider_id": inbound.provider_id,
        "subject": inbound.subject,
        "text": inbound.text,
        "tap": inbound.tap,
        "buttons": [],
        "answers": [],
        "payload": payload,
        "attempts": 0,
        "lease_token": 0,
        "at": now,
    }
