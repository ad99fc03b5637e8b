"""Which mails a new one follows: read from the talk's own rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.db import Scope
from store.queries import talk

_OUT = "out:"
_LOOK_BACK = 30


async def of(scope: Scope, conversation_id: int, message_id: int) -> Mapping[str, Any]:
    """``id`` of the newest mail before a message, ``references`` of all before that, ``subject`` of the thread."""
    references: list[str] = []
    subject = ""
    for row in await talk.history(scope, conversation_id, message_id, _LOOK_BACK):
        if row.direction == "in" and (thread := row.payload.get("thread")):
            references += [*thread.get("references", ()), thread.get("id", "")]
            subject = thread.get("subject") or subject
        elif row.direction == "out" and (row.provider_id or "").startswith(_OUT):
            references.append((row.provider_id or "").removeprefix(_OUT))
            subject = row.subject or subject
    chain = list(dict.fromkeys(one for one in references if one))
    return {"id": chain[-1], "references": chain[:-1], "subject": subject} if chain else {}
