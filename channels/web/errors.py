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
# The phrases of RFC 9110: with the type about:blank a title is no more than the status in words (RFC 9457 4.2.1).
_TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
    504: "Gateway Timeout",
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
