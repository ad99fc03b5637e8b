"""Word classes the intent rules are written in (``@name`` in a pattern), German and English side by side."""

from __future__ import annotations

from typing import Final

CLASSES: Final = {
    "i": "ich wir i we",
    "me": "mir mich uns me us",
    "want": "will möchte möchten wollen würde würden wollte wolle wünsche want would wanna like love",
    "be": "ist sind wäre war bin is are was am be",
    "so": "so zu viel total echt voll ziemlich sehr ganz wirklich absolut etwas bisschen ein leider schon ur too very really quite pretty a so bit kind of rather way just super mega richtig",
    "buyverb": "kaufen bestellen ordern nehmen erwerben abnehmen buchen zahlen bezahlen überweisen einsteigen mitmachen starten loslegen anfangen beitreten "
    "anmelden unterschreiben abschliessen zugreifen zuschlagen buy order purchase join start sign get pay book begin",
    "buynow": "kaufe kauf bestelle bestell bestellen nehme nehm nimm ordere buche zahle überweise unterschreibe starte",
    "goods": "paket *paket pakete set *set dose dosen packung packungen flasche flaschen pulver *pulver kapseln creme *creme box boxes bottle bottles pack packs "
    "kit stück beutel tube tuben shake shakes produkt produkte product products starterpaket starterset probe probierpaket one two three",
    "info": "info infos informationen unterlagen details material broschüre video videos link katalog präsentation prospekt information brochure more",
    "talk": "telefonieren telefonat telefon sprechen reden quatschen plaudern austauschen gespräch treffen zusammensetzen kennenlernen anrufen durchklingeln durchrufen call talk "
    "speak chat meet meeting phone zoom skype teams videocall videocal facetime",
    "person": "freund freundin kollege kollegin kollegen schwester bruder schwager schwägerin mutter mama mami vater papa tante onkel cousin cousine nachbar nachbarin nachbarn "
    "bekannter bekannte bekannten mann frau tochter sohn oma opa chef chefin partner partnerin mitbewohner mitbewohnerin friend sister brother mother mum mom dad father aunt uncle cousin neighbour neighbor "
    "husband wife daughter son boss colleague roommate coworker girlfriend boyfriend partner mate eltern kumpel team",
    "mydat": "mein meine meiner meinen meinem my our unser unsere unserer unseren einer eine ein einem einen a an one_of_my",
    "wh": "was wie wer wo wann warum wieso weshalb welche welcher welches welchen wofür womit woher wohin wodurch wozu worum inwiefern what how who where when why which whose",
    "day": "montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri mo di mi do fr",
    "near": "heute morgen übermorgen today tomorrow tonight abend nachmittag vormittag mittag afternoon morning evening noon",
    "month": "januar februar märz april mai juni juli august september oktober november dezember january february march may june july october december",
    "far": "frühjahr frühling sommer herbst winter jahr jahres monat monats quartal weihnachten ostern pfingsten urlaub ferien messe neujahr jahreswechsel silvester feiertage feiertagen "
    "spring summer autumn fall year month quarter christmas easter holidays holiday vacation semester halbjahr prüfung prüfungen umzug geburt elternzeit projekt exams saison",
    "span": "tage tagen woche wochen monate monaten jahre jahren days weeks week month months years while",
    "order": "bestellung *bestellung paket päckchen sendung lieferung ware order parcel package delivery shipment päckli produkt item items",
    "broken": "kaputt defekt beschädigt zerbrochen ausgelaufen abgelaufen verschimmelt gerissen undicht broken damaged defective leaking expired faulty cracked",
    "money": "geld kohle budget euro euros franken money budget dollars bucks cash finanz* preis",
}
