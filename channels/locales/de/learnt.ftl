### Das Team-Video und was Kontakte über sich sagen

page-video-unknown = Den Link gibt es nicht (mehr).
page-video = Dein Video
page-video-button = Video ansehen
video-set = Gemerkt: Der Video-Link in Texten führt jetzt zu { $url }. Ich merke mir bei jedem Kontakt, ob er das Video geöffnet hat.
video-not-an-address = »{ $url }« ist keine https-Adresse, zu der ich schicken kann.
learnt-is-customer = Gemerkt: { $name } ist Kunde oder Kundin (»{ $quote }«).
learnt-satisfaction-score = Gemerkt: Zufriedenheit { $value } von 10 (»{ $quote }«). Stimmt das nicht? Dann schreib zum Beispiel: Zufriedenheit von { $name } ist 5.
learnt-watched-video = Gemerkt: { $name } hat das Video gesehen (»{ $quote }«).
button-not-is-customer = Doch kein Kunde
button-not-watched-video = Video nicht gesehen
