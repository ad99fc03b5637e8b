"""What a lead means: intents against a labelled set, then negation, urgency, tone, language and facts by table."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.analysis import CATEGORIES, analyse, language_of
from store.types import INTENTS
from tests.support.tables import table_of

DATA = table_of(Path(__file__).parent / "data" / "lead_messages.yaml")
MORE = {
    part: found
    for name in ("lead_messages_2.yaml", "lead_messages_3.yaml")
    for part, found in table_of(Path(__file__).parent / "data" / name).items()
}
KINDS = {
    *[
        "price",
        "product",
        "date",
        "time",
        "quantity",
        "budget",
        "place",
        "company",
        "person",
        "phone",
        "email",
        "topic",
        "reason",
    ]
}


def _messages(part: str) -> Iterator[tuple[str, str]]:
    for intent, languages in DATA[part].items():
        for texts in languages.values():
            yield from ((intent, text) for text in texts)


def _matrix(part: str) -> Counter[tuple[str, str]]:
    return Counter((wanted, analyse(text).intent) for wanted, text in _messages(part))


def _macro_f1(matrix: Counter[tuple[str, str]]) -> float:
    scores = []
    for intent in INTENTS:
        hit = matrix[intent, intent]
        given_, wanted = (
            sum(n for (_, g), n in matrix.items() if g == intent),
            sum(n for (w, _), n in matrix.items() if w == intent),
        )
        scores.append(2 * hit / (given_ + wanted) if given_ + wanted else 0.0)
    return sum(scores) / len(scores)


def _shown(matrix: Counter[tuple[str, str]]) -> str:
    width = max(map(len, INTENTS))
    head = " " * width + " " + " ".join(name[:5].rjust(5) for name in INTENTS)
    rows = [
        f"{wanted.ljust(width)} " + " ".join(str(matrix[wanted, got] or ".").rjust(5) for got in INTENTS)
        for wanted in INTENTS
    ]
    return "\n".join([head, *rows])


@pytest.mark.parametrize(("part", "floor"), [("tune", 0.93), ("held_out", 0.85)])
def test_intents_by_confusion_matrix(part: str, floor: float) -> None:
    matrix = _matrix(part)
    f1 = _macro_f1(matrix)
    print(f"\n{part}: {matrix.total()} messages, macro-F1 {f1:.3f} (rows: wanted, columns: found)\n{_shown(matrix)}")
    assert {wanted for wanted, _ in matrix} == set(INTENTS)
    assert f1 >= floor


@pytest.mark.parametrize("part", MORE)
def test_later_rounds_stay_understood(part: str) -> None:
    texts = [(intent, text) for intent, texts in MORE[part].items() if intent != "first_pass" for text in texts]
    wrong = [(wanted, found, text) for wanted, text in texts if (found := analyse(text).intent) != wanted]
    assert len(wrong) <= 0.03 * len(texts), wrong


def test_the_set_is_large_and_in_both_languages() -> None:
    texts = [text for part in DATA for _, text in _messages(part)]
    assert len(texts) == len(set(texts)) >= 320
    assert all({"de", "en"} <= set(languages) for part in DATA.values() for languages in part.values())


@pytest.mark.parametrize(
    "text",
    [
        "kein Interesse",
        "Ich habe kein Interesse",
        "keinerlei interesse",
        "not interested",
        "I am not interested at all",
        "das interessiert mich nicht",
        "nicht interessiert, danke",
        "intressiert mi nöd",
        "i'm really not that interested",
        "Interesse habe ich keines",
        "no interest whatsoever",
    ],
)
def test_a_denied_interest_is_never_positive(text: str) -> None:
    found = analyse(text)
    assert found.intent not in ("interest", "buy", "appointment", "question")
    assert found.tone != "positive"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Klingt super, aber das ist mir zu teuer", "price_objection"),
        ("Sounds great but I have no time", "time_objection"),
        ("Kein Problem, ich bestelle zwei", "buy"),
        ("warum nicht, erzähl mal mehr", "interest"),
        ("Freitag geht nicht, Samstag um 10 passt", "appointment"),
        ("nicht schlecht, klingt spannend", "interest"),
        ("Ich will kein Abo kaufen, kein Interesse", "not_interested"),
        ("Moechte gerne bestellen", "buy"),
        ("mochte gerne bestellen", "buy"),
        ("ich hab kein intresse", "not_interested"),
        ("Wie gehts dir?", "greeting"),
        ("Kein Interesse, bitte keine Nachrichten mehr", "opt_out"),
    ],
)
def test_scope_and_spelling(text: str, intent: str) -> None:
    assert analyse(text).intent == intent


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("Ich brauche es dringend, wo kann ich bestellen?", "high"),
        ("I want to buy, it is urgent", "high"),
        ("bitte so schnell wie möglich liefern", "high"),
        ("Can you call me today asap?", "high"),
        ("Können wir diese Woche telefonieren?", "medium"),
        ("Ich bestelle zwei, ist nicht dringend", "low"),
        ("no rush, but I'd like to order", "low"),
        ("Erzähl mir mehr", "low"),
        ("heute keine Zeit", "low"),
    ],
)
def test_urgency(text: str, urgency: str) -> None:
    assert analyse(text).urgency == urgency


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Super, das freut mich sehr!", "positive"),
        ("Love it, sounds amazing 😍", "positive"),
        ("Das ist nicht gut", "negative"),
        ("Ich bin total enttäuscht von euch 😡", "negative"),
        ("This is a scam", "negative"),
        ("Mein Paket ist am Dienstag gekommen", "neutral"),
        ("What does it cost?", "neutral"),
    ],
)
def test_tone(text: str, tone: str) -> None:
    assert analyse(text).tone == tone


@pytest.mark.parametrize(
    "text", ["ok", "super", "Anna", "👍", "STOP", "", "Danke", "Max Berger", "1234", "hm ok", "😀 😀"]
)
def test_no_language_where_no_word_tells_it(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ich hätte gern mehr Infos", "de"),
        ("kein Interesse", "de"),
        ("hob ka zeit fia sowos", "de"),
        ("i ha kei zyt", "de"),
        ("What does it cost?", "en"),
        ("I'm interested", "en"),
        ("don't text me", "en"),
        ("koennen wir morgen reden", "de"),
    ],
)
def test_language_by_function_words(text: str, language: str) -> None:
    assert language_of(text) == language
    assert analyse(text).language == language


def test_the_persons_language_stands_where_the_message_has_none() -> None:
    assert analyse("ok", language="en").language == "en"
    assert analyse("ok").language == "de"
    assert analyse("Was kostet das denn?", language="en").language == "de"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Das ist mir mit 49 Euro zu teuer", "price", "49 Euro"),
        ("€ 1.200,50 sind viel", "price", "€ 1.200,50"),
        ("fünfzig Euro sind viel", "price", "fünfzig Euro"),
        ("120 Franken im Monat ist happig", "price", "120 Franken im Monat"),
        ("mein Budget liegt bei 80 Euro", "budget", "80 Euro"),
        ("up to $200 is fine", "budget", "$200"),
        ("Freitag um 14 Uhr passt", "date", "Freitag"),
        ("Freitag um 14 Uhr passt", "time", "um 14 Uhr"),
        ("am 12.3. um halb zehn", "date", "12.3."),
        ("am 12.3. um halb zehn", "time", "um halb zehn"),
        ("melde dich in zwei Wochen", "date", "in zwei Wochen"),
        ("call me tomorrow at 3pm", "time", "at 3pm"),
        ("call me next Tuesday", "date", "next Tuesday"),
        ("ich brauche 3 Dosen", "quantity", "3 Dosen"),
        ("two boxes please", "quantity", "two boxes"),
        ("ich wohne in Graz", "place", "Graz"),
        ("lieferung nach wien bitte", "place", "wien"),
        ("Wir sind die Muster Bau GmbH", "company", "Muster Bau GmbH"),
        ("frag mal meine Schwester Anna", "person", "Anna"),
        ("My name is Tom Miller", "person", "Tom Miller"),
        ("Ich bin Anna Berger", "person", "Anna Berger"),
        ("0171 2345678 ist meine Nummer", "phone", "01712345678"),
        ("mail an Anna.Berger@Firma.at.", "email", "anna.berger@firma.at"),
        ("Was kostet das?", "topic", "Preis"),
        ("How much is it?", "topic", "price"),
        ("schick mir das Video", "topic", "Video"),
        ("möchte den Proteinshake bestellen", "product", "Proteinshake"),
    ],
)
def test_facts_with_their_quotes(text: str, kind: str, value: str) -> None:
    facts = analyse(text).facts
    assert (kind, value) in {(fact.kind, fact.value) for fact in facts}
    assert all(fact.quote in text for fact in facts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Guten Morgen!", "date"),
        ("ich nehme zwei mal täglich Zucker", "price"),
        ("ich bin müde", "person"),
        ("in Ruhe", "place"),
    ],
)
def test_facts_that_are_none(text: str, kind: str) -> None:
    assert analyse(text).value(kind) is None


@given(st.text(max_size=600))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_meaning(text: str) -> None:
    found = analyse(text)
    assert found.intent in INTENTS and found.category in {*CATEGORIES.values(), "business"}
    assert 0 <= found.confidence <= 100 and found.provider == "offline"
    assert {fact.kind for fact in found.facts} <= KINDS and len(found.facts) <= 24


def test_empty_and_wordless_texts_are_other() -> None:
    assert [analyse(text).intent for text in ("", "   ", "👍", "\u200b", "???")] == ["other"] * 5


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "9 ",
        "0.",
        "Anna-",
        "Anna ",
        "@a.",
        '"',
        "am ",
        "bis ",
        "weil ",
        "www.",
        "(",
        "+49",
        "frag mal bitte ",
        "\n",
    ],
)
def test_hostile_length_costs_little(unit: str) -> None:
    assert min(_timed(unit * (4096 // len(unit))) for _ in range(3)) < 2


def _timed(text: str) -> float:
    start = time.process_time()
    analyse(text)
    return time.process_time() - start


def test_every_pattern_compiles() -> None:
    """Patterns are compiled when first met; a slip in one must not wait for that."""
    from agent import mood, optout_rules
    from agent.lead_patterns import Pattern
    from agent.lead_rules import RULES

    found = [pattern for rules in RULES.values() for _, pattern in rules]
    for module in (mood, optout_rules):
        for value in vars(module).values():
            if isinstance(value, tuple):
                found += [each for each in value if isinstance(each, Pattern)]
    assert len(found) > 1000 and all(pattern.regex for pattern in found)
