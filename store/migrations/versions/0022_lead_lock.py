"""Who works a person for which purpose, by a keyed hash of her address."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "claims",
        sa.Column("team_id", _BIG, nullable=False),
        sa.Column("address_hash", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("lead_id", _BIG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_claims_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.UniqueConstraint("team_id", "address_hash", "purpose", name=op.f("uq_claims_team_id_address_hash_purpose")),
    )
    op.create_index("ix_claims_lead", "claims", ["lead_id"])
    op.add_column("leads", sa.Column("purpose", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("leads", "purpose")
    op.drop_table("claims")
