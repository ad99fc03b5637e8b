"""The Twilio SDK's client behind addresses of ours: the SDK has no setting for them, so its HTTP client is extended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from channels.calling import SECONDS


def client(sid: str, token: str, urls: Mapping[str, str]) -> Any:
    """``twilio.rest.Client``. ``urls`` maps the SDK's product (``api``, ``content``…) to the address that answers."""
    from twilio.http.http_client import TwilioHttpClient
    from twilio.rest import Client

    ours = {f"https://{product}.twilio.com": url.rstrip("/") for product, url in urls.items()}

    class Http(TwilioHttpClient):  # type: ignore[misc]
        def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
            for theirs, mine in ours.items():
                if url.startswith(theirs):
                    url = mine + url.removeprefix(theirs)
            return super().request(method, url, *args, **kwargs)

    http = Http(timeout=SECONDS)
    if http.session is not None:
        http.session.trust_env = False  # no proxies and no logins from the environment
    return Client(sid, token, http_client=http)
