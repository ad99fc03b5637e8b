"""Urgency and tone of a lead's message by words, emojis and negation. PURE."""

from __future__ import annotations

from typing import Final, Literal

from agent.lead_patterns import compile_block
from agent.lead_text import LeadText, Sentence
from store.types import Tone

_CALM: Final = compile_block(
    """
    nicht|not|kein|keine|no|nichts ~2 dringend*|eilig|eile|urgent|rush|hurry|stress|pressiert
    hat ~1 zeit
    keine~sorge
    eilt nicht
    irgendwann|someday|whenever|bei_gelegenheit|no_hurry
    """,
    {},
)
_HIGH: Final = compile_block(
    """
    dringend*|eilig|eilt|pressiert|urgent|urgently|asap|notfall|emergency|schnellstmöglich*|schnellstens|umgehend
        |unverzüglich|schleunigst|immediately|sofort|instantly
    so schnell|bald|rasch wie|als
    as soon|quickly|fast as
    heute_noch|noch_heute|today|right_now|right_away|straight_away|auf_der_stelle|heute|jetzt_gleich|jetzt_sofort
        |ab_sofort|tonight
    brauche|need ~4 morgen|tomorrow|heute|today|jetzt|now
    bis morgen|heute
    by tomorrow|today|tonight
    can~not~wait|kaum~erwarten|nicht~länger~warten|nicht~mehr~warten
    deadline|frist|zeitkritisch|time_critical|höchste_zeit
    """,
    {},
)
_MEDIUM: Final = compile_block(
    """
    bald|zeitnah|soon|demnächst|morgen|übermorgen|tomorrow|diese_woche|dieser_woche|this_week|gleich|jetzt|now
        |shortly|kurzfristig|schnell|quickly
    montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday
        |sunday
    noch_diese_woche|in_den_nächsten_tagen|next_few_days|nächste_woche|next_week
    """,
    {},
)
_GOOD: Final = compile_block(
    """
    super|toll|tolle|klasse|genial|spannend|cool|prima|perfekt|freue|freut|freu|liebe|begeistert|gerne|danke|schön
        |schöne|schönes|schönen|interessant|leiwand|mega|wunderbar|top|geil|hammer|großartig|fantastisch|lässig
        |taugt|gefällt|überzeugt|interessiert|neugierig|spitze|beste|traumhaft|happy
    great|awesome|amazing|love|loved|perfect|nice|wonderful|excited|thanks|thank|fantastic|excellent|glad|interested
        |interesting|good|sold|intrigued
    gut|guat|nicht~schlecht|not~bad|kein~problem|no~problem|kaum~erwarten|can~not~wait|sehr_gut
    """,
    {},
)
_BAD: Final = compile_block(
    """
    schlecht|schlechte|schlechten|enttäuscht|ärger*|verärgert|sauer|wütend|genervt|nervt|unverschämt|frech*|unseriös
        |abzock*|betrug|verarsch*|scheiss*|mies|mist|blöd|dumm|furchtbar|katastroph*|unmöglich|kaputt|defekt
        |beschädigt|falsch|teuer|überteuert|happig|haken|skeptisch|schneebal*|pyramid*|leider|problem|frust*
        |lächerlich|quatsch|nie_wieder|zumutung|hölle
    scam|fraud|terrible|awful|horrible|angry|annoyed|annoying|disappointed|disappointing|bad|worst|hate|ridiculous
        |rubbish|broken|damaged|expensive|overpriced|fishy|unacceptable|waste|fake|sucks|stupid|useless
        |unfortunately|sceptical|skeptical
    nicht|not|kein|keine|no|nichts|never ~3 gut|super|interess*|interested|zufrieden|happy|good|glauben|glaube|trust
        |wert|worth|toll|schön|schoen|überzeugt|gefällt
    verpiss|fuck|fick|arsch*|idiot*|shit|damn|bullshit|spam
    """,
    {},
)
_HAPPY = frozenset("😀😃😄😁😊🙂😍🥰🤩👍👏🙌❤💪🎉😎🔥💯✨🙏☺😘💚💙😇🥳")
_UNHAPPY = frozenset("😡😠🤬👎😤😒🙄😞😢😭💩🤮😑😕☹😔🖕")
_NEGATIVE_INTENTS: Final = ("trust_objection", "opt_out")


def _count(patterns: tuple[object, ...], sentence: Sentence) -> int:
    return sum(p.search(sentence) is not None for p in patterns)  # type: ignore[attr-defined]


def urgency_of(message: LeadText, intent: str) -> Literal["high", "medium", "low"]:
    """High for "today", "asap" and the like, medium for days and "soon", low else or where haste is denied."""
    if intent in ("out_of_office", "opt_out", "not_interested"):
        return "low"
    if any(p.search(s) for s in message.sentences for p in _CALM):
        return "low"
    if intent not in ("later", "time_objection", "greeting", "other") and any(
        p.search(s) for s in message.sentences for p in _HIGH
    ):
        return "high"
    if intent in ("later", "greeting", "time_objection", "other"):
        return "low"
    return "medium" if any(p.search(s) for s in message.sentences for p in _MEDIUM) else "low"


def tone_of(message: LeadText, intent: str) -> Tone:
    """Positive, neutral or negative; a negated good word is a bad one."""
    good = sum(c in _HAPPY for c in message.clean)
    bad = sum(c in _UNHAPPY for c in message.clean)
    for sentence in message.sentences:
        worse = sum(p.search(sentence) is not None for p in _BAD)
        bad += worse
        good += 0 if worse and intent != "other" else sum(p.search(sentence) is not None for p in _GOOD)
    bad += intent in _NEGATIVE_INTENTS
    good += intent in ("buy", "interest")
    if intent in ("not_interested", "price_objection", "time_objection", "out_of_office"):
        good = 0
    if good > bad:
        return "positive"
    return "negative" if bad > good else "neutral"
