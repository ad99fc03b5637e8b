"""What pages decide without a browser: the timeline of a run, and where signing in may lead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from channels.web.browser import local
from channels.web.pages.timeline import timeline
from channels.web.shared import called
from sequences import shipped
from sequences.definition import load
from sequences.plan import Sequence
from store.models import Decision, Enrolment, Lead, SequenceDefinition
from store.queries.insight import Run

START = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def plan() -> Sequence:
    return load(shipped.texts()["ghost_reactivation.yaml"], "ghost_reactivation.yaml")


def run(status: str, step: int, *decisions: tuple[str, str, dict[str, Any]], waiting: int | None = None) -> Run:
    row = Enrolment(
        status=status, step=step, started_at=START, next_due_at=START + timedelta(days=7), waiting_for=waiting
    )
    rows = [
        Decision(verdict=v, rule=r, facts=f, at=START + timedelta(hours=n)) for n, (v, r, f) in enumerate(decisions)
    ]
    return Run(row, SequenceDefinition(), rows)


def fates(found: Run, plan: Sequence) -> list[str]:
    return [stop.fate for stop in timeline(plan, found, "de", "Europe/Berlin")]


def test_a_fresh_run_has_one_next_step(plan: Sequence) -> None:
    found = run("active", 0, ("run", "started", {"steps": 4}))
    assert fates(found, plan) == ["next", "later", "later", "later"]


def test_what_was_done_and_skipped_says_so(plan: Sequence) -> None:
    found = run("active", 2, ("run", "step", {"step": 1}), ("skip", "condition", {"step": 2}))
    stops = timeline(plan, found, "de", "Europe/Berlin")
    assert [stop.fate for stop in stops] == ["done", "skipped", "next", "later"]
    assert stops[1].rule == "condition" and stops[0].at == START and stops[0].title == "Überraschende Frage"


def test_the_next_step_says_what_it_waits_for(plan: Sequence) -> None:
    by_policy = run("active", 1, ("run", "step", {"step": 1}), ("wait", "quiet_hours", {}))
    assert timeline(plan, by_policy, "en", "Europe/Berlin")[1].rule == "quiet_hours"
    parked = run("active", 0, waiting=7)
    assert timeline(plan, parked, "en", "Europe/Berlin")[0].rule == "approval"


def test_after_an_early_end_nothing_is_announced(plan: Sequence) -> None:
    found = run("cancelled", 1, ("run", "step", {"step": 1}))
    assert fates(found, plan) == ["done", "off", "off", "off"]


@pytest.mark.parametrize(
    ("given", "leads_to"),
    [
        ("/dashboard/leads/7?x=1", "/dashboard/leads/7?x=1"),
        ("", "/dashboard"),
        ("https://evil.example", "/dashboard"),
        ("//evil.example", "/dashboard"),
        ("/\\evil.example", "/dashboard"),
        ("javascript:alert(1)", "/dashboard"),
        ("/x\n//evil.example", "/dashboard"),
        ("/" + "x" * 600, "/dashboard"),
    ],
)
def test_signing_in_leads_to_a_page_of_ours(given: str, leads_to: str) -> None:
    assert local(given) == leads_to


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Anna Berger", "Anna Berger"),
        ("名前", "名前"),
        ("Studio 54", "Studio 54"),
        ("+4915112340001", ""),
        ("0151 / 123 40-001", ""),
        ("anna@example.org", ""),
        ("", ""),
    ],
)
def test_a_shared_view_names_people_and_never_their_numbers(name: str, shown: str) -> None:
    assert called(Lead(name=name, phone="+4915112340001", email=None)) == shown
