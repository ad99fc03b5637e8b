"""The index of three-letter pieces behind the search among leads, on both databases.

SQLite drops triggers with a table that a migration builds anew: such a migration over ``leads`` ends with ``create``.
On PostgreSQL a plain function and a GIN index do it, so that no extension has to be installed.
"""

from __future__ import annotations

from alembic import op

_SQLITE = (
    "CREATE VIRTUAL TABLE lead_search USING fts5("
    "search_key, content='leads', content_rowid='id', tokenize='trigram case_sensitive 1')",
    "CREATE TRIGGER lead_search_insert AFTER INSERT ON leads BEGIN"
    " INSERT INTO lead_search(rowid, search_key) VALUES (new.id, new.search_key); END",
    "CREATE TRIGGER lead_search_delete AFTER DELETE ON leads BEGIN"
    " INSERT INTO lead_search(lead_search, rowid, search_key) VALUES ('delete', old.id, old.search_key); END",
    "CREATE TRIGGER lead_search_update AFTER UPDATE OF search_key ON leads WHEN old.search_key <> new.search_key BEGIN"
    " INSERT INTO lead_search(lead_search, rowid, search_key) VALUES ('delete', old.id, old.search_key);"
    " INSERT INTO lead_search(rowid, search_key) VALUES (new.id, new.search_key); END",
    "INSERT INTO lead_search(lead_search) VALUES ('rebuild')",
)
_POSTGRESQL = (
    "CREATE FUNCTION lead_grams(said text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS"
    " $$ SELECT coalesce(array_agg(DISTINCT substr(said, n, 3)), '{}') FROM generate_series(1, length(said) - 2) n $$",
    "CREATE INDEX ix_leads_grams ON leads USING gin (lead_grams(search_key))",
)
_GONE = {
    "sqlite": (
        *(f"DROP TRIGGER IF EXISTS lead_search_{act}" for act in ("insert", "delete", "update")),
        "DROP TABLE IF EXISTS lead_search",
    ),
    "postgresql": ("DROP INDEX IF EXISTS ix_leads_grams", "DROP FUNCTION IF EXISTS lead_grams"),
}


def foreign(name: str | None, kind: str) -> bool:
    """Whether a table or an index is none of the models' but this index's own."""
    return name is not None and ((kind == "table" and name.startswith("lead_search")) or name == "ix_leads_grams")


def create() -> None:
    drop()
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def drop() -> None:
    for statement in _GONE[op.get_bind().dialect.name]:
        op.execute(statement)
