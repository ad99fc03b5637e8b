# Leitungen: wie es den Kanälen geht, was nicht ankam, Einwilligungen, und warum ein Anbieter nein sagt.

health-answer = 📡 Deine Kanäle
    { $lines }
health-state-ok = läuft
health-state-resting = Anbieter nicht erreichbar
health-state-busy = Anbieter nimmt gerade nichts an
health-state-off = nicht eingerichtet, es geht nichts raus
health-rests = nächster Versuch { $when }
health-waiting = { $count ->
        [one] eine Nachricht wartet
       *[other] { $count } Nachrichten warten
    }
health-doubtful = { $count ->
        [one] eine ist im Zweifel (/zweifel)
       *[other] { $count } sind im Zweifel (/zweifel)
    }
health-failed = { $count ->
        [one] eine kam seit gestern nicht an
       *[other] { $count } kamen seit gestern nicht an
    }
health-heard = zuletzt geschrieben { $when }
health-templates = 📄 WhatsApp-Vorlagen: { $approved } freigegeben{ $others ->
        [0] { "" }
       *[other] , { $others } nicht verwendbar
    }
health-kept = ⚠️ { $count ->
        [one] Einen Anruf eines Anbieters habe ich nicht verstanden und aufgehoben.
       *[other] { $count } Anrufe von Anbietern habe ich nicht verstanden und aufgehoben.
    }
health-dead = ✉️ Nicht angekommen in den letzten sieben Tagen:
health-dead-letter = • { $name }: »{ $text }« – { $reason }

button-retry = Nochmal: { $name }
retry-done = Ich versuche es noch einmal bei { $name }.
retry-not = Diese Nachricht wartet auf keinen neuen Versuch.
retry-ask = Soll ich »{ $text }« noch einmal an { $name } senden?
ask-number = Welche Nachricht meinst du? Schreib mir ihre Nummer.

consents-answer = 📜 Einwilligungen von { $name }
    { $lines }
consents-entry = { $sign } { $day }: { $channel }, { $basis }{ $by }{ $wording }
consents-every-channel = alle Kanäle
consents-by = eingetragen von { $name }
consents-none = Bisher ist nichts eingetragen.
consents-earlier = … und { $count } frühere Einträge
consents-basis-agreed = hat ausdrücklich zugestimmt
consents-basis-wrote-first = hat zuerst geschrieben
consents-basis-customer = ist Kundin oder Kunde
consents-basis-withdrawn = hat widerrufen
consents-basis-opt-out = will keine Nachrichten mehr
consents-basis-opt-in = möchte wieder Nachrichten
consents-basis-double-opt-in = per E-Mail bestätigt
consents-basis-demo = Beispieldaten
consents-basis-other = andere Grundlage
consents-may = ➡️ { $channel }: automatische Nachrichten sind erlaubt.
consents-may-not = ➡️ { $channel }: automatische Nachrichten sind nicht erlaubt; bei eigenen frage ich dich nach der Grundlage.
consents-window = 🕐 { $channel }: das 24-Stunden-Fenster ist offen bis { $when }.
consents-stopped = ➡️ Abgemeldet: Es geht auf keinem Kanal mehr etwas raus.

reason-pacing = Die Nummer ist noch neu und hat für heute genug verschickt.
detail-pacing = Die Nummer ist noch neu und hat für heute genug verschickt. Weiter geht es { $until }.
reason-undeliverable = WhatsApp kann dort nicht zustellen: Nummer ohne WhatsApp, oder die App ist zu alt.
reason-provider-invalid = Der Anbieter nimmt die Nachricht in dieser Form nicht an.
reason-provider-refused = Der Anbieter hat die Nachricht abgelehnt.
reason-media-refused = Der Anbieter nimmt die Datei nicht an.
reason-account-blocked = Der Anbieter hat euer Konto gesperrt oder eingeschränkt. Das muss jemand beim Anbieter klären.
reason-account-login = Der Anbieter nimmt den Zugang nicht an. Jemand muss den Schlüssel in den Einstellungen prüfen.
reason-marketing-capped = WhatsApp lässt gerade keine weiteren Werbenachrichten an diese Person zu.
reason-template-mismatch = Die Vorlage passt nicht mehr zum freigegebenen Wortlaut.
reason-template-gone = Der Anbieter kennt diese Vorlage nicht (mehr) in dieser Sprache.
reason-template-too-long = Die Vorlage ist mit diesen Werten zu lang.
reason-template-rejected = Der Anbieter hat die Vorlage abgelehnt.
reason-template-paused = Der Anbieter hat die Vorlage pausiert.
reason-template-disabled = Der Anbieter hat die Vorlage gesperrt.
reason-not-configured = Für diesen Kanal ist gerade kein Zugang eingerichtet.

page-chat-title = Chat mit { $team }
page-chat-hint = Schreib uns einfach. Ein KI-Assistent hilft beim Antworten, ein Mensch liest mit.
page-chat-say = Deine Nachricht
page-chat-send = Senden
page-chat-failed = Das ging gerade nicht raus. Versuch es bitte noch einmal.

website-chat = 🌐 Der Chat für eure Website
    Seite: { $page }
    Zum Einbetten diese Zeile vor </body> einfügen:
    { $embed }
website-chat-new = 🌐 Neuer Schlüssel, die alte Adresse gilt ab jetzt nicht mehr.
    Seite: { $page }
    Zum Einbetten diese Zeile vor </body> einfügen:
    { $embed }
