"""Alembic migrations; ``HEAD`` spares a start-up the look through the scripts when nothing is to be done."""

HEAD = "0027"
