"""How nobody is talked to, as patterns over folded text: pressed, told that a person writes, asked for secrets.

Sources: § 4a UWG (pressure), Art. 50 of Reg. (EU) 2024/1689 (an AI says that it is one), Art. 5 and 9 GDPR (secrets and
identity data have no place in a chat).
"""

from __future__ import annotations

from channels.guard_words import GAP, either

_OFFER = (
    r"(?:angebot|rabatt\w*|preis|aktion|bonus|gilt|gueltig|verfuegbar|sichern|zuschlagen|"
    r"deal|offer|discount|price|available|valid)\b"
)
PRESSURE = (
    r"\b(?:letzte[nr]?|einmalige) (?:chance|gelegenheit|moeglichkeit)\b|\b(?:last|final|once[ -]in[ -]a[ -]lifetime) "
    r"(?:chance|opportunity)\b|\b(?:chance|gelegenheit|opportunity) (?:deines|ihres|of (?:a|your)) (?:lebens|"
    r"lifetime|life)\b",
    either(r"(?:letzte[nr]?|last|final) (?:tag|stunden|minuten|plaetze|day|hours|minutes)", _OFFER, 5),
    r"\b(?:nur noch|noch genau|only) (?:\d+|ein|eine|einen|zwei|drei|vier|fuenf|wenige|ein paar|one|two|three|a few) "
    r"(?:\w+ )?(?:plaetze?|platz|stueck|exemplare?|spots?|seats?|places?|left)\b|\b\d+ (?:spots?|seats?|"
    r"places?) left\b",
    r"\bbevor es zu spaet ist\b|\bsonst ist es zu spaet\b|\bbefore it'?s too late\b",
    r"\b(?:wirst|werden)(?: \w+){0,2} bereuen\b|\bbereust du\b|\byou(?:'ll| will) regret\b",
    rf"\b(?:nur (?:noch )?heute|nur noch bis (?:heute|morgen)|nur (?:noch )?(?:fuer )?kurze zeit|today only|only today|"
    rf"limited time)\b[^.!?]{{0,40}}{_OFFER}",
    rf"\b{_OFFER}[^.!?]{{0,40}}\b(?:nur (?:noch )?heute|nur noch bis (?:heute|morgen)|"
    r"nur (?:noch )?(?:fuer )?kurze zeit|"
    r"today only|only today|limited time)\b",
    r"\b(?:angebot|aktion|rabatt|offer|deal) (?:endet|laeuft ab|ends|expires)\b|\bcountdown laeuft\b",
    r"\b(?:entscheide|schlag|greif|bestell|kauf|unterschreib)\w{0,2}(?: dich| sie(?: sich)?)?(?: \w+)? "
    r"(?:jetzt|sofort|heute noch|noch heute)(?: zu)?\b|\b(?:act|buy|order|decide|sign) (?:now|today|immediately|"
    r"right away)\b",
    r"\b(?:du musst|sie muessen|you (?:must|have to|need to)) (?:dich |sich )?(?:jetzt|sofort|heute|now|today|"
    r"decide|buy|sign|act)"
    r"(?: \w+){0,3} ?(?:entscheiden|kaufen|unterschreiben|zuschlagen|handeln|zusagen|decide|buy|sign|act|now|today|"
    r"immediately)\b",
    r"\bschlag(?:en sie)? (?:jetzt|sofort|schnell) zu\b|\bhurry\b|\bbeeil(?: dich|en sie sich|e dich)\b",
    r"\b(?:sag|kauf|bestell|buch|unterschreib|unterzeichn|ueberweis)\w{0,2} (?:\w+ )?(?:sofort|umgehend|"
    r"auf der stelle)\b|"
    r"\bsofort(?: \w+)? (?:kaufen|zusagen|unterschreiben|ueberweisen|zuschlagen)\b|\b(?:sign up|join|"
    r"pay) (?:right )?now\b",
    r"\b(?:plaetze|zeit|spots?|seats?|places?|time)(?: \w+){0,2} (?:knapp|fast weg|laeuft ab|laeuft davon|"
    r"running out|almost gone)\b",
    r"\b(?:alle anderen|everyone else|everybody else)(?: \w+){0,3} (?:dabei|in|joined|mitgemacht)\b",
    r"\bich bin (?:so )?enttaeuscht von dir\b|\bnach allem,? was ich\b|\bafter (?:all|"
    r"everything) i(?:'ve)? (?:have )?d(?:id|one)\b",
)
PRESSURE_WITH_OWN_NEGATION = (
    r"\bdu verpasst (?:sonst |dann )?(?:die|eine|deine) (?:\w+ )?(?:chance|gelegenheit)\b|\byou(?:'re| are|"
    r" will)? miss(?:ing)? "
    r"(?:out|your chance)\b",
    r"\bjetzt oder nie\b|\bnow or never\b",
    r"\bverpass(?:e|en sie)? (?:\w+ )?(?:nicht|keinesfalls)\b|\bnicht verpassen\b|\bdon'?t miss (?:out|this|"
    r"your chance)\b",
    r"\bwenn (?:du|sie)(?: dich| sich)?(?: \w+){0,3} (?:jetzt nicht|nicht (?:jetzt|sofort|heute|gleich|"
    r"schnell))\b[^.!?]*"
    r"(?:weg|vorbei|verpass|verlier|zu spaet|vergeben|selbst schuld)|\bwer (?:jetzt |"
    r"heute )?nicht (?:\w+ )?(?:handelt|zusagt|mitmacht|"
    r"startet)|\bwer jetzt zoegert\b|\bif you don't (?:\w+ )?(?:act|decide|sign|join|buy)(?: \w+)? (?:now|today)\b",
    r"\bdon't (?:wait|hesitate),? (?:and )?(?:\w+ )?(?:buy|sign|join|order|act)\w*",
    r"\bkeine ausreden\b|\bno excuses\b|\benttaeusch(?:e)? mich nicht\b|\bdu schuldest mir\b|\byou owe me\b",
)

