"""What somebody newly wrote in a mail, without the mail they answer and without the signature. PURE.

Knows the forms of Gmail, Outlook, Apple Mail, Thunderbird, GMX and the common phones, German and English. Answers
between quoted lines stay. A forward without a word of one's own keeps what is forwarded: that is then what it says.
"""

from __future__ import annotations

import re

_I = re.IGNORECASE
_DAYISH = r"(?:\d{1,4}[./:-]\d{1,2}|\d{1,2}\. ?\w{3,}|\w{3,9}\.? \d{1,2}|\d{4})"
# "On Mon, 5 Jan 2026 at 10:00, Max wrote:", "Am 05.01.26 um 10:00 schrieb Max:", "Max schrieb am 5.1.26:", also folded
_WROTE = (
    re.compile(
        rf"^\W{{0,3}}(?:on|am|le|em)\b.{{0,60}}{_DAYISH}.{{0,250}}\b(?:wrote|schrieb(?:en)?|écrit)\b.{{0,250}}:\s*$",
        _I | re.S,
    ),
    re.compile(rf"^.{{1,150}}\b(?:wrote|schrieb(?:en)?)\b.{{0,40}}{_DAYISH}.{{0,80}}:\s*$", _I | re.S),
    re.compile(rf"^\W{{0,3}}{_DAYISH}.{{0,120}}<[^<>\s]+@[^<>\s]+>.{{0,20}}:\s*$", _I | re.S),
    re.compile(r"^\W{0,3}(?:gesendet|sent):? .{0,60}\b(?:von|from|by):? .{0,120}$", _I),
)
_MOST_LINES = 5_000
_DEEPEST = 10
_FOLDED = 4  # lines over which such a sentence may be broken
_RULED = re.compile(
    r"^\W*[-_–—]{2,}\s*(?:original message|ursprüngliche nachricht|original-nachricht|originalnachricht|"
    r"original appointment|urspr\S* termin)\s*[-_–—]{2,}\W*$",
    _I,
)
_FORWARDED = re.compile(
    r"^\W*(?:[-_–—]{2,}\s*(?:forwarded message|weitergeleitete nachricht|weitergeleitete mail)\s*[-_–—]{2,}|"
    r"begin forwarded message:|anfang der weitergeleiteten (?:nachricht|e-mail|mail):)\W*$",
    _I,
)
_FROM = re.compile(r"^[\s*>]*(?:from|von|absender)\s*:[\s*]*\S", _I)
_FIELDS = re.compile(r"^[\s*>]*(?:sent|date|to|subject|cc|gesendet|datum|an|betreff|kopie)\s*:", _I)
_RULE = re.compile(r"^\s*[_\-–—]{10,}\s*$")
_SIGNATURE = re.compile(r"^-- ?$")
_PHONE = re.compile(
    r"^\W*(?:(?:von|mit) mein\w* (?:iphone|ipad|handy|smartphone|samsung\b.{0,30}|mobiltelefon|huawei\b.{0,20}|"
    r"xiaomi\b.{0,20})(?: aus)? gesendet|"
    r"gesendet (?:von|mit|aus|über) (?:mein\w* |der |outlook|mail|yahoo|gmx|web\.de|proton|android|ios|samsung|"
    r"blackberry).{0,60}|diese nachricht wurde von meinem .{0,80} gesendet|holen sie sich outlook für .{0,20}|"
    r"outlook für (?:ios|android) beziehen|"
    r"sent from (?:my |mail for |yahoo|outlook|proton|gmail|a |the all).{0,60}|get outlook for .{0,20}|"
    r"sent (?:with|using|via) (?:proton|gmail|the|my).{0,40})\W*(?:<?https?://\S+>?\W*)?$",
    _I,
)


def fresh(text: str, depth: int = 0) -> str:
    """The newly written part; "" when there is none. ``depth`` counts quotations above this part."""
    lines = text.replace("\r\n", "\n").split("\n")[:_MOST_LINES]
    kept, rest, forwarded = _split(lines, depth)
    own = _without_signature(kept)
    if rest:
        own = "\n".join(part for part in (own, rest) if part)
    if not own and forwarded:
        return _tidy(lines)
    return own


def _split(lines: list[str], depth: int) -> tuple[list[str], str, bool]:
    """(lines before the quoted mail, own words found below a marked quotation, whether it is a forward)."""
    for start, line in enumerate(lines):
        if not line.strip():
            continue
        if _FORWARDED.match(line):
            return _unquoted(lines[:start]), "", True
        height = _introduces(lines, start)
        if height == 0:
            continue
        below = lines[start + height :]
        if _is_marked(below) and depth < _DEEPEST:
            return _unquoted(lines[:start]), fresh("\n".join(_unquoted(below)), depth + 1), False
        return _unquoted(lines[:start]), "", False
    return _unquoted(lines), "", False


def _introduces(lines: list[str], start: int) -> int:
    """How many lines from here on introduce a quoted mail; 0 when they do not."""
    line = lines[start].lstrip("> ")
    if _RULED.match(line):
        return 1
    if _FROM.match(line) and sum(bool(_FIELDS.match(later)) for later in lines[start + 1 : start + 7]) >= 2:
        return 1
    if _RULE.match(line) and start + 1 < len(lines):
        following = next((i for i in range(start + 1, min(start + 4, len(lines))) if lines[i].strip()), None)
        if following is not None and _FROM.match(lines[following]):
            return 1
    for height in range(1, _FOLDED + 1):
        joined = " ".join(part.strip("> \t") for part in lines[start : start + height])
        if len(joined) > 400 or (height > 1 and not lines[min(start + height - 1, len(lines) - 1)].strip()):
            break
        if any(pattern.match(joined) for pattern in _WROTE):
            return height
    return 0


def _is_marked(lines: list[str]) -> bool:
    """Whether the mail below is marked line by line, so that own words may stand between or after it."""
    return next((line.lstrip().startswith(">") for line in lines if line.strip()), False)


def _unquoted(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.lstrip().startswith(">")]


def _without_signature(lines: list[str]) -> str:
    for place, line in enumerate(lines):
        if _SIGNATURE.match(line) or _PHONE.match(line):
            return _tidy(lines[:place])
    return _tidy(lines)


def _tidy(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
