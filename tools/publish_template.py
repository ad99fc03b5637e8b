"""A leader's playbook becomes visible to the team; everybody gets one card with what is in it and one button."""

from __future__ import annotations

from pydantic import Field

from channels import words
from channels.letters import Card
from store.queries import people
from store.types import Language, Option, Outcome, Say
from tools import playbooks as shared
from tools.base import Arguments, Tool, Words
from tools.context import Context


class PublishTemplate(Arguments):
    template: Words | None = Field(None, description="Which playbook: its name or number")


async def run(context: Context, arguments: PublishTemplate) -> Outcome:
    row = await shared.which(context, arguments.template)
    if isinstance(row, Outcome):
        return row
    if row.audience != "private":
        return Outcome("denied", Say("playbook-published-already", {"name": row.name}), reason="already_published")
    row.audience, row.published_at = "team", context.now
    told: list[str] = []
    for member in await people.users(context.scope):
        if member.id == context.actor.id:
            continue
        language: Language = "en" if member.language == "en" else "de"
        values = {"leader": context.actor.name, "name": row.name, "lines": shared.described(context, row)}
        card = Card(
            words.say(language, Say("playbook-offered", values)),
            (Option(Say("button-clone"), "clone_template", {"template": str(row.id)}),),
            dedupe_key=f"playbook:{row.id}:{member.id}",
        )
        await context.house.outbox.to_user(context.work, member, card)
        told.append(member.name)
    values = {"name": row.name, "names": ", ".join(told) or "-"}
    return Outcome("done", Say("playbook-published", values), {"template_id": row.id, "told": told})


TOOL = Tool(
    name="publish_template",
    description="A leader offers a playbook to the team.",
    arguments=PublishTemplate,
    run=run,
    commands=("veroeffentlichen", "veröffentlichen", "publish"),
    from_command=lambda rest: {"template": rest.strip()} if rest.strip() else {},
    roles=shared.LEADERS,
)
