"""The pages for people, beside the API: NiceGUI serves its own paths, everything else goes on to the routes.

NiceGUI is one application per process and reads where it may store things when it is imported; so the site is built
once, by the process that serves people, and nothing here is imported before.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from channels.web.auth import Auth
from channels.web.deps import Parts
from channels.web.play import Play

# Vue compiles NiceGUI's templates in the browser: these pages alone need eval (SAFETY wall 11).
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
    " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_OWN = re.compile(r"/|/_nicegui(_ws)?/.*|/dashboard(/approvals|/leads/[^/]+)?")


class Site:
    """The pages and what they are made of."""

    def __init__(self, parts: Parts, play: Play, auth: Auth) -> None:
        os.environ["NICEGUI_STORAGE_PATH"] = str(parts.settings.data / "pages")
        from nicegui import core, ui

        from channels.web.pages import dashboard, desk, leadpage, sandbox

        core.app.config.socket_io_js_transports = ["websocket"]
        self._app = FastAPI(openapi_url=None)
        if parts.settings.sandbox:
            sandbox.install(parts, play)
        else:
            ui.page("/")(lambda: RedirectResponse("/dashboard"))
        for page in (dashboard, desk, leadpage):
            page.install(parts, auth)
        ui.run_with(
            self._app,
            title="SalesFlow",
            favicon=_MARK,
            dark=None,
            binding_refresh_interval=None,
            reconnect_timeout=30,
            tailwind=False,
            show_welcome_message=False,
        )

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        async with self._app.router.lifespan_context(self._app):
            yield

    def serves(self, path: str) -> bool:
        return bool(_OWN.fullmatch(path))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["content-security-policy"] = _POLICY
            await send(message)

        await self._app(scope, receive, with_policy)


class Beside:
    """Lets the site answer what is its own."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = self.site if scope["type"] != "lifespan" and self.site.serves(scope["path"]) else self.app
        await asked(scope, receive, send)


_MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#155e63"/>'
    '<path d="M9 20.5c2.2 2.6 11 3.4 11-1.2 0-4.6-9-2.4-9-6.8 0-4 7.4-3.8 10-1.3" fill="none" stroke="#fff"'
    ' stroke-width="3" stroke-linecap="round"/></svg>'
)
