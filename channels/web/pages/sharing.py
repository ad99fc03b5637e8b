"""The dialog that shares the table as it is filtered, and takes links back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nicegui import ui

from channels import words
from channels.web.filters import told as filter_of
from channels.web.pages import kit
from channels.web.pages.session import Session
from store import sharing
from store.models import ShareLink
from store.queries import shares
from store.queries.leadlist import Wanted

_DAYS = (1, 7, 30)


class Sharing:
    """``wanted`` answers the filter that is on the table right now."""

    def __init__(self, session: Session, wanted: Callable[[], Wanted]) -> None:
        self._session, self._wanted = session, wanted
        told = session.told
        with ui.dialog() as self._dialog, kit.box("dialog"):
            kit.text(told("share"), "title", "h2")
            kit.text(told("share-more"), "hint")
            with kit.box("acts"):
                for days in _DAYS:
                    kit.button(told("share-days", days=days), "change", lambda days=days: self._make(days))
            self._wrong = kit.text("", "wrong")
            self._links = kit.box("links")

    async def open(self) -> None:
        self._wrong.text = ""
        await self._look()
        self._dialog.open()

    async def _make(self, days: int) -> None:
        kept = {name: value for name, value in filter_of(self._wanted()).items() if name != "sort"}
        await self._act("share_leads", {"days": days, **kept})

    async def _act(self, tool: str, arguments: dict[str, Any]) -> None:
        outcome = await self._session.act(tool, arguments)
        done = outcome.status == "done"
        self._wrong.text = "" if done else words.say(self._session.told.language, outcome.say)
        await self._look()

    async def _look(self) -> None:
        session = self._session
        async with session.house.db.read(session.user.team_id, session.user.id) as scope:
            links = await shares.open_links(scope, session.house.clock.now())
        self._links.clear()
        with self._links:
            if links:
                kit.text(session.told("share-open"), "heading", "h2")
            for link in links:
                self._link(link)

    def _link(self, link: ShareLink) -> None:
        told = self._session.told
        path = f"/shared/{sharing.word(self._session.house.settings.secret(), link.id)}"
        with kit.box("shared-link"):
            with kit.box("grow"):
                kit.text(self._about(link), "strong")
                kit.text(told("until", when=told.moment(link.expires_at)), "small")
            opened = kit.text(told("open"), "button quiet", "a")
            opened._props.update({"href": path, "target": "_blank", "rel": "noopener"})
            copied = kit.button(told("copy"), "change")
            copied.on("click", lambda: ui.notify(told("copied"), position="top"), args=[])
            copied.on("click", js_handler=f"() => navigator.clipboard.writeText(location.origin + '{path}')")
            kit.button(told("revoke"), "reject", lambda: self._act("stop_sharing", {"link": str(link.id)}))

    def _about(self, link: ShareLink) -> str:
        told, kept = self._session.told, dict(link.filter)
        parts = [told(f"quality-{kept['quality']}")] if kept.get("quality") else []
        parts += [told.stage(kept["stage"])] if kept.get("stage") else []
        parts += [told.source(kept["channel"])] if kept.get("channel") else []
        parts += [f"»{kept['search']}«"] if kept.get("search") else []
        return " · ".join(parts) or told("share-whole")
