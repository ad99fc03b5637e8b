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
page-say-start = Starte { $sequence } für { $name }
page-status-active = läuft
page-status-paused = pausiert
page-status-completed = fertig
page-status-cancelled = beendet
page-next-step = Als Nächstes: { $step }, { $when }
page-reminders = Erinnerungen
page-reminder-bare = Melden
page-decided = Warum
