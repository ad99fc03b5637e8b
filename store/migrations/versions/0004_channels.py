"""Real channels: quarantine, rates, limits of accounts, what providers say of windows and templates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "provider_events",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_provider_events"),
        sa.UniqueConstraint("provider", "digest", name="uq_provider_events_provider_digest"),
    )
    op.create_table(
        "rates",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("tat", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rates"),
        sa.UniqueConstraint("key", name="uq_rates_key"),
    )
    with op.batch_alter_table("accounts") as batch:
        batch.add_column(sa.Column("limits", sa.JSON(), nullable=False, server_default="{}"))
        batch.add_column(sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("conversations") as batch:
        batch.add_column(sa.Column("window_shut_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("whatsapp_templates") as batch:
        batch.add_column(sa.Column("provider", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("provider_name", sa.String(), nullable=True))
        batch.add_column(sa.Column("provider_language", sa.String(), nullable=True))
        batch.add_column(sa.Column("category", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("whatsapp_templates") as batch:
        for name in ("checked_at", "category", "provider_language", "provider_name", "provider"):
            batch.drop_column(name)
    with op.batch_alter_table("conversations") as batch:
        batch.drop_column("window_shut_at")
    with op.batch_alter_table("accounts") as batch:
        batch.drop_column("opened_at")
        batch.drop_column("limits")
    op.drop_table("rates")
    op.drop_table("provider_events")
