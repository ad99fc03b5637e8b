"""WhatsApp over REST (MISSION A6, A8): send a text, send an approved template, look what became of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from channels import videos
from channels.web.api.acting import Key, act, refused
from channels.web.deps import Body, House, Person, whose
from channels.web.errors import Problem, responses
from channels.web.sandbox import Iso
from channels.whatsapp.templates import parameters
from sequences import composing, placeholders
from store.models import User
from store.queries import flows, leads, people, sent
from store.types import LeadFacts, Outcome
from tools import resolve

Name = Annotated[str, Field(min_length=1, max_length=60)]
Value = Annotated[str, Field(min_length=1, max_length=placeholders.MAX_VALUE)]
To = Annotated[str, Field(min_length=1, max_length=200, examples=["+4915112340001"])]


class SendBody(Body):
    """``to``: a lead's number, name or id."""

    to: To
    message: str = Field(min_length=1, max_length=4096, examples=["Wir sehen uns morgen um 15 Uhr!"])


class TemplateBody(Body):
    """``template`` is an approved template's name; its words come from the provider's registry.

    ``variables`` are values of one's own by the names between the template's braces ("1", "first_name"); whatever is
    left out is filled with what is known of the lead.
    """

    to: To
    template: str = Field(min_length=1, max_length=200, examples=["sf_gentle_follow_up"])
    language: Literal["de", "en"] | None = None
    variables: dict[Name, Value] = Field(default={}, max_length=20, examples=[{"first_name": "Anna"}])


class SendAnswer(BaseModel):
    """``status`` queued (leaves at ``due_at``) or parked (waits for a tap as ``approval_id``)."""

    success: Literal[True] = True
    status: Literal["queued", "parked"]
    message_id: int | None = None
    approval_id: int | None = None
    due_at: Iso | None = None


class MessageStatus(BaseModel):
    """``state``: held, queued, sending, sent, delivered, read, failed, in_doubt, refused or cancelled."""

    message_id: int
    state: str
    reason: str | None = None
    sent_at: Iso | None = None


class NumberStatus(BaseModel):
    """One number: who serves it, and how many messages wait or are in doubt."""

    account: str
    provider: str
    connected: bool
    queued: int
    in_doubt: int


class Status(BaseModel):
    success: Literal[True] = True
    numbers: list[NumberStatus]
    message: MessageStatus | None = None


def router() -> APIRouter:
    routes = APIRouter(prefix="/api/whatsapp", tags=["whatsapp"], responses=responses(401, 422, 429))
    _sending(routes)

    @routes.get("/status", response_model=Status, response_model_exclude_none=True, responses=responses(404))
    async def status(
        house: House, user: Person, message_id: Annotated[int | None, Query(ge=1, le=2**62)] = None
    ) -> Any:
        """The team's numbers, and what became of one message of one's own."""
        async with house.db.read(user.team_id, whose(user)) as scope:
            rows = await sent.numbers(scope, "whatsapp")
            found = await sent.one(scope, message_id) if message_id is not None else None
        if message_id is not None and found is None:
            raise Problem(404, "You sent no such message.")
        told = [
            {
                "account": account.name,
                "provider": account.provider,
                "connected": house.outbox.adapters.of(account) is not None,
                "queued": queued,
                "in_doubt": doubt,
            }
            for account, queued, doubt in rows
        ]
        message = None
        if found is not None:
            message = {"message_id": found.id, "state": found.state, "reason": found.reason, "sent_at": found.sent_at}
        return {"numbers": told, "message": message}

    return routes


def _sending(routes: APIRouter) -> None:
    @routes.post("/send", response_model=SendAnswer, response_model_exclude_none=True,
                 responses=responses(400, 403, 404, 409, 413, 415))  # fmt: skip
    async def send(body: SendBody, house: House, user: Person, key: Key = None) -> Any:
        """Sends one message; the contact policy has its say and its reason is in the answer when it does not go."""
        arguments = {"lead": body.to, "text": body.message}
        return _answer(user, await act(house, user, "send_whatsapp", arguments, key))

    @routes.post("/send-template", response_model=SendAnswer, response_model_exclude_none=True,
                 responses=responses(400, 403, 404, 409, 413, 415))  # fmt: skip
    async def send_template(body: TemplateBody, house: House, user: Person, key: Key = None) -> Any:
        """Sends an approved template, with what is known of the lead in its places."""
        async with house.db.read(user.team_id, user.id) as scope:
            found = await resolve.lead(scope, body.to, ids=True, region=resolve.region_of(user.zone))
            language = body.language or (found.lead.language if found.lead else "de")
            row = await flows.template(scope, user.team_id, body.template, language)
            team = await people.team(scope, user.team_id)
        if row is None:
            raise Problem(404, "There is no approved template of this name and language.")
        known = leads.facts(found.lead) if found.lead is not None else LeadFacts()
        links = videos.links(house.settings, team, known.id) if known.id else {}
        text = _filled(row.body, composing.values(known, user.name, team.name if team else "", links), body.variables)
        arguments: dict[str, Any] = {"lead": body.to, "text": text, "template_name": row.name}
        arguments["answers"] = ["window_closed"]
        if body.variables:
            arguments["template_values"] = body.variables
        return _answer(user, await act(house, user, "send_whatsapp", arguments, key))


def _filled(body: str, values: dict[str, str], own: dict[str, str]) -> str:
    names = parameters(body)
    if strange := [name for name in own if name not in names]:
        raise Problem(422, f"The template has no {', '.join(strange)}; it has {', '.join(names) or 'no variables'}.")
    try:
        return placeholders.fill(body, values, own)
    except placeholders.MissingValue as missing:
        raise Problem(422, f"The template needs what is not known of this lead: {', '.join(missing.names)}.") from None
    except placeholders.PlaceholderError as unknown:
        raise Problem(422, f"The template needs a value of yours in variables: {unknown.name}.") from None


def _answer(user: User, outcome: Outcome) -> Any:
    if outcome.status not in ("done", "parked"):
        raise refused(user, outcome)
    result = outcome.result
    return {
        "status": "queued" if outcome.status == "done" else "parked",
        "message_id": result.get("message_id"),
        "approval_id": result.get("approval_id"),
        "due_at": result.get("due_at"),
    }
