"""A web page elsewhere can send nothing here, whoever is logged in and wherever this runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api.access.hosts import Hosts
from api.app import create_app
from graph.settings import Settings
from tests.api.access.conftest import HTML, ORIGIN, Place

EVIL = {"origin": "http://evil.example"}
PARTS = "multipart/form-data; boundary=b"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def local(district_path: Path) -> Iterator[TestClient]:
    """Return a browser at a server without log-in, as `serve` starts it."""
    hosts = Hosts.of("127.0.0.1", ["plans.example"])
    with TestClient(
        create_app(Settings(store=district_path), hosts), base_url="http://localhost:8000"
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    "sent",
    [
        EVIL,
        {"origin": "null"},
        {"origin": "http://localhost:3000"},
        {"origin": "http://localhost.evil.example:8000"},
        {"origin": "http://localhost:8000@evil.example"},
        {"origin": "http://[broken"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://localhost:8000"},
    ],
)
@pytest.mark.parametrize("path", ["/api/ask", "/sparql", "/login", "/logout", "/nothing"])
def test_nothing_is_taken_from_a_page_elsewhere(local: TestClient, path: str, sent: dict[str, str]) -> None:
    answer = local.post(path, headers=sent, content="ASK {}")

    assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")


@pytest.mark.parametrize(
    "sent",
    [{}, {"origin": "http://localhost:8000"}, {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}],
)
def test_our_own_pages_and_programs_may_send(local: TestClient, sent: dict[str, str]) -> None:
    answer = local.post(
        "/sparql", headers={"content-type": "application/sparql-query", **sent}, content="ASK {}"
    )

    assert answer.status_code == 200


@pytest.mark.parametrize("mode", ["no-cors", "cors", "navigate"])
def test_a_page_elsewhere_may_link_here_and_not_embed(local: TestClient, mode: str) -> None:
    def get(kind: str) -> int:
        sent = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": kind}
        return local.get("/sparql?query=ASK{}", headers=sent).status_code

    assert get("document") == (200 if mode == "navigate" else 403)
    assert get("iframe") == 403


@pytest.mark.parametrize(
    "name",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "evil.example:8000", "[evil]"],
)
def test_a_name_of_somebody_else_is_refused(local: TestClient, name: str) -> None:
    for path in ("/", "/api/gaps", "/healthz"):
        assert local.get(path, headers={"host": name}).status_code == 400


@pytest.mark.parametrize(
    "name", ["localhost", "127.0.0.1:9", "[::1]:9", "PLANS.example", "plans.example.:443", "10.1.2.3"]
)
def test_the_names_of_this_server_are_taken(local: TestClient, name: str) -> None:
    assert local.get("/healthz", headers={"host": name}).status_code == 200


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (FORM, b""),
        (FORM, b"csrf=wrong"),
        (FORM, b"csrf="),
        (FORM, b"a=" + b"x" * 70_000 + b"&csrf=late"),
        ("text/plain", b"csrf=x"),
        (PARTS, b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nwrong\r\n--b--\r\n'),
        (PARTS, b""),
        ("", b"csrf=x"),
    ],
)  # fmt: skip
def test_a_form_without_our_word_is_refused(place: Place, kind: str, body: bytes) -> None:
    place.log_in("admin")
    answer = place.client.post("/logout", content=body, headers={"content-type": kind, **ORIGIN})

    assert answer.status_code == 403
    assert place.client.get("/api/me").status_code == 200


def test_the_word_of_one_session_is_not_good_for_another(place: Place) -> None:
    place.log_in("reader")
    theirs = place.csrf()
    place.log_in("admin")

    assert place.client.post("/logout", data={"csrf": theirs}, headers=ORIGIN).status_code == 403


@pytest.mark.parametrize("way", ["form", "multipart", "header"])
def test_our_own_forms_are_taken(place: Place, way: str) -> None:
    place.log_in("admin")
    word = place.csrf()
    if way == "form":
        place.client.post("/logout", data={"csrf": word}, headers=ORIGIN)
    elif way == "multipart":
        long = {"file": ("plan.txt", b"x" * 100_000)}
        place.client.post("/logout", data={"csrf": word}, files=long, headers=ORIGIN)
    else:
        place.client.post("/logout", headers={"x-csrf-token": word, **ORIGIN})

    assert place.client.get("/api/me").status_code == 401


def test_what_was_looked_at_for_the_word_still_reaches_the_route(place: Place) -> None:
    """A log-in while logged in: its fields are read twice."""
    place.log_in("reader")
    fields = {"name": "admin", "password": "three plain words", "csrf": place.csrf()}
    place.client.post("/login", data=fields, headers=ORIGIN)

    assert place.client.get("/api/me").json()["name"] == "admin"


def test_without_an_origin_even_json_needs_the_word(place: Place) -> None:
    place.log_in("admin")

    assert place.client.post("/api/documents", json={}).status_code == 403


def test_one_who_comes_through_a_proxy_without_log_in_only_reads(district_path: Path) -> None:
    app = create_app(Settings(store=district_path))
    far = TestClient(app, client=("203.0.113.9", 1))
    near = TestClient(app, client=("127.0.0.1", 1))

    assert (far.get("/api/me").json()["role"], far.get("/api/audit").status_code) == ("reader", 403)
    assert (near.get("/api/me").json()["role"], near.get("/api/audit").status_code) == ("admin", 200)
    assert "Changes" not in far.get("/", headers=HTML).text


def test_a_proxy_that_hides_the_address_makes_nobody_an_admin(district_path: Path) -> None:
    app = ProxyHeadersMiddleware(create_app(Settings(store=district_path)))  # type: ignore[arg-type]  # uvicorn has its own types
    client = TestClient(app, client=("127.0.0.1", 1))  # type: ignore[arg-type]

    def role(said: str) -> str:
        found: str = client.get("/api/me", headers={"x-forwarded-for": said}).json()["role"]
        return found

    assert [role(said) for said in ("unknown", "_hidden", "203.0.113.9", "::1")] == ["reader"] * 3 + ["admin"]
