"""Who there is: teams, their accounts, reps and leaders, leads, and what leads allowed or forbade."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Index, UniqueConstraint, event, text
from sqlalchemy.orm import Mapped, mapped_column

from store.folding import ends, fold, search_key
from store.models.base import BIG, Row, ref

NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Team(Row):
    __tablename__ = "teams"
    name: Mapped[str]
    language: Mapped[str] = mapped_column(default="de")
    region: Mapped[str | None]
    video_url: Mapped[str | None]


class Rollout(Row):
    """One switch of how far a team lets the bot answer by itself (store.rollout); the newest row holds.

    ``stage`` None: each conversation's own mode again. ``user_id`` None: it went back by itself, for ``reason``.
    """

    __tablename__ = "rollouts"
    __table_args__ = (Index("ix_rollouts_team", "team_id", "id"),)
    team_id: Mapped[int] = ref("teams")
    stage: Mapped[int | None]
    pilot_id: Mapped[int | None] = mapped_column(BIG)
    user_id: Mapped[int | None] = mapped_column(BIG)
    reason: Mapped[str] = mapped_column(default="set")
    at: Mapped[datetime]


class Account(Row):
    """A bot, number, mailbox or website of a team. ``provider`` names the adapter that serves it.

    ``site_key`` opens a team's website door (``POST /api/webhook``, the chat page); it is no login and can be changed.
    ``limits`` narrow the vendor's own rates: ``per_second``, ``per_chat`` (seconds), ``warmup`` (unasked messages on
    the 1st, 2nd, … day since ``opened_at``; after its end no more limit).
    """

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("channel", "name"), Index("uq_accounts_site_key", "site_key", unique=True))
    team_id: Mapped[int] = ref("teams")
    channel: Mapped[str]
    name: Mapped[str]
    provider: Mapped[str] = mapped_column(default="sandbox")
    default_owner_id: Mapped[int | None] = mapped_column(default=None)
    site_key: Mapped[str | None] = mapped_column(default=None)
    limits: Mapped[dict[str, Any]] = mapped_column(default=dict)
    opened_at: Mapped[datetime | None]


class User(Row):
    """A rep, leader or admin. ``home_conversation_id`` is where the bot reaches them unasked.

    ``upline_id`` leads them, ``deputy_id`` decides what they leave waiting (nobody set: who leads them). ``left_at``:
    they are no longer one of ours; the row stays for what they did, and opens nothing any more.
    """

    __tablename__ = "users"
    team_id: Mapped[int] = ref("teams")
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="rep")
    language: Mapped[str] = mapped_column(default="de")
    zone: Mapped[str] = mapped_column(default="Europe/Berlin")
    region: Mapped[str | None]
    upline_id: Mapped[int | None]
    password_hash: Mapped[str | None]
    home_conversation_id: Mapped[int | None]
    focus_lead_id: Mapped[int | None]
    deputy_id: Mapped[int | None]
    left_at: Mapped[datetime | None]


class RefreshToken(Row):
    """One link of a login's chain; using a used one again voids the whole family (SAFETY wall 15)."""

    __tablename__ = "refresh_tokens"
    user_id: Mapped[int] = ref("users", index=True)
    family: Mapped[str] = mapped_column(index=True)
    digest: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class LoginFailure(Row):
    """One failed or still undecided login; ``key`` is a keyed hash of user name and address, ``at`` is real time."""

    __tablename__ = "login_failures"
    __table_args__ = (Index("ix_login_failures_key", "key", "at"),)
    key: Mapped[str]
    at: Mapped[datetime]


class Identity(Row):
    """(account, the provider's stable id) -> a user or a lead; never by names (SAFETY wall 2).

    ``invalid_at``: nothing arrives there any more; ``verified_at``: she confirmed that it is hers.
    """

    __tablename__ = "identities"
    __table_args__ = (
        UniqueConstraint("account_id", "external_id"),
        Index("ix_identities_lead", "lead_id"),
        Index("ix_identities_user", "user_id"),
    )
    account_id: Mapped[int] = ref("accounts")
    external_id: Mapped[str]
    user_id: Mapped[int | None] = ref("users", nullable=True)
    lead_id: Mapped[int | None] = ref("leads", nullable=True)
    invalid_at: Mapped[datetime | None]
    verified_at: Mapped[datetime | None]


