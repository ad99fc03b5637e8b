"""Keeps how good a prompt's words were; the ratings make its success rate."""

from __future__ import annotations

from pydantic import Field

from store.queries import prompts
from store.queries.talk import as_int
from store.types import Outcome, Say
from tools.base import Arguments, Refusal, Text, Tool, Words
from tools.context import Context


class RatePrompt(Arguments):
    execution: Words | None = Field(None, description="The number of the prompt's run")
    rating: int | None = Field(None, ge=1, le=5, description="1 to 5 stars, as the rep said")
    feedback: Text | None = Field(None, description="In the rep's own words, if said")


async def run(context: Context, arguments: RatePrompt) -> Outcome:
    number = as_int(arguments.execution or "")
    done = await prompts.execution(context.scope, number) if number is not None and 0 < number < 2**62 else None
    if done is None:
        raise Refusal(Say("prompt-execution-unknown"), "execution_unknown")
    done.rating, done.feedback = arguments.rating, arguments.feedback or done.feedback
    await context.work.session.flush()
    rate = await prompts.judge(context.scope, done.prompt_id)
    result = {"execution_id": done.id, "prompt_id": done.prompt_id, "rating": done.rating, "success_rate": rate}
    return Outcome("done", Say("prompt-rated", {"stars": done.rating}), result)


def _from_command(rest: str) -> dict[str, object]:
    """``/bewerten NUMBER STARS WORDS``."""
    words = rest.split(maxsplit=2)
    stars = as_int(words[1]) if len(words) > 1 else None
    found = {
        "execution": words[0] if words else None,
        "rating": stars,
        "feedback": words[2] if len(words) > 2 else None,
    }
    return {name: value for name, value in found.items() if value is not None}


TOOL = Tool(
    name="rate_prompt",
    description="Rate the words of a prompt's run with 1 to 5 stars.",
    arguments=RatePrompt,
    run=run,
    commands=("bewerten", "rate"),
    from_command=_from_command,
    required=("execution", "rating"),
)
