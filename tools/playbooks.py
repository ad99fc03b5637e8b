"""What the tools on playbooks (team templates) share: which one is meant, whose it is, what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sequences import plans
from sequences.catalogue import Entry
from sequences.daily_plan import DEFAULT, Plan
from store.db import Scope
from store.folding import fold
from store.models import ObjectionHandler, Playbook, PlaybookHandover, User
from store.queries import daily, handlers, people, playbooks
from store.queries.talk import as_int
from store.types import Language, Option, Outcome, Role, Say
from tools import sequencing
from tools.context import Context

LEADERS: frozenset[Role] = frozenset({"leader", "admin"})
# Parts that are no sequences, by what people call them.
_HANDLERS = frozenset(
    fold(
        "einwand einwände einwänden einwandbehandlung einwandbehandlungen einwandantwort einwandantworten antworten"
        " objection objections handler handlers objection-handlers einwandbehandler answers"
    ).split()
)
_DAILY = frozenset(
    fold(
        "tagesplan tagesablauf tageseinstellungen arbeitszeiten morgenliste tag tagesrhythmus dayplan daily day"
        " schedule daily-flow tagesplanung"
    ).split()
)
_SEQUENCES = frozenset(fold("sequenz sequenzen sequence sequences ablauf abläufe abläufen abfolgen").split())
_TEXTS = frozenset(
    fold(
        "nachricht nachrichten nachrichtenvorlage nachrichtenvorlagen text texte texten message messages template"
        " templates vorlagen nachrichtentexte message-templates"
    ).split()
)  # they come with the sequences that send them
_ALL = frozenset(fold("alles everything all alle").split())
_IDLE = frozenset(
    fold(
        "mein meine meinen meiner meinem die der den das dem my the plan plans flow settings auf auch unsere"
        " unseren our dazu plus"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes into a playbook: sequences by machine name, answers to objections, the daily plan."""

    sequences: tuple[str, ...] = ()
    handlers: bool = False
    daily: bool = False

    def plus(self, other: Chosen) -> Chosen:
        names = dict.fromkeys([*self.sequences, *other.sequences])
        return Chosen(tuple(names), self.handlers or other.handlers, self.daily or other.daily)

    def minus(self, other: Chosen) -> Chosen:
        names = tuple(name for name in self.sequences if name not in other.sequences)
        return Chosen(names, self.handlers and not other.handlers, self.daily and not other.daily)

    @property
    def empty(self) -> bool:
        return not (self.sequences or self.handlers or self.daily)


def chosen(content: dict[str, Any]) -> Chosen:
    """What a content was made of."""
    names = tuple(each["name"] for each in content["sequences"])
    return Chosen(names, bool(content.get("handlers")), bool(content.get("daily")))


def language_of(user: User) -> Language:
    return "en" if user.language == "en" else "de"


async def which(context: Context, said: str | None, *, own: bool = False) -> Playbook | Outcome:
    """The playbook somebody means: by number, by name, else the only one; or a question.

    ``own``: only its owner or an admin of the team may go on.
    """
    everything = context.actor.role == "admin"
    number = as_int(said) if said else None
    if number is not None and 0 < number < 2**62:
        found = await playbooks.get(context.scope, number, everything=everything)
        return _allowed(context, found, own=own) if found is not None else _unknown(str(said))
    rows = await playbooks.listed(context.scope, everything=everything)
    if own:
        rows = [row for row in rows if _owns(context, row)] or rows
    words = fold(said or "").split()
    exact = [row for row in rows if words and row.name_key == " ".join(words)]
    named = exact or [row for row in rows if all(word in row.name_key for word in words)] or _within(rows, words)
    if len(named) == 1:
        return _allowed(context, await playbooks.get(context.scope, named[0].id, everything=everything), own=own)
    if not rows:
        return Outcome("denied", Say("playbook-none"), reason="playbook_unknown")
    same = {key: value for key, value in context.call.arguments.items() if key != "template"}
    options = tuple(
        Option(row.name, context.call.tool, {**same, "template": str(row.id)}) for row in (named or rows)[:8]
    )
    say = Say("playbook-which") if named else Say("playbook-which-unknown", {"name": said or ""})
    return Outcome("asked", say, reason="playbook_ambiguous", options=options, expects="template")


def _within(rows: Sequence[Playbook], words: Sequence[str]) -> list[Playbook]:
    """Those whose whole name is among the words ("Comeback noch einmal", "push comeback"): the longest name wins."""
    said = f" {' '.join(words)} "
    found = [row for row in rows if f" {row.name_key} " in said]
    return [max(found, key=lambda row: len(row.name_key))] if found else []


def _unknown(said: str) -> Outcome:
    return Outcome("denied", Say("playbook-unknown", {"name": said[:80]}), reason="playbook_unknown")


def _owns(context: Context, row: Playbook) -> bool:
    admin = context.actor.role == "admin" and row.team_id == context.actor.team_id
    return row.owner_id == context.actor.id or admin


