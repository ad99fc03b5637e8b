"""Vendors as the door meets them: the whole bot with its web side, and calls signed the way each vendor signs."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from tests.support.web import app_over
from tests.support.world import START, World, world

APP_SECRET = "app-secret"
NUMBER_ID = "1122334455667"
ANNA = "4915112340001"


class Wire:
    """The running bot and a client that speaks to its door."""

    def __init__(self, w: World, http: httpx.AsyncClient) -> None:
        self.w = w
        self.http = http

    async def cloud(self, body: Any, *, secret: str = APP_SECRET, raw: bytes | None = None) -> int:
        """A call of Meta's; the answer's status."""
        sent = raw if raw is not None else json.dumps(body).encode()
        answer = await self.http.post("/webhooks/whatsapp/cloud", content=sent, headers=hub(sent, secret))
        return answer.status_code

    async def rows(self, table: str, column: str | None = None, value: Any = None) -> list[dict[str, Any]]:
        return await self.w.rows(table, column, value)


def hub(body: bytes, secret: str = APP_SECRET) -> dict[str, str]:
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"x-hub-signature-256": f"sha256={digest}", "content-type": "application/json"}


def envelope(*, account: str = NUMBER_ID, field: str = "messages", **value: Any) -> dict[str, Any]:
    """The Cloud API's frame around messages, statuses or anything else."""
    metadata = {"display_phone_number": "4930111222", "phone_number_id": account}
    change = {"field": field, "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}
    return {"object": "whatsapp_business_account", "entry": [{"id": "W1", "changes": [change]}]}


def message(kind: str = "text", *, sender: str = ANNA, wamid: str = "wamid.1", name: str = "Anna", **part: Any) -> Any:
    """One inbound message in its frame; ``part`` becomes the object named after its kind."""
    content = part or {"body": "Hallo"}
    item = {"from": sender, "id": wamid, "timestamp": "1763458200", "type": kind, kind: content}
    return envelope(contacts=[{"profile": {"name": name}, "wa_id": sender}], messages=[item])


def status(state: str, wamid: str, *, code: int | None = None, echo: str | None = None) -> Any:
    item: dict[str, Any] = {"id": wamid, "status": state, "timestamp": "1763458201", "recipient_id": ANNA}
    if code is not None:
        item["errors"] = [{"code": code, "title": "t", "error_data": {"details": "d"}}]
    if echo is not None:
        item["biz_opaque_callback_data"] = echo
    return envelope(statuses=[item])


@contextlib.asynccontextmanager
async def wire(folder: Path, at: datetime = START, **settings: Any) -> AsyncIterator[Wire]:
    given: Mapping[str, Any] = {"whatsapp_cloud_app_secret": APP_SECRET, **settings}
    async with world(folder, at=at, **given) as w:
        transport = httpx.ASGITransport(app_over(w.parts), client=("127.0.0.1", 50_000))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as http:
            yield Wire(w, http)
