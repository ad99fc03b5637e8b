"""The phrases by which people say "no more", as patterns (``agent.lead_patterns``), and what takes them back.

Families differ in what a negation does to them: ``CONTACT`` holds its own negation ("schreib mir nicht mehr"),
``REMOVE`` is undone by one ("lösch meine Nummer nicht"). ``LIKELY`` is clear enough to pause, not to stop for good.
"""

from __future__ import annotations

from typing import Final

from agent.lead_patterns import compile_block
from agent.lead_text import fold

CLASSES: Final = {
    "me": "mir mich uns me us",
    "mine": "mein* unsere* mich uns me us my our name* sämtliche* all* die",
    "no": "kein keine keinen keiner keinem keinerlei",
    "nomore": "nicht_mehr nie_wieder nie_mehr nicht_weiter nicht_weiterhin nicht_länger niemals nicht_wieder nicht_noch_mal "
    "nicht_noch_einmal nicht_ständig nicht_dauernd nicht_mehr_länger nie_nie nicht_immer_wieder",
    "imperative": "schreib schreibe schreibt schreiben kontaktier* texte textet texten ruf ruft rufen melde meldet melden "
    "mail mailt belästig* nerv nervt nerven stör stört stören schick schicke schickt schicken send sende sendet senden "
    "zuspam* bombardier* zutext* spam spamt",
    "write": "schreiben anschreiben anzuschreiben zuschreiben angeschrieben kontaktieren kontaktiert melden texten zutexten zuzutexten volltexten vollzutexten volltextet vollzulabern "
    "anrufen anzurufen angerufen belästigen belästigt nerven stören mailen anmailen spamen zuspamen zuzuspamen volspamen "
    "zumülen zuzumülen bombardieren anquatschen anzuquatschen verfolgen schicken senden zusenden zuzusenden zuschicken zuzuschicken "
    "kommen_lassen nachrichten schreibt kontaktierst kontaktiert anschreibt anruft schickt sendet schreibst schickst meldet",
    "infinitive": "schreiben anschreiben kontaktieren melden texten anrufen belästigen stören nerven mailen schicken senden zusenden zuschicken "
    "anmailen",
    "msgs": "nachricht* *nachricht *nachrichten mail mails email emails newsletter* *newsletter werbung *werbung werbe* sms whatsapp* anruf "
    "anrufe kontakt kontaktaufnahme* kontaktversuch* kontaktanfrage* spam *spam zuschrift* mitteilung* erinnerungsnachricht* sprachnachricht* "
    "folowup* benachrichtigung* belästigung* pushnachricht*",
    "soft": "info infos informationen angebot angebote anfragen kram zeug mist links videos post sachen unterlagen",
    "list": "verteiler *verteiler liste *liste listen datenbank* kartei *kartei datei kontakte kontakten adresbuch newsletter* *newsletter "
    "system crm adresdatei telefonbuch list lists mailing database contacts system",
    "removal": "nehm* nimm nehmt nehmen streich* entfern* lösch* trag tragt tragen wirf werf* schmeiss* hau haut kick* tu tut hol holt radier*",
    "removed": "nehmen rausnehmen rausnimmst herausnehmen herauszunehmen rauszunehmen streichen gestrichen entfernen entfernt löschen gelöscht "
    "rauslöschen rausgelöscht austragen ausgetragen auszutragen rauswerfen werfen schmeissen genommen rausschmeissen rausstreichen raus runter",
    "data": "nummer *nummer daten *daten kontakt kontakte adresse *adresse mail email *mail account profil eintrag datensatz",
    "consent": "einwiligung *einwiligung zustimmung erlaubnis einverständnis* genehmigung datenschutzerklärung consent permission authorization authorisation",
    "want": "will wil möcht mocht möchte möchten wollen wolen wolte wünsche wünschen brauche brauchen wünscht wünsch verbitte",
    "entext": "texting messaging contacting emailing mailing calling writing sending spaming bothering harassing pestering buging dming pinging "
    "anoying folowing reaching bombarding blowing hasling whatsapping",
    "enwrite": "text message contact email mail write bother dm ping spam approach harass pester",
    "enmsgs": "messages message texts text emails email mails mail calls call contact communication communications spam ads newsletter newsletters "
    "notifications promos promotions marketing advertising adverts solicitations reminders offers updates stuff",
    "endata": "number *number phone contact contacts details data info information email name record records profile address",
    "polite": "bitte please einfach endlich jetzt sofort doch now kindly umgehend künftig zukünftig ab_sofort",
}

