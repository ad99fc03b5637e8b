"""Answers to objections, for whom a playbook is, which version reached whom, and since when somebody is a partner."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "objection_handlers",
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("objection", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_objection_handlers_team_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_objection_handlers_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection_handlers")),
        sa.UniqueConstraint(
            *("user_id", "objection", "language", "register"),
            name=op.f("uq_objection_handlers_user_id_objection_language_register"),
        ),
    )
    op.create_table(
        "playbook_readers",
        sa.Column("playbook_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["playbook_id"], ["playbooks.id"], name=op.f("fk_playbook_readers_playbook_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_playbook_readers_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_readers")),
        sa.UniqueConstraint("playbook_id", "user_id", name=op.f("uq_playbook_readers_playbook_id_user_id")),
    )
    with op.batch_alter_table("playbook_readers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_playbook_readers_user_id"), ["user_id"], unique=False)

    op.create_table(
        "playbook_handovers",
        sa.Column("playbook_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["playbook_id"], ["playbooks.id"], name=op.f("fk_playbook_handovers_playbook_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_playbook_handovers_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_handovers")),
    )
    with op.batch_alter_table("playbook_handovers", schema=None) as batch_op:
        batch_op.create_index("ix_playbook_handovers_user", ["playbook_id", "user_id", "at"], unique=False)

    op.execute(
        "INSERT INTO playbook_handovers (playbook_id, user_id, version, how, at)"
        " SELECT playbook_id, user_id, version, 'cloned', at FROM playbook_clones ORDER BY id"
    )
    with op.batch_alter_table("playbook_clones", schema=None) as batch_op:
        batch_op.drop_column("digests")

    with op.batch_alter_table("playbooks", schema=None) as batch_op:
        batch_op.create_index("ix_playbooks_audience", ["audience"], unique=False)

    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.add_column(sa.Column("partner_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.drop_column("partner_at")

    with op.batch_alter_table("playbooks", schema=None) as batch_op:
        batch_op.drop_index("ix_playbooks_audience")

    with op.batch_alter_table("playbook_clones", schema=None) as batch_op:
        batch_op.add_column(sa.Column("digests", sa.JSON(), nullable=False, server_default="{}"))

    with op.batch_alter_table("playbook_handovers", schema=None) as batch_op:
        batch_op.drop_index("ix_playbook_handovers_user")

    op.drop_table("playbook_handovers")
    with op.batch_alter_table("playbook_readers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_playbook_readers_user_id"))

    op.drop_table("playbook_readers")
    op.drop_table("objection_handlers")
