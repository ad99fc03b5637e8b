"""Leads are found by the one word they are called by: first and last word of the name, each with an index."""

import sqlalchemy as sa
from alembic import op

from store.folding import ends

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_INDEXES = {"ix_leads_given": "given_key", "ix_leads_family": "family_key"}
_AT_ONCE = 2000


def upgrade() -> None:
    for name in _INDEXES.values():
        op.add_column("leads", sa.Column(name, sa.String(), nullable=False, server_default=""))
    _fill()
    for index, name in _INDEXES.items():
        op.create_index(index, "leads", ["team_id", name, "owner_id"], unique=False)


def _fill() -> None:
    leads = sa.table("leads", *(sa.column(name) for name in ("id", "name_key", *_INDEXES.values())))
    change = leads.update().where(leads.c.id == sa.bindparam("row"))
    change = change.values(given_key=sa.bindparam("given"), family_key=sa.bindparam("family"))
    last = 0
    while True:
        query = sa.select(leads.c.id, leads.c.name_key).where(leads.c.id > last).order_by(leads.c.id)
        rows = op.get_bind().execute(query.limit(_AT_ONCE)).all()
        if not rows:
            return
        keys = [(row.id, *ends(row.name_key)) for row in rows]
        op.get_bind().execute(change, [{"row": row, "given": given, "family": family} for row, given, family in keys])
        last = rows[-1].id


def downgrade() -> None:
    for index, name in _INDEXES.items():
        op.drop_index(index, table_name="leads")
        op.drop_column("leads", name)
