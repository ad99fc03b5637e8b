"""What ``bot.py doctor`` says about lines beside whether the vendors' settings work: addresses, rests, failures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from channels import registry
from channels.adapters import VENDOR_NAMES
from channels.base import Provider
from store.db import Database
from store.doctor import Finding
from store.queries import lines, wire
from store.settings import Settings


async def examine(settings: Settings) -> list[Finding]:
    """Findings beside the vendors' own (``channels.check``): addresses, and every line that is in trouble."""
    try:
        providers = registry.build(settings)
    except ValueError:
        return []  # the vendor's own finding says it
    paths = {vendor.name for vendor in registry.VENDORS if vendor.path is not None and vendor.name != "telegram"}
    findings = [
        Finding(False, f"webhook {VENDOR_NAMES[name]}", "sends but does not listen: set its webhook secret")
        for name, provider in providers.items()
        if name in paths and not provider.hooked
    ]
    if any(provider.hooked for provider in providers.values()):
        findings.append(_address(settings))
    return [*findings, *await _lines(settings, providers)]


def _address(settings: Settings) -> Finding:
    fits = settings.public_base_url.startswith("https://")
    words = settings.public_base_url if fits else "PUBLIC_BASE_URL is no https address: vendors cannot call it"
    return Finding(fits or settings.sandbox, "public address", words)


async def _lines(settings: Settings, providers: Mapping[str, Provider]) -> list[Finding]:
    if not settings.database_url and not (settings.data / "salesflow.db").exists():
        return []
    db = Database(settings.url(), read_only=True)
    now = datetime.now(UTC)
    try:
        async with db.read() as scope:
            found = await lines.health(scope, now, now - timedelta(days=1))
            kept = await wire.kept_count(scope)
    except (SQLAlchemyError, OSError):
        return []  # the database has a finding of its own
    finally:
        await db.close()
    findings = []
    for each in found:
        where = f"line {each.account.channel} {each.account.name}"
        if each.account.provider in providers and each.rests_until is not None:
            findings.append(Finding(False, where, f"its vendor cannot be reached; {each.waiting} messages wait"))
        elif each.account.provider in providers and each.refused:
            findings.append(Finding(False, where, f"its vendor takes nothing right now; {each.waiting} messages wait"))
        if each.failed:
            findings.append(Finding(False, where, f"{each.failed} messages failed since yesterday: see /kanäle"))
    if kept:
        findings.append(Finding(False, "quarantine", f"{kept} calls of vendors were not understood (provider_events)"))
    return findings
