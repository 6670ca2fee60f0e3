"""The stored queries by which the engine learns a graph, one to a file."""

from functools import cache
from importlib.resources import files

__all__ = ["query"]


@cache
def query(name: str) -> str:
    """Return the text of a stored query by its file's name."""
    return (files("graph.ask.queries") / f"{name}.rq").read_text(encoding="utf-8")
