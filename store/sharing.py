"""The word of a share link: its row's number with a keyed digest, so that nothing secret has to be stored. PURE."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

_WORD = re.compile(r"(\d{1,18})-([A-Za-z0-9_-]{32})", re.ASCII)


def word(secret: bytes, link_id: int) -> str:
    digest = hmac.new(secret, f"share\n{link_id}".encode(), hashlib.sha256).digest()
    return f"{link_id}-{base64.urlsafe_b64encode(digest[:24]).decode()}"


def read(secret: bytes, given: str) -> int | None:
    """The row's number, or None for a word nobody made; compared in constant time."""
    found = _WORD.fullmatch(given)
    if found is None or not hmac.compare_digest(word(secret, int(found[1])), given):
        return None
    return int(found[1])
