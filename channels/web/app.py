"""The web side, put together from its routes; knows nothing about starting or stopping the house."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

from channels.web import browser, chat, consent_pages, errors, exports, files, google, shared, video, webhooks
from channels.web.api import ai, ai_prompts, auth, followups, health, intake, leads, sandbox, tools, whatsapp
from channels.web.auth import Auth
from channels.web.deps import Parts
from channels.web.door import Door
from channels.web.limits import Limiter
from channels.web.play import Play
from channels.web.site import Beside, Site
from store.ports import Clock

_ABOUT = (
    "A sales colleague that lives in the messenger. Log in with `POST /api/auth/login`, press *Authorize* and paste "
    "the access token. The sandbox routes exist only in the sandbox and need no login. "
    "Errors are RFC 9457 problems; times are ISO 8601 with offset."
)


def create_app(parts: Parts, *, real: Clock | None = None, pages: bool = False) -> FastAPI:
    """The ASGI application over a built house. ``real`` replaces real time for tokens and login limits in tests.

    ``pages`` adds the pages for people; they work while ``app.state.site.running()`` is entered.
    """
    app = FastAPIOffline(
        docs_url="/docs",
        redoc_url=None,
        title="SalesFlow",
        version="0.1.0",
        description=_ABOUT,
        static_url="/static-docs",
        swagger_ui_parameters={"validatorUrl": None, "tryItOutEnabled": True, "persistAuthorization": False},
    )
    furnish(app, parts, real)
    errors.install(app)
    for room in (health, auth, tools, intake, leads, followups, whatsapp, ai_prompts, ai):
        app.include_router(room.router())
    for pages_of in (browser.router(parts.settings), exports.router(), shared.router(), chat.router(), files.router()):
        app.include_router(pages_of)
    app.include_router(webhooks.router(parts.providers))
    app.include_router(consent_pages.router())
    app.include_router(video.router())
    app.include_router(google.router())
    if parts.settings.sandbox:
        app.include_router(sandbox.router())
    document = app.openapi
    app.openapi = lambda: app.openapi_schema or _describe_problems(document())  # type: ignore[method-assign]
    if pages:
        app.state.site = Site(parts, app.state.play, app.state.auth)
        app.add_middleware(Beside, site=app.state.site)
    app.add_middleware(Door, local_only=parts.settings.sandbox)
    return app


def furnish(app: FastAPI, parts: Parts, real: Clock | None = None) -> None:
    """Gives the routes their house."""
    app.state.parts = parts
    app.state.auth = Auth(parts.settings, parts.db, real)
    app.state.play = Play(parts)
    app.state.limiter = Limiter(parts.settings.api_calls_per_minute, parts.settings.api_burst)


def _describe_problems(document: dict[str, Any]) -> dict[str, Any]:
    """Puts the shape of every error into FastAPI's cached document, instead of the 422 body it announces itself.

    Made when somebody first asks for it: it is four fifths of what building the application costs.
    """
    shapes = document.setdefault("components", {}).setdefault("schemas", {})
    shapes["ProblemBody"] = errors.ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
    for unused in ("HTTPValidationError", "ValidationError"):
        shapes.pop(unused, None)
    invalid = errors.responses(422)[422]
    for path in document["paths"].values():
        for operation in path.values():
            if "422" in operation.get("responses", {}):
                operation["responses"]["422"] = invalid
    return document
