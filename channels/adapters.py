"""Which adapter serves an account: its vendor's, or the sandbox's twin where there is a sandbox."""

from __future__ import annotations

from collections.abc import Mapping

from channels.base import Channel, Provider
from channels.pull import CHANNEL, Pull
from store.models import Account

VENDOR_NAMES = {
    "sandbox": "Sandbox",
    "cloud": "Meta Cloud API",
    "twilio": "Twilio",
    "360dialog": "360dialog",
    "ultramsg": "UltraMsg",
    "instagram": "Instagram",
    "telegram": "Telegram",
    "email": "SMTP/IMAP",
    "web": "Website",
}


class Adapters:
    """``sandbox`` maps channel -> twin; empty in live use. ``providers`` maps vendor -> adapter."""

    def __init__(self, sandbox: Mapping[str, Channel], providers: Mapping[str, Provider] | None = None) -> None:
        self.sandbox = sandbox
        self.providers = providers or {}
        self._pull = Pull()

    def of(self, account: Account) -> Channel | None:
        """The adapter that sends for an account; None when nobody does."""
        if account.channel == CHANNEL:
            return self._pull
        provider = self.providers.get(account.provider)
        if provider is not None and provider.sends:
            return provider
        return self.sandbox.get(account.channel)

    def channels(self) -> frozenset[str]:
        """Every channel something can be sent on."""
        return frozenset(self.sandbox) | {p.channel for p in self.providers.values() if p.sends}
