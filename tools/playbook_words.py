"""Playbooks in words: what is in one, what a new version changes, where two people changed the same. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from channels import words
from sequences import playbook
from sequences.merging import GONE, Change, Clash, Tree, changes
from sequences.playbook import Part, Parts
from store.types import Language, Say

LINES = 14
_QUOTED = 160
_TEXTS: Final = ("text", "variants", "template", "fallback_template")
_ANSWERS: Final = ("on_response", "on_no_response")


def say(language: Language, key: str, **values: object) -> str:
    return words.say(language, Say(key, values))


def clock(minute: Any) -> str:
    return f"{minute // 60}:{minute % 60:02d}" if isinstance(minute, int) else "-"


def short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTED else flat[: _QUOTED - 1].rstrip() + "…"


def title(language: Language, key: str, part: Part) -> str:
    """What people call a part."""
    if key.startswith("sequence:"):
        tree = playbook.tree(key, part)
        said = tree.get("title") if isinstance(tree, Mapping) else None
        return str(said.get(language) or part["title"]) if isinstance(said, Mapping) else str(said or part["title"])
    if key == "daily":
        return say(language, "playbook-daily")
    return handler_title(language, part)


def handler_title(language: Language, part: Part) -> str:
    """ "Antwort auf „zu teuer“ (Sie)"; another language than the reader's is named."""
    marks = []
    if part["language"] != language:
        marks.append(say(language, f"playbook-language-{part['language']}"))
    if part["register"]:
        marks.append("Sie" if part["register"] == "sie" else "du")
    named = say(language, f"objection-kind-{part['objection']}")
    shown = say(language, "playbook-handler", objection=named)
    return f"{shown} ({', '.join(marks)})" if marks else shown


def contents(language: Language, found: Parts) -> str:
    """A line for each part: sequences with steps and texts counted, answers, the daily plan."""
    lines = []
    for key, part in found.items():
        if key.startswith("sequence:"):
            steps, texts = len(part["steps"]), _texts(playbook.tree(key, part))
            lines.append(say(language, "playbook-line", title=title(language, key, part), steps=steps, texts=texts))
        elif key != "daily":
            lines.append(f"• {title(language, key, part)}")
    if "daily" in found:
        lines.append(say(language, "playbook-line-daily", plan=daily(language, found["daily"])))
    return "\n".join(lines)


def _texts(tree: Tree) -> int:
    """How many messages a sequence may send."""
    steps = tree.get("steps", {}) if isinstance(tree, Mapping) else {}
    found = steps.values() if isinstance(steps, Mapping) else steps
    sends = [step for step in found if step.get("action") == "send_message"]
    return sum(len(step["variants"]) if isinstance(step.get("variants"), list) else 1 for step in sends)


def daily(language: Language, part: Part) -> str:
    days = ", ".join(say(language, f"weekday-{day}") for day in part["weekdays"])
    values = {"start": clock(part["active_from"]), "end": clock(part["active_until"]), "days": days}
    return say(language, "playbook-daily-plan", digest=clock(part["digest"]), evening=clock(part["evening"]), **values)


def difference(language: Language, before: Parts, after: Parts) -> str:
    """What one state changes against another: a line for each part, step and answer; "" for nothing."""
    lines: list[str] = []
    for key in dict.fromkeys([*after, *before]):
        old, new = playbook.tree(key, before.get(key)), playbook.tree(key, after.get(key))
        if old == new:
            continue
        named = title(language, key, after.get(key) or before[key])
        if GONE in (old, new):
            lines.append(say(language, "playbook-new" if old is GONE else "playbook-gone", title=named))
            if key.startswith("objection:") and new is not GONE:
                lines.append(f"· {say(language, 'playbook-quoted', text=short(new['text']))}")
            elif key == "daily" and new is not GONE:
                lines.append(f"· {daily(language, new)}")
            continue
        lines.append(say(language, "playbook-changed", title=named))
        steps = {**_steps(language, old), **_steps(language, new)}
        lines += dict.fromkeys(f"· {_change(language, key, steps, one)}" for one in changes(old, new))
    more = len(lines) - LINES
    return "\n".join(lines if more <= 0 else [*lines[:LINES], say(language, "playbook-more", count=more)])


