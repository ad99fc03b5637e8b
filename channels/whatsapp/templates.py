"""Approved templates between their text here and their parameters there. PURE.

The text a person saw and approved is what leaves: the parameters are read back out of it, so that whatever the provider
puts into its own copy of the body comes out as that very text, or the template is not sent at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BRACES = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
# What Meta refuses inside a parameter: line breaks, tabs, more than four spaces in a row.
_REFUSED = re.compile(r"[\n\t\r]| {5}")


def parameters(body: str) -> tuple[str, ...]:
    """The names between a body's braces, in order and once each."""
    return tuple(dict.fromkeys(match[1] for match in _BRACES.finditer(body)))


def values(body: str, text: str, names: Sequence[str] = ()) -> tuple[tuple[str, str], ...] | None:
    """``((name, value), …)`` with which ``body`` becomes ``text``; None when it cannot.

    ``names`` are the provider's own for the same places; without them they are numbered as WhatsApp numbers them.
    """
    places = parameters(body)
    pattern, position, seen = "", 0, set[str]()
    body = body.strip()
    for match in _BRACES.finditer(body):
        pattern += re.escape(body[position : match.start()])
        group = f"p{places.index(match[1])}"
        pattern += f"(?P={group})" if match[1] in seen else f"(?P<{group}>.+?)"
        seen.add(match[1])
        position = match.end()
    found = re.fullmatch(pattern + re.escape(body[position:]), text.strip(), re.DOTALL)
    if found is None or (names and len(names) != len(places)):
        return None
    called = tuple(names) or tuple(str(n + 1) for n in range(len(places)))
    filled = tuple((name, found[f"p{n}"]) for n, name in enumerate(called))
    return None if any(_REFUSED.search(value) for _, value in filled) else filled
