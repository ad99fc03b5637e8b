"""The chat in the terminal: one loop over a link that is either the house itself or a running one over HTTP.

On a terminal it has a prompt and shows what comes unasked (``channels.console_terminal``); from a pipe it answers line
by line and prints nothing else. Loads neither web nor a vendor; what only one mode needs is imported when it starts.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

from channels import words
from channels.console_links import InProcess, Link, OverHttp, Unreachable
from store.types import File, Language, Say

__all__ = ["InProcess", "Link", "OverHttp", "Unreachable", "chat"]

MOST = 16_000
_FILE_BYTES = 700_000
_WAIT = 60.0
# How far back an edited message is still noticed, in ids of the phone.
_BACK = 300
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_FILE = re.compile(r"/(?:datei|file)\s+(\S.*)", re.IGNORECASE)

Write = Callable[[str], None]
Paint = Callable[[str, str], str]


async def chat(
    link: Link,
    *,
    interactive: bool,
    language: Language = "de",
    lines: AsyncIterator[str] | None = None,
    out: Write | None = None,
    err: Write | None = None,
) -> int:
    """Talks until ``/quit`` or the end of input; each line is answered before the next one is read.

    Answers the exit code: 0, or 1 when the bot could not be reached. ``lines``, ``out`` and ``err`` stand in for the
    terminal or the pipe.
    """
    talk = Talk(link, language, out or _print, err or _complain)
    try:
        await talk.begin()
        if interactive and lines is None:
            from channels import console_terminal

            await console_terminal.run(talk)
        else:
            await _lines(talk, lines if lines is not None else _stdin())
    except Unreachable as error:
        talk.note("console-unreachable", reason=str(error))
        return 1
    except BrokenPipeError:
        # Whoever read our answers went away; the null device spares Python a second complaint at its end.
        with contextlib.suppress(OSError, ValueError):
            sys.stdout = open("/dev/null", "w", encoding="utf-8")  # noqa: SIM115, ASYNC230 - closed by the exit
    return 0


class Talk:
    """One person's talk: what was shown, and which buttons the numbers stand for.

    ``paint(role, text)`` colours a number, file or note where a terminal can; ``said`` are the person's earlier lines.
    """

    def __init__(self, link: Link, language: Language, out: Write, err: Write) -> None:
        self._link = link
        self._language = language
        self._out = out
        self._err = err
        self.paint: Paint = lambda _role, text: text
        self.said: list[str] = []
        self._start = 0
        self._last = 0
        self._shown: dict[int, str] = {}
        self._buttons: list[str] = []
        self._showing = asyncio.Lock()

    async def begin(self) -> None:
        """What the phone shows already is not shown again; what was said on it is the history of ``said``."""
        items = await self._link.shows(0)
        self.said = [item["text"] for item in items if item["direction"] == "from_person" and item["text"]]
        self._start = self._last = items[-1]["id"] if items else 0

    async def say(self, line: str) -> None:
        """Sends a line or a file, or taps the button a number stands for; returns when the answer is shown."""
        text = line.strip()
        if not text:
            return
        if text == "/?":
            self.note("console-help")
            return
        if len(text) > MOST:
            self.note("console-too-long", most=MOST)
            return
        if found := _FILE.fullmatch(text):
            await self._send_file(found[1])
            return
        tap = self._tapped(text)
        self._buttons = []
        await (self._link.write(tap=tap) if tap else self._link.write(text=text))
        await self._answered()

    async def _send_file(self, path: str) -> None:
        try:
            name, content = await asyncio.to_thread(_read, path.strip().strip("\"'"))
        except (OSError, RuntimeError, ValueError):  # no such file, no such home, no path at all
            self.note("console-no-file", path=clean(path))
            return
        if not 0 < len(content) <= _FILE_BYTES:
            self.note("console-file-size", most=_FILE_BYTES // 1000)
            return
        await self._link.write(file=File(name, content))
        await self._answered()

    async def _answered(self) -> None:
        if not await self._link.idle(_WAIT):
            self.note("console-slow")
        await self.show()

    def _tapped(self, text: str) -> str | None:
        number = text.strip("[]().")
        if not number.isascii() or not number.isdigit() or len(number) > 3:
            return None
        place = int(number) - 1
        return self._buttons[place] if 0 <= place < len(self._buttons) else None

    async def show(self) -> None:
        """Prints what is new, and what was edited since it was shown."""
        async with self._showing:
            for item in await self._link.shows(max(self._start, self._last - _BACK)):
                self._last = max(self._last, item["id"])
                if item["direction"] == "to_person" and self._shown.get(item["id"]) != item["text"]:
                    self._shown[item["id"]] = item["text"]
                    self._out(self._worded(item))

    def _worded(self, item: dict[str, Any]) -> str:
        rows = [clean(item["text"])] if item["text"] else []
        rows += [self.paint("file", str(path)) for kind in ("image", "file") if (path := _keep(item.get(kind)))]
        for button in item["buttons"]:
            self._buttons.append(button["id"])
            rows.append(f"  {self.paint('number', f'[{len(self._buttons)}]')} {clean(button['label'])}")
        return "\n".join(rows)

    def note(self, key: str, **values: object) -> None:
        """The terminal's own words, beside the talk."""
        self._err(self.paint("note", words.say(self._language, Say(key, values))))


def _read(path: str) -> tuple[str, bytes]:
    """(name, content), at most a little more than may be sent."""
    place = Path(path).expanduser()
    with place.open("rb") as file:
        return place.name, file.read(_FILE_BYTES + 1)


def _keep(shown: Mapping[str, str] | None) -> Path | None:
    """Where a picture or file that came lies now, to be opened: a folder of one's own among the temporary ones."""
    if not shown:
        return None
    name = re.sub(r"[^\w.-]+", "_", Path(shown["name"]).name).lstrip(".") or "file"
    path = Path(tempfile.mkdtemp(prefix="salesflow-")) / name[-100:]
    path.write_bytes(base64.b64decode(shown["base64"]))
    return path


def clean(text: str) -> str:
    """Without what a terminal would obey: a lead's message is quoted here and must stay text."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))


async def _lines(talk: Talk, lines: AsyncIterator[str]) -> None:
    async for line in lines:
        if is_quit(line):
            return
        await talk.say(line)


def is_quit(line: str) -> bool:
    return line.strip().lower() in ("/quit", "/exit")


async def _stdin() -> AsyncIterator[str]:
    """Lines of standard input, whatever the locale; the event loop goes on meanwhile."""
    first = True
    while raw := await asyncio.to_thread(sys.stdin.buffer.readline):
        line = raw.decode("utf-8", "replace").replace("\x00", "")
        yield line.removeprefix("\ufeff") if first else line
        first = False


def _print(text: str) -> None:
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()


def _complain(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
