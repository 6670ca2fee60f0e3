"""How a long job tells how far it is."""

from collections.abc import Callable

__all__ = ["Progress", "silent"]

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are."""


def silent(_task: str, _done: int, _total: int) -> None:
    """Tell nobody."""
