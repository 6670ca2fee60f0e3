"""A model may propose queries: over a real address, checked, marked, and never needed."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from graph.ask.conversation import Conversation
from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.proposals import Proposals
from graph.endpoint import Endpoint
from graph.errors import UsageError
from graph.settings import Settings
from graph.store import Store

HERE = Path(__file__).parent
NS = "https://w3id.org/goldenthread/ns#"
UNREAD = "What sort of vehicles might the wizard conjure?"
GOOD = f"SELECT ?x WHERE {{ ?x a <{NS}Action> ; <{NS}horizon> <{NS}longTerm> }}"
Reply = Callable[[BaseHTTPRequestHandler], None]


def said(content: Any) -> Reply:
    return body(json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}))


def body(text: str, status: int = 200) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.end_headers()
        handler.wfile.write(text.encode())

    return reply


def slow(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(30):  # each piece is quick, the whole is not
        handler.wfile.write(b" ")
        handler.wfile.flush()
        sleep(0.1)


def elsewhere(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(302)
    handler.send_header("Location", "http://127.0.0.1:1/")
    handler.end_headers()


class Model:
    """An OpenAI-compatible address on this machine."""

    def __init__(self) -> None:
        self.reply: Reply = said("")
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:  # the library's name
                length = int(self.headers["Content-Length"])
                model.asked.append(json.loads(self.rfile.read(length)))
                model.keys.append(self.headers.get("Authorization"))
                assert self.path == "/v1/chat/completions"
                try:
                    model.reply(self)
                except OSError:  # who asked has gone
                    return

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def model() -> Iterator[Model]:
    opened = Model()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def settings(model: Model, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    path = tmp_path_factory.mktemp("plans") / "store"
    small = load_graph(HERE / "plan.ttl")
    with Store.writing(path) as store:
        for name in small.graph_names():
            store.replace_graph(name, iter(small.graph(name)))
    return Settings(
        store=path, proposer_url=model.url, proposer_model="tiny", proposer_seconds=1.0, query_seconds=1.0
    )


@pytest.fixture(scope="module")
def conversation(settings: Settings, plans: Engine) -> Iterator[Conversation]:
    endpoint = Endpoint(settings)
    yield Conversation(plans, Proposals.of(settings, plans, endpoint))
    endpoint.close()


def test_what_a_model_proposes_is_checked_cited_and_marked(conversation: Conversation, model: Model) -> None:
    model.reply = said(f"Here it is:\n```sparql\n{GOOD}\n```\nI hope this helps.")
    answer = conversation.answer(UNREAD)

    assert answer.status == "answered"
    assert {i.value for i in answer.answers} >= {"Let pupils vote on new books twice a term"}
    assert all(i.basis == "inferred" and i.evidence for i in answer.answers)
    assert "tiny" in answer.interpretation
    assert any("proposed by the model" in note for note in answer.notes)


def test_a_query_may_have_prefixes(conversation: Conversation, model: Model) -> None:
    model.reply = said(
        f"PREFIX p: <{NS}>\nSELECT ?x WHERE {{ ?x a p:Action ; p:horizon p:longTerm . }} # all"
    )

    assert conversation.answer(UNREAD).status == "answered"


def test_a_model_is_told_of_terms_and_not_of_texts(conversation: Conversation, model: Model) -> None:
    conversation.answer(UNREAD)
    told = json.dumps(model.asked[-1])

    assert model.asked[-1]["model"] == "tiny"
    assert f"<{NS}leadResponsible>" in told
    assert "quiet electric buses" not in told


def test_the_key_comes_from_the_environment_alone(
    conversation: Conversation, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOLDENTHREAD_PROPOSER_KEY", "s3cret")
    conversation.answer(UNREAD)
    assert model.keys[-1] == "Bearer s3cret"
    monkeypatch.delenv("GOLDENTHREAD_PROPOSER_KEY")
    model.reply = body("no", 401)
    answer = conversation.answer(UNREAD)

    assert model.keys[-1] is None
    assert "401" in answer.notes[-1]


REFUSED = {
    "nothing": "",
    "prose": "I am sorry, I cannot help with that.",
    "update": "DELETE WHERE { ?s ?p ?o }",
    "update behind a query": f"{GOOD} ; DROP ALL",
    "service": "SELECT ?x WHERE { SERVICE <http://127.0.0.1:1/> { ?x ?p ?o } }",
    "a term that is not there": f"SELECT ?x WHERE {{ ?x a <{NS}Wizard> }}",
    "a prefix that is not there": "SELECT ?x WHERE { ?x a gt:Action }",
    "all that there is": "SELECT * WHERE { ?x ?p ?o } LIMIT 1000000000",
    "no end": "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?c) } ORDER BY ?l",
    "an escape from the limit": "SELECT ?x WHERE { ?x ?p ?o } } LIMIT 5 } #",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "another graph": "SELECT ?x FROM <urn:elsewhere> WHERE { ?x ?p ?o }",
    "yes": f"ASK {{ ?x a <{NS}Action> }}",
    "not what can be cited": f"SELECT (COUNT(?x) AS ?n) WHERE {{ ?x a <{NS}Action> }}",
    "a word of its own": f"SELECT ?x ?value WHERE {{ ?x a <{NS}Action> . BIND('is dropped' AS ?value) }}",
    "a table of its own": f"SELECT ?x ?v WHERE {{ ?x a <{NS}Action> . VALUES ?v {{ 'is dropped' }} }}",
    "a made expression": f"SELECT ?x ('is dropped' AS ?v) WHERE {{ ?x a <{NS}Action> }}",
    "a list": ["SELECT"],
    "an escaped word": f"SELECT ?x ?v WHERE {{ ?x a <{NS}Action> . \\u0042IND('is dropped' \\u0041S ?v) }}",
    "an escaped name": "SELECT ?x WHERE { ?x a <https://example.org\\u002Fa> }",
    "a service within": "SELECT ?x WHERE { { ?x ?p ?o } SERVICE SILENT <http://127.0.0.1:1/> { ?a ?b ?c } }",
    "graphs apart": "SELECT ?x WHERE { GRAPH ?g { ?x ?p ?o } }",
    "two queries": f"{GOOD}\n{GOOD}",
    "too long": "SELECT ?x WHERE { ?x ?p ?o } #" + "x" * 10_000,
}  # fmt: skip


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_what_may_not_run_leaves_the_refusal_with_a_note(
    conversation: Conversation, model: Model, plans: Engine, content: Any
) -> None:
    model.reply = said(content)
    answer, alone = conversation.answer(UNREAD), plans.answer(UNREAD)

    assert answer.status == "unanswerable"
    assert answer.notes[: len(alone.notes)] == alone.notes
    assert answer.notes[-1].startswith("The model tiny was asked too, but")
    assert answer.sparql == alone.sparql


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (slow, "longer than 1 seconds"),
        (elsewhere, "leads elsewhere"),
        (body("{"), "not of the form"),
        (body("[]"), "not of the form"),
        (body("<html>Welcome</html>"), "not of the form"),
        (body('{"choices": []}'), "not of the form"),
        (body("x" * 300_000), "does not end"),
        (body("", 500), "500"),
    ],
)
def test_a_model_that_fails_is_no_failure_of_ours(
    conversation: Conversation, model: Model, reply: Reply, why: str
) -> None:
    model.reply = reply
    answer = conversation.answer(UNREAD)

    assert answer.status == "unanswerable"
    assert why in answer.notes[-1]


def test_a_model_is_not_asked_what_the_rules_answer(conversation: Conversation, model: Model) -> None:
    before = len(model.asked)
    conversation.answer("Which actions support recommendation 1?")
    conversation.answer("Which actions support recommendation 9?")

    assert len(model.asked) == before


def test_nothing_is_asked_unless_a_model_is_named(settings: Settings, plans: Engine) -> None:
    assert Proposals.of(Settings(), plans) is None
    assert Proposals.of(settings.model_copy(update={"proposer_model": ""}), plans) is None


def test_an_address_that_cannot_be_reached_is_said(settings: Settings, plans: Engine) -> None:
    nowhere = settings.model_copy(update={"proposer_url": "http://127.0.0.1:1/v1"})
    answer = Conversation(plans, Proposals.of(nowhere, plans)).answer(UNREAD)

    assert "cannot be reached" in answer.notes[-1]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "localhost:8080", "https://"])
def test_an_address_must_be_a_web_address(settings: Settings, plans: Engine, url: str) -> None:
    with pytest.raises(UsageError, match="no web address"):
        Proposals.of(settings.model_copy(update={"proposer_url": url}), plans)
