"""Word fields: single words that speak for an intent where no phrase is recognised. PURE data.

``clear`` words nearly settle it alone, ``faint`` ones only together. A star is any ending; words are folded like
messages. Matching is by dictionary, so a field may grow without cost.
"""

from __future__ import annotations

from typing import Final

from agent.lead_text import LEMMAS, fold

CLEAR, FAINT = 1.6, 0.6

_FIELDS: Final[dict[str, tuple[str, str]]] = {
    "buy": (
        "bestell* nachbestell* ordere ordern kaufe kaufen gekauft überweis* auftragsbestätig* auftrag purchase buy checkout enroll enrol subscribe signup "
        "kaufvertrag unterschreibe einsteig* einstieg mitmachen loslegen beitreten anzahl* vorkasse lastschriftmandat losschick* steig sold zusage",
        "nehme nehm vertrag packung* dose dosen box boxes bottle bottles set starterset starterpaket stück rechnung fix starten los dabei paypal adresse soweit order pay iban",
    ),
    "interest": (
        "interesse interessier* interessant* spannend* neugier* interested interesting intrigu* curious promising vielversprechend* faszinier* verlockend* ansprechend* aufschlussreich* keen gespannt",
        "info* mehr more erzähl* verrat* zeig* schick gerne video unterlagen details learn klasse toll super cool great nice idee sache profil reizt taugt gefällt klingt hört sounds looks rüber dazu wow oha",
    ),
    "question": (
        "inhaltsstoff* zutat* ingredient* versandkosten hersteller dosier* haltbar* unterschied* zertifi* allergen* vegan glutenfrei laktosefrei",
        "was wie wo wer woher welch* wieviel wann wofür what how which who where fragen frage gibt geht kostet nebenwirkung*",
    ),
    "price_objection": (
        "teuer teure* überteuert kostspielig unbezahlbar leisten* günstig* billig* preisnachlass rabatt* budget* geldbeutel sparen sparsam schulden kredit bürgergeld hartz* "
        "arbeitslos* rente pleite expensive pric* afford* cheap* discount* overpriced costly unemployed debt* budgeted eingeplant ausgeben ausgebe stolze stolzer happig wucher "
        "bafög mindestlohn kontostand unerschwing* leistbar finanziell preislich",
        "preis* geld* money kosten kost* euro franken zu viel much spend zahlen bezahlen summe dollars cash finanz* kohle wert worth",
    ),
    "time_objection": (
        "zeitmangel zeitlich* zeitaufw* ausgelastet überlastet eingespannt beschäftigt gestresst überfordert terminkalender überstunden schichtdienst alleinerzieh* "
        "hochsaison busy overwhelmed swamped workload doppelbelastung vollzeit* stress stressig hektisch zeitintensiv aufwendig aufwändig jonglier* juggl* exhausted ausgebrannt "
        "workaholic dreischicht* nachtschicht* frühschicht* müde freizeit tired prüfungsstress pendel*",
        "zeit time stunden hours kinder kids kind baby job arbeit* work familie voll full tag days days kopf frei schicht nebenher nebenbei hernehmen minuten minutes pflege haushalt hausbau bauernhof",
    ),
    "trust_objection": (
        "betrug betrüg* abzock* schneeball* pyramid* ponzi scam* fraud* fake* seriös* unseriös* sekte* cult masche* haken zweifel* skeptisch* sceptic* skeptic* misstrau* vertrau* trau traue glaubwürdig* "
        "legit* trust* proof beweis* versprechungen werbeversprechen tupperpart* mlm strukturvertrieb* networkmarketing abgezockt verarsch* dubios* suspicious* fishy shady sketchy hype "
        "schwindel* humbug impressum believe guarantee* garantier* gutgläubig naiv reinfall* reingelegt übervorteil* misled mislead",
        "glaub* wirklich really echt funktionier* real erfahrung* verloren lost komisch weird sure sicher nase anquatschen alle never vorsicht* works klappt bestimmt",
    ),
    "not_interested": (
        "desinteress* ablehn* verzicht* absage* absagen decline* declin* uninteress* zielgruppe appeal bedarf versorgt",
        "nein no nope nicht not danke thanks kein brauch* benötig* lieber zu passt schon bereits already leider sorry raus",
    ),
    "out_of_office": (
        "abwesen* erreichbar rückkehr vertretung* stellvertret* dienstreise betriebsferien betriebsurlaub elternzeit karenz krankenstand autoreply autoresponder automati* "
        "öffnungszeiten geschäftszeiten inbox postfach eingegangen zwischenzeit weitergeleitet einschließlich shortly connectivity",
        "büro office urlaub leave vacation nachricht message reply beantwort* antwort* urgent dringend* kolleg* colleague zurück back bis until melden anfrage closed geschlossen schnellst* kümmern reaching contacting",
    ),
    "appointment": (
        "termin* telefonier* telefonat* videocall zoom rückruf zurückruf* anrufen uhrzeit* treffen besprech* calendly appointment* meeting* schedule* reschedul* meet coffee kaffee lunch slot* oclock call ring phone beratungsgespräch",
        "uhr montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday sunday heute morgen übermorgen tomorrow today tonight abend nachmittag vormittag "
        "afternoon morning passt passen free frei zeit sehen sprechen talk pm am woche week",
    ),
    "later": (
        "später later irgendwann demnächst überleg* bedenkzeit nachdenk* bedenken* unentschlossen unschlüssig hinterkopf bescheid abwarten postpone* undecided someday revisit eventually zurückkomm* vorerst "
        "sommerferien herbstferien weihnachtsferien jahreswechsel quartal decide entscheid* ponder aufschieb* verschieb* vertag* erneut",
        "januar februar märz april mai juni juli august september oktober november dezember january february march june july october december herbst sommer winter frühjahr fall spring autumn "
        "noch yet vielleicht maybe erst danach dann wochenende nächste* next monat* month* wieder again nach after bis until jetzt now sobald soweit",
    ),
    "support": (
        "beschädig* kaputt defekt* reklam* umtausch* rückerstatt* erstatt* refund* stornier* storno passwort* password* login* einlogg* abgebucht abbuch* belastet fehlermeldung error* bug crash* abgestürzt absturz "
        "ausgelaufen zerbrochen geliefert ungeliefert zugestellt sendungs* tracking* damaged broken faulty missing fehlt fehlen korrektur falsche* wrong kundenservice update delivered arrived ware deckel klumpt "
        "verschimmelt gesperrt freischalt* funktionslos neighbour shipment charged lieferadresse charge retoure* mangelhaft mahnung working öffnen",
        "lieferung* paket* bestellung* order parcel package rechnung konto account app link code website seite geht nicht not hilfe help problem* hälfte nachbar* dose flasche shake delivery hab bekommen angekommen stay kurs zugang email",
    ),
    "referral": (
        "empfehl* weiterempf* empfohl* weitergeb* weitergeleit* weiterleit* verbinden zuständig* ansprechpartner* vermittel* recommend* refer referral introduce responsible procurement abteilung department "
        "schwiegermutter schwiegervater schwiegereltern arbeitskolleg* *freundinnen bekanntenkreis freundeskreis",
        "schwester bruder freund* kolleg* mutter mama vater papa nachbar* cousin* tante onkel chef* trainer* frau herr mann sister brother friend* colleague* mother father mum mom neighbo* wife husband "
        "boss jemand* someone somebody leute nummer number kontakt frag* sucht looking him her handles macht",
    ),
    "greeting": (
        "hallo halli hi hey hei hello moin servus grüezi grüß griaß hoi sali salü tach huhu ciao morning grüße grüsse weihnachten ostern geburtstag christmas xmas birthday hallöchen welcome willkommen gruezi gude tschüss hiya",
        "guten gute schöne* schönes abend tag wochenende weekend morgen evening night nacht wünsch* wish hope lange long new neues jahr happy merry frohe isses gehts",
    ),
}


