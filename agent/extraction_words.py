"""Words by which facts are found in a lead's message: numbers, calendars, units, places, topics. PURE data."""

from __future__ import annotations

from typing import Final

NUMBERS: Final = (
    "einhundert|zweihundert|dreihundert|fünfhundert|hundert|tausend|zwanzig|dreißig|dreissig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig"
    "|zwölf|zwoelf|elf|zehn|neun|acht|sieben|sechs|fünf|fuenf|vier|drei|zwei|zwo"
    "|hundred|thousand|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|twelve|eleven|ten|nine|eight|seven|six|five|four|three|two"
)
ONE: Final = "eine[nmr]?|ein|one|a|an"
AMOUNT: Final = r"\d{1,3}(?:[.' ]\d{3}){1,3}(?:,\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
CURRENCY: Final = r"€|euros?|eur|chf|franken|fr\.?|sfr|stutz|dollars?|usd|\$|bucks|£|pounds?"

MONTHS: Final = (
    "januar|jänner|jaenner|februar|feber|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|january|february|march|may|june|july|october|december"
)
DAYS: Final = (
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|samschtig|mäntig|ziischtig|zischtig|mittwuch|dunnschtig|friitig|sunntig"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
PARTS: Final = "früh|vormittag|mittag|nachmittag|abend|nacht|morgen|morning|afternoon|evening|night|noon"

# label (German, English) <- stems; the label is what may be said back, whatever spelling the lead used.
TOPICS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "Preis",
        "price",
        "preis* kost|kostet|kosten|koscht teuer teure* billig* günstig* price* pricey cost|costs expensive cheap* fee|fees how_much",
    ),
    ("Video", "video", "video* film|clip"),
    ("Termin", "appointment", "termin* appointment* meeting* slot"),
    ("Telefonat", "call", "telefon* anruf* anrufen call|calls zoom videocall phone"),
    (
        "Lieferung",
        "delivery",
        "liefer* versand* zustell* delivery deliver shipping ship|ships shipped paket|päckchen|päckli|sendung parcel package",
    ),
    (
        "Zutaten",
        "ingredients",
        "inhaltsstoff* zutat* ingredient* vegan* vegetarisch* zucker* sugar laktose* gluten* milchprodukt* milch",
    ),
    ("Provision", "commission", "provision* commission* vergütung* verdien* einkommen income earn|earnings"),
    ("Zeitaufwand", "time it takes", "zeitaufwand* zeitaufwendig* stunden hours zeit time|zyt"),
    ("Vertrag", "contract", "vertrag* verträge laufzeit* kündigungsfrist contract* kündig* cancel"),
    ("Anmeldung", "sign-up", "anmeld* registrier* sign_up|signup|sign registration register einsteigen mitmachen"),
    ("Rechnung", "invoice", "rechnung* invoice* betrag mehrwertsteuer"),
    ("Bestellung", "order", "bestell* order|orders ordered nachbestell*"),
    ("Rückgabe", "return", "rückgabe* retoure* umtausch* zurückschick* return refund* rückerstatt* geld_zurück"),
    ("Garantie", "guarantee", "garantie* garantier* guarantee*"),
    (
        "Seriosität",
        "trust",
        "seriös* unseriös* schneeball* pyramid* betrug* abzock* scam* legit* mlm ponzi haken catch vertrau* skeptisch sceptical skeptical fishy glaub* network_marketing",
    ),
    ("Erfahrungen", "experience", "erfahrung* experience* bewertung* review*"),
    ("Studien", "studies", "studie|studien study|studies beleg* nachweis* zertifi*"),
    ("Team", "team", "team* partner|partnerin|teampartner"),
    ("Schulung", "training", "schulung* training* einarbeitung* onboarding webinar*"),
    ("Proben", "samples", "probe|proben|probierpaket sample* muster testen ausprobieren"),
    ("Rabatt", "discount", "rabatt* nachlass discount* prozente"),
    ("Login", "login", "login* einlogg* passwort* password* zugang* log_in konto account kennwort"),
    ("Link", "link", "link|links"),
    ("App", "app", "app website webseite portal"),
    (
        "Unterlagen",
        "information",
        "info|infos informationen unterlagen details katalog broschüre brochure information material",
    ),
    ("Angebot", "offer", "angebot* offer*"),
    ("Anwendung", "use", "einnahme* dosierung anwend* einnehmen dosage schwanger* pregnan* stillen mischen"),
    ("Job", "job", "job|jobs beruf* arbeit* vollzeit* work|working schicht* überstunden schedule"),
    ("Kinder", "children", "kind|kinder|kindern kids children baby newborn familie family"),
    ("Studium", "studies", "studium uni studier* prüfung* exam|exams university"),
    ("Urlaub", "holiday", "urlaub* ferien holiday* vacation"),
    ("Budget", "budget", "budget* geld leisten money afford gäld kohle"),
    ("Stress", "stress", "stress* busy hektisch gestresst ausgelastet swamped"),
)

