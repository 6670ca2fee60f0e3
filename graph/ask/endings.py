"""The last of things that are numbered: 'the last goal of the library plan' has the highest number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.mentions import ClassMention, Links, ThingMention, ThingOption
from graph.ask.shape import plural
from graph.ask.sources import Sources
from graph.ask.tokens import Token
from graph.ask.vocabulary import ClassSense, Vocabulary

__all__ = ["Endings"]

_LAST = frozenset({"last", "final"})
_TEXT = "last"


@dataclass(frozen=True)
class Endings:
    """Finds what is last, plan by plan."""

    index: EntityIndex
    sources: Sources
    lexicon: Lexicon
    vocabulary: Vocabulary

    def opened(self, tokens: Sequence[Token], links: Links) -> Links:
        """Return the links where 'the last goal' may be any goal that has a number."""
        found = [m for c in links.classes if (m := self._mention(tokens, c))]
        spots = frozenset(i for m in found for i in m.tokens)
        if not found or spots & links.named:
            return links
        classes = tuple(c for c in links.classes if not c.tokens & spots)
        things = tuple(sorted([*links.things, *found], key=lambda m: m.start))
        return replace(links, classes=classes, things=things)

    def closed(self, links: Links) -> Links:
        """Return the links where each of them is the last of its plan."""
        things = tuple(self._ended(m) if m.text == _TEXT else m for m in links.things)
        return replace(links, things=things)

    def _mention(self, tokens: Sequence[Token], noun: ClassMention) -> ThingMention | None:
        before = tokens[noun.start - 1].stem if noun.start else ""
        if before not in _LAST or plural(tokens[noun.end - 1].text):
            return None
        options = [o for sense in noun.senses if (o := self._option(sense))]
        return ThingMention(noun.start - 1, noun.end, _TEXT, tuple(options)) if options else None

    def _option(self, sense: ClassSense) -> ThingOption | None:
        things = [t for t in self.index.members(sense.cls) if self._number(t) and self._fits(t, sense)]
        return ThingOption(sense.cls, tuple(things), 1.0, "number") if len(things) > 1 else None

    def _fits(self, thing: str, sense: ClassSense) -> bool:
        members = self.vocabulary.kind_members
        return all(thing in members.get((sense.cls, p, str(v)), ()) for p, v in sense.filters)

    def _number(self, thing: str) -> int:
        numbers = [int(v) for _, v in self.index.entities[thing].codes if v.isdecimal()]
        return max(numbers, default=0)

    def _ended(self, mention: ThingMention) -> ThingMention:
        options = tuple(replace(o, things=self._lasts(o.things)) for o in mention.options)
        return replace(mention, options=options)

    def _lasts(self, things: Sequence[str]) -> tuple[str, ...]:
        """The thing with the highest number of each plan."""
        by = self.lexicon.settings.get("holder", {}).get("by", "")
        lasts: dict[tuple[str, ...], str] = {}
        for thing in things:
            plans = tuple(sorted(str(v) for v in self.sources.values(thing, by)))
            if plans not in lasts or self._number(thing) > self._number(lasts[plans]):
                lasts[plans] = thing
        return tuple(lasts.values())
