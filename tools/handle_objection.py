"""What a rep answers when somebody says it is too expensive, takes too much time, …: kept, shown, changed, deleted.

The words are used for the draft when a lead's message holds that objection; whoever sends it still sees it first.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from channels import guard
from sequences import placeholders
from store.models import ObjectionHandler
from store.objections import OBJECTIONS
from store.queries import handlers
from store.types import Language, Option, Outcome, Say
from tools import objections, playbook_words, wording
from tools import playbooks as shared
from tools.base import Arguments, Text, Tool, Words
from tools.context import Context

MOST = 1000  # characters


class HandleObjection(Arguments):
    objection: Words | None = Field(
        None, description="What the lead objects to, in the rep's words: too expensive, no time, doubts, thinks it over"
    )
    text: Text | None = Field(None, description="What to answer, word for word as the rep said it")
    remove: bool = Field(False, description="True to delete the answer to that objection")
    language: Literal["de", "en"] | None = Field(None, description="The language of the answer")


async def run(context: Context, arguments: HandleObjection) -> Outcome:
    if arguments.objection is None and arguments.text is None and not arguments.remove:
        return await _shown(context)
    kind = objections.kind_of(arguments.objection or "")
    if kind is None:
        return _which(context, arguments)
    if arguments.remove:
        return await _removed(context, kind)
    named = context.words(f"objection-kind-{kind}")
    if arguments.text is None:
        say = Say("objection-ask-text", {"objection": named, "known": await _known(context, kind)})
        return Outcome("asked", say, {"objection": kind}, "missing_text", expects="text")
    return await _kept(context, kind, arguments.text.strip(), arguments.language or context.language)


def _which(context: Context, arguments: HandleObjection) -> Outcome:
    """Which of the objections there are; a plain no is none of them."""
    if arguments.objection and objections.is_plain_no(arguments.objection):
        return Outcome("denied", Say("objection-plain-no"), reason="plain_no")
    same = {key: value for key, value in context.call.arguments.items() if key != "objection"}
    options = tuple(
        Option(context.words(f"objection-kind-{kind}"), "handle_objection", {**same, "objection": kind})
        for kind in OBJECTIONS.values()
    )
    return Outcome("asked", Say("objection-which"), reason="objection_unknown", options=options, expects="objection")


async def _kept(context: Context, kind: str, text: str, language: Language) -> Outcome:
    problem = _problem(context, text, language)
    if problem is not None:
        return problem
    register = objections.register_of(text, language)
    row = await handlers.one(context.scope, context.actor.id, kind, language, register)
    known = row is not None
    if row is None:
        row = ObjectionHandler(
            team_id=context.actor.team_id,
            user_id=context.actor.id,
            objection=kind,
            language=language,
            register=register,
        )
        context.work.session.add(row)
    row.text, row.at = text, context.now
    if not register:  # it fits everybody, so nothing else holds any more
        for other in await handlers.of_user(context.scope, context.actor.id):
            if (other.objection, other.language) == (kind, language) and other.register:
                await context.work.session.delete(other)
                known = True
    await context.work.session.flush()
    values = {"objection": context.words(f"objection-kind-{kind}"), "text": text, "known": "yes" if known else "no"}
    values["register"] = register or "any"
    result = {"handler_id": row.id, "objection": kind, "language": language, "register": register or None}
    drop = Option(Say("button-objection-delete"), "handle_objection", {"objection": kind, "remove": True})
    return Outcome("done", Say("objection-kept", values), result, options=(drop,))


def _problem(context: Context, text: str, language: Language) -> Outcome | None:
    """Too long, an unknown placeholder, or words that may never be proposed to anybody."""
    if len(text) > MOST:
        return Outcome("denied", Say("objection-too-long", {"max": MOST}), reason="too_long")
    try:
        filled = placeholders.fill(text, dict.fromkeys(placeholders.NAMES, "Kim"))
    except placeholders.PlaceholderError as error:
        values = {"problem": context.words(error.message_key, name=error.name)}
        return Outcome("denied", Say("objection-placeholder", values), reason="placeholder")
    registers = ("du", "sie") if language == "de" else ("du",)
    checks = [guard.check(filled, "ai", language=language, register=register) for register in registers]
    found = {f.rule: f for check in checks for f in check.findings if f.rule != "wrong_register"}
    if not found:
        return None
    quotes = ", ".join(f"»{finding.quote}«" for finding in found.values())
    reasons = " ".join(dict.fromkeys(wording.reason_of(context, rule) for rule in found))
    return Outcome(
        "denied", Say("objection-guard", {"quotes": quotes, "reasons": reasons}), {"rules": [*found]}, "guard"
    )


async def _removed(context: Context, kind: str) -> Outcome:
    rows = [row for row in await handlers.of_user(context.scope, context.actor.id) if row.objection == kind]
    named = context.words(f"objection-kind-{kind}")
    if not rows:
        return Outcome("denied", Say("objection-none", {"objection": named}), reason="no_handler")
    for row in rows:
        await context.work.session.delete(row)
    values = {"objection": named, "text": rows[0].text}
    again = Option(Say("button-objection-back"), "handle_objection", {"objection": kind, "text": rows[0].text,
                                                                     "language": rows[0].language})  # fmt: skip
    result = {"objection": kind, "removed": len(rows)}
    return Outcome("done", Say("objection-removed", values), result, options=(again,) if len(rows) == 1 else ())


async def _shown(context: Context) -> Outcome:
    rows = await handlers.of_user(context.scope, context.actor.id)
    if not rows:
        return Outcome("done", Say("objection-nothing"), {"objections": []})
    lines = [_line(context, row) for row in rows]
    found = [shared.handler(row) for row in rows]
    return Outcome("done", Say("objection-list", {"lines": "\n".join(lines)}), {"objections": found})


def _line(context: Context, row: ObjectionHandler) -> str:
    title = playbook_words.handler_title(context.language, shared.handler(row))
    return context.words("objection-line", title=title, text=row.text)


async def _known(context: Context, kind: str) -> str:
    """What she answers to it now, "none" for nothing."""
    rows = [row for row in await handlers.of_user(context.scope, context.actor.id) if row.objection == kind]
    return " / ".join(wording.short(row.text, 300) for row in rows[:2]) or "none"


def _from_command(rest: str) -> dict[str, Any]:
    """``/einwand ZU TEUER: ANTWORT``; without an answer it shows what is known."""
    said, _, text = rest.partition(":")
    found = {"objection": said.strip(), "text": text.strip()}
    return {key: value for key, value in found.items() if value}


TOOL = Tool(
    name="handle_objection",
    description="Keep, show or delete what the rep answers to an objection (price, time, trust, thinking it over).",
    arguments=HandleObjection,
    run=run,
    commands=("einwand", "einwaende", "einwände", "objection", "objections"),
    from_command=_from_command,
)
