"""A leader's changes reach every synced clone at once; whoever changed her own is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import Field

from channels import words
from channels.letters import Card
from store.models import Playbook, PlaybookVersion, User
from store.queries import playbooks
from store.types import Language, Option, Outcome, Say
from tools import playbooks as shared
from tools import wording
from tools.base import Arguments, Tool, Words
from tools.context import Context


class PushTemplate(Arguments):
    template: Words | None = Field(None, description="Which playbook: its name or number")
    version: int | None = Field(None, ge=1, le=10_000, description="Only to go back: the earlier version's number")


async def run(context: Context, arguments: PushTemplate) -> Outcome:
    row = await shared.which(context, arguments.template)
    if isinstance(row, Outcome):
        return row
    fresh = await _content(context, row, arguments.version)
    if fresh is None:
        return Outcome("denied", Say("playbook-version-unknown", {"name": row.name}), reason="version_unknown")
    changes = shared.difference(context, row.content, fresh)
    if not changes:
        return Outcome("denied", Say("playbook-unchanged", {"name": row.name}), {"template_id": row.id}, "unchanged")
    row.content, row.version = fresh, row.version + 1
    context.work.session.add(
        PlaybookVersion(playbook_id=row.id, version=row.version, content=dict(fresh), at=context.now)
    )
    updated, asked = await _spread(context, row, changes)
    values = {
        "name": row.name,
        "version": row.version,
        "changes": changes,
        "updated": ", ".join(updated) or "-",
        "asked": ", ".join(asked) or "-",
    }
    result = {"template_id": row.id, "version": row.version, "updated": updated, "asked": asked}
    return Outcome("done", Say("playbook-pushed", values), result)


async def _content(context: Context, row: Playbook, version: int | None) -> dict[str, Any] | None:
    """Its sequences as the leader has them now, or as they were in an earlier version."""
    if version is None:
        return await shared.content(context, [each["name"] for each in row.content["sequences"]])
    found = await playbooks.content_of(context.scope, row.id, version)
    return dict(found) if found is not None else None


async def _spread(context: Context, row: Playbook, changes: str) -> tuple[list[str], list[str]]:
    """(who was updated, who is asked because she changed hers)."""
    parts: Sequence[shared.Part] = row.content["sequences"]
    updated: list[str] = []
    asked: list[str] = []
    for clone, member in await playbooks.clones(context.scope, row.id):
        if not clone.synced:
            continue
        own = await shared.changed_by_member(context, clone, parts)
        if own:
            asked.append(member.name)
        else:
            await shared.hand_over(context, row, member.id, parts)
            clone.version, clone.digests, clone.updated_at = row.version, shared.digests(parts), context.now
            updated.append(member.name)
        await _tell(context, row, member, changes, own)
    return updated, asked


async def _tell(context: Context, row: Playbook, member: User, changes: str, own: Sequence[shared.Part]) -> None:
    language: Language = "en" if member.language == "en" else "de"
    values = {"leader": context.actor.name, "name": row.name, "changes": changes}
    values["own"] = ", ".join(each["title"] for each in own)
    take = Option(Say("button-take"), "clone_template", {"template": str(row.id), "overwrite": True})
    card = Card(
        words.say(language, Say("playbook-conflict" if own else "playbook-updated", values)),
        (take, wording.NOTHING) if own else (),
        dedupe_key=f"playbook:{row.id}:{row.version}:{member.id}",
    )
    await context.house.outbox.to_user(context.work, member, card)


TOOL = Tool(
    name="push_template",
    description="A leader hands the newest state of a playbook to everybody who cloned it, or goes back to a version.",
    arguments=PushTemplate,
    run=run,
    commands=("verteilen", "push"),
    from_command=lambda rest: {"template": rest.strip()} if rest.strip() else {},
    roles=shared.LEADERS,
)
