"""Leads over REST: lists by the page, one lead with its score's history, what was said, its sequences and notes."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from channels.web.deps import House, Person, whose
from channels.web.errors import Problem, responses
from channels.web.looks import looked
from channels.web.sandbox import Iso
from store.db import Scope
from store.models import Enrolment, Lead, LeadAnalysis, Message, Note, User
from store.queries import leadlist, leads
from store.queries.leadlist import Wanted

Quality = Literal["HOT", "WARM", "COLD"]
LeadId = Annotated[int, Path(ge=1, le=2**62, examples=[1])]


class LeadItem(BaseModel):
    """One lead (MISSION C4). ``message``, ``intent`` and ``urgency`` are of the newest thing analysed."""

    id: int
    user_name: str
    user_email: str | None = None
    user_phone: str | None = None
    channel: str
    message: str | None = None
    intent: str | None = None
    urgency: str | None = None
    score: int = Field(ge=0, le=100)
    quality: Quality
    stage: str
    company: str = ""
    is_customer: bool = False
    owner_id: int
    exported: bool = False
    last_inbound_at: Iso | None = None
    created_at: Iso


class LeadPage(BaseModel):
    """``next`` asks for the following page as ``cursor``; absent on the last one."""

    total: int
    total_exact: bool = Field(True, description="False when a search found more than its total says.")
    leads: list[LeadItem]
    next: str | None = None


class FactorItem(BaseModel):
    name: str
    points: int
    maximum: int
    reason: str


class ScoreItem(BaseModel):
    at: Iso
    score: int
    quality: Quality
    intent: str
    urgency: str
    tone: str
    category: str
    confidence: int
    provider: str
    factors: list[FactorItem]
    extracted_data: list[dict[str, Any]]


class Line(BaseModel):
    """One message; ``state`` as in the outbox, ``reason`` why it did not go."""

    id: int
    at: Iso
    direction: Literal["in", "out"]
    text: str
    state: str
    origin: str
    reason: str | None = None


class RunItem(BaseModel):
    id: int
    sequence: str
    status: str
    step: int
    outcome: str | None = None
    started_at: Iso
    next_due_at: Iso | None = None
    completed_at: Iso | None = None


class NoteItem(BaseModel):
    id: int
    at: Iso
    text: str


class ConversationItem(BaseModel):
    """``mode`` draft_only (the bot proposes), auto (it answers) or off."""

    id: int
    channel: str
    mode: str


class LeadDetail(LeadItem):
    """``conversations``, the newest first, are for the lead's own rep."""

    place: str
    tier: str
    tone: str
    language: str
    satisfaction_score: int | None = None
    watched_video: bool
    objections: list[str]
    interests: list[str]
    disg: Literal["D", "I", "S", "G"] | None = None
    scores: list[ScoreItem]
    sequences: list[RunItem]
    notes: list[NoteItem]
    conversations: list[ConversationItem] = []


class Talk(BaseModel):
    """Newest first; ``next`` is the ``before`` of the following page."""

    messages: list[Line]
    next: int | None = None


def item(lead: Lead, heard: tuple[LeadAnalysis, str] | None, viewer: User) -> dict[str, Any]:
    """A lead's row in the fields of MISSION C4; her words are for her own rep only."""
    found, text = heard or (None, None)
    return {
        "id": lead.id,
        "user_name": lead.name,
        "user_email": lead.email,
        "user_phone": lead.phone,
        "channel": lead.source,
        "message": text if lead.owner_id == viewer.id else None,
        "intent": found.intent if found else None,
        "urgency": found.urgency if found else None,
        "score": lead.score,
        "quality": lead.quality.upper(),
        "stage": lead.stage,
        "company": lead.company,
        "is_customer": lead.is_customer,
        "owner_id": lead.owner_id,
        "exported": lead.exported,
        "last_inbound_at": lead.last_inbound_at,
        "created_at": lead.created_at,
    }


async def items(scope: Scope, rows: Sequence[Lead], viewer: User) -> list[dict[str, Any]]:
    heard = await leadlist.last_heard(scope, [lead.id for lead in rows])
    return [item(lead, heard.get(lead.id), viewer) for lead in rows]


def router() -> APIRouter:
    routes = APIRouter(prefix="/api/leads", tags=["leads"], responses=responses(401, 422, 429))
    _listing(routes)
    _looking(routes)
    return routes


def _listing(routes: APIRouter) -> None:
    @routes.get("", response_model=LeadPage, response_model_exclude_none=True)
    async def list_leads(
        house: House,
        user: Person,
        quality: Annotated[Quality | None, Query(examples=["HOT"])] = None,
        stage: Annotated[str | None, Query(max_length=40)] = None,
        channel: Annotated[str | None, Query(max_length=40)] = None,
        search: Annotated[str, Query(max_length=100, description="Name, company, place, e-mail or number.")] = "",
        sort: leadlist.Sort = "score",
        order: Literal["asc", "desc"] = "desc",
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Annotated[str | None, Query(max_length=400)] = None,
    ) -> Any:
        """One page of one's own leads (a leader: the team's), filtered, searched and sorted."""
        wanted = Wanted(
            quality=quality.lower() if quality else None,
            stage=stage,
            source=channel,
            search=search,
            sort=sort,
            descending=order == "desc",
            limit=limit + 1,
            after=behind(cursor, sort) if cursor else None,
        )
        async with house.db.read(user.team_id, whose(user)) as scope:
            found = await leadlist.counted_page(scope, wanted)
            shown = found.rows[:limit]
            told = await items(scope, shown, user)
        await looked(house, user, {lead.owner_id for lead in shown}, "leads")
        return {
            "total": found.total,
            "total_exact": found.exact,
            "leads": told,
            "next": cursor_of(shown[-1], sort) if len(found.rows) > limit else None,
        }


