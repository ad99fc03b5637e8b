"""A contact with its history out of an exported WhatsApp chat, as German and English phones write it. PURE.

``25.11.26, 09:15 - Anna: Text`` (Android), ``[25.11.26, 09:15:33] Anna: Text`` (iPhone), ``11/25/26, 9:15 PM - ...``.
Which of day and month comes first is judged over the whole file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from tools.importing import contacts
from tools.importing.contacts import Contact, Parsed, Said, Skipped, Unreadable
from tools.importing.tables import decoded

MOST_LINES = 20_000
KEPT = 300  # the newest lines of a chat; older ones tell little about a follow-up
_UNPACKED = 20 * 2**20
_RATIO = 100
_LINE = re.compile(
    r"^[\u200e\u200f\u202a]*\[?(\d{1,4})[./-](\d{1,2})[./-](\d{1,4}),?[ \u202f\u00a0]+"
    r"(?:um )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?[ \u202f\u00a0]?([AaPp]\.?[Mm]\.?)?\]?"
    r"[ \u202f\u00a0]*(?:Uhr)?[ \u202f\u00a0]*(?:[-–][ \u202f\u00a0])?(.*)$"
)
_WHO = re.compile(r"^[\u200e\u202a~ ]*([^:\n]{1,80}?)[\u202c]?: ?(.*)$", re.DOTALL)
_FILE = re.compile(
    r"^(?:.*?whatsapp[ _-]*chat[ _-]*(?:mit|with|-|–)[ _-]*)(?P<who>.+?)(?:\(\d+\))?(?:\.txt|\.zip)?$", re.IGNORECASE
)
_NOTHING = re.compile(
    r"^[\u200e ]*<?(?:medien ausgeschlossen|media omitted|(?:bild|video|audio|sticker|gif|dokument|kontaktkarte) "
    r"(?:weggelassen|ausgelassen)|(?:image|video|audio|sticker|gif|document|contact card) omitted|"
    r"diese nachricht wurde gelöscht\.?|this message was deleted\.?|null)>?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Row:
    stamp: tuple[str, ...]
    who: str
    text: str


def looks_like(content: bytes) -> bool:
    """Whether a text file is an exported chat."""
    lines = content[:20_000].decode("utf-8", "replace").lstrip("\ufeff").splitlines()[:30]
    return sum(_LINE.match(line) is not None for line in lines) >= 2


def unzipped(content: bytes) -> tuple[str, bytes]:
    """(name, content) of the chat inside an export's archive. Raises Unreadable for bombs and for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            texts = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".txt")]
            if len(texts) != 1 or len(archive.infolist()) > 5_000:
                raise Unreadable("no-chat-inside")
            entry = texts[0]
            if entry.flag_bits & 1 or entry.file_size > min(_UNPACKED, max(1, entry.compress_size) * _RATIO):
                raise Unreadable("no-chat-inside")
            with archive.open(entry) as opened:
                return entry.filename, opened.read(_UNPACKED)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable("no-chat-inside") from None


def read(content: bytes, file_name: str, region: str, ours: Sequence[str]) -> Parsed:
    """``ours`` are the names under which the rep may stand in the chat. Raises Unreadable; groups are skipped."""
    rows = _rows(decoded(content))
    speakers = Counter(row.who for row in rows)
    if not speakers:
        raise Unreadable("nothing-inside")
    if len(speakers) > 2:
        return Parsed((), (Skipped(1, "group", ", ".join(list(speakers)[:3])),))
    them = _other(speakers, file_name, ours)
    if them is None:
        return Parsed((), (Skipped(1, "only-yourself", next(iter(speakers))),))
    order = _order([row.stamp for row in rows])
    lines = [
        Said(at, row.who != them, row.text)
        for row in rows
        if (at := _moment(row.stamp, order)) and row.text.strip() and not _NOTHING.match(row.text.strip())
    ]
    number = contacts.phone(them, region)
    name = contacts.clean(them)
    return Parsed((Contact(1, name, number, lines=tuple(lines[-KEPT:])),))


def _rows(text: str) -> list[_Row]:
    """Messages in order; what belongs to none (encryption notices, calls) is left out, following lines are joined."""
    found: list[_Row] = []
    open_row = False
    for line in text.splitlines()[:MOST_LINES]:
        match = _LINE.match(line)
        if match is None:
            if open_row and found:
                last = found[-1]
                found[-1] = _Row(last.stamp, last.who, f"{last.text}\n{line}"[:4096])
            continue
        who = _WHO.match(match[8])
        open_row = who is not None
        if who is not None:
            found.append(
                _Row(tuple(part or "" for part in match.groups()[:7]), contacts.clean(who[1], 80), who[2][:4096])
            )
    return found


def _other(speakers: Counter[str], file_name: str, ours: Sequence[str]) -> str | None:
    """Who the lead is: named by the file, else whoever is not the rep; None when that leaves nobody."""
    named = _FILE.match(file_name.rpartition("/")[2])
    who = contacts.clean(named["who"].replace("_", " ")) if named else ""
    if who in speakers:
        return who
    own = {contacts.clean(name).casefold() for name in ours}
    others = [name for name in speakers if name.casefold() not in own and name.casefold() not in ("du", "you")]
    if len(speakers) == 1 and not others:
        return who or None
    if len(others) == 1:
        return others[0]
    return who or (others[-1] if others else None)


def _order(stamps: Sequence[tuple[str, ...]]) -> str:
    """``ymd``, ``dmy`` or ``mdy``, by what the numbers of the whole file allow."""
    if any(len(stamp[0]) == 4 for stamp in stamps):
        return "ymd"
    if any(int(stamp[0]) > 12 for stamp in stamps):
        return "dmy"
    if any(int(stamp[1]) > 12 for stamp in stamps):
        return "mdy"
    if not any(stamp[6] for stamp in stamps):
        return "dmy"
    # Both readings are possible, with AM and PM: whichever leaves the messages in order.
    return "mdy" if _backward(stamps, "mdy") <= _backward(stamps, "dmy") else "dmy"


def _backward(stamps: Sequence[tuple[str, ...]], order: str) -> int:
    moments = [moment for stamp in stamps if (moment := _moment(stamp, order))]
    return sum(later < earlier for earlier, later in pairwise(moments))


def _moment(stamp: tuple[str, ...], order: str) -> datetime | None:
    numbers = dict(zip(order, (int(part) for part in stamp[:3]), strict=True))
    hour, half = int(stamp[3]), stamp[6].replace(".", "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    year = numbers["y"] + (2000 if numbers["y"] < 100 else 0)
    try:
        return datetime(year, numbers["m"], numbers["d"], hour, int(stamp[4]), int(stamp[5] or 0))
    except ValueError:
        return None
