"""What the Cloud API and 360dialog share: the same messages, media, receipts and errors behind other addresses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import httpx

from channels import calling
from channels.base import Capabilities, NotSent, Refused, Sent, TemplateNews, Unclear
from channels.whatsapp import meta, payload
from store.types import File, Media, Outgoing


class Graph(calling.HttpProvider):
    """``messages``, ``media`` and ``headers`` are what differs between the two vendors."""

    channel = "whatsapp"
    warmup = (50, 100, 150, 200, 250)
    capabilities = Capabilities(
        limit=4096,
        buttons=3,
        edit=False,
        window=True,
        doubt="echo",
        files=payload.DOCUMENT_BYTES,
        caption=payload.CAPTION,
        templates=True,
        label=20,
        rows=10,
        body=1024,
        per_second=80,
        per_chat=6,
        chat_burst=20,
    )

    def messages(self, account: str) -> str:
        """The address messages of an account are posted to."""
        raise NotImplementedError

    def media(self, account: str, media_id: str | None = None) -> str:
        """The address files are posted to, or where one of them is asked for."""
        raise NotImplementedError

    def about(self, account: str) -> str:
        """An address that only answers to the account's own key and changes nothing."""
        raise NotImplementedError

    def download(self, url: str) -> str:
        """Where the bytes behind a media address are fetched."""
        return url

    def headers(self, account: str) -> dict[str, str]:
        raise NotImplementedError

    async def send(self, message: Outgoing, at: object) -> Sent:
        if message.account not in self.accounts:
            raise Refused("not_configured")
        media_id = await self._upload(message) if message.files else None
        found = await self._post(message.account, payload.body(message, self.capabilities, media_id))
        try:
            return Sent(str(found["messages"][0]["id"]))
        except (KeyError, IndexError, TypeError):
            raise Unclear("an answer without an id") from None

    async def _post(self, account: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = await calling.call(self.http, "POST", self.messages(account), json=body, headers=self.headers(account))
        return self._judged(answer)

    def _judged(self, answer: httpx.Response) -> dict[str, Any]:
        found = calling.body(answer)
        if answer.is_success and isinstance(found, dict) and "error" not in found:
            return found
        calling.fail(self.name, answer.status_code, meta.error_code(found), answer.headers)
        raise AssertionError("a failure was not raised")

    async def _upload(self, message: Outgoing) -> str:
        """A file's id at the vendor. Nothing of the message has left yet: any failure here may be tried again."""
        file = message.files[0]
        try:
            answer = await calling.call(
                self.http,
                "POST",
                self.media(message.account),
                headers=self.headers(message.account),
                data={"messaging_product": "whatsapp", "type": payload.upload_type(file)},
                files={"file": (file.name, file.content, payload.upload_type(file))},
            )
            return str(self._judged(answer)["id"])
        except (Unclear, KeyError):
            raise NotSent("provider_unreachable") from None

    async def check(self) -> str | None:
        for account in self.accounts:
            if problem := await calling.trouble(self._ask(account)):
                return f"{account} {problem}"
        return None

    async def _ask(self, account: str) -> None:
        self._judged(await calling.call(self.http, "GET", self.about(account), headers=self.headers(account)))

    async def fetch(self, account: str, media: Media) -> File | None:
        """Two steps: the address for five minutes, then the bytes, both with the account's key."""
        headers = self.headers(account)
        try:
            answer = await calling.call(self.http, "GET", self.media(account, media.ref), headers=headers)
            if answer.status_code in (400, 403, 404, 410):
                return None
            found = self._judged(answer)
            return await calling.fetch(self.http, replace(media, ref=self.download(str(found["url"]))), headers=headers)
        except (Unclear, KeyError):
            raise NotSent("provider_unreachable") from None
        except Refused:
            return None

    async def seen(self, account: str, external_id: str, provider_id: str) -> None:
        try:
            await self._post(account, payload.seen(provider_id))
        except (NotSent, Refused, Unclear):
            return

    def _told(self, account: str, items: object) -> list[TemplateNews]:
        return [news for item in (items if isinstance(items, list) else []) if (news := meta.template(account, item))]
