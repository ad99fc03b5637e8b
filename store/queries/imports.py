"""Queries of imports: who is known already, what runs, and what an undo may take back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, exists, func, literal_column, or_, select

from store.db import Scope, portions
from store.models import (
    Account,
    Approval,
    Consent,
    Conversation,
    Enrolment,
    Identity,
    Import,
    Lead,
    Message,
    Note,
    Reminder,
)

CHANNEL = "import"
RUNNING: ColumnElement[bool] = literal_column("imports.state = 'running'")


async def known(scope: Scope, phones: Sequence[str], emails: Sequence[str]) -> dict[str, int]:
    """phone or e-mail -> id of the person's own lead that has it or writes under it."""
    mine = (Lead.team_id == scope.team_id, Lead.owner_id == scope.user_id)
    found: dict[str, int] = {}
    for column, values in ((Lead.phone, phones), (func.lower(Lead.email), emails)):
        for some in portions(values):
            query = select(column, Lead.id).where(column.in_(some), *mine).order_by(Lead.id.desc())
            found |= {value: lead_id for value, lead_id in await scope.session.execute(query)}
    for some in portions(phones):
        lines = select(Identity.external_id, Lead.id).join(Lead, Lead.id == Identity.lead_id)
        lines = lines.where(Identity.external_id.in_(some), *mine)
        found |= {value: lead_id for value, lead_id in await scope.session.execute(lines)}
    return found


async def of_name(scope: Scope, name_key: str) -> Lead | None:
    """The one lead of the scope's person with exactly this folded name; None for none or several."""
    query = select(Lead).where(Lead.team_id == scope.team_id, Lead.owner_id == scope.user_id)
    rows = (await scope.session.scalars(query.where(Lead.name_key == name_key).limit(2))).all()
    return rows[0] if len(rows) == 1 else None


async def get(scope: Scope, import_id: int) -> Import | None:
    """An import of the scope's person, locked so that two taps meet one after the other."""
    query = select(Import).where(Import.id == import_id, Import.user_id == scope.user_id).with_for_update()
    return (await scope.session.scalars(query.execution_options(populate_existing=True))).first()


async def running(scope: Scope) -> Import | None:
    """The oldest import that still has contacts to create."""
    query = select(Import).where(RUNNING).order_by(Import.id).limit(1).with_for_update(skip_locked=True)
    return (await scope.session.scalars(query)).first()


async def history_account(scope: Scope, team_id: int) -> Account:
    """The account of imported talks; nothing is ever sent through it."""
    query = select(Account).where(Account.team_id == team_id, Account.channel == CHANNEL)
    found = (await scope.session.scalars(query)).first()
    if found is None:
        found = Account(team_id=team_id, channel=CHANNEL, name=f"team-{team_id}", provider=CHANNEL)
        scope.session.add(found)
        await scope.session.flush()
    return found


async def take_back(scope: Scope, import_id: int) -> tuple[int, int]:
    """Deletes the leads of an import with whom nothing has happened since; (taken back, kept)."""
    mine = select(Lead.id).where(Lead.import_id == import_id, Lead.owner_id == scope.user_id)
    talked = exists().where(
        Message.lead_id == Lead.id, or_(Message.provider_id.is_(None), Message.provider_id.not_like("import-%"))
    )
    touched = [exists().where(row.lead_id == Lead.id) for row in (Note, Approval, Enrolment, Reminder, Consent)]
    free = mine.where(~or_(talked, *touched))
    ids = list((await scope.session.scalars(free)).all())
    total = await scope.session.scalar(select(func.count()).select_from(mine.subquery())) or 0
    for some in portions(ids):
        for row in (Message, Conversation, Identity):
            await scope.session.execute(delete(row).where(row.lead_id.in_(some)))
        await scope.session.execute(delete(Lead).where(Lead.id.in_(some)))
    return len(ids), total - len(ids)
