"""A company on a small screen: what is known, and where each fact stands."""

from __future__ import annotations

from collections.abc import Sequence

from store.models import Company, Lead
from store.queries import companies
from store.types import Outcome, Say
from tools import wording
from tools.company.model import CompanyFact, stored
from tools.context import Context

_SHOWN = ("industry", "employees", "address", "person", "phone", "email")
TRADES = frozenset(
    "fitness beauty health gastronomy hospitality construction craft real_estate insurance legal_tax it marketing"
    " consulting education retail automotive logistics manufacturing agriculture energy".split()
)


async def shown(context: Context, row: Company, *, linked: Lead | None = None) -> Outcome:
    """The company's card; ``linked`` is the lead it was just noted at."""
    facts = stored(row.facts)
    sources = list(dict.fromkeys(fact.source for fact in facts))
    lines = [_line(context, kind, [fact for fact in facts if fact.kind == kind], sources) for kind in _SHOWN]
    known = await companies.leads_at(context.scope, row.id)
    values = {
        "name": row.name,
        "lines": "\n".join(line for line in lines if line),
        "about": wording.short(next((f.value for f in facts if f.kind == "description"), ""), 200),
        "sources": "\n".join(f"[{place}] {wording.short(url, 120)}" for place, url in enumerate(sources, start=1)),
        "when": wording.moment(context, row.fetched_at),
        "leads": ", ".join(lead.name for lead in known),
    }
    parts = [context.words("company-head", **values)]
    parts += [context.words("company-about", **values)] if values["about"] else []
    parts += [context.words("company-linked", name=linked.name)] if linked is not None else []
    if linked is None and known:
        parts.append(context.words("company-leads", **values))
    parts.append(context.words("company-sources", **values))
    result = {
        "company_id": row.id,
        "name": row.name,
        "domain": row.domain,
        "industry": industry(context, row.industry),
        "employees": row.employees,
        "facts": list(row.facts),
        "pages": list(row.pages),
        "fetched_at": row.fetched_at.isoformat(),
        "leads": [{"id": lead.id, "name": lead.name} for lead in known],
    }
    return Outcome("done", Say("company-card", {"text": "\n\n".join(parts)}), result)


def industry(context: Context, said: str) -> str:
    return context.words("trade-" + said.replace("_", "-")) if said in TRADES else said


def _line(context: Context, kind: str, facts: Sequence[CompanyFact], sources: list[str]) -> str:
    """One kind of facts on one line, each with the number of its source."""
    said = []
    for fact in facts:
        value = industry(context, fact.value) if kind == "industry" else fact.value
        role = f" ({fact.role})" if fact.role else ""
        said.append(f"{value}{role} [{sources.index(fact.source) + 1}]")
    return context.words(f"company-{kind}", value=", ".join(said)) if said else ""
