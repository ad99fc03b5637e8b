"""The sandbox page: a rep's chat, the leads' phones, the clock, and what the house knows; live, without reload.

It looks at the same facts as the sandbox's REST contract and acts only through the door in.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from urllib.parse import quote

import structlog
from fastapi import Request
from nicegui import Client, background_tasks, ui
from nicegui.element import Element

from channels.web import plain
from channels.web import sandbox as contract
from channels.web.deps import Parts
from channels.web.pages import insight, kit
from channels.web.pages.contacts import NewContact, Strip
from channels.web.pages.kit import Told
from channels.web.pages.phone import Phone
from channels.web.pages.seeing import REP, Seen, look
from channels.web.pages.timebar import Timebar
from channels.web.play import Play
from sequences.catalogue import Catalogue
from sequences.plan import Sequence as Plan
from store.models import Lead
from store.queries import leadlist, leads
from store.queries.leadlist import Wanted
from store.types import Inbound

log = structlog.get_logger()
_BURST = 0.06  # changes come in bursts; one look shows them all
_LOOK = 15.0  # what another process changed, and the minutes of the clock
_ANSWER = 20.0
_SUGGESTED = ("hot", "write", "remind", "score", "help")


def install(house: Parts, play: Play) -> None:
    @ui.page("/", title="SalesFlow", response_timeout=10)
    async def page(request: Request) -> None:
        told = Told(plain.language(request))
        dark = kit.dress(request, told, "SalesFlow")
        ui.add_body_html(f"<script>{_show('rep')}</script>")
        chosen = request.query_params.get("lead", "")
        lead_id = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 18 else None
        board = Board(house, play, told, request.query_params.get("as", "max")[:200], lead_id)
        board.build(dark)
        await board.refresh()
        board.live()


class Board:
    """One visitor's page: who is played, which lead is looked at."""

    def __init__(self, house: Parts, play: Play, told: Told, person: str, lead_id: int | None) -> None:
        self.house, self.play, self.told = house, play, told
        self.person, self.lead_id = person, lead_id
        self.channel: str | None = None
        self.catalogue = Catalogue(house.clock)
        self.seen = Seen()
        self._drawn: dict[str, object] = {}
        self._rang = asyncio.Event()
        self._looking = asyncio.Lock()

    # -- once ----------------------------------------------------------------------------------------------------

    def build(self, dark: ui.dark_mode) -> None:
        told = self.told
        with kit.box("app") as self._root:
            with kit.box("top", "header"):
                with kit.box("brand", "a") as home:
                    kit.box("mark")
                    kit.text("SalesFlow", "name", "span")
                home._props["href"] = "/"
                self.timebar = Timebar(told, self.house, self.play)
                with kit.box("tools"):
                    kit.text(told("nav-dashboard"), "tool", "a")._props["href"] = "/dashboard"
                    kit.text("API", "tool api", "a")._props["href"] = "/docs"
                    kit.choices(told, dark)
            with kit.box("board", "main"):
                with kit.box("pane rep", "section"):
                    self._who = kit.box("who")
                    self.rep = Phone(told, "rep", self._say_as_rep, self._tap_as_rep, self._attach_as_rep)
                with kit.box("pane lead", "section"):
                    self._strip = Strip(told, self._look_at, self._search, NewContact(told, self._new_contact))
                    self._head = kit.box("who lead-head")
                    self.phone = Phone(told, "lead", self._say_as_lead, self._tap_as_lead, self._attach_as_lead)
                with kit.box("pane insight", "section"):
                    self._approvals = kit.box("panel")
                    self._about = kit.box("panel")
            with kit.box("tabs", "nav"):
                for name, icon in (("rep", "forum"), ("lead", "smartphone"), ("insight", "insights")):
                    self._tab(name, icon)

    def _tab(self, name: str, icon: str) -> None:
        with kit.box(f"tab to-{name}", "button") as made:
            ui.icon(icon)
            kit.text(self.told(f"tab-{name}"), tag="span")
        made._props["type"] = "button"
        made.on("click", js_handler=f"() => {{ {_show(name)} }}")

    def live(self) -> None:
        """Looks again whenever a row changed."""
        client = ui.context.client
        stop = self.house.db.pulse.listen(self._rang.set)
        task = background_tasks.create(self._follow(client), name="page", context=client)
        client.on_delete(lambda: (stop(), task.cancel()))

    async def _follow(self, client: Client) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._rang.wait(), _LOOK)
            await asyncio.sleep(_BURST)
            await kit.in_sight(client)
            self._rang.clear()
            try:
                await self.refresh()
            except Exception as error:  # a page that missed one look shows the next
                log.warning("page_look_failed", error=type(error).__name__)

    # -- again and again -----------------------------------------------------------------------------------------

    async def refresh(self) -> None:
        async with self._looking:
            self.seen = await look(self.house, self.catalogue, self.person, self.lead_id, self.channel)
            self.timebar.tick()
            self._draw()

    def _draw(self) -> None:
        seen, told = self.seen, self.told
        self._redraw("who", self._who, [p[1] for p in seen.players] + [seen.address], self._draw_who)
        self.rep.show(seen.address, seen.rep, seen.labels, self._no_talk_yet)
        lead = seen.lead
        self._strip.show(seen.leads, lead.id if lead else None)
        self._redraw("head", self._head, seen.head(), self._draw_head)
        self.phone.show(str((lead.id if lead else 0, seen.line)), seen.theirs, seen.labels, self._no_lead_talk_yet)
        waiting = [(row.id, row.digest) for row, _ in seen.waiting]
        self._redraw("waiting", self._approvals, (seen.address, waiting), self._draw_approvals)
        self._root.classes(add="waiting" if waiting else "", remove="" if waiting else "waiting")
        self._redraw("about", self._about, seen.panel(), self._draw_about)
        told.zone = seen.user.zone if seen.user else told.zone

    def _redraw(self, name: str, holder: Element, state: object, draw: Callable[[], None]) -> None:
        """Only what changed is drawn anew."""
        if self._drawn.get(name) == state:
            return
        self._drawn[name] = state
        holder.clear()
        with holder:
            draw()

    def _draw_who(self) -> None:
        user, told = self.seen.user, self.told
        if user is None:
            kit.text(told("nobody-here"), "strong")
            return
        kit.avatar(user.name)
        with kit.box("grow"):
            kit.text(user.name, "strong", "h1")
            kit.text(told(f"role-{user.role}"), "small")
        with kit.box("segments"):
            for player, address in self.seen.players:
                if player.role != "admin" or address == self.seen.address:
                    chosen = "chosen" if address == self.seen.address else ""
                    kit.button(player.name, chosen, lambda address=address: self._play_as(address))

    def _draw_head(self) -> None:
        lead, told = self.seen.lead, self.told
        if lead is None:
            kit.text(told("no-leads"), "strong")
            return
        kit.avatar(lead.name, lead.quality)
        with kit.box("grow"):
            kit.text(lead.name, "strong", "h1")
            about = " · ".join(part for part in (lead.company, lead.place) if part)
            kit.text(about or told(f"channel-{self.seen.line[0]}") if self.seen.line else about, "small")
        if len(self.seen.lines) > 1:
            with kit.box("segments"):
                for channel, _ in self.seen.lines:
                    chosen = "chosen" if self.seen.line and channel == self.seen.line[0] else ""
                    kit.button(told(f"channel-{channel}"), chosen, lambda channel=channel: self._on_channel(channel))

    def _draw_approvals(self) -> None:
        insight.approvals(self.told, self.seen.waiting, self._say_as_rep, self._propose)

    def _draw_about(self) -> None:
        if self.seen.about is None:
            kit.text(self.told("no-lead-chosen"), "hint")
            return
        insight.lead(self.told, self.seen.about, self.catalogue, self.seen.plans, self._start)

    def _no_talk_yet(self) -> None:
        told = self.told
        with kit.box("empty"):
            kit.text(told("hello", name=self.seen.user.name if self.seen.user else ""), "title")
            kit.text(told("hello-more"), "hint")
            with kit.box("suggestions"):
                for name in _SUGGESTED:
                    line = told(f"suggest-{name}")
                    kit.button(line, "quiet", lambda line=line: self._say_as_rep(line))

    def _no_lead_talk_yet(self) -> None:
        told, lead = self.told, self.seen.lead
        with kit.box("empty"):
            if lead is None:
                kit.text(told("no-leads"), "title")
                kit.text(told("no-leads-more"), "hint")
            else:
                kit.text(told("phone-empty", name=lead.name), "title")
                kit.text(told("phone-empty-more"), "hint")

    # -- what people do ------------------------------------------------------------------------------------------

    async def _play_as(self, address: str) -> None:
        self.person, self.lead_id, self.channel = address, None, None
        await self.refresh()
        self._remember()

    async def _look_at(self, lead_id: int) -> None:
        self.lead_id, self.channel = lead_id, None
        await self.refresh()
        self._remember()

    async def _on_channel(self, channel: str) -> None:
        self.channel = channel
        await self.refresh()

    def _remember(self) -> None:
        """The address shows who is played, so that a reload stays there."""
        lead = f"&lead={self.lead_id}" if self.lead_id else ""
        self._root.client.run_javascript(f"history.replaceState(null, '', '/?as={quote(self.person)}{lead}')")

    async def _search(self, said: str) -> Sequence[Lead]:
        user = self.seen.user
        if user is None:
            return []
        async with self.house.db.read(user.team_id, None if user.role != "rep" else user.id) as scope:
            return await leadlist.page(scope, Wanted(search=said, sort="name", descending=False, limit=30))

    def _propose(self, words: str) -> None:
        self._root.client.run_javascript(_show("rep"))
        self.rep.propose(words)

    async def _say_as_rep(self, words: str) -> None:
        await self._arrive(self.rep, Inbound(REP, self.seen.address, "", text=words))

    async def _start(self, plan: Plan) -> None:
        title = plan.title.get(self.told.language, plan.name)
        await self._say_as_rep(self.told("say-start", sequence=title, name=self._lead_name()))

    async def _tap_as_rep(self, tap: str) -> None:
        await self._arrive(self.rep, Inbound(REP, self.seen.address, "", tap=tap))

    async def _attach_as_rep(self, name: str, content: str) -> None:
        await self._arrive(self.rep, self._with_file((REP, self.seen.address), name, content))

    async def _say_as_lead(self, words: str) -> None:
        if self.seen.line:
            await self._arrive(self.phone, Inbound(*self.seen.line, "", text=words, name=self._lead_name()))

    async def _tap_as_lead(self, tap: str) -> None:
        if self.seen.line:
            await self._arrive(self.phone, Inbound(*self.seen.line, "", tap=tap, name=self._lead_name()))

    async def _attach_as_lead(self, name: str, content: str) -> None:
        if self.seen.line:
            await self._arrive(self.phone, self._with_file(self.seen.line, name, content))

    def _with_file(self, line: tuple[str, str], name: str, content: str) -> Inbound | None:
        try:
            file = contract.Attachment(name=name[-200:] or "file", base64=content).file()
        except ValueError:
            self._tell("file-unreadable")
            return None
        return Inbound(*line, "", files=(file,))

    async def _new_contact(self, name: str, number: str, words: str) -> str | None:
        """Somebody unknown writes for the first time; what is wrong with it, or None."""
        try:
            address = contract.address("whatsapp", number)
        except ValueError:
            return self.told("number-wrong")
        if not words.strip():
            return self.told("words-missing")
        await self._arrive(self.phone, Inbound("whatsapp", address, "", text=words, name=name))
        await self._find(address)
        return None

    async def _find(self, address: str) -> None:
        async with self.house.db.read() as scope:
            found = await leads.by_address(scope, phone=address)
        if found:
            await self._look_at(found[-1].id)

    def _tell(self, key: str) -> None:
        with self._root:
            ui.notify(self.told(key), position="top")

    def _lead_name(self) -> str:
        return self.seen.lead.name if self.seen.lead else ""

    async def _arrive(self, phone: Phone, inbound: Inbound | None) -> None:
        """Through the door in; the dots show until the bot has finished."""
        if inbound is None or not inbound.external_id:
            return
        try:
            await self.play.arrive(inbound)
        except LookupError:
            self._tell("nobody-answers")
            return
        self.rep.typing(True)
        await self.house.drive.idle(_ANSWER)
        self.rep.typing(False)
        await self.refresh()


def _show(pane: str) -> str:
    """On narrow screens one pane is shown; which one is the browser's affair."""
    return f"document.body.dataset.show = '{pane}'"
