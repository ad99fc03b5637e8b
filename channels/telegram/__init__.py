"""Telegram through its Bot API: what comes in (updates, receiver), what goes out (channel)."""
