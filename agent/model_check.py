"""Which models are configured and answer: what ``bot.py doctor`` says of them. Nothing is asked that costs money."""

from __future__ import annotations

import asyncio

import httpx

from agent import providers
from agent.providers import Provider
from store.doctor import Finding
from store.settings import Settings

_SECONDS = 5.0


async def examine(settings: Settings) -> list[Finding]:
    """One finding per configured model, and one for voice notes. Raises LookupError for a MODEL_ORDER nobody knows."""
    found = providers.configured(settings)
    if not found:
        return [Finding(True, "models", "none configured: rules and templates answer")]
    looks = await asyncio.gather(*(_look(provider) for provider in found))
    hears = ", ".join(f"{provider.name} ({provider.hears})" for provider in providers.hearing(settings))
    return [*looks, Finding(True, "voice notes", f"heard by {hears}" if hears else "no configured model hears them")]


async def _look(provider: Provider) -> Finding:
    """Asks for the list of models: free of charge, and wrong keys and addresses show."""
    what = f"model {provider.name}"
    if provider.name == "anthropic":
        url, headers = f"{provider.base_url}/v1/models", {"anthropic-version": "2023-06-01"}
        headers["x-api-key"] = provider.key.get_secret_value()
    else:
        url, headers = f"{provider.base_url}/models", {}
        if key := provider.key.get_secret_value():
            headers["authorization"] = f"Bearer {key}"
    try:
        async with httpx.AsyncClient(timeout=_SECONDS) as client:
            status = (await client.get(url, headers=headers)).status_code
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Finding(
            False, what, f"{provider.base_url} cannot be reached ({type(error).__name__}); check the address"
        )
    if status in (401, 403):
        return Finding(False, what, f"{provider.base_url} refuses the key; check {provider.name.upper()}_API_KEY")
    if status >= 500 or status == 429:
        return Finding(
            False, what, f"{provider.base_url} answers {status} right now; the next model or the rules stand in"
        )
    # Some servers keep no list; that they answer at all has to do.
    return Finding(True, what, f"{provider.model} at {provider.base_url} answers")
