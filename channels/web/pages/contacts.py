"""The leads to choose from: those who wrote last as a strip, all by search, and somebody new."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from nicegui import ui

from channels.web.pages import kit
from channels.web.pages.kit import Told
from store.models import Lead

Look = Callable[[int], Awaitable[None]]
Search = Callable[[str], Awaitable[Sequence[Lead]]]
Create = Callable[[str, str, str], Awaitable[str | None]]


class NewContact:
    """A dialog in which somebody unknown writes for the first time."""

    def __init__(self, told: Told, create: Create) -> None:
        self._create = create
        with ui.dialog() as self._dialog, kit.box("dialog"):
            kit.text(told("new-contact"), "title", "h2")
            kit.text(told("new-contact-more"), "hint")
            self._name = ui.input(told("name")).props("outlined dense maxlength=200")
            self._number = ui.input(told("number"), placeholder="+49 151 2345678").props("outlined dense maxlength=40")
            self._words = ui.textarea(told("first-words")).props("outlined dense autogrow maxlength=2000")
            self._wrong = kit.text("", "wrong")
            with kit.box("acts"):
                kit.button(told("send"), "approve", self._send)
                kit.button(told("cancel"), "quiet", self._dialog.close)

    def open(self) -> None:
        self._wrong.text = ""
        self._dialog.open()

    async def _send(self) -> None:
        wrong = await self._create(self._name.value or "", self._number.value or "", self._words.value or "")
        self._wrong.text = wrong or ""
        if wrong is None:
            for field in (self._name, self._number, self._words):
                field.value = ""
            self._dialog.close()


class Strip:
    """Faces with their temperature; the one looked at is marked."""

    def __init__(self, told: Told, look: Look, search: Search, new: NewContact) -> None:
        self._told, self._look, self._search, self._new = told, look, search, new
        self._drawn: object = None
        self._holder = kit.box("strip")
        with ui.dialog() as self._dialog, kit.box("dialog"):
            kit.text(told("find-contact"), "title", "h2")
            self._said = ui.input(told("name")).props("outlined dense autofocus clearable debounce=200")
            self._said.on_value_change(self._find)
            self._found = kit.box("found")

    def show(self, leads: Sequence[Lead], chosen: int | None) -> None:
        state = [(lead.id, lead.name, lead.quality) for lead in leads], chosen
        if state == self._drawn:
            return
        self._drawn = state
        self._holder.clear()
        with self._holder:
            self._face(self._told("search"), "search", self._open)
            for lead in leads:
                self._lead(lead, lead.id == chosen)
            self._face(self._told("new"), "person_add", self._new.open)

    def _face(self, label: str, icon: str, handler: Callable[..., Any]) -> None:
        with kit.box("face", "button") as made:
            with kit.box("avatar plain"):
                ui.icon(icon)
            kit.text(label, "label", "span")
        made._props["type"] = "button"
        made.on("click", handler, args=[])

    def _lead(self, lead: Lead, chosen: bool) -> None:
        with kit.box("face chosen" if chosen else "face", "button") as made:
            kit.avatar(lead.name, lead.quality)
            kit.text(_short(lead.name), "label", "span")
        made._props.update({"type": "button", "title": lead.name})
        made.on("click", lambda: self._look(lead.id), args=[])

    async def _open(self) -> None:
        self._said.value = ""
        await self._find()
        self._dialog.open()

    async def _find(self) -> None:
        found = await self._search(self._said.value or "")
        self._found.clear()
        with self._found:
            if not found:
                kit.text(self._told("found-nobody"), "hint")
            for lead in found:
                with kit.box("hit", "button") as made:
                    kit.avatar(lead.name, lead.quality)
                    with kit.box("grow"):
                        kit.text(lead.name, "strong")
                        kit.text(" · ".join(part for part in (lead.company, lead.place) if part), "small")
                made._props["type"] = "button"
                made.on("click", lambda lead=lead: self._choose(lead.id), args=[])

    async def _choose(self, lead_id: int) -> None:
        self._dialog.close()
        await self._look(lead_id)


def _short(name: str) -> str:
    """ "Anna B.": what tells two Annas apart in a small place."""
    first, *rest = name.split() or ["?"]
    return f"{first} {rest[-1][0]}." if rest else first
