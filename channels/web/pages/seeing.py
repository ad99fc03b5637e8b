"""One look at everything the sandbox page shows, all of the same moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from channels.web.deps import Parts
from channels.web.pages.phone import Bubble, label_keys, label_of, of_message, of_phone
from sequences.catalogue import Catalogue
from sequences.plan import Sequence as Plan
from store.db import Scope
from store.models import Approval, Lead, User
from store.queries import insight, leads, people

REP = "telegram"


@dataclass(slots=True)
class Seen:
    """``user`` is who is played, ``lead`` who is looked at on the phone ``line`` (channel, address) of ``lines``."""

    players: list[tuple[User, str]] = field(default_factory=list)
    user: User | None = None
    address: str = ""
    leads: Sequence[Lead] = ()
    lead: Lead | None = None
    lines: list[tuple[str, str]] = field(default_factory=list)
    line: tuple[str, str] | None = None
    waiting: list[tuple[Approval, str]] = field(default_factory=list)
    about: insight.Insight | None = None
    plans: list[Plan] = field(default_factory=list)
    rep: list[Bubble] = field(default_factory=list)
    theirs: list[Bubble] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    def head(self) -> object:
        """What the head above the lead's phone shows, to tell whether it changed."""
        lead = self.lead
        about = (lead.id, lead.name, lead.company, lead.place, lead.quality) if lead else None
        return about, self.lines, self.line

    def panel(self) -> object:
        """What the panel shows, to tell whether it changed."""
        return self.address, insight.stamp(self.about) if self.about else None


async def look(house: Parts, catalogue: Catalogue, person: str, lead_id: int | None, channel: str | None) -> Seen:
    """As ``person`` (an address; the first one there is when nobody has it) sees it, with a lead of theirs."""
    seen = Seen()
    async with house.db.read() as all_:
        seen.players = await insight.players(all_, REP)
        chosen = next((p for p in seen.players if p[1] == person), None) or next(iter(seen.players), None)
        if chosen is None:
            return seen
        user, seen.address = chosen
        seen.user = user
        own = Scope(all_.session, user.team_id, user.id)
        scope = own if user.role == "rep" else Scope(all_.session, user.team_id)
        seen.waiting = await insight.waiting(own)
        seen.leads = await insight.latest_leads(scope)
        seen.lead = await leads.get(scope, lead_id) if lead_id else None
        seen.lead = seen.lead or next(iter(seen.leads), None)
        if seen.lead is not None:
            seen.about = await insight.of_lead(scope, seen.lead.id)
            seen.plans = [plan for _, plan in await catalogue.library(scope)]
            await _phone(house, scope, seen, seen.lead, channel)
        seen.rep = [of_phone(item) for item in await house.phones.shows(REP, seen.address)]
        found = await insight.labels(all_, label_keys(seen.rep + seen.theirs))
    taps = [bubble.tapped for bubble in seen.rep + seen.theirs if bubble.tapped]
    seen.labels = {tap: label for tap in taps if (label := label_of(tap, found))}
    return seen


async def _phone(house: Parts, scope: Scope, seen: Seen, lead: Lead, channel: str | None) -> None:
    """The lead's phone on the wanted channel, else on the first one she has."""
    seen.lines = await people.addresses(scope, lead)
    seen.line = next((line for line in seen.lines if line[0] == channel), next(iter(seen.lines), None))
    if seen.line is not None:
        before = [of_message(row) for row in await insight.earlier(scope, *seen.line)]
        seen.theirs = before + [of_phone(item) for item in await house.phones.shows(*seen.line)]
