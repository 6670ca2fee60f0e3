"""Nobody enters without a secret of theirs, and whoever leaves is out."""

import json
from collections.abc import Callable

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from api.access.password_file import Account
from api.access.roles import Role
from api.pages import PAGES
from api.routes import ROUTERS
from tests.api.access.conftest import HTML, ORIGIN, PASSWORD, TOKEN, Place


def _routes() -> list[APIRoute]:
    return [r for router in (*ROUTERS, *PAGES) for r in router.routes if isinstance(r, APIRoute)]


def _bearer(role: str) -> dict[str, str]:
    return {"authorization": f"Bearer {TOKEN}-{role}"}


def test_every_address_but_the_open_ones_needs_a_log_in(place: Place) -> None:
    paths = {(m, r.path) for r in _routes() for m in r.methods} | {("GET", "/openapi.json")}
    filled = {(m, p.replace("{", "").replace("}", "").replace(":path", "")) for m, p in paths}
    asked = {(m, p): place.client.request(m, p, headers=ORIGIN).status_code for m, p in filled}

    assert len(asked) > 20
    assert {path for (_, path), status in asked.items() if status != 401} == {"/login", "/healthz"}


def test_programs_are_told_what_to_send_and_browsers_where_to_go(place: Place) -> None:
    told = place.client.get("/api/gaps")
    led = place.client.get("/items?kind=Goal", headers=HTML, follow_redirects=False)

    assert told.headers["www-authenticate"].startswith("Bearer")
    assert told.headers["content-type"] == "application/problem+json"
    assert (led.status_code, led.headers["location"]) == (303, "/login?next=%2Fitems%3Fkind%3DGoal")


@pytest.mark.parametrize("role", ["reader", "editor", "admin"])
def test_a_token_opens_the_api_and_sparql_in_its_role(place: Place, role: str) -> None:
    assert place.client.get("/api/me", headers=_bearer(role)).json() == {
        "name": role, "role": role, "logged_in": True,
    }  # fmt: skip
    assert place.client.get("/sparql?query=ASK{}", headers=_bearer(role)).status_code == 200
    assert place.client.get("/api/audit", headers=_bearer(role)).status_code == (
        200 if role == "admin" else 403
    )


@pytest.mark.parametrize("sent", ["Bearer nonsense", "Bearer ", "Bearer \xff", "Basic YTpi", "bearer"])
def test_a_wrong_token_opens_nothing(place: Place, sent: str) -> None:
    assert place.client.get("/api/me", headers={"authorization": sent.encode("latin-1")}).status_code == 401


def test_nothing_that_is_stored_can_be_sent_as_a_secret(place: Place) -> None:
    for user in json.loads(place.file.path.read_text())["users"]:
        assert (
            place.client.get("/api/me", headers={"authorization": f"Bearer {user['token']}"}).status_code
            == 401
        )
        assert place.log_in(user["name"], user["password"]) == 403


def test_one_logs_in_goes_on_and_logs_out(place: Place) -> None:
    answer = place.client.post(
        "/login",
        data={"name": "editor", "password": PASSWORD, "next": "/items?kind=Goal"},
        headers=ORIGIN,
        follow_redirects=False,
    )
    cookie = answer.headers["set-cookie"]
    kept = dict(place.client.cookies)

    assert (answer.status_code, answer.headers["location"]) == (303, "/items?kind=Goal")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert place.client.get("/items", headers=HTML).headers["cache-control"] == "no-store"
    place.client.post("/logout", data={"csrf": place.csrf()}, headers=ORIGIN)
    place.client.cookies.update(kept)  # as someone would who copied the cookie
    assert place.client.get("/api/me").status_code == 401


def test_over_https_the_cookie_is_for_https_alone(place: Place) -> None:
    secure = TestClient(place.client.app, base_url="https://testserver")
    answer = secure.post("/login", data={"name": "reader", "password": PASSWORD}, follow_redirects=False)

    assert "Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]
    assert "strict-transport-security" not in place.client.get("/healthz").headers


