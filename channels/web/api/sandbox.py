"""The sandbox's REST face: every messenger at once, with a clock that moves. Only there when SANDBOX is on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request

from channels.sandbox import FaultKind
from channels.web import sandbox
from channels.web.deps import House
from channels.web.errors import Problem, responses
from channels.web.play import Backwards, Play
from store.queries import acts, people, phonebook

_SINCE = Query(0, ge=0, le=2**63 - 1, description="The id last seen; 0 is everything.")
Seconds = Annotated[float, Query(alias="timeout", ge=0, le=60, allow_inf_nan=False)]
_KINDS: Mapping[str, FaultKind] = {"429": "429", "500": "500", "timeout": "timeout", "drop": "drop"}


def _play(request: Request) -> Play:
    found: Play = request.app.state.play
    return found


Playing = Annotated[Play, Depends(_play)]


def router() -> APIRouter:
    """The routes; what people do goes through ``Play``, as on the page."""
    routes = APIRouter(prefix="/api/sandbox", tags=["sandbox"], responses=responses(400, 403, 413, 415, 422))
    _talking(routes)
    _timing(routes)
    _looking(routes)
    return routes


def _talking(routes: APIRouter) -> None:
    @routes.post("/inbound", response_model=sandbox.MessageId, responses=responses(409))
    async def inbound(body: sandbox.InboundBody, house: House, play: Playing) -> Any:
        """Someone writes or taps a button; the id on their phone."""
        inbound = body.inbound()
        async with house.db.read() as scope:
            if await people.account(scope, inbound.channel, inbound.account) is None:
                words = f"No account answers on {inbound.channel}. POST /api/sandbox/reset loads the demo."
                raise Problem(409, words)
        return {"message_id": await play.arrive(inbound)}

    @routes.get("/phone/{channel}/{address}", response_model=list[sandbox.PhoneItem], response_model_exclude_none=True)
    async def phone(
        channel: sandbox.ChannelName,
        address: Annotated[str, Path(min_length=1, max_length=200, examples=["max"])],
        house: House,
        since: int = _SINCE,
    ) -> Any:
        """What that person's phone shows, oldest first."""
        try:
            known = sandbox.address(channel, address)
        except ValueError as error:
            raise Problem(422, f"address: {error}") from None
        return await house.phones.shows(channel, known, since)

    @routes.post("/fault", response_model=sandbox.FaultSet)
    async def fault(body: sandbox.FaultBody, house: House) -> Any:
        """The next sends on a channel fail so."""
        house.phones.fault(body.channel, _KINDS[str(body.kind)], body.times)
        return {"channel": body.channel, "kind": str(body.kind), "times": body.times}


def _timing(routes: APIRouter) -> None:
    @routes.post("/clock", response_model=sandbox.ClockMoved, responses=responses(409))
    async def clock(body: sandbox.ClockBody, house: House, play: Playing) -> Any:
        """Moves time forward, stopping at every due row on the way."""
        try:
            ran = await play.forward(body.target)
        except Backwards as error:
            raise Problem(409, f"The clock shows {error} already; it only moves forward.") from None
        except ValueError as error:
            raise Problem(422, str(error)) from None
        return {"now": house.clock.now(), "ran": ran}

    @routes.get("/idle", response_model=sandbox.Idle, responses=responses(504))
    async def idle(house: House, seconds: Seconds = 10) -> Any:
        """Waits until nothing is being worked on; rows due later do not count."""
        if not await house.drive.idle(seconds):
            raise Problem(504, f"Still working after {seconds:g} seconds.")
        return {"idle": True}

    @routes.post("/reset", response_model=sandbox.Now)
    async def reset(body: sandbox.ResetBody, house: House, play: Playing) -> Any:
        """Fresh data; the clock starts at ``at``, else at real time."""
        await play.begin_anew(body.demo, sandbox.moment(body.at) if body.at else None)
        return {"now": house.clock.now()}


def _looking(routes: APIRouter) -> None:
    @routes.get("/people", response_model=list[sandbox.PersonItem], response_model_exclude_none=True)
    async def everybody(house: House) -> Any:
        """Everybody who can write, with their addresses."""
        async with house.db.read() as scope:
            return [
                {
                    "kind": found.kind,
                    "id": found.id,
                    "name": found.name,
                    "role": found.role,
                    "owner": found.owner,
                    "addresses": found.addresses,
                }
                for found in await phonebook.everybody(scope)
            ]

    @routes.get("/acts", response_model=list[sandbox.ActItem], response_model_exclude_none=True)
    async def acts_since(house: House, since: int = _SINCE) -> Any:
        """What the runner was asked to do, oldest first; at most 1,000 at once."""
        async with house.db.read() as scope:
            return [
                {
                    "id": row.id,
                    "at": row.at,
                    "actor": row.actor,
                    "tool": row.tool,
                    "arguments": row.arguments,
                    "outcome": row.outcome,
                    "reason": row.reason,
                }
                for row in await acts.acts_since(scope, since)
            ]
