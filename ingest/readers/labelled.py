"""Lines that begin with what they are: 'Goal 2: …', 'Objective 1.1 …', 'Measurable Outcome: …'."""

import re
from functools import cache

from ingest.wording import wording

__all__ = ["begins_with_label"]

_QUALIFIERS = r"(?:[“\"‘'(]?[A-Z][\w&/’'-]*[”\"’')]?\s+){0,4}"
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z]|[IVX]{2,4})"
_BRACKET = r"(?:\s*\([^()]{1,80}\))?"


def begins_with_label(above: str, line: str) -> bool:
    """Tell whether a line of a paragraph begins another, as it says what it is; `above` is the line before.

    >>> begins_with_label("Board Goals", "Goal 1: Community Engagement")
    True
    >>> begins_with_label("What is done for literacy is part of", "Goal 1: Reading, as the board wrote")
    False
    """
    return bool(_label().match(line)) and not _open_end().search(above)


@cache
def _label() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in wording("planning")["labels"])
    sign = r"(?:\s*[:|]|\s*[-–—]\s|\.\s+(?=[A-Z]))"
    ways = (
        rf"\s*#?\s*{_NUMBER}{_BRACKET}{sign}",
        rf"{_BRACKET}\s*:",
        r"\s+\d{1,2}(?:\.\d{1,2})+\s+(?=[A-Z])",
    )
    return re.compile(rf"\s*{_QUALIFIERS}(?i:{nouns})(?:{'|'.join(ways)})")


@cache
def _open_end() -> re.Pattern[str]:
    """How a line ends whose sentence names what the next one begins with."""
    words = "|".join(re.escape(word) for word in wording("planning")["goes_on"])
    return re.compile(rf"(?:\b(?:{words})|[,;(&/])\s*$", re.IGNORECASE)
