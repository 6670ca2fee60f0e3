"""Takes the story away from around a question, by what the plans know of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import Links
from graph.ask.telling import Telling
from graph.ask.tokens import Token

__all__ = ["Stories"]

_FIRM = 0.5  # how firmly a name must be linked to stay where it is only told around the question


@dataclass(frozen=True)
class Stories:
    """What decides which words are only told around a question."""

    index: EntityIndex
    lexicon: Lexicon
    language: Language

    def plainly(self, tokens: Sequence[Token], text: str, links: Links) -> str:
        """Return the question without what is told around it, or '' where nothing is."""
        if not self.lexicon.terms:
            return ""
        firm = {i for m in links.things if m.firm >= _FIRM for i in range(m.start, m.end)}
        firm.update(i for m in links.values for i in m.tokens)
        firm.update(i for m in links.missing for i in m.tokens)
        kinds = frozenset(i for m in links.classes for i in m.tokens)
        said = Telling.english().of(
            tokens, text, frozenset(firm), lambda at: self._worth(tokens[at].stem, at in kinds)
        )
        starts = [t.start for t in tokens] + [len(text)]
        kept = [text[starts[i] : starts[i + 1]] for i in range(len(tokens)) if i not in said]
        return "".join(kept).strip() if said else ""

    def _worth(self, word: str, kind: bool) -> int:
        """0 for a small word, 1 for a common one or a kind, 2 for a telling one, 3 if the plans have it."""
        if word in self.language.stopwords:
            return 0
        if kind or word in self.language.light | self.lexicon.light or word in self.language.numbers:
            return 1
        synonyms = {w for s in self.lexicon.synonyms.find([word]) for w in s.meaning}
        return 2 + any(map(self.index.knows, {word} | synonyms))
