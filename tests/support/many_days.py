"""Whole houses over many days from a seed: random leads, sequences, lists, batches, replies and opt-outs.

``play`` runs one house and answers what went to leads; ``faults`` are the promises that were broken (none, hopefully).
The same seed plays the same days again.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from store.models import Consent, Conversation, DailyPlan, Identity, Lead, User
from tests.support import oracle
from tests.support.oracle import Seen
from tests.support.world import START, World, world

ZONES = (("Europe/Berlin", "DE-BY"), ("Europe/Vienna", "AT-9"), ("Europe/Zurich", "CH-ZH"), ("Europe/Berlin", None))
SEQUENCES = ("ghost_reactivation", "first_contact_to_partner", "long_term_nurture")
REPLIES = ("Klingt gut, erzähl mir mehr!", "Was kostet das?", "Gerade keine Zeit, vielleicht später.", "ok",
           "Kein Interesse.", "Danke dir!")  # fmt: skip
STOP = "Bitte keine Nachrichten mehr. STOPP"


@dataclass(frozen=True, slots=True)
class Played:
    """What reached leads, in order: (lead, local time, text); and every broken promise in words."""

    sent: tuple[tuple[str, str, str], ...]
    faults: tuple[str, ...]


async def play(folder: Path, seed: int, days: int, leads: int = 6, longest: int = 46) -> Played:
    """Plays about ``days`` days of a house with ``leads`` leads of Max's; something happens every ``longest`` hours."""
    chance = random.Random(seed)
    async with world(folder, at=START + timedelta(hours=seed % 24)) as w:
        people = await _people(w, chance, leads)
        await _rest_of_the_team(w)
        end = w.clock.now() + timedelta(days=days)
        while w.clock.now() < end:
            await _something(w, chance, people)
            await w.advance(f"{chance.randint(2, longest)}h")
        await w.advance("2d")
        return await _told(w)


async def _people(w: World, chance: random.Random, count: int) -> list[tuple[str, str]]:
    now, demo = w.clock.now(), (await w.rows("leads", "name", "Tom Wagner"))[0]
    account = (await w.rows("accounts", "channel", "whatsapp"))[0]
    made: list[tuple[str, str]] = []
    async with w.parts.db.write() as work:
        for n in range(count):
            zone, region = chance.choice(ZONES)
            name, phone = f"Person{chr(65 + n)} Zufall", f"+4917600{n:06d}"
            wrote = now - timedelta(hours=chance.randint(1, 900)) if chance.random() < 0.8 else None
            lead = Lead(
                team_id=demo["team_id"], owner_id=demo["owner_id"], name=name, phone=phone,
                stage="in_contact" if wrote else "new", zone=zone, region=region, score=chance.randint(0, 100),
                quality=chance.choice(("hot", "warm", "cold")), register=chance.choice(("du", "sie")),
                language=chance.choice(("de", "de", "en")), last_inbound_at=wrote, source="demo",
                created_at=now - timedelta(days=60),
            )  # fmt: skip
            work.session.add(lead)
            await work.session.flush()
            work.session.add(Identity(account_id=account["id"], external_id=phone, lead_id=lead.id))
            work.session.add(
                Conversation(team_id=lead.team_id, account_id=account["id"], channel="whatsapp", external_id=phone,
                             lead_id=lead.id, last_inbound_at=wrote)
            )  # fmt: skip
            if chance.random() < 0.8:
                work.session.add(Consent(team_id=lead.team_id, lead_id=lead.id, channel="*", basis="express", at=now))
            made.append((name, phone))
    return made


async def _rest_of_the_team(w: World) -> None:
    """Only Max works here: nobody else is told about the day, which would cost most of the time and show nothing."""
    await w.parts.drive.run_due()
    async with w.parts.db.write() as work:
        others = select(User.id).where(User.login != "max")
        quiet = update(DailyPlan).where(DailyPlan.user_id.in_(others))
        await work.session.execute(quiet.values(next_digest_at=None, next_evening_at=None, next_weekly_at=None))


