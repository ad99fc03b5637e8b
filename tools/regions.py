"""Federal states and cantons by their German and English names -> ISO 3166-2. PURE."""

from __future__ import annotations

import re

from store.queries.leads import fold

_NAMES = {
    "DE": (
        "BW Baden-Württemberg,Baden Württemberg|BY Bayern,Bavaria|BE Berlin|BB Brandenburg|HB Bremen|HH Hamburg|"
        "HE Hessen,Hesse|MV Mecklenburg-Vorpommern,Mecklenburg Western Pomerania|NI Niedersachsen,Lower Saxony|"
        "NW Nordrhein-Westfalen,NRW,North Rhine Westphalia|RP Rheinland-Pfalz,Rhineland Palatinate|SL Saarland|"
        "SN Sachsen,Saxony|ST Sachsen-Anhalt,Saxony Anhalt|SH Schleswig-Holstein|TH Thüringen,Thuringia"
    ),
    "AT": (
        "1 Burgenland|2 Kärnten,Carinthia|3 Niederösterreich,Lower Austria|4 Oberösterreich,Upper Austria|"
        "5 Salzburg|6 Steiermark,Styria|7 Tirol,Tyrol|8 Vorarlberg|9 Wien,Vienna"
    ),
    "CH": (
        "AG Aargau|AI Appenzell Innerrhoden|AR Appenzell Ausserrhoden|BE Bern|BL Basel-Landschaft,Baselland|"
        "BS Basel-Stadt,Basel|FR Freiburg im Üechtland,Fribourg|GE Genf,Geneva,Genève|GL Glarus|"
        "GR Graubünden,Grisons|JU Jura|LU Luzern,Lucerne|NE Neuenburg,Neuchâtel|NW Nidwalden|OW Obwalden|"
        "SG St. Gallen,Sankt Gallen|SH Schaffhausen|SO Solothurn|SZ Schwyz|TG Thurgau|TI Tessin,Ticino|UR Uri|"
        "VD Waadt,Vaud|VS Wallis,Valais|ZG Zug|ZH Zürich,Zurich"
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
