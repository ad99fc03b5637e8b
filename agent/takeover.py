"""A rep's own message from the phone: kept as one of ours, and from then on the talk is the rep's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from channels import takeover
from store.db import Work
from store.models import Conversation, Lead
from store.queries import acts, talk
from store.types import Verdict


async def take(
    work: Work, conversation: Conversation, lead: Lead | None, row: Mapping[str, Any], now: datetime
) -> tuple[int, int]:
    """``row`` counts like any message to her. What waited for her unasked, or for a yes, is off."""
    if lead is None:
        return 0, conversation.id
    scope = work.scope()
    values = {
        **row,
        "direction": "out",
        "state": "sent",
        "sent_at": now,
        "sender_id": lead.owner_id,
    }
    kept = await talk.insert_once(scope, values, ("account_id", "provider_id"))
    if kept is None:
        return 0, conversation.id
    lead.taken_at = lead.last_outbound_at = now
    await talk.cancel_proactive(scope, lead.id)
    await acts.void_approvals(scope, lead.id, now, "own_phone")
    until = takeover.until(now, None, now)
    verdict = Verdict("wait", "own_phone", {"until": until.isoformat() if until else None}, until)
    await acts.decide(scope, lead.team_id, "lead", lead.id, verdict, now, lead.id)
    return kept, conversation.id
