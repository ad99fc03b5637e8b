"""Everything the bot says: Fluent messages from ``channels/locales/<language>/*.ftl``, rendered or refused.

A key that does not exist, a value a message needs and does not get, a key written twice or a line Fluent cannot read is
a ``WordError``: no person ever reads a bare key or a hole. Values are put in as they are; nothing in them is read as
Fluent. Whole numbers are written without grouping (10000), so that ids and amounts stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentFloat, FluentInt, FluentNone, FluentType
from fluent.syntax import FluentParser, ast

from channels import calendar
from store.types import Language, Say, Verdict

LOCALES = Path(__file__).parent / "locales"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Fluent refuses a value or a chosen variant above 2,500 characters. Longer values travel as a short mark that
# is exchanged for the value once, at the end; a value is never searched for marks.
_LONG = 200
_MARK = re.compile("\ue0f0(\\d+)\ue0f1")


class WordError(LookupError):
    """A sentence cannot be said: unknown key, missing value, unreadable or doubled message."""


class Lexicon:
    """All messages of one language below one directory."""

    def __init__(self, language: Language, root: Path = LOCALES) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._entries: dict[str, ast.Message | ast.Term] = {}
        parser = FluentParser(with_spans=False)
        for path in sorted((root / language).glob("*.ftl")):
            self._read(parser, path)

    def _read(self, parser: FluentParser, path: Path) -> None:
        resource = parser.parse(path.read_text(encoding="utf-8"))
        where = f"{path.parent.name}/{path.name}"
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise WordError(f"{where} cannot be read: {(entry.content or '').strip()[:80]!r}")
            if not isinstance(entry, ast.Message | ast.Term):
                continue
            name = _name(entry)
            if name in self._entries:
                raise WordError(f"{where} has {name} a second time")
            self._entries[name] = entry
        self._bundle.add_resource(resource)

    def say(self, say: Say) -> str:
        """The sentence with its values in; raises WordError."""
        pattern = self._bundle.get_message(say.key).value if self._bundle.has_message(say.key) else None
        if pattern is None:
            raise WordError(f"no sentence {say.key!r} in {self.language}")
        long: list[str] = []
        values = {name: self._value(say.key, name, value, long) for name, value in say.values.items()}
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors or isinstance(text, FluentNone):
            problems = ", ".join(str(error) for error in errors)
            raise WordError(f"{say.key!r} in {self.language} cannot be said: {problems}")
        return _MARK.sub(lambda mark: long[int(mark[1])], text) if long else text

    def _value(self, key: str, name: str, value: Any, long: list[str]) -> str | FluentType:
        if isinstance(value, Say):
            value = self.say(value)
        elif isinstance(value, Mapping):
            value = value.get(self.language)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return FluentInt(value, useGrouping=False)
        if isinstance(value, float):
            return FluentFloat(value, useGrouping=False)
        if not isinstance(value, str):
            raise WordError(f"{key!r} got {name} as {type(value).__name__}")
        if len(value) > _LONG or "\ue0f0" in value:
            long.append(value)
            return f"\ue0f0{len(long) - 1}\ue0f1"
        return value

    def keys(self) -> dict[str, frozenset[str]]:
        """Every message with the variables it or anything it refers to names."""
        found = {}
        for name, entry in self._entries.items():
            if isinstance(entry, ast.Message) and entry.value is not None:
                found[name] = frozenset(self._variables(name, set()))
        return found

    def _variables(self, name: str, seen: set[str]) -> set[str]:
        if name in seen:
            return set()
        seen.add(name)
        entry = self._entries.get(name)
        if entry is None:
            raise WordError(f"{self.language} refers to {name!r}, which does not exist")
        names: set[str] = set()
        for node in _nodes(entry.value):
            if isinstance(node, ast.VariableReference):
                names.add(node.id.name)
            elif isinstance(node, ast.MessageReference):
                names |= self._variables(node.id.name, seen)
            elif isinstance(node, ast.TermReference):
                names |= self._variables("-" + node.id.name, seen)
        return names


def say(language: Language, say: Say) -> str:
    """A sentence in one language. Values: str, int, float, bool, a nested Say, or ``{"de": …, "en": …}``.

    Raises WordError for an unknown key, a missing value or a value of another kind.
    """
    return lexicon(language).say(say)


@lru_cache(maxsize=4)
def keys(language: Language) -> Mapping[str, frozenset[str]]:
    """Every key of a language with the names of its values; read once, for it walks through every sentence."""
    return lexicon(language).keys()


@lru_cache(maxsize=4)
def lexicon(language: Language) -> Lexicon:
    """The shipped messages of a language, read once."""
    return Lexicon(language)


def moment(at: datetime, zone: str) -> Say:
    """A moment in a person's zone as part of a sentence: "Mo, 24.11. um 08:00 Uhr"."""
    local = at.astimezone(calendar.zone_info(zone))
    values = {"weekday": _WEEKDAYS[local.weekday()], "day": local.day, "month": local.month, "time": f"{local:%H:%M}"}
    return Say("policy-moment", values)


def reason(verdict: Verdict, zone: str) -> Say:
    """Why the contact policy decided so, with its figures where the verdict carries them; moments in ``zone``."""
    facts = verdict.facts
    until = facts.get("until") or facts.get("next_allowed")
    values: dict[str, Any] = {
        name: facts[name] for name in ("unanswered", "template", "count", "holiday") if facts.get(name) is not None
    }
    moments = {"until": until, "last": facts.get("last_sent_at"), "closed": facts.get("window_closes_at")}
    values |= {name: moment(datetime.fromisoformat(at), zone) for name, at in moments.items() if at}
    suffix = verdict.rule.replace("_", "-")
    needed = keys("de").get(f"detail-{suffix}")
    if needed is None or not needed <= values.keys():
        return Say(f"reason-{suffix}")
    return Say(f"detail-{suffix}", {name: values[name] for name in needed})


def _name(entry: ast.Message | ast.Term) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else str(entry.id.name)


def _nodes(node: Any) -> list[ast.BaseNode]:
    """A syntax tree flattened."""
    if isinstance(node, list):
        return [each for part in node for each in _nodes(part)]
    if not isinstance(node, ast.BaseNode):
        return []
    return [node, *(each for part in vars(node).values() for each in _nodes(part))]
