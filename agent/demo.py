"""The demo team: Lena leads, Max and Sofia sell, Max has a dozen leads in every state worth seeing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from agent import analysis
from channels import locking
from channels.sandbox import CHANNELS
from sequences import shipped
from store.db import Work
from store.models import (
    Account,
    Consent,
    Conversation,
    Identity,
    Lead,
    LeadAnalysis,
    Message,
    Team,
    User,
    WhatsappTemplate,
)
from store.settings import Settings
from store.types import Language
from tools import scoring

PASSWORD = "demo"  # noqa: S105 - the sandbox's well-known one
SITE_KEY = "demo-site-key"


@dataclass(frozen=True, slots=True)
class _Person:
    """``days`` since her last message (None: never wrote); ``consent`` whether express consent is on record."""

    name: str
    phone: str
    company: str
    place: str
    region: str
    wrote: str
    days: float | None
    consent: bool = True
    answered: str = ""
    register: str = "du"
    language: Language = "de"
    zone: str = "Europe/Berlin"


_LEADS: Sequence[_Person] = (
    _Person("Anna Berger", "+4915112340001", "Yogastudio Berger", "München", "DE-BY",
            "Klingt spannend, was kostet denn das Starterpaket?", 0.15, answered="Danke dir, ich melde mich gleich."),
    _Person("Anna Huber", "+4915112340002", "Huber Kosmetik", "Hamburg", "DE-HH",
            "Ich überlege noch, im Moment fehlt mir einfach die Zeit.", 0.4),
    _Person("Tom Wagner", "+4915112340003", "Wagner Fitness", "Berlin", "DE-BE",
            "Ich möchte bestellen, am liebsten noch diese Woche. Wie geht es weiter?", 0.1),
    _Person("Lisa Schmid", "+436641234004", "Café Lisa", "Wien", "AT-9",
            "Das Video war gut, erzähl mir gern mehr darüber!", 0.5, zone="Europe/Vienna"),
    _Person("Jonas Keller", "+41791234005", "Keller Coaching", "Zürich", "CH-ZH",
            "Könnten Sie mir die Unterlagen bitte schicken?", 0.6, register="sie", zone="Europe/Zurich"),
    _Person("Julia Brandt", "+4915112340006", "", "Köln", "DE-NW",
            "Danke, schaue ich mir am Wochenende an.", 4, answered="Mach das gern, sag mir, wie es dir gefällt!"),
    _Person("Markus Vogel", "+4915112340007", "Vogel Immobilien", "Leipzig", "DE-SN",
            "Ich weiß nicht, ob das seriös ist.", 9, answered="Verstehe ich gut. Frag mich alles, was dich bewegt."),
    _Person("Nina Kraus", "+4915112340008", "", "Stuttgart", "DE-BW", "Hallo Max, schön von dir zu hören!", 0.3),
    _Person("Felix Arnold", "+4915112340009", "Arnold Handwerk", "Bremen", "DE-HB", "", None, consent=False),
    _Person("Carla Weiss", "+4915112340010", "", "Dresden", "DE-SN",
            "Aktuell kein Bedarf, vielleicht im Frühjahr.", 20, consent=False),
    _Person("Peter Hofer", "+436641234011", "Hofer Bau", "Graz", "AT-6", "", None, zone="Europe/Vienna"),
    _Person("Emily Carter", "+4915112340012", "Carter Design", "Frankfurt", "DE-HE",
            "Sounds good, can you tell me the price for two people?", 0.2, language="en"),
)  # fmt: skip


async def load(work: Work, now: datetime, settings: Settings) -> None:
    """Adds the demo team to an empty store."""
    session = work.session
    team = Team(name="Team Lena", language="de", region="DE-BY")
    session.add(team)
    await session.flush()
    users = await _users(work, team)
    accounts = await _accounts(work, team, users["max"])
    for login, user in users.items():
        for channel in ("telegram", "console"):
            await _talk(work, accounts[channel], login, user=user)
    for person in _LEADS:
        await _lead(work, users["max"], accounts["whatsapp"], person, now, settings.secret())
    _templates(work, team, now)
    await session.flush()
    if not settings.sandbox:
        raise PermissionError("the demo lives in the sandbox only")


async def _users(work: Work, team: Team) -> dict[str, User]:
    from pwdlib import PasswordHash

    digest = PasswordHash.recommended().hash(PASSWORD)
    users: dict[str, User] = {}
    for login, name, role in (
        ("lena", "Lena", "leader"),
        ("max", "Max", "rep"),
        ("sofia", "Sofia", "rep"),
        ("admin", "Admin", "admin"),
    ):
        leader = users["lena"].id if role == "rep" else None
        users[login] = User(
            team_id=team.id, login=login, name=name, role=role, region="DE-BY", upline_id=leader, password_hash=digest
        )
        work.session.add(users[login])
        await work.session.flush()
    return users


async def _accounts(work: Work, team: Team, owner: User) -> dict[str, Account]:
    accounts = {
        channel: Account(team_id=team.id, channel=channel, name="sandbox", default_owner_id=owner.id)
        for channel in CHANNELS
    }
    accounts["web"].site_key = SITE_KEY
    work.session.add_all(accounts.values())
    await work.session.flush()
    return accounts


async def _talk(
    work: Work, account: Account, address: str, *, user: User | None = None, lead: Lead | None = None
) -> Conversation:
    ids = {"user_id": user.id if user else None, "lead_id": lead.id if lead else None}
    work.session.add(Identity(account_id=account.id, external_id=address, **ids))
    talk = Conversation(
        team_id=account.team_id, account_id=account.id, channel=account.channel, external_id=address, **ids
    )
    work.session.add(talk)
    await work.session.flush()
    if user is not None and user.home_conversation_id is None:
        user.home_conversation_id = talk.id
    return talk


async def _lead(work: Work, owner: User, account: Account, person: _Person, now: datetime, secret: bytes) -> None:
    wrote_at = now - timedelta(days=person.days) if person.days is not None else None
    lead = Lead(
        team_id=owner.team_id,
        owner_id=owner.id,
        name=person.name,
        phone=person.phone,
        company=person.company,
        place=person.place,
        stage="in_contact" if wrote_at else "new",
        region=person.region,
        register=person.register,
        language=person.language,
        zone=person.zone,
        source="demo",
        last_inbound_at=wrote_at,
        created_at=now - timedelta(days=30),
    )
    work.session.add(lead)
    await work.session.flush()
    talk = await _talk(work, account, person.phone, lead=lead)
    if person.consent:
        work.session.add(
            Consent(
                team_id=lead.team_id,
                lead_id=lead.id,
                channel="*",
                purpose="sales",
                basis="express",
                wording="demo-1",
                source="demo",
                user_id=owner.id,
                at=lead.created_at,
            )
        )
    if wrote_at is not None:
        talk.last_inbound_at = wrote_at
        await _history(work, lead, talk, person, wrote_at)
        await locking.touch(work.scope(), secret, lead, wrote_at)


async def _history(work: Work, lead: Lead, talk: Conversation, person: _Person, wrote_at: datetime) -> None:
    """Her last message with its real analysis and score, and the rep's answer to it."""
    base = {"team_id": lead.team_id, "account_id": talk.account_id, "conversation_id": talk.id, "lead_id": lead.id}
    message = Message(
        **base, direction="in", state="done", text=person.wrote, at=wrote_at, provider_id=f"demo-{lead.id}"
    )
    work.session.add(message)
    await work.session.flush()
    if person.answered:
        sent = wrote_at + timedelta(minutes=20)
        work.session.add(
            Message(**base, direction="out", state="read", text=person.answered, at=sent, sent_at=sent, due_at=None)
        )
        lead.last_outbound_at = sent
    found = analysis.analyse(person.wrote, channel="whatsapp", language=person.language)
    contact = scoring.ContactFacts(lead.phone, lead.email, lead.name, "whatsapp")
    score = scoring.score(found, contact, person.wrote)
    lead.score, lead.quality, lead.tone = score.value, score.quality, found.tone
    work.session.add(
        LeadAnalysis(
            team_id=lead.team_id,
            lead_id=lead.id,
            message_id=message.id,
            intent=found.intent,
            urgency=found.urgency,
            tone=found.tone,
            category=found.category,
            confidence=found.confidence,
            facts=[asdict(fact) for fact in found.facts],
            provider=found.provider,
            score=score.value,
            quality=score.quality,
            factors=[asdict(factor) for factor in score.factors],
            at=wrote_at,
        )
    )


_LEGAL = {
    "de": "Ich bin der KI-Assistent von {{sender}}. Mit STOPP hörst du nichts mehr von mir.",
    "en": "I am {{sender}}'s AI assistant. Reply STOP and you will not hear from me again.",
}


def _templates(work: Work, team: Team, now: datetime) -> None:
    """One approved WhatsApp template per shipped step, in both languages."""
    for template in shipped.templates().values():
        if template.whatsapp is None:
            continue
        for language in ("de", "en"):
            body = f"{template.text(language)}\n\n{_LEGAL[language]}"
            work.session.add(
                WhatsappTemplate(
                    team_id=team.id, name=template.whatsapp, language=language, status="approved", body=body, at=now
                )
            )
