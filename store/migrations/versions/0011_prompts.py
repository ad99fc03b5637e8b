"""The prompt library, its executions, voices and generated messages."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "prompts",
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("prompt_template", sa.String(), nullable=False),
        sa.Column("input_schema", sa.JSON(), nullable=False),
        sa.Column("sample", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("usage_count", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ratings", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("success_rate", sa.Double(), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_prompts_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompts")),
        sa.UniqueConstraint("team_id", "key", "language", name=op.f("uq_prompts_team_id_key_language")),
    )
    with op.batch_alter_table("prompts", schema=None) as batch_op:
        batch_op.create_index("ix_prompts_category", ["category", "language"], unique=False)

    op.create_table(
        "personas",
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("tone", sa.JSON(), nullable=False),
        sa.Column("forbidden_words", sa.JSON(), nullable=False),
        sa.Column("preferred_phrases", sa.JSON(), nullable=False),
        sa.Column("emoji_style", sa.String(), nullable=False),
        sa.Column("system_prompt", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_personas_team_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_personas_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personas")),
        sa.UniqueConstraint("user_id", name=op.f("uq_personas_user_id")),
    )
    op.create_table(
        "prompt_executions",
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("prompt_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("input_values", sa.JSON(), nullable=False),
        sa.Column("output", sa.String(), nullable=False),
        sa.Column("execution_time_ms", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("rating", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("feedback", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_prompt_executions_lead_id")),
        sa.ForeignKeyConstraint(["prompt_id"], ["prompts.id"], name=op.f("fk_prompt_executions_prompt_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_prompt_executions_team_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_prompt_executions_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompt_executions")),
    )
    with op.batch_alter_table("prompt_executions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_prompt_executions_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_prompt_executions_prompt_id"), ["prompt_id"], unique=False)

    op.create_table(
        "generations",
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("conversation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("creator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chatter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("confidence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reasoning", sa.JSON(), nullable=False),
        sa.Column("suggested_price", sa.Double(), nullable=True),
        sa.Column("requires_approval", sa.Boolean(), nullable=False),
        sa.Column("approval_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(["chatter_id"], ["users.id"], name=op.f("fk_generations_chatter_id")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_generations_conversation_id")),
        sa.ForeignKeyConstraint(["creator_id"], ["users.id"], name=op.f("fk_generations_creator_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_generations_lead_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_generations_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_generations")),
    )
    with op.batch_alter_table("generations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_generations_lead_id"), ["lead_id"], unique=False)

    with op.batch_alter_table("token_usage", schema=None) as batch_op:
        batch_op.alter_column("cost", existing_type=sa.FLOAT(), type_=sa.Double(), existing_nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("token_usage", schema=None) as batch_op:
        batch_op.alter_column("cost", existing_type=sa.Double(), type_=sa.FLOAT(), existing_nullable=False)

    with op.batch_alter_table("generations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_generations_lead_id"))

    op.drop_table("generations")
    with op.batch_alter_table("prompt_executions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_prompt_executions_prompt_id"))
        batch_op.drop_index(batch_op.f("ix_prompt_executions_lead_id"))

    op.drop_table("prompt_executions")
    op.drop_table("personas")
    with op.batch_alter_table("prompts", schema=None) as batch_op:
        batch_op.drop_index("ix_prompts_category")

    op.drop_table("prompts")