_MACHINE = (
    r"(?:\w*bots?|ki(?:-\w+)?|roboter|maschine|computer\w*|automat|automati(?:sch|siert)(?:\w* (?:nachricht|antwort|"
    r"text|system|"
    r"programm|mail|konto)\w*|\w{0,2}\b(?! \w))|programm|software|"
    r"kuenstliche intelligenz|virtuelle[rn]? assistent\w*|ai(?:-\w+| \w+)?|robot|machine|program|automated|"
    r"artificial intelligence|(?:virtual|digital) assistant|language model|sprachmodell)\b"
)
_BOT = r"(?:(?:chat)?bots?|roboter|ki|kuenstliche intelligenz|ai|robot)\b"
_REALLY = (
    r"(?:(?:wirklich|natuerlich|uebrigens|echt|ehrlich|tatsaechlich|ja|selbst|auch|doch|schon|versprochen|really|"
    r"actually|"
    r"definitely|just|also|very much|truly|in fact|indeed) )*"
)
_REAL = r"(?:(?:echte[rns]?|richtige[rns]?|ganz normale[rn]?|lebendige[rn]?|real|actual|living|normal|genuine|live) )"
DENIAL = (
    rf"\b(?:ich bin|bin ich|(?:das|hier|dies)(?: hier)? (?:ist|war|schreibt|antwortet)(?: dir| ihnen)?) {_REALLY}"
    rf"(?:k(?:ein|eine|einer)|nicht ein\w*|nicht) (?:\w+ ){{0,2}}?{_MACHINE}",
    rf"\b(?:schreibst|sprichst|chattest|redest|schreiben|sprechen|chatten) (?:\w+ ){{0,2}}?(?:nicht mit ein\w*|"
    r"mit kein\w*) "
    rf"(?:\w+ ){{0,2}}?{_MACHINE}",
    rf"\bich bin {_REALLY}(?:\w+,? )?eine? {_REAL}*(?:mensch|person)\b(?! (?:die|der|mit)\b)",
    rf"\bich bin {_REALLY}eine? {_REAL}+(?:mann|frau|typ|kerl)\b|\bich bin {_REALLY}(?:menschlich|"
    r"aus fleisch und blut)\b",
    r"\b(?:hier|am anderen ende) (?:schreibt|sitzt|antwortet|ist|tippt) (?:dir |"
    rf"ihnen )?{_REALLY}eine? {_REAL}*(?:mensch|person)\b",
    r"\b(?:du (?:schreibst|sprichst|chattest|redest)|sie (?:schreiben|sprechen|chatten)) (?:hier |"
    rf"gerade )?mit eine[mr] {_REAL}*"
    r"(?:menschen|person)\b",
    r"\b(?:i'?m|i am|this is|it'?s|you'?re (?:talking|chatting|writing|speaking) (?:to|with)|you are (?:talking|"
    r"chatting|"
    rf"writing|speaking) (?:to|with)) {_REALLY}(?:not|no) (?:an? )?(?:\w+ )?{_MACHINE}|"
    rf"\b(?:this|it|i) (?:isn'?t|ain'?t)(?: an?)? (?:\w+ )?{_MACHINE}",
    r"\b(?:i'?m|i am|you'?re (?:talking|chatting|writing|speaking) (?:to|with)|you are (?:talking|chatting|writing|"
    r"speaking) "
    rf"(?:to|with)) {_REALLY}(?:an? )?(?:{_REAL}+(?:human(?: being)?|person|man|woman|guy)|"
    r"human(?: being)?\b(?! resources)|person)\b",
    # "No bot here", but not "you need no bot": the sentence must not speak of using one.
    rf"^(?!.*\b(?:brauch|nutz|verwend|einsetz|setz|hast|habe|kenn|mag|need|use|using|have|know|want)\w*)"
    rf"(?:.*[^\w])?(?:kein\w{{0,2}}|no|not an?) (?:\w+ )?{_BOT}(?=\W*$|\W* (?:hier|dahinter|dran|am werk|here|"
    r"behind|involved|"
    r"ich|sondern|i\b|just|versprochen))",
    rf"\b(?:dahinter|hier|hinter diese[rn] \w+) (?:steckt|ist|sitzt|arbeitet) (?:\w+ )?kein\w{{0,2}} (?:\w+ )?{_BOT}",
    r"\bich bin (?:\w+ )?(?:echt|real)(?=\W*$|[,.!])|\b(?:definitely|100 ?%|fully|totally) (?:a )?human\b|"
    r"\bhuman here\b",
    r"\bich (?:schreibe|tippe|antworte)\b[^.!?]{0,40}\b(?:nicht automatisch|ohne (?:bot|ki|automat)|von hand)\b|"
    r"\b(?:selbst|von hand|eigenhaendig) (?:getippt|geschrieben)\b",
    rf"\b(?:a|one) {_REAL}*(?:human|person) (?:here|is (?:writing|typing|answering))\b",
)

