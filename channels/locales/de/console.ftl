# Der Chat im Terminal.
console-hello = SalesFlow hört zu. Schreib einfach, was du brauchst; eine Zahl drückt den Knopf, /quit beendet.
console-slow = Ich bin noch dran, die Antwort kommt gleich …
console-too-long = Diese Zeile ist zu lang, mehr als { $most } Zeichen nehme ich nicht auf einmal.
console-unreachable = Der laufende Bot antwortet gerade nicht ({ $reason }).
