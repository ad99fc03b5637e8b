"""A certain opt-out takes effect, wherever her words were found: typed, edited or spoken."""

from __future__ import annotations

from datetime import datetime

from agent.analysis import language_of
from agent.lead_text import register_of
from channels import suppress
from channels.outbox import Outbox
from store.db import Work
from store.models import Lead


async def stop(work: Work, outbox: Outbox, lead: Lead, text: str, now: datetime) -> None:
    """The one line she still gets is in her own language and form of address."""
    lead.language = language_of(text) or lead.language
    lead.register = register_of(text) or lead.register
    await suppress.suppress(work, outbox, lead, "message", now)
