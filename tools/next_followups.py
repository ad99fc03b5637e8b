"""Whom to contact today: a list over REST, in the chat one card after the other."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from store.folding import fold
from store.types import Outcome, Say
from tools import following
from tools.base import INTERNAL, Arguments, Tool
from tools.context import Context

_WORDS = {
    "urgent": "urgent dringend sofort heute today eilig",
    "high": "high hoch wichtig important",
    "normal": "normal mittel medium",
    "low": "low niedrig gering",
    "scheduled": "scheduled geplant termine anrufe",
}
_PRIORITIES = {word: priority for priority, said in _WORDS.items() for word in said.split()}


def _priority(said: Any) -> Any:
    return _PRIORITIES.get(fold(said), said) if isinstance(said, str) else said


class NextFollowups(Arguments):
    limit: int = Field(20, ge=1, le=100, description="How many at most")
    priority: Annotated[Literal["urgent", "high", "normal", "low", "scheduled"], BeforeValidator(_priority)] | None = (
        Field(None, description="Only one priority, if the rep asks for it")
    )

    cards: bool = Field(True, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: NextFollowups) -> Outcome:
    found = await following.suggest(context, limit=arguments.limit, priority=arguments.priority)
    listed = [following.listed(context, each) for each in found]
    result = {"suggestions": listed, "total": len(listed)}
    if not arguments.cards:
        return Outcome("done", Say("followups-overview", following.counted(found)), result)
    if not found:
        return Outcome("done", Say("followups-none"), result)
    first = await following.open_round(context, found)
    return await following.show(context, first, before=following.overview(context, found), result=result)


def _from_command(rest: str) -> dict[str, Any]:
    """``/heute``, ``/heute 5``, ``/heute dringend``."""
    said = rest.strip()
    if said.isascii() and said.isdigit() and 0 < int(said[:4]) <= 100:
        return {"limit": int(said)}
    return {"priority": _PRIORITIES[fold(said)]} if fold(said) in _PRIORITIES else {}


TOOL = Tool(
    name="next_followups",
    description="Whom the rep should contact today, the most important first, with reason, channel and a drafted text.",
    arguments=NextFollowups,
    run=run,
    commands=("heute", "today", "followups"),
    from_command=_from_command,
    in_place=True,
)
