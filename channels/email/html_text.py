"""HTML of a mail -> the text a reader would see, without the quoted mail below it. PURE."""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What Gmail, Apple Mail, Thunderbird, Outlook, Yahoo, GMX and Proton put around the mail they answer.
QUOTES = (
    "div.gmail_quote",
    "div.gmail_extra > div.gmail_quote",
    "blockquote.gmail_quote",
    "blockquote[type=cite]",
    "div.moz-cite-prefix",
    "div.moz-forward-container",
    "div.yahoo_quoted",
    "div.protonmail_quote",
    "div#appendonsend",
    "div#divRplyFwdMsg",
    "div#mail-editor-reference-message-container",
    "div.OutlookMessageHeader",
    "div[name=quote]",
    "div.quote",
)
_AFTER = ("div#appendonsend", "div#divRplyFwdMsg", "div.OutlookMessageHeader")
_UNSEEN = ("script", "style", "head", "title", "template", "noscript", "svg", "img", "object", "iframe")
_BLOCKS = frozenset(
    ("p", "div", "table", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section")
)
_OUTLOOK = re.compile(r"border(?:-top)?\s*:[^;]*solid\s*(?:#?[eb][15][ec][15][ed][1f]|#b5c4df)", re.IGNORECASE)
_DEEPEST = 400
_MOST_TAGS = 12_000  # building the tree of deeply nested tags takes time that grows with the square of their number
_TAG = re.compile(r"<[^<>]{0,5000}>")


def to_text(page: str, *, quoted: bool = False) -> str:
    """The visible text, block by block; with ``quoted`` the mail below stays. Any input is allowed."""
    if not page.strip():
        return ""
    if page.count("<") > _MOST_TAGS:
        return " ".join(html.unescape(_TAG.sub(" ", page)).split())
    tree = LexborHTMLParser(page)
    root = tree.body
    if root is None:
        return ""
    tree.strip_tags(list(_UNSEEN))
    if not quoted:
        _drop_quotes(root)
    pieces: list[str] = []
    _walk(root, pieces, 0)
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _drop_quotes(root: LexborNode) -> None:
    for node in root.css("div[style], p[style]"):
        if _OUTLOOK.search(node.attributes.get("style") or ""):
            _drop_from(node, root)
            break
    for selector in _AFTER:
        for node in root.css(selector)[:1]:
            _drop_from(node, root)
    for selector in QUOTES:
        for node in root.css(selector):
            node.decompose()


def _drop_from(node: LexborNode, root: LexborNode) -> None:
    """The node and everything of the page behind it."""
    place: LexborNode | None = node
    while place is not None and place.mem_id != root.mem_id:
        while (following := place.next) is not None:
            following.decompose()
        place = place.parent
    node.decompose()


def _walk(node: LexborNode, pieces: list[str], depth: int) -> None:
    child = node.child
    while child is not None:
        tag = child.tag
        if tag == "-text":
            pieces.append(re.sub(r"\s+", " ", child.text(deep=False)))
        elif tag == "br":
            pieces.append("\n")
        elif tag == "li":
            pieces.append("\n- ")
            _deeper(child, pieces, depth)
        elif tag in ("td", "th"):
            _deeper(child, pieces, depth)
            pieces.append(" ")
        elif tag in _BLOCKS:
            pieces.append("\n")
            _deeper(child, pieces, depth)
            pieces.append("\n\n" if tag == "p" else "\n")
        else:
            _deeper(child, pieces, depth)
        child = child.next


def _deeper(node: LexborNode, pieces: list[str], depth: int) -> None:
    if depth < _DEEPEST:
        _walk(node, pieces, depth + 1)
    else:
        pieces.append(node.text(deep=True))
