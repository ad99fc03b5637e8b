### Termine: was der Bot dazu sagt, was Kontakte bekommen, und was ein Kalender nicht wollte.

meeting-missing-date = Wann soll der Termin mit { $name } sein? Zum Beispiel: Dienstag um 17 Uhr.
meeting-when-missing = Wann genau? Zum Beispiel: Dienstag um 17 Uhr.
meeting-when-unclear = Bei »{ $text }« bin ich mir nicht sicher. Wann genau soll der Termin sein?
meeting-when-past = »{ $text }« ist schon vorbei. Wann soll der Termin sein?
meeting-what-time = Um wie viel Uhr { $day } mit { $name }?
meeting-day-full = { $day } ist bei dir zwischen 9 und 18 Uhr nichts frei. Wann passt es sonst mit { $name }?
meeting-too-far = Dieser Zeitpunkt geht nicht: Er liegt schon zurück oder mehr als zwei Jahre voraus.
meeting-busy = { $when } hast du schon etwas. { $offers ->
    [0] Wann passt es sonst?
   *[other] Frei wäre:
}
meeting-busy-with = { $when } hast du schon einen Termin mit { $other }. { $offers ->
    [0] Wann passt es sonst?
   *[other] Frei wäre:
}
meeting-booked = Termin mit { $name } steht: { $when }, { $minutes } Minuten. { $invited }
meeting-creating = Ich trage den Termin mit { $name } ein: { $when }, { $minutes } Minuten. { $invited }
meeting-invited-soon = Sobald er im Kalender steht, bekommt { $name } die Einladung.
meeting-told = { $name } bekommt Bescheid (per { $channel }).
meeting-told-later = { $name } bekommt { $when } Bescheid (per { $channel }).
meeting-not-told = { $name } weiß noch nichts davon: { $reason }
button-meeting-tell = Selbst Bescheid geben
button-move-meeting = Verschieben
button-cancel-meeting = Absagen
button-book-meeting = Termin { $when } eintragen
button-book-again = Noch einmal eintragen
meeting-moved = Verschoben: { $name }, jetzt { $when }. { $invited }
meeting-move-when = Auf wann soll ich den Termin mit { $name } ({ $when }) verschieben?
meeting-cancelled = Abgesagt: { $name }, { $when }. { $invited }
meeting-cancelled-silent = Abgesagt: { $name }, { $when }. Es geht keine Nachricht raus.
meeting-which = Welchen Termin meinst du?
meeting-unknown = Diesen Termin finde ich nicht bei dir.
meeting-none = Du hast keinen Termin, der noch kommt.
meeting-none-with = Mit { $name } steht kein Termin an.
meetings-none = Da steht nichts an.
meetings-list = Deine Termine:
    { $lines }
meeting-title = Gespräch mit { $name }
meeting-entered = Termin mit { $name } { $when } steht im Kalender, die Einladung ist unterwegs. { $link }
meeting-entered-silent = Termin mit { $name } { $when } steht im Kalender. Eine Nachricht an { $name } durfte nicht von selbst raus, gib bitte selbst Bescheid. { $link }
meeting-calendar-busy = { $when } ist in deinem Kalender inzwischen etwas anderes. Der Termin mit { $name } steht deshalb nicht.
meeting-calendar-unauthorised = Ich komme nicht mehr an deinen Google-Kalender. Verbinde ihn mit /kalender neu, dann trage ich den Termin mit { $name } ({ $when }) ein.
meeting-calendar-refused = Google hat den Termin mit { $name } ({ $when }) nicht angenommen. Schau bitte selbst in den Kalender.
meeting-calendar-silent = Google hat einen Tag lang nicht geantwortet. Ob der Termin mit { $name } ({ $when }) im Kalender steht, weiß ich nicht. Schau bitte nach.
undo-booking = Zurückgenommen: Termin und Einladung an { $names }.
act-book-meeting = Termin { $when }
act-move-meeting = Termin verschieben { $when }
act-cancel-meeting = Termin absagen
act-ask-email-consent = Bitte um die Einwilligung für E-Mails
act-start-sequence = Sequenz

## Was Kontakte bekommen

meeting-letter-booked = { $register ->
    [sie] Guten Tag { $name }, unser Termin steht: { $when }, etwa { $minutes } Minuten.{ $details } Für Ihren Kalender liegt er bei. Falls etwas dazwischenkommt, schreiben Sie einfach. Viele Grüße, { $sender }
   *[du] Hallo { $first_name }, unser Termin steht: { $when }, etwa { $minutes } Minuten.{ $details } Für deinen Kalender liegt er bei. Falls etwas dazwischenkommt, schreib einfach. Liebe Grüße, { $sender }
}
meeting-detail-zone = Die Uhrzeit gilt vor Ort ({ $zone }).
meeting-detail-place = Ort: { $place }.
meeting-detail-link = Link: { $link }
meeting-letter-moved = { $register ->
    [sie] Guten Tag { $name }, unser Termin hat sich verschoben: neu ist { $when }. Die neue Kalenderdatei liegt bei. Passt das nicht, schreiben Sie einfach. Viele Grüße, { $sender }
   *[du] Hallo { $first_name }, unser Termin hat sich verschoben: neu ist { $when }. Die neue Kalenderdatei liegt bei. Passt das nicht, schreib einfach. Liebe Grüße, { $sender }
}
meeting-letter-cancelled = { $register ->
    [sie] Guten Tag { $name }, unser Termin { $when } muss leider entfallen. Viele Grüße, { $sender }
   *[du] Hallo { $first_name }, unser Termin { $when } muss leider entfallen. Liebe Grüße, { $sender }
}
meeting-subject-booked = Unser Termin { $when }
meeting-subject-moved = Neuer Termin: { $when }
meeting-subject-cancelled = Termin { $when } entfällt

## Google Kalender

calendar-link = Deinen Google-Kalender verbindest du hier (der Link gilt zehn Minuten): { $url }
calendar-connected = Dein Google-Kalender ist verbunden. Termine trage ich dort ein.
calendar-disconnected = Getrennt. Termine liegen ab jetzt in meinem eigenen Kalender.
calendar-not-connected = Es ist kein Google-Kalender verbunden.
calendar-not-configured = Google Kalender ist hier noch nicht eingerichtet. Das macht, wer SalesFlow betreibt (GOOGLE_CLIENT_ID). Termine liegen so lange in meinem eigenen Kalender.
button-disconnect-calendar = Kalender trennen
page-calendar-connected = Verbunden. Du kannst dieses Fenster schließen.
page-calendar-refused = Das hat nicht geklappt. Hol dir mit /kalender einen neuen Link.
meeting-moved-in = Der Termin mit { $name } ({ $when }) steht jetzt in deinem Kalender. { $link }
meeting-left-behind = Der Termin mit { $name } ({ $when }) steht noch im Google-Kalender von vorher, dort komme ich nicht mehr hin.
