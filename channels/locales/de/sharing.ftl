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