async def _something(w: World, chance: random.Random, people: list[tuple[str, str]]) -> None:
    """One thing that happens today: a sequence, the list, a batch, a reply, an opt-out, or nothing."""
    name, phone = chance.choice(people)
    kind = chance.choice(("sequence", "list", "list", "batch", "reply", "reply", "stop", "nothing"))
    if kind == "sequence":
        await w.max(f"Starte {chance.choice(SEQUENCES)} für {name}")
    elif kind == "list":
        shown = await w.max("/heute 5")
        for _ in range(chance.randint(1, 4)):
            buttons = [b for card in shown[-1:] for b in card["buttons"]]
            if not buttons:
                break
            shown = await w.max(tap=chance.choice(buttons)["id"])
    elif kind == "batch":
        shown = await w.max("Schick allen warmen Leads: Hallo {{first_name}}, ein kurzer Gruß!")
        if shown and shown[-1]["buttons"]:
            await w.max(tap=shown[-1]["buttons"][0]["id"])
    elif kind in ("reply", "stop"):
        text = STOP if kind == "stop" and chance.random() < 0.4 else chance.choice(REPLIES)
        await w.say("whatsapp", phone, text, name=name)


async def _told(w: World) -> Played:
    leads = {row["id"]: row for row in await w.rows("leads")}
    out = [row for row in await w.rows("messages") if row["lead_id"] and row["direction"] == "out"]
    phones = await _phones(w)
    gone = [(line, leads[lead]) for lead in phones for line in phones[lead] if not line.hers]
    gone.sort(key=lambda pair: (pair[0].at, pair[0].message_id or 0))
    sent = tuple((lead["name"], _local(line.at, lead["zone"]), line.text) for line, lead in gone)
    broken = [
        f"{lead['name']}: {fault}"
        for lead in leads.values()
        for fault in oracle.faults(phones.get(lead["id"], []), lead["zone"], lead["region"], (STOP,))
    ]
    return Played(sent, (*broken, *await _lost(w, out), *_unseen(out, phones)))


async def _phones(w: World) -> dict[int, list[Seen]]:
    """What every lead's phones show, on all channels together."""
    channels = {row["id"]: row["channel"] for row in await w.rows("accounts")}
    found: dict[int, list[Seen]] = {}
    for row in await w.rows("identities"):
        if row["lead_id"] is None:
            continue
        for item in await w.parts.phones.shows(channels[row["account_id"]], row["external_id"]):
            hers = item["direction"] == "from_person"
            seen = Seen(datetime.fromisoformat(item["at"]), hers, item["text"], item.get("message_id"))
            found.setdefault(row["lead_id"], []).append(seen)
    for row in await w.rows("messages", "direction", "in"):
        # What she wrote before the house began is on no phone here.
        if row["lead_id"] and not str(row["provider_id"]).startswith("sandbox-"):
            found.setdefault(row["lead_id"], []).append(Seen(row["at"], True, row["text"]))
    return found


def _local(at: datetime, zone: str) -> str:
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def _unseen(out: list[dict[str, Any]], phones: dict[int, list[Seen]]) -> list[str]:
    """Messages the house calls sent and no phone shows; what the demo brought along never left here."""
    shown = {line.message_id for lines in phones.values() for line in lines}
    sent = [m for m in out if m["state"] in ("sent", "delivered", "read") and m["dedupe_key"]]
    return [f"message {m['id']} never arrived" for m in sent if m["id"] not in shown]


async def _lost(w: World, out: list[dict[str, Any]]) -> list[str]:
    """Whatever should have happened and stands still: overdue messages, enrolments, reminders, campaign items."""
    now, found = w.clock.now(), []
    late = now - timedelta(hours=1)
    waiting = [m for m in out if m["state"] in ("held", "queued", "sending")]
    found += [f"message {m['id']} {m['state']}" for m in waiting if m["due_at"] and m["due_at"] < late]
    for row in await w.rows("enrolments", "status", "active"):
        if row["next_due_at"] is None or row["next_due_at"] < late:
            found.append(f"enrolment {row['id']} stands still")
    for row in await w.rows("reminders", "state", "open"):
        if row["due_at"] < late and row["delivered_at"] is None:
            found.append(f"reminder {row['id']} was never shown")
    for row in await w.rows("campaigns", "state", "running"):
        if row["next_due_at"] is not None and row["next_due_at"] < late:
            found.append(f"campaign {row['id']} stands still")
    return found
