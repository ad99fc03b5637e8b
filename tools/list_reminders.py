"""The rep's open reminders, the next ones first."""

from __future__ import annotations

from pydantic import Field

from store.queries import daily
from store.types import Option, Outcome, Say
from tools import recurring, reminding, wording
from tools.base import Arguments, Tool
from tools.context import Context
from tools.create_reminder import result

SHOWN = 10


class ListReminders(Arguments):
    limit: int = Field(SHOWN, ge=1, le=50, description="How many at most")


async def run(context: Context, arguments: ListReminders) -> Outcome:
    total, rows = await daily.reminders_ahead(context.scope, limit=arguments.limit)
    listed = [{**result(row), "recurring": row.rule is not None} for row in rows]
    if not rows:
        return Outcome("done", Say("reminder-none"), {"reminders": [], "total": 0})
    names = await reminding.lead_names(context, rows)
    lines = []
    for row in rows:
        label = wording.reminder_label(context, row, names)
        rule = recurring.rule_of(row)
        late = "⏰ " if row.delivered_at is not None else "• "
        lines.append(late + label + (f" 🔁 {recurring.spoken(context, rule)}" if rule is not None else ""))
    say = Say("reminders-listed", {"count": total, "lines": "\n".join(lines), "more": total - len(rows)})
    options = tuple(
        Option(Say("button-done-named", {"about": wording.short(names.get(row.lead_id or 0, "") or row.note, 24)}),
               "complete_reminder", {"reminder": str(row.id)})
        for row in rows if row.delivered_at is not None
    )[:3]  # fmt: skip
    return Outcome("done", say, {"reminders": listed, "total": total}, options=options)


TOOL = Tool(
    name="list_reminders",
    description="List the rep's own open reminders.",
    arguments=ListReminders,
    run=run,
    commands=("erinnerungen", "reminders"),
    reads=True,
)
