"""What leads say when they want something: rules of the wanting intents (buy to greeting), by weight. PURE data.

Weights: 4 says it outright, 2.5 says it in context, 1.2 hints. Rules of intents in ``POSITIVE`` do not count inside
a negated clause ("kein Interesse" is no interest).
"""

from __future__ import annotations

from typing import Final

from agent.lead_classes import CLASSES
from agent.lead_patterns import Pattern, compile_block

POSITIVE: Final = frozenset({"buy", "interest", "appointment"})
STRONG, MEDIUM, WEAK = 4.0, 2.5, 1.2

_WANTING: Final[dict[str, dict[float, str]]] = {
    "buy": {
        STRONG: """
        @i @want ~5 kaufen|bestellen|ordern|erwerben|abnehmen|einsteigen|mitmachen|loslegen|starten|beitreten|anfangen|abschliessen
        @i @want ~3 to? ~2 buy|order|purchase|join|start|subscribe|begin
        ^ ~2 @want ~4 kaufen|bestellen|ordern|einsteigen|mitmachen|loslegen|starten|order|buy
        @i kaufe|kauf|bestelle|bestell|ordere|nehme|nehm|nimm|buche|überweise|unterschreibe !an|mir_zeit|rücksicht|ab|teil|kontakt|mich ~3
        kaufe|bestelle|nehme|nehm ich|wir|es|das|die|den|@goods
        i|we will|would ~2 take ~1 it|one|two|three|the|a|both|them|this|that
        i|we would like ~2 @goods|buy|order
        ^ ~2 nehme|nehm|kaufe|bestelle|bestell ~1 ich|es|das|die|den|@goods
        bin ~2 dabei
        angebot ~3 annehmen|an
        nehme|nehmen ~3 angebot ~3 an
        kann|können|can|could ~1 ich|wir|i|we ~4 bestellen|kaufen|ordern|buy|order
        wo|where|woher ~5 kaufen|bestellen|buy|order|purchase|kriegen
        get ~2 ball rolling
        @i bin|sind ~1 @so? ~1 dabei
        @i mache|mach|machen ~2 mit
        ^ ~2 i? am in $
        @i am|are ~2 in $
        count|sign|put|book me ~1 up|in|down
        let us do it|this
        ready ~2 to ~2 buy|order|join|start|sign|go|get|begin|purchase|pay
        wo|wie|where|how ~2 kann|können|can|do|could|would|soll|muss ~3 bestellen|kaufen|bezahlen|zahlen|überweisen|anmelden|order|buy|pay|sign|join|purchase|subscribe|place
        wohin|womit ~3 überweisen|zahlen|bezahlen|überweise
        wo ~2 anmelden|bestellen|kaufen|unterschreiben
        schick*|send* ~4 rechnung|vertrag|zahlungslink|bestelllink|anmeldelink|auftragsbestätigung|invoice|contract|anmeldeformular|bestellformular|iban|bankdaten|kontodaten
        link ~3 bezahlen|bestellen|kaufen|anmelden|anmeldung|bestellung|zahlung|sign|order|checkout|pay|registr*
        sign-up|signup|checkout|order|anmelde|bestell|payment link
        @i ~2 entschieden ~3 !gegen|für|, !gegen|anderen
        habe|have ~2 mich? ~2 entschieden|decided ~3 mach|nehm|join|kauf|start|buy|für_das|mitzumachen|go_for
        dann machen|nehmen|bestellen|buchen wir
        trag|tragen|trage ~2 mich ~2 ein
        bestell|bestellen ~2 @me|bitte|noch|wieder
        ^ sold
        ^ gekauft
        ^ überzeugt
        place ~2 order
        mein|meine zahlung|überweisung ~3 raus|unterwegs|gemacht
        @i ~2 zahle|überweise
        shut up and take my money
        let_us|lass_uns|lasst_uns ~2 starten|loslegen|anfangen|start|go|get_started
        @want ~3 partner|teampartner|vertriebspartner|mitglied|teil|member|distributor|part werden|of|become|sein
        become|werden ~2 partner|member|distributor
        noch mal ~4 bestellen|das_gleiche|dasselbe|nachbestellen
        nachbestell*|reorder
        deal $
        geht klar , ?~2 bestell*
        was muss ich ~3 tun|ausfüllen|machen|unterschreiben ~3 mitzumachen|einzusteigen|starten|dabei|partner
        """,
        MEDIUM: """
        @want ~5 @buyverb
        @goods ~5 bestellen|kaufen|nehmen|ordern|haben
        nehm* ~3 @goods
        @goods bitte|please
        lieferung|liefern|versand|schicken nach|an ~2 adresse|meine
        lieferadresse|rechnungsadresse|adresse|iban|kreditkarte|paypal|klarna|vorkasse
        los_geht_es|auf_geht_es|lets_go|let_us_go|let_us_start
        next|nächsten|nächste|weitere|weiteren steps|step|schritte|schritt
        brauche|brauchst|need ~2 du|you ~3 von_mir|from_me
        bitte ~2 angebot
        abnehmen|abnahme
        @i ~2 take|nehmen|nehme|nehm ~3 @goods
        reservier* ~2 @me
        ja|yes|ok|passt|gut|deal ,? ~2 kauf*|bestell*|nehm*|order|buy
        get started|going
        am|bin|are|sind ready|bereit|soweit ~1 $
        wie geht es weiter|los
        what is|happens next
        überredet|überzeugt|convinced
        """,
        WEAK: "einverstanden|agreed|zugesagt|zusage",
    },
    "interest": {
        STRONG: """
        @be|klingt|hört_sich|sounds|looks|tönt|sieht ~4 interessant|spannend|interesting|intriguing|exciting|vielversprechend|promising
        interessiert @me ~2
        @me ~2 interessiert
        @me ~3 interessieren
        @i ~2 @be ~3 interessiert|interested|neugierig|curious|intrigued|gespannt
        ^ ~1 interested
        habe|haben|hätte|hätten|have|bestünde|besteht|grosses|mein|unser ~3 interesse|interest
        interesse ~3 geweckt|da|vorhanden
        erzähl*|verrat*|sag ~3 mehr|davon|drüber|darüber|genauer
        tell me ~2 more|about
        mehr|näheres|genaueres|more ~3 erfahren|wissen|hören|learn|hear|know|info|infos|information|details|darüber|about
        learn|hear|know|find|read ~2 more
        näher ~2 informieren|anschauen|ansehen
        nicht~abgeneigt|nicht~uninteressant|nicht~uninteressiert|not~opposed|nicht~unbedingt~abgeneigt
        keep|halt|halte|halten me|mich|uns ~2 posted|auf_dem_laufenden|updated|informed
        (magst)|magst|kannst|können|könntest|könnten|can|could ~4 genauer|mehr|more|details ~2 erklären|erzählen|schicken|senden|tell|send|explain
        """.replace("(magst)|", ""),
        MEDIUM: """
        klingt|hört_sich|sounds|looks|tönt|liest_sich|schaut|sieht ~3 gut|super|toll|cool|great|good|nice|awesome|amazing|fantastic|prima|klasse|genial|nett|lässig|leiwand|vernünftig
        klingt|sounds ~1 nach_was|like_something
        schick*|send*|gib* ~4 @info|mal|was|davon|zu
        gerne ~2 @info|video|video_schauen|zuschicken|mehr
        video ~4 gut|super|toll|interessant|spannend|cool|liked|loved|great|good|angeschaut|gefallen|stark|klasse
        liked|loved|like|love ~2 it|video|idea|this|that|concept|the
        gefällt|gefallen|taugt ~1 @me
        @me ~2 gefällt|gefallen|taugt
        wäre|war|könnte|would|could|might|ist ~4 was|etwas|something|right ~1 für|for|up ~1 mich|uns|me|us|my_alley
        bin|am|macht ~2 neugierig|curious|gespannt|interessiert
        neugierig|curious|intrigued|interested|interesting|spannend|interessant
        would|might|could love|like ~2 to ~1 try|see|know|hear|learn|have
        lust ~3 drauf|darauf|auszuprobieren|mehr
        @want ~4 ausprobieren|probieren|testen|try|test
        am|bin listening|ganz_ohr
        lass ~1 mal? hören
        go on $
        @info bitte|please
        yes|ja|gerne ~2 send|schick|please|bitte|gerne $
        @i ~2 @want ~2 @info
        gute|tolle|super|spannende idee|sache
        kennenlernen|reinschnuppern|mehr_davon
        shoot $
        was|what hast|have du|you ~3 @info|für_mich|da
        hast|habt|haben|gibt|have|do|any ~3 @info
        """,
        WEAK: """
        gerne|interesse|interest|klingt|sounds|reizt|reizvoll|cool|toll|super|wow|nice|great|awesome|amazing
        warum~nicht|why~not|wieso~nicht|nicht~schlecht|not~bad|spricht~nichts~dagegen
        """,
    },
    "question": {
        STRONG: """
        was|wieviel|wie_viel|how_much|what ~3 kostet|kosten|cost|costs|price|preis|charge|macht_das
        kostet|kosten das|es|der|die|des|denn|it|this
        how much|many|long|often|soon|big|fast|far|exactly
        wie viel|viele|lange|oft|schnell|hoch|teuer|gross|weit|alt|genau|heisst|läuft|funktioniert|wirkt|geht|nimmt|schmeckt|sieht|wird|kommt|funktionieren|setzt|verdient
        what|welche|welcher|welches|welchen|which ~1 is|are|exactly|does|do|inhaltsstoffe|zutaten|*
        wer|who ~1 steckt|ist|sind|is|are|steht|macht|runs|owns|verkauft|makes
        wo|where ~1 ist|sind|kommt|is|are|does|do|sitzt|wird|werden|produziert|you
        woher ~2 hast|haben|habt|kommt|kommen|bezieht
        was|worum ~1 ist|sind|macht|machst|verkauft|genau|bringt|enthält|beinhaltet|verdient|geht|verkaufst|bedeutet|heisst|unterscheidet|muss|hast|habt
        kann_man|muss_man|darf_man|sind_da|ist_man|wirkt_das|hilft_das|bekommt_man|liefert_ihr|braucht_man|does_it|is_it|do_you|are_there|is_there|do_they|do_i_need|can_one|ist_das_auch|gibt_es_das
        unterschied|difference ~3 zwischen|between|zum|zur
        """,
        MEDIUM: """
        ^ ~1 @wh !für|ein
        frage|fragen|question|questions|wissen|wondering|wonder
        vegan|vegetarisch|glutenfrei|laktosefrei|bio|inhaltsstoffe|zutaten|ingredients|nebenwirkungen|dosierung|zertifiziert|halal|allergie|allergisch
        """,
        WEAK: ",|und|aber|also|and|but|so @wh !für|ein",
    },
    "appointment": {
        STRONG: """
        termin|meeting|besprechung|gespräch|call|appointment|slot|zoom ~4 ausmachen|vereinbaren|machen|finden|haben|schedule|buchen|book|vorschlagen|verschieben|verlegen|frei|free|reschedule|planen|tomorrow|passt|bestätigen
        schedule|arrange|book|reschedule|set ~3 meeting|call|appointment|time|chat|slot|demo|up
        book me in
        hop|jump|get on ~2 call|phone|zoom
        ruf|rufen|ruft|klingel|klingeln|läute|bimmel ~5 an|durch|zurück
        anrufen|durchklingeln|rückruf|zurückrufen|durchrufen|angerufen_werden
        call|ring|phone|buzz me|us ~2
        give me|us ~1 ring|call|buzz
        can|could|shall|should|kann|können|könnten|sollen|wollen|würde|würden|lass|lasst|let|magst|möchtest ~6 @talk
        telefonieren|telefonat|zoom|videocall|videocal ~4 @day|@near|mal|machen|kurz|passt|geht|woche
        @day|@near ~5 telefonieren|telefonat|zoom|call|treffen|kaffee|coffee|lunch|meet|sehen|essen|meeting|chat
        treffen|kaffee|coffee|lunch|mittagessen ~4 @day|@near|trinken|gehen|gemeinsam|together
        wann|when ~1 hättest|hast|haben|hätten|hättet|passt|kannst|können|sind|bist|seid|would|are|can|könntest|wäre|do ~3 zeit|free|available|es|dir|ihnen|you|sie|du|in|wien|telefonieren
        are|bist|sind|seid|hast|haben|hättest ~1 you|du|sie|ihr ~4 free|available|frei|verfügbar|zeit
        @day|@near|uhr|pm|am|@talk ~3 passt|passen|works|suits|geht|ginge|klappt|perfekt|gerne|fine|good|super|ideal|okay|ok|perfect|klar
        passt|passen|works|suits|ginge|klappt|perfekt ~4 @day|@near|uhr|talk
        @me würde|würd ~3 passen
        treffen wir|uns
        how_about|what_about|wie_wäre|wie_ist_es|wie_sieht_es ~4 @day|@near|pm|am|noon|uhr|coffee|call
        wie wäre es|mit|@day ~4 @day|@near|kaffee|call|telefonat|treffen|uhr
        persönlich ~3 kennenlernen|treffen|sprechen|vorbeikommen
        vorbeikommen|vorbeischauen|vorbeischaun|come_by|drop_by
        """,
        MEDIUM: """
        @day|@near|uhr ~4 zeit|free|available|frei|könnte|kann|time|hätte
        könnte|kann|hätte|am|bin|i_can|habe ~4 @day|@near|uhr
        termin|appointment|meeting|slot|telefonat|gespräch|call|kalender|calendar
        um|gegen|at|around halb|viertel|drei|vier|fünf|zehn|1*|2*|3*|4*|5*|6*|7*|8*|9*
        @talk
        """,
        WEAK: "@day|uhr|pm",
    },
    "referral": {
        STRONG: """
        @mydat ~1 @person ~5 interesse|interessiert|interesting|interested|lust|sucht|suchen|looking|ausprobieren|probieren|love|wäre|begeistert|gefragt|fragt|asked|asking|brauchen|need|needs|mitmachen|möchte|will|dabei|wants|like|might|would|could|gefallen
        frag|fragen|frage|ask|schreib|schreibe|kontaktier*|contact|talk|speak|sprich|sprechen|reach|melde|wende|wenden|text|message|ruf|call|email ~6 @mydat ~1 @person
        kenne|kenn|know|wüsste|hätte|habe ~2 jemand|jemanden|wen|someone|somebody|leute|people|einige|ein_paar|paar ~4
        kenne|kenn|know|habe|hätte|have|wüsste ~2 ein|zwei|a @person|bekannten|guten ~4
        @person ~4 empfehlen|empfohlen|weiterempfehlen|weiterempfohlen|weitergeben|weitergegeben|vorschlagen|recommend|recommended|refer|introduce
        weiterempfehl*|weitergeleitet|weiterleiten|weitergeben|weitergegeben
        leite|gebe|geb|schicke|reiche ~4 weiter
        forward|pass|share|refer ~4 friend|colleague|sister|brother|team|someone|along|neighbour|boss|department|them|@person
        richtige|falsche|falscher|richtiger|wrong|right|best|falschen ~1 person|ansprechpartner|ansprechpartnerin|contact|adresse|stelle|kontakt
        not|nicht ~2 right|richtige* person|ansprechpartner*|contact|stelle
        zuständig|responsible|in_charge|verantwortlich
        wenden|wende|wendet sie|dich|euch ~3 an
        @want|müssen|müssten|should|must|better|solltest|sollten ~4 sprechen|speak|talk|reden|kontaktieren|contact ~1 mit|with|to|our|unser* ~5
        deine|ihre|your|die|ihr|dir|ihm|her|him|his|der ~1 nummer|kontakt|number|contact|telefonnummer|handynummer ~5 geben|weitergeben|give|cousin|@person|weitergeben|von
        give ~2 her|him|them your ~1 number|contact
        verbinden|vernetzen|connect ~1 you|euch|dich
        @person ~2 fragt|fragte|asked|hat_gefragt|sucht
        dich|euch|sie|you ~5 empfohlen|recommended
        macht|kümmert|handles|übernimmt ~3 herr|frau|mr|mrs|ms|my_colleague|@mydat
        herr|herrn|frau|mr|mrs|ms ~3 zuständig|verantwortlich|macht_das
        bin|am ~3 not|nicht ~3 zuständig|responsible
        mein|unser|my|our ~2 würde|wäre|hätte|might|would|could ~4 interessiert|interested|lust|interesse|love|like|want|mögen|gefallen|freuen
        try|ask|probier|versuch my|mein|es ~2 @person
        """,
        MEDIUM: """
        für jemanden|wen|jemand
        @mydat ~1 @person ~6 gerne|such*
        """,
        WEAK: "@mydat @person",
    },
    "greeting": {
        STRONG: """
        wie geht ~1 dir|ihnen|euch|so
        wie geht es? !weiter|los|voran ~1 $
        wie läuft es|läufts|bei
        wie läufts
        alles gut|klar|okay|fit|paletti ~1 bei ~1 dir|euch|ihnen
        how are|is|have you|it|things|life
        what is up
        hope you|all|this|your|du
        schönes|schöne|schönen|gutes|frohe|fröhliche|frohes|guten|gesegnete|nice|happy|merry|great|gutes_neues|schönes_neues ~1 wochenende|weihnachten|neues|jahr|abend|tag|feiertage|ostern|rutsch|weekend|christmas|year|easter|holidays|woche|day|week|feierabend|urlaub|new|advent|nacht|birthday
        good|guten|guata|schönen morning|evening|afternoon|morgen|abend|tag|mittag|nachmittag|day|moagn
        grüss|griass|gruess|grias|grüez*|griaß di|dich|gott|euch|ihnen|eich|sie|enk
        schön|nice|freut|good|great ~2 von_dir|to_hear|von_ihnen|wieder|from|mich_von ~3 hören|you|zu
        lange nichts ~1 gehört|gehört
        lange nicht ~1 gesehen|gehört
        long time no
        dir auch ~3
        ihnen auch ~3
        same to you
        alles gute
        frohe|merry|happy|guten|schöne|gesegnete weihnachten|christmas|xmas|new_year|rutsch|ostern|easter|feiertage|holidays|birthday
        happy new year
        herzlichen glückwunsch
        """,
        MEDIUM: """
        ^ hallo|halo|hi|hey|hei|hoi|moin|servus|servas|grüezi|grüssgott|ciao|sali|salü|tach|tag|huhu|hello|heya|hiya|yo|griaß|griasdi|griassdi|heyho|halöchen|hallöchen|gude|moinsen|morgen|mahlzeit|pfiati|tschüss|baba|bye|howdy|greetings|gutntag|evening|morning|na
        """,
    },
}


def compile_rules(table: dict[str, dict[float, str]]) -> dict[str, tuple[tuple[float, Pattern], ...]]:
    """Intent -> (weight, pattern) pairs."""
    return {
        intent: tuple((weight, p) for weight, block in blocks.items() for p in compile_block(block, CLASSES))
        for intent, blocks in table.items()
    }


WANTING: Final = compile_rules(_WANTING)
