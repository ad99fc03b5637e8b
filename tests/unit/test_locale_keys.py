"""Every sentence the code names exists in both languages."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from channels import words
from tools import registry

ROOT = Path(__file__).parents[2]
ROOMS = ("agent", "channels", "sequences", "tools", "store")


@cache
def named() -> dict[str, str]:
    """Locale key -> file, for every literal first argument of ``Say(...)`` and ``context.words(...)``."""
    found: dict[str, str] = {}
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                first = node.args[0]
                if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                    continue
                if ast.unparse(node.func) in ("Say", "context.words"):
                    found[first.value] = str(path.relative_to(ROOT))
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_named_sentence_exists(language: words.Language) -> None:
    known = words.keys(language)
    missing = {key: path for key, path in named().items() if key not in known and not key.endswith("-")}
    assert not missing


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_act_without_a_text_that_may_wait_for_a_tap_has_a_name(language: words.Language) -> None:
    silent = [
        tool.name for tool in registry.tools("admin") if tool.reaches and "text" not in tool.arguments.model_fields
    ]
    assert silent
    assert not {f"act-{name.replace('_', '-')}" for name in silent} - words.keys(language).keys()
