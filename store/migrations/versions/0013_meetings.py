"""Appointments."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "meetings",
        sa.Column("team_id", BIG, nullable=False),
        sa.Column("user_id", BIG, nullable=False),
        sa.Column("lead_id", BIG, nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("calendar", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("revision", BIG, nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("turn_id", sa.String(), nullable=True),
        sa.Column("todo", sa.String(), nullable=True),
        sa.Column("attempts", BIG, nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_token", BIG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_meetings_team_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_meetings_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("event_id", name=op.f("uq_meetings_event_id")),
    )
    op.create_index("ix_meetings_user", "meetings", ["user_id", "starts_at"])
    op.create_index("ix_meetings_lead", "meetings", ["lead_id"])
    op.create_index(
        "ix_meetings_todo",
        "meetings",
        ["due_at"],
        sqlite_where=sa.text("todo IS NOT NULL"),
        postgresql_where=sa.text("todo IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_table("meetings")
