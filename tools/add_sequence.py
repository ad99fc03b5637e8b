"""A sequence that was sent into the chat as YAML: what is wrong with it line by line, or what it would do."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from sequences.catalogue import digest_of
from sequences.definition import DefinitionError, Problem, Sequence, check_references, load
from store.models import Message, SequenceDefinition
from store.queries import attachments, flows, playbooks
from store.types import Option, Outcome, Say
from tools import sequencing, wording, yaml_words
from tools.base import INTERNAL, Arguments, Tool
from tools.context import Before, Context

ENDINGS = (".yaml", ".yml")
_SHOWN = 10


class AddSequence(Arguments):
    message: int | None = Field(None, ge=1, le=2**62, json_schema_extra=INTERNAL)


@dataclass(frozen=True, slots=True)
class Sent:
    """The file as it came; ``text`` None: too large or not there."""

    name: str
    text: str | None


def tool_for(file_name: str) -> str | None:
    """The tool that reads a file of this name."""
    return "add_sequence" if file_name.lower().endswith(ENDINGS) else None


async def prepare(before: Before, arguments: AddSequence) -> Sent | None:
    if arguments.message is None:
        return None
    async with before.db.read(before.actor.team_id, before.actor.id) as scope:
        row = await scope.session.get(Message, arguments.message)
        files = await attachments.of_message(scope, arguments.message)
    if row is None or row.user_id != before.actor.id:
        return None
    file = next((one for one in files if tool_for(one.name)), None)
    if file is None:
        named = next((str(name) for name in row.payload.get("files") or () if tool_for(str(name))), "")
        return Sent(named, None)
    # One kilobyte more than is allowed is enough for the reader to say that it is too much.
    return Sent(file.name, file.content[: 65 * 1024].decode("utf-8-sig", "replace"))


async def run(context: Context, arguments: AddSequence) -> Outcome:
    sent = context.prepared
    if not isinstance(sent, Sent):
        return Outcome("asked", Say("own-how"), reason="missing_file")
    name = wording.short(sent.name, 60)
    if sent.text is None:
        return Outcome("failed", Say("own-too-large", {"file": name}), {"file": name}, "too_large")
    engine = context.house.engine
    try:
        sequence = load(sent.text, name)
    except DefinitionError as error:
        return _broken(context, name, error.problems)
    known = [one.name for _, one in await engine.library(context.scope)]
    problems = check_references(sequence, templates=engine.catalogue.templates, sequences=[*known, sequence.name])
    if problems:
        return _broken(context, name, problems)
    row = await _stored(context, sequence, sent.text)
    return await _preview(context, row, sequence)


def _broken(context: Context, name: str, problems: tuple[Problem, ...]) -> Outcome:
    lines = [yaml_words.line(context.language, problem) for problem in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        lines.append(context.words("own-more", count=len(problems) - _SHOWN))
    found = [{"line": problem.line, "problem": problem.key, **_plain(problem)} for problem in problems]
    say = Say("own-broken", {"file": name, "lines": "\n".join(lines)})
    return Outcome("failed", say, {"problems": found}, "sequence_invalid")


def _plain(problem: Problem) -> dict[str, object]:
    return {key: value for key, value in problem.values.items() if isinstance(value, str | int)}


async def _stored(context: Context, sequence: Sequence, text: str) -> SequenceDefinition:
    """The row of this very text, made once; it stays off until somebody switches it on."""
    owner = None if context.actor.role in ("leader", "admin") else context.actor.id
    digest = digest_of(text)
    before = await flows.own_version(context.scope, owner, sequence.name, digest)
    if before is not None:
        return before
    row = SequenceDefinition(
        team_id=context.actor.team_id,
        owner_id=owner,
        name=sequence.name,
        version=await playbooks.next_version(context.scope, sequence.name),
        yaml=text,
        digest=digest,
        active=False,
        at=context.now,
    )
    context.work.session.add(row)
    await context.work.session.flush()
    return row


async def _preview(context: Context, row: SequenceDefinition, sequence: Sequence) -> Outcome:
    templates = context.house.engine.catalogue.templates
    lines = yaml_words.steps(context.language, sequence, templates)
    if sequence.trigger is not None:
        lines.append(context.words("own-trigger", trigger=sequence.trigger.text))
    bare = await _without_template(context, sequence)
    if bare:
        lines.append(context.words("own-warn-templates", steps=", ".join(bare)))
    values = {"sequence": sequencing.title(context, sequence), "version": row.version, "lines": "\n".join(lines)}
    options = (
        Option(Say("button-own-on"), "switch_sequence", {"sequence": str(row.id), "on": True}),
        Option(Say("button-own-leave"), None, {"answer": "no"}),
    )
    result = {"definition_id": row.id, "sequence": row.name, "version": row.version, "without_template": bare}
    return Outcome("done", Say("own-preview", values), result, options=options)


async def _without_template(context: Context, sequence: Sequence) -> list[str]:
    """The sending steps for which WhatsApp has no approved template in the actor's language."""
    catalogue, found = context.house.engine.catalogue, []
    for step in sequence.steps:
        if not step.sends or step.channel not in ("auto", "whatsapp"):
            continue
        wordings = catalogue.wordings(sequence, list(step.templates))
        names = [name for one in wordings for name in (one.whatsapp, one.name) if name]
        rows = [await flows.template(context.scope, context.actor.team_id, n, context.language) for n in names]
        if not any(rows):
            found.append(step.called(context.language))
    return found


TOOL = Tool(
    name="add_sequence",
    description="Tell how a rep adds an own sequence: by sending a YAML file into the chat.",
    arguments=AddSequence,
    run=run,
    commands=("sequenz_neu", "new_sequence"),
    prepare=prepare,
)
