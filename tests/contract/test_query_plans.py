"""Due queries use their partial indexes: found work costs what is due, never what is stored (ENGINE)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from store.db import Database, Scope
from store.queries import acts, campaigns, candidates, daily, due, escalations, flows, followups, leads, leaving, talk
from tests.support.web_house import blank

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    await blank(tmp_path / "a.db")
    found = Database(f"sqlite+aiosqlite:///{tmp_path / 'a.db'}")
    yield found
    await found.close()


CASES: list[tuple[str, Any, set[str]]] = [
    ("due_out", lambda s: leaving.due_out(s, NOW, 50), {"ix_messages_queued"}),
    ("due_conversations", lambda s: talk.due_conversations(s, NOW, 100), {"ix_conversations_due"}),
    ("new_messages", lambda s: talk.new_messages(s, 1, 20), {"ix_messages_new"}),
    ("stale_sending", lambda s: leaving.stale_sending(s, NOW), {"ix_messages_sending"}),
    ("in_doubt", lambda s: leaving.in_doubt(s), {"ix_messages_doubt"}),
    ("claim_enrolments", lambda s: flows.claim_enrolments(s, NOW, limit=100, seconds=60), {"ix_enrolments_due"}),
    ("due_reminders", lambda s: acts.due_reminders(s, NOW), {"ix_reminders_due"}),
    ("expiring_approvals", lambda s: acts.expiring_approvals(s, NOW), {"ix_approvals_pending"}),
    (
        "look",
        lambda s: due.look(s, NOW, timedelta(hours=4)),
        {
            "ix_enrolments_due",
            "ix_messages_queued",
            "ix_reminders_due",
            "ix_approvals_pending",
            "ix_conversations_due",
            "ix_reminders_escalate",
            "ix_escalations_waiting",
            "ix_approvals_depute",
            "ix_campaigns_due",
            "ix_daily_plans_digest",
            "ix_daily_plans_evening",
            "ix_daily_plans_weekly",
            "ix_messages_sending",
            "ix_messages_doubt",
        },
    ),
    ("anything", lambda s: due.anything(s, NOW), {"ix_messages_queued", "ix_conversations_due", "ix_messages_sending"}),
    ("history", lambda s: talk.history(s, 1, 10**9, 10), {"ix_messages_history"}),
    ("plans_due", lambda s: daily.plans_due(s, NOW), {"ix_daily_plans_digest", "ix_daily_plans_evening"}),
    ("overdue_for_leader", lambda s: daily.overdue_for_leader(s, NOW), {"ix_reminders_escalate"}),
    ("weekly_due", lambda s: daily.weekly_due(s, NOW), {"ix_daily_plans_weekly"}),
    ("escalations_waiting", lambda s: escalations.waiting(s, NOW), {"ix_escalations_waiting"}),
    ("deputies_due", lambda s: acts.deputies_due(s, NOW), {"ix_approvals_depute"}),
    ("refused", lambda s: escalations.refused(s, 1, "opted_out", NOW), {"ix_audit_denied"}),
    ("claim_campaigns", lambda s: campaigns.claim_due(s, NOW, limit=5, seconds=60), {"ix_campaigns_due"}),
    ("next_item", lambda s: campaigns.next_item(s, 1, NOW), {"ix_campaign_items_state"}),
    (
        "candidates",
        lambda s: candidates.likely(Scope(s.session, 1, 1), NOW),
        {"ix_leads_asking", "ix_leads_owner_score"},
    ),
    (
        "called",
        lambda s: leads.called(Scope(s.session, 1, 1), ["anna", "berger"]),
        {"ix_leads_given", "ix_leads_family"},
    ),
    ("unanswered", lambda s: followups.unanswered(s, [1, 2]), {"ix_messages_lead"}),
]


@pytest.mark.parametrize(("name", "query", "indexes"), CASES, ids=[case[0] for case in CASES])
async def test_uses_its_partial_index(db: Database, name: str, query: Any, indexes: set[str]) -> None:
    seen: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            seen.append((statement, parameters))

    async with db.write() as work:
        engine = work.session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        await query(work.scope())
        event.remove(engine, "before_cursor_execute", note)
        connection = await work.session.connection()
        plans = ""
        for statement, parameters in seen:
            rows = await connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, parameters)
            plan = "\n".join(row[3] for row in rows)
            assert "SCAN" not in plan or "USING" in plan, f"{name}: {plan}"
            plans += plan
    for index in indexes:
        assert index in plans, f"{name}: {plans}"
