# Der Chat im Terminal.
console-hello =
    SalesFlow hört zu. Schreib einfach, was du brauchst.
    Eine Zahl drückt den Knopf mit dieser Zahl. /hilfe sagt, was ich kann, /? erklärt das Terminal, /quit beendet.
console-help =
    So geht es hier:
      1, 2, 3 …       drückt den Knopf mit der Zahl
      ↑ ↓             holt, was du schon geschrieben hast; → übernimmt den Vorschlag
      /datei PFAD     schickt mir eine Datei; Bilder von mir kommen als Pfad
      /hilfe          was ich für dich tun kann
      /quit, Strg-D   beendet
console-slow = Ich bin noch dran, die Antwort kommt gleich …
console-too-long = Diese Zeile ist zu lang, mehr als { $most } Zeichen nehme ich nicht auf einmal.
console-unreachable = Der laufende Bot antwortet gerade nicht ({ $reason }).
console-no-file = Die Datei { $path } kann ich nicht lesen. Stimmt der Pfad?
console-file-size = Die Datei ist leer oder zu groß, hier gehen höchstens { $most } KB.
