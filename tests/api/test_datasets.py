"""Registered data sets are answered over, each by its own words; unknown ones are a problem."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph.settings import Settings
from tests.api.server import running

MUSEUM = Path(__file__).parents[1] / "graph" / "ask" / "museum.ttl"
NAME = "https://example.org/museum#2024"
QUESTION = "Which paintings did Ines Calvet paint?"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def client(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    broken = tmp_path_factory.mktemp("broken") / "broken.ttl"
    broken.write_text("this is no Turtle")
    datasets = {NAME: MUSEUM, "urn:broken": broken, "urn:store": sample_store}
    settings = Settings(store=sample_store, datasets=datasets)
    with running(settings) as address, httpx.Client(base_url=address, timeout=120) as opened:
        yield opened


def asked(client: httpx.Client, dataset: str, question: str = QUESTION) -> httpx.Response:
    return client.get("/text2sparql", params={"dataset": dataset, "question": question})


def test_a_registered_data_set_is_answered_over(client: httpx.Client) -> None:
    body = asked(client, NAME).json()

    assert (body["dataset"], body["question"]) == (NAME, QUESTION)
    assert "SELECT" in body["query"]
    assert asked(client, NAME).json() == body


@pytest.mark.parametrize("dataset", ["plans", "urn:store"])
def test_a_store_is_answered_over_in_its_own_words(client: httpx.Client, dataset: str) -> None:
    body = asked(client, dataset, "Which actions support Recommendation 6?").json()

    assert "https://w3id.org/goldenthread/ns#supports" in body["query"]


@pytest.mark.parametrize("dataset", ["", "urn:elsewhere", NAME + " ", "' OR 1=1"])
def test_an_unknown_data_set_is_a_problem_with_those_there_are(client: httpx.Client, dataset: str) -> None:
    answer = asked(client, dataset)

    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["known"] == ["plans", NAME, "urn:broken", "urn:store"]
    assert NAME in answer.json()["detail"]


def test_a_broken_file_is_a_problem_and_the_others_go_on(client: httpx.Client) -> None:
    answer = asked(client, "urn:broken")

    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert asked(client, NAME).status_code == 200


@pytest.mark.parametrize(
    ("given", "said"), [("urn:x=nowhere.ttl", "nothing at nowhere.ttl"), ("urn:x", "NAME=FILE.ttl")]
)
def test_a_data_set_that_is_not_there_is_told_at_once(sample_store: Path, given: str, said: str) -> None:
    program = Path(sys.executable).parent / "goldenthread"
    command = [program, "serve", "--port", "0", "--store", sample_store, "--dataset", given]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 2
    assert said in done.stderr


def test_data_sets_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLDENTHREAD_DATASETS", '{"urn:a": "a.ttl"}')

    assert Settings().datasets == {"urn:a": Path("a.ttl")}
