"""Chooses the form that a document is read as: readings compete by how much of it they explain."""

from collections.abc import Iterable, Sequence

from ingest.forms.filled import Filled
from ingest.forms.form import Form

__all__ = ["chosen"]

_LOOSE = 0.5  # what a form of few demands explains counts half: its lists need no labels, and fit much


def chosen(fitting: Iterable[tuple[Form, Filled]]) -> tuple[Form, Filled] | None:
    """Return the form that explains most, with what it holds; of those that explain as much, the first.

    It gives way to a form of running text that explains all of it and more beside: the lists.
    """
    found = [*fitting]
    best = max(found, key=_worth, default=None)
    if best is None or best[0].prose:
        return best
    return max(_fuller(best, found), key=_worth, default=best)


def _worth(reading: tuple[Form, Filled]) -> tuple[float, int]:
    form, filled = reading
    return filled.explained * (_LOOSE if form.prose or form.share else 1.0), filled.filled


def _fuller(best: tuple[Form, Filled], found: Sequence[tuple[Form, Filled]]) -> list[tuple[Form, Filled]]:
    """Return the forms of running text that explain every block of another, and more by labels and lists."""
    blocks, explained, filled = best[1].blocks, best[1].explained, best[1].filled
    return [
        (form, other)
        for form, other in found
        if form.prose and other.blocks > blocks and other.explained > explained and other.filled > filled
    ]