# She has the last word. Queries say the same, so that the index over these rows is theirs.
_ASKS = "last_inbound_at IS NOT NULL AND (last_outbound_at IS NULL OR last_inbound_at > last_outbound_at)"


class Lead(Row):
    """A person to sell to. The ``…_key`` columns and ``heard_at`` follow from the rest when a row is saved.

    ``given_key`` and ``family_key`` are the first and the last word of ``name_key``.

    ``purpose``: what her rep talks about with her, product or recruiting (None: product).
    ``won_at``: since when she is a customer or partner, ``partner_at`` a partner (store.queries.leads.turned).
    """

    __tablename__ = "leads"
    __table_args__ = (
        # All that a list is filtered by, and all that it is searched by: rows that do not match are never read.
        Index("ix_leads_list", "team_id", "owner_id", "quality", "stage", "source", "is_customer"),
        Index("ix_leads_search", "team_id", "owner_id", "search_key"),
        Index("ix_leads_score", "team_id", "score", "id"),
        Index("ix_leads_name", "team_id", "name_key", "id"),
        Index("ix_leads_given", "team_id", "given_key", "owner_id"),
        Index("ix_leads_family", "team_id", "family_key", "owner_id"),
        Index("ix_leads_created", "team_id", "created_at", "id"),
        Index("ix_leads_heard", "team_id", "heard_at", "id"),
        Index("ix_leads_owner_score", "team_id", "owner_id", "score", "id"),
        Index(
            "ix_leads_asking",
            "team_id",
            "owner_id",
            "score",
            "id",
            sqlite_where=text(_ASKS),
            postgresql_where=text(_ASKS),
        ),
        Index("ix_leads_phone", "phone"),
        Index("ix_leads_quality", "team_id", "quality", "score", "id"),
        Index("ix_leads_owner_quality", "team_id", "owner_id", "quality", "score", "id"),
    )
    team_id: Mapped[int] = ref("teams")
    owner_id: Mapped[int] = ref("users")
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(default="")
    given_key: Mapped[str] = mapped_column(default="", server_default="")
    family_key: Mapped[str] = mapped_column(default="", server_default="")
    search_key: Mapped[str] = mapped_column(default="")
    phone: Mapped[str | None]
    email: Mapped[str | None]
    company: Mapped[str] = mapped_column(default="")
    company_id: Mapped[int | None] = mapped_column(BIG, index=True)
    place: Mapped[str] = mapped_column(default="")
    stage: Mapped[str] = mapped_column(default="new")
    tier: Mapped[str] = mapped_column(default="standard")
    lifetime_value: Mapped[float] = mapped_column(default=0.0)
    score: Mapped[int] = mapped_column(default=0)
    quality: Mapped[str] = mapped_column(default="cold")
    tone: Mapped[str] = mapped_column(default="neutral")
    is_customer: Mapped[bool] = mapped_column(default=False)
    satisfaction_score: Mapped[int | None]
    watched_video: Mapped[bool] = mapped_column(default=False)
    objections: Mapped[list[Any]] = mapped_column(default=list)
    interests: Mapped[list[Any]] = mapped_column(default=list)
    disg: Mapped[str | None]
    language: Mapped[str] = mapped_column(default="de")
    register: Mapped[str] = mapped_column(default="du")
    zone: Mapped[str] = mapped_column(default="Europe/Berlin")
    region: Mapped[str | None]
    purpose: Mapped[str | None]
    source: Mapped[str] = mapped_column(default="inbound")
    import_id: Mapped[int | None] = mapped_column(index=True)
    exported: Mapped[bool] = mapped_column(default=False)
    paused_reason: Mapped[str | None]
    away_until: Mapped[datetime | None]
    taken_at: Mapped[datetime | None]
    partner_at: Mapped[datetime | None]
    won_at: Mapped[datetime | None]
    last_inbound_at: Mapped[datetime | None]
    heard_at: Mapped[datetime] = mapped_column(default=NEVER)
    last_outbound_at: Mapped[datetime | None]
    disclosed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


