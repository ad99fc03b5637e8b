"""What may not be said, as patterns over folded text: lower case, ä as ae, ß as ss, no invisible signs.

German and English side by side, because messages mix them. A pattern names what is claimed (a verb of healing near an
illness, an amount near earning), not sentences. Sources: Reg. (EC) 1924/2006 and HWG (health), § 5 UWG (guaranteed
results, income), § 16(2) UWG (benefits for recruiting), § 4a UWG (pressure), Directive (EU) 2024/825 (green claims).
"""

from __future__ import annotations

import re

# Up to n words between two parts, not across a comma or colon.
GAP = r"(?:[^\w,;:.!?]+\w+){0,%d}?[^\w,;:.!?]+"


def near(left: str, right: str, words: int) -> str:
    return rf"\b(?:{left}){GAP % words}(?:{right})"


def either(left: str, right: str, words: int) -> str:
    return f"{near(left, right, words)}|{near(right, left, words)}"


_ILLNESS = (
    r"(?:krebs(?:zellen|leiden)?|tumor\w*|diabetes|zuckerkrankheit|migraene|\w*schmerz(?:en?)?|rheuma|arthrose|"
    r"arthritis|"
    r"depression\w*|burn-?out|angst(?:stoerung\w*|zustaend\w*)|panikattacke\w*|adhs|\w*allergie\w*|heuschnupfen|asthma|"
    r"neurodermitis|akne|ekzem\w*|schuppenflechte|psoriasis|bluthochdruck|blutdruck|blutzucker\w*|cholesterin\w*|"
    r"herzinfarkt\w*|schlaganfall\w*|thrombose\w*|alzheimer|demenz|parkinson|(?:long[ -])?covid\w*|corona|grippe\w*|"
    r"erkaeltung\w*|schnupfen|\w*infekt(?:e|en|ion|ionen)?|viren|bakterien|\w*entzuendung\w*|reizdarm\w*|sodbrennen|"
    r"\w*beschwerden|schlafstoerung\w*|schlaflosigkeit|schlafproblem\w*|wechseljahr\w*|hitzewallung\w*|pms|"
    r"endometriose|"
    r"hashimoto|schilddruesen\w*|uebergewicht|adipositas|impotenz|unfruchtbarkeit|osteoporose|gicht|tinnitus|"
    r"multiple sklerose|autoimmun\w*|haarausfall|cellulite|verspannung\w*|krankheit\w*|\w*erkrankung\w*|leiden|"
    r"symptom\w*|"
    r"chronische muedigkeit|fibromyalgie|zellulitis|"
    r"cancer|tumou?rs?|migraines?|(?:head|back|tooth|stomach|muscle)[ -]?aches?|(?:joint |back |"
    r"chronic )?pains?(?! points?)|anxiety|"
    r"allerg(?:y|ies)|eczema|acne|(?:high )?blood (?:pressure|sugar)|cholesterol|heart (?:disease|attacks?)|strokes?|"
    r"dementia|(?:the )?flu|(?:a |common )colds?|infections?|inflammations?|insomnia|ibs|menopause|hot flashes|thyroid|"
    r"obesity|illness(?:es)?|diseases?|ailments?|symptoms?|fatigue|autoimmune \w+|hair loss|infertility|add|adhd)\b"
)
_HEALS = (
    r"(?:heil(?:t|en|te|ten|end\w*)|geheilt|kurier(?:t|en)|linder(?:t|n|te|ten)|gelindert|behandel(?:t|n)|"
    r"bekaempf(?:t|en)|"
    r"beseitig(?:t|en)|besieg(?:t|en)|verhinder(?:t|n)|stopp(?:t|en)|reduzier(?:t|en)|vertreib(?:t|en)|loes(?:t|en)|"
    r"senk(?:t|en)|regulier(?:t|en)|normalisier(?:t|en)|befrei(?:t|en)|eliminier(?:t|en)|schuetz(?:t|en)|vorbeug\w*|"
    r"beug(?:t|en)|besser(?:t|n)|cure[sd]?|curing|heal(?:s|ed|ing)?|treat(?:s|ed|ing)?|reliev(?:e|es|ed|ing)|"
    r"prevent(?:s|ed|ing)?|"
    r"eliminat(?:e|es|ed|ing)|fight(?:s|ing)?|revers(?:e|es|ed|ing)|(?:get|gets|got) rid of|protects? (?:you )?against|"
    r"lower(?:s|ed|ing)?|stops?|ends?|eas(?:e|es|ed))\b"
)
_HELPS = (
    r"(?:(?:hilft|helfen|hat geholfen|half|wirk(?:t|en|sam)|gut|mittel|wunder|perfekt|ideal|super|toll|"
    r"effektiv|optimal|bewaehrt|genial)(?:[^\w,;:.!?]+\w+){0,3}?"
    r"[^\w,;:.!?]+(?:gegen|bei|vor)|(?:help(?:s|ed)?|works?|worked|effective|remedy|good|great|perfect|ideal|"
    r"best)(?: \w+){0,2}? (?:with|"
    r"against|for))"
)
_ORGAN = (
    r"(?:immunsystem\w*|immunabwehr|abwehrkraefte\w*|stoffwechsel\w*|darmflora|leber|verdauung|durchblutung|zellen|"
    r"hormonhaushalt|gelenke|koerper von|giftstoffe\w*|schlacken|gut|toxins|immune system|immunity|metabolism|"
    r"gut health|liver|digestion|hormones)\b"
)
_BOOSTS = (
    r"(?:staerk|boost|aktivier|unterstuetz|foerder|verbesser|reinig|regenerier|push|kurbel|ankurbel|optimier|"
    r"harmonisier|"
    r"strengthen|support|improv|cleans|regenerat|activat|balanc)\w*"
)
_WEIGHT = r"(?:\d+|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|zwanzig|ein paar|five|ten|twenty)"
_DRUGS = r"(?:medikament\w*|tabletten|arzt\w*|insulin|chemo\w*|antibiotika|medications?|medicines?|meds|drugs|doctor)"

