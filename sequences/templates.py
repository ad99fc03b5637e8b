"""Message templates: one text in German (du and Sie) and English, with the provider's approved twin by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sequences import placeholders
from sequences.yamltree import DefinitionError, Fields, Problem, Text, Tree, read

MAX_TEXT = 1500
_SPOKEN = frozenset({"de", "en", "whatsapp"})
_REGISTERS = frozenset({"du", "sie"})


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """Texts with ``{{placeholders}}``; "" where there is none. ``whatsapp`` names the approved provider template."""

    name: str
    du: str = ""
    sie: str = ""
    en: str = ""
    whatsapp: str | None = None

    def text(self, language: str, register: Literal["du", "sie"] = "du") -> str:
        """The text for a lead. A missing form falls back to the other register, then to the other language."""
        german = (self.sie or self.du) if register == "sie" else (self.du or self.sie)
        return (self.en or german) if language == "en" else (german or self.en)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(text for text in (self.du, self.sie, self.en) if text)


def load_templates(text: str, source: str = "") -> Mapping[str, MessageTemplate]:
    """Templates by name from a YAML mapping ``name: {de: {du, sie}, en, whatsapp}``; raises DefinitionError."""
    found: dict[str, MessageTemplate] = {}
    problems: list[Problem] = []
    for name, tree in read(text, source).value.items():
        found[name] = wording(name, tree, problems)
    if problems:
        raise DefinitionError(tuple(problems), source)
    return found


def wording(name: str, tree: Tree, problems: list[Problem]) -> MessageTemplate:
    """One template from a plain text or a mapping of languages; what is wrong is added to ``problems``."""
    if isinstance(tree, Text):
        same = _checked(tree, problems)
        return MessageTemplate(name, du=same, sie=same, en=same)
    if not isinstance(tree, Fields):
        problems.append(Problem(tree.line, "template-form", {"template": name}))
        return MessageTemplate(name)
    _only(tree, _SPOKEN, problems)
    german = tree.value.get("de")
    du = sie = ""
    if isinstance(german, Fields):
        _only(german, _REGISTERS, problems)
        du, sie = _text(german, "du", problems), _text(german, "sie", problems)
    elif german is not None:
        du = sie = _text(tree, "de", problems)
    approved = tree.value.get("whatsapp")
    template = MessageTemplate(
        name,
        du,
        sie,
        _text(tree, "en", problems),
        approved.value if isinstance(approved, Text) and not approved.empty else None,
    )
    if not template.texts:
        problems.append(Problem(tree.line, "template-empty", {"template": name}))
    return template


def _text(fields: Fields, key: str, problems: list[Problem]) -> str:
    tree = fields.value.get(key)
    if tree is None:
        return ""
    if isinstance(tree, Text):
        return _checked(tree, problems)
    problems.append(Problem(tree.line, "sequence-not-text", {"field": key}))
    return ""


def _checked(tree: Text, problems: list[Problem]) -> str:
    text = tree.value.strip()
    if not text:
        problems.append(Problem(tree.line, "template-empty", {"template": ""}))
    if len(text) > MAX_TEXT:
        problems.append(Problem(tree.line, "template-too-long", {"max": MAX_TEXT}))
    try:
        placeholders.check(text)
    except placeholders.PlaceholderError as error:
        problems.append(Problem(tree.line, error.message_key, {"name": error.name}))
    return text


def _only(fields: Fields, allowed: frozenset[str], problems: list[Problem]) -> None:
    for key in fields.value:
        if key not in allowed:
            values = {"field": key[:60], "near": "", "allowed": ", ".join(sorted(allowed))}
            problems.append(Problem(fields.lines[key], "sequence-unknown-field", values))
