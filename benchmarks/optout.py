"""How well opt-outs are heard: rules and learnt sense together, cross-validated over every judged message.

    python -m benchmarks.optout            prints one JSON object
    python -m benchmarks.optout --write    learns from all of them and writes agent/optout_weights.txt

"heard" is the share of opt-outs that are certain or likely, "false" that of other messages taken for one. The judged
messages are full of look-alikes, so "false" is far above what ordinary talk would give. The learning is fixed: the
same messages always give the same weights.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from agent import optout, optout_sense
from agent.lead_text import read

DATA = Path(__file__).parent.parent / "tests" / "unit" / "data"
FOLDS, ROUNDS, STEP, DECAY, SEEN, LEAST = 3, 12, 0.5, 1e-3, 2, 0.3
Judged = tuple[frozenset[str], bool, str]


def judged() -> list[Judged]:
    """(features, is an opt-out, text) of every message the tests judge; one that is only likely counts as one."""
    texts: dict[str, bool] = {}
    for path in sorted(DATA.glob("optout_messages*.yaml")):
        for part in yaml.safe_load(path.read_text("utf-8")).values():
            texts |= dict.fromkeys((*part.get("certain", ()), *part.get("likely", ())), True)
            texts |= dict.fromkeys(part.get("none", ()), False)
    for path in sorted(DATA.glob("lead_messages*.yaml")):
        for part in yaml.safe_load(path.read_text("utf-8")).values():
            for intent, found in part.items():
                if intent not in ("opt_out", "first_pass"):
                    texts |= dict.fromkeys(_strings(found), False)
    return [(optout_sense.features(read(text)), value, text) for text, value in texts.items()]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def learn(messages: Sequence[Judged]) -> dict[str, float]:
    """Logistic regression by stochastic gradient (AdaGrad); features seen once and weights near zero are left out."""
    counts = Counter(feature for found, _, _ in messages for feature in found)
    messages = [(frozenset(f for f in found if counts[f] >= SEEN), value, text) for found, value, text in messages]
    weights = {"": 0.0}
    squares: Counter[str] = Counter()
    order = list(range(len(messages)))
    chance = random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for place in order:
            found, value, _ = messages[place]
            scale = 1 / math.sqrt(max(1, len(found)))
            total = weights[""] + scale * sum(weights.get(feature, 0.0) for feature in found)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - value
            for feature, slope in (("", error), *((feature, error * scale) for feature in found)):
                slope += DECAY * weights.get(feature, 0.0)
                squares[feature] += slope * slope  # type: ignore[assignment]
                weights[feature] = weights.get(feature, 0.0) - STEP * slope / math.sqrt(squares[feature] + 1e-8)
    return {feature: weight for feature, weight in weights.items() if abs(weight) >= LEAST or not feature}


def main() -> None:
    messages = judged()
    random.Random(3).shuffle(messages)
    if "--write" in sys.argv:
        lines = sorted(f"{feature}\t{weight:.2f}" for feature, weight in learn(messages).items())
        Path(optout_sense.__file__).with_name("optout_weights.txt").write_text("\n".join(lines) + "\n", "utf-8")
        return
    hits: Counter[tuple[str, bool]] = Counter()
    for fold in range(FOLDS):
        weights = learn([one for place, one in enumerate(messages) if place % FOLDS != fold])
        for found, value, text in messages[fold::FOLDS]:
            hears = optout_sense.score(found, weights) >= optout_sense.LIKELY
            ruled = optout.by_rules(text) != "none"
            hits["all", value] += 1
            hits["sense", value] += hears
            hits["both", value] += hears or ruled
    share = {
        f"{name} {word}": round(hits[name, value] / hits["all", value], 4)
        for name in ("sense", "both")
        for word, value in (("heard", True), ("false", False))
    }
    print(json.dumps({"opt-outs": hits["all", True], "others": hits["all", False], **share}, indent=2))


if __name__ == "__main__":
    main()
