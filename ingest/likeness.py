"""How much of their words two texts have in common, estimated from a small sketch of each."""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import islice

from ingest.findings import fold

__all__ = ["shared_words", "sketch"]

_RUN = 4  # words that follow each other
_KEPT = 256  # of a sketch of this size the estimate is mostly within 0.06
_MOST = 200_000  # words looked at


def sketch(text: str) -> tuple[int, ...]:
    """Return the least hashes of a text's runs of words; texts with the same words have the same."""
    words = list(islice(fold(text[: 12 * _MOST]).split(), _MOST))
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))} if words else set()
    marks = (int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=6).digest()) for run in runs)
    return tuple(sorted(marks)[:_KEPT])


def shared_words(first: Sequence[int], second: Sequence[int]) -> float:
    """Return which share of all their runs of words two texts have in common, from their sketches.

    >>> shared_words(sketch("one two three four five"), sketch("One, two, three, four, five!"))
    1.0
    """
    if not first or not second:
        return 0.0
    one, two = set(first), set(second)
    least = sorted(one | two)[:_KEPT]
    return sum(mark in one and mark in two for mark in least) / len(least)
