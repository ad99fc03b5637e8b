### Das Team: wer dabei ist, wer kommt und geht, wer führt.

role-rep = Mitglied
role-leader = Leitung
role-admin = Admin
team-you-left = Du bist nicht mehr in diesem Team, deshalb kann ich hier nichts mehr für dich tun. Wenn das ein Irrtum ist, bitte deine frühere Leitung um einen neuen Einladungslink.
team-which = Im Team heißen mehrere { $name }. Wen meinst du?
team-nobody = { $name } finde ich in eurem Team nicht. Dabei sind: { $names }.
team-members = { $team }, { $count ->
    [one] eine Person
   *[other] { $count } Personen
}:
    { $lines }{ $waiting ->
    [0] { "" }
    [one] { "" }
    Eine Einladung von dir ist noch offen.
   *[other] { "" }
    { $waiting } Einladungen von dir sind noch offen.
}
team-member = • { $name } ({ $role }){ $me ->
    [0] { "" }
   *[other] { "" }, das bist du
}
team-member-unreached = • { $name } ({ $role }), hat mir noch nie geschrieben
button-invite-member = Jemanden einladen

## Einladen

member-invite = { $named ->
    [0] Dein Einladungslink ins Team.
   *[other] Einladung für { $name }.
} Schick das hier weiter. Wer es öffnet, ist als Mitglied in deinem Team. Es gilt { $days } Tage und nur für eine Person.
    { $lines }
member-link = { $channel ->
    [telegram] Telegram
   *[other] WhatsApp
}: { $link }
member-word = Mir auf Telegram oder WhatsApp schreiben: { $word }
join-welcome = Willkommen im Team von { $leader }, { $name }! Ich bin SalesFlow und nehme dir das Nachfassen ab. Schreib mir einfach, was du brauchst, zum Beispiel: »Erinnere mich morgen um 10 an Jonas«.
join-told = 🎉 { $name } ist jetzt in deinem Team.
join-over = Dieser Einladungslink gilt nicht mehr: Er ist schon benutzt oder abgelaufen. Bitte um einen neuen, dann klappt es.
join-nameless = Neues Mitglied

## Befördern

role-whom = Um wen geht es?
role-whom-leader = Wer soll das Team mit leiten?
role-whom-rep = Wer soll die Leitung abgeben?
role-which = Was soll { $name } sein?
role-already = { $name } ist schon { $role }.
role-of-admin = { $name } ist Admin. Daran ändert nur, wer SalesFlow bei euch betreut.
role-confirm-leader = Soll { $name } das Team mit leiten? Damit sind Teamzahlen, Vorlagen und Einladungen offen.
role-confirm-rep = Soll { $name } die Leitung abgeben?
role-wish-leader = { $leader } möchte, dass { $name } das Team mit leitet. Einverstanden?
role-wish-rep = { $leader } möchte, dass { $name } die Leitung abgibt. Einverstanden?
role-wished = Das entscheidet bei euch ein Admin. Ich habe gefragt und sage dir Bescheid ({ $name }: { $role }).
role-no-admin = Das entscheidet ein Admin, und ich erreiche gerade keinen. Wer SalesFlow bei euch betreut, kann es eintragen.
role-changed = { $name } ist jetzt { $role }.
role-granted = Ein Admin hat zugestimmt: { $name } ist jetzt { $role }.
role-declined = Ein Admin hat abgelehnt: { $name } wird nicht { $role }.
role-declined-done = In Ordnung, { $name } bleibt, wie es ist. Ich sage es weiter.
role-told-leader = { $admin } hat dir die Leitung gegeben. Ab jetzt geht auch: »Wie läuft das Team?«, »Wer braucht Hilfe?«, »Lade jemanden ein«.
role-told-rep = { $admin } hat eingetragen, dass du wieder Mitglied bist. Deine Kontakte bleiben bei dir.
role-admin-by-hand = Admin wird niemand im Chat. Das richtet ein, wer SalesFlow bei euch betreibt.
role-last-leader = Dann hätte das Team keine Leitung mehr. Gib sie vorher jemand anderem, dann kann { $name } sie abgeben.
button-role-yes = Ja, einverstanden
button-role-leader = Leitung
button-role-rep = Mitglied

