"""A message to many for those whose 24-hour window is closed: an approved template may go in the place of the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from channels import videos
from channels.letters import Template
from sequences import composing, placeholders
from store.models import Campaign, CampaignItem, Lead, WhatsappTemplate
from store.queries import campaigns, people, story
from store.queries import leads as lead_queries
from store.types import Option, Say
from tools import wording
from tools.context import Context

OFFERED = 3
FORMAL = "_sie"
_LABEL = 40

Shut = Sequence[tuple[CampaignItem, Lead]]


async def offers(context: Context, row: Campaign) -> tuple[Option, ...]:
    """A button for each template that suits the most of those shut out; none when nobody is or nothing suits."""
    shut = await campaigns.shut_out(context.scope, row.id)
    if not shut or row.state != "draft":
        return ()
    texts = await filled(context, shut)
    found: dict[str, list[str]] = {}
    for _, lead in shut:
        for name, template in texts[lead.id].items():
            found.setdefault(name, []).append(template.text)
    best = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:OFFERED]
    same = {"campaign": str(row.id), "action": "template"}
    return tuple(
        Option(
            Say("button-batch-template", {"count": len(said), "text": wording.short(said[0], _LABEL)}),
            "work_batch",
            {**same, "template": name},
        )
        for name, said in best
    )


async def filled(context: Context, shut: Shut) -> Mapping[int, Mapping[str, Template]]:
    """lead id -> what a template is called -> hers, filled; only in her language and in the way she is addressed.

    The formal twin of ``name`` is ``name_sie``: both are called ``name``.
    """
    user, team = await context.user(), await people.team(context.scope, context.actor.team_id)
    bodies: dict[str, Sequence[WhatsappTemplate]] = {
        language: await story.approved_templates(context.scope, context.actor.team_id, language)
        for language in sorted({lead.language for _, lead in shut})
    }
    found: dict[int, Mapping[str, Template]] = {}
    for _, lead in shut:
        links = videos.links(context.house.settings, team, lead.id)
        values = composing.values(lead_queries.facts(lead), user.name, team.name if team else "", links)
        fitting = [one for one in bodies[lead.language] if _suits(one.name, lead)]
        hers = {one.name: placeholders.filled(one.body, values) for one in fitting}
        found[lead.id] = {name.removesuffix(FORMAL): Template(name, text) for name, text in hers.items() if text}
    return found


def _suits(name: str, lead: Lead) -> bool:
    """Formal bodies are for those addressed as Sie, and they get no other."""
    return lead.language != "de" or name.endswith(FORMAL) == (lead.register == "sie")
