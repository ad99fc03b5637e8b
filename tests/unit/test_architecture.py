"""The house's rules over its imports: one direction, pure rooms stay pure, every query takes a scope first."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("store", "channels", "sequences", "tools", "agent")
PURE = (
    "store/types.py",
    "store/dates.py",
    "store/date_words.py",
    "store/lead_lock.py",
    "store/rollout.py",
    "channels/policy.py",
    "channels/calendar.py",
    "channels/guard.py",
    "channels/rendering.py",
    "sequences/definition.py",
    "sequences/conditions.py",
    "sequences/timing.py",
    "sequences/best_time.py",
    "sequences/followups.py",
    "sequences/recurrence.py",
    "sequences/daily_plan.py",
    "sequences/decide.py",
    "sequences/placeholders.py",
    "sequences/composing.py",
    "tools/approval.py",
    "tools/scoring.py",
    "agent/optout.py",
    "agent/analysis.py",
    "agent/answers.py",
    "agent/drafting.py",
    "agent/lead_signals.py",
    "tools/ics.py",
    "tools/slots.py",
    "tools/clients/robots.py",
    "tools/clients/targets.py",
    "tools/company/facts.py",
    "tools/company/pages.py",
    "tools/company/people.py",
    "tools/company/schema.py",
    "tools/company/structured.py",
    *(str(path.relative_to(ROOT)) for path in (ROOT / "agent" / "grammar").glob("*.py")),
)
IMPURE = {"asyncio", "random", "secrets", "time", "sqlalchemy", "httpx", "aiosqlite", "socket", "os", "structlog"}


def modules() -> list[Path]:
    found = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path, *, top_only: bool = False) -> Iterator[tuple[str, bool]]:
    """(module name, only for type checkers) of every import in a file."""
    tree = tree_of(path)
    typing_blocks = [
        node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
    ]
    hidden = {id(child) for block in typing_blocks for child in ast.walk(block)}
    for node in tree.body if top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in hidden) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide directions"
            yield node.module or "", id(node) in hidden


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    place = ROOMS.index(room)
    web = path.is_relative_to(ROOT / "channels" / "web")
    for name, _ in imports(path):
        head = name.split(".")[0]
        if head == "bot":
            pytest.fail(f"{path} imports bot")
        if name.startswith("channels.web") and not web:
            pytest.fail(f"{path} imports the web side")
        if head in ROOMS:
            limit = ROOMS.index("tools") if web else place
            assert ROOMS.index(head) <= limit, f"{path} imports {name} against the direction"


def said_pure() -> set[str]:
    """Every module whose own docstring says that it is PURE."""
    told = re.compile(r'"""(?:(?!""").)*\bPURE\b', re.DOTALL)
    return {str(path.relative_to(ROOT)) for path in modules() if told.match(path.read_text("utf-8"))}


@pytest.mark.parametrize("name", sorted({*PURE, *said_pure()}))
def test_pure_rooms_stay_pure(name: str) -> None:
    path = ROOT / name
    tree = tree_of(path)
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef | ast.Await)]
    for module, only_types in imports(path):
        assert only_types or module.split(".")[0] not in IMPURE, f"{name} imports {module}"
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    clocks = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "open", "print"}
    assert not calls & clocks


@pytest.mark.parametrize("path", sorted((ROOT / "store" / "queries").glob("*.py")), ids=lambda p: p.name)
def test_every_query_takes_a_scope_first(path: Path) -> None:
    for node in tree_of(path).body:
        if isinstance(node, ast.AsyncFunctionDef):
            first = node.args.args[0]
            assert first.arg == "scope", f"{path.name}: {node.name}"
            assert first.annotation is not None
            assert ast.unparse(first.annotation) == "Scope", f"{path.name}: {node.name}"


def test_sql_lives_in_the_store_and_vendors_in_their_adapters() -> None:
    vendors = {"telegram", "twilio", "openai", "anthropic", "googleapiclient"}
    for path in modules():
        for name, only_types in imports(path, top_only=True):
            assert only_types or name.split(".")[0] not in vendors, f"{path} imports {name} at the top"


def test_importing_the_bot_loads_neither_web_nor_vendors() -> None:
    """The terminal chat's first answer counts: only what talks is imported."""
    code = "import sys, bot, agent.inbox, agent.rep_turn; print(' '.join(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    loaded = {name.split(".")[0] for name in out.split()}
    assert not loaded & {"fastapi", "uvicorn", "telegram", "twilio", "openai", "anthropic", "nicegui", "langgraph"}


def test_files_stay_readable() -> None:
    long = [(str(p.relative_to(ROOT)), n) for p in modules() if (n := len(p.read_text("utf-8").splitlines())) > 350]
    assert not long
