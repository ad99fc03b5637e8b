"""Public addresses of files that go with a message, for vendors that fetch them: unguessable, one file each. PURE."""

from __future__ import annotations

import hashlib
import hmac

from store.settings import Settings

PATH = "/files/"


def to_file(settings: Settings, message_id: int, place: int) -> str:
    return f"{settings.public_base_url.rstrip('/')}{PATH}{message_id}/{place}/{token(settings, message_id, place)}"


def token(settings: Settings, message_id: int, place: int) -> str:
    return hmac.new(settings.secret(), f"file:{message_id}:{place}".encode(), hashlib.sha256).hexdigest()


def fits(settings: Settings, message_id: int, place: int, given: str) -> bool:
    return hmac.compare_digest(token(settings, message_id, place).encode(), given.encode("utf-8", "replace"))
