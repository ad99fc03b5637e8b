"""Files that became leads: what was read, how far it is, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class Import(Row):
    """One file somebody sent. ``contacts`` wait to be created from index ``done`` on; ``skipped`` says why not.

    ``state``: offered (a preview was shown), running, done, undone, dropped.
    """

    __tablename__ = "imports"
    __table_args__ = (
        Index(
            "ix_imports_running",
            "id",
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users", index=True)
    file_name: Mapped[str]
    state: Mapped[str] = mapped_column(default="offered")
    contacts: Mapped[list[Any]] = mapped_column(default=list)
    skipped: Mapped[list[Any]] = mapped_column(default=list)
    done: Mapped[int] = mapped_column(default=0)
    created: Mapped[int] = mapped_column(default=0)
    joined: Mapped[int] = mapped_column(default=0)
    card_message_id: Mapped[int | None] = mapped_column(BIG)
    at: Mapped[datetime]
