"""A leader's playbook becomes visible to named people, to the team or, by an admin, to the whole company.

Everybody it is given to gets one card with what is in it and one button.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import Field

from channels.letters import Card
from sequences import playbook
from store.db import Scope
from store.models import Playbook, PlaybookReader, User
from store.queries import people, playbooks
from store.types import Option, Outcome, Say
from tools import playbook_words
from tools import playbooks as shared
from tools.base import Arguments, Tool, Words
from tools.context import Context
from tools.create_template import Several, several

_WIDTH = {"private": 0, "people": 1, "team": 2, "company": 3}


class PublishTemplate(Arguments):
    template: Words | None = Field(None, description="Which playbook: its name or number")
    people: Several = Field((), max_length=50, description="Only to these members of the team, by name")
    company: bool = Field(False, description="True: to every team of the company; an admin has to say yes")


async def run(context: Context, arguments: PublishTemplate) -> Outcome:
    row = await shared.which(context, arguments.template, own=True)
    if isinstance(row, Outcome):
        return row
    wanted = "company" if arguments.company else "people" if arguments.people else "team"
    if _WIDTH[row.audience] > _WIDTH[wanted] or row.audience == wanted != "people":
        values = {"name": row.name, "audience": row.audience}
        return Outcome(
            "denied", Say("playbook-published-already", values), {"template_id": row.id}, "already_published"
        )
    if wanted == "company" and context.actor.role != "admin":
        return await _asked_of_admin(context, row)
    given = await shared.named_people(context, arguments.people)
    if isinstance(given, Outcome):
        return given
    return await _published(context, row, wanted, given)


async def _published(context: Context, row: Playbook, wanted: str, given: list[User]) -> Outcome:
    if wanted == "people":
        known = {user.id for user in await playbooks.readers(context.scope, row.id)}
        given = [user for user in given if user.id not in known]
        for user in given:
            context.work.session.add(PlaybookReader(playbook_id=row.id, user_id=user.id, at=context.now))
    else:
        everybody = context.scope if wanted == "team" else Scope(context.work.session)
        given = [user for user in await people.users(everybody) if user.id not in (context.actor.id, row.owner_id)]
    row.audience, row.published_at = wanted, row.published_at or context.now
    await context.work.session.flush()
    told = await _offer(context, row, given)
    shown = [name for name, team in told if team == context.actor.team_id]
    values = {
        "name": row.name,
        "audience": wanted,
        "names": ", ".join(shown) or "-",
        "others": len(told) - len(shown),
    }
    return Outcome(
        "done", Say("playbook-published", values), {"template_id": row.id, "told": shown, "audience": wanted}
    )


async def _offer(context: Context, row: Playbook, given: Sequence[User]) -> list[tuple[str, int]]:
    """One card each, in her language; whoever has one already gets none. (name, team) of all who can see it now."""
    owner = await context.work.session.get(User, row.owner_id)
    for member in given:
        language = shared.language_of(member)
        lines = playbook_words.contents(language, playbook.parts(row.content))
        leader = owner.name if owner is not None else context.actor.name
        values = {"leader": leader, "name": row.name, "description": row.description or "none", "lines": lines}
        same = {"template": str(row.id)}
        card = Card(
            playbook_words.say(language, "playbook-offered", **values),
            (
                Option(Say("button-clone"), "clone_template", same),
                Option(Say("button-show-playbook"), "show_template", same),
            ),
            dedupe_key=f"playbook:{row.id}:{member.id}",
        )
        await context.house.outbox.to_user(context.work, member, card)
    return [(member.name, member.team_id) for member in given]


async def _asked_of_admin(context: Context, row: Playbook) -> Outcome:
    """A leader's wish to give it to every team is an admin's to grant."""
    admins = [user for user in await people.users(context.scope) if user.role == "admin"]
    if not admins:
        return Outcome("denied", Say("playbook-no-admin", {"name": row.name}), {"template_id": row.id}, "no_admin")
    for admin in admins:
        language = shared.language_of(admin)
        lines = playbook_words.contents(language, playbook.parts(row.content))
        values = {"leader": context.actor.name, "name": row.name, "lines": lines}
        same: dict[str, Any] = {"template": str(row.id)}
        card = Card(
            playbook_words.say(language, "playbook-company-wish", **values),
            (
                Option(Say("button-publish-company"), "publish_template", {**same, "company": True}),
                Option(Say("button-show-playbook"), "show_template", same),
            ),
            dedupe_key=f"playbook-company:{row.id}:{row.version}:{admin.id}",
        )
        await context.house.outbox.to_user(context.work, admin, card)
    names = ", ".join(admin.name for admin in admins)
    say = Say("playbook-company-asked", {"name": row.name, "names": names})
    return Outcome("asked", say, {"template_id": row.id, "asked": [admin.name for admin in admins]}, "admin_decides")


def _from_command(rest: str) -> dict[str, Any]:
    """``/veröffentlichen NAME``, ``/veröffentlichen NAME: MAX, SOFIA``, ``/veröffentlichen NAME: firma``."""
    name, _, said = rest.partition(":")
    whom = said.strip().casefold()
    found: dict[str, Any] = {"template": name.strip()} if name.strip() else {}
    if whom in ("firma", "alle", "company", "everybody"):
        return {**found, "company": True}
    return {**found, "people": several(said)} if whom and whom != "team" else found


TOOL = Tool(
    name="publish_template",
    description="A leader offers a playbook to the team, to named members, or (an admin decides) to the company.",
    arguments=PublishTemplate,
    run=run,
    commands=("veroeffentlichen", "veröffentlichen", "publish"),
    from_command=_from_command,
    roles=shared.LEADERS,
)
