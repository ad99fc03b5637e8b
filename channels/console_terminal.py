"""The chat on a real terminal: a prompt with history and suggestions, colours, and what comes unasked above it."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Iterable

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout

from channels.console import Talk, is_quit
from channels.console_links import Unreachable

_LOOK = 0.4
_COLOURS = {"number": "1;36", "file": "4;36", "note": "2", "prompt": "1;36"}


def paint(role: str, text: str) -> str:
    """The text in its role's colour; as it is where NO_COLOR asks for that (no-color.org) or the terminal is dumb."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") in (None, "dumb"):
        return text
    return f"\x1b[{_COLOURS[role]}m{text}\x1b[0m"


async def run(talk: Talk) -> None:
    """Talks until ``/quit`` or the end of input."""
    talk.paint = paint
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(_different(talk.said)), auto_suggest=AutoSuggestFromHistory()
    )
    talk.note("console-hello")
    with patch_stdout(raw=True):
        looking = asyncio.create_task(_look(talk))
        try:
            await _prompt(talk, session)
        finally:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)


def _different(lines: Iterable[str]) -> list[str]:
    """Earlier lines without repetitions, the newest place of each kept."""
    newest_first = dict.fromkeys(line for line in reversed([*lines]) if "\n" not in line)
    return [*reversed(newest_first)]


async def _prompt(talk: Talk, session: PromptSession[str]) -> None:
    prompt = ANSI(f"\n{paint('prompt', '›')} ")
    while True:
        try:
            line = await session.prompt_async(prompt)
        except (EOFError, KeyboardInterrupt):
            return
        if is_quit(line):
            return
        try:
            await talk.say(line)
        except Unreachable as error:  # a bot that is away for a moment does not end the talk
            talk.note("console-unreachable", reason=str(error))


async def _look(talk: Talk) -> None:
    while True:
        await asyncio.sleep(_LOOK)
        with contextlib.suppress(Unreachable):
            await talk.show()
