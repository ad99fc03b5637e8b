"""The day's suggestions of a rep: facts gathered from rows, ranked by the pure rules, each with time, way and draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from channels import calendar, videos, words
from channels.outbox import Outbox
from sequences import best_time, composing, followup_texts, followups
from sequences.best_time import Best, Population, Said, Way
from sequences.composing import Body, Composed, Lines
from sequences.followups import Due, NotNow, Standing
from store.db import Scope
from store.models import Lead, User
from store.queries import candidates, people, story
from store.queries import followups as query
from store.queries import leads as lead_queries
from store.types import Language, Say

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One lead to contact: why, when (``at``, aware), on which ``way``, and the text with its template's name.

    ``approved`` is the filled text of the provider's template that leaves when the window is closed.
    """

    lead: Standing
    due: Due
    way: Way
    best: Best
    at: datetime
    confidence: float
    consent: bool
    template: str | None = None
    text: str = ""
    approved: str | None = None
    approved_name: str = ""


async def suggestions(
    scope: Scope,
    user: User,
    now: datetime,
    *,
    limit: int = 20,
    priority: str | None = None,
    lead_ids: Sequence[int] | None = None,
    outbox: Outbox,
) -> list[Suggestion]:
    """Whom ``user`` is to contact today, the most important first; with ``priority`` all of that priority.

    ``lead_ids`` asks about these leads alone. ``outbox`` knows on which lines the house can send and its address.
    """
    until = end_of_day(now, user.zone)
    due = [
        (lead, found)
        for lead, found in await ranked(scope, now, lead_ids=lead_ids, wanted=limit)
        if (found.priority == priority if priority else found.due_at <= until)
    ][:limit]
    return await _completed(scope, user, due, now, outbox)


async def ranked(
    scope: Scope, now: datetime, *, lead_ids: Sequence[int] | None = None, wanted: int = 20
) -> list[tuple[Standing, Due]]:
    """Everybody who is due, best first. Looks at pages of likely leads until ``wanted`` are found."""
    if lead_ids is not None:
        return followups.rank(await standings(scope, lead_ids, now), now)
    likely = await candidates.likely(scope, now)
    calls = [lead_id for lead_id in await query.call_leads(scope) if lead_id not in {row.id for row in likely}]
    found: list[tuple[Standing, Due]] = followups.rank(await standings(scope, calls, now), now) if calls else []
    for start in range(0, len(likely), _PAGE):
        page = likely[start : start + _PAGE]
        found += followups.rank(await _standings(scope, page, now), now)
        if len(found) >= wanted:
            break
    return sorted(found, key=lambda pair: followups.order(pair, now))


async def standings(scope: Scope, lead_ids: Sequence[int], now: datetime) -> list[Standing]:
    """What is known of named leads of the scope's team now."""
    return await _standings(scope, await candidates.columns_of(scope, lead_ids), now) if lead_ids else []


async def verdict(scope: Scope, lead: Lead, now: datetime) -> tuple[Standing, Due | NotNow]:
    """The rules' word on one lead of the scope's person."""
    standing = (await standings(scope, [lead.id], now))[0]
    return standing, followups.judge(standing, now)


async def _standings(scope: Scope, rows: Sequence[Row[Any]], now: datetime) -> list[Standing]:
    ids = [row.id for row in rows]
    if not ids:
        return []
    way = await query.under_way(scope, ids, now)
    unanswered, intents = await query.unanswered(scope, ids), await query.intents(scope, ids)
    gone = await query.opted_out(scope, ids)
    return [
        Standing(
            lead_id=row.id,
            name=row.name,
            zone=row.zone,
            stage=row.stage,
            quality=row.quality if row.quality in ("hot", "warm") else "cold",
            score=row.score,
            is_customer=row.is_customer,
            watched_video=row.watched_video,
            objections=tuple(row.objections or ()),
            intent=intents.get(row.id, ""),
            last_inbound_at=row.last_inbound_at,
            last_outbound_at=row.last_outbound_at,
            created_at=row.created_at,
            unanswered=unanswered.get(row.id, 0),
            away_until=row.away_until,
            opted_out=row.id in gone,
            paused=row.paused_reason is not None,
            approval=way.approvals.get(row.id),
            queued=row.id in way.queued,
            in_sequence=row.id in way.sequences,
            next_step_at=way.sequences.get(row.id),
            reminder_at=way.reminders.get(row.id),
            call_at=way.calls.get(row.id),
            rests_until=way.rests[row.id][0] if row.id in way.rests else None,
            rests_rule=way.rests[row.id][1] if row.id in way.rests else "put_off",
        )
        for row in rows
    ]


