"""Ordinary words that are no names: nouns, verbs and adjectives that turn up in sales talk and small talk.

They settle where a name ends when nothing else does ("schreib anna berger bin da", "schreib anna treffen um acht").
Names that are ordinary words too (Rosa, Mark) are left out on purpose: a name is asked for, never guessed away.
"""

from __future__ import annotations

from agent.grammar.normalise import words

NOUNS = words("""
    thema betreff topic schluss long-term longterm langzeit kartei kartothek fehler irrtum versehen mistake wecker
    timer alarm
    provision provisionen umzug umbau geburt prüfung zertifikat formular kündigung
    vegetarier vegetarierin raucher raucherin lehrer lehrerin trainer trainerin händler verkäufer berater beraterin
    besitzer sportler läufer unternehmer unternehmerin techniker fahrer sänger vater student studentin rentner
    rentnerin allergiker diabetiker fan experte doktor anwalt anwältin ingenieur single twins vegan termin termine
    angebot angebote vertrag verträge rechnung rechnungen video videos link links preis preise preisliste probe
    proben muster paket produkt produkte katalog broschüre unterlagen datei dateien foto fotos bild bilder nachricht
    nachrichten mail mails email e-mail emails nummer telefonnummer handynummer handy telefon anruf anrufe rückruf
    telefonat gespräch gespräche treffen meeting meetings kaffee tee essen frühstück mittagessen abendessen büro
    haus wohnung auto zug bahn bahnhof flughafen hotel restaurant straße adresse stadt dorf land welt leben arbeit
    job firma unternehmen betrieb branche chef chefin team kollege kollegin mutter mama papa bruder schwester kind
    kinder sohn tochter frau mann freund freundin  hund katze urlaub ferien reise geburtstag hochzeit feier
    party zeit uhrzeit moment idee ideen frage fragen antwort antworten problem probleme lösung info infos
    information informationen bescheid gruß grüße lg vg geld euro budget bestellung lieferung zahlung überweisung
    konto geschäft umsatz erfolg ziel ziele plan pläne projekt projekte kurs seminar webinar workshop vortrag messe
    veranstaltung event tickets rezept arzt ärztin zahnarzt gesundheit wetter sonne regen schnee sommer winter
    frühling herbst himmel film kino musik lied song witz gedicht geschichte buch bücher spiel fußball sport verein
    politik zeitung hauptstadt spaß glück liebe herz kopf hand auge sache sachen ding dinge grund gründe fall fälle
    art weise teil teile ende anfang mitte seite seiten punkt punkte liste listen notiz zettel text texte wort worte
    satz brief spam passwort steuer steuererklärung versicherung miete müll einkauf milch brot bier wein wasser
    kuchen pizza erinnerung sequenz entwurf freigabe kunde kunden kundin kontakt zufriedenheit einwand interesse
    entscheidung zusage absage unterschrift beratung beratungsgespräch erstgespräch nachfassen followup follow-up
    feedback bewertung empfehlung partnerschaft partner system app website homepage shop bot assistent modell
    computer programm rechner software treffpunkt hauptplatz platz markt appointment offer contract invoice price
    prices pricelist sample samples package product products catalog catalogue brochure documents file files photo
    photos picture message messages number phone call calls conversation chat lunch dinner breakfast coffee tea
    office house flat car train station airport street address city country world life work company business boss
    colleague mother father mom dad brother sister kid kids child children son daughter wife husband friend family
    dog cat holiday vacation trip birthday wedding time idea ideas question questions answer problems solution
    greetings regards money order delivery payment account success goal goals plans project course fair ticket
    doctor dentist health weather sun rain snow summer spring sky movie music joke poem story book game football
    politics news capital fun luck love heart head eye thing things reason case part end start list note word
    sentence letter password tax insurance rent trash grocery groceries milk bread beer wine water cake reminder
    sequence draft approval customer client satisfaction objection interest decision recommendation demo
    presentation präsentation follow stuff line lines lieferant steuerberater auftrag aufträge gutschein newsletter
    zoom teams skype fon rückmeldung status stand update updates daten data zahlen vergleich paketpreis anfrage
    anfragen oma opa tante onkel friseur werkstatt schule kindergarten training fitnessstudio gym school bank
    kontaktdaten kontaktinfo kontaktinfos rezension review reviews fünfer meter kilometer prozent percent
""")
VERBS = words("""
    gehört gehören halblang nudes forget forgets forgot wonder bediene bedient bedienen nutze nutzt nutzen benutze
    benutzen
    kenn kenne kennst kennt kennen merke pass passe tut tun tue verkauft verkaufen spielt spielen singt kocht
    reist reisen plant planen testet getestet studiert raucht steht stand rückfrage rückfragen
    komme kommst kommt kommen kimm kim komm gehe gehst geht gehen geh mache machst macht machen mach habe brauche
    brauchst braucht brauchen nehme nimmst nimmt nehmen nimm rufe rufst ruft rufen ruf anrufen anzurufen zurückrufen
    freue freust freut freuen freu warte wartest wartet warten bringe bringst bringt bringen bring hole holst holt
    holen hol treffe triffst trifft sehe siehst sieht sehen sieh schaue schaust schaut schauen schau melde meldest
    meldet melden meld sage sagst sagt sagen sag schicke schickst schickt schicken schick sende sendet senden
    schreibe schreibst schreibt schreiben schreib denke denkst denkt denken denk glaube glaubst glaubt glauben glaub
    finde findest findet finden weiß weißt wissen hoffe hofft hoffen hoff stehe stehst steht stehen sitze sitzt
    sitzen bleibe bleibst bleibt bleiben bleib fahre fährst fährt fahren fahr laufe läufst läuft laufen esse isst
    trinke trinkt trinken trinkst arbeite arbeitet arbeiten wohne wohnt wohnen heiße heißt spreche sprichst spricht
    sprechen sprich rede redet reden höre hörst hört hören hör lese liest lesen kaufe kaufst kauft kaufen bestelle
    bestellt bestellen zahle zahlt zahlen bezahlen kostet kosten passt passen klappt klappen gefällt gefallen hilft
    helfen hilf danke dankt gilt gelten beginnt fängt endet startet dauert fehlt liegt hängt stimmt funktioniert
    ändert verschiebt verschieben müssen gefunden vergessen vergiss vergesse gemacht gesehen bekommen bekommt
    bekomme kriege kriegt kriegen gekriegt geworden fällt ausfallen anschauen angeschaut ansehen angesehen klingt
    klingelt schläft schlafen steigt zieht ziehen lebt leben hasst mag mögen liebt interessiert überlegt fragt
    erinnern erinnert erledigt kläre klärt klären besprechen bespreche vereinbaren ausmachen absagen zusagen
    unterschreiben unterschreibt unterschrieben abholen gibts geben gibt gebe gib lass lasse lassen lässt schaffe
    schaffst schafft schaffen bräuchte könnt wünsche wünscht würd hätt find krieg fahrn bims chume chumm chunnt
    verspäte verspätet vorbeikommen vorbei nachfassen nachhaken come comes coming go goes going gonna make makes
    making take takes taking need needs want wants call calls calling meet meeting see sees seen look looks looking
    wait waits waiting think thinks know knows hope hopes stay stays leave leaves leaving arrive arrives arrived
    arriving run runs running drive driving eat drink work works live lives speak speaks talk talks hear read buy
    buys bought order orders pay pays paid cost costs fit fits like likes love loves help helps thank start starts
    end ends last lasts miss missing finish finished done got get gets getting give gives giving finds found feel
    feels try tries trying keep keeps let lets move moved moves change changed send sends write writes tell tells
    say says ask asks show shows watch watched watching sign signed cancel cancelled confirm confirmed prefer
    prefers met meets pick sounds sound follow check checks discuss schedule happened happens turns turned ready
    remember remind ring rings
""")
ADJECTIVES = words("""
    gut gute guten guter gutes schlecht schön schöne schönen neu neue neuen neuer neues alt alte alten groß große
    großen klein kleine kleinen lang lange langen kurz kurze kurzen spät früh schnell langsam einfach schwer leicht
    richtig falsch wichtig wichtige dringend interessant spannend günstig teuer teurer billig kostenlos möglich
    nötig fertig bereit pünktlich krank gesund müde glücklich traurig nett nette netten lieb liebe lieben heiß heiße
    heißen warm warme warmen kalt kalte kalten frei offen geschlossen voll leer nächste letzte letzten erste ganze
    ganzen viele vielen wenige mehrere andere anderen gleich gleiche herzlich herzliche herzlichen unterwegs
    verfügbar online offline aktuell aktuelle aktuellen privat beruflich dankbar stolz sicher froh ehrlich verspätet
    verheiratet schwanger selbstständig good bad nice new old big small long short late early fast slow easy hard
    right wrong important urgent interesting cheap expensive free possible ready sick healthy tired happy sad hot
    cold open closed full empty next last first whole many few several other same kind available current private
    thankful proud sure glad quick friendly outside inside super busy excited better best great fine cool dear own
    sorry running vegan vegetarisch veganerin veganer
""")
COMMON = NOUNS | VERBS | ADJECTIVES
FINITE = words("""
    ist bin bist sind seid war waren hat hab habe hast haben wird werde werden wurde kann kannst können könnte muss
    müssen soll sollen will willst wollen darf mag möchte geht gehts geht's klappt passt kommt komm komme kommst
    steht stimmt läuft liegt kostet freut freu freue gibt gibts gilt fällt fehlt dauert beginnt startet endet ruf
    rufe rufst meld melde schick schicke hol hole bring bringe fahr fahre warte brauch brauche denk denke hoff hoffe
    seh sehe sehen sehn treffen treffe trefft kriegst kriegt bekommst bekommt gehört gefällt findest finde isch
    isses ists san samma kimm is are am was were i'm i'll i've it's that's we're we'll you're has have had can could
    would should must may might do does did don't works fits sounds looks starts ends arrived arrives comes came
    goes went moved got get gets see let's need needs want thank thanks there's here's he's she's
""") | words("""
    verschoben abgesagt angekommen fertig bestätigt erledigt moved confirmed cancelled postponed
""")
GREETINGS_SENT = words("""
    gruß grüße grüßle glückwunsch glückwünsche glückwünschen greetings regards wishes congratulations congrats dank
    kuss küsse bussi love gute hello hi hallo danke thanks happy frohe fröhliche schönen schöne
""")
OFF_TOPIC = words("""
    wetter witz witze gedicht lied song liedtext rezept fußball bundesliga politik kanzler bundeskanzler präsident
    hauptstadt himmel aktie aktien bitcoin lotto horoskop film serie mathe hausaufgaben geschichte märchen planet
    mond sonne sinn leben schauspieler sänger weather joke jokes poem lyrics recipe football soccer game politics
    president capital sky stock stocks lottery horoscope movie homework story moon universe meaning actor singer
    spielstand nachrichtenlage news ergebnis tor tore minister papst könig queen king temperatur draußen outside
    regnet rain
""")
