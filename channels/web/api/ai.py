"""Generated messages over REST (MISSION D10): generate, decide, and whose voice they have."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, model_validator

from channels.web.api.acting import Key, done
from channels.web.deps import Body, House, Person, actor
from channels.web.errors import Problem, responses
from channels.web.looks import looked
from store.db import Scope
from store.models import User
from store.queries import generating, people

Id = Annotated[int, Field(ge=1, le=2**62, examples=[1])]


class GenerateBody(Body):
    """``fanId`` is the lead, ``creatorId`` whose voice it is, ``chatterId`` the rep who asks (``GET /api/auth/me``).

    ``conversationId`` is one of the lead's ``conversations`` in ``GET /api/leads/{lead_id}``.
    """

    conversationId: Id
    fanId: Id
    creatorId: Id
    chatterId: Id
    generationType: Literal["reply", "followup", "offer"] = Field("reply", examples=["reply"])


class Generated(BaseModel):
    """``status``: waiting (for a decision), sent, ready (the policy held it back: ``reason`` says why)."""

    generationId: int
    message: str
    confidence: int = Field(ge=0, le=100)
    requiresApproval: bool
    suggestedPrice: float | None = None
    reasoning: list[str]
    provider: str
    status: str
    reason: str | None = None


class ApproveBody(Body):
    """``modify`` needs ``modifications`` (the new text); ``reject`` may give a ``reason``."""

    generationId: Id
    action: Literal["approve", "modify", "reject"] = Field(examples=["approve"])
    modifications: str | None = Field(None, min_length=1, max_length=4096)
    reason: str | None = Field(None, min_length=1, max_length=1000)

    @model_validator(mode="after")
    def _complete(self) -> ApproveBody:
        if self.action == "modify" and self.modifications is None:
            raise ValueError("modify needs modifications")
        return self


class Approved(BaseModel):
    success: Literal[True] = True
    generationId: int
    status: Literal["sent", "rejected", "waiting"]
    message_id: int | None = None


class Personality(BaseModel):
    """``isDefault``: nobody has set one yet."""

    creatorId: int
    type: str
    tone: list[str]
    forbiddenWords: list[str]
    preferredPhrases: list[str]
    emojiStyle: str
    systemPrompt: str
    isDefault: bool


Short = Annotated[str, Field(min_length=1, max_length=200)]


class PersonalityBody(Body):
    creatorId: Id | None = None
    type: Literal["friendly", "professional", "playful", "calm", "direct"] | None = None
    tone: list[Short] | None = Field(None, max_length=20, examples=[["warm", "knapp"]])
    forbiddenWords: list[Short] | None = Field(None, max_length=100)
    preferredPhrases: list[Short] | None = Field(None, max_length=50)
    emojiStyle: Literal["none", "few", "many"] | None = None
    systemPrompt: str | None = Field(None, max_length=4000)


def router() -> APIRouter:
    routes = APIRouter(prefix="/api/ai", tags=["generation"], responses=responses(401, 403, 404, 422, 429))
    _generating(routes)
    _voices(routes)
    return routes


def _generating(routes: APIRouter) -> None:
    @routes.post("/generate", response_model=Generated, responses=responses(400, 409, 413, 415))
    async def generate(body: GenerateBody, house: House, user: Person, key: Key = None) -> Any:
        """Words a message. Unless the conversation answers by itself it waits for a decision."""
        if body.chatterId != user.id:
            raise Problem(403, "chatterId: one writes in one's own name only.")
        async with house.db.read(user.team_id) as scope:
            await _fits(scope, body, user)
        wanted = {
            "lead": str(body.fanId),
            "conversation": body.conversationId,
            "creator": body.creatorId,
            "type": body.generationType,
        }
        outcome = await done(house, user, "generate_message", wanted, key)
        found = outcome.result
        return {
            "generationId": found["generation_id"],
            "message": found["message"],
            "confidence": found["confidence"],
            "requiresApproval": found["requires_approval"],
            "suggestedPrice": found["suggested_price"],
            "reasoning": found["reasoning"],
            "provider": found["provider"],
            "status": found["status"],
            "reason": found["refused"],
        }

    @routes.post("/approve", response_model=Approved, response_model_exclude_none=True,
                 responses=responses(400, 409, 413, 415))  # fmt: skip
    async def approve(body: ApproveBody, house: House, user: Person, key: Key = None) -> Any:
        """Sends, changes and sends, or rejects what waits; who decided and when is kept."""
        async with house.db.read(user.team_id, user.id) as scope:
            row = await generating.generation(scope, body.generationId)
        if row is None:
            raise Problem(404, "You have no such generation.")
        if row.approval_id is None:
            raise Problem(409, "This message does not wait for anybody.")
        wanted: dict[str, Any] = {"approval": str(row.approval_id), "action": _ACTIONS[body.action]}
        if body.action == "modify":
            wanted["text"] = body.modifications
        if body.reason is not None:
            wanted["reason"] = body.reason
        outcome = await done(house, user, "decide_approval", wanted, key)
        status = "waiting" if outcome.status == "parked" else "rejected" if body.action == "reject" else "sent"
        return {"generationId": row.id, "status": status, "message_id": outcome.result.get("message_id")}


_ACTIONS = {"approve": "approve", "modify": "change", "reject": "reject"}


async def _fits(scope: Scope, body: GenerateBody, user: User) -> None:
    """All four ids must be the caller's: a foreign one is as unknown as one that does not exist."""
    own = Scope(scope.session, user.team_id, user.id)
    found = await generating.conversation(own, body.conversationId)
    if found is None or found[1].id != body.fanId:
        raise Problem(404, "You have no such conversation with this lead.")
    if await people.user(scope, body.creatorId) is None:
        raise Problem(404, "creatorId: there is no such person in your team.")


def _voices(routes: APIRouter) -> None:
    @routes.get("/personality", response_model=Personality)
    async def personality(
        house: House, user: Person, creatorId: Annotated[int | None, Query(ge=1, le=2**62)] = None
    ) -> Any:
        """How somebody's messages sound: one's own, or a member's of one's team."""
        return await _personality(house, user, creatorId or user.id)

    @routes.post("/personality", response_model=Personality, responses=responses(400, 409, 413, 415))
    async def set_personality(body: PersonalityBody, house: House, user: Person, key: Key = None) -> Any:
        """Changes the parts that are given; one's own, a leader also a member's."""
        wanted = {
            "user": body.creatorId,
            "type": body.type,
            "tone": body.tone,
            "forbidden_words": body.forbiddenWords,
            "preferred_phrases": body.preferredPhrases,
            "emoji_style": body.emojiStyle,
            "system_prompt": body.systemPrompt,
        }
        await done(house, user, "set_voice", {name: value for name, value in wanted.items() if value is not None}, key)
        return await _personality(house, user, body.creatorId or user.id)


async def _personality(house: House, user: User, creator_id: int) -> Any:
    async with house.db.read(user.team_id) as scope:
        whose = await people.user(scope, creator_id)
        row = await generating.persona(scope, creator_id)
    if whose is None or (whose.id != user.id and actor(user).role == "rep"):
        raise Problem(404, "There is no such person whose voice you may see.")
    await looked(house, user, [whose.id], "voice")
    return {
        "creatorId": whose.id,
        "type": row.type if row else "friendly",
        "tone": row.tone if row else [],
        "forbiddenWords": row.forbidden_words if row else [],
        "preferredPhrases": row.preferred_phrases if row else [],
        "emojiStyle": row.emoji_style if row else "few",
        "systemPrompt": row.system_prompt if row else "",
        "isDefault": row is None,
    }
