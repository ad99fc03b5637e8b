"""Logins over a real store: rotation, reuse, forged and outdated tokens, counted failures (SAFETY wall 15)."""

from __future__ import annotations

import base64
import json
import time
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from channels.web.auth import ALGORITHM, AUDIENCE, CLAIMS, ISSUER, MOST_FAILURES, Auth, TooManyFailures
from store.db import Database
from store.models import Team, User
from store.settings import Settings
from tests.support.web_house import blank

# Cheap parameters: these tests are about logins, not about how long Argon2 takes.
FAST = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=1024, parallelism=1),))
SECRET = FAST.hash("geheim")


class Wrist:
    """Real time that a test may shift."""

    def __init__(self) -> None:
        self.shift = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.shift


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    await blank(tmp_path / "test.db")
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'test.db'}")
    async with database.write() as work:
        team = Team(name="T")
        work.session.add(team)
        await work.session.flush()
        for login, role in (("max", "rep"), ("lena", "leader")):
            work.session.add(User(team_id=team.id, login=login, name=login.title(), role=role, password_hash=SECRET))
        work.session.add(User(team_id=team.id, login="ohne", name="Ohne"))
    yield database
    await database.close()


@pytest.fixture
def wrist() -> Wrist:
    return Wrist()


@pytest.fixture
def auth(db: Database, wrist: Wrist, tmp_path: Path) -> Auth:
    return Auth(Settings(data=tmp_path, _env_file=None), db, wrist)


def _claims(auth: Auth, token: str) -> dict[str, Any]:
    found: dict[str, Any] = jwt.decode(
        token, auth._derived("access-token"), algorithms=[ALGORITHM], audience=AUDIENCE, issuer=ISSUER
    )
    return found


async def test_login_gives_a_short_token_with_all_claims(auth: Auth) -> None:
    pair = await auth.login("max", "geheim", "1.2.3.4")
    assert pair is not None
    claims = _claims(auth, pair.access_token)
    assert set(CLAIMS) <= claims.keys()
    assert claims["exp"] - claims["iat"] == pair.expires_in <= 15 * 60
    user = await auth.user(pair.access_token)
    assert user is not None and user.login == "max"


@pytest.mark.parametrize(
    ("name", "password"),
    [("max", "falsch"), ("max", ""), ("niemand", "geheim"), ("ohne", "geheim"), ("ohne", ""), ("MAX", "geheim")],
)
async def test_wrong_names_and_passwords(auth: Auth, name: str, password: str) -> None:
    assert await auth.login(name, password, "a") is None


