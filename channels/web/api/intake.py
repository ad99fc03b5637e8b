"""The door of websites and other systems: what somebody typed into a form becomes a lead, analysed and scored.

Its sender is unproven (MISSION C1): it grants no consent, is merged with nobody and pairs nobody.
"""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Request, Response
from pydantic import AfterValidator, BaseModel, Field, model_validator

from channels.web.api.acting import same_message
from channels.web.api.leads import LeadItem, Quality, items
from channels.web.deps import Body, Credentials, House, Logins, Parts, Person, limiter, person, whose
from channels.web.errors import Problem, responses
from channels.web.looks import looked
from channels.web.sandbox import address
from store.db import Scope
from store.models import Account
from store.queries import intake, leadlist, people
from store.types import Inbound

# Longer than any turn takes without a model; with one, the answer may tell the score of before.
_PATIENCE_SECONDS = 12.0
_LOOK_SECONDS = 0.02
_ANYWHERE = {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "Content-Type, X-Site-Key, Idempotency-Key",
    "Access-Control-Max-Age": "86400",
}


def _clean(text: str | None) -> str | None:
    if text is not None and "\x00" in text:
        raise ValueError("control characters are not allowed")
    return text.strip() if text is not None else None


Clean = AfterValidator(_clean)


class IntakeBody(Body):
    """One filled-in form. At least a message or a way to reach the sender is needed."""

    message: Annotated[str, Field(max_length=4096), Clean] = Field("", examples=["I want to buy your product today"])
    phone: Annotated[str | None, Field(max_length=40), Clean] = Field(None, examples=["+923001234567"])
    email: Annotated[str | None, Field(max_length=254), Clean] = Field(None, examples=["ahmed@example.com"])
    sender_name: Annotated[str, Field(max_length=120), Clean] = Field("", examples=["Ahmed"])
    channel: Literal["whatsapp", "instagram", "website", "email", "telegram"] = Field("website", examples=["whatsapp"])

    @model_validator(mode="after")
    def _something(self) -> IntakeBody:
        if not (self.message or self.phone or self.email):
            raise ValueError("at least one of message, phone and email is needed")
        return self

    def claims(self) -> dict[str, str]:
        found: dict[str, str] = {"via": self.channel}
        if self.phone:
            found["phone"] = _e164(self.phone)
        if self.email:
            found["email"] = self.email
        return found


class IntakeAnswer(BaseModel):
    """``score`` 0-100; ``quality`` HOT from 60, WARM from 40."""

    status: Literal["success"] = "success"
    lead_id: int
    quality: Quality
    score: int = Field(ge=0, le=100, examples=[85])


class IntakeLeads(BaseModel):
    status: Literal["success"] = "success"
    leads: list[LeadItem]


class IntakeStats(BaseModel):
    status: Literal["success"] = "success"
    total_leads: int
    hot_leads: int
    warm_leads: int
    cold_leads: int


@dataclass(frozen=True, slots=True)
class _Caller:
    """Whose door it is: the team, who owns what comes, and a name for limits and repeated keys."""

    team_id: int
    owner_id: int | None
    name: str


def router() -> APIRouter:
    routes = APIRouter(prefix="/api/webhook", tags=["intake"], responses=responses(401, 422, 429))
    _taking(routes)
    _looking(routes)
    return routes


