"""A question once it is read: its words, what was linked, its shape, and how much each word weighs."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.ask.closed import closed_stems
from graph.ask.english import English
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import Links
from graph.ask.shape import Shape
from graph.ask.tokens import Token

__all__ = ["Question", "weigh"]

_JOINERS = closed_stems("question_joiners")
_NEAR = 3  # words between 'only' and what it is said of
_UNKNOWN, _LEAST, _MOST, _LIGHT = 4.0, 1.0, 6.0, 0.4


@dataclass(frozen=True)
class Question:
    """A linked question with a reading of its shape."""

    text: str
    tokens: tuple[Token, ...]
    links: Links
    shape: Shape
    weights: dict[int, float] = field(default_factory=dict)
    light: frozenset[int] = frozenset()
    mended: dict[str, str] = field(default_factory=dict)
    """Whether a story around the question was put aside."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The stems of all words."""
        return tuple(t.stem for t in self.tokens)

    @property
    def lettered(self) -> bool:
        """Whether the question speaks of something by letters, such as 'NATO'."""
        mostly = sum(t.text.isupper() for t in self.tokens) * 2 > len(self.tokens) > 2
        content = [self.tokens[i].text for i in self.weights]
        return not mostly and any(t.rstrip("s").isupper() and len(t.rstrip("s")) > 1 for t in content)

    @property
    def named(self) -> frozenset[int]:
        """The positions of words that name something."""
        links = self.links
        return links.named | frozenset(i for m in links.classes for i in m.tokens)

    def beside(self, positions: frozenset[int]) -> bool:
        """Whether nothing but small words stands between the words at some positions that name things."""
        named = sorted(positions & self.links.named) or sorted(positions)
        between = [i for i in range(named[0], named[-1]) if i not in named]
        spoken = self.text[self.tokens[named[0]].end : self.tokens[named[-1]].start]
        joined = "," in spoken or any(self.words[i] in _JOINERS for i in between)
        return joined and all(i not in self.weights or i in self.light for i in between)

    def owns(self, end: int) -> bool:
        """Whether the words before a place stand in the possessive, before what they own."""
        owner = self.tokens[end - 1].text.lower().endswith(("'s", "’s"))
        return owner and any(m.start == end for m in self.links.classes)

    def alone(self, start: int, end: int) -> bool:
        """Whether 'only' is said of what stands at some words."""
        spots = self.shape.cues.get("only", frozenset())
        own = [_distance(i, start, end) for i in spots]
        if not own or min(own) > _NEAR:
            return False
        others = [m for m in self.links.given if not {*range(start, end)} & m.tokens]
        near = min(((_distance(i, m.start, m.end)) for m in others for i in spots), default=_NEAR + 1)
        return min(own) <= near

    def in_description(self, start: int, end: int) -> bool:
        """Whether words stand beside one that names nothing: both may describe one thing together."""
        cued = frozenset(i for spot in self.links.cues.values() for i in spot)
        taken = self.named | self.shape.tokens | cued | self.light
        beside = [(i, j) for i, j in ((start - 1, start), (end - 1, end)) if i >= 0 and j < len(self.tokens)]
        return any(
            self.tokens[j].start - self.tokens[i].end <= 1 and {i, j} & set(self.weights) - taken
            for i, j in beside
        )

    def clause(self, at: int) -> "Question":
        """Return the question as far as it concerns what is asked at a word.

        Where a question asks several things, each has its own clause; a clause that describes nothing
        of its own ("…, and who is responsible?") is about what the others describe.
        """
        heads = sorted({a.at for a in self.shape.asked})
        if len(heads) < 2 or at not in heads:
            return self
        ends = [*heads[1:], len(self.tokens)]
        own = frozenset(range(at, ends[heads.index(at)]))
        shaped = self.shape.tokens | frozenset(i for spot in self.links.cues.values() for i in spot)
        described = [i for i in own & set(self.weights) if i not in self.light and i not in shaped]
        classes = frozenset(i for m in self.links.classes for i in m.tokens)
        if not set(described) - classes:
            return self
        return self._only(own | frozenset(range(heads[0])))

    def _only(self, kept: frozenset[int]) -> "Question":
        links = replace(
            self.links,
            classes=tuple(m for m in self.links.classes if m.tokens & kept),
            things=tuple(m for m in self.links.things if m.tokens & kept),
            values=tuple(m for m in self.links.values if m.tokens & kept),
        )
        return replace(self, links=links, weights={i: w for i, w in self.weights.items() if i in kept})

    def telling(self, covered: frozenset[int]) -> tuple[int, ...]:
        """Return the positions of content words that nothing covers yet."""
        return tuple(i for i in self.weights if i not in covered)

    def spelled(self, positions: Iterable[int]) -> str:
        """Return the words at some positions as they were typed."""
        return " ".join(self.tokens[i].text for i in sorted(positions))


def _distance(at: int, start: int, end: int) -> int:
    """How many words lie between one word and some others."""
    return at - end + 1 if at >= end else start - at


def weigh(
    tokens: tuple[Token, ...],
    shape: Shape,
    links: Links,
    index: EntityIndex,
    lexicon: Lexicon,
    language: Language,
) -> tuple[dict[int, float], frozenset[int]]:
    """Return the weight of each content word, and which of them are light."""
    named = links.named | frozenset(i for m in links.nouns for i in m.tokens)
    formal = shape.tokens - named
    english = English.load()
    weights: dict[int, float] = {}
    light = set()
    spoken = _matters(tokens, lexicon, language)
    for at, token in enumerate(tokens):
        if at in formal - spoken or token.stem in "&#$%":
            continue
        lettered = at in links.named and token.text.isupper() and len(token.text) > 1
        if token.stem in language.stopwords and at not in spoken and not lettered:
            continue
        common = token.stem in language.light and not _deed(token, language)
        common = common or (at not in named and _around(token, index, english))
        if common or token.stem in lexicon.light or token.stem in language.numbers:
            weights[at] = _LIGHT
            light.add(at)
        else:
            weights[at] = (
                min(_MOST, max(_LEAST, index.idf(token.stem))) if index.knows(token.stem) else _UNKNOWN
            )
    return weights, frozenset(light)


def _around(token: Token, index: EntityIndex, english: English) -> bool:
    """An adverb or small word that stands nowhere in the graph says how something is asked, not what."""
    return english.says_little(token.text) and not index.knows(token.stem)


def _matters(tokens: tuple[Token, ...], lexicon: Lexicon, language: Language) -> set[int]:
    """Small words that name a matter together, such as 'well-being'."""
    words = [t.stem for t in tokens]
    spots = [s for s in lexicon.synonyms.find(words) if s.end - s.start > 1]
    return {i for s in spots if set(words[s.start : s.end]) <= language.stopwords for i in s.tokens}


def _deed(token: Token, language: Language) -> bool:
    """A common verb made a noun ("attendance", "enrolment") names a matter, and tells as much as any noun."""
    return token.stem in language.verbs and token.text.lower().endswith(_NOUN_ENDS)


_NOUN_ENDS = ("ance", "ence", "ment", "ments", "tion", "tions", "sion", "sions")
