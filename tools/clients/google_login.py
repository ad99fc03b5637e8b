"""Connecting a rep's Google Calendar: OAuth 2 with PKCE; what Google grants lives in 0600 files below ``data``.

The state that travels through the browser is signed, names the person, holds for ten minutes and counts once.
"""

from __future__ import annotations

import json
import secrets
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import jwt

from store import private
from store.settings import Settings

SCOPES = ("https://www.googleapis.com/auth/calendar.events", "https://www.googleapis.com/auth/calendar.freebusy")
SECONDS = 600


class NotConnected(Exception):
    """The login did not come to an end; ``reason`` is a machine name."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def configured(settings: Settings) -> bool:
    return bool(settings.google_client_id and settings.google_client_secret.get_secret_value())


def connected(settings: Settings, user_id: int) -> bool:
    return configured(settings) and _file(settings, user_id).exists()


def forget(settings: Settings, user_id: int) -> bool:
    """Ends the connection on our side; whether there was one."""
    found = _file(settings, user_id).exists()
    _file(settings, user_id).unlink(missing_ok=True)
    return found


def begin(settings: Settings, user_id: int) -> str:
    """The address at Google where the person says yes."""
    nonce, verifier = secrets.token_urlsafe(16), secrets.token_urlsafe(64)
    now = int(time.time())
    claims = {"sub": str(user_id), "iat": now, "exp": now + SECONDS, "jti": nonce, "aud": "google", "iss": "salesflow"}
    private.write(_folder(settings) / f"pending-{nonce}", {"verifier": verifier, "until": now + SECONDS})
    flow = _flow(settings, verifier)
    url, _ = flow.authorization_url(
        access_type="offline", prompt="consent", state=jwt.encode(claims, settings.secret(), algorithm="HS256")
    )
    return str(url)


def finish(settings: Settings, state: str, code: str) -> int:
    """Exchanges the code and keeps what Google granted; whose it is. Raises NotConnected. Blocking: run in a thread."""
    try:
        claims = jwt.decode(
            state,
            settings.secret(),
            algorithms=["HS256"],
            audience="google",
            issuer="salesflow",
            options={"require": ["exp", "iat", "aud", "iss", "sub", "jti"]},
        )
    except jwt.PyJWTError:
        raise NotConnected("state_invalid") from None
    pending = _folder(settings) / f"pending-{claims['jti']}"
    try:
        kept = json.loads(pending.read_text("utf-8"))
        pending.unlink()
    except (OSError, ValueError):
        raise NotConnected("state_used") from None
    flow = _flow(settings, kept["verifier"])
    try:
        flow.fetch_token(code=code)
    except Exception:
        raise NotConnected("code_refused") from None
    if not flow.credentials.refresh_token:
        raise NotConnected("no_refresh_token")
    user_id = int(claims["sub"])
    keep(settings, user_id, json.loads(flow.credentials.to_json()))
    return user_id


def credentials(settings: Settings, user_id: int) -> Any:
    """Google's credentials of a person, refreshed by themselves. Raises NotConnected."""
    from google.oauth2.credentials import Credentials

    try:
        kept = json.loads(_file(settings, user_id).read_text("utf-8"))
        expiry = datetime.fromisoformat(kept["expiry"]).replace(tzinfo=None) if kept.get("expiry") else None
        return Credentials(  # type: ignore[no-untyped-call]
            kept.get("token"),
            refresh_token=kept["refresh_token"],
            token_uri=settings.google_token_url,
            client_id=settings.google_client_id,
            client_secret=settings.google_client_secret.get_secret_value(),
            expiry=expiry,
        )
    except (OSError, ValueError, KeyError):
        raise NotConnected("not_connected") from None


def keep(settings: Settings, user_id: int, granted: dict[str, Any]) -> None:
    """Keeps what Google granted: token, refresh_token and expiry, as ``Credentials.to_json`` names them."""
    private.write(_file(settings, user_id), granted)


def _flow(settings: Settings, verifier: str) -> Any:
    from google_auth_oauthlib.flow import Flow

    client = {
        "client_id": settings.google_client_id,
        "client_secret": settings.google_client_secret.get_secret_value(),
        "auth_uri": settings.google_auth_url,
        "token_uri": settings.google_token_url,
    }
    return Flow.from_client_config(
        {"web": client},
        scopes=list(SCOPES),
        redirect_uri=f"{settings.public_base_url.rstrip('/')}/api/google/callback",
        code_verifier=verifier,
        autogenerate_code_verifier=False,
    )


def _folder(settings: Settings) -> Path:
    found = settings.data / "google"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    for pending in found.glob("pending-*"):
        if time.time() - pending.stat().st_mtime > SECONDS:
            pending.unlink(missing_ok=True)
    return found


def _file(settings: Settings, user_id: int) -> Path:
    return settings.data / "google" / f"user-{user_id}.json"
