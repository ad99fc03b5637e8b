"""What a playbook holds and how a member's copy of it lives on. PURE.

Content is ``{"sequences": [{name, title, yaml, digest, steps}], "handlers": [{objection, language, register, text}],
"daily": {digest, evening, active_from, active_until, weekdays}}``; the last two may be absent. Its parts have keys:
``sequence:NAME``, ``objection:KIND:LANGUAGE:REGISTER``, ``daily``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from sequences import definition, naming
from sequences.merging import GONE, Clash, Tree, merge
from sequences.yamltree import DefinitionError, Fields, Items, read
from sequences.yamltree import Tree as YamlTree

Part = Mapping[str, Any]
Parts = Mapping[str, Part]
How = Literal["take", "keep", "merge"]


def parts(content: Mapping[str, Any] | None) -> dict[str, Part]:
    """A content's parts by their keys, in order."""
    content = content or {}
    found: dict[str, Part] = {f"sequence:{one['name']}": one for one in content.get("sequences", ())}
    found |= {handler_key(one): one for one in content.get("handlers", ())}
    if content.get("daily"):
        found["daily"] = content["daily"]
    return found


def content(found: Parts) -> dict[str, Any]:
    """The other way round: parts by their keys as a content."""
    made: dict[str, Any] = {"sequences": [], "handlers": []}
    for key, part in found.items():
        if key == "daily":
            made["daily"] = dict(part)
        else:
            made["sequences" if key.startswith("sequence:") else "handlers"].append(dict(part))
    return made


def handler_key(part: Part) -> str:
    return f"objection:{part['objection']}:{part['language']}:{part['register']}"


def name_of(key: str) -> str:
    """The sequence's machine name of a key ``sequence:NAME``."""
    return key.partition(":")[2]


def tree(key: str, part: Part | None) -> Tree:
    """A part as the tree that is compared and merged; comments and spacing of a sequence's YAML count for nothing."""
    if part is None:
        return GONE
    if key.startswith("sequence:"):
        return sequence_tree(part["yaml"])
    return {"text": part["text"]} if key.startswith("objection:") else dict(part)


def sequence_tree(text: str) -> Tree:
    """A sequence's YAML with its steps by their names; a text nobody can read is one thing as a whole."""
    try:
        found = _plain(read(text))
    except DefinitionError:
        return text
    steps = found.get("steps")
    if isinstance(steps, list) and all(isinstance(step, dict) for step in steps):
        names = [naming.key_of(str(step.get("name", ""))) or f"step_{n}" for n, step in enumerate(steps, 1)]
        if len(set(names)) == len(names):
            found["steps"] = dict(zip(names, steps, strict=True))
    return found


def _plain(tree_: YamlTree) -> Any:
    if isinstance(tree_, Fields):
        return {key: _plain(value) for key, value in tree_.value.items()}
    return [_plain(item) for item in tree_.value] if isinstance(tree_, Items) else tree_.value


def written(merged: Tree) -> str:
    """A sequence's tree as YAML again, its steps in the order of their days."""
    made = dict(merged)
    if isinstance(made.get("steps"), Mapping):
        made["steps"] = sorted(made["steps"].values(), key=lambda step: _day(step.get("day")))
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=110)


def _day(said: Any) -> int:
    return int(said) if isinstance(said, str) and said.isdecimal() and len(said) < 7 else 0


def readable(text: str) -> bool:
    """Whether a sequence's YAML still loads."""
    try:
        definition.load(text)
    except DefinitionError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Settled:
    """What becomes of a member's copy. ``write``: key -> the new part, None for one that goes.

    ``own``: keys that both sides changed; as long as nobody has chosen (``take``, ``keep``, ``merge``) nothing of the
    copy is written. ``clash`` is the first open question of a merge with its key. ``kept``: keys she changed and the
    leader did not: they stay hers. ``broken``: keys whose sequence cannot be read.
    """

    write: Mapping[str, Part | None] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    clash: tuple[str, Clash] | None = None
    open: int = 0


def settle(base: Parts, theirs: Parts, mine: Parts, how: How | None, answers: Mapping[str, str]) -> Settled:
    """Decides part by part. ``base`` is what the member was handed last, ``answers`` hers to clashes by key and name.

    A part she never had is taken; what the leader took out goes unless she changed it.
    """
    write: dict[str, Part | None] = {}
    own, kept, broken, clashes = [], [], [], []
    for key in dict.fromkeys([*theirs, *base]):
        if key in theirs and key.startswith("sequence:") and not readable(theirs[key]["yaml"]):
            broken.append(key)
            continue
        was, new, has = (tree(key, side.get(key)) for side in (base, theirs, mine))
        if new == has:
            continue
        if was == has:
            write[key] = theirs.get(key)
        elif was == new:
            kept.append(key)
        else:
            own.append(key)
            if how == "take":
                write[key] = theirs.get(key)
            elif how == "merge":
                said = {k.removeprefix(f"{key}/"): side for k, side in answers.items() if k.startswith(f"{key}/")}
                made, open_ones = _merged(key, was, new, has, said)
                clashes += [(key, clash) for clash in open_ones]
                if made != has:
                    write[key] = _part(key, made, theirs.get(key) or mine.get(key) or {})
    if clashes or (own and how is None):
        write = {}
    return Settled(write, tuple(own), tuple(kept), tuple(broken), clashes[0] if clashes else None, len(clashes))


def _merged(key: str, was: Tree, new: Tree, has: Tree, answers: Mapping[str, str]) -> tuple[Tree, list[Clash]]:
    """A part merged field by field; one whose merge would be no sequence any more is asked about as a whole."""
    made, clashes = merge(was, new, has, answers)
    whole = Clash((), new, has)
    if whole.name in answers:
        return (new if answers[whole.name] == "theirs" else has), []
    if not clashes and key.startswith("sequence:") and made is not GONE:
        fits = isinstance(made, Mapping) and readable(written(made))
        return (made, []) if fits else (has, [whole])
    return made, clashes


def _part(key: str, made: Tree, like: Part) -> Part | None:
    """A merged tree as a part; ``like`` has its other fields."""
    if made is GONE:
        return None
    if key.startswith("objection:"):
        return {**like, "text": made["text"]}
    if key == "daily":
        return dict(made)
    text = like["yaml"] if made == sequence_tree(like["yaml"]) else written(made)
    return {**like, "yaml": text}
