"""What lies between us and the vendors: calls nobody understood, and how fast each line may send."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Row


class ProviderEvent(Row):
    """A genuine call that could not be understood, in quarantine with its reason; ``body`` as it came."""

    __tablename__ = "provider_events"
    __table_args__ = (UniqueConstraint("provider", "digest"),)
    provider: Mapped[str]
    digest: Mapped[str]
    reason: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]


class Rate(Row):
    """GCRA (ENGINE rule 11): ``tat`` is the theoretical arrival time of the next message on this line."""

    __tablename__ = "rates"
    __table_args__ = (UniqueConstraint("key"),)
    key: Mapped[str]
    tat: Mapped[datetime]


class Place(Row):
    """How far something was read that has to be asked: a mailbox's folder."""

    __tablename__ = "places"
    __table_args__ = (UniqueConstraint("name"),)
    name: Mapped[str]
    value: Mapped[dict[str, Any]]
