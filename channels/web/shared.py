"""What the holder of a share link reads: figures and a list of leads as plain HTML, nothing to run and nothing to do.

It shows what the link's owner may see today (role and leads re-read at each look), without numbers, addresses, notes
and conversations. An unknown, expired or revoked word looks the same: there is nothing there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from channels import calendar, words
from channels.web import plain
from channels.web.api.leads import behind, cursor_of
from channels.web.deps import House, whose
from channels.web.errors import Problem
from channels.web.filters import PAGE, from_query
from channels.web.looks import looked
from channels.web.plain import escape, said
from store import dates, sharing
from store.models import Lead, ShareLink, User
from store.queries import leadlist, shares
from store.types import Language, Say


def router() -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get("/shared/{word}")
    async def shared(word: str, request: Request, house: House) -> HTMLResponse:
        number = sharing.read(house.settings.secret(), word)
        async with house.db.read() as scope:
            found = await shares.open_link(scope, number, house.clock.now()) if number is not None else None
        return _gone(request) if found is None else await _page(request, house, word, *found)

    return routes


def _gone(request: Request) -> HTMLResponse:
    language = plain.language(request)
    title = said(language, "shared-gone")
    body = f'<main class="shared"><h1>{title}</h1><p class="hint">{said(language, "shared-gone-more")}</p></main>'
    return plain.page(request, title, body, status=404)


async def _page(request: Request, house: House, word: str, link: ShareLink, owner: User) -> HTMLResponse:
    language = plain.language(request)
    wanted = from_query(link.filter)
    async with house.db.read(owner.team_id, whose(owner)) as scope:
        try:
            cursor = request.query_params.get("after", "")[:400]
            start = behind(cursor, wanted.sort) if cursor else None
        except Problem:
            start = None
        rows = await leadlist.page(scope, replace(wanted, limit=PAGE + 1, after=start))
        quality = await leadlist.by_quality(scope, wanted)
    shown = rows[:PAGE]
    await looked(house, owner, {lead.owner_id for lead in shown}, "share_link")
    title = said(language, "shared-title", name=owner.name)
    until = dates.speak(link.expires_at, house.clock.now(), calendar.HOME_ZONE, language)
    more = f"/shared/{word}?" + urlencode({"after": cursor_of(shown[-1], wanted.sort)}) if len(rows) > PAGE else ""
    on = f'<a href="{escape(more)}">{said(language, "page-after")}</a>' if more else ""
    back = f'<a href="/shared/{escape(word)}">{said(language, "page-before")}</a>' if start else ""
    other, label = ("en", "English") if language == "de" else ("de", "Deutsch")
    switch = f'<p class="hint"><a href="?lang={other}">{label}</a></p>'
    body = (
        f'<main class="shared"><header><div class="mark"></div><div><h1>{title}</h1>'
        f'<p class="hint">{said(language, "shared-until", when=until)}</p></div></header>{_cards(language, quality)}'
        f'{_list(language, shown)}<nav class="pages"><span>{back}</span><span>{on}</span></nav>{switch}</main>'
    )
    answer = plain.page(request, title, body)
    if "lang" in request.query_params:  # the pages after this one are read in the same language
        answer.set_cookie(plain.LANGUAGE, language, path="/shared", samesite="strict")
    return answer


def _cards(language: Language, quality: dict[str, int]) -> str:
    figures = [("all", said(language, "all-leads"), sum(quality.values()))]
    figures += [(name, said(language, f"quality-{name}"), count) for name, count in quality.items()]
    cards = "".join(
        f'<div class="card {name}"><b>{count}</b><span>{label}</span></div>' for name, label, count in figures
    )
    return f'<div class="cards">{cards}</div>'


def _list(language: Language, rows: Sequence[Lead]) -> str:
    if not rows:
        return f'<p class="hint">{said(language, "shared-none")}</p>'
    return f'<ul class="list">{"".join(_row(language, lead) for lead in rows)}</ul>'


def _row(language: Language, lead: Lead) -> str:
    try:
        stage = words.say(language, Say(f"value-stage-{lead.stage.replace('_', '-')}"))
    except words.WordError:
        stage = lead.stage.replace("_", " ")
    about = " · ".join(part for part in (lead.company, lead.place, stage) if part)
    tone = lead.quality if lead.quality in ("hot", "warm", "cold") else "cold"
    return (
        f'<li><span class="name">{escape(called(lead) or said(language, "nobody"))}</span>'
        f'<span class="pill {tone}">{said(language, f"quality-{tone}")} {lead.score}</span>'
        f'<span class="more">{escape(about)}</span></li>'
    )


def called(lead: Lead) -> str:
    """What she is called; "" when that is only the number or address she was first seen under."""
    told = lead.name.strip()
    address = told in (lead.phone, lead.email) or "@" in told or not any(letter.isalpha() for letter in told)
    return "" if address else told
