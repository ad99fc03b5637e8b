"""Tracked links to the team's video: the link in a text knows whose it is, and opening it is remembered once."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import datetime

from store.db import Work
from store.models import Lead, Team
from store.queries import acts, people
from store.settings import Settings

_TOKEN = re.compile(r"([0-9a-v]{1,13})-([0-9a-f]{24})")
_DIGITS = "0123456789abcdefghijklmnopqrstuv"


def token(secret: bytes, lead_id: int) -> str:
    """A lead's own token: her id and a keyed proof that we wrote it."""
    return f"{_base32(lead_id)}-{_proof(secret, lead_id)}"


def lead_of(secret: bytes, said: str) -> int | None:
    """Whose token this is, or None for one we never made."""
    found = _TOKEN.fullmatch(said)
    if found is None:
        return None
    lead_id = int(found[1], 32)
    return lead_id if hmac.compare_digest(_proof(secret, lead_id), found[2]) else None


def links(settings: Settings, team: Team | None, lead_id: int) -> dict[str, str]:
    """What ``{{video_link}}`` stands for in a message to this lead; nothing while the team has no video."""
    if team is None or not team.video_url:
        return {}
    return {"video_link": f"{settings.public_base_url.rstrip('/')}/v/{token(settings.secret(), lead_id)}"}


async def target(work: Work, secret: bytes, said: str) -> tuple[Lead, str] | None:
    """The lead of a token and the team's video; None when either is gone."""
    lead_id = lead_of(secret, said)
    lead = await work.session.get(Lead, lead_id) if lead_id is not None else None
    team = await people.team(work.scope(), lead.team_id) if lead is not None else None
    return (lead, team.video_url) if lead is not None and team is not None and team.video_url else None


async def watched(work: Work, lead: Lead, now: datetime) -> None:
    """She opened it: known once, with its reason, so that sequences take the other branch."""
    if lead.watched_video:
        return
    lead.watched_video = True
    await acts.record(
        work.scope(), lead.team_id, "lead", lead.id, verdict="learnt", rule="watched_video", at=now, lead_id=lead.id
    )


def _proof(secret: bytes, lead_id: int) -> str:
    return hmac.new(secret, f"video:{lead_id}".encode(), hashlib.sha256).hexdigest()[:24]


def _base32(number: int) -> str:
    said = ""
    while number or not said:
        said, number = _DIGITS[number % 32] + said, number // 32
    return said
