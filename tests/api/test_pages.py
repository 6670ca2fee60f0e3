"""The page answers without JavaScript, tells problems in a sentence, and shows words as words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.deps import House
from api.site.assets import asset
from graph.model import Alternative, Answer, AnswerItem, Evidence
from graph.settings import Settings

ID = "https://w3id.org/goldenthread/id/"
PLACE = Evidence("plan.txt", 3, 4, None, "<b>Open</b> a desk &amp; chair")
AGAIN = Evidence("plan.txt", 3, 4, None, "a desk")
ANSWER = Answer(
    question="Which <actions>?",
    status="answered",
    interpretation="Actions <of> the plan",
    kind="list",
    answers=(AnswerItem("Open a desk", ID + "master/action2", "Action", "section", 1.0, (PLACE, AGAIN)),),
    count=1,
    notes=("It stands at the head.",),
    sparql="SELECT ?x { ?x a <urn:action> }",
    confidence=0.9,
    alternatives=(Alternative("Actions of the other plan", "Which actions & what?"),),
)  # fmt: skip


@dataclass(frozen=True)
class StillEngine:
    """Answers every question with the same."""

    same: Answer = ANSWER
    about_only: tuple[str, tuple[str, ...]] = ("", ())

    def answer(self, question: str) -> Answer:
        return self.same

    def about(self, *questions: str) -> "StillEngine":
        return self


@pytest.fixture
def client(district_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(House, "engine", lambda self: StillEngine())
    with TestClient(create_app(Settings(store=district_path))) as opened:
        yield opened


def test_the_page_has_a_form_that_needs_no_script(client: TestClient) -> None:
    html = client.get("/").text

    assert re.search(r'<form [^>]*action="/" method="get"', html)
    assert not re.search(r"<script(?! src=)|\son\w+=|\sstyle=", html)
    assert "Lindenfeld Master Plan" in html


def test_examples_are_made_from_the_store(client: TestClient) -> None:
    html = client.get("/").text

    assert "Which actions support Recommendation 1?" in html
    assert "Which actions does Safety Office lead?" in html
    assert re.search(r"Which programs does \w+ (Elementary|Middle) offer\?", html)


def test_an_answer_is_shown_with_its_places_notes_and_query(client: TestClient) -> None:
    html = client.get("/", params={"q": "Which <actions>?"}).text

    assert "plan.txt, lines 3 to 4" in html
    assert "It stands at the head." in html
    assert re.search(r"<details>.*SELECT \?x", html, re.DOTALL)
    assert 'class="basis section"' in html
    assert "/?q=Which+actions+%26+what%3F" in html


def test_words_are_never_markup(client: TestClient) -> None:
    html = client.get("/", params={"q": "<script>x</script>"}).text

    assert "<script>" not in html
    assert "&lt;script&gt;x" in html
    assert "<b>Open" not in html


def test_quotes_are_shown_without_markup_and_each_place_once(client: TestClient) -> None:
    html = client.get("/", params={"q": "Which <actions>?"}).text

    assert "Open a desk &amp; chair<cite>" in html
    assert html.count("plan.txt, lines 3 to 4") == 1


def test_everything_that_a_page_names_is_served(client: TestClient) -> None:
    html = client.get("/").text
    named = set(re.findall(r'(?:href|src)="(/[^"]*)"', html))

    assert {asset("site.css"), asset("icon.svg")} <= named
    assert all(client.get(path.replace("&amp;", "&")).status_code == 200 for path in named)


def test_pages_are_sent_with_headers_that_keep_them_safe(client: TestClient) -> None:
    headers = client.get("/").headers

    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


def test_a_missing_store_is_told_on_the_page(tmp_path: Path) -> None:
    answer = TestClient(create_app(Settings(store=tmp_path / "none"))).get("/", params={"q": "x"})

    assert answer.status_code == 503
    assert "goldenthread ingest" in answer.text


def test_an_answer_over_http_has_the_form_of_the_interface(client: TestClient) -> None:
    body = client.post("/api/ask", json={"question": "Which?"}).json()

    own = {"question": "Which?", "seconds": body["seconds"]}
    assert body == ANSWER.as_json() | own


def test_text_becomes_sparql(client: TestClient) -> None:
    body = client.get("/text2sparql", params={"dataset": "urn:d", "question": "Which?"}).json()

    assert body == {"dataset": "urn:d", "question": "Which?", "query": ANSWER.sparql}


def test_the_gaps_are_a_page_for_people(client: TestClient) -> None:
    page = client.get("/gaps")

    assert page.headers["content-type"].startswith("text/html")
    assert "G9 Recommendation without an action" in page.text
    assert "<cite>" in client.get("/gaps", params={"rule": "G9"}).text
    assert 'href="/gaps"' in client.get("/").text


def test_why_there_is_no_answer_is_told_once(district_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = "The plans say nothing of this."
    declined = Answer("Why?", "unanswerable", reason, "list", notes=(reason,), sparql="SELECT ?x {}")
    monkeypatch.setattr(House, "engine", lambda self: StillEngine(declined))
    with TestClient(create_app(Settings(store=district_path))) as client:
        html = client.get("/", params={"q": "Why?"}).text

    assert html.count(reason) == 1
    assert "The query behind this answer" not in html
