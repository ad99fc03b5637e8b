# Was der Bot außerhalb der Werkzeuge sagt: Eingang, Karten zu Leads, offene Fragen.
inbox-empty = Da war nichts drin, was ich lesen kann. Schreib mir einfach, was du brauchst.
inbox-files-later = Dateien kann ich noch nicht öffnen. Schreib mir bitte kurz, worum es geht.
tap-unknown = Diesen Knopf kenne ich nicht mehr. Schreib mir einfach, was du möchtest.
tap-used = Das ist schon erledigt, hier passiert nichts mehr.
tap-expired = Die Frage ist abgelaufen. Sag mir noch mal, was ich tun soll.
choice-dropped = Okay, ich lasse es.
nothing-open = Gerade ist nichts offen.
command-unknown = Den Befehl /{ $command } kenne ich nicht. Mit /hilfe siehst du, was ich kann.
turn-failed = Diese Nachricht konnte ich nicht verarbeiten, das liegt an mir. Ich habe nichts getan. Versuch es bitte noch einmal etwas anders.
agent-too-long = Das hat mir zu lange gedauert, ich habe abgebrochen. Versuch es bitte noch einmal.
agent-no-words = Dazu fällt mir gerade keine Antwort ein. Mit /hilfe siehst du, was ich kann.
lead-wrote = 💬 { $name }: »{ $text }«
lead-scored-hot = 🔥 HOT { $score } ({ $why })
lead-scored-warm = 🌤 WARM { $score } ({ $why })
lead-scored-cold = ❄️ COLD { $score } ({ $why })
lead-proposal = Mein Vorschlag:
    »{ $text }«
lead-answered = Ich habe geantwortet:
    »{ $text }«
lead-opted-out = 🛑 { $name } möchte keine Nachrichten mehr (»{ $text }«). Alles ist gestoppt, auf allen Kanälen. Ich habe das einmal neutral bestätigt.
lead-opted-out-wrote = { $name } hat sich abgemeldet. Deshalb schlage ich keine Antwort vor, und von hier geht nichts raus.
lead-optout-likely = Das klingt, als wollte { $name } keine Nachrichten mehr. Bis du es mir sagst, schicke ich nichts Automatisches.
lead-unread = { $name } hat geschrieben, ich konnte es aber nicht auswerten: »{ $text }«
button-optout-yes = Kontakt beenden
button-optout-no = Weiter in Kontakt
optout-confirmed-du = Alles klar, du bekommst keine Nachrichten mehr.
optout-confirmed-sie = In Ordnung, Sie erhalten keine Nachrichten mehr.
lead-from-form = Kam über eure Website, ungeprüft ({ $reach }). Eine Erlaubnis ist das noch nicht: Schreib { $name } selbst, dann frage ich dich nach der Grundlage.