CONTACT: Final = compile_block(
    """
    @imperative ~4 @nomore
    @me ~5 @nomore ~3 @write
    @me ~2 @nomore ~1 zu @write
    @nomore ~3 @infinitive|kontaktiert|angeschrieben|angerufen|belästigt
    bitte|please ~2 @me? nicht kontaktieren|anschreiben|schreiben|belästigen
    @me nicht ~1 schreiben|kontaktieren|anschreiben|belästigen $
    kontaktier* ~2 @me ~2 nicht
    schick*|send*|schreib* ~3 @no ~2 @msgs|@soft ~2 mehr
    schick*|send* ~3 @no ~2 @msgs
    schick*|send*|schreib* ~3 nichts ~1 mehr
    @no weitere*|weiteren|zusätzliche*|weiterer|künftige* ~2 @msgs
    @no @msgs ~2 weitere*
    @no ~4 @msgs ~1 mehr
    @no mehr @msgs
    bitte|wünsche|wünschen ~1 @no ~1 @msgs
    ^ @no ~2 @msgs bitte|danke
    @want ~4 @no ~3 @msgs
    @want ~4 @no ~3 @soft ~2 mehr ~2 bekommen|erhalten|kriegen|von
    @want ~3 nichts mehr ~5 hören|lesen|wissen|bekommen|erhalten|kriegen|schreiben
    @want ~3 nichts ~1 von|mit ~2 hören|wissen
    nichts mehr hören|lesen|wissen
    @want ~5 nicht ~5 kontaktiert|angeschrieben|angerufen|belästigt|gestört|genervt|zugespamt|beworben ~2 werden|werde
    @want nicht ,? dass ~2 du|sie|ihr|man ~4 @write
    do_not|never ~2 @enwrite|call|disturb ~4 again|anymore|further|ever|any_more|any_longer
    do_not|never ~2 @enwrite me|us
    do_not|never|not_to|stop_to ~2 send|write ~3 me|us ~3 @enmsgs|anything|again|more|anymore
    no more|further|aditional ~2 @enmsgs
    do_not|no_longer|not ~2 want|wish|like|need|care ~2 !miss|lose ~5 messages|texts|emails|mails|calls|spam|newsletter|newsletters|contacted|mesaged|texted|called|comunication|notifications|marketing
    do_not|no_longer ~2 want|wish|like|care ~2 hear ~2 from|anymore|again
    do_not|no_longer ~2 want|wish|like you|them|anyone ~2 contact|text|message|write|call|email|mesaging|contacting|texting
    prefer|rather ~3 not ~4 receive|get|contacted|hear|contact|message|mesaged|texted|hear
    rather|prefer|aprciate ~3 you ~3 not|did_not ~2 @enwrite|call
    please|kindly|would ~2 not ~1 @enwrite|call me|us
    no_longer ~3 receive|get|contacted
    told|asked you ~1 not to ~1 @enwrite|call
    do_not ~2 message|text|contact|bother ~1 $
    @want nicht ~2 ,? dass ~2 du|sie|ihr|man ~5 @write
    will|möcht|möchte|möchten|wollen|wünsche|wünschen ~3 kein ~1 weitere* ~2 @soft|@msgs
    kein ~2 @soft|@msgs ~1 mehr ~2 zusenden|schick|senden|zuschicken
    kein ~1 bock|lust|nerven ~2 auf ~3 @msgs|@soft
    kein ~1 wert auf ~3 @msgs|kontakt*
    kein ~3 @msgs ~1 erwünscht|gewünscht|gewollt
    @msgs|anrufe ~3 unerwünscht|nicht_erwünscht|nicht_gewünscht|nicht_gewollt
    unerwünschte ~1 @msgs $
    do_not|not ~4 be|being|get|getting contacted|mesaged|texted|called|bothered|emailed|spamed
    no ~1 texting|mesaging|emailing|calling|texts|messages|emails|spam|calls|marketing please
    do_not|stop|never ~1 use|using|store|storing|process|processing|share|sharing ~2 my ~2 data|info|number|details
    mein ~1 daten|nummer|adresse ~3 nicht|nicht_mehr ~2 verwenden|nutzen|speichern|verarbeiten|weitergeben|benutzen
    nutz*|verwend*|speicher*|verarbeite* ~4 daten|nummer|adresse ~2 nicht
    kein @consent ,? ~2 @me ~4 @write
    nicht ~1 erlaubt|gestattet|berechtigt ,? ~2 @me ~4 @write
    dürfen|darfst|dürft ~1 @me ~2 nicht ~2 @write
    do_not|never ~2 reach|follow ~1 out|up ~3 again|anymore|me|please|$
    kein @write ~1 mehr
    enough|genug ~3 @enmsgs|@msgs|nachrichten
    ^ ~1 nie wieder|mehr @write|melden
    do_not want|need ~1 your ~2 @enmsgs
    """,
    CLASSES,
)

