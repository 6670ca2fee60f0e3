"""Takes the state priorities that a goal names apart: each number, with its name where that is printed."""

import re
from collections.abc import Iterator

from ingest.source import Text

__all__ = ["state_priorities"]

_NUMBER = re.compile(
    r"(?<![\w.])(?:(?:state\s+|local\s+)?(?:priorit(?:y|ies)|p)\.?\s*)?#?\s*(?P<number>\d{1,2})(?![\w%]|\.\d)",
    re.IGNORECASE,
)
_NAME = re.compile(r"^\s*[:–—.)-]\s*(?=[A-Z(])")
_EDGE = " ,;&\n•"
_LAST = 10  # state priorities; a greater number is something else


def state_priorities(text: Text) -> Iterator[Text]:
    """Yield each priority as written: 'Priority 4: Pupil Achievement', or its bare number.

    A text without a number is given whole.
    """
    marks = [m for m in _NUMBER.finditer(text.value) if 0 < int(m["number"]) <= _LAST]
    if not marks:
        yield text
        return
    ends = [*(m.start() for m in marks[1:]), len(text)]
    for m, end in zip(marks, ends, strict=True):
        named = _NAME.search(text.value[m.end() : end])
        yield text[m.start() : end].strip(_EDGE) if named else text.group(m, "number")
