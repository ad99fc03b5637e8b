# Was Sequenzen, Erinnerungen und ablaufende Freigaben sagen.

sequence-disclosure = { $register ->
    [sie] Ich bin der KI-Assistent von { $sender }.
   *[du] Ich bin der KI-Assistent von { $sender }.
}
sequence-stop-word = { $register ->
    [sie] Wenn Sie nichts mehr von uns hören möchten, schreiben Sie einfach STOPP.
   *[du] Wenn du nichts mehr von uns hören magst, schreib einfach STOPP.
}

reminder-card = { $about ->
    [lead_note] ⏰ { $name }: { $note }
    [lead] ⏰ Du wolltest dich bei { $name } melden.
   *[note] ⏰ { $note }
}
reminder-card-plain = ⏰ Du wolltest an etwas erinnert werden.
reminder-card-call = 📞 { $name } anrufen{ $phone ->
    [none] {""}
   *[other] {" "}({ $phone })
}{ $note ->
    [none] .
   *[other] : { $note }
}
reminder-overdue = Das war für { $when } gedacht.
reminder-more = ⏰ Und noch { $count ->
    [one] eine Erinnerung
   *[other] { $count } Erinnerungen
}, die liegen geblieben { $count ->
    [one] ist
   *[other] sind
}:
reminder-line = • { $text }
reminder-button-done = Erledigt
reminder-button-later = Später (in 2 Stunden)
reminder-button-tomorrow = Morgen um 9
reminder-when-later = in 2 Stunden
reminder-when-tomorrow = morgen um 9 Uhr

approval-warning = Diese Nachricht an { $name } wartet noch auf dich und verfällt { $when }:
    „{ $text }“
approval-expired = Die Nachricht an { $name } ist nicht rausgegangen: Die Freigabe ist abgelaufen. Wenn du sie noch schicken willst, sag mir einfach Bescheid.
approval-nobody = unbekannt
approval-button-approve = Senden
approval-button-change = Ändern
approval-button-reject = Verwerfen

sequence-call-note = { $topic ->
    [none] Ruf { $name } an ({ $sequence }).
   *[other] Ruf { $name } an: { $topic } ({ $sequence })
}
sequence-reminder-note = { $topic ->
    [none] { $step } ({ $sequence })
   *[other] { $topic } ({ $sequence })
}
sequence-call-after-reply = Antwort von { $name }: jetzt ist ein guter Moment für einen Anruf.

reason-sequence-finished = Die Sequenz ist durch.