def _taking(routes: APIRouter) -> None:
    @routes.post("", response_model=IntakeAnswer, responses=responses(400, 409, 413, 415, 503))
    async def take(
        body: IntakeBody,
        request: Request,
        house: House,
        logins: Logins,
        credentials: Credentials,
        site_key: Annotated[str | None, Header(alias="X-Site-Key", max_length=200)] = None,
        key: Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200)] = None,
    ) -> Any:
        """A message from a form, with the team's site key or a login; answers with the lead and its score."""
        if site_key is not None:
            caller = await _site(house, site_key)
            limiter(request).take(caller.name)
        else:
            user = await person(request, logins, credentials)
            caller = _Caller(user.team_id, user.id, f"user:{user.id}")
        account = await _account(house, caller)
        inbound = _inbound(body, account, caller, key)
        if key is not None:
            await same_message(house, account.id, inbound)
        accepted = await house.inbox.accept(inbound)
        return await _scored(house, accepted.message_id, accepted.conversation_id)

    @routes.options("", include_in_schema=False)
    async def preflight() -> Response:
        """Browsers ask before a page of another origin may send its form here."""
        return Response(status_code=204, headers=_ANYWHERE)


def _looking(routes: APIRouter) -> None:
    @routes.get("/leads", response_model=IntakeLeads)
    async def newest(house: House, user: Person, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Any:
        """The newest leads of one's own (a leader: the team's)."""
        async with house.db.read(user.team_id, whose(user)) as scope:
            rows = await leadlist.page(scope, leadlist.Wanted(sort="created_at", limit=limit))
            told = await items(scope, rows, user)
        await looked(house, user, {lead.owner_id for lead in rows}, "leads")
        return {"leads": told}

    @routes.get("/stats", response_model=IntakeStats)
    async def stats(house: House, user: Person) -> Any:
        """How many leads there are, by quality."""
        async with house.db.read(user.team_id, whose(user)) as scope:
            found = await leadlist.by_quality(scope)
        return {"total_leads": sum(found.values()), **{f"{name}_leads": number for name, number in found.items()}}


async def _site(house: Parts, key: str) -> _Caller:
    async with house.db.read() as scope:
        site = await intake.by_site_key(scope, key)
        if site is None:
            raise Problem(401, "This site key is not known (any more). A leader gets the current one in the chat.")
        return _Caller(site.team_id, await _owner(scope, site), f"site:{site.id}")


async def _account(house: Parts, caller: _Caller) -> Account:
    async with house.db.write() as work:
        return await intake.form_account(work.scope(), caller.team_id, caller.owner_id)


async def _owner(scope: Scope, site: Account) -> int | None:
    """Who gets the website's leads: the website's own default, else the rule for unknown people decides."""
    owner = await people.user(Scope(scope.session, site.team_id), site.default_owner_id or 0)
    return owner.id if owner else None


def _inbound(body: IntakeBody, account: Account, caller: _Caller, key: str | None) -> Inbound:
    """The same phone or address through the same door is the same unproven contact; else everybody is somebody new."""
    claims, once = body.claims(), uuid.uuid4().hex
    if key is not None:
        once = hashlib.sha256(f"{caller.name}\n{key}".encode()).hexdigest()[:32]
    who = claims.get("phone") or claims.get("email", "").lower() or once
    return Inbound(
        channel=account.channel,
        external_id=who,
        provider_id=f"form-{once}",
        text=body.message,
        name=body.sender_name or claims.get("phone") or claims.get("email") or "Website",
        account=account.name,
        claims=claims,
    )


async def _scored(house: Parts, message_id: int, conversation_id: int) -> dict[str, Any]:
    """Works the message at once, or waits for whoever already does."""
    loop = asyncio.get_running_loop()
    until = loop.time() + _PATIENCE_SECONDS
    await house.inbox.drain(conversation_id)
    while True:
        async with house.db.read() as scope:
            found = await intake.worked(scope, message_id)
        if found is None:
            raise Problem(503, "It could not be saved. Send it again.", headers={"Retry-After": "5"})
        state, lead = found
        if state != "new" or loop.time() > until:
            return {"lead_id": lead.id, "quality": lead.quality.upper(), "score": lead.score}
        await asyncio.sleep(_LOOK_SECONDS)


def _e164(phone: str) -> str:
    """The number in one form when it can be read; else as it was typed, for a person to look at."""
    try:
        return address("whatsapp", phone)
    except ValueError:
        return phone
