"""The chat in the terminal: one loop over a link that is either the house itself or a running one over HTTP.

On a terminal it has a prompt and shows what comes unasked; from a pipe it answers line by line and prints nothing else.
Loads neither web nor a vendor; what only one mode needs is imported when that mode starts.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import sys
from collections.abc import AsyncIterator, Callable
from typing import Any

from channels import words
from channels.console_links import InProcess, Link, OverHttp, Unreachable
from store.types import Language, Say

__all__ = ["InProcess", "Link", "OverHttp", "Unreachable", "chat"]

MOST = 16_000
_WAIT = 60.0
_LOOK = 0.4
# How far back an edited message is still noticed, in ids of the phone.
_BACK = 300
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Write = Callable[[str], None]


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
            await _on_terminal(talk)
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
    """One person's talk: what was shown, and which buttons the numbers stand for."""

    def __init__(self, link: Link, language: Language, out: Write, err: Write) -> None:
        self._link = link
        self._language = language
        self._out = out
        self._err = err
        self._start = 0
        self._last = 0
        self._shown: dict[int, str] = {}
        self._buttons: list[str] = []
        self._showing = asyncio.Lock()

    async def begin(self) -> None:
        """What the phone shows already is not shown again."""
        items = await self._link.shows(0)
        self._start = self._last = items[-1]["id"] if items else 0

    async def say(self, line: str) -> None:
        """Sends a line, or taps the button a number stands for; returns when the answer is shown."""
        text = line.strip()
        if not text:
            return
        if len(text) > MOST:
            self.note("console-too-long", most=MOST)
            return
        tap = self._tapped(text)
        self._buttons = []
        await (self._link.write(tap=tap) if tap else self._link.write(text=text))
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
        rows = [clean(item["text"])]
        for button in item["buttons"]:
            self._buttons.append(button["id"])
            rows.append(f"  [{len(self._buttons)}] {clean(button['label'])}")
        return "\n".join(rows)

    def note(self, key: str, **values: object) -> None:
        """The terminal's own words, beside the talk."""
        self._err(words.say(self._language, Say(key, values)))


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


async def _on_terminal(talk: Talk) -> None:
    """Prompt with history and editing; what comes unasked appears above the prompt."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.patch_stdout import patch_stdout

    session: PromptSession[str] = PromptSession()
    talk.note("console-hello")
    with patch_stdout():
        looking = asyncio.create_task(_look(talk))
        try:
            while True:
                try:
                    line = await session.prompt_async("› ")
                except (EOFError, KeyboardInterrupt):
                    return
                if is_quit(line):
                    return
                await _try(talk, line)
        finally:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)


async def _try(talk: Talk, line: str) -> None:
    """A bot that is away for a moment does not end the talk."""
    try:
        await talk.say(line)
    except Unreachable as error:
        talk.note("console-unreachable", reason=str(error))


async def _look(talk: Talk) -> None:
    while True:
        await asyncio.sleep(_LOOK)
        with contextlib.suppress(Unreachable):
            await talk.show()


def _print(text: str) -> None:
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()


def _complain(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
