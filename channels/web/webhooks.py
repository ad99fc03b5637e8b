"""The vendors' door: signature over the raw bytes, strict JSON, saved and committed, then 200 (SAFETY wall 1).

A call that is not genuine changes nothing and is not even parsed. One that is genuine but not understood is kept in
``provider_events`` with its reason and answered 200, so that the vendor does not repeat it for days.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from fastapi import APIRouter, Request, Response

from channels import registry
from channels.base import Poison, Provider
from channels.base import Request as Call
from channels.intake import NoTeam
from channels.web.deps import House, Parts
from channels.web.errors import Problem
from store.strict_json import NotStrict

log = structlog.get_logger()


def router(providers: Mapping[str, Provider]) -> APIRouter:
    """A route for every vendor whose webhook secret is configured; the others do not exist."""
    routes = APIRouter(tags=["webhooks"])
    for vendor in registry.VENDORS:
        provider = providers.get(vendor.name)
        if vendor.path is not None and provider is not None and provider.hooked:
            _route(routes, vendor.path, provider)
    return routes


def _route(routes: APIRouter, path: str, provider: Provider) -> None:
    name = provider.name.replace("360", "three_sixty_")

    @routes.get(path, operation_id=f"{name}_handshake", include_in_schema=False)
    async def handshake(request: Request, house: House) -> Any:
        reply = provider.handshake(await _call(request, house))
        if reply is None:
            raise Problem(403, "The verify token does not fit.")
        return Response(reply.body, reply.status, media_type=reply.media_type)

    @routes.post(path, operation_id=f"{name}_webhook", include_in_schema=False)
    async def webhook(request: Request, house: House) -> Any:
        return await _take(provider, await _call(request, house), house)


async def _call(request: Request, house: Parts) -> Call:
    query = request.url.query
    url = house.settings.public_base_url.rstrip("/") + request.url.path + (f"?{query}" if query else "")
    return Call(
        method=request.method,
        url=url,
        headers={name.lower(): value for name, value in request.headers.items()},
        query=dict(request.query_params),
        body=await request.body(),
        path={name: str(value) for name, value in request.path_params.items()},
    )


async def _take(provider: Provider, call: Call, house: Parts) -> Response:
    if not provider.genuine(call):
        raise Problem(403, "The signature does not fit.")
    try:
        events = provider.parse(call)
    except NotStrict as error:
        await house.intake.quarantine(provider.name, call.body, str(error))
        raise Problem(400, f"The body is refused: {error}.") from None
    except Poison as error:
        await house.intake.quarantine(provider.name, call.body, str(error))
        return _thanks(provider)
    except (AttributeError, KeyError, TypeError, ValueError) as error:  # a shape nobody has seen yet
        log.error("webhook_not_understood", provider=provider.name, error=type(error).__name__)
        await house.intake.quarantine(provider.name, call.body, f"not understood: {type(error).__name__}")
        return _thanks(provider)
    try:
        await house.intake.take(provider.name, provider.channel, events)
    except NoTeam:
        raise Problem(503, "Nobody is set up here yet.", headers={"Retry-After": "60"}) from None
    return _thanks(provider)


def _thanks(provider: Provider) -> Response:
    reply = provider.thanks
    return Response(reply.body, reply.status, media_type=reply.media_type)
