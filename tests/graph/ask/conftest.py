"""Engines over two small graphs: a plan with evidence, and a museum that knows nothing of schools."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Lexicon

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def plans() -> Engine:
    """Return an engine over the small plan, without vectors."""
    return Engine.open(load_graph(HERE / "plan.ttl"))


@pytest.fixture(scope="session")
def departments() -> Engine:
    """Return an engine over the plans of two departments, without vectors."""
    return Engine.open(load_graph(HERE / "departments.ttl"))


@pytest.fixture(scope="session")
def museum() -> Engine:
    """Return an engine over the museum, with no lexicon of its own."""
    return Engine.open(load_graph(HERE / "museum.ttl"), None, Lexicon(), "museum.ttl")
