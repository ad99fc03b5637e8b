# Die Seiten im Browser: Spielwiese mit Chat, Telefonen, Uhr und Einblick.

## Oben

page-theme = Hell oder dunkel
page-clock = Uhr der Spielwiese
page-clock-about = Hier läuft die Zeit, wie du willst: Alles, was bis dahin fällig ist, geschieht unterwegs.
page-move-10s = 12 Sekunden vor (Rückgängig-Frist)
page-move-1h = + 1 Std.
page-move-1d = + 1 Tag
page-move-7d = + 1 Woche
page-move-morning = Morgen früh um 9
page-move-next = Zum nächsten Ereignis
page-reset = Alles auf Anfang
page-was-reset = Frisch wie am ersten Tag.
page-clock-refused = So weit kann ich die Uhr nicht stellen.
page-nothing-due = In den nächsten 60 Tagen ist nichts fällig.
page-moved = { $time }: { $what }
page-moved-quietly = { $time }. Unterwegs war nichts fällig.
page-ran-tick-enrolments = { $count ->
    [one] 1 Sequenzschritt
   *[other] { $count } Sequenzschritte
}
page-ran-tick-reminders = { $count ->
    [one] 1 Erinnerung
   *[other] { $count } Erinnerungen
}
page-ran-sweep-outbox = { $count ->
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
}
page-ran-expire-approvals = { $count ->
    [one] 1 Hinweis zu Freigaben
   *[other] { $count } Hinweise zu Freigaben
}

## Chat und Telefone

page-tab-rep = Chat
page-tab-lead = Telefone
page-tab-insight = Einblick
page-role-rep = Vertrieb
page-role-leader = Teamleitung
page-role-admin = Verwaltung
page-nobody-here = Hier ist noch niemand. Mit „Alles auf Anfang“ kommt das Demo-Team.
page-nobody-answers = Auf diesem Kanal hört gerade niemand zu. „Alles auf Anfang“ bringt das Demo-Team zurück.
page-write-rep = Nachricht an SalesFlow
page-write-lead = Als dieser Kontakt schreiben
page-send = Senden
page-attach = Datei anhängen
page-download = Herunterladen
page-file-too-big = Die Datei ist zu groß, hier gehen höchstens 600 KB.
page-file-unreadable = Diese Datei lässt sich nicht lesen.
page-tapped = Knopf gedrückt
page-edited = { $time }, geändert
page-hello = Hallo { $name }!
page-hello-more = Schreib mir wie einem Kollegen. Zum Beispiel:
page-suggest-hot = Zeig mir meine heißen Leads
page-suggest-write = Schreib Anna Berger: Wir sehen uns morgen um 15 Uhr!
page-suggest-remind = Erinnere mich morgen um 10 an Julia
page-suggest-score = Wie heiß ist Tom?
page-suggest-help = Hilfe
page-phone-empty = Das Telefon von { $name }
page-phone-empty-more = Noch ist hier nichts. Was du unten schreibst, schreibst du als dieser Kontakt.
page-no-leads = Noch keine Kontakte
page-no-leads-more = Mit „Neu“ schreibt jemand zum ersten Mal.
page-new = Neu
page-search = Suchen
page-find-contact = Kontakt suchen
page-found-nobody = Da finde ich niemanden.
page-new-contact = Jemand Neues schreibt
page-new-contact-more = So kommt eine Anfrage auf WhatsApp an.
page-name = Name
page-number = Handynummer
page-first-words = Erste Nachricht
page-cancel = Abbrechen
page-number-wrong = Das ist keine Telefonnummer. Schreib sie zum Beispiel so: +49 151 2345678
page-words-missing = Die Nachricht fehlt noch.
page-channel-whatsapp = WhatsApp
page-channel-telegram = Telegram
page-channel-email = E-Mail
page-channel-instagram = Instagram
page-channel-web = Webchat
page-channel-console = Terminal

## Einblick

page-no-lead-chosen = Wähl einen Kontakt, dann siehst du hier, was ich über ihn weiß.
page-approvals = Wartet auf dich
page-approvals-none = Nichts. Was ich selbst formuliere, legst du hier frei, bevor es rausgeht.
page-nobody = Kontakt
page-until = bis { $when }
page-act-approve = Senden
page-act-change = Ändern
page-act-reject = Verwerfen
page-command-approval = /freigabe { $number }
page-command-yes = { $head } senden
page-command-no = { $head } ablehnen
page-score = Wie heiß
page-score-from = aus der Nachricht vom { $when }
page-score-early = Hat noch nichts geschrieben.
page-quality-hot = HOT
page-quality-warm = WARM
page-quality-cold = COLD
page-sequence = Sequenz
page-sequence-none = Gerade läuft keine. Starten:
page-sequence-nothing = Gerade läuft keine.
page-say-start = Starte { $sequence } für { $name }
page-status-active = läuft
page-status-paused = pausiert
page-status-completed = fertig
page-status-cancelled = beendet
page-next-step = Als Nächstes: { $step }, { $when }
page-reminders = Erinnerungen
page-reminder-bare = Melden
page-decided = Warum

