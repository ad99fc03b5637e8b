"""A real headless Chromium that may talk to the bot under test only; where there is none its tests skip and say so."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (make deps installs it)")
_QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)
# What sticks out: a text beyond the window or its pane, or cut off without an ellipsis. Lists that scroll are meant to.
_STICKS_OUT = """() => {
  const scrolls = (el) => ['auto', 'scroll'].includes(getComputedStyle(el).overflowX);
  const found = [];
  for (const el of document.querySelectorAll('body *')) {
    const own = [...el.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const box = el.getBoundingClientRect();
    if (!own || !box.width || !box.height || el.closest('script, style, .nicegui-error-popup, .q-icon')) continue;
    let up = el.parentElement, inside = false;
    while (up && !inside) { inside = scrolls(up) && up.scrollWidth > up.clientWidth; up = up.parentElement }
    if (inside) continue;
    const style = getComputedStyle(el);
    const cut = el.scrollWidth > el.clientWidth + 1 && style.display !== 'inline' && style.textOverflow !== 'ellipsis';
    const out = box.right > innerWidth + 1 || box.left < -1;
    if (out || cut) found.push(`${el.className}: ${el.textContent.slice(0, 60)}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(`page: ${document.documentElement.scrollWidth}`);
  return found;
}"""
_TOO_SMALL = """() => [...document.querySelectorAll('button, .tab, .tool, .face')]
  .filter((el) => el.getBoundingClientRect().width)
  .filter((el) => el.getBoundingClientRect().height < 34 || el.getBoundingClientRect().width < 34)
  .map((el) => `${el.className}: ${el.textContent.slice(0, 40)}`)"""


@dataclass
class Visit:
    """One visitor's window: the page, every foreign host it asked, every dialog and error it showed."""

    page: Page
    url: str
    foreign: set[str] = field(default_factory=set)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: str = "/", ready: str = ".composer") -> Page:
        self.page.goto(self.url + path)
        self.page.locator(ready).first.wait_for()
        return self.page

    def sticks_out(self) -> list[str]:
        found: list[str] = self.page.evaluate(_STICKS_OUT)
        return found

    def too_small(self) -> list[str]:
        found: list[str] = self.page.evaluate(_TOO_SMALL)
        return found

    def clean(self) -> None:
        """Nothing asked elsewhere, nothing popped up, nothing broke."""
        assert (self.foreign, self.dialogs, self.errors) == (set(), [], [])


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
        yield browser
        browser.close()


@contextlib.contextmanager
def _window(browser: Browser) -> Iterator[BrowserContext]:
    """The visitor who has been here before has the page's scripts at hand; a second one at the same time has not."""
    kept = browser.contexts[0] if browser.contexts else None
    if kept is None or kept.pages:
        kept = browser.new_context(locale="de-DE", timezone_id="UTC", reduced_motion="reduce")
    kept.clear_cookies()
    page = kept.new_page()
    try:
        yield kept
    finally:
        page.close()
        if kept is not browser.contexts[0]:
            kept.close()


@contextlib.contextmanager
def visit(browser: Browser, url: str, *, width: int = 1280, height: int = 800, **cookies: str) -> Iterator[Visit]:
    """A fresh window; ``cookies`` are language and theme as the page keeps them."""
    with _window(browser) as context:
        context.add_cookies([{"name": f"salesflow_{n}", "value": value, "url": url} for n, value in cookies.items()])
        page = context.pages[-1]
        page.set_viewport_size({"width": width, "height": height})
        yield from _watched(page, url)


def _watched(page: Page, url: str) -> Iterator[Visit]:
    page.set_default_timeout(30_000)
    seen = Visit(page, url)
    host = urlsplit(url).netloc

    def asked(request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != host:
            seen.foreign.add(parts.netloc)

    def popped(dialog: Any) -> None:
        seen.dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", popped)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda line: seen.errors.append(line.text) if line.type == "error" else None)
    yield seen
