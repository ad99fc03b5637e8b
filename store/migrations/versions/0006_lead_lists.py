"""Orders of lead lists, each with an index that ends in the id."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_INDEXES = {
    "ix_leads_score": ["team_id", "score", "id"],
    "ix_leads_name": ["team_id", "name_key", "id"],
    "ix_leads_created": ["team_id", "created_at", "id"],
    "ix_leads_owner_score": ["owner_id", "score", "id"],
    "ix_leads_phone": ["phone"],
}


def upgrade() -> None:
    for name, columns in _INDEXES.items():
        op.create_index(name, "leads", columns, unique=False)


def downgrade() -> None:
    for name in _INDEXES:
        op.drop_index(name, table_name="leads")
