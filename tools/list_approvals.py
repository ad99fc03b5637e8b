"""What waits for the rep's tap: every card with its recipient, its words and its buttons."""

from __future__ import annotations

from dataclasses import replace

from channels import words
from store.queries import acts
from store.types import Option, Outcome, Say
from tools import approving
from tools.base import Arguments, Tool
from tools.context import Context
from tools.parking import card_options

SHOWN = 3


class ListApprovals(Arguments):
    """Nothing to say: it is about the rep's own."""


async def run(context: Context, arguments: ListApprovals) -> Outcome:
    rows = [row for row in await acts.pending_approvals(context.scope) if row.expires_at > context.now]
    if not rows:
        return Outcome("done", Say("approval-none"), {"approvals": []})
    lines = [await approving.line(context, row) for row in rows]
    listed = [
        {
            "approval_id": row.id,
            "lead_id": row.lead_id,
            "tool": row.tool,
            "text": row.arguments.get("text", ""),
            "reason": row.reason,
            "expires_at": row.expires_at.isoformat(),
        }
        for row in rows
    ]
    options: list[Option] = []
    for row in rows[:SHOWN]:
        for option in card_options(row.id, worded="text" in row.arguments):
            label = words.say(context.language, option.label) if isinstance(option.label, Say) else option.label
            options.append(replace(option, label=f"{label} #{row.id}" if len(rows) > 1 else label))
    for row in rows[SHOWN:8]:
        options.append(Option(f"#{row.id}", "decide_approval", {"approval": str(row.id)}))
    if len(rows) > 1:
        for action in ("approve", "reject"):
            options.append(
                Option(Say(f"button-all-{action}"), "decide_approval", {"approval": "all", "action": action})
            )
    say = Say("approval-which", {"lines": "\n".join(lines), "count": len(rows)})
    return Outcome("done", say, {"approvals": listed}, options=tuple(options))


TOOL = Tool(
    name="list_approvals",
    description="Show what waits for the rep's approval: each draft with Send, Change and Reject.",
    arguments=ListApprovals,
    run=run,
    commands=("freigaben", "approvals", "wartet", "pending"),
    reads=True,
)
