"""One person's data goes from every table, as ``store.erasure`` lists it, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, cast, delete, func, literal, literal_column, or_, select, update

from store import erasure
from store.db import Scope
from store.models import (
    Approval,
    AuditEvent,
    CampaignItem,
    Choice,
    Consent,
    Conversation,
    Enrolment,
    Escalation,
    FollowUp,
    Identity,
    Import,
    Lead,
    Meeting,
    Message,
    Note,
    PromptExecution,
    Reminder,
    Row,
    Suppression,
)
from store.queries.flows import RUNNING

_COUNTED: tuple[tuple[str, Any], ...] = (
    ("messages", Message),
    ("notes", Note),
    ("reminders", Reminder),
    ("sequences", Enrolment),
    ("meetings", Meeting),
    ("approvals", Approval),
)
_ON_BUTTONS: tuple[tuple[str, Any], ...] = (
    ("approval", Approval),
    ("escalation", Escalation),
    ("follow_up", FollowUp),
    ("reminder", Reminder),
    ("execution", PromptExecution),
    ("item", CampaignItem),
    ("meeting", Meeting),
)


async def counts(scope: Scope, lead_id: int) -> dict[str, int]:
    """What there is of a person: shown before it goes."""
    found: dict[str, int] = {}
    for name, model in _COUNTED:
        query = select(func.count()).select_from(model).where(model.lead_id == lead_id)
        if model is Enrolment:
            query = query.where(RUNNING)
        found[name] = await scope.session.scalar(query) or 0
    return found


async def under_way(scope: Scope, lead_id: int) -> bool:
    """Whether a message to her is leaving right now."""
    sending: ColumnElement[bool] = literal_column("messages.state = 'sending'")
    return (
        await scope.session.scalar(select(Message.id).where(sending, Message.lead_id == lead_id).limit(1)) is not None
    )


async def known_as(scope: Scope, team_id: int, address: str) -> Sequence[Lead]:
    """Leads of a team with exactly this number or address."""
    same = or_(Lead.phone == address, func.lower(Lead.email) == address.lower())
    return (await scope.session.scalars(select(Lead).where(Lead.team_id == team_id, same).order_by(Lead.id))).all()


async def shares_name(scope: Scope, lead: Lead) -> bool:
    """Whether somebody else in the team has the same name: what is said of it may be about either."""
    query = select(Lead.id).where(Lead.team_id == lead.team_id, Lead.id != lead.id, Lead.name_key == lead.name_key)
    return await scope.session.scalar(query.limit(1)) is not None


async def same_person(scope: Scope, lead: Lead, addresses: Sequence[str]) -> Sequence[Lead]:
    """Other leads of the team with one of these addresses, as ``phone``, ``email`` or a line of theirs."""
    known = select(Identity.lead_id).where(Identity.external_id.in_(addresses), Identity.lead_id.is_not(None))
    same = or_(
        Lead.phone.in_(addresses), func.lower(Lead.email).in_([a.lower() for a in addresses]), Lead.id.in_(known)
    )
    query = select(Lead).where(Lead.team_id == lead.team_id, Lead.id != lead.id, same)
    return (await scope.session.scalars(query.order_by(Lead.id))).all()


async def proof(scope: Scope, lead_id: int) -> list[dict[str, Any]]:
    """What she allowed and withdrew, without a word of hers."""
    rows = await scope.session.scalars(select(Consent).where(Consent.lead_id == lead_id).order_by(Consent.id))
    return [
        {"channel": r.channel, "basis": r.basis, "granted": r.granted, "wording": r.wording, "at": r.at.isoformat()}
        for r in rows
    ]


async def erase(scope: Scope, lead: Lead, sought: Sequence[str], at: datetime) -> None:
    """Everything of one lead; ``sought`` are ``erasure.needles`` of her. The session forgets the row."""
    await scope.session.flush()
    shown = await _shown(scope, lead.id)
    talks = select(Conversation.id).where(Conversation.lead_id == lead.id)
    turns = select(AuditEvent.turn_id).where(AuditEvent.lead_id == lead.id, AuditEvent.turn_id.is_not(None))
    hers = or_(Message.conversation_id.in_(talks), Message.lead_id == lead.id, Message.turn_id.in_(turns))
    ids = list(await scope.session.scalars(select(Message.id).where(hers)))
    addresses = list(await scope.session.scalars(select(Identity.external_id).where(Identity.lead_id == lead.id)))
    addresses += [one for one in (lead.phone, lead.email) if one]
    await _close_buttons(scope, lead.team_id, {**shown, "message": {str(one) for one in ids}}, at)
    await _empty_messages(scope, ids, talks)
    await _empty_talks(scope, lead.id)
    await _keep_outside(scope, lead.id, at)
    await _from_files(scope, lead, addresses)
    for change in _links(lead.id):
        await _run(scope, change)
    await _replace_words(scope, lead.team_id, sought)
    for table in reversed(Row.metadata.sorted_tables):
        await _rows_go(scope, table, lead.id, addresses)
    scope.session.expunge(lead)


async def _run(scope: Scope, statement: Any) -> None:
    await scope.session.execute(statement.execution_options(synchronize_session=False))


async def _shown(scope: Scope, lead_id: int) -> dict[str, set[str]]:
    """The numbers of her rows as they stand on buttons."""
    found: dict[str, set[str]] = {"lead": {str(lead_id)}}
    for key, model in _ON_BUTTONS:
        rows = await scope.session.scalars(select(model.id).where(model.lead_id == lead_id))
        found[key] = {str(row) for row in rows}
    return found


async def _close_buttons(scope: Scope, team_id: int, shown: dict[str, set[str]], at: datetime) -> None:
    """No button acts on a row that is gone: its number may be another's one day."""
    query = select(Choice).where(Choice.team_id == team_id, Choice.state == "open", Choice.expires_at > at)
    for row in await scope.session.scalars(query):
        if erasure.speaks_of([row.arguments, row.options], shown):
            row.state, row.options, row.arguments, row.said = "used", [], {}, ""
    await scope.session.flush()


