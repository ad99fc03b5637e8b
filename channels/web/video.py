"""The tracked video link: a person's browser is counted and sent on; previews, scanners and robots are not.

A browser that was navigated says so (``Sec-Fetch-*``, which no script can forge). Whoever does not say it gets a plain
page with one button: what only fetches never taps it.
"""

from __future__ import annotations

import re
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from channels import videos
from channels.web import plain
from channels.web.deps import House
from store.types import Language

_ROBOT = re.compile(
    r"bot\b|crawl|spider|preview|facebookexternalhit|whatsapp|telegram|slack|discord|linkedin|twitter|skype|curl|wget"
    r"|python|java/|go-http|headless|scan|monitor|fetch|proofpoint|mimecast|safelinks|barracuda",
    re.IGNORECASE,
)


def router() -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get("/v/{token}")
    async def opened(token: str, request: Request, house: House) -> Any:
        return await _answer(token, request, house, counts=navigated(request))

    @routes.post("/v/{token}")
    async def confirmed(token: str, request: Request, house: House) -> Any:
        return await _answer(token, request, house, counts=not _robot(request))

    return routes


def navigated(request: Request) -> bool:
    """Whether a person's browser goes there itself: a navigation of the top window, neither a fetch nor a preview."""
    said = request.headers
    early = [said.get(name, "") for name in ("sec-purpose", "purpose")]
    ahead = any("prefetch" in one or "preview" in one for one in early)
    top = said.get("sec-fetch-mode") == "navigate" and said.get("sec-fetch-dest") == "document"
    return top and not ahead and not _robot(request)


def _robot(request: Request) -> bool:
    agent = request.headers.get("user-agent", "")
    return not agent or _ROBOT.search(agent) is not None


async def _answer(token: str, request: Request, house: House, *, counts: bool) -> Any:
    async with house.db.write() as work:
        found = await videos.target(work, house.settings.secret(), token[:60])
        if found is not None and counts:
            await videos.watched(work, found[0], house.clock.now())
    if found is None:
        title = plain.said(plain.language(request), "video-unknown")
        return plain.page(request, title, f"<main><h1>{title}</h1></main>", status=404)
    lead, url = found
    if counts:
        return RedirectResponse(url, 303, headers={"Cache-Control": "no-store", "X-Robots-Tag": "noindex"})
    language: Language = "en" if lead.language == "en" else "de"
    title, button = plain.said(language, "video"), plain.said(language, "video-button")
    form = f'<form method="post"><button type="submit">{button}</button></form>'
    return plain.page(request, title, f"<main><h1>{title}</h1>{form}</main>")
