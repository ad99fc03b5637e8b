## Ansichten teilen

share-made =
    Hier ist dein Link, nur zum Lesen und ohne Nummern und Adressen. Er gilt bis { $until }:
    { $url }
share-days = Für wie viele Tage soll der Link gelten? Möglich sind 1 bis { $most }.
share-none = Gerade ist nichts geteilt.
share-stopped = { $count ->
    [one] Der Link ist gesperrt.
   *[other] { $count } Links sind gesperrt.
}
button-stop-sharing = Link sperren

## Wer meine Daten gesehen hat

accesses-none = Niemand außer dir hat deine Kontakte oder Zahlen angesehen.
accesses-answer =
    Das haben andere aus deinem Team von dir gesehen:
    { $lines }
accesses-leads = deine Kontakte in der Teamliste
accesses-lead = einen deiner Kontakte
accesses-figures = deine Zahlen
accesses-talk = eine deiner Unterhaltungen
accesses-export = deine Kontakte als Datei
accesses-share-link = deine Kontakte über einen geteilten Link
accesses-voice = deinen Schreibstil
accesses-help = wo du gerade nicht weiterkommst
accesses-draft = einen deiner Entwürfe
accesses-more = … und { $count } weitere Male
