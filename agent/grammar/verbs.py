"""Verbs of acts by class, each in the forms that order: imperative, infinitive, "you" form, English base and -ing.

Past forms and participles stand apart: they report and never order. Dialect forms are plain members of their class.
"""

from __future__ import annotations

from agent.grammar.normalise import Swaps, Typos, words

WRITE = words("""
    schreib schreibe schreibst schreiben schreibs anschreiben schriib schrib schriibe schreim schreibma texte texten
    tippe tipp write writing text texting message messaging msg dm txt email emailing mail whatsapp whatsappe whatsappen
    simse zuschreiben hinschreiben zurückschreiben whatsapping
""")
SEND = words("""
    fire
    schick schicke schickst schicken schigg schicks send sende sendest senden sending versende versenden abschicken
    rausgeben durchgeben weitergeben rausschicken rüberschicken zuschicken übermittle übermitteln leite weiterleiten
    forward shoot drop give hau zuschicke losschicken
""")
TELL = words("""
    teilen
    sag sage sagst sagen säg sägs sog sags tell telling say saying antworte antwort antwortest antworten beantworte
    reply replying answer answering respond responding informier informiere informieren inform benachrichtige
    benachrichtigen verständige verständigen notify ping pinging kontaktiere kontaktier kontaktieren contact richte
    richt ausrichten ausrichtest mitteilen teile teil wünsch wünsche wünschen gratuliere gratulier gratulieren grüß
    grüße bestell bestelle bestellen melde meld melden übermittel let letting lass lasse lassen gib gibst geben gebn
    erklär erkläre erklären versichere verrate verrat bestätige bestätig bestätigen congratulate
""")
ASK = words("frag frage fragst fragen frog fräg ask asking nachfragen anfragen")
SAY_SOMETHING = WRITE | SEND | TELL | ASK
GENERIC_TELL = words("""
    let letting lass lasse lassen gib gibst geben gebn give say saying drop shoot antwort teile teil richte richt
    grüß grüße bestell bestelle bestellen melde meld melden thank danke forward leite hau mail email message text
    msg dm contact answer
""")
TAILS = words("""
    aus mit zu bescheid wissen know zukommen weiter rüber raus ausrichten bscheid bschaid bscheed
""")

REMIND = words("""

    erinner erinnere erinnerst erinnern erinnert erinnerts remind reminding reminded erinnre derinner erinnersch
    rmnd nudge weck wecke stups stupse ping pinge poke alert lmk erinner' erinnre schubs schubse
""")
REMINDER_NOUNS = words("""
    erinnerung erinnerungen reminder reminders wiedervorlage wiedervorlagen wv aufgabe aufgaben task tasks todo
    to-do erinnerig erinnerungsnotiz schubs schubser stups stupser anstoß weckruf gedächtnisstütze nudge erinnerungsping
    rückrufnotiz followup-reminder wecker alarm timer
""")
MAKE = words("""
    stell stelle stellen leg lege legen anlegen setz setze setzen erstell erstelle erstellen mach mache machen
    take mach's gimme lemme trag trage eintragen notier plan plane planen einplanen speicher speichere speichern füge
    füg
    hinzufügen
    add set create make put schedule schreib schreibe gib brauch brauche brauchen need want möchte will hätte bau
    baue neue neuer new neu write einrichten richte einstellen save store log record leave hinterleg hinterlege
    hinterlegen pack packe
""")
DONE = words("""
    tick
    erledigt abgehakt done completed finished fertig gemacht complete erledige erledig erledigen abhaken hak hake
    finish abschließen erledigt! check
""")
SNOOZE = words("""
    verschieb verschiebe verschieben verschiebst schieb schiebe schieben snooze snoozing postpone postponing delay
    push pushing move verleg verlege verlegen vertag vertage vertagen verzöger verzögere aufschieben defer
    reschedule bump
""")
START = words("""
    start starte starten startest starts starting beginn beginne beginnen begin beginning launch launching aktivier
    aktiviere aktivieren activate activating kick trigger triggere triggern run initiate fang anfangen leg loslegen
    lege fahr fahre hochfahren schmeiß schmeiss anwerfen wirf los losstarten
""")
PLACE = words("""
    get bring
    setz setze setzen setzt pack packe packen put putting nimm nehme nehmen nimmst steck stecke stecken add adding
    enroll enrol enrolling move schieb schiebe schieben schick tu tue hau schmeiß füge aufnehmen hinzufügen stell
    stelle lass laufen leg lege soll buch buche bring aufsetzen start starte einbuchen
""")
STOP = words("""
    stop stopp stoppe stoppen stoppst stopping beende beend beenden beendest end ending halte halt anhalten pausier
    pausiere pausieren pause pausing brich abbrechen breche cancel cancelling canceling cancle unterbrich
    unterbrechen abdrehen deaktiviere deaktivier deaktivieren deactivate terminate abort discontinue quit kill dreh
    drehe abstellen stell nimm nehme nehmen take taking remove removing hol hole rausnehmen entferne entfern
    entfernen schmeiß pull drop unenroll rausholen
""")
SETTING = words("setz setze set ändere änder change update aktualisiere trag trage stell stelle markier markiere mark")
SEQUENCE_NOUNS = words("""
    ghost ghosting
    sequenz sequenzen strecke serie kampagne kampagnen funnel automation automatisierung ablauf programm sequence
    sequences campaign campaigns flow flows drip cadence follow-up-serie mailstrecke nachrichtenserie followup-serie
    reihe schiene schleife follow-ups follow-up followups workflow playbook kette automatik sequenze strecken
""")
SEQUENCE_TAILS = (
    "sequenz",
    "strecke",
    "serie",
    "kampagne",
    "sequence",
    "campaign",
    "reaktivierung",
    "reactivation",
    "funnel",
    "pflege",
    "nurture",
    "nurturing",
    "kontakt",
    "flow",
    "partner",
    "betreuung",
    "begruessung",
    "onboarding",
    "willkommen",
    "schiene",
    "schleife",
    "welcome",
)

