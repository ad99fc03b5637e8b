"""Playbooks: what a leader hands to the team as a whole, and the clones members made of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Row, ref


class Playbook(Row):
    """A team template. ``content``: {sequences: [{name, title, yaml, digest}], daily: {...}} of the newest version.

    ``audience``: private until published to the team. Earlier contents are in ``PlaybookVersion``.
    """

    __tablename__ = "playbooks"
    __table_args__ = (UniqueConstraint("team_id", "name_key"),)
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


class PlaybookClone(Row):
    """One member's copy. ``digests``: sequence name -> digest of what was handed over last; another one is her own."""

    __tablename__ = "playbook_clones"
    __table_args__ = (UniqueConstraint("playbook_id", "user_id"),)
    team_id: Mapped[int] = ref("teams")
    playbook_id: Mapped[int] = ref("playbooks")
    user_id: Mapped[int] = ref("users", index=True)
    version: Mapped[int]
    synced: Mapped[bool] = mapped_column(default=True)
    digests: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]
    updated_at: Mapped[datetime]
