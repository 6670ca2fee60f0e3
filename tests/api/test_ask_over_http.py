"""The question engine answers over HTTP what it answers on the command line, sources and all."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.schemas import AnswerOut
from graph.settings import Settings
from tests.api.server import running

QUESTION = "Which actions support Recommendation 6?"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def client(sample_store: Path) -> Iterator[httpx.Client]:
    settings = Settings(store=sample_store)
    with running(settings) as address, httpx.Client(base_url=address, timeout=120) as opened:
        yield opened


def test_the_command_and_the_address_are_twins(client: httpx.Client, sample_store: Path) -> None:
    program = Path(sys.executable).parent / "goldenthread"
    command = [program, "ask", QUESTION, "--json", "--store", sample_store]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    served = client.post("/api/ask", json={"question": QUESTION}).json()

    assert {k: v for k, v in served.items() if k != "seconds"} == {
        k: v for k, v in said.items() if k != "seconds"
    }
    assert served["answers"]
    assert all(a["evidence"] for a in served["answers"])


@pytest.mark.parametrize(
    "question",
    [QUESTION, "Who is the king of France?", "Does it support goal 1?", "How many schools are there?"],
)
def test_an_answer_is_what_its_description_says(client: httpx.Client, question: str) -> None:
    served = client.post("/api/ask", json={"question": question}).json()

    assert AnswerOut.model_validate(served).model_dump(mode="json", exclude_unset=True) == served


def test_the_page_answers_with_places(client: httpx.Client) -> None:
    html = client.get("/", params={"q": QUESTION}).text

    assert "<blockquote" in html
    assert "<cite>" in html


def test_the_query_of_an_answer_runs(client: httpx.Client) -> None:
    query = client.get("/text2sparql", params={"dataset": "plans", "question": QUESTION}).json()["query"]
    found = client.get("/sparql", params={"query": query}).json()

    assert found["results"]["bindings"]


def test_examples_of_the_page_are_answered(client: httpx.Client) -> None:
    html = client.get("/").text
    examples = [part.split('"')[0] for part in html.split('<a href="/?q=')[1:]]
    answers = [client.get(f"/?q={example}").text for example in examples]

    assert examples
    assert all('class="answer answered"' in answer for answer in answers)


@pytest.mark.parametrize("question", ["", " ", "?" * 10_000, "\x00\x1b[2J", "} DROP ALL #", "😀" * 200])
def test_any_question_gets_an_answer_or_a_reason(client: httpx.Client, question: str) -> None:
    answer = client.post("/api/ask", json={"question": question})

    assert answer.status_code == 200
    assert answer.json()["status"] in {"answered", "empty", "ambiguous", "unanswerable"}
