### Der Tag eines Reps: wer heute dran ist, Karten, Erinnerungen, Morgenliste, Nachrichten an viele.

## Wer ist heute dran?

followups-none = Heute ist niemand dran. Alle haben gerade entweder Ruhe verdient oder schon eine Antwort.
followups-overview = { $count ->
    [0] Niemand ist heute dran
    [one] Eine Person ist heute dran
   *[other] { $count } sind heute dran
}{ $urgent ->
    [0] .
    [one] , eine davon dringend.
   *[other] , { $urgent } davon dringend.
}
followups-finished = Das war die Liste. Gesendet: { $sent }, telefoniert: { $called }, verschoben: { $later }, ausgelassen: { $skipped }.
followup-card = { $card }
followup-head = { $place } von { $total } { $mark } { $name } · { $priority } · { $quality } { $score }
followup-priority-urgent = heute noch
followup-priority-high = in den nächsten 24 Stunden
followup-priority-normal = in 2 bis 3 Tagen
followup-priority-low = diese Woche
followup-priority-scheduled = geplant
followup-draft = { $channel }: »{ $text }«
followup-quote = Zuletzt kam: »{ $text }«
followup-no-consent = Eine Einwilligung von { $name } ist noch nicht eingetragen. Hast du sie? Sonst lass die Nachricht weg.
followup-call = 📞 { $name }: { $phone }
    { $points }
followup-point-objection = Einwand aufgreifen: { $what }
followup-point-interest = Interesse: { $what }
followup-point-disg-D = D-Typ: gleich zur Sache, Ergebnis zuerst, zwei klare Möglichkeiten
followup-point-disg-I = I-Typ: mit Freude und einer kleinen Geschichte, die Menschen zuerst
followup-point-disg-S = S-Typ: ruhig, ohne Druck, Schritt für Schritt
followup-point-disg-G = G-Typ: Fakten und Unterlagen bereithalten, Fragen genau beantworten
followup-point-customer = Fragen, wie zufrieden die Person bisher ist
followup-point-note = Deine Notiz: { $what }
followup-point-next = Einen klaren nächsten Schritt vereinbaren
objection-price = der Preis
objection-time = die Zeit
objection-trust = das Vertrauen
followup-time-own = Am besten { $when }: { $name } antwortet meist gegen { $hour } Uhr ({ $replies } Antworten).
followup-time-population = Am besten { $when }. Von { $name } kenne ich erst { $replies ->
    [0] keine Antwort
    [one] eine Antwort
   *[other] { $replies } Antworten
}, deshalb nehme ich die Zeit, zu der deine Kontakte sonst antworten: gegen { $hour } Uhr.
followup-why-first = Mit { $name } gab es noch keinen Kontakt.
followup-why-interest = { $name } hat { $when } geschrieben und wartet auf deine Antwort.
followup-why-owed = { $name } hat { $when } geschrieben, und darauf kam von dir noch nichts.
followup-why-time-over = { $name } wollte { $when } noch warten. Die Zeit ist jetzt um.
followup-why-call = Mit { $name } ist ein Anruf geplant: { $when }.
followup-why-objection = Auf den Einwand von { $name } ({ $what }) hast du geantwortet, seit { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
} kam nichts zurück.
followup-why-video = { $name } hat das Video gesehen, seit { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
} habt ihr nicht gesprochen.
followup-why-checkin = Zeit, sich wieder einmal zu melden: Der letzte Kontakt mit { $name } ist { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} her.
followup-why-silent = Auf deine letzte Nachricht kam seit { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
} keine Antwort von { $name }.
followup-unknown = Gerade ist keine Karte offen. Mit /heute zeige ich dir, wer dran ist.
followup-changed = Daran hat sich inzwischen etwas geändert, deshalb ging noch nichts raus.
followup-wrote = { $name } hat inzwischen geschrieben, deshalb ging noch nichts raus.
followup-already-sent = Das ging schon raus. Weiter mit der Liste:
followup-already-called = Das war schon erledigt. Weiter mit der Liste:
followup-already-later = Das hast du schon verschoben. Weiter mit der Liste:
followup-already-skipped = Das hast du schon ausgelassen. Weiter mit der Liste:
followup-already-void = Diese Karte gilt nicht mehr. Weiter mit der Liste:
followup-ask-text = Wie soll die Nachricht an { $name } lauten? Schreib mir den ganzen Text, dann geht er so raus. Oder sag mir: kürzer, lockerer, förmlicher.
    Bisher: »{ $text }«
