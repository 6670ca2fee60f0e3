"""Settles which things are meant: by plan, age, place in a row, and by what is said beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ask.ages import Ages
from graph.ask.appositions import Appositions
from graph.ask.belonging import Belonging
from graph.ask.contents import ContentSearch
from graph.ask.endings import Endings
from graph.ask.lexicon import Language
from graph.ask.mentions import Links
from graph.ask.tokens import Token
from graph.ask.vocabulary import Vocabulary

__all__ = ["Settling"]


@dataclass(frozen=True)
class Settling:
    """Narrows what was linked by what stands beside it."""

    ages: Ages
    belonging: Belonging
    endings: Endings
    appositions: Appositions

    @classmethod
    def of(
        cls, ages: Ages, belonging: Belonging, contents: ContentSearch, vocabulary: Vocabulary
    ) -> "Settling":
        """Return what settles links over the things of some sources."""
        sources, lexicon = belonging.sources, belonging.lexicon
        endings = Endings(sources.index, sources, lexicon, vocabulary)
        return cls(ages, belonging, endings, Appositions(sources.index, contents, Language.english()))

    def settled(self, text: str, tokens: Sequence[Token], links: Links) -> Links:
        """Return the links where what is called by age, number or place is that of the plan beside it."""
        links = self.endings.opened(tokens, self.ages.named(tokens, links))
        links = self.endings.closed(self.belonging.narrowed(tokens, self.belonging.dated(tokens, links)))
        return self.appositions.settled(text, tokens, links)
