"""Pages of plain server HTML for people who are not signed in: no script but our own, nothing from anywhere else.

Every value is escaped where it is put in. The policy names the style and the script by their digest, so that even a
hole in the escaping could run nothing (SAFETY wall 11).
"""

from __future__ import annotations

import base64
import hashlib
import html
from functools import cache
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse

from channels import words
from store.types import Language, Say

_PAGES = Path(__file__).with_name("pages")
LANGUAGE, THEME = "salesflow_language", "salesflow_theme"

escape = html.escape


def language(request: Request) -> Language:
    """What the visitor chose, in the address or before; the team's German else."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE)
    return "en" if chosen == "en" else "de"


def dark(request: Request) -> bool | None:
    """True is dark, False light, None what the visitor's device prefers."""
    return {"dark": True, "light": False}.get(request.query_params.get("theme") or request.cookies.get(THEME, ""))


def said(language: Language, key: str, **values: object) -> str:
    """A sentence of the pages, escaped."""
    return escape(words.say(language, Say(f"page-{key}", values)))


@cache
def _style() -> str:
    return "\n".join((_PAGES / name).read_text("utf-8") for name in ("tokens.css", "plain.css"))


def page(request: Request, title: str, body: str, *, script: str = "", status: int = 200) -> HTMLResponse:
    """``title`` and ``body`` are escaped HTML already; ``script`` is ours and holds no value from outside."""
    tone = {True: "body--dark", False: "body--light", None: ""}[dark(request)]
    style = _style()
    run = f"<script>{script}</script>" if script else ""
    content = (
        f'<!doctype html><html lang="{language(request)}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f'<link rel="icon" href="data:,"><style>{style}</style></head><body class="{tone}">{body}{run}</body></html>'
    )
    return HTMLResponse(
        content,
        status,
        headers={
            "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none';"
            f" form-action 'self'; img-src 'self' data:; connect-src 'self'; style-src '{_digest(style)}'"
            + (f"; script-src '{_digest(script)}'" if script else ""),
            "Cache-Control": "no-store",
            "X-Robots-Tag": "noindex, nofollow",
        },
    )


def wants_page(request: Request) -> bool:
    """Whether a person with a browser asks, and not a program."""
    accepts = request.headers.get("accept", "")
    return request.method == "GET" and "text/html" in accepts and not request.url.path.startswith("/api/")


def lost(request: Request) -> HTMLResponse:
    """There is nothing at this address."""
    chosen = language(request)
    title = said(chosen, "lost")
    body = (
        f'<main class="shared"><h1>{title}</h1><p class="hint"><a href="/">{said(chosen, "lost-home")}</a></p></main>'
    )
    return page(request, title, body, status=404)


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
