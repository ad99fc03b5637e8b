"""The prompt library over REST (MISSION A8): look, execute, rate, and free chat with or without functions."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from channels import words
from channels.web.api.acting import Key, done, key_of, same_message
from channels.web.deps import Body, House, Parts, Person, actor, whose
from channels.web.errors import Problem, responses
from store.models import Prompt, User
from store.queries import chats, leads, prompts
from store.thoughts import Purpose
from store.types import Inbound, Say

_PATIENCE_SECONDS = 60.0
_LOOK_SECONDS = 0.02
_BY_INTENT = {
    "price_objection": ("objection_price",),
    "time_objection": ("objection_time",),
    "trust_objection": ("objection_trust",),
    "appointment": ("appointment_confirmation", "meeting_preparation"),
    "buy": ("meeting_preparation", "reply_suggestion"),
    "not_interested": ("nurture",),
    "later": ("nurture", "follow_up"),
    "referral": ("referral_request",),
}


class PromptItem(BaseModel):
    id: int
    key: str
    name: str
    category: str
    description: str
    prompt_template: str
    input_schema: dict[str, Any]
    usage_count: int
    success_rate: float | None = Field(None, description="0-1: ratings of 4 or 5 stars among all; absent before any.")


class Category(BaseModel):
    category: str
    prompts: list[PromptItem]


class ExecuteBody(Body):
    prompt_id: int = Field(ge=1, le=2**62, examples=[1])
    input_values: dict[str, str] = Field(examples=[{"name": "Tom", "objection": "Das ist mir zu teuer."}])
    lead_id: int | None = Field(None, ge=1, le=2**62)


class Executed(BaseModel):
    success: Literal[True] = True
    output: str
    execution_id: int
    provider: str
    execution_time_ms: int


class Spoken(Body):
    role: Literal["user", "assistant"] = Field(examples=["user"])
    content: str = Field(min_length=1, max_length=4096, examples=["Wie heiß ist Tom?"])


class ChatBody(Body):
    """The newest message comes last and is the user's; the bot knows its own history."""

    messages: list[Spoken] = Field(min_length=1, max_length=50)
    use_functions: bool = True


class Function(BaseModel):
    """``name`` and ``arguments`` of one act and what became of it, as in the acts."""

    name: str
    arguments: dict[str, Any]
    outcome: str
    result: dict[str, Any] | None = None


class ChatAnswer(BaseModel):
    success: Literal[True] = True
    message: Spoken
    functions: list[Function] = []


class Suggestions(BaseModel):
    suggestions: list[PromptItem]


class FeedbackBody(Body):
    execution_id: int = Field(ge=1, le=2**62)
    rating: int = Field(ge=1, le=5)
    feedback: str | None = Field(None, min_length=1, max_length=2000)


class Judged(BaseModel):
    success: Literal[True] = True
    success_rate: float | None = None


def router() -> APIRouter:
    routes = APIRouter(prefix="/api/ai-prompts", tags=["prompts"], responses=responses(401, 422, 429))
    _looking(routes)
    _doing(routes)
    return routes


def _looking(routes: APIRouter) -> None:
    @routes.get("/categories/{category}", response_model=Category, response_model_exclude_none=True,
                responses=responses(404))  # fmt: skip
    async def category(
        category: Annotated[str, Path(max_length=60, examples=["objection"])], house: House, user: Person
    ) -> Any:
        """The prompts of a category in one's language; ``all`` are all of them."""
        async with house.db.read(user.team_id, user.id) as scope:
            rows = await prompts.listed(scope, user.language, None if category == "all" else category)
        if not rows:
            raise Problem(404, "There is no such category. GET /api/ai-prompts/categories/all shows everything.")
        return {"category": category, "prompts": [_item(row) for row in rows]}

    @routes.get("/suggestions", response_model=Suggestions, response_model_exclude_none=True, responses=responses(404))
    async def suggestions(
        house: House, user: Person, lead_id: Annotated[int | None, Query(ge=1, le=2**62)] = None
    ) -> Any:
        """Which prompts fit a lead now, by what she last meant; without a lead the ones that are rated best."""
        async with house.db.read(user.team_id, whose(user)) as scope:
            rows = await prompts.listed(scope, user.language)
            keys = await _fitting(scope, lead_id) if lead_id is not None else ()
        best = sorted(rows, key=lambda row: (-(row.success_rate or 0.0), -row.usage_count, row.id))
        fitting = [row for key in keys for row in rows if row.key == key]
        return {"suggestions": [_item(row) for row in fitting or best[:3]]}


