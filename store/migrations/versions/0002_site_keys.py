"""Site keys: the door of a team's website."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("site_key", sa.String(), nullable=True))
    op.create_index("uq_accounts_site_key", "accounts", ["site_key"], unique=True)


def downgrade() -> None:
    op.drop_index("uq_accounts_site_key", table_name="accounts")
    op.drop_column("accounts", "site_key")
