"""Whoever asks too often, too much or too slowly is told so, and others are not held up."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import HTTPException
from fastapi.testclient import TestClient
from starlette.types import Message

from api.access.bodies import Body
from api.access.rates import address_of
from api.app import create_app
from graph.errors import UsageError
from graph.settings import Settings
from tests.api.access.conftest import ORIGIN, TOKEN, Place

READER = {"authorization": f"Bearer {TOKEN}-reader"}
EDITOR = {"authorization": f"Bearer {TOKEN}-editor"}


@pytest.mark.parametrize(
    ("setting", "path"),
    [
        ("sparql_rate", "/sparql?query=ASK{}"),
        ("sparql_rate", "/query?query=ASK{}"),
        ("sparql_rate", "/api/sparql/map?query=ASK{}"),
        ("ask_rate", "/text2sparql?dataset=none&question=x"),
        ("ask_rate", "/?q="),
    ],
)
def test_a_visitor_is_counted_and_told_when_to_come_again(
    make_place: Callable[..., Place], setting: str, path: str
) -> None:
    place = make_place(**{setting: "3/minute"})
    told = [place.client.get(path, headers=READER) for _ in range(4)]

    assert [answer.status_code == 429 for answer in told] == [False, False, False, True]
    assert 0 < int(told[3].headers["retry-after"]) <= 60
    assert told[3].headers["content-type"] == "application/problem+json"
    assert place.client.get(path, headers=EDITOR).status_code != 429
    assert place.client.get("/api/gaps", headers=READER).status_code == 200


def test_uploads_are_counted(make_place: Callable[..., Place]) -> None:
    place = make_place(upload_rate="2/hour")
    sent = [place.client.post("/api/documents", headers=EDITOR).status_code for _ in range(3)]

    assert sent[2] == 429


@pytest.mark.parametrize("same", ["address", "name"])
def test_passwords_cannot_be_tried_on(make_place: Callable[..., Place], same: str) -> None:
    place = make_place(login_rate="4/minute")

    def tried(at: int, password: str) -> int:
        name = "admin" if same == "name" else f"someone{at}"
        host = "192.0.2.1" if same == "address" else f"192.0.2.{at}"
        browser = TestClient(place.client.app, client=(host, 1))
        fields = {"name": name, "password": password}
        return browser.post("/login", data=fields, headers=ORIGIN, follow_redirects=False).status_code

    assert [tried(at, "wrong words here") for at in range(1, 6)] == [403, 403, 403, 403, 429]
    assert tried(6, "three plain words") == 429  # a right one is not told either


def test_tokens_cannot_be_tried_on(make_place: Callable[..., Place]) -> None:
    place = make_place(login_rate="3/minute")
    wrong = [
        place.client.get("/api/me", headers={"authorization": f"Bearer {n}"}).status_code for n in range(5)
    ]

    assert wrong == [401, 401, 401, 429, 429]
    assert place.client.get("/api/me", headers=READER).status_code == 429


def test_a_right_password_makes_up_for_wrong_ones(make_place: Callable[..., Place]) -> None:
    place = make_place(login_rate="30/minute")
    for _ in range(3):
        for _ in range(4):
            place.log_in("admin", "wrong words here")
        assert place.log_in("admin") == 303


def test_addresses_of_one_household_count_as_one() -> None:
    first, second = ("2001:db8::1:2:3:4", 1), ("2001:db8::9:9:9:9", 1)

    assert address_of(first) == address_of(second) != address_of(("2001:db8:0:1::1", 1))
    assert address_of(("192.0.2.7", 1)) != address_of(("192.0.2.8", 1))
    assert address_of(None) == ""


def test_a_rate_that_cannot_be_read_is_told(district_path: Path) -> None:
    with pytest.raises(UsageError, match="60/minute"):
        create_app(Settings(store=district_path, ask_rate="often"))


def test_too_long_a_body_is_refused_announced_or_not(place: Place) -> None:
    def pieces() -> list[bytes]:
        return [b"x" * 500_000] * 6

    announced = place.client.post("/api/ask", headers=READER, content=b"".join(pieces()))
    unannounced = place.client.post("/api/ask", headers=READER, content=iter(pieces()))

    assert [announced.status_code, unannounced.status_code] == [413, 413]
    assert unannounced.headers["content-type"] == "application/problem+json"


def test_a_body_that_trickles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.access.bodies._PATIENCE", 0.05)

    async def trickle() -> Message:
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def read() -> None:
        body = Body(trickle, 1_000_000)
        while True:
            await body()

    with pytest.raises(HTTPException) as told:
        asyncio.run(read())
    assert told.value.status_code == 408


def test_whoever_waits_for_the_answer_is_not_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.access.bodies._PATIENCE", 0.01)
    told: list[Message] = [{"type": "http.request", "body": b"x"}, {"type": "http.disconnect"}]

    async def receive() -> Message:
        if len(told) == 1:
            await asyncio.sleep(0.05)
        return told.pop(0)

    async def read() -> Message:
        body = Body(receive, 100)
        await body()
        return await body()

    assert asyncio.run(read())["type"] == "http.disconnect"
