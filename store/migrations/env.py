"""Alembic's entry: runs on the connection that ``store.migrate`` hands over, never opens one itself."""

from alembic import context

from store.migrations import lead_search
from store.models import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    include_name=lambda name, kind, _parents: not lead_search.foreign(name, kind),
)
with context.begin_transaction():
    context.run_migrations()
