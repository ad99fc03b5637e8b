"""A web page as lines of visible text, and the pages of the same site that speak about the company. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_LINES = 4000
_HIDDEN = "script, style, noscript, template, svg, iframe, object, head"
_BLOCKS = frozenset(
    "p div section article header footer main aside nav li ul ol dl dt dd table tr td th h1 h2 h3 h4 h5 h6 br hr"
    " address figcaption blockquote form label button option summary pre".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?![^<>]{0,500}/>)")
_NEVER_CLOSED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option path".split()
)
_DEEPEST = 1000
# What a link or its address says -> how soon it is worth a visit.
_WORTH: Sequence[tuple[str, re.Pattern[str]]] = (
    ("imprint", re.compile(r"impressum|imprint|legal[-_ ]?notice|anbieterkennzeichnung|mentions[-_ ]legales", re.I)),
    (
        "about",
        re.compile(r"(?:ü|ue|u)ber[-_ ]?(?:uns|mich)|about|wer[-_ ]wir[-_ ]sind|unternehmen|company|firma", re.I),
    ),
    ("team", re.compile(r"\bteam\b|ansprechpartner|mitarbeiter|people|people|geschaeftsf|geschäftsf", re.I)),
    ("contact", re.compile(r"kontakt|contact", re.I)),
)


@dataclass(frozen=True, slots=True)
class Read:
    """One page: its address, visible lines, link targets with their words, and what its head says."""

    url: str
    lines: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    data: tuple[str, ...] = ()
    language: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def read(url: str, html: str) -> Read:
    """A page taken apart. Never raises; what is no HTML has no lines."""
    if _bottomless(html):
        return Read(url, ())
    tree = LexborHTMLParser(html)
    root = tree.root
    if root is None:
        return Read(url, ())
    meta: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or ""
        meta.setdefault(name.lower()[:60], one_line(node.attributes.get("content") or "", 500))
    title = tree.css_first("title")
    data = tuple(node.text()[:200_000] for node in tree.css('script[type="application/ld+json"]')[:20])
    links = tuple(
        (urljoin(url, href), one_line(node.text(), 80))
        for node in tree.css("a[href]")[:1500]
        if (href := (node.attributes.get("href") or "").strip()) and len(href) < 1000 and _joins(url, href)
    )
    named = one_line(title.text(), 200) if title is not None else ""
    language = (root.attributes.get("lang") or "")[:2].lower() if root.tag == "html" else ""
    for node in tree.css(_HIDDEN):
        node.decompose()
    for node in tree.css('[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"]'):
        node.decompose()
    return Read(url, _lines(tree), links, named, meta, data, language)


def _bottomless(html: str) -> bool:
    """Whether tags are nested deeper than any honest page's: walking such a tree takes minutes (200,000 deep: 75 s)."""
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _NEVER_CLOSED:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def _joins(url: str, href: str) -> bool:
    try:
        return bool(urljoin(url, href))
    except ValueError:
        return False


def _lines(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The visible words; every block begins and ends a line."""
    parts: list[str] = []
    waiting: list[LexborNode | str] = [tree.body] if tree.body is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "-text":
            parts.append(node.text(deep=False) or "")
        else:
            block = node.tag in _BLOCKS
            parts.append("\n" if block else "")
            waiting += ["\n"] if block else []
            waiting += reversed(list(node.iter(include_text=True)))
    lines = (one_line(line, 600) for line in "".join(parts).replace("\r", "\n").split("\n"))
    return tuple(line for line in lines if line)[:MOST_LINES]


def one_line(text: str, limit: int) -> str:
    """White space folded, control and direction characters gone, cut at ``limit``."""
    shown = "".join(c if c.isprintable() else " " for c in text[: limit * 8])
    return " ".join(shown.split())[:limit]


def worth_a_visit(page: Read) -> list[str]:
    """Addresses of imprint, about, team and contact pages of the same site, at most one each, best first."""
    found: dict[str, str] = {}
    here = _place(page.url)
    for kind, wanted in _WORTH:
        for address, words in page.links:
            if (
                _same_site(page.url, address)
                and _place(address) != here
                and _place(address) not in map(_place, found.values())
            ):
                path = urlsplit(address).path
                if wanted.search(words) or wanted.search(path):
                    found.setdefault(kind, address)
    return list(found.values())


def _place(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


def _same_site(one: str, other: str) -> bool:
    try:
        first, second = urlsplit(one), urlsplit(other)
        hosts = {(part.hostname or "").removeprefix("www.") for part in (first, second)}
        return second.scheme in ("http", "https") and len(hosts) == 1 and (first.port == second.port)
    except ValueError:
        return False


def domain(url: str) -> str:
    """The site a page belongs to: its host without "www.", with a port that is not the usual one."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return (parts.hostname or "").removeprefix("www.") + port
