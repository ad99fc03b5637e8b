# Eigene Sequenzen: was an einer Datei nicht stimmt, ihre Vorschau, ein- und ausschalten.

yaml-alias = Anker und Verweise (& und *) sind nicht erlaubt. Schreib den Text bitte aus.
yaml-characters = Hier steht ein Steuerzeichen oder etwas, das kein Text ist. Speichere die Datei als UTF-8.
yaml-duplicate-key = »{ $name }« steht hier zum zweiten Mal.
yaml-key = Das ist kein brauchbarer Feldname.
yaml-no-mapping = Die Datei muss mit Feldern wie »name:« und »steps:« anfangen.
yaml-several-documents = In der Datei stehen mehrere Dokumente (---). Bitte schick jedes für sich.
yaml-syntax = Hier stimmt die Form nicht, oft sind es Einrückung, Doppelpunkt oder Anführungszeichen ({ $detail }).
yaml-tag = Typangaben mit ! sind nicht erlaubt.
yaml-too-big = Die Datei ist größer als { $max } KB.
yaml-too-deep = Das ist zu tief verschachtelt.
yaml-too-many = Die Datei hat zu viele Einträge.
sequence-choice = »{ $field }« kann nicht »{ $value }« sein. Möglich: { $allowed }.
sequence-day-after-end = Tag { $day } liegt hinter dem Ende der Sequenz (max_duration_days: { $max }).
sequence-day-order = Tag { $day } steht hinter Tag { $before }. Sortier die Schritte nach Tagen.
sequence-follows-itself = Die Sequenz kann nicht auf sich selbst folgen.
sequence-jump-back = »{ $step }« liegt davor. Gesprungen wird nur nach vorn.
sequence-missing-field = Hier fehlt »{ $field }«.
sequence-name = Der Name braucht Buchstaben oder Ziffern.
sequence-no-response-twice = Was ohne Antwort geschieht, steht zweimal da. Lass eins weg.
sequence-no-steps = Unter »steps« steht kein Schritt.
sequence-no-template = Dieser Schritt schickt etwas, also braucht er »template«, »text« oder »variants«.
sequence-not-text = »{ $field }« muss ein Text sein.
sequence-number = »{ $field }« muss eine ganze Zahl von { $low } bis { $high } sein, nicht »{ $value }«.
sequence-step-ambiguous = Mehrere Schritte heißen »{ $step }«.
sequence-step-form = Ein Schritt besteht aus Feldern wie »day:« und »action:«.
sequence-template-unused = Bei »{ $action }« wird nichts geschickt, Vorlage und Varianten gehören da nicht hin.
sequence-text-too-long = »{ $field }« ist länger als { $max } Zeichen.
sequence-text-twice = Für »{ $template }« stehen zwei verschiedene Texte da.
sequence-too-many-steps = Das sind mehr als { $max } Schritte.
sequence-trigger-field = »{ $field }« gibt es erst, wenn die Sequenz läuft. Als Auslöser geht das nicht.
sequence-unknown-branch = »{ $branch }« kenne ich nicht. Möglich sind { $allowed }, ein späterer Schritt oder start_sequence.
sequence-unknown-field = Das Feld »{ $field }« gibt es nicht.{ $near ->
    [none] { "" }
   *[other] { " " }Meinst du »{ $near }«?
}
sequence-unknown-sequence = Die Sequenz »{ $sequence }« gibt es nicht.
sequence-unknown-template = Die Vorlage »{ $template }« gibt es nicht. Du kannst den Text mit »text:« direkt hinschreiben.
sequence-variants-twice = Zwei Varianten sind gleich benannt.
template-empty = Hier fehlt der Text.
template-form = Ein Text ist entweder einfacher Text oder hat »de« und »en«.
template-too-long = Der Text ist länger als { $max } Zeichen.
placeholder-braces = Bei »{ $name }« stimmen die geschweiften Klammern nicht.
placeholder-unknown = Den Platzhalter »{ $name }« gibt es nicht.
condition-brackets = In der Bedingung fehlt eine Klammer (Stelle { $column }).
condition-character = In der Bedingung steht ein Zeichen, das dort nichts verloren hat: { $code } (Stelle { $column }).
condition-empty = Die Bedingung ist leer.
condition-kinds = Mit { $sign } wird hier Ungleiches verglichen, etwa Zahl und Text (Stelle { $column }).
condition-list = Nach »in« gehört eine Liste wie ['hot', 'warm'] (Stelle { $column }).
condition-not-a-question = Das ist keine Ja-Nein-Frage (Stelle { $column }).
condition-not-allowed = Das ist in Bedingungen nicht erlaubt (Stelle { $column }).
condition-number = Diese Zahl kann ich nicht lesen (Stelle { $column }).
condition-quote = In der Bedingung fehlt ein Anführungszeichen (Stelle { $column }).
condition-single-equals = Verglichen wird mit == (Stelle { $column }).
condition-syntax = Die Bedingung kann ich nicht lesen (Stelle { $column }).
condition-too-deep = Die Bedingung ist zu tief verschachtelt.
condition-too-long = Die Bedingung ist länger als { $max } Zeichen.
condition-too-many = Die Bedingung hat zu viele Teile.
condition-unit = Die Einheit »{ $unit }« kenne ich nicht. Möglich: m, h, d, w (Stelle { $column }).
condition-unknown-field = »{ $field }« kenne ich nicht.{ $near ->
    [none] { "" }
   *[other] { " " }Meinst du »{ $near }«?
}
condition-unknown-value = Diesen Wert hat das Feld nie (Stelle { $column }).
yaml-line = Zeile { $line }: { $problem }
yaml-file-line = Die Datei: { $problem }
own-broken =
    »{ $file }« kann ich so noch nicht nehmen:

    { $lines }

    Bessere das aus und schick mir die Datei noch mal.
