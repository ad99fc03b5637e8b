"""Send, change or reject what waits for a tap. Each decision stores who made it and when; a second does nothing."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, Field

from store.folding import fold
from store.models import Approval, Campaign
from store.queries import acts, story
from store.queries.talk import as_int
from store.types import Option, Outcome, Say
from tools import approval as gate
from tools import approving, batching, restyle, spoken, work_batch
from tools.base import INTERNAL, Arguments, Text, Tool, Words
from tools.context import Context
from tools.sending import Basis, Moment

_ACTIONS = {
    "approve": "approve approved senden send freigeben genehmigen ok ja yes accept",
    "change": "change aendern modify edit bearbeiten",
    "reject": "reject rejected ablehnen verwerfen no nein decline",
}
_CANONICAL = {word: action for action, said in _ACTIONS.items() for word in said.split()}
_ALL = frozenset(["all", "alle", "alles", "both", "beide", "everything"])


def _action(said: Any) -> Any:
    return _CANONICAL.get(fold(said), said) if isinstance(said, str) else said


def _ids(said: Any) -> Any:
    return sorted(spoken.numbers(said)) if isinstance(said, (str, int, list, tuple)) else said


class DecideApproval(Arguments):
    approval: Words | None = Field(None, description="The number of the approval as the rep said it, or all")
    action: Annotated[Literal["approve", "change", "reject"], BeforeValidator(_action)] | None = Field(None)
    text: Text | None = Field(
        None,
        validation_alias=AliasChoices("text", "message"),
        description="For change: the rep's own new words, or how it should sound (shorter, more casual)",
    )
    but: Annotated[tuple[int, ...], BeforeValidator(_ids)] = Field(
        (), validation_alias=AliasChoices("except", "but"), description="With all: numbers to leave out"
    )
    reason: Text | None = Field(None, description="For reject: why, if said")
    answers: tuple[Words, ...] = Field((), max_length=10, json_schema_extra=INTERNAL)
    basis: Basis | None = Field(None, json_schema_extra=INTERNAL)
    not_before: Moment | None = Field(None, json_schema_extra=INTERNAL)
    template_name: Words | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: DecideApproval) -> Outcome:
    named = (arguments.approval or "").strip().removeprefix("#")
    if fold(named) in _ALL:
        return await _all(context, arguments)
    row = await _one(context, named, arguments)
    if isinstance(row, Outcome):
        return row
    if (over := await approving.over(context, row)) is not None:
        return over
    if arguments.action is None:
        return await approving.card(context, row, "asked", "missing_action")
    if not _ordered(context, arguments, row.id if named else None):
        return await approving.card(context, row, "asked", "tap_needed")
    return await _decided(context, row, arguments)


async def _one(context: Context, named: str, arguments: DecideApproval) -> Approval | Outcome:
    """The approval meant: by number, else the only one that waits, else a question."""
    if named:
        number = as_int(named)
        row = await story.approval_to_decide(context.scope, number) if number is not None and number < 2**62 else None
        if row is None:
            return Outcome("denied", Say("approval-unknown", {"number": named}), reason="approval_unknown")
        return row
    waiting = await acts.pending_approvals(context.scope)
    if not waiting:
        return Outcome("denied", Say("approval-none"), reason="nothing_waiting")
    if len(waiting) == 1:
        return await story.approval_to_decide(context.scope, waiting[0].id) or waiting[0]
    return await approving.which(context, waiting, arguments.action, arguments.text)


def _ordered(context: Context, arguments: DecideApproval, number: int | None) -> bool:
    """A tap, a command and REST are a person's; a model's call counts when the rep's own words say the same."""
    if context.origin.source != "chat" or context.call.key.endswith(":0:0") or arguments.action is None:
        return True
    said = context.origin.said
    if arguments.action != "change" or arguments.text is None:
        return arguments.action == "change" or spoken.orders(said, arguments.action, number)
    if not gate.same_words(arguments.text, said):
        return False
    return spoken.orders(spoken.without(arguments.text, said), "change", number)


async def _decided(context: Context, row: Approval, arguments: DecideApproval) -> Outcome:
    if arguments.action == "reject":
        return await approving.reject(context, row, arguments.reason or arguments.text)
    own = {
        "answers": list(arguments.answers),
        "basis": arguments.basis,
        "not_before": arguments.not_before.isoformat() if arguments.not_before else None,
        "template_name": arguments.template_name,
    }
    internal = {name: value for name, value in own.items() if value}
    if arguments.action == "approve":
        return await approving.execute(context, row, internal, None)
    if "text" not in row.arguments:
        return Outcome("denied", Say("approval-nothing-to-change"), {"approval_id": row.id}, "nothing_to_change")
    if arguments.text is None or restyle.told_of(arguments.text):
        return await approving.ask_text(context, row)
    if wanted := restyle.wishes(arguments.text):
        return await approving.restyled(context, row, wanted)
    return await approving.execute(context, row, internal, arguments.text)