## Anmelden

page-login-about = Melde dich an, um deine Leads zu sehen.
page-login-name = Name
page-login-password = Passwort
page-login-go = Anmelden
page-login-wrong = Name oder Passwort stimmt nicht.
page-login-many = Zu viele Versuche. Warte ein paar Minuten.
page-login-away = Gerade ist niemand erreichbar. Versuch es gleich noch einmal.
page-login-demo = Zum Ausprobieren, mit einem Tipp:
page-account = Konto
page-sign-out = Abmelden

## Dashboard

page-nav-dashboard = Leads
page-nav-approvals = Freigaben
page-nav-sandbox = Spielwiese
page-nav-lead = Lead
page-greeting = Hallo { $name }
page-leads-live = { $count ->
    [one] 1 Lead, live
   *[other] { $number } Leads, live
}
page-export-csv = CSV
page-export-xlsx = Excel
page-all-leads = Leads
page-new-leads = Neu in 7 Tagen
page-team = Team
page-member-leads = { $count ->
    [one] 1 Lead
   *[other] { $number } Leads
} · { $waiting } offen
page-chart-days = Neue Leads
page-chart-days-hint = 30 Tage
page-chart-scores = Punkte
page-chart-scores-hint = von 0 bis 100
page-chart-sources = Woher
page-search-leads = Name, Firma, Ort, E-Mail oder Nummer
page-all = Alle
page-any-stage = Jede Phase
page-any-source = Jeder Weg
page-any-owner = Alle im Team
page-sort-score = Heißeste zuerst
page-sort-last-inbound-at = Zuletzt geschrieben
page-sort-created-at = Neueste zuerst
page-sort-name = Nach Name
page-no-match = Niemand passt dazu
page-no-match-more = Nimm einen Filter weg oder such etwas anderes.
page-never-wrote = noch nie
page-span = { $first } bis { $last } von { $total }
page-span-of-many = { $first } bis { $last } von mehr als { $total }
page-page-before = Zurück
page-page-after = Weiter
page-source-inbound = hat geschrieben
page-source-demo = Demo
page-source-import = Import
page-source-rep = selbst angelegt
page-source-whatsapp = WhatsApp
page-source-telegram = Telegram
page-source-instagram = Instagram
page-source-website = Website
page-source-email = E-Mail

## Lead und Freigaben

page-back = Alle Leads
page-lead-unknown = Diesen Lead gibt es nicht, oder er gehört jemand anderem.
page-owner = bei { $name }
page-source = Weg
page-since = Seit
page-notes = Notizen
page-notes-none = Noch keine.
page-note-new = Neue Notiz
page-note = Notiz
page-keep = Festhalten
page-talk = Gespräch
page-talk-none = Noch kein Wort gewechselt.
page-talk-not-yours = Das Gespräch liest nur { $name }.
page-score-history = Verlauf der Punkte
page-state-held = geht gleich raus
page-state-queued = wartet
page-state-sending = unterwegs
page-state-sent = gesendet
page-state-delivered = zugestellt
page-state-read = gelesen
page-state-failed = nicht gesendet
page-state-in-doubt = unklar, ob angekommen
page-state-refused = nicht erlaubt
page-state-cancelled = zurückgenommen
page-desk-empty = Alles entschieden
page-confidence = Sicherheit { $value } von 100
page-own-words = Deine Worte
page-why-reject = Warum nicht? (kann leer bleiben)
page-close = Schließen

## Spalten der Tabellen als Datei

page-column-name = Name
page-column-phone = Telefon
page-column-email = E-Mail
page-column-company = Firma
page-column-place = Ort
page-column-stage = Phase
page-column-quality = Temperatur
page-column-score = Punkte
page-column-source = Weg
page-column-is-customer = Kunde
page-column-satisfaction-score = Zufriedenheit
page-column-last-inbound-at = Zuletzt geschrieben
page-column-created-at = Seit

## Geteilte Ansicht

page-share = Teilen
page-share-more = Wer den Link hat, sieht diese Liste ohne Anmeldung, nur zum Lesen, ohne Nummern, Adressen und Gespräche.
page-share-days = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
page-share-open = Offene Links
page-share-whole = Alle Leads
page-copy = Kopieren
page-copied = Link kopiert
page-open = Öffnen
page-revoke = Sperren
page-shared-title = Leads von { $name }
page-shared-until = Nur zum Lesen, bis { $when }
page-shared-none = Hier ist gerade niemand.
page-shared-gone = Diesen Link gibt es nicht oder nicht mehr.
page-shared-gone-more = Frag die Person, von der du ihn hast, nach einem neuen.
page-lost = Hier ist nichts.
page-lost-home = Zum Anfang
