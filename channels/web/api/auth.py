"""Login, refresh, logout."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from channels.web.auth import Pair, TooManyFailures
from channels.web.deps import CHALLENGE, Body, Logins, Person, actor
from channels.web.errors import Problem, responses


class LoginBody(Body):
    username: str = Field(min_length=1, max_length=200, examples=["max"])
    password: str = Field(min_length=1, max_length=1024, examples=["demo"])


class RefreshBody(Body):
    refresh_token: str = Field(min_length=1, max_length=200)


class Tokens(BaseModel):
    """``expires_in`` are seconds of the access token; a refresh token works once."""

    access_token: str
    refresh_token: str
    expires_in: int = Field(examples=[900])
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - the scheme's name


class Me(BaseModel):
    """``id`` is what other routes call the rep: creatorId, chatterId, owner_id."""

    id: int
    username: str | None
    name: str
    role: Literal["rep", "leader", "admin"]
    language: Literal["de", "en"]
    zone: str


def _answer(pair: Pair) -> dict[str, Any]:
    return {
        "access_token": pair.access_token,
        "refresh_token": pair.refresh_token,
        "expires_in": pair.expires_in,
    }


def router() -> APIRouter:
    routes = APIRouter(prefix="/api/auth", tags=["login"], responses=responses(400, 413, 415, 422))

    @routes.post("/login", response_model=Tokens, responses=responses(401, 429))
    async def login(body: LoginBody, request: Request, logins: Logins) -> Any:
        """Ten wrong tries for a name from one address are enough for a quarter of an hour."""
        address = request.client.host if request.client else ""
        try:
            pair = await logins.login(body.username, body.password, address)
        except TooManyFailures as failures:
            wait = {"Retry-After": str(failures.seconds)}
            raise Problem(429, f"Too many tries. Wait {failures.seconds} seconds.", headers=wait) from None
        if pair is None:
            raise Problem(401, "The name or the password is wrong.", headers=CHALLENGE)
        return _answer(pair)

    @routes.post("/refresh", response_model=Tokens, responses=responses(401))
    async def refresh(body: RefreshBody, logins: Logins) -> Any:
        """A new pair. Using a refresh token a second time ends the whole login."""
        pair = await logins.refresh(body.refresh_token)
        if pair is None:
            raise Problem(401, "This refresh token is not valid any more. Log in again.", headers=CHALLENGE)
        return _answer(pair)

    @routes.get("/me", response_model=Me, responses=responses(401, 429))
    async def me(user: Person) -> Any:
        """Whose login this is, with today's role."""
        who = actor(user)
        return {**{n: getattr(who, n) for n in ("id", "name", "role", "language", "zone")}, "username": user.login}

    @routes.post("/logout", status_code=204)
    async def logout(body: RefreshBody, logins: Logins) -> None:
        """Ends the login with all its tokens, the access tokens too."""
        await logins.logout(body.refresh_token)

    return routes
