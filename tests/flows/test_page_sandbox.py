"""The sandbox page in a real browser: it fits, is live, acts through the door in only, and obeys nobody's text."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import Visit, chromium, needs_chromium, visit
from tests.support.process import BotProcess

pytestmark = needs_chromium

ANNA, TOM = "+4915112340001", "+4915112340003"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "{{constructor.constructor('alert(3)')()}} ${alert(4)} `alert(5)`",
    'javascript:alert(6) https://example.invalid/x"onmouseover=alert(7)',
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    with BotProcess(tmp_path_factory.mktemp("page")) as process:
        assert process.wait_ready()
        yield process


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def seen(bot: BotProcess, browser: Browser) -> Iterator[Visit]:
    bot.post("reset", demo=True, at="2026-11-25T10:30:00+01:00")
    with visit(browser, bot.url) as found:
        found.open()
        yield found
        found.clean()


def write(page: Page, side: str, text: str) -> None:
    field = page.locator(f".pane.{side} textarea")
    field.fill(text)
    field.press("Enter")


@pytest.mark.parametrize(("language", "theme"), [("de", "light"), ("en", "dark")])
def test_it_fits_every_screen(bot: BotProcess, browser: Browser, language: str, theme: str) -> None:
    bot.post("reset", demo=True)
    for text in ("Hilfe", "Donaudampfschifffahrtsgesellschaftskapitän" * 5, "https://example.org/" + "lang" * 60):
        bot.post("inbound", **{"channel": "telegram", "from": "max", "text": text})
        bot.post("inbound", **{"channel": "whatsapp", "from": TOM, "text": text})
    bot.idle()
    with visit(browser, bot.url, language=language, theme=theme) as seen:
        page = seen.open()
        expect(page.locator("body")).to_have_class(re.compile(f"body--{theme}"))
        for width in (375, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for pane in ("rep", "lead", "insight") if width < 1180 else ("",):
                if pane and page.locator(f".to-{pane}").is_visible():
                    page.locator(f".to-{pane}").click()
                assert not seen.sticks_out(), (width, pane)
                assert not seen.too_small(), (width, pane)
        seen.clean()


def test_a_lead_writes_and_the_page_shows_it_without_reload(seen: Visit, bot: BotProcess) -> None:
    page = seen.page
    page.evaluate("window.stayed = true")
    bot.post("inbound", **{"channel": "whatsapp", "from": TOM, "text": "Bis Freitag brauche ich drei Pakete!"})
    expect(page.locator(".pane.lead .bubble.own").last).to_contain_text("Bis Freitag brauche ich drei Pakete!")
    expect(page.locator(".pane.rep .bubble").last).to_contain_text("Tom Wagner")
    expect(page.locator(".approval .strong")).to_have_text("Tom Wagner")
    assert page.evaluate("window.stayed")


def test_a_proposal_is_sent_from_the_panel_once_the_clock_has_passed_the_undo_time(seen: Visit) -> None:
    page = seen.page
    write(page, "lead", "Könnt ihr mir bitte die Preisliste schicken?")
    quote = page.locator(".approval .quote")
    proposal = quote.inner_text()
    page.locator(".approval .approve").click()
    expect(page.locator(".approval")).to_have_count(0)
    expect(page.locator(".pane.lead .bubble.other", has_text=proposal[:40])).to_have_count(0)
    page.locator(".clock").click()
    page.locator(".sheet .item").first.click()
    expect(page.locator(".pane.lead .bubble.other").last).to_contain_text(proposal[:40])


def test_changing_a_proposal_is_writing_it_oneself(seen: Visit) -> None:
    page = seen.page
    write(page, "lead", "Was würde das denn kosten?")
    page.locator(".approval .change").click()
    field = page.locator(".pane.rep textarea")
    expect(field).to_have_value(re.compile(r"^/freigabe \d+: $"))
    field.press_sequentially("Das sage ich dir morgen am Telefon.")
    field.press("Enter")
    expect(page.locator(".approval")).to_have_count(0)
    page.locator(".clock").click()
    page.locator(".sheet .item").first.click()
    expect(page.locator(".pane.lead .bubble.other").last).to_contain_text("Das sage ich dir morgen am Telefon.")


def test_a_sequence_shows_its_days_and_the_clock_moves_it_on(seen: Visit) -> None:
    page = seen.page
    page.locator(".face", has_text="Julia").click()
    expect(page.locator(".lead-head h1")).to_have_text("Julia Brandt")
    page.locator(".pane.insight .quiet", has_text="Ghost").click()
    expect(page.locator(".timeline .stop")).to_have_count(4)
    expect(page.locator(".pane.insight .stop.next .title")).to_have_text("Neuer Blickwinkel")
    before = page.locator(".day-of").inner_text()
    page.locator(".clock").click()
    page.locator(".sheet .item", has_text="Woche").click()
    expect(page.locator(".q-notification")).to_contain_text("Sequenzschritt")
    expect(page.locator(".day-of")).not_to_have_text(before)
    expect(page.locator(".pane.insight .stop.next .title")).not_to_have_text("Neuer Blickwinkel")


def test_buttons_in_the_chat_are_taps(seen: Visit) -> None:
    page = seen.page
    write(page, "rep", "Wie heiß ist Anna?")
    page.locator(".pane.rep .choice", has_text="Berger").click()
    expect(page.locator(".pane.rep .tapped").last).to_contain_text("Berger")
    expect(page.locator(".pane.rep .bubble.other").last).to_contain_text("Anna Berger")


def test_everybody_can_be_played(seen: Visit) -> None:
    page = seen.page
    page.locator(".pane.rep .segments button", has_text="Sofia").click()
    expect(page.locator(".pane.rep h1")).to_have_text("Sofia")
    expect(page.locator(".pane.lead .empty")).to_be_visible()
    write(page, "rep", "Hilfe")
    expect(page.locator(".pane.rep .bubble.other").last).to_contain_text("Sofia")
    page.reload()
    expect(page.locator(".pane.rep h1")).to_have_text("Sofia")
    page.locator(".pane.rep .segments button", has_text="Lena").click()
    expect(page.locator(".face", has_text="Tom")).to_be_visible()


def test_what_people_write_stays_text(seen: Visit) -> None:
    page = seen.page
    for words in HOSTILE:
        write(page, "rep", words)
        expect(page.locator(".pane.rep .bubble.own").last).to_contain_text(words)
        write(page, "lead", words)
        expect(page.locator(".pane.lead .bubble.own").last).to_contain_text(words)
    page.locator(".face", has_text="Neu").click()
    dialog = page.locator(".dialog:visible")
    dialog.get_by_label("Name").fill(HOSTILE[0])
    dialog.get_by_label("Handynummer").fill("keine Nummer")
    dialog.get_by_label("Erste Nachricht").fill(HOSTILE[1])
    dialog.locator(".approve").click()
    expect(dialog.locator(".wrong")).to_contain_text("keine Telefonnummer")
    dialog.get_by_label("Handynummer").fill("0151 99887766")
    dialog.locator(".approve").click()
    expect(page.locator(".lead-head h1")).to_have_text(HOSTILE[0])
    page.reload()
    expect(page.locator(".pane.lead .bubble.own").last).to_contain_text(HOSTILE[1])
    assert page.locator(".app script, .app img").count() == 0


def test_language_and_theme_are_remembered(seen: Visit, tmp_path: Path) -> None:
    page = seen.page
    page.locator(".tools .segments button", has_text="EN").click()
    expect(page.locator(".pane.rep textarea")).to_have_attribute("placeholder", "Message to SalesFlow")
    page.get_by_label("Light or dark").click()
    expect(page.locator("body")).to_have_class(re.compile("body--dark"))
    page.reload()
    expect(page.locator("body")).to_have_class(re.compile("body--dark"))
    expect(page.locator(".pane.rep textarea")).to_have_attribute("placeholder", "Message to SalesFlow")


def test_pictures_and_files_are_shown(seen: Visit) -> None:
    page = seen.page
    png = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    picker = page.locator(".pane.lead .attach input")
    picker.set_input_files({"name": "foto.png", "mimeType": "image/png", "buffer": png})
    expect(page.locator(".pane.lead .picture")).to_have_js_property("naturalWidth", 1)
    picker.set_input_files({"name": "<b>böse.html", "mimeType": "text/html", "buffer": b"<script>alert(1)</script>"})
    link = page.locator(".pane.lead a.file")
    expect(link).to_have_attribute("download", "<b>böse.html")
    assert (link.get_attribute("href") or "").startswith("data:application/octet-stream;base64,")
    picker.set_input_files({"name": "film.mp4", "mimeType": "video/mp4", "buffer": b"x" * 700_000})
    expect(page.locator(".q-notification")).to_contain_text("600 KB")


def test_a_contact_is_found_by_name(seen: Visit) -> None:
    page = seen.page
    page.locator(".face", has_text="Suchen").click()
    page.locator(".dialog:visible input").fill("vogel")
    expect(page.locator(".hit")).to_have_count(1)
    page.locator(".hit").click()
    expect(page.locator(".lead-head h1")).to_have_text("Markus Vogel")
    page.locator(".face", has_text="Suchen").click()
    page.locator(".dialog:visible input").fill("%zebra_")
    expect(page.locator(".dialog:visible .hint")).to_be_visible()


def test_a_wrong_address_says_so_to_people_and_to_programs(bot: BotProcess) -> None:
    page = bot.http.get("/dashboard/nirgends", headers={"accept": "text/html"})
    assert page.status_code == 404 and "Hier ist nichts." in page.text and "script" not in page.text
    for path in ("/api/nirgends", "/nirgends"):
        answer = bot.http.get(path)
        assert answer.status_code == 404 and answer.json()["detail"]
    assert bot.http.post("/healthz").status_code == 405
