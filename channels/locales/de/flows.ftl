# Was beim Führen von Sequenzen gesagt wird: anhalten, weiterlaufen lassen, überspringen, verschieben.

sequence-choose = Welche Sequenz soll es sein?
sequence-pause-which = Welche Sequenz soll ich für { $name } anhalten?
sequence-resume-which = Welche Sequenz soll für { $name } weiterlaufen?
sequence-skip-which = In welcher Sequenz von { $name } soll ich den nächsten Schritt auslassen?
sequence-postpone-which = In welcher Sequenz von { $name } soll ich den nächsten Schritt verschieben?
sequence-paused = »{ $sequence }« macht für { $name } Pause. Wenn es weitergehen soll, sag einfach Bescheid.
sequence-paused-until = »{ $sequence }« macht für { $name } Pause und geht { $until } von selbst weiter.
sequence-not-paused = »{ $sequence }« macht für { $name } gar keine Pause, da ist nichts anzustoßen.
sequence-is-paused = »{ $sequence }« macht für { $name } gerade Pause. Soll sie erst weiterlaufen?
sequence-resumed = »{ $sequence }« läuft für { $name } weiter. Als Nächstes: { $step }, { $when }.
sequence-resumed-now = »{ $sequence }« läuft für { $name } weiter. { $step } ist gleich dran.
sequence-no-step-left = In »{ $sequence }« steht für { $name } kein Schritt mehr aus.
step-skipped = »{ $skipped }« fällt für { $name } aus. Als Nächstes: { $step }, { $when }.
step-skipped-last = »{ $skipped }« fällt für { $name } aus. Das war der letzte Schritt von »{ $sequence }«.
step-postponed = »{ $step }« kommt für { $name } jetzt { $when }.{ $more ->
    [0] { "" }
    [one] { " " }Der Schritt danach rückt mit.
   *[other] { " " }Die { $more } Schritte danach rücken mit.
}
button-resume-sequence = Weiterlaufen lassen
button-postpone-tomorrow = Um einen Tag
button-postpone-three-days = Um 3 Tage
button-postpone-week = Um eine Woche
postpone-tomorrow = 1 Tag
postpone-three-days = 3 Tage
postpone-week = 1 Woche

reason-paused-by-user = Du hast die Sequenz angehalten.
reason-resumed-by-user = Du hast die Sequenz weiterlaufen lassen.
reason-skipped-by-user = Du hast den Schritt übersprungen.
reason-postponed-by-user = Du hast den Schritt verschoben.
reason-step-changed = Der Schritt, zu dem die Nachricht gehörte, wurde verschoben oder übersprungen.

## Die Zeitmaschine

sim-title = { $sequence } für { $name }
sim-fresh =
    So liefe »{ $sequence }« für { $name }, wenn sie jetzt begänne. Verschickt wird dabei nichts.

    { $lines }
sim-running =
    So ginge »{ $sequence }« für { $name } weiter. Verschickt wird dabei nichts.

    { $lines }
sim-when = Tag { $day }, { $at }
sim-day = Tag { $day }
sim-send = Nachricht: { $step }
sim-wait = Pause bis { $until }
sim-skip = Fällt aus: { $step }
sim-refuse = Geht nicht raus: { $step }
sim-act-call = Anruf-Erinnerung für dich: { $step }
sim-act-reminder = Erinnerung für dich: { $step }
sim-reply-positive = Angenommen: positive Antwort
sim-reply-neutral = Angenommen: neutrale Antwort
sim-reply-negative = Angenommen: Absage
sim-finish = Ende der Sequenz
sim-finish-archived = Ende, der Kontakt wird archiviert
sim-finish-then = Ende, danach: { $follows }
sim-open = Hier hört die Vorschau auf, die Sequenz liefe weiter.
sim-more = … und noch { $count } Einträge (alle im Bild oder über REST).
sim-nobody = Im letzten Monat kam kein Kontakt dazu und keiner hat geschrieben, da gibt es für »{ $sequence }« nichts durchzuspielen.
sim-replay =
    »{ $sequence }« über den letzten Monat: { $leads } Kontakte, { $sends } Nachrichten, { $replies } echte Antworten darauf angerechnet, { $refused } Mal nicht gesendet, { $ended } Mal zu Ende gelaufen. Gerechnet mit dem, was ich heute über sie weiß.
    { $lines }
sim-refused = { $count } Mal: { $reason }
sim-assume-positive = am Tag 3 positiv
button-sim-positive = Und bei Zusage?
button-start-sequence = Starten

## Vom eigenen Handy

reason-own-phone = Du schreibst mit dem Kontakt gerade selbst vom Handy aus, da halte ich mich raus.
reason-handed-back = Du hast mich wieder dazugeholt.
hand-back-done = Gut, bei { $name } bin ich wieder dabei.
hand-back-none = Bei { $name } habe ich mich gar nicht zurückgezogen.
hand-back-told = Mit { $name } schreibst du gerade selbst vom Handy. Ich halte mich raus, bis du etwas anderes sagst: spätestens { $until } bin ich wieder dabei, oder früher, wenn sich { $name } nach zwölf stillen Stunden meldet.
button-hand-back = Übernimm wieder
