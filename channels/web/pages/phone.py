"""One person's phone: what it shows, and what is written on it. Grows as things arrive; edits change in place."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from nicegui import ui
from nicegui.element import Element

from channels.choices import parse_tap
from channels.web.pages import kit
from channels.web.pages.kit import Told
from store.models import Message

SHOWN = 120
_FILE_BYTES = 600_000
_PICTURES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp"}

Write = Callable[[str], Awaitable[None]]
Tap = Callable[[str], Awaitable[None]]
Attach = Callable[[str, str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing a phone shows; ``own`` when its person wrote it. ``image`` and ``file`` are {name, base64}."""

    key: str
    at: datetime
    own: bool
    text: str
    subject: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    tapped: str | None = None
    image: Mapping[str, str] | None = None
    file: Mapping[str, str] | None = None
    edited: bool = False


def of_phone(item: Mapping[str, Any]) -> Bubble:
    """From an item of the sandbox contract."""
    at = item["at"]
    return Bubble(
        key=f"p{item['id']}",
        at=datetime.fromisoformat(at) if isinstance(at, str) else at,
        own=item["direction"] == "from_person",
        text=item["text"],
        subject=item.get("subject") or "",
        buttons=tuple((button["id"], button["label"]) for button in item["buttons"]),
        tapped=item.get("tap"),
        image=item.get("image"),
        file=item.get("file"),
        edited="edited_at" in item,
    )


def of_message(row: Message) -> Bubble:
    """From what was said before the phone began to remember."""
    return Bubble(key=f"m{row.id}", at=row.at, own=row.direction == "in", text=row.text)


class Phone:
    """``write``, ``tap`` and ``attach`` are called with what the person did."""

    def __init__(self, told: Told, kind: str, write: Write, tap: Tap, attach: Attach) -> None:
        self._told = told
        self._tap = tap
        self._shown: dict[str, tuple[Bubble, Element]] = {}
        self._day: date | None = None
        self._line = ""
        with kit.box(f"talk {kind}"):
            with kit.box("history"):
                self._list = kit.box("bubbles")
            self._typing = _typing()
            self._composer = Composer(told, told(f"write-{kind}"), write, attach)

    def show(self, line: str, bubbles: Sequence[Bubble], labels: Mapping[str, str], empty: Callable[[], None]) -> None:
        """Brings the list up to date; another ``line`` (person and channel) starts a new one."""
        bubbles = bubbles[-SHOWN:]
        first = next(iter(self._shown), None)
        if line != self._line or not self._shown or first not in {bubble.key for bubble in bubbles}:
            self._restart(line)
        if not bubbles and not self._list.default_slot.children:
            with self._list:
                empty()
            return
        with self._list:
            for bubble in bubbles:
                self._put(bubble, labels)

    def _restart(self, line: str) -> None:
        self._list.clear()
        self._shown.clear()
        self._day, self._line = None, line

    def _put(self, bubble: Bubble, labels: Mapping[str, str]) -> None:
        known = self._shown.get(bubble.key)
        if known is not None and known[0] == bubble:
            return
        if known is not None:
            known[1].clear()
            with known[1]:
                self._fill(bubble, labels)
            self._shown[bubble.key] = (bubble, known[1])
            return
        if (day := self._told.local(bubble.at).date()) != self._day:
            self._day = day
            kit.text(self._told.day(bubble.at), "day")
        with kit.box(f"bubble {'own' if bubble.own else 'other'}") as holder:
            self._fill(bubble, labels)
        self._shown[bubble.key] = (bubble, holder)

    def _fill(self, bubble: Bubble, labels: Mapping[str, str]) -> None:
        told = self._told
        with kit.box("paper"):
            if bubble.subject:
                kit.text(bubble.subject, "subject")
            for shown in (bubble.image, bubble.file):
                if shown is not None:
                    _attached(told, shown)
            if bubble.tapped is not None:
                kit.text(labels.get(bubble.tapped) or told("tapped"), "tapped")
            if bubble.text:
                kit.linked(bubble.text, "words")
            kit.text(told("edited", time=told.clock(bubble.at)) if bubble.edited else told.clock(bubble.at), "time")
        if bubble.buttons:
            with kit.box("buttons"):
                for tap, label in bubble.buttons:
                    kit.button(label, "choice", lambda tap=tap: self._tap(tap))

    def typing(self, on: bool) -> None:
        self._typing.classes(add="on" if on else "", remove="" if on else "on")

    def propose(self, words: str) -> None:
        """Puts words into the composer, to be finished by the person."""
        self._composer.propose(words)


