"""What waits for a person's word, oldest first: send, change or reject, through the runner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastapi import Request
from fastapi.responses import RedirectResponse
from nicegui import ui

from channels.web.auth import Auth
from channels.web.deps import Parts
from channels.web.pages import insight, kit
from channels.web.pages.session import Asking, Session, enter, frame, live
from store.models import Approval
from store.queries import insight as facts


def install(house: Parts, auth: Auth) -> None:
    @ui.page("/dashboard/approvals", response_timeout=15)
    async def page(request: Request) -> RedirectResponse | None:
        session = await enter(request, house, auth)
        if isinstance(session, RedirectResponse):
            return session
        with frame(request, session, session.told("nav-approvals"), "approvals"):
            desk = Desk(session)
            desk.build()
            await desk.look()
            live(session, desk.look)
        return None


class Desk:
    def __init__(self, session: Session) -> None:
        self.session, self.told = session, session.told
        self._state: object = None
        self._open: Approval | None = None
        self._action = ""
        self.asking = Asking(session, self.look)

    def build(self) -> None:
        told = self.told
        kit.text(told("approvals"), "headline", "h1")
        self._list = kit.box("desk")
        with ui.dialog() as self._dialog, kit.box("dialog"):
            self._title = kit.text("", "title", "h2")
            self._words = ui.textarea().props("outlined autogrow autofocus maxlength=4000")
            with kit.box("acts"):
                with kit.button("", "approve", self._decide):
                    self._go = kit.text("", tag="span")
                kit.button(told("cancel"), "quiet", self._dialog.close)

    async def look(self) -> None:
        async with self.session.house.db.read(*self.session.scope) as scope:
            waiting = await facts.waiting(replace(scope, user_id=self.session.user.id), limit=50)
        state = [(row.id, row.digest) for row, _ in waiting]
        if state != self._state:
            self._state = state
            self._list.clear()
            with self._list:
                self._draw(waiting)

    def _draw(self, waiting: Sequence[tuple[Approval, str]]) -> None:
        told = self.told
        if not waiting:
            with kit.box("empty"):
                kit.text(told("desk-empty"), "title")
                kit.text(told("approvals-none"), "hint")
        for row, name in waiting:
            with kit.box("section approval"):
                insight.proposal(told, row, name, f"/dashboard/leads/{row.lead_id}" if row.lead_id else "")
                if row.confidence is not None:
                    kit.text(told("confidence", value=row.confidence), "small")
                with kit.box("acts"):
                    kit.button(told("act-approve"), "approve", lambda row=row: self._act(row, "approve"))
                    if row.arguments.get("text"):
                        kit.button(told("act-change"), "change", lambda row=row: self._ask(row, "change"))
                    kit.button(told("act-reject"), "reject", lambda row=row: self._ask(row, "reject"))

    async def _act(self, row: Approval, action: str, **more: str) -> None:
        await self.asking.act("decide_approval", {"approval": str(row.id), "action": action, **more})

    def _ask(self, row: Approval, action: str) -> None:
        self._open, self._action = row, action
        self._title.text = self.told("own-words" if action == "change" else "why-reject")
        self._words.value = str(row.arguments.get("text", "")) if action == "change" else ""
        self._go.text = self.told("send" if action == "change" else "act-reject")
        self._dialog.open()

    async def _decide(self) -> None:
        said = (self._words.value or "").strip()
        if self._open is None or (self._action == "change" and not said):
            return
        self._dialog.close()
        name = "text" if self._action == "change" else "reason"
        await self._act(self._open, self._action, **({name: said} if said else {}))