HEALTH = (
    near(
        r"willst|moechtest|wollen sie|moechten sie|want to|ready to", rf"{_ILLNESS}(?: \w+)? (?:loswerden|los sein)", 4
    ),
    near(_HEALS, _ILLNESS, 5),
    near(_ILLNESS, _HEALS, 5),
    near(_HELPS, _ILLNESS, 3),
    rf"\b(?:bei|gegen|with|against|for){GAP % 2}{_ILLNESS}{GAP % 3}(?:hilft|helfen|geholfen|half|wirkt|wirken|"
    r"helps?|works?)\b",
    either(_BOOSTS, _ORGAN, 5),
    near(r"gut fuer|wohltat fuer|good for|great for", _ORGAN, 2),
    r"\b(?:entzuendungs|schmerz|krampf|blutdruck|cholesterin|blutzucker|fieber|krebs)(?:hemm|linder|loes|senk|"
    r"still)end\w*|"
    r"\b(?:antibakteriell|antiviral|antientzuendlich|anti-?inflammatory|antibacterial|antimicrobial|"
    r"pain-?relieving)\w*",
    r"\b(?:schluss mit|weg mit|nie mehr|frei von|verabschied\w* (?:dich |sie sich )?von|(?:say )?goodbye to|"
    r"free (?:of|from)|"
    rf"leben ohne|life without)(?: \w+){{0,2}} {_ILLNESS}",
    rf"\b{_ILLNESS}(?: \w+){{0,2}} (?:(?:gehoer\w* )?der vergangenheit|geschichte|ade\b|passe\b|a thing of the past|"
    r"history)|"
    rf"\b{_ILLNESS}(?: \w+){{0,3}} (?:in den griff|under control)\b",
    r"\b(?:das|es|oel|kapseln?|pulver|produkt\w*|drink|shake|it|this|product|oil)\W+(?:heilt|heilen|heals|cures)\b",
    r"\b(?:wundermittel|allheilmittel|heilmittel|wunderheilung|wunderpille|heilkraft|heilkraefte\w*|selbstheilung\w*|"
    r"heilende\w* (?:wirkung|kraft|kraefte|energie)|miracle (?:cure|pill)|healing (?:power|effect)s?)\b",
    r"\b(?:entgift(?:et|en|ung)|entschlack\w*|detox(?:t|ed|es|ifies|kur)?)\b",
    r"\b(?:macht|machen|makes?)(?: \w+){0,2} (?:gesund|healthy again)\b|\bwirkt(?: wie)?(?: \w+)? wunder\b",
    rf"\bklinisch (?:bewiesen|erwiesen|getestet|belegt)\w*|\bclinically (?:proven|tested)\b|"
    rf"\b(?:wissenschaftlich|medizinisch|scientifically|medically){GAP % 1}(?:bewiesen|erwiesen|nachgewiesen|proven)\w*"
    rf"{GAP % 3}(?:wirk|heil|effect|healing)\w*",
    near(r"ersetz(?:t|en)|anstatt|statt|anstelle|alternative|replaces?|instead of|substitute", _DRUGS, 3),
    rf"\b(?:nimm|nimmst|nehmen sie|verlier|verlierst|abnehm|lose|losing|lost)\w*{GAP % 4}{_WEIGHT} ?"
    r"(?:kg|kilos?|pfund|pounds?|lbs)\b",
    rf"\b{_WEIGHT} ?(?:kg|kilos?|pfund|pounds?|lbs)\b{GAP % 3}(?:in|innerhalb|weniger|abnehmen|abgenommen|within)\b",
    either(r"(?:fett|fat)", r"(?:verbrenn|burn)\w*", 2) + r"|\bfettverbrenn\w+|\bburns? (?:belly )?fat\b",
)
HEALTH_WITH_OWN_NEGATION = (
    rf"\b(?:nie wieder|nie mehr|never again|no more)(?: \w+){{0,2}} (?:krank|sick|{_ILLNESS})",
    rf"\bkeine?n?(?: \w+)? {_ILLNESS} mehr\b",
    r"\b(?:ohne|keine(?:rlei)?|null|without|no|zero) (?:side effects|nebenwirkungen)\b|\bnebenwirkungsfrei\w*",
    r"\b(?:abnehmen|schlank|schlanker|lose weight|slim)(?: \w+){0,2} (?:ohne|without)\b",
    rf"\b{_DRUGS}{GAP % 3}(?:absetzen|weglassen|nicht mehr)\b|\bstop (?:taking )?your {_DRUGS}|"
    rf"\b(?:brauchst|brauchen sie|need){GAP % 1}(?:keine|no){GAP % 1}{_DRUGS}",
)
HEALTH_TOLD = (
    near(r"verschw[ai]nd\w*|disappear\w*", _ILLNESS, 3),
    rf"\b{_ILLNESS}(?: \w+){{0,3}} (?:weg|verschwunden|geheilt|gone|cured|healed)(?: (?:ist|sind|war|waren))?\b",
    rf"\b{_ILLNESS}(?: \w+){{0,2}} (?:loswerden|los|verschwinden|verschwand\w*|disappear\w*)\b",
    rf"\b(?:mein|meine|seine|my|his|her) {_ILLNESS}(?: \w+){{0,5}} (?:besser|better)\b|"
    rf"\b(?:damit|dadurch|dank|seitdem|since)\b[^.!?]{{0,40}}{_ILLNESS}(?: \w+){{0,4}} (?:besser|better)\b",
    r"\b(?:schmerz|beschwerde|symptom)frei\b|\b(?:pain|symptom)[ -]free\b",
)

