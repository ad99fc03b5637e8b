"""The few words that say who somebody is, read at the door before anything else: codes, ``/start`` and invitations.

A rep's messenger is paired by a one-time code from a place where the rep is known already, a new member's by a
leader's link; a lead's by a link that was sent to her. Names, user names and texts never prove anything (SAFETY wall
2), and an e-mail never pairs anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from agent import identity, joining
from channels import suppress, words
from channels.letters import Card, Letter
from channels.outbox import Outbox
from store import codes
from store.db import Work
from store.models import Account, Code, CodeTry, Consent, Conversation, Identity, Lead, User
from store.queries import acts, merging, people, talk
from store.queries import codes as code_rows
from store.types import Inbound, Language, Option, Say

MESSENGERS = frozenset({"telegram", "whatsapp"})
_START = re.compile(r"/start(?:@\w+)?(?:\s+(\S{1,64}))?\s*", re.IGNORECASE)
_AGAIN = re.compile(r"\W*(?:start|starten|anmelden|subscribe|unstop)\W*", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:/(?:start|pair|verbinden|koppeln)(?:@\w+)?|(?:salesflow|code|verbinden|verbinde|koppeln|kopple|pair|connect)\b[:,]?)"
    r"\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """``code`` a pairing code, ``token`` a link's payload; neither: a bare ``/start``. ``asked``: meant as a code.

    ``again``: the keyword that takes an opt-out back; from anybody else it is a word like others.
    """

    code: str | None = None
    token: str | None = None
    asked: bool = False
    again: bool = False


def read(text: str) -> Word | None:
    """The word a message consists of, or None for an ordinary message. PURE."""
    said = text.strip()
    if len(said) > 100:
        return None
    asked = _ASKED.fullmatch(said)
    code = codes.normal(asked[1]) if asked else codes.normal(said) if "-" in said else None
    if code is not None:
        return Word(code=code, asked=asked is not None)
    start = _START.fullmatch(said)
    if start is None:
        return Word(again=True) if _AGAIN.fullmatch(said) else None
    token = start[1]
    return Word(token=token if token and codes.TOKEN.fullmatch(token) else None)


class Pairing:
    """Carries out what a word means, inside the transaction of ``accept``."""

    def __init__(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self._secret = outbox.settings.secret()

    async def take(self, work: Work, account: Account, inbound: Inbound, now: datetime) -> Conversation | None:
        """The conversation, when the message was such a word and is dealt with; None: an ordinary message."""
        word = read(inbound.text) if account.channel in MESSENGERS and not inbound.tap else None
        if word is None:
            return None
        if word.code is not None:
            return await self._pair(work, account, inbound, word, now)
        known = await people.identity(work.scope(), account.id, inbound.external_id)
        if word.token is not None and (joined := await self._member(work, account, inbound, word.token, now)):
            return joined
        if known is not None and known.user_id is not None:
            return None  # a rep's /start is a command like others
        if word.again and not await self._opted_out(work, known):
            return None
        return await self._start(work, account, inbound, word, now)

    async def _member(
        self, work: Work, account: Account, inbound: Inbound, token: str, now: datetime
    ) -> Conversation | None:
        """Whoever opens a leader's link is one of the team; None for any other link, and for one of ours."""
        scope = work.scope()
        code = await code_rows.known(scope, codes.digest(self._secret, token))
        if code is None or code.kind != "member" or code.team_id != account.team_id:
            return None
        known = await people.identity(scope, account.id, inbound.external_id)
        before = await work.session.get(User, known.user_id) if known is not None and known.user_id else None
        if before is not None and before.left_at is None:
            return None
        leader = await joining.leader_of(work, code, now)
        if leader is None or not await code_rows.use(scope, code, now):
            conversation = await people.open_conversation(scope, account, inbound.external_id)
            await self.outbox.to_stranger(work, conversation, words.say(_tongue(inbound), Say("join-over")))
            return conversation
        language: Language = "en" if leader.language == "en" else "de"
        if inbound.details.get("language"):
            language = _tongue(inbound)
        user = await joining.member(work, leader, code, before, inbound.name, language)
        values = {"name": user.name, "leader": leader.name}
        conversation = await self._welcome(work, account, inbound, user, now, Say("join-welcome", values))
        await joining.tell(work, self.outbox, leader, user, code, now)
        return conversation

    async def _opted_out(self, work: Work, known: Identity | None) -> bool:
        lead = await work.session.get(Lead, known.lead_id) if known is not None and known.lead_id else None
        if lead is None:
            return False
        hashes = [people.address_hash(self._secret, one) for _, one in await people.addresses(work.scope(), lead)]
        return await people.suppressed(work.scope(), lead.team_id, lead.id, hashes) is not None

    async def _pair(
        self, work: Work, account: Account, inbound: Inbound, word: Word, now: datetime
    ) -> Conversation | None:
        scope = work.scope()
        sender = codes.sender(self._secret, account.id, inbound.external_id)
        if await code_rows.locked(scope, sender, now):
            return await people.open_conversation(scope, account, inbound.external_id) if word.asked else None
        code = await code_rows.valid(scope, codes.digest(self._secret, word.code or ""), now)
        right = code is not None and code.kind == "pair" and code.team_id == account.team_id
        if code is None or not right or not await code_rows.use(scope, code, now):
            work.session.add(CodeTry(sender=sender, account_id=account.id, at=now))
            await work.session.flush()
            return await self._wrong(work, account, inbound, sender, now) if word.asked else None
        user = await work.session.get(User, code.user_id)
        if user is None:
            return None
        values = {"name": user.name.partition(" ")[0], "channel": account.channel}
        known = await people.identity(scope, account.id, inbound.external_id)
        before = await work.session.get(User, known.user_id) if known is not None and known.user_id else None
        if before is None or before.id == user.id or before.left_at is not None:
            return await self._welcome(work, account, inbound, user, now, Say("pair-done", values))
        conversation = await people.open_conversation(scope, account, inbound.external_id)
        await joining.changes_hands(work, self.outbox, conversation, before, user, now)
        said = Say("pair-took-over", {**values, "before": before.name})
        return await self._welcome(work, account, inbound, user, now, said)

    async def _wrong(self, work: Work, account: Account, inbound: Inbound, sender: str, now: datetime) -> Conversation:
        """Says so, and nothing about whether such a code exists."""
        scope = work.scope()
        conversation = await people.open_conversation(scope, account, inbound.external_id)
        last = await code_rows.locked(scope, sender, now)
        key = "pair-locked" if last else "pair-wrong"
        await self.outbox.to_stranger(work, conversation, words.say(_tongue(inbound), Say(key)))
        return conversation

    async def _welcome(
        self, work: Work, account: Account, inbound: Inbound, user: User, now: datetime, said: Say
    ) -> Conversation:
        """The messenger is the user's from now on, whatever it was before."""
        scope = work.scope()
        conversation = await people.open_conversation(scope, account, inbound.external_id, user_id=user.id)
        known = await people.identity(scope, account.id, inbound.external_id)
        if known is None:
            raise LookupError("a conversation without an identity")
        await self._was_lead(work, known, now)
        known.user_id, known.lead_id = user.id, None
        conversation.user_id, conversation.lead_id = user.id, None
        user.home_conversation_id = conversation.id
        await work.session.flush()
        await acts.record(scope, user.team_id, "user", user.id, verdict="paired", rule=account.channel, at=now)
        language: Language = "en" if user.language == "en" else "de"
        card = Card(words.say(language, said), (Option(Say("pair-help"), "help", {}),))
        await self.outbox.to_user(work, user, card, conversation_id=conversation.id)
        return conversation

    @staticmethod
    async def _was_lead(work: Work, known: Identity, now: datetime) -> None:
        """Whoever wrote before pairing was taken for a lead; that lead is put away when there is nothing else of it."""
        lead = await work.session.get(Lead, known.lead_id) if known.lead_id else None
        if lead is None:
            return
        await talk.cancel_all_to(work.scope(), lead.id, "paired")
        await acts.void_approvals(work.scope(), lead.id, now, "paired")
        others = [pair for pair in await people.addresses(work.scope(), lead) if pair[1] != known.external_id]
        if not others:
            lead.stage, lead.paused_reason = "archived", "paired"

    async def _start(self, work: Work, account: Account, inbound: Inbound, word: Word, now: datetime) -> Conversation:
        """A lead begins: with an invitation she agrees to hear from that rep, with her own link she is that lead."""
        scope = work.scope(account.team_id)
        code = await code_rows.valid(scope, codes.digest(self._secret, word.token), now) if word.token else None
        if code is not None and (code.team_id != account.team_id or code.kind not in ("invite", "join")):
            code = None
        if code is not None and code.kind == "join" and not await code_rows.use(scope, code, now):
            code = None
        conversation = await identity.conversation_for(
            work, account, inbound, now, owner_id=code.user_id if code else None
        )
        lead = await work.session.get(Lead, conversation.lead_id)
        if lead is None:
            raise LookupError("a lead's conversation without a lead")
        if code is not None:
            lead = await self._joined(work, account, conversation, lead, code, now)
        else:
            await suppress.lift(work, self.outbox, lead, "start", now)  # her own START; it is no consent to anything
        conversation.last_inbound_at = lead.last_inbound_at = now
        await self._greet(work, lead, code is not None, inbound)
        return conversation

    async def _joined(
        self, work: Work, account: Account, conversation: Conversation, lead: Lead, code: Code, now: datetime
    ) -> Lead:
        """Consent on record and, for a link made for one lead, the two rows of that person become one."""
        scope = work.scope(account.team_id)
        if code.kind == "join" and code.lead_id is not None and code.lead_id != lead.id:
            kept = await work.session.get(Lead, code.lead_id)
            if kept is not None:
                await work.session.flush()
                await merging.merge(scope, kept, lead)
                await work.session.refresh(conversation)
                lead = kept
        await suppress.lift(work, self.outbox, lead, "start_link", now)
        work.session.add(
            Consent(
                team_id=lead.team_id,
                lead_id=lead.id,
                channel=account.channel,
                basis="opt_in_link",
                wording=code.wording or codes.INVITE_WORDING,
                source=f"code {code.id}",
                user_id=code.user_id,
                at=now,
            )
        )
        await acts.record(
            scope, lead.team_id, "lead", lead.id, verdict="allow", rule="opted_in", at=now, lead_id=lead.id
        )
        return lead

    async def _greet(self, work: Work, lead: Lead, invited: bool, inbound: Inbound) -> None:
        """One answer to the start: whose assistant writes, what for, and how to stop it."""
        owner = await work.session.get(User, lead.owner_id)
        if _tongue(inbound) == "en" and lead.last_outbound_at is None:
            lead.language = "en"
        language: Language = "en" if lead.language == "en" else "de"
        key = "start-invited" if invited else "start-greeting"
        text = words.say(language, Say(key, {"owner": owner.name if owner else ""}))
        letter = Letter(
            lead,
            text,
            "system",
            "answer",
            channel=inbound.channel,
            dedupe_key=f"start:{inbound.account}:{inbound.provider_id}",
            discloses=True,
        )
        await self.outbox.to_lead(work, letter)


def _tongue(inbound: Inbound) -> Language:
    """The language of somebody we do not know yet: what the messenger says, else German."""
    code = str(inbound.details.get("language") or "de")
    return "de" if code == "de" else "en"
