"""Leads are searched by one folded column and listed from one index; "last heard" is a time in every row."""

import sqlalchemy as sa
from alembic import op

from store.folding import search_key
from store.migrations import lead_search

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_INDEXES = {
    "ix_leads_list": ["team_id", "owner_id", "quality", "stage", "source", "is_customer"],
    "ix_leads_search": ["team_id", "owner_id", "search_key"],
    "ix_leads_heard": ["team_id", "heard_at", "id"],
    "ix_leads_owner_score": ["team_id", "owner_id", "score", "id"],
}
_READ = ("id", "name", "company", "place", "email", "phone")
_AT_ONCE = 2000


def upgrade() -> None:
    never = sa.text("'1970-01-01 00:00:00.000000'")
    if op.get_bind().dialect.name == "postgresql":
        never = sa.text("'1970-01-01 00:00:00+00'")
    # Added in place and with their defaults kept: a table that others refer to cannot be built anew on SQLite.
    op.add_column("leads", sa.Column("search_key", sa.String(), nullable=False, server_default=""))
    op.add_column("leads", sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False, server_default=never))
    for name in ("ix_leads_owner", "ix_leads_owner_score"):
        op.drop_index(name, table_name="leads")
    op.execute("UPDATE leads SET heard_at = last_inbound_at WHERE last_inbound_at IS NOT NULL")
    _fill()
    for name, columns in _INDEXES.items():
        op.create_index(name, "leads", columns, unique=False)
    lead_search.create()


def _fill() -> None:
    leads = sa.table("leads", *(sa.column(name) for name in (*_READ, "search_key")))
    change = leads.update().where(leads.c.id == sa.bindparam("row")).values(search_key=sa.bindparam("key"))
    last = 0
    while True:
        query = sa.select(*(leads.c[name] for name in _READ)).where(leads.c.id > last).order_by(leads.c.id)
        rows = op.get_bind().execute(query.limit(_AT_ONCE)).all()
        if not rows:
            return
        keys = [
            {"row": row.id, "key": search_key(row.phone, row.name, row.company, row.place, row.email)} for row in rows
        ]
        op.get_bind().execute(change, keys)
        last = rows[-1].id


def downgrade() -> None:
    lead_search.drop()
    for name in _INDEXES:
        op.drop_index(name, table_name="leads")
    op.create_index("ix_leads_owner", "leads", ["team_id", "owner_id"], unique=False)
    op.create_index("ix_leads_owner_score", "leads", ["owner_id", "score", "id"], unique=False)
    for name in ("heard_at", "search_key"):
        op.drop_column("leads", name)
