"""Pairing codes and link tokens: how they look, how they are made and hashed.

A pairing code has 38 bits, lives 10 minutes and is guessed at most five times by one sender; a token has 120 bits.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from datetime import timedelta

PAIR_LIFE = timedelta(minutes=10)
JOIN_LIFE = timedelta(days=14)
CONFIRM_LIFE = timedelta(days=7)
MEMBER_LIFE = timedelta(days=7)
INVITE_WORDING = "start-link-1"  # the version of start-invited, agreed to by tapping Start on a link
TRIES = 5
TRIES_WINDOW = timedelta(minutes=30)

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without the look-alikes I, O, 0 and 1
_DIGITS = "23456789"
_CODE = re.compile(rf"([{_LETTERS}]{{4}})[-–—\s]?([{_LETTERS}]{{4}})", re.IGNORECASE)
TOKEN = re.compile(r"[A-Za-z0-9_-]{20}")


def new_pair() -> str:
    """A code as a person reads and types it: ``K7QM-4RTX``; there is a digit in it, so that no word looks like one."""
    found = [secrets.choice(_LETTERS) for _ in range(7)]
    found.insert(secrets.randbelow(8), secrets.choice(_DIGITS))
    return "".join((*found[:4], "-", *found[4:]))


def new_token() -> str:
    """20 characters that fit into any link and Telegram's start payload."""
    return secrets.token_urlsafe(15)


def normal(text: str) -> str | None:
    """A pairing code as it was made, however it was typed; None for anything else."""
    found = _CODE.fullmatch(text.strip())
    return f"{found[1]}-{found[2]}".upper() if found and any(c.isdigit() for c in text) else None


def digest(secret: bytes, word: str) -> str:
    return hmac.new(secret, f"code:{word}".encode(), hashlib.sha256).hexdigest()


def sender(secret: bytes, account_id: int, external_id: str) -> str:
    """One sender's mark among the wrong guesses."""
    return hmac.new(secret, f"sender:{account_id}:{external_id}".encode(), hashlib.sha256).hexdigest()
