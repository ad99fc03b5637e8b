"""The rep's words for a lead -> a row inside the actor's scope, or a question with distinguishing marks."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import phonenumbers

from store.db import Scope
from store.folding import fold
from store.models import Lead
from store.queries import leads

_TITLES = frozenset(
    [
        "frau",
        "herr",
        "herrn",
        "hr",
        "fr",
        "dr",
        "prof",
        "doktor",
        "professor",
        "mag",
        "ing",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mister",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "the",
        "a",
        "an",
        "am",
        "kontakt",
        "lead",
        "kunde",
        "kundin",
        "meine",
        "meinen",
        "meiner",
        "my",
    ]
)
_COMMON = frozenset(
    "und oder aber bitte danke mal doch noch nur auch schon sehr gleich heute morgen uebermorgen jetzt bald um am an"
    " auf aus bei bis fuer gegen im in ins mit nach ohne ueber unter vom von vor zu zum zur dass ob wenn weil wie was"
    " wer wo wann ich du er sie es wir ihr mir mich dir dich ihm ihn ihnen uns euch sein seine ihre mein dein ein eine"
    " einen einem einer kein keine nicht ja nein ist sind hat haben wird kann kannst schreib schreibe schreiben schick"
    " schicke schicken send sende senden sag sage sagen antworte antworten melde richte gib teile erinnere starte"
    " stoppe whatsapp telegram mail email sms nachricht text info hallo hi hey guten tag abend alle allen uhr and or"
    " but please thanks just only also very today tomorrow now soon to for with from by on that if when what who where"
    " how he she it we they me him them us you your his their no not yes is are has have will can could would should"
    " say tell write message reply answer remind start stop let know hello good day evening all everybody".split()
)
_DESCRIBED = re.compile(r"(?P<name>.+?)\s+(?:aus|von|vom|bei|from|at|of|in)\s+(?P<mark>.+)", re.IGNORECASE)
_COUNTRIES = {"Europe/Vienna": "AT", "Europe/Zurich": "CH", "Europe/Vaduz": "LI", "Europe/London": "GB"}
_NOT_PHONE = re.compile(r"[^\d+()/\s.\-]")


@dataclass(frozen=True, slots=True)
class Found:
    """Exactly one of the three says something: the lead, the candidates to ask about, or nobody at all."""

    lead: Lead | None = None
    candidates: tuple[Lead, ...] = ()
    sure: bool = True


def region_of(zone: str) -> str:
    """The country whose national numbers a person in this zone writes."""
    return _COUNTRIES.get(zone, "DE")


def phone_of(words: str, region: str = "DE") -> str | None:
    """The E.164 form of a phone number, or None when the words are no valid number."""
    text = words.strip()
    if _NOT_PHONE.search(text) or sum(c.isdigit() for c in text) < 7:
        return None
    try:
        number = phonenumbers.parse("+" + text[2:] if text.startswith("00") else text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


async def lead(scope: Scope, words: str, *, ids: bool, region: str = "DE") -> Found:
    """Who is meant. ``ids`` allows row ids (buttons and REST); names never match outside the scope.

    ``region`` is the country of numbers written without a country code.
    """
    text = words.strip()
    if ids and text.isascii() and text.isdigit() and len(text) <= 18 and not text.startswith("0"):
        row = await leads.get(scope, int(text))
        if row is not None or len(text) < 7:
            return Found(lead=row)
    if phone := phone_of(text, region):
        return _one(await leads.by_address(scope, phone=phone))
    if "@" in text and " " not in text:
        return _one(await leads.by_address(scope, email=text))
    return await _by_name(scope, text)


async def _by_name(scope: Scope, text: str) -> Found:
    if (described := _DESCRIBED.fullmatch(text)) is not None:
        found = await _by_name(scope, described["name"])
        known = [found.lead] if found.lead else list(found.candidates)
        return _one([row for row in known if _fits(row, fold(described["mark"]))])
    tokens = [t for t in fold(text).split() if t not in _TITLES]
    if not tokens:
        return Found()
    for spelled in _spellings(tokens):
        rows = await leads.named(scope, spelled)
        whole = [row for row in rows if all(t in row.name_key.split() for t in spelled)]
        exact = [row for row in whole if sorted(row.name_key.split()) == sorted(spelled)]
        best = exact if len(exact) == 1 and len(spelled) > 1 else whole
        if best:
            return _one(best)
    rows = await leads.named(scope, tokens) if all(len(t) >= 3 for t in tokens) else []
    return Found(candidates=tuple(rows[:5]), sure=False) if rows else await _similar(scope, " ".join(tokens))


def _fits(row: Lead, mark: str) -> bool:
    """Whether a place or company is this lead's."""
    return any(mark in fold(known) for known in (row.place, row.company, row.region or "") if known)


