"""Slash commands, taps and short answers to an open choice -> tool and arguments, without a model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from agent import answers, grammar
from agent.grammar import words as w
from agent.inbox import Turn
from channels.choices import option_at, parse_tap
from store import dates
from store.db import Scope
from store.folding import fold
from store.models import Choice, Message
from store.queries import talk
from store.types import Actor, Say
from tools import add_sequence, import_leads, objections, registry, restyle
from tools.resolve import phone_of

_ANY_WORDS = frozenset({"text", "hint", "note", "value", "subject"})  # what is asked for may itself be a question


@dataclass(frozen=True, slots=True)
class Step:
    """What a message without a model means: an act, or only words (``say``) when there is nothing to do.

    ``said`` are the words the gate counts as the rep's own; ``choice`` the choice row this uses up.
    """

    tool: str | None = None
    arguments: Mapping[str, Any] | None = None
    source: Literal["command", "tap", "chat"] = "command"
    said: str = ""
    choice: int | None = None
    say: Say | None = None


async def read(scope: Scope, actor: Actor, row: Message, turn: Turn, now: datetime) -> Step | None:
    """The step a rep's message is, or None when the agent has to think about it."""
    if row.tap is not None:
        return await _tapped(scope, row, turn.id, now)
    text = row.text.strip()
    if (step := _file(row)) is not None:
        return step
    if row.payload.get("forwarded") and text:
        return Step(say=Say("inbox-forwarded"))
    if not text:
        if row.payload.get("voice"):
            return Step(say=Say(f"voice-{row.payload['voice']}"))
        return Step(say=Say("inbox-files-later") if row.payload.get("files") else Say("inbox-empty"))
    if text.startswith("/") and (step := _slash(text)) is not None:
        return step
    return await _answered(scope, actor, row, text, turn, now) or _not_theirs(text, actor, now)


def _not_theirs(text: str, actor: Actor, now: datetime) -> Step | None:
    """A leader's order given by somebody else: refused by the runner and so on record, whichever model would answer."""
    if actor.role != "rep":
        return None
    requests = grammar.read(text, now=now, zone=actor.zone).requests
    tools = [registry.get(one.tool) for one in requests]
    if not tools or any(tool is None or actor.role in tool.roles for tool in tools):
        return None
    return Step(requests[0].tool, dict(requests[0].arguments), "chat", text)


def _file(row: Message) -> Step | None:
    """What is done with a file, by its name; words that come with it only say what anybody sees."""
    for name in row.payload.get("files", ()):
        tool = import_leads.tool_for(str(name)) or add_sequence.tool_for(str(name))
        if tool is not None:
            return Step(tool, {"message": row.id}, said=row.text)
    return None


async def _tapped(scope: Scope, row: Message, turn_id: str, now: datetime) -> Step:
    place = parse_tap(row.tap or "")
    choice = await scope.session.get(Choice, place[0]) if place else None
    if place is None or choice is None or choice.conversation_id != row.conversation_id:
        return Step(say=Say("tap-unknown"))
    option = option_at(choice, place[1])
    if option is None:
        return Step(say=Say("tap-unknown"))
    if choice.state != "open" and choice.used != turn_id:
        return Step(say=Say("tap-used"))
    if choice.expires_at <= now:
        return Step(say=Say("tap-expired"))
    return _option(choice, option, row.text)


def _option(choice: Choice, option: Mapping[str, Any], words: str) -> Step:
    if option["tool"] is None:
        return Step(choice=choice.id, say=Say("choice-dropped"))
    return Step(option["tool"], option["arguments"], "tap", choice.said or words, choice.id)


def _slash(text: str) -> Step | None:
    head, _, rest = text[1:].partition(" ")
    name = head.partition("@")[0].lower()
    if name == "start":
        return Step("help", {}, said=text)
    tool = registry.by_command().get(name)
    if tool is None:
        return None if name in ("cancel", "abbrechen") else Step(say=Say("command-unknown", {"command": name[:40]}))
    return Step(tool.name, dict(tool.from_command(rest.strip())), said=text)


