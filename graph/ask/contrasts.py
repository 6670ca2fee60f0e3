"""Answers both sides of a comparison, and says what follows from the two."""

from collections.abc import Callable
from dataclasses import replace

from graph.ask.compare import numbered
from graph.ask.contrast import Sides, divided
from graph.ask.question import Question
from graph.model import Answer, AnswerItem

__all__ = ["contrasted"]

_MOST = 6  # items shown of each side
_FIRM = ("stated", "section")


def contrasted(question: Question, answer: Callable[[str], Answer]) -> Answer | None:
    """Return the answer to a comparison; None where there is none, or one side is not to be answered."""
    sides = divided(question)
    if sides is None:
        return None
    found = [answer(text) for text in sides.questions]
    if sides.counted:
        return _compared(question, sides, found)
    items = [_shown(a) for a in found]
    if any(a.status != "answered" for a in found) or (items[0] == items[1] and len(items[0]) < 2):
        return None
    return _joined(question, sides, found, tuple(dict.fromkeys((*items[0], *items[1]))))


def _compared(question: Question, sides: Sides, found: list[Answer]) -> Answer | None:
    """Which of two numbers is greater."""
    numbers = [_number(a) for a in found]
    if numbers[0] is None or numbers[1] is None or found[0].interpretation == found[1].interpretation:
        return None
    if question.shape.has("equal"):
        verdict = numbers[0] == numbers[1]
    elif question.shape.has("fewer"):
        verdict = numbers[0] < numbers[1]
    else:
        verdict = numbers[0] > numbers[1]
    noun = _singular(sides.counted)
    items = tuple(
        replace(a.answers[0], value=f"{about}: {numbered(number, noun)}")
        for a, about, number in zip(found, sides.about, numbers, strict=True)
        if number is not None and a.answers
    )
    return replace(_joined(question, sides, found, items), boolean=verdict)


def _number(answer: Answer) -> int | None:
    """The number that an answer gives; things that are counted are all of the document's own words."""
    if answer.count is not None and (answer.count == 0 or all(i.basis in _FIRM for i in answer.answers)):
        return answer.count
    return 0 if answer.status == "empty" else None


def _shown(answer: Answer) -> tuple[AnswerItem, ...]:
    return answer.answers[:_MOST]


def _joined(question: Question, sides: Sides, found: list[Answer], items: tuple[AnswerItem, ...]) -> Answer:
    told = [f"{about}: {a.interpretation}" for a, about in zip(found, sides.about, strict=True)]
    return Answer(
        question.text,
        "answered",
        "; ".join(told),
        "compare",
        items,
        notes=tuple(dict.fromkeys(n for a in found for n in a.notes)),
        sparql="\n\n".join(dict.fromkeys(a.sparql for a in found if a.sparql)),
        confidence=min(a.confidence for a in found),
        explanation={
            "sides": list(sides.questions),
            "columns": _columns(sides, found, items),
            **_explained(found),
        },
    )


def _columns(sides: Sides, found: list[Answer], items: tuple[AnswerItem, ...]) -> list[dict[str, object]]:
    """Which items are of which side, by their words."""
    shown = {i.value for i in items}
    return [
        {"about": about, "items": [i.value for i in _shown(a) if i.value in shown]}
        for a, about in zip(found, sides.about, strict=True)
    ]


def _explained(found: list[Answer]) -> dict[str, list[object]]:
    """What explains either side."""
    parts = ("mentions", "queries", "lost")
    return {part: [one for a in found for one in a.explanation.get(part, ())] for part in parts}


def _singular(noun: str) -> str:
    """What one of several is called: numbers are said with it."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun.removesuffix("s")
