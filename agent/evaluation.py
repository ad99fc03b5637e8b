"""How well leads' messages are understood: labelled ones through the rules and through each configured model.

The figures are the product's, not the bare model's: an opt-out is the rules' alone, and a model's word counts only as
far as ``lead_checks`` lets it. A message no model answered counts for the rules that stood in, and is told apart.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from agent import analysis, lead_models
from agent.books import Entry, Limit
from agent.models import Models
from store.settings import Settings
from store.thoughts import Purpose
from store.types import INTENTS

Labelled = tuple[str, str]  # (intent, text)
_AT_ONCE = 4
_SHORT = 5


@dataclass(slots=True)
class Bill:
    """Fills ``Books`` in memory: an evaluation is nobody's day."""

    entries: list[Entry] = field(default_factory=list)

    async def note(self, purpose: Purpose, entry: Entry) -> None:
        self.entries.append(entry)

    async def limit(self, purpose: Purpose) -> Limit | None:
        return None

    async def tell_once(self, purpose: Purpose) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Result:
    """``matrix`` counts (wanted, found); ``stood_in`` messages were read by the rules since no model answered."""

    name: str
    matrix: Mapping[Labelled, int]
    seconds: float = 0.0
    stood_in: int = 0
    tokens: int = 0
    cost: float = 0.0

    @property
    def accuracy(self) -> float:
        total = sum(self.matrix.values())
        return sum(n for (wanted, found), n in self.matrix.items() if wanted == found) / total if total else 0.0

    @property
    def macro_f1(self) -> float:
        scores = [score for intent in INTENTS if (score := self.f1(intent)) is not None]
        return sum(scores) / len(scores) if scores else 0.0

    def f1(self, intent: str) -> float | None:
        """None for an intent that neither was wanted nor found."""
        wanted = sum(n for (name, _), n in self.matrix.items() if name == intent)
        found = sum(n for (_, name), n in self.matrix.items() if name == intent)
        return 2 * self.matrix.get((intent, intent), 0) / (wanted + found) if wanted + found else None


def labelled(path: Path, part: str) -> list[Labelled]:
    """One part of a file ``part: intent: language: [texts]``. Raises LookupError when it is not that."""
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
        found = [(str(i), str(text)) for i, texts in data[part].items() for each in texts.values() for text in each]
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise LookupError(f"{path} holds no labelled messages under {part!r} ({type(error).__name__})") from None
    if unknown := {intent for intent, _ in found} - set(INTENTS):
        raise LookupError(f"{path} labels messages as {', '.join(sorted(unknown))}; known are {', '.join(INTENTS)}")
    return found


def by_rules(messages: Sequence[Labelled]) -> Result:
    started = time.monotonic()
    matrix = Counter((wanted, analysis.analyse(text).intent) for wanted, text in messages)
    return Result("offline", matrix, time.monotonic() - started)


async def by_model(settings: Settings, name: str, messages: Sequence[Labelled]) -> Result:
    """One configured model, four messages at a time."""
    bill = Bill()
    models = Models(settings, bill)
    models.providers = tuple(provider for provider in models.providers if provider.name == name)
    gate, started = asyncio.Semaphore(_AT_ONCE), time.monotonic()

    async def one(wanted: str, text: str) -> tuple[Labelled, bool]:
        async with gate:
            found = await lead_models.read(models, Purpose("analysis", 0, 0), text, channel="whatsapp", language=None)
        return (wanted, found.intent), found.provider == name

    found = await asyncio.gather(*(one(wanted, text) for wanted, text in messages))
    return Result(
        f"{name} ({models.providers[0].model})",
        Counter(pair for pair, _ in found),
        time.monotonic() - started,
        sum(entry.outcome == "stood_in" for entry in bill.entries),
        sum(entry.tokens_in + entry.tokens_out for entry in bill.entries),
        sum(entry.cost for entry in bill.entries),
    )


async def evaluate(settings: Settings, path: Path, part: str, only: Sequence[str], most: int | None) -> str:
    """The report: a matrix each, then everybody's figures side by side."""
    messages = _some(labelled(path, part), most)
    names = [provider.name for provider in Models(settings, Bill()).providers]
    if missing := [name for name in only if name not in names]:
        raise LookupError(f"not configured: {', '.join(missing)}; configured: {', '.join(names) or 'none'}")
    results = [by_rules(messages)]
    results += [await by_model(settings, name, messages) for name in (only or names)]
    return report(part, len(messages), results)


def _some(messages: Sequence[Labelled], most: int | None) -> list[Labelled]:
    """At most so many, spread evenly over the whole set."""
    if most is None or most >= len(messages):
        return list(messages)
    return [messages[n * len(messages) // most] for n in range(most)]


def report(part: str, count: int, results: Sequence[Result]) -> str:
    """The words of a report."""
    blocks = [f"{part}: {count} messages (rows: wanted, columns: found)"]
    blocks += [f"{result.name}\n{_matrix(result)}" for result in results]
    return "\n\n".join([*blocks, _beside(results)])


def _matrix(result: Result) -> str:
    width = max(map(len, INTENTS))
    head = " " * width + "".join(name[:_SHORT].rjust(_SHORT + 1) for name in INTENTS)
    rows = [
        wanted.ljust(width)
        + "".join(str(result.matrix.get((wanted, found), 0) or ".").rjust(_SHORT + 1) for found in INTENTS)
        for wanted in INTENTS
    ]
    return "\n".join([head, *rows])


def _beside(results: Sequence[Result]) -> str:
    """One column for each: F1 by intent, then the sums."""
    width, column = max(map(len, INTENTS)), max(12, *(len(result.name) + 2 for result in results))
    lines: list[tuple[str, list[Any]]] = [("F1", [result.name for result in results])]
    lines += [(intent, [_figure(result.f1(intent)) for result in results]) for intent in INTENTS]
    lines += [
        ("macro-F1", [_figure(result.macro_f1) for result in results]),
        ("accuracy", [_figure(result.accuracy) for result in results]),
        ("seconds", [f"{result.seconds:.1f}" for result in results]),
        ("read by rules", [str(result.stood_in or "-") for result in results]),
        ("tokens", [str(result.tokens or "-") for result in results]),
        ("US dollars", [f"{result.cost:.4f}" if result.tokens else "-" for result in results]),
    ]
    return "\n".join(name.ljust(width) + "".join(str(cell).rjust(column) for cell in cells) for name, cells in lines)


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
