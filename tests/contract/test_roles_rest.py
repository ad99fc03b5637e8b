"""Who may do what over REST: every route of the document, by role, with an object of one's own, the team's or others'.

The table below decides every cell; a route that is not in it fails. What belongs to another team (and, where a rep may
not look, to a colleague) answers word for word like something that does not exist: 404, never a telling 403.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio

from agent.demo import CHANNELS
from store.models import Account, Consent, Conversation, Identity, Lead, Message, Team, User, WhatsappTemplate
from tests.support.web import app_over
from tests.support.world import World, world

# Caller: role, colleague, somebody of the other team.
CALLERS = {
    "max": ("rep", "sofia", "otto"),
    "lena": ("leader", "sofia", "otto"),
    "admin": ("admin", "sofia", "otto"),
    "otto": ("rep", "olga", "max"),
    "olga": ("leader", "otto", "max"),
}
OTHERS = {"otto", "olga"}
RELATIONS = ("own", "team", "other")
FEW = ["ghost_reactivation"]
GONE = 10**9  # an id that nothing has


@dataclass(frozen=True)
class Thing:
    """What somebody has: ids of one lead, its line, a message, a prompt's run, a draft, and the team's playbook."""

    person: int = GONE
    lead: int = GONE
    phone: str = "+4915199999999"
    line: int = GONE
    message: int = GONE
    run: int = GONE
    draft: int = GONE
    playbook: int = GONE


Ask = Callable[[Thing, int], tuple[dict[str, Any], Any]]  # (thing, own id) -> (fields of the address, body)


def _at(**fields: str) -> Ask:
    return lambda thing, me: ({name: getattr(thing, of) for name, of in fields.items()}, None)


def _body(make: Callable[[Thing, int], Any], **address: Any) -> Ask:
    return lambda thing, me: (address, make(thing, me))


# (rep, leader, admin) by whose the object is; what is not said here is "unknown", the answer for nothing at all.
SEEN = {"own": (200, 200, 200), "team": ("unknown", 200, 200)}
OWN = {"own": (200, 200, 200)}
CHAT = {"own": (200, 200, 200), "team": ("unknown", 403, 403)}
BOOK = {"own": (200, 403, 200), "team": (200, 403, 200)}  # the leader's own: there is nothing to take over
VOICE = {"own": (200, 200, 200), "team": (403, 200, 200)}
LEADS = {"own": (403, 200, 200)}
LIST = {"own": (200, 200, 200)}  # no object: asked once by each
TAKES = {one: (200, 200, 200) for one in RELATIONS}  # whatever it names, it makes something new of one's own
OPEN, SANDBOX = "open", "sandbox"  # the same for everybody, logged in or not

TABLE: dict[tuple[str, str], tuple[Any, list[Ask]]] = {
    ("GET", "/healthz"): (OPEN, []),
    ("POST", "/api/auth/login"): (OPEN, []),
    ("POST", "/api/auth/refresh"): (OPEN, []),
    ("POST", "/api/auth/logout"): (OPEN, []),
    ("GET", "/api/auth/me"): (LIST, [_at()]),
    ("POST", "/api/auth/browser"): (OPEN, []),
    ("POST", "/api/auth/browser/renew"): (OPEN, []),
    ("POST", "/api/auth/browser/logout"): (OPEN, []),
    ("GET", "/api/tools"): (LIST, [_at()]),
    ("POST", "/api/tools/{name}"): (OWN, [
        _body(lambda t, me: {"lead": str(t.lead), "text": "mag Tee"}, name="add_note"),
        _body(lambda t, me: {"lead": t.phone, "text": "mag Tee"}, name="add_note"),
    ]),
    ("GET", "/api/webhook/leads"): (LIST, [_at()]),
    ("GET", "/api/webhook/stats"): (LIST, [_at()]),
    ("GET", "/api/leads"): (LIST, [_at()]),
    ("GET", "/api/leads/{lead_id}"): (SEEN, [_at(lead_id="lead")]),
    ("GET", "/api/leads/{lead_id}/messages"): (CHAT, [_at(lead_id="lead")]),
    ("GET", "/api/followups/smart-suggestions"): (LIST, [_at()]),
    ("POST", "/api/followups/batch-send"): (
        OWN, [_body(lambda t, me: {"lead_ids": [t.lead], "template_id": "gentle_follow_up"})],
    ),
    ("POST", "/api/followups/sequence/start"): (
        OWN, [_body(lambda t, me: {"lead_id": t.lead, "sequence_id": "first_contact_to_partner"})],
    ),
    ("POST", "/api/followups/team/templates"): (LEADS, [_body(lambda t, me: {"name": f"Von {me}", "sequences": FEW})]),
    ("POST", "/api/followups/team/templates/{template_id}/clone"): (BOOK, [_at(template_id="playbook")]),
    ("POST", "/api/whatsapp/send"): (OWN, [
        _body(lambda t, me: {"to": str(t.lead), "message": "Hallo"}),
        _body(lambda t, me: {"to": t.phone, "message": "Hallo"}),
    ]),
    ("POST", "/api/whatsapp/send-template"): (
        OWN, [_body(lambda t, me: {"to": str(t.lead), "template": "plain"})],
    ),
    ("GET", "/api/whatsapp/status"): (SEEN, [_at(message_id="message")]),
    ("GET", "/api/ai-prompts/categories/{category}"): (LIST, [lambda t, me: ({"category": "all"}, None)]),
    ("GET", "/api/ai-prompts/suggestions"): (SEEN, [_at(lead_id="lead")]),
    ("POST", "/api/ai-prompts/execute"): (OWN, [_body(lambda t, me: {
        "prompt_id": 1, "input_values": {"name": "x", "objection": "y"}, "lead_id": t.lead})]),
    ("POST", "/api/ai-prompts/feedback"): (OWN, [_body(lambda t, me: {"execution_id": t.run, "rating": 4})]),
    ("POST", "/api/ai-prompts/chat"): (LIST, [
        _body(lambda t, me: {"messages": [{"role": "user", "content": "Zeig mir alle Kanari"}]}),
    ]),
    ("POST", "/api/ai/generate"): (OWN, [_body(lambda t, me: {
        "conversationId": t.line, "fanId": t.lead, "creatorId": me, "chatterId": me})]),
    ("POST", "/api/ai/approve"): (OWN, [_body(lambda t, me: {"generationId": t.draft, "action": "reject"})]),
    ("GET", "/api/ai/personality"): (SEEN, [_at(creatorId="person")]),
    ("POST", "/api/ai/personality"): (VOICE, [_body(lambda t, me: {"creatorId": t.person, "type": "calm"})]),
    ("POST", "/api/sandbox/inbound"): (SANDBOX, []),
    ("GET", "/api/sandbox/phone/{channel}/{address}"): (SANDBOX, []),
    ("POST", "/api/sandbox/fault"): (SANDBOX, []),
    ("POST", "/api/sandbox/clock"): (SANDBOX, []),
    ("GET", "/api/sandbox/idle"): (SANDBOX, []),
    ("POST", "/api/sandbox/reset"): (SANDBOX, []),
    ("GET", "/api/sandbox/people"): (SANDBOX, []),
    ("GET", "/api/sandbox/acts"): (SANDBOX, []),
    # Last: it makes leads with the same numbers.
    ("POST", "/api/webhook"): (TAKES, [_body(lambda t, me: {"message": "Hallo", "phone": t.phone})]),
}  # fmt: skip


@dataclass
class Desk:
    http: httpx.AsyncClient
    w: World
    tokens: dict[str, str]
    things: dict[str, Thing]

    async def call(self, who: str | None, method: str, path: str, ask: Ask, thing: Thing) -> httpx.Response:
        fields, body = ask(thing, self.things[who].person if who else GONE)
        query = {name: value for name, value in fields.items() if f"{{{name}}}" not in path}
        headers = {"Authorization": f"Bearer {self.tokens[who]}"} if who else {}
        found = {"json": body} if method == "POST" and body is not None else {}
        return await self.http.request(method, path.format(**fields), params=query, headers=headers, **found)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    calm = {"api_calls_per_minute": 100_000, "api_burst": 100_000}
    async with world(tmp_path_factory.mktemp("rest-roles"), **calm) as w:
        things = await _people(w)
        app = app_over(w.parts)
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 50_000))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as http:
            made = Desk(http, w, {}, things)
            for login, thing in things.items():
                async with w.parts.db.write() as work:
                    user = await work.session.get(User, thing.person)
                    assert user is not None
                    made.tokens[login] = app.state.auth._issue(work, user, f"roles-{login}").access_token
            books = {leader: await _playbook(made, leader) for leader in ("lena", "olga")}
            for login in things:
                made.things[login] = await _belongings(made, login, books["olga" if login in OTHERS else "lena"])
            await w.advance("20s")
            yield made


async def _people(w: World) -> dict[str, Thing]:
    """Everybody with a lead whose name and words would give away a leak."""
    things: dict[str, Thing] = {}
    async with w.parts.db.write() as work:
        other = Team(name="Others")
        work.session.add(other)
        await work.session.flush()
        for login, role in (("olga", "leader"), ("otto", "rep")):
            work.session.add(User(team_id=other.id, login=login, name=login.title(), role=role))
        work.session.add_all(Account(team_id=other.id, channel=channel, name="others") for channel in CHANNELS)
        for team in (1, other.id):
            words = {"language": "de", "status": "approved", "body": "Guten Tag!"}
            work.session.add(WhatsappTemplate(team_id=team, name="plain", at=w.clock.now(), **words))
    users = {row["login"]: row for row in await w.rows("users")}
    accounts = {row["team_id"]: row for row in await w.rows("accounts", "channel", "whatsapp")}
    for number, login in enumerate((*CALLERS, "sofia")):
        user, account = users[login], accounts[users[login]["team_id"]]
        things[login] = await _lead(w, user, account["id"], f"+49151770000{number:02}")
    return things


async def _lead(w: World, user: dict[str, Any], account: int, phone: str) -> Thing:
    now = w.clock.now()
    wrote = now - timedelta(hours=5)
    async with w.parts.db.write() as work:
        team, name = user["team_id"], f"Kanari {user['name']}"
        lead = Lead(team_id=team, owner_id=user["id"], name=name, phone=phone, source="t", last_inbound_at=wrote,
                    created_at=now - timedelta(days=9))  # fmt: skip
        work.session.add(lead)
        await work.session.flush()
        line = Conversation(team_id=team, account_id=account, channel="whatsapp", external_id=phone, lead_id=lead.id,
                            last_inbound_at=wrote)  # fmt: skip
        work.session.add_all([line, Identity(account_id=account, external_id=phone, lead_id=lead.id)])
        await work.session.flush()
        said = {"direction": "in", "state": "done", "text": f"Geheim-{user['login']}"}
        work.session.add(Message(team_id=team, account_id=account, conversation_id=line.id, lead_id=lead.id, at=wrote,
                                 provider_id=f"k-{phone}", **said))  # fmt: skip
        work.session.add(Consent(team_id=team, lead_id=lead.id, channel="*", purpose="sales", basis="express",
                                 wording="t", source="t", user_id=user["id"], at=now))  # fmt: skip
        return Thing(person=user["id"], lead=lead.id, phone=phone, line=line.id)


async def _playbook(desk: Desk, leader: str) -> int:
    body = {"name": "Winterstart", "sequences": FEW}
    found: int = (await _made(desk, leader, "/api/followups/team/templates", body))["template_id"]
    return found


async def _belongings(desk: Desk, login: str, playbook: int) -> Thing:
    """What somebody made: a message, a prompt's run, a draft that waits; and their leader's playbook."""
    thing = desk.things[login]
    run = {"prompt_id": 1, "input_values": {"name": "x", "objection": "Geheim"}}
    draft = {"conversationId": thing.line, "fanId": thing.lead, "creatorId": thing.person, "chatterId": thing.person}
    sent = await _made(desk, login, "/api/whatsapp/send", {"to": str(thing.lead), "message": "Servus"})
    return Thing(
        thing.person,
        thing.lead,
        thing.phone,
        thing.line,
        sent["message_id"],
        (await _made(desk, login, "/api/ai-prompts/execute", run))["execution_id"],
        (await _made(desk, login, "/api/ai/generate", draft))["generationId"],
        playbook,
    )


async def _made(desk: Desk, login: str, path: str, body: Any) -> Any:
    answer = await desk.call(login, "POST", path, lambda t, me: ({}, body), Thing())
    assert answer.status_code == 200, (login, path, answer.text)
    return answer.json()


def _told(answer: httpx.Response, thing: Thing) -> tuple[int, str]:
    """An answer without the act's own number and those that the caller gave himself."""
    told = re.sub(r'"id":\d+', "", answer.text)
    for number in (thing.phone, *map(str, (thing.lead, thing.line, thing.person, thing.playbook))):
        told = re.sub(rf"(?<!\d){re.escape(number)}(?!\d)", "#", told)
    return answer.status_code, told


