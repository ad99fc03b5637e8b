"""Schemathesis against a running bot: random calls from the API's own document, as a signed-in leader."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.support.process import BotProcess

# Waiting answers 504 by contract; logins and resets would end the fuzzer's own login.
LEFT_OUT = r"/api/(sandbox/(idle|reset|clock)|auth/)"


def fuzz(data: Path, *, examples: int, seed: int, seconds: int, phases: str = "coverage,fuzzing") -> tuple[int, str]:
    """(how many calls were made, the fuzzer's words on server errors; "" when there were none)."""
    data.mkdir(parents=True, exist_ok=True)
    calm = {"API_CALLS_PER_MINUTE": "1000000", "API_BURST": "1000000"}
    with BotProcess(data, **calm) as server:
        assert server.wait_ready()
        login = server.http.post("/api/auth/login", json={"username": "lena", "password": "demo"}).json()
        command = [
            str(Path(sys.executable).parent / "schemathesis"), "run", f"{server.url}/openapi.json",
            "--header", f"Authorization: Bearer {login['access_token']}", "--header", "X-Site-Key: demo-site-key",
            "--checks", "not_a_server_error", "--exclude-path-regex", LEFT_OUT, "--phases", phases,
            "--max-examples", str(examples), "--seed", str(seed), "--no-color",
        ]  # fmt: skip
        done = subprocess.run(command, cwd=data, capture_output=True, text=True, timeout=seconds)
        calls = re.search(r"(\d+) generated", done.stdout)
        failures = re.search(r"={5,} FAILURES ={5,}.*?(?=={5,} (?:WARNINGS|SUMMARY))", done.stdout, re.DOTALL)
        errors = re.search(r"={5,} ERRORS ={5,}.*?(?=={5,} )", done.stdout, re.DOTALL)
        assert calls, done.stdout[-3000:] + done.stderr[-1000:]
        return int(calls[1]), "\n".join(found[0] for found in (failures, errors) if found)