DENIAL_TOLD = (rf"\bbin ich {_REALLY}(?:eine? )?{_REAL}*(?:mensch|person|menschlich)\b(?! (?:die|der|mit)\b)",)

_ASKED = (
    r"(?:iban|bic|konto(?:nummer|daten|verbindung)|bank(?:daten|verbindung|konto)|kredit-?karten?\w*|"
    r"karten(?:nummer|daten)|"
    r"pruefziffer|cv[vc]2?|pin(?:-nummer)?|tan|pass(?:wort|woerter)|kennwort|zugangsdaten|log-?in-?daten|"
    r"ausweis(?:es|nummer|kopie|foto|daten)?|personalausweis\w*|reisepass\w*|pass(?:nummer|kopie)|fuehrerschein\w*|"
    r"sozialversicherungsnummer|steuer-?(?:id|nummer|identifikationsnummer)|ahv-?nummer|versicherten-?nummer|"
    r"krankenkassennummer|seed-?phrase|bestaetigungscode|sicherheitscode|"
    r"passwords?|bank (?:account(?: number| details)?|details)|account number|routing number|sort code|"
    r"(?:credit|debit) card\w*(?: number| details)?|card (?:number|details)|social security number|ssn|"
    r"passport(?: number)?|"
    r"id (?:card|number)|driver'?s licen[sc]e|tax id|log-?in (?:details|credentials)|credentials|"
    r"(?:verification|security|one-time) code|otp)\b"
)
_YOUR = r"(?:dein\w{0,2}|ihr(?:e|en|er|em)?|eure?\w?|your)"
_GIVE = (
    r"(?:schick(?:e|t|en)?|send(?:e|en|et)?|gib|geben|nenn(?:e|en|t)?|schreib(?:e|en|t)?|verrat(?:e|en|et)?|"
    r"teil(?:e|en|t)?|"
    r"uebermitt\w*|mail(?:e|en)?|bestaetig(?:e|en|t)?|lad(?:e|en)?|give|tell|share|provide|text|e-?mail|confirm|"
    r"upload|enter)"
    r"(?! (?:ich|wir)\b)"
)
_NOT_I = r"(?<!\bich )(?<!\bwir )(?<!\bi )(?<!\bwe )(?<!'ll )(?<!will )"
_NEED = r"(?:brauch(?:e|en)|braeuchten?|benoetig(?:e|en)|fehlt|fehlen|(?:i|we)(?: still)? (?:need|require))"
# An identity card may be asked to a meeting, not into a chat.
_NOT_BROUGHT = r"(?!(?: \w+){0,2} (?:mit|dabei|bereit|mitbringen|bereithalten|along|ready)\b)"
SENSITIVE = (
    rf"{_NOT_I}\b{_GIVE}{GAP % 5}(?:{_YOUR}|mir|uns|me|us|bitte|please|noch)\b{GAP % 4}{_ASKED}",
    rf"\b{_NEED}{GAP % 5}{_ASKED}",
    rf"\b(?:wie lautet|wie heisst|wie ist|was ist|what is|what'?s) {_YOUR} (?:\w+ ){{0,2}}?{_ASKED}",
    rf"\b(?:welche[rs]?|which|what) {_ASKED} (?:hast|haben|nutzt|do you|have you)\b",
    r"\b(?:kannst|koenntest|magst|wuerdest|koennen|koennten|wuerden) (?:du|"
    rf"sie)\b[^.!?]{{0,50}}\b{_ASKED}[^.!?]{{0,30}}"
    r"\b(?:schicken|geben|nennen|mitteilen|senden|verraten|durchgeben|durchsagen|zukommen|hochladen)\b",
    rf"\b(?:can|could|would) you (?:\w+ )?(?:send|give|tell|share|provide|text|email|confirm|upload) (?:me |us )?"
    rf"(?:your|the|(?:a )?(?:copy|photo|picture) of (?:your|the))(?: \w+){{0,2}} {_ASKED}",
    rf"\b{_YOUR} (?:\w+ ){{0,2}}?{_ASKED}{_NOT_BROUGHT}(?:[^\w.!?]+\w+){{0,4}}?[^\w.!?]+(?:bitte|please|schicken|"
    r"geben|nennen|mitteilen|senden|"
    r"verraten|durchgeben|schreiben|brauch(?:e|en)|benoetig\w*)\b",
    rf"\b(?:bitte|please) (?:noch )?{_YOUR} (?:\w+ ){{0,2}}?{_ASKED}{_NOT_BROUGHT}|\b(?:deine|ihre|your) {_ASKED} ?\?",
)
