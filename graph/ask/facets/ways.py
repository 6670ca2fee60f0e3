"""Ways from one kind of thing to another, cheapest first; words for a property bring its ways nearer."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from graph.ask.closed import closed
from graph.ask.facets.mentions import Linked
from graph.ask.facets.schema import Schema
from graph.ask.facets.terms import Hop, Relation, Way

__all__ = ["Ways"]

_LONGEST = 3.0  # hops; one to or from a mere record counts half
_RECORD = 0.5
_CUED = 0.85  # what words for a property are worth
_SIDEWAYS = 0.9  # to a shared thing and back to others that share it
_RISING = 0.4  # within a hierarchy
_RARE = 0.15  # for a property that fewer things have than another between the same classes
_TURNED = 0.7  # against the order of the words
_OWNED = 1.2  # and of one who owns it
_LONGER = 0.03  # for each further step: of two ways that cost the same the shorter one
_CROSSED = 0.6  # against the order in which the steps are spoken of
_LEAST = 0.1
_KEPT = 60


class Ways:
    """Finds ways through the schema of a graph."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._out: dict[str, list[tuple[Hop, Relation]]] = defaultdict(list)
        for r in schema.relations:
            self._out[r.source].append((Hop(r.property, False, r.target), r))
            self._out[r.target].append((Hop(r.property, True, r.source), r))
        self._most: dict[tuple[str, str], int] = defaultdict(int)
        for r in schema.relations:
            for pair in ((r.source, r.target), (r.target, r.source)):
                self._most[pair] = max(self._most[pair], r.pairs)
        self._pairs = {(r.property, r.source, r.target): r.pairs for r in schema.relations}
        self.all = lru_cache(maxsize=10_000)(self._all)

    def hops(self, cls: str) -> list[Hop]:
        """Return every step from a class."""
        return [hop for hop, _ in self._out.get(cls, ())]

    def many(self, cls: str, way: Way) -> bool:
        """Whether a way leads from one thing to several."""
        return self._spread(cls, way, backwards=False)

    def several(self, cls: str, way: Way) -> bool:
        """Whether several things of a class may lead to one and the same end by a way."""
        return self._spread(cls, way, backwards=True)

    def _spread(self, cls: str, way: Way, *, backwards: bool) -> bool:
        """Whether some step of a way, walked in one direction, leads from one thing to several."""
        here = cls
        for hop in way:
            r = next((r for h, r in self._out[here] if h == hop), None)
            if r and r.pairs > (r.targets if hop.inverse != backwards else r.sources):
                return True
            here = hop.cls
        return False

    def ranked(
        self, source: str, target: str, linked: Linked, span: Sequence[int] = (), kept: int = 3
    ) -> list[tuple[Way, float]]:
        """Return the likeliest ways for a question with their costs; `span` is where the end is named."""
        priced = [(way, self.cost(source, way, linked, span)) for way in self.all(source, target)]
        priced.sort(key=lambda p: (p[1], [(h.property, h.inverse, h.cls) for h in p[0]]))
        return priced[:kept]

    def cost(self, source: str, way: Way, linked: Linked, span: Sequence[int] = ()) -> float:
        """Return how far-fetched a way is for a question."""
        total, here = _LONGER * max(0, len(way) - 1), source
        for number, hop in enumerate(way):
            cue = linked.cue(hop.property)
            cost = _RECORD if {here, hop.cls} & self._schema.unnamed else 1.0
            cost += _RARE * (self._rare(here, hop))
            cost -= _CUED * min(1.0, cue.strength)
            if number and hop.inverse and not way[number - 1].inverse and here not in self._schema.unnamed:
                cost += _SIDEWAYS
            if hop.property in self._schema.hierarchies and len(way) > 1:
                cost += _RISING
            if here == hop.cls and span:
                owner = linked.tokens[span[-1]].text.lower().endswith(("'s", "’s"))  # 'Ann's boss'
                cost += (_OWNED if owner else _TURNED) * _against(hop, linked, cue.tokens, span)
            total += max(_LEAST, cost)
            here = hop.cls
        return total + _CROSSED * _crossed(way, linked, span)

    def _rare(self, here: str, hop: Hop) -> bool:
        pair = (hop.cls, here) if hop.inverse else (here, hop.cls)
        return 2 * self._pairs.get((hop.property, *pair), 0) < self._most[pair]

    def _all(self, source: str, target: str) -> tuple[Way, ...]:
        found: list[Way] = [()] if source == target else []
        waiting: list[tuple[Way, str, float]] = [((), source, 0.0)]
        while waiting:
            way, here, length = waiting.pop()
            for hop, _ in self._out.get(here, ()):
                longer = length + (_RECORD if {here, hop.cls} & self._schema.unnamed else 1.0)
                if way and not self._schema.meet(way[-1], hop):
                    continue
                if longer > _LONGEST or self._returns(way, hop, source if source != target else ""):
                    continue
                if hop.cls == target:
                    found.append((*way, hop))
                    found += [(*way, hop, own) for own in self._own(target) if own.property != hop.property]
                if hop.cls not in (target, source) and len(way) < 4:
                    waiting.append(((*way, hop), hop.cls, longer))
        found.sort(key=lambda w: (len(w), [(h.property, h.inverse, h.cls) for h in w]))
        return tuple(found[: 4 * _KEPT])

    def _own(self, cls: str) -> list[Hop]:
        """The steps from things of a class to others of it: 'the parts of …'."""
        return [hop for hop, _ in self._out.get(cls, ()) if hop.cls == cls]

    def _returns(self, way: Way, hop: Hop, source: str) -> bool:
        """Back by the same property is where one came from, unless through a record of many."""
        if any(h.cls == hop.cls for h in way) or (way and hop.cls == source):
            return True
        return bool(way) and way[-1].property == hop.property and way[-1].inverse != hop.inverse


def _crossed(way: Way, linked: Linked, span: Sequence[int]) -> bool:
    """Words for the first step stand nearer to what is asked for than words for the next one."""
    spots = [min(c.tokens) for h in way if (c := linked.cue(h.property)).tokens]
    return bool(span) and any(b < a < span[0] for a, b in pairwise(spots))


def _against(hop: Hop, linked: Linked, cue: frozenset[int], span: Sequence[int]) -> bool:
    """Between things of one class the order of words tells who does it: 'who reports to Ann'."""
    words = linked.words
    subject = bool(closed("do") & set(words[max(0, span[0] - 2) : span[0]]))
    if cue:
        subject = span[0] < min(cue)  # the thing named does it: the property leads from it
        passive = max(cue) + 1 < len(words) and words[max(cue) + 1] == "by"
        return hop.inverse != (subject and not passive)
    return hop.inverse != subject
