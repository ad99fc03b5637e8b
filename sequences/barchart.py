"""Shares as bars that a phone shows well: a group of bars for each line. Blocks; call it in a thread."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from sequences.timeline import plain

COLOURS = ("#1f7a4d", "#2f5fb3")
_PALE = 0.35
_GREY = "#454b54"
_LEFT, _FULL, _HIGH = 0.3, 4.1, 0.28  # inches: where bars begin, how long 100 % is, how thick one is
MOST = 12


@dataclass(frozen=True, slots=True)
class Bars:
    """One group: its name, a share 0-1 for each bar with what is written beside it; ``pale``: too little to tell."""

    label: str
    shares: tuple[float, ...]
    said: tuple[str, ...]
    pale: bool = False


def draw(title: str, note: str, names: Sequence[str], groups: Sequence[Bars]) -> bytes:
    """A PNG of 1080 pixels in width; ``names`` say what the bars of every group are."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    shown = groups[:MOST]
    height = 0.55 + len(names) * (_HIGH + 0.08)
    total = 1.35 + height * len(shown) + 0.45
    figure = Figure(figsize=(6.75, total), dpi=160, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 6.75)
    axes.set_ylim(total, 0)
    axes.axis("off")
    axes.text(_LEFT, 0.45, textwrap.shorten(plain(title), 46, placeholder="…"), fontsize=15, weight="bold", va="center")
    for place, name in enumerate(names):
        x = _LEFT + place * 3.1
        axes.barh(0.9, 0.18, 0.18, left=x, color=COLOURS[place])
        axes.text(x + 0.28, 0.9, plain(name), fontsize=11, color=_GREY, va="center")
    y = 1.35
    for group in shown:
        label = textwrap.shorten(plain(group.label), 54, placeholder="…") or plain(group.label)[:53] + "…"
        axes.text(_LEFT, y + 0.12, label, fontsize=12, weight="bold", color="#20242a", va="center")
        for place, (share, said) in enumerate(zip(group.shares, group.said, strict=True)):
            at = y + 0.45 + place * (_HIGH + 0.08)
            width = _FULL * min(max(share, 0.0), 1.0)
            axes.barh(at, _FULL, _HIGH, left=_LEFT, color="#f0f2f5", zorder=1)
            axes.barh(at, width, _HIGH, left=_LEFT, color=COLOURS[place], alpha=_PALE if group.pale else 1, zorder=2)
            axes.text(_LEFT + _FULL + 0.12, at, plain(said), fontsize=11, color=_GREY, va="center")
        y += height
    axes.text(_LEFT, total - 0.28, textwrap.shorten(plain(note), 84, placeholder="…"), fontsize=9.5, color=_GREY,
              va="center")  # fmt: skip
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()
