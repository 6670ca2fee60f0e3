"""Words that the end of a line parted by a hyphen, whole again."""

import re
from collections.abc import Iterable, Iterator

from graph.ask.english import English
from ingest.source import Text

__all__ = ["rejoined"]

_LAST = re.compile(r"(?<![\w-])([^\W\d_]{2,})-$")
_FIRST = re.compile(r"^([a-z]{2,})(?![\w-])")
_ALONE = frozenset({"and", "or", "to"})  # what follows a hyphen that stands for a word's rest


def rejoined(lines: Iterable[Text]) -> Iterator[Text]:
    """Yield lines, two of them as one where the first ends within a word that goes on in the second."""
    open_line: Text | None = None
    for line in lines:
        if open_line is not None and _is_word(open_line.value, line.value):
            open_line = Text.join([open_line[:-1], line], "")
            continue
        if open_line is not None:
            yield open_line
        open_line = line
    if open_line is not None:
        yield open_line


def _is_word(before: str, after: str) -> bool:
    """Tell whether a line's end and the next line's beginning are one English word without the hyphen."""
    last, first = _LAST.search(before), _FIRST.match(after)
    if last is None or first is None or first[1] in _ALONE:
        return False
    word = (last[1] + first[1]).casefold()
    return English.load().knows(word) or English.load().rarely(word) is not None
