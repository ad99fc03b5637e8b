"""The team's video."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("teams", sa.Column("video_url", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("teams", "video_url")
