"""Meta's WhatsApp Cloud API: several numbers of one app, each an account named by its phone number id."""

from __future__ import annotations

import hmac
from collections.abc import Mapping

from channels import calling
from channels.base import Event, Provider, Reply, Request, TemplateNews
from channels.whatsapp import meta
from channels.whatsapp.graph import Graph
from store import strict_json
from store.settings import Settings, several


class Cloud(Graph):
    name = "cloud"

    def __init__(self, settings: Settings) -> None:
        self._token = settings.whatsapp_cloud_token.get_secret_value()
        self._secret = settings.whatsapp_cloud_app_secret.get_secret_value().encode()
        self._verify = settings.whatsapp_cloud_verify_token.get_secret_value() or self._secret.decode()
        self._business = settings.whatsapp_cloud_business_id
        self._base = settings.whatsapp_cloud_base_url.rstrip("/")
        self.accounts = several(settings.whatsapp_cloud_phone_number_id)
        self.hooked = bool(self._secret)
        self.sends = bool(self._token and self.accounts)

    def messages(self, account: str) -> str:
        return f"{self._base}/{account}/messages"

    def media(self, account: str, media_id: str | None = None) -> str:
        return f"{self._base}/{media_id}" if media_id else f"{self._base}/{account}/media"

    def about(self, account: str) -> str:
        return f"{self._base}/{account}"

    def headers(self, account: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"}

    async def templates(self) -> list[TemplateNews]:
        if not (self._business and self._token):
            return []
        answer = await calling.call(
            self.http,
            "GET",
            f"{self._base}/{self._business}/message_templates",
            params={"fields": "name,status,language,category,components", "limit": "200"},
            headers=self.headers(""),
        )
        return self._told("", self._judged(answer).get("data"))

    def handshake(self, request: Request) -> Reply | None:
        return subscribed(request.query, self._verify)

    def genuine(self, request: Request) -> bool:
        return meta.signed(self._secret, request.body, request.headers.get("x-hub-signature-256"))

    def parse(self, request: Request) -> list[Event]:
        return meta.events(strict_json.loads(request.body))


def subscribed(query: Mapping[str, str], token: str) -> Reply | None:
    """Meta's test of an address: the challenge comes back when the verify token is ours."""
    fits = hmac.compare_digest(query.get("hub.verify_token", "").encode(), token.encode())
    if not token or not fits or query.get("hub.mode") != "subscribe":
        return None
    return Reply(query.get("hub.challenge", ""))


def provider(settings: Settings) -> Provider:
    return Cloud(settings)
