"""What came of a playbook: clones, answers, partners, best and worst; no winner before there is enough data."""

from __future__ import annotations

from pydantic import Field

from store.queries import playbooks
from store.queries.playbooks import Runs
from store.types import Outcome, Say
from tools import playbooks as shared
from tools.base import Arguments, Tool, Words
from tools.context import Context

ENOUGH = 10  # runs of one member before she is compared with others


class TemplatePerformance(Arguments):
    template: Words | None = Field(None, description="Which playbook: its name or number")


async def run(context: Context, arguments: TemplatePerformance) -> Outcome:
    row = await shared.which(context, arguments.template)
    if isinstance(row, Outcome):
        return row
    found = await playbooks.runs(context.scope, row.id, [each["name"] for each in row.content["sequences"]])
    started, answered = sum(each.started for each in found), sum(each.answered for each in found)
    partners = sum(each.partners for each in found)
    ranked = sorted((each for each in found if each.started >= ENOUGH), key=_rate)
    best, worst = (ranked[-1], ranked[0]) if len(ranked) > 1 else (None, None)
    values = {
        "name": row.name,
        "version": row.version,
        "clones": len(found),
        "started": started,
        "answered": answered,
        "response": _percent(answered, started),
        "partners": partners,
        "conversion": _percent(partners, started),
        "best": best.name if best else "-",
        "worst": worst.name if worst else "-",
    }
    result = {
        "template_id": row.id,
        "times_cloned": len(found),
        "started": started,
        "response_rate": answered / started if started else None,
        "conversion_to_partner": partners / started if started else None,
        "best": best.name if best else None,
        "worst": worst.name if worst else None,
    }
    key = "playbook-performance" if best else "playbook-performance-early"
    return Outcome("done", Say(key, values), result)


def _rate(each: Runs) -> float:
    return each.answered / each.started


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


TOOL = Tool(
    name="template_performance",
    description="Show a leader what came of a playbook: clones, response rate, partners.",
    arguments=TemplatePerformance,
    run=run,
    commands=("leistung", "performance"),
    from_command=lambda rest: {"template": rest.strip()} if rest.strip() else {},
    roles=shared.LEADERS,
)