def _allowed(context: Context, row: Playbook | None, *, own: bool) -> Playbook | Outcome:
    if row is None:
        return _unknown("")
    if own and not _owns(context, row):
        return Outcome("denied", Say("playbook-not-yours", {"name": row.name}), reason="not_yours")
    return row


async def meant(context: Context, said: Sequence[str]) -> Chosen | Outcome:
    """The parts somebody names: sequences, her answers to objections, her daily plan; or the question which."""
    engine = context.house.engine
    found = Chosen()
    for words in said:
        told = {word for part in fold(words).split() for word in part.split("-") if word not in _IDLE}
        kinds = told - _ALL
        if told and kinds <= _SEQUENCES | _TEXTS:
            hers = await everything(context)
            found = found.plus(hers if not kinds else Chosen(hers.sequences))
        elif told and told <= _HANDLERS:
            found = found.plus(Chosen(handlers=True))
        elif told and told <= _DAILY:
            found = found.plus(Chosen(daily=True))
        else:
            entries = await engine.match(context.scope, words)
            if not entries and told & _HANDLERS:  # one answer is handed on with the others
                found = found.plus(Chosen(handlers=True))
                continue
            if len(entries) != 1:
                offered = entries or await engine.library(context.scope)
                titles = ", ".join(sequencing.title(context, sequence) for _, sequence in offered[:8])
                say = Say("playbook-sequence-unknown", {"name": words[:80], "titles": titles})
                return Outcome("asked", say, reason="sequence_not_found", expects="sequences")
            found = found.plus(Chosen((entries[0][0].name,)))
    return found


async def everything(context: Context) -> Chosen:
    """What is hers: own and the team's sequences (all there are, when there is none), answers, a plan she has set."""
    library = await context.house.engine.library(context.scope)
    own = [row.name for row, _ in library if row.team_id is not None] or [row.name for row, _ in library]
    answers = await handlers.of_user(context.scope, context.actor.id)
    plan = plans.of(await daily.plan(context.scope, context.actor.id))
    return Chosen(tuple(own), bool(answers), plan != DEFAULT)


async def content(
    context: Context, owner_id: int, picked: Chosen, before: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """The parts as their owner has them now, and the titles of those that are there no more.

    What was deleted, switched off or became unreadable stays as it was in ``before``.
    """
    scope = Scope(context.work.session, context.actor.team_id, owner_id)
    library = {row.name: (row, sequence) for row, sequence in await context.house.engine.library(scope)}
    old = {each["name"]: each for each in before.get("sequences", ())}
    missing = [name for name in picked.sequences if name not in library]
    found = [part(context, library[name]) if name in library else old.get(name) for name in picked.sequences]
    made: dict[str, Any] = {"sequences": [each for each in found if each is not None], "handlers": []}
    if picked.handlers:
        made["handlers"] = [handler(row) for row in await handlers.of_user(scope, owner_id)]
    if picked.daily:
        made["daily"] = daily_part(plans.of(await daily.plan(scope, owner_id)))
    return made, [old[name]["title"] if name in old else name for name in missing]


def part(context: Context, entry: Entry) -> dict[str, Any]:
    row, sequence = entry
    return {
        "name": row.name,
        "title": sequencing.title(context, sequence),
        "yaml": row.yaml,
        "digest": row.digest,
        "steps": [step.name for step in sequence.steps],
    }


def handler(row: ObjectionHandler) -> dict[str, Any]:
    return {"objection": row.objection, "language": row.language, "register": row.register, "text": row.text}


def daily_part(plan: Plan) -> dict[str, Any]:
    return {
        "digest": plan.digest,
        "evening": plan.evening,
        "active_from": plan.active_from,
        "active_until": plan.active_until,
        "weekdays": list(plan.weekdays),
    }


def plan_of(part: dict[str, Any]) -> Plan:
    days = tuple(int(day) for day in part["weekdays"])
    return Plan(part["active_from"], part["active_until"], days, part["digest"], part["evening"])


async def named_people(context: Context, said: Sequence[str]) -> list[User] | Outcome:
    """Members of the team by name; the actor herself is nobody to give it to."""
    found: dict[int, User] = {}
    for name in said:
        users = [user for user in await people.users_named(context.scope, name) if user.id != context.actor.id]
        if len(users) != 1:
            others = [u.name for u in await people.users(context.scope) if u.id != context.actor.id]
            say = Say("playbook-person-unknown", {"name": name[:60], "names": ", ".join(others[:12]) or "-"})
            return Outcome("asked", say, reason="person_unknown", expects="people")
        found[users[0].id] = users[0]
    return list(found.values())


def handed(context: Context, row: Playbook, user_id: int, how: str) -> PlaybookHandover:
    return PlaybookHandover(playbook_id=row.id, user_id=user_id, version=row.version, how=how, at=context.now)
