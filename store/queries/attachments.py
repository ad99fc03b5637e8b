"""Queries on the files and pictures that come and go with messages."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from store.db import Scope
from store.models import Attachment, Message
from store.types import File

MOST = 10  # files of one message
LARGEST = 20 * 2**20


async def keep(scope: Scope, message: Message, files: Sequence[File]) -> None:
    """Stores what goes with a message, in the order given."""
    scope.session.add_all(
        Attachment(team_id=message.team_id, message_id=message.id, name=file.name, content=file.content)
        for file in files
    )


async def arrived(scope: Scope, team_id: int, message_id: int, files: Sequence[File]) -> None:
    """Stores what came with a message; more or larger than anybody sends by hand is left out."""
    kept = [file for file in files[:MOST] if len(file.content) <= LARGEST]
    scope.session.add_all(
        Attachment(team_id=team_id, message_id=message_id, name=file.name[:200], content=file.content) for file in kept
    )


async def of_message(scope: Scope, message_id: int) -> tuple[File, ...]:
    query = select(Attachment).where(Attachment.message_id == message_id).order_by(Attachment.id)
    return tuple(File(row.name, row.content) for row in await scope.session.scalars(query))
