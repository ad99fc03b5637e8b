"""Many lives of ``bot.py`` from one process that has the packages loaded: each is a fork with its own id to be killed.

A life costs what its own work costs; loading a hundred packages anew and compiling every statement would be most of it.
The forge has no thread and no running loop, so what a child inherits is modules and what they keep, nothing else.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.support.engines import run_in_the_loop, share_compiled

ROOT = Path(__file__).parents[2]
_LOADED = (
    *("bot", "agent.house", "channels.web.app", "sequences.scheduler", "store.migrate", "uvicorn"),
    *("agent.rep", "nicegui", "channels.web.pages.sandbox", "channels.web.pages.dashboard"),
)


class Life:
    """One child, as ``subprocess.Popen`` shows it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._over = threading.Event()

    def poll(self) -> int | None:
        return self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        if not self._over.wait(timeout):
            raise subprocess.TimeoutExpired("bot.py", timeout or 0)
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def ended(self, code: int) -> None:
        self.returncode = code
        self._over.set()


class Forge:
    """Starts lives one after the other; ``with`` loads the packages and ends them all."""

    def __enter__(self) -> Forge:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.forge"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._life: Life | None = None
        self._born = threading.Event()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        return self

    def start(self, arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> Life:
        self._born.clear()
        assert self._process.stdin is not None
        order = {"arguments": list(arguments), "environment": dict(environment), "log": str(log)}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        assert self._born.wait(60) and self._life is not None, "the forge does not answer"
        return self._life

    def _read(self) -> None:
        for line in self._process.stdout or ():
            told = json.loads(line)
            if "pid" in told:
                self._life = Life(told["pid"])
                self._born.set()
            elif self._life is not None:
                self._life.ended(told["code"])

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._reader.join(10)
        if self._process.stdout is not None:
            self._process.stdout.close()


def _forge() -> None:
    """Reads orders from standard input, one life at a time; tells ids and exit codes."""
    from agent import rep, warmup

    os.environ["NICEGUI_STORAGE_PATH"] = tempfile.mkdtemp(prefix="pages-")
    for name in _LOADED:
        import_module(name)
    warmup.load()
    rep.graph_of("rep")
    share_compiled()
    undo = run_in_the_loop()
    asyncio.run(_rehearse())
    undo()
    assert threading.active_count() == 1
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _live(json.loads(line))
        print(json.dumps({"pid": pid}), flush=True)
        _, status = os.waitpid(pid, 0)
        print(json.dumps({"code": os.waitstatus_to_exitcode(status)}), flush=True)


async def _rehearse() -> None:
    """What a life does, once, so that the statements are compiled."""
    from tests.support.world import world

    with tempfile.TemporaryDirectory() as folder:
        async with world(Path(folder) / "house", quiet=True) as w:
            await w.max("Schreib Anna Berger auf WhatsApp: Guten Morgen!")
            await w.lead("Lisa Schmid", "Was kostet das Paket eigentlich?")
            await w.max("Starte Erstkontakt bis Partner für Nina Kraus")
            await w.advance("1m")


def _live(order: Mapping[str, Any]) -> None:
    log = os.open(order["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv = ["bot.py", *order["arguments"]]
    code: int | str | None = 1
    try:
        import_module("bot").app()
    except SystemExit as end:
        code = end.code
    finally:
        os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    _forge()
