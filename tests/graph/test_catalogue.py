"""Stored queries are read with their heads, and take exactly their parameters."""

import pytest
from rdflib import URIRef

from graph.catalogue import StoredQuery, checks, queries, query, read_query, rows
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


@pytest.mark.parametrize(
    "stored", [q for q in (*queries(), *checks()) if not q.parameters], ids=lambda q: q.name
)
def test_rows_come_in_the_order_that_the_engine_would_give(stored: StoredQuery, district: Store) -> None:
    assert stored.rows(district) == district.select(stored.text)


def test_numbers_are_ordered_by_value_and_what_is_missing_comes_first(district: Store) -> None:
    text = "SELECT ?n WHERE { VALUES (?n) { (10) (UNDEF) (2) (1.5) (<urn:b>) (<urn:a>) } }\nORDER BY ?n\n"

    assert read_query("x", text).rows(district) == district.select(text)