_AMOUNT = (
    r"(?:(?:[€$£]|\b(?:eur|usd|chf)) ?\d[\d.,' ]{0,14}k?|\b\d[\d.,' ]{0,14}k? ?(?:[€$£]|(?:eur|euros?|chf|franken|"
    r"usd|dollars?|tausend)\b)|"
    r"\b\d+k\b|\b\w*(?:tausend|hundert|million(?:en)?)\w{0,2} (?:euro|franken|dollar)s?|"
    r"\b(?:thousands?|hundreds?|millions?)(?: of)? (?:euros?|dollars?|pounds?))"
)
_PERIOD = (
    r"(?:(?:im|pro|jeden|in der|am|die|je|jede|letzten?|diesen|last|this|a|per|each|every) ?(?:ersten |letzten |first |"
    r"single )?(?:monat|woche|tag|jahr|stunde|month|week|day|year|hour)|monatlich|woechentlich|taeglich|jaehrlich|"
    r"monthly|"
    r"weekly|daily)\b"
)
_EARN = (
    r"(?:\w*verdien(?:e|st|t|en|te|ten)|\w*einkommens?|einnahmen|einnimmst|gehalt|earn(?:s|ed|ing|ings)?|"
    r"\w*income|profits?|salary)\b"
)
EARNING = re.compile(_EARN)
_REACHED = (
    r"(?:erreich|schaff|bring|fuehr|ermoeglich|bau|aufbau|aufzubau|generier|erziel|sicher|bekomm|wirst|werden|geniess|"
    r"verhelf|hol|start|werd|sei |weg (?:in|zu)|achiev|reach|build|generat|creat|get|become|gain|enjoy)\w*"
)
_FREEDOM = (
    r"(?:passive[sn]? (?:zusatz)?einkommen|passive income|finanzielle[rn]? (?:freiheit|unabhaengigkeit)|"
    r"finanziell (?:frei|unabhaengig)|financial (?:freedom|independence)|financially (?:free|independent))\b"
)
_RETURNS = r"(?:\w*einkommen|\w*verdienst\w*|einnahmen|rendite\w*|gewinn\w*|income|returns?|earnings|profits?)\b"

