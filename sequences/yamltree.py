"""YAML read the narrow way: text, lists and mappings with their lines, nothing else (SAFETY wall 14).

At most 64 KiB, ten levels and 5,000 nodes; anchors, aliases, tags, merge keys, several documents and duplicate keys
are refused; every scalar stays a string, so ``NO`` is a word. Only the event stream of the YAML library is used.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

MAX_BYTES = 64 * 1024
MAX_DEPTH = 10
MAX_NODES = 5000


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: the 1-based line (0: the whole file), a locale key and its values."""

    line: int
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


class DefinitionError(ValueError):
    """A file that cannot be used; ``problems`` in order of their lines, ``source`` names the file."""

    def __init__(self, problems: tuple[Problem, ...], source: str = "") -> None:
        ordered = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("; ".join(f"{source}:{p.line}: {p.key} {dict(p.values)}" for p in ordered))
        self.problems = ordered
        self.source = source


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar; ``empty`` for nothing, ``~`` and ``null`` written without quotes."""

    line: int
    value: str

    @property
    def empty(self) -> bool:
        return self.value == ""


@dataclass(frozen=True, slots=True)
class Items:
    line: int
    value: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping; ``lines`` has the line of each key."""

    line: int
    value: Mapping[str, Tree]
    lines: Mapping[str, int]


Tree = Text | Items | Fields


def read(text: str, source: str = "") -> Fields:
    """The one mapping a file holds; raises DefinitionError."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise DefinitionError((Problem(0, "yaml-too-big", {"max": MAX_BYTES // 1024}),), source)
    try:
        tree = _Reader(text).document()
    except _Refused as refused:
        raise DefinitionError((refused.problem,), source) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        problem = Problem(line, "yaml-syntax", {"detail": str(error.problem or "")[:120]})
        raise DefinitionError((problem,), source) from None
    except (yaml.YAMLError, ValueError):
        raise DefinitionError((Problem(0, "yaml-characters", {}),), source) from None
    if not isinstance(tree, Fields):
        raise DefinitionError((Problem(1, "yaml-no-mapping", {}),), source)
    return tree


class _Refused(Exception):
    def __init__(self, line: int, key: str, **values: Any) -> None:
        self.problem = Problem(line, key, values)


class _Reader:
    def __init__(self, text: str) -> None:
        self.events: Iterator[Event] = iter(yaml.parse(text, Loader=yaml.SafeLoader))
        self.nodes = 0

    def document(self) -> Tree | None:
        tree: Tree | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused(_line(event), "yaml-several-documents")
            elif isinstance(event, NodeEvent):
                tree = self._tree(event, 1)
        return tree

    def _tree(self, event: Event, depth: int) -> Tree:
        self.nodes += 1
        line = _line(event)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _Refused(line, "yaml-alias")
        if getattr(event, "tag", None) is not None:
            raise _Refused(line, "yaml-tag")
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise _Refused(line, "yaml-too-deep" if depth > MAX_DEPTH else "yaml-too-many")
        if isinstance(event, ScalarEvent):
            return Text(line, _scalar(event, line))
        if isinstance(event, SequenceStartEvent):
            return Items(line, tuple(self._tree(item, depth + 1) for item in self._until(SequenceEndEvent)))
        return self._fields(line, depth)

    def _until(self, end: type[Event]) -> Iterator[Event]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def _fields(self, line: int, depth: int) -> Fields:
        value: dict[str, Tree] = {}
        lines: dict[str, int] = {}
        for event in self._until(MappingEndEvent):
            key = self._tree(event, depth + 1)
            if not isinstance(key, Text) or key.value in ("", "<<"):
                raise _Refused(key.line, "yaml-key")
            if key.value in value:
                raise _Refused(key.line, "yaml-duplicate-key", name=key.value[:60])
            lines[key.value] = key.line
            value[key.value] = self._tree(next(self.events), depth + 1)
        return Fields(line, value, lines)


def _scalar(event: ScalarEvent, line: int) -> str:
    value = str(event.value)
    # escapes in quoted text can spell what the file itself must not contain
    if any(char not in "\n\t\u200d" and unicodedata.category(char) in ("Cc", "Cs", "Cn") for char in value):
        raise _Refused(line, "yaml-characters")
    return "" if event.style is None and value.lower() in ("~", "null") else value


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 0