SHOW = words("""
    zeig zeige zeigst zeigen zeigs show showing list liste auflisten listen gib give find finde finden findest such
    suche suchen suchst search searching display nenn nenne nennen öffne öffnen open get fetch hol hole sag tell
    zoag zeich gimme look lookup schau schaue filter filtere filtern pull bring
""")
SEARCH = words("find finde finden findest such suche suchen suchst search searching lookup locate suach")
SCORE = words("""
    bewerte bewert bewerten bewertest rate rating score scoren scoring einschätzen schätz schätze prüf prüfe check
    checke evaluate assess qualifiziere qualifizier qualify analysiere analysier analyse analyze beurteile beurteil
""")
SCORE_NOUNS = words("""
    score scoring temperatur temperature bewertung punktzahl punkte punktestand rating lead-score leadscore
    scorewert chancen potenzial potential einschätzung
""")
HEAT = words("""
    heiß heiss heisse hot warm cold kalt interessiert interested lauwarm promising vielversprechend heißer wärmer
    hoass haiss
""")
QUALITIES = {
    "hot": words("""
        heiß heiße heißen heißer heißes heißesten heißeste haßn hoaßn haße heiss heisse heissen hot hottest hoass hoaßen
    """),
    "warm": words("""
        warm warme warmen warmer warmes wärmsten wärmste lauwarm lauwarme lauwarmen warmest lukewarm
    """),
    "cold": words("kalt kalte kalten kalter kaltes kältesten kälteste cold coldest oid"),
}
STAGES = {
    "new": words("neu neue neuen neuer new newest neueste neuesten neuste neusten frisch frische frischen"),
    "customer": words("""
        kunde kunden kundin kundinnen customer customers client clients bestandskunden bestandskunde stammkunden
        käufer chund chunde
    """),
    "partner": words("""
        partner partnerin partners partnern partnerinnen vertriebspartner teampartner geschäftspartner
    """),
    "nurture": words("nurture nurturing langzeitpflege"),
    "archived": words("archiviert archivierte archivierten archived archive"),
    "lost": words("verloren verlorene verlorenen lost"),
}
LEAD_NOUNS = words("""
    lead leads kontakt kontakte kontakten contact contacts interessent interessenten interessentin interessentinnen
    people leute leuten prospect prospects person personen liads pipeline liste list leit ones
""")

NOTE = words("""
    notier notiere notieren notierst vermerk vermerke vermerken note noting jot merk merke merken merkst memorize
    festhalten halt halte dokumentier dokumentiere ergänz ergänze aufschreiben
""")
NOTE_NOUNS = words("""
    notiz notizen note notes vermerk memo notiz: anmerkung kommentar comment randnotiz gesprächsnotiz notizzettel
""")
REMEMBER = words("remember")

APPROVE = words("""
    erteile erteilen grant
    genehmige genehmig genehmigen genehmigst genehmigt approve approving approved freigeben freigegeben frei
    freigabe bestätige bestätigen bestätig ok okay passt raus absenden abschicken send senden sende schick schicke
    schicken accept accepted akzeptiere akzeptier abnicken rausschicken rauslassen rauslaufen raushauen confirm
    absegnen segne durchwinken nehmen green-light freischalten
""")
REJECT = words("""
    ablehnen abgelehnt lehn lehne reject rejecting rejected verwirf verwerfen verworfen decline declined deny
    discard discarding lösch lösche löschen delete streich streiche streichen weg wegwerfen wegschmeißen kill
    dismiss verwerfe zurückweisen
""")
CHANGE = words("""
    ändere änder ändern change changing umschreiben umformulieren formulier formuliere anpassen pass überarbeite
    überarbeiten edit editing rewrite rewriting modify revise adjust umändern abändern bearbeite bearbeiten tweak
    make mach korrigiere korrigier schreib
""")
APPROVAL_NOUNS = words("""
    vorschlag vorschläge vorschlägen entwurf entwürfe entwürfen freigabe freigaben nummer nr no number draft drafts
    approval approvals antwort antworten karte karten nachricht nachrichten proposal proposals die den das der the
    item card message # punkt
""")
STYLE = words("""
    kürzer kurz lockerer locker freundlicher freundlich formeller formell förmlicher länger netter nett herzlicher
    direkter persönlicher sachlicher höflicher einfacher wärmer siezen duzen shorter longer friendlier formal
    informal casual warmer nicer softer simpler polite politer direct tone ton humorvoller knapper ausführlicher
    förmlich steif steifer werblich aufdringlich verkäuferisch salesy pushy trocken persönlich höflich lang long short
    sachlich lustig lustiger professioneller professional emojis emoji englisch deutsch english german weniger mehr
    less more ohne
    mit without with sanfter klarer clearer punchier
""")

