"""Signing in with a browser: the same logins as over REST, kept in cookies that no script can read.

The access token's cookie lives as long as the token; the refresh token's cookie goes only to ``/api/auth/browser``,
where the pages renew both. Tabs of one browser take turns (a lock of the browser), for a refresh token works once.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from channels.web import plain
from channels.web.api.auth import LoginBody
from channels.web.auth import Pair, TooManyFailures
from channels.web.deps import Logins
from channels.web.errors import Problem, responses
from store.settings import Settings

ACCESS, REFRESH = "salesflow_access", "salesflow_refresh"
_HERE = "/api/auth/browser"


class SignedIn(BaseModel):
    signed_in: bool


def router(settings: Settings) -> APIRouter:
    routes = APIRouter(tags=["login"])
    secure = settings.public_base_url.startswith("https:")

    def keep(response: Response, pair: Pair) -> None:
        for name, value, path, age in (
            (ACCESS, pair.access_token, "/", pair.expires_in),
            (REFRESH, pair.refresh_token, _HERE, settings.refresh_days * 86_400),
        ):
            response.set_cookie(name, value, max_age=age, path=path, httponly=True, samesite="strict", secure=secure)

    _signing(routes, keep, settings.access_minutes * 30)

    @routes.get("/login", include_in_schema=False)
    async def login_page(request: Request) -> HTMLResponse:
        return _login_page(request, demo=settings.sandbox)

    return routes


def _signing(routes: APIRouter, keep: Any, half: float) -> None:
    @routes.post(_HERE, status_code=204, responses=responses(401, 422, 429))
    async def sign_in(body: LoginBody, request: Request, response: Response, logins: Logins) -> None:
        """Like `POST /api/auth/login`, with the tokens in cookies."""
        address = request.client.host if request.client else ""
        try:
            pair = await logins.login(body.username, body.password, address)
        except TooManyFailures as failures:
            wait = {"Retry-After": str(failures.seconds)}
            raise Problem(429, f"Too many tries. Wait {failures.seconds} seconds.", headers=wait) from None
        if pair is None:
            raise Problem(401, "The name or the password is wrong.")
        keep(response, pair)

    @routes.post(f"{_HERE}/renew", response_model=SignedIn)
    async def renew(request: Request, response: Response, logins: Logins) -> SignedIn:
        """New cookies for the refresh token's one once half of the access token's life is over; before, nothing new.

        A page that is left in the middle of this may never see its new cookies: so it happens seldom.
        """
        access = request.cookies.get(ACCESS, "")
        if logins.seconds_left(access) > half and await logins.user(access) is not None:
            return SignedIn(signed_in=True)
        pair = await logins.refresh(request.cookies.get(REFRESH, ""))
        if pair is not None:
            keep(response, pair)
        return SignedIn(signed_in=pair is not None)

    @routes.post(f"{_HERE}/logout", status_code=204)
    async def sign_out(request: Request, response: Response, logins: Logins) -> None:
        """Ends the login and forgets the cookies."""
        await logins.logout(request.cookies.get(REFRESH, ""))
        for name, path in ((ACCESS, "/"), (REFRESH, _HERE)):
            response.delete_cookie(name, path=path, httponly=True, samesite="strict")


def local(path: str) -> str:
    """Where to go after signing in: an address of ours, never another host's."""
    good = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if good and len(path) < 500 else "/dashboard"


def _login_page(request: Request, *, demo: bool) -> HTMLResponse:
    language = plain.language(request)

    def said(key: str) -> str:
        return plain.said(language, key)

    after = plain.escape(local(request.query_params.get("next", "")))
    names = "".join(
        f'<button type="button" class="quiet" data-name="{n}">{n}</button>' for n in ("max", "lena", "sofia")
    )
    hint = f'<p class="hint">{said("login-demo")}</p><div class="names">{names}</div>' if demo else ""
    other, name = ("en", "English") if language == "de" else ("de", "Deutsch")
    switch = plain.escape(f"/login?{urlencode({'next': local(request.query_params.get('next', '')), 'lang': other})}")
    fields = (
        f'<label>{said("login-name")}<input name="username" autocomplete="username" autocapitalize="none" required '
        f'maxlength="200" autofocus></label><label>{said("login-password")}<input name="password" type="password" '
        'autocomplete="current-password" required maxlength="1000"></label><p class="wrong" role="alert" hidden '
        f'data-wrong="{said("login-wrong")}" data-many="{said("login-many")}" data-away="{said("login-away")}"></p>'
    )
    body = (
        f'<main class="sign-in" data-next="{after}"><div class="mark"></div><h1>SalesFlow</h1>'
        f'<p class="hint">{said("login-about")}</p><form>{fields}<button class="go">{said("login-go")}</button></form>'
        f'{hint}<p class="hint"><a href="{switch}">{name}</a></p></main>'
    )
    answer = plain.page(request, f"SalesFlow · {said('login-go')}", body, script=_SCRIPT)
    answer.set_cookie(plain.LANGUAGE, language, max_age=31_536_000, samesite="strict")
    return answer


_SCRIPT = """
const main = document.querySelector('main'), form = document.querySelector('form');
const wrong = document.querySelector('.wrong'), after = () => location.replace(main.dataset.next);
const post = (path, body) => fetch('/api/auth/browser' + path, {
  method: 'POST', keepalive: true,
  ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
});
navigator.locks.request('salesflow', () => post('/renew'))
  .then((answer) => answer.json()).then((told) => told.signed_in && after()).catch(() => {});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  wrong.hidden = true;
  let status = 0;
  try { status = (await post('', Object.fromEntries(new FormData(form)))).status } catch { }
  if (status === 204) return after();
  wrong.textContent = wrong.dataset[status === 429 ? 'many' : status === 401 ? 'wrong' : 'away'];
  wrong.hidden = false;
});
for (const button of document.querySelectorAll('[data-name]')) button.addEventListener('click', () => {
  form.username.value = button.dataset.name;
  form.password.value = 'demo';
  form.requestSubmit();
});
"""
