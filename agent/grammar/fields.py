"""What of a lead can be set, by the nouns people use for it. Keys are the field names of the lead."""

from __future__ import annotations

from agent.grammar.normalise import words

FIELDS: dict[str, frozenset[str]] = {
    "phone": words("""
        nummer telefonnummer handynummer telefon handy mobilnummer rufnummer number phone mobile cell handynr nr tel
        natelnummer phone-number
    """),
    "email": words("mail email e-mail mailadresse e-mail-adresse emailadresse mail-adresse mailadress"),
    "company": words("firma company unternehmen arbeitgeber employer betrieb"),
    "name": words("name nachname surname vorname"),
    "satisfaction_score": words("""
        zufriedenheit satisfaction zufriedenheitswert zufriedenheitsscore happiness zufriedenheits-score
    """),
    "stage": words("stufe phase stage status stadium"),
    "tier": words("tier kategorie klasse kundenklasse stufe- level segment"),
    "language": words("sprache language"),
    "disg": words("disg disc disg-typ disc-typ persönlichkeitstyp farbtyp verhaltenstyp"),
    "register": words("anrede register"),
    "region": words("region bundesland kanton gebiet wohnort state"),
    "objection": words("einwand einwände objection objections bedenken vorbehalt"),
    "purpose": words("zweck gesprächszweck gesprächsziel purpose"),
    "mode": words("modus mode antwortmodus"),
    "consent": words("einwilligung zustimmung einverständnis consent opt-in erlaubnis permission"),
}

FIELD_NOUNS: frozenset[str] = frozenset().union(*FIELDS.values())
