"""By what things are ranked: a value of theirs, or how many or how much of something belongs to them."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.ask.facets.marks import Marks, Superlative
from graph.ask.facets.mentions import Linked, OfClass, Span
from graph.ask.facets.readings import Rank, Reading
from graph.ask.facets.speech import Speech
from graph.ask.facets.terms import Attribute, Way
from graph.ask.facets.ways import Ways

__all__ = ["NEAR", "RankOption", "Ranks", "counted_ways"]

NEAR = 5  # words between 'most' and what there is most of
_FAR = 3.0
_ONE = 1.0  # cost of counting what there is only one of
_WORTH = 1.2
_UNSAID = 0.8
_SAID = 0.3  # for a value that the superlative itself names

RankOption = tuple[Rank, float, frozenset[int]]


@dataclass(frozen=True)
class Ranks:
    """Finds what a superlative may be about."""

    ways: Ways
    numbers: tuple[Attribute, ...] = ()

    def of(
        self, linked: Linked, marks: Marks, reading: Reading, superlative: Superlative
    ) -> Iterator[RankOption]:
        """Yield what things may be ranked by, with its cost and the words that say so."""
        attribute = reading.goal.attribute
        if superlative.frequent:
            yield from self._frequent(linked, reading, superlative)
        elif attribute and (own := _own_class(linked, reading, superlative)):
            yield _rank((), attribute, "times", superlative), 0.0, own
        else:
            yield from self._by_value(linked, marks, reading, superlative)
            yield from self._by_number(linked, reading, superlative)

    def _by_value(
        self, linked: Linked, marks: Marks, reading: Reading, superlative: Superlative
    ) -> Iterator[RankOption]:
        root = reading.goal.root
        options: list[tuple[float, str, RankOption]] = []
        last = superlative.at == len(linked.words) - 1  # 'earns the most'
        for attribute, cue in linked.attributes.items():
            apart = [superlative.at - t if last else t - superlative.at for t in cue.tokens]
            if attribute == reading.goal.attribute or not any(0 <= d <= NEAR for d in apart):
                continue
            for way, cost in self.ways.ranked(root, attribute.owner, linked, (), 1):
                if way and _bare(linked, superlative, cue.tokens):
                    continue
                how = self._how(marks, root, way, attribute, superlative)
                if cost <= _FAR and how:
                    said = superlative.at in cue.tokens
                    price = cost + _WORTH - min(_WORTH, cue.strength) - _SAID * said
                    rank = _rank(way, attribute, how, superlative)
                    option = rank, max(0.0, price), cue.tokens | _cued(linked, way)
                    options.append((price, repr(attribute.path), option))
        if not options:
            options = list(self._lone(root, superlative))
        options.sort(key=lambda o: (o[0], o[1]))
        yield from (option for _, _, option in options[:3])

    def _lone(self, root: str, superlative: Superlative) -> Iterator[tuple[float, str, RankOption]]:
        """The only number that things of a kind have, where no word says by what they are ranked."""
        numbers = [a for a in self.numbers if a.owner == root]
        if len(numbers) == 1 and superlative.sized:
            yield _UNSAID, "", (_rank((), numbers[0], "value", superlative), _UNSAID, frozenset())

    def _how(self, marks: Marks, root: str, way: Way, attribute: Attribute, superlative: Superlative) -> str:
        """Numbers rank by themselves, or summed up where there are many; other values are counted."""
        if not attribute.numeric:
            return "" if superlative.sized or attribute.distinct < 2 or attribute.things < 2 else "count"
        if attribute.dated:
            return "value" if superlative.sized else ""  # there is no most of a date
        summed = not superlative.sized or marks.aggregate == "sum"
        return "sum" if summed and self.ways.many(root, way) else "value"

    def _by_number(self, linked: Linked, reading: Reading, superlative: Superlative) -> Iterator[RankOption]:
        """'The most books', 'the largest number of objects': by how many there are."""
        span = next((s for s in linked.spans if 0 < s.start - superlative.at <= NEAR), None)
        for sense in span.senses if span else ():
            if span and isinstance(sense, OfClass):
                for way, cost in counted_ways(self.ways, linked, reading, sense.cls, span):
                    words = span.tokens | _cued(linked, way)
                    yield _rank(way, None, "count", superlative), cost + 1 - sense.score, words

    def _frequent(self, linked: Linked, reading: Reading, superlative: Superlative) -> Iterator[RankOption]:
        """'The most common material': by how many things have it."""
        root = reading.goal.root
        if reading.goal.attribute:
            yield _rank((), reading.goal.attribute, "times", superlative), 0.3, frozenset()
            return
        options = [(self.ways.cost(root, (hop,), linked), hop) for hop in self.ways.hops(root) if hop.inverse]
        for cost, hop in sorted(options, key=lambda o: (o[0], o[1].property, o[1].cls))[:2]:
            yield _rank((hop,), None, "count", superlative), cost, frozenset()


def counted_ways(
    ways: Ways, linked: Linked, reading: Reading, cls: str, span: Span
) -> Iterator[tuple[Way, float]]:
    """Yield the ways to things that are counted; to others of one's own kind only through what is named."""
    root = reading.goal.root
    before = {
        s.cls
        for other in linked.spans
        if other.end <= span.start
        for s in other.senses
        if isinstance(s, OfClass)
    }
    for way, cost in ways.ranked(root, cls, linked, range(span.start, span.end), 3 if cls != root else 9):
        through = cls != root or any(hop.cls in before - {root} for hop in way)
        price = cost + (0.0 if ways.many(root, way) else _ONE)
        if way and through and price <= _FAR:
            yield way, price


def _rank(way: Way, attribute: Attribute | None, how: str, superlative: Superlative) -> Rank:
    return Rank(way, attribute, how, superlative.most, superlative.limit, nth=superlative.nth)


def _bare(linked: Linked, superlative: Superlative, tokens: frozenset[int]) -> bool:
    """'Highest' alone is not the height of something else; 'most expensive' is its price."""
    speech = Speech.english()
    general = linked.words[superlative.at] in speech.words("more") | speech.words("less")
    return general and tokens == {superlative.at}


def _cued(linked: Linked, way: Way) -> frozenset[int]:
    return frozenset(t for h in way for t in linked.cue(h.property).tokens)


def _own_class(linked: Linked, reading: Reading, superlative: Superlative) -> frozenset[int]:
    """'Which country has the most suppliers': the words for the things that have the value asked for."""
    for span in linked.spans:
        if 0 < span.start - superlative.at <= NEAR:
            own = any(isinstance(s, OfClass) and s.cls == reading.goal.root for s in span.senses)
            return span.tokens if own else frozenset()
    return frozenset()
