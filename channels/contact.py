"""Collects, from rows, the facts the contact policy decides on; decides nothing itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from channels.letters import Letter
from channels.policy import Contact
from store.db import Scope
from store.models import Conversation
from store.queries import leads, people, talk

WINDOW = timedelta(hours=24)
_HUMAN = frozenset({"human"})


async def contact(
    scope: Scope,
    letter: Letter,
    conversation: Conversation | None,
    *,
    channel: str,
    window: bool,
    secret: bytes,
    now: datetime,
    message_id: int | None = None,
) -> Contact:
    """The policy's view of one letter. ``window`` tells whether the provider enforces the 24-hour rule.

    ``message_id`` is the letter's own row at the re-check, which must not count against itself.
    """
    lead = letter.lead
    hashes = [people.address_hash(secret, address) for _, address in await people.addresses(scope, lead)]
    opted_out = await people.suppressed(scope, lead.team_id, lead.id, hashes) is not None
    times = await talk.sent_times(scope, lead.id, now - timedelta(days=370), but=message_id)
    proactive = letter.kind == "proactive"
    inbound_at = _opened(conversation) if conversation else None
    human = letter.origin in _HUMAN
    return Contact(
        now=now,
        origin=letter.origin,
        proactive=proactive,
        channel=channel,
        zone=lead.zone,
        region=lead.region,
        opted_out=opted_out,
        paused=lead.paused_reason is not None,
        consent=await leads.consent(scope, lead.id, channel, express=not human),
        window_closes_at=inbound_at + WINDOW if inbound_at else None,
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
        kind=letter.kind if letter.kind in ("confirmation", "optin") else "chat",
        away_until=lead.away_until,
    )


def _opened(conversation: Conversation) -> datetime | None:
    """Her last message, unless the provider has said since that its window is closed all the same."""
    opened, shut = conversation.last_inbound_at, conversation.window_shut_at
    return None if opened is not None and shut is not None and shut >= opened else opened
