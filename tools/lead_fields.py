"""What can be changed on a lead and how people say it: names of fields, values in words. PURE."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from store.folding import fold
from tools.regions import region
from tools.resolve import phone_of

Value = str | int | bool | None
STAGES = ("new", "in_contact", "interested", "meeting", "customer", "partner", "nurture", "archived", "lost")
QUALITIES = ("hot", "warm", "cold")
MODES = ("auto", "draft_only", "off")
TIERS = ("standard", "vip", "high", "premium", "gold", "platinum")
BASES = ("agreed", "wrote_first", "customer", "withdrawn")
SENSITIVE = frozenset({"mode", "consent", "phone", "email", "do_not_contact"})


def _table(**variants: str) -> dict[str, str]:
    """folded word -> canonical name."""
    return {fold(word): name for name, said in variants.items() for word in (name, *said.split(","))}


_FIELDS = _table(
    is_customer="kunde,kundin,customer,ist kunde,is customer,client,kundenstatus",
    satisfaction_score="zufriedenheit,zufrieden,satisfaction,satisfied,zufriedenheitswert,satisfaction score",
    stage="phase,status,stufe,stand",
    phone="telefon,nummer,telefonnummer,handy,handynummer,mobil,number,phone number,mobile,tel,whatsapp",
    email="mail,e mail,e mail adresse,mailadresse,email address,mail address",
    company="firma,unternehmen,betrieb,arbeitgeber,employer",
    place="ort,stadt,wohnort,city,town,location,adresse",
    name="heisst,vorname,nachname,full name",
    tier="rang,klasse,kategorie,level",
    watched_video="video,video gesehen,watched video,video watched",
    language="sprache,spricht",
    register="anrede,du oder sie,form,salutation,address form,formality",
    region="bundesland,kanton,land,state,canton",
    zone="zeitzone,timezone,time zone",
    objection="einwand,einwaende,bedenken,objections",
    interest="interesse,interessen,interests,thema",
    disg="disg typ,disc,disc typ,typ,persoenlichkeitstyp,persoenlichkeit,verhaltenstyp,farbtyp,personality,"
    "personality type,type",
    purpose="zweck,gespraechszweck,worum es geht,gespraechsziel,talk purpose",
    mode="modus,antwortmodus,automatik,conversation mode,antworten",
    consent="einwilligung,zustimmung,einverstaendnis,permission,opt in,erlaubnis",
    do_not_contact="kontaktsperre,nicht kontaktieren,opt out,sperre,kontakt beenden",
)
FIELDS = tuple(dict.fromkeys(_FIELDS.values()))
_STAGES = _table(
    new="neu,neue,neuer,neuen,newest,frisch",
    in_contact="in kontakt,kontaktiert,contacted,im gespraech,talking,in contact",
    interested="interessiert,interessent,interessentin,interest,prospect,qualified,qualifiziert",
    meeting="termin,termin vereinbart,gespraech,appointment,call",
    customer="kunde,kundin,kunden,kundinnen,customers,client,clients,bestandskunde,bestandskunden,gewonnen,won",
    partner="partnerin,partners,partnern,vertriebspartner,teampartner",
    nurture="langzeitpflege,nurturing,pflege",
    archived="archiv,archiviert,archive",
    lost="verloren,abgelehnt,absage,kein interesse",
)
_QUALITIES = _table(
    hot="heiss,heisse,heissen,heisser,heisseste,heissesten,hottest",
    warm="warme,warmen,warmer,warmest,lauwarm,lukewarm",
    cold="kalt,kalte,kalten,kalter,coldest",
)
_MODES = _table(
    auto="automatisch,automatic,automatik,selbst,selbststaendig,an,on,ai",
    draft_only="entwurf,entwuerfe,nur entwurf,nur entwuerfe,drafts,draft,draft only,drafts only,vorschlaege,"
    "manuell,manual",
    off="aus,stumm,keine,none,nie,never,gar nicht",
)
_BASES = _table(
    agreed="ja,yes,true,zugestimmt,hat zugestimmt,einverstanden,ok,okay,erteilt,granted,opt in,consented,"
    "erlaubt,allowed,1",
    wrote_first="hat mir geschrieben,schrieb zuerst,hat zuerst geschrieben,wrote first,wrote to me first,inbound",
    customer="kunde,kundin,bestandskunde,existing customer,ist kunde,ist kundin",
    withdrawn="nein,no,false,widerrufen,zurueckgezogen,entzogen,revoked,withdrawn,nicht erteilt,keine,none,0",
)
_PURPOSES = _table(
    product="produkt,produkte,verkauf,kundin,kunde,kauf,products,sales,customer",
    recruiting="geschaeft,business,partnerschaft,partner,partnerin,teamaufbau,rekrutierung,einstieg,opportunity",
)
# The German DISG with its usual colours; "C" is what the English model calls G.
_DISG = _table(
    D="dominant,rot,rote,roter,red,macher,macherin",
    I="initiativ,gelb,gelbe,gelber,yellow,influencing,influence",
    S="stetig,gruen,gruene,gruener,green,steady,steadiness",
    G="gewissenhaft,blau,blaue,blauer,blue,c,conscientious,compliant",
)
DISG = ("D", "I", "S", "G")
_LANGUAGES = _table(de="deutsch,german,auf deutsch", en="englisch,english,auf englisch")
_REGISTERS = _table(
    du="duzen,per du,wir duzen,geduzt,informal,casual,first name,dutzen",
    sie="siezen,per sie,wir siezen,gesiezt,formal,formell,foermlich",
)
_YES = frozenset(fold("ja yes true wahr 1 jo jep si stimmt doch klar gesehen watched jetzt seit").split())
_NO = frozenset(fold("nein no false falsch 0 nicht not nie never noch kein keine keiner keinen ne nope").split())
_COUNTED = (
    "null zero|eins one|zwei two|drei three|vier four|fuenf five|sechs six|sieben seven|acht eight|neun nine|zehn ten"
)
_NUMBERS = {word: number for number, said in enumerate(_COUNTED.split("|")) for word in said.split()}
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_ZONES = {
    "Europe/Berlin": "berlin deutschland germany hamburg münchen munich",
    "Europe/Vienna": "wien vienna österreich austria graz",
    "Europe/Zurich": "zürich zurich schweiz switzerland basel bern",
    "Europe/London": "london england",
    "America/New_York": "newyork",
}
_CITIES = {fold(place): zone for zone, places in _ZONES.items() for place in places.split()}
_NOTHING = frozenset(fold("keine keiner keinen kein none nothing nichts weg leer empty").split())


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that cannot be: ``allowed`` names what can, "" when it is a matter of form."""

    allowed: str = ""


