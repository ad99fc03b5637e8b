"""The tools over REST: the same acts as in the chat, through the same runner and gate."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from fastapi import Body as InBody
from pydantic import BaseModel, Field

from channels import words
from channels.web.api.acting import Key, Offer, act, offer
from channels.web.deps import House, Person, actor
from channels.web.errors import Problem, problem, responses
from store.types import Actor, Outcome
from tools import registry


class ToolInfo(BaseModel):
    name: str = Field(examples=["send_message"])
    description: str
    parameters: dict[str, Any] = Field(serialization_alias="schema", description="JSON schema of the argument object.")


class ToolAnswer(BaseModel):
    """``id`` as in the acts; ``said`` are the words a person would read; ``options`` the ways on."""

    id: int | None = None
    outcome: Literal["done", "parked", "asked", "denied", "failed"]
    result: dict[str, Any] | None = None
    reason: str | None = None
    said: str
    expects: str | None = Field(None, description="The argument that is asked for.")
    options: list[Offer] | None = None


def router() -> APIRouter:
    routes = APIRouter(prefix="/api/tools", tags=["tools"], responses=responses(401))

    @routes.get("", response_model=list[ToolInfo])
    async def tools(user: Person) -> Any:
        """The tools of one's role with the JSON schemas of their arguments."""
        found = registry.tools(actor(user).role)
        return [ToolInfo(name=tool.name, description=tool.description, parameters=tool.schema()) for tool in found]

    @routes.post(
        "/{name}",
        response_model=ToolAnswer,
        response_model_exclude_none=True,
        responses=responses(400, 403, 404, 413, 415, 422, 500),
    )
    async def run(
        name: Annotated[str, Path(max_length=100, examples=["create_reminder"])],
        arguments: Annotated[
            dict[str, Any], InBody(examples=[{"lead": "Anna Berger", "when": "in 3 Tagen um 9", "note": "Angebot"}])
        ],
        house: House,
        user: Person,
        idempotency_key: Key = None,
    ) -> Any:
        """Runs one tool as oneself. 403 denied, 422 invalid or incomplete arguments; both change nothing."""
        if registry.get(name) is None:
            raise Problem(404, "There is no such tool. GET /api/tools lists yours.")
        return _answer(actor(user), await act(house, user, name, arguments, idempotency_key))

    return routes


def _answer(who: Actor, outcome: Outcome) -> Any:
    said = words.say(who.language, outcome.say)
    body = ToolAnswer(
        id=outcome.id,
        outcome=outcome.status,
        result=dict(outcome.result) or None,
        reason=outcome.reason,
        said=said,
        expects=outcome.expects,
        options=[offer(who, option) for option in outcome.options] or None,
    )
    status = _status(outcome)
    if status == 200:
        return body
    return problem(status, said, more=body.model_dump(mode="json", exclude_none=True))


def _status(outcome: Outcome) -> int:
    if outcome.status == "denied":
        return 403
    if outcome.reason == "invalid" or (outcome.status == "asked" and (outcome.reason or "").startswith("missing_")):
        return 422
    return 500 if outcome.reason == "internal" else 200
