"""Tells what is known of a company, or of the company a lead works at."""

from __future__ import annotations

from pydantic import AliasChoices, Field

from store.queries import companies
from store.types import Option, Outcome, Say
from tools import company_card
from tools.base import Arguments, Tool, Words
from tools.context import Context


class ShowCompany(Arguments):
    name: Words | None = Field(
        None, validation_alias=AliasChoices("name", "company"), description="The company's name or site, as it was said"
    )


async def run(context: Context, arguments: ShowCompany) -> Outcome:
    said = arguments.name or ""
    if said.isdigit() and context.origin.source in ("tap", "rest"):
        row = await companies.get(context.scope, int(said))
        rows = [row] if row is not None else []
    else:
        rows = list(await companies.named(context.scope, said))
    exact = [row for row in rows if row.name.casefold() == said.casefold() or row.domain == said.lower()]
    rows = exact if len(exact) == 1 else rows
    if not rows:
        return Outcome("denied", Say("company-unknown", {"name": said}), reason="company_unknown")
    if len(rows) > 1:
        options = tuple(Option(f"{row.name} · {row.domain}", "show_company", {"name": str(row.id)}) for row in rows)
        found = [{"id": row.id, "name": row.name, "domain": row.domain} for row in rows]
        say = Say("company-which", {"name": said})
        return Outcome("asked", say, {"companies": found}, "company_ambiguous", options, expects="name")
    return await company_card.shown(context, rows[0])


TOOL = Tool(
    name="show_company",
    description="Tell what is already known of a company: trade, size, people, contacts, with sources.",
    arguments=ShowCompany,
    run=run,
    commands=("firma", "company"),
    from_command=lambda rest: {"name": rest.strip()} if rest.strip() else {},
    required=("name",),
    reads=True,
)
