"""360dialog: the Cloud API's bodies behind one address, every number with a key of its own."""

from __future__ import annotations

import base64
import hashlib
import hmac
from urllib.parse import urlsplit

from channels import calling
from channels.base import Event, Provider, Request, TemplateNews
from channels.whatsapp import meta
from channels.whatsapp.graph import Graph
from store import strict_json
from store.settings import Settings, pairs


class Dialog360(Graph):
    """Accounts are named by the phone number id that stands in every webhook."""

    name = "360dialog"

    def __init__(self, settings: Settings) -> None:
        self._keys = pairs(settings.dialog360_api_key.get_secret_value(), "DIALOG360_API_KEY")
        self._secret = settings.dialog360_webhook_secret.get_secret_value().encode()
        self._base = settings.dialog360_base_url.rstrip("/")
        self.accounts = tuple(self._keys)
        self.hooked = bool(self._secret)
        self.sends = bool(self._keys)

    def messages(self, account: str) -> str:
        return f"{self._base}/messages"

    def media(self, account: str, media_id: str | None = None) -> str:
        return f"{self._base}/{media_id}" if media_id else f"{self._base}/media"

    def about(self, account: str) -> str:
        return f"{self._base}/v1/configs/templates?limit=1"

    def download(self, url: str) -> str:
        """Meta's address does not know 360dialog's key: the same path is asked of 360dialog."""
        parts = urlsplit(url)
        return f"{self._base}{parts.path}" + (f"?{parts.query}" if parts.query else "")

    def headers(self, account: str) -> dict[str, str]:
        return {"D360-API-KEY": self._keys.get(account, "")}

    async def templates(self) -> list[TemplateNews]:
        found: list[TemplateNews] = []
        for account in self.accounts:
            url, headers = f"{self._base}/v1/configs/templates", self.headers(account)
            answer = await calling.call(self.http, "GET", url, params={"limit": "1000"}, headers=headers)
            found += self._told(account, self._judged(answer).get("waba_templates"))
        return found

    def genuine(self, request: Request) -> bool:
        """A signature over the body when there is one, else the secret as the header we set with the address."""
        signature = request.headers.get("x-360dialog-signature")
        if signature is not None:
            return self._signed(request.body, signature.removeprefix("sha256="))
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        return bool(self._secret) and hmac.compare_digest(given.encode(), self._secret)

    def _signed(self, body: bytes, signature: str) -> bool:
        """Hex or base64: the provider's page does not say which."""
        digest = hmac.new(self._secret, body, hashlib.sha256).digest()
        forms = (digest.hex().encode(), base64.b64encode(digest))
        given = signature.encode("utf-8", "replace")
        return any([hmac.compare_digest(given, form) for form in forms])

    def parse(self, request: Request) -> list[Event]:
        return meta.events(strict_json.loads(request.body))


def provider(settings: Settings) -> Provider:
    return Dialog360(settings)
