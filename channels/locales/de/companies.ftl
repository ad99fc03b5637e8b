### Firmen: was ihre Seiten sagen, und warum eine Seite nicht zu lesen war.

ask-url = Welche Website soll ich mir ansehen? Zum Beispiel: beispielfirma.de
ask-name = Welche Firma meinst du?
company-card = { $text }
company-head = **{ $name }**
    { $lines }
company-industry = Branche: { $value }
company-employees = Mitarbeiter: { $value }
company-address = Adresse: { $value }
company-person = Personen: { $value }
company-phone = Telefon: { $value }
company-email = E-Mail: { $value }
company-about = Über sich: »{ $about }«
company-linked = Steht jetzt bei { $name }.
company-leads = Deine Kontakte dort: { $leads }
company-sources =
    Gelesen { $when }:
    { $sources }
company-confirm = Soll ich { $url } lesen? Diese Adresse kommt nicht von dir.
button-read-page = Ja, lesen
company-unknown = Über »{ $name }« weiß ich noch nichts. Schick mir die Website, dann lese ich nach.
company-which = Ich kenne mehrere zu »{ $name }«. Welche meinst du?
company-nothing = Auf { $domain } steht nichts, was sich über die Firma festhalten ließe.
company-fetch-bad-url = »{ $url }« ist keine Webadresse, die ich öffnen kann. Prüf bitte die Schreibweise.
company-fetch-bad-scheme = Ich lese nur Seiten mit http oder https.
company-fetch-user-info = Adressen mit Benutzername oder Passwort öffne ich nicht. Schick mir die Seite ohne.
company-fetch-bad-port = Ich öffne nur Seiten auf den üblichen Ports (80 und 443).
company-fetch-not-public = »{ $url }« führt in ein internes Netz. Solche Adressen öffne ich nicht.
company-fetch-unknown-host = »{ $url }« gibt es im Netz nicht. Prüf bitte die Schreibweise.
company-fetch-unreachable = { $url } ist gerade nicht zu erreichen. Versuch es später noch einmal.
company-fetch-timeout = { $url } antwortet zu langsam. Versuch es später noch einmal.
company-fetch-too-large = Die Seite { $url } ist mir zu groß.
company-fetch-bomb = Die Seite { $url } ist auffällig gepackt, die öffne ich nicht.
company-fetch-too-many-redirects = { $url } leitet immer weiter, ich komme nicht an.
company-fetch-robots = { $url } möchte nicht von Programmen gelesen werden. Daran halte ich mich.
company-fetch-not-a-page = { $url } ist keine Webseite, die ich lesen kann.
company-fetch-not-found = Die Seite { $url } gibt es nicht (mehr).
company-fetch-not-there = { $url } gibt gerade keine Seite heraus. Versuch es später noch einmal.

## Branchen

trade-fitness = Fitness
trade-beauty = Kosmetik und Friseur
trade-health = Gesundheit
trade-gastronomy = Gastronomie
trade-hospitality = Hotel und Reise
trade-construction = Bau
trade-craft = Handwerk
trade-real-estate = Immobilien
trade-insurance = Versicherung und Finanzen
trade-legal-tax = Recht und Steuern
trade-it = IT und Software
trade-marketing = Werbung und Marketing
trade-consulting = Beratung und Coaching
trade-education = Bildung
trade-retail = Handel
trade-automotive = Auto
trade-logistics = Transport und Logistik
trade-manufacturing = Industrie
trade-agriculture = Landwirtschaft und Garten
trade-energy = Energie
