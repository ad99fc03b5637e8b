"""A mailbox at Google or Microsoft: its person agrees once in a browser, short-lived keys are fetched from then on.

What was granted lies in one file below ``data`` that nobody else may read. Source: RFC 6749 (code and refresh token),
RFC 7636 (PKCE); the key is handed to SMTP and IMAP as XOAUTH2.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from channels import calling
from channels.base import NotSent, Unclear
from store import private
from store.settings import Settings

# Both let a program on anybody's machine be sent back here; the page does not open, its address is what counts.
REDIRECT = "http://localhost"
_EARLY = 120.0  # seconds before its end a key is fetched anew


@dataclass(frozen=True, slots=True)
class _Vendor:
    auth: str
    token: str
    scope: str
    more: Mapping[str, str] = field(default_factory=dict)


_VENDORS = {
    "google": _Vendor(
        "https://accounts.google.com/o/oauth2/v2/auth",
        "https://oauth2.googleapis.com/token",
        "https://mail.google.com/",
        {"access_type": "offline", "prompt": "consent"},
    ),
    "microsoft": _Vendor(
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        "offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send",
    ),
}


class NotGranted(Exception):
    """The agreement did not come to an end; the text says what to do."""


class Keys:
    """The mailbox's key of the hour; ``None`` from ``of`` where a password is used."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._key, self._until = "", 0.0
        self._lock = asyncio.Lock()

    async def key(self, *, fresh: bool = False) -> str:
        """A key that still counts; ``fresh`` when the last one was refused. Raises NotSent."""
        refused = self._key if fresh else None
        async with self._lock:
            if self._key == refused or time.monotonic() > self._until:
                await self._fetch()
            return self._key

    async def _fetch(self) -> None:
        kept = private.read(_file(self._settings)) or {}
        if not kept.get("refresh_token"):
            raise NotSent("account_login", calling.LOGIN)
        form = {"grant_type": "refresh_token", "refresh_token": str(kept["refresh_token"])}
        found = await _asked(self._settings, form)
        self._key = str(found["access_token"])
        self._until = time.monotonic() + float(found.get("expires_in") or 0) - _EARLY
        if found.get("refresh_token"):  # Microsoft renews it at every use
            private.write(_file(self._settings), {"refresh_token": str(found["refresh_token"])})


def keys(settings: Settings) -> Keys | None:
    """None where the mailbox is opened with a password."""
    return None if settings.mail_login == "password" else Keys(settings)


def granted(settings: Settings) -> bool:
    return bool((private.read(_file(settings)) or {}).get("refresh_token"))


@dataclass(frozen=True, slots=True)
class Asking:
    """``url`` is where the person agrees; the address her browser ends on goes to ``finish``."""

    url: str
    state: str
    verifier: str


def begin(settings: Settings) -> Asking:
    """Raises NotGranted when a setting is missing."""
    vendor = _vendor(settings)
    if not settings.mail_client_id:
        raise NotGranted("MAIL_CLIENT_ID is empty: register the program first (docs/operations.md).")
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(64)
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "client_id": settings.mail_client_id,
        "redirect_uri": REDIRECT,
        "response_type": "code",
        "scope": vendor.scope,
        "state": state,
        "login_hint": settings.mail_from,
        "code_challenge": digest,
        "code_challenge_method": "S256",
        **vendor.more,
    }
    return Asking(f"{settings.mail_auth_url or vendor.auth}?{urlencode(asked)}", state, verifier)


async def finish(settings: Settings, asking: Asking, address: str) -> None:
    """Exchanges the code in the ``address`` the browser ended on and keeps what was granted. Raises NotGranted."""
    told = {name: value[0] for name, value in parse_qs(urlsplit(address.strip()).query).items()}
    if told.get("error"):
        raise NotGranted(f"It was not agreed to ({told['error'][:80]}).")
    if not told.get("code") or not secrets.compare_digest(told.get("state", "").encode(), asking.state.encode()):
        raise NotGranted("That is not the address this login ended on. Start again.")
    form = {"grant_type": "authorization_code", "code": told["code"], "redirect_uri": REDIRECT}
    try:
        found = await _asked(settings, {**form, "code_verifier": asking.verifier})
    except NotSent as error:
        raise NotGranted(f"The code was not accepted ({error.reason}). Start again.") from None
    if not found.get("refresh_token"):
        raise NotGranted("No lasting permission was granted. Remove the program's access there and start again.")
    private.write(_file(settings), {"refresh_token": str(found["refresh_token"])})


async def _asked(settings: Settings, form: dict[str, str]) -> dict[str, Any]:
    """The token address's answer. Raises NotSent."""
    secret = settings.mail_client_secret.get_secret_value()
    form = {**form, "client_id": settings.mail_client_id, **({"client_secret": secret} if secret else {})}
    async with calling.client() as http:
        try:
            answer = await calling.call(http, "POST", settings.mail_token_url or _vendor(settings).token, data=form)
        except Unclear:
            raise NotSent("provider_unreachable") from None
    found = calling.body(answer)
    if answer.is_success and isinstance(found, dict) and found.get("access_token"):
        return found
    refused = 400 <= answer.status_code < 500 and answer.status_code != 429
    raise NotSent("account_login", calling.LOGIN) if refused else NotSent("provider_unreachable")


def _vendor(settings: Settings) -> _Vendor:
    try:
        return _VENDORS[settings.mail_login]
    except KeyError:
        raise NotGranted("MAIL_LOGIN is password: set it to google or microsoft first.") from None


def _file(settings: Settings) -> Path:
    return settings.data / "mailbox.json"
