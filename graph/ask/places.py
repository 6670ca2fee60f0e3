"""How many of the first places a superlative asks for, 'the top three', and who stands on them."""

from dataclasses import replace

from graph.ask.closed import closed_stems
from graph.ask.execute import Found, Row
from graph.ask.lexicon import Language
from graph.ask.question import Question

__all__ = ["placed", "places", "winners"]

_ONE = closed_stems("one")
_OF = 3  # words before a noun among which 'of the' takes its number for that of all there are
_FEW = 50  # a number of places; what is greater is a year


def places(question: Question, found: Found) -> int:
    """Return how many places are asked for; 1 where the question gives no number of them."""
    shape, words = question.shape, question.words
    most = shape.cues.get("most", frozenset()) | shape.cues.get("fewest", frozenset())
    beside = [words[i + 1] for i in most if i + 1 < len(words)]
    beside += [words[i - 1] for i in most if i and "of" not in words[: i - 1][-_OF:]]  # 'the two largest'
    if found.reading.ranks:  # 'which three units lead the most', but not 'which of the three units'
        asked = (m for m in question.links.classes if m.tokens & found.reading.target.tokens)
        starts = [m.start for m in asked if m.start - 1 not in question.links.named]
        beside += [words[i - 1] for i in starts if i and "of" not in words[:i][-_OF:]]
    return next((n for w in beside if w not in _ONE and 0 < (n := _number(w)) < _FEW), 1)


def placed(question: Question, found: Found) -> Found:
    """Return what was found with the number of places that are asked for."""
    return replace(found, places=places(question, found)) if found.reading.ranks else found


def winners(found: Found) -> tuple[Row, ...]:
    """Return who stands on the places that are asked for, and everything equal to the last of these."""
    rows = found.rows
    if not rows or rows[0].count is None:
        return rows
    last = rows[min(found.places, len(rows)) - 1].count
    cut = next((i for i, r in enumerate(rows) if i >= found.places and r.count != last), len(rows))
    return rows[:cut]


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else int(Language.english().numbers.get(word, 0))
