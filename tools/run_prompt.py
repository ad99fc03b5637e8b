"""Runs a prompt of the library and offers what to do with its words. Nothing leaves by itself."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import AliasChoices, Field

from channels import guard, words
from sequences.composing import must_disclose
from store.folding import fold
from store.models import Lead, Prompt, PromptExecution
from store.queries import prompts
from store.queries.talk import as_int
from store.thoughts import Purpose, Thought
from store.types import Option, Outcome, Say
from tools import prompting, resolve, restyle
from tools.base import INTERNAL, Arguments, Text, Tool, Words
from tools.context import Before, Context

INWARD = frozenset({"meeting_preparation", "win_probability", "content_idea"})  # these speak to the rep
TONES = ("shorter", "warmer", "formal")


class RunPrompt(Arguments):
    prompt: Words | None = Field(None, description="Which prompt: its name or number, as the rep said it")
    lead: Words | None = Field(None, description="For whom, in the rep's own words, if said")
    input_values: dict[str, Text] = Field(
        default_factory=dict,
        validation_alias=AliasChoices("input_values", "inputs"),
        max_length=20,
        description="The prompt's inputs by name",
    )
    tone: Words | None = Field(None, json_schema_extra=INTERNAL)


@dataclass(frozen=True, slots=True)
class Worded:
    """A prompt's run before it is recorded. ``wrong`` names the inputs that do not fit."""

    prompt_id: int
    values: Mapping[str, Any] = field(default_factory=dict)
    output: str = ""
    provider: str = "offline"
    milliseconds: int = 0
    wrong: tuple[Mapping[str, Any], ...] = ()


async def prepare(before: Before, arguments: RunPrompt) -> Worded | None:
    """Asks the model, with no unit of work open; without one the prompt's own sample stands in."""
    actor = before.actor
    async with before.db.read(actor.team_id, actor.id) as scope:
        row = await _named(scope, arguments.prompt, actor.language)
        lead = await _lead(scope, arguments.lead, actor.zone)
    if row is None:
        return None
    values = prompting.with_defaults(row.input_schema, {**_known(row, lead), **arguments.input_values})
    if wrong := prompting.problems(row.input_schema, values):
        return Worded(row.id, values, wrong=tuple(wrong))
    started = time.perf_counter()
    purpose = Purpose("prompt", actor.team_id, actor.id, actor.zone, lead.id if lead else None)
    system = f"{row.name}. {row.description}"
    thought = await before.house.think.complete(purpose, system, prompting.fill(row.prompt_template, values))
    output = _worded(row, thought, values, arguments.tone, before, lead)
    spent = round(1000 * (time.perf_counter() - started))
    return Worded(row.id, values, output, thought.provider if thought else "offline", spent)


async def _named(scope: Any, words: str | None, language: str) -> Prompt | None:
    """By number, by key, else the one whose name or key holds every word said."""
    if not words:
        return None
    if (number := as_int(words.removeprefix("#"))) is not None:
        return await prompts.get(scope, number) if 0 < number < 2**62 else None
    if (found := await prompts.named(scope, words, language)) is not None:
        return found
    said = fold(words).split()
    rows = [
        row for row in await prompts.listed(scope, language) if all(w in fold(f"{row.name} {row.key}") for w in said)
    ]
    return rows[0] if len(rows) == 1 else None


async def _lead(scope: Any, words: str | None, zone: str) -> Lead | None:
    if not words:
        return None
    return (await resolve.lead(scope, words, ids=True, region=resolve.region_of(zone))).lead


def _known(row: Prompt, lead: Lead | None) -> dict[str, str]:
    wants = row.input_schema.get("properties", {})
    return {"name": lead.name.split()[0]} if lead is not None and lead.name.split() and "name" in wants else {}


def _worded(
    row: Prompt, thought: Thought | None, values: Mapping[str, Any], tone: str | None, before: Before, lead: Lead | None
) -> str:
    """The model's words when nothing speaks against them, else the sample; both in the tone asked for."""
    output = thought.text.strip() if thought else ""
    register = "sie" if lead is not None and lead.register == "sie" else "du"
    language = before.actor.language
    if output and row.key not in INWARD:
        checked = guard.check(output, "ai", language=language, register=register)
        output = output if checked.action != "block" else checked.rewrite or ""
    output = output or prompting.fill(row.sample, values)
    if tone in TONES:
        name = str(values.get("name", ""))
        output = restyle.redraft(output, (tone,), first_name=name, language=language, register=register).text
    if (
        lead is None
        or row.key in INWARD
        or not must_disclose(lead.disclosed_at, lead.last_inbound_at, lead.last_outbound_at, before.now)
    ):
        return output
    return f"{output}\n\n{words.say(language, Say('sequence-disclosure', {'sender': before.actor.name}))}"


