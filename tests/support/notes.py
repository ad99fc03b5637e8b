"""Short numbered messages to a lead, and what became of them; for tests of faults."""

from __future__ import annotations

from sqlalchemy import text

from tests.support.world import World

ANNA, LISA = "+4915112340001", "+436641234004"


def note(n: int) -> str:
    return f"Kurze Info Nummer {n} von mir"


async def write(house: World, *numbers: int, name: str = "Anna Berger") -> None:
    for n in numbers:
        await house.max(f"Schreib {name} auf WhatsApp: {note(n)}")


async def sent(house: World, number: str = ANNA) -> list[str]:
    items = await house.parts.phones.shows("whatsapp", number)
    return [item["text"] for item in items if item["direction"] == "to_person" and "Kurze Info" in item["text"]]


async def states(house: World, like: str = "Kurze Info%") -> list[str]:
    async with house.parts.db.read() as scope:
        query = text("select state from messages where direction='out' and lead_id is not null and text like :like")
        return list(await scope.session.scalars(query, {"like": like}))
