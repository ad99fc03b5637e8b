"""How well opt-outs are heard: rules and learnt sense together, on batches of messages the sense has not seen.

    python -m benchmarks.optout            prints one JSON object
    python -m benchmarks.optout --write    learns from all of them and writes agent/optout_weights.txt

Each batch (one round of one hand) is judged by weights learnt from batches of others; the rules know most of them.
"heard" is the share of opt-outs that are certain or likely, "false" that of other messages taken for one, "silenced"
that of others held certain. The batches are full of look-alikes, so "false" is far above what ordinary talk would give.
The learning is fixed: the same messages always give the same weights. What nobody learnt from stands in
tests/unit/data/optout_held_out.yaml ("held out": by the stored weights).
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from agent import optout, optout_sense

DATA = Path(__file__).parent.parent / "tests" / "unit" / "data"
FOLDS, ROUNDS, STEP, DECAY, SEEN, LEAST = 3, 12, 0.5, 1e-3, 2, 0.3
Judged = tuple[frozenset[str], bool, str, str]


def judged() -> list[Judged]:
    """(features, is an opt-out, text, batch) of every message to learn from; a likely one counts."""
    texts: dict[str, tuple[bool, str]] = {}
    for path in sorted(DATA.glob("optout_messages*.yaml")):
        for name, part in yaml.safe_load(path.read_text("utf-8")).items():
            texts |= dict.fromkeys((*part.get("certain", ()), *part.get("likely", ())), (True, name))
            texts |= dict.fromkeys(part.get("none", ()), (False, name))
    for path in sorted(DATA.glob("lead_messages*.yaml")):
        for part in yaml.safe_load(path.read_text("utf-8")).values():
            for intent, found in part.items():
                if intent not in ("opt_out", "first_pass"):
                    texts |= dict.fromkeys(_strings(found), (False, path.stem))
    return [(optout.weighed(text), value, text, batch) for text, (value, batch) in texts.items()]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def learn(messages: Sequence[Judged]) -> dict[str, float]:
    """Logistic regression by stochastic gradient (AdaGrad); features seen once and weights near zero are left out."""
    counts = Counter(feature for found, *_ in messages for feature in found)
    messages = [(frozenset(f for f in found if counts[f] >= SEEN), *rest) for found, *rest in messages]
    weights = {"": 0.0}
    squares: Counter[str] = Counter()
    order = list(range(len(messages)))
    chance = random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for place in order:
            found, value, *_ = messages[place]
            scale = 1 / math.sqrt(max(1, len(found)))
            total = weights[""] + scale * sum(weights.get(feature, 0.0) for feature in found)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - value
            for feature, slope in (("", error), *((feature, error * scale) for feature in found)):
                slope += DECAY * weights.get(feature, 0.0)
                squares[feature] += slope * slope  # type: ignore[assignment]
                weights[feature] = weights.get(feature, 0.0) - STEP * slope / math.sqrt(squares[feature] + 1e-8)
    return {feature: weight for feature, weight in weights.items() if abs(weight) >= LEAST or not feature}


def shares(answers: Iterable[tuple[bool, optout.Level]]) -> dict[str, float]:
    """The shares of (is an opt-out, level) that count: heard, certain, false, silenced."""
    hits = Counter(answers)
    stops = sum(n for (value, _), n in hits.items() if value)
    others = hits.total() - stops
    return {
        "opt-outs": stops,
        "others": others,
        "heard": round(1 - hits[True, "none"] / stops, 4),
        "certain": round(hits[True, "certain"] / stops, 4),
        "false": round(1 - hits[False, "none"] / others, 4),
        "silenced": round(hits[False, "certain"] / others, 4),
    }


def crossed(messages: Sequence[Judged]) -> Iterator[tuple[bool, optout.Level]]:
    """(is an opt-out, level) of each message, by weights that know nothing of its batch."""
    folds = {batch: place % FOLDS for place, batch in enumerate(sorted({one[3] for one in messages}))}
    for fold in range(FOLDS):
        weights = learn([one for one in messages if folds[one[3]] != fold])
        for _, value, text, batch in messages:
            if folds[batch] == fold:
                yield value, optout.detect(text, weights)


def held_out() -> list[tuple[str, bool]]:
    """(text, is an opt-out) of the messages that are only measured."""
    parts = yaml.safe_load((DATA / "optout_held_out.yaml").read_text("utf-8")).values()
    return [(text, level == "certain") for part in parts for level in ("certain", "none") for text in part[level]]


def main() -> None:
    messages = judged()
    random.Random(3).shuffle(messages)
    if "--write" in sys.argv:
        lines = sorted(f"{feature}\t{weight:.2f}" for feature, weight in learn(messages).items())
        Path(optout_sense.__file__).with_name("optout_weights.txt").write_text("\n".join(lines) + "\n", "utf-8")
        return
    unseen = shares((value, optout.detect(text)) for text, value in held_out())
    print(json.dumps({"batches": shares(crossed(messages)), "held out": unseen}, indent=2))


if __name__ == "__main__":
    main()
