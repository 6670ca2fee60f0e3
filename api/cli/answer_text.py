"""An answer as text for people: what was found, where it stands, what to mind, how it was read."""

import re
from collections.abc import Iterator

from api.cli.explained import explained
from api.cli.show import cited
from graph.model import Answer, AnswerItem

__all__ = ["answer_text"]

_PLACES = 6
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # a terminal would obey them


def answer_text(answer: Answer, *, explain: bool = False) -> str:
    """Return an answer as lines of text."""
    lines = [f"{answer.question}\n", *_said(answer), *_remarks(answer)]
    if explain:
        lines += ["", explained(answer.explanation)]
    return _CONTROLS.sub("", "\n".join(lines))


def _said(answer: Answer) -> Iterator[str]:
    """What is claimed: yes or no, a number, items; or that nothing is."""
    if answer.status == "empty":
        yield "None: the plans hold nothing that fits."
    elif answer.status != "answered":
        yield "Not answered."
    elif answer.boolean is not None and answer.kind == "boolean":
        yield "Yes." if answer.boolean else "No."
    elif answer.count is not None:
        yield str(answer.count)
    for number, item in enumerate(answer.answers, 1):
        yield from _item(number, item)


def _remarks(answer: Answer) -> Iterator[str]:
    """What to mind, how the question was read, and how else it can be read."""
    yield from (f"Note: {note}" for note in answer.notes)
    if answer.status in ("answered", "empty"):
        yield f"\nRead as: {answer.interpretation}"
    yield from (f"Also possible: {other.interpretation}" for other in answer.alternatives)


def _item(number: int, item: AnswerItem) -> Iterator[str]:
    score = f" {item.confidence:.2f}" if item.basis == "inferred" else ""
    yield f"{number:>3}. {item.value} [{item.basis}{score}]"
    yield from (f"     {line}" for line in cited(item.evidence, _PLACES))