async def _empty_messages(scope: Scope, ids: Sequence[int], talks: Any) -> None:
    """Hers, and what was said about her in the chats of our own people."""
    for some in (ids[k : k + 400] for k in range(0, len(ids), 400)):
        mine = Message.id.in_(some)
        waiting = update(Message).where(mine, Message.state.in_(("held", "queued", "in_doubt")))
        await _run(scope, waiting.values(state="cancelled", reason="erased", due_at=None))
        await _run(scope, update(Message).where(mine, Message.state == "new").values(state="done"))
        nothing: dict[str, Any] = {
            "subject": "",
            "text": erasure.MARK,
            "payload": {},
            "buttons": [],
            "answers": [],
            "tap": None,
        }
        unlinked = {"lead_id": None, "dedupe_key": None, "enrolment_id": None, "approval_id": None}
        await _run(scope, update(Message).where(mine).values(**nothing, **unlinked))
        theirs = update(Message).where(mine, Message.conversation_id.in_(talks))  # WhatsApp's ids hold her number
        await _run(scope, theirs.values(provider_id=None))
        attachments = Row.metadata.tables["attachments"]
        await _run(scope, delete(attachments).where(attachments.c.message_id.in_(some)))
        choices = update(Choice).where(Choice.message_id.in_(some))
        await _run(scope, choices.values(state="used", options=[], arguments={}, said=""))


async def _empty_talks(scope: Scope, lead_id: int) -> None:
    """Whoever works on one of her talks right now has lost it."""
    talks = update(Conversation).where(Conversation.lead_id == lead_id)
    nobody = literal("erased:") + cast(Conversation.id, Text)
    values = {"external_id": nobody, "lead_id": None, "due_at": None, "mode": "off", "mode_set": True}
    await _run(scope, talks.values(**values, lease_token=Conversation.lease_token + 1, lease_until=None))


async def _keep_outside(scope: Scope, lead_id: int, at: datetime) -> None:
    """A calendar outside is still told that the appointment is off; nothing else of it stays."""
    outside = update(Meeting).where(Meeting.lead_id == lead_id, Meeting.calendar != "local")
    ahead = outside.where(Meeting.state != "cancelled", Meeting.ends_at > at)
    await _run(scope, ahead.values(state="cancelled", todo="remove", due_at=at, revision=Meeting.revision + 1))
    pending = outside.where(Meeting.todo.is_not(None))
    await _run(scope, pending.values(lead_id=None, title=erasure.MARK, place="", link=""))


