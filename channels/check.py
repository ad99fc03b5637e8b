"""What ``bot.py doctor`` asks of every configured vendor: do the settings work? Sends nothing to anybody."""

from __future__ import annotations

import asyncio

from channels import registry
from channels.base import Provider
from store.doctor import Finding
from store.settings import Settings

_SECONDS = 20.0


async def examine(settings: Settings) -> list[Finding]:
    """One finding for each configured vendor; ``words`` say what to do when it does not work."""
    vendors = [vendor for vendor in registry.configured(settings) if vendor.settings != ("public_base_url",)]
    if not vendors and not settings.sandbox:
        return [Finding(False, "channels", "none is configured: fill in one of them in .env (docs/operations.md)")]
    return [await _one(settings, vendor.name) for vendor in vendors]


async def _one(settings: Settings, name: str) -> Finding:
    try:
        provider: Provider = registry.build(settings, only=name)[name]
    except ValueError as error:
        return Finding(False, name, str(error))
    try:
        async with asyncio.timeout(_SECONDS):
            trouble = await provider.check()
    except Exception as error:
        trouble = f"does not answer ({type(error).__name__}); check the address and the network"
    finally:
        await provider.close()
    accounts = ", ".join(provider.accounts) or "webhook only, the sandbox shows the answers"
    return Finding(trouble is None, name, trouble or accounts)
