"""One HTTP call to a vendor and what its outcome means for a message: taken, surely not taken, refused, or unclear."""

from __future__ import annotations

import asyncio
import ipaddress
import mimetypes
import socket
from collections.abc import Awaitable, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx

from channels import failures
from channels.base import NotSent, Provider, Refused, Unclear
from channels.failures import Failure
from store.types import File, Media

SECONDS = 10.0  # below the outbox's own limit, so that the vendor's silence is told apart from ours
FETCH_BYTES = 20 * 2**20
LOGIN = 60.0  # seconds before a line is tried again whose key or account needs a person


def client(**kwargs: Any) -> httpx.AsyncClient:
    """A client of our own: no proxies and no credentials from the environment, no redirects."""
    return httpx.AsyncClient(timeout=httpx.Timeout(SECONDS, connect=4.0), trust_env=False, **kwargs)


class HttpProvider(Provider):
    """A vendor that is called over HTTP: one client for all of its calls, opened by the first."""

    _http: httpx.AsyncClient | None = None

    @property
    def http(self) -> httpx.AsyncClient:
        self._http = self._http or client()
        return self._http

    async def close(self) -> None:
        if self._http is not None:
            await self._http.aclose()


async def call(http: httpx.AsyncClient, method: str, url: str, **kwargs: Any) -> httpx.Response:
    """The answer, whatever its status. Raises NotSent when nothing can have arrived, Unclear when nobody knows."""
    try:
        return await http.request(method, url, **kwargs)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol):
        raise NotSent("provider_unreachable") from None
    except httpx.HTTPError as error:
        raise Unclear(type(error).__name__) from None


def body(response: httpx.Response) -> Any:
    """The answer's JSON, or {} when it is none."""
    try:
        return response.json()
    except ValueError:
        return {}


def fail(vendor: str, status: int, code: str | None, headers: Mapping[str, str]) -> None:
    """Raises what a refusal means. A code decides before the status; a bare 5xx leaves doubt (ENGINE rule 9)."""
    failure = failures.known(vendor, code)
    wait = _seconds(headers.get("retry-after"))
    if failure is None and status == 429:
        raise NotSent("provider_busy", wait)
    if failure is None and status >= 500:
        raise Unclear(str(status))
    if failure is None and status in (401, 403):
        failure = Failure("account", "account_login")
    failed(failure or failures.UNKNOWN, wait)


def failed(failure: Failure, wait: float | None = None) -> None:
    """Raises NotSent for what may be tried again, else Refused."""
    if failure.action == "retry":
        raise NotSent(failure.rule, wait)
    if failure.action == "account":
        raise NotSent(failure.rule, wait or LOGIN)
    raise Refused(failure.rule, failure)


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.isascii() and header.isdigit() and len(header) < 6 else None


async def fetch(
    http: httpx.AsyncClient,
    media: Media,
    *,
    auth: tuple[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> File | None:
    """The bytes behind an address, with one redirect that gets no login; None when gone or too large."""
    url, login = media.ref, auth
    try:
        for _ in range(3):
            async with http.stream("GET", url, auth=login or httpx.USE_CLIENT_DEFAULT, headers=headers) as answer:
                if answer.is_redirect and (where := answer.headers.get("location", "")).startswith("https://"):
                    url, login, headers = where, None, None
                    continue
                if answer.status_code >= 500:
                    raise NotSent("provider_unreachable")
                content = await _content(answer) if answer.status_code == 200 else None
                return File(media.name or file_name(media), content) if content is not None else None
    except (httpx.HTTPError, httpx.InvalidURL):
        raise NotSent("provider_unreachable") from None
    return None


async def _content(answer: httpx.Response) -> bytes | None:
    content = bytearray()
    async for chunk in answer.aiter_bytes(65_536):
        content += chunk
        if len(content) > FETCH_BYTES:
            return None
    return bytes(content)


async def fetch_public(http: httpx.AsyncClient, media: Media) -> File | None:
    """As ``fetch``, for an address nobody signed: https and a public machine only."""
    parts = urlsplit(media.ref)
    if parts.scheme != "https" or not parts.hostname or parts.port not in (None, 443):
        return None
    try:
        found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, 443, type=socket.SOCK_STREAM)
    except OSError:
        raise NotSent("provider_unreachable") from None
    public = all(ipaddress.ip_address(each[4][0]).is_global for each in found)
    return await fetch(http, media) if found and public else None


async def trouble(asking: Awaitable[object]) -> str | None:
    """What a doctor says of a call that only asks: None when it went well."""
    try:
        await asking
    except NotSent as error:
        login = error.reason in ("account_login", "account_blocked")
        return "does not accept the key: check it" if login else f"cannot be asked ({error.reason})"
    except (Refused, Unclear) as error:
        return f"answers with an error ({error}): check the settings"
    return None


def file_name(media: Media) -> str:
    """A name for a file that came without one: what it is, with the ending of its type."""
    plain = media.mime.partition(";")[0].strip()
    return media.kind + (mimetypes.guess_extension(plain) or ".bin")