REMOVE: Final = compile_block(
    """
    streich*|entfern*|lösch*|werf*|wirf|schmeiss*|kick*|radier*|hau|haut ~2 @me|mein* ~7 @list
    @removal ~2 @me|mein* ~5 aus|von|vom|raus ~4 @list
    nehm*|nimm|streich*|hol|holt|tu|tut|trag|tragt|lass|lasst ~3 mich|uns|meine ~4 raus|heraus|weg|runter ~1 $
    streich*|entfern*|lösch* ~2 mich|uns ~1 $
    raus|runter|weg aus|von|vom ~3 @list
    @want ~6 abgemeldet|ausgetragen|gelöscht|entfernt|gestrichen|rausgenommen ~1 werden
    ^ ~2 nummer|daten|kontakt|kontaktdaten|handynummer|telefonnummer ~2 löschen|entfernen
    löschung|löschen ~4 daten|nummer|datensätze|profils|kontos|kontaktdaten
    datenlöschung
    spar|spart|sparen ~4 @msgs|nachrichten|texte|spam|anrufe
    verzichte|verzichten|verzichtet ~2 auf ~3 @msgs|anfragen|kontakt*
    seh*|sieh ~4 davon ab
    seh*|sieh ~3 davon ~3 ab ,? ~6 @write
    in ruhe|frieden gelassen ~1 werden
    want|like|wish|need|how|can|please|let ~4 unsubscribe ~1 $
    want|like|wish|need|ask|request ~4 removed|deleted|taken|erased ~3 list|database|off|contacts|$
    delete|remove|erase|lose|forget ~1 this number|contact
    lose ~1 number
    cease|stop|end ~2 all ~2 contact|messages|communication|communications
    refrain from ~4
    take me|us ~1 out_of|off|from ~4 list|database|contacts|system|group
    stop|quit|cease ~2 @entext ~2 my ~2 phone|inbox|number
    unterlass* ~1 bitte|sie|es|$
    @me|mein* ~6 @list ~4 @removed
    aus|von|vom ~3 @list ~2 @removed
    mich|uns ~3 austragen|abmelden|rausnehmen|rauslöschen|auszutragen|abzumelden|deabonieren|abbestelen
    mich|uns ~4 löschen|entfernen|streichen|rauswerfen $
    trag|tragt|tragen|tragn ~2 mich|uns ~4 aus
    melde|meldet|melden ~2 mich|uns ~4 ab
    @want ~3 aus|von|vom ~2 verteiler|liste|newsletter ~2 raus|runter|weg|$
    lösch*|entfern*|vernicht*|tilg*|streich* ~3 @mine ~3 @data
    mein* ~3 @data ~6 löschen|gelöscht|entfernen|entfernt|löscht|zu_löschen|vernichten
    lösch*|entfern* ~1 mich|uns
    vergiss|vergesst|vergessen ~1 meine ~1 nummer
    hör|hört|hören|hörn|aufhören|aufzuhören|aufhörn ~4 auf|aufhören|damit|mit|, ,? ~4 @write|@msgs|@soft|schreibn|anbaggern
    aufhören|aufzuhören|aufhörn ,? ~5 @write|@msgs|@soft
    stopp|stoppt|stoppen|beende*|unterlasst|unterlassen|unterlasse ~4 @msgs|@soft|kontaktieren|anschreiben|schreiben|*versuche
    unterlassen|unterlass|unterlasst|unterlassung ~5 kontakt*|anruf*|das|dies*|jed* 
    von ~4 @msgs|@soft|anfragen|kontakt* ~2 absehen|abzusehen|ab
    abstand ,? ~4 @write
    @msgs ~2 einstellen|einzustellen
    stell|stellt|stellen ~4 @msgs ~3 ein
    verzichten|verzichte sie ~1 auf ~2 @msgs|anfragen
    verschon* ~2 @me|mich
    untersage|verbiete|verbitte ~6 @msgs|@write|kontakt*|anruf*|das
    widerruf* ~5 @consent
    @consent ~6 widerruf*|zurück*|entzogen|zurückziehen
    zieh|ziehe|ziehen ~4 @consent ~4 zurück|hiermit
    entzieh* ~4 @consent
    widerspreche|widersprechen|widerspruch ~8 nutzung|verwendung|verarbeitung|werbung|werbe*|kontakt*|speicherung|daten|zusendung|nachrichten
    newsletter|werbung|nachrichten|mails|benachrichtigungen ~3 abbestellen|abbestelle|abbestellt|abzubestellen|abmelden|kündigen
    abmeldung|abmelden|austragung|austragen ~2 newsletter|verteiler|liste|mailing*
    bestell|bestelle|bestellen|bestelln ~2 newsletter|das|dies*|alles|euch ~3 ab
    @want ~4 abbestellen|austragen $
    lass|lasst|lassen|las ~3 mich|uns ~4 in|im|mit|z ruhe|frieden
    lass|lasst|lassen ~1 mich|uns ~1 zufrieden
    @want ~3 meine ~1 ruhe
    stop|quit|cease ~3 @entext ~2 me|us|this|these|to|messages|texts|emails|stuff|$
    stop|quit|cease ~2 @entext $
    stop|quit with ~2 @enmsgs
    stop|cease|quit|end ~3 messages|texts|emails|mails|calls|spam|newsletters|newsletter|mesages|comunication
    remove|take|delete|erase|strike|drop|get|pull|scrub ~1 me|us|my ~4 list|lists|database|contacts|mailing|system|records|distribution|crm|newsletter
    remove|delete|erase|unsubscribe me|us $
    remove|delete|erase|unsubscribe me|us @polite
    take me|us off this|your|the|$
    delete|remove|erase|lose|forget|destroy|wipe ~1 my ~3 @endata
    leave me|us ~2 alone|be|peace
    opt|opting me|us? ~1 out
    want|like|wish|need|please|prefer|have ~2 opt|optout ~1 out|$
    i am opting out
    unsubscribe ~1 me|us|from_this|from_these|from_your|from_all|from_the|$
    withdraw*|revok*|rescind*|retract ~4 @consent
    object to ~6 processing|use|using|data|marketing|contact*
    cease_and_desist
    told|asked you ~2 to stop
    """,
    CLASSES,
)

