"""Logs: one line of JSON per event on standard error, without bodies, numbers or secrets (SAFETY wall 12)."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

_NUMBER = re.compile(r"\+?\d[\d\s/()-]{6,}\d")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_SECRET = re.compile(r"(?i)(bearer\s+|token[=:]\s*|password[=:]\s*|key[=:]\s*)\S+")


def redact(text: str) -> str:
    """Phone numbers, addresses and secrets become marks."""
    return _SECRET.sub(r"\1[secret]", _MAIL.sub("[mail]", _NUMBER.sub("[number]", text)))


def _redacted(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {k: redact(v) if isinstance(v, str) and k != "timestamp" else v for k, v in event.items()}


def _trace(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Where an error came from, never with the values that stood there: the last frames and the error's kind."""
    if not event.pop("exc_info", None):
        return event
    kind, error, frames = sys.exc_info()
    if kind is not None:
        last = traceback.extract_tb(frames)[-4:]
        event["error"] = kind.__name__
        event["problem"] = str(error)[:200] if kind.__module__ == "builtins" else ""
        event["at"] = " < ".join(f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno}" for frame in reversed(last))
    return event


def configure(level: str) -> None:
    """Called once by the command line; libraries stay at warnings."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    # A busy machine skips a tick now and then; the next one finds the same rows.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _trace,
            _redacted,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level.upper()),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
