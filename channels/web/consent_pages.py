"""What strangers open from a mail: plain pages that say what a tap does. Only a POST acts, never a GET (RFC 8058)."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from channels import optin, words
from channels.web.deps import House, Parts
from store.types import Language, Say

_STYLE = (
    "body{font:18px/1.5 system-ui,sans-serif;max-width:34em;margin:12vh auto;padding:0 1em;color:#222;background:#fff}"
    "button{font:inherit;padding:.6em 1.4em;border:0;border-radius:.4em;background:#1a5fb4;color:#fff;cursor:pointer}"
)
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    "content-security-policy": f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
}
_UNKNOWN = "page-link-unknown"


def router() -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get("/unsubscribe/{token}")
    async def leaving(token: str, house: House) -> Any:
        async with house.db.write() as work:
            lead = await optin.addressee(work, house.settings.secret(), token)
        if lead is None:
            return _page("de", _UNKNOWN, status=404)
        return _page(optin.speaks(lead), "page-unsubscribe", button="page-unsubscribe-button")

    @routes.post("/unsubscribe/{token}")
    async def left(token: str, house: House) -> Any:
        return await _done(house, optin.unsubscribe, token, "page-unsubscribed")

    @routes.get("/confirm/{token}")
    async def agreeing(token: str, house: House) -> Any:
        async with house.db.write() as work:
            found = await optin.asked(work, house.settings.secret(), token, house.clock.now())
        if found is None:
            return _page("de", _UNKNOWN, status=404)
        code, lead = found
        return _page(optin.speaks(lead), "page-confirm", button="page-confirm-button", address=masked(code.address))

    @routes.post("/confirm/{token}")
    async def agreed(token: str, house: House) -> Any:
        return await _done(house, optin.confirm, token, "page-confirmed")

    return routes


def masked(address: str) -> str:
    """Enough for its owner to know it, too little for anybody else: ``a…@example.org``."""
    local, _, domain = address.partition("@")
    return f"{local[:1]}…@{domain}"


async def _done(house: Parts, act: Callable[..., Awaitable[Any]], token: str, key: str) -> HTMLResponse:
    async with house.db.write() as work:
        lead = await act(work, house.outbox, token, house.clock.now())
    return _page(optin.speaks(lead), key) if lead is not None else _page("de", _UNKNOWN, status=404)


def _page(language: Language, key: str, *, button: str = "", status: int = 200, address: str = "") -> HTMLResponse:
    text = html.escape(words.say(language, Say(key, {"address": address} if address else {})))
    form = ""
    if button:
        form = (
            f'<form method="post"><button type="submit">{html.escape(words.say(language, Say(button)))}</button></form>'
        )
    page = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>SalesFlow</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><p>{text}</p>{form}</body></html>"
    )
    return HTMLResponse(page, status, headers=_HEADERS)
