"""The chat page of a team's website: plain HTML with one script of our own, to be opened or embedded anywhere.

A visitor is a random word that her browser keeps; rows know only its digest. What she writes comes in through the door
like everything else and proves nothing about who she is.
"""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from channels.web import plain
from channels.web.deps import Body, House, Parts
from channels.web.errors import Problem
from channels.web.limits import Limiter
from channels.web.plain import escape, said
from store.models import Account
from store.queries import intake, lines, people
from store.types import Inbound

_SCRIPTS = Path(__file__).with_name("pages")
Visitor = Annotated[str | None, Header(alias="X-Visitor", pattern="^[0-9a-f]{32}$")]


class ChatBody(Body):
    text: Annotated[str, Field(min_length=1, max_length=4000)]
    key: Annotated[str, Field(pattern="^[0-9a-zA-Z-]{8,64}$", description="The same key has one effect")]


class ChatSent(BaseModel):
    visitor: str


class ChatItem(BaseModel):
    id: int
    mine: bool
    text: str
    at: str


def router() -> APIRouter:
    routes = APIRouter(prefix="/chat", tags=["website"], include_in_schema=False)
    visitors, newcomers = Limiter(30, 15), Limiter(60, 30)

    @routes.get("/{site_key}")
    async def page(site_key: str, request: Request, house: House) -> HTMLResponse:
        account = await _account(house, site_key)
        async with house.db.read() as scope:
            team = await people.team(scope, account.team_id)
        return _page(request, team.name if team is not None else "SalesFlow")

    @routes.get("/{site_key}/embed.js")
    async def embed(site_key: str, house: House) -> Response:
        """One line for a website: a button that opens the chat in a frame."""
        await _account(house, site_key)
        headers = {"Cache-Control": "public, max-age=3600", "Cross-Origin-Resource-Policy": "cross-origin"}
        return Response(_script("embed.js"), media_type="text/javascript", headers=headers)

    @routes.post("/{site_key}/messages", response_model=ChatSent)
    async def write(site_key: str, body: ChatBody, request: Request, house: House, visitor: Visitor = None) -> Any:
        account = await _account(house, site_key)
        word = visitor or secrets.token_hex(16)
        if visitor is not None:
            visitors.take(visitor)
        else:
            newcomers.take(f"{account.id} {request.client.host if request.client else ''}")
        who = _digest(word)
        await house.inbox.accept(
            Inbound("web", who, f"web-{who}-{body.key}", text=body.text.strip(), account=account.name)
        )
        return {"visitor": word}

    @routes.get("/{site_key}/messages", response_model=list[ChatItem])
    async def read(site_key: str, house: House, visitor: Visitor = None) -> Any:
        """The last of what was said, oldest first; the page knows what it shows already."""
        account = await _account(house, site_key)
        if visitor is None:
            return []
        async with house.db.read() as scope:
            conversation = await people.conversation(scope, account.id, _digest(visitor))
            rows = await lines.shown(scope, conversation.id) if conversation is not None else []
        return [
            {"id": row.id, "mine": row.direction == "in", "text": row.text, "at": row.at.isoformat()} for row in rows
        ]

    return routes


async def _account(house: Parts, site_key: str) -> Account:
    async with house.db.read() as scope:
        account = await intake.by_site_key(scope, site_key[:200])
    if account is None:
        raise Problem(404, "There is no chat at this address.")
    return account


def _digest(word: str) -> str:
    return "v-" + hashlib.sha256(word.encode()).hexdigest()[:32]


def _script(name: str) -> str:
    return (_SCRIPTS / name).read_text("utf-8")


def _page(request: Request, team: str) -> HTMLResponse:
    language = plain.language(request)
    title = said(language, "chat-title", team=team)
    body = (
        f'<main class="chat"><header><div class="mark"></div><div><h1>{title}</h1>'
        f'<p class="hint">{said(language, "chat-hint")}</p></div></header>'
        '<ol class="talk" aria-live="polite"></ol>'
        f'<p class="wrong" hidden role="alert">{said(language, "chat-failed")}</p>'
        f'<form class="say"><label class="hidden" for="text">{said(language, "chat-say")}</label>'
        f'<textarea id="text" name="text" rows="1" maxlength="4000" required autocomplete="off"'
        f' placeholder="{escape(said(language, "chat-say"))}"></textarea>'
        f'<button class="go" type="submit">{said(language, "chat-send")}</button></form></main>'
    )
    response = plain.page(request, title, body, script=_script("chat.js"))
    policy = response.headers["Content-Security-Policy"]
    response.headers["Content-Security-Policy"] = policy.replace("frame-ancestors 'none'", "frame-ancestors *")
    return response
