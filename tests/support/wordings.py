"""Labelled requests of reps and the judge that compares what the offline grammar read with what was wanted. PURE.

A row is ``[difficulty, text, {focus: name}?, {tool: wanted}, …]``; difficulty e(asy), o(rdinary), h(ard) or t(rap: no
act may come of it). ``wanted`` compares case-folded values; ``at`` is the local time the words mean (or ``ask``),
``has`` words a text must hold, ``note``, ``sequence`` and ``instruction`` parts of theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from agent import grammar
from agent.grammar import read
from store import dates
from store.folding import fold
from tests.support.tables import table_of

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"
_DATA = Path(__file__).parents[1] / "unit" / "data"
_LOOSE = ("note", "sequence", "instruction", "topic", "body", "subject", "about")
_TEXTS = ("text", "message", "body")


@dataclass(frozen=True, slots=True)
class Row:
    level: str
    text: str
    focus: str | None
    wanted: tuple[tuple[str, Mapping[str, Any]], ...]
    names: frozenset[str] = frozenset()


def rows(name: str, *, known: bool = False) -> list[Row]:
    """The rows of a batch; ``known``: everybody it speaks of is a lead of the rep's, so that the names are known."""
    found = [_row(*one) for one in table_of(_DATA / f"{name}.yaml")]
    if not known:
        return found
    names = {part for row in found for _, want in row.wanted for part in _called(want)}
    return [replace(row, names=frozenset(names & set(grammar.spoken(row.text)))) for row in found]


def _called(wanted: Mapping[str, Any]) -> list[str]:
    return [part for field in ("lead", "query") for part in fold(str(wanted.get(field, ""))).split()]


def _row(level: str, text: str, *rest: dict[str, Any]) -> Row:
    calls = [(tool, value) for one in rest for tool, value in one.items()]
    focus = next((value for tool, value in calls if tool == "focus"), None)
    return Row(level, text, focus, tuple((tool, value or {}) for tool, value in calls if tool != "focus"))


def got(row: Row) -> list[tuple[str, Mapping[str, Any]]]:
    reading = read(row.text, now=NOW, zone=ZONE, focus=row.focus, names=row.names)
    return [(one.tool, one.arguments) for one in reading.requests]


def right(row: Row) -> bool:
    """Whether exactly the wanted acts came of it, in order, each with the right lead, time and text."""
    calls = got(row)
    return len(calls) == len(row.wanted) and all(
        tool == want and _fits(tool, arguments, wanted)
        for (tool, arguments), (want, wanted) in zip(calls, row.wanted, strict=True)
    )


def _fits(tool: str, arguments: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    text = next((str(arguments[name]) for name in _TEXTS if arguments.get(name)), None)
    if tool.startswith("send_") and ("text" in wanted or "has" in wanted) != (text is not None):
        return False
    if "lead" in arguments and "lead" not in wanted and tool != "create_reminder":
        return False  # a reminder keeps a name nobody has as part of its note
    return all(_same(name, value, arguments, text or "") for name, value in wanted.items())


def _same(name: str, value: Any, arguments: Mapping[str, Any], text: str) -> bool:
    if name == "text":
        return _plain(text) == _plain(str(value))
    if name == "has":
        return _plain(str(value)) in _plain(text)
    if name == "at":
        return _moment(arguments) == value
    if name in _LOOSE:
        return _plain(str(value)) in _plain(str(arguments.get(name) or ""))
    return _plain(str(arguments.get(name))) == _plain(str(value))


def _moment(arguments: Mapping[str, Any]) -> str:
    said = arguments.get("date") or arguments.get("when")
    when = dates.parse(str(said), NOW, ZONE) if said else None
    return "ask" if when is None or when.at is None else f"{when.at.astimezone(ZoneInfo(ZONE)):%m-%d %H:%M}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .!")


def figures(found: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """level -> (right, all)."""
    return {
        level: (sum(right(row) for row in found if row.level == level), sum(row.level == level for row in found))
        for level in "eoht"
        if any(row.level == level for row in found)
    }
