"""The web side over a house, without a socket."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from channels.web.app import create_app, furnish

_BUILT: dict[str, FastAPI] = {}


def app_over(parts: Any) -> FastAPI:
    """Routes are the same for every house with the same settings and no webhooks: built once, furnished anew."""
    settings = parts.settings
    if set(parts.providers) - {"web"}:
        return create_app(parts)
    key = repr((settings.sandbox, settings.public_base_url, settings.refresh_days, settings.access_minutes))
    if key not in _BUILT:
        _BUILT[key] = create_app(parts)
    furnish(_BUILT[key], parts)
    return _BUILT[key]
