"""The dashboard in a real browser: signing in, the table, one lead, approvals, files; each sees what is theirs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from python_calamine import CalamineWorkbook

from tests.support.browser import Visit, chromium, needs_chromium, visit
from tests.support.process import BotProcess

pytestmark = needs_chromium

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
TOM = "+4915112340003"
HOSTILE = '=HYPERLINK("http://evil.example")<img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    with BotProcess(tmp_path_factory.mktemp("dashboard"), API_CALLS_PER_MINUTE="6000") as process:
        assert process.wait_ready()
        yield process


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def fresh(bot: BotProcess) -> BotProcess:
    bot.post("reset", demo=True, at="2026-11-25T10:30:00+01:00")
    return bot


@pytest.fixture
def seen(fresh: BotProcess, browser: Browser) -> Iterator[Visit]:
    """Max, signed in."""
    with visit(browser, fresh.url) as found:
        sign_in(found, "max")
        yield found
        found.clean()


def sign_in(seen: Visit, name: str, path: str = "/dashboard", ready: str = ".lead-row") -> Page:
    page = seen.open(f"/login?next={path}", ready="form")
    page.get_by_label("Name").fill(name)
    page.locator("input[type=password]").fill("demo")
    page.locator(".go").click()
    page.locator(ready).first.wait_for()
    return page


def names(page: Page) -> list[str]:
    return page.locator(".lead-row .strong").all_inner_texts()


def test_signing_in_leads_back_to_where_one_wanted_to_go(fresh: BotProcess, browser: Browser) -> None:
    with visit(browser, fresh.url) as seen:
        page = seen.open("/dashboard/leads/3", ready="form")
        assert "/login?next=/dashboard/leads/3" in page.url
        page.get_by_label("Name").fill("max")
        page.get_by_label("Passwort").fill("falsch")
        page.locator(".go").click()
        expect(page.locator(".wrong")).to_have_text("Name oder Passwort stimmt nicht.")
        page.get_by_label("Passwort").fill("demo")
        page.locator(".go").click()
        expect(page.locator(".headline")).to_have_text("Tom Wagner")
        kept = {cookie["name"]: cookie for cookie in page.context.cookies()}
        for name in ("salesflow_access", "salesflow_refresh"):
            assert kept[name]["httpOnly"] and kept[name]["sameSite"] == "Strict"
        assert (seen.foreign, seen.dialogs) == (set(), [])
        page.context.clear_cookies(name="salesflow_access")
        page.goto(fresh.url + "/dashboard")
        page.locator(".lead-row").first.wait_for()


def test_hurrying_from_page_to_page_stays_signed_in(seen: Visit, fresh: BotProcess) -> None:
    page = seen.page
    for lead in (1, 2, 3, 4, 5):
        page.goto(f"{fresh.url}/dashboard", wait_until="commit")
        page.goto(f"{fresh.url}/dashboard/leads/{lead}", wait_until="commit")
    expect(page.locator(".headline")).to_have_text("Jonas Keller")
    for _ in range(3):
        assert page.request.post(f"{fresh.url}/api/auth/browser/renew").json() == {"signed_in": True}
    page.goto(fresh.url + "/dashboard")
    expect(page.locator(".lead-row").first).to_be_visible()


def test_leaving_ends_the_login(seen: Visit, fresh: BotProcess) -> None:
    page = seen.page
    access = next(c["value"] for c in page.context.cookies() if c["name"] == "salesflow_access")
    page.locator(".me").click()
    page.get_by_text("Abmelden").click()
    page.locator("form").wait_for()
    answer = fresh.http.get("/dashboard", cookies={"salesflow_access": access}, follow_redirects=False)
    assert answer.status_code == 307 and "/login" in answer.headers["location"]


@pytest.mark.parametrize(("language", "theme"), [("de", "light"), ("en", "dark")])
def test_it_fits_every_screen(fresh: BotProcess, browser: Browser, language: str, theme: str) -> None:
    fresh.post("inbound", **{"channel": "whatsapp", "from": TOM, "text": "Was kostet es für " + "zwei" * 30 + "?"})
    fresh.idle()
    with visit(browser, fresh.url, language=language, theme=theme) as seen:
        seen.open("/login", ready="form")
        assert not seen.sticks_out()
        page = sign_in(seen, "lena")
        expect(page.locator("body")).to_have_class(re.compile(f"body--{theme}"))
        for path, ready in (
            ("/dashboard", ".lead-row"),
            ("/dashboard/leads/3", ".person"),
            ("/dashboard/approvals", ".desk"),
        ):
            page.goto(fresh.url + path)
            page.locator(ready).first.wait_for()
            for width in (375, 768, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert not seen.sticks_out(), (path, width)
                assert not seen.too_small(), (path, width)
        seen.clean()


def test_the_table_filters_searches_and_sorts(seen: Visit) -> None:
    page = seen.page
    assert len(names(page)) == 12 and page.locator(".card.all .value").inner_text() == "12"
    page.locator(".card.hot").click()
    expect(page.locator(".lead-row .pill.warm")).to_have_count(0)
    hot = len(names(page))
    assert hot == int(page.locator(".card.hot .value").inner_text())
    page.locator(".filters .segments button").first.click()
    expect(page.locator(".lead-row")).to_have_count(12)
    page.locator(".search input").fill("keller zürich")
    expect(page.locator(".lead-row")).to_have_count(1)
    page.locator(".search input").fill("gibt es nicht")
    expect(page.locator(".table .empty")).to_be_visible()
    page.locator(".search input").fill("")
    expect(page.locator(".lead-row")).to_have_count(12)
    page.locator(".selects .q-select").last.click()
    page.get_by_role("option", name="Nach Name").click()
    expect(page.locator(".lead-row .strong").first).to_have_text("Anna Berger")
    assert names(page) == sorted(names(page))
    page.reload()
    expect(page.locator(".lead-row .strong").first).to_have_text("Anna Berger")


def test_a_new_message_moves_the_figures_without_reload(seen: Visit, fresh: BotProcess) -> None:
    page = seen.page
    page.evaluate("window.stayed = true")
    fresh.post("inbound", **{"channel": "whatsapp", "from": "+4915198765432", "name": "Rosa Neu",
                             "text": "Ich möchte sofort drei Pakete bestellen, dringend!"})  # fmt: skip
    expect(page.locator(".card.all .value")).to_have_text("13")
    expect(page.locator(".lead-row", has_text="Rosa Neu").locator(".pill")).to_contain_text("HOT")
    expect(page.locator(".card.waiting .value")).to_have_text("1")
    assert page.evaluate("window.stayed")


def test_one_lead_with_reasons_notes_and_a_sequence(seen: Visit, fresh: BotProcess) -> None:
    page = seen.page
    page.locator(".lead-row", has_text="Julia Brandt").click()
    expect(page.locator(".headline")).to_have_text("Julia Brandt")
    expect(page.locator(".factor")).to_have_count(7)
    expect(page.locator(".bubble.other")).to_contain_text("am Wochenende")
    page.locator(".small-button").click()
    page.locator(".dialog textarea").fill("ruft lieber an https://example.org/x")
    page.locator(".dialog:visible .approve").click()
    expect(page.locator(".note")).to_contain_text("ruft lieber an")
    page.locator(".quiet", has_text="Ghost").click()
    expect(page.locator(".stop.next .title")).to_be_visible()
    fresh.idle()
    assert ("start_sequence", "done") in [(a["tool"], a["outcome"]) for a in fresh.http.get("/api/sandbox/acts").json()]


def test_approvals_are_decided_through_the_runner(seen: Visit, fresh: BotProcess) -> None:
    page = seen.page
    for phone in (TOM, "+4915112340001", "+4915112340012"):
        fresh.post("inbound", **{"channel": "whatsapp", "from": phone, "text": "Was kostet das Starterpaket?"})
        fresh.idle()  # the cards lie in the order of their age
    page.goto(fresh.url + "/dashboard/approvals")
    expect(page.locator(".approval")).to_have_count(3)
    page.locator(".approval").first.locator(".approve").click()
    expect(page.locator(".approval")).to_have_count(2)
    expect(page.locator(".result .change")).to_have_text("Rückgängig")
    page.locator(".approval").first.locator(".change").click()
    page.locator(".dialog:visible textarea").fill("Das erzähle ich dir am Telefon.")
    page.locator(".dialog:visible .approve").click()
    expect(page.locator(".approval")).to_have_count(1)
    page.locator(".approval").first.locator(".reject").click()
    page.locator(".dialog:visible textarea").fill("rufe selbst an")
    page.locator(".dialog:visible .approve").click()
    expect(page.locator(".desk .empty")).to_be_visible()
    decided = [a for a in fresh.http.get("/api/sandbox/acts").json() if a["tool"] == "decide_approval"]
    assert [a["arguments"]["action"] for a in decided] == ["approve", "change", "reject"]
    fresh.post("clock", advance="15s")
    shown = [item["text"] for item in fresh.phone("whatsapp", "+4915112340001")]
    assert "Das erzähle ich dir am Telefon." in shown


def test_a_leader_sees_the_team_first_and_nobodys_talk(fresh: BotProcess, browser: Browser) -> None:
    with visit(browser, fresh.url) as seen:
        page = sign_in(seen, "lena")
        expect(page.locator(".member", has_text="Max")).to_contain_text("12 Leads")
        assert page.locator(".team").bounding_box()["y"] < page.locator(".table").bounding_box()["y"]  # type: ignore[index]
        page.locator(".lead-row", has_text="Tom Wagner").click()
        expect(page.locator(".headline")).to_have_text("Tom Wagner")
        expect(page.get_by_text("Das Gespräch liest nur Max.")).to_be_visible()
        assert "Ich möchte bestellen" not in page.content()
        seen.clean()


def test_somebody_elses_lead_is_nobody(fresh: BotProcess, browser: Browser) -> None:
    with visit(browser, fresh.url) as seen:
        page = sign_in(seen, "sofia", ready=".table .empty")
        page.goto(fresh.url + "/dashboard/leads/3")
        expect(page.locator(".empty .title")).to_be_visible()
        assert "Tom" not in page.locator(".content").inner_text()
        assert "Tom" not in page.request.get(fresh.url + "/export/leads.csv").text()
        for odd in ("0", "-1", "abc", "9" * 30):
            page.goto(f"{fresh.url}/dashboard/leads/{odd}")
            expect(page.locator(".empty .title")).to_be_visible()
        seen.clean()


def test_files_hold_the_filtered_view_and_no_formula(seen: Visit, fresh: BotProcess) -> None:
    page = seen.page
    fresh.post("inbound", **{"channel": "whatsapp", "from": "+4915198765432", "name": HOSTILE, "text": "Hallo!"})
    fresh.idle()
    content = page.request.get(fresh.url + "/export/leads.csv").text()
    rows = list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert len(rows) == 14 and rows[0][0] == "Name"
    assert any(row[0] == "'" + HOSTILE for row in rows)
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    book = page.request.get(fresh.url + "/export/leads.xlsx?quality=hot").body()
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    hot = int(page.locator(".card.hot .value").inner_text())
    assert len(sheet) == hot + 1 and all(row[6] == "hot" for row in sheet[1:])
    assert b"<f>" not in book
    page.goto(fresh.url + "/dashboard")
    expect(page.locator(".lead-row", has_text="HYPERLINK")).to_be_visible()
    assert fresh.http.get("/export/leads.csv", follow_redirects=False).status_code == 307


def test_a_shared_view_is_read_only_ends_and_can_be_taken_back(
    seen: Visit, fresh: BotProcess, browser: Browser
) -> None:
    page = seen.page
    fresh.post("inbound", **{"channel": "whatsapp", "from": "+4915198765432", "name": HOSTILE,
                             "text": "Ich will sofort kaufen, dringend!"})  # fmt: skip
    fresh.idle()
    page.locator(".card.hot").click()
    page.get_by_text("Teilen", exact=True).click()
    page.locator(".dialog:visible .change", has_text="7 Tage").click()
    link = page.locator(".shared-link")
    expect(link.locator(".strong")).to_have_text("HOT")
    path = link.locator("a").get_attribute("href") or ""
    with visit(browser, fresh.url, width=375) as stranger:
        shared = stranger.open(path, ready=".list")
        assert not stranger.sticks_out()
        shown = shared.locator("main").inner_text()
        assert "HOT" in shown and HOSTILE in shown and "+49" not in shown and "COLD 3" not in shown
        assert shared.locator("form, input, button, script, img").count() == 0
        stranger.clean()
    answer = fresh.http.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src" not in policy and "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store" and answer.headers["referrer-policy"] == "no-referrer"
    assert fresh.http.get(path[:-1] + ("A" if path[-1] != "A" else "B")).status_code == 404
    assert fresh.http.get("/shared/1").status_code == fresh.http.get("/shared/%00").status_code == 404
    link.locator(".reject").click()
    expect(page.locator(".shared-link")).to_have_count(0)
    assert fresh.http.get(path).status_code == 404
    page.locator(".dialog:visible .change", has_text="1 Tag").click()
    expect(page.locator(".shared-link")).to_have_count(1)
    day = page.locator(".shared-link a").get_attribute("href") or ""
    assert fresh.http.get(day).status_code == 200
    fresh.post("clock", advance="25h")
    assert fresh.http.get(day).status_code == 404


def test_whatever_leads_are_called_and_say_is_only_words(seen: Visit, fresh: BotProcess, browser: Browser) -> None:
    """Public lists of script payloads and naughty strings as names, words and notes, looked at where people look."""
    strings = naughty(80)
    for number, (name, words) in enumerate(zip(strings[::2], strings[1::2], strict=True)):
        person = {"channel": "whatsapp", "from": f"+49151777{number:05}", "name": name[:200], "text": words[:2000]}
        fresh.post("inbound", **person)
    fresh.idle(60)
    page = seen.page
    page.goto(f"{fresh.url}/dashboard?sort=created_at")
    page.locator(".lead-row").first.wait_for()
    links = [row.get_attribute("href") or "" for row in page.locator("a.lead-row").all()][:12]
    assert len(links) > 5
    for link in links:
        page.goto(fresh.url + link)
        page.locator(".headline").wait_for()
    with visit(browser, fresh.url, width=375) as small:
        small.open("/")
        small.page.get_by_text("💬").first.wait_for()
        small.clean()


def naughty(most: int) -> list[str]:
    """Payloads spread evenly over the collections, those that can be typed at all."""
    if not CORPORA.is_dir():
        pytest.skip("the corpora are not on this machine (../shared/corpora)")
    found = [line for path in sorted((CORPORA / "patt" / "xss").iterdir()) for line in read(path) if line.strip()]
    found += [text for text in json.loads((CORPORA / "blns" / "blns.json").read_text("utf-8")) if text.strip()]
    typed = [text for text in found if text.isprintable()]
    return typed[:: len(typed) // most][:most]


def read(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").splitlines()