LIKELY: Final = compile_block(
    """
    du|ihr|das|sie|es nervst|nervt|nerven ~2 $
    nerv|nervt ~2 nicht|$
    ^ spam|spamer $
    ist|is|sind|seid|bist !im|in ~1 !im|in spam|spamer $
    ^ ~1 abo|abonement beenden|kündigen|abbestellen|ende
    lass|lasst|lassen ~2 das|den ~1 sein|scheiss|mist|quatsch|$
    ^ ~2 no more $
    @polite das muss aufhören
    end this|the conversation|chat
    make it stop
    hör|hört|hören ~3 auf ,? mich|mir|uns ~4
    sign me off
    werbung|spam ~1 melden|gemeldet
    als spam ~3 melden|gemeldet|melde
    blockiere|blocke|blockier|blockieren|blocken ~2 dich|euch|sie|diese
    dich|euch|sie|nummer ~2 blockieren|blockiert|blocken|blockiere
    @polite? hör|hört|hören ~2 auf ~1 damit? $
    hör|hört|hören ~2 damit auf $
    belästigung|belästigend|stalking|harassment|harassing|unterlassungs*
    anwalt|rechtsanwalt|polizei|bundesnetzagentur|datenschutzbehörde|verbraucherzentrale|anzeige ~3 @me? ein|melden|gehen|erstatten|anzeigen|schalte|einschalten|informier*|wenden|an|beschweren
    schalte|melde|zeige|erstatte|gehe ~3 dich|euch|sie|meinen|anzeige|zum ~3 polizei|anwalt|an|bundesnetzagentur|datenschutz*
    verpiss dich|euch
    verschwinde*|zieh_leine|hau_ab|schleich_dich|schleichts|geh_weg|zisch_ab|hau_ab
    geh*|gehst ~3 auf ~2 keks|geist|nerven|wecker|sack|senkel|eier
    fuck|piss|buzz|bugger off
    go away $
    get lost
    fuck you
    report|block|blocking|reporting ~1 you|this_number
    my lawyer|attorney
    wrong number|person $
    falsche ~1 nummer $
    nie|niemals|nicht ~3 eingewilligt|zugestimmt|angemeldet
    nie|niemals|keine ~2 @consent ~1 gegeben|erteilt
    never ~2 consented|agreed|signed_up|subscribed|gave_you
    bitte ~2 nicht ~1 anrufen|stören|anklingeln
    ruf|rufen|ruft ~3 @me ~1 nicht ~1 mehr? ~1 an
    do_not ~1 call me|us
    you are|keep ~2 anoying|harassing|spaming|bothering|pestering
    es reicht ~1 jetzt? $
    i want out $
    done with ~2 messages|texts|emails
    ich bin ~1 weg|raus aus ~3 verteiler
    wie|how ~3 abmelden|austragen|abbestellen
    """,
    CLASSES,
)