async def _answered(scope: Scope, actor: Actor, row: Message, text: str, turn: Turn, now: datetime) -> Step | None:
    rows = await talk.open_choices(scope, row.conversation_id, now)
    used = await talk.choice_of_turn(scope, turn.id) if turn.resumed else None
    if used is not None:
        rows = [used, *rows]
    by_id = {choice.id: choice for choice in rows}
    found = answers.match(
        text,
        [_open(choice) for choice in rows],
        is_order=lambda words: _is_order(words, actor, now),
        fits=lambda expects, words: _fits(expects, words, actor, now),
        is_time=lambda words: _is_time(words, actor, now),
    )
    if found is None:
        return Step(say=Say("nothing-open")) if text.startswith("/") else None
    choice = by_id[found.choice_id]
    if found.cancel:
        return Step(choice=choice.id, say=Say("choice-dropped"))
    if found.place is not None and (option := option_at(choice, found.place)) is not None:
        return _option(choice, option, text) if found.fill is None else _worded(choice, option, text, actor, now)
    filled = _filled(choice, found.fill)
    return Step(choice.tool, filled, "chat", f"{choice.said}\n{text}", choice.id)


def _worded(choice: Choice, option: Mapping[str, Any], text: str, actor: Actor, now: datetime) -> Step:
    """An option with the rep's own words in it: how a draft should sound, or another time for what has one."""
    arguments, said = dict(option["arguments"]), f"{choice.said}\n{text}"
    if arguments.get("action") == "change":
        return Step(option["tool"], {**arguments, "text": text}, "chat", said, choice.id)
    if arguments.get("action") == "later":
        return Step(option["tool"], {**arguments, "when": _time_in(text, actor, now)}, "tap", said, choice.id)
    if "not_before" in arguments:
        at = dates.parse(_time_in(text, actor, now), now, actor.zone).at
        return Step(option["tool"], {**arguments, "not_before": at.isoformat() if at else None}, "tap", said, choice.id)
    moved = {"reminder": arguments["reminder"], "when": _time_in(text, actor, now)}
    return Step("snooze_reminder", moved, "tap", said, choice.id)


def _time_in(text: str, actor: Actor, now: datetime) -> str:
    found = dates.find(text, now, actor.zone)
    return text[found.start : found.end] if found else text


def _is_time(text: str, actor: Actor, now: datetime) -> bool:
    """Whether a short text is a time to come and nothing else ("lieber morgen um 10")."""
    found = dates.find(text, now, actor.zone) if len(text) < 80 else None
    if found is None or found.at is None:
        return False
    around = fold(f"{text[: found.start]} {text[found.end :]}").split()
    return all(word in answers.AROUND_TIME for word in around)


def _filled(choice: Choice, words: object) -> dict[str, Any]:
    """The call with its missing argument; what was said there under another of the argument's names is gone.

    "input_values.topic" is a part of an argument that has several.
    """
    expected, _, part = str(choice.expects).partition(".")
    if part:
        words = {**(choice.arguments.get(expected) or {}), part: words}
    tool = registry.get(choice.tool or "")
    names = tool.names(expected) if tool is not None else ()
    return {**{name: value for name, value in choice.arguments.items() if name not in names}, expected: words}


def _open(choice: Choice) -> answers.Open:
    return answers.Open(
        choice.id,
        tuple(option["label"] for option in choice.options),
        tuple(option["tool"] for option in choice.options),
        tuple(option["arguments"] for option in choice.options),
        choice.expects,
        choice.asked,
    )


def _is_order(text: str, actor: Actor, now: datetime) -> bool:
    """Whether it is a request of its own; "sag ihr …" means the person in question."""
    requests = grammar.read(text, now=now, zone=actor.zone).requests
    return bool(requests) and not (restyle.told_of(text) and len(requests) == 1)


def _asks(text: str) -> bool:
    """ "Und sonst?", "What's new?": somebody wants to know something else; "Tom?" is only unsure."""
    said = {word.strip("?!.,").casefold() for word in text.split()}
    return text.rstrip().endswith("?") and not said.isdisjoint(w.QUESTIONS | w.CONJUNCTIONS)


def _fits(expects: str, text: str, actor: Actor, now: datetime) -> bool:
    """Whether a text can be the missing piece; a question of one's own is one only where any words will do."""
    if expects in ("date", "when"):
        ask = dates.parse(text, now, actor.zone).ask
        return ask is None or (ask != "when_missing" and not text.rstrip().endswith("?"))
    if expects == "objection":
        return objections.kind_of(text) is not None or objections.is_plain_no(text)
    if expects not in _ANY_WORDS and "." not in expects and _asks(text):
        return False
    if expects == "lead":
        return phone_of(text) is not None or "@" in text or len(text.split()) <= 4
    return len(text) <= 4096
