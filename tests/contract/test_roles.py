"""Who may do what with whose lead: every tool by role, and one's own, a colleague's and a foreign team's lead.

The table is decided cell by cell below; a tool that is in none of its rows fails. What is refused tells nothing: no
name, no number, no address of the lead it was asked about.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from store.models import Team, User
from store.types import Actor, ActOrigin, Role, ToolCall
from tests.support.world import World, world
from tools import registry

TOM, TOM_SAYS = "3", ("Tom Wagner", "15112340003", "Wagner Fitness")
LEADERS_ONLY = {
    "rollout",
    "answer_escalation",
    "set_video",
    "website_chat",
    "create_template",
    "publish_template",
    "push_template",
    "template_performance",
    "invite_member",
    "change_role",
    "remove_member",
    "team_report",
    "team_help",
}
# Acts that name no lead: they look at or change what belongs to whoever asks.
NO_LEAD = {
    name for name in registry.NAMES
    if (tool := registry.get(name)) is not None and "lead" not in tool.arguments.model_fields
}  # fmt: skip
VALUES: dict[str, Any] = {
    "text": "Hallo", "note": "n", "date": "morgen um 10", "field": "place", "value": "Wien", "name": "x",
    "subject": "s", "body": "b", "sequence": "ghost_reactivation", "url": "https://example.com", "minutes": 30,
    "when": "morgen um 10", "execution": "1", "conversation": 1, "days": 3,
}  # fmt: skip


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def w(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with world(tmp_path_factory.mktemp("roles")) as found:
        async with found.parts.db.write() as work:
            team = Team(name="Others")
            work.session.add(team)
            await work.session.flush()
            work.session.add(User(team_id=team.id, login="olga", name="Olga", role="leader"))
        yield found


def arguments(name: str) -> dict[str, Any]:
    tool = registry.get(name)
    assert tool is not None
    fields = tool.arguments.model_fields
    return {field: value for field, value in VALUES.items() if field in fields} | {"lead": TOM}


async def _actor(w: World, login: str) -> Actor:
    row = (await w.rows("users", "login", login))[0]
    return Actor("user", row["id"], row["team_id"], row["name"], row["role"], "de", row["zone"])


def test_every_tool_is_in_the_table() -> None:
    named = {name for name in registry.NAMES if name not in NO_LEAD}
    assert named | NO_LEAD == set(registry.NAMES)
    for name in registry.NAMES:
        tool = registry.get(name)
        assert tool is not None
        expected: frozenset[Role] = (
            frozenset({"leader", "admin"}) if name in LEADERS_ONLY else frozenset({"rep", "leader", "admin"})
        )
        assert tool.roles == expected, f"{name}: decide who may, and write it into the table"


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("login", ["sofia", "lena", "olga"])
@pytest.mark.parametrize("name", sorted(set(registry.NAMES) - NO_LEAD))
async def test_somebody_elses_lead_is_as_unknown_as_none(w: World, login: str, name: str) -> None:
    actor = await _actor(w, login)
    before = {table: await w.rows(table) for table in ("messages", "notes", "reminders", "enrolments", "approvals")}
    call = ToolCall(name, arguments(name), f"roles:{login}:{name}")
    outcome = await w.parts.runner(actor, call, ActOrigin(source="rest"))
    told = json.dumps([dict(outcome.result), outcome.say.values, [str(o) for o in outcome.options]], default=str)
    assert outcome.status in ("denied", "failed", "asked"), (outcome.status, outcome.reason)
    assert not any(part in told for part in TOM_SAYS), told
    assert before == {table: await w.rows(table) for table in before}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", sorted(LEADERS_ONLY))
async def test_a_leaders_command_by_a_rep_is_denied_and_kept(w: World, name: str) -> None:
    actor = await _actor(w, "max")
    outcome = await w.parts.runner(actor, ToolCall(name, {}, f"roles:max:{name}"), ActOrigin(source="rest"))
    assert (outcome.status, outcome.reason) == ("denied", "role")
    kept = [row for row in await w.rows("audit_events", "key", f"roles:max:{name}")]
    assert kept and kept[0]["outcome"] == "denied"


def test_a_command_means_one_tool() -> None:
    said = [command for name in registry.NAMES if (tool := registry.get(name)) for command in tool.commands]
    assert sorted(said) == sorted(set(said))
