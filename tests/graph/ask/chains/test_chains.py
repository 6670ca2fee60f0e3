"""Chains of relations over a graph without classes, however its names are written."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.ask.chains import Chains
from graph.ask.chains.alignment import Costs
from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Lexicon

HERE = Path(__file__).parent
_PLAIN = (HERE / "harbour.ttl").read_text(encoding="utf-8")

QUESTIONS: Mapping[str, set[str]] = {
    "Who is the captain of Grey Gull?": {"Ada Nordvik"},
    "what is the birthplace of the captain of Night Tide?": {"Skagen"},
    "Night Tide's captain's birthplace?": {"Skagen"},
    "the country of the home port of Grey Gull?": {"Denmark"},
    "what is the country of Grey Gull's home port?": {"Denmark"},
    "the teacher of teacher of Ada Nordvik?": {"Olga Brandt"},
    "Ada Nordvik's teacher's teacher's birthplace": {"Cadiz"},
    "what is the birthplace of teacher of Amber Finch's captain?": {"Skagen"},
    "which country is the birthplace of the teacher of Piet Oort in?": {"Spain"},
    "what is the birthplace of grey_gull 's captain ?": {"Bergen"},
    "Who captains Night Tide?": {"Piet Oort"},
}


def _labelled(text: str) -> str:
    """The same graph with labels, and IRIs that say nothing."""
    names = sorted(set(re.findall(r"\b[hr]:(\w+)", text)))
    number = {name: f"x{at}" for at, name in enumerate(names)}
    bare = re.sub(r"\b([hr]):(\w+)", lambda m: f"{m[1]}:{number[m[2]]}", text)
    kinds = {name: kind for kind, name in re.findall(r"\b([hr]):(\w+)", text)}
    labels = [f'{kinds[n]}:{number[n]} rdfs:label "{n.replace("_", " ")}" .' for n in names]
    return "\n".join([bare, *labels])


def _camel(text: str) -> str:
    def joined(match: re.Match[str]) -> str:
        first, *rest = match[2].split("_")
        return f"{match[1]}:{first}{''.join(w.capitalize() for w in rest)}"

    return re.sub(r"\b([hr]):(\w+)", joined, text)


def _reversed(text: str) -> str:
    """The same graph with every relation also stated from the other end, under a name of its own."""
    lines = []
    for subject, rest in re.findall(r"^(h:\w+) (r:.*) \.$", text, re.MULTILINE):
        for relation, ends in re.findall(r"r:(\w+) ((?:h:\w+(?: , )?)+)", rest):
            lines += [f"{end} r:{relation}_inverse {subject} ." for end in re.findall(r"h:\w+", ends)]
    return "\n".join([text, *lines])


_WRITTEN: Mapping[str, Callable[[str], str]] = {
    "local names": str,
    "labels": _labelled,
    "camel case": _camel,
    "inverse relations": _reversed,
    "one class for all": lambda text: re.sub(r"^(h:\w+) ", r"\1 a h:Thing ; ", text, flags=re.MULTILINE),
}


@pytest.fixture(scope="module", params=_WRITTEN)
def harbour(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Return an engine over the graph in one way of writing it, without vectors."""
    file = tmp_path_factory.mktemp("harbour") / "harbour.ttl"
    file.write_text(_WRITTEN[request.param](_PLAIN), encoding="utf-8")
    return Engine.open(load_graph(file), None, Lexicon(), file.name)


@pytest.mark.parametrize("question", QUESTIONS)
def test_follows_a_chain_from_what_is_named(harbour: Engine, question: str) -> None:
    found = {item.value for item in harbour.answer(question).answers}

    assert {v.lower().replace(" ", "") for v in found} == {
        v.lower().replace(" ", "") for v in QUESTIONS[question]
    }


def test_chains_from_two_names_meet(harbour: Engine) -> None:
    answer = harbour.answer("which ship with home port Vlissingen calls at Bergen?")

    assert [item.value.lower().replace(" ", "") for item in answer.answers] == ["nighttide"]


