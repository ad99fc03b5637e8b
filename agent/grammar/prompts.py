"""Prompts of the library by what they are for: "Hilf mir beim Preiseinwand von Tom: …", "bereite mich auf Tom vor"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, Value, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in
from agent.grammar.segment import text_end

# key of the library -> words that name its matter; an objection needs its kind.
_OBJECTIONS = {
    "objection_price": words("preis preise teuer geld kosten price expensive money cost costs preisfrage"),
    "objection_time": words("zeit keine-zeit time busy zeitmangel"),
    "objection_trust": words("vertrauen seriös skeptisch trust sceptical skeptical pyramide schneeball"),
}
_COMPOUNDS = {
    "preiseinwand": "objection_price",
    "preiseinwaende": "objection_price",
    "zeiteinwand": "objection_time",
    "vertrauenseinwand": "objection_trust",
}
_MATTERS = {
    "upselling": words("upselling upsell zusatzverkauf ergänzung cross-selling"),
    "meeting_preparation": words("terminvorbereitung gesprächsvorbereitung vorbereitung preparation"),
    "win_probability": words("abschlusswahrscheinlichkeit gewinnchance probability"),
    "social_dm": words("erstansprache kaltansprache dm opener icebreaker eisbrecher"),
    "content_idea": words("beitragsidee contentidee content-idee content-ideen postidee beitragsideen"),
    "reengagement": words("wiederbelebung reengagement re-engagement reaktivierungstext reaktivierung reactivation"),
    "referral_request": words("empfehlungsfrage empfehlungsbitte weiterempfehlung empfehlung referral"),
    "appointment_confirmation": words("terminbestätigung confirmation"),
    "reply_suggestion": words("antwortvorschlag reply-suggestion"),
    "follow_up": words("nachfasstext nachfassnachricht nachfassmail"),
}
_OBJECTION = words("einwand einwände objection objections")
_HELPS = words("hilf helfe helfen help unterstütz unterstütze support assist")
_WORDS_IT = words("formulier formuliere formulieren entwirf entwerfen verfass verfasse phrase compose draft")
_PREPARES = words("bereit bereite vorbereiten prepare prep")
_MEETINGS = words("gespräch termin treffen call meeting appointment talk telefonat")
_PROMPT = words("prompt prompts promptbibliothek prompt-bibliothek prompt-liste")
_SHOWS = words("zeig zeige zeigen welche show list liste what which gibt habe hast sind")
_RUNS = words("nutz nutze nutzen nimm use starte start führ run mach ausführen benutze benutz")
_FOR = words("für for von of an mit with from to zu zum")


def read_prompt(line: Line, start: int, end: int) -> Found | None:
    """run_prompt with the matter, whom it is for, and an objection's own words behind a colon."""
    i = lead_in(line, start, end).at
    stop = line.any(i, end, words(":"))
    stop = stop if stop > i else end
    if i >= end or line.any(i, stop, w.NEGATIONS - words("keine")) >= 0:
        return None
    if line.any(i, min(i + 6, stop), _PROMPT) >= 0:
        return _named(line, i, stop, end)
    matter = _matter(line, i, stop)
    asked = line.norm(i) in (_HELPS | _WORDS_IT)
    if line.norm(i) in _PREPARES and line.any(i, stop, words("mich me")) >= 0 and line.any(i, stop, _MEETINGS) >= 0:
        matter, asked = "meeting_preparation", True
    return _made(line, matter, i, stop, end) if asked and matter else None


def _named(line: Line, i: int, stop: int, end: int) -> Found | None:
    """ "Prompt Preiseinwand für Tom", "zeig mir die Prompts"."""
    spot = line.any(i, min(i + 6, stop), _PROMPT)
    if spot > i and line.any(i, spot, _SHOWS | _RUNS | w.INDEFINITE | w.ARTICLES) < 0:
        return None
    matter = _matter(line, spot + 1, stop)
    behind = next((k for k in range(spot + 1, stop) if line.norm(k) in _FOR), stop)
    said = line.cut(spot + 1, behind).strip(" ?!.,") if behind > spot + 1 else ""
    shown = line.any(i, spot, _SHOWS) >= 0
    if shown or not (matter or said):
        return Found((request("run_prompt"),), end)
    return _made(line, matter or said, spot, stop, end)


def _matter(line: Line, i: int, stop: int) -> str | None:
    for k in range(i, stop):
        if line.norm(k) in _COMPOUNDS:
            return _COMPOUNDS[line.norm(k)]
    if line.any(i, stop, _OBJECTION) >= 0:
        return next((key for key, group in _OBJECTIONS.items() if line.any(i, stop, group) >= 0), None)
    return next((key for key, group in _MATTERS.items() if line.any(i, stop, group) >= 0), None)


def _made(line: Line, matter: str, i: int, stop: int, end: int) -> Found:
    who = _for_whom(line, i, stop)
    last = text_end(line, stop + 1, explicit=True) if stop < end - 1 else end
    said = line.cut(stop + 1, last).strip(' "„“”»«\n') if stop < end - 1 else ""
    inputs: Value | None = {"objection": said} if said and matter.startswith("objection") else None
    return Found((request("run_prompt", prompt=matter, lead=who, input_values=inputs),), max(last, end))


def _for_whom(line: Line, i: int, stop: int) -> str | None:
    at = next((k for k in range(stop - 1, i, -1) if line.norm(k) in _FOR), -1)
    who = search(line, at + 1, stop) if at > 0 else search(line, i + 1, stop)
    return bare(who.text) if who is not None and who.text else None
