"""One lead: who it is, what was said, why the score is as it is, notes, reminders, sequences; and the person's acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastapi import Request
from fastapi.responses import RedirectResponse
from nicegui import ui

from channels.web.auth import Auth
from channels.web.deps import Parts
from channels.web.looks import looked
from channels.web.pages import charts, insight, kit
from channels.web.pages.session import Asking, Session, enter, frame, live
from sequences.catalogue import Catalogue
from sequences.plan import Sequence as Plan
from store.models import Lead, LeadAnalysis, Message, Note
from store.queries import insight as facts
from store.queries import leadlist, people
from store.types import Say

_TALK = 60


def install(house: Parts, auth: Auth) -> None:
    @ui.page("/dashboard/leads/{lead_id}", response_timeout=15)
    async def page(request: Request, lead_id: str) -> RedirectResponse | None:
        session = await enter(request, house, auth)
        if isinstance(session, RedirectResponse):
            return session
        number = int(lead_id) if lead_id.isascii() and lead_id.isdigit() and len(lead_id) < 19 else 0
        with frame(request, session, session.told("nav-lead"), "dashboard"):
            board = LeadBoard(session, number)
            board.build()
            await board.look()
            live(session, board.look)
        return None


class LeadBoard:
    def __init__(self, session: Session, lead_id: int) -> None:
        self.session, self.told, self.lead_id = session, session.told, lead_id
        self.catalogue = Catalogue(session.house.clock)
        self._state: object = None
        self.asking = Asking(session, self.look)

    def build(self) -> None:
        self._body = kit.box("lead-page")
        with ui.dialog() as self._noting, kit.box("dialog"):
            kit.text(self.told("note-new"), "title", "h2")
            self._note = ui.textarea(self.told("note")).props("outlined autogrow autofocus maxlength=2000")
            with kit.box("acts"):
                kit.button(self.told("keep"), "approve", self._keep_note)
                kit.button(self.told("cancel"), "quiet", self._noting.close)

    async def look(self) -> None:
        """Reads everything of one moment; draws anew when anything differs."""
        async with self.session.house.db.read(*self.session.scope) as scope:
            found = await facts.of_lead(scope, self.lead_id)
            if found is None:
                self._draw_nobody()
                return
            mine = found.lead.owner_id == self.session.user.id
            talk = await leadlist.timeline(scope, self.lead_id, limit=_TALK) if mine else []
            notes = await leadlist.notes(scope, self.lead_id, limit=20)
            scores = await leadlist.score_history(scope, self.lead_id, limit=20)
            plans = [plan for _, plan in await self.catalogue.library(replace(scope, user_id=None))]
            owner = await people.user(replace(scope, user_id=None), found.lead.owner_id)
        lead = found.lead
        await looked(self.session.house, self.session.user, [lead.owner_id], "lead", lead.id)
        state = (
            facts.stamp(found),
            [(row.id, row.state, row.text) for row in talk],
            [row.id for row in notes],
            [getattr(lead, name) for name in _SHOWN],
        )
        if state != self._state:
            self._state = state
            self._body.clear()
            with self._body:
                self._draw(found, talk, notes, scores, plans, "" if mine else owner.name if owner else "?")

    def _draw_nobody(self) -> None:
        self._state = None
        self._body.clear()
        with self._body, kit.box("empty"):
            kit.text(self.told("lead-unknown"), "title")
            kit.text(self.told("back"), "link", "a")._props["href"] = "/dashboard"

    def _draw(
        self,
        found: facts.Insight,
        talk: Sequence[Message],
        notes: Sequence[Note],
        scores: Sequence[LeadAnalysis],
        plans: Sequence[Plan],
        owner: str,
    ) -> None:
        told = self.told
        kit.text(f"‹ {told('back')}", "back", "a")._props["href"] = "/dashboard"
        with kit.box("columns-two"):
            with kit.box("panel"):
                self._draw_person(found.lead, owner)
                self._draw_notes(notes, mine=not owner)
                self._draw_talk(found.lead, talk, owner)
            with kit.box("panel"):
                insight.lead(told, found, self.catalogue, [] if owner else plans, self._start)
                if len(scores) > 1:
                    past = [(told.moment(row.at), row.score, row.quality) for row in reversed(scores)]
                    charts.columns(told("score-history"), past, "")

    def _draw_person(self, lead: Lead, owner: str) -> None:
        told = self.told
        with kit.box("section"):
            with kit.box("person"):
                kit.avatar(lead.name, f"big {lead.quality}")
                with kit.box("grow"):
                    kit.text(lead.name or told("nobody"), "headline", "h1")
                    about = (lead.company, lead.place, told("owner", name=owner) if owner else "")
                    kit.text(" · ".join(part for part in about if part), "hint")
                kit.text(f"{told(f'quality-{lead.quality}')} {lead.score}", f"pill {lead.quality}")
            with kit.box("facts"):
                for label, value in self._facts(lead):
                    with kit.box("fact"):
                        kit.text(label, "small")
                        kit.text(value)

    def _facts(self, lead: Lead) -> list[tuple[str, str]]:
        told = self.told
        given = (
            (told.field("phone"), lead.phone),
            (told.field("email"), lead.email),
            (told.field("stage"), told.stage(lead.stage)),
            (told("source"), told.source(lead.source)),
            (told.field("satisfaction-score"), str(lead.satisfaction_score) if lead.satisfaction_score else ""),
            (told.field("interest"), ", ".join(str(each) for each in lead.interests)),
            (told.field("objection"), ", ".join(str(each) for each in lead.objections)),
            (told.field("disg"), told.said(Say(f"value-disg-{lead.disg}")) if lead.disg else ""),
            (told("since"), told.day(lead.created_at, year=True)),
        )
        return [(label, str(value)) for label, value in given if value]

    def _draw_notes(self, notes: Sequence[Note], *, mine: bool) -> None:
        told = self.told
        with kit.box("section"):
            with kit.box("between"):
                kit.text(told("notes"), "heading", "h2")
                if mine:
                    kit.button(told("note-new"), "change small-button", self._open_note)
            if not notes:
                kit.text(told("notes-none"), "hint")
            for note in notes:
                with kit.box("note"):
                    kit.linked(note.text, "words")
                    kit.text(told.moment(note.at), "small")

    def _draw_talk(self, lead: Lead, talk: Sequence[Message], owner: str) -> None:
        told = self.told
        with kit.box("section"):
            with kit.box("between"):
                kit.text(told("talk"), "heading", "h2")
            if owner:
                kit.text(told("talk-not-yours", name=owner), "hint")
                return
            if not talk:
                kit.text(told("talk-none"), "hint")
            with kit.box("talk lead flat"), kit.box("bubbles"):
                day = None
                for row in reversed(talk):
                    if (now := told.local(row.at).date()) != day:
                        day = now
                        kit.text(told.day(row.at), "day")
                    self._message(row)

    def _message(self, row: Message) -> None:
        told = self.told
        with kit.box("bubble other" if row.direction == "in" else "bubble own"), kit.box("paper"):
            kit.linked(row.text or "…", "words")
            state = told.said(Say(f"page-state-{row.state.replace('_', '-')}")) if row.direction == "out" else ""
            kit.text(" · ".join(part for part in (told.clock(row.at), state) if part), "time")

    # -- acts ----------------------------------------------------------------------------------------------------

    async def _start(self, plan: Plan) -> None:
        await self.asking.act("start_sequence", {"lead": str(self.lead_id), "sequence": plan.name})

    def _open_note(self) -> None:
        self._note.value = ""
        self._noting.open()

    async def _keep_note(self) -> None:
        note = (self._note.value or "").strip()
        if note:
            self._noting.close()
            await self.asking.act("add_note", {"lead": str(self.lead_id), "note": note})


_SHOWN = (
    "name",
    "phone",
    "email",
    "company",
    "place",
    "stage",
    "source",
    "satisfaction_score",
    "interests",
    "objections",
)
