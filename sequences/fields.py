"""Reading one YAML mapping field by field: every wrong value becomes a Problem, reading goes on with a default."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from sequences.yamltree import Fields, Items, Problem, Text, Tree

_WHOLE = re.compile(r"[0-9]{1,6}")
_LANGUAGES = ("de", "en")


class Form:
    """A mapping with its known fields; ``problems`` is shared by all forms of one file."""

    def __init__(self, tree: Fields, known: Sequence[str], problems: list[Problem]) -> None:
        self.tree = tree
        self.line = tree.line
        self.problems = problems
        for key in tree.value:
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                self.problem(key, "sequence-unknown-field", field=key[:60], near=near[0] if near else "")

    def problem(self, key: str, message: str, **values: object) -> None:
        self.problems.append(Problem(self.tree.lines.get(key, self.line), message, {"field": key[:60], **values}))

    def get(self, key: str) -> Tree | None:
        """The field's tree; None when absent or empty."""
        tree = self.tree.value.get(key)
        return None if isinstance(tree, Text) and tree.empty else tree

    def text(self, key: str, *, needed: bool = False, limit: int = 200) -> str:
        tree = self.get(key)
        if tree is None:
            if needed:
                self.problem(key, "sequence-missing-field")
            return ""
        if not isinstance(tree, Text):
            self.problem(key, "sequence-not-text")
            return ""
        value = tree.value.strip()
        if len(value) > limit:
            self.problem(key, "sequence-text-too-long", max=limit)
        return value

    def number(self, key: str, low: int, high: int, default: int, *, needed: bool = False) -> int:
        written = self.text(key, needed=needed)
        if not written:
            return default
        if not _WHOLE.fullmatch(written) or not low <= int(written) <= high:
            self.problem(key, "sequence-number", value=written[:30], low=low, high=high)
            return default
        return int(written)

    def choice(self, key: str, options: Sequence[str], *, default: str = "", needed: bool = False) -> str:
        written = self.text(key, needed=needed)
        if not written:
            return default
        if written.lower() not in options:
            near = difflib.get_close_matches(written.lower(), options, 1)
            allowed = ", ".join(options)
            self.problem(key, "sequence-choice", value=written[:60], near=near[0] if near else "", allowed=allowed)
            return default
        return written.lower()

    def members(self, key: str) -> tuple[Tree, ...]:
        """A list's members; a single value counts as a list of one."""
        tree = self.get(key)
        if tree is None:
            return ()
        return tree.value if isinstance(tree, Items) else (tree,)

    def items(self, key: str) -> Iterator[Text]:
        """The members that are plain text; others are problems."""
        for member in self.members(key):
            if isinstance(member, Text) and not member.empty:
                yield member
            else:
                self.problems.append(Problem(member.line, "sequence-not-text", {"field": key}))

    def texts(self, key: str, *, limit: int) -> list[str]:
        found = [item.value.strip() for item in self.items(key)]
        if any(len(text) > limit for text in found) or len(found) > 20:
            self.problem(key, "sequence-text-too-long", max=limit)
        return found

    def spoken(self, key: str) -> dict[str, str]:
        """A text for people: ``{de, en}`` or one text for both; {} when absent."""
        tree = self.get(key)
        if not isinstance(tree, Fields):
            text = self.text(key, limit=1000)
            return dict.fromkeys(_LANGUAGES, text) if text else {}
        inner = Form(tree, _LANGUAGES, self.problems)
        found = {language: inner.text(language, limit=1000) for language in _LANGUAGES}
        either = found["de"] or found["en"]
        return {language: text or either for language, text in found.items()} if either else {}
