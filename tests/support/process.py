"""The real ``bot.py run`` as a child process: started on a free port, talked to over HTTP, killed by its own id."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

from tests.support.forge import Forge, Life

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class BotProcess:
    """One life of the bot on a data folder. ``with`` starts it and makes sure it is gone afterwards."""

    def __init__(
        self, data: Path, *, crash_at: str | None = None, forge: Forge | None = None, **environment: str
    ) -> None:
        self.data = data
        self.forge = forge
        self.port = free_port()
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "TMPDIR")}
        self.environment = {**kept, "PYTHONUNBUFFERED": "1", **environment}
        if crash_at:
            self.environment["CRASH_AT"] = crash_at
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> BotProcess:
        self.log = (self.data / "bot.log").open("ab")
        arguments = ["run", "--data", str(self.data), "--port", str(self.port), "--no-chat"]
        self.process: subprocess.Popen[bytes] | Life
        if self.forge is not None:
            self.process = self.forge.start(arguments, self.environment, self.data / "bot.log")
        else:
            self.process = subprocess.Popen(
                [sys.executable, "bot.py", *arguments],
                cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            )  # fmt: skip
        self.http = httpx.Client(base_url=self.url, timeout=120, trust_env=False)
        return self

    def wait_ready(self, seconds: float = 120.0) -> bool:
        """True when it answers; False when it died first (a crash point in its own start-up work)."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                return False
            try:
                if self.http.get("/healthz").status_code == 200:
                    return True
            except httpx.TransportError:
                time.sleep(0.03)
        raise AssertionError(f"the bot did not start: {(self.data / 'bot.log').read_text('utf-8')[-3000:]}")

    def __exit__(self, *_: object) -> None:
        self.http.close()
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()
        self.log.close()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def post(self, path: str, **body: Any) -> dict[str, Any]:
        answer = self.http.post(f"/api/sandbox/{path}", json=body)
        answer.raise_for_status()
        return dict(answer.json())

    def phone(self, channel: str, address: str, since: int = 0) -> list[dict[str, Any]]:
        answer = self.http.get(f"/api/sandbox/phone/{channel}/{address}", params={"since": since})
        answer.raise_for_status()
        return list(answer.json())

    def idle(self, seconds: int = 30) -> None:
        assert self.http.get("/api/sandbox/idle", params={"timeout": seconds}, timeout=seconds + 10).status_code == 200
