"""How hot a lead is, with every factor's points and the reason for them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, cast

from pydantic import Field

from store.queries import leads, story
from store.types import Analysis, Outcome, Quality, Say
from tools import scoring, wording
from tools.base import Arguments, Tool, Words, lead_rest
from tools.context import Context

SHOWN = 5


class ScoreLead(Arguments):
    lead: Words | None = Field(None, description="Who, in the rep's own words")


async def run(context: Context, arguments: ScoreLead) -> Outcome:
    lead = context.the_lead
    analysis = await leads.latest_analysis(context.scope, lead.id)
    if analysis is not None and analysis.factors:
        score, quality, factors = analysis.score, analysis.quality, list(analysis.factors)
    else:
        score, quality, factors = await _from_contact(context)
    counted = sorted((f for f in factors if f["points"]), key=lambda f: -int(f["points"]))
    shown = [(wording.factor(context.language, f["reason"]), f["points"], f["maximum"]) for f in counted[:SHOWN]]
    lines = [f"• {reason} (+{points}/{maximum})" for reason, points, maximum in shown]
    values = {
        "name": lead.name,
        "quality": quality.upper(),
        "score": score,
        "reasons": "\n".join(lines) or context.words("score-no-reasons"),
    }
    result = {
        "lead_id": lead.id,
        "lead": lead.name,
        "score": score,
        "quality": quality.upper(),
        "factors": [{**factor, "text": wording.factor(context.language, factor["reason"])} for factor in factors],
        "intent": analysis.intent if analysis else None,
        "analysed_at": analysis.at.isoformat() if analysis else None,
    }
    key = f"score-answer-{quality}" if analysis is not None else "score-answer-unheard"
    return Outcome("done", Say(key, values), result)


async def _from_contact(context: Context) -> tuple[int, str, list[dict[str, Any]]]:
    """What is known of somebody whose words were never analysed: how she can be reached, and what she wrote."""
    lead = context.the_lead
    heard = await story.inbound_text(context.scope, lead.id)
    text, channel = heard or ("", await story.first_channel(context.scope, lead.id) or "")
    facts = scoring.ContactFacts(lead.phone, lead.email, lead.name, channel)
    found = scoring.score(Analysis("other"), facts, text, cast("Quality", lead.quality))
    lead.score, lead.quality = found.value, found.quality
    return found.value, found.quality, [asdict(factor) for factor in found.factors]


TOOL = Tool(
    name="score_lead",
    description="Say how hot a lead is (0-100; hot, warm, cold) and why.",
    arguments=ScoreLead,
    run=run,
    commands=("score", "bewerte"),
    from_command=lead_rest,
    required=("lead",),
    reads=True,
)
