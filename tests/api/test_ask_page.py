"""The ask page shows every kind of answer in its form, keeps the thread, and helps where it refuses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.deps import House
from graph.model import Alternative, Answer, AnswerItem, Evidence
from graph.settings import Settings
from tests.api.test_pages import ID, StillEngine

PLACE = Evidence("plan.txt", 22, 22, None, "Train staff in calm conflict talks")
LONG = Evidence("plan.txt", 23, 23, None, "many words " * 60)


def _item(value: str, iri: str = "", kind: str = "Action", place: Evidence = PLACE) -> AnswerItem:
    return AnswerItem(value, ID + iri if iri else None, kind, "stated", 1.0, (place,))


ONE = _item("Train staff in calm conflict talks", "master/action1")
LIST = Answer("Which?", "answered", "Read so", "list", (ONE, _item("Else")), sparql="SELECT ?x {}")


@pytest.fixture
def asked(district_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=district_path))) as client:
        yield client


class StillTalk:
    """Gives the same answer to every question, whatever was asked before."""

    def __init__(self, same: Answer) -> None:
        self.same = same

    def answer(self, question: str, previous: Sequence[str] = ()) -> Answer:
        return replace(self.same, question=question, previous=tuple(previous))


def _shown(client: TestClient, monkeypatch: pytest.MonkeyPatch, answer: Answer, **query: object) -> str:
    monkeypatch.setattr(House, "answering", lambda self: StillTalk(answer))
    return client.get("/", params={"q": answer.question, **query}).text  # type: ignore[dict-item]


def test_a_number_stands_before_what_was_counted(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    html = _shown(asked, monkeypatch, replace(LIST, kind="count", count=2))

    assert re.search(r'id="verdict">2<.*<ol', html, re.DOTALL)


@pytest.mark.parametrize(("verdict", "word"), [(True, "Yes"), (False, "No")])
def test_yes_or_no_stands_first(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch, *, verdict: bool, word: str
) -> None:
    html = _shown(asked, monkeypatch, replace(LIST, kind="boolean", boolean=verdict))

    assert f'id="verdict">{word}<' in html


def test_nothing_found_is_said_as_a_finding(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    html = _shown(asked, monkeypatch, replace(LIST, status="empty", answers=()))

    assert "the plans hold nothing that fits" in html


def test_two_sides_are_two_columns(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    columns = [{"about": "Left", "items": [ONE.value]}, {"about": "Right", "items": ["Else"]}]
    html = _shown(asked, monkeypatch, replace(LIST, kind="compare", explanation={"columns": columns}))

    assert re.search(r'<table class="sides">.*scope="col"[^>]*>Left<.*>Right<', html, re.DOTALL)


def test_numbers_of_groups_are_a_table(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    html = _shown(asked, monkeypatch, replace(LIST, answers=(_item("A: 3 actions"), _item("B: 1 action"))))

    assert '<table class="counts">' in html
    assert html.count("<progress") == 2


def test_a_path_is_drawn_as_a_thread(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    html = _shown(asked, monkeypatch, replace(LIST, kind="path", answers=(ONE, _item("Goal A", kind="Goal"))))

    assert '<ol class="thread stations">' in html
    assert html.count('class="station"') == 2


def test_long_lists_have_pages_and_long_quotes_fold(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(_item(f"Action {n}", place=LONG) for n in range(30))
    html = _shown(asked, monkeypatch, replace(LIST, answers=many), at=2)

    assert '<ol start="21">' in html
    assert 'rel="prev"' in html
    assert "<details><summary>Quote</summary>" in html


def test_a_quote_that_says_the_same_is_not_repeated(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = _shown(asked, monkeypatch, replace(LIST, answers=(ONE,)))

    assert "<blockquote" not in html
    assert 'href="/source/plan.txt?start=22' in html


def test_what_was_asked_before_is_a_thread_of_links(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = _shown(asked, monkeypatch, LIST, after=["First?", "And <then>?"])

    assert '<a href="/?q=First%3F" lang="en">First?</a>' in html
    assert 'href="/?q=And+%3Cthen%3E%3F&amp;after=First%3F"' in html
    on = html[html.index('id="ask-on"') :]
    assert re.findall(r'name="after" value="([^"]*)"', on) == ["First?", "And &lt;then&gt;?", "Which?"]
    assert 'id="anew" href="/"' in html


def test_files_and_map_are_of_the_same_conversation(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = _shown(asked, monkeypatch, LIST, after=["First?"])

    for form in ("csv", "xlsx", "json", "map"):
        address = f"/api/answers/{form}?q=Which%3F&amp;after=First%3F"
        assert address in html
        assert asked.get(address.replace("&amp;", "&")).status_code == 200


def test_a_refusal_tells_why_and_what_can_be_asked(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = Answer(
        "Who pays for Greek Immersion?",
        "unanswerable",
        "The plans say nothing of paying.",
        "list",
        notes=("The plans say nothing of paying.",),
        alternatives=(Alternative("Schools of it", "Which schools have it?"),),
    )
    html = _shown(asked, monkeypatch, refused)

    assert html.count("The plans say nothing of paying.") == 1
    assert "/?q=Which+schools+offer+Greek+Immersion%3F" in html
    assert "/?q=Which+schools+have+it%3F" in html
    assert 'href="/items/greek"' in html
    assert 'id="take-along"' not in html


def test_several_readings_are_asked_back(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ = replace(
        LIST, status="ambiguous", answers=(), alternatives=(Alternative("The <b>one</b>", "Which one?"),)
    )
    html = _shown(asked, monkeypatch, open_)

    assert "Which is meant?" in html
    assert "The &lt;b&gt;one&lt;/b&gt;" in html


def test_suggestions_are_questions_and_items_with_their_pages(asked: TestClient) -> None:
    body = asked.get("/api/suggest", params={"q": "oak"}).json()

    assert body["items"][0]["label"] == "Oak Elementary"
    assert body["items"][0]["href"] == "/items/oak"
    assert "Which programs does Oak Elementary offer?" in body["questions"]


def test_examples_are_for_each_reader(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(House, "engine", lambda self: StillEngine(LIST))

    body = asked.get("/api/examples").json()

    assert all(body[reader] for reader in ("leaders", "planners", "auditors"))


def test_what_the_engine_does_not_answer_is_no_example(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(House, "engine", lambda self: StillEngine(replace(LIST, status="unanswerable")))

    assert asked.get("/api/examples").json() == {"leaders": [], "planners": [], "auditors": []}


def test_the_same_question_is_answered_once(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Counting(StillEngine):
        def answer(self, question: str) -> Answer:
            seen.append(question)
            return self.same

    monkeypatch.setattr(House, "engine", lambda self: Counting(LIST))
    for form in ("json", "csv", "xlsx"):
        asked.get(f"/api/answers/{form}", params={"q": "Which?"})

    assert seen == ["Which?"]
