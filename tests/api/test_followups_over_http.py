"""A conversation over HTTP: what was asked before is sent along, in any of the forms that are taken."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.settings import Settings
from tests.api.server import running

QUESTION = "Which actions support Recommendation 6?"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def client(sample_store: Path) -> Iterator[httpx.Client]:
    with (
        running(Settings(store=sample_store)) as address,
        httpx.Client(base_url=address, timeout=120) as opened,
    ):
        yield opened


def asked(client: httpx.Client, question: str, previous: Any = None) -> dict[str, Any]:
    answer = client.post("/api/ask", json={"question": question, "previous": previous})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def test_an_answer_can_be_sent_back_as_it_is(client: httpx.Client) -> None:
    first = asked(client, QUESTION)
    second = asked(client, "how many of those?", first)
    third = asked(client, "who leads them?", second)

    assert second["count"] == len(first["answers"])
    assert second["previous"] == [QUESTION]
    assert third["previous"] == [QUESTION, "how many of those?"]
    assert third["answers"]
    assert third["notes"][0].startswith("Taken as")


@pytest.mark.parametrize("previous", [QUESTION, [QUESTION], {"question": QUESTION}, [{"question": QUESTION}]])
def test_the_question_before_is_enough(client: httpx.Client, previous: Any) -> None:
    assert asked(client, "how many of those?", previous)["count"] == len(asked(client, QUESTION)["answers"])


@pytest.mark.parametrize("previous", [[], None, ""])
def test_without_anything_before_nothing_is_pointed_at(client: httpx.Client, previous: Any) -> None:
    answer = asked(client, "how many of those?", previous)

    assert answer["status"] == "unanswerable"
    assert "those" in answer["notes"][0]


@pytest.mark.parametrize("previous", [7, {"q": "x"}, [None], ["x" * 20_001], ["x"] * 101])
def test_what_is_no_conversation_is_a_problem_document(client: httpx.Client, previous: Any) -> None:
    answer = client.post("/api/ask", json={"question": "how many?", "previous": previous})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert "previous" in answer.json()["detail"]
