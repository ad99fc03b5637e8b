"""Words that prove who somebody is: codes, invitations, confirmations, wrong guesses; and who looked at whom."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class Code(Row):
    """A secret somebody holds; only its keyed digest is stored.

    ``kind``: pair (a user's own messenger), invite (opens a chat with this user, may be used again and again), join
    (this lead's messenger), confirm (this lead's ``address``: the second step of a double opt-in), member (whoever
    opens it joins this leader's team, as ``name`` if one was given). ``wording`` names the version of the text that was
    agreed to.
    """

    __tablename__ = "codes"
    __table_args__ = (Index("ix_codes_user", "user_id", "kind"),)
    team_id: Mapped[int] = ref("teams")
    kind: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = ref("users")
    lead_id: Mapped[int | None] = ref("leads", nullable=True, index=True)
    address: Mapped[str] = mapped_column(default="")
    wording: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    expires_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    at: Mapped[datetime]


class CodeTry(Row):
    """A wrong code from one sender (a keyed digest of account and address): five of them close the door for a while."""

    __tablename__ = "code_tries"
    __table_args__ = (Index("ix_code_tries_sender", "sender", "at"),)
    sender: Mapped[str]
    account_id: Mapped[int] = mapped_column(BIG)
    at: Mapped[datetime]


class Look(Row):
    """Somebody looked at what is one colleague's: append-only, and that colleague may read it (fair leader view).

    ``user_id`` looked at ``subject_id``'s ``what``: figures, help (what is stuck there), draft, talk.
    """

    __tablename__ = "looks"
    __table_args__ = (Index("ix_looks_subject", "subject_id", "id"),)
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    subject_id: Mapped[int] = ref("users")
    lead_id: Mapped[int | None] = mapped_column(BIG)
    what: Mapped[str]
    at: Mapped[datetime]