# What shows that "no more" is meant for a while, a number or an hour, not for good.
LIMITED: Final = compile_block(
    """
    vor|bis|during|before|until|till|while|unless|ausser|except
    nach|after ~1 0*|1*|2*|3*|4*|5*|6*|7*|8*|9*|feierabend|acht|neun|zehn|eight|nine|ten
    heute|nachts|sonntags|samstags|spät|früh|today|tonight|late|early|morgens|abends|vormittags|mittags
    so_spät|in_der_nacht|am_wochenende|auf_arbeit|in_der_arbeit|im_büro|diese_woche|this_week|at_night|at_work|on_sundays|on_weekends|gerade|am_sonntag
    alte*|old|alten|andere_nummer|other_number
    """,
    CLASSES,
)
LIMITED_BEFORE: Final = compile_block(
    "!ab heute|today|tonight|gerade|nachts|sonntags|abends|morgens|spätabends", CLASSES
)
ALTERNATIVE: Final = compile_block(
    "sondern|stattdessen|instead|lieber|besser_per|just_text|only_text|nur_schreiben|nur_per|rather_text|bitte_nur",
    CLASSES,
)
FIRST_PERSON: Final = compile_block(
    """
    ich|wir ~1 schreib|schreibe|schreiben|melde|rufe|ruf|kontaktiere|schicke|schick|sende|texte|nerv|nerve|störe
    schreibe|melde|rufe|kontaktiere|schicke|schreib|sende|nerve|störe ich|wir
    soll|sollen|werde|werden|kann|darf|muss|dürfen|sollte|könnte|würde ich|wir
    ich|wir soll|sollen|werde|kann|darf|muss|sollte|könnte ~5 schreiben|melden|kontaktieren|anrufen|schicken|senden|anschreiben|stören
    ich|wir will|möchte|wollen|würde|wollte ~1 dir|euch|ihnen|dich|sie|ihm|ihn ~5 schreiben|melden|kontaktieren|anrufen|schicken|senden|anschreiben|stören|nerven|belästigen
    i|we will|can|could|would|should|must not|never|stop ~2 @enwrite|call|stop
    i|we do_not ~1 @enwrite|call
    should|shall|may i|we
    dich|euch ~3 nicht ~2 stören|nerven|belästigen
    """,
    CLASSES,
)
REPORTED: Final = compile_block(
    """
    er|chef|chefin|ex|mann|freund|freundin|kollege|kollegin|mutter|vater|schwester|bruder|nachbar*|kunde|kundin|jemand ~2 hat|sagt|sagte|meint|meinte|schrieb|schreibt|will|wollte|möchte|lässt|lasst|hatte|nervt|soll
    sie sagt|sagte|meint|meinte|hatte|wollte|möchte_von
    he|she|somebody|someone|boss|husband|wife|friend|doctor|ex|colleague|mother|father|sister|brother|customer ~2 told|said|says|asked|wants|wrote|will|would|does|will_not|can_not|keeps|do_not|to
    told|said_to|asked him|her|them|my|everyone
    told me to
    """,
    CLASSES,
)
ASKING: Final = compile_block(
    """
    ^ ~2 warum|wieso|weshalb|why|wann|when
    ^ ~1 was|what ~1 passiert|happens|muss|do|if|wenn
    ^ ~1 soll|sollen|darf ich|wir
    ^ ~2 hast|habt|haben du|ihr|sie|dir|euch
    ^ !how|wie|please|bitte ~1 did|have|has|do you|they|i
    ^ ~1 schreibst|schreibt|löscht|meldest|hörst|willst|wollt du|ihr
    ^ !how|wie ~1 gibt_es|habt_ihr|kann_ich|kann_man|can_i|could_i|can_one|is_it|darf_ich
    """,
    CLASSES,
)
RECEIVING: Final = compile_block(
    """
    bekomme|bekommen|bekam|kriege|erhalte|erhalten|kommt|kommen|kam|sehe|höre|finde|hab|habe|haben|hatte|gab|gibt|habt|empfange|get|got|received|have|see|seeing|getting|receiving
    """,
    CLASSES,
)
FOREIGN: Final = compile_block(
    """
    netflix|spotify|kurs|training|termin|webinar|schule|verein|zeitung|abo|fitnessstudio|gym|kindergarten|kita|bestellung|kaufvertrag|kauf|lieferung|vertrag|auftrag|amazon|schulung|seminar|versicherung|strom|youtube|chat|gruppe|group|speaker|meeting|order|cart|item|appointment|class|course|insurance|kasse|auto|wohnsitz|gewerbe|handy
    """,
    CLASSES,
)
GO_ON: Final = compile_block(
    """
    frage|question|warte|wart|wait|moment|momentchen|sekunde|second|doch|dabei|noch_eine|noch_was|spass|scherz|kidding|joke|joking|witz|how_much|interesse|interested|kaufe|bestelle|kauf|order|in|erst|before|first|i_am_in|weiter|überlegt|mind|think|thinking|brauche|need|überlegen|nachdenken|mistake|falsch_verstanden|missverständnis
    """,
    CLASSES,
)
NO_STOP: Final = frozenset(map(fold, "nicht nie niemals not never".split()))
PAUSED_INFINITIVES: Final = compile_block(
    """
    ruhe|frieden ~3 *denken|*überlegen|*legen|*schauen|*schaun|*lesen|*sehen|*entscheiden|*reden|*sprechen|*telefonieren|machen|*arbeiten|*prüfen|essen|schlafen|*ankommen|*rechnen|*vergleichen|*informieren|darüber|drüber|*fertig*|treffen|*hören|testen|probieren
    mich|uns das|es|die|den|alles ~3 ruhe
    """,
    CLASSES,
)
POLITE_IF: Final = tuple(
    f" {' '.join(map(fold, p.split()))} "
    for p in (
        "wenn es geht",
        "wenn möglich",
        "wenns geht",
        "wenn es möglich ist",
        "if possible",
        "if you do not mind",
        "if you could",
        "wenn sie so nett wären",
    )
)
CONDITIONS: Final = frozenset(map(fold, "wenn falls if sobald sofern unless whenever angenommen suppose".split()))

