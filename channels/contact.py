"""Collects, from rows, the facts the contact policy decides on; decides nothing itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from channels import locking, rates, takeover
from channels.letters import Letter
from channels.policy import Contact
from store.db import Scope
from store.models import Account, Conversation
from store.queries import leads, lines, people, talk

WINDOW = timedelta(hours=24)
_HUMAN = frozenset({"human"})


async def contact(
    scope: Scope,
    letter: Letter,
    conversation: Conversation | None,
    *,
    account: Account,
    window: bool,
    secret: bytes,
    now: datetime,
    message_id: int | None = None,
) -> Contact:
    """The policy's view of one letter. ``window`` tells whether the provider enforces the 24-hour rule.

    ``message_id`` is the letter's own row at the re-check, which must not count against itself.
    """
    lead = letter.lead
    known = await people.addresses(scope, lead)
    hashes = [people.address_hash(secret, address) for _, address in known]
    opted_out = await people.suppressed(scope, lead.team_id, lead.id, hashes) is not None
    times = await talk.sent_times(scope, lead.id, now - timedelta(days=370), but=message_id)
    proactive = letter.kind == "proactive"
    closes = window_until(conversation) if conversation else None
    human = letter.origin in _HUMAN
    return Contact(
        now=now,
        origin=letter.origin,
        proactive=proactive,
        channel=account.channel,
        zone=lead.zone,
        region=lead.region,
        opted_out=opted_out,
        locked=await locking.held(scope, secret, lead, now, known=known) is not None,
        paused=lead.paused_reason is not None,
        consent=await leads.consent(scope, lead.id, account.channel, express=not human),
        window_closes_at=closes,
        has_window=window,
        template=letter.template.name if letter.template else None,
        last_sent_at=times[0].at if times else None,
        proactive_at=tuple(t.at for t in times if t.kind == "proactive" and t.at > now - timedelta(days=31)),
        unanswered=await talk.unanswered(scope, lead.id, lead.last_inbound_at, but=message_id),
        nurture=letter.nurture_since is not None,
        nurture_started_at=letter.nurture_since,
        nurture_at=tuple(t.at for t in times if t.nurture),
        answers=letter.answers,
        pending=await talk.pending_proactive(scope, lead.id, but=message_id) if proactive else 0,
        line_free_at=await _line_free_at(scope, account, message_id, now) if proactive else None,
        kind=letter.kind if letter.kind in ("confirmation", "optin") else "chat",
        away_until=lead.away_until,
        taken_until=takeover.until(lead.taken_at, lead.last_inbound_at, now),
    )


def window_until(conversation: Conversation) -> datetime | None:
    """Until when her last message keeps the 24-hour window open; None when the provider said since that it is shut."""
    heard, shut = conversation.last_inbound_at, conversation.window_shut_at
    return None if heard is None or (shut is not None and shut >= heard) else heard + WINDOW


async def _line_free_at(scope: Scope, account: Account, but: int | None, now: datetime) -> datetime | None:
    """When a young number may send unasked again: each of its first days has a limit of its own."""
    today = rates.allowance(account.limits, account.opened_at, now)
    if today is None:
        return None
    limit, began, ends = today
    return ends if await lines.unasked_since(scope, account.id, began, but=but) >= limit else None
