"""The rep gives a talk back to the bot that went on from the own phone."""

from __future__ import annotations

from pydantic import Field

from channels import takeover
from store.queries import acts
from store.types import Outcome, Say, Verdict
from tools.base import Arguments, Tool, Words, lead_rest
from tools.context import Context


class HandBack(Arguments):
    lead: Words | None = Field(None, description="With whom the bot shall write again, in the rep's own words")


async def run(context: Context, arguments: HandBack) -> Outcome:
    lead = context.the_lead
    values, result = {"name": lead.name}, {"lead_id": lead.id}
    if takeover.until(lead.taken_at, lead.last_inbound_at, context.now) is None:
        return Outcome("denied", Say("hand-back-none", values), result, "not_taken")
    lead.taken_at = None
    verdict = Verdict("send", "handed_back")
    await acts.decide(context.scope, lead.team_id, "lead", lead.id, verdict, context.now, lead.id)
    return Outcome("done", Say("hand-back-done", values), result)


TOOL = Tool(
    name="hand_back",
    description="Let the bot write with a lead again after the rep wrote from the own phone.",
    arguments=HandBack,
    run=run,
    commands=("uebernimm", "übernimm", "takeover"),
    from_command=lead_rest,
    required=("lead",),
)
