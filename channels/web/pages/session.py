"""Who has signed in on a page, the frame around every signed-in page, and acting as that person through the runner."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import structlog
from fastapi import Request
from fastapi.responses import RedirectResponse
from nicegui import background_tasks, ui

from channels import words
from channels.web import browser, plain
from channels.web.auth import Auth
from channels.web.deps import Parts, actor, whose
from channels.web.pages import kit
from channels.web.pages.kit import Told
from store.models import User
from store.types import ActOrigin, Option, Outcome, Say, ToolCall

log = structlog.get_logger()
_LOOK = 20.0  # what another process changed
_FADES = 12.0
_PAUSE = 1.0  # between two looks, however fast rows change
_RENEW = (
    "navigator.locks.request('salesflow', () => fetch('/api/auth/browser/renew', {method: 'POST', keepalive: true}))"
)


@dataclass(frozen=True, slots=True)
class Session:
    """One visitor's open login; ``user`` is as of the last look, with today's role."""

    house: Parts
    auth: Auth
    user: User
    family: str
    told: Told

    @property
    def scope(self) -> tuple[int, int | None]:
        """(team, user) of what the person may see: a rep own leads, a leader the team's."""
        return self.user.team_id, whose(self.user)

    async def act(self, tool: str, arguments: Mapping[str, Any]) -> Outcome:
        """One act as this person, through the runner like every other."""
        call = ToolCall(tool, dict(arguments), f"page:{uuid.uuid4().hex}")
        return await self.house.runner(actor(self.user), call, ActOrigin(source="rest"))


async def enter(request: Request, house: Parts, auth: Auth) -> Session | RedirectResponse:
    """The session of the browser that asks, else the way to the sign-in page and back."""
    claimed = auth.claims(request.cookies.get(browser.ACCESS, ""))
    user = await auth.still(*claimed) if claimed else None
    if claimed is None or user is None:
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(back)}")
    return Session(house, auth, user, claimed[1], Told(plain.language(request), user.zone))


def frame(request: Request, session: Session, title: str, here: str) -> Any:
    """Dresses the page and draws its top; use the result as the context of the page's content."""
    told = session.told
    dark = kit.dress(request, told, f"{title} · SalesFlow")
    ui.timer(180, lambda: ui.run_javascript(_RENEW), immediate=False)
    with kit.box("site"):
        with kit.box("top", "header"):
            with kit.box("brand", "a") as home:
                kit.box("mark")
                kit.text("SalesFlow", "name", "span")
            home._props["href"] = "/dashboard"
            with kit.box("nav", "nav"):
                ways = [("dashboard", "/dashboard"), ("approvals", "/dashboard/approvals")]
                for name, path in ways + ([("sandbox", "/")] if session.house.settings.sandbox else []):
                    link = kit.text(told(f"nav-{name}"), "way here" if name == here else "way", "a")
                    link._props["href"] = path
            with kit.box("tools"):
                kit.choices(told, dark)
                _leave(session)
        content = kit.box("content", "main")
    return content


def _leave(session: Session) -> None:
    told = session.told
    with kit.avatar(session.user.name, "me") as face:
        face._props.update({"role": "button", "tabindex": "0", "aria-label": told("account")})
        with ui.menu().classes("sheet"):
            kit.text(session.user.name, "strong item")
            js = "() => fetch('/api/auth/browser/logout', {method: 'POST'}).finally(() => location.href = '/login')"
            ui.menu_item(told("sign-out")).classes("item").on("click", js_handler=js)


def live(session: Session, look: Callable[[], Awaitable[None]]) -> None:
    """Calls ``look`` whenever rows changed, at most once a second; ends with the page or the login."""
    client = ui.context.client
    rang = asyncio.Event()
    stop = session.house.db.pulse.listen(rang.set)

    async def follow() -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(rang.wait(), _LOOK)
            await kit.in_sight(client)
            rang.clear()
            try:
                if await session.auth.still(session.user.id, session.family) is None:
                    client.run_javascript("location.href = '/login'")
                    return
                await look()
            except Exception as error:  # a page that missed one look shows the next
                log.warning("page_look_failed", error=type(error).__name__)
            await asyncio.sleep(_PAUSE)

    task = background_tasks.create(follow(), name="page", context=client)
    client.on_delete(lambda: (stop(), task.cancel()))


class Asking:
    """Says below the page what became of an act, with the ways on that it offers; what is done fades by itself."""

    def __init__(self, session: Session, after: Callable[[], Awaitable[None]]) -> None:
        self._session, self._after = session, after
        self._bar = kit.box("result")
        self._bar._props.update({"role": "status"})

    async def act(self, tool: str, arguments: Mapping[str, Any]) -> None:
        self._show(await self._session.act(tool, arguments))
        await self._after()

    def _show(self, outcome: Outcome) -> None:
        told = self._session.told
        self._bar.clear()
        with self._bar:
            kit.text(words.say(told.language, outcome.say), "words")
            with kit.box("acts"):
                for option in outcome.options:
                    self._way(option)
                kit.button(told("close"), "quiet", self._bar.clear)
            if outcome.status == "done":
                ui.timer(_FADES, self._bar.clear, once=True)

    def _way(self, option: Option) -> None:
        if option.tool is None:
            return
        language = self._session.told.language
        label = words.say(language, option.label) if isinstance(option.label, Say) else option.label
        tool, arguments = option.tool, dict(option.arguments)
        kit.button(label, "change", lambda: self.act(tool, arguments))
