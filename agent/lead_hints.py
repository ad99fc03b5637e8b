"""Colloquial turns and single words that lean towards an intent, beside the plain statements of the rule files. PURE data.

Many ways to say a thing share no words with its plain form ("mein Tag hat nur 24 Stunden", "an arm and a leg").
"""

from __future__ import annotations

from typing import Final

from agent.lead_rules import MEDIUM, STRONG, compile_rules

_HINTS: Final[dict[str, dict[float, str]]] = {
    "buy": {
        STRONG: """
        ja|yes|yep|ok ~3 please|bitte|gerne ,? ~2 @goods
        @i hätte|nehme|brauche|bräuchte ~2 gerne ~3 @goods|*paket|*set|stück|stk
        schick|send|gib|give|pack|liefer* ~3 zwei|drei|vier|fünf|zehn|two|three|four|five|ten|1*|2*|3*|4*|5*|6* ~1
        an bord
        on board
        wann|when ~3 starten|loslegen|anfangen|start|begin
        ja ,? ich will $
        @want ~4 upgraden|verlängern|upgrade|renew|sign|register|enroll|proceed|abonnieren
        can|could|may ~1 i|we ~1 get|have|order|buy ~2 one|two|three|those|these|it|some|another
        gleiche|same|selbe ~1 menge|again|nochmal|amount|noch_mal|wie_letztes_mal
        bereit|ready ~2 einzusteigen|mitzumachen|zu_starten|anzufangen
        bestellung ~3 fertig|aufgeben|auslösen|durchgeben|machen|abschicken
        take my money
        @i want in|one|two|it|some
        @i ~2 go|going ahead|for_it
        want|like|let_us|ready|happy ~2 go|move|proceed ~1 ahead|forward|with
        can|können|wollen ~1 wir ~2 loslegen|starten|anfangen
        ready|bereit ~2 los|starten|go|loslegen|start
        abo|vertrag ~2 abschliessen
        @i sage|sag ~2 zu
        @i schlage|schlag|greife|greif ~2 zu
        her damit
        wie|how|wo|where ~3 komme|komm|get|kriege|krieg|bekomme|buy|order ~3 an_das|ran|produkt|one|it|some|hands
            |das_zeug|die
        abgemacht|ausgemacht|gebongt|topp|fix_dabei
        @i gönne|gönn
        melde|meld|registriere|registrier|trage|schreibe ~2 mich ~3 an|ein
        @i|would register|enrol|enroll|sign_up|subscribe
        @i unterschreibe|unterzeichne
        send ~3 agreement|contract|payment|invoice|bill|paperwork|bank
        schick|senden|mail* ~4 vertrag|rechnung|auftrag|formular|zahlungsdaten|kontonummer|iban
        nimmst|akzeptiert|nehmt|akzeptieren|accept ~3 paypal|kreditkarte|visa|mastercard|credit|card|überweisung
        möchte|will|würde|wanna ~5 partner|teil|mitglied|dabei werden|sein
        den|das|die|it nehme|nehm|kaufe|bestelle ich
        for|für ~1 mich ~2 bitte ~1 @goods|eins|zwei|drei
        put|trag* ~1 my|meinen name|namen
        ich ~2 mitmachen|einsteigen|dabei_sein
        lass* ~1 uns ~2 machen
        wir beauftragen|ordern|bestellen|kaufen|nehmen|buchen ~4
        beauftrag*|auftrag_erteilen|erteilen_ihnen
        @want ~4 buchen|reservieren|sichern|book|reserve|secure|grab
        consider me sold|in
        let ~1 get|us ~1 started|going
        where|wo|wie|how ~3 sign|unterschreib*|bezahl*|anmeld*|pay
        """,
        MEDIUM: """
        bestell*|kauf|kaufe|order|buy|purchase
        vorkasse|kreditkarte|paypal|klarna|iban|lieferadresse|checkout|sign_me_up|enroll
        das will ich
        @want ~3 haben
        zahlen|bezahlen ~2 gleich|sofort|heute|per|mit|with
        """,
    },
    "interest": {
        STRONG: """
        magst|kannst|könnte|können ~1 du|sie|mir|ihr ~7 schick|senden|send|zeig|erzähl|erklären
        offen|open ~1 dafür|für|to|for ~4
        vielversprechend*|promising|reizvoll*|ansprechend
        up my street|alley
        @want ~3 auch ~2 haben|ausprobieren|testen
        suche|such|looking ~5 nebenverdienst|zusatzeinkommen|einkommen|side|income|möglichkeit|lösung|sowas|so_was
            |something_like
        auf der suche
        nebenverdienst|zweites_standbein|side_hustle|side_income
        macht mich ~2 neugierig|hellhörig
        send|pass|share|forward|shoot ~2 over|through|along|me ~4
        send ~4 @info
        @i ~2 up_for|keen|game|all_ears|down_for
        keen to|on
        zeig|zeigen ~2 mal|mir|her
        lass ~1 mal? ~1 hören|sehen
        mehr dazu|darüber|davon|infos|wissen|erfahren
        @want ~4 anschauen|ansehen|angucken|kennenlernen|reinschauen|reinhören|vorstellen|einblick
        gespannt|neugierig ~2 geworden|gemacht|auf
        hast ~2 meine aufmerksamkeit|neugier
        you ~2 my attention
        got my attention|interest
        piqued|pique|caught my ~1
        genau was|das ~4 suche|brauche|gesucht
        exactly what i ~3
        @want ~5 mehr|more|details
        wollte ich ~1 schon ~1 immer
        prospekt|broschüre|unterlagen|infomaterial|infopaket|leaflet|brochure ~3
        """,
        MEDIUM: """
        ^ ~1 gerne ~1 $
        hört|hörts sich ~5 an
        schick|send ~3 rüber|zu|her|over
        concept|konzept|geschäftsidee|geschäftsmodell
        erzähl|zeig|verzel mal|mir|ma|doch|her|$
        ^ ~2 erzähl $
        , erzähl $
        klingt ~3 @so? ~2 gut|super|toll|interessant|spannend|verlockend|vernünftig|stimmig|fair|plausibel
        sounds|looks|seems ~3 good|great|interesting|fun|nice|cool|promising|amazing|perfect
        reizt|reizen|spricht|anspricht ~2 mich
        spricht mich ~2 an
        find|finde ~4 gut|spannend|interessant|super|toll|klasse|cool|sympathisch|ansprechend
        erklär*|explain ~3 mir|mal|das|me|genauer|how
        why~not|warum~nicht|wieso~nicht|spricht~nichts~dagegen|nichts~dagegen|nicht~schlecht
        probier*|try|testen|test ~2
        """,
    },
    "question": {
        STRONG: """
        was|what ~2 verdient|enthält|enthalten|beinhaltet|drin|included|drinnen|kriegt|bekommt|bringt|macht
        unterschied|difference|vorteil|vorteile|nachteile|advantage|benefits
        welche|which|what zutaten|ingredients|farben|sorten|größen|geschmack|sizes|flavours|flavors|colours|colors
            |produkte|products|languages|kosten|voraussetzungen
        ab welchem
        can|kann|darf ~1 i|ich|man|we ~5 instalments|installments|raten|ratenzahlung|testen|cancel|kombinieren
            |mischen|mix|schwanger|pregnant|einnehmen|nehmen|combine|kids|kinder|geben
        liefert|versendet|verschickt|versenden|liefern|ship|deliver ~1 ihr|sie|you|auch|to
        """,
        MEDIUM: """
        wollte ~1 fragen
        gibt es|da
        ^ ~1 do|does|is|are|can|could|did|have|has i|you|it|there|they|we|that|this|one
        ^ ~1 kann|darf|muss|soll|brauche|bekomme|krieg|kriege|könnte|sind|ist|hat|habt|haben|gibt|geht|wird|werden
            |macht|hilft|wirkt|liefert|versendet|bietet ich|man|ihr|sie|das|es|die|der|du|da|wir
        """,
    },
    "price_objection": {
        STRONG: """
        preis|price|kosten|cost ~6 passen|pass_on|schlucken|abschreck*|abgeschreckt|zu_viel|wow|heftig|put_off
            |puts_me_off|shock*
        preislich|finanziell|financially ~5
        dumm und dämlich
        preis|price ~4 nicht|not ~2 gerechtfertigt|fair|angemessen|ok|okay|justified|reasonable|passend
        freundschaftspreis|sonderpreis|sonderkonditionen|mengenrabatt|preislimit
        more than my
        mehr als mein ~1 miete|gehalt|budget
        hoping ~3 under|cheaper|less
        unter|under|weniger_als|less_than ~1 *|1*|2*|3*|4*|5* ~2 gedacht|gehofft|gerechnet|expected|hoped
        zu|too happig|steil|steep|heftig|krass
        aufs|auf_das|on ~1 geld|money ~1 schauen|achten|watch
        nicht ~2 erlauben
        übersteigt|überschreitet ~3
        muss|müssen|have|need|got ~3 sparen|save|haushalten|aufs_geld
        zu viel|too_much ~2 geld|money
        @money ~4 zu_viel|too_much|not_little
        nicht|kein ~3 drin
        geldbeutel|portemonnaie|geldbörse|sparschwein|kontostand|haushaltskasse|wallet|purse
        konto ~3 leer|minus|überzogen
        kost* ~2 vermögen|fortune|arm
        kost* ~1 so|that|too|zu|ganz_schön ~1 much|viel
        so|that|this|das viel|much ~1 for|für
        spend ~1 that|so|this ~1 much
        viel ausgebe*
        für ~3 euro|geld|franken|money ~5 lieber|anderes|besseres|bessere|rather
        an_arm_and|mondpreis*|luxus|luxury|goldpreis*|utopisch
        wer soll ~2 bezahlen|zahlen|leisten
        can_not|not ~1 justify
        strapped|skint|penniless|klamm|knapp_bei_kasse
        knapp bei kasse
        costs|kostet ~2 too|zu|ganz_schön|ein_vermögen|einiges ~1 much|viel
        more than i|we ~4
        better|lower|cheaper|reduced|günstigerer|besserer ~1 deal|price|offer|preis|angebot|option
        lower|drop|reduce ~2 price
        arbeitslos|unemployed|rentnerin|kurzarbeit|gehaltskürzung ~4
        why|warum|wieso ~3 so ~1 expensive|teuer|hoch
        why|warum|wieso ~3 cost|kostet|kosten
        das ~3 doppelte
        twice the price
        preis leistung ~3 nicht
        bit much
        gehalt|lohn|payday|salary ~3 noch_nicht|reicht|leave|kaum
        ist ~2 geld wert
        sehr viel|stolz*
        """,
        MEDIUM: "preisnachlass|rabattcode|ratenzahlung|discount|voucher|gutschein",
    },
    "time_objection": {
        STRONG: """
        nur|only ~1 24|vierundzwanzig stunden|hours
        allein*erziehend*|single_mom|single_mum|single_dad|single_parent
        work|arbeite|working ~3 hours|stunden|shifts|nights|schicht|full_time|two_jobs|vollzeit|rund_um_die_uhr
        take ~2 on ~2 else|more|another
        overwhelmed|stretched|juggling|drowning|buried|burnout|burnt_out|burned_out
        genug|zu_viel|so_viel|eh_schon ~2 um_die_ohren|zu_tun|am_hals|auf_dem_tisch|am_laufen|termine
        am rotieren|anschlag|durchdrehen|ersticken
        komme|komm ~3 nicht ~2 dazu|hinterher|zum
        keinen kopf
        zu aufwendig|aufwändig|umständlich|much_effort|much_work
        kein platz ~2 kalender
        tight|full|busy|crazy|packed|insane|voller ~1 schedule|timetable|calendar|kalender|terminplan
        spare ~1 time|moment|minute
        freie|freien minute|minuten|stunde|kapazität*|zeit ~1
        find|take|have|spare ~2 the? time ~1 for|$|to
        rund_um_die_uhr|von_früh_bis_spät|tag_und_nacht|day_and_night|around_the_clock
        pflege ~3 mutter|vater|eltern|mama|papa|angehörige*
        ewig|viel|lang ~2 zeit
        zu viel|lange ~1 zeit|dauert|aufwand
        takes too long|much
        prüfungsphase|klausurenphase|hochsaison|jahresabschluss|hausbau|renovier* ~5
        keine ruhige minute
        busy
        wie soll ich ~6 unterbringen|schaffen|machen|packen
        wie soll das ~3 gehen|funktionieren
        wird|ist|is ~3 alles|all ~2 zu_viel|too_much
        stunden|zeit|hours ~2 hernehmen|nehmen_soll
        nothing left
        keep|catch up ~2 as|with|$
        über den kopf
        wann denn ~2
        vor lauter arbeit|stress|terminen|kindern
        drowning|deadlines
        zeitlich|zeit ~4 nicht ~2 machbar|möglich|drin|vereinbar
        on my plate|hands
        keine|null|0|no freizeit|zeit
        nur noch müde|fertig|platt|kaputt
        days|tage|week|weeks|evenings|abende ~3 full|voll|packed
        a_lot_of|so_much|viel|too_much work|arbeit|effort|aufwand
        froh|happy|glad ~3 minuten|minutes|ruhe
        kalender|terminkalender|schedule ~2 nein|no
        """,
        MEDIUM: "aufwand|zeitaufwand|overtime|überstunden|schichten|stressig",
    },
    "trust_objection": {
        STRONG: """
        masche|trick|tricks|falle|trap|swindle|nonsense|bs|crap|hokus|scharlatan|quacksalber*|mist|hype|bogus
        sagen|say|behaupten ~1 sie|they|ja? ~1 alle|all
        they all say
        ob|if|whether das|es|that|this|it ~3 stimmt|wahr|funktioniert|klappt|true|works|ernst|real
        zahlt|zahlen|zahl ~2 drauf
        draufzahlen|drauflegen
        nach werbung|verkauf|verkaufsmasche|drückerkolonne|abzocke|masche|trick
        üble|schlechte|miese|schlimme|bad|negative ~2 erlebnis*|erlebnisse|erfahrung*|experience*
        prove|beweisen|beweis|belegen ~2 das|that|it|es
        my data|details|money ~2 safe|secure
        pyramidending|pyramiden*
        verdien* ~4 oben
        nichts gutes
        legal|illegal|verboten
        daten ~4 nicht ~1 her
        see|some ~2 proof|evidence
        should i ~2 believe|trust
        warum|wieso ~2 soll* ich ~3 glauben|vertrauen|trauen
        things|stuff|sachen|zeug ~2 never|nie ~2 work*|funktionier*|klappt
        lost|verloren|verlor ~2 fortune|vermögen|geld|money|savings
        vermögen|geld|fortune ~3 verloren|lost
        real company|business|person|product|deal
        heard|gehört|gelesen|read ~4 bad|schlechtes|negatives|nichts_gutes|warnung*|negative|horror*|scary|schlimmes
        auf ~1 nase|schnauze|fresse|bauch
        vorsichtig|careful|cautious ~3
        kann ja ~2 jeder
        jeder|anyone|everybody|everyone ~2 sagen|behaupten|say|claim
        salesy|aufdringlich|pushy|verkaufsgespräch|verkaufsmasche|werbesprech
        springt für dich|euch raus
        was hast du davon
        what is in it for you
        leere worte|versprechen|versprechungen
        empty promises
        gibt es ~2 euch|dich|firma|unternehmen ~2 wirklich|überhaupt|echt
        stiftung_warentest|verbraucherzentrale|verbraucherschutz|trustpilot|google_bewertung* ~3
        im internet steht|stand|liest
        google|googled|gegoogelt|google* ~6 schlecht|bad|warn*|negative|nichts|scam
        woher|how|wie ~3 sicher|sure|certain ~3
        bin|be ~1 ich|i ~1 mir? ~1 sicher|sure
        bist du ~2 ein? ~1 bot|echt|roboter|mensch
        are you ~2 bot|real|robot|human
        geschenkt|umsonst ~3 nichts|niemand
        nothing ~2 free
        kein gutes gefühl|bauchgefühl
        bad|weird|strange|uneasy|ungutes|komisches|schlechtes|mulmiges ~1 feeling|gefühl|bauchgefühl|vibe|vibes
        kommt mir ~2 komisch|spanisch|seltsam|merkwürdig
        komisch|seltsam|merkwürdig|weird|strange|too_fast
        angst|afraid|scared|worried ~3 geld|money|verlier*|lose|daten|data|falle
        unsicher|unsure|zögere|hesitant|zweifelhaft
        kenne ~4 nicht $
        who are you
        wer bist|sind du|sie ~2
        convince|überzeugen ~1 me|mich
        leuten|leute ~3 aus_der_tasche|ziehen
        geld aus der tasche
        opfer|reinziehen|ködern|lockangebot
        so was|things|stuff ~3 nie|nicht|never ~2 funktioniert|geklappt|works|worked
        """,
    },
    "not_interested": {
        STRONG: """
        abstand nehmen|nehme
        spricht|sprechen|reizt|interessiert|überzeugt ~7 nicht ~2 an|$
        look|find ~2 someone|somebody else
        bei|für|mit mir|uns ~1 nicht ,?
        no interest
        schade , ~3 nicht
        nicht|not ~1 annehmen|zusagen|mitmachen|teilnehmen|weiterverfolgen|wahrnehmen|accept|pursue|proceed
            |participate
        nach reiflicher|langer|sorgfältiger ~1 überlegung
        sagt|sagen mir|uns ~2 nicht zu
        does|do not ~2 appeal|interest|excite|work_for
        nicht ~3 zielgruppe
        kein ~2 interesse|bedarf|bock|lust|verwendung|nachfrage|thema
        bin ~2 versorgt|eingedeckt|bedient|wunschlos|glücklich_mit
        bin ich raus
        ^ nö|nein|ne|no|nope|nah $
        nein ,? ~2 $
        not for us|me|my
        do_not|not ~1 think|believe ~4 for_me|for_us|fit|right
        do_not want|need|care
        brauchen|brauche|brauch ~3 nicht|nichts|keins
        no ,? thank
        lass ~2 bleiben
        dann eher nicht
        muss ~1 nicht ~1 sein
        ohne mich
        count me out
        hard pass
        gar nichts|nicht ~2 für_mich|interess*|mein
        nicht unser|mein ~2 thema|ding|bereich|geschmack|bier|fall
        kann ~1 ich|wir ~2 nichts ~1 anfangen
        thank you but|no
        danke , ~2 kein
        zufrieden|happy|satisfied|glücklich ~1 mit|with ~3 jetzigen|current|what|meinem|unserem|bisherigen|our|my
            |dem|existing
        bleibe|bleiben|stick|staying|stay ~2 bei|with|lieber
        haben uns ~2 anders|dagegen
        went with
        find|suche ~2 someone|jemand ~1 else|anderen
        nicht das richtige|passende
        not what i|we ~3
        ^ ~1 leider nein|nicht ~1 $
        nicht|not ~2 relevant|notwendig|nötig|passend
        nicht zusammen $
        respectfully decline
        streichen|streich ~2 mich ~2 von_der_interessenten
        turn ~2 down
        nehme ~2 abstand
        wird nichts
        no need
        """,
        MEDIUM: "nö|nope|leider_nicht|lieber_nicht|rather_not|eher_nicht|hat_sich_erledigt|kein_danke",
    },
    "appointment": {
        STRONG: """
        @day|@near|uhr|pm|oclock ~4 recht|lieb|möglich|frei|machbar|gut|ok|okay|fein|super|fine|great|perfect|free
            |available|good
        könnte|kann|können|passt|geht|wäre|würde ~4 @day|@near|uhr|pm
        einladung|invite|invitation|kalendereinladung|calendarinvite ~4 zoom|teams|call|termin|meeting|schick*
        schick|send ~4 einladung|invite|calendar|terminvorschlag|termin|slot
        wann|when ~3 kannst|können|könnten|passt|zeit|free|suit|works|treffen|meet|talk|sprechen
        drüber|darüber|it|things ~2 sprechen|reden|quatschen|talk|chat|discuss
        lass|let uns|us ~5 treffen|meet|sehen|telefonieren|talk|sprechen|catch
        @want ~5 sprechen|reden|telefonieren|treffen|kennenlernen|speak|talk|meet|chat
        let us|me ~2 @talk
        face_to_face|in_person|vor_ort|vis_a_vis
        erreichst|erreichbar ~3 mich|bin ~4 @day|@near|uhr|ab|unter
        bin ~3 bis|ab|von ~2 uhr|1*|2* ~2
        kommst|kommen|komm ~2 du|sie|ihr ~3 vorbei|@day|@near
        tomorrow|morgen|heute|today at|um|gegen ~1
        free|frei|zeit|available ~3 @day|@near|week|woche
        demo|beratungstermin|beratungsgespräch|erstgespräch|kennenlerngespräch|infoabend ~2
        calendly|terminlink|kalenderlink|buchungslink
        webinar ~3 dabei|teilnehmen|anmelden|attend|join
        """,
        MEDIUM: "@day @near|oder|or|um|gegen|at|ab|1*|2*",
    },
    "later": {
        STRONG: """
        bis|until ~4 @month|@far ~~6 danach|dann|then|after
        danach|then|dann|afterwards ~3 gerne|können|reden|melden|schauen|we_can
        im|in|ab ~1 @month|@far ~3 erneut|wieder|noch_mal|anfragen|melden|again|gerne|luft
        @month|@far ~2 erneut|wieder|noch_mal ~2
        erneut ~2 anfragen|melden|kontaktieren
        gebe|geb ~3 bescheid
        komm* ~5 auf sie|dich|euch ~1 zurück
        zu gegebener zeit
        @far|@month ,? ~1 danach|dann|then|afterwards
        danach|dann|afterwards ~1 schau|schaue|melde|gerne|ja|können
        muss|must|will ~2 noch ~1 warten
        wait|warten|abwarten ~2 bit|while|noch|bisschen|ein
        bis dahin
        maybe next
        vielleicht nächste*
        not ready ~1 to
        muss|möchte|will|soll|need|have ~5 fragen|rücksprache|absprechen|rückfragen|ask|consult
        im|in ~2 neuen|new jahr|year
        im augenblick|moment ~2 nicht|nein
        unentschlossen|unschlüssig|undecided|hin_und_hergerissen|torn
        meld|melde mich $
        schau|schaue|schauen ~1 wir|ma|mer|mal|mir ~1 mal|moi|dann|$
        ein paar|few tage|wochen|monate|days|weeks|months
        in|im|until|bis q1|q2|q3|q4
        revisit|circle_back|touch_base|pick_this_up|follow_up ~4
        weiss|know ~1 ich|i ~2 mehr|more
        nicht|not ~1 vor|before|bevor ~3
        wenn|sobald|when|once ~1 ich|i|wir|we ~6 soweit|so_weit|ready|zeit|geld|wieder|zurück|back|gehalt|paid
            |fertig|done|time|entschieden|dazu|bereit|decided|fit|gesund|durch
        komme|komm ~2 ~2 darauf|drauf|auf_dich|auf_sie|auf_euch ~2 zurück
        let you know
        be in touch
        in touch
        im hinterkopf
        keep ~3 in mind
        zu früh|early
        nächstes|next mal|time
        lass* ~2 mich|me|uns ~4 überlegen|nachdenken|schlafen|think|sleep|consider|ponder|drüber
        gib|give|lass|lassen mir|me|uns|us ~4 zeit|time|tage|days|moment|woche|week|minute
        moment|sekunde|minute|augenblick ~2 noch|bitte|please|$
        eher|lieber|rather|vielleicht|maybe ~4 @month|@far|@span|später|next|nächste*
        not|nicht ~2 before|vor ~2 @month|@far|ostern|weihnachten
        hold off|on
        on hold
        zurückgestellt|aufgeschoben|verschoben|vertagt|postpone*|auf_eis|pausiert|hinten_angestellt
        muss ~4 noch ~5 klären|fragen|schauen|reden|sprechen|besprechen|rechnen|prüfen|checken
        ask|check ~2 with my ~3
        noch ~2 nicht ~2 entscheiden|sagen|entschieden|festlegen|sicher|ready
        gerade|momentan|im_moment|right_now|augenblick ~1 nicht|not|schwierig|schlecht ~1 $
        keine eile
        no rush
        gelegentlich|bei_gelegenheit|beizeiten|at_some_point|eventually
        im laufe
        """,
        MEDIUM: "irgendwann|someday|demnächst|mal_sehen|abwarten|wait|warten|unsicher",
    },
    "support": {
        STRONG: """
        zahlung|payment|bestätigungsmail|*bestätigung|zugang|gutschein|code|abbuchung|sendung|formular|download
            |video|zoomlink|registrierung|page|konto|webshop|shop ~5 nicht|not|fehlgeschlagen|failed|abgelehnt
            |declined|rejected|klappt_nicht|ungültig|invalid|expired|falsch
        kein|no ~2 *mail|*bestätigung|rechnung|code|ware|lieferung|paket|confirmation|invoice|tracking*|zugang
            |zugangsdaten|antwort ~3 bekommen|erhalten|gekommen|received|got|da
        *bestätigungsmail|*bestätigung ~3 erhalten|bekommen
        zweimal|zwei_mal|doppelt|twice ~3 gezahlt|bezahlt|abgebucht|überwiesen|paid|charged
        komme|komm ~2 nicht ~2 in|rein|ins|auf|weiter
        bestelnummer|bestellnummer|auftragsnummer|ordernumber|kundennummer|rechnungsnummer
        order|bestell|ticket|kunden number|nummer|no
        aus_versehen|versehentlich|accidentally|by_mistake ~4
        lässt|lassen sich ~3 nicht ~3
        card|karte|zahlung|payment ~3 declined|abgelehnt|rejected|failed
        kann|can_not|can ~4 nicht|not|play|open|abspielen|öffnen|herunterladen|download|abrufen ~1 abspielen|öffnen
            |herunterladen|download|video|pdf|datei|file|link
        rechnung|invoice|betrag ~3 stimmt|falsch|wrong|incorrect
        wird|is nicht|not ~2 gefunden|akzeptiert|erkannt|found|accepted|recognised|recognized
        do_not have it
        tracking ~3 says
        zerdrückt|zerstört|gebrochen|geplatzt|verbeult|zerkratzt|kratzer|ausgetreten|schimmel|crushed|smashed
            |scratched|torn|spilled|leaked|melted|geschmolzen|beschmutzt
        ändere|ändern|aktualisieren|change|update ~4 adresse|address|email|passwort|password|zahlungsdaten
            |bankverbindung|konto|card|karte|daten|details|lieferung
        wann|when ~3 kommt|arrive|geliefert|kommen|ankommt|bekomme|get|versandt|verschickt|shipped ~4
        wann ~3 @order ~2 kommt
        still|immer_noch|noch_immer|noch ~3 nicht|waiting|have_not|auf_mein|not ~4 received|erhalten|bekommen|da
            |paket|order|arrived|geliefert|package|bestellung|starter|gekommen|refund|delivery
        warte ~4 auf ~2 @order|paket|rechnung|lieferung|ware|bestellung|geld|rückerstattung
        waiting ~3 for my ~4
        anleitung|manual|beipackzettel|gebrauchsanweisung ~3 fehlt|missing|verloren
        hängt|eingefroren|frozen|stuck|hangs|abgestürzt|freezes
        can_not find my
        finde ~3 mein ~3 nicht
        too small|big|large
        zu klein|gross
        vertauscht|verwechselt
        mein ~2 @goods ~5 kaputt|leer|defekt|fehlt|nicht
        cancel|kündige|kündigen|kündigung ~4 abo|subscription|vertrag|membership|mitgliedschaft|account
        lastschrift|mahnung|inkasso|zahlungserinnerung|überwiesen ~5
        bounced|spam_ordner
        reagiere|reagiert ~3 allergisch|haut|ausschlag
        vertrage|vertrag|tolerate ~4 nicht
        """,
        MEDIUM: "kundendienst|hotline|reklamation|beschwerde|gewährleistung|ersatz|warranty|replacement|complain",
    },
    "referral": {
        STRONG: """
        *kollege|*kollegin|*freundin|*freund|*schwester|*bruder|*nachbar ~6 interess*|lust|sucht|suche|mitmachen
            |probieren|gefallen
        @person ~3 was|das_richtige|perfekt|ideal für dich|sie
        @person|kollege|jemand ~3 der|die|who|that ~3 sucht|braucht|gebrauchen|macht|needs|looking|interess*|wants
            |brauchen|könnte|would|might
        abteilung|department|geschäftsleitung|geschäftsführung|sekretariat|einkauf|einkäufer*|vorgesetzte*|hr
            |marketingabteilung|personalabteilung|zentrale|assistentin
        schick|sende|send|give ~5 kontakt|contact|nummer|number|details ~3 von|of|to|my|mein ~3 @person|bekannten
            |manager
        pass|forward|hand ~2 your|this|it|deine ~3 to|on|along
        kann|darf|soll ~2 dich|sie|euch ~2 weiterempfehlen|empfehlen
        eine? @person ~1 von mir
        wäre das ~2 was ~1 für ~1 sie|ihn
        solltest|sollten|should|könntest|kannst|musst ~3 my|mein|unser ~1 @person ~2 fragen|anschreiben|ask
            |kontaktieren
        nummer|number|kontakt ~4 weiter|weitergeben|weitergeleitet
        geb|gebe|gib|leite|schick ~6 weiter
        gebe|geb|give ~3 deine|your|ihre nummer|number|kontakt
        wende|wenden|turn ~3 dich|sie|euch ~4 an ~3 @person|herrn|frau|kollegen|abteilung|zentrale
        the one|person ~4 talk|speak|contact
        one you should talk|speak
        versuch|probier|try ~3 bei|mit ~2 @person|herrn|frau
        not ~2 decision_maker|in_charge|responsible
        entscheidet|decides|kümmert ~3 @person|herr|frau|chef
        @person entscheidet|decides|kümmert
        habe ~2 dich|euch|sie ~2 ~3 empfohlen|weiterempfohlen|genannt
        tell my|all ~3 about
        erzähl* ~2 mein ~2 @person
        told my ~3 about
        für ~1 mein ~2 @person|mutter
        for my ~2 @person|mom|wife
        @mydat ~2 @person ~4 auch|too|as_well
        """,
    },
    "greeting": {
        STRONG: """
        gute|guten|gueti|guete|schönen nacht|abend|morgen|tag|nachmittag|abig|obend
        na , ~1 was_geht|wie|alles|du
        was geht ~1 $
        schön|toll|freut_mich|nett ,? dass ~1 du|ihr|sie|dich
        was machst|treibst|macht du|ihr ~1 so|gerade|schönes
        what are you ~1 up
        wie ist|isses es? $
        wie isses
        long~time~no~see
        schöne|liebe|viele|beste grüße|grüsse ~3
        nice|good|pleasure|great to meet|see you
        freut mich ~2 kennenzulernen|zu_hören
        wünsche|wünsch|have ~2 dir|euch|ihnen|a ~3 tag|abend|wochenende|woche|day|evening|weekend|one|nice|urlaub
            |good|great
        bis bald|dann|morgen|später
        see you ~1
        liebe grüsse
        cheers $
        hope you ~2 are|is|had|well|good
        how have you|is
        wie war dein|ihr|das ~3
        lang ~1 nicht|nichts
        """,
    },
    "out_of_office": {
        STRONG: """
        we|wir ~3 closed|geschlossen|unavailable
        geschlossen|closed ~1 bis|until|till|am|vom|from|on|over
        nicht am platz|arbeitsplatz
        within|innerhalb ~3 days|hours|tagen|stunden|werktagen
        mutterschutz|sonderurlaub
        closed right_now|until|for|today
        abwesend|unerreichbar|krankgeschrieben|krankenstand|auszeit|sabbatical ~5
        innerhalb|within ~2 24|48|einem|zwei|one|two|2|1 ~1 stunden|hours|werktag*|arbeitstag*|business|working
            |tagen|days ~3
        antwortet|beantworten|answer|respond ~4 so_bald|schnellst*|innerhalb|within|nach_meiner|upon|sobald|zeitnah
        eingegangen|received ~4 ticket|nachricht|anfrage|message|inquiry
        nachricht|anfrage|email|message ~3 erhalten|received|eingegangen ~6 melden|back|bearbeiten|kümmern|soon
        back in ~1 office
        mailbox|postfach|inbox ~4 nicht|not ~3 monitored|gelesen|betreut|überwacht|access
        bot|chatbot|autopilot ~3 antwort*|reply
        away until|from|on
        """,
        MEDIUM: "thanks|thank|danke|dank ~3 for|für ~2 reaching|contacting|kontaktaufnahme|message|nachricht|inquiry|anfrage\nvertretung|stellvertretung|rückkehr|colleagues_will|abwesend|krankenstand",
    },
}

HINTS: Final = compile_rules(_HINTS)
