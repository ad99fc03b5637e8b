"""What we write into our mails to know them again: signed Message-IDs and unsubscribe links. PURE.

Both name only our message's id and a keyed digest: nobody can make one up, and they tell nobody whose mail it was.
"""

from __future__ import annotations

import hashlib
import hmac
import re

_DIGITS = 18
_ID = re.compile(r"<sf(\d{1,18})\.([0-9a-f]{20})@[^<>\s@]+>", re.IGNORECASE)
_TOKEN = re.compile(r"(\d{1,18})-([0-9a-f]{20})")


def message_id(secret: bytes, number: int, domain: str) -> str:
    """The Message-ID of our message ``number``."""
    return f"<sf{number}.{_digest(secret, 'mail', number)}@{domain}>"


def ours(secret: bytes, header: str) -> int | None:
    """Our message's id behind a Message-ID, or None when we never wrote it."""
    found = _ID.fullmatch(header.strip())
    return _known(secret, "mail", found)


def unsubscribe_token(secret: bytes, number: int) -> str:
    return f"{number}-{_digest(secret, 'unsubscribe', number)}"


def unsubscribed(secret: bytes, token: str) -> int | None:
    """Our message's id behind a link's token, or None for a token we never gave."""
    return _known(secret, "unsubscribe", _TOKEN.fullmatch(token))


def _known(secret: bytes, purpose: str, found: re.Match[str] | None) -> int | None:
    if found is None:
        return None
    number = int(found[1])
    genuine = hmac.compare_digest(found[2].lower().encode(), _digest(secret, purpose, number).encode())
    return number if genuine else None


def _digest(secret: bytes, purpose: str, number: int) -> str:
    return hmac.new(secret, f"{purpose}:{number}".encode(), hashlib.sha256).hexdigest()[:20]
