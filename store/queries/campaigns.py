"""Queries on messages to many: campaigns, their items, and whom a filter means."""

from __future__ import annotations

from sqlalchemy import ColumnElement, literal_column

GOING: ColumnElement[bool] = literal_column("campaigns.state = 'running'")
