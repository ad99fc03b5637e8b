"""Who looked at one's own leads and figures, and when: only one's own record, whatever one's role."""

from __future__ import annotations

from store.models import Look
from store.queries import leads, looks
from store.types import Outcome, Say
from tools import wording
from tools.base import Arguments, Tool
from tools.context import Context

SHOWN = 12


class ShowAccesses(Arguments):
    """Nothing to say: it is about what is one's own."""


async def run(context: Context, arguments: ShowAccesses) -> Outcome:
    total, rows = await looks.at_mine(context.scope, limit=SHOWN)
    if not rows:
        return Outcome("done", Say("accesses-none"), {"total": 0, "accesses": []})
    lines = [await _line(context, look, user.name) for look, user in rows]
    if total > len(rows):
        lines.append(context.words("accesses-more", count=total - len(rows)))
    listed = [
        {"at": look.at.isoformat(), "by": user.name, "what": look.what, "lead_id": look.lead_id} for look, user in rows
    ]
    return Outcome("done", Say("accesses-answer", {"lines": "\n".join(lines)}), {"total": total, "accesses": listed})


async def _line(context: Context, look: Look, viewer: str) -> str:
    """The lead is named as long as she is one's own."""
    lead = await leads.get(context.scope, look.lead_id) if look.lead_id else None
    what = context.words(f"accesses-{look.what.replace('_', '-')}")
    about = f"{what} ({lead.name})" if lead is not None else what
    return f"- {wording.moment(context, look.at)}: {viewer}, {about}"


TOOL = Tool(
    name="show_accesses",
    description="Show who of the team looked at the rep's own leads, figures or conversations, and when.",
    arguments=ShowAccesses,
    run=run,
    commands=("zugriffe", "accesses"),
    reads=True,
)