async def _from_files(scope: Scope, lead: Lead, addresses: Sequence[str]) -> None:
    """Her line of every file somebody sent: what waits to be read is taken out, what was read is emptied."""
    known = {one.lower() for one in addresses}
    for row in await scope.session.scalars(select(Import).where(Import.team_id == lead.team_id)):
        contacts = [
            (n, one, _is(one, lead.name, known) or (row.id == lead.import_id and one.get("name") == lead.name))
            for n, one in enumerate(row.contacts)
        ]
        if any(hers for _, _, hers in contacts):
            kept = [(n, one, hers) for n, one, hers in contacts if n < row.done or not hers]
            row.contacts = [_blank(one) if hers else one for _, one, hers in kept]
    await scope.session.flush()


def _is(contact: dict[str, Any], name: str, known: set[str]) -> bool:
    if any(str(contact.get(key) or "").lower() in known for key in ("phone", "email") if contact.get(key)):
        return True
    return not (contact.get("phone") or contact.get("email")) and contact.get("name") == name and len(name.split()) > 1


def _blank(contact: dict[str, Any]) -> dict[str, Any]:
    return {key: value if key == "row" else [] if isinstance(value, list) else "" for key, value in contact.items()}


def _links(lead_id: int) -> tuple[Any, ...]:
    """Rows that stay for what others did: without her."""
    tables = Row.metadata.tables
    audit, looks, usage, users = (tables[name] for name in ("audit_events", "looks", "token_usage", "users"))
    said = {"key": "act-erased", "values": {}}
    return (
        update(audit)
        .where(audit.c.lead_id == lead_id)
        .values(arguments={}, said=said, result={}, options=[], lead_id=None),
        update(looks).where(looks.c.lead_id == lead_id).values(lead_id=None),
        update(usage).where(usage.c.lead_id == lead_id).values(lead_id=None),
        update(users).where(users.c.focus_lead_id == lead_id).values(focus_lead_id=None),
        update(Suppression).where(Suppression.lead_id == lead_id).values(lead_id=None),
    )


async def _replace_words(scope: Scope, team_id: int, sought: Sequence[str]) -> None:
    """Her name and addresses in what is somebody else's: a colleague's order, another contact's note."""
    forms = [erasure.pattern(needle) for needle in sought]
    for table in Row.metadata.sorted_tables if forms else ():
        columns = [table.c[name] for name in erasure.TABLES[table.name].words]
        if not columns:
            continue
        hit = or_(*(cast(column, Text).ilike(form) for column in columns for form in forms))
        query = select(table.c.id, *columns).where(hit)
        if "team_id" in table.c:
            query = query.where(table.c.team_id == team_id)
        for row in (await scope.session.execute(query)).all():
            new = {column.name: erasure.without(value, sought) for column, value in zip(columns, row[1:], strict=True)}
            await _run(scope, update(table).where(table.c.id == row[0]).values(**new))


async def _rows_go(scope: Scope, table: Table, lead_id: int, addresses: Sequence[str]) -> None:
    fate = erasure.TABLES[table.name]
    if fate.by in ("body", "key"):
        rows = (await scope.session.execute(select(table.c.id, table.c[fate.by]))).all() if addresses else []
        ids = [row[0] for row in rows if any(_holds(row[1], address) for address in addresses)]
        await _run(scope, delete(table).where(table.c.id.in_(ids)))
        return
    if fate.kind == "gone" or table.name == "consents":
        column = table.c[fate.by]
        if fate.by == "reminder_id":
            hers: Any = column.in_(select(Reminder.id).where(Reminder.lead_id == lead_id))
        elif fate.by == "message_id":
            return  # gone with the messages' words
        else:
            hers = column == lead_id
        await _run(scope, delete(table).where(hers))


def _holds(value: str | bytes, address: str) -> bool:
    """A call nobody understood that names her, the pace towards her chat."""
    return address.encode() in value if isinstance(value, bytes) else value.endswith(":" + address)
