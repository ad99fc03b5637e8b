"""Telegram's deep links. PURE."""

from __future__ import annotations


def start(bot: str, token: str) -> str:
    """Opens a chat with the bot and sends ``/start token``; the token has at most 64 of ``A-Za-z0-9_-``."""
    return f"https://t.me/{bot}?start={token}"
