"""The dashboard: figures, growth and the table of leads, filtered and sorted in the database, live."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from fastapi import Request
from fastapi.responses import RedirectResponse
from nicegui import ui
from nicegui.element import Element

from channels.web.auth import Auth
from channels.web.deps import Parts
from channels.web.filters import PAGE, SORTS, from_query, to_query
from channels.web.looks import looked
from channels.web.pages import charts, kit
from channels.web.pages.session import Session, enter, frame, live
from channels.web.pages.sharing import Sharing
from store.db import Scope
from store.models import Lead
from store.queries import leadlist, overview
from store.queries.leadlist import Wanted

_WEEK = timedelta(days=7)
_SLOW = 30.0
_MANY = 5000


def install(house: Parts, auth: Auth) -> None:
    @ui.page("/dashboard", response_timeout=15)
    async def page(request: Request) -> RedirectResponse | None:
        session = await enter(request, house, auth)
        if isinstance(session, RedirectResponse):
            return session
        with frame(request, session, session.told("nav-dashboard"), "dashboard"):
            board = Dashboard(session, from_query(request.query_params))
            board.build()
            await board.look()
            live(session, board.look)
        return None


@dataclass(slots=True)
class Figures:
    quality: dict[str, int] = field(default_factory=dict)
    new: int = 0
    waiting: int = 0
    days: list[tuple[date, int]] = field(default_factory=list)
    bands: list[int] = field(default_factory=list)
    sources: list[tuple[str, int]] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    members: Sequence[overview.Member] = ()


class Dashboard:
    def __init__(self, session: Session, wanted: Wanted) -> None:
        self.session, self.told, self.wanted = session, session.told, wanted
        self.figures = Figures()
        self.rows: Sequence[Lead] = ()
        self.total, self.exact = 0, True
        self._starts: list[tuple[Any, int] | None] = [None]
        self._more = False
        self._counted_at = -_SLOW
        self._drawn: dict[str, object] = {}
        self._sharing = Sharing(session, lambda: self.wanted)

    def build(self) -> None:
        told = self.told
        with kit.box("page-head"):
            with kit.box("grow"):
                kit.text(told("greeting", name=self.session.user.name), "headline", "h1")
                self._sub = kit.text("", "hint")
            with kit.box("acts"):
                kit.button(told("share"), "quiet", self._sharing.open)
                self._exports = {kind: _download(told(f"export-{kind}")) for kind in ("csv", "xlsx")}
        self._cards = kit.box("cards")
        self._team = kit.box("team")
        self._charts = kit.box("charts")
        with kit.box("section table"):
            self._filters = kit.box("filters")
            self._build_filters()
            self._list = kit.box("leads")
            self._pager = kit.box("pager")

    def _build_filters(self) -> None:
        told = self.told
        with self._filters:
            search = ui.input(placeholder=told("search-leads"), value=self.wanted.search)
            search.props("outlined dense clearable debounce=250 maxlength=100").classes("search")
            search.on_value_change(lambda event: self._filter(search=event.value or ""))
            self._chips = kit.box("segments")
            self._selects = kit.box("selects")

    # -- looking -------------------------------------------------------------------------------------------------

    async def look(self) -> None:
        """Reads and draws anew what changed."""
        session = self.session
        async with session.house.db.read(*session.scope) as scope:
            now = session.house.clock.now()
            quality = await leadlist.by_quality(scope)
            if sum(quality.values()) <= _MANY or time.monotonic() - self._counted_at > _SLOW:
                self.figures = await self._chart_figures(scope)
                self._counted_at = time.monotonic()
            self.figures = replace(
                self.figures,
                quality=quality,
                new=await overview.new_since(scope, now - _WEEK),
                waiting=await overview.waiting(replace(scope, user_id=session.user.id)),
            )
            await self._look_at_rows(scope)
        await looked(session.house, session.user, [member.id for member in self.figures.members], "figures")
        await self._record_rows()
        self._draw()

    async def _record_rows(self) -> None:
        session = self.session
        await looked(session.house, session.user, {lead.owner_id for lead in self.rows}, "leads")

    async def _chart_figures(self, scope: Scope) -> Figures:
        """What needs a look at every lead; of many leads it is counted twice a minute at most."""
        return Figures(
            sources=await overview.sources(scope),
            stages=await overview.stages(scope),
            days=await overview.per_day(scope, self.session.house.clock.now()),
            bands=await overview.score_bands(scope),
            members=await overview.members(scope) if scope.user_id is None else (),
        )

    async def _look_at_rows(self, scope: Scope) -> None:
        found = await leadlist.counted_page(scope, replace(self.wanted, limit=PAGE + 1, after=self._starts[-1]))
        self.rows, self._more = found.rows[:PAGE], len(found.rows) > PAGE
        self.total, self.exact = found.total, found.exact

    async def _filter(self, **changes: Any) -> None:
        self.wanted = replace(self.wanted, **changes)
        await self._go([None])

    async def _go(self, starts: list[tuple[Any, int] | None]) -> None:
        self._starts = starts
        async with self.session.house.db.read(*self.session.scope) as scope:
            await self._look_at_rows(scope)
        await self._record_rows()
        self._draw()
        query = to_query(self.wanted)
        self._list.client.run_javascript(f"history.replaceState(null, '', '/dashboard{query}')")

    # -- drawing -------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        told, figures, wanted = self.told, self.figures, self.wanted
        count = sum(figures.quality.values())
        self._sub.text = told("leads-live", count=count, number=told.number(count))
        for kind, link in self._exports.items():
            link.props(f'href="/export/leads.{kind}{to_query(wanted)}"')
        self._redraw("cards", self._cards, (figures.quality, figures.new, figures.waiting), self._draw_cards)
        self._redraw("team", self._team, figures.members, self._draw_team)
        self._redraw("charts", self._charts, (figures.days, figures.bands, figures.sources), self._draw_charts)
        self._redraw("chips", self._chips, wanted.quality, self._draw_chips)
        choices = (figures.stages, [name for name, _ in figures.sources], figures.members, wanted)
        self._redraw("selects", self._selects, choices, self._draw_selects)
        shown = [(row.id, row.name, row.score, row.quality, row.stage, row.last_inbound_at) for row in self.rows]
        self._redraw("list", self._list, (shown, wanted), self._draw_list)
        self._redraw("pager", self._pager, (len(self._starts), self._more, self.total, len(shown)), self._draw_pager)

    def _redraw(self, name: str, holder: Element, state: object, draw: Callable[[], None]) -> None:
        if name in self._drawn and self._drawn[name] == state:
            return
        self._drawn[name] = state
        holder.clear()
        with holder:
            draw()

    def _draw_cards(self) -> None:
        told, quality = self.told, self.figures.quality
        self._card(told("all-leads"), sum(quality.values()), "all", lambda: self._filter(quality=None))
        for name in ("hot", "warm", "cold"):
            self._card(told(f"quality-{name}"), quality.get(name, 0), name, partial(self._filter, quality=name))
        self._card(told("new-leads"), self.figures.new, "new", lambda: self._filter(sort="created_at", descending=True))
        self._card(told("approvals"), self.figures.waiting, "waiting", lambda: ui.navigate.to("/dashboard/approvals"))

    def _card(self, label: str, value: int, kind: str, handler: Callable[[], Any]) -> None:
        with kit.box(f"card {kind}", "button") as made:
            kit.text(self.told.number(value), "value")
            kit.text(label, "small")
        made._props["type"] = "button"
        made.on("click", handler, args=[])

    def _draw_team(self) -> None:
        told = self.told
        if not self.figures.members:
            return
        with kit.box("section"):
            with kit.box("between"):
                kit.text(told("team"), "heading", "h2")
            with kit.box("members"):
                for member in self.figures.members:
                    with kit.box("member", "button") as made:
                        kit.avatar(member.name)
                        with kit.box("grow"):
                            kit.text(member.name, "strong")
                            kit.text(
                                told(
                                    "member-leads",
                                    count=member.leads,
                                    number=told.number(member.leads),
                                    waiting=member.waiting,
                                ),
                                "small",
                            )
                        kit.text(told.number(member.hot), "pill hot")
                        kit.text(told.number(member.warm), "pill warm")
                    made._props["type"] = "button"
                    made.on("click", lambda owner=member.id: self._filter(owner_id=owner), args=[])

    def _draw_charts(self) -> None:
        told, figures = self.told, self.figures
        charts.columns(
            told("chart-days"), [(told.day_of(day), count, "") for day, count in figures.days], told("chart-days-hint")
        )
        bands = [
            (f"{n * 10}–{100 if n == 9 else n * 10 + 9}", count, _tone(n)) for n, count in enumerate(figures.bands)
        ]
        charts.columns(told("chart-scores"), bands, told("chart-scores-hint"))
        charts.rows(
            told("chart-sources"),
            [(told.source(name), count, told.number(count)) for name, count in figures.sources[:6]],
        )

    def _draw_chips(self) -> None:
        for name in (None, "hot", "warm", "cold"):
            chosen = "chosen" if name == self.wanted.quality else ""
            label = self.told(f"quality-{name}") if name else self.told("all")
            kit.button(label, f"{chosen} {name or ''}", lambda name=name: self._filter(quality=name))

    def _draw_selects(self) -> None:
        told, wanted, figures = self.told, self.wanted, self.figures
        stages: dict[Any, str] = {None: told("any-stage"), **{name: told.stage(name) for name in figures.stages}}
        self._select(stages, wanted.stage, lambda value: self._filter(stage=value))
        sources: dict[Any, str] = {None: told("any-source"), **{name: told.source(name) for name, _ in figures.sources}}
        self._select(sources, wanted.source, lambda value: self._filter(source=value))
        if figures.members:
            owners: dict[Any, str] = {None: told("any-owner"), **{member.id: member.name for member in figures.members}}
            self._select(owners, wanted.owner_id, lambda value: self._filter(owner_id=value))
        sorts = {name: told(f"sort-{name.replace('_', '-')}") for name, _ in SORTS}
        self._select(sorts, wanted.sort, lambda value: self._filter(sort=value, descending=dict(SORTS)[value]))

    def _select(self, options: dict[Any, str], value: Any, change: Callable[[Any], Any]) -> None:
        shown = value if value in options else next(iter(options))
        made = ui.select(options, value=shown).props("outlined dense options-dense")
        made.on_value_change(lambda event: change(event.value))

    def _draw_list(self) -> None:
        if not self.rows:
            with kit.box("empty"):
                kit.text(self.told("no-match"), "title")
                kit.text(self.told("no-match-more"), "hint")
            return
        owners = {member.id: member.name for member in self.figures.members}
        for lead in self.rows:
            self._row(lead, owners)

    def _row(self, lead: Lead, owners: dict[int, str]) -> None:
        told = self.told
        with kit.box("lead-row", "a") as made:
            kit.avatar(lead.name, lead.quality)
            with kit.box("who-is"):
                kit.text(lead.name or told("nobody"), "strong")
                about = (lead.company, lead.place, owners.get(lead.owner_id, ""))
                kit.text(" · ".join(part for part in about if part), "small")
            kit.text(f"{told(f'quality-{lead.quality}')} {lead.score}", f"pill {lead.quality}")
            kit.text(told.stage(lead.stage), "cell stage")
            kit.text(told.source(lead.source), "cell source")
            kit.text(told.moment(lead.last_inbound_at) if lead.last_inbound_at else told("never-wrote"), "cell last")
        made._props["href"] = f"/dashboard/leads/{lead.id}"

    def _draw_pager(self) -> None:
        told, before = self.told, len(self._starts) - 1
        if not self.rows:
            return
        first = before * PAGE + 1
        span = {"first": told.number(first), "last": told.number(first + len(self.rows) - 1)}
        key = "span" if self.exact else "span-of-many"
        kit.text(told(key, **span, total=told.number(self.total)), "small grow")
        back = kit.button(told("page-before"), "quiet", lambda: self._go(self._starts[:-1]))
        on = kit.button(told("page-after"), "quiet", lambda: self._go([*self._starts, self._behind()]))
        back._props["disabled"], on._props["disabled"] = not before, not self._more

    def _behind(self) -> tuple[Any, int]:
        return leadlist.key_of(self.rows[-1], self.wanted.sort), self.rows[-1].id


def _tone(band: int) -> str:
    return "hot" if band >= 6 else "warm" if band >= 4 else "cold"


def _download(label: str) -> Element:
    made = kit.text(label, "button quiet", "a")
    made._props["download"] = ""
    return made
