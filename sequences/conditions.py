"""The condition language of sequences: ``lead.sentiment in ['hot', 'warm'] AND no_response_since > 48h``.

Parsed by the standard ``ast`` module, then translated into nodes of our own: only and/or/not, comparisons, known
fields and literals survive the translation, so evaluating can neither call, change, raise nor hang (SAFETY wall 8).
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sequences.condition_nodes import (
    FIELDS,
    ORDER,
    Compare,
    Facts,
    FieldOf,
    Logic,
    Node,
    Operand,
    Several,
    Truth,
    Value,
)
from sequences.condition_text import MAX_CHARS, MAX_DEPTH, ConditionError, Rewritten, rewrite

__all__ = ["FIELDS", "MAX_CHARS", "MAX_NODES", "Condition", "ConditionError", "Facts", "compile_condition", "holds"]

MAX_NODES = 60
_SIGNS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Is: "==",
    ast.IsNot: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A checked condition: its ``text`` as written and the ``fields`` it reads."""

    text: str
    fields: frozenset[str]
    root: Node


def compile_condition(text: str) -> Condition:
    """Checks and translates a condition; raises ConditionError with a locale key and a 1-based column."""
    rewritten = rewrite(text)
    try:
        # The outer brackets allow leading space and line breaks; the inner ones were found balanced before.
        tree = ast.parse(f"({rewritten.python})", mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        column = (getattr(error, "offset", None) or 2) - 1
        raise ConditionError("condition-syntax", min(max(column, 1), len(text))) from None
    _check_size(tree)
    compiler = _Compiler(rewritten)
    root = compiler.node(tree)
    return Condition(text.strip(), frozenset(compiler.fields), root)


def holds(condition: Condition, facts: Facts) -> bool:
    """Never raises: an empty fact compared with < or > is false, and so is a comparison of unlike kinds."""
    return condition.root.true(facts)


def _check_size(tree: ast.expr) -> None:
    nodes, depth, level = 0, 0, [tree]
    while level:
        nodes, depth = nodes + len(level), depth + 1
        if nodes > MAX_NODES:
            raise ConditionError("condition-too-many", _column(level[0]), {"max": MAX_NODES})
        if depth > MAX_DEPTH:
            raise ConditionError("condition-too-deep", _column(level[0]), {"max": MAX_DEPTH})
        level = [child for node in level for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]


def _column(tree: ast.expr) -> int:
    """The bracket put in front makes ast's 0-based offset a 1-based column."""
    return max(tree.col_offset, 1)


class _Compiler:
    def __init__(self, rewritten: Rewritten) -> None:
        self.literals = rewritten
        self.fields: set[str] = set()

    def node(self, tree: ast.expr) -> Node:
        if isinstance(tree, ast.BoolOp):
            word: Literal["all", "any"] = "all" if isinstance(tree.op, ast.And) else "any"
            return Logic(word, tuple(self.node(value) for value in tree.values))
        if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not):
            return Logic("not", (self.node(tree.operand),))
        if isinstance(tree, ast.Compare):
            pairs = tuple(self._pairs(tree))
            return pairs[0] if len(pairs) == 1 else Logic("all", pairs)
        operand = self._operand(tree)
        if not isinstance(operand, FieldOf) and operand.kind != "truth":
            # "lead.tier == 'a' or 'b'" would hold for everybody
            raise ConditionError("condition-not-a-question", _column(tree))
        return Truth(operand)

    def _pairs(self, tree: ast.Compare) -> Iterator[Compare]:
        left_tree = tree.left
        for op, right_tree in zip(tree.ops, tree.comparators, strict=True):
            pair = Compare(self._operand(left_tree), _SIGNS[type(op)], self._operand(right_tree))
            if not _fits(pair) or (isinstance(op, (ast.Is, ast.IsNot)) and pair.right.kind not in ("none", "truth")):
                raise ConditionError("condition-kinds", _column(right_tree), {"sign": pair.sign})
            _check_options(pair, _column(right_tree))
            yield pair
            left_tree = right_tree

    def _operand(self, tree: ast.expr) -> Operand:
        if isinstance(tree, (ast.List, ast.Tuple)):
            return self._several(tree)
        if isinstance(tree, ast.Constant):
            return self._constant(tree)
        if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
            inner = self._operand(tree.operand)
            if isinstance(inner, Value) and inner.kind in ("number", "duration"):
                return Value(inner.kind, -inner.content)
        if isinstance(tree, ast.Name):
            duration = self.literals.durations.get(tree.col_offset - 1)
            return self._field(tree.id, _column(tree)) if duration is None else Value("duration", duration)
        if isinstance(tree, ast.Attribute) and isinstance(tree.value, ast.Name):
            return self._field(f"{tree.value.id}.{tree.attr}", _column(tree))
        raise ConditionError("condition-not-allowed", _column(tree))

    def _field(self, name: str, column: int) -> FieldOf:
        if name not in FIELDS:
            near = difflib.get_close_matches(name, list(FIELDS), 1)
            raise ConditionError(
                "condition-unknown-field", column, {"field": name[:60], "near": near[0] if near else ""}
            )
        self.fields.add(name)
        return FieldOf(name)

    def _constant(self, tree: ast.Constant) -> Value:
        value = tree.value
        if value is None:
            return Value("none", None)
        if isinstance(value, str):
            return Value("text", self.literals.texts[tree.col_offset - 1].casefold())
        return Value("truth" if isinstance(value, bool) else "number", value)

    def _several(self, tree: ast.List | ast.Tuple) -> Several:
        items: list[Value] = []
        for node in tree.elts:
            item = self._operand(node)
            if not isinstance(item, Value) or item.kind == "none" or (items and item.kind != items[0].kind):
                raise ConditionError("condition-list", _column(node))
            items.append(item)
        if not items:
            raise ConditionError("condition-list", _column(tree))
        return Several(items[0].kind, tuple(item.content for item in items))


def _fits(pair: Compare) -> bool:
    left, right = pair.left, pair.right
    if pair.sign in ("in", "not in"):
        if isinstance(right, Several):
            return left.kind == right.items
        return left.kind == "text" and isinstance(right, FieldOf) and right.kind in ("list", "text")
    if pair.sign in ORDER:
        return left.kind == right.kind and left.kind in ("number", "duration")
    if isinstance(left, Several) or isinstance(right, Several):
        return False
    return "none" in (left.kind, right.kind) or (left.kind == right.kind and left.kind != "list")


def _check_options(pair: Compare, column: int) -> None:
    for field, other in ((pair.left, pair.right), (pair.right, pair.left)):
        if not isinstance(field, FieldOf) or isinstance(other, FieldOf) or not FIELDS[field.name].options:
            continue
        options = FIELDS[field.name].options
        words = other.content if isinstance(other, Several) else (other.content,)
        for word in words:
            if word is not None and word not in options:
                values = {"field": field.name, "value": word[:40], "options": ", ".join(sorted(options))}
                raise ConditionError("condition-unknown-value", column, values)
