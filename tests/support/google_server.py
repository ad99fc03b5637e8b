"""A Google that keeps calendars and holds every call against Google's own discovery document; loopback only."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import googleapiclient

_PATH = Path(googleapiclient.__file__).parent / "discovery_cache" / "documents" / "calendar.v3.json"
DISCOVERY: dict[str, Any] = json.loads(_PATH.read_text("utf-8"))


class Google:
    """``events`` by id; ``faults`` are statuses the next calls meet ("drop" cuts the line after the work is done)."""

    def __init__(self) -> None:
        self.events: dict[str, dict[str, Any]] = {}
        self.busy: list[tuple[str, str]] = []
        self.faults: list[int | str] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.violations: list[str] = []
        self.tokens = {"access-1"}
        self.refreshes = 0
        self.url = ""


def methods(resources: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for resource in resources.values():
        for method in resource.get("methods", {}).values():
            yield method["id"], method
        yield from methods(resource.get("resources", {}))


METHODS = dict(methods(DISCOVERY["resources"]))


def find(verb: str, path: str) -> tuple[str, dict[str, str]] | None:
    """The method of a call and what its path holds."""
    for name, method in METHODS.items():
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", method["path"])
        if verb == method["httpMethod"] and (match := re.fullmatch(pattern, path)):
            return name, {key: unquote(value) for key, value in match.groupdict().items()}
    return None


def check(schema: dict[str, Any], value: Any, where: str) -> Iterator[str]:
    """What is wrong with a value by the discovery document's schema."""
    if "$ref" in schema:
        schema = DISCOVERY["schemas"][schema["$ref"]]
    kind = schema.get("type")
    if kind == "object":
        if not isinstance(value, dict):
            yield f"{where}: no object"
            return
        known = schema.get("properties", {})
        for key, inner in value.items():
            if key in known:
                yield from check(known[key], inner, f"{where}.{key}")
            elif "additionalProperties" not in schema:
                yield f"{where}.{key}: unknown"
    elif kind == "array":
        for place, inner in enumerate(value if isinstance(value, list) else [None]):
            yield from check(schema["items"], inner, f"{where}[{place}]")
    elif kind == "string":
        if not isinstance(value, str):
            yield f"{where}: no string"
        elif schema.get("format") == "date-time":
            try:
                datetime.fromisoformat(value)
            except ValueError:
                yield f"{where}: no time"
    elif kind in ("integer", "boolean") and not isinstance(value, int):
        yield f"{where}: no {kind}"


def serve(google: Google, verb: str, target: str, headers: Any, body: bytes) -> tuple[int, Any]:
    parts = urlsplit(target)
    if parts.path == "/token":
        return token(google, parse_qs(body.decode()))
    found = find(verb, parts.path.removeprefix("/calendar/v3/"))
    if found is None:
        google.violations.append(f"{verb} {parts.path}: no such method")
        return 404, error(404, "notFound")
    name, inside = found
    method, query = METHODS[name], {k: v[0] for k, v in parse_qs(parts.query).items()}
    known = {**DISCOVERY["parameters"], **method.get("parameters", {})}
    google.violations += [f"{name}: parameter {key} unknown" for key in query if key not in known]
    google.violations += [
        f"{name}: {key}={value}" for key, value in query.items()
        if "enum" in known.get(key, {}) and value not in known[key]["enum"]
    ]  # fmt: skip
    given = json.loads(body) if body else None
    if "request" in method:
        google.violations += check({"$ref": method["request"]["$ref"]}, given, name)
    google.calls.append((name, {**inside, **query, "body": given}))
    if headers.get("Authorization", "").removeprefix("Bearer ") not in google.tokens:
        return 401, error(401, "authError")
    fault = google.faults.pop(0) if google.faults else None
    if isinstance(fault, int):
        return fault, error(fault, "rateLimitExceeded" if fault in (403, 429) else "backendError")
    answer = act(google, name, inside, query, given)
    return (0, None) if fault == "drop" else answer


def act(google: Google, name: str, inside: dict[str, str], query: dict[str, str], given: Any) -> tuple[int, Any]:
    if name == "calendar.freebusy.query":
        live = [e for e in google.events.values() if e["status"] != "cancelled"]
        spans = [(e["start"]["dateTime"], e["end"]["dateTime"]) for e in live] + google.busy
        low, high = datetime.fromisoformat(given["timeMin"]), datetime.fromisoformat(given["timeMax"])
        if low >= high:
            return 400, error(400, "timeRangeEmpty")
        hits = [
            {"start": a, "end": b}
            for a, b in spans
            if datetime.fromisoformat(a) < high and datetime.fromisoformat(b) > low
        ]
        return 200, {"calendars": {item["id"]: {"busy": hits} for item in given["items"]}}
    if name == "calendar.events.insert":
        if not re.fullmatch(r"[a-v0-9]{5,1024}", given["id"]):
            return 400, error(400, "invalid")
        if given["id"] in google.events:
            return 409, error(409, "duplicate")
        made = {**given, "status": "confirmed"}
        if query.get("conferenceDataVersion") == "1" and "conferenceData" in given:
            made["hangoutLink"] = "https://meet.google.com/abc-defg-hij"
        google.events[given["id"]] = made
        return 200, made
    event = google.events.get(inside["eventId"])
    if event is None:
        return 404, error(404, "notFound")
    if name == "calendar.events.delete":
        if event["status"] == "cancelled":
            return 410, error(410, "deleted")
        event["status"] = "cancelled"
        return 204, None
    event.update(given)
    return 200, event


def token(google: Google, form: dict[str, list[str]]) -> tuple[int, Any]:
    if form["grant_type"] == ["authorization_code"]:
        if form.get("code") != ["good"] or not form.get("code_verifier"):
            return 400, {"error": "invalid_grant"}
    elif form.get("refresh_token") != ["refresh-1"]:
        return 400, {"error": "invalid_grant"}
    else:
        google.refreshes += 1
    google.tokens.add("access-1")
    scope = "https://www.googleapis.com/auth/calendar.events https://www.googleapis.com/auth/calendar.freebusy"
    return 200, {
        "access_token": "access-1",
        "refresh_token": "refresh-1",
        "expires_in": 3600,
        "token_type": "Bearer",
        "scope": scope,
    }


def error(status: int, reason: str) -> dict[str, Any]:
    return {
        "error": {
            "code": status,
            "message": reason,
            "errors": [{"domain": "global", "reason": reason, "message": reason}],
        }
    }


@contextmanager
def google_server() -> Iterator[Google]:
    google = Google()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, content = serve(google, self.command, self.path, self.headers, body)
            if status == 0:
                self.close_connection = True
                self.connection.close()
                return
            sent = json.dumps(content).encode() if content is not None else b""
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = answer

        def log_message(self, *_: Any) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    google.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield google
    finally:
        server.shutdown()
        server.server_close()
