"""One message as the calls a channel takes: text cut to length, choices as buttons, list or numbers, files. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from channels.base import Capabilities
from channels.rendering import fit, numbered, size
from store.types import Button

DESCRIPTION = 72  # characters below a list row's title, which show what the title had to leave out


@dataclass(frozen=True, slots=True)
class Piece:
    """One call's worth. ``buttons`` stand below the last text only; ``files`` are the places of files that go along."""

    text: str
    buttons: tuple[Button, ...] = ()
    files: tuple[int, ...] = ()


def pieces(text: str, buttons: Sequence[Button], can: Capabilities, *, files: int = 0) -> list[Piece]:
    """At least one piece, each within the limits; choices that the channel cannot show are numbered in the text."""
    if not shows(buttons, can):
        text, buttons = numbered(text, [button.label for button in buttons]), ()
    if files and can.files and can.caption is not None:
        return _with_files(text, buttons, can, files, can.caption)
    *before, last = _texts(text, buttons, can)
    return [*before, Piece(last.text, last.buttons, tuple(range(files)) if can.files else ())]


def _with_files(text: str, buttons: Sequence[Button], can: Capabilities, files: int, caption: int) -> list[Piece]:
    """A short text is the first file's caption; any other goes before the files."""
    if not buttons and size(text, can.units) <= caption:
        return [Piece(text if place == 0 else "", (), (place,)) for place in range(files)]
    return [*_texts(text, buttons, can), *(Piece("", (), (place,)) for place in range(files))]


def _texts(text: str, buttons: Sequence[Button], can: Capabilities) -> list[Piece]:
    chunks = fit(text, can.limit, units=can.units) or [text]
    if buttons and can.body is not None and size(chunks[-1], can.units) > can.body:
        chunks = [*chunks[:-1], *fit(chunks[-1], can.body, units=can.units)]
    return [*(Piece(chunk) for chunk in chunks[:-1]), Piece(chunks[-1], tuple(buttons))]


def as_buttons(buttons: Sequence[Button], can: Capabilities) -> bool:
    """Whether they fit under a message as buttons."""
    return len(buttons) <= can.buttons and all(len(button.label) <= can.label for button in buttons)


def shows(buttons: Sequence[Button], can: Capabilities) -> bool:
    """Whether the channel shows them at all, as buttons or as a list; no label ever loses a word."""
    labels = [button.label for button in buttons]
    if len(set(labels)) < len(labels):
        return False
    return as_buttons(buttons, can) or (len(labels) <= can.rows and all(len(label) <= DESCRIPTION for label in labels))


def title(label: str, longest: int) -> str:
    """A list row's title: the label, or its beginning, whose whole then stands below it."""
    return label if len(label) <= longest else label[: longest - 1].rstrip() + "…"