followup-sent = ✅ { $name }: geht in { $seconds ->
    [one] einer Sekunde
   *[other] { $seconds } Sekunden
} raus.
followup-sent-later = ✅ { $name }: geht { $when } raus.
followup-skipped = { $name } lasse ich heute in Ruhe.
followup-skipped-long = { $name } hast du schon öfter ausgelassen, deshalb ist jetzt Ruhe bis { $when }.
followup-called = Abgehakt: mit { $name } gesprochen. ✅
followup-in-two-hours = in 2 Stunden
button-start-day = Los geht's
button-later = Später
button-skip = Auslassen
button-called = Angerufen
button-back = Zurück
button-next-card = Nächste Karte
button-in-two-hours = In 2 Stunden
button-send-at = Senden { $when }

## Warum (nicht)?

followup-explain-due = { $name } steht heute auf deiner Liste (Zeitrahmen: { $priority }). { $why }
followup-explain-not = { $name } steht heute nicht auf deiner Liste. { $reason }
followup-explain-until = Wieder möglich: { $when }.
followup-not-opted-out = Die Person möchte keine Nachrichten mehr.
followup-not-lead-lost = Der Kontakt gilt als verloren.
followup-not-lead-archived = Der Kontakt ist archiviert.
followup-not-paused = Der Kontakt ist angehalten, weil die letzte Nachricht nach einer Abmeldung klang. Das entscheidest du.
followup-not-unanswered = Es sind schon { $unanswered } Nachrichten unbeantwortet, und nach mehr als fünf dränge ich mich nicht weiter auf. Es geht erst weiter, wenn eine Antwort kommt.
followup-not-contacted = Die letzte Nachricht ging { $last } raus, das ist keine 24 Stunden her.
followup-not-approval-waits = Ein Entwurf wartet schon auf dein Okay (#{ $approval }).
followup-not-queued = Eine Nachricht ist schon auf dem Weg.
followup-not-put-off = Du hast das auf später verschoben.
followup-not-called = Ihr habt gerade erst telefoniert.
followup-not-skipped = Du hast die Karte ausgelassen.
followup-not-in-sequence = Um diesen Kontakt kümmert sich gerade eine Sequenz.
followup-not-reminder-set = Dafür hast du dir schon eine Erinnerung gestellt.
followup-not-not-interested = Zuletzt kam ein Nein. Das gilt erst einmal.
followup-not-asked-for-time = Der Kontakt wollte sich Zeit lassen.
followup-not-not-due = Es ist noch nicht so weit.

## Erinnerungen

reminder-recurring = Alles klar, ich erinnere dich { $rule }: { $about }. Das nächste Mal { $when }.
reminder-skipped = { $about }: Dieses Mal ist erledigt. Das nächste Mal melde ich mich { $when }.
reminder-series-ended = { $about }: Daran erinnere ich dich nicht mehr.
reminders-listed = { $count ->
    [one] Eine Erinnerung ist offen:
   *[other] { $count } Erinnerungen sind offen:
}
    { $lines }{ $more ->
    [0] { "" }
   *[other] { "" }
    … und { $more } weitere.
}
button-done-named = Erledigt: { $about }
button-not-needed = Nicht mehr nötig
button-your-time = { $when }, deine Zeit
recurring-at = { $rule } um { $time }
recurring-day = { $every ->
    [1] jeden Tag
   *[other] alle { $every } Tage
}
recurring-workday = an jedem Werktag
recurring-week = { $every ->
    [1] jede Woche ({ $days })
   *[other] alle { $every } Wochen ({ $days })
}
recurring-month-day = { $every ->
    [1] jeden Monat am { $day }.
   *[other] alle { $every } Monate am { $day }.
}
recurring-month-weekday = { $every ->
    [1] jeden { $ordinal } { $days } im Monat
   *[other] alle { $every } Monate am { $ordinal } { $days }
}
recurring-year = jedes Jahr am { $day }.{ $month }.
ordinal-1 = ersten
ordinal-2 = zweiten
ordinal-3 = dritten
ordinal-4 = vierten
ordinal-last = letzten
weekday-0 = Montag
weekday-1 = Dienstag
weekday-2 = Mittwoch
weekday-3 = Donnerstag
weekday-4 = Freitag
weekday-5 = Samstag
weekday-6 = Sonntag

## An die Teamleitung

escalation = { $rep } hat { $lead } seit { $days } Tagen nicht erreicht. Helfen?
escalation-approval = { $rep } hat einen Entwurf noch nicht entschieden ({ $lead }).
escalation-rule = Bei { $rep } hat dieselbe Regel in einer Woche { $count }-mal etwas aufgehalten: »{ $rule }« Magst du kurz helfen?
escalation-overridden = { $rep } hat etwas abgeschickt, obwohl ich gewarnt hatte: »{ $rule }« Magst du kurz darüber sprechen?
escalation-lock = { $rep } möchte mit { $lead } arbeiten, aber daran arbeitet schon jemand aus deinem Team. Wer soll es sein?
escalation-help = Du wolltest { $rep } einen Tipp geben.
escalation-no-lead = Hier gibt es keinen Kontakt zu übernehmen. Ein Tipp an { $rep } geht aber.
escalations = Das wartet auf deine Antwort:
    { $lines }
escalation-none = Aus deinem Team braucht gerade niemand Hilfe.
escalation-unknown = Dazu finde ich bei dir nichts.
escalation-over = Bei { $name } ist das schon entschieden.
escalation-how = Wie willst du helfen? Übernimm { $name } selbst, oder schreib mir einen Tipp, den ich an { $rep } weitergebe.
escalation-ask-hint = { $about ->
    [0] Welchen Tipp soll ich { $rep } geben?
   *[other] Welchen Tipp soll ich { $rep } zu { $name } geben?
}
escalation-taken = { $name } gehört jetzt zu dir: { $phone }
escalation-returned = { $name } ist wieder bei { $rep }.
escalation-left = In Ordnung, bei { $name } bleibt alles, wie es ist.
escalation-hinted = { $about ->
    [0] Dein Tipp ist bei { $rep }.
   *[other] Dein Tipp zu { $name } ist bei { $rep }.
}
escalation-was-taken = { $leader } kümmert sich jetzt selbst um { $name }. Erinnerungen und Entwürfe dazu sind mitgegangen.
escalation-came-back = { $leader } hat dir { $name } zurückgegeben.
escalation-hint = 💡 Tipp von { $leader }{ $about ->
    [0] { "" }
   *[other] { "" } zu { $name }
}: { $text }
button-help = Helfen
button-ignore = Ignorieren
button-take-over = Selbst übernehmen
button-give-back = Zurückgeben
reason-changed-hands = Der Kontakt gehört jetzt jemand anderem im Team.
reason-unreached = Der Kontakt war seit Tagen nicht zu erreichen.

## Der Tag: morgens die Liste, abends eine Zeile

digest-hello = Guten Morgen, { $name }!
digest-first = Zuerst: { $names }{ $more ->
    [0] .
   *[other] { "" } und { $more } weitere.
}
digest-also = Dazu { $drafts ->
    [0] { "" }
    [one] wartet ein Entwurf auf dein Okay
   *[other] warten { $drafts } Entwürfe auf dein Okay
}{ $reminders ->
    [0] .
    [one] { $drafts ->
        [0] kommt heute eine Erinnerung.
       *[other] , und heute kommt eine Erinnerung.
    }
   *[other] { $drafts ->
        [0] kommen heute { $reminders } Erinnerungen.
       *[other] , und heute kommen { $reminders } Erinnerungen.
    }
}
evening = Dein Tag: { $parts }. Schönen Feierabend!
evening-sent = { $count ->
    [one] eine Nachricht gesendet
   *[other] { $count } Nachrichten gesendet
}
evening-replies = { $count ->
    [one] eine Antwort bekommen
   *[other] von { $count } Kontakten Antwort bekommen
}
evening-reminders = { $count ->
    [one] eine Erinnerung erledigt
   *[other] { $count } Erinnerungen erledigt
}
evening-called = { $count ->
    [one] einmal telefoniert
   *[other] { $count }-mal telefoniert
}
evening-started = { $count ->
    [one] eine Sequenz gestartet
   *[other] { $count } Sequenzen gestartet
}
plan-set = Alles klar, so machen wir es:
    { $lines }
plan-shown = So läuft dein Tag:
    { $lines }
plan-digest = Morgenliste um { $time }
plan-no-digest = Keine Morgenliste
plan-evening = Abendzeile um { $time }, wenn es etwas zu sagen gibt
plan-no-evening = Keine Abendzeile
plan-active = Du arbeitest { $start } bis { $end } ({ $days })
plan-next = Die nächste Liste kommt { $when }.
button-digest-off = Keine Morgenliste
button-digest-on = Morgenliste an
button-evening-off = Keine Abendzeile
button-evening-on = Abendzeile an

## Eine Nachricht an viele

batch-preview = An { $count ->
    [one] eine Person
   *[other] { $count } Leute
}: { $names }

    { $samples }{ $left }{ $warning }

    Soll das so raus? »Alle außer 3« geht auch.
batch-left-out =
    Ausgelassen ({ $count }):
    { $lines }
batch-nobody = Von den Gemeinten kann gerade niemand die Nachricht bekommen.{ $lines }
batch-too-many = Das wären { $count } Leute, mehr als { $most } auf einmal schicke ich nicht. Grenz es bitte ein.
batch-placeholder = »{ $name }« kenne ich als Platzhalter nicht. Es gehen: { $known }. Wie soll der Text lauten?
batch-none = Gerade ist keine Nachricht an viele unterwegs.
batch-card = { $place } von { $total } · { $name }: »{ $text }«
batch-progress = 📤 { $sent } von { $total } raus{ $waiting ->
    [0] { "" }
    [one] , eine kommt noch
   *[other] , { $waiting } kommen noch
}{ $left ->
    [0] .
   *[other] , { $left } ausgelassen.
}
batch-done = ✅ Fertig: { $sent } von { $total } raus{ $left ->
    [0] .
   *[other] , { $left } ausgelassen:{ $lines }
}
batch-stopped = ✋ Gestoppt: { $sent } von { $total } sind raus, mehr gehen nicht.
button-batch-template = { $count } per Vorlage: { $text }
button-one-by-one = Einzeln durchgehen
button-all-others = Alle übrigen senden
button-stop-batch = Stopp

## Wer mit wem arbeitet

lead-locked = { $name }: Daran arbeitet schon jemand aus deinem Team. Ich habe nichts geschickt.
lead-free = An { $name } arbeitet sonst niemand aus deinem Team. Du kannst einfach loslegen.
no-leader-to-ask = Du hast gerade niemanden über dir, den ich fragen könnte.
leader-asked = Ich habe { $leader } gefragt. Sobald es entschieden ist, sage ich dir Bescheid.
leader-asked-already = { $leader } weiß schon davon. Sobald es entschieden ist, sage ich dir Bescheid.
button-ask-leader = Leader fragen
button-lock-assign = Wer fragt, bekommt den Kontakt
button-lock-both = Beide, getrennt nach Zweck
button-lock-leave = So lassen
lock-assign = { $name } gehört ab jetzt zu { $rep }. { $holder } weiß Bescheid.
lock-both = { $rep } und { $holder } arbeiten beide mit { $name }: einer fürs Produkt, einer fürs Geschäft. Beide wissen Bescheid.
lock-assign-rep = { $leader } hat entschieden: { $name } gehört dir. Du kannst loslegen.
lock-assign-holder = { $leader } hat entschieden: Mit { $name } arbeitet ab jetzt jemand anderes aus dem Team. Ich schreibe dort für dich nicht mehr.
lock-both-rep = { $leader } hat entschieden: Du sprichst mit { $name } übers { $purpose }. Du kannst loslegen.
lock-both-holder = { $leader } hat entschieden: Du sprichst mit { $name } weiter übers { $purpose }, jemand anderes aus dem Team über das andere.
field-purpose = Zweck
value-purpose-product = Produkt
value-purpose-recruiting = Geschäft
