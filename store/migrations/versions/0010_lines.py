"""Who is behind an address: pairing codes, invitations, confirmed and dead addresses, absences, places in mailboxes."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "codes",
        sa.Column("team_id", BIG, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("user_id", BIG, nullable=False),
        sa.Column("lead_id", BIG, nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("expires_at", TIME, nullable=True),
        sa.Column("used_at", TIME, nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_codes_team_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_codes_user_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_codes_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codes")),
        sa.UniqueConstraint("digest", name=op.f("uq_codes_digest")),
    )
    op.create_index("ix_codes_user", "codes", ["user_id", "kind"])
    op.create_index(op.f("ix_codes_lead_id"), "codes", ["lead_id"])
    op.create_table(
        "code_tries",
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_tries")),
    )
    op.create_index("ix_code_tries_sender", "code_tries", ["sender", "at"])
    op.create_table(
        "places",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sa.UniqueConstraint("name", name=op.f("uq_places_name")),
    )
    op.add_column("identities", sa.Column("invalid_at", TIME, nullable=True))
    op.add_column("identities", sa.Column("verified_at", TIME, nullable=True))
    op.add_column("leads", sa.Column("away_until", TIME, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("leads") as batch_op:
        batch_op.drop_column("away_until")
    with op.batch_alter_table("identities") as batch_op:
        batch_op.drop_column("verified_at")
        batch_op.drop_column("invalid_at")
    op.drop_table("places")
    op.drop_table("code_tries")
    op.drop_table("codes")
