"""What language models were asked, who answered, and what it took."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "token_usage",
        sa.Column("team_id", BIG, nullable=False),
        sa.Column("user_id", BIG, nullable=False),
        sa.Column("lead_id", BIG, nullable=True),
        sa.Column("turn_id", sa.String(), nullable=True),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("input_tokens", BIG, nullable=False),
        sa.Column("output_tokens", BIG, nullable=False),
        sa.Column("cost", sa.Float(), nullable=False),
        sa.Column("milliseconds", BIG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_token_usage_team_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_token_usage_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token_usage")),
    )
    op.create_index("ix_token_usage_team", "token_usage", ["team_id", "at"])
    op.create_index("ix_token_usage_turn", "token_usage", ["turn_id"])


def downgrade() -> None:
    op.drop_table("token_usage")
