"""Members come and go, deputies, the weekly report, escalations of every kind, who looked at whose figures."""

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _partial(batch_op: BatchOperations, name: str, columns: list[str], where: str) -> None:
    batch_op.create_index(name, columns, unique=False, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def upgrade() -> None:
    op.create_table(
        "looks",
        sa.Column("team_id", _BIG, nullable=False),
        sa.Column("user_id", _BIG, nullable=False),
        sa.Column("subject_id", _BIG, nullable=False),
        sa.Column("lead_id", _BIG, nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["subject_id"], ["users.id"], name=op.f("fk_looks_subject_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_looks_team_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_looks_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_looks")),
    )
    with op.batch_alter_table("looks", schema=None) as batch_op:
        batch_op.create_index("ix_looks_subject", ["subject_id", "id"], unique=False)
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.add_column(sa.Column("deputy_id", _BIG, nullable=True))
        batch_op.add_column(sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("name", sa.String(), nullable=False, server_default=""))
        batch_op.alter_column("name", server_default=None)
    with op.batch_alter_table("daily_plans", schema=None) as batch_op:
        batch_op.add_column(sa.Column("weekly", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("next_weekly_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.alter_column("weekly", server_default=None)
        batch_op.create_index("ix_daily_plans_weekly", ["next_weekly_at"], unique=False)
    # Plans of before hear of the week when their next morning comes round.
    op.execute("UPDATE daily_plans SET next_weekly_at = next_digest_at")
    with op.batch_alter_table("approvals", schema=None) as batch_op:
        batch_op.add_column(sa.Column("depute_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("deputy_id", _BIG, nullable=True))
        _partial(batch_op, "ix_approvals_depute", ["depute_at"], "state = 'pending' AND depute_at IS NOT NULL")
        _partial(batch_op, "ix_approvals_deputy", ["deputy_id"], "state = 'pending'")
    with op.batch_alter_table("audit_events", schema=None) as batch_op:
        _partial(batch_op, "ix_audit_denied", ["actor_id", "reason", "at"], "outcome = 'denied'")
    with op.batch_alter_table("escalations", schema=None) as batch_op:
        batch_op.alter_column("lead_id", existing_type=_BIG, nullable=True)
        batch_op.add_column(sa.Column("approval_id", _BIG, nullable=True))
        batch_op.add_column(sa.Column("rule", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("count", _BIG, nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.alter_column("count", server_default=None)
        batch_op.create_index("ix_escalations_user", ["user_id", "rule", "at"], unique=False)
        _partial(batch_op, "ix_escalations_waiting", ["due_at"], "state = 'waiting'")


def downgrade() -> None:
    op.execute("DELETE FROM escalations WHERE lead_id IS NULL")
    with op.batch_alter_table("escalations", schema=None) as batch_op:
        batch_op.drop_index("ix_escalations_waiting")
        batch_op.drop_index("ix_escalations_user")
        for column in ("due_at", "count", "rule", "approval_id"):
            batch_op.drop_column(column)
        batch_op.alter_column("lead_id", existing_type=_BIG, nullable=False)
    with op.batch_alter_table("audit_events", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_denied")
    with op.batch_alter_table("approvals", schema=None) as batch_op:
        batch_op.drop_index("ix_approvals_deputy")
        batch_op.drop_index("ix_approvals_depute")
        batch_op.drop_column("deputy_id")
        batch_op.drop_column("depute_at")
    with op.batch_alter_table("daily_plans", schema=None) as batch_op:
        batch_op.drop_index("ix_daily_plans_weekly")
        batch_op.drop_column("next_weekly_at")
        batch_op.drop_column("weekly")
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.drop_column("name")
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.drop_column("left_at")
        batch_op.drop_column("deputy_id")
    with op.batch_alter_table("looks", schema=None) as batch_op:
        batch_op.drop_index("ix_looks_subject")
    op.drop_table("looks")
