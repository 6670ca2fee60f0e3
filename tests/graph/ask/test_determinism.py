"""The same questions over the same graph give the same bytes, whatever order sets come in."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ASKING = """
import json, sys
from pathlib import Path
from graph.ask.engine import Engine
from graph.ask.files import load_graph

engine = Engine.open(load_graph(Path(sys.argv[1])))
for question in sys.argv[2:]:
    answer = engine.answer(question)
    told = answer.as_json() | {"explanation": dict(answer.explanation), "seconds": 0}
    print(json.dumps(told, ensure_ascii=False))
"""
QUESTIONS = (
    "Which actions support Recommendation 2?",
    "Which schools are in the lowest tier?",
    "How many actions does each office lead?",
    "Which unit leads the most actions?",
    "What do the plans say about gardens?",
    "Which recomendations have no action?",
    "Is there a school with a proposed program?",
)


def asked(seed: int) -> bytes:
    command = [sys.executable, "-c", ASKING, str(HERE / "plan.ttl"), *QUESTIONS]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout


def test_the_order_of_sets_changes_no_answer() -> None:
    first = asked(1)

    assert len(first.splitlines()) == len(QUESTIONS)
    assert asked(2) == first
