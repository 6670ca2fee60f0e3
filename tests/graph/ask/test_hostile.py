"""Hostile text is answered or refused: no error, no query but ours, no more work than its length allows."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graph.ask.conversation import Conversation
from graph.ask.engine import Engine
from graph.model import Answer
from graph.readonly import refuse_writing

STATUSES = {"answered", "empty", "ambiguous", "unanswerable"}
FRAGMENTS = (
    "} UNION { ?s ?p ?o }",
    "; DROP ALL #",
    "DELETE WHERE { ?s ?p ?o }",
    "SERVICE <http://127.0.0.1:1/> {",
    "> . <urn:x",
    '" . ?s ?p "',
    "' OR 1=1 --",
    "\\",
    '\\"',
    "\\u0022",
    '"""',
    "'''",
    "```",
    "{label}",
    "{0}",
    "%s",
    "${x}",
    "{{7*7}}",
    "$given1",
    "?x",
    "LIMIT 1",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "\x00",
    "\x1b[2J",
    "\r\n\r\n",
    "\u202e",
    "\u200f",
    "עברית",
    "العربية",
    "🚌🚌",
    "👩‍🏫",
    "e\u0301",
    "ﬁ",
    "İ",
    "ß",
    "٣",
    "²",
    "½",
    "１",
    "9" * 400,
    "-" * 50,
    "?" * 30,
    "((((((((",
    "^^xsd:date",
    "@en",
    "PREFIX gt: <urn:>",
    "ASK {}",
    "2018-19",
    "#",
    "¿qué",
)
WORDS = (
    "which",
    "actions",
    "support",
    "recommendation",
    "1",
    "2",
    "goal",
    "no",
    "most",
    "only",
    "Pinecrest",
    "per",
    "unit",
    "both",
    "how many",
    "Rising",
    "than",
    "who leads",
    "long-term",
    "schools",
    "stand for",
    "everything about",
    "in",
    "of",
    "and",
    "those",
    "it",
    "what about",
    "the first one",
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(st.characters(categories=["Cc", "Cf", "Po", "Ps", "Pe", "Sm", "So", "Nd"]), max_size=120),
    st.lists(st.sampled_from(FRAGMENTS + WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS + WORDS), max_size=14).map("".join),
)
MANY = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


def constants(node: Any) -> Iterator[URIRef | Literal]:
    """Every name and value in a parsed query."""
    if isinstance(node, (URIRef, Literal)):
        yield node
    elif isinstance(node, CompValue):
        for value in node.values():
            yield from constants(value)
    elif isinstance(node, (list, tuple, set)):
        for value in node:
            yield from constants(value)
    elif isinstance(node, dict):
        for pair in node.items():
            yield from constants(pair)


def check(answer: Answer, engine: Engine) -> None:
    """Each query reads, is of one form, and holds nothing that does not stand in the graph."""
    assert answer.status in STATUSES
    assert answer.as_json()
    for query in filter(None, answer.sparql.split("\n\n")):
        refuse_writing(query)
        prepared = prepareQuery(query)
        assert prepared.algebra.name in {"SelectQuery", "AskQuery"}
        for constant in constants(prepared.algebra):
            known = engine.decider.chooser.executor.select(
                "SELECT ?term WHERE { { ?term ?a ?b } UNION { ?c ?term ?d } UNION { ?e ?f ?term } } LIMIT 1",
                {"term": constant},
            )
            number = isinstance(constant, Literal) and str(constant).isdigit()  # a limit of ours
            assert known or number, f"{constant!r} is not of the graph: {query}"


@MANY
@given(text=TEXTS)
def test_any_text_makes_no_query_but_ours(plans: Engine, text: str) -> None:
    check(plans.answer(text), plans)


@MANY
@given(text=TEXTS)
def test_any_text_over_any_graph(museum: Engine, text: str) -> None:
    check(museum.answer(text), museum)


@MANY
@given(texts=st.lists(TEXTS, min_size=2, max_size=3))
def test_any_conversation(plans: Engine, texts: list[str]) -> None:
    check(
        Conversation(plans).answer(texts[-1], ["Which actions support recommendation 1?", *texts[:-1]]), plans
    )


@pytest.mark.parametrize("fragment", FRAGMENTS)
@pytest.mark.parametrize(
    "frame",
    [
        "Which actions {} support recommendation 1?",
        "{} Is Pinecrest a Rising school?",
        "Which actions does {} lead?",
        "What does {} stand for?",
    ],
)
def test_a_fragment_in_a_question_stays_words(plans: Engine, frame: str, fragment: str) -> None:
    check(plans.answer(frame.replace("{}", fragment)), plans)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "🚌" * 10_000,
        "?" * 10_000,
        "\x00" * 10_000,
        "9" * 10_000,
        "\u202e" * 10_000,
        "{label}" * 1500,
        "which actions " * 800,
        "recommendation 1 and " * 500,
        "and or not no " * 800,
        "Pinecrest " * 1000,
        "who leads " * 1000,
        "«" * 10_000,
        "' " * 5000,
        "¿qué más que " * 800,
        "é" * 10_000,
        "\n" * 10_000,
    ],
    ids=lambda t: repr(t[:14]),
)
def test_ten_thousand_characters_are_answered_or_refused(plans: Engine, museum: Engine, text: str) -> None:
    check(plans.answer(text), plans)
    check(museum.answer(text), museum)
    check(Conversation(plans).answer(text, ["Which actions support recommendation 1?"]), plans)


ALLOWED = 6_000_000  # calls; a question of forty words makes some hundred thousand


class Steps:
    """Counts the calls that a piece of work makes, which, unlike time, are the same on every machine."""

    def __init__(self) -> None:
        self.count = 0

    def __enter__(self) -> "Steps":
        sys.setprofile(self._seen)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _seen(self, frame: object, event: str, arg: object) -> None:
        self.count += event in ("call", "c_call")


def steps(engine: Engine, text: str) -> int:
    engine.answer(text)  # what is kept for later is made now
    with Steps() as counted:
        engine.answer(text)
    return counted.count


@pytest.mark.parametrize(
    "unit",
    [
        "which actions ",
        "recommendation 1 and ",
        "Pinecrest ",
        "no ",
        "who leads ",
        "zzgrblt ",
        "? ",
        "long-term actions of Transport, ",
        "unit per ",
        "read books with pupils ",
        "most ",
        "2018-19 ",
        "more than ",
    ],
)
def test_work_is_bounded_however_long_the_text(plans: Engine, unit: str) -> None:
    words = (unit * 1000).split()
    for length in (40, 110, 500, 5000):
        assert steps(plans, " ".join(words[:length])) <= ALLOWED


def test_a_text_that_is_too_long_is_refused_with_its_length(plans: Engine) -> None:
    answer = plans.answer("Which actions support recommendation 1? " * 40)

    assert answer.status == "unanswerable"
    assert "200 words" in answer.notes[0]