async def run(context: Context, arguments: RunPrompt) -> Outcome:
    worded = context.prepared
    if not isinstance(worded, Worded):
        return await _which(context, arguments)
    row = await prompts.get(context.scope, worded.prompt_id)
    if row is None:
        return await _which(context, arguments)
    if worded.wrong:
        return _incomplete(context, row, worded)
    done = PromptExecution(
        team_id=context.actor.team_id,
        prompt_id=row.id,
        user_id=context.actor.id,
        lead_id=context.lead.id if context.lead else None,
        input_values=dict(worded.values),
        output=worded.output,
        execution_time_ms=worded.milliseconds,
        status="done",
        provider=worded.provider,
        at=context.now,
    )
    context.work.session.add(done)
    await context.work.session.flush()
    await prompts.used(context.scope, row.id)
    result = {
        "execution_id": done.id,
        "prompt_id": row.id,
        "output": worded.output,
        "provider": worded.provider,
        "execution_time_ms": worded.milliseconds,
    }
    say = Say("prompt-output", {"name": row.name, "text": worded.output})
    return Outcome("done", say, result, options=_ways_on(context, row, done, arguments))


def _ways_on(context: Context, row: Prompt, done: PromptExecution, arguments: RunPrompt) -> tuple[Option, ...]:
    """Send it (to a lead that was named), say it again, say it otherwise."""
    same = {"prompt": str(row.id), "input_values": done.input_values}
    if context.lead is not None:
        same["lead"] = str(context.lead.id)
    ways: list[Option] = []
    if context.lead is not None and row.key not in INWARD:
        for channel in ("whatsapp", "email"):
            arguments_ = {"execution": str(done.id), "lead": str(context.lead.id), "channel": channel}
            ways.append(Option(Say(f"button-prompt-{channel}"), "send_prompt", arguments_))
    ways.append(Option(Say("button-prompt-again"), "run_prompt", same))
    ways += [Option(Say(f"button-prompt-{tone}"), "run_prompt", {**same, "tone": tone}) for tone in TONES]
    return tuple(ways)


def _incomplete(context: Context, row: Prompt, worded: Worded) -> Outcome:
    """Asks for what is missing or does not fit, one input at a time; over REST everything is said at once."""
    missing = [name for name in row.input_schema.get("required", ()) if name not in worded.values]
    parts = row.input_schema["properties"]
    titles = [str(parts[name]["title"]) for name in missing]
    result = {"prompt_id": row.id, "errors": [dict(one) for one in worded.wrong], "missing": missing}
    values: dict[str, Any] = {"name": row.name, "inputs": ", ".join(titles)}
    wrong = next((one["loc"][1] for one in worded.wrong if len(one["loc"]) > 1), None)
    name = missing[0] if missing and wrong is None else wrong
    if context.origin.source == "rest" or name not in parts:
        return Outcome("failed", Say(f"prompt-inputs-{'missing' if missing else 'unfit'}", values), result, "invalid")
    values |= {"input": str(parts[name]["title"]), "most": int(parts[name]["maxLength"])}
    key = "prompt-ask-shorter" if wrong is not None else "prompt-ask"
    return Outcome("asked", Say(key, values), result, "missing_input", expects=f"input_values.{name}")


async def _which(context: Context, arguments: RunPrompt) -> Outcome:
    """Every prompt of the rep's language, as a list to tap."""
    rows = await prompts.listed(context.scope, context.language)
    same = {"lead": str(context.lead.id)} if context.lead is not None else {}
    options = tuple(Option(row.name, "run_prompt", {**same, "prompt": str(row.id)}) for row in rows[:20])
    result = {"prompts": [{"id": row.id, "name": row.name, "category": row.category} for row in rows]}
    return Outcome("asked", Say("prompt-which"), result, "missing_prompt", options)


def _from_command(rest: str) -> dict[str, Any]:
    """``/prompt NAME`` and ``/prompt NAME: LEAD``."""
    name, _, lead = rest.partition(":")
    found = {"prompt": name.strip(), "lead": lead.strip()}
    return {key: value for key, value in found.items() if value}


TOOL = Tool(
    name="run_prompt",
    description="Run a prompt of the library (objections, follow-up, referral, meeting preparation, ...) for the rep.",
    arguments=RunPrompt,
    run=run,
    commands=("prompt", "prompts"),
    from_command=_from_command,
    optional_lead=True,
    prepare=prepare,
)
