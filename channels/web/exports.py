"""The filtered table as a file, for the person signed in: rows are read page by page, never all at once."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.background import BackgroundTask

from channels import words
from channels.web import browser, plain
from channels.web.deps import House, Logins, Parts, whose
from channels.web.errors import Problem
from channels.web.exporting import csv_lines, shown
from channels.web.filters import from_query
from store.models import Lead, User
from store.queries import acts, leadlist, looks
from store.queries.leadlist import Wanted
from store.types import Say

_PAGE = 1000
_MOST = 1_000_000  # an Excel sheet has 1,048,576 rows
_COLUMNS = (
    "name", "phone", "email", "company", "place", "stage", "quality", "score", "source", "is_customer",
    "satisfaction_score", "last_inbound_at", "created_at",
)  # fmt: skip
_KINDS = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def router() -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get("/export/leads.{kind}")
    async def export(kind: str, request: Request, house: House, logins: Logins) -> Response:
        """The rows of the address's filter; whoever is not signed in goes to the sign-in page."""
        user = await logins.user(request.cookies.get(browser.ACCESS, ""))
        if kind not in _KINDS:
            raise Problem(404, "There are leads.csv and leads.xlsx.")
        if user is None:
            return RedirectResponse("/login?next=/dashboard")
        wanted = replace(from_query(request.query_params), limit=_PAGE)
        language = plain.language(request)
        heads = [words.say(language, Say(f"page-column-{name.replace('_', '-')}")) for name in _COLUMNS]
        pages = _pages(house, user, wanted)
        headers = {"Content-Disposition": f'attachment; filename="leads.{kind}"', "Cache-Control": "no-store"}
        if kind == "csv":
            return StreamingResponse(_csv(heads, pages), media_type=_KINDS[kind], headers=headers)
        path = await _excel(heads, pages)
        return FileResponse(path, media_type=_KINDS[kind], headers=headers, background=BackgroundTask(path.unlink))

    return routes


async def _pages(house: Parts, user: User, wanted: Wanted) -> AsyncIterator[Sequence[Lead]]:
    """The leads a page at a time; each is marked as exported, and the whole is in the record of decisions."""
    count = 0
    while count < _MOST:
        async with house.db.write() as work:
            scope = work.scope(user.team_id, whose(user))
            rows = await leadlist.page(scope, wanted)
            for lead in rows:
                lead.exported = True
            owners = {lead.owner_id for lead in rows}
            await looks.note_each(scope, user.team_id, user.id, owners, "export", house.clock.now())
            count += len(rows)
            if len(rows) < _PAGE:
                facts = {"by": user.id, "rows": count}
                await acts.record(
                    scope, user.team_id, "export", user.id, verdict="export", rule="exported",
                    at=house.clock.now(), facts=facts,
                )  # fmt: skip
        yield rows
        if len(rows) < _PAGE:
            return
        wanted = replace(wanted, after=(leadlist.key_of(rows[-1], wanted.sort), rows[-1].id))


def _values(lead: Lead) -> list[Any]:
    return [getattr(lead, name) for name in _COLUMNS]


async def _csv(heads: Sequence[str], pages: AsyncIterator[Sequence[Lead]]) -> AsyncIterator[str]:
    yield "\ufeff" + csv_lines([heads])
    async for rows in pages:
        yield csv_lines(_values(lead) for lead in rows)


async def _excel(heads: Sequence[str], pages: AsyncIterator[Sequence[Lead]]) -> Path:
    """A workbook in a temporary file, written row by row."""
    import xlsxwriter

    with tempfile.NamedTemporaryFile(prefix="salesflow-", suffix=".xlsx", delete=False) as file:
        path = Path(file.name)
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Leads")
    bold = book.add_format({"bold": True})
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(heads) - 1, 18)
    at = 1
    async for rows in pages:
        await to_thread.run_sync(_write, sheet, at, [_values(lead) for lead in rows])
        at += len(rows)
    sheet.autofilter(0, 0, max(at - 1, 0), len(heads) - 1)
    await to_thread.run_sync(book.close)
    return path


def _write(sheet: Any, at: int, rows: Sequence[Sequence[Any]]) -> None:
    for line, values in enumerate(rows, start=at):
        for column, value in enumerate(values):
            if isinstance(value, int) and not isinstance(value, bool):
                sheet.write_number(line, column, value)
            else:
                sheet.write_string(line, column, shown(value))