INCOME = (
    either(_EARN, _AMOUNT, 8),
    rf"(?<!\bdas )(?<!\bes )(?<!\bdies )\b(?:machst|macht|mache|machen|makes?|made|making|(?:kommst|kommen|komme)"
    rf"(?: \w+){{0,2}} auf|get to|reach)\b(?! (?:das|es|insgesamt|zusammen|this|it|"
    rf"that)\b)(?:[^\w,;:.!?]+\w+){{0,3}}?[^\w,;:.!?]+{_AMOUNT}"
    rf"{GAP % 2}{_PERIOD}",
    rf"{_AMOUNT}{GAP % 1}{_PERIOD}{GAP % 2}(?:zu )?(?:machen|verdienen|reinholen|rausholen|einnehmen)\b|"
    rf"\b{_PERIOD}{GAP % 1}{_AMOUNT}{GAP % 1}(?:extra|zusaetzlich|nebenbei|auf (?:dem|deinem) konto|"
    r"in your (?:account|pocket))\b",
    rf"{_AMOUNT}{GAP % 1}{_PERIOD}{GAP % 2}(?:nebenbei|nebenher|zusaetzlich|dazu|extra|passiv|von zu ?hause|drin|"
    r"on the side|"
    rf"from home|passively)\b|{_AMOUNT}{GAP % 1}{_PERIOD}{GAP % 3}(?:realistisch|moeglich|machbar|normal|erreichbar|"
    r"locker|"
    r"realistic|possible|achievable|normal|easy)\b",
    either(
        r"(?:viel|schnelles|leichtes|einfaches|richtig gutes|grosses|easy|fast|quick|big|serious) (?:geld|money)",
        r"(?:\w*verdien\w*|mach\w*|mak(?:e|es|ing)|earn\w*)",
        3,
    ),
    either(
        r"(?:vier|fuenf|sechs|sieben)stellig\w*|(?:four|five|six|seven)[ -]figures?",
        r"(?:einkommen|\w*verdien\w*|umsatz|gehalt|bereich|monat\w*|jahr\w*|income|salary|earn\w*|month|year)",
        5,
    ),
    r"\b(?:five|six|seven)[ -]figure (?:income|salary|months?|business)\b",
    either(_REACHED, _FREEDOM, 6),
    r"\b(?:schnell|ueber nacht) reich\b|\breich (?:werden|wirst)\b|\bwirst(?: \w+)? reich\b|\b(?:get|become|be) rich\b",
    r"\bgeld(?: \w+){0,2} im schlaf\b|\bmoney while you sleep\b|\bim schlaf(?: \w+){0,2} verdien\w*",
    r"\b(?:kuendig\w*|schmeiss\w*|haeng\w*)(?: \w+){0,2} (?:deinen|ihren|den) (?:alten )?(?:job|chef)\b|"
    r"\b(?:quit|leave) your (?:day )?job\b|\bfire your boss\b",
    rf"\b(?:unbegrenzt|grenzenlos|sicher|garantiert|unlimited|guaranteed|safe|endless)\w* {_RETURNS}",
    near(
        r"(?:verdopp(?:el|l)|verdreifach|vervielfach|doubl|tripl|multipl)\w*",
        r"(?:geld|einkommen|kapital|investition|einsatz|money|income|investment|salary)\b",
        3,
    ),
    rf"\b\d+ ?(?:%|prozent|percent) (?:\w+ )?{_RETURNS}|\b{_RETURNS}(?: \w+){{0,2}} \d+ ?(?:%|prozent|percent)",
    either(r"(?:du|dich|sie|wirst|werde|bist|mach\w*|you|become|make)", r"(?:millionaer\w*|millionaires?)\b", 4),
    r"\bausgesorgt\b|\b(?:frueh|frueher|mit \d+) in (?:den ruhestand|rente)\b|\bretire (?:early|young|rich|at \d+)\b|"
    r"\bgeld(?: \w+){0,2} (?:von allein|von selbst)\b|\b(?:geld|money) (?:fuer dich |for you )?(?:arbeitet|arbeiten|"
    r"works?)\b|"
    r"\b(?:geld|money)(?: \w+){0,2} (?:fuer dich arbeite\w*|work for you)\b",
    r"\b(?:verdien\w*|earn)(?: \w+){0,2} (?:so viel (?:du|sie)|as much as you)\b|"
    r"\bverdien\w*(?: \w+){0,2} (?:ab|vom|von) (?:dem )?(?:tag eins|ersten tag)\b|\b(?:earn|"
    r"income)(?: \w+){0,2} from day one\b",
)
INCOME_TOLD = (rf"\b{_FREEDOM}",)
INCOME_WITH_OWN_NEGATION = (
    r"\b(?:nie wieder|nie mehr) (?:arbeiten|geldsorgen)\b|\bnever (?:have to )?work(?: \w+)? again\b",
    r"\b(?:geld|money|einkommen|income|verdien\w*)(?: \w+){0,2} (?:ohne|without) "
    r"(?:\w+ )?(?:aufwand|arbeit\w*|risiko|effort|work\w*|risk)\b",
    either(
        r"(?:risikofrei|risikolos|risk[ -]free)\w*|(?:ohne|without|no) (?:jedes |any )?(?:risiko|risk\b(?!-))",
        r"(?:invest\w*|geld|verdien\w*|einkommen|rendite|gewinn\w*|income|returns?|money|profits?)\b",
        4,
    ),
)

