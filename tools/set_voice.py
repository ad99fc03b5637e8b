"""Sets how one's own messages sound; a leader may set it for the team."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from store.models import Persona
from store.queries import generating, people
from store.types import Outcome, Say
from tools.base import INTERNAL, Arguments, Refusal, Tool, Words
from tools.context import Context

Short = Annotated[str, Field(min_length=1, max_length=200)]


class SetVoice(Arguments):
    user: int | None = Field(None, ge=1, le=2**62, json_schema_extra=INTERNAL)
    type: Literal["friendly", "professional", "playful", "calm", "direct"] | None = Field(
        None, description="How the rep wants to sound"
    )
    tone: tuple[Short, ...] | None = Field(None, max_length=20, description="Words for the tone, as said")
    forbidden_words: tuple[Short, ...] | None = Field(None, max_length=100, description="Words never to be used")
    preferred_phrases: tuple[Short, ...] | None = Field(None, max_length=50, description="Phrases the rep likes")
    emoji_style: Literal["none", "few", "many"] | None = Field(None, description="How many emojis")
    system_prompt: Annotated[str, Field(max_length=4000)] | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: SetVoice) -> Outcome:
    whose = await people.user(context.scope, arguments.user or context.actor.id)
    if whose is None:
        raise Refusal(Say("voice-not-found"), "user_not_found")
    if whose.id != context.actor.id and context.actor.role == "rep":
        raise Refusal(Say("tool-denied-role", {"what": 0}), "role")
    row = await generating.persona(context.scope, whose.id)
    if row is None:
        row = Persona(
            team_id=whose.team_id, user_id=whose.id, type="friendly", tone=[], forbidden_words=[],
            preferred_phrases=[], emoji_style="few", system_prompt="", at=context.now,
        )  # fmt: skip
        context.work.session.add(row)
    for name, value in arguments.model_dump(exclude={"user"}, exclude_none=True).items():
        setattr(row, name, list(value) if isinstance(value, tuple) else value)
    row.at = context.now
    await context.work.session.flush()
    return Outcome("done", Say("voice-set", {"name": whose.name}), {"user_id": whose.id, "persona_id": row.id})


def _from_command(rest: str) -> dict[str, Words]:
    """``/stimme ruhig`` is read by its type alone; the rest is set over REST."""
    return {"type": rest.strip()} if rest.strip() else {}


TOOL = Tool(
    name="set_voice",
    description="Set how the rep's messages sound: type, tone, words to avoid or to prefer, emojis.",
    arguments=SetVoice,
    run=run,
    commands=("stimme", "voice"),
    from_command=_from_command,
)