def _build() -> tuple[dict[str, list[tuple[str, float]]], dict[str, list[tuple[str, str, float]]]]:
    exact: dict[str, list[tuple[str, float]]] = {}
    prefixes: dict[str, list[tuple[str, str, float]]] = {}
    for intent, (clear, faint) in _FIELDS.items():
        for weight, block in ((CLEAR, clear), (FAINT, faint)):
            for word in block.split():
                core = fold(word.strip("*"))
                if word.endswith("*"):
                    prefixes.setdefault(core[:3], []).append((core, intent, weight))
                else:
                    exact.setdefault(LEMMAS.get(core, core), []).append((intent, weight))
    return exact, prefixes


_EXACT, _PREFIXES = _build()


def evidence(tokens: list[str]) -> dict[str, float]:
    """Intent -> summed weight of its distinct field words among canonical tokens, at most 3.0 each."""
    sums: dict[str, float] = {}
    for token in dict.fromkeys(tokens):
        best: dict[str, float] = {}
        for intent, weight in _EXACT.get(token, ()):
            best[intent] = max(best.get(intent, 0.0), weight)
        for core, intent, weight in _PREFIXES.get(token[:3], ()):
            if token.startswith(core):
                best[intent] = max(best.get(intent, 0.0), weight)
        for intent, weight in best.items():
            sums[intent] = min(3.0, sums.get(intent, 0.0) + weight)
    return sums
