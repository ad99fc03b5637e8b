"""What a case's rows and phones say before and after an act, and whether that is what was expected of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.support.world import World

WATCHED = (
    *("leads", "notes", "reminders", "approvals", "enrolments", "consents", "suppressions", "conversations"),
    *(
        "prompt_executions",
        "personas",
        "generations",
        "playbooks",
        "playbook_clones",
        "share_links",
        "objection_handlers",
    ),
)
# What moves by itself with every message or look, and says nothing about an act.
INCIDENTAL = {
    "leads": {"last_outbound_at", "last_inbound_at", "disclosed_at", "search_key", "given_key", "family_key", "won_at"},
    "reminders": {"delivered_at"},
    "approvals": {"card_message_id", "warned_at"},
    "enrolments": {"lease_until", "lease_token", "progress"},
}
ONLY = {"conversations": {"id", "mode", "lead_id"}}
BERLIN = ZoneInfo("Europe/Berlin")
Rows = dict[str, dict[int, dict[str, Any]]]


async def snapshot(w: World) -> Rows:
    """The watched rows by table and id, without what is incidental."""

    def shown(table: str, row: dict[str, Any]) -> dict[str, Any]:
        names = ONLY.get(table) or set(row) - INCIDENTAL.get(table, set())
        return {name: row[name] for name in names}

    found = await w.tables(WATCHED)
    return {table: {row["id"]: shown(table, row) for row in rows} for table, rows in found.items()}


def same_rows(before: Rows, after: Rows, expect: Mapping[str, Any], *, strict: bool = True) -> None:
    """What is new or changed is what was named; ``strict``: of a lead nothing but the named columns."""
    named = expect.get("rows", {})
    assert set(named) <= set(WATCHED)
    for table in WATCHED:
        changed = [row for key, row in after[table].items() if row != before[table].get(key)]
        wanted = named.get(table, ())
        assert len(changed) == len(wanted), f"{table}: {changed}"
        for row, part in zip(changed, wanted, strict=True):
            assert fits(part, row), f"{table}: {row}"
            if strict and table == "leads" and (old := before[table].get(row["id"])) is not None:
                assert {name for name, value in row.items() if value != old[name]} <= set(part), row


def fits(part: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    return all(like(wanted, row[name]) for name, wanted in part.items())


def like(wanted: Any, found: Any) -> bool:
    """Equal; a moment as it reads in Berlin; "…" stands for anything."""
    if isinstance(found, datetime) and isinstance(wanted, str):
        return found.astimezone(BERLIN).strftime("%Y-%m-%d %H:%M") == wanted
    if isinstance(wanted, str) and "…" in wanted and isinstance(found, str):
        pattern = ".*".join(re.escape(part) for part in wanted.split("…"))
        return re.fullmatch(pattern, found, re.DOTALL) is not None
    return bool(wanted == found)


async def phones(w: World) -> list[tuple[str, str]]:
    """(lead or address, text) of everything that leads' phones show, oldest first."""
    names = {row["phone"]: row["name"] for row in await w.rows("leads")}
    cursor = await w.parts.phones.db.execute(
        "select address, text from phone where direction='to_person' and channel not in ('telegram', 'console')"
        " order by id"
    )
    return [(names.get(address, address), text) for address, text in await cursor.fetchall()]


def same_texts(new: Sequence[tuple[str, str]], expect: Mapping[str, Any]) -> None:
    wanted = [(name, text) for name, texts in expect.get("phone", {}).items() for text in texts]
    found = sorted(new, key=lambda item: [name for name, _ in wanted].index(item[0]) if item[0] in dict(wanted) else -1)
    assert len(found) == len(wanted), found
    assert all(a[0] == b[0] and like(a[1], b[1]) for a, b in zip(wanted, found, strict=True)), found
