"""Playbooks: what a leader hands to the team as a whole, and the clones members made of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Row, ref


class Playbook(Row):
    """A team template; ``content`` is that of its newest version, in the shape of ``sequences.playbook``.

    ``audience``: private, people (those in ``PlaybookReader``), team, company (every team of the house). Earlier
    contents are in ``PlaybookVersion``.
    """

    __tablename__ = "playbooks"
    __table_args__ = (UniqueConstraint("team_id", "name_key"), Index("ix_playbooks_audience", "audience"))
    team_id: Mapped[int] = ref("teams")
    owner_id: Mapped[int] = ref("users")
    name: Mapped[str]
    name_key: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    audience: Mapped[str] = mapped_column(default="private")
    version: Mapped[int] = mapped_column(default=1)
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    published_at: Mapped[datetime | None]
    at: Mapped[datetime]


class PlaybookVersion(Row):
    __tablename__ = "playbook_versions"
    __table_args__ = (UniqueConstraint("playbook_id", "version"),)
    playbook_id: Mapped[int] = ref("playbooks")
    version: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]


class PlaybookReader(Row):
    """One of the named people a playbook was given to."""

    __tablename__ = "playbook_readers"
    __table_args__ = (UniqueConstraint("playbook_id", "user_id"),)
    playbook_id: Mapped[int] = ref("playbooks")
    user_id: Mapped[int] = ref("users", index=True)
    at: Mapped[datetime]


class PlaybookClone(Row):
    """One member's copy. ``version`` is the last one she took or decided about: what she changed since then, and what
    the leader did, is told by that version's content. ``synced`` False: she follows it no more."""

    __tablename__ = "playbook_clones"
    __table_args__ = (UniqueConstraint("playbook_id", "user_id"),)
    team_id: Mapped[int] = ref("teams")
    playbook_id: Mapped[int] = ref("playbooks")
    user_id: Mapped[int] = ref("users", index=True)
    version: Mapped[int]
    synced: Mapped[bool] = mapped_column(default=True)
    at: Mapped[datetime]
    updated_at: Mapped[datetime]


class PlaybookHandover(Row):
    """When a version reached a member, and ``how``: cloned, updated (by a push), take, merge, keep. Append-only.

    Runs count for the version that had reached the member when they began.
    """

    __tablename__ = "playbook_handovers"
    __table_args__ = (Index("ix_playbook_handovers_user", "playbook_id", "user_id", "at"),)
    playbook_id: Mapped[int] = ref("playbooks")
    user_id: Mapped[int] = ref("users")
    version: Mapped[int]
    how: Mapped[str]
    at: Mapped[datetime]
