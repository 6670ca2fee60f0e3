"""Tells a line that may be a plan's title by the words that titles of plans have."""

import re

from ingest.layouts.headings import is_prompt
from ingest.wording import wording

__all__ = ["is_title"]

_LONGEST = 140  # characters of a title


def is_title(line: str) -> bool:
    """Say whether a line is short and names a kind of document, as a title does."""
    words = "|".join(wording("front_matter")["title_words"])
    named = re.search(rf"\b(?:{words})\b", line, re.IGNORECASE)
    return bool(named) and len(line) <= _LONGEST and not line.endswith((".", ":")) and not is_prompt(line)
