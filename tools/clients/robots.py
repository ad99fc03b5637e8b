"""robots.txt as RFC 9309 reads it: the group for us or for everybody, the longest matching rule wins. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

_MOST_RULES = 2000
Rules = Sequence[tuple[bool, str]]


def rules(text: str, agent: str) -> Rules:
    """(allowed, pattern) pairs that hold for ``agent`` (its product name, lower case)."""
    ours: list[tuple[bool, str]] = []
    everybodys: list[tuple[bool, str]] = []
    named: set[str] = set()
    talking = found = False
    for line in text.splitlines()[: _MOST_RULES * 4]:
        field, colon, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if not colon:
            continue
        if field == "user-agent":
            named = named if talking else set()
            named.add(value.lower().partition("/")[0].strip())
            talking = True
            found = found or agent in named
        elif field in ("allow", "disallow"):
            talking = False
            if value and agent in named:
                ours.append((field == "allow", value))
            elif value and "*" in named:
                everybodys.append((field == "allow", value))
    return (ours if found else everybodys)[:_MOST_RULES]


def allowed(found: Rules, path: str) -> bool:
    """Whether a path (with its query) may be fetched; without a matching rule it may."""
    wanted = unquote(path)
    hits = [(len(pattern), yes) for yes, pattern in found if _matches(unquote(pattern), wanted)]
    return max(hits)[1] if hits else True


def _matches(pattern: str, path: str) -> bool:
    """``*`` stands for anything, ``$`` at the end for the end. Left to right, so that no pattern takes long."""
    ends = pattern.endswith("$")
    first, *rest = (pattern[:-1] if ends else pattern).split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return len(path) == len(first) if ends else True
    at = len(first)
    for piece in rest[:-1] if ends else rest:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return not ends or (len(path) - at >= len(rest[-1]) and path.endswith(rest[-1]))
