"""Indexes for the health of each line: what failed, and what was sent unasked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_INDEXES = {"ix_messages_unasked": "kind = 'proactive'", "ix_messages_failed": "state = 'failed'"}


def upgrade() -> None:
    for name, where in _INDEXES.items():
        op.create_index(
            name, "messages", ["account_id", "at"], sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )


def downgrade() -> None:
    for name in _INDEXES:
        op.drop_index(name, table_name="messages")
