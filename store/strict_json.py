"""JSON as the standard means it (SAFETY wall 1). PURE.

Python's own parser lets through NaN, Infinity, numbers that overflow, repeated keys, lone surrogates and NUL; each of
them breaks something further in (databases, comparisons, two readers seeing two different bodies).
"""

from __future__ import annotations

import json
import math
from typing import Any

DEPTH = 32
BODY_BYTES = 1024 * 1024


class NotStrict(ValueError):
    """The body is refused; the message says why, without quoting the body."""


def loads(body: bytes) -> Any:
    """The value of a UTF-8 body. Raises NotStrict."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise NotStrict("the body is not UTF-8") from None
    if text.startswith("\ufeff"):
        raise NotStrict("the body starts with a byte order mark")
    try:
        value = json.loads(text, parse_constant=_constant, parse_float=_float, object_pairs_hook=_object)
    except NotStrict:
        raise
    except RecursionError:
        raise NotStrict(f"nested deeper than {DEPTH} levels") from None
    except json.JSONDecodeError as error:
        raise NotStrict(f"not JSON at line {error.lineno}, column {error.colno}") from None
    except ValueError:
        raise NotStrict("a number has too many digits") from None
    _walk(value)
    return value


def _constant(name: str) -> Any:
    raise NotStrict(f"{name} is not JSON")


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise NotStrict("a number is too large")
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrict("an object names the same key twice")
    return found


def _walk(value: Any) -> None:
    """Depth counts arrays and objects: ``[]`` is 1 deep."""
    level = [value]
    depth = 0
    while level:
        below: list[Any] = []
        containers = False
        for item in level:
            if isinstance(item, str):
                readable(item)
            elif isinstance(item, dict):
                containers = True
                for key in item:
                    readable(key)
                below.extend(item.values())
            elif isinstance(item, list):
                containers = True
                below.extend(item)
        depth += containers
        if depth > DEPTH:
            raise NotStrict(f"nested deeper than {DEPTH} levels")
        level = below


def readable(text: str) -> None:
    """Raises NotStrict for what databases choke on: NUL and half surrogate pairs."""
    if "\x00" in text:
        raise NotStrict("a text contains NUL")
    if not text.isascii() and any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise NotStrict("a text contains half a surrogate pair")
