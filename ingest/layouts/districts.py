"""Finds the name of the school district in a text."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from ingest.findings import fold
from ingest.source import Text
from ingest.wording import wording

__all__ = ["district_in"]


def district_in(texts: Sequence[Text]) -> Text | None:
    """Return the name of the district that texts name most often, as it stands first."""
    found = [
        text.group(m, "name")
        for text in texts
        for m in _pattern().finditer(str(text))
        if all(word[0].isupper() or word == "of" for word in m["name"].split())
    ]
    if not found:
        return None
    often = Counter(fold(str(name)) for name in found)
    best = max(often, key=lambda name: often[name])  # of names as frequent, the first
    return next(name for name in found if fold(str(name)) == best)


@cache
def _pattern() -> re.Pattern[str]:
    ends = "|".join(wording("front_matter")["districts"]).replace(" ", r"\s+")
    own = r"(?:(?!(?:The|THE|Of|OF|For|FOR|A|And|AND)\b)[A-Z][\w.’'-]*\s+){1,3}"
    return re.compile(rf"\b(?P<name>{own}(?i:{ends}))\b")
