"""The few pieces every page is made of. All text is set as text, never as markup, so nothing a person wrote can act."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from fastapi import Request
from nicegui import Client, ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from channels import calendar, words
from channels.web import plain
from store.types import Language, Say

_HERE = Path(__file__).parent
_LINK = re.compile(r"https?://[^\s<>\"'»«]+[^\s<>\"'»«.,;:!?)]")
_MONTHS = {
    "de": "Jan. Feb. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split(),
    "en": "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split(),
}
_DAYS = {"de": "Mo Di Mi Do Fr Sa So".split(), "en": "Mon Tue Wed Thu Fri Sat Sun".split()}


def box(classes: str = "", tag: str = "div") -> Element:
    return ui.element(tag).classes(classes)


def text(content: str, classes: str = "", tag: str = "div") -> TextElement:
    return TextElement(tag=tag, text=content).classes(classes)


def linked(content: str, classes: str = "") -> Element:
    """A text in which web addresses can be followed; nothing is loaded before."""
    with box(classes) as holder:
        end = 0
        for match in _LINK.finditer(content):
            text(content[end : match.start()], tag="span")
            link = text(match[0], "link", tag="a")
            link._props.update({"href": match[0], "target": "_blank", "rel": "noopener noreferrer"})
            end = match.end()
        text(content[end:], tag="span")
    return holder


def button(label: str, classes: str, handler: Callable[..., Any] | None = None, *, icon: str = "") -> Element:
    """A button; with an ``icon`` the label is its name for those who cannot see it."""
    if icon:
        with box(f"icon-button {classes}", "button") as made:
            ui.icon(icon)
        made._props.update({"aria-label": label, "title": label})
    else:
        made = text(label, f"button {classes}", "button")
    made._props["type"] = "button"
    if handler is not None:
        made.on("click", handler, args=[])
    return made


def avatar(name: str, classes: str = "") -> Element:
    initials = "".join(part[0] for part in name.split()[:2] if part).upper()
    return text(initials or "?", f"avatar {classes}")


class Told:
    """The page's words and times for one visitor; ``zone`` is where the visitor reads the clock."""

    def __init__(self, language: Language, zone: str = calendar.HOME_ZONE) -> None:
        self.language: Language = language
        self.zone = zone

    def __call__(self, key: str, **values: object) -> str:
        return words.say(self.language, Say(f"page-{key}", values))

    def said(self, say: Say, otherwise: str = "") -> str:
        """A sentence of another room; ``otherwise`` when there is none by that key."""
        try:
            return words.say(self.language, say)
        except words.WordError:
            return otherwise

    def local(self, at: datetime) -> datetime:
        return at.astimezone(calendar.zone_info(self.zone))

    def clock(self, at: datetime) -> str:
        return f"{self.local(at):%H:%M}"

    def day(self, at: datetime, *, year: bool = False) -> str:
        """ "Mi, 25. Nov." or "Wed, 25 Nov"; with the year when asked for."""
        local = self.local(at)
        dot = "." if self.language == "de" else ""
        shown = f"{_DAYS[self.language][local.weekday()]}, {local.day}{dot} {_MONTHS[self.language][local.month - 1]}"
        return f"{shown} {local.year}" if year else shown

    def day_of(self, day: date) -> str:
        """ "25.11." or "25 Nov"."""
        if self.language == "de":
            return f"{day.day}.{day.month}."
        return f"{day.day} {_MONTHS['en'][day.month - 1]}"

    def number(self, value: int) -> str:
        """Grouped as people write it: 12.345 or 12,345."""
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if self.language == "de" else grouped

    def stage(self, name: str) -> str:
        return self.said(Say(f"value-stage-{name.replace('_', '-')}"), name.replace("_", " "))

    def source(self, name: str) -> str:
        return self.said(Say(f"page-source-{name.replace('_', '-')}"), name)

    def field(self, name: str) -> str:
        return self.said(Say(f"field-{name}"), name)

    def moment(self, at: datetime) -> str:
        return f"{self.day(at)}, {self.clock(at)}"


def dress(request: Request, told: Told, title: str) -> ui.dark_mode:
    """Look, title and theme of a page; call it first. Answers the theme, to be switched."""
    ui.page_title(title)
    for name in ("tokens.css", "look.css"):
        ui.add_head_html(f"<style>{(_HERE / name).read_text('utf-8')}</style>")
    ui.add_head_html(f"<script>document.documentElement.lang = '{told.language}'</script>")
    return ui.dark_mode(plain.dark(request))


async def in_sight(client: Client) -> None:
    """Waits while no browser is connected: a closed tab or a sleeping phone is drawn anew once it is back."""
    while not client.has_socket_connection and not client.is_deleted:  # noqa: ASYNC110 - no event of ours
        await asyncio.sleep(1.0)


def choices(told: Told, dark: ui.dark_mode) -> None:
    """The switches of language and theme; both are remembered by the browser."""
    with box("segments"):
        for code in ("de", "en"):
            keep = _cookie(plain.LANGUAGE, code)
            chosen = "chosen" if code == told.language else ""
            button(code.upper(), chosen).on(
                "click", js_handler=f"() => {{ {keep}; location.href = location.pathname }}"
            )
    dark_now = "document.body.classList.contains('body--dark')"

    def turn(event: Any) -> None:
        dark.value = bool(event.args)

    keep = f"document.cookie = '{plain.THEME}=' + ({dark_now} ? 'light' : 'dark') + ';{_KEEP}'"
    turned = button(told("theme"), "round", icon="contrast")
    turned.on("click", turn, js_handler=f"() => {{ {keep}; emit(!{dark_now}) }}")


_KEEP = "path=/;max-age=31536000;samesite=strict"


def _cookie(name: str, value: str) -> str:
    return f"document.cookie = '{name}={value};{_KEEP}'"