own-more = … und noch { $count } weitere Stellen.
own-how = Schick mir eine YAML-Datei mit deiner Sequenz hier in den Chat. Ich prüfe sie und zeige dir, was sie täte.
own-too-large = Die Datei »{ $file }« ist zu groß oder kam nicht an. Eine Sequenz darf höchstens 64 KB haben.
own-preview =
    »{ $sequence }« ist in Ordnung (Version { $version }):

    { $lines }

    Soll ich sie einschalten?
own-step = Tag { $day }: { $step } – { $what }
own-step-branches = Tag { $day }: { $step } – { $what } ({ $branches })
own-what-send = Nachricht: „{ $text }“
own-what-create-reminder = Erinnerung für dich
own-what-schedule-call = Anruf-Erinnerung für dich
own-what-wait = abwarten
own-what-move-to-nurture = in die Langzeitpflege
own-what-archive-lead = Kontakt archivieren
own-what-end-sequence = Ende
own-branch-positive = bei Zusage: { $then }
own-branch-neutral = bei neutraler Antwort: { $then }
own-branch-negative = bei Absage: { $then }
own-branch-none = ohne Antwort: { $then }
own-then-next-step = nächster Schritt
own-then-wait = abwarten
own-then-schedule-call = Anruf
own-then-create-reminder = Erinnerung
own-then-move-to-nurture = Langzeitpflege
own-then-archive-lead = archivieren
own-then-end-sequence = Ende
own-trigger = Sie beginnt von selbst, sobald gilt: { $trigger }
own-warn-templates = Achtung: Für { $steps } gibt es keine freigegebene WhatsApp-Vorlage. Nach 24 Stunden Stille geht da auf WhatsApp nichts raus.
own-on = »{ $sequence }« ist eingeschaltet (Version { $version }). Starten kannst du sie mit: Starte { $sequence } für … Wer schon mittendrin ist, bleibt bei seiner Version.
own-off = »{ $sequence }« ist ausgeschaltet. Laufende gehen noch zu Ende, neue beginnen nicht.
own-not-yours = »{ $sequence }« gehört nicht dir, also kannst du sie nicht ausschalten.
own-gone = Diese Version gibt es nicht mehr. Schick mir die Datei bitte noch mal.
own-list =
    Deine Sequenzen:

    { $lines }
own-list-line = { $sequence }: { $steps } Schritte in { $days } Tagen, läuft gerade für { $running }
own-list-yours = { $sequence } (deine, Version { $version }): { $steps } Schritte in { $days } Tagen, läuft gerade für { $running }
own-list-off = { $sequence } (deine, ausgeschaltet)
button-own-on = Einschalten
button-own-leave = Noch nicht
button-own-off = { $sequence } ausschalten
