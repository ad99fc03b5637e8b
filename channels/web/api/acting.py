"""What every route that acts shares: one call through the runner, its key, and the answer for what did not work."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Header
from pydantic import BaseModel, ValidationError

from channels import words
from channels.web.deps import Parts, actor
from channels.web.errors import Problem, invalid
from store.models import User
from store.queries import acts, intake
from store.types import Actor, ActOrigin, Inbound, Option, Outcome, Say, ToolCall
from tools import registry
from tools.base import Tool

Key = Annotated[
    str | None,
    Header(alias="Idempotency-Key", min_length=1, max_length=200, description="The same key never acts twice."),
]

# What a message says of its sender, besides its text.
_SENDER = ("name", "phone", "email", "via")


class Offer(BaseModel):
    """A way on: POST ``arguments`` to ``/api/tools/{tool}``. ``tool`` is absent when nothing is to be done."""

    label: str
    tool: str | None = None
    arguments: dict[str, Any] = {}


def offer(who: Actor, option: Option) -> Offer:
    label = words.say(who.language, option.label) if isinstance(option.label, Say) else option.label
    return Offer(label=label, tool=option.tool, arguments=dict(option.arguments))


async def act(house: Parts, user: User, tool: str, arguments: Mapping[str, Any], key: str | None) -> Outcome:
    """One act of a signed-in person. Raises Problem 422 for arguments the tool cannot take, before anything is done."""
    found = registry.get(tool)
    who = actor(user)
    if found is not None and who.role in found.roles:
        check(found, arguments)
    call = ToolCall(tool, dict(arguments), key_of(user, key))
    if key is not None:
        await _same_request(house, call)
    return await house.runner(who, call, ActOrigin(source="rest"))


async def done(house: Parts, user: User, tool: str, arguments: Mapping[str, Any], key: str | None) -> Outcome:
    """Like ``act``; whatever was not done or parked is raised as a Problem that says why."""
    outcome = await act(house, user, tool, arguments, key)
    if outcome.status in ("done", "parked"):
        return outcome
    raise refused(user, outcome)


def refused(user: User, outcome: Outcome) -> Problem:
    """403 denied, 404 unknown, 422 invalid, 409 something must be settled first (``options`` how), 500 a bug."""
    who = actor(user)
    said = words.say(who.language, outcome.say)
    ways = [offer(who, option).model_dump(mode="json", exclude_none=True) for option in outcome.options]
    more = {"outcome": outcome.status, "reason": outcome.reason, "id": outcome.id, "options": ways or None}
    if "errors" in outcome.result:
        more["errors"] = outcome.result["errors"]
    return Problem(_status(outcome), said, more={name: value for name, value in more.items() if value is not None})


def _status(outcome: Outcome) -> int:
    reason = outcome.reason or ""
    if reason.endswith(("_not_found", "_unknown")):
        return 404
    if outcome.status == "denied":
        return 403
    if reason == "internal":
        return 500
    return 422 if reason == "invalid" or reason.startswith("missing_") else 409


def key_of(user: User, given: str | None) -> str:
    """The act's key: a client's own one counts within its user only."""
    if given is None:
        return f"rest:{uuid.uuid4().hex}"
    return f"rest:{user.id}:{hashlib.sha256(given.encode()).hexdigest()}"


def _other_request() -> Problem:
    return Problem(422, "This Idempotency-Key was used for another request.")


async def _same_request(house: Parts, call: ToolCall) -> None:
    """A key stands for one request: with other content it is a mistake, not a repetition."""
    async with house.db.read() as scope:
        before = await acts.act(scope, call.key)
    if before is not None and (before.tool, before.arguments) != (call.tool, dict(call.arguments)):
        raise _other_request()


async def same_message(house: Parts, account_id: int, inbound: Inbound) -> None:
    """The same for what goes through the door in: it is asked before anybody is made a contact of it."""
    async with house.db.read() as scope:
        before = await intake.kept(scope, account_id, inbound.provider_id)
    if before is None:
        return
    said = {"name": inbound.name, **inbound.claims}
    if before.text != inbound.text or any(before.payload.get(part) != said.get(part) for part in _SENDER):
        raise _other_request()


def check(tool: Tool, arguments: Mapping[str, Any]) -> None:
    """Refuses what the tool cannot take before anything is recorded."""
    try:
        found = tool.arguments.model_validate(dict(arguments))
    except ValidationError as error:
        detail, places = invalid(error.errors(include_url=False, include_input=False, include_context=False))
        raise _unfit("invalid", detail, places) from None
    for name in tool.required:
        if getattr(found, name) is None:
            raise _unfit(f"missing_{name}", f"{name}: needed", [{"loc": [name], "msg": "needed", "type": "missing"}])


def _unfit(reason: str, detail: str, places: list[dict[str, Any]]) -> Problem:
    return Problem(422, detail, more={"outcome": "failed", "reason": reason, "errors": places})
