"""The door out: every message to anybody becomes a row here, after guard and contact policy, and leaves by delivery.

Nothing is sent inside the caller's unit of work. A letter to a lead is judged first (guard, then policy) and queued
only when the verdict lets it go; the verdict is stored either way. Cards to our own people know no contact policy.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from channels import choices, contact, guard, locking, policy
from channels.adapters import Adapters
from channels.base import Channel
from channels.letters import Card, Letter, Posted
from store.db import Scope, Work
from store.lead_lock import Hold, Purpose
from store.models import Account, Conversation, Lead, Message, User
from store.ports import Bell, Clock
from store.queries import acts, attachments, people, talk
from store.settings import Settings
from store.types import File, Language, Verdict

ASKED_BY_PREFERENCE = ("whatsapp", "telegram", "email", "instagram", "web")


class Outbox:
    """Queues messages. ``adapters`` knows who serves an account."""

    def __init__(self, settings: Settings, clock: Clock, bell: Bell, adapters: Adapters) -> None:
        self.settings = settings
        self.clock = clock
        self.bell = bell
        self.adapters = adapters
        self._secret = settings.secret()

    async def adapter(self, scope: Scope, account_id: int) -> Channel | None:
        """Who sends for an account; None when it is configured no more."""
        account = await scope.session.get(Account, account_id)
        return self.adapters.of(account) if account is not None else None

    async def edits(self, scope: Scope, account_id: int) -> bool:
        """Whether a shown message can be replaced there."""
        adapter = await self.adapter(scope, account_id)
        return adapter is not None and adapter.capabilities.edit

    async def to_user(self, work: Work, user: User, card: Card, *, conversation_id: int | None = None) -> int | None:
        """Queues a card for one of ours, at their last-used conversation unless one is given.

        The row's id; None when its dedupe key was used before, the person was never seen on any channel or has left.
        """
        if user.left_at is not None and conversation_id is None:
            return None  # whoever left hears nothing unasked
        conversation = await self._conversation_of(work, user, conversation_id)
        if conversation is None:
            return None
        now = self.clock.now()
        language: Language = "en" if user.language == "en" else "de"
        if card.dedupe_key and await talk.by_dedupe(work.scope(), card.dedupe_key):
            return None
        choice, buttons = await choices.offer(
            work,
            card,
            team_id=user.team_id,
            conversation_id=conversation.id,
            user_id=user.id,
            language=language,
            now=now,
            hours=card.hours or self.settings.choice_hours,
        )
        row = Message(
            team_id=user.team_id,
            account_id=conversation.account_id,
            conversation_id=conversation.id,
            user_id=user.id,
            direction="out",
            state="queued",
            kind="chat",
            origin="system",
            dedupe_key=card.dedupe_key,
            turn_id=card.turn_id,
            text=card.text,
            buttons=buttons,
            payload=dict(card.payload),
            edits=card.edits,
            approval_id=card.approval_id,
            at=now,
            due_at=now,
        )
        message_id = await self._queue(work, row, card.files)
        if choice is not None:
            choice.message_id = message_id
        return message_id

    async def locked(self, scope: Scope, lead: Lead, purpose: Purpose | None = None) -> bool:
        """Whether somebody else of the team works this person for this purpose (the lead's own one when None)."""
        return await locking.held(scope, self._secret, lead, self.clock.now(), purpose) is not None

    async def holder(self, scope: Scope, lead: Lead) -> Hold | None:
        """The colleague's hold itself, for a leader's decision: with whom it is."""
        return await locking.held(scope, self._secret, lead, self.clock.now())

    async def heard(self, scope: Scope, lead: Lead) -> None:
        """She wrote: from now on she is her rep's, unless a colleague works her already."""
        await locking.touch(scope, self._secret, lead, self.clock.now())

    async def to_stranger(self, work: Work, conversation: Conversation, text: str) -> int:
        """Queues the house's answer to somebody who is neither one of ours nor a lead yet (a wrong pairing code)."""
        now = self.clock.now()
        row = Message(
            team_id=conversation.team_id,
            account_id=conversation.account_id,
            conversation_id=conversation.id,
            direction="out",
            state="queued",
            kind="chat",
            origin="system",
            text=text,
            at=now,
            due_at=now,
        )
        return await self._queue(work, row)

    async def to_lead(self, work: Work, letter: Letter) -> Posted:
        """Judges a letter and queues it when it may go; ``ask``, ``wait`` and ``refuse`` queue nothing.

        The verdict is stored as a decision of the lead in every case. Proactive waits are the caller's to keep
        (the engine moves its due time); only the re-check before sending moves a row.
        """
        now = self.clock.now()
        line, channel = await self.route(work, letter)
        if line is None:
            return await self._judged(work, letter, channel, Verdict("refuse", "unreachable"), now)
        checked = guard.check(
            letter.text,
            letter.origin,
            language="en" if letter.lead.language == "en" else "de",
            register=letter.lead.register,
        )
        findings = tuple(finding.rule for finding in checked.findings)
        if checked.action == "block":
            return await self._judged(work, letter, channel, Verdict("refuse", "guard", {"findings": findings}), now)
        leaves = max(now, letter.not_before or now)
        verdict = await self.judge(work, letter, line, leaves)
        if verdict.action not in ("send", "template"):
            return await self._judged(work, letter, channel, verdict, now)
        conversation = await people.open_conversation(work.scope(), line.account, line.address, lead_id=letter.lead.id)
        posted = await self._post(work, letter, verdict, conversation, now)
        return replace(posted, findings=findings)

    async def judge(
        self,
        work: Work,
        letter: Letter,
        line: people.Line,
        now: datetime,
        *,
        message_id: int | None = None,
    ) -> Verdict:
        """The contact policy's word on a letter that would take this way now. Nothing is stored."""
        facts = await self.facts(work.scope(), letter, line, now, message_id=message_id)
        if facts is None:
            return Verdict("refuse", "not_configured", {"channel": line.account.channel})
        return policy.decide(facts)

    async def facts(
        self, scope: Scope, letter: Letter, line: people.Line, now: datetime, *, message_id: int | None = None
    ) -> policy.Contact | None:
        """What the contact policy decides on for a letter that takes this way; None when nobody serves it any more."""
        adapter = self.adapters.of(line.account)
        if adapter is None:
            return None
        return await contact.contact(
            scope,
            letter,
            await people.conversation(scope, line.account.id, line.address),
            account=line.account,
            window=adapter.capabilities.window,
            secret=self._secret,
            now=now,
            message_id=message_id,
        )

    async def _post(
        self, work: Work, letter: Letter, verdict: Verdict, conversation: Conversation, now: datetime
    ) -> Posted:
        use_template = verdict.action == "template" and letter.template is not None
        text = letter.template.text if use_template and letter.template else letter.text
        hold = self.settings.hold_seconds if letter.hold else 0
        due_at = max(now + timedelta(seconds=hold), letter.not_before or now)
        row = self._row(letter, conversation, text, now, due_at, "held" if letter.hold and due_at > now else "queued")
        row.template = letter.template.name if use_template and letter.template else None
        message_id = await self._queue(work, row, letter.files)
        if letter.kind != "confirmation":
            await locking.touch(work.scope(), self._secret, letter.lead, now)
        await acts.decide(work.scope(), letter.lead.team_id, "message", message_id, verdict, now, letter.lead.id)
        return Posted(verdict, conversation.channel, message_id, due_at, text=text)

    @staticmethod
    def _row(
        letter: Letter, conversation: Conversation, text: str, now: datetime, due_at: datetime, state: str
    ) -> Message:
        payload: dict[str, Any] = dict(letter.payload)
        if letter.discloses:
            payload["discloses"] = True
        if letter.nurture_since:
            payload["nurture_since"] = letter.nurture_since.isoformat()
        return Message(
            team_id=letter.lead.team_id,
            account_id=conversation.account_id,
            conversation_id=conversation.id,
            lead_id=letter.lead.id,
            direction="out",
            state=state,
            kind=letter.kind,
            origin=letter.origin,
            dedupe_key=letter.dedupe_key,
            turn_id=letter.turn_id,
            subject=letter.subject if conversation.channel == "email" else "",
            text=text,
            payload=payload,
            sender_id=letter.sender_id,
            enrolment_id=letter.enrolment_id,
            approval_id=letter.approval_id,
            answers=sorted(letter.answers),
            at=now,
            due_at=due_at,
        )

    async def _queue(self, work: Work, row: Message, files: tuple[File, ...] = ()) -> int:
        if set(row.subject or "") & {"\n", "\r"}:
            raise ValueError("a subject is one line")  # anything more would write headers of its own
        if files:
            row.payload = {**row.payload, "files": len(files)}
        work.session.add(row)
        await work.session.flush()
        await attachments.keep(work.scope(), row, files)
        if row.state == "queued":
            work.after_commit.append(lambda: self.bell.ring("drain_outbox", row.conversation_id))
        return row.id

    async def _judged(self, work: Work, letter: Letter, channel: str, verdict: Verdict, now: datetime) -> Posted:
        lead = letter.lead
        subject = "enrolment" if letter.enrolment_id else "lead"
        await acts.decide(
            work.scope(), lead.team_id, subject, letter.enrolment_id or lead.id, verdict, now, lead_id=lead.id
        )
        return Posted(verdict, channel, text=letter.text)

    async def route(self, work: Work, letter: Letter) -> tuple[people.Line | None, str]:
        """The way a letter takes (None: the lead cannot be reached so) and its channel."""
        scope = work.scope(letter.lead.team_id)
        lines = [line for line in await people.lines(scope, letter.lead) if self.adapters.of(line.account) is not None]
        channel = letter.channel
        if channel == "auto":
            usable = list(dict.fromkeys(line.account.channel for line in lines))
            channel = await self._best_channel(work, letter, usable)
        return next((line for line in lines if line.account.channel == channel), None), channel

    async def _best_channel(self, work: Work, letter: Letter, usable: list[str]) -> str:
        """Where the lead last wrote; else the first reachable one in a fixed order."""
        last = await talk.last_inbound_channel(work.scope(), letter.lead.id)
        if last in usable:
            return last
        return next((c for c in ASKED_BY_PREFERENCE if c in usable), usable[0] if usable else "whatsapp")

    async def _conversation_of(self, work: Work, user: User, conversation_id: int | None) -> Conversation | None:
        wanted = conversation_id or user.home_conversation_id
        found = await work.session.get(Conversation, wanted) if wanted is not None else None
        if found is not None and (conversation_id is not None or found.user_id == user.id):
            return found
        return await talk.first_conversation(work.scope(), user.id)
