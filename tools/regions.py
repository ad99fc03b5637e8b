"""Federal states and cantons by their German and English names, and by the towns of most people -> ISO 3166-2. PURE."""

from __future__ import annotations

import re

from store.folding import fold

_NAMES = {
    "DE": (
        "BW Baden-Württemberg,Baden Württemberg,Stuttgart,Mannheim,Karlsruhe,Freiburg im Breisgau|BY Bayern,"
        "Bavaria,München,Munich,Nürnberg,Nuremberg,Augsburg,Regensburg|BE Berlin|BB Brandenburg,Potsdam|"
        "HB Bremen|HH Hamburg|"
        "HE Hessen,Hesse,Wiesbaden,Kassel,Frankfurt am Main,Frankfurt|MV Mecklenburg-Vorpommern,Schwerin,Rostock,"
        "Mecklenburg Western Pomerania|NI Niedersachsen,Lower Saxony,Hannover,Hanover,Braunschweig,Oldenburg|"
        "NW Nordrhein-Westfalen,NRW,Köln,Cologne,Düsseldorf,Dortmund,Essen,Bonn,Bielefeld,North Rhine Westphalia|"
        "RP Rheinland-Pfalz,Mainz,Koblenz,Rhineland Palatinate|SL Saarland,Saarbrücken|"
        "SN Sachsen,Saxony,Dresden,Leipzig,Chemnitz|ST Sachsen-Anhalt,Magdeburg,Saxony Anhalt|"
        "SH Schleswig-Holstein,Kiel,Lübeck|TH Thüringen,Thuringia,Erfurt,Jena,Weimar"
    ),
    "AT": (
        "1 Burgenland,Eisenstadt|2 Kärnten,Carinthia,Klagenfurt,Villach|3 Niederösterreich,Lower Austria,"
        "St. Pölten,Sankt Pölten|4 Oberösterreich,Upper Austria,Linz,Wels|"
        "5 Salzburg|6 Steiermark,Styria,Graz,Leoben|7 Tirol,Tyrol,Innsbruck,Kufstein|8 Vorarlberg,Bregenz,"
        "Dornbirn|9 Wien,Vienna"
    ),
    "CH": (
        "AG Aargau,Aarau|AI Appenzell Innerrhoden|AR Appenzell Ausserrhoden|BE Bern,Biel,Thun|"
        "BL Basel-Landschaft,Baselland|"
        "BS Basel-Stadt,Basel|FR Freiburg im Üechtland,Fribourg|GE Genf,Geneva,Genève|GL Glarus|"
        "GR Graubünden,Grisons,Chur|JU Jura|LU Luzern,Lucerne|NE Neuenburg,Neuchâtel|NW Nidwalden|OW Obwalden|"
        "SG St. Gallen,Sankt Gallen|SH Schaffhausen|SO Solothurn|SZ Schwyz|TG Thurgau,Frauenfeld|TI Tessin,"
        "Ticino,Lugano,Bellinzona|UR Uri|"
        "VD Waadt,Vaud,Lausanne|VS Wallis,Valais|ZG Zug|ZH Zürich,Zurich,Winterthur"
    ),
}
_BY_NAME = {
    fold(name): f"{country}-{entry.partition(' ')[0]}"
    for country, entries in _NAMES.items()
    for entry in entries.split("|")
    for name in entry.partition(" ")[2].split(",")
}
CODES = frozenset(_BY_NAME.values())
_CODE = re.compile(r"(DE|AT|CH)[\s\-_/]?([A-Z]{2}|[1-9])", re.IGNORECASE)


def region(said: str) -> str | None:
    """ "Tirol", "AT-7" and "at 7" -> "AT-7"; None for what is no state or canton of the three countries."""
    if match := _CODE.fullmatch(said.strip()):
        code = f"{match[1]}-{match[2]}".upper()
        return code if code in CODES else None
    words = fold(said)
    for lead in ("in ", "aus ", "from ", "kanton ", "canton ", "bundesland ", "state of ", "land "):
        words = words.removeprefix(lead)
    return _BY_NAME.get(words)
