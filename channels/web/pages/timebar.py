"""The sandbox's clock: what time it is there, and moving it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from nicegui import ui

from channels.web.deps import Parts
from channels.web.pages import kit
from channels.web.pages.kit import Told
from channels.web.play import Play

Target = Callable[[datetime], datetime]
_AHEAD = timedelta(days=60)
_MOVES = {"10s": timedelta(seconds=12), "1h": timedelta(hours=1), "1d": timedelta(days=1), "7d": timedelta(days=7)}
_TOLD = ("tick_enrolments", "tick_reminders", "sweep_outbox", "expire_approvals")


class Timebar:
    def __init__(self, told: Told, house: Parts, play: Play) -> None:
        self._told, self._house, self._play = told, house, play
        with kit.box("timebar"):
            with kit.box("clock", "button") as face:
                ui.icon("schedule")
                self._day = kit.text("", "day-of", "span")
                self._time = kit.text("", "time-of", "span")
                ui.icon("expand_more")
                face._props.update({"type": "button", "aria-label": told("clock")})
                with ui.menu().classes("sheet"):
                    self._menu()
            with kit.box("jumps"):
                for name in ("1h", "1d"):
                    kit.button(told(f"move-{name}"), "jump", lambda name=name: self._by(name))
                kit.button(told("move-next"), "jump", self._to_next)
        self._face = face
        self.tick()

    def _menu(self) -> None:
        told = self._told
        kit.text(told("clock-about"), "hint")
        for name in _MOVES:
            self._item(told(f"move-{name}"), lambda name=name: self._by(name))
        self._item(told("move-morning"), lambda: self._go(self._morning))
        self._item(told("move-next"), self._to_next)
        kit.box("rule")
        self._item(told("reset"), self._reset)

    def _item(self, label: str, handler: Callable[..., object]) -> None:
        ui.menu_item(label, on_click=handler).classes("item")

    def tick(self) -> None:
        """Shows the time it is now."""
        now = self._house.clock.now()
        self._day.text, self._time.text = self._told.day(now), self._told.clock(now)

    async def _by(self, name: str) -> None:
        await self._go(lambda now: now + _MOVES[name])

    def _morning(self, now: datetime) -> datetime:
        """Tomorrow at nine on the person's wall clock."""
        local = self._told.local(now).replace(fold=0) + timedelta(days=1)
        return local.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(now.tzinfo)

    async def _to_next(self) -> None:
        due = await self._house.drive.next_due(self._house.clock.now() + _AHEAD)
        if due is None:
            ui.notify(self._told("nothing-due"), position="top")
            return
        await self._go(lambda now: max(now, due))

    async def _go(self, target: Target) -> None:
        self._face.classes(add="moving")
        try:
            ran = await self._play.forward(target)
        except ValueError:
            ui.notify(self._told("clock-refused"), position="top")
            return
        finally:
            self._face.classes(remove="moving")
            self.tick()
        ui.notify(self._happened(ran), position="top")

    def _happened(self, ran: Mapping[str, int]) -> str:
        told = self._told
        parts = [told(f"ran-{job.replace('_', '-')}", count=ran[job]) for job in _TOLD if ran.get(job)]
        time = told.moment(self._house.clock.now())
        return told("moved", time=time, what=", ".join(parts)) if parts else told("moved-quietly", time=time)

    async def _reset(self) -> None:
        self._face.classes(add="moving")
        await self._play.begin_anew(demo=True)
        self._face.classes(remove="moving")
        self.tick()
        ui.notify(self._told("was-reset"), position="top")
