# Was Sequenzen, Erinnerungen und ablaufende Freigaben sagen.

## An Leads: die Pflichtzeilen einer automatischen Nachricht

sequence-disclosure = Ich bin der KI-Assistent von { $sender }.
sequence-stop-word = { $register ->
    [sie] Wenn Sie nichts mehr hören möchten, schreiben Sie einfach STOPP.
   *[du] Wenn du nichts mehr hören magst, schreib einfach STOPP.
}

## An Reps: fällige Erinnerungen

reminder-card-lead-note = ⏰ { $name }: { $note }
reminder-card-lead = ⏰ Du wolltest dich bei { $name } melden.
reminder-card-call-note = 📞 { $name } ({ $phone }): { $note }
reminder-card-call = 📞 { $name } anrufen: { $phone }
reminder-card-note = ⏰ { $note }
reminder-card-bare = ⏰ Du wolltest an etwas erinnert werden.
reminder-overdue = Das war für { $when } gedacht.
reminder-more = { $count ->
    [one] Und noch etwas ist liegen geblieben:
   *[other] Und noch { $count } Sachen sind liegen geblieben:
}
reminder-button-done = Erledigt
reminder-button-later = Später (2 Std.)
reminder-button-tomorrow = Morgen um 9
reminder-when-later = in 2 Stunden
reminder-when-tomorrow = morgen um 9 Uhr

## An Reps: Freigaben, die niemand entschieden hat

approval-warning =
    Diese Nachricht an { $name } wartet noch auf dich. Die Freigabe läuft { $when } ab:
    »{ $text }«
approval-expired = Die Nachricht an { $name } ist nicht rausgegangen: Die Freigabe ist abgelaufen. Wenn du sie noch schicken willst, sag mir Bescheid.
approval-button-approve = Senden
approval-button-change = Ändern
approval-button-reject = Verwerfen
approval-nobody = deinen Kontakt

## Schritte, die beim Rep landen

sequence-reminder-when = in 1 Minute
sequence-reminder-note = { $topic } ({ $sequence })
sequence-call-note = { $note } ({ $sequence })
sequence-call-reply = Hat gerade geantwortet, ein guter Moment für ein Gespräch ({ $sequence }).
sequence-call-objection = Anrufen und den Einwand aufgreifen: { $objection } ({ $sequence }).
sequence-call-interest = Anrufen, Anknüpfungspunkt: { $interest } ({ $sequence }).
sequence-given-up = Bei der Sequenz „{ $sequence }“ für { $name } ist etwas schiefgegangen, ich habe sie beendet. Schau bitte selbst nach { $name }.
sequence-call-plain = Anrufen: { $step } ({ $sequence }).

## Warum etwas geschah oder nicht

reason-step = Der Schritt der Sequenz war an der Reihe.
reason-started = Die Sequenz wurde gestartet.
reason-triggered = Die Sequenz hat von selbst begonnen, weil ihr Auslöser passt.
reason-next-sequence = Diese Sequenz folgt auf die vorige.
reason-approved = Du hast die Nachricht freigegeben.
reason-wait-step = Die Sequenz sieht hier eine Pause vor.
reason-archive-step = Die Sequenz ist am Ende, der Kontakt ist archiviert.
reason-nurture-step = Die Sequenz ist am Ende, jetzt folgt die Langzeitpflege.
reason-end-step = Die Sequenz ist hier zu Ende.
reason-condition = Die Bedingung dieses Schritts ist gerade nicht erfüllt.
reason-not-due = Der nächste Schritt ist noch nicht dran.
reason-live-talk = Der Kontakt hat gerade erst geschrieben, da funke ich nicht dazwischen.
reason-answer-time = Der Kontakt hat noch Zeit zu antworten.
reason-no-response-branch = Es kam keine Antwort, dafür sieht die Sequenz etwas anderes vor.
reason-reply-branch = Der Kontakt hat geantwortet, dafür sieht die Sequenz etwas anderes vor.
reason-reply-next-step = Der Kontakt hat geantwortet, es geht mit dem nächsten Schritt weiter.
reason-reply-wait = Der Kontakt hat geantwortet, deshalb lasse ich dir Zeit für eine Antwort.
reason-reply-handled = Der Kontakt hat wieder geantwortet, um die erste Antwort kümmerst du dich schon.
reason-reply-positive-pause = Der Kontakt hat positiv geantwortet. Eine Woche lang gehört das Gespräch dir.
reason-reply-neutral-rest = Der Kontakt hat geantwortet, deshalb ruht die Sequenz drei Tage.
reason-reply-negative-end = Der Kontakt hat abgesagt, damit ist die Sequenz zu Ende.
reason-target-reached = Das Ziel der Sequenz ist erreicht.
reason-lead-lost = Der Kontakt gilt als verloren.
reason-lead-archived = Der Kontakt ist archiviert.
reason-lead-gone = Den Kontakt gibt es nicht mehr.
reason-max-attempts = Die Sequenz hat so oft geschrieben, wie sie darf.
reason-max-duration = Die Sequenz hat so lange gedauert, wie sie darf.
reason-completed = Die Sequenz ist durch.
reason-template-missing = Für diesen Schritt gibt es keinen Text.
reason-placeholder-missing = Für diesen Text fehlt eine Angabe, zum Beispiel ein Link.
reason-lead-replied = Der Kontakt hat inzwischen geschrieben.
reason-approval = Die Nachricht wartet auf deine Freigabe.
reason-approval-rejected = Du hast die Nachricht verworfen.
reason-approval-expired = Die Freigabe ist abgelaufen.
reason-approval-void = Die Freigabe galt nicht mehr, weil der Kontakt inzwischen geschrieben hat.
reason-next-sequence-unknown = Die Sequenz, die folgen soll, gibt es nicht.
reason-next-sequence-running = Die Sequenz, die folgen soll, läuft schon.
reason-next-sequence-cooling-down = Die Sequenz, die folgen soll, lief vor Kurzem erst.
reason-automation-off = Für diesen Kontakt ist die Automatik ausgeschaltet.
reason-moved-to-nurture = Der Kontakt ist in die Langzeitpflege gewechselt.
reason-archived = Der Kontakt ist archiviert.
reason-internal = Da ist bei mir etwas schiefgegangen.
