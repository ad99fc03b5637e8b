"""Double opt-in for e-mail: a link to the mailbox, a tap on its page, an entry in the ledger. And the way out of it."""

from __future__ import annotations

from datetime import datetime

from channels import notices, suppress, words
from channels.email import marks
from channels.letters import Card, Letter, Posted
from channels.outbox import Outbox
from store import codes
from store.db import Work
from store.models import Code, Consent, Lead, Message, User
from store.queries import acts, merging, people
from store.queries import codes as code_rows
from store.types import Language, Say

WORDING = "email-optin-1"  # the version of optin-mail; a new text takes a new number
PATH = "/confirm/"


def speaks(lead: Lead) -> Language:
    return "en" if lead.language == "en" else "de"


async def ask(work: Work, outbox: Outbox, lead: Lead, owner: User, now: datetime) -> Posted:
    """Queues the one neutral mail that asks for a confirmation; nothing is advertised in it (§ 7 UWG)."""
    settings = outbox.settings
    word = codes.new_token()
    work.session.add(
        Code(
            team_id=lead.team_id,
            kind="confirm",
            digest=codes.digest(settings.secret(), word),
            user_id=owner.id,
            lead_id=lead.id,
            address=(lead.email or "").lower(),
            wording=WORDING,
            expires_at=now + codes.CONFIRM_LIFE,
            at=now,
        )
    )
    link = f"{settings.public_base_url.rstrip('/')}{PATH}{word}"
    values = {"owner": owner.name, "link": link, "days": codes.CONFIRM_LIFE.days, "name": lead.name.partition(" ")[0]}
    register = "sie" if lead.register == "sie" else "du"
    text = words.say(speaks(lead), Say(f"optin-mail-{register}", values))
    subject = words.say(speaks(lead), Say("optin-subject", {"owner": owner.name}))
    letter = Letter(lead, text, "system", "optin", channel="email", sender_id=owner.id, subject=subject)
    return await outbox.to_lead(work, letter)


async def asked(work: Work, secret: bytes, word: str, now: datetime) -> tuple[Code, Lead] | None:
    """What a link stands for, as long as it can be confirmed."""
    code = await code_rows.valid(work.scope(), codes.digest(secret, word), now) if codes.TOKEN.fullmatch(word) else None
    lead = await work.session.get(Lead, code.lead_id) if code is not None and code.kind == "confirm" else None
    return (code, lead) if code is not None and lead is not None else None


async def confirm(work: Work, outbox: Outbox, word: str, now: datetime) -> Lead | None:
    """The mailbox's holder agrees: once, into the ledger with wording, source and time. None for a link without effect.

    Whoever opens the link holds the mailbox, so another row that writes from it is the same person (SAFETY wall 2).
    """
    found = await asked(work, outbox.settings.secret(), word, now)
    if found is None or not await code_rows.use(work.scope(), found[0], now):
        return None
    code, lead = found
    scope = work.scope(lead.team_id)
    for account in await people.accounts_for(scope, lead.team_id, "email"):
        identity = await people.identity(scope, account.id, code.address)
        if identity is None:
            continue
        identity.verified_at, identity.invalid_at = now, None
        other = await work.session.get(Lead, identity.lead_id) if identity.lead_id not in (None, lead.id) else None
        if other is not None:
            await work.session.flush()
            await merging.merge(scope, lead, other)
    await suppress.lift(work, outbox, lead, "double_opt_in", now)
    work.session.add(
        Consent(
            team_id=lead.team_id,
            lead_id=lead.id,
            channel="email",
            basis="double_opt_in",
            wording=code.wording,
            source=f"link to {code.address}, code {code.id}",
            user_id=code.user_id,
            at=now,
        )
    )
    await acts.record(scope, lead.team_id, "lead", lead.id, verdict="allow", rule="opted_in", at=now, lead_id=lead.id)
    await _tell(work, outbox, lead, "optin-confirmed", f"optin:{code.id}")
    return lead


async def unsubscribe(work: Work, outbox: Outbox, token: str, now: datetime) -> Lead | None:
    """The link of one of our mails: no more of anything, on any channel. None for a link we never gave."""
    number = marks.unsubscribed(outbox.settings.secret(), token)
    row = await work.session.get(Message, number) if number is not None else None
    lead = await work.session.get(Lead, row.lead_id) if row is not None and row.lead_id else None
    if lead is None:
        return None
    if await suppress.suppress(work, outbox, lead, "unsubscribe_link", now, confirm=False):
        await _tell(work, outbox, lead, "lead-left", f"left:{lead.id}:{now:%Y-%m-%d}")
    return lead


async def addressee(work: Work, secret: bytes, token: str) -> Lead | None:
    """Whose unsubscribe link this is; changes nothing."""
    number = marks.unsubscribed(secret, token)
    row = await work.session.get(Message, number) if number is not None else None
    return await work.session.get(Lead, row.lead_id) if row is not None and row.lead_id else None


async def _tell(work: Work, outbox: Outbox, lead: Lead, key: str, dedupe: str) -> None:
    owner = await work.session.get(User, lead.owner_id)
    if owner is not None:
        text = words.say(notices.speaks(owner), Say(key, {"name": lead.name}))
        await outbox.to_user(work, owner, Card(text, dedupe_key=dedupe, payload={"notice": True}))
