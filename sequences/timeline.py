"""A played sequence as a picture that a phone shows well: one column, time runs down. Blocks; call it in a thread."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

COLOURS = {
    "send": "#1f7a4d",
    "act": "#2f5fb3",
    "wait": "#b7791f",
    "skip": "#8a8f98",
    "refuse": "#b3261e",
    "reply": "#6b3fa0",
    "finish": "#20242a",
    "open": "#8a8f98",
}
_MARKS = {"send": "o", "act": "s", "wait": "D", "skip": "X", "refuse": "X", "reply": "<", "finish": "s", "open": "_"}
MOST = 40


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the picture: ``when`` beside the axis, ``head`` bold and ``more`` small below it."""

    kind: str
    when: str
    head: str
    more: str = ""


def draw(title: str, marks: Sequence[Mark]) -> bytes:
    """A PNG of about 1080 pixels in width."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    shown = marks[:MOST]
    wrapped = [textwrap.wrap(plain(mark.more), 54)[:3] for mark in shown]
    heights = [0.62 + 0.24 * len(lines) for lines in wrapped]
    total = sum(heights) + 1.1
    figure = Figure(figsize=(6.75, total), dpi=160, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 6.75)
    axes.set_ylim(total, 0)
    axes.axis("off")
    axes.text(0.3, 0.5, textwrap.shorten(plain(title), 52, placeholder="…"), fontsize=14, weight="bold", va="center")
    y = 1.2
    axes.plot([1.75, 1.75], [y - 0.05, total - heights[-1] if heights else total], color="#c9ced6", lw=2, zorder=1)
    for mark, lines, height in zip(shown, wrapped, heights, strict=True):
        colour = COLOURS[mark.kind]
        axes.scatter([1.75], [y], s=90, color=colour, marker=_MARKS[mark.kind], zorder=3)
        axes.text(1.5, y, mark.when, fontsize=10, color="#454b54", ha="right", va="center", linespacing=1.3)
        head = textwrap.shorten(plain(mark.head), 48, placeholder="…")
        axes.text(2.05, y, head, fontsize=11, weight="bold", color=colour, va="center")
        for number, line in enumerate(lines, 1):
            axes.text(2.05, y + 0.26 * number, line, fontsize=9.5, color="#454b54", va="center")
        y += height
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()


def plain(text: str) -> str:
    """Without what the font has no shape for, and with no dollar read as mathematics."""
    return "".join(c for c in " ".join(text.split()) if ord(c) < 0x2600 or c in "„“").replace("$", r"\$")
