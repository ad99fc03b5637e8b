"""Files that go with a message, for vendors that fetch them themselves: an unguessable address, for a day."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response

from channels import links
from channels.web.deps import House
from channels.web.errors import Problem
from store.models import Message
from store.queries import attachments

LIFE = timedelta(days=1)


def router() -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get(links.PATH + "{message}/{place}/{token}")
    async def file(
        message: Annotated[int, Path(ge=1, le=2**62)],
        place: Annotated[int, Path(ge=0, le=100)],
        token: Annotated[str, Path(max_length=100)],
        house: House,
    ) -> Response:
        if not links.fits(house.settings, message, place, token):
            raise Problem(404, "There is nothing at this address.")
        async with house.db.read() as scope:
            row = await scope.session.get(Message, message)
            files = await attachments.of_message(scope, message) if row is not None else ()
        if row is None or place >= len(files) or house.clock.now() - (row.due_at or row.sent_at or row.at) > LIFE:
            raise Problem(404, "There is nothing at this address.")
        found = files[place]
        name = "".join(c for c in found.name if c.isascii() and (c.isalnum() or c in ".-_")) or "file"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, max-age=600"}
        return Response(found.content, media_type=found.mime, headers=headers)

    return routes
