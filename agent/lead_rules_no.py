"""What leads say when they hold back: objections, no, later, trouble, and machines that answer for them. PURE data."""

from __future__ import annotations

from typing import Final

from agent.lead_rules import MEDIUM, STRONG, WEAK, compile_rules

_HOLDING: Final[dict[str, dict[float, str]]] = {
    "price_objection": {
        STRONG: """
        zu|too|so|vü|way|ganz|viel|sau|arsch|schweine|ur|mega|voll|very|very_very|recht|ziemlich|echt|sehr|really
            |quite|bit|pretty|bisschen ~2 teuer|expensive|pricey|costly|steep|kostspielig|happig
        überteuert|overpriced|sauteuer|schweineteuer|unbezahlbar|unaffordable|teurer
        happig|pricey|gesalzen|saftig|steep|expensive|wucher|abzockpreis*
        teuer
        nicht|not|never|kaum|hardly|can_not ~4 leisten|afford
        leisten|leistn ~3 nicht
        kein|keine|nicht ~3 geld|kohle|budget|mittel !zurück
        kein|keine geld|budget|kohle !zurück
        no|not ~3 money|budget|cash|funds
        geld|gäld|kohle|money|budget|cash ~3 fehlt|knapp|tight|nicht|reicht_nicht|längt_nicht|limited|short|nix
        reicht|längt|langt nicht ~2 geld
        sprengt|übersteigt|über|over|exceeds|beyond|out_of|above|outside ~3 budget|rahmen|preisrahmen|möglichkeiten
            |price_range|range
        tight|small|limited|kleines|begrenztes|knappes|enges ~1 budget
        preis|kosten|price|cost|fee ~5 hoch|schreckt|abschreckend|high|steep|heftig|problem|zuviel|zu_viel|satt
            |too_much
        zu hoch|hoher ~1 preis
        billiger|günstiger|cheaper|preiswerter|günstigere|billigere
        rabatt|nachlass|discount|preisnachlass|skonto ~3
        spielraum|entgegenkommen|luft|better|was_machen|runter|handeln|verhandeln ~3 preis|price
        preis ~5 machen|runter|verhandeln|entgegen|handeln|drücken|spielraum
        nicht|not ~3 wert|worth
        für das geld|selbe_geld|gleiche_geld
        so viel|much ~2 geld|money|ausgeben|bezahlen|zahlen|kohle|spend|pay
        so viel ~3 ausgeben|bezahlen|zahlen
        menge|haufen|batzen|stange|lot|lots|ton|heap|haufn ~2 geld|money|kohle|cash
        zahle|zahl|bezahle|pay ~2 hälfte|weniger|half|less|bruchteil
        hälfte|half ~2 kostet|preis|price
        more than ~4 spend|pay|afford
        mehr als ~5 ausgeben|zahlen|bezahlen|leisten|wollte
        pleite|broke|blank|schulden
        to much money|for
        too much ~1 money|for
        kost* ~2 zu viel
        """,
        MEDIUM: """
        money|geld|kohle ~4 not|nicht|kein|keins
        ganz schön ~1 viel|stolz*
        stolzer|stolze preis|summe
        bei amazon|dm|ebay|rossmann|der_konkurrenz
        on amazon|ebay
        sparen|save ~2 muss|müssen|need|money
        """,
        WEAK: "leisten|afford",
    },
    "time_objection": {
        STRONG: """
        kein|keine|keinen|nicht|nie|null|zu_wenig|wenig|kaum|no|not|hardly|little ~5 zeit|time|freie|free_time
            |kapazität*|stunden_übrig|luft
        zeit ~3 fehlt|fehlen|knapp|mangelt|habe_ich_nicht|nicht|keine|reicht
        fehlt|mangelt ~3 zeit
        zeitmangel|zeitnot|zeitaufwendig|zeitaufwändig|zeitintensiv|zeitprobleme|zeitlich ~3
        no time|minute|bandwidth|capacity
        time_consuming|timeconsuming
        viel|vil ~2 um ~1 ohren
        too|so|super|way|very|really|quite|crazy|total|voll|extrem|zu|sehr|ziemlich|mega ~1 busy|stressed
            |eingespannt|beschäftigt|ausgelastet|gestresst|ausgebucht|verplant|swamped
        busy ~2 with|at|schedule|for|season|am_moment
        swamped|overloaded|overworked|slammed|snowed_under|flat_out|maxed_out
        ausgelastet|eingespannt|ausgebucht|verplant|überlastet|überarbeitet
        im|unter|in|nur|viel|voll ~1 stress|zeitdruck
        schaffe|schaff|schaffen|schaffs|pack ~4 nicht|zeitlich|kaum
        kalender|terminkalender|schedule|calendar|plate|tag|woche|day|week ~3 voll|platzt|packed|full|crammed|booked
            |dicht|zu_kurz|überfüllt
        land unter
        not enough hours
        hours in ~1 day
        am limit
        komme|komm ~3 zu nichts
        zu nichts ~1 komm*
        geht sich ~3 nicht ~1 aus
        nicht ~1 aus geht
        überstunden|overtime|doppelschicht|schichtdienst|schicht
        wann soll ich ~2 das
        when ~2 would|should|am i ~4
        would|do not know ~3 when ~4 fit
        fit|squeeze|schieben|reinschieben ~2 it|that|das|in ~2 in|into|auch
        free minute
        nebenher|nebenbei ~4 nicht|keine|nichts|schaff*
        nichts|nicht|keine ~3 nebenher|nebenbei
        zu viel|viele|so_viel ~2 arbeit|zu_tun|work|on_my_plate|termine|projekte|los
        zu viel|so_viel|viel|too_much|a_lot|so_much ~1 zu_tun|to_do|arbeit|on_my_plate|going_on|work
        hands are full
        got my hands full
        personell ~3 limit|unterbesetzt
        unterbesetzt|understaffed
        nicht ~3 kümmern
        """,
        MEDIUM: """
        kinder*|kind|kids|baby|newborn|toddler|familie ~8 nicht|nichts|no|not|keine
        job|arbeit|studium|studies|jobs|vollzeit*|vollzeitjob ~6 nicht|nichts|no|not|keine|full|genug
        stress|stressig|hektisch|hectic|stressed|busy
        zeitlich|timewise
        """,
        WEAK: "zeit|time",
    },
    "trust_objection": {
        STRONG: """
        schneebal*|pyramid*|ponzi*|strukturvertrieb*|multilevel|multi_level|mlm|kettenbrief*|networkmarketing
            |network_marketing|sekte|cult|drückerkolonne|schneebalsystem
        abzock*|betrug|betrüger*|verarsch*|verasch*|scam|scammer*|fraud*|fake|schwindel|nepp|bauernfänger*|beschiss
            |beschissen_werden|ripoff|rip_off|con|hoax|gimmick|lug|fakeprofil
        unseriös|dubios|fischig|fishy|sketchy|shady|suspicious|dodgy|suspekt|zwielichtig|windig|verdächtig|komisch_vor
        seriös|seriöse|seriöses|legit|legitimate|reputable|trustworthy|vertrauenswürdig|glaubwürdig
        haken|catch|haaken
        wo|what is|ist ~1 the|der|da ~1 haken|catch
        zu|too schön|gut|good|nice|schee um|to ~1 wahr|be ~1 true|zu|sein|real
        too good
        nicht|no|not|kein|never|hardly|schwer ~3 trauen|traue|trau|vertrauen|vertrau|vertraue|trust|trusting
        traue|trau|vertraue|trust ~3 nicht|not|dem_nicht
        glaube|glaub|glauben|believe ~3 nicht|not|kein ~2 $
        do_not|can_not|nicht ~2 glaube|glauben|believe
        @be|bin|am|are|be ~4 skeptisch|sceptical|skeptical|misstrauisch|vorsichtig|suspicious|wary|doubtful
            |unsure_about
        skeptisch|sceptical|skeptical|skepsis|misstrauisch|zweifel|zweifle|doubts|bedenken
        schlechte|negative|bad|üble|miese|terrible|schlimme ~3 erfahrung*|experience*|bewertungen|reviews
        schlechtes|viel_schlechtes|nothing_good|nichts_gutes ~2 gehört|gelesen
        burned|burnt|ripped|scammed|reingefallen|reinfallen|hereingefallen|reingelegt|draufgezahlt|verbrannt|cheated
        verloren|lost|lose ~2 geld|money
        geld|money ~3 verloren|lost|weg
        wer|was|who garantiert|sagt|guarantees|says ~2 mir|dass|me|that
        garantie ~3 dass
        woher|how ~2 weiss|know|knows|sicher|can_i_be_sure ~3 dass|this|that|i|ich|it|you
        how do i know
        beweis*|proof|prove|belege|belegen|referenzen|references ~3
        studien|studies|unabhängig* ~4 belegen|prove|studien|gibt|test*
        noch|never|nie ~2 nie? ~1 heard|gehört ~1 of|von ~3
        never heard
        kenne|know ~1 dich|sie|euch|you ~2 nicht|not|gar
        nicht kenn*|kennen
        leuten|people|fremden|strangers ~4 nicht|not|nicht_kenne
        funktioniert|works ~2 doch ~1 nie|nicht
        placebo|hokuspokus|humbug|quatsch|schlangenöl|snake_oil|wundermittel|märchen|bullshit|blödsinn|unsinn
            |leere_versprechungen|augenwischerei|mumpitz
        nur|only|just|doch ~2 mein|my|unser ~1 geld|money
        die|the ~1 oben|top|spitze|anderen ~2 verdien*|earn|make|money|oben
        verdien* ~2 nur|eh ~3 oben
        nur ~4 verdien*
        """,
        MEDIUM: """
        network marketing
        trust|vertrauen|traue|trau|garantie|guarantee|sicherheit
        wirklich|really|echt ~2 funktioniert|works|wirkt|work
        """,
    },
    "not_interested": {
        STRONG: """
        kein|keine|keinerlei|null|nicht|no|not|zero|wenig ~2 interesse|interest|interested|interessiert|bedarf|lust
            |bock|need|verwendung|intention
        interessiert|interessieren|intressiert|reizt|juckt ~2 @me|mich|uns|wirklich ~3 nicht|nicht_die_bohne|nüd
            |null|überhaupt_nicht
        nicht ~3 interessiert|interested|interessieren
        not ~3 interested|interesting|looking|for_me|for_us|my_thing|our_thing|relevant
        nichts|nicht|not|nothing|not_really ~2 für|for ~1 mich|uns|me|us
        not my|our ~2 thing|cup|style|taste|area
        nicht ~2 meins|mein_ding|unser_ding|mein_fall|meine_welt|unseres
        nein danke|merci|vielen_dank|thank|sorry|leider
        no thanks|thank
        no , thanks|thank
        nein ,? danke
        danke ,? nein
        lieber|rather|eher nicht|not $
        nein , ~2 danke
        danke|thanks ~2 aber|but ~3 nein|no|verzichte|nicht
        verzichte|verzichten
        bin|sind|am|are ~2 raus|out $
        i pass
        i will pass $|on|thanks|this
        pass on this|it|that
        lass|lassen mal|ma|wir|es|gut $
        lass mal
        lass ~1 gut_sein|stecken
        brauche|brauch|brauchen|benötigen|benötige|need|want ~3 nicht|nichts|not|keine|keins|kein
        nichts brauch*
        brauche ich nicht
        do_not ~1 need|want ~2 it|this|that|any|anything|one|them
        schon|bereits|already ~3 was|sowas|so_was|supplier|anbieter|versorgt|etwas|provider|solution|lösung
            |lieferanten|one|jemanden|covered|sorted|something|eingedeckt|gedeckt|fündig|partner
        haben|habe|have|got ~1 schon|bereits|already ~3 was|anbieter|something|supplier|lösung
        für|for|with ~3 anderen|andere|anderes|another|different|competitor|konkurrenz|other entschieden|anbieter
            |supplier|option|direction|solution|one|provider|produkt
        gegen|against ~3 entschieden|decided
        decided|entschieden against|dagegen|gegen
        different direction
        absagen|absage|ablehnen|decline|lehne ~2 
        passt|passen|passend ~4 nicht $
        passt für uns ~3 nicht
        passt nicht ~2 zu|für
        not ~1 good|right|a ~2 fit
        gut versorgt
        i am good|fine|alright ~1 thanks|thank|, 
        we|i are|am all|good set|thanks|, 
        all set
        kommt ~3 nicht|nie in_frage|infrage
        out of the question
        kein thema|kein_thema_für
        hat sich erledigt
        no longer ~2 interested|need|looking|required
        nicht mehr ~2 interess*|relevant|aktuell|nötig|notwendig
        kannst du ~2 behalten|vergessen|sparen
        vergiss es
        forget it
        niemals|auf_keinen_fall|bestimmt_nicht|sicher_nicht|never_ever|hell_no|no_way|on_keinen_fall|garantiert_nicht
        """,
        MEDIUM: """
        bringt|bringts ~2 nichts|nicht
        nicht ~2 spannend|interessant
        für mich ~2 nicht
        ^ nein|no|nope|nah|nö $
        will|möchte|want ~3 nicht|not $
        boring|uninteressant
        """,
    },
    "later": {
        STRONG: """
        melde|melden|meld|frag|frage|fragen|schreib|schreibe|komm|kommen|ruf|kontaktier*|versuch*|probier*|ask|check
            |contact|try|ping|reach|follow|get|come|write|text|remind|erinner* ~7 @month|@far|später|later|wieder
            |back|@span|noch_mal|nächste*|next|again|soon|weeks
        vielleicht|eventuell|evtl|maybe|perhaps|possibly|mal|gerne|lieber|eher|erst ~4 später|later|@far|@month
            |nächste*|next|im_neuen|wieder|ein_andermal|another_time|irgendwann
        @i ~1 überlege|überleg|überlegen|denke|grübel* ~4 noch|mal|erst|nach|es|mir|drüber
        überleg* ~3 noch|mir|erst|mal|es
        muss|will|möchte|need|have|let|lass|want ~6 überlegen|think|nachdenken|drüber|durchdenken|consider
            |besprechen|discuss|abklären|schlafen|sleep
        think|thinking ~2 about|it_over|over
        besprechen|abklären|absprechen|abstimmen|discuss|talk|check|bereden|reden|sprech* ~4 mit|with|to ~3 @person
            |steuerberater|team|familie|family
        mit|with ~2 @person ~5 besprechen|abklären|reden|sprechen|absprechen|discuss|talk|check|abstimmen
        talk to my ~2
        bedenkzeit|nacht_drüber|nacht_darüber|drüber_schlafen|darüber_schlafen|sleep_on_it
        nach|after|sobald|once|wenn|when ~4 urlaub|ferien|messe|prüfung*|umzug|weihnachten|ostern|holidays|holiday
            |vacation|exams|feiertag*|geburt|projekt|@month|ernte|saison|summer|sommer|christmas|easter
        nicht|not ~1 jetzt|now|right|heute|today|sofort|at_the_moment|momentan|gerade
        aktuell|gerade|jetzt|moment|heute|now|momentan|today|currently|derzeit ~2 nicht ~1 $
        aktuell|gerade|jetzt|moment|heute|now|momentan|today|currently|derzeit ~4 schlecht|ungünstig|ungelegen|not
            |bad|kein_thema|unpassend|nöd|eng|schwierig|no_good|kein|blöd|passt_nicht
        schlecht|ungünstig|bad|unpassend|schlechter ~1 gerade|jetzt|zeitpunkt|time|timing|moment|momentan
        not ~2 good|best|right time|moment
        noch|not ~1 nicht|yet ~2 so_weit|soweit|entschieden|ready|decided|bereit|sicher|sure|ganz_sicher
        still thinking|deciding|considering|undecided|unsure
        später|later|speter|demnächst ~2 $
        melde|komme|komm mich|uns|auf ~4 später|wieder|zurück|noch_mal|bei_dir|dann
        @i ~2 melde|melden|komme|komm|meld ~1 mich|uns|auf ~5
        i will ~2 get|come|reach|circle|let ~2 back|know|out
        get back to you|me
        circle back|revisit
        in|im|ab|next|nächsten|nächstes|nächster|kommenden|kommendes|this|coming ~3 @far|@month|@span ~3 noch_mal
            |wieder|again|gerne|melden|schreiben|reden|schauen|vielleicht|back
        wieder ~3 @far|@month|im
        in ~3 @span
        warte*|wart|wait|warten ~4 bis|until|till|noch|ab|@span
        warte|warten|wart ~2 noch
        erst|only|first ~4 nach|im|ab|after|in|next ~4 @far|@month|@span
        bin|sind|am ~2 gerade|unterwegs|driving|in_einem|im ~4 meeting|termin|auto|unterwegs|später|arbeit
        muss|müssen ~2 erst|noch ~6
        andermal|another_time|some_other_time|irgendwann|one_day|someday
        schau*|look|anschauen|anschaun ~5 später|dann|later|@far|am_wochenende|wenn_ich|next_week
        entscheid* ~4 erst|später|noch
        """,
        MEDIUM: """
        später|later|demnächst|irgendwann|mal_schauen|mal_sehen|schauen_wir|we_will_see|schau_ma|schaumamal|will_see
        mal schauen|sehen|gucken
        überlege|überlegen|bedenk*|vielleicht|maybe|eventuell
        noch nicht
        not yet
        aktuell|gerade|jetzt|moment|momentan|now|currently ~4 nicht|not|kein
        in_ruhe|drüber|darüber ~2 nachdenken|überlegen|anschauen
        """,
        WEAK: """
        @far|@month
        @span
        """,
    },
    "support": {
        STRONG: """
        @order|rechnung|invoice|link|lieferung|account|konto|code|gutschein|app|login|zugang|portal|website|webseite
            |seite|passwort|password ~6 nicht|not|nie|never|no|fehlt|missing|falsch*|wrong|@broken|verloren|lost
            |gesperrt|blocked|locked|fehler|error|late|kaput|abstürzt|crash*|gehackt|stürzt
        nicht|not|never|noch_nicht|nie|has_not|immer_noch_nicht ~4 angekommen|geliefert|arrived|erhalten|received
            |bekommen|delivered|da|came|shown_up|gekommen|eingetroffen|verschickt|shipped|zugestellt
        einloggen|login|log_in|anmelden|logging_in|sign_in|einlogn ~3 nicht|not|can_not|problem*
        nicht ~2 einloggen|login|zugreifen
        can_not|kann|kann_mich|unable|not_able|komme|komm ~4 einloggen|log|login|sign|access|rein|zugreifen
            |einlogen ~2 in|nicht|my|account
        @broken
        falsch*|wrong ~3 geliefert|produkt|product|item|artikel|betrag|amount|grösse|size|farbe|adresse|delivered
            |rechnung|bestellung|sent|bekommen|order
        wo|wann|where|when ~2 bleibt|ist|is|kommt|are|steckt|will ~3 @order|parcel|päckchen|geld
        wo ~4 bleibt
        stornier*|storno|rückerstatt*|erstattung|refund|refunds|reklam*|umtausch*|retour*|rücksend*|zurückschick*
            |zurücksend*|rückgabe|widerrufsrecht|garantiefall|gutschrift|chargeback
        return|cancel|exchange|replace|track|change ~2 my|an|the|it ~2 order|item|product|parcel|delivery
            |subscription|address|items
        return ~1 my|it
        geld ~1 zurück
        money back
        passwort|password|kennwort|pin ~3 vergessen|forgot|zurücksetzen|reset|falsch
        forgot|reset|forgotten ~3 password|passwort|pin
        doppelt|twice|zweimal|zuviel|zu_viel ~3 abgebucht|charged|berechnet|bezahlt|billed
        charged|abgebucht|billed ~4 twice|doppelt|zweimal|wrong|zu_viel|double|falsch
        funktioniert|works|lädt|öffnet|funktionieren|läuft|work|working|load|loading|open ~3 nicht|not
        does|is|not|can not ~2 work|working|load|loading|open
        nicht ~3 funktioniert|angenommen|akzeptiert|öffnen
        es fehlt|fehlen ~6
        fehlt|missing ~4 @order|lieferung|paket|päckchen|from
        stürzt ~3 ab
        crash|crashes|crashing|crashed|fehlermeldung|error|bug|buggy|abgestürzt
        gesperrt|hacked|gehackt|locked_out
        sendungsnummer|sendungsverfolgung|tracking|trackingnummer|kundenservice|kundendienst|customer_service
            |reklamation|beschwerde|complaint|kundennummer
        meine|mein|my ~1 bestellung|rechnung|order|abo|subscription|konto|account|vertrag ~5 ändern|kündigen|change
            |cancel|stornieren|update|gekündigt|pausieren
        abo|vertrag|subscription|mitgliedschaft|membership ~3 kündigen|cancel|pausieren|beenden|pause
        allergisch reagiert
        ausschlag|nebenwirkung bekommen
        lieferadresse ändern
        problem|probleme|trouble|issue|issues ~3 mit|with ~4 @order|login|app|rechnung|account|zahlung|payment
            |website|link
        """,
        MEDIUM: """
        geht|klappt ~3 nicht
        hilfe|help|problem|probleme|issue|kundenservice|support
        mein|meine|mis|my ~2 @order|rechnung|konto|account
        fehler|falsch|wrong
        """,
    },
    "out_of_office": {
        STRONG: """
        automatisch*|automatic|automated|auto ~2 antwort|reply|nachricht|response|generiert*|erstellt*|message|email
            |versendet|beantwortet|answer
        autoreply|autoresponder|autoantwort|abwesenheit*|autoresponse
        out of ~1 ofice|office
        outofofice
        nicht im büro|haus|ofice
        ausser haus|büro
        not in ~1 ofice
        away|absent from ~3 desk|office|ofice
        kein*|eingeschränkt*|begrenzt*|limited|no|intermittent ~2 zugriff|zugang|access ~2 auf|to ~4
        limited access
        in|bei|für|for|in_case_of ~1 dringend*|urgent ~2 fällen|angelegenheiten|matters|fall|cases|anliegen|queries
            |issues|requests
        wieder ~3 erreichbar|für_sie_da|im_büro|im_haus|für_euch_da|zurück_im|am_arbeitsplatz|vor_ort
        nicht|not|eingeschränkt|schwer ~2 erreichbar|verfügbar|available|reachable
        wird|werden|will|is ~4 nicht|not ~2 weitergeleitet|gelesen|bearbeitet|forwarded|read|monitored|be_forwarded
        befinde mich ~3 in|im|auf|ausser
        vertretung|vertritt|vertreten|stellvertret* ~5
        @be|am|bin|on|in ~4 annual|maternity|parental|paternity|sick|medical leave
        on ~2 leave|sabbatical
        on ~1 vacation|holiday|holidays|pto ~4 until|till|and|with|from|through|returning|back
        will be|i_am_back|returning|be_back|return ~3 back|in_the|on ~4 @day|@month|1*|2*|3*|ofice
        betriebsferien|betriebsurlaub|elternzeit|mutterschutz|karenz|mutterschaftsurlaub
        öffnungszeiten|geschäftszeiten|bürozeiten|office_hours|opening_hours|business_hours|ofice_hours
        wir|we|our ~4 melden|get|respond|antworten|team|reply ~2 uns|back|as_soon|will|so ~4 schnell|soon|wie
            |shortly|as|möglich
        danke|dank|thank|thanks ~3 für|for ~2 nachricht|anfrage|message|contacting|email|mail|inquiry|interesse
            |enquiry|reaching_out ~~3 wir|we|i|this|our
        ofice|office|büro|geschäft|laden|praxis is|ist|bleibt ~2 closed|geschlossen
        sehr geehrte damen ~~6 nicht|urlaub|ab
        will|werde ~4 reply|respond|antworten|answer|beantworten|melden ~2 when|upon|once|nach|sobald|after
            |wenn ~3 return|back|rückkehr|zurück|urlaub
        derzeit|currently|gerade|momentan ~2 im|auf|on|in|travelling|traveling|away ~3 urlaub|dienstreise|leave
            |holiday|vacation|with|geschäftsreise|krankenstand|elternzeit|karenz|desk
        no-reply|noreply|do_not_reply
        """,
        MEDIUM: """
        urlaub|vacation|holiday|leave|dienstreise|geschäftsreise|krankenstand ~4 bis|until|till|zurück|ab|back
        bis|until|till|ab ~4 urlaub|vacation|leave|erreichbar|back|available|verfügbar|abwesend|büro
        zwischenzeit|meantime|rückkehr
        """,
    },
}

HOLDING: Final = compile_rules(_HOLDING)
