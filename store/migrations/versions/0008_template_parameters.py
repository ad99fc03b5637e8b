"""The provider's own names for the placeholders of approved templates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("whatsapp_templates", sa.Column("parameters", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("whatsapp_templates", "parameters")
