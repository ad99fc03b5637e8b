"""Whether the process can work."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError

from channels.web.deps import House
from channels.web.errors import Problem, responses


class Health(BaseModel):
    status: Literal["ok"] = "ok"
    database: Literal["ok"] = "ok"


def router() -> APIRouter:
    routes = APIRouter(tags=["health"])

    @routes.get("/healthz", response_model=Health, responses=responses(503))
    async def healthz(house: House) -> Any:
        """200 when the database answers, 503 when it does not."""
        try:
            alive = await house.db.alive()
        except (SQLAlchemyError, OSError):
            alive = False
        if not alive:
            raise Problem(503, "The database does not answer.", headers={"Retry-After": "5"})
        return {}

    return routes
