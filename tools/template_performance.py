"""What a playbook brings, per version: clones, answers, partners, best and worst; no winner before there is enough."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Sequence
from typing import Any

from pydantic import Field

from sequences import barchart
from sequences.comparing import ENOUGH, Comparison, by_member, by_version, compare, differ, summed
from store.db import Scope
from store.models import Playbook
from store.queries import playbook_runs, playbooks
from store.queries.playbook_runs import Runs
from store.types import Outcome, Say
from tools import playbooks as shared
from tools.base import Arguments, Tool, Words
from tools.context import Context


class TemplatePerformance(Arguments):
    template: Words | None = Field(None, description="Which playbook: its name or number")


async def run(context: Context, arguments: TemplatePerformance) -> Outcome:
    row = await shared.which(context, arguments.template)
    if isinstance(row, Outcome):
        return row
    scope = _scope(context, row)
    contents = await playbooks.contents(context.scope, row.id)
    digests = {version: {one["name"]: one["digest"] for one in each["sequences"]} for version, each in contents.items()}
    rows = await playbook_runs.runs(scope, row.id, digests)
    held = await playbook_runs.versions_held(scope, row.id)
    # Figures of single people are the own team's alone, and only of who is first and last.
    members = by_member([one for one in rows if one.user_id in await _team(context, row)])
    compared, versions = compare(members), _versions(row, rows)
    clones = len(await playbooks.clones(scope, row.id))
    values = {
        "name": row.name,
        "version": row.version,
        "clones": clones,
        "lines": "\n".join(_line(context, row, one, held) for one in versions),
        "compared": _compared(context, compared, members),
        "versions": _between(context, row, versions),
    }
    result = {**_result(row, rows, versions, held, compared), "times_cloned": clones}
    if any(one.reached for one in versions):
        picture = await asyncio.to_thread(_picture, context, row, versions, compared)
        result["files"] = [{"name": "playbook.png", "base64": base64.b64encode(picture).decode()}]
    return Outcome("done", Say("playbook-performance", values), result)


def _scope(context: Context, row: Playbook) -> Scope:
    """Its owner sees what came of it everywhere, in sums; another leader what came of it in the own team."""
    whole = row.owner_id == context.actor.id or (context.actor.role == "admin" and row.team_id == context.actor.team_id)
    return Scope(context.work.session) if whole else Scope(context.work.session, context.actor.team_id)


async def _team(context: Context, row: Playbook) -> set[int]:
    return {user.id for _, user in await playbooks.clones(context.scope, row.id)}


def _versions(row: Playbook, rows: Sequence[Runs]) -> list[Runs]:
    """Newest first: the present version and those with which somebody was written to; changed texts of members last."""
    found = {one.version: one for one in by_version(rows)}
    numbers = sorted({row.version, *(version for version in found if version)}, reverse=True)
    own = [found[0]] if 0 in found else []
    return [found.get(number, Runs(0, "", number, 0, 0, 0)) for number in numbers[:6]] + own


def _line(context: Context, row: Playbook, one: Runs, held: dict[int, int]) -> str:
    if not one.reached:
        return context.words("playbook-version-empty", label=_label(context, row, one), held=held.get(one.version, 0))
    values = {"runs": one.reached, "response": _percent(one.response), "partners": one.partners}
    return context.words(
        "playbook-version-line",
        label=_label(context, row, one),
        held=held.get(one.version, 0),
        conversion=_percent(one.conversion),
        **values,
    )


def _label(context: Context, row: Playbook, one: Runs) -> str:
    if one.version == 0:
        return context.words("playbook-version-own")
    now = "yes" if one.version == row.version else "no"
    return context.words("playbook-version-label", version=one.version, now=now)


def _compared(context: Context, found: Comparison, members: Sequence[Runs]) -> str:
    if found.best is not None and found.worst is not None:
        values = {"best": found.best.name, "best_rate": _percent(found.best.response)}
        values |= {"worst": found.worst.name, "worst_rate": _percent(found.worst.response)}
        return context.words("playbook-compared", **values)
    if found.short:
        return context.words("playbook-compared-early", short=found.short, enough=ENOUGH)
    return context.words("playbook-compared-even")


def _between(context: Context, row: Playbook, versions: Sequence[Runs]) -> str:
    """Whether the newest version answers better or worse than the one before it; "none" as long as nobody can tell."""
    numbered = [one for one in versions if one.version]
    if len(numbered) < 2 or not any(one.reached for one in numbered[1:]):
        return "none"
    new, old = numbered[0], next(one for one in numbered[1:] if one.reached)
    missing = max(0, ENOUGH - new.reached) + max(0, ENOUGH - old.reached)
    values = {"new": new.version, "old": old.version}
    if missing:
        return context.words("playbook-versions-early", short=missing, **values)
    if not differ(new, old):
        return context.words("playbook-versions-even", **values)
    return context.words(
        "playbook-versions-better" if new.response > old.response else "playbook-versions-worse", **values
    )


def _result(
    row: Playbook, rows: Sequence[Runs], versions: Sequence[Runs], held: dict[int, int], compared: Comparison
) -> dict[str, Any]:
    every = summed(rows)
    return {
        "template_id": row.id,
        "version": row.version,
        "started": every.reached,
        "response_rate": every.response if every.reached else None,
        "conversion_to_partner": every.conversion if every.reached else None,
        "best": compared.best.name if compared.best else None,
        "worst": compared.worst.name if compared.worst else None,
        "missing_to_compare": compared.short,
        "versions": [
            {
                "version": one.version or None,
                "members": held.get(one.version, 0),
                "started": one.reached,
                "answered": one.answered,
                "partners": one.partners,
                "response_rate": one.response if one.reached else None,
                "conversion_to_partner": one.conversion if one.reached else None,
            }
            for one in versions
        ],
    }


def _picture(context: Context, row: Playbook, versions: Sequence[Runs], compared: Comparison) -> bytes:
    """Blocks; called in a thread."""
    bars = [_bars(context, _label(context, row, one), one) for one in versions]
    people = [one for one in (compared.best, compared.worst) if one is not None]
    bars += [_bars(context, one.name, one) for one in people]
    names = (context.words("playbook-chart-response"), context.words("playbook-chart-conversion"))
    return barchart.draw(row.name, context.words("playbook-chart-note", enough=ENOUGH), names, bars)


def _bars(context: Context, label: str, one: Runs) -> barchart.Bars:
    def said(part: int) -> str:
        return context.words("playbook-chart-of", part=part, whole=one.reached, percent=_percent(part / one.reached))

    if not one.reached:
        return barchart.Bars(label, (0.0, 0.0), (context.words("playbook-chart-none"), ""), pale=True)
    values = (one.response, one.conversion)
    return barchart.Bars(label, values, (said(one.answered), said(one.partners)), pale=one.reached < ENOUGH)


def _percent(part: float) -> int:
    return round(100 * part)


TOOL = Tool(
    name="template_performance",
    description="Show a leader what came of a playbook: clones, response rate, partners, per version, with a chart.",
    arguments=TemplatePerformance,
    run=run,
    commands=("leistung", "performance"),
    from_command=lambda rest: {"template": rest.strip()} if rest.strip() else {},
    roles=shared.LEADERS,
    reads=True,
)
