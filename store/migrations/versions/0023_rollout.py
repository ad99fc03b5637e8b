"""How far a team lets the bot answer by itself, and whether a person chose a conversation's mode."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "rollouts",
        sa.Column("team_id", _BIG, nullable=False),
        sa.Column("stage", sa.Integer(), nullable=True),
        sa.Column("pilot_id", _BIG, nullable=True),
        sa.Column("user_id", _BIG, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_rollouts_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rollouts")),
    )
    op.create_index("ix_rollouts_team", "rollouts", ["team_id", "id"])
    op.add_column("conversations", sa.Column("mode_set", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(sa.text("UPDATE conversations SET mode_set = true WHERE mode <> 'draft_only'"))


def downgrade() -> None:
    op.drop_column("conversations", "mode_set")
    op.drop_table("rollouts")