def field(said: str) -> str | None:
    """The canonical field of a word ("Zufriedenheit" -> satisfaction_score), or None."""
    return _FIELDS.get(fold(said))


def stage(said: str) -> str | None:
    return _STAGES.get(fold(said))


def quality(said: str) -> str | None:
    return _QUALITIES.get(fold(said))


def value(name: str, said: str, country: str = "DE") -> Value | Wrong:
    """The value of a field as people say it; None empties the field.

    ``name`` is canonical; ``country`` (ISO 3166-1) is where a phone number without a country code belongs.
    """
    return _phone(said, country) if name == "phone" else _READERS[name](said.strip())


def yes_no(said: str) -> bool | Wrong:
    """A negation anywhere wins: "noch nicht" is no, whatever else stands there."""
    words = set(fold(said).split())
    if words & _NO:
        return False
    return True if words & _YES or _FIELDS.get(fold(said)) in ("is_customer", "watched_video") else Wrong("ja, nein")


def _satisfaction(said: str) -> int | Wrong:
    found = re.fullmatch(r"(?:[^\d-]*?)(\d{1,3})(?:[.,]0)?\s*(?:(?:/|von|out of|of)\s*10)?\D*", said.strip().lower())
    number = int(found[1]) if found else _NUMBERS.get(fold(said).split()[0] if fold(said) else "")
    return number if number is not None and 0 <= number <= 10 and "-" not in said else Wrong("0 – 10")


