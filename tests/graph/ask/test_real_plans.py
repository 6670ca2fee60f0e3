"""The questions of the shared folder, where it stands beside the checkout, are a floor for the engine."""

from pathlib import Path

import pytest

from graph.ask.opening import open_engine
from graph.ask.questions import read_questions
from graph.ask.scoring import Scored, report, score
from graph.settings import Settings
from ingest.pipeline import ingest


@pytest.mark.shared
@pytest.mark.model
def test_scores_do_not_fall(shared: Path, tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "store")
    ingest([shared / "plans"], settings)
    engine = open_engine(settings)
    asked = read_questions(shared / "eval" / "questions.jsonl")
    figures = report([Scored(a, r := engine.answer(a.question), score(a, r)) for a in asked])[-1]

    assert figures.score >= 0.75
    assert figures.wrong <= 0.08