async def _all(context: Context, arguments: DecideApproval) -> Outcome:
    """ "All except 3": one after the other, each with its own checks; what does not go says why."""
    if arguments.action not in ("approve", "reject"):
        waiting = await acts.pending_approvals(context.scope)
        return await approving.which(context, waiting, None, None)
    if (draft := await work_batch.waiting(context)) is not None:
        return await _many(context, draft, arguments)
    mine = [row for row in await acts.pending_approvals(context.scope) if row.user_id == context.actor.id]
    rows = [row for row in mine if row.id not in arguments.but]
    if not rows:
        return Outcome("denied", Say("approval-none"), reason="nothing_waiting")
    chat = context.origin.source == "chat" and not context.call.key.endswith(":0:0")
    kept = all(str(number) in spoken.numbers_said(context.origin.said) for number in arguments.but)
    if chat and not (kept and spoken.orders(context.origin.said, arguments.action, None, everything=True)):
        return await _tap_all(context, rows, arguments)
    done: list[int] = []
    lines: list[str] = []
    for row in rows:
        over = await approving.over(context, row)
        outcome = over or await _decided(context, row, arguments)
        if outcome.status == "done":
            done.append(row.id)
        else:
            lines.append(f"#{row.id}: {context.words(outcome.say.key, **outcome.say.values)}")
    result = {"decided": done, "left": [row.id for row in rows if row.id not in done], "action": arguments.action}
    values = {"count": len(done), "numbers": ", ".join(f"#{n}" for n in done), "problems": "\n".join(["", *lines])}
    key = f"approval-all-{arguments.action}" if done else "approval-all-failed"
    options = (_undo(context),) if done and arguments.action == "approve" else ()
    return Outcome("done" if done else "denied", Say(key, values), result, None if done else "none_done", options)


async def _many(context: Context, draft: Campaign, arguments: DecideApproval) -> Outcome:
    """What was shown last is a message to many: "all except 3" means its recipients."""
    chat = context.origin.source == "chat" and not context.call.key.endswith(":0:0")
    said = context.origin.said
    ordered = spoken.all_but(said) or spoken.orders(said, arguments.action or "approve", None, everything=True)
    kept = all(str(number) in spoken.numbers_said(said) for number in arguments.but)
    if chat and not (ordered and kept):
        return await batching.preview(context, draft)
    if arguments.action == "reject":
        return await work_batch.stop(context, draft)
    return await work_batch.go(context, draft, but=arguments.but)


def _undo(context: Context) -> Option:
    return Option(Say("button-undo"), "undo", {"turn": context.origin.turn_id or context.call.key})


async def _tap_all(context: Context, rows: list[Approval], arguments: DecideApproval) -> Outcome:
    same = {"approval": "all", "action": arguments.action, "except": list(arguments.but)}
    lines = [await approving.line(context, row) for row in rows]
    options = (Option(Say(f"button-all-{arguments.action}"), "decide_approval", same),)
    result = {"approvals": [row.id for row in rows]}
    say = Say("approval-all-confirm", {"lines": "\n".join(lines)})
    return Outcome("asked", say, result, "tap_needed", options)


def _from_command(rest: str) -> dict[str, Any]:
    """``/freigabe 12``, ``/freigabe 12 ablehnen``, ``/freigabe alle außer 3``, ``/freigabe 12 ändern: TEXT``."""
    head, colon, text = rest.partition(":")
    words = head.split()
    found: dict[str, Any] = {}
    if words and (fold(words[0]) in _ALL or as_int(words[0]) is not None):
        found["approval"] = words[0].removeprefix("#")
        words = words[1:]
    actions = [_CANONICAL[fold(word)] for word in words if fold(word) in _CANONICAL]
    if found.get("approval") and fold(str(found["approval"])) in _ALL:
        found["except"] = sorted(spoken.numbers(" ".join(words)))
        found["action"] = actions[0] if actions else "approve"
    elif colon and text.strip():
        found |= (
            {"action": "reject", "reason": text.strip()}
            if "reject" in actions
            else {
                "action": "change",
                "text": text.strip(),
            }
        )
    elif actions:
        found["action"] = actions[0]
    elif found and words:
        found |= {"action": "change", "text": " ".join(words)}
    return found


TOOL = Tool(
    name="decide_approval",
    description="Approve, change or reject a draft that waits for the rep, only when the rep says so.",
    arguments=DecideApproval,
    run=run,
    commands=("freigabe", "approve"),
    from_command=_from_command,
)
