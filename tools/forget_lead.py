"""Everything about one person is erased (Art. 17 GDPR): counted first, done by a tap, never taken back.

What becomes of each table is ``store.erasure``'s list. Who works her asks with her name; a leader may do it for the
whole team with the number or address she gave, wherever it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import Field

from channels import words
from channels.letters import Card
from channels.notices import speaks
from store import erasure, traces
from store.models import Lead, Suppression, User
from store.queries import acts, erasing, looks, people
from store.types import Option, Outcome, Say
from tools import approval, resolve, teaming
from tools.base import INTERNAL, Arguments, Refusal, Tool, Words
from tools.context import Context


class ForgetLead(Arguments):
    lead: Words | None = Field(None, description="Whose data is to be erased, in the rep's own words")
    address: Words | None = Field(None, description="A number or e-mail address instead of a name")
    never: bool = Field(False, json_schema_extra=INTERNAL)
    everywhere: bool = Field(False, json_schema_extra=INTERNAL)
    confirmed: bool = Field(False, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: ForgetLead) -> Outcome:
    lead = context.lead or await _known_as(context, arguments.address)
    if lead is None:
        missing = arguments.lead is None and arguments.address is None
        say = Say("ask-lead", {"name": ""}) if missing else Say("lead-unknown", {"name": arguments.address or ""})
        return Outcome("asked", say, reason="missing_lead" if missing else "lead_not_found", expects="lead")
    if await erasing.under_way(context.scope, lead.id):
        raise Refusal(Say("forget-sending", {"name": lead.name}), "sending")
    addresses = [address for _, address in await people.addresses(context.scope, lead)]
    others = await erasing.same_person(context.scope, lead, addresses) if addresses else []
    leads_team = context.actor.role in teaming.LEADERS
    if not (arguments.confirmed and teaming.by_hand(context)):
        return await _confirm(context, lead, addresses, others if leads_team else [], len(others))
    all_of_her = [lead, *(others if arguments.everywhere and leads_team else [])]
    told = [await _forget(context, one, arguments.never) for one in all_of_her]
    left = len(others) + 1 - len(all_of_her)
    await _written_down(context, told, arguments.never)
    values = {"count": len(told), "left": left, "never": int(arguments.never or any(one["stopped"] for one in told))}
    return Outcome("done", Say("forget-done", values), {"erased": len(told), "left": left})


async def _known_as(context: Context, said: str | None) -> Lead | None:
    """Whose number or address it is: one's own contact, to who leads the team anybody's in it."""
    if said is None or not (teaming.by_hand(context) or approval.same_words(said, context.origin.said)):
        return None
    address = said if "@" in said else resolve.phone_of(said, resolve.region_of(context.actor.zone))
    rows = await erasing.known_as(context.scope, context.actor.team_id, address) if address else ()
    mine = [row for row in rows if row.owner_id == context.actor.id]
    return next(iter(mine or (rows if context.actor.role in teaming.LEADERS else ())), None)


async def _confirm(
    context: Context, lead: Lead, addresses: Sequence[str], others: Sequence[Lead], known: int
) -> Outcome:
    """What there is, what stays, and the ways to do it."""
    found = await erasing.counts(context.scope, lead.id)
    hashes = _hashes(context, addresses)
    stopped = await people.suppressed(context.scope, lead.team_id, lead.id, hashes) is not None
    whose = {"lead": str(lead.id)} if lead.owner_id == context.actor.id else {"address": addresses[0]}
    if lead.owner_id != context.actor.id:
        await looks.note(
            context.scope, lead.team_id, context.actor.id, lead.owner_id, "lead", context.now, lead_id=lead.id
        )
    same = {**whose, "confirmed": True, **({"everywhere": True} if others else {})}
    once = Option(Say("button-forget"), "forget_lead", same)
    never = Option(Say("button-forget-never"), "forget_lead", {**same, "never": True})
    values = {
        "name": lead.name,
        "what": _told(context, found),
        "stopped": int(stopped),
        "others": len(others),
        "elsewhere": known - len(others),
    }
    options = (once, Option(Say("button-no"))) if stopped or not addresses else (once, never, Option(Say("button-no")))
    return Outcome("asked", Say("forget-confirm", values), {"lead_id": lead.id, **found}, "tap_needed", options)


def _told(context: Context, found: dict[str, int]) -> str:
    parts = [context.words(f"forget-{name}", count=count) for name, count in found.items() if count]
    return ", ".join([context.words("forget-contact"), *parts])


def _hashes(context: Context, addresses: Sequence[str]) -> list[str]:
    secret = context.house.settings.secret()
    return sorted({people.address_hash(secret, one) for one in addresses})


async def _forget(context: Context, lead: Lead, never: bool) -> dict[str, Any]:
    """Erases one row of hers; what is kept as proof."""
    scope = context.scope
    addresses = [address for _, address in await people.addresses(scope, lead)]
    hashes = _hashes(context, addresses)
    stopped = await people.suppressed(scope, lead.team_id, lead.id, hashes) is not None
    if never and not stopped:
        rows = (
            Suppression(team_id=lead.team_id, address_hash=one, lead_id=lead.id, reason="erased", at=context.now)
            for one in hashes
        )
        context.work.session.add_all(rows)
    kept = {"person": hashes, "consents": await erasing.proof(scope, lead.id), "stopped": stopped}
    own_name = resolve.telling(lead.name) and not await erasing.shares_name(scope, lead)
    sought = erasure.needles(lead.name if own_name else "", addresses)
    owner_id, lead_id = lead.owner_id, lead.id
    await erasing.erase(scope, lead, sought, context.now)
    if owner_id != context.actor.id:
        await _tell_owner(context, owner_id, lead_id)
    return kept


async def _tell_owner(context: Context, owner_id: int, lead_id: int) -> None:
    """Whose contact it was hears that one is gone, and not who: it stands nowhere any more."""
    owner = await context.work.session.get(User, owner_id)
    if owner is not None and owner.left_at is None:
        text = words.say(speaks(owner), Say("forget-told", {"leader": context.actor.name}))
        await context.house.outbox.to_user(
            context.work, owner, Card(text, dedupe_key=f"forgot:{context.call.key}:{lead_id}")
        )


async def _written_down(context: Context, told: Sequence[dict[str, Any]], never: bool) -> None:
    """That it was done, by whom and when, and what she had allowed: under keyed hashes, without her."""
    for one in told:
        facts = {"by": context.actor.id, "never": never, **one}
        await acts.record(
            context.scope,
            context.actor.team_id,
            "erasure",
            context.actor.id,
            verdict="erased",
            rule="art17",
            at=context.now,
            facts=facts,
        )
    context.work.leaves_no_trace = True
    turns = context.house.settings.data / "turns.db"  # what a turn knew while it ran
    context.work.after_commit.append(lambda: traces.empty_log(turns))


def _from_command(rest: str) -> dict[str, str]:
    """``/vergessen Tom Wagner``, ``/vergessen +49 151 …``, ``/vergessen tom@example.com``."""
    said = rest.strip()
    address = ("@" in said and " " not in said) or resolve.phone_of(said) is not None
    return {"address" if address else "lead": said} if said else {}


TOOL = Tool(
    name="forget_lead",
    description="Erase everything about a lead (GDPR), after a tap: not a note or a reminder, the whole person.",
    arguments=ForgetLead,
    run=run,
    commands=("vergessen", "forget", "erase"),
    from_command=_from_command,
    in_place=True,
)
