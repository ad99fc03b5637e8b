"""What the house knows about one lead: score with reasons, sequence, reminders, decisions; and the approvals."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, cast

from nicegui import ui

from channels import words
from channels.notices import reason_key
from channels.web.pages import kit
from channels.web.pages.kit import Told
from channels.web.pages.timeline import Stop, timeline
from sequences.catalogue import Catalogue
from sequences.definition import DefinitionError
from sequences.plan import Sequence as Plan
from store.models import Approval, Decision, LeadAnalysis
from store.queries.insight import Insight, Run
from store.types import Say, Verdict

Command = Callable[[str], Awaitable[None]]
Propose = Callable[[str], None]
Start = Callable[[Plan], Awaitable[None]]
_FACTORS = 7
_ICONS = {"done": "check", "skipped": "redo", "next": "schedule", "later": "", "off": ""}
_QUIET = frozenset({"not_due", "step"})


def approvals(told: Told, waiting: Sequence[tuple[Approval, str]], command: Command, propose: Propose) -> None:
    """What waits for the person's word; decided by the same commands one can write in the chat."""
    with _section(told("approvals"), str(len(waiting)) if waiting else ""):
        if not waiting:
            kit.text(told("approvals-none"), "hint")
        for row, name in waiting:
            with kit.box("approval"):
                content = proposal(told, row, name)
                with kit.box("acts"):
                    _ways(told, row.id, bool(content), command, propose)


def proposal(told: Told, row: Approval, name: str, link: str = "") -> str:
    """Recipient, end and words of what waits; answers the words."""
    with kit.box("between"):
        head = kit.text(name or told("nobody"), "strong", "a" if link else "div")
        if link:
            head._props["href"] = link
        kit.text(told("until", when=told.moment(row.expires_at)), "small")
    content = str(row.arguments.get("text", ""))
    kit.text(content or row.tool.replace("_", " "), "quote")
    return content


def _ways(told: Told, number: int, worded: bool, command: Command, propose: Propose) -> None:
    head = told("command-approval", number=number)
    yes, no = told("command-yes", head=head), told("command-no", head=head)
    kit.button(told("act-approve"), "approve", lambda: command(yes))
    if worded:
        kit.button(told("act-change"), "change", lambda: propose(f"{head}: "))
    kit.button(told("act-reject"), "reject", lambda: command(no))


def lead(told: Told, found: Insight, catalogue: Catalogue, library: Sequence[Plan], start: Start) -> None:
    """The panel of one lead; ``start`` begins a sequence with her."""
    row = found.lead
    _score(told, row.score, row.quality, found.analysis)
    with _section(told("sequence")):
        running = [run for run in found.runs if run.row.status in ("active", "paused")]
        for run in running or found.runs[:1]:
            _run(told, run, catalogue, row.zone)
        if not running:
            kit.text(told("sequence-none" if library else "sequence-nothing"), "hint")
            with kit.box("acts"):
                for plan in library[:4]:
                    kit.button(plan.title.get(told.language, plan.name), "quiet", lambda plan=plan: start(plan))
    if found.reminders:
        with _section(told("reminders"), str(len(found.reminders))):
            for reminder in found.reminders:
                with kit.box("between line"):
                    kit.text(reminder.note or told("reminder-bare"), "grow")
                    kit.text(told.moment(reminder.due_at), "small")
    _decided(told, found.decisions)


def _section(title: str, count: str = "") -> Any:
    with kit.box("section") as made, kit.box("between"):
        kit.text(title, "heading", "h2")
        if count:
            kit.text(count, "count")
    return made


def _score(told: Told, value: int, quality: str, analysis: LeadAnalysis | None) -> None:
    with _section(told("score")):
        with kit.box(f"score {quality}"):
            kit.text(str(value), "ring").style(f"--part: {value}")
            with kit.box("grow"):
                kit.text(told(f"quality-{quality}"), "quality")
                kit.text(
                    told("score-from", when=told.moment(analysis.at)) if analysis else told("score-early"), "small"
                )
        if analysis is None:
            return
        with kit.box("factors"):
            for factor in analysis.factors[:_FACTORS]:
                _factor(told, factor)


def _factor(told: Told, factor: dict[str, Any]) -> None:
    points, most = int(factor["points"]), int(factor["maximum"])
    reason = str(factor["reason"]).replace("_", "-")
    with kit.box("factor" if points else "factor none"):
        kit.text(told.said(Say(f"score-{reason}"), reason), "name")
        kit.box("bar").style(f"--part: {round(100 * points / most) if most else 0}")
        kit.text(f"{points}/{most}", "points")


def _run(told: Told, run: Run, catalogue: Catalogue, zone: str) -> None:
    row = run.row
    try:
        plan = catalogue.parse(run.definition)
    except DefinitionError:
        kit.text(row.sequence.replace("_", " "), "strong")
        return
    stops = timeline(plan, run, told.language, zone)
    with kit.box("between"):
        kit.text(plan.title.get(told.language, plan.name), "strong")
        kit.text(told(f"status-{row.status}"), f"tag {row.status}")
    upcoming = next((stop for stop in stops if stop.fate == "next"), None)
    if upcoming is not None:
        kit.text(told("next-step", step=upcoming.title, when=told.moment(upcoming.at)), "next")
    with kit.box("timeline"):
        for stop in stops:
            _stop(told, stop)


def _stop(told: Told, stop: Stop) -> None:
    with kit.box(f"stop {stop.fate}"):
        with kit.box("knot"):
            if _ICONS[stop.fate]:
                ui.icon(_ICONS[stop.fate])
        with kit.box("grow"):
            kit.text(stop.title, "title")
            kit.text(told.moment(stop.at), "small")
            if stop.rule and stop.rule not in _QUIET:
                kit.text(told.said(Say(reason_key(stop.rule))), "small why")


def _decided(told: Told, decisions: Sequence[Decision]) -> None:
    """The newest decisions in words: why something went out, waits or did not."""
    lines: list[tuple[str, datetime, str]] = []
    for row in decisions:
        said = told.said(words.reason(_verdict(row), told.zone))
        if said and not any(said == line for line, _, _ in lines):
            lines.append((said, row.at, row.verdict))
    if not lines:
        return
    with _section(told("decided")):
        for said, at, verdict in lines[:4]:
            with kit.box("decision"):
                kit.box(f"sign {'halt' if verdict in ('refuse', 'cancel') else verdict}")
                with kit.box("grow"):
                    kit.text(said)
                    kit.text(told.moment(at), "small")


def _verdict(row: Decision) -> Verdict:
    return Verdict(cast("Any", row.verdict), row.rule, row.facts, row.until)