_RESULT = (
    r"(?:\w*erfolg\w*|ergebnis\w*|gewinn\w*|einkommen|umsatz\w*|rendite\w*|kunden|leads|abnehm\w*|\w*verdien\w*|"
    r"funktionier\w*|"
    r"zufrieden\w*|begeister\w*|wirk(?:t|en|ung|sam)|klapp\w*|schaff\w*|wachstum|kilos?|reich|verdoppel\w*|"
    r"gesund\w*|results?|success\w*|income|"
    r"growth|clients|profits?|returns?|work(?:s|ing)?|weight)\b"
)
GUARANTEE = (
    either(r"garantiert\w*|guaranteed", _RESULT, 6),
    r"\bgarantier(?:e|en)(?: ich| wir)? (?:dir|ihnen|euch)\b|\b(?:ich|wir) garantier(?:e|en)\b|\b(?:i|we) guarantee\b",
    r"\b(?:erfolgs|gewinn|ergebnis|wirk|abnehm|einkommens|verdienst|umsatz)-?garantie\w*|"
    r"\b(?:success|results?|income) guarantees?\b",
    r"\b(?:100|hundert) ?(?:%|prozent(?:ig\w*)?|percent) ?(?:erfolg\w*|sicher\w*|wirksam\w*|garant\w*|success\w*|"
    r"effective)",
    r"\b(?:funktioniert|klappt|wirkt) (?:\w+ )?(?:immer|bei (?:jedem|jeder|allen)|zu 100)|"
    r"\bworks (?:for (?:everyone|everybody|anyone)|every time|always)\b|\balways works\b",
    r"\b(?:todsicher|bombensicher|idiotensicher|foolproof|fail-?safe)\w*",
    either(r"(?:immer|jedes mal|always|every time)", r"(?:gewinn(?:st|t)|gewinnen sie|erfolgreich|win|succeed)\b", 2),
    near(r"versprech(?:e|en)|promise", _RESULT, 3),
    r"\b(?:\w*erfolg|gewinn|success|profit|result)s? (?:ist|sind|is|are) (?:\w+ )?(?:gewiss|vorprogrammiert|"
    r"unausweichlich|sicher|certain|assured|"
    r"inevitable|ensured)\b",
    r"\b(?:jeder|jede) schafft (?:das|es)\b|\beveryone (?:succeeds|makes it)\b",
    rf"\b(?:du wirst|sie werden|you will|you'll)(?: \w+){{0,1}} (?:auf jeden fall|definitiv|bestimmt|mit sicherheit|"
    rf"zu 100 ?%|definitely|certainly|absolutely){GAP % 4}{_RESULT}",
    rf"\b(?:versprech(?:e|en)(?: ich| wir)?(?: dir| ihnen| euch)?|(?:i|we) promise(?: you)?),? (?:dass |that )?"
    rf"(?:du|sie|ihr|dein\w*|you|your){GAP % 6}{_RESULT}",
)
GUARANTEE_WITH_OWN_NEGATION = (
    r"\b(?:kann|kannst|koennen)(?: \w+){0,3} (?:nichts schief|nicht (?:scheitern|verlieren|versagen|schiefgehen))\w*|"
    r"\b(?:can't|cannot|can not|never) (?:fail|lose|go wrong)\w*",
)

