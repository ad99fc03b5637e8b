## Daten eines Menschen löschen

forget-confirm = Soll ich alles über { $name } löschen? Weg sind dann { $what } und was in unseren Chats dazu steht. { $stopped ->
    [0] Behalten wird nur unter einem Schlüssel, der keinen Namen verrät: wozu die Person zugestimmt oder was sie widerrufen hat.
   *[other] Behalten wird nur unter einem Schlüssel, der keinen Namen verrät: die Kontaktsperre und wozu die Person einmal zugestimmt hat.
 }{ $others ->
    [0] {""}
    [one] {" "}Dieselbe Person gibt es im Team noch einmal, das lösche ich mit.
   *[other] {" "}Dieselbe Person gibt es im Team noch { $others } Mal, das lösche ich mit.
 }{ $elsewhere ->
    [0] {""}
   *[other] {" "}Im Team kennt sie noch jemand. Überall löscht nur, wer das Team leitet.
 }

    Zurücknehmen lässt sich das nicht.
forget-done = { $count ->
    [one] Gelöscht. Von dieser Person ist hier nichts mehr gespeichert.
   *[other] An { $count } Stellen gelöscht. Von dieser Person ist hier nichts mehr gespeichert.
 }{ $never ->
    [0] {""}
   *[other] {" "}Die Kontaktsperre bleibt, auch wenn sie wieder in einer Liste steht.
 }{ $left ->
    [0] {""}
   *[other] {" "}Bei jemand anderem im Team gibt es sie noch. Sag es deiner Leitung, sie löscht mit /vergessen und der Nummer überall.
 }
    Was in deinem eigenen Messenger und Adressbuch steht, löschst du dort selbst.
forget-told = { $leader } hat auf Wunsch der Person alles über einen deiner Kontakte gelöscht. Wer es war, steht hier nirgends mehr.
forget-sending = Gerade geht noch eine Nachricht an { $name } raus. Versuch es in einer Minute noch einmal.
forget-messages = { $count ->
    [one] eine Nachricht
   *[other] { $count } Nachrichten
}
forget-notes = { $count ->
    [one] eine Notiz
   *[other] { $count } Notizen
}
forget-reminders = { $count ->
    [one] eine Erinnerung
   *[other] { $count } Erinnerungen
}
forget-sequences = { $count ->
    [one] eine laufende Sequenz
   *[other] { $count } laufende Sequenzen
}
forget-meetings = { $count ->
    [one] ein Termin
   *[other] { $count } Termine
}
forget-approvals = { $count ->
    [one] ein Entwurf
   *[other] { $count } Entwürfe
}
forget-contact = die Kontaktdaten
button-forget = Endgültig löschen
button-forget-never = Löschen und sperren
button-forget-asked = Daten löschen
act-erased = Dazu ist nichts mehr gespeichert.
