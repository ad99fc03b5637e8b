"""What the tools on playbooks (team templates) share: which one is meant, what it holds, handing it over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sequences.catalogue import Entry, digest_of
from store.folding import fold
from store.models import Playbook, PlaybookClone, SequenceDefinition
from store.queries import playbooks
from store.queries.talk import as_int
from store.types import Option, Outcome, Role, Say
from tools import sequencing
from tools.context import Context

LEADERS: frozenset[Role] = frozenset({"leader", "admin"})
Part = Mapping[str, Any]


async def which(context: Context, said: str | None) -> Playbook | Outcome:
    """The playbook somebody means: by number, by name, else the only one; or a question."""
    number = as_int(said) if said else None
    if number is not None and 0 < number < 2**62:
        found = await playbooks.get(context.scope, number)
        return found or Outcome("denied", Say("playbook-unknown", {"name": said}), reason="playbook_unknown")
    rows = await playbooks.listed(context.scope)
    words = fold(said or "").split()
    named = [row for row in rows if all(word in row.name_key for word in words)]
    if len(named) == 1:
        return named[0]
    if not rows:
        return Outcome("denied", Say("playbook-none"), reason="playbook_unknown")
    same = {key: value for key, value in context.call.arguments.items() if key != "template"}
    options = tuple(
        Option(row.name, context.call.tool, {**same, "template": str(row.id)}) for row in (named or rows)[:8]
    )
    return Outcome("asked", Say("playbook-which"), reason="playbook_ambiguous", options=options, expects="template")


def part(entry: Entry, title: str) -> dict[str, Any]:
    row, sequence = entry
    return {
        "name": row.name,
        "title": title,
        "yaml": row.yaml,
        "digest": row.digest,
        "steps": [step.name for step in sequence.steps],
    }


async def content(context: Context, names: Sequence[str]) -> dict[str, Any]:
    """The named sequences as the leader has them now; unknown names are left out."""
    library = {row.name: (row, sequence) for row, sequence in await context.house.engine.library(context.scope)}
    found = [library[name] for name in names if name in library]
    return {"sequences": [part(entry, sequencing.title(context, entry[1])) for entry in found]}


def described(context: Context, row: Playbook) -> str:
    """A line for each sequence in it, with its steps counted."""
    lines = [
        context.words("playbook-line", title=each["title"], steps=len(each["steps"]))
        for each in row.content["sequences"]
    ]
    return "\n".join(lines)


async def hand_over(context: Context, row: Playbook, user_id: int, parts: Sequence[Part]) -> None:
    """Gives a member own versions of the sequences; running enrolments keep the version they started with."""
    for each in parts:
        before = await playbooks.own_sequence(context.scope, user_id, each["name"])
        if before is not None and before.digest == each["digest"]:
            continue
        context.work.session.add(
            SequenceDefinition(
                team_id=row.team_id,
                owner_id=user_id,
                name=each["name"],
                version=await playbooks.next_version(context.scope, each["name"]),
                yaml=each["yaml"],
                digest=digest_of(each["yaml"]),
                at=context.now,
            )
        )
        if before is not None:
            before.active = False
        await context.work.session.flush()


async def changed_by_member(context: Context, clone: PlaybookClone, parts: Sequence[Part]) -> list[Part]:
    """The parts a member made her own since they were handed over: nobody overwrites those unasked."""
    found: list[Part] = []
    for each in parts:
        own = await playbooks.own_sequence(context.scope, clone.user_id, each["name"])
        if own is not None and own.digest not in (clone.digests.get(each["name"]), each["digest"]):
            found.append(each)
    return found


def digests(parts: Sequence[Part]) -> dict[str, str]:
    return {each["name"]: each["digest"] for each in parts}


def difference(context: Context, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """What a new version changes, a line for each sequence: new, gone, or its steps."""
    old = {each["name"]: each for each in before["sequences"]}
    new = {each["name"]: each for each in after["sequences"]}
    lines: list[str] = []
    for name in dict.fromkeys([*old, *new]):
        was, now = old.get(name), new.get(name)
        if was is None or now is None:
            title = (now or was or {})["title"]
            lines.append(context.words("playbook-new" if was is None else "playbook-gone", title=title))
        elif was["digest"] != now["digest"]:
            more = [step for step in now["steps"] if step not in was["steps"]]
            less = [step for step in was["steps"] if step not in now["steps"]]
            values = {"title": now["title"], "more": ", ".join(more) or "-", "less": ", ".join(less) or "-"}
            key = "playbook-changed" if more or less else "playbook-reworded"
            lines.append(context.words(key, **values))
    return "\n".join(lines)