STOP_WORDS: Final = frozenset(
    map(
        fold,
        """stop stopp stopt stoppt stoppen stops stopall stopal abmelden abmelde abmeldung abbestellen abbestellung abbestelle austragen
        austragung widerruf widerrufe widerrufen widerspruch unsubscribe unsub unsubscribed optout revoke quit cancel end
        löschen löschung aufhören deabonnieren stpo sotp stob tsop stopo abgemeldet arret""".split(),
    )
)
STOP_ADDRESS: Final = frozenset({"stop"})
STOP_PHRASES: Final = (
    "opt out",
    "sign off list",
    "stop it",
    "stop this",
    "stop that",
    "stop al",
    "hor auf stop",
    "nicht mehr schreiben",
)
MAYBE_WORDS: Final = frozenset(map(fold, "ende aus schluss basta genug enough schlussjetzt".split()))
FILLERS: Final = frozenset(
    map(
        fold,
        """bitte please danke thanks thank you dankeschön jetzt sofort now endlich ok okay hallo hi hey hello nein no ja yes und and
        ich i möchte will mich me hiermit sms whatsapp newsletter messages nachrichten alles all everything everywhere immediately umgehend
        guten tag morgen sehr geehrte damen herren lg mfg gruss grüsse viele liebe schöne freundlichen mit beste einfach
        just the die das den it this that von vom verteiler liste list from your werbung vielen herzlichen tschüss bye ciao ab
        deutlich nochmal again wieder sage said say kindly vielmals merci""".split(),
    )
)
