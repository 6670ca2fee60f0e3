"""Where an answer is said to stand: at the text that the question speaks of."""

from pathlib import Path

from graph.ask.engine import Engine
from graph.ask.files import load_graph

TWIN = """
:twin a gt:Action ; rdfs:label "Draw new bus routes with the families of the hills and of the valley" ;
  gt:partOf :a4 ; gt:inPlan :plan ; gt:evidence :e13 .
"""


def test_who_leads_is_cited_at_the_action_that_names_the_leader(tmp_path: Path) -> None:
    plan = (Path(__file__).parent / "plan.ttl").read_text(encoding="utf-8")
    (tmp_path / "plan.ttl").write_text(plan + TWIN, encoding="utf-8")

    answer = Engine.open(load_graph(tmp_path / "plan.ttl")).answer(
        "Who leads the new bus routes of the hills?"
    )

    assert [i.value for i in answer.answers] == ["Transport"]
    assert answer.answers[0].evidence[0].start_line == 11