def _email(said: str) -> str | Wrong:
    plain = said.strip("<> ").removeprefix("mailto:")
    fits = len(plain) <= 254 and ".." not in plain and _EMAIL.fullmatch(plain) and not plain.startswith(".")
    return plain if fits else Wrong("name@firma.de")


def _phone(said: str, country: str = "DE") -> str | Wrong:
    return phone_of(said, country) or Wrong("+49 170 1234567")


def country_of(region: str | None, zone: str) -> str:
    """Where somebody lives: by region ("AT-7"), else by time zone, else Germany."""
    if region is not None and region[:2] in ("DE", "AT", "CH"):
        return region[:2]
    return {"Europe/Vienna": "AT", "Europe/Zurich": "CH", "Europe/London": "GB"}.get(zone, "DE")


def _zone(said: str) -> str | Wrong:
    name = _CITIES.get(fold(said), said.strip())
    if not re.fullmatch(r"[A-Za-z]+(?:/[A-Za-z_+\-0-9]+){0,2}", name):
        return Wrong("Europe/Berlin, Europe/Vienna, Europe/Zurich")
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        return Wrong("Europe/Berlin, Europe/Vienna, Europe/Zurich")


def _line(said: str) -> str | Wrong:
    flat = " ".join(said.split())
    return flat if 0 < len(flat) <= 120 else Wrong("1 – 120")


def _several(said: str) -> str | Wrong | None:
    return None if fold(said) in _NOTHING else _line(said)


def _one_of(table: Mapping[str, str], allowed: tuple[str, ...]) -> Callable[[str], Value | Wrong]:
    def read(said: str) -> Value | Wrong:
        found = table.get(fold(said))
        if found is not None:
            return found
        if set(fold(said).split()) & _NO:
            return Wrong(", ".join(allowed))
        hits = {name for key, name in table.items() if len(key) > 2 and re.search(rf"\b{re.escape(key)}\b", fold(said))}
        return hits.pop() if len(hits) == 1 else Wrong(", ".join(allowed))

    return read


def _disg(said: str) -> Value | Wrong:
    """ "D", "ein roter Typ", "G-Typ"; a mixed type ("rot-gelb") is asked for, not guessed."""
    if fold(said) in _NOTHING:
        return None
    found = {_DISG[word] for word in fold(said).split() if word in _DISG}
    denied = set(fold(said).split()) & _NO
    return found.pop() if len(found) == 1 and not denied else Wrong("D, I, S, G")


def _region(said: str) -> Value | Wrong:
    return region(said) or Wrong("DE-BY, AT-7, CH-ZH, Bayern, Tirol, Zürich …")


_READERS: Mapping[str, Callable[[str], Value | Wrong]] = {
    "is_customer": yes_no,
    "watched_video": yes_no,
    "do_not_contact": yes_no,
    "satisfaction_score": _satisfaction,
    "stage": _one_of(_STAGES, STAGES),
    "phone": _phone,
    "email": _email,
    "company": _several,
    "place": _several,
    "name": _line,
    "tier": _one_of({tier: tier for tier in TIERS} | {"normal": "standard", "hoch": "high"}, TIERS),
    "disg": _disg,
    "purpose": _one_of(_PURPOSES, ("product", "recruiting")),
    "language": _one_of(_LANGUAGES, ("de", "en")),
    "register": _one_of(_REGISTERS, ("du", "sie")),
    "region": _region,
    "zone": _zone,
    "objection": _several,
    "interest": _several,
    "mode": _one_of(_MODES, MODES),
    "consent": _one_of(_BASES, BASES),
}
