"""What an address asks of the table of leads; the page, the exports and shared views read it alike. PURE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from store.queries.leadlist import Sort, Wanted

PAGE = 50
SORTS: Sequence[tuple[Sort, bool]] = (
    ("score", True),
    ("last_inbound_at", True),
    ("created_at", True),
    ("name", False),
)


def from_query(given: Mapping[str, str]) -> Wanted:
    """The filter an address asks for; what it does not understand is left out."""
    quality, owner = given.get("quality", "").lower(), given.get("owner", "")
    chosen: Sort = next((name for name, _ in SORTS if name == given.get("sort")), "score")
    return Wanted(
        quality=quality if quality in ("hot", "warm", "cold") else None,
        stage=given.get("stage", "")[:40] or None,
        source=given.get("channel", "")[:40] or None,
        search=given.get("search", "")[:100],
        owner_id=int(owner) if owner.isascii() and owner.isdigit() and len(owner) < 19 else None,
        sort=chosen,
        descending=dict(SORTS)[chosen],
        limit=PAGE,
    )


def told(wanted: Wanted) -> dict[str, str]:
    """The filter as an address tells it, without what is usual anyway."""
    given = {
        "quality": wanted.quality,
        "stage": wanted.stage,
        "channel": wanted.source,
        "search": wanted.search,
        "owner": wanted.owner_id,
        "sort": wanted.sort if wanted.sort != "score" else None,
    }
    return {name: str(value) for name, value in given.items() if value}


def to_query(wanted: Wanted) -> str:
    """``?quality=hot&…``; "" when nothing is filtered."""
    found = urlencode(told(wanted))
    return f"?{found}" if found else ""