def label_keys(bubbles: Sequence[Bubble]) -> list[int]:
    """The choices whose labels are needed to say what was tapped."""
    taps = [parse_tap(bubble.tapped) for bubble in bubbles if bubble.tapped]
    return sorted({tap[0] for tap in taps if tap is not None})


def label_of(tap: str, labels: Mapping[int, Sequence[str]]) -> str | None:
    found = parse_tap(tap)
    options = labels.get(found[0], ()) if found else ()
    return options[found[1]] if found and found[1] < len(options) else None


def _typing() -> Element:
    with kit.box("typing") as made:
        for _ in range(3):
            kit.box("dot", "span")
    return made


def _attached(told: Told, shown: Mapping[str, str]) -> None:
    """A picture as one, anything else as a file to save."""
    kind = _PICTURES.get(shown["name"].rpartition(".")[2].lower())
    if kind is None or not _is_base64(shown["base64"]):
        _file(told, shown)
        return
    picture = kit.box("picture", "img")
    picture._props.update({"src": f"data:image/{kind};base64,{shown['base64']}", "alt": shown["name"]})


def _file(told: Told, file: Mapping[str, str]) -> None:
    link = kit.box("file", "a")
    if _is_base64(file["base64"]):
        href = f"data:application/octet-stream;base64,{file['base64']}"
        link._props.update({"href": href, "download": file["name"], "title": told("download")})
    with link:
        ui.icon("description")
        kit.text(file["name"], "name", "span")


def _is_base64(content: str) -> bool:
    try:
        return bool(base64.b64decode(content, validate=True)) or content == ""
    except (binascii.Error, ValueError):
        return False


class Composer:
    """A line to write in. The words live in the browser until they are sent; nothing is sent per key."""

    def __init__(self, told: Told, label: str, write: Write, attach: Attach) -> None:
        async def written(event: Any) -> None:
            await write(str(event.args))

        async def attached(event: Any) -> None:
            if isinstance(event.args, list) and len(event.args) == 2:
                await attach(str(event.args[0]), str(event.args[1]))
            else:
                ui.notify(told("file-too-big"), position="top")

        with kit.box("composer", "form") as form:
            with kit.box("icon-button attach", "label") as pick:
                ui.icon("attach_file")
                picker = kit.box(tag="input")
                picker._props.update({"type": "file", "aria-label": told("attach")})
                picker.on("change", attached, js_handler=_READ_FILE)
            pick._props["title"] = told("attach")
            self._field = kit.box("field", "textarea")
            self._field._props.update({"name": "words", "rows": "1", "maxlength": "8000"})
            self._field._props.update({"placeholder": label, "aria-label": label})
            self._field.on("keydown", js_handler=_ENTER)
            sender = kit.button(told("send"), "send", icon="arrow_upward")
            sender._props["type"] = "submit"
        form.on("submit", written, js_handler=_SUBMIT)

    def propose(self, words: str) -> None:
        self._field.client.run_javascript(
            f"const field = document.getElementById('{self._field.html_id}');"
            f"field.value = {_js(words)}; field.focus();"
            "field.setSelectionRange(field.value.length, field.value.length)"
        )


def _js(content: str) -> str:
    """A JavaScript string that no content can leave."""
    return "'" + "".join(c if c.isascii() and c.isalnum() else f"\\u{{{ord(c):x}}}" for c in content) + "'"


_ENTER = """(e) => {
  if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) { e.preventDefault(); e.target.form.requestSubmit() }
}"""
_SUBMIT = """(e) => {
  e.preventDefault();
  const field = e.target.elements.words;
  if (field.value.trim()) { emit(field.value); field.value = '' }
}"""
_READ_FILE = f"""(e) => {{
  const file = e.target.files[0];
  e.target.value = '';
  if (!file) return;
  if (file.size > {_FILE_BYTES}) {{ emit(null); return }}
  const reader = new FileReader();
  reader.onload = () => emit([file.name, reader.result.split(',')[1] || '']);
  reader.readAsDataURL(file);
}}"""
