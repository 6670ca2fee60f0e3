"""What a text takes out: a total 'excluding travel' answers with no whether it includes travel."""

from collections.abc import Iterable

from graph.ask.question import Question
from graph.ask.quotes.forms import Forms
from graph.ask.tokens import stem, stems
from graph.model import AnswerItem

__all__ = ["takes_out"]

_OUT = frozenset(stems("exclude excluding exclusive except excepting without other not no omit"))


def takes_out(question: Question, items: Iterable[AnswerItem]) -> bool:
    """Say whether the texts cited take out just what the question asks after, and it does not itself."""
    if _OUT & set(question.words):
        return False
    pattern = Forms.english().patterns["except"]
    telling = {question.words[i] for i in question.weights if i not in question.light}
    quotes = {e.quote for item in items for e in item.evidence}
    return any(stem(m.group(1)) in telling for quote in sorted(quotes) for m in pattern.finditer(quote))
