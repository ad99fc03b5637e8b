"""A lead's "no more": written in the very transaction that accepts the message, before any model (SAFETY wall 7)."""

from __future__ import annotations

from datetime import datetime

from channels import rolling, words
from channels.letters import Letter
from channels.outbox import Outbox
from store.db import Work
from store.models import Consent, Lead, Suppression
from store.queries import acts, flows, people, talk
from store.types import Language, Say


async def suppress(work: Work, outbox: Outbox, lead: Lead, reason: str, now: datetime, *, confirm: bool = True) -> bool:
    """Ends everything for a lead on all channels and confirms once, neutrally. False when it was so already.

    Without ``confirm`` not a word is said: she blocked us, or the page she clicked on has told her.
    """
    scope = work.scope(lead.team_id)
    secret = outbox.settings.secret()
    hashes = {people.address_hash(secret, address) for _, address in await people.addresses(scope, lead)}
    before = await people.suppressed(scope, lead.team_id, lead.id, sorted(hashes))
    known = {before.address_hash} if before is not None else set()
    for address_hash in sorted(hashes - known) or ([f"lead:{lead.id}"] if before is None else []):
        if await people.suppressed(scope, lead.team_id, None, [address_hash]) is None:
            row = Suppression(team_id=lead.team_id, address_hash=address_hash, lead_id=lead.id, reason=reason, at=now)
            work.session.add(row)
    await talk.cancel_all_to(scope, lead.id, "opted_out")
    await _end_everything(work, lead, now)
    await work.session.flush()
    if before is not None:
        return False
    entry = Consent(
        team_id=lead.team_id, lead_id=lead.id, channel="*", granted=False, basis="opt_out", source=reason, at=now
    )
    work.session.add(entry)
    await work.session.flush()
    await rolling.look(work, outbox, lead.team_id, now)
    await acts.record(scope, lead.team_id, "lead", lead.id, verdict="refuse", rule="opted_out", at=now, lead_id=lead.id)
    if not confirm:
        return True
    language: Language = "en" if lead.language == "en" else "de"
    line = words.say(language, Say("optout-confirmed-" + ("sie" if lead.register == "sie" else "du")))
    await outbox.to_lead(work, Letter(lead, line, "system", "confirmation", dedupe_key=f"optout:{entry.id}"))
    return True


async def lift(work: Work, outbox: Outbox, lead: Lead, source: str, now: datetime) -> bool:
    """She herself wants to hear from us again (START, her own link): the opt-out ends. False when there was none.

    Nobody but the person may cause this: not a rep, not an import, not a model (SAFETY wall 6).
    """
    scope = work.scope(lead.team_id)
    secret = outbox.settings.secret()
    hashes = [people.address_hash(secret, address) for _, address in await people.addresses(scope, lead)]
    if not await people.unsuppress(scope, lead.team_id, lead.id, hashes):
        return False
    await acts.record(scope, lead.team_id, "lead", lead.id, verdict="allow", rule="opted_in", at=now, lead_id=lead.id)
    work.session.add(
        Consent(
            team_id=lead.team_id,
            lead_id=lead.id,
            channel="*",
            granted=True,
            purpose="answer",
            basis="opt_in",
            source=source,
            at=now,
        )
    )
    return True


async def _end_everything(work: Work, lead: Lead, now: datetime) -> None:
    scope = work.scope(lead.team_id)
    for enrolment in await flows.running(scope, lead.id):
        enrolment.status, enrolment.outcome = "cancelled", "opted_out"
        enrolment.completed_at, enrolment.next_due_at = now, None
        await acts.record(
            scope,
            lead.team_id,
            "enrolment",
            enrolment.id,
            verdict="finish",
            rule="opted_out",
            at=now,
            lead_id=lead.id,
            facts={"sequence": enrolment.sequence},
        )
    await acts.void_approvals(scope, lead.id, now, "opted_out")
