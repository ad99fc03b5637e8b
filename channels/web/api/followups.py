"""Follow-ups over REST (MISSION B12): whom to contact next, many at once, and sequences."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from channels.web.api.acting import Key, done
from channels.web.deps import Body, House, Person
from channels.web.errors import Problem, responses
from store.queries import flows

Id = Annotated[int, Field(ge=1, le=2**62, examples=[1])]


class Suggestion(BaseModel):
    """One person to contact. ``time`` is when it suits her best, ``confidence`` 0-1; a call has talking points."""

    lead_id: int
    lead: str
    priority: Literal["urgent", "high", "normal", "low", "scheduled"]
    reason: str
    time: str
    channel: str
    template_id: str | None = None
    message: str
    confidence: float
    score: int
    explanation: str


class Suggested(BaseModel):
    suggestions: list[Suggestion]


class StartBody(Body):
    """``sequence_id`` is a definition's id or its name."""

    lead_id: Id
    sequence_id: int | str = Field(examples=["first_contact_to_partner"])


class Started(BaseModel):
    success: Literal[True] = True
    enrolment_id: int
    sequence: str
    next_due_at: str | None = None


def router() -> APIRouter:
    routes = APIRouter(prefix="/api/followups", tags=["follow-ups"], responses=responses(401, 403, 422, 429))

    @routes.get("/smart-suggestions", response_model=Suggested, response_model_exclude_none=True)
    async def smart_suggestions(
        house: House,
        user: Person,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
        priority: Literal["urgent", "high", "normal", "low", "scheduled"] | None = None,
    ) -> Any:
        """Whom to contact next, the most important first, each with its reason and a drafted message."""
        wanted: dict[str, Any] = {"limit": limit} | ({"priority": priority} if priority else {})
        outcome = await done(house, user, "next_followups", wanted, None)
        return {"suggestions": outcome.result["suggestions"]}

    @routes.post("/sequence/start", response_model=Started, response_model_exclude_none=True,
                 responses=responses(400, 404, 409, 413, 415))  # fmt: skip
    async def start(body: StartBody, house: House, user: Person, key: Key = None) -> Any:
        """Enrols a lead in a sequence."""
        async with house.db.read(user.team_id) as scope:
            rows = await flows.definitions(scope)
        name = next((row.name for row in rows if body.sequence_id in (row.id, row.name)), None)
        if name is None:
            raise Problem(404, "There is no such sequence.")
        outcome = await done(house, user, "start_sequence", {"lead": str(body.lead_id), "sequence": name}, key)
        found = outcome.result
        return {"enrolment_id": found["enrolment_id"], "sequence": name, "next_due_at": found.get("next_due_at")}

    return routes
