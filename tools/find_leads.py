"""Finds leads of the rep by words, temperature or stage; the hottest first."""

from __future__ import annotations

from datetime import timedelta

from pydantic import Field

from store.folding import fold
from store.models import Lead
from store.queries import finding, leads, people
from store.types import Option, Outcome, Say
from tools import lead_fields, teaming, wording
from tools.base import Arguments, Tool, Words
from tools.context import Context

_NOTED = 200


class FindLeads(Arguments):
    query: Words | None = Field(None, description="A name, company, place, number or address")
    quality: Words | None = Field(None, description="hot, warm or cold")
    stage: Words | None = Field(None, description="new, in_contact, customer, partner, nurture, archived or lost")
    silent_days: int | None = Field(None, ge=1, le=3650, description="Nothing came or went for so many days")
    limit: int = Field(10, ge=1, le=50)


async def run(context: Context, arguments: FindLeads) -> Outcome:
    where: list[finding.Where] = []
    for field, said in (("quality", arguments.quality), ("stage", arguments.stage)):
        if said is None:
            continue
        wanted = lead_fields.quality(said) if field == "quality" else lead_fields.stage(said)
        if wanted is None:
            allowed = ", ".join(lead_fields.QUALITIES if field == "quality" else lead_fields.STAGES)
            values = {"field": context.words(f"field-{field}"), "value": said, "allowed": allowed}
            return Outcome("asked", Say("value-not-allowed", values), reason=f"unknown_{field}", expects=field)
        where.append(finding.quality(wanted) if field == "quality" else finding.stage(wanted))
    if arguments.query is not None:
        mentioned = finding.mentions(arguments.query)
        if not mentioned:  # nothing in it to look for: everybody would be the wrong answer
            return Outcome("done", Say("leads-none"), {"total": 0, "leads": []})
        where += mentioned
    if arguments.silent_days is not None:
        where.append(finding.silent_since(context.now - timedelta(days=arguments.silent_days)))
    total, rows = await leads.search(context.scope, where, limit=arguments.limit)
    lines = "\n".join(_line(context, row) for row in rows)
    if len(rows) == 1 and arguments.query is not None:
        lines = "\n".join([lines, *await _card(context, rows[0])])
    if not rows and arguments.query is not None and (member := await _member(context, arguments.query)) is not None:
        return member
    key = "leads-found" if total > len(rows) else "leads-found-all"
    say = Say(key, {"total": total, "shown": len(rows), "lines": lines}) if rows else Say("leads-none")
    return Outcome("done", say, {"total": total, "leads": [_data(row) for row in rows]})


async def _member(context: Context, query: str) -> Outcome | None:
    """A colleague was named, nobody of one's own: their talks are theirs, to who leads there are the figures."""
    words = set(fold(query).split())
    named = [row for row in await people.users(context.scope) if words & {*fold(row.name).split(), fold(row.login)}]
    others = [row for row in named if row.id != context.actor.id]
    if len(others) != 1:
        return None
    figures = Option(Say("button-figures", {"name": others[0].name}), "team_report", {"name": str(others[0].id)})
    options = (figures,) if context.actor.role in teaming.LEADERS else ()
    return Outcome("done", Say("leads-of-member", {"name": others[0].name}), {"total": 0, "leads": []}, options=options)


def _line(context: Context, row: Lead) -> str:
    contacts = [at for at in (row.last_inbound_at, row.last_outbound_at) if at is not None]
    last = wording.moment(context, max(contacts)) if contacts else context.words("lead-never-contacted")
    return f"• {row.name} · {row.quality.upper()} {row.score} · {last}"


async def _card(context: Context, row: Lead) -> list[str]:
    """Who somebody asked for by name is: how to reach her, where she is, and what was last noted."""
    reach = " · ".join(part for part in (row.phone, row.email) if part)
    place = " · ".join(part for part in (row.company, row.place) if part)
    noted = [note.text[:_NOTED] for note in await leads.notes(context.scope, row.id, 1)]
    return [f"  {part}" for part in (reach, place, *noted) if part]


def _data(row: Lead) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "phone": row.phone,
        "email": row.email,
        "company": row.company,
        "place": row.place,
        "stage": row.stage,
        "score": row.score,
        "quality": row.quality.upper(),
        "is_customer": row.is_customer,
        "last_inbound_at": row.last_inbound_at.isoformat() if row.last_inbound_at else None,
        "last_outbound_at": row.last_outbound_at.isoformat() if row.last_outbound_at else None,
    }


def _from_command(rest: str) -> dict[str, str]:
    """``/suche heiß``, ``/suche kunden`` or ``/suche WORDS``."""
    said = rest.strip()
    if not said:
        return {}
    if quality := lead_fields.quality(said):
        return {"quality": quality}
    if stage := lead_fields.stage(said):
        return {"stage": stage}
    return {"query": said}


TOOL = Tool(
    name="find_leads",
    description="List or look up leads of the rep by name, company, place, temperature, stage or silence.",
    arguments=FindLeads,
    run=run,
    commands=("suche", "find", "leads"),
    from_command=_from_command,
    reads=True,
)