PRODUCT_NOUNS: Final = (
    "shake|creme|paket|kapseln|pulver|serum|set|kit|öl|tee|drops|vitamine|kaffee|riegel|gel|lotion|salbe|spray|tropfen|starterset|abo|drink|maske|seife|shampoo|parfum|parfüm"
    "|capsules|powder|cream|package|oil|tea|coffee|bars|bundle|vitamins|mask|soap|perfume|supplement|supplements|bottles|bottle"
)
UNITS: Final = (
    "stück|stk|dosen|dose|packungen|packung|pakete|paket|flaschen|flasche|kisten|kartons?|kapseln|beutel|tuben|tube|sets?|mitarbeiter(?:n|innen)?|personen|leute|kunden|lizenzen"
    "|pieces?|bottles?|box(?:es)?|packs?|packages?|jars?|bags?|people|employees|units?|kits?|dozen|licen[cs]es|users|bundles?"
)

PLACES: Final = frozenset(
    """wien graz linz salzburg innsbruck klagenfurt villach wels dornbirn bregenz eisenstadt steyr österreich oesterreich austria tirol kärnten steiermark vorarlberg burgenland
    zürich zuerich zurich genf basel bern lausanne winterthur luzern lugano biel thun chur schaffhausen zug aarau schweiz switzerland tessin wallis aargau thurgau
    berlin hamburg münchen muenchen munich köln koeln cologne frankfurt stuttgart düsseldorf duesseldorf leipzig dortmund essen bremen dresden hannover nürnberg nuernberg duisburg bochum wuppertal
    bielefeld bonn münster mannheim karlsruhe augsburg wiesbaden gelsenkirchen mönchengladbach braunschweig chemnitz kiel aachen halle magdeburg freiburg krefeld lübeck mainz erfurt rostock kassel
    hagen potsdam saarbrücken oldenburg leverkusen osnabrück heidelberg darmstadt regensburg würzburg ingolstadt ulm heilbronn göttingen trier jena koblenz passau konstanz rosenheim kempten bamberg bayreuth
    deutschland germany bayern bavaria hessen sachsen thüringen brandenburg niedersachsen saarland südtirol liechtenstein london paris madrid mallorca""".split()
)
# Capitalised words after "in", "bei", "ich bin" that are no names.
NO_NAME: Final = frozenset(
    """ruhe zukunft ordnung der die das dem den ein eine einer meinem meiner mein meine deiner deinem eurer euch ihnen dir mir uns mich dich urlaub elternzeit arbeit hause haus büro meeting rente stress zeit eile
    moment fall dabei interessiert gerade noch nicht schon sehr auch nur jetzt heute morgen gespannt neugierig sicher skeptisch raus unterwegs krank müde offen bereit froh mama papa hausfrau student studentin
    lehrer lehrerin selbständig selbstständig angestellt angestellter verkäufer verkäuferin unternehmer unternehmerin kunde kundin allem wirklich total voll leider ganz so zu da hier immer derzeit aktuell
    interested ready not just the my your very so sure busy curious happy sorry looking still really currently good fine here in on at out back a an going trying available too also glad self already waiting
    kontakt zweifel deutsch englisch english german person anfang ende frühjahr herbst sommer winter frühling form bezug woche monat jahr nächste nächsten dieser diesem letzter google amazon facebook instagram whatsapp telegram
    urgent general stock order time case need charge addition fact interesse ihrem ihrer unserem unserer summe bearbeitung sachen geld planung quartal""".split()
)
ASKED: Final = r"(?:frag|schreib|kontaktier|ruf|sprich|ask|text|message|call|contact|try)(?:e|en sie|t)?(?:\s(?:doch|mal|bitte|am besten|lieber|ruhig|einfach|mit|with|to|my friend|meinen? \w{3,12}))*(?:\s(?:den|die|der|dem|herrn?|frau))?"
RELATIONS: Final = (
    "schwester|bruder|freund(?:in)?|kolleg(?:e|en|in)|mutter|vater|mama|papa|nachbar(?:n|in)?|cousine?|tante|onkel|mann|frau|tochter|sohn|chef(?:in)?|bekannte[nr]?|schwager|schwägerin|partner(?:in)?"
    "|sister|brother|friend|colleague|mother|father|mum|mom|dad|neighbou?r|cousin|aunt|uncle|husband|wife|daughter|son|boss|buddy|coworker"
)
