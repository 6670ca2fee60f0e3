"""Every error of the tree becomes a problem document with its status, title and sentence."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.problems import handle_problems
from graph.errors import AmbiguousItem, GoldenthreadError, UnknownItem
from tests.graph.test_errors import SAMPLES


def answer_to(error: Exception) -> tuple[int, str, dict[str, object]]:
    app = FastAPI()
    handle_problems(app)

    @app.get("/fails")
    def fails() -> None:
        raise error

    answer = TestClient(app, raise_server_exceptions=False).get("/fails")
    return answer.status_code, answer.headers["content-type"], answer.json()


@pytest.mark.parametrize("error", SAMPLES, ids=lambda e: type(e).__name__)
def test_an_error_becomes_a_problem(error: GoldenthreadError) -> None:
    status, media, body = answer_to(error)

    assert (status, media) == (error.http_status, "application/problem+json")
    assert (body["status"], body["title"], body["detail"]) == (status, error.title, str(error))
    assert body["instance"] == "/fails"
    assert str(body["type"]).startswith("https://w3id.org/goldenthread/problem/")


def test_kinds_of_problems_have_addresses_of_their_own() -> None:
    kinds = {answer_to(error)[2]["type"] for error in SAMPLES}

    assert len(kinds) == len(SAMPLES)


def test_an_unknown_item_comes_with_the_nearest() -> None:
    assert answer_to(UnknownItem("x", ("y", "z")))[2]["nearest"] == ["y", "z"]


def test_an_ambiguous_item_comes_with_the_choices() -> None:
    body = answer_to(AmbiguousItem("x", (("a", "School: A"),)))[2]

    assert body["choices"] == [{"id": "a", "label": "School: A"}]


def test_a_defect_tells_no_secrets() -> None:
    status, media, body = answer_to(RuntimeError(str(Path("/secret"))))

    assert (status, media) == (500, "application/problem+json")
    assert "secret" not in str(body)
