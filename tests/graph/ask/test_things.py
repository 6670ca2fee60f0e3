"""Things are found by what people call them, not only by what documents write."""

from pathlib import Path

from graph.ask.engine import Engine
from graph.ask.files import load_graph

_GRAPH = """
@prefix gt: <https://w3id.org/goldenthread/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://example.org/> .
:health a org:OrganizationalUnit ; rdfs:label "Health, Sports and Play" ; gt:evidence :e .
:music a org:OrganizationalUnit ; rdfs:label "Music" ; gt:evidence :e .
:a1 a gt:Action ; rdfs:label "Build a swimming pool" ; gt:leadResponsible :health ; gt:evidence :e .
:a2 a gt:Action ; rdfs:label "Buy forty violins" ; gt:leadResponsible :music ; gt:evidence :e .
:e a gt:Evidence ; gt:document "p.txt" ; gt:startLine 1 ; gt:endLine 1 ; gt:quote "pool" .
"""


def test_a_unit_whose_name_is_a_list_is_called_by_the_first_of_it(tmp_path: Path) -> None:
    file = tmp_path / "small.ttl"
    file.write_text(_GRAPH, encoding="utf-8")

    answer = Engine.open(load_graph(file)).answer("Which actions does the health office lead?")

    assert [a.value for a in answer.answers] == ["Build a swimming pool"]
