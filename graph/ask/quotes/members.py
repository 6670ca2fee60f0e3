"""Which enumeration inside a passage holds what a question asks for, if it is certain."""

from graph.ask.quotes.corpus import Corpus
from graph.ask.quotes.enumerations import Enumeration, enumerations
from graph.ask.quotes.wanted import Wanted
from graph.ask.tokens import stems

__all__ = ["members"]

_NEAR = 12  # words before an enumeration that say of what it is


def members(wanted: Wanted, corpus: Corpus, number: int) -> tuple[str, ...]:
    """Return the members of the one enumeration that fits, or none where none or several do."""
    said = _said(wanted)
    found = enumerations(corpus.passages[number].text)
    scored = [(_fits(e, said, corpus), e) for e in found if e.announced or wanted.plural]
    told = sorted(((s, e) for s, e in scored if s > 0), key=lambda t: -t[0])
    if not told or (len(told) > 1 and told[0][0] == told[1][0]):
        return ()
    return told[0][1].members


def _said(wanted: Wanted) -> frozenset[str]:
    """The words of the question, and what else they are called."""
    words = {wanted.question.words[i] for i in wanted.positions}
    return frozenset(words.union(*(wanted.alike.get(w, ()) for w in words)))


def _fits(one: Enumeration, said: frozenset[str], corpus: Corpus) -> float:
    """How telling the words of the question are that stand just before an enumeration; none inside it."""
    inside = [frozenset(stems(m)) for m in one.members]
    if sum(bool(words & said) and words <= said for words in inside) * 2 > len(inside):
        return 0.0  # the question gives the members itself
    before = frozenset(stems(one.lead)[-_NEAR:])
    return sum(corpus.idf(w) for w in sorted(before & said)) + (0.5 if one.announced else 0.0)
