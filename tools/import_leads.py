"""Reads contacts out of a file that was sent into the chat, shows what it would do, and does it after a tap."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from pydantic import Field

from channels import locking
from sequences import importing
from store.db import Scope
from store.models import Import, Message
from store.queries import attachments, imports
from store.queries.talk import as_int
from store.types import File, Option, Outcome, Say
from tools import wording
from tools.base import INTERNAL, Arguments, Refusal, Tool, Words
from tools.context import Before, Context
from tools.importing import chats, tables, vcards
from tools.importing.contacts import Contact, Parsed, Skipped, Unreadable
from tools.resolve import region_of

_TABLES = (".csv", ".tsv")
_SHEETS = (".xlsx", ".xls", ".xlsb", ".ods", ".xlsm")
_CARDS = (".vcf", ".vcard")
_CHATS = (".txt", ".zip")
SAMPLE = 3


class ImportLeads(Arguments):
    message: int | None = Field(None, ge=1, le=2**62, json_schema_extra=INTERNAL)
    import_: Words | None = Field(None, alias="import", json_schema_extra=INTERNAL)
    apply: bool = Field(False, json_schema_extra=INTERNAL)


@dataclass(frozen=True, slots=True)
class Looked:
    """What the file holds, before anything is stored: new contacts and what is left out."""

    name: str
    parsed: Parsed
    problem: str | None = None


def tool_for(file_name: str) -> str | None:
    """The tool that reads a file of this name."""
    return "import_leads" if file_name.lower().endswith((*_TABLES, *_SHEETS, *_CARDS, *_CHATS)) else None


async def prepare(before: Before, arguments: ImportLeads) -> Looked | None:
    """Reads the file in a thread, and leaves out who is known already."""
    if arguments.message is None or arguments.apply:
        return None
    async with before.db.read(before.actor.team_id, before.actor.id) as scope:
        row = await scope.session.get(Message, arguments.message)
        files = await attachments.of_message(scope, arguments.message)
    if row is None or row.user_id != before.actor.id:
        return None
    file = next((file for file in files if tool_for(file.name)), None)
    if file is None:
        named = row.payload.get("files") and row.payload.get("fetched") != "away"
        return Looked("", Parsed(), "too-large" if named else "gone")
    try:
        parsed = await asyncio.to_thread(_parse, file, region_of(before.actor.zone), before.actor.name)
    except Unreadable as error:
        return Looked(file.name, Parsed(), error.key)
    async with before.db.read(before.actor.team_id, before.actor.id) as scope:
        return Looked(file.name, await _fresh(scope, parsed))


def _parse(file: File, region: str, own_name: str) -> Parsed:
    name = file.name.lower()
    if name.endswith(_CARDS):
        return vcards.read(file.content, region)
    if name.endswith(_SHEETS):
        return tables.read_excel(file.content, region)
    if name.endswith(".zip"):
        inside, content = chats.unzipped(file.content)
        named = inside if "_chat" not in inside.lower() else file.name
        return chats.read(content, named, region, [own_name])
    if name.endswith(".txt") and chats.looks_like(file.content):
        return chats.read(file.content, file.name, region, [own_name])
    return tables.read_csv(file.content, region)


async def _fresh(scope: Scope, parsed: Parsed) -> Parsed:
    """Without those the rep has already and without a second one of the same number or address."""
    phones = [each.phone for each in parsed.contacts if each.phone]
    emails = [each.email for each in parsed.contacts if each.email]
    taken = await imports.known(scope, phones, emails)
    seen: set[str] = set()
    kept: list[Contact] = []
    skipped: list[Skipped] = list(parsed.skipped)
    for each in parsed.contacts:
        keys = [key for key in (each.phone, each.email) if key]
        if seen & set(keys):
            skipped.append(Skipped(each.row, "twice", each.name))
        elif not each.lines and any(key in taken for key in keys):
            skipped.append(Skipped(each.row, "known", each.name))
        else:
            kept.append(each)
        seen.update(keys)
    return Parsed(tuple(kept), tuple(sorted(skipped, key=lambda each: each.row)))


async def run(context: Context, arguments: ImportLeads) -> Outcome:
    if arguments.apply:
        return await _apply(context, arguments)
    looked = context.prepared
    if not isinstance(looked, Looked):
        return Outcome("asked", Say("import-how"), reason="missing_file")
    if looked.problem is not None:
        say = Say(f"import-problem-{looked.problem}", {"file": wording.short(looked.name, 60)})
        return Outcome("failed", say, {"file": looked.name}, looked.problem.replace("-", "_"))
    row = Import(
        team_id=context.actor.team_id,
        user_id=context.actor.id,
        file_name=wording.short(looked.name, 100),
        contacts=[_stored(each) for each in looked.parsed.contacts],
        skipped=[asdict(each) for each in looked.parsed.skipped],
        state="offered" if looked.parsed.contacts else "dropped",
        done=0,
        created=0,
        joined=0,
        at=context.now,
    )
    context.work.session.add(row)
    await context.work.session.flush()
    reached = [{"phone": each.phone, "email": each.email} for each in looked.parsed.contacts]
    secret = context.house.settings.secret()
    others = await locking.counted(context.scope, secret, reached, context.actor.id, context.now)
    return _preview(context, row, looked.parsed.contacts, others)


def _stored(contact: Contact) -> dict[str, Any]:
    lines = [{"at": line.at.isoformat(), "ours": line.ours, "text": line.text} for line in contact.lines]
    return {**asdict(replace(contact, lines=())), "lines": lines}


def _preview(context: Context, row: Import, found: Sequence[Contact], others: int) -> Outcome:
    left = importing.skipped_lines(context.language, row)
    result = {"import_id": row.id, "new": len(found), "skipped": row.skipped, "worked_by_others": others}
    if not found:
        text = "\n".join([context.words("import-nobody", file=row.file_name), *left])
        return Outcome("done", Say("import-text", {"text": text}), result, "nobody_new")
    sample = [context.words("import-sample", name=each.name, reach=_reach(context, each)) for each in found[:SAMPLE]]
    head = context.words("import-preview", file=row.file_name, count=len(found), skipped=len(row.skipped))
    taken = [context.words("import-locked", count=others)] if others else []
    more = [context.words("import-more", count=len(found) - SAMPLE)] if len(found) > SAMPLE else []
    text = "\n".join([head, *sample, *more, *left, *taken, context.words("import-no-consent")])
    same = {"import": str(row.id), "apply": True}
    options = (Option(Say("button-import", {"count": len(found)}), "import_leads", same), wording.NOTHING)
    return Outcome("asked", Say("import-text", {"text": text}), result, "preview", options)


def _reach(context: Context, contact: Contact) -> str:
    reach = ", ".join(each for each in (contact.phone, contact.email) if each)
    lines = context.words("import-lines", count=len(contact.lines)) if contact.lines else ""
    return ", ".join(each for each in (reach, lines) if each) or "-"


async def _apply(context: Context, arguments: ImportLeads) -> Outcome:
    """Small imports at once; of a large one the rest follows, and one message shows how far it is."""
    row = await _mine(context, arguments.import_)
    if row.state != "offered":
        return Outcome("denied", Say("import-over"), {"import_id": row.id}, "already_done")
    row.state = "running"
    await importing.piece(context.work, row, await context.user(), context.now)
    result = {"import_id": row.id, "created": row.created, "joined": row.joined, "of": len(row.contacts)}
    if row.state == "running":
        return Outcome("done", Say("import-running", {"done": row.done, "total": len(row.contacts)}), result)
    text = importing.report(context.language, row)
    return Outcome("done", Say("import-text", {"text": text}), result, options=importing.undo_option(row))


async def _mine(context: Context, words: str | None) -> Import:
    number = as_int(words or "")
    row = await imports.get(context.scope, number) if number is not None and 0 < number < 2**62 else None
    if row is None:
        raise Refusal(Say("import-unknown"), "import_unknown")
    return row


TOOL = Tool(
    name="import_leads",
    description="Explain how contacts come in: the rep sends a file (vCard, CSV, Excel, exported WhatsApp chat).",
    arguments=ImportLeads,
    run=run,
    commands=("import", "importieren"),
    prepare=prepare,
    in_place=True,
)
