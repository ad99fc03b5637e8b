"""A server on loopback that speaks the wires of language models: OpenAI's Chat Completions and audio, Anthropic's
Messages, streamed or not, with every fault a real one has. It answers from a script, one entry for each call.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Call = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. ``cut``: the connection dies after half of it; ``open_end``: the stream ends well but says no reason;
    ``status`` with ``headers``: an error; ``hang``: seconds of silence; ``raw``: a body of its own instead.
    ``event``: Anthropic's error inside a stream. A call's arguments may be a str, then they stand as they are."""

    text: str = ""
    calls: Sequence[Call] = ()
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    open_end: bool = False
    hang: float = 0.0
    raw: str | None = None
    event: str | None = None
    usage: tuple[int, int] | None = (100, 20)
    same_ids: bool = False
    reason: str | None = None


Entry = Reply | Callable[[dict[str, Any]], Reply]


class Wire:
    """``script[model]`` answers the calls for a model in turn; the last entry goes on for ever."""

    def __init__(self) -> None:
        self.script: dict[str, list[Entry]] = defaultdict(list)
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.headers: list[dict[str, str]] = []
        self.url = ""

    def models(self) -> list[str]:
        """Which models were asked, in order."""
        return [str(body.get("model")) for _, body in self.asked]

    def answer(self, body: dict[str, Any]) -> Reply:
        entries = self.script[str(body.get("model"))]
        if not entries:
            return Reply(status=404)
        entry = entries.pop(0) if len(entries) > 1 else entries[0]
        return entry(body) if callable(entry) else entry

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._one(reader, writer):
                pass
        writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        path = head[0].split(" ")[1].partition("?")[0]
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        content = await reader.readexactly(int(headers.get("content-length", 0)))
        body = _body(headers.get("content-type", ""), content)
        self.asked.append((path, body))
        self.headers.append(headers)
        reply = self.answer(body) if not path.endswith("/models") else Reply(raw='{"data": [], "object": "list"}')
        if reply.hang:
            await asyncio.sleep(reply.hang)
        data, kind = self._encoded(path, body, reply)
        writer.write(_head(reply, kind, None if kind == "text/event-stream" else len(data)))
        if kind != "text/event-stream":
            writer.write(data[: len(data) // 2] if reply.cut else data)
            await writer.drain()
            return not reply.cut
        events = [event for event in data.split(b"\n\n") if event]
        for chunk in events[: len(events) // 2] if reply.cut else events:
            writer.write(f"{len(chunk) + 2:x}\r\n".encode() + chunk + b"\n\n\r\n")
            await writer.drain()
        if reply.cut:
            return False
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True

    @staticmethod
    def _encoded(path: str, body: dict[str, Any], reply: Reply) -> tuple[bytes, str]:
        if reply.status != 200:
            error = {"type": "overloaded_error" if reply.status == 529 else "api_error", "message": "not today"}
            return json.dumps({"type": "error", "error": error}).encode(), "application/json"
        if reply.raw is not None:
            streamed = reply.raw.startswith("data:")
            return reply.raw.encode(), "text/event-stream" if streamed else "application/json"
        if path.endswith("/audio/transcriptions"):
            return json.dumps({"text": reply.text}).encode(), "application/json"
        encode = _anthropic if path.endswith("/messages") else _openai
        return encode(body, reply)


def _body(kind: str, content: bytes) -> dict[str, Any]:
    if kind.startswith("application/json"):
        return dict(json.loads(content))
    parts = content.split(b'name="model"\r\n\r\n')
    return {"model": parts[1].split(b"\r\n")[0].decode() if len(parts) > 1 else "", "size": len(content)}


def _head(reply: Reply, kind: str, length: int | None) -> bytes:
    size = "transfer-encoding: chunked" if length is None else f"content-length: {length}"
    more = "".join(f"\r\n{name}: {value}" for name, value in reply.headers.items())
    return f"HTTP/1.1 {reply.status} X\r\ncontent-type: {kind}\r\n{size}{more}\r\n\r\n".encode()


def _written(arguments: Any) -> str:
    return arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)


def _pieces(text: str) -> list[str]:
    """A text as a stream brings it."""
    return [text[n : n + 7] for n in range(0, len(text), 7)]


def _openai(body: dict[str, Any], reply: Reply) -> tuple[bytes, str]:
    base = {"id": "chatcmpl-1", "created": 1, "model": body["model"]}
    reason = reply.reason or ("tool_calls" if reply.calls else "stop")
    usage = {"prompt_tokens": reply.usage[0], "completion_tokens": reply.usage[1], "total_tokens": sum(reply.usage)} \
        if reply.usage else None  # fmt: skip
    calls = [
        {"id": "call_1" if reply.same_ids else f"call_{n}", "type": "function",
         "function": {"name": name, "arguments": _written(arguments)}}
        for n, (name, arguments) in enumerate(reply.calls)
    ]  # fmt: skip
    if not body.get("stream"):
        message = {"role": "assistant", "content": reply.text or None, **({"tool_calls": calls} if calls else {})}
        choice = {"index": 0, "message": message, "finish_reason": reason}
        return json.dumps(
            {**base, "object": "chat.completion", "choices": [choice], "usage": usage}
        ).encode(), "application/json"
    deltas: list[dict[str, Any]] = [
        {"role": "assistant", "content": ""},
        *({"content": p} for p in _pieces(reply.text)),
    ]
    for n, call in enumerate(calls):
        function = call["function"]
        deltas.append({"tool_calls": [{**call, "index": n, "function": {"name": function["name"], "arguments": ""}}]})
        deltas += [{"tool_calls": [{"index": n, "function": {"arguments": p}}]} for p in _pieces(function["arguments"])]
    chunks = [{"choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas]
    if not reply.open_end:
        chunks.append({"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]})
    if usage and body.get("stream_options", {}).get("include_usage"):
        chunks.append({"choices": [], "usage": usage})
    lines = [json.dumps({**base, "object": "chat.completion.chunk", **chunk}, ensure_ascii=False) for chunk in chunks]
    return "".join(
        f"data: {line}\n\n" for line in [*lines, *([] if reply.open_end else ["[DONE]"])]
    ).encode(), "text/event-stream"


def _anthropic(body: dict[str, Any], reply: Reply) -> tuple[bytes, str]:
    reason = reply.reason or ("tool_use" if reply.calls else "end_turn")
    taken, made = reply.usage or (0, 0)
    base = {"id": "msg_1", "type": "message", "role": "assistant", "model": body["model"]}
    blocks: list[dict[str, Any]] = [{"type": "text", "text": reply.text}] if reply.text else []
    blocks += [
        {"type": "tool_use", "id": f"toolu_{n}", "name": name, "input": arguments}
        for n, (name, arguments) in enumerate(reply.calls)
    ]
    if not body.get("stream"):
        usage = {"input_tokens": taken, "output_tokens": made}
        whole = {**base, "content": blocks, "stop_reason": reason, "stop_sequence": None, "usage": usage}
        return json.dumps(whole).encode(), "application/json"
    start = {**base, "content": [], "stop_reason": None, "stop_sequence": None,
             "usage": {"input_tokens": taken, "output_tokens": 1}}  # fmt: skip
    events: list[tuple[str, dict[str, Any]]] = [("message_start", {"message": start})]
    for n, block in enumerate(blocks):
        is_text = block["type"] == "text"
        empty = {**block, "text": ""} if is_text else {**block, "input": {}}
        parts = _pieces(block["text"] if is_text else _written(block["input"]))
        events.append(("content_block_start", {"index": n, "content_block": empty}))
        for part in parts:
            delta = (
                {"type": "text_delta", "text": part} if is_text else {"type": "input_json_delta", "partial_json": part}
            )
            events.append(("content_block_delta", {"index": n, "delta": delta}))
        events.append(("content_block_stop", {"index": n}))
    if reply.event:
        events.append(("error", {"error": {"type": reply.event, "message": "Overloaded"}}))
    elif not reply.open_end:
        told = {"stop_reason": reason, "stop_sequence": None}
        events += [("message_delta", {"delta": told, "usage": {"output_tokens": made}}), ("message_stop", {})]
    text = "".join(f"event: {kind}\ndata: {json.dumps({'type': kind, **data})}\n\n" for kind, data in events)
    return text.encode(), "text/event-stream"


@contextlib.asynccontextmanager
async def wire() -> AsyncIterator[Wire]:
    """A running server; ``url`` is its address without a path."""
    found = Wire()
    server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
    found.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield found
    finally:
        server.close()
