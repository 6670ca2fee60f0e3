"""An answer as text for people: what was found, where it stands, what to mind, how it was read."""

import json
from collections.abc import Iterator

from graph.model import Answer, AnswerItem

__all__ = ["answer_text"]


def answer_text(answer: Answer, *, explain: bool = False) -> str:
    """Return an answer as lines of text."""
    return "\n".join(_lines(answer, explain))


def _lines(answer: Answer, explain: bool) -> Iterator[str]:
    yield f"{answer.question}\n"
    if answer.boolean is not None:
        yield "Yes." if answer.boolean else "No."
    if answer.count is not None:
        yield f"{answer.count}"
    if answer.status == "empty":
        yield "None: the plans hold nothing that fits."
    if answer.status in ("unanswerable", "ambiguous"):
        yield "Not answered."
    for number, item in enumerate(answer.answers, 1):
        yield from _item(number, item)
    for note in answer.notes:
        yield f"Note: {note}"
    if answer.status in ("answered", "empty"):
        yield f"\nRead as: {answer.interpretation}"
    for other in answer.alternatives:
        yield f"Also possible: {other.interpretation}"
    if explain:
        yield f"\n{answer.sparql}\n\n{json.dumps(dict(answer.explanation), indent=2, ensure_ascii=False)}"


def _item(number: int, item: AnswerItem) -> Iterator[str]:
    mark = "" if item.basis == "stated" else f" [{item.basis}]"
    yield f"{number:>3}. {item.value}{mark}"
    yield from (f"     {place.as_citation()}" for place in item.evidence)
