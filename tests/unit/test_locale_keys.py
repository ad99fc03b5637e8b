"""Every sentence the code names exists in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from channels import words

ROOT = Path(__file__).parents[2]
ROOMS = ("agent", "channels", "sequences", "tools", "store")


def named() -> dict[str, str]:
    """Locale key -> file, for every literal first argument of ``Say(...)`` and ``context.words(...)``."""
    found: dict[str, str] = {}
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                called = ast.unparse(node.func)
                first = node.args[0]
                if (
                    called in ("Say", "context.words")
                    and isinstance(first, ast.Constant)
                    and isinstance(first.value, str)
                ):
                    found[first.value] = str(path.relative_to(ROOT))
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_named_sentence_exists(language: words.Language) -> None:
    known = words.keys(language)
    missing = {key: path for key, path in named().items() if key not in known and not key.endswith("-")}
    assert not missing
