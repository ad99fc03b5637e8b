"""How a lead likes to be talked to: the DISG type a rep named (D, I, S, G)."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("disg", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("leads", "disg")
