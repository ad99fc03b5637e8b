"""One message as the pieces a channel takes: its text cut to length, its buttons as buttons, list or numbers. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from channels.base import Capabilities
from channels.rendering import fit, numbered, size
from store.types import Button

DESCRIPTION = 72  # characters below a list row's title, which show what the title had to leave out


@dataclass(frozen=True, slots=True)
class Piece:
    """One call's worth: ``buttons`` stand below the last piece of a message only."""

    text: str
    buttons: tuple[Button, ...] = ()


def pieces(text: str, buttons: Sequence[Button], can: Capabilities) -> list[Piece]:
    """At least one piece, each within the limits; choices that the channel cannot show are numbered in the text."""
    if not shows(buttons, can):
        text, buttons = numbered(text, [button.label for button in buttons]), ()
    chunks = fit(text, can.limit, units=can.units) or [text]
    if buttons and can.body is not None and size(chunks[-1], can.units) > can.body:
        chunks = [*chunks[:-1], *fit(chunks[-1], can.body, units=can.units)]
    return [*(Piece(chunk) for chunk in chunks[:-1]), Piece(chunks[-1], tuple(buttons))]


def as_buttons(buttons: Sequence[Button], can: Capabilities) -> bool:
    """Whether they fit under a message as buttons."""
    return len(buttons) <= can.buttons and all(len(button.label) <= can.label for button in buttons)


def shows(buttons: Sequence[Button], can: Capabilities) -> bool:
    """Whether the channel shows them at all, as buttons or as a list; no label ever loses a word."""
    if not buttons or as_buttons(buttons, can):
        return True
    return len(buttons) <= can.rows and all(len(button.label) <= DESCRIPTION for button in buttons)
