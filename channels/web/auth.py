"""Logins: short access tokens, refresh tokens that rotate, passwords checked away from the event loop (SAFETY wall 15).

An access token names its login's family; a family that was ended ends its access tokens too. Everything here is on
real time: moving the sandbox's clock logs nobody out.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import secrets
import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import jwt
from anyio import CapacityLimiter, to_thread
from pwdlib import PasswordHash

from store.clock import SystemClock
from store.db import Database, Work
from store.models import RefreshToken, User
from store.ports import Clock
from store.queries import logins, people
from store.settings import Settings

ALGORITHM = "HS256"
ISSUER = "salesflow"
AUDIENCE = "salesflow-api"
CLAIMS = ["exp", "iat", "aud", "iss", "sub", "jti"]
MOST_FAILURES = 10
FAILURES_WITHIN = timedelta(minutes=15)
# Argon2 takes 64 MiB for each check: two at once bound what a flood of logins can use.
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """``expires_in`` are the access token's seconds."""

    access_token: str
    refresh_token: str
    expires_in: int


class TooManyFailures(Exception):
    """``seconds`` until the next try may be made."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Passwords:
    """Argon2 in a thread. An unknown user costs the same time as a wrong password."""

    def __init__(self) -> None:
        self._limiter: CapacityLimiter | None = None

    @cached_property
    def _hash(self) -> PasswordHash:
        return PasswordHash.recommended()

    @cached_property
    def _nobody(self) -> str:
        return self._hash.hash(secrets.token_hex(16))

    async def matches(self, digest: str | None, password: str) -> bool:
        """False too when there is no digest to compare with."""
        if self._limiter is None:
            self._limiter = CapacityLimiter(_AT_ONCE)
        return await to_thread.run_sync(self._verify, digest, password, limiter=self._limiter)

    def _verify(self, digest: str | None, password: str) -> bool:
        known = self._hash.verify(password, digest or self._nobody)
        return known and digest is not None


class Auth:
    def __init__(self, settings: Settings, db: Database, real: Clock | None = None) -> None:
        self._db = db
        self._real = real or SystemClock()
        self._lifetime = timedelta(minutes=settings.access_minutes)
        self._refresh = timedelta(days=settings.refresh_days)
        self._secret = settings.secret()
        self._passwords = Passwords()

    def _derived(self, purpose: str, data: str = "") -> bytes:
        return hmac.new(self._secret, f"{purpose}\n{data}".encode(), hashlib.sha256).digest()

    async def login(self, username: str, password: str, address: str) -> Pair | None:
        """None for a wrong name or password. Raises TooManyFailures."""
        key = self._derived("login", f"{username}\n{address}").hex()
        async with self._db.write() as work:
            now = self._real.now()
            wait = await logins.attempt(work.scope(), key, now, most=MOST_FAILURES, within=FAILURES_WITHIN)
        if wait is not None:
            raise TooManyFailures(max(1, math.ceil(wait.total_seconds())))
        async with self._db.read() as scope:
            user = await people.user_by_login(scope, username)
        if not await self._passwords.matches(user.password_hash if user else None, password) or user is None:
            return None
        async with self._db.write() as work:
            await logins.forgive(work.scope(), key)
            await logins.tidy(work.scope(), user.id, self._real.now())
            return self._issue(work, user, uuid.uuid4().hex)

    async def refresh(self, token: str) -> Pair | None:
        """A new pair for an unused token. A used one is somebody's copy: it ends the whole login."""
        async with self._db.write() as work:
            scope, now = work.scope(), self._real.now()
            row = await logins.token(scope, _digest(token))
            if row is None or row.expires_at <= now:
                return None
            if row.used_at is not None:
                await logins.void(scope, row.family)
                return None
            user = await people.user(scope, row.user_id)
            if user is None:
                return None
            row.used_at = now
            return self._issue(work, user, row.family)

    async def logout(self, token: str) -> None:
        """Ends the login a refresh token belongs to; an unknown token has nothing to end."""
        async with self._db.write() as work:
            row = await logins.token(work.scope(), _digest(token))
            if row is not None:
                await logins.void(work.scope(), row.family)

    async def user(self, access_token: str) -> User | None:
        """Whose token it is, with today's role; None for anything that is not a valid token of an open login."""
        claimed = self.claims(access_token)
        return await self.still(*claimed) if claimed is not None else None

    async def still(self, user_id: int, family: str) -> User | None:
        """The user with today's role, while their login is open."""
        async with self._db.read() as scope:
            return await logins.signed_in(scope, user_id, family)

    def claims(self, access_token: str) -> tuple[int, str] | None:
        """(user id, login's family) of a valid token; whether that login is still open only the rows know."""
        try:
            claims = jwt.decode(
                access_token,
                self._derived("access-token"),
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                issuer=ISSUER,
                options={"require": [*CLAIMS, "sid"]},
            )
            user_id, family = int(claims["sub"]), str(claims["sid"])
            lifetime = claims["exp"] - claims["iat"]
        except (jwt.PyJWTError, ValueError, TypeError):
            return None
        if lifetime > self._lifetime.total_seconds() or not 0 < user_id < 2**63:
            return None
        return user_id, family

    def seconds_left(self, access_token: str) -> float:
        """How long a valid access token still holds; 0 for any other."""
        if self.claims(access_token) is None:
            return 0.0
        told = jwt.decode(access_token, options={"verify_signature": False})
        return max(0.0, float(told["exp"]) - self._real.now().timestamp())

    def _issue(self, work: Work, user: User, family: str) -> Pair:
        now = self._real.now()
        refresh = secrets.token_urlsafe(32)
        work.session.add(
            RefreshToken(user_id=user.id, family=family, digest=_digest(refresh), expires_at=now + self._refresh)
        )
        issued = int(now.timestamp())
        seconds = int(self._lifetime.total_seconds())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(user.id),
            "sid": family,
            "jti": uuid.uuid4().hex,
            "iat": issued,
            "exp": issued + seconds,
        }
        return Pair(jwt.encode(claims, self._derived("access-token"), ALGORITHM), refresh, seconds)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
