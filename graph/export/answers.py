"""An answer as a table for a spreadsheet: a row for each place of each item, and how it was asked."""

from collections.abc import Iterator

from graph.export.records import Value
from graph.export.tables import Row, Sheet, as_csv
from graph.export.workbook import workbook
from graph.items import spaced
from graph.model import Answer, AnswerItem

__all__ = ["answer_csv", "answer_workbook"]

_TITLES = ("answer", "kind", "basis", "confidence", "document", "start line", "end line", "page", "cell",
           "quote", "iri")  # fmt: skip


def answer_csv(answer: Answer) -> bytes:
    """Return the items of an answer with their places as CSV; where it has none, what it says instead."""
    sheet = _items(answer)
    return as_csv([sheet.titles, *([value.words for value in row] for row in sheet.rows)])


def answer_workbook(answer: Answer) -> bytes:
    """Return an answer as XLSX: its items with their places, then question, reading, notes and query."""
    return workbook((_items(answer), Sheet("Question", ("about", "said"), list(_about(answer)))))


def _items(answer: Answer) -> Sheet:
    rows = [row for item in answer.answers for row in _places(item)]
    return Sheet("Answer", _TITLES, rows or [_alone(_said(answer))])


def _places(item: AnswerItem) -> Iterator[Row]:
    for e in item.evidence:
        yield (
            Value(item.value),
            Value(spaced(item.type or "")),
            Value(item.basis),
            _number(item.confidence),
            Value(e.document),
            *(_number(n) for n in (e.start_line, e.end_line, e.page)),
            Value(e.cell or ""),
            Value(e.quote),
            Value(item.iri or ""),
        )


def _alone(words: str) -> Row:
    return (Value(words), *(Value("") for _ in _TITLES[1:]))


def _said(answer: Answer) -> str:
    """The answer in a word or number."""
    if answer.status in ("ambiguous", "unanswerable"):
        return "not answered"
    if answer.boolean is not None:
        return "yes" if answer.boolean else "no"
    if answer.count is not None:
        return str(answer.count)
    return "none found" if answer.status == "empty" else ""


def _about(answer: Answer) -> Iterator[Row]:
    told = [
        *(("asked before", question) for question in answer.previous),
        ("question", answer.question),
        ("status", answer.status),
        ("read as", answer.interpretation),
        ("answer", _said(answer)),
        *(("note", note) for note in answer.notes),
        *(("other reading", f"{other.interpretation}: {other.question}") for other in answer.alternatives),
        ("query", answer.sparql),
    ]
    yield from ((Value(name), Value(words)) for name, words in told if words)


def _number(number: float | None) -> Value:
    return Value("" if number is None else f"{number:g}", is_number=number is not None)
