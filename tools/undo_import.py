"""Takes back the leads of an import, as long as nothing has happened with them."""

from __future__ import annotations

from pydantic import Field

from store.queries import imports
from store.queries.talk import as_int
from store.types import Outcome, Say
from tools.base import INTERNAL, Arguments, Refusal, Tool, Words
from tools.context import Context


class UndoImport(Arguments):
    import_: Words | None = Field(None, alias="import", json_schema_extra=INTERNAL)


async def run(context: Context, arguments: UndoImport) -> Outcome:
    number = as_int(arguments.import_ or "")
    row = await imports.get(context.scope, number) if number is not None and 0 < number < 2**62 else None
    if row is None:
        raise Refusal(Say("import-unknown"), "import_unknown")
    if row.state not in ("done", "running"):
        return Outcome("denied", Say("import-over"), {"import_id": row.id}, "already_done")
    gone, kept = await imports.take_back(context.scope, row.id)
    row.state = "undone"
    result = {"import_id": row.id, "removed": gone, "kept": kept}
    return Outcome("done", Say("import-undone", {"gone": gone, "kept": kept}), result)


TOOL = Tool(
    name="undo_import",
    description="Takes an import back; only behind its button.",
    arguments=UndoImport,
    run=run,
    spoken=False,
    in_place=True,
)