def _spellings(tokens: list[str]) -> list[list[str]]:
    """As said; without a genitive s ("Annas", "Toms") on the last or on every word."""
    variants = [tokens]
    bare = [_nominative(t) for t in tokens]
    for variant in ([*tokens[:-1], bare[-1]], bare):
        if variant not in variants:
            variants.append(variant)
    return variants


def _nominative(word: str) -> str:
    """ "annas" -> "anna". A name that ends like "kraus" has no further s: "krauss" is somebody else."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sxz" else word


async def _similar(scope: Scope, wanted: str) -> Found:
    """A typo never acts: what sounds alike is asked about."""
    keys = await leads.names(scope)
    parts: dict[str, set[int]] = {}
    for lead_id, key in keys:
        for part in {key, *key.split()}:
            parts.setdefault(part, set()).add(lead_id)
    close = difflib.get_close_matches(wanted, list(parts), n=4, cutoff=0.75)
    ids = list(dict.fromkeys(lead_id for part in close for lead_id in sorted(parts[part])))[:4]
    rows = [row for lead_id in ids if (row := await leads.get(scope, lead_id)) is not None]
    return Found(candidates=tuple(rows), sure=False)


def _one(rows: Sequence[Lead]) -> Found:
    return Found(lead=rows[0]) if len(rows) == 1 else Found(candidates=tuple(rows[:6]))


def mark(row: Lead, others: Sequence[Lead]) -> str:
    """A name with two marks that tell it from the others: company or place, and the end of the number."""
    marks = [m for m in (row.company, row.place) if m][:1]
    marks.append("…" + row.phone[-4:] if row.phone else row.email or f"#{row.id}")
    if len(marks) < 2:
        marks.append(f"{row.quality.upper()} {row.score}")
    label = " · ".join([row.name, *marks])
    same = [o for o in others if o.id != row.id and o.name == row.name and o.phone and row.phone]
    return f"{label} #{row.id}" if any(o.phone[-4:] == row.phone[-4:] for o in same if o.phone and row.phone) else label


def said(row: Lead, words: str) -> bool:
    """Whether the rep's own words name this lead: a part of the name, the number or the address."""
    return bool(_named(row, words)) or _addressed(row, words)


def telling(name: str) -> bool:
    """Whether a name is somebody's and not just words: people choose what they are called in a messenger."""
    return len([part for part in fold(name).split() if len(part) > 1 and part not in _TITLES | _COMMON]) > 1


async def meant(scope: Scope, row: Lead, words: str) -> bool:
    """Whether the rep's own words name this lead, and nobody else of theirs at least as well.

    People choose their own names: a stranger called "Anna" must not receive what was said to Anna Berger.
    """
    if _addressed(row, words):
        return True
    mine = _named(row, words)
    others = [other for part in mine for other in await leads.named(scope, [part], limit=50) if other.id != row.id]
    ours = mine | _marked(row, words)
    return bool(mine) and not any(_named(other, words) | _marked(other, words) >= ours for other in others)


def _spoken(words: str) -> set[str]:
    spoken = set(fold(words).split())
    return spoken | {_nominative(word) for word in spoken}


def _named(row: Lead, words: str) -> set[str]:
    """The parts of a lead's name that were said; the words that every order is made of name nobody."""
    return {part for part in row.name_key.split() if len(part) > 1 and part not in _TITLES | _COMMON} & _spoken(words)


def _marked(row: Lead, words: str) -> set[str]:
    """The words of her place and company that were said."""
    return (set(fold(f"{row.place} {row.company}").split()) - _COMMON) & _spoken(words)


def _addressed(row: Lead, words: str) -> bool:
    digits = re.sub(r"\D", "", words)
    return bool(
        (row.phone and len(digits) >= 7 and row.phone.lstrip("+")[2:] in digits)
        or (row.email and row.email.lower() in words.lower())
    )
