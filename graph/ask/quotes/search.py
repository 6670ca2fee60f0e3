"""Searches the documents for a sentence, cell or list that answers where no typed fact does."""

from collections.abc import Sequence
from functools import cached_property

from graph.ask.contents import Vectoriser
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.question import Question
from graph.ask.quotes.corpus import Corpus
from graph.ask.quotes.features import Candidate, Fit
from graph.ask.quotes.forms import Forms
from graph.ask.quotes.gates import Gates
from graph.ask.quotes.judge import Judge
from graph.ask.quotes.members import members
from graph.ask.quotes.scopes import Scopes
from graph.ask.quotes.wanted import Wanted, want
from graph.model import AnswerItem
from graph.passages import Passage

__all__ = ["PassageSearch"]


class PassageSearch:
    """Finds what may be quoted, judges it, and quotes the best if it is sure enough."""

    def __init__(
        self,
        passages: Sequence[Passage],
        lexicon: Lexicon,
        language: Language,
        vectoriser: Vectoriser | None,
        scopes: Scopes,
        index: EntityIndex,
    ) -> None:
        self._passages = tuple(passages)
        self._lexicon = lexicon
        self._language = language
        self._vectoriser = vectoriser
        self._scopes = scopes
        self._index = index
        self._judge = Judge.measured()

    @cached_property
    def corpus(self) -> Corpus:
        """The passages, arranged when they are first searched."""
        return Corpus.of(self._passages)

    @cached_property
    def fit(self) -> Fit:
        """What measures candidates."""
        return Fit.of(self.corpus, Forms.english(), self._vectoriser)

    @cached_property
    def gates(self) -> Gates:
        """What keeps back quotations that do not answer."""
        return Gates(self.corpus, self.fit.forms, self._index)

    def texts(self) -> list[str]:
        """Return the texts of all passages."""
        return [p.text for p in self._passages]

    def answer(self, question: Question) -> tuple[AnswerItem, ...]:
        """Return what a passage says, quoted, or nothing."""
        return self._quoted(question, self._judge.enough)

    def instead(self, question: Question, explained: float) -> tuple[AnswerItem, ...]:
        """Return what a passage says plainly, where a typed answer accounts for few of the words.

        Several things told one by one need be no surer than where there is no typed answer at all.
        """
        if explained >= self._judge.loose or question.shape.has("count"):
            return ()
        if set(question.shape.roles) - {"who"}:
            return ()
        found = self.ranked(question)
        told = bool(found) and self._told(question, found[0][1])
        if question.shape.roles and not told:
            return ()
        return self._quoted(question, self._judge.enough if told else self._judge.firm)

    def _told(self, question: Question, candidate: Candidate) -> bool:
        wanted = self.wanted(question)
        inside = wanted.several and members(wanted, self.fit.corpus, candidate.number)
        return bool(candidate.listed and wanted.plural) or bool(inside and not candidate.listed)

    def _quoted(self, question: Question, enough: float) -> tuple[AnswerItem, ...]:
        found = self.ranked(question)
        if not found or found[0][0] < enough:
            return ()
        return self.items(question, found[0][1], found[0][0])

    def ranked(self, question: Question) -> list[tuple[float, Candidate]]:
        """Return what may be quoted, the surest first."""
        wanted = self.wanted(question)
        if not self.gates.sayable(wanted):
            return []
        let = [c for c in self.fit.candidates(wanted) if self.gates.lets(wanted, c)]
        judged = [(self._judge.sure(c.figures), c) for c in let if not _of_list(c, let)]
        return sorted(judged, key=lambda j: (-round(j[0], 6), j[1].number, bool(j[1].listed)))

    def wanted(self, question: Question) -> Wanted:
        """Hold a question against the passages."""
        return want(question, self._scopes.read(question), self.fit.corpus, self._lexicon, self._language)

    def items(self, question: Question, candidate: Candidate, sure: float) -> tuple[AnswerItem, ...]:
        """Return the quotation, or the value in it where one is asked for, with its place."""
        passages = [self.fit.corpus.passages[n] for n in candidate.quoted]
        wanted = self.wanted(question)
        values = self.fit.forms.values(wanted, passages[0].text) if len(passages) == 1 else []
        earlier = self.fit.corpus.before(candidate.number) if not values and not candidate.listed else None
        if earlier is not None:
            passages.insert(0, self.fit.corpus.passages[earlier])
        if wanted.several and not values and not candidate.listed:
            values = list(members(wanted, self.fit.corpus, candidate.number))
        said = [(v, passages[-1]) for v in values] or [(p.text, p) for p in passages]
        return tuple(AnswerItem(t, None, None, "passage", round(sure, 3), (p.evidence,)) for t, p in said)


def _of_list(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether something is one of a list that says as much of the question by itself."""
    return any(one.number in o.listed and o.figures[0] >= one.figures[0] for o in others if not one.listed)
