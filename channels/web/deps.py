"""What the routes need: the built house, the signed-in person, and bodies that take nothing unknown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Annotated, Protocol

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict

from channels.base import Provider
from channels.intake import Intake
from channels.outbox import Outbox
from channels.sandbox import Phones
from channels.web.auth import Auth
from channels.web.errors import Problem
from channels.web.limits import Limiter
from store.clock import Movable
from store.db import Database
from store.models import User
from store.ports import Accept, Execute, Think
from store.settings import Settings
from store.types import Actor, Language, Role


class Door(Protocol):
    @property
    def accept(self) -> Accept: ...

    async def drain(self, conversation_id: int) -> int: ...


class Drive(Protocol):
    """Moves the sandbox's time, says what is due next and waits for work to end."""

    async def next_due(self, until: datetime) -> datetime | None: ...

    async def advance(self, target: datetime, move: Callable[[datetime], Awaitable[None]]) -> Mapping[str, int]: ...

    async def idle(self, seconds: float) -> bool: ...


class Parts(Protocol):
    """The built house, as far as the web side uses it (``bot.Parts``)."""

    @property
    def settings(self) -> Settings: ...

    @property
    def db(self) -> Database: ...

    @property
    def clock(self) -> Movable: ...

    @property
    def phones(self) -> Phones: ...

    @property
    def runner(self) -> Execute: ...

    @property
    def inbox(self) -> Door: ...

    @property
    def drive(self) -> Drive: ...

    @property
    def intake(self) -> Intake: ...

    @property
    def models(self) -> Think: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def providers(self) -> Mapping[str, Provider]: ...

    async def reset(self, demo: bool) -> None: ...


class Body(BaseModel):
    """A request's body: unknown fields and wrong types are refused, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)


# Both are coroutines so that no request waits for a thread, or overtakes another one in it.
async def parts(request: Request) -> Parts:
    found: Parts = request.app.state.parts
    return found


async def auth(request: Request) -> Auth:
    found: Auth = request.app.state.auth
    return found


House = Annotated[Parts, Depends(parts)]
Logins = Annotated[Auth, Depends(auth)]
_bearer = HTTPBearer(auto_error=False, description="The access_token of POST /api/auth/login.")


Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="salesflow"'}


async def person(request: Request, logins: Logins, credentials: Credentials) -> User:
    """The signed-in user, read anew for every call so that a changed role holds at once (SAFETY wall 15).

    Raises Problem 401, and 429 for one who calls too often.
    """
    user = await logins.user(credentials.credentials) if credentials else None
    if user is None:
        raise Problem(401, "Log in at POST /api/auth/login and send the access_token as Bearer.", headers=CHALLENGE)
    limiter(request).take(f"user:{user.id}")
    return user


def limiter(request: Request) -> Limiter:
    found: Limiter = request.app.state.limiter
    return found


Person = Annotated[User, Depends(person)]


def whose(user: User) -> int | None:
    """The user id a person's lists are narrowed to: a rep sees own leads, a leader the team's."""
    return user.id if actor(user).role == "rep" else None


def actor(user: User) -> Actor:
    role: Role = "admin" if user.role == "admin" else "leader" if user.role == "leader" else "rep"
    language: Language = "en" if user.language == "en" else "de"
    return Actor("user", user.id, user.team_id, user.name, role, language, user.zone)
