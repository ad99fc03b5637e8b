"""What may not be said, as patterns over folded text: lower case, ä as ae, ß as ss, no invisible signs.

German and English side by side, because messages mix them. A pattern names what is claimed (a verb of healing near an
illness, an amount near earning), not sentences. Sources: Reg. (EC) 1924/2006 and HWG (health), § 5 UWG (guaranteed
results, income), § 16(2) UWG (benefits for recruiting), § 4a UWG (pressure), Directive (EU) 2024/825 (green claims).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Up to n words between two parts, not across a comma or colon.
_GAP = r"(?:[^\w,;:.!?]+\w+){0,%d}?[^\w,;:.!?]+"


@dataclass(frozen=True, slots=True)
class Pattern:
    """``inside``: a negation within the match makes it harmless; ``asks``: it counts in a question, too."""

    rule: str
    regex: re.Pattern[str]
    negatable: bool = True
    inside: bool = True
    asks: bool = True


def _near(left: str, right: str, words: int) -> str:
    return rf"\b(?:{left}){_GAP % words}(?:{right})"


def _either(left: str, right: str, words: int) -> str:
    return f"{_near(left, right, words)}|{_near(right, left, words)}"


_ILLNESS = (
    r"(?:krebs(?:zellen|leiden)?|tumor\w*|diabetes|zuckerkrankheit|migraene|\w*schmerz(?:en?)?|rheuma|arthrose|arthritis|"
    r"depression\w*|burn-?out|angst(?:stoerung\w*|zustaend\w*)|panikattacke\w*|adhs|\w*allergie\w*|heuschnupfen|asthma|"
    r"neurodermitis|akne|ekzem\w*|schuppenflechte|psoriasis|bluthochdruck|blutdruck|blutzucker\w*|cholesterin\w*|"
    r"herzinfarkt\w*|schlaganfall\w*|thrombose\w*|alzheimer|demenz|parkinson|(?:long[ -])?covid\w*|corona|grippe\w*|"
    r"erkaeltung\w*|schnupfen|\w*infekt(?:e|en|ion|ionen)?|viren|bakterien|\w*entzuendung\w*|reizdarm\w*|sodbrennen|"
    r"\w*beschwerden|schlafstoerung\w*|schlaflosigkeit|schlafproblem\w*|wechseljahr\w*|hitzewallung\w*|pms|endometriose|"
    r"hashimoto|schilddruesen\w*|uebergewicht|adipositas|impotenz|unfruchtbarkeit|osteoporose|gicht|tinnitus|"
    r"multiple sklerose|autoimmun\w*|haarausfall|cellulite|verspannung\w*|krankheit\w*|\w*erkrankung\w*|leiden|symptom\w*|"
    r"chronische muedigkeit|fibromyalgie|zellulitis|"
    r"cancer|tumou?rs?|migraines?|(?:head|back|tooth)aches?|(?:joint |back |chronic )?pains?(?! points?)|anxiety|"
    r"allerg(?:y|ies)|eczema|acne|(?:high )?blood (?:pressure|sugar)|cholesterol|heart (?:disease|attacks?)|strokes?|"
    r"dementia|(?:the )?flu|(?:a |common )colds?|infections?|inflammations?|insomnia|ibs|menopause|hot flashes|thyroid|"
    r"obesity|illness(?:es)?|diseases?|ailments?|symptoms?|fatigue|autoimmune \w+|hair loss|infertility|add|adhd)\b"
)
_HEALS = (
    r"(?:heil(?:t|en|te|ten|end\w*)|geheilt|kurier(?:t|en)|linder(?:t|n|te|ten)|gelindert|behandel(?:t|n)|bekaempf(?:t|en)|"
    r"beseitig(?:t|en)|besieg(?:t|en)|verhinder(?:t|n)|stopp(?:t|en)|reduzier(?:t|en)|vertreib(?:t|en)|loes(?:t|en)|"
    r"senk(?:t|en)|regulier(?:t|en)|normalisier(?:t|en)|befrei(?:t|en)|eliminier(?:t|en)|schuetz(?:t|en)|vorbeug\w*|"
    r"beug(?:t|en)|cure[sd]?|curing|heal(?:s|ed|ing)?|treat(?:s|ed|ing)?|reliev(?:e|es|ed|ing)|prevent(?:s|ed|ing)?|"
    r"eliminat(?:e|es|ed|ing)|fight(?:s|ing)?|revers(?:e|es|ed|ing)|(?:get|gets|got) rid of|protects? (?:you )?against|"
    r"lower(?:s|ed|ing)?|stops?|ends?|eas(?:e|es|ed))\b"
)
_HELPS = (
    r"(?:(?:hilft|helfen|hat geholfen|half|wirk(?:t|en|sam)|gut|mittel|wunder)(?:[^\w,;:.!?]+\w+){0,3}?"
    r"[^\w,;:.!?]+(?:gegen|bei|vor)|(?:help(?:s|ed)?|works?|worked|effective|remedy|good)(?: \w+){0,2}? (?:with|against|for))"
)
_ORGAN = (
    r"(?:immunsystem\w*|immunabwehr|abwehrkraefte\w*|stoffwechsel\w*|darmflora|leber|verdauung|durchblutung|zellen|"
    r"hormonhaushalt|gelenke|immune system|immunity|metabolism|gut health|liver|digestion|hormones)\b"
)
_BOOSTS = (
    r"(?:staerk|boost|aktivier|unterstuetz|foerder|verbesser|reinig|regenerier|push|kurbel|ankurbel|optimier|harmonisier|"
    r"strengthen|support|improv|cleans|regenerat|activat|balanc)\w*"
)
_WEIGHT = r"(?:\d+|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|zwanzig|ein paar|five|ten|twenty)"
_DRUGS = r"(?:medikament\w*|tabletten|arzt\w*|insulin|chemo\w*|antibiotika|medications?|medicines?|meds|drugs|doctor)"

_HEALTH = (
    _near(_HEALS, _ILLNESS, 5),
    _near(_ILLNESS, _HEALS, 5),
    _near(_HELPS, _ILLNESS, 3),
    rf"\b(?:bei|gegen|with|against|for){_GAP % 2}{_ILLNESS}{_GAP % 3}(?:hilft|helfen|wirkt|wirken|helps?|works?)\b",
    _either(_BOOSTS, _ORGAN, 5),
    r"\b(?:das|es|oel|kapseln?|pulver|produkt\w*|drink|shake|it|this|product|oil)\W+(?:heilt|heilen|heals|cures)\b",
    r"\b(?:wundermittel|allheilmittel|heilmittel|wunderheilung|wunderpille|heilkraft|heilkraefte\w*|selbstheilung\w*|"
    r"heilende\w* (?:wirkung|kraft|kraefte|energie)|miracle (?:cure|pill)|healing (?:power|effect)s?)\b",
    r"\b(?:entgift(?:et|en|ung)|detox(?:t|ed|es|ifies|kur)?)\b",
    r"\b(?:macht|machen|makes?)(?: \w+){0,2} (?:gesund|healthy again)\b|\bwirkt(?: wie)?(?: \w+)? wunder\b",
    rf"\bklinisch (?:bewiesen|erwiesen|getestet|belegt)\w*|\bclinically (?:proven|tested)\b|"
    rf"\b(?:wissenschaftlich|medizinisch|scientifically|medically){_GAP % 1}(?:bewiesen|erwiesen|nachgewiesen|proven)\w*"
    rf"{_GAP % 3}(?:wirk|heil|effect|healing)\w*",
    _near(r"ersetz(?:t|en)|anstatt|statt|anstelle|alternative|replaces?|instead of|substitute", _DRUGS, 3),
    rf"\b(?:nimm|nimmst|nehmen sie|verlier|verlierst|abnehm|lose|losing|lost)\w*{_GAP % 4}{_WEIGHT} ?"
    r"(?:kg|kilos?|pfund|pounds?|lbs)\b",
    rf"\b{_WEIGHT} ?(?:kg|kilos?|pfund|pounds?|lbs)\b{_GAP % 3}(?:in|innerhalb|weniger|abnehmen|abgenommen|within)\b",
    _either(r"(?:fett|fat)", r"(?:verbrenn|burn)\w*", 2) + r"|\bfettverbrenn\w+|\bburns? (?:belly )?fat\b",
)
_HEALTH_WITH_OWN_NEGATION = (
    rf"\b(?:nie wieder|nie mehr|never again|no more)(?: \w+){{0,2}} (?:krank|sick|{_ILLNESS})",
    rf"\bkeine?n?(?: \w+)? {_ILLNESS} mehr\b",
    r"\b(?:ohne|keine(?:rlei)?|null|without|no|zero) (?:side effects|nebenwirkungen)\b|\bnebenwirkungsfrei\w*",
    r"\b(?:abnehmen|lose weight)(?: \w+){0,2} (?:ohne|without)\b",
    rf"\b{_DRUGS}{_GAP % 3}(?:absetzen|weglassen|nicht mehr)\b|\bstop (?:taking )?your {_DRUGS}|"
    rf"\b(?:brauchst|brauchen sie|need){_GAP % 1}(?:keine|no){_GAP % 1}{_DRUGS}",
)
_HEALTH_TOLD = (
    rf"\b{_ILLNESS}(?: \w+){{0,2}} (?:ist|sind|war|waren|is|are|was|were)(?: \w+){{0,4}}? "
    r"(?:weg|verschwunden|geheilt|gone|cured|healed)\b",
    rf"\b{_ILLNESS}(?: \w+){{0,2}} (?:loswerden|los|verschwinden|verschwand\w*|disappear\w*)\b",
    r"\b(?:schmerz|beschwerde|symptom)frei\b|\b(?:pain|symptom)[ -]free\b",
)

_AMOUNT = (
    r"(?:(?:[€$£]|\b(?:eur|usd|chf)) ?\d[\d.,' ]*k?|\b\d[\d.,' ]*k? ?(?:[€$£]|(?:eur|euros?|chf|franken|usd|dollars?|tausend)\b)|"
    r"\b\d+k\b|\b\w*(?:tausend|hundert|million(?:en)?)\w{0,2} (?:euro|franken|dollar)s?|"
    r"\b(?:thousands?|hundreds?|millions?)(?: of)? (?:euros?|dollars?|pounds?))"
)
_PERIOD = (
    r"(?:(?:im|pro|jeden|in der|am|die|je|jede|a|per|each|every) ?(?:monat|woche|tag|jahr|stunde|month|week|day|year|hour)|"
    r"monatlich|woechentlich|taeglich|jaehrlich|monthly|weekly|daily)\b"
)
_EARN = (
    r"(?:\w*verdien(?:e|st|t|en|te|ten)|\w*einkommens?|einnahmen|einnimmst|gehalt|earn(?:s|ed|ing|ings)?|"
    r"\w*income|profits?|salary)\b"
)
_REACHED = (
    r"(?:erreich|schaff|bring|fuehr|ermoeglich|bau|aufbau|aufzubau|generier|erziel|sicher|bekomm|wirst|werden|geniess|"
    r"verhelf|hol|start|weg (?:in|zu)|achiev|reach|build|generat|creat|get|become|gain|enjoy)\w*"
)
_FREEDOM = (
    r"(?:passive[sn]? (?:zusatz)?einkommen|passive income|finanzielle[rn]? (?:freiheit|unabhaengigkeit)|"
    r"finanziell (?:frei|unabhaengig)|financial (?:freedom|independence)|financially (?:free|independent))\b"
)
_RETURNS = r"(?:einkommen|verdienst\w*|einnahmen|rendite\w*|gewinn\w*|income|returns?|earnings|profits?)\b"

_INCOME = (
    _either(_EARN, _AMOUNT, 8),
    rf"\b(?:machst|mache ich|machen (?:unsere|viele|die)|makes?|made|making)(?:[^\w,;:.!?]+\w+){{0,3}}?[^\w,;:.!?]+{_AMOUNT}"
    rf"{_GAP % 2}{_PERIOD}",
    rf"{_AMOUNT}{_GAP % 1}{_PERIOD}{_GAP % 2}(?:nebenbei|nebenher|zusaetzlich|dazu|extra|passiv|von zu ?hause|drin|on the side|"
    r"from home|passively)\b",
    _either(r"(?:viel|schnelles|leichtes|einfaches|richtig gutes|grosses|easy|fast|quick|big|serious) (?:geld|money)",
            r"(?:\w*verdien\w*|mach\w*|mak(?:e|es|ing)|earn\w*)", 3),
    _either(r"(?:vier|fuenf|sechs|sieben)stellig\w*|(?:four|five|six|seven)[ -]figures?",
            r"(?:einkommen|\w*verdien\w*|umsatz|gehalt|bereich|monat\w*|jahr\w*|income|salary|earn\w*|month|year)", 5),
    r"\b(?:five|six|seven)[ -]figure (?:income|salary|months?|business)\b",
    _either(_REACHED, _FREEDOM, 6),
    r"\b(?:schnell|ueber nacht) reich\b|\breich (?:werden|wirst)\b|\bwirst(?: \w+)? reich\b|\b(?:get|become|be) rich\b",
    r"\bgeld(?: \w+){0,2} im schlaf\b|\bmoney while you sleep\b|\bim schlaf(?: \w+){0,2} verdien\w*",
    r"\b(?:kuendig\w*|schmeiss\w*|haeng\w*)(?: \w+){0,2} (?:deinen|ihren|den) (?:alten )?(?:job|chef)\b|"
    r"\b(?:quit|leave) your (?:day )?job\b|\bfire your boss\b",
    rf"\b(?:unbegrenzt|grenzenlos|sicher|garantiert|unlimited|guaranteed|safe|endless)\w* {_RETURNS}",
    _near(r"(?:verdoppel|verdreifach|vervielfach|doubl|tripl|multipl)\w*",
          r"(?:geld|einkommen|kapital|investition|einsatz|money|income|investment|salary)\b", 3),
    rf"\b\d+ ?(?:%|prozent|percent) (?:\w+ )?{_RETURNS}|\b{_RETURNS}(?: \w+){{0,2}} \d+ ?(?:%|prozent|percent)",
    r"\b(?:wirst|werden|mach\w*|become|make)(?: \w+){0,4} (?:millionaer\w*|millionaires?)\b",
)
_INCOME_WITH_OWN_NEGATION = (
    r"\b(?:nie wieder|nie mehr) (?:arbeiten|geldsorgen)\b|\bnever (?:have to )?work(?: \w+)? again\b",
    r"\b(?:geld|money|einkommen|income|verdien\w*)(?: \w+){0,2} (?:ohne|without) "
    r"(?:\w+ )?(?:aufwand|arbeit\w*|risiko|effort|work\w*|risk)\b",
    _either(r"(?:risikofrei|risikolos|risk[ -]free)\w*|(?:ohne|without|no) (?:jedes |any )?(?:risiko|risk)",
            r"(?:invest\w*|geld|verdien\w*|einkommen|rendite|gewinn\w*|income|returns?|money|profits?)\b", 4),
)

_RESULT = (
    r"(?:\w*erfolg\w*|ergebnis\w*|gewinn\w*|einkommen|umsatz\w*|rendite\w*|kunden|leads|abnehm\w*|\w*verdien\w*|funktionier\w*|"
    r"wirk(?:t|en|ung|sam)|klapp\w*|schaff\w*|wachstum|kilos?|reich|verdoppel\w*|gesund\w*|results?|success\w*|income|"
    r"growth|clients|profits?|returns?|work(?:s|ing)?|weight)\b"
)
_GUARANTEE = (
    _either(r"garantiert\w*|guaranteed", _RESULT, 6),
    r"\bgarantier(?:e|en)(?: ich| wir)? (?:dir|ihnen|euch)\b|\b(?:ich|wir) garantier(?:e|en)\b|\b(?:i|we) guarantee\b",
    r"\b(?:erfolgs|gewinn|ergebnis|wirk|abnehm|einkommens|verdienst|umsatz)-?garantie\w*|"
    r"\b(?:success|results?|income) guarantees?\b",
    r"\b(?:100|hundert) ?(?:%|prozent(?:ig\w*)?|percent) ?(?:erfolg\w*|sicher\w*|wirksam\w*|garant\w*|success\w*|effective)",
    r"\b(?:funktioniert|klappt|wirkt) (?:\w+ )?(?:immer|bei (?:jedem|jeder|allen)|zu 100)|"
    r"\bworks (?:for (?:everyone|everybody|anyone)|every time|always)\b|\balways works\b",
    r"\b(?:todsicher|bombensicher|idiotensicher|foolproof|fail-?safe)\w*",
    r"\b(?:jeder|jede) schafft (?:das|es)\b|\beveryone (?:succeeds|makes it)\b",
    rf"\b(?:du wirst|sie werden|you will|you'll)(?: \w+){{0,1}} (?:auf jeden fall|definitiv|bestimmt|mit sicherheit|"
    rf"zu 100 ?%|definitely|certainly|absolutely){_GAP % 4}{_RESULT}",
    rf"\b(?:versprech(?:e|en)(?: ich| wir)?(?: dir| ihnen| euch)?|(?:i|we) promise(?: you)?),? (?:dass |that )?"
    rf"(?:du|sie|ihr|dein\w*|you|your){_GAP % 6}{_RESULT}",
)
_GUARANTEE_WITH_OWN_NEGATION = (
    r"\b(?:kann|kannst|koennen)(?: \w+){0,3} (?:nichts schief|nicht (?:scheitern|verlieren|versagen|schiefgehen))\w*|"
    r"\b(?:can't|cannot|can not|never) (?:fail|lose|go wrong)\w*",
)

_OFFER = r"(?:angebot|rabatt\w*|preis|aktion|bonus|gilt|verfuegbar|sichern|zuschlagen|deal|offer|discount|price|available)"
_PRESSURE = (
    r"\bletzte(?:n|r)? (?:chance|gelegenheit)\b|\b(?:last|final) chance\b|\bjetzt oder nie\b|\bnow or never\b",
    r"\b(?:nur noch|noch genau|only) (?:\d+|ein|eine|einen|zwei|drei|vier|fuenf|wenige|ein paar|one|two|three|a few) "
    r"(?:\w+ )?(?:plaetze?|platz|stueck|exemplare?|spots?|seats?|places?|left)\b|\b\d+ (?:spots?|seats?|places?) left\b",
    r"\bbevor es zu spaet ist\b|\bsonst ist es zu spaet\b|\bbefore it'?s too late\b",
    r"\b(?:wirst|werden)(?: \w+){0,2} bereuen\b|\bbereust du\b|\byou(?:'ll| will) regret\b",
    _either(r"(?:nur (?:noch )?heute|nur (?:noch )?(?:fuer )?kurze zeit|today only|only today|limited time)", _OFFER, 5),
    r"\b(?:angebot|aktion|rabatt|offer|deal) (?:endet|laeuft ab|ends|expires)\b|\bcountdown laeuft\b",
    r"\b(?:entscheide(?: dich)?|schlag|greif|bestell\w*|kauf\w*|unterschreib\w*)(?: \w+){0,1} "
    r"(?:jetzt|sofort|heute noch|noch heute)(?: zu)?\b|\b(?:act|buy|order|decide|sign) (?:now|today|immediately|right away)\b",
    r"\b(?:du musst|sie muessen|you (?:must|have to|need to)) (?:dich |sich )?(?:jetzt|sofort|heute|now|today|decide|buy|sign|act)"
    r"(?: \w+){0,3} ?(?:entscheiden|kaufen|unterschreiben|zuschlagen|handeln|zusagen|decide|buy|sign|act|now|today|immediately)\b",
    r"\bschlag(?:en sie)? (?:jetzt|sofort|schnell) zu\b|\bhurry up\b|\bwer jetzt zoegert\b",
)
_PRESSURE_WITH_OWN_NEGATION = (
    r"\bverpass(?:e|en sie)? (?:\w+ )?(?:nicht|keinesfalls)\b|\bnicht verpassen\b|\bdon'?t miss (?:out|this|your chance)\b",
    r"\bkeine ausreden\b|\bno excuses\b|\benttaeusch(?:e)? mich nicht\b|\bdu schuldest mir\b|\byou owe me\b",
)

_PYRAMID = (
    r"\b(?:fuer jede[ns]? \w*(?:person|partner\w*|freund\w*|kunden|neuen?|mitglied)?[^.!?]{0,20}(?:wirbst|werben|anwirbst|"
    r"rekrutierst|mitbringst)|(?:wirb|wirbst|rekrutier\w*|bring) (?:\w+ )?(?:\d+|zwei|drei|vier|fuenf|zehn) "
    r"(?:\w+ )?(?:leute|freunde|personen|partner\w*|bekannte))[^.!?]{0,80}"
    r"(?:bekomm|erhaelt|erhalt|verdien|praemie|provision|bonus|gratis|kostenlos|umsonst|geschenkt)\w*",
    r"\b(?:for (?:each|every) \w+ (?:you|that you) (?:recruit|sign up|bring)|recruit (?:\w+ )?(?:\d+|two|three|four|five|ten)"
    r" \w+)[^.!?]{0,80}(?:get|earn|receive|bonus|free|commission)\w*",
)
_GREEN = (
    r"\b(?:klima|co2-?)(?:neutral|positiv|schonend|freundlich)\w*|\bumwelt(?:freundlich|schonend|neutral)\w*|"
    r"\boekologisch unbedenklich\w*|\b100 ?% (?:nachhaltig|sustainable|eco)\w*|"
    r"\b(?:climate|carbon)[ -](?:neutral|positive|friendly)\b|\b(?:eco|environmentally)[ -]?friendly\b",
)

_MACHINE = (
    r"(?:\w*bots?|ki(?:-\w+)?|roboter|maschine|computer\w*|automat|automatisch\w*|automatisiert\w*|programm|software|"
    r"kuenstliche intelligenz|virtuelle[rn]? assistent\w*|ai(?:-\w+| \w+)?|robot|machine|program|automated|"
    r"artificial intelligence|(?:virtual|digital) assistant|language model|sprachmodell)\b"
)
_REALLY = (
    r"(?:(?:wirklich|natuerlich|uebrigens|echt|ehrlich|tatsaechlich|ja|selbst|auch|doch|schon|versprochen|really|actually|"
    r"definitely|just|also|very much|truly|in fact|indeed) )*"
)
_REAL = r"(?:(?:echte[rns]?|richtige[rns]?|ganz normale[rn]?|lebendige[rn]?|real|actual|living|normal|genuine|live) )"
_DENIAL = (
    rf"\b(?:ich bin|bin ich|das (?:ist|war)|hier (?:ist|schreibt|antwortet)|du (?:schreibst|sprichst|chattest|redest)"
    rf"(?: \w+)? mit|sie (?:schreiben|sprechen|chatten)(?: \w+)? mit) {_REALLY}(?:k(?:ein|eine|einem|einer|einen)|nicht "
    rf"(?:ein\w*|mit ein\w*)|nicht) (?:\w+ ){{0,2}}?{_MACHINE}",
    rf"\bich bin {_REALLY}(?:\w+,? )?eine? {_REAL}*(?:mensch|person)\b(?! (?:die|der|mit)\b)",
    rf"\bich bin {_REALLY}eine? {_REAL}+(?:mann|frau|typ|kerl)\b|\bich bin {_REALLY}(?:menschlich|aus fleisch und blut)\b",
    rf"\b(?:hier|am anderen ende) (?:schreibt|sitzt|antwortet|ist|tippt) (?:dir |ihnen )?{_REALLY}eine? {_REAL}*(?:mensch|person)\b",
    rf"\b(?:du (?:schreibst|sprichst|chattest|redest)|sie (?:schreiben|sprechen|chatten)) (?:hier |gerade )?mit eine[mr] {_REAL}*"
    r"(?:menschen|person)\b",
    rf"\b(?:i'?m|i am|this is|it'?s|you'?re (?:talking|chatting|writing|speaking) (?:to|with)|you are (?:talking|chatting|"
    rf"writing|speaking) (?:to|with)) {_REALLY}(?:not|no) (?:an? )?(?:\w+ )?{_MACHINE}|"
    rf"\b(?:this|it|i) (?:isn'?t|ain'?t)(?: an?)? (?:\w+ )?{_MACHINE}",
    rf"\b(?:i'?m|i am|you'?re (?:talking|chatting|writing|speaking) (?:to|with)|you are (?:talking|chatting|writing|speaking) "
    rf"(?:to|with)) {_REALLY}(?:an? )?(?:{_REAL}+(?:human(?: being)?|person|man|woman|guy)|human(?: being)?\b(?! resources)|person)\b",
    rf"\b(?:a|one) {_REAL}*(?:human|person) (?:here|is (?:writing|typing|answering))\b",
)

_SECRET = (
    r"(?:iban|bic|konto(?:nummer|daten|verbindung)|bank(?:daten|verbindung|konto)|kredit-?karten?\w*|karten(?:nummer|daten)|"
    r"pruefziffer|cv[vc]2?|pin(?:-nummer)?|tan|pass(?:wort|woerter)|kennwort|zugangsdaten|log-?in-?daten|"
    r"ausweis(?:nummer|kopie|foto|daten)?|personalausweis\w*|reisepass\w*|pass(?:nummer|kopie)|fuehrerschein\w*|"
    r"sozialversicherungsnummer|steuer-?(?:id|nummer|identifikationsnummer)|ahv-?nummer|versicherten-?nummer|"
    r"krankenkassennummer|seed-?phrase|bestaetigungscode|sicherheitscode|"
    r"passwords?|bank (?:account(?: number| details)?|details)|account number|routing number|sort code|"
    r"(?:credit|debit) card\w*(?: number| details)?|card (?:number|details)|social security number|ssn|passport(?: number)?|"
    r"id (?:card|number)|driver'?s licen[sc]e|tax id|log-?in (?:details|credentials)|credentials|"
    r"(?:verification|security|one-time) code|otp)\b"
)
_YOUR = r"(?:dein\w{0,2}|ihr(?:e|en|er|em)?|eure?\w?|your)"
_ASK_FOR = (
    r"(?:schick\w{0,2}|send(?:e|en|et)?|gib|geben|nenn\w{0,2}|schreib\w{0,2}|verrat\w{0,2}|teil(?:e|en)?|uebermittel\w*|mail\w{0,2}|"
    r"bestaetig\w{0,2}|lad(?:e|en)?|brauch(?:e|en|t)|braeuchte\w?|benoetig\w*|fehlt|give|tell|share|provide|text|e-?mail|confirm|"
    r"upload|need|require|enter)"
)
_SENSITIVE = (
    rf"\b{_ASK_FOR}{_GAP % 5}(?:{_YOUR}|mir|uns|me|us|bitte|please|noch)\b{_GAP % 4}{_SECRET}",
    rf"\b(?:wie lautet|wie heisst|wie ist|was ist|what is|what'?s) {_YOUR} (?:\w+ ){{0,2}}?{_SECRET}",
    rf"\b{_YOUR} (?:\w+ ){{0,2}}?{_SECRET}(?:[^\w.!?]+\w+){{0,4}}?[^\w.!?]+(?:bitte|please|schicken|geben|nennen|mitteilen|senden|"
    r"verraten|durchgeben|schreiben|brauch(?:e|en)|benoetig\w*)\b",
    rf"\b(?:bitte|please) (?:noch )?{_YOUR} (?:\w+ ){{0,2}}?{_SECRET}|\b(?:deine|ihre|your) {_SECRET} ?\?",
)


def _compiled(rule: str, sources: tuple[str, ...], **options: bool) -> Iterator[Pattern]:
    for source in sources:
        yield Pattern(rule, re.compile(source), **options)


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """All patterns, compiled at the first use."""
    return (
        *_compiled("health_claim", _HEALTH),
        *_compiled("health_claim", _HEALTH_WITH_OWN_NEGATION, inside=False, asks=False),
        *_compiled("health_claim", _HEALTH_TOLD, asks=False),
        *_compiled("income_claim", _INCOME),
        *_compiled("income_claim", _INCOME_WITH_OWN_NEGATION, inside=False),
        *_compiled("pyramid_claim", _PYRAMID),
        *_compiled("guarantee", _GUARANTEE),
        *_compiled("guarantee", _GUARANTEE_WITH_OWN_NEGATION, inside=False),
        *_compiled("pressure", _PRESSURE),
        *_compiled("pressure", _PRESSURE_WITH_OWN_NEGATION, inside=False),
        *_compiled("green_claim", _GREEN),
        *_compiled("human_denial", _DENIAL, negatable=False),
        *_compiled("sensitive_data", _SENSITIVE),
    )