@pytest.mark.asyncio(loop_scope="module")
async def test_the_document_and_the_table_are_one(desk: Desk) -> None:
    document = (await desk.http.get("/openapi.json")).json()
    routes = {(method.upper(), path) for path, each in document["paths"].items() for method in each}
    assert routes == set(TABLE), "decide who may, and write it into the table"


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("method", "path"), [at for at, (cells, _) in TABLE.items() if isinstance(cells, dict)])
async def test_each_cell(desk: Desk, method: str, path: str) -> None:
    expected, asks = TABLE[method, path]
    for ask in asks:
        answer = await desk.call(None, method, path, ask, desk.things["max"])
        assert answer.status_code == 401, ("nobody", answer.text)
        for caller, (role, colleague, stranger) in CALLERS.items():
            nothing: httpx.Response | None = None
            for relation, owner in zip(RELATIONS, (caller, colleague, stranger), strict=True):
                if _asked_already(expected, caller, relation):
                    continue
                wanted = expected.get(relation, ("unknown",) * 3)[("rep", "leader", "admin").index(role)]
                thing = desk.things[owner]
                answer = await desk.call(caller, method, path, ask, thing)
                where = (caller, relation, answer.status_code, answer.text)
                _no_leak(desk, caller, answer, str(ask(thing, 0)))
                if wanted == "unknown":
                    nothing = nothing or await desk.call(caller, method, path, ask, Thing())
                    assert _told(answer, thing) == _told(nothing, Thing()), where
                    assert answer.status_code == 404 or answer.json()["reason"].endswith(("_not_found", "_unknown"))
                else:
                    assert answer.status_code == wanted, where
                    assert relation == "own" or answer.json().get("lead_id") != thing.lead, where


def _asked_already(expected: Any, caller: str, relation: str) -> bool:
    """Lists know no object; the other team asks for what is not its own, for the rest it is a team like the first."""
    if expected in (LIST, LEADS):
        return relation != "own"
    return caller in OTHERS and relation != "other"


def _no_leak(desk: Desk, caller: str, answer: httpx.Response, asked: str) -> None:
    """Nothing of other teams, of a rep's colleagues, or of anybody's chats; but for what the caller said himself."""
    role = CALLERS[caller][0]
    team = OTHERS if caller in OTHERS else set(desk.things) - OTHERS
    hidden = [f"Geheim-{login}" for login in desk.things if login != caller]
    for login, thing in desk.things.items():
        if login not in team or (role == "rep" and login != caller):
            hidden += [f"Kanari {login.title()}", thing.phone]
    for part in hidden:
        assert part not in answer.text or part in asked, (caller, part, answer.text)
