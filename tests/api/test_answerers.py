"""Answers of other processes are the answers of this one, whatever happens to those processes."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.deps import House
from graph.errors import StoreMissing
from graph.model import Answer
from graph.settings import Settings

QUESTIONS = (
    "Which actions support Recommendation 6?",
    "Which schools does Field Elementary feed into?",
    "Who is the king of France?",
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def house(sample_store: Path) -> Iterator[House]:
    opened = House(Settings(store=sample_store, workers=2))
    opened.open()
    yield opened
    opened.close()


def timeless(answer: Answer) -> dict[str, Any]:
    return answer.as_json() | {"seconds": 0}


def test_many_at_once_get_what_one_alone_gets(house: House) -> None:
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(house.answering().answer, QUESTIONS * 4))

    assert [timeless(a) for a in found] == [timeless(house.answer(q)) for q in QUESTIONS * 4]


def test_a_follow_up_keeps_its_thread(house: House) -> None:
    earlier = [QUESTIONS[0]]
    found = house.answering().answer("how many of those?", earlier)

    assert timeless(found) == timeless(house.answer("how many of those?", earlier))


def test_a_process_that_ended_costs_nobody_an_answer(house: House) -> None:
    answerers = house.answering()
    for worker in answerers._all:  # type: ignore[attr-defined]
        os.kill(worker._process.pid, signal.SIGKILL)
    found = [answerers.answer(QUESTIONS[0]) for _ in range(4)]

    assert [timeless(a) for a in found] == [timeless(house.answer(QUESTIONS[0]))] * 4


def test_what_goes_wrong_is_told_as_it_is_here(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(store=tmp_path / "none", workers=2))) as client:
        answer = client.post("/api/ask", json={"question": QUESTIONS[0]})

    assert answer.status_code == StoreMissing.http_status
    assert answer.json()["type"].endswith("store-missing")


def test_without_several_processes_the_server_answers_itself(sample_store: Path) -> None:
    alone = House(Settings(store=sample_store))
    alone.open()

    assert alone.answering() is alone
