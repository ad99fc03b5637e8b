"""Reads the word lists and patterns that lie beside the rules as text: ``[section]`` headings, one entry a line.

Lists of hundreds of phrases are data: in a text file a reviewer sees what was added, in a Python file only quotes.
They are read once, when a rule module is imported.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


def sections(name: str) -> dict[str, list[str]]:
    """Section -> its lines, of ``agent/<name>.txt``. ``#`` begins a comment line. ValueError for a line outside any."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in (_HERE / f"{name}.txt").read_text("utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        elif current is None:
            raise ValueError(f"{name}.txt: {line!r} stands in no section")
        else:
            current.append(line)
    return found


def words(lines: list[str]) -> list[str]:
    """The words of a section in their order."""
    return " ".join(lines).split()


def table(lines: list[str]) -> dict[str, str]:
    """``a b = standard words`` -> {a: standard words, b: standard words}."""
    found: dict[str, str] = {}
    for line in lines:
        left, _, right = line.partition("=")
        found.update(dict.fromkeys(left.split(), right.strip()))
    return found
