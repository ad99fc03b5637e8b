"""What the house tells a rep unasked about the fate of a message. One card each, never about a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels import words
from channels.letters import Card
from store.db import Work
from store.models import Lead, Message, User
from store.types import Language, Option, Say, Verdict

if TYPE_CHECKING:
    from channels.outbox import Outbox


def speaks(user: User) -> Language:
    return "en" if user.language == "en" else "de"


def reason_key(rule: str) -> str:
    """The locale key that words a rule."""
    return "reason-" + rule.replace("_", "-")


async def _tell(outbox: Outbox, work: Work, row: Message, key: str, options: tuple[Option, ...] = ()) -> None:
    """Tells the responsible user about a message; a notice about a notice is not told."""
    user_id = row.sender_id or row.user_id
    user = await work.session.get(User, user_id) if user_id else None
    if user is None or row.payload.get("notice"):
        return
    language = speaks(user)
    lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
    me = words.say(language, Say("notice-you"))
    reason = words.say(language, Say(reason_key(row.reason or "no_answer")))
    text = words.say(language, Say(key, {"who": lead.name if lead else me, "text": _short(row.text), "reason": reason}))
    card = Card(text, options, dedupe_key=f"{key}:{row.id}:{row.attempts}", payload={"notice": True})
    await outbox.to_user(work, user, card)


def _short(text: str, limit: int = 200) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


async def refused(outbox: Outbox, work: Work, row: Message, lead: Lead, verdict: Verdict) -> None:
    """The re-check found that a message must not go any more."""
    if row.kind != "confirmation":
        await _tell(outbox, work, row, "notice-refused")


async def failed(outbox: Outbox, work: Work, row: Message) -> None:
    """The provider will not take it, or did not for hours."""
    await _tell(outbox, work, row, "notice-failed")


async def doubtful(outbox: Outbox, work: Work, row: Message) -> None:
    """Nobody knows whether it arrived: a person decides."""
    options = (
        Option(Say("button-send-again"), "clear_doubt", {"message": row.id, "action": "again"}),
        Option(Say("button-leave-it"), "clear_doubt", {"message": row.id, "action": "leave"}),
    )
    await _tell(outbox, work, row, "notice-doubt", options)
