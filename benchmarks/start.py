"""How long until somebody is answered, and what the running process weighs: fresh data, then a second start.

Seconds are wall time; beside them stands the bot's processor time, which a busy machine does not stretch. The page is
opened in a real Chromium where there is one, else only fetched. Run: ``make bench ARGS=start``.
"""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.browser import CHROMIUM, chromium, visit
from tests.support.process import ROOT, BotProcess

FIRST_ANSWER, PAGE, MEMORY = 3.0, 8.0, 350.0  # seconds, seconds, MiB: what the product promises


def chat(data: Path) -> float:
    """Seconds from the command to the first line of the answer; prints the processor time of the whole chat."""
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "bot.py", "chat", "--data", str(data)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        process.stdin.write("Wie heiß ist Tom?\n")
        process.stdin.flush()
        assert "Tom Wagner" in process.stdout.readline()
        seconds = time.monotonic() - started
        process.communicate()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"  processor: {spent:.2f} s to the end of the chat")
    return seconds


def rss(pid: int) -> float:
    """Resident memory in MiB (proc(5), VmRSS)."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def processor(pid: int) -> float:
    """Seconds of processor time so far (proc(5), stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def page(data: Path) -> tuple[float, float, float]:
    """(seconds until the page is served, seconds until it can be written on, MiB after a talk on the open page)."""
    started = time.monotonic()
    with BotProcess(data) as bot:
        while True:
            with contextlib.suppress(Exception):
                if bot.http.get("/").status_code == 200:
                    break
            time.sleep(0.02)
        served = time.monotonic() - started
        print(f"  processor: {processor(bot.process.pid):.2f} s until the page was served")
        if CHROMIUM is None:
            return served, served, rss(bot.process.pid)
        with chromium() as browser, visit(browser, bot.url) as seen:
            began = time.monotonic()
            shown = seen.open()
            shown.locator(".clock .time-of").wait_for()
            ready = served + time.monotonic() - began
            for words in ("Hilfe", "Wie heiß ist Tom?", "Zeig mir meine heißen Leads"):
                field = shown.locator(".pane.rep textarea")
                field.fill(words)
                field.press("Enter")
            bot.idle()
            shown.wait_for_timeout(500)
            return served, ready, rss(bot.process.pid)


def told(what: str, value: float, limit: float, unit: str) -> bool:
    print(f"{what:<44} {value:7.2f} {unit:<4} (promised: {limit:g}) {'' if value <= limit else 'TOO MUCH'}")
    return value <= limit


def main() -> None:
    kept = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("fresh data", "second start"):
            kept.append(told(f"chat, first answer, {name}", chat(Path(folder) / "a"), FIRST_ANSWER, "s"))
            data = Path(folder) / "b"
            data.mkdir(exist_ok=True)
            served, ready, memory = page(data)
            kept.append(told(f"run, page served, {name}", served, PAGE, "s"))
            kept.append(told(f"run, page ready in the browser, {name}", ready, PAGE, "s"))
            kept.append(told(f"run, memory with the page open, {name}", memory, MEMORY, "MiB"))
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
