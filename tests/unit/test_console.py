"""The terminal's loop over a scripted bot: numbers tap, answers print cleanly, the pipe ends at its end."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from channels.console import Talk, Unreachable, chat, clean, is_quit
from store.types import File

ROOT = Path(__file__).parents[2]


class Bot:
    """Answers each line with what ``reply`` gives: texts, or (text, button labels)."""

    def __init__(self, reply: Callable[[str], Sequence[Any]]) -> None:
        self.reply = reply
        self.items: list[dict[str, Any]] = []
        self.got: list[tuple[str, str]] = []
        self.fast = True
        self.away = False

    def tell(self, text: str, *labels: str) -> dict[str, Any]:
        number = len(self.items) + 1
        buttons = [{"id": f"c{number}.{place}", "label": label} for place, label in enumerate(labels)]
        self.items.append({"id": number, "direction": "to_person", "text": text, "buttons": buttons})
        return self.items[-1]

    async def write(self, *, text: str = "", tap: str | None = None, file: File | None = None) -> int:
        if self.away:
            raise Unreachable("ConnectError")
        self.got.append(("file", file.name) if file else ("tap", tap) if tap else ("text", text))
        self.items.append({"id": len(self.items) + 1, "direction": "from_person", "text": text, "buttons": []})
        for answer in self.reply(tap or text):
            self.tell(*(answer if isinstance(answer, tuple) else (answer,)))
        return len(self.items)

    async def shows(self, since: int = 0) -> Sequence[dict[str, Any]]:
        return [item for item in self.items if item["id"] > since]

    async def idle(self, seconds: float) -> bool:
        return self.fast


async def typed(*lines: str) -> AsyncIterator[str]:
    for line in lines:
        yield line + "\n"


async def run(bot: Bot, *lines: str, code: int = 0) -> tuple[list[str], list[str]]:
    out: list[str] = []
    err: list[str] = []
    assert await chat(bot, interactive=False, lines=typed(*lines), out=out.append, err=err.append) == code
    return out, err


async def test_each_line_is_answered_and_nothing_else_is_printed() -> None:
    bot = Bot(lambda text: [f"zu {text}", "und noch etwas"])
    bot.tell("alte Nachricht")
    out, err = await run(bot, "eins", "", "   ", "zwei")
    assert out == ["zu eins", "und noch etwas", "zu zwei", "und noch etwas"]
    assert err == []
    assert bot.got == [("text", "eins"), ("text", "zwei")]


async def test_a_number_taps_what_it_stands_for() -> None:
    bot = Bot(lambda text: [("Welche Anna?", "Anna Berger", "Anna Huber")] if text == "Anna" else ["gut"])
    out, _ = await run(bot, "Anna", "2")
    assert out == ["Welche Anna?\n  [1] Anna Berger\n  [2] Anna Huber", "gut"]
    assert bot.got == [("text", "Anna"), ("tap", "c2.1")]


async def test_numbers_go_on_over_several_cards() -> None:
    bot = Bot(lambda text: [("A", "x", "y"), "dazwischen", ("B", "z")] if text == "los" else [])
    out, _ = await run(bot, "los", "[3]")
    assert out[2] == "B\n  [3] z" and bot.got[-1] == ("tap", "c4.0")


@pytest.mark.parametrize("number", ["0", "3", "9", "1000", "2 Tage", "zwei", "²", "1.5", "-1"])
async def test_other_numbers_are_words(number: str) -> None:
    bot = Bot(lambda text: [("Wann?", "heute", "morgen")])
    await run(bot, "x", number)
    assert bot.got[-1] == ("text", number)


async def test_a_number_after_a_question_without_buttons_is_a_word() -> None:
    bot = Bot(lambda text: [("Welche?", "a", "b")] if text == "x" else ["Wie zufrieden, von 1 bis 10?"])
    await run(bot, "x", "1", "2")
    assert bot.got == [("text", "x"), ("tap", "c2.0"), ("text", "2")]


async def test_an_edited_card_is_shown_again_but_only_when_its_words_changed() -> None:
    bot = Bot(lambda text: [])
    out: list[str] = []
    talk = Talk(bot, "de", out.append, out.append)
    await talk.begin()
    card = bot.tell("Entwurf", "Senden")
    await talk.show()
    card["buttons"] = []
    await talk.show()
    card["text"] = "Gesendet"
    await talk.show()
    assert out == ["Entwurf\n  [1] Senden", "Gesendet"]


@pytest.mark.parametrize("word", ["/quit", " /QUIT ", "/exit"])
async def test_quit_ends_before_the_rest(word: str) -> None:
    bot = Bot(lambda text: ["ja"])
    out, _ = await run(bot, "a", word, "b")
    assert out == ["ja"] and bot.got == [("text", "a")]
    assert not is_quit("quit") and not is_quit("/quit jetzt")


async def test_what_a_terminal_would_obey_is_taken_out() -> None:
    bot = Bot(lambda text: [("\x1b[2J\x1b]0;x\x07böse\x9b31m \u202eedoc\nzweite Zeile\tTab", "\x1b[1mKnopf")])
    out, _ = await run(bot, "x")
    assert out == ["[2J]0;xböse31m edoc\nzweite Zeile\tTab\n  [1] [1mKnopf"]
    assert clean("Größe 😀 „ja“\r\nneu") == "Größe 😀 „ja“\nneu"


async def test_too_long_and_too_slow_are_said_beside_the_talk() -> None:
    bot = Bot(lambda text: ["ja"])
    bot.fast = False
    out, err = await run(bot, "x" * 16_001, "kurz")
    assert out == ["ja"] and bot.got == [("text", "kurz")]
    assert len(err) == 2 and "16000" in err[0]


async def test_an_absent_bot_is_one_line_and_an_exit_code() -> None:
    bot = Bot(lambda text: ["ja"])
    bot.away = True
    out, err = await run(bot, "x", code=1)
    assert out == [] and len(err) == 1 and "ConnectError" in err[0]


async def test_a_broken_pipe_ends_quietly() -> None:
    def gone(text: str) -> None:
        raise BrokenPipeError

    kept = sys.stdout
    try:
        assert await chat(Bot(lambda text: ["ja"]), interactive=False, lines=typed("x", "y"), out=gone) == 0
    finally:
        opened, sys.stdout = sys.stdout, kept
        opened.close()


def test_the_terminal_loads_neither_web_nor_a_vendor() -> None:
    code = (
        "import sys, channels.console\n"
        "heavy = {'fastapi', 'starlette', 'uvicorn', 'httpx', 'telegram', 'twilio', 'openai', 'anthropic',"
        " 'langchain', 'langgraph', 'prompt_toolkit'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_pictures_and_files_arrive_as_paths() -> None:
    bot = Bot(lambda text: [])
    out: list[str] = []
    talk = Talk(bot, "de", out.append, out.append)
    await talk.begin()
    bot.tell("Deine Woche")["image"] = {"name": "woche.png", "base64": base64.b64encode(b"bild").decode()}
    bot.tell("")["file"] = {"name": "../../böse Liste.csv", "base64": base64.b64encode(b"a;b").decode()}
    await talk.show()
    words, picture = out[0].split("\n")
    assert words == "Deine Woche" and taken(picture) == ("woche.png", b"bild")
    assert taken(out[1]) == ("böse_Liste.csv", b"a;b")


def taken(place: str) -> tuple[str, bytes]:
    """Name and content of a kept file that only its owner may see; gone afterwards."""
    path = Path(place)
    content = path.read_bytes()
    assert path.parent.stat().st_mode & 0o77 == 0
    path.unlink()
    path.parent.rmdir()
    return path.name, content


async def test_a_file_is_sent_by_its_path(tmp_path: Path) -> None:
    bot = Bot(lambda text: [f"da: {text}"])
    here, empty, big = tmp_path / "meine leads.csv", tmp_path / "leer", tmp_path / "gross"
    here.write_text("Name\nAnna", "utf-8")
    empty.touch()
    big.write_bytes(b"x" * 800_000)
    _, err = await run(bot, f"/datei {here}", f'/FILE "{here}"', f"/datei {empty}", f"/file {big}", "/datei gibtsnicht")
    assert bot.got == [("file", "meine leads.csv")] * 2
    assert ["700" in line for line in err] == [True, True, False] and "gibtsnicht" in err[2]


async def test_the_terminal_explains_itself_without_asking_the_bot() -> None:
    bot = Bot(lambda text: ["ja"])
    out, err = await run(bot, "/?")
    assert out == [] and bot.got == [] and "/quit" in err[0] and "/datei" in err[0]


def test_history_is_what_was_said_newest_last_and_once() -> None:
    from channels.console_terminal import _different

    assert _different(["a", "b", "zwei\nZeilen", "a", "c"]) == ["b", "a", "c"]
    assert _different([]) == []


def test_colours_only_where_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    from channels.console_terminal import paint

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert paint("number", "[1]") == "\x1b[1;36m[1]\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert paint("number", "[1]") == "[1]"