PYRAMID = (
    r"\b(?:fuer jede[ns]? \w*(?:person|partner\w*|freund\w*|kunden|neuen?|mitglied)?[^.!?]{0,20}(?:wirbst|werben|"
    r"anwirbst|"
    r"rekrutierst|mitbringst)|(?:wirb|wirbst|rekrutier\w*|bring) (?:\w+ )?(?:\d+|zwei|drei|vier|fuenf|zehn) "
    r"(?:\w+ )?(?:leute|freunde|personen|partner\w*|bekannte))[^.!?]{0,80}"
    r"(?:bekomm|erhaelt|erhalt|verdien|praemie|provision|bonus|gratis|kostenlos|umsonst|geschenkt)\w*",
    r"\b(?:for (?:each|every) \w+ (?:you|that you) (?:recruit|sign up|bring)|recruit (?:\w+ )?(?:\d+|two|three|four|"
    r"five|ten)"
    r" \w+)[^.!?]{0,80}(?:get|earn|receive|bonus|free|commission)\w*",
)
GREEN = (
    r"\b(?:klima|co2-?)(?:neutral|positiv|schonend|freundlich)\w*|\bumwelt(?:freundlich|schonend|neutral)\w*|"
    r"\boekologisch unbedenklich\w*|\b100 ?% (?:nachhaltig|sustainable|eco)\w*|"
    r"\b(?:climate|carbon)[ -](?:neutral|positive|friendly)\b|\b(?:eco|environmentally)[ -]?friendly\b",
)
