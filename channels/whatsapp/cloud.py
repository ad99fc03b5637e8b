"""Meta's WhatsApp Cloud API: several numbers of one app, each an account named by its phone number id."""

from __future__ import annotations

import hmac

from channels.base import Capabilities, Event, Provider, Reply, Request
from channels.whatsapp import meta
from store import strict_json
from store.settings import Settings


class Cloud(Provider):
    name = "cloud"
    channel = "whatsapp"
    capabilities = Capabilities(
        limit=4096, buttons=3, edit=False, window=True, doubt="echo", label=20, rows=10, body=1024, files=100 * 2**20,
        per_second=80, per_chat=6, chat_burst=20,
    )  # fmt: skip

    def __init__(self, settings: Settings) -> None:
        self._secret = settings.whatsapp_cloud_app_secret.get_secret_value().encode()
        self._verify = settings.whatsapp_cloud_verify_token.get_secret_value()
        self.accounts = tuple(
            part.strip() for part in settings.whatsapp_cloud_phone_number_id.split(",") if part.strip()
        )
        self.hooked = bool(self._secret)
        self.sends = bool(settings.whatsapp_cloud_token.get_secret_value() and self.accounts)

    def handshake(self, request: Request) -> Reply | None:
        query = request.query
        fits = hmac.compare_digest(query.get("hub.verify_token", "").encode(), self._verify.encode())
        if not self._verify or not fits or query.get("hub.mode") != "subscribe":
            return None
        return Reply(query.get("hub.challenge", ""))

    def genuine(self, request: Request) -> bool:
        return meta.signed(self._secret, request.body, request.headers.get("x-hub-signature-256"))

    def parse(self, request: Request) -> list[Event]:
        return meta.events(strict_json.loads(request.body))


def provider(settings: Settings) -> Provider:
    return Cloud(settings)
