"""What is wrong with a sequence's file, in the person's words with the line; and what a good one would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from channels import words
from sequences.definition import Problem
from sequences.plan import Branch, Sequence, Step
from sequences.templates import MessageTemplate
from store.types import Language, Say

_QUOTED = 70


def line(language: Language, problem: Problem) -> str:
    """One problem as a sentence that begins with its line."""
    values = dict(problem.values)
    if "near" in values and not values["near"]:
        values["near"] = "none"
    said = words.say(language, Say(problem.key, values))
    key = "yaml-line" if problem.line else "yaml-file-line"
    return words.say(language, Say(key, {"line": problem.line, "problem": said}))


def steps(language: Language, sequence: Sequence, shipped: Mapping[str, MessageTemplate]) -> list[str]:
    """A line for each step: its day, what happens, and where replies lead."""
    return [_step(language, sequence, step, shipped) for step in sequence.steps]


def _step(language: Language, sequence: Sequence, step: Step, shipped: Mapping[str, MessageTemplate]) -> str:
    if step.sends:
        names = step.variants or ((step.template,) if step.template else ())
        found = next((sequence.texts.get(name) or shipped.get(name) for name in names), None)
        text = " ".join((found.text(language) if found is not None else names[0]).split())
        short = text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"
        what = words.say(language, Say("own-what-send", {"text": short}))
    else:
        what = words.say(language, Say("own-what-" + step.action.replace("_", "-")))
    values = {"day": step.day, "step": step.called(language), "what": what}
    branches = "; ".join(_branches(language, sequence, step))
    return words.say(
        language,
        Say("own-step-branches", {**values, "branches": branches}) if branches else Say("own-step", values),
    )


def _branches(language: Language, sequence: Sequence, step: Step) -> Iterable[str]:
    answers = [*step.on_response.items(), *([("none", step.on_no_response)] if step.on_no_response else [])]
    for key, branch in answers:
        yield words.say(language, Say(f"own-branch-{key}", {"then": _then(language, sequence, branch)}))


def _then(language: Language, sequence: Sequence, branch: Branch) -> str:
    if branch.kind == "action":
        return words.say(language, Say("own-then-" + branch.value.replace("_", "-")))
    if branch.kind == "step":
        return next((step.called(language) for step in sequence.steps if step.key == branch.value), branch.value)
    return branch.value.replace("_", " ")