def end_of_day(now: datetime, zone: str) -> datetime:
    """The last moment of the local calendar day."""
    return calendar.day_after(now, zone) - timedelta(microseconds=1)


async def _completed(
    scope: Scope, user: User, due: Sequence[tuple[Standing, Due]], now: datetime, outbox: Outbox
) -> list[Suggestion]:
    """Adds time, way, draft and confidence, with one look at each table for all of them."""
    ids = [lead.lead_id for lead, _ in due]
    if not ids:
        return []
    rows = await query.leads_by_id(scope, ids)
    lines_of = await people.lines_to(scope, list(rows.values()))
    histories = await query.histories(scope, ids, now)
    consents, last = await query.consents(scope, ids), await query.last_templates(scope, ids)
    everybody = best_time.population(await query.replies(scope))
    team = await people.team(scope, user.team_id)
    bodies = await _bodies(scope, user.team_id)
    made: list[Suggestion] = []
    for lead, found in due:
        row = rows[lead.lead_id]
        said = [Said(*each) for each in histories.get(row.id, ())]
        lines_to = [line for line in lines_of[row.id] if outbox.adapters.of(line.account) is not None]
        reachable = list(dict.fromkeys(line.account.channel for line in lines_to))
        way = best_time.way(said, reachable, wants_call=found.reason == "call_scheduled", phone=bool(row.phone))
        if way is None:
            continue
        suggestion = _suggestion(lead, found, way, row, said, everybody, consents, now)
        links = videos.links(outbox.settings, team, row.id)
        filling = composing.values(lead_queries.facts(row), user.name, team.name if team else "", links)
        made.append(_drafted(suggestion, row, user, filling, bodies, last.get(row.id), now))
    return made


def _suggestion(
    lead: Standing,
    due: Due,
    way: Way,
    row: Lead,
    said: Sequence[Said],
    everybody: Population,
    consents: Mapping[tuple[int, str], bool],
    now: datetime,
) -> Suggestion:
    best = best_time.best([each.at for each in said if not each.to_lead], row.zone, everybody)
    at = now
    if due.reason == "call_scheduled":
        at = max(due.due_at, now)
    elif not lead.asks:
        latest = max(due.due_at + followups.WITHIN[due.priority], end_of_day(now, row.zone))
        at = best_time.next_moment(best, now, min(latest, end_of_day(now, row.zone)), row.zone, row.region)
    consent = consents.get((row.id, way.channel), consents.get((row.id, "*"), False)) or way.channel == "call"
    sure = followups.confidence(lead, due, consent=consent, rate=way.rate, own_time=best.basis == "own")
    return Suggestion(lead, due, way, best, at, sure, consent)


def _drafted(
    made: Suggestion,
    row: Lead,
    user: User,
    filling: Mapping[str, str],
    bodies: Mapping[tuple[str, str], Body],
    last: str | None,
    now: datetime,
) -> Suggestion:
    facts = lead_queries.facts(row)
    templates = followup_texts.choose(made.lead, made.due, disg=facts.disg, last=last)
    own = {t.name: body for t in templates if (body := _body_for(t.whatsapp, row, bodies)) is not None}
    composed = composing.compose(templates, own, facts, filling, lines(row, user, now))
    if not isinstance(composed, Composed):
        return made
    return Suggestion(
        made.lead,
        made.due,
        made.way,
        made.best,
        made.at,
        made.confidence,
        made.consent,
        composed.name,
        composed.text,
        composed.approved,
        composed.approved_name,
    )


def _body_for(name: str | None, row: Lead, bodies: Mapping[tuple[str, str], Body]) -> Body | None:
    """The approved provider template in the lead's language; a formal one first for somebody addressed as Sie."""
    names = [f"{name}_sie", name] if row.register == "sie" else [name]
    return next((body for one in names if (body := bodies.get((one or "", row.language))) is not None), None)


async def _bodies(scope: Scope, team_id: int) -> dict[tuple[str, str], Body]:
    found: dict[tuple[str, str], Body] = {}
    for language in ("de", "en"):
        for row in await story.approved_templates(scope, team_id, language, limit=200):
            found[row.name, language] = Body(row.name, row.body)
    return found


def lines(row: Lead, user: User, now: datetime) -> Lines:
    """What the law wants said in a message the bot words: who writes, and how to end it."""
    language: Language = "en" if row.language == "en" else "de"
    values = {"register": row.register, "sender": user.name}
    tell = composing.must_disclose(row.disclosed_at, row.last_inbound_at, row.last_outbound_at, now)
    return Lines(
        disclosure=words.say(language, Say("sequence-disclosure", values)) if tell else None,
        stop=words.say(language, Say("sequence-stop-word", values)),
    )
