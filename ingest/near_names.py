"""How like two names are written, and which names are so like that a person should look at them."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from ingest.findings import fold
from ingest.resolution import Merge
from ingest.school_names import school_clash

__all__ = ["alike", "likeness"]

# Found on names of departments, schools and programs: other spellings of one name stand above, names
# of two things mostly below.
_LEAST = 88.0
_MOST = 3000  # names compared with each other
_SHORTEST = 5


def likeness(first: str, second: str) -> float:
    """Return how like two names are written, from 0 to 1, the order of their words aside.

    >>> likeness("Office of Family Support", "Family Support Office of")
    1.0
    """
    return round(fuzz.token_sort_ratio(fold(first), fold(second)) / 100, 2)


def alike(
    kind: str, district: str, names: Sequence[str], apart: frozenset[frozenset[str]]
) -> Iterator[Merge]:
    """Yield pairs of names that are written almost alike and that nobody told apart."""
    long = [name for name in names if len(fold(name)) >= _SHORTEST][:_MOST]
    plain = [fold(name) for name in long]
    for n, name in enumerate(plain):
        for _, score, other in process.extract(
            name, plain[n + 1 :], scorer=fuzz.token_sort_ratio, score_cutoff=_LEAST, limit=5
        ):
            first, second = long[n], long[n + 1 + other]
            if frozenset((name, fold(second))) in apart or _numbers(name) != _numbers(fold(second)):
                continue
            if kind == "School" and school_clash(frozenset([first]), frozenset([second])):
                continue
            yield Merge(
                kind, (first, second), "written almost alike", round(score / 100, 2), False, district=district
            )


def _numbers(text: str) -> list[str]:
    """Return the numbers in a text: 'Goal 1' and 'Goal 2' are not alike."""
    return [word for word in text.split() if any(c.isdigit() for c in word)]
