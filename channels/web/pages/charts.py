"""Small charts of plain boxes: they follow the page's colours, and every bar says its number."""

from __future__ import annotations

from collections.abc import Sequence

from channels.web.pages import kit


def columns(title: str, bars: Sequence[tuple[str, int, str]], hint: str) -> None:
    """Standing bars: (label, value, tone); a bar's label is its tool tip, the first and last stand below."""
    most = max((value for _, value, _ in bars), default=0)
    with kit.box("section chart"):
        with kit.box("between"):
            kit.text(title, "heading", "h2")
            kit.text(hint, "small")
        with kit.box("pillars") as holder:
            for label, value, tone in bars:
                bar = kit.box(f"pillar {tone if value else 'zero'}").style(f"--part: {_share(value, most)}")
                bar._props["title"] = f"{label}: {value}"
        holder._props.update({"role": "img", "aria-label": f"{title}: " + ", ".join(f"{b[0]} {b[1]}" for b in bars)})
        if bars:
            with kit.box("between axis"):
                kit.text(bars[0][0], "small")
                kit.text(bars[-1][0], "small")


def rows(title: str, bars: Sequence[tuple[str, int, str]]) -> None:
    """Lying bars: (label, value, the value as it is written)."""
    most = max((value for _, value, _ in bars), default=0)
    with kit.box("section chart"):
        with kit.box("between"):
            kit.text(title, "heading", "h2")
        with kit.box("factors"):
            for label, value, written in bars:
                with kit.box("factor wide"):
                    kit.text(label, "name")
                    kit.box("bar").style(f"--part: {_share(value, most)}")
                    kit.text(written, "points")


def _share(value: int, most: int) -> int:
    """Per cent of the longest bar; what is there at all can be seen."""
    return max(round(100 * value / most), 2) if most and value else 0