## Jemand geht

remove-whom = Wer verlässt das Team?
remove-yourself = Dich selbst kann ich nicht aus dem Team nehmen. Das macht jemand anderes aus der Leitung oder ein Admin.
remove-leader = { $name } gehört zur Leitung. Das kann nur ein Admin.
remove-to-whom = { $name } hat { $what }. Zu wem soll das?
remove-to-herself = { $name } geht ja gerade. Zu wem soll es stattdessen?
remove-confirm = { $name } verlässt das Team.
    An { $takers } geht: { $what }.
    Anmeldung, Geräte und Links von { $name } enden sofort. Soll ich?
remove-confirm-nothing = { $name } verlässt das Team. Kontakte gibt es keine zu übergeben. Anmeldung, Geräte und Links enden sofort. Soll ich?
remove-done = { $name } ist nicht mehr im Team. Übergeben an { $takers }: { $what }.{ $stopped ->
    [0] { "" }
   *[other] { "" } Eine laufende Nachricht an viele habe ich angehalten.
}
remove-done-nothing = { $name } ist nicht mehr im Team.
remove-you = dich
remove-handed = { $name } ist nicht mehr im Team. { $leader } hat dir { $count ->
    [one] einen Kontakt
   *[other] { $count } Kontakte
} übergeben. Laufende Sequenzen, Erinnerungen und Termine sind mitgekommen.{ $drafts ->
    [0] { "" }
    [one] { "" } Ein Entwurf wartet auf dich, lies ihn vor dem Senden: Vielleicht steht noch der alte Name darin.
   *[other] { "" } { $drafts } Entwürfe warten auf dich, lies sie vor dem Senden: Vielleicht steht noch der alte Name darin.
}
remove-goodbye = { $leader } hat dich aus dem Team genommen. Deine Kontakte sind übergeben, deine Anmeldung endet. Danke für die gemeinsame Zeit!
belongs-leads = { $count ->
    [one] einen Kontakt
   *[other] { $count } Kontakte
}
belongs-sequences = { $count ->
    [one] eine laufende Sequenz
   *[other] { $count } laufende Sequenzen
}
belongs-reminders = { $count ->
    [one] eine Erinnerung
   *[other] { $count } Erinnerungen
}
belongs-approvals = { $count ->
    [one] einen wartenden Entwurf
   *[other] { $count } wartende Entwürfe
}
belongs-meetings = { $count ->
    [one] einen Termin
   *[other] { $count } Termine
}
belongs-messages = { $count ->
    [one] eine geplante Nachricht
   *[other] { $count } geplante Nachrichten
}
belongs-nothing = nichts
button-to-me = Zu mir
button-to-member = Zu { $name }
button-to-all = Im Team verteilen
button-remove = Ja, so machen
button-see-drafts = Entwürfe ansehen
ask-to = Zu wem sollen die Kontakte?
ask-role = Leitung oder Mitglied?

## Wie es läuft

