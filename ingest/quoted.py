"""Where a quote stands in the lines, pages or cells of a document: word for word, or else by its words."""

import re
from collections.abc import Sequence

__all__ = ["quoted_in"]

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"[\W_]{0,60}?"
_MOST_WORDS = 80
_LEAST_WORDS = 3  # of a quote's beginning, that are still looked for

Spans = dict[int, tuple[int, int]]


def quoted_in(texts: Sequence[str], first: int, last: int, quote: str) -> Spans:
    """Return which stretch of each part, from the first to the last, a quote takes; empty if it is not there.

    >>> quoted_in(["Goal 1", "Open a desk", "in spring"], 1, 2, "a desk in spring")
    {1: (5, 11), 2: (0, 9)}
    """
    parts = texts[first : last + 1]
    whole = "\n".join(parts)
    start = whole.find(quote) if quote.strip() else -1
    span = (start, start + len(quote)) if start >= 0 else _by_words(whole, quote)
    return _shared_out(parts, first, span) if span else {}


def _by_words(whole: str, quote: str) -> tuple[int, int] | None:
    """Find a quote by its words, whatever stands between them; of a long one at least how it begins."""
    words = _WORD.findall(quote)[:_MOST_WORDS]
    while words:
        if found := re.search(_BETWEEN.join(map(re.escape, words)), whole):
            return found.span()
        if len(words) <= _LEAST_WORDS:
            return None
        words = words[: max(_LEAST_WORDS, len(words) - max(1, len(words) // 8))]
    return None


def _shared_out(parts: Sequence[str], first: int, span: tuple[int, int]) -> Spans:
    """Tell for each part which stretch of it lies in a span of them all."""
    found: Spans = {}
    begins = 0
    for number, part in enumerate(parts, start=first):
        start, end = max(span[0] - begins, 0), min(span[1] - begins, len(part))
        if start < end:
            found[number] = (start, end)
        begins += len(part) + 1
    return found
