"""Who waits for an answer is found without a look at anybody else."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_ASKS = "last_inbound_at IS NOT NULL AND (last_outbound_at IS NULL OR last_inbound_at > last_outbound_at)"


def upgrade() -> None:
    op.create_index(
        "ix_leads_asking",
        "leads",
        ["team_id", "owner_id", "score", "id"],
        unique=False,
        sqlite_where=sa.text(_ASKS),
        postgresql_where=sa.text(_ASKS),
    )


def downgrade() -> None:
    op.drop_index("ix_leads_asking", table_name="leads")
