"""Stored queries are read with their heads, and take exactly their parameters."""

import pytest
from rdflib import URIRef

from graph.catalogue import queries, query, read_query, rows
from graph.errors import UsageError
from graph.store import Store

HEAD = """#+ title: A title
#+ question: What is here?
#+ parameter: item - The item - with a dash.
#+ empty: Nothing is
#+   here.
SELECT ?item WHERE { ?item a ?class }
"""


def test_the_head_of_a_query_is_read() -> None:
    found = read_query("x", HEAD)

    assert (found.title, found.question, found.empty) == ("A title", "What is here?", "Nothing is here.")


def test_parameters_are_read_with_their_meaning() -> None:
    [parameter] = read_query("x", HEAD).parameters

    assert (parameter.name, parameter.meaning) == ("item", "The item - with a dash.")


def test_a_missing_parameter_is_told(district: Store) -> None:
    with pytest.raises(UsageError, match="takes item, not no parameters"):
        rows(district, "item_facts")


def test_an_unknown_parameter_is_told(district: Store) -> None:
    with pytest.raises(UsageError, match="takes no parameters, not item"):
        rows(district, "schools", item=URIRef("urn:x"))


def test_queries_come_by_name() -> None:
    names = [q.name for q in queries()]

    assert names == sorted(names)
    assert query("schools").name == "schools"
