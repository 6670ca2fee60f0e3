"""Updates and SERVICE are refused wherever they hide, and their words in names and strings are not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError
from graph.readonly import gives_triples, refuse_writing

# Spellings that the engine understands, each of which once passed for a name, a string, an IRI or a comment.
_AT = "<http://127.0.0.1:1/>"
ELSEWHERE = [
    f"PREFIX : {_AT} SELECT * {{ SERVICE:b {{ ?s ?p ?o }} }}",
    f"PREFIX a: {_AT} SELECT * {{ SERVICEa:b {{ ?s ?p ?o }} }}",
    f"PREFIX a: {_AT} SELECT * {{ SERVICESILENT a:b # here\n {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p trueSERVICE{_AT}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ # a comment ends here\rSERVICE {_AT} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?a ?b ?c FILTER(?c<2)SERVICE#>\n{_AT} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?a ?b ?c FILTER(?c<?c#>'''\n||true)SERVICE{_AT}{{ ?s ?p ?o }}#'''\n }}",
    f"SELECT * {{ ?a ?b '''x\\'''' SERVICE {_AT} {{ ?s ?p ?o }} #'\n }}",
    f"SELECT * {{ ?a ?b <http://x\u00a0#> SERVICE {_AT} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?a ?b <http://x\\u0041#> SERVICE {_AT} {{ ?s ?p ?o }} }}",
    f"PREFIX a: {_AT} SELECT * {{ ?a ?b a:.SERVICE {_AT} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ \\u0053ERVICE {_AT} {{ ?s ?p ?o }} }}",
]


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "delete where { ?s ?p ?o }",
        "PREFIX a: <urn:a> # SELECT\nDROP ALL",
        "BASE <http://select/> CLEAR GRAPH <urn:g>",
        "LOAD <file:///etc/passwd>",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(update: str) -> None:
    with pytest.raises(QueryError, match="read-only"):
        refuse_writing(update)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'x' . SERVICE<http://x/>{} }",
        'SELECT * { ?s ?p "a # b" SERVICE <http://x/> {} }',
        *ELSEWHERE,
    ],
)
def test_service_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        refuse_writing(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a <http://x/SERVICE> }",
        "SELECT * { ?s <http://x/p> 'SERVICE <http://x/>' } # SERVICE",
        'SELECT * { ?s ?p """DROP ALL; SERVICE""" }',
        "PREFIX service: <http://x/> SELECT * { ?s a service:SERVICE }",
        "PREFIX insert: <http://x/> ASK { ?s a insert:DATA }",
        "SELECT $drop { $drop ?p 'x'@service }",
        "SELECT * { ?s ?p 'it\\'s SERVICE' }",
        "SELECT * { ?s <urn:x:service> ?n FILTER(?n < 5 && ?n>=3 && ?n<=?m) }",
        "SELECT * { ?s ?p ?o FILTER(REGEX(?o, 'customer service', 'i')) }",
    ],
)
def test_the_words_alone_are_no_offence(query: str) -> None:
    assert refuse_writing(query) is None


@pytest.mark.parametrize(
    ("query", "triples"),
    [
        ("CONSTRUCT WHERE { ?s ?p ?o }", True),
        ("prefix select: <urn:x> describe <urn:y>", True),
        ("SELECT ?construct { ?construct ?p ?o }", False),
        ("", False),
    ],
)
def test_the_kind_of_result_is_known(query: str, triples: bool) -> None:
    assert gives_triples(query) is triples


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text: str) -> None:
    with suppress(QueryError):
        assert refuse_writing(text) is None


@pytest.mark.parametrize("part", ["a", '\\"', "<a", "'", "a:", "\\", "''a", "<http://", "{", "?"])
@pytest.mark.parametrize("head", ["SELECT ", 'SELECT "', "SELECT '''", "# SERVICE\nSELECT "])
def test_a_long_text_is_read_once(head: str, part: str) -> None:
    """Read again from each of its places, any of these would take hours."""
    with suppress(QueryError):
        assert refuse_writing(head + part * (300_000 // len(part))) is None
