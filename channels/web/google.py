"""Where Google sends a rep back to after the login: the grant is fetched and kept, the page says so."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from channels.web import plain
from channels.web.deps import House
from tools.clients import google_login


def router() -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get("/api/google/callback")
    async def callback(
        request: Request,
        house: House,
        state: Annotated[str, Query(max_length=2000)] = "",
        code: Annotated[str, Query(max_length=2000)] = "",
    ) -> Any:
        key, status = "calendar-connected", 200
        try:
            await asyncio.to_thread(google_login.finish, house.settings, state, code)
        except google_login.NotConnected:
            key, status = "calendar-refused", 400
        title = plain.said(plain.language(request), key)
        return plain.page(request, title, f"<main><h1>{title}</h1></main>", status=status)

    return routes
