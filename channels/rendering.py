"""Text into what a channel takes: pieces of its length, its markup, numbered choices where there are no buttons.

The house writes a tiny neutral markup: ``**bold**``, ``_italic_`` and list lines beginning with ``- ``. A marker counts
only as a pair on one line that hugs its text (400 characters at most); everything else, links included, is plain text
and stays visible as it was written.
A person's own words to somebody else take none of these functions but ``fit``: they go out untouched.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

Units = Literal["characters", "utf16", "bytes"]

SMALLEST_LIMIT = 8
_JOINER = "\u200d"
_EMPHASIS = re.compile(
    r"(?P<link>https?://\S+)"
    r"|\*\*(?![\s*])(?P<bold>[^\n]{1,400}?)(?<![\s*])\*\*(?!\*)"
    r"|(?<![\w*/])_(?![\s_])(?P<italic>[^\n_]{1,400}?)(?<![\s_])_(?![\w/])"
)
_BULLET = re.compile(r"^([ \t]*)[-*•][ \t]+(?=\S)", re.MULTILINE)
# Where a text may be cut, best first: after a paragraph, a line, a sentence, a word.
_CUTS = (
    re.compile(r"\n[ \t]*\n\s*"),
    re.compile(r"\n\s*"),
    re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”“»«)\]]))[ \t]+"),
    re.compile(r"[^\S\u00a0\u202f]+"),
)
_URL = re.compile(r"https?://\S+")
# What WhatsApp would itself read as markup, and the look-alikes that it does not.
_WHATSAPP = re.compile(r"(?<!\w)([*_~`]{1,3})(?=\S)([^\n]{0,400}?\S)\1(?!\w)")
_LOOKALIKE = str.maketrans({"*": "∗", "_": "＿", "~": "∼", "`": "ˋ"})


def size(text: str, units: Units = "characters") -> int:
    """The length of a text as a provider counts it: code points, UTF-16 units or UTF-8 bytes."""
    if units == "utf16":
        return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)
    if units == "bytes":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text)


def fit(text: str, limit: int, *, units: Units = "characters") -> list[str]:
    """The text in pieces of at most ``limit`` units, cut at paragraph, line, sentence or word where one is near.

    Only the white space at a cut is lost; a text that fits comes back as it is. What is one sign to the eye (letter and
    accent, emoji with skin tone, family, flag) is cut only when it alone exceeds the limit. A blank text has no pieces.
    Raises ValueError below 8 units.
    """
    if limit < SMALLEST_LIMIT:
        raise ValueError(f"a limit of {limit} is too small to write in")
    pieces: list[str] = []
    rest = text.strip()
    if rest and size(text, units) <= limit:
        return [text]
    while rest:
        if size(rest[: limit + 1], units) <= limit:
            pieces.append(rest)
            break
        end, start = _cut(rest, _room(rest, limit, units))
        pieces.append(rest[:end].rstrip())
        rest = rest[start:].lstrip()
    return pieces


def numbered(text: str, labels: Sequence[str]) -> str:
    """The text with its buttons as numbered choices below it; without buttons the text itself."""
    if not labels:
        return text
    lines = [f"{number}. {' '.join(label.split())}" for number, label in enumerate(labels, start=1)]
    return "\n\n".join(part for part in (text.rstrip(), "\n".join(lines)) if part)


def to_plain(text: str) -> str:
    """The words without markup; list lines get a dot."""
    return _emphasised(_BULLET.sub(r"\1• ", text), lambda inner: inner, lambda inner: inner, lambda part: part)


def to_telegram_html(text: str) -> str:
    """Telegram's HTML. ``<``, ``>`` and ``&`` of the text are escaped, so that it always parses."""
    return _emphasised(
        _BULLET.sub(r"\1• ", text),
        lambda inner: f"<b>{inner}</b>",
        lambda inner: f"<i>{inner}</i>",
        lambda part: html.escape(part, quote=False),
    )


def to_whatsapp(text: str) -> str:
    """WhatsApp's own markup. It knows no escape: pairs it would read as markup become look-alikes, links stay."""
    return _emphasised(
        _BULLET.sub(r"\1• ", text), lambda inner: f"*{inner}*", lambda inner: f"_{inner}_", _without_whatsapp_markup
    )


def _emphasised(
    text: str, bold: Callable[[str], str], italic: Callable[[str], str], plain: Callable[[str], str]
) -> str:
    """Walks the pairs of markers; inside bold there may be italic."""
    written = []
    end = 0
    for match in _EMPHASIS.finditer(text):
        written.append(plain(text[end : match.start()]))
        if match["link"] is not None:
            written.append(plain(match["link"]))
        elif match["bold"] is not None:
            written.append(bold(_emphasised(match["bold"], lambda inner: inner, italic, plain)))
        else:
            written.append(italic(plain(match["italic"])))
        end = match.end()
    written.append(plain(text[end:]))
    return "".join(written)


def _without_whatsapp_markup(text: str) -> str:
    written = []
    end = 0
    for link in _URL.finditer(text):
        written += [_defused(text[end : link.start()]), link[0]]
        end = link.end()
    return "".join([*written, _defused(text[end:])])


def _defused(text: str) -> str:
    """Until nothing is left to defuse: an outer pair may hide an inner one."""
    while True:
        changed = _WHATSAPP.sub(
            lambda pair: f"{pair[1].translate(_LOOKALIKE)}{pair[2]}{pair[1].translate(_LOOKALIKE)}", text
        )
        if changed == text:
            return text
        text = changed


def _room(text: str, limit: int, units: Units) -> int:
    """How many code points from the start fit into the limit without cutting a visible sign."""
    used = 0
    end = 0
    for cluster in _clusters(text[: limit + 1]):
        used += size(cluster, units)
        if used > limit or end + len(cluster) > limit:
            break
        end += len(cluster)
    if end:
        return end
    while size(text[: end + 1], units) <= limit:
        end += 1
    return end


def _cut(text: str, room: int) -> tuple[int, int]:
    """Where the piece ends and where the next one starts. Pairs of markers are kept together where possible."""
    window = text[: room + 1]
    spans = [match.span() for match in _EMPHASIS.finditer(text, 0, min(len(text), 2 * room))]
    for pattern, least in zip(_CUTS, (room // 3, room // 3, room // 3, 1), strict=True):
        places = [m.span() for m in pattern.finditer(window) if least <= m.start() <= room]
        for end, start in reversed(places):
            if not any(left < end < right for left, right in spans if right - left <= room):
                return end, start
    return room, room


def _clusters(text: str) -> Iterator[str]:
    """Pieces that are one sign to the eye, a simple form of the grapheme rules (Unicode Annex 29)."""
    start = 0
    for position in range(1, len(text)):
        if not _joins(text, start, position):
            yield text[start:position]
            start = position
    if text:
        yield text[start:]


def _joins(text: str, start: int, position: int) -> bool:
    """Whether the code point at ``position`` belongs to the sign that began at ``start``."""
    letter, before = text[position], text[position - 1]
    if letter == "\n" and before == "\r":
        return True
    if before in "\r\n":
        return False
    if letter == _JOINER or before == _JOINER or unicodedata.category(letter) in ("Mn", "Me", "Mc"):
        return True
    code = ord(letter)
    if 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F:
        return True
    if _is_flag(letter) and _is_flag(before):
        return (position - start) % 2 == 1
    return 0x1160 <= code <= 0x11FF and unicodedata.category(before) == "Lo"


def _is_flag(letter: str) -> bool:
    return 0x1F1E6 <= ord(letter) <= 0x1F1FF
