"""Follow-ups over REST (MISSION B12): whom to contact next, many at once, and sequences."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field, model_validator

from channels.web.api.acting import Key, act, done, refused
from channels.web.deps import Body, House, Person
from channels.web.errors import Problem, responses
from store.queries import flows, playbooks

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


class BatchBody(Body):
    """``template_id`` names a message template; ``use_ai`` lets each message be drafted for its lead.

    With both, the template's words are for those for whom nothing can be drafted.
    """

    lead_ids: list[Id] = Field(min_length=1, max_length=500)
    template_id: str | None = Field(None, min_length=1, max_length=200, examples=["gentle_follow_up"])
    use_ai: bool = False

    @model_validator(mode="after")
    def _worded(self) -> BatchBody:
        if self.template_id is None and not self.use_ai:
            raise ValueError("give template_id, use_ai or both")
        return self


class BatchAnswer(BaseModel):
    """``status`` running (they leave one by one, paced) or waiting (drafted texts wait for ``work_batch``)."""

    success: Literal[True] = True
    campaign_id: int
    status: Literal["running", "waiting"]
    recipients: int
    left_out: dict[str, int] = Field(
        description="The rule by which how many are left out; not_found are ids that are no open lead of yours."
    )


class StartBody(Body):
    """``sequence_id`` is a definition's id or its name."""

    lead_id: Id
    sequence_id: int | str = Field(examples=["first_contact_to_partner"])


class TemplateBody(Body):
    """``sequences`` are names; all of them when none is given. ``publish`` offers it to the team at once."""

    name: str = Field(min_length=1, max_length=120, examples=["Winterstart"])
    description: str | None = Field(None, min_length=1, max_length=2000)
    sequences: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field([], max_length=20)
    publish: bool = True


class TemplateMade(BaseModel):
    success: Literal[True] = True
    template_id: int
    version: int
    sequences: list[str]
    published: bool


class Cloned(BaseModel):
    success: Literal[True] = True
    template_id: int
    clone_id: int
    version: int
    times_cloned: int
    sequences: list[str]


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
        wanted: dict[str, Any] = {"limit": limit, "cards": False} | ({"priority": priority} if priority else {})
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

    _many(routes)
    _templates(routes)
    return routes


def _many(routes: APIRouter) -> None:
    @routes.post("/batch-send", response_model=BatchAnswer, responses=responses(400, 404, 409, 413, 415))
    async def batch_send(body: BatchBody, house: House, user: Person, key: Key = None) -> Any:
        """One message each to many leads. A template's text leaves at once, paced; drafted texts wait for a look."""
        wanted: dict[str, Any] = {"leads": body.lead_ids, "drafted": body.use_ai}
        if body.template_id is not None:
            wanted["template"] = body.template_id
        outcome = await act(house, user, "batch_send", wanted, key)
        if outcome.reason != "confirm":
            raise refused(user, outcome)
        campaign = outcome.result["campaign_id"]
        if not body.use_ai:
            again = f"{key}:go" if key is not None else None
            await done(house, user, "work_batch", {"campaign": str(campaign), "action": "go"}, again)
        recipients, left_out = outcome.result["recipients"], dict(outcome.result["left_out"])
        if lost := len(set(body.lead_ids)) - recipients - sum(left_out.values()):
            left_out["not_found"] = lost
        status = "waiting" if body.use_ai else "running"
        return {"campaign_id": campaign, "status": status, "recipients": recipients, "left_out": left_out}


def _templates(routes: APIRouter) -> None:
    @routes.post("/team/templates", response_model=TemplateMade, responses=responses(400, 409, 413, 415))
    async def create(body: TemplateBody, house: House, user: Person, key: Key = None) -> Any:
        """A leader makes a playbook out of sequences and offers it to the team."""
        wanted: dict[str, Any] = {"name": body.name, "sequences": body.sequences}
        if body.description is not None:
            wanted["description"] = body.description
        made = (await done(house, user, "create_template", wanted, key)).result
        if body.publish:
            again = f"{key}:publish" if key is not None else None
            await done(house, user, "publish_template", {"template": str(made["template_id"])}, again)
        same = {name: made[name] for name in ("template_id", "version", "sequences")}
        return {**same, "published": body.publish}

    @routes.post("/team/templates/{template_id}/clone", response_model=Cloned, responses=responses(404, 409))
    async def clone(
        template_id: Annotated[int, Path(ge=1, le=2**62)], house: House, user: Person, key: Key = None
    ) -> Any:
        """A member takes a playbook over, with everything in it. Taking it over twice changes nothing."""
        outcome = await act(house, user, "clone_template", {"template": str(template_id)}, key)
        if outcome.status != "done" and outcome.reason != "already_cloned":
            raise refused(user, outcome)
        async with house.db.read(user.team_id, user.id) as scope:
            row = await playbooks.get(scope, template_id)
            times = await playbooks.times_cloned(scope, template_id)
        names = [each["name"] for each in row.content["sequences"]] if row is not None else []
        found = outcome.result
        same = {name: found[name] for name in ("template_id", "clone_id", "version")}
        return {**same, "times_cloned": times, "sequences": names}