def _looking(routes: APIRouter) -> None:
    @routes.get("/{lead_id}", response_model=LeadDetail, response_model_exclude_none=True, responses=responses(404))
    async def one(lead_id: LeadId, house: House, user: Person) -> Any:
        """One lead with the history of its score and the reasons, its runs through sequences and its notes."""
        async with house.db.read(user.team_id, whose(user)) as scope:
            lead = await _lead(scope, lead_id)
            heard = await leadlist.last_heard(scope, [lead.id])
            scores = await leadlist.score_history(scope, lead.id)
            runs = await leadlist.enrolments(scope, lead.id)
            notes = await leadlist.notes(scope, lead.id)
            lines = await leadlist.conversations(scope, lead.id) if lead.owner_id == user.id else []
        await looked(house, user, [lead.owner_id], "lead", lead.id)
        return {
            **item(lead, heard.get(lead.id), user),
            **{name: getattr(lead, name) for name in ("place", "tier", "tone", "language", "satisfaction_score")},
            **{name: getattr(lead, name) for name in ("watched_video", "objections", "interests", "disg")},
            "scores": [_score(row) for row in scores],
            "sequences": [_run(row) for row in runs],
            "notes": [_note(row) for row in notes],
            "conversations": [{"id": row.id, "channel": row.channel, "mode": row.mode} for row in lines],
        }

    @routes.get(
        "/{lead_id}/messages", response_model=Talk, response_model_exclude_none=True, responses=responses(403, 404)
    )
    async def messages(
        lead_id: LeadId,
        house: House,
        user: Person,
        before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Any:
        """What was said with a lead of one's own, newest first."""
        async with house.db.read(user.team_id, whose(user)) as scope:
            lead = await _lead(scope, lead_id)
            _own(user, lead)
            rows = await leadlist.timeline(scope, lead.id, before=before, limit=limit + 1)
        shown = rows[:limit]
        return {"messages": [_line(row) for row in shown], "next": shown[-1].id if len(rows) > limit else None}


async def _lead(scope: Scope, lead_id: int) -> Lead:
    lead = await leads.get(scope, lead_id)
    if lead is None:
        raise Problem(404, "You have no such lead.")
    return lead


def _own(user: User, lead: Lead) -> None:
    """A leader sees the team's leads, but not what somebody else talks about with them (SAFETY: fair leader view)."""
    if lead.owner_id != user.id:
        raise Problem(403, "Only the lead's own rep reads the conversation.")


def _score(row: LeadAnalysis) -> Mapping[str, Any]:
    same = ("at", "score", "intent", "urgency", "tone", "category", "confidence", "provider", "factors")
    return {**{name: getattr(row, name) for name in same}, "quality": row.quality.upper(), "extracted_data": row.facts}


def _run(row: Enrolment) -> Mapping[str, Any]:
    same = ("id", "sequence", "status", "step", "outcome", "started_at", "next_due_at", "completed_at")
    return {name: getattr(row, name) for name in same}


def _line(row: Message) -> Mapping[str, Any]:
    return {name: getattr(row, name) for name in ("id", "at", "direction", "text", "state", "origin", "reason")}


def _note(row: Note) -> Mapping[str, Any]:
    return {"id": row.id, "at": row.at, "text": row.text}


def cursor_of(lead: Lead, sort: leadlist.Sort) -> str:
    """Where the page after this lead starts, as a word for an address."""
    key = leadlist.key_of(lead, sort)
    told = key.isoformat() if isinstance(key, datetime) else key
    return base64.urlsafe_b64encode(json.dumps([sort, told, lead.id]).encode()).decode().rstrip("=")


def behind(cursor: str, sort: leadlist.Sort) -> tuple[Any, int]:
    """Where a page starts. Raises Problem 422 for a cursor that was not given for this order."""
    try:
        found = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        same, key, lead_id = found
        if same != sort or not isinstance(lead_id, int) or isinstance(lead_id, bool) or not 0 < lead_id < 2**62:
            raise ValueError(cursor)
        if sort in ("created_at", "last_inbound_at"):
            return datetime.fromisoformat(key).astimezone(UTC), lead_id
        if isinstance(key, str) if sort == "name" else isinstance(key, int) and abs(key) <= 1000:
            return key, lead_id
        raise ValueError(cursor)
    except (ValueError, TypeError, OverflowError):
        raise Problem(422, "cursor: take it from the page before, with the same sort.") from None
