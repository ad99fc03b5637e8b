"""Reads a company's own pages and keeps what they say. A page is a stranger's text: nothing on it ever acts."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence

from pydantic import AliasChoices, Field

from store.folding import fold
from store.models import Company as Row
from store.models import Lead
from store.queries import companies
from store.thoughts import Purpose
from store.types import Option, Outcome, Say
from tools import approval, company_card, wording
from tools.base import Arguments, Tool, Words
from tools.clients.fetcher import Visit
from tools.clients.targets import Refused, Target, target
from tools.company import facts, pages, schema
from tools.company.model import Company, merged
from tools.context import Before, Context

MOST_PAGES = 4
SITE_SECONDS = 20.0
_WEB = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?(?:/\S*)?|https?://\S+", re.IGNORECASE)


class ScrapeCompany(Arguments):
    url: Words | None = Field(
        None,
        validation_alias=AliasChoices("url", "website", "company"),
        description="The company's web address as the rep said it",
    )
    lead: Words | None = Field(None, description="The lead who works there, if the rep named one")


async def prepare(before: Before, arguments: ScrapeCompany) -> Company | Refused | None:
    """Reads the pages, when it is the rep who wants these very ones read."""
    if arguments.url is None or not _said(before.origin.source, before.origin.said, arguments.url):
        return None
    try:
        place = target(arguments.url, before.house.settings.fetch_allow)
        async with asyncio.timeout(SITE_SECONDS), before.house.fetcher.visit() as visit:
            found = await _site(visit, place, bare="://" not in arguments.url)
    except Refused as refused:
        return refused
    except TimeoutError:
        return Refused("timeout", arguments.url)
    return await _read(found, before)


def _said(source: str, said: str, url: str) -> bool:
    """An address carries whatever is written into it out of the house: from free text it must be the rep's own."""
    return source != "chat" or approval.same_words(url.partition("://")[2] or url, said)


async def _site(visit: Visit, place: Target, *, bare: bool) -> list[pages.Read]:
    """The page asked for, and those of the site that speak about the company; what cannot be had is left out."""
    try:
        first = await visit.page(place.url)
    except Refused as refused:
        if not bare or refused.reason not in ("unreachable", "timeout"):
            raise
        first = await visit.page(place.url.replace("https://", "http://", 1))  # some still have no certificate
    found = [await asyncio.to_thread(pages.read, first.url, first.html)]
    home = Target(place.scheme, place.host, place.port, "/").url
    wanted = pages.worth_a_visit(found[0])
    if place.path not in ("", "/") and not any(page.url.rstrip("/") == home.rstrip("/") for page in found):
        wanted = [home, *wanted]
    for url in wanted[: MOST_PAGES - 1]:
        try:
            page = await visit.page(url)
        except Refused:
            continue
        found.append(await asyncio.to_thread(pages.read, page.url, page.html))
    return found


async def _read(found: Sequence[pages.Read], before: Before) -> Company:
    """The rules' reading, with what a model read besides, as far as it stands on the pages."""
    ruled = await asyncio.to_thread(facts.extract, found)
    purpose = Purpose("extract", before.actor.team_id, before.actor.id, before.actor.zone)
    thought = await before.house.think.extract(purpose, schema.SCHEMA, schema.task(found), system=schema.SYSTEM)
    if thought is None:
        return ruled
    return Company(ruled.domain, merged([*schema.believed(thought.data, found), *ruled.facts]), ruled.pages)


async def run(context: Context, arguments: ScrapeCompany) -> Outcome:
    found = context.prepared
    if found is None:
        return _confirm(context, arguments)
    if isinstance(found, Refused):
        say = Say("company-fetch-" + found.reason.replace("_", "-"), {"url": wording.short(arguments.url or "", 80)})
        return Outcome("failed", say, {"url": arguments.url}, found.reason)
    if not found.facts:
        return Outcome("failed", Say("company-nothing", {"domain": found.domain}), {"url": arguments.url}, "no_facts")
    row = await _keep(context, found)
    if context.lead is not None:
        _link(context.lead, row)
    return await company_card.shown(context, row, linked=context.lead)


def _confirm(context: Context, arguments: ScrapeCompany) -> Outcome:
    """A page that only a text of somebody else named is read after a tap."""
    url = arguments.url or ""
    same = {"url": url} | ({"lead": str(context.lead.id)} if context.lead is not None else {})
    options = (Option(Say("button-read-page"), "scrape_company", same), wording.NOTHING)
    say = Say("company-confirm", {"url": wording.short(url, 120)})
    return Outcome("asked", say, {"url": url}, "not_own_words", options)


async def _keep(context: Context, found: Company) -> Row:
    """One row per team and site: a second look replaces what the first one said."""
    row = await companies.by_domain(context.scope, found.domain)
    if row is None:
        row = Row(
            team_id=context.actor.team_id,
            user_id=context.actor.id,
            domain=found.domain,
            name=found.domain,
            created_at=context.now,
        )
        context.work.session.add(row)
    row.name = found.first("name") or row.name
    row.name_key = fold(row.name)
    row.industry, row.employees = found.first("industry"), found.first("employees")
    row.facts = [fact.plain() for fact in found.facts]
    row.pages = list(found.pages)
    row.fetched_at = context.now
    await context.work.session.flush()
    return row


def _link(lead: Lead, row: Row) -> None:
    lead.company_id = row.id
    lead.company = lead.company or row.name[:120]


def _from_command(rest: str) -> dict[str, str]:
    """``/firma firma.de`` and ``/firma firma.de: NAME``."""
    found = _WEB.search(rest)
    if found is None:
        return {"url": rest.strip()} if rest.strip() else {}
    lead = (rest[: found.start()] + rest[found.end() :]).strip(" :,")
    return {"url": found[0].rstrip(":,.")} | ({"lead": lead.removeprefix("für ").removeprefix("for ")} if lead else {})


TOOL = Tool(
    name="scrape_company",
    description="Read a company's web site (home, about, imprint) and keep name, industry, staff, people, contacts.",
    arguments=ScrapeCompany,
    run=run,
    commands=("website", "scrape", "webseite"),
    from_command=_from_command,
    required=("url",),
    optional_lead=True,
    prepare=prepare,
)
