"""An engine over an accountability plan with funds, and budgets of two offices."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph


@pytest.fixture(scope="session")
def funds() -> Engine:
    """Return an engine over the plan, without vectors."""
    return Engine.open(load_graph(Path(__file__).parent / "funds.ttl"))
