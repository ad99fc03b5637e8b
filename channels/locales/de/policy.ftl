### Warum etwas ging oder nicht ging: ein Satz je Regel der Kontaktregeln und der Textprüfung.
### reason-* braucht keine Werte; detail-* nennt die Zahlen dazu (channels/words.py, reason()).

## Kontaktregeln

reason-ok = Es sprach nichts dagegen.
reason-answer = Das ist eine Antwort auf eine Nachricht, die keine 24 Stunden alt ist. Die darf jederzeit raus.
reason-confirmation = Das ist die eine Bestätigung der Abmeldung. Danach ist Ruhe.
reason-template = Das 24-Stunden-Fenster ist zu, deshalb geht die freigegebene Vorlage raus.
reason-opted-out = Dieser Kontakt möchte keine Nachrichten mehr. Daran halte ich mich auf allen Kanälen.
reason-locked = Daran arbeitet schon jemand aus deinem Team.
reason-rep-window = Das 24-Stunden-Fenster zu dir ist zu. Schreib mir kurz, dann kann ich dir wieder antworten.
reason-paused = Der Kontakt ist angehalten: Vielleicht war die letzte Nachricht eine Abmeldung. Das entscheidest du.
reason-no-consent = Für diesen Kontakt ist auf diesem Kanal keine Einwilligung eingetragen.
reason-no-template = Das 24-Stunden-Fenster ist zu, und es gibt keine freigegebene Vorlage, die passt.
reason-unanswered = Es sind schon mehr als fünf Nachrichten unbeantwortet. Ich dränge mich nicht auf.
reason-pending = Für diesen Kontakt wartet schon eine andere Nachricht. Mehr als eine auf einmal gibt es nicht.
reason-nurture-pause = In der langen Begleitung kommt erst eine Pause, danach höchstens eine Nachricht im Monat.
reason-daily-cap = Der Kontakt hat in den letzten 24 Stunden schon eine Nachricht bekommen.
reason-weekly-cap = Der Kontakt hat in den letzten sieben Tagen schon drei Nachrichten bekommen.
reason-holiday = Bei diesem Kontakt ist Feiertag.
reason-quiet-hours = Bei diesem Kontakt ist gerade Ruhezeit. Von allein schreibe ich nur Montag bis Samstag von 8 bis 21 Uhr.
reason-window-closed = Das 24-Stunden-Fenster ist zu. WhatsApp nimmt jetzt nur noch eine freigegebene Vorlage an.

policy-moment = { $weekday ->
    [mon] Mo
    [tue] Di
    [wed] Mi
    [thu] Do
    [fri] Fr
    [sat] Sa
   *[sun] So
}, { $day }.{ $month }. um { $time } Uhr

detail-no-template = Das 24-Stunden-Fenster ist seit { $closed } zu, und es gibt keine freigegebene Vorlage, die passt.
detail-unanswered = Es sind schon { $unanswered } Nachrichten unbeantwortet. Ich dränge mich nicht auf.
detail-template = Das 24-Stunden-Fenster ist zu, deshalb geht die freigegebene Vorlage „{ $template }“ raus.
detail-window-closed = Das 24-Stunden-Fenster ist zu. Es ginge aber die freigegebene Vorlage „{ $template }“.
detail-nurture-pause = In der langen Begleitung ist gerade Pause. Frühestens geht es { $until } weiter.
detail-daily-cap = Die letzte Nachricht an diesen Kontakt ging { $last } raus. Frühestens geht es { $until } weiter.
detail-weekly-cap = In den letzten sieben Tagen gingen schon { $count } Nachrichten raus. Frühestens geht es { $until } weiter.
detail-holiday = Bei diesem Kontakt ist Feiertag ({ $holiday }). Frühestens geht es { $until } weiter.
detail-quiet-hours = Bei diesem Kontakt ist gerade Ruhezeit. Frühestens geht es { $until } weiter.

## Textprüfung

reason-guard = Der Text hält unsere Regeln nicht ein.
reason-health-claim = Der Text verspricht eine Wirkung auf die Gesundheit. Solche Aussagen sind in der Werbung verboten.
reason-income-claim = Der Text stellt Verdienst oder Gewinn in Aussicht. Das kann niemand belegen, und es darf so nicht werben.
reason-pyramid-claim = Der Text verspricht Geld oder Ware fürs Anwerben anderer. Das ist verboten (§ 16 Abs. 2 UWG).
reason-guarantee = Der Text verspricht ein Ergebnis als sicher.
reason-pressure = Der Text setzt unter Druck.
reason-green-claim = Der Text wirbt mit einer Umweltaussage ohne Beleg.
reason-human-denial = Der Text leugnet, dass hier ein KI-Assistent schreibt.
reason-sensitive-data = Der Text fragt nach Bankdaten, Passwörtern oder Ausweisdaten. Die gehören in keinen Chat.
reason-mixed-register = Der Text mischt du und Sie.
reason-wrong-register = Der Text spricht den Kontakt anders an als sonst (du oder Sie).
reason-placeholder = Im Text steht noch ein Platzhalter, den niemand ausgefüllt hat.
reason-forbidden-word = Im Text steht ein Wort, das du ausgeschlossen hast.
