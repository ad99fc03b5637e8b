"""Since when a lead is a customer or partner, however that came about."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("won_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE leads SET won_at = partner_at WHERE partner_at IS NOT NULL")
    said = (
        "SELECT max(at) FROM audit_events WHERE audit_events.lead_id = leads.id"
        " AND tool = 'update_lead' AND outcome = 'done'"
    )
    op.execute(
        f"UPDATE leads SET won_at = ({said})"  # noqa: S608 - constant text
        " WHERE won_at IS NULL AND (is_customer OR stage IN ('customer', 'partner'))"
    )


def downgrade() -> None:
    op.drop_column("leads", "won_at")
