"""What a company's pages say, by rules: German, Austrian, Swiss and English sites, and pages that mean harm."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.company import schema
from tools.company.facts import extract
from tools.company.model import merged
from tools.company.pages import read, worth_a_visit

IMPRESSUM = """<html lang=de><title>Impressum | Sonnentau</title><body><nav><a href=/>Start</a></nav>
<h1>Impressum</h1><p>Angaben gemäß § 5 DDG</p><p>Sonnentau Kosmetik GmbH &amp; Co. KG<br>Lindenstraße 12a<br>
50674 Köln</p><p>Geschäftsführerin: Dr. Miriam Hoffmann, Jens-Uwe Brandt</p>
<p>Telefon: 0221 / 47 11 08-15<br>Telefax: 0221 / 47 11 08-99<br>E-Mail: kontakt (at) sonnentau.de</p>
<p>Registergericht: Amtsgericht Köln, HRB 12345<br>USt-IdNr.: DE123456789</p></body></html>"""
HOME = """<html><head><title>Sonnentau – Kosmetikstudio in Köln</title>
<meta name=description content="Naturkosmetik, Hautpflege und Wellness im Belgischen Viertel."></head>
<body><p>Willkommen im Kosmetikstudio</p><a href="/impressum">Impressum</a>
<a href="/ueber-uns">Über uns</a> <a href="https://instagram.com/sonnentau">Instagram</a>
<script>var x = "evil@script.de"</script><p style="display:none">Geschäftsführer: Falscher Hase</p></body></html>"""
ABOUT = """<body><h2>Über uns</h2><p>Seit 1998 arbeiten bei uns rund 25 Mitarbeiterinnen und Mitarbeiter.</p>
<p>Wir beraten Betriebe ab 500 Mitarbeitern.</p><h3>Svenja Krüger</h3><p>Leiterin Vertrieb</p></body>"""
SWISS = """<body><h1>Impressum</h1><p>Alpenblick Treuhand AG</p><p>Bahnhofstrasse 7, CH-8001 Zürich</p>
<p>Tel. 044 123 45 67</p><p>Inhaber: Reto Zumbrunnen</p><p>Unser Team von 12 Personen berät Sie.</p></body>"""
AUSTRIAN = """<body><p>Impressum</p><p>Hofer Bau Ges.m.b.H.</p><p>Grazer Straße 14 | 8010 Graz</p>
<p>Mitarbeiterzahl: 45</p><p>Vertreten durch: Ing. Peter Hofer</p><a href="tel:+43316123456">anrufen</a>
<a href="mailto:buero@hofer-bau.at?subject=Anfrage">schreiben</a></body>"""
ENGLISH = """<html lang=en><title>Carter Design Ltd</title><body><p>Managing Director: Emily Carter</p>
<p>We are a team of 8 designers. Over 1,200 customers trust us.</p><p>hello@carter-design.com</p></body></html>"""
LD = """<body><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":["LocalBusiness","Bakery"],"legalName":"Bäckerei Morgenrot e.K.","telephone":"+49 30 90182010",
"email":"mailto:brot@morgenrot.de","numberOfEmployees":{"@type":"QuantitativeValue","minValue":10,"maxValue":20},
"address":{"@type":"PostalAddress","streetAddress":"Torstr. 1","postalCode":"10119","addressLocality":"Berlin"},
"founder":{"@type":"Person","name":"Ada Morgenrot","jobTitle":"Inhaberin"}}]}</script></body>"""  # fmt: skip


def of(*pages: tuple[str, str]) -> dict[str, list[str]]:
    found = extract([read(url, html) for url, html in pages])
    return {kind: [f.value for f in found.all(kind)] for kind in {fact.kind for fact in found.facts}}


def test_a_german_site() -> None:
    base = "https://www.sonnentau.de"
    found = extract([read(base + "/", HOME), read(base + "/impressum", IMPRESSUM), read(base + "/ueber-uns", ABOUT)])
    assert found.domain == "sonnentau.de"
    assert found.first("name") == "Sonnentau Kosmetik GmbH & Co. KG"
    assert found.first("employees") == "25"
    assert found.first("industry") == "beauty"
    assert found.first("address") == "Lindenstraße 12a, 50674 Köln"
    assert [f.value for f in found.all("phone")] == ["+4922147110815"]
    assert [f.value for f in found.all("email")] == ["kontakt@sonnentau.de"]
    people = {f.value: f.role for f in found.all("person")}
    assert people == {
        "Dr. Miriam Hoffmann": "Geschäftsführerin",
        "Jens-Uwe Brandt": "Geschäftsführerin",
        "Svenja Krüger": "Leiterin Vertrieb",
    }
    sources = {f.kind: f.source for f in found.facts}
    assert sources["employees"].endswith("/ueber-uns") and sources["address"].endswith("/impressum")


def test_swiss_austrian_english_and_structured() -> None:
    swiss = of(("https://alpenblick.ch/impressum", SWISS))
    assert swiss["name"][0] == "Alpenblick Treuhand AG" and swiss["phone"] == ["+41441234567"]
    assert swiss["address"] == ["Bahnhofstrasse 7, 8001 Zürich"] and swiss["employees"] == ["12"]
    assert swiss["person"] == ["Reto Zumbrunnen"]
    austrian = of(("https://hofer-bau.at/impressum", AUSTRIAN))
    assert austrian["name"][0] == "Hofer Bau Ges.m.b.H." and austrian["employees"] == ["45"]
    assert austrian["address"] == ["Grazer Straße 14, 8010 Graz"] and austrian["person"] == ["Ing. Peter Hofer"]
    assert austrian["phone"] == ["+43316123456"] and austrian["email"] == ["buero@hofer-bau.at"]
    english = of(("https://carter-design.com/", ENGLISH))
    assert english["name"] == ["Carter Design Ltd"] and english["person"] == ["Emily Carter"]
    assert english["employees"] == ["8"] and english["email"] == ["hello@carter-design.com"]
    data = of(("https://morgenrot.de/", LD))
    assert data["name"] == ["Bäckerei Morgenrot e.K."] and data["employees"] == ["10-20"]
    assert data["address"] == ["Torstr. 1, 10119 Berlin"] and data["person"] == ["Ada Morgenrot"]


@pytest.mark.parametrize(
    ("sentence", "employees"),
    [
        ("Wir sind ein 7-köpfiges Team.", "7"),
        ("Heute sind wir 1.250 Mitarbeitende an drei Standorten.", "1250"),
        ("Mehr als 300 employees work here.", "300"),
        ("120+ Mitarbeiter:innen", "120+"),
        ("Fünf Mitarbeiter freuen sich auf Sie.", "5"),
        ("Company size: 11-50", "11-50"),
        ("Für Unternehmen mit 50 Mitarbeitern geeignet.", None),
        ("Unsere Kunden haben 10 bis 500 Mitarbeiter.", None),
        ("Seit 1998 Mitarbeiter des Jahres.", None),
        ("0 Mitarbeiter", None),
    ],
)
def test_employees(sentence: str, employees: str | None) -> None:
    assert of(("https://firma.de/", f"<p>{sentence}</p>")).get("employees") == ([employees] if employees else None)


def test_the_pages_worth_a_visit() -> None:
    page = read("https://www.sonnentau.de/", HOME)
    assert worth_a_visit(page) == ["https://www.sonnentau.de/impressum", "https://www.sonnentau.de/ueber-uns"]
    other = read("https://a.de/", '<a href="https://b.de/impressum">Impressum</a><a href="javascript:x">Kontakt</a>')
    assert worth_a_visit(other) == []


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000,
        "<p>" + "Geschäftsführer: " * 60_000,
        "<p>" + "a@" * 300_000,
        "<p>" + "An der Straße 1, " * 60_000,
        "<p>" + "Aa " * 300_000,
        "<p>" + "1 " * 400_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">' + '{"a":' * 5_000 + "1" + "}" * 5_000 + "</script>",
        "<a href='http://[x'>Impressum</a>" * 20_000,
        "<p>" + "\n".join(f"Anna Berger{n}, Leitung +49 221 4711{n}" for n in range(3900)),
    ],
    ids=["deep", "label", "at", "street", "names", "numbers", "brackets", "nested", "links", "phones"],
)  # fmt: skip
def test_hostile_pages_end_soon(html: str) -> None:
    started = time.process_time()
    extract([read("https://firma.de/impressum", html)])
    assert time.process_time() - started < 8


@given(st.text(max_size=400))
def test_any_page_can_be_read(text: str) -> None:
    found = extract([read("https://firma.de/", text), read("https://firma.de/impressum", f"<p>{text}</p>")])
    assert all("\n" not in fact.value and len(fact.value) <= 300 for fact in found.facts)


def test_a_model_is_believed_only_where_the_page_says_so() -> None:
    page = read("https://sonnentau.de/impressum", IMPRESSUM)
    fact = {"kind": "person", "value": "Jens-Uwe Brandt", "quote": "Jens-Uwe Brandt", "page": 0, "role": ""}
    assert [f.value for f in schema.believed({"facts": [fact]}, [page])] == ["Jens-Uwe Brandt"]
    for wrong in (
        {**fact, "value": "Erika Erfunden", "quote": "Erika Erfunden"},
        {**fact, "value": "Erika Erfunden"},
        {**fact, "page": 3},
    ):
        assert schema.believed({"facts": [wrong]}, [page]) == []
    for misshapen in (None, [], {"facts": [{**fact, "send_to": "+49"}]}, {"facts": [{**fact, "kind": "consent"}]}):
        assert schema.believed(misshapen, [page]) == []
    assert merged(schema.believed({"facts": [{**fact, "role": "Chef"}]}, [page]))[0].role == ""
