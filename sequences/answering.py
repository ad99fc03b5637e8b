"""A person's own answers to objections, filled in for one lead."""

from __future__ import annotations

from channels import videos
from sequences import composing, placeholders
from store.db import Scope
from store.models import Lead, User
from store.objections import Handler
from store.queries import handlers, leads, people
from store.settings import Settings


async def answers_for(scope: Scope, settings: Settings, lead: Lead, owner: User) -> tuple[Handler, ...]:
    """Those that can be filled for this lead; one with a missing value is left out, as if there were none."""
    rows = await handlers.of_user(scope, owner.id)
    if not rows:
        return ()
    team = await people.team(scope, lead.team_id)
    links = videos.links(settings, team, lead.id)
    filling = composing.values(leads.facts(lead), owner.name, team.name if team is not None else "", links)
    found: list[Handler] = []
    for row in rows:
        if (text := placeholders.filled(row.text, filling)) is not None:
            found.append(Handler(row.objection, "en" if row.language == "en" else "de", row.register, text))
    return tuple(found)
