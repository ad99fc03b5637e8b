"""Facts of a company by rules: what an Impressum, an about page and a home page say, German and English. PURE."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import phonenumbers

from store.folding import fold
from tools.company import people, structured
from tools.company.model import Company, CompanyFact, merged
from tools.company.pages import Read, domain, one_line

_FORM = (
    r"(?:GmbH(?:\s*&\s*Co\.?\s*(?:KG(?:aA)?|OHG))?|gGmbH|mbH|UG(?:\s*\(haftungsbeschränkt\))?"
    r"|AG(?:\s*&\s*Co\.?\s*KG)?|SE|KGaA|KG|OHG|GbR|PartG(?:\s*mbB)?|e\.?\s?K\.?(?:fm|fr)?"
    r"|e\.?\s?V\.?|eG|e\.?\s?U\.?|Ges\.?\s?m\.?\s?b\.?\s?H\.?|Sàrl|S\.?à\.?r\.?l\.?|SA|Ltd\.?|Limited|LLC|LLP"
    r"|Inc\.?|PLC|B\.?V\.?|S\.?r\.?l\.?)"
)
_COMPANY = re.compile(rf"(?P<name>[A-ZÄÖÜ0-9][\w&.,'’+\-–/ ]{{1,80}}?\s{_FORM})(?=$|[\s,;.|·)])")
_STREET = (
    r"(?:[A-ZÄÖÜ][\w.'’\-]*[ \t]+){0,3}(?:[A-ZÄÖÜa-zäöü][\w.'’\-]*)?(?i:straße|strasse|str\.|gasse|weg|platz|allee"
    r"|ring|damm|ufer|steig|markt|hof|berg|park|zeile|kai|graben|chaussee|anger)"
)
_ADDRESS = re.compile(
    rf"(?P<street>(?:{_STREET}|(?:An?|Am|Im|In|Zum|Zur|Auf"
    rf"|Unter)\s(?:de[rmn]\s)?[A-ZÄÖÜ][\w.\-]+(?:\s[A-ZÄÖÜ][\w.\-]+)?)\s*\d{{1,4}}\s?[a-zA-Z]?(?:\s?[-–/]\s?\d{{1,4}}\s?[a-z]?)?)"
    r"\s*[,|·•\n]\s*(?:(?:D|DE|A|AT|CH)[-–\s])?(?P<town>\d{4,5}\s+[A-ZÄÖÜ][a-zäöüßéèà\-]+(?:[ \-/](?:am|an|der"
    r"|im|in|ob|bei|St\.|[A-ZÄÖÜ(][\w.)\-]+)){0,4})"
)
_STAFF = (
    r"(?:fest(?:e|en)?\s+|qualifizierte\w*\s+|engagierte\w*\s+|motivierte\w*\s+|full-time\s+"
    r"|talented\s+)?(?:Mitarbeiter(?:[/:*_]?-?innen|[/:*_]?-?in)?(?:\s+und\s+Mitarbeiter(?:innen)?)?"
    r"|Mitarbeiterinnen und Mitarbeiter|Mitarbeitern?|Mitarbeitenden?|Beschäftigten?|Angestellten?|Kolleg(?:en"
    r"|innen)\w*(?:\s+und\s+Kolleg(?:en|innen))?|Köpfe|employees|staff(?:\s+members)?|team members|colleagues|people)"
)
_COUNT = r"(?P<count>\d{1,3}(?:[.'’,]\d{3})+|\d{1,6})(?P<high>\s*(?:[-–]|bis|to)\s*\d{1,6})?(?P<plus>\s*\+)?"
_EMPLOYEES = (
    re.compile(rf"{_COUNT}\s+{_STAFF}\b", re.IGNORECASE),
    re.compile(rf"(?:Mitarbeiter(?:anzahl|zahl|innen)?|Anzahl (?:der )?Mitarbeiter|Beschäftigte|Team(?:größe)?"
        rf"|Employees|Headcount|Company size|Team size)\s*[:=]\s*(?:ca\.?|rund|etwa|about"
        rf"|approx\.?)?\s*{_COUNT}", re.IGNORECASE),
    re.compile(rf"\b(?:team|mannschaft|workforce|belegschaft)\s+(?:von|aus|of|mit)\s+(?:rund|etwa|ca\.|über"
        rf"|mehr als|about|around|over|more than)?\s*{_COUNT}", re.IGNORECASE),
    re.compile(r"\b(?P<count>\d{1,4})(?P<high>)(?P<plus>)-?(?:köpfige[snrm]?|person)\s+(?:team|mannschaft"
        r"|unternehmen|company)", re.IGNORECASE),
)  # fmt: skip
_OTHERS = re.compile(
    r"\b(?:kunden|kundschaft|betriebe?n?|unternehmen mit|firmen mit|ab|bis zu|customers?|clients?|companies"
    r"|businesses|pro|je|für teams)\b",
    re.IGNORECASE,
)
_WORDS = dict(
    zip("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), range(2, 13), strict=True)
) | dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))
_SPELLED = re.compile(rf"\b({'|'.join(_WORDS)})\s+{_STAFF}\b", re.IGNORECASE)
_INDUSTRY = re.compile(
    r"^(?:Branche|Industry|Sector|Tätigkeitsbereich|Unternehmensgegenstand|Geschäftszweig)\s*:\s*(?P<said>.{3,120})$",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|\(ät\)|\[ät\]|\{at\}| at )\s?[\w-]+(?:\s?(?:\.|\(dot\)"
    r"|\[dot\]|\(punkt\)|\[punkt\])\s?[\w-]+){1,4}",
    re.IGNORECASE,
)
_PLAIN_EMAIL = re.compile(r"[a-z0-9][a-z0-9.+_-]{0,63}@(?:[a-z0-9-]+\.)+[a-z]{2,20}")
_NO_EMAIL = re.compile(
    r"\.(?:png|jpe?g|gif|webp|svg|css|js)$|@(?:example|sentry|domain|beispiel|musterfirma)\.|@\dx", re.IGNORECASE
)
_FAX = re.compile(r"\b(?:tele)?fax\b", re.IGNORECASE)
_COUNTRY = {"at": "AT", "ch": "CH", "li": "LI", "uk": "GB", "us": "US", "ie": "IE", "lu": "LU"}


def extract(pages: Sequence[Read]) -> Company:
    """Everything the pages (home first) say about their company; each fact with the page it stands on."""
    found: list[CompanyFact] = []
    where = _places(pages)
    for page in pages:
        for rule in (_names, structured.facts, _employees, _industries, _addresses, people.facts, _emails, _about):
            found += rule(page)
        found += _phones(page, where)
    facts = merged(_clean(fact, where) for fact in _ranked(found, pages))
    trade = _trade(pages)
    if trade is not None and not any(fact.kind == "industry" for fact in facts):
        facts = merged([*facts, trade])
    return Company(domain(pages[0].url) if pages else "", facts, tuple(page.url for page in pages))


def _places(pages: Sequence[Read]) -> str:
    """The country whose numbers the site writes without a country code: by its ending, else Germany."""
    return _COUNTRY.get(domain(pages[0].url).partition(":")[0].rpartition(".")[2], "DE") if pages else "DE"


def _ranked(found: Iterable[CompanyFact], pages: Sequence[Read]) -> list[CompanyFact]:
    """An imprint's legal name before a home page's short one; people of the imprint first."""
    legal = {page.url for page in pages if re.search(r"impressum|imprint|legal", page.url + page.title, re.IGNORECASE)}
    return sorted(found, key=lambda fact: fact.kind not in ("name", "person", "address") or fact.source not in legal)


def _clean(fact: CompanyFact, country: str) -> CompanyFact:
    value = one_line(fact.value, 300 if fact.kind == "description" else 160)
    if fact.kind == "phone":
        value = _e164(value, country)
    elif fact.kind == "email":
        value = value.lower() if _PLAIN_EMAIL.fullmatch(value.lower()) and not _NO_EMAIL.search(value) else ""
    elif fact.kind == "person" and not people.is_name(value):
        value = ""
    return CompanyFact(fact.kind, value, fact.source, one_line(fact.role, 80))


def _names(page: Read) -> Iterator[CompanyFact]:
    imprint = re.search(r"impressum|imprint|legal", page.url, re.IGNORECASE)
    for line in page.lines[:200] if imprint else ():
        if (found := _COMPANY.search(line[:200])) is not None:
            yield CompanyFact(
                "name", re.sub(r"^(?:Impressum|Firma|Die|The|©|\d{4})\s+", "", found["name"]).strip(), page.url
            )
            break
    for name in ("og:site_name", "application-name"):
        if said := page.meta.get(name):
            yield CompanyFact("name", said, page.url)
    for line in reversed(page.lines[-40:]):
        if (found := _COMPANY.search(line[:200])) is not None:
            yield CompanyFact(
                "name", re.sub(r"^(?:©|\(c\)|Copyright|\d{4}|\s|[-–])*", "", found["name"]).strip(), page.url
            )
            break
    title = re.split(r"\s+[|–—·:-]\s+", page.title)
    if title[0] and not imprint:
        host = fold(domain(page.url).rpartition(".")[0]).replace(" ", "")
        best = max(
            title,
            key=lambda part: (fold(part).replace(" ", "") in host or host in fold(part).replace(" ", ""), -len(part)),
        )
        yield CompanyFact("name", best, page.url)


def _employees(page: Read) -> Iterator[CompanyFact]:
    for line in page.lines:
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])", line):
            for pattern in _EMPLOYEES:
                found = pattern.search(sentence)
                if found is not None and not _OTHERS.search(sentence[: found.start()]) and (count := _number(found)):
                    yield CompanyFact("employees", count, page.url)
            spelled = _SPELLED.search(sentence)
            if spelled is not None and not _OTHERS.search(sentence[: spelled.start()]):
                yield CompanyFact("employees", str(_WORDS[spelled[1].lower()]), page.url)


def _number(found: re.Match[str]) -> str:
    count = int(re.sub(r"\D", "", found["count"]))
    high = re.sub(r"\D", "", found["high"] or "")
    year = 1900 <= count <= 2100 and re.search(
        r"\b(?:seit|since|im jahr|in)\s*$", found.string[: found.start()], re.IGNORECASE
    )
    if year or not 0 < count < 1_000_000:
        return ""
    return f"{count}-{high}" if high and int(high) > count else f"{count}+" if found["plus"] else str(count)


def _industries(page: Read) -> Iterator[CompanyFact]:
    for line in page.lines:
        if (found := _INDUSTRY.match(line)) is not None:
            yield CompanyFact("industry", found["said"].rstrip(" ."), page.url)


@cache
def _trades() -> dict[str, str]:
    """word or beginning ("bau*") -> trade."""
    lines = (Path(__file__).parent / "industries.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {word: trade for trade, _, words in pairs for word in words.split()}


def _trade(pages: Sequence[Read]) -> CompanyFact | None:
    """The trade most of the words speak of; two different words must, and one trade clearly more than the next."""
    if not pages:
        return None
    home, rest = pages[0], pages[1:]
    loud = " ".join([home.title, home.meta.get("description", ""), home.meta.get("keywords", ""), *home.lines[:12]])
    weights = Counter(fold(loud).split() * 3 + fold(" ".join(page.text[:20_000] for page in (home, *rest))).split())
    scores: Counter[str] = Counter()
    seen: dict[str, set[str]] = {}
    known = _trades()
    begins = {word[:-1]: trade for word, trade in known.items() if word.endswith("*")}
    for word, weight in weights.items():
        trade = known.get(word) or next((t for start, t in begins.items() if word.startswith(start)), None)
        if trade is not None:
            scores[trade] += min(weight, 6)
            seen.setdefault(trade, set()).add(word)
    best = scores.most_common(2)
    if not best or len(seen[best[0][0]]) + best[0][1] < 5 or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return CompanyFact("industry", best[0][0], home.url)


def _addresses(page: Read) -> Iterator[CompanyFact]:
    for place, line in enumerate(page.lines):
        window = "\n".join(page.lines[place : place + 2])[:300]
        found = _ADDRESS.search(window)
        if found is not None and found.start() <= len(line):
            yield CompanyFact("address", f"{found['street'].strip()}, {found['town'].strip()}", page.url)


def _phones(page: Read, country: str) -> Iterator[CompanyFact]:
    for address, _ in page.links:
        if address.startswith("tel:"):
            yield CompanyFact("phone", unquote(address[4:]), page.url)
    label = ""
    for line in page.lines:
        if sum(c.isdigit() for c in line) >= 6 and len(line) < 400:
            for match in phonenumbers.PhoneNumberMatcher(line, country):
                if not _FAX.search(line[max(0, match.start - 25) : match.start] or label):
                    yield CompanyFact("phone", match.raw_string, page.url)
        label = line if len(line) < 30 else ""


def _e164(said: str, country: str) -> str:
    try:
        number = phonenumbers.parse(said, country)
    except phonenumbers.NumberParseException:
        return ""
    valid = phonenumbers.is_valid_number(number)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)) if valid else ""


def _emails(page: Read) -> Iterator[CompanyFact]:
    for address, _ in page.links:
        if address.lower().startswith("mailto:"):
            yield CompanyFact("email", unquote(address[7:]).partition("?")[0].strip(), page.url)
    for line in page.lines:
        for match in _EMAIL.finditer(line[:500]):
            said = re.sub(r"\s?(?:\(at\)|\[at\]|\(ät\)|\[ät\]|\{at\}| at )\s?", "@", match[0], flags=re.IGNORECASE)
            said = re.sub(r"\s?(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\])\s?", ".", said, flags=re.IGNORECASE)
            yield CompanyFact("email", said.replace(" ", "").rstrip("."), page.url)


def _about(page: Read) -> Iterator[CompanyFact]:
    for name in ("description", "og:description"):
        if len(said := page.meta.get(name, "")) > 20:
            yield CompanyFact("description", said, page.url)