async def test_an_unknown_name_costs_a_password_check(auth: Auth, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    real = PasswordHash.verify

    def verify(self: PasswordHash, password: str | bytes, digest: str | bytes) -> bool:
        checked.append(str(digest))
        return real(self, password, digest)

    monkeypatch.setattr(PasswordHash, "verify", verify)
    await auth.login("niemand", "x", "a")
    await auth.login("ohne", "x", "a")
    assert len(checked) == 2 and all(digest.startswith("$argon2id$") for digest in checked)


async def test_the_role_is_read_at_each_call(auth: Auth, db: Database) -> None:
    pair = await auth.login("max", "geheim", "a")
    assert pair is not None
    async with db.write() as work:
        user = await work.session.get(User, int(_claims(auth, pair.access_token)["sub"]))
        assert user is not None
        user.role = "leader"
    found = await auth.user(pair.access_token)
    assert found is not None and found.role == "leader"


async def test_refresh_rotates(auth: Auth) -> None:
    first = await auth.login("max", "geheim", "a")
    assert first is not None
    second = await auth.refresh(first.refresh_token)
    assert second is not None and second.refresh_token != first.refresh_token
    third = await auth.refresh(second.refresh_token)
    assert third is not None and await auth.user(third.access_token) is not None


async def test_a_used_refresh_token_ends_the_whole_login(auth: Auth) -> None:
    first = await auth.login("max", "geheim", "a")
    other = await auth.login("max", "geheim", "b")
    assert first is not None and other is not None
    second = await auth.refresh(first.refresh_token)
    assert second is not None
    assert await auth.refresh(first.refresh_token) is None
    assert await auth.refresh(second.refresh_token) is None
    assert await auth.user(second.access_token) is None
    assert await auth.user(other.access_token) is not None


async def test_logout_ends_access_too_and_may_be_repeated(auth: Auth) -> None:
    pair = await auth.login("max", "geheim", "a")
    assert pair is not None
    await auth.logout(pair.refresh_token)
    await auth.logout(pair.refresh_token)
    await auth.logout("nie gesehen")
    assert await auth.user(pair.access_token) is None
    assert await auth.refresh(pair.refresh_token) is None


async def test_an_old_refresh_token_is_over(auth: Auth, wrist: Wrist) -> None:
    pair = await auth.login("max", "geheim", "a")
    assert pair is not None
    wrist.shift = timedelta(days=30, seconds=1)
    assert await auth.refresh(pair.refresh_token) is None


async def test_an_old_access_token_is_over(auth: Auth, wrist: Wrist) -> None:
    wrist.shift = timedelta(minutes=-16)
    pair = await auth.login("max", "geheim", "a")
    assert pair is not None
    assert await auth.user(pair.access_token) is None


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


async def test_forged_tokens(auth: Auth) -> None:
    pair = await auth.login("max", "geheim", "a")
    assert pair is not None
    claims, key = _claims(auth, pair.access_token), auth._derived("access-token")
    head, body, signature = pair.access_token.split(".")
    now = int(time.time())
    forged = [
        "",
        "x",
        "a.b.c",
        pair.refresh_token,
        f"{_part({'alg': 'none', 'typ': 'JWT'})}.{body}.",
        f"{head}.{_part({**claims, 'sub': '2'})}.{signature}",
        jwt.encode(claims, "another key, which is long enough for HS256", ALGORITHM),
        jwt.encode(claims, key * 2, "HS512"),
        jwt.encode({**claims, "iss": "other"}, key, ALGORITHM),
        jwt.encode({**claims, "aud": "other"}, key, ALGORITHM),
        jwt.encode({**claims, "exp": now - 1}, key, ALGORITHM),
        jwt.encode({**claims, "iat": now + 600, "exp": now + 900}, key, ALGORITHM),
        jwt.encode({**claims, "exp": now + 86_400}, key, ALGORITHM),
        jwt.encode({**claims, "sub": "-1"}, key, ALGORITHM),
        jwt.encode({**claims, "sub": "max"}, key, ALGORITHM),
        jwt.encode({**claims, "sub": str(2**80)}, key, ALGORITHM),
        jwt.encode({**claims, "sub": "2"}, key, ALGORITHM),
        jwt.encode({**claims, "sid": uuid.uuid4().hex}, key, ALGORITHM),
        *(jwt.encode({k: v for k, v in claims.items() if k != gone}, key, ALGORITHM) for gone in [*CLAIMS, "sid"]),
    ]
    for token in forged:
        assert await auth.user(token) is None, token
    assert await auth.user(jwt.encode(claims, key, ALGORITHM)) is not None


async def test_ten_failures_are_enough_for_a_quarter_of_an_hour(auth: Auth, wrist: Wrist) -> None:
    for _ in range(MOST_FAILURES):
        assert await auth.login("max", "falsch", "a") is None
    with pytest.raises(TooManyFailures) as caught:
        await auth.login("max", "geheim", "a")
    assert 14 * 60 < caught.value.seconds <= 15 * 60
    assert await auth.login("max", "geheim", "another address") is not None
    assert await auth.login("lena", "geheim", "a") is not None
    wrist.shift = timedelta(minutes=15, seconds=1)
    assert await auth.login("max", "geheim", "a") is not None


async def test_a_right_password_forgives_and_unknown_names_are_counted_too(auth: Auth) -> None:
    for _ in range(MOST_FAILURES - 1):
        await auth.login("max", "falsch", "a")
        await auth.login("niemand", "falsch", "a")
    assert await auth.login("max", "geheim", "a") is not None
    assert await auth.login("max", "falsch", "a") is None
    assert await auth.login("niemand", "falsch", "a") is None
    with pytest.raises(TooManyFailures):
        await auth.login("niemand", "falsch", "a")


def _stored(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("test.db*"))


async def test_secrets_are_not_stored(auth: Auth, db: Database, tmp_path: Path) -> None:
    pair = await auth.login("max", "geheim", "10.9.8.7")
    await auth.login("geheim-im-namensfeld", "x", "10.9.8.7")
    assert pair is not None
    await db.close()
    stored = _stored(tmp_path)
    for secret in (pair.refresh_token, pair.access_token, "geheim-im-namensfeld", "10.9.8.7"):
        assert secret.encode() not in stored
