"""What every request passes first: host, body size, content type, strict JSON; and what every answer carries.

Plain ASGI, so that a refused body is never handed to anything that parses it (SAFETY wall 1). Vendors' calls keep their
raw bodies: their signature is checked over the bytes first, and strict JSON after it (``channels.web.webhooks``).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from channels.web.errors import Problem, problem, unexpected
from store import strict_json

_LOCAL = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_WITH_BODY = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_JSON = re.compile(r"application/json\s*(;\s*charset\s*=\s*\"?utf-8\"?\s*)?", re.IGNORECASE)

# The documentation page starts itself with an inline script; nothing may be loaded from or sent to another host.
_HEADERS: Mapping[str, str] = {
    "content-security-policy": "default-src 'self'; script-src 'self' 'unsafe-inline';"
    " style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


# Signed or guarded by a secret of their own, so a tunnel's host name does no harm in the sandbox either.
WEBHOOKS = "/webhooks/"
# A tap on a plain page, or a mail program's one click; the body is not read.
# Pages of any site send their forms here, and read what was wrong with them: with a site key, never with a cookie.
ANYWHERE = "/api/webhook"
FORMS = ("/unsubscribe/", "/confirm/", "/v/")


class Door:
    """``local_only``: the sandbox needs no login, so only a browser that really asked this machine gets in."""

    def __init__(self, app: ASGIApp, *, local_only: bool) -> None:
        self.app = app
        self.local_only = local_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not self._same_site(scope):
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send, scope["path"])
        try:
            await self._pass(scope, receive, answer)
        except ClientDisconnect:
            return
        except Problem as error:
            await _respond(problem(error.status, error.detail, headers=error.headers), scope, receive, answer)
        except Exception as error:  # the last resort of the web side: a person gets a problem, the log the place
            response = unexpected(error)
            if answer.started:
                raise RuntimeError("a response broke off") from None
            await _respond(response, scope, receive, answer)

    def _allows(self, scope: Scope) -> bool:
        hosts = Headers(scope=scope).getlist("host")
        signed = scope["path"].startswith(WEBHOOKS)
        here = len(hosts) == 1 and (signed or bool(_LOCAL.fullmatch(hosts[0])))
        return not self.local_only or (_from_here(scope) and here)

    def _same_site(self, scope: Scope) -> bool:
        """A browser lets any page open a socket to any host, but it says honestly whose page that is."""
        headers = Headers(scope=scope)
        return self._allows(scope) and urlsplit(headers.get("origin", "")).netloc == headers.get("host", "")

    async def _pass(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        headers = Headers(scope=scope)
        if not self._allows(scope):
            raise Problem(403, "The sandbox answers to localhost only.")
        if scope["method"] in _WITH_BODY:
            body = await _body(headers, receive)
            if not scope["path"].startswith((WEBHOOKS, *FORMS)):
                _check(headers, body)
            receive = _replay(body, receive)
        await self.app(scope, receive, answer)


def _from_here(scope: Scope) -> bool:
    """Whether the caller is on this machine; a caller without an address came through a local socket."""
    client = scope.get("client")
    try:
        return client is None or ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return False


async def _respond(response: Response, scope: Scope, receive: Receive, answer: _Answer) -> None:
    await response(scope, receive, answer)


async def _body(headers: Headers, receive: Receive) -> bytes:
    """The whole body. Stops reading at the limit, whatever the length header says."""
    limit = strict_json.BODY_BYTES
    announced = headers.get("content-length", "")
    if announced.isdigit() and int(announced[:12]) > limit:
        raise Problem(413, f"A body may have {limit} bytes.")
    chunks = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunks += message.get("body", b"")
        if len(chunks) > limit:
            raise Problem(413, f"A body may have {limit} bytes.")
        if not message.get("more_body", False):
            return bytes(chunks)


def _check(headers: Headers, body: bytes) -> None:
    kind = headers.get("content-type")
    if (body or kind is not None) and not _JSON.fullmatch((kind or "").strip()):
        raise Problem(415, "Send application/json in UTF-8.", headers={"Accept": "application/json"})
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise Problem(415, "Send the body without compression.", headers={"Accept-Encoding": "identity"})
    if body:
        try:
            strict_json.loads(body)
        except strict_json.NotStrict as error:
            raise Problem(400, f"The body is refused: {error}.") from None


def _replay(body: bytes, receive: Receive) -> Receive:
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


class _Answer:
    """Sends on, adding the headers every answer carries."""

    def __init__(self, send: Send, path: str) -> None:
        self._send = send
        self._private = path.startswith("/api/")
        self._anywhere = path == ANYWHERE
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            if self._private:
                headers.setdefault("cache-control", "no-store")
            if self._anywhere:
                headers["access-control-allow-origin"] = "*"
                headers["access-control-expose-headers"] = "Retry-After"
        await self._send(message)