def test_the_query_gives_the_answer_and_binds_the_names(harbour: Engine, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text(_PLAIN, encoding="utf-8")
    engine = Engine.open(load_graph(file), None, Lexicon(), "graph.ttl")
    answer = engine.answer("what is the birthplace of the captain of Night Tide?")
    rows = load_graph(file).select(answer.sparql)

    assert [str(v) for row in rows for v in row.values()] == [item.iri for item in answer.answers]
    assert "<http://example.org/harbour/Night_Tide>" in answer.sparql


def test_counts_what_a_chain_leads_to(harbour: Engine) -> None:
    answer = harbour.answer("how many ports does Grey Gull call at?")

    assert answer.count == 2
    assert "COUNT(DISTINCT" in answer.sparql


def test_a_name_may_be_misspelt(harbour: Engine) -> None:
    answer = harbour.answer("who is the teacher of Ada Nordwick?")

    assert [item.value.lower().replace(" ", "") for item in answer.answers] == ["pietoort"]


def test_a_class_beside_a_name_is_part_of_it(tmp_path: Path) -> None:
    file = tmp_path / "guild.ttl"
    file.write_text(
        """@prefix g: <http://example.org/guild/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        g:w a g:Workshop ; rdfs:label "Copper" ; g:ledBy g:m ; g:workshopOf g:h .
        g:m a g:Master ; rdfs:label "Jonas Reed" ; g:memberOf g:h .
        g:h a g:House ; rdfs:label "Old Bell" .""",
        encoding="utf-8",
    )
    chains = Chains(load_graph(file), None)

    [walk] = chains.found("Who led the Copper workshop?")[0].walks
    assert walk.start.text == "Copper"
    assert [step.property.rsplit("/", 1)[-1] for step in walk.steps] == ["ledBy"]


def test_weights_are_those_of_the_data_file() -> None:
    assert 0 < Costs.measured().step < Costs.measured().across


def test_refuses_where_nothing_is_named(harbour: Engine) -> None:
    assert harbour.answer("what is the colour of the moon?").status == "unanswerable"


def test_answers_the_same_twice(harbour: Engine) -> None:
    asked = "what is the country of Grey Gull's home port?"

    assert harbour.answer(asked).as_json() | {"seconds": 0} == harbour.answer(asked).as_json() | {
        "seconds": 0
    }


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered_or_refused(harbour: Engine, text: str) -> None:
    answer = harbour.answer(f"{text} Grey Gull {text}")

    assert answer.status in ("answered", "unanswerable", "empty")


_PLAYS = """
@prefix p: <http://example.org/plays/> .
p:Rome p:setting_of p:Nero_Falls .
p:The_Room p:author p:Lee_Ashby .
p:Dora_Finn p:mentor p:Hal_Moss . p:Hal_Moss p:mentor p:Iris_Bell . p:Hal_Moss p:rank p:Captain .
p:ECHO p:author p:Iris_Bell . p:Echo p:author p:Hal_Moss .
"""


@pytest.fixture(scope="module")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Chains:
    """Return the chains of a graph whose names are near to one another."""
    file = tmp_path_factory.mktemp("plays") / "plays.ttl"
    file.write_text(_PLAYS, encoding="utf-8")
    return Chains(load_graph(file), None)


def _ways(chains: Chains, question: str) -> list[str]:
    [walk] = chains.found(question)[0].walks
    things = sorted(str(t).rsplit("/", 1)[-1] for t in walk.start.things)
    return [*things, *("^" * s.inverse + s.property.rsplit("/", 1)[-1] for s in walk.steps)]


def test_a_name_that_stands_there_is_no_slip_of_another(plays: Chains) -> None:
    assert _ways(plays, "what is the Rome's setting?") == ["Rome", "setting_of"]


def test_of_names_that_differ_in_case_the_one_as_written_is_meant(plays: Chains) -> None:
    assert _ways(plays, "what is ECHO's author?") == ["ECHO", "author"]
    assert _ways(plays, "what is echo's author?") == ["ECHO", "Echo", "author"]


def test_whose_asks_against_a_relation(plays: Chains) -> None:
    assert _ways(plays, "whose mentor is Hal Moss?") == ["Hal_Moss", "^mentor"]
    assert _ways(plays, "who is Hal Moss's mentor?") == ["Hal_Moss", "mentor"]


def test_what_follows_an_article_is_said_of_someone(plays: Chains) -> None:
    assert _ways(plays, "is Dora Finn's mentor a soldier by rank?") == ["Dora_Finn", "mentor", "rank"]
