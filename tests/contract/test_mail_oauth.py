"""A mailbox with a login in the browser: the keys are fetched, renewed and shown to real servers that check them."""

from __future__ import annotations

import base64
import stat
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiosmtpd.smtp import AuthResult

from channels import check
from channels.base import NotSent
from channels.email import oauth
from channels.email.provider import EmailProvider
from store import private
from store.settings import Settings
from store.types import Outgoing
from tests.support import mail as m
from tests.support.peer import Peer, Seen, peer
from tests.support.world import START


class Login:
    """The vendor's login: gives keys for a code or a refresh token and tells Dovecot whose key it is."""

    def __init__(self) -> None:
        self.given = 0
        self.valid: set[str] = set()
        self.refresh = "r0"
        self.withdrawn = False

    def answer(self, seen: Seen) -> tuple[int, Any]:
        if seen.path == "/info":
            key = seen.query.get("access_token", "")
            return (200, {"email": m.OWN, "expires_in": 60}) if key in self.valid else (400, {"error": "invalid_token"})
        form = seen.form
        wanted = {"authorization_code": form.get("code") == "c1", "refresh_token": form.get("refresh_token")}
        right = wanted[form["grant_type"]] in (True, self.refresh)
        if self.withdrawn or not right or form["client_id"] != "app":
            return 400, {"error": "invalid_grant"}
        self.given += 1
        self.valid, self.refresh = {f"key{self.given}"}, f"r{self.given}"
        return 200, {"access_token": f"key{self.given}", "expires_in": 3600, "refresh_token": self.refresh}


def _smtp(login: Login) -> Any:
    """aiosmtpd with the mechanism Google and Microsoft ask for."""

    async def xoauth2(self: Any, server: Any, args: list[str]) -> AuthResult:
        user, _, rest = base64.b64decode(args[1]).decode().partition("\x01")
        if user == f"user={m.OWN}" and rest.removeprefix("auth=Bearer ").strip("\x01") in login.valid:
            return AuthResult(success=True)
        await server.push("334 eyJzdGF0dXMiOiI0MDAifQ==")
        await server._reader.readline()
        return AuthResult(success=False, handled=False)

    return m.smtp(auth_required=True, auth_require_tls=False, xoauth2=xoauth2)


def settings(folder: Path, vendor: Peer, **more: Any) -> Settings:
    given = {"mail_from": m.OWN, "mail_login": "google", "mail_client_id": "app", "mail_client_secret": "geheim",
             "mail_token_url": f"{vendor.url}/token", "smtp_security": "none", "imap_security": "none"}  # fmt: skip
    return Settings(_env_file=None, data=folder, **given, **more)


def out() -> Outgoing:
    return Outgoing(7, "email", "ida@lang.example", "Hallo Ida")


async def test_the_person_agrees_once_and_mail_flows(tmp_path: Path) -> None:
    login = Login()
    async with peer(login.answer) as vendor:
        with _smtp(login) as smtp, m.dovecot(info=f"{vendor.url}/info?access_token=") as imap:
            here = {"smtp_host": "127.0.0.1", "smtp_port": smtp.port, "imap_host": "127.0.0.1", "imap_port": imap.port}
            given = settings(tmp_path, vendor, **here)
            (found,) = await check.examine(given)
            assert not found.ok and "bot.py mailbox" in found.words
            asking = oauth.begin(given)
            asked = {name: value[0] for name, value in parse_qs(urlsplit(asking.url).query).items()}
            assert asked["code_challenge_method"] == "S256" and asked["login_hint"] == m.OWN
            assert asked["access_type"] == "offline" and asked["redirect_uri"] == oauth.REDIRECT
            await oauth.finish(given, asking, f"http://localhost/?state={asking.state}&code=c1")
            assert vendor.calls[-1].form["code_verifier"] == asking.verifier
            assert stat.S_IMODE((tmp_path / "mailbox.json").stat().st_mode) == 0o600
            (found,) = await check.examine(given)
            assert found.ok, found.words
            mailer = EmailProvider(given)
            await mailer.send(out(), START)
            login.valid = set()  # the key ends before its time, at both servers
            await mailer.send(out(), START)
            assert len(smtp.arrived) == 2
            login.withdrawn, login.valid = True, set()
            with pytest.raises(NotSent, match="account_login"):
                await mailer.send(out(), START)
            (found,) = await check.examine(given)
            assert not found.ok and "run bot.py mailbox again" in found.words


async def test_what_was_renewed_is_kept_for_the_next_start(tmp_path: Path) -> None:
    login = Login()
    async with peer(login.answer) as vendor:
        given = settings(tmp_path, vendor)
        private.write(tmp_path / "mailbox.json", {"refresh_token": "r0"})
        keys = oauth.Keys(given)
        assert [await keys.key(), await keys.key()] == ["key1", "key1"]
        assert await keys.key(fresh=True) == "key2"
        assert await oauth.Keys(given).key() == "key3" and vendor.calls[-1].form["refresh_token"] == "r2"
        vendor.next(500)
        with pytest.raises(NotSent, match="provider_unreachable"):
            await oauth.Keys(given).key()


@pytest.mark.parametrize(
    "address", ["", "http://localhost/?code=c1&state=other", "http://localhost/?error=access_denied", "no address",
                "http://localhost/?state={state}&code=wrong"],
)  # fmt: skip
async def test_another_address_than_the_logins_grants_nothing(tmp_path: Path, address: str) -> None:
    async with peer(Login().answer) as vendor:
        given = settings(tmp_path, vendor)
        asking = oauth.begin(given)
        with pytest.raises(oauth.NotGranted):
            await oauth.finish(given, asking, address.replace("{state}", asking.state))
        assert not oauth.granted(given)