def _change(language: Language, key: str, steps: Mapping[str, str], one: Change) -> str:
    place, name = _place(language, key, steps, one.path)
    lead = f"{place}: " if place else ""
    if len(one.path) == 2 and one.path[0] == "steps" and GONE in (one.old, one.new):
        step = one.new if one.old is GONE else one.old
        said = "playbook-step-new" if one.old is GONE else "playbook-step-gone"
        return say(language, said, step=_step(language, step, one.path[1]), day=str(step.get("day", "-")))
    if name == "text" and one.new is not GONE:
        return lead + say(language, "playbook-text", text=value(language, one.path, one.new))
    if name in ("day", *_DAILY):
        values = {"old": value(language, one.path, one.old), "new": value(language, one.path, one.new)}
        return lead + say(language, "playbook-moved", field=_field(language, name), **values)
    return lead + say(language, "playbook-field-changed", field=_field(language, name))


_DAILY: Final = ("digest", "evening", "active_from", "active_until", "weekdays")


def _place(language: Language, key: str, steps: Mapping[str, str], path: tuple[str, ...]) -> tuple[str, str]:
    """(the step a place belongs to, the field): texts of all languages and registers are one field, "text"."""
    if key == "daily" or key.startswith("objection:"):
        return "", path[0] if path else "text"
    inside = path[0] == "steps" and len(path) > 1
    name = path[2] if inside and len(path) > 2 else path[0]
    name = "text" if name in _TEXTS else "answers" if name in _ANSWERS else name
    return (say(language, "playbook-step", step=steps.get(path[1], path[1])) if inside else ""), name


def _steps(language: Language, tree: Tree) -> dict[str, str]:
    """A sequence's steps by their keys: what people call them."""
    steps = tree.get("steps") if isinstance(tree, Mapping) else None
    return {key: _step(language, step, key) for key, step in steps.items()} if isinstance(steps, Mapping) else {}


def _step(language: Language, step: Mapping[str, Any], key: str) -> str:
    said = step.get("title")
    if isinstance(said, Mapping):
        said = said.get(language) or said.get("de") or said.get("en")
    return str(said or step.get("name") or key.replace("_", " "))


_FIELDS: Final = ("day", "text", "answers", "conditions", "channel", "title", "trigger", *_DAILY)


def _field(language: Language, name: str) -> str:
    known = name if name in _FIELDS else "other"
    return say(language, f"playbook-field-{known.replace('_', '-')}")


def value(language: Language, path: tuple[str, ...], found: Tree) -> str:
    """A value as a person would read it, quoted when it is text."""
    name = path[-1] if path else ""
    if found is GONE:
        return say(language, "playbook-nothing")
    if name == "weekdays":
        return ", ".join(say(language, f"weekday-{day}") for day in found)
    if name in _DAILY:
        return clock(found)
    if isinstance(found, Mapping):
        inner = found.get("text", found.get(language, found.get("de")))
        return value(language, path, inner) if inner is not None else short("; ".join(_flat(found)))
    return short(" / ".join(str(one) for one in found) if isinstance(found, list) else str(found))


def _flat(found: Tree) -> Iterable[str]:
    for key, inner in found.items():
        yield f"{key}: {inner}" if isinstance(inner, str) else f"{key} …"


def clash(language: Language, key: str, part: Part, one: Clash, leader: str) -> str:
    """The question about one place that both changed: where it is, and both versions."""
    named = title(language, key, part)
    if one.path:
        steps = _steps(language, playbook.tree(key, part)) if key.startswith("sequence:") else {}
        place, name = _place(language, key, steps, one.path)
        named = ", ".join(said for said in (named, place, _field(language, name)) if said)
    theirs, mine = value(language, one.path, one.theirs), value(language, one.path, one.mine)
    if not one.path and key.startswith("sequence:"):
        theirs, mine = _size(language, one.theirs), _size(language, one.mine)
    return say(language, "playbook-clash", place=named, leader=leader, theirs=theirs, mine=mine)


def _size(language: Language, tree: Tree) -> str:
    """A whole sequence in a few words: its steps by name."""
    if tree is GONE:
        return say(language, "playbook-nothing")
    return short(", ".join(_steps(language, tree).values())) or "-"
