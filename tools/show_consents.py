"""The consent dossier of one lead: what she allowed or forbade, when, how, and who wrote it down (§ 7 UWG)."""

from __future__ import annotations

from pydantic import Field

from channels.contact import window_until
from store.models import Consent, Lead, User
from store.queries import leads, people, story
from store.types import Outcome, Say
from tools import wording
from tools.base import Arguments, Tool, Words, lead_rest
from tools.context import Context

SHOWN = 12
BASES = frozenset({"agreed", "wrote_first", "customer", "withdrawn", "opt_out", "opt_in", "double_opt_in", "demo"})


class ShowConsents(Arguments):
    lead: Words | None = Field(None, description="Whose consents, in the rep's own words")


async def run(context: Context, arguments: ShowConsents) -> Outcome:
    lead = context.the_lead
    ledger = await leads.consents_of(context.scope, lead.id)
    stopped = await _stopped(context, lead)
    lines = [_entry(context, row, await _by(context, row)) for row in ledger[-SHOWN:]]
    if len(ledger) > SHOWN:
        lines.insert(0, context.words("consents-earlier", count=len(ledger) - SHOWN))
    if not ledger:
        lines.append(context.words("consents-none"))
    lines += await _state(context, lead, stopped=stopped)
    result = {
        "lead_id": lead.id,
        "lead": lead.name,
        "opted_out": stopped,
        "entries": [
            {
                "at": row.at.isoformat(),
                "channel": row.channel,
                "purpose": row.purpose,
                "granted": row.granted,
                "basis": row.basis,
                "wording": row.wording,
                "source": row.source,
                "user_id": row.user_id,
            }
            for row in ledger
        ],
    }
    return Outcome("done", Say("consents-answer", {"name": lead.name, "lines": "\n".join(lines)}), result)


def _entry(context: Context, row: Consent, by: str) -> str:
    channel = context.words("consents-every-channel") if row.channel == "*" else wording.channel(context, row.channel)
    basis = row.basis.replace("_", "-") if row.basis in BASES else "other"
    values = {
        "sign": "✅" if row.granted else "⛔",
        "day": f"{row.at:%d.%m.%Y}",
        "channel": channel,
        "basis": context.words(f"consents-basis-{basis}"),
        "by": f", {by}" if by else "",
        "wording": f" [{row.wording}]" if row.wording else "",
    }
    return context.words("consents-entry", **values)


async def _by(context: Context, row: Consent) -> str:
    user = await context.work.session.get(User, row.user_id) if row.user_id else None
    return context.words("consents-by", name=user.name) if user is not None else ""


async def _stopped(context: Context, lead: Lead) -> bool:
    secret = context.house.settings.secret()
    hashes = [people.address_hash(secret, address) for _, address in await people.addresses(context.scope, lead)]
    return await people.suppressed(context.scope, lead.team_id, lead.id, hashes) is not None


async def _state(context: Context, lead: Lead, *, stopped: bool) -> list[str]:
    """What follows from it today: for automatic messages, and for the window of the messenger."""
    if stopped:
        return [context.words("consents-stopped")]
    lines = []
    for channel in dict.fromkeys(channel for channel, _ in await people.addresses(context.scope, lead)):
        allowed = await leads.consent(context.scope, lead.id, channel, express=True)
        key = "consents-may" if allowed else "consents-may-not"
        lines.append(context.words(key, channel=wording.channel(context, channel)))
    for line in await story.lines_with(context.scope, lead.id):
        opened = window_until(line) if line.channel in ("whatsapp", "instagram") else None
        if opened is not None and opened > context.now:
            when = wording.moment(context, opened)
            lines.append(context.words("consents-window", channel=wording.channel(context, line.channel), when=when))
    return lines


TOOL = Tool(
    name="show_consents",
    description="Show what a lead consented to or forbade, when and how.",
    arguments=ShowConsents,
    run=run,
    commands=("einwilligungen", "einwilligung", "consents", "consent"),
    from_command=lead_rest,
    required=("lead",),
    reads=True,
)
