"""Every error leaves as an RFC 9457 problem: what is wrong, for whoever has to act, and nothing of the inside."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from channels.web import plain

log = structlog.get_logger()
_TITLES = {
    400: "Bad request",
    401: "Login needed",
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    409: "Conflict",
    413: "Body too large",
    415: "JSON only",
    422: "Invalid content",
    429: "Too many requests",
    500: "Internal error",
    503: "Not available",
    504: "Timed out",
}


class ProblemBody(BaseModel):
    """RFC 9457. ``errors`` names the places of invalid content: ``[{loc, msg, type}]``."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]] | None = None


class Problem(Exception):
    """Raised anywhere below a route: answers with this status and these words. ``more`` are extension members."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers, more or {}


def problem(
    status: int, detail: str, *, headers: Mapping[str, str] | None = None, more: Mapping[str, Any] | None = None
) -> JSONResponse:
    body = {
        **(more or {}),
        "type": "about:blank",
        "title": _TITLES.get(status, "Error"),
        "status": status,
        "detail": detail,
    }
    return JSONResponse(body, status, headers=dict(headers or {}), media_type="application/problem+json")


def invalid(errors: Sequence[Mapping[str, Any]], *, root: str = "body") -> tuple[str, list[dict[str, Any]]]:
    """(detail, places) of a validation; the offending values are left out."""
    places = [{"loc": list(e["loc"]), "msg": e["msg"], "type": e["type"]} for e in errors][:20]
    shown = [f"{_place(p['loc'], root)}: {p['msg']}" for p in places[:3]]
    more = f" (and {len(errors) - 3} more)" if len(errors) > 3 else ""
    return "; ".join(shown)[:600] + more, places


def _place(loc: Sequence[Any], root: str) -> str:
    parts = [str(part)[:60] for part in (loc[1:] if len(loc) > 1 and loc[0] == root else loc)]
    return ".".join(parts) or root


def unexpected(error: Exception) -> JSONResponse:
    """The answer to a bug or an absent database; the log gets the place, never values or messages (SAFETY wall 12)."""
    if isinstance(error, (OperationalError, InterfaceError, PoolTimeout)):
        log.error("database_away", error=type(error).__name__)
        return problem(503, "The database cannot be reached. Try again in a moment.", headers={"Retry-After": "5"})
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    log.error("request_failed", error=type(error).__name__, where=where)
    return problem(500, "Something went wrong on our side. It is in the log.")


def install(app: FastAPI) -> None:
    """Registers the handlers."""

    async def on_problem(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, Problem)
        return problem(error.status, error.detail, headers=error.headers, more=error.more)

    async def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404 and plain.wants_page(request):
            return plain.lost(request)
        details = {404: "There is nothing at this address.", 405: "This address does not know that method."}
        return problem(error.status_code, details.get(error.status_code, str(error.detail)), headers=error.headers)

    async def on_invalid(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        detail, places = invalid(error.errors())
        return problem(422, detail, more={"errors": places})

    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_invalid)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems a route may answer, for the API's documentation."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemBody"}}}
    return {status: {"description": _TITLES[status], "content": content} for status in statuses}