@pytest.mark.parametrize(
    "elsewhere",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\t/evil.example",
     "\\\\evil.example", "/ /evil.example", "evil.example", ""],
)  # fmt: skip
def test_a_log_in_leads_nowhere_else(place: Place, elsewhere: str) -> None:
    fields = {"name": "reader", "password": PASSWORD, "next": elsewhere}
    answer = place.client.post("/login", data=fields, headers=ORIGIN, follow_redirects=False)
    again = place.client.get("/login", params={"next": elsewhere}, follow_redirects=False)

    assert (answer.headers["location"], again.headers["location"]) == ("/", "/")


def test_a_session_is_never_the_one_that_was_brought_along(place: Place) -> None:
    planted = {"cookie": "goldenthread_session=planted"}
    fields = {"name": "reader", "password": PASSWORD}
    answer = place.client.post("/login", data=fields, headers=ORIGIN | planted, follow_redirects=False)

    assert "planted" not in answer.headers["set-cookie"]
    place.client.cookies.clear()
    assert place.client.get("/api/me", headers=planted).status_code == 401


def test_all_failures_sound_the_same(place: Place) -> None:
    tried = [
        ("admin", "wrong words here"),
        ("nobody-of-this-name", "wrong words here"),
        ("", ""),
        ("bot", "x" * 3000),
    ]
    pages = [place.client.post("/login", data={"name": n, "password": p}, headers=ORIGIN) for n, p in tried]

    assert {page.status_code for page in pages} == {403}
    assert len({page.text for page in pages}) == 1


def test_an_unknown_name_takes_the_same_work(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    real = __import__("argon2").PasswordHasher.verify
    monkeypatch.setattr(
        "argon2.PasswordHasher.verify",
        lambda self, kept, word: (compared.append(kept), real(self, kept, word))[1],
    )
    place.log_in("admin", "wrong words here")
    place.log_in("nobody-of-this-name", "wrong words here")

    assert len(compared) == 2
    assert len({kept.rsplit("$", 2)[0] for kept in compared}) == 1  # the same costs


@pytest.mark.parametrize("change", ["remove", "role", "password", "broken", "gone"])
def test_a_session_and_a_token_end_when_the_account_changes(place: Place, change: str) -> None:
    place.log_in("editor")
    assert place.client.get("/api/me").status_code == 200
    kept = place.file.known("editor")
    if change == "remove":
        place.file.remove("editor")
    elif change == "role":
        place.file.put(Account("editor", Role.READER, kept.password, kept.token))
    elif change == "password":
        place.file.put(Account("editor", kept.role, kept.password[:-1], kept.token))
    elif change == "broken":
        place.file.path.write_text("{")
    else:
        place.file.path.unlink()

    assert place.client.get("/api/me").status_code == 401
    if change in {"remove", "broken", "gone"}:
        assert place.client.get("/api/me", headers=_bearer("editor")).status_code == 401


def test_a_session_ends_by_itself(make_place: Callable[..., Place]) -> None:
    place = make_place(session_hours=1e-9)
    place.log_in("reader")

    assert place.client.get("/api/me").status_code == 401


def test_who_changes_something_is_held_by_a_role_everywhere(place: Place) -> None:
    """A route that takes more than a question asks for the role of editor or admin."""
    free = {"/login", "/logout", "/sparql", "/api/ask"}
    changing = [route for route in _routes() if route.methods - {"GET", "HEAD"} and route.path not in free]
    place.log_in("reader")
    csrf = {"x-csrf-token": place.csrf(), **ORIGIN}
    got = {
        (method, route.path): place.client.request(method, route.path, headers=csrf).status_code
        for route in changing
        for method in route.methods
    }

    assert {key for key, status in got.items() if status not in {403, 404}} == set()


@pytest.mark.parametrize("role", ["reader", "editor"])
def test_pages_offer_only_what_the_role_may_do(place: Place, role: str) -> None:
    place.log_in(role)
    offered = 'href="/upload"' in place.client.get("/documents", headers=HTML).text

    assert offered == (role == "editor")
    assert 'href="/audit"' not in place.client.get("/items", headers=HTML).text
