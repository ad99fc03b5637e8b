"""People of a company as its pages name them: who leads it, whom to ask, each with the role. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.company.model import CompanyFact
from tools.company.pages import Read

_TITLE = (
    r"(?:(?:Prof|Dr|Mag|Ing|Dipl|DI|Herr|Frau|Mr|Mrs|Ms|med|rer|nat|phil|jur|oec|h\.?c|FH|Univ|M\.?Sc|MBA"
    r"|B\.?Sc)[.\-]*\s*(?:\([A-Z]+\)\s*)?)"
)
_WORD = r"[A-ZÄÖÜÀ-Ý][a-zäöüßà-ÿ]+(?:[-'’][A-ZÄÖÜÀ-Ý]?[a-zäöüßà-ÿ]+)*"
_NAME = rf"{_TITLE}{{0,4}}{_WORD}(?:\s+(?:{_WORD}|[A-ZÄÖÜ]\.|von|van|de|zu|der|da|di|el)){{0,3}}\s+{_WORD}"
_LEADS = (
    r"Geschäftsführ(?:er|erin|ung|ender Gesellschafter)(?:[/:*_]?-?in(?:nen)?)?|Geschaeftsfuehr(?:er|erin|ung)"
    r"|Inhaber(?:[/:*_]?-?in)?"
    r"|Gesellschafter(?:[/:*_]?in)?|Vorst(?:and|ände)(?:svorsitzende[r]?)?|Prokurist(?:[/:*_]?in)?"
    r"|Vertretungsberechtigte[r]?(?:\s+\w+)?"
    r"|Vertreten durch(?:\s+(?:den|die)\s+Geschäftsführer(?:in)?)?|Ansprechpartner(?:[/:*_]?in)?"
    r"|Gründer(?:[/:*_]?in)?|Betreiber(?:in)?"
    r"|Einzelunternehmer(?:in)?|Leitung|Managing Directors?|Director|Owners?|Founders?|Co-Founders?|CEO|CTO|CFO"
    r"|COO|Chief Executive Officer|Proprietor"
    r"|Represented by|Contact person|Responsible for (?:the )?content"
    r"|Verantwortlich(?:e[r]?)?(?:\s+(?:für den Inhalt|i\.?\s?S\.?\s?d\.?))?[^:\n]{0,60}"
)
_LABELLED = re.compile(rf"^(?P<role>(?:{_LEADS}))\s*(?:\([^)]{{0,40}}\))?\s*[:\-–]\s*(?P<names>.*)$", re.IGNORECASE)
_ALONE = re.compile(rf"^(?:{_LEADS})\s*(?:\([^)]{{0,40}}\))?\s*:?$", re.IGNORECASE)
_ROLE_LINE = re.compile(
    r"^(?:[\w/&.,\- ]{0,40})?(?:geschäftsführ\w*|inhaber\w*|leiter\w*|leitung|manager\w*|director|head of|ceo"
    r"|cto|cfo|coo|vertrieb\w*|verkauf\w*|sales"
    r"|berater\w*|trainer\w*|gründer\w*|founder|owner|assisten\w*|meister\w*|ansprechpartner\w*|consultant"
    r"|partner\w*|vorstand\w*|prokurist\w*"
    r"|marketing|buchhaltung|coach|therapeut\w*|koch|köchin|friseur\w*)(?:[\w/&.,\- ]{0,40})?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*[,–|]\s+|\s+[-–]\s+")
_PERSON = re.compile(_NAME)
_NOT_A_NAME = frozenset(
    "gmbh ag kg ohg mbh ug gesellschaft straße strasse platz weg telefon tel fax mail e-mail impressum kontakt unser"
    " unsere team das die der the our we wir für und and amtsgericht handelsregister registergericht umsatzsteuer ust"
    " datenschutz deutschland österreich schweiz germany austria switzerland street road medien angaben gemäß"
    " verantwortlich vertreten haftung stand mehr erfahren".split()
)
_ROLES = {"vertreten durch": "", "represented by": "", "verantwortlich": "", "responsible": ""}


def facts(page: Read) -> Iterator[CompanyFact]:
    """People named behind a label ("Geschäftsführer: …"), below one, or with their role on the next line."""
    for place, line in enumerate(page.lines):
        after = page.lines[place + 1] if place + 1 < len(page.lines) else ""
        if (found := _LABELLED.match(line[:300])) is not None:
            yield from _named(found["names"] or after, _role(found["role"]), page.url)
        elif len(line) < 80 and _ALONE.match(line):
            yield from _named(after, _role(line), page.url)
        elif len(line) < 60 and len(after) < 60 and is_name(line) and _ROLE_LINE.match(after):
            yield CompanyFact("person", _bare(line), page.url, after)
        elif len(line) < 100:
            name, _, role = _SPLIT.sub("\n", line, count=1).partition("\n")
            if len(role) < 50 and is_name(name) and _ROLE_LINE.match(role):
                yield CompanyFact("person", _bare(name), page.url, role)


def _named(text: str, role: str, url: str) -> Iterator[CompanyFact]:
    for part in re.split(r"\s*(?:,|;|/|\bund\b|\band\b|&|\||·)\s*", text[:200]):
        found = _PERSON.match(part.strip())
        if found is not None and is_name(found[0]):
            yield CompanyFact("person", _bare(found[0]), url, role)


def _role(label: str) -> str:
    said = " ".join(label.split()).strip(" :")
    start = said.casefold()
    return next((short for begin, short in _ROLES.items() if start.startswith(begin)), said)


def is_name(text: str) -> bool:
    """Whether a text is nothing but a person's name: two to five words with capitals, none of a company or a page."""
    said = text.strip(" .,:;")
    return _PERSON.fullmatch(said) is not None and not set(said.casefold().replace(".", " ").split()) & _NOT_A_NAME


def _bare(name: str) -> str:
    return re.sub(r"^(?:Herr|Frau|Mr|Mrs|Ms)\.?\s+", "", " ".join(name.split()).strip(" ,;:"))
