"""What texts must say, word for word: 'actions that mention the board' are all that hold the word."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import ClassMention, ThingMention
from graph.ask.paths import Paths
from graph.ask.phrases import Spot
from graph.ask.question import Question
from graph.ask.reading import Condition
from graph.ask.tokens import stem, stems

__all__ = ["Said", "SaidWords"]

_SCORE = 0.97  # how well words account for texts that hold them
_NAMED = 0.8  # how firmly a name must be linked to end what is said
_BREAK = re.compile(r"[,;:?()\[\]—–]|\s-\s")
_PAST = "ed"
_OR = "or"
_SHORT = 3  # letters of a word that is not shortened further
_ARTICLES = frozenset({"a", "an", "ani"})
_JOINERS = frozenset({"and", "or"})


@dataclass(frozen=True)
class Said:
    """Words that texts must hold: the condition, and the question without the links of those words."""

    question: Question
    condition: Condition


@dataclass(frozen=True)
class _Cue:
    """Of which noun something is said, by which words, in which property, or in any text."""

    noun: ClassMention
    words: frozenset[int]
    property: str


@dataclass(frozen=True)
class SaidWords:
    """Finds, in a question about texts, which words they must hold."""

    index: EntityIndex
    lexicon: Lexicon
    language: Language
    paths: Paths

    def noun(self, question: Question) -> ClassMention | None:
        """Return the noun whose things must say something, if the question asks so."""
        found = self._cue(question)
        return found.noun if found else None

    def of(self, question: Question, cls: str) -> Said | None:
        """Return the condition that things of a class hold the words, or nothing."""
        found = self._cue(question)
        if found is None or all(s.cls != cls for s in found.noun.senses):
            return None
        noun, cue = found.noun, found.words
        inner = [i for i in range(min(cue), max(cue)) if i not in cue] if found.property else []
        span = range(inner[0], inner[-1] + 1) if inner else self._span(question, max(cue) + 1)
        said = [i for i in span if question.words[i] not in self.language.stopwords]
        if not said or self._typed(question, cls, said) or self._kinds(question, said):
            return None
        groups = [g for g in (self._dated(question, said), said, self._heavy(question, said)) if g]
        things = next((t for g in groups if (t := self._holding(question, (cls, found.property), g))), ())
        if not things:
            return None
        tokens = frozenset(range(min(cue), max(*cue, *span) + 1))
        condition = Condition(
            (), cls, things, tokens=tokens, says=question.spelled(span), score=_SCORE, topic=True,
            scores=tuple((t, _SCORE) for t in things), matched=tokens,
        )  # fmt: skip
        return Said(_without(question, tokens, noun), condition)

    def unheard(self, question: Question, cls: str) -> bool:
        """Say whether notes are asked for that hold some words, and none does."""
        found = self._cue(question)
        noted = found is not None and found.property and any(s.cls == cls for s in found.noun.senses)
        return bool(noted) and self.of(question, cls) is None

    def _cue(self, question: Question) -> "_Cue | None":
        """The noun and the verb after it, where only small words or names stand between."""
        open_ = self.lexicon.listed("open")
        for noun in question.links.classes:
            if not any(s.cls in open_ or s.cls not in self.index.namelike for s in noun.senses):
                continue
            for prop, patterns in (*self.lexicon.noted, ("", self.language.sayings)):
                for cue in (c for p in patterns for c in p.find(question.words)):
                    if self._follows(question, noun, cue):
                        return _Cue(noun, cue, prop)
        return None

    def _follows(self, question: Question, noun: ClassMention, cue: frozenset[int]) -> bool:
        first = min(cue)
        if first < noun.end or question.tokens[first].text.lower().endswith(_PAST):
            return False
        named = question.links.named | question.light
        return all(i in named or question.words[i] in self._small for i in range(noun.end, first))

    @property
    def _small(self) -> frozenset[str]:
        return self.language.stopwords

    def _span(self, question: Question, begin: int) -> range:
        """The words that are said: to the end of the clause, or to what says where or whose."""
        ends = {min(s) for p in self.language.saying_tails for s in p.find(question.words)}
        at = begin
        while at < len(question.tokens):
            between = question.text[question.tokens[at - 1].end : question.tokens[at].start]
            stops = question.words[at] in self.language.saying_ends or at in ends
            if (at > begin and (_BREAK.search(between) or self._turned(question, at))) or stops:
                break
            at += 1
        while at > begin and question.words[at - 1] in self.language.stopwords:
            at -= 1
        return range(begin, at)

    def _turned(self, question: Question, at: int) -> bool:
        """'… in the road map', '… for recommendation 2': a small word before something that is named."""
        if question.words[at] not in self.language.turns or question.words[at] == "of":
            return False
        begun = at + 1
        while begun < len(question.words) and question.words[begun] in self.language.stopwords:
            begun += 1
        firm = [m for m in question.links.things if m.start == begun and m.firm >= _NAMED and not m.quiet]
        return bool(firm) or any(v.start == begun for v in question.links.values)

    def _typed(self, question: Question, cls: str, said: Sequence[int]) -> bool:
        """Whether what is said names just a thing to which things of the class are joined directly."""
        for mention in question.links.things:
            if set(said) <= mention.tokens and self._joined(cls, mention):
                return True
        return False

    def _joined(self, cls: str, mention: ThingMention) -> bool:
        context = self.lexicon.listed("context")
        direct = {s.cls for s in self.paths.neighbours(cls) if s.property not in context}
        return any(o.cls in direct for o in mention.options) and mention.firm >= _NAMED

    def _dated(self, question: Question, said: Sequence[int]) -> list[int]:
        """'The school year 2017-18' is said where 2017-18 stands."""
        years = {i for v in question.links.values for i in v.tokens} & set(said)
        nouns = {i for m in question.links.nouns for i in m.tokens}
        return [i for i in said if i in years or i not in nouns | question.light] if years else []

    def _heavy(self, question: Question, said: Sequence[int]) -> list[int]:
        return [i for i in said if i not in question.light]

    def _kinds(self, question: Question, said: Sequence[int]) -> bool:
        """'Steps that name a person' asks for a kind of thing, not for the word."""
        kinds = {i for m in question.links.classes for i in m.tokens}
        return set(said) <= kinds and question.words[said[0] - 1] in _ARTICLES

    def _holding(self, question: Question, of: tuple[str, str], said: Sequence[int]) -> tuple[str, ...]:
        """All things of a class whose texts hold the words, one beside the other where some do so."""
        words = tuple(_forms(question.tokens[i].text) for i in said)
        if _OR in question.words[said[0] : said[-1]]:
            return self._wholes({t for w in words for t in self._with(of, (w,))})
        found = self._with(of, words)
        spots: list[Spot[tuple[str, ...]]] = [
            s for s in self.lexicon.synonyms.find(question.words)
            if set(said) <= s.tokens <= set(range(said[0] - 1, said[-1] + 2))
        ]  # fmt: skip
        if len(words) > 1 or not found:
            others = [tuple(frozenset({w}) for w in s.meaning if self._tells(w)) for s in spots]
            found = found | {t for o in others for t in self._with(of, o)}
        return self._wholes(found)

    def _tells(self, word: str) -> bool:
        return word not in self.language.stopwords

    def _with(self, of: tuple[str, str], words: tuple[frozenset[str], ...]) -> set[str]:
        """Things with texts that hold all words; only those where they stand together, if there are some."""
        postings = [{n for w in forms for n in self.index.postings.get(w, ())} for forms in words]
        texts = [self.index.texts[n] for n in sorted(set.intersection(*postings))] if postings else []
        cls, prop = of
        texts = [t for t in texts if cls in self.index.classes(t.iri) and prop in ("", t.property)]
        beside = [t for t in texts if _together(words, t.text, self.language)]
        return {t.iri for t in beside or texts}

    def _wholes(self, things: Iterable[str]) -> tuple[str, ...]:
        """Without parts of what holds the words itself."""
        found = set(things)
        return tuple(sorted(t for t in found if not found & set(self.index.wholes.get(t, ()))))


def _forms(word: str) -> frozenset[str]:
    """The stems of a word, of its singular and of its plural."""
    plain = word.lower().removesuffix("'s").removesuffix("’s")
    written = {plain, plain + "s", plain + "es", plain.removesuffix("s"), plain.removesuffix("es")}
    written |= {plain.removesuffix("ies") + "y"} if plain.endswith("ies") else set()
    return frozenset(stem(w) for w in written if len(w) >= min(_SHORT, len(plain)))


def _together(words: tuple[frozenset[str], ...], text: str, language: Language) -> bool:
    """Whether words stand one after the other; 'red and blue walls' are red walls too."""
    said = stems(text)
    joined = [w for i, w in enumerate(said) if not _JOINERS & set(said[max(0, i - 1) : i])]
    return any(_run(words, kept, language) for kept in (said, joined))


def _run(words: tuple[frozenset[str], ...], said: Sequence[str], language: Language) -> bool:
    telling = [w for w in said if w not in language.stopwords]
    starts = range(len(telling) - len(words) + 1)
    return any(all(telling[at + i] in forms for i, forms in enumerate(words)) for at in starts)


def _without(question: Question, tokens: frozenset[int], noun: ClassMention) -> Question:
    """The question without the links of some words, but for the noun that they are said of."""
    links = question.links
    cues: Mapping[str, frozenset[int]] = {p: c for p, c in links.cues.items() if not c & tokens}
    kept = replace(
        links,
        classes=tuple(m for m in links.classes if not m.tokens & tokens or m is noun),
        properties=tuple(m for m in links.properties if not m.tokens & tokens),
        things=tuple(m for m in links.things if not m.tokens & tokens),
        values=tuple(m for m in links.values if not m.tokens & tokens),
        cues=dict(cues),
    )
    return replace(question, links=kept)