HELP = words("""
    hilfe help hilf helfen helft anleitung befehle commands kommandos funktionen features menü menu manual hilf?
    guide
""")
UNDO = words("""
    rückgängig undo zurücknehmen zurücknimm zurückziehen revert rollback widerrufen widerruf storno stornieren
    storniere unsend ungeschehen zruck zrugg zurückholen
""")

PAST = words("""
    geschrieben geschickt gesendet gesagt erinnert mitgeteilt gefragt informiert geantwortet angeschrieben gestartet
    gestoppt notiert genehmigt abgelehnt verschickt wrote written told sent texted messaged asked reminded informed
    answered replied said started stopped approved rejected gschriebn gschriebe gschickt gsagt gseit kontaktiert
    benachrichtigt ausgerichtet gemeldet versendet schrieb schickte sagte fragte meinte erzählte antwortete
    contacted pinged notified
""")
SAID = words("""
    sagt sagte gesagt meint meinte gemeint schreibt schrieb geschrieben fragt fragte gefragt erzählt erzählte will
    möchte wünscht antwortet antwortete geantwortet behauptet bittet bat gebeten wollte says said wrote writes asked
    asks replied answered wants wanted told texted messaged tells verlangt gschriebn gseit gsagt gsogt seit schriibt
    mailt ergänzt ruft rief mitgeteilt zitat hofft erwartet requested requests claims claimed thinks denkt glaubt
""")

_MENDABLE = (
    WRITE
    | SEND
    | TELL
    | ASK
    | REMIND
    | START
    | STOP
    | SNOOZE
    | SHOW
    | NOTE
    | words("genehmige genehmigen ablehnen approve reject rückgängig undo")
    | REMINDER_NOUNS
    | UNDO
    | words("""
        stoppe sequenz whatsapp nachricht könntest kannst notiz erledigt hilfe wieso warum zufriedenheit
    """)
)
TYPOS = Typos(_MENDABLE)

LONG_TYPOS = Typos(
    words("""
        nachricht nachrichten erinnerung erinnerungen erinnern sequenz whatsapp übermorgen reaktivierung langzeitpflege
        erstkontakt zufriedenheit rückgängig freigeben genehmigen message reminder tomorrow sequence kundin schreiben
        schicken termin notiz bescheid stoppen starten
    """)
)
# Words people write with one letter where there are two.
SINGLES = {
    word.replace("ss", "s").replace("mm", "m").replace("tt", "t").replace("nn", "n"): word
    for word in words("heiss heisse heissen heisser heissesten bitte kann kannst könnte nummer termin kommt bekommen")
    | {"bitte", "kannst"}
} | {"warumm": "warum", "kundinn": "kundin"}
SWAPS = Swaps(
    words("""
        mich mir dich dir dem den der die das dass für von mit bei und an auf bitte morgen heute nicht kein keine nie
        ihm ihr ihn kannst könntest wenn falls schon noch mal please tomorrow not the and for about with her him can
        you
    """)
)
_PARTICLES = ("zurueck", "weiter", "vorbei", "nach", "aus", "mit", "auf", "ein", "vor", "hin", "her", "los", "rein",
    "raus", "weg", "fest", "an", "zu", "ab")  # fmt: skip


def without_zu(norm: str) -> str | None:
    """ "auszurichten" -> "ausrichten", "anzurufen" -> "anrufen"; None when no "zu" stands inside a verb."""
    for particle in _PARTICLES:
        stem = norm[len(particle) + 2 :]
        if norm.startswith(particle + "zu") and len(stem) > 3 and stem.endswith("n"):
            return particle + stem
    return None


VERB_FORMS = (
    (
        SAY_SOMETHING
        | REMIND
        | MAKE
        | DONE
        | SNOOZE
        | START
        | PLACE
        | STOP
        | SHOW
        | SCORE
        | SCORE_NOUNS
        | HEAT
        | NOTE
        | REMEMBER
        | APPROVE
        | REJECT
        | CHANGE
    )
    | (HELP | UNDO | PAST | SAID | STAGES["customer"] | STAGES["partner"])
    | words("""
        gesehen angeschaut angesehen watched siezen siezt sieze duzen duzt duze aktualisiere update markier markiere
        markieren korrigiere benenne rename switch schalte
    """)
)
