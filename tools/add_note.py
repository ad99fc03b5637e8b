"""Keeps a note about a lead."""

from __future__ import annotations

from pydantic import AliasChoices, Field

from store.queries import leads
from store.types import Outcome, Say
from tools.base import Arguments, Text, Tool, Words, lead_and
from tools.context import Context


class AddNote(Arguments):
    lead: Words | None = Field(None, description="Whom it is about, in the rep's own words")
    note: Text | None = Field(
        None, validation_alias=AliasChoices("note", "text"), description="What to keep, in the rep's own words"
    )


async def run(context: Context, arguments: AddNote) -> Outcome:
    lead = context.the_lead
    row = await leads.add_note(context.scope, lead, arguments.note or "", context.actor.id, context.now)
    result = {"note_id": row.id, "lead_id": lead.id, "lead": lead.name, "note": row.text}
    return Outcome("done", Say("note-added", {"name": lead.name, "note": row.text}), result)


TOOL = Tool(
    name="add_note",
    description="Keep a note about a lead; nobody but the team sees it.",
    arguments=AddNote,
    run=run,
    commands=("notiz", "note"),
    from_command=lead_and("note"),
    required=("lead", "note"),
)
