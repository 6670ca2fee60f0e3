"""How long a question may be: work grows with its words, and what is not read must not be passed over."""

from graph.ask.tokens import tokenise

__all__ = ["too_long"]

_WORDS = 120  # three times the longest question that people wrote for tests
_CHARACTERS = 4000  # that are read at all


def too_long(text: str) -> str:
    """Return why a question is too long, or nothing."""
    if len(text.strip()) > _CHARACTERS:
        return (
            f"The question has {len(text):,} characters; ask it in a sentence or two, with at most "
            f"{_WORDS} words."
        )
    words = len(tokenise(text))
    return f"The question has {words:,} words; ask it with at most {_WORDS}." if words > _WORDS else ""