team-report = 📊 { $name }, die letzten 7 Tage ({ $from } bis { $until }, davor in Klammern):
    • Neue Kontakte: { $new } ({ $was_new })
    • Angeschrieben: { $contacted } ({ $was_contacted })
    • Antwortquote: { $rate } ({ $was_rate })
    • Gewonnen: { $won } ({ $was_won })
    • Erinnerungen rechtzeitig: { $on_time } von { $due } ({ $was_on_time } von { $was_due }){ $few ->
    [0] { "" }
   *[other] { "" }
    Euer Team ist klein, da lassen sich Zahlen einzelnen zuordnen. Deshalb können alle sehen, dass du nachgesehen hast.
}
team-weekly = 📊 { $name }, eure Woche ({ $from } bis { $until }, die davor in Klammern):
    • Neue Kontakte: { $new } ({ $was_new })
    • Angeschrieben: { $contacted } ({ $was_contacted })
    • Antwortquote: { $rate } ({ $was_rate })
    • Gewonnen: { $won } ({ $was_won })
    • Erinnerungen rechtzeitig: { $on_time } von { $due } ({ $was_on_time } von { $was_due }){ $few ->
    [0] { "" }
   *[other] { "" }
    Euer Team ist klein, da lassen sich Zahlen einzelnen zuordnen. Deshalb können alle sehen, dass du sie bekommen hast.
}
team-report-one = { $name }, die letzten 7 Tage ({ $from } bis { $until }, davor in Klammern):
    • Neue Kontakte: { $new } ({ $was_new })
    • Angeschrieben: { $contacted } ({ $was_contacted })
    • Antwortquote: { $rate } ({ $was_rate })
    • Gewonnen: { $won } ({ $was_won })
    • Erinnerungen rechtzeitig: { $on_time } von { $due } ({ $was_on_time } von { $was_due }){ $few ->
    [0] { "" }
   *[other] { "" }
    { $name } kann sehen, dass du nachgesehen hast. Gespräche zeige ich nicht.
}
team-chart-new = Neue Kontakte
team-chart-contacted = Angeschrieben
team-chart-replied = Antwortquote
team-chart-won = Gewonnen
team-chart-on-time = Erinnerungen rechtzeitig
team-chart-this = diese 7 Tage
team-chart-before = die 7 davor
team-chart-note = Nur das ganze Team, keine einzelnen Personen.
team-help = Hier kannst du gerade helfen:
    { $lines }{ $more ->
    [0] { "" }
    [one] { "" }
    … und bei einer weiteren Person.
   *[other] { "" }
    … und bei { $more } weiteren.
}
team-help-none = Im Team ist nichts liegen geblieben.{ $asked ->
    [0] { "" }
   *[other] { "" } Auf deine Antwort warten noch offene Fälle.
}
stuck-reminders = { $count ->
    [one] eine Erinnerung ist überfällig
   *[other] { $count } Erinnerungen sind überfällig
}
stuck-unanswered = { $count ->
    [one] ein Kontakt wartet seit über einem Tag auf Antwort
   *[other] { $count } Kontakte warten seit über einem Tag auf Antwort
}
stuck-drafts = { $count ->
    [one] ein Entwurf läuft bald ab
   *[other] { $count } Entwürfe laufen bald ab
}
button-hint-to = Tipp an { $name }
button-open-cases = Offene Fälle ({ $count })
button-who-needs-help = Wer braucht Hilfe?
button-weekly-off = Kein Wochenbericht mehr
button-weekly-on = Wochenbericht an
plan-weekly = Wochenbericht montags mit der Morgenliste
plan-no-weekly = Kein Wochenbericht

## Vertretung

deputy-set = { $name } vertritt dich ab jetzt: Wenn du einen Entwurf liegen lässt, bekommt { $name } ihn rechtzeitig vor dem Ablaufen.
deputy-told = { $name } hat dich als Vertretung eingetragen. Bleibt dort ein Entwurf liegen, zeige ich ihn dir, bevor er abläuft.
deputy-is = { $name } vertritt dich, wenn du einen Entwurf liegen lässt.
deputy-is-leader = Du hast niemanden eingetragen. Bleibt ein Entwurf liegen, bekommt ihn { $name } aus deiner Leitung.
deputy-none = Du hast keine Vertretung. Bleibt ein Entwurf liegen, läuft er ab.
deputy-sure = Soll { $name } deine Entwürfe entscheiden, wenn du sie liegen lässt?
deputy-yourself = Dich selbst kannst du nicht vertreten. Wer soll es sein?
deputy-nobody = einen Kontakt
deputy-card = Vertretung für { $rep }: Der Entwurf an { $name } ist noch nicht entschieden und läuft { $when } ab.
    »{ $text }«