def _derive(_mapper: object, _connection: object, lead: Lead) -> None:
    """``heard_at`` is a time in every row, so that an index can order by it; ``NEVER`` when nothing came."""
    lead.name_key = fold(lead.name)
    lead.given_key, lead.family_key = ends(lead.name_key)
    lead.search_key = search_key(lead.phone, lead.name, lead.company, lead.place, lead.email)
    lead.heard_at = lead.last_inbound_at or NEVER


event.listen(Lead, "before_insert", _derive)
event.listen(Lead, "before_update", _derive)


class Company(Row):
    """What a company's own pages say, one row per team and site. ``facts``: [{kind, value, source, role?}].

    Nothing here is anybody's consent, and no number found here becomes a lead by itself.
    """

    __tablename__ = "companies"
    __table_args__ = (UniqueConstraint("team_id", "domain"), Index("ix_companies_name", "team_id", "name_key"))
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    domain: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(default="")
    industry: Mapped[str] = mapped_column(default="")
    employees: Mapped[str] = mapped_column(default="")
    facts: Mapped[list[Any]] = mapped_column(default=list)
    pages: Mapped[list[Any]] = mapped_column(default=list)
    fetched_at: Mapped[datetime]
    created_at: Mapped[datetime]


class Note(Row):
    __tablename__ = "notes"
    team_id: Mapped[int] = ref("teams")
    lead_id: Mapped[int] = ref("leads", index=True)
    user_id: Mapped[int | None] = ref("users", nullable=True)
    text: Mapped[str]
    at: Mapped[datetime]


class Claim(Row):
    """Which lead's rep works a person for a purpose; the person is a keyed hash of one of her addresses.

    ``at``: when there was contact first; how long it has been silent follows from the lead's own row.
    """

    __tablename__ = "claims"
    __table_args__ = (UniqueConstraint("team_id", "address_hash", "purpose"), Index("ix_claims_lead", "lead_id"))
    team_id: Mapped[int] = ref("teams")
    address_hash: Mapped[str]
    purpose: Mapped[str]
    lead_id: Mapped[int] = mapped_column(BIG)
    at: Mapped[datetime]


class Consent(Row):
    """Append-only ledger (§ 7 UWG): what a person allowed, for which channel and purpose, how and when."""

    __tablename__ = "consents"
    team_id: Mapped[int] = ref("teams")
    lead_id: Mapped[int] = ref("leads", index=True)
    channel: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="sales")
    granted: Mapped[bool] = mapped_column(default=True)
    basis: Mapped[str]
    wording: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    user_id: Mapped[int | None]
    at: Mapped[datetime]


class Suppression(Row):
    """An opt-out as a keyed hash of an address: survives erasure and re-import, holds on every channel."""

    __tablename__ = "suppressions"
    __table_args__ = (UniqueConstraint("team_id", "address_hash"),)
    team_id: Mapped[int] = ref("teams")
    address_hash: Mapped[str]
    lead_id: Mapped[int | None] = mapped_column(index=True)
    reason: Mapped[str]
    at: Mapped[datetime]


class LeadAnalysis(Row):
    """What one turn of a lead's messages meant and the score it gave, with its seven factors."""

    __tablename__ = "lead_analyses"
    team_id: Mapped[int] = ref("teams")
    lead_id: Mapped[int] = ref("leads", index=True)
    message_id: Mapped[int]
    intent: Mapped[str]
    urgency: Mapped[str]
    tone: Mapped[str]
    category: Mapped[str]
    confidence: Mapped[int]
    facts: Mapped[list[Any]] = mapped_column(default=list)
    provider: Mapped[str]
    score: Mapped[int]
    quality: Mapped[str]
    factors: Mapped[list[Any]] = mapped_column(default=list)
    at: Mapped[datetime]
