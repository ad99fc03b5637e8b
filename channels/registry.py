"""The visible list of vendors: a name, its channel and where it lives; a module is imported when it is configured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from channels.base import Provider
from store.settings import Settings


@dataclass(frozen=True, slots=True)
class Vendor:
    """``settings`` are the names of the settings of which any non-empty one configures it; ``path`` its webhook's."""

    name: str
    channel: str
    module: str
    settings: tuple[str, ...]
    path: str | None = None


VENDORS = (
    Vendor(
        "cloud",
        "whatsapp",
        "channels.whatsapp.cloud",
        ("whatsapp_cloud_token", "whatsapp_cloud_app_secret"),
        "/webhooks/whatsapp/cloud",
    ),
    Vendor("twilio", "whatsapp", "channels.whatsapp.twilio", ("twilio_auth_token",), "/webhooks/whatsapp/twilio"),
    Vendor(
        "360dialog",
        "whatsapp",
        "channels.whatsapp.dialog360",
        ("dialog360_api_key", "dialog360_webhook_secret"),
        "/webhooks/whatsapp/360dialog",
    ),
    Vendor(
        "ultramsg",
        "whatsapp",
        "channels.whatsapp.ultramsg",
        ("ultramsg_token", "ultramsg_webhook_secret"),
        "/webhooks/whatsapp/ultramsg/{secret}",
    ),
    Vendor(
        "instagram",
        "instagram",
        "channels.instagram",
        ("instagram_token", "instagram_app_secret"),
        "/webhooks/instagram",
    ),
    Vendor(
        "telegram",
        "telegram",
        "channels.telegram.provider",
        ("telegram_bot_token", "telegram_webhook_secret"),
        "/webhooks/telegram",
    ),
    Vendor("web", "web", "channels.website", ("public_base_url",)),
    Vendor("email", "email", "channels.email.provider", ("mail_from",)),
)


def configured(settings: Settings) -> tuple[Vendor, ...]:
    """The vendors somebody gave credentials for, in the list's order."""
    return tuple(vendor for vendor in VENDORS if any(_given(settings, name) for name in vendor.settings))


def build(settings: Settings, *, only: str | None = None) -> Mapping[str, Provider]:
    """Vendor name -> its adapter, for those that are configured (or ``only`` one of them). Opens nothing yet.

    A vendor's module has ``def provider(settings) -> Provider``; it raises ValueError for settings that do not fit.
    """
    wanted = (vendor for vendor in configured(settings) if only in (None, vendor.name))
    return {vendor.name: import_module(vendor.module).provider(settings) for vendor in wanted}


def start(settings: Settings) -> Mapping[str, Provider]:
    """As ``build``, for a process that starts. Raises LookupError with one line on the setting that does not fit."""
    try:
        return build(settings)
    except ValueError as error:
        raise LookupError(str(error)) from None


def _given(settings: Settings, name: str) -> bool:
    value = getattr(settings, name)
    return bool(value.get_secret_value() if hasattr(value, "get_secret_value") else value)