deputy-several = { $rep } hat { $count } Entwürfe noch nicht entschieden, der erste läuft { $when } ab. Magst du das übernehmen?
button-no-deputy = Keine Vertretung
button-deputy = { $name } vertritt mich
button-otherwise = Anders helfen
approval-card-other = { $who } hat entschieden ({ $state }), an { $name }: »{ $text }«
approval-already-by = #{ $id } hat { $who } schon entschieden ({ $state }). Es passiert nichts.
reason-deputy-asked = Die Vertretung wurde gefragt.

## Wie viel ich im Team von selbst beantworte

rollout-stage-0 = jeder Kontakt für sich, so wie eingestellt
rollout-stage-1 = Entwürfe nur für { $name }, zum Ausprobieren
rollout-stage-2 = Entwürfe für alle, rausgehen tut nichts ohne Tipp
rollout-stage-3 = Einfaches beantworte ich selbst: keine Angebote, keine besonderen Kunden, nur wenn ich sicher bin
rollout-stage-4 = ich antworte selbst, wo ich sicher bin; Angebote ab 50 € und besondere Kunden zeige ich vorher
rollout-shown = { $stage ->
        [0] Automatik im Team: { $what }.
       *[other] Automatik im Team, Stufe { $stage } von 4: { $what }.
    }
    { $lines }
    { $advice }
rollout-no-figures = Zahlen gibt es, sobald eine Stufe läuft.
rollout-figures = Seit dieser Stufe: { $asis } Entwürfe unverändert gesendet, { $edited } geändert, { $rejected } verworfen, { $auto } Antworten von selbst, { $angry } verärgerte Reaktionen, { $optedout } Abmeldungen.
rollout-advice-none = Mit »Stufe 1 für mein Team« probierst du es mit einer Person aus.
rollout-advice-few = Für den nächsten Schritt ist es noch zu früh: Warte auf mindestens { $enough } gesendete Antworten.
rollout-advice-yes = Es spricht nichts gegen die nächste Stufe.
rollout-advice-harm = Zu viele Abmeldungen und verärgerte Reaktionen. Geh besser eine Stufe zurück.
rollout-advice-rework = Zu viele Entwürfe wurden geändert oder verworfen. Bleib hier oder geh eine Stufe zurück.
rollout-which = Welche Stufe? 1 Entwürfe für eine Person, 2 Entwürfe für alle, 3 Einfaches von selbst, 4 von selbst, wo ich sicher bin.
rollout-whom = Wer soll es ausprobieren?
rollout-already = Das ist schon so: { $what }.
rollout-confirm = { $stage ->
        [0] Die Stufen fürs Team beenden: { $what }?
       *[other] Stufe { $stage } fürs ganze Team: { $what }?
    }
    { $lines }
rollout-switched = { $stage ->
        [0] Die Stufen sind beendet: { $what }.
       *[other] Stufe { $stage } gilt ab jetzt fürs Team: { $what }.
    }
rollout-told = { $leader } hat für euer Team eingestellt: { $what }.
rollout-back-harm = Ich habe euer Team auf Stufe 2 zurückgestellt: Es gab zu viele Abmeldungen oder verärgerte Reaktionen. Ab jetzt wartet wieder jeder Entwurf auf einen Tipp.
    { $lines }
rollout-back-rework = Ich habe euer Team auf Stufe 2 zurückgestellt: Zu viele Entwürfe wurden geändert oder verworfen. Ab jetzt wartet wieder jeder Entwurf auf einen Tipp.
    { $lines }
button-rollout = Stufe { $stage }
button-rollout-off = Stufen beenden
button-rollout-yes = { $stage ->
        [0] Ja, beenden
       *[other] Ja, Stufe { $stage }
    }
button-rollout-again = Trotzdem weitermachen

leads-of-member = { $name } ist in deinem Team. Kontakte und Gespräche von anderen zeige ich nicht.
button-figures = Zahlen von { $name }
