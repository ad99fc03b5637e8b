"""The TypeScript client: as new as the API, sound to the compiler, and at work against a running server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.process import BotProcess

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "channels" / "web" / "client"
PEERS = ROOT / "tests" / "peers" / "node_modules"
pytestmark = pytest.mark.skipif(
    not (PEERS / ".bin" / "tsc").exists() or shutil.which("node") is None,
    reason="the npm peers are not installed: make deps",
)
STORY = """
import { salesflow, type Lead } from "./index.js";

declare const process: { argv: string[] };

const api = salesflow({ baseUrl: process.argv[2]! });
const wrong = await api.GET("/api/leads", {});
await api.login("max", "demo");
const page = await api.GET("/api/leads", { params: { query: { limit: 3, sort: "name", order: "asc" } } });
const leads: Lead[] = page.data?.leads ?? [];
const posted = await api.POST("/api/webhook", {
  body: { message: "I want to buy your product, it is urgent", phone: "+923001234567", sender_name: "Ahmed",
          channel: "whatsapp" },
});
const stats = await api.GET("/api/webhook/stats", {});
const note = await api.POST("/api/tools/{name}", {
  params: { path: { name: "add_note" } }, body: { lead: "Tom Wagner", note: "aus TypeScript" },
});
const bad = await api.GET("/api/leads/{lead_id}", { params: { path: { lead_id: 99999 } } });
await api.logout();
const after = await api.GET("/api/webhook/stats", {});
console.log(JSON.stringify({
  without: wrong.error?.status, names: leads.map((lead) => lead.user_name), posted: posted.data,
  total: stats.data?.total_leads, note: note.data?.outcome, unknown: bad.error?.detail, after: after.error?.status,
}));
"""


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_its_types_are_those_of_the_api(tmp_path: Path) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(_run(sys.executable, "bot.py", "openapi", cwd=ROOT), encoding="utf-8")
    _run(PEERS / ".bin" / "openapi-typescript", document, "--output", tmp_path / "schema.d.ts", cwd=tmp_path)
    fresh, kept = (tmp_path / "schema.d.ts").read_text("utf-8"), (CLIENT / "schema.d.ts").read_text("utf-8")
    assert fresh == kept, "the API has changed: run `make client`"


def test_it_compiles_and_works(tmp_path: Path) -> None:
    place = tmp_path / "client"
    shutil.copytree(CLIENT, place)
    (place / "node_modules").symlink_to(PEERS)
    os.symlink(PEERS, tmp_path / "node_modules")
    (place / "story.ts").write_text(STORY, encoding="utf-8")
    _run(PEERS / ".bin" / "tsc", "--project", ".", "--noEmitOnError", cwd=place)
    (tmp_path / "data").mkdir()
    with BotProcess(tmp_path / "data") as server:
        assert server.wait_ready()
        told = json.loads(_run("node", place / "build" / "story.js", server.url, cwd=place))
    assert told["without"] == 401 and told["names"] == ["Anna Berger", "Anna Huber", "Carla Weiss"]
    assert told["posted"] == {"status": "success", "lead_id": 13, "quality": "HOT", "score": 85}
    assert (told["total"], told["note"], told["after"]) == (13, "done", 401) and told["unknown"]
