"""Stored queries and checks carry a head, bind what they project, and have a fixture."""

import pyoxigraph
import pytest
from rdflib.plugins.sparql import prepareQuery

from graph.catalogue import StoredQuery, checks, queries
from graph.vocabulary import PREFIXES
from tests.project.tree import ROOT

_QUERIES = list(queries())
_CHECKS = list(checks())


def _fixtures(folder: str) -> set[str]:
    return {p.parent.name for p in (ROOT / "tests").rglob(f"{folder}/*/given.ttl")}


@pytest.mark.parametrize("query", _QUERIES, ids=lambda q: q.name)
def test_a_query_says_what_it_answers(query: StoredQuery) -> None:
    assert set(query.head) >= {"title", "question", "empty"}
    assert query.question.endswith("?")


@pytest.mark.parametrize("check", _CHECKS, ids=lambda q: q.name)
def test_a_check_says_what_it_finds(check: StoredQuery) -> None:
    assert set(check.head) >= {"title", "rule", "message"}


@pytest.mark.parametrize("query", [*_QUERIES, *_CHECKS], ids=lambda q: q.name)
def test_a_query_parses_on_both_engines_and_projects_its_parameters(query: StoredQuery) -> None:
    prepared = prepareQuery(query.text, initNs=PREFIXES)
    solutions = pyoxigraph.Store().query(query.text, prefixes=PREFIXES)

    assert prepared.algebra.name == "SelectQuery"
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    assert {p.name for p in query.parameters} <= {v.value for v in solutions.variables}


@pytest.mark.parametrize("query", _QUERIES, ids=lambda q: q.name)
def test_a_query_has_a_fixture(query: StoredQuery) -> None:
    assert query.name in _fixtures("queries")


@pytest.mark.parametrize("check", _CHECKS, ids=lambda q: q.name)
def test_a_check_has_a_fixture(check: StoredQuery) -> None:
    assert check.name in _fixtures("checks")