async def _fitting(scope: Any, lead_id: int) -> tuple[str, ...]:
    lead = await leads.get(scope, lead_id)
    if lead is None:
        raise Problem(404, "You have no such lead.")
    found = await leads.latest_analysis(scope, lead.id)
    if lead.is_customer and (found is None or found.intent not in _BY_INTENT):
        return ("referral_request", "upselling")
    return _BY_INTENT.get(found.intent, ("reply_suggestion", "follow_up")) if found else ("follow_up", "reengagement")


def _doing(routes: APIRouter) -> None:
    @routes.post("/execute", response_model=Executed, responses=responses(400, 403, 404, 409, 413, 415))
    async def execute(body: ExecuteBody, house: House, user: Person, key: Key = None) -> Any:
        """Runs a prompt with these inputs; they are checked against its ``input_schema``."""
        async with house.db.read(user.team_id, user.id) as scope:
            if await prompts.get(scope, body.prompt_id) is None:
                raise Problem(404, "There is no such prompt.")
        arguments: dict[str, Any] = {"prompt": str(body.prompt_id), "input_values": body.input_values}
        if body.lead_id is not None:
            arguments["lead"] = str(body.lead_id)
        outcome = await done(house, user, "run_prompt", arguments, key)
        return {name: outcome.result[name] for name in ("output", "execution_id", "provider", "execution_time_ms")}

    @routes.post("/feedback", response_model=Judged, response_model_exclude_none=True,
                 responses=responses(400, 403, 404, 413, 415))  # fmt: skip
    async def feedback(body: FeedbackBody, house: House, user: Person, key: Key = None) -> Any:
        """Stars and words for an execution of one's own; they move the prompt's success rate."""
        arguments = {"execution": str(body.execution_id), "rating": body.rating, "feedback": body.feedback}
        outcome = await done(house, user, "rate_prompt", {k: v for k, v in arguments.items() if v is not None}, key)
        return {"success_rate": outcome.result["success_rate"]}

    @routes.post("/chat", response_model=ChatAnswer, response_model_exclude_none=True,
                 responses=responses(400, 413, 415, 503))  # fmt: skip
    async def chat(body: ChatBody, house: House, user: Person, key: Key = None) -> Any:
        """Free chat. With functions it is the bot itself that answers and acts; without, only words come back."""
        newest = body.messages[-1]
        if newest.role != "user":
            raise Problem(422, "messages: the last one must be the user's.")
        if not body.use_functions:
            return {"message": {"role": "assistant", "content": await _words_only(house, user, body.messages)}}
        return await _with_functions(house, user, newest.content, key_of(user, key))


async def _words_only(house: Parts, user: User, said: list[Spoken]) -> str:
    purpose = Purpose("prompt", user.team_id, user.id, user.zone)
    history = [("in" if one.role == "user" else "out", one.content) for one in said[:-1]]
    system = words.say(actor(user).language, Say("chat-system"))
    thought = await house.models.complete(purpose, system, said[-1].content, history=history)
    return thought.text if thought else words.say(actor(user).language, Say("chat-without-model"))


async def _with_functions(house: Parts, user: User, text: str, key: str) -> Mapping[str, Any]:
    """A rep's turn like any other: through the door in, worked in order, answered once."""
    async with house.db.write() as work:
        account = await chats.account(work.scope(), user)
    inbound = Inbound(chats.CHANNEL, user.login, f"rest-{key or uuid.uuid4().hex}", text=text, account=account.name)
    await same_message(house, account.id, inbound)
    accepted = await house.inbox.accept(inbound)
    await house.inbox.drain(accepted.conversation_id)
    loop = asyncio.get_running_loop()
    until = loop.time() + _PATIENCE_SECONDS
    while True:
        async with house.db.read(user.team_id, user.id) as scope:
            answer = await chats.answer(scope, accepted.message_id)
        if answer is not None:
            content, done_acts = answer
            functions = [
                {"name": act.tool, "arguments": act.arguments, "outcome": act.outcome, "result": act.result or None}
                for act in done_acts
            ]
            return {"message": {"role": "assistant", "content": content}, "functions": functions}
        if loop.time() > until:
            raise Problem(
                503, "It takes longer than usual. Ask again with the same key.", headers={"Retry-After": "30"}
            )
        await asyncio.sleep(_LOOK_SECONDS)


def _item(row: Prompt) -> Mapping[str, Any]:
    same = ("id", "key", "name", "category", "description", "prompt_template", "input_schema", "usage_count")
    return {**{name: getattr(row, name) for name in same}, "success_rate": row.success_rate}
