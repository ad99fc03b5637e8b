"""Three-way merge of nested values: what two sides did to a common base, and where they did it to the same. PURE.

A tree is text, a number, None, a list (one thing as a whole) or a mapping, which is merged key by key. ``GONE`` stands
for what is not there. Nothing is dropped: what one side alone changed is kept, what both changed is a clash.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

Side = Literal["theirs", "mine"]


class _Gone:
    """The one value of "not there"; told apart from None, which is a value."""

    def __repr__(self) -> str:
        return "GONE"


GONE: Final = _Gone()
Tree = Any
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One place that differs between two trees."""

    path: Path
    old: Tree
    new: Tree


@dataclass(frozen=True, slots=True)
class Clash:
    """One place that both sides changed, each in its own way. ``name`` is how an answer to it is kept."""

    path: Path
    theirs: Tree
    mine: Tree

    @property
    def name(self) -> str:
        return "/".join(self.path)


def merge(
    base: Tree, theirs: Tree, mine: Tree, answers: Mapping[str, str], path: Path = ()
) -> tuple[Tree, list[Clash]]:
    """The merged tree and the clashes nobody has decided yet (there ``mine`` stands in for now).

    ``answers`` maps a clash's name to a ``Side``.
    """
    if theirs in (mine, base):
        return mine, []
    if mine == base:
        return theirs, []
    if isinstance(theirs, Mapping) and isinstance(mine, Mapping) and isinstance(base, Mapping):
        return _fields(base, theirs, mine, answers, path)
    clash = Clash(path, theirs, mine)
    side = answers.get(clash.name)
    if side is None:
        return mine, [clash]
    return (theirs if side == "theirs" else mine), []


def _fields(
    base: Mapping[str, Tree],
    theirs: Mapping[str, Tree],
    mine: Mapping[str, Tree],
    answers: Mapping[str, str],
    path: Path,
) -> tuple[Tree, list[Clash]]:
    found: dict[str, Tree] = {}
    clashes: list[Clash] = []
    for key in in_order(list(theirs), list(mine)):
        sides = (base.get(key, GONE), theirs.get(key, GONE), mine.get(key, GONE))
        value, open_ones = merge(*sides, answers, (*path, key))
        clashes += open_ones
        if value is not GONE:
            found[key] = value
    return found, clashes


def in_order(theirs: Sequence[str], mine: Sequence[str]) -> list[str]:
    """Their keys in their order, with mine alone each behind the one it follows in mine."""
    found = list(theirs)
    for place, key in enumerate(mine):
        if key not in found:
            before = next((k for k in reversed(mine[:place]) if k in found), None)
            found.insert(found.index(before) + 1 if before is not None else 0, key)
    return found


def changes(old: Tree, new: Tree, path: Path = ()) -> list[Change]:
    """Where two trees differ; what is new or gone as a whole is one change."""
    if old == new:
        return []
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        keys = in_order(list(new), list(old))
        return [one for key in keys for one in changes(old.get(key, GONE), new.get(key, GONE), (*path, key))]
    return [Change(path, old, new)]
