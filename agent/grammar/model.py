"""What a reading is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | bool | Mapping[str, str]


@dataclass(frozen=True)
class Request:
    """One wanted act. ``arguments`` are the person's own words, unresolved ("Anna Berger", "in 3 Tagen um 9").

    ``indirect: True`` marks a text told about the recipient ("dass ich später komme"): show it before it is sent.
    """

    tool: str
    arguments: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """All acts of one message in the order said, or none and the machine reason in ``unclear``.

    Reasons: not_understood, negated, hypothetical, off_topic, greeting, thanks.
    ``left`` are words of a statement that was otherwise taken up and that no tool has a place for.
    """

    requests: tuple[Request, ...] = ()
    unclear: str | None = None
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What one reader made of the tokens up to ``end``: requests, what they leave of the words,
    or a reason why nothing may be done there."""

    requests: tuple[Request, ...]
    end: int
    unclear: str | None = None
    left: tuple[str, ...] = ()


def request(tool: str, **arguments: Value | None) -> Request:
    """A request with the arguments that were said; None means not said."""
    return Request(tool, {name: value for name, value in arguments.items() if value is not None})
