"""Finds the record that the parts of a question are about, where its words describe one."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.ask.bounds import Bound, Bounds
from graph.ask.contents import ContentSearch
from graph.ask.english import English
from graph.ask.execute import Executor, Found
from graph.ask.index import EntityIndex
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.records import Records, Resemblance
from graph.ask.targets import Targets

__all__ = ["Anchor", "Anchors"]

# Set on development questions; docs/question-engine.md tells which.
_LEAST = 0.46  # score of a record that is well described
_BEHIND = 0.14  # a record this far behind the best is not what was meant
_TOLD = 0.5  # share of the telling words that must stand in the record or beside it
_OWN = 0.34  # share that must stand in the record itself
_POINTING = 0.4  # weight of a word that points to a property
_CHAFF = 1.0  # weight of a common word that stands in no plan
_HINTED = 0.12  # what a noun for its kind is worth
_NUMBERED = 0.3  # what its number is worth
_PLACED = 0.55  # what the words for its plan are worth against words of its own
_TRIED = 4
_AHEAD = 0.2  # how far a record must be ahead that one rare word describes
_SELDOM = 3  # texts that hold a rare word
_INFLECTED = ("ed", "ing", "s")
_FREQUENT = 1500  # the most frequent words of English, which tell little of a matter
_MEANT, _HARDLY = 0.5, 0.1  # how near the meaning must be where a word is not known, and where all are
_SURE, _CLEAR = 0.75, 0.08


@dataclass(frozen=True)
class Anchor:
    """A record that is described: the share of the words told, its score, how far it is ahead of others."""

    found: Found
    told: float
    score: float
    ahead: float

    @property
    def sure(self) -> bool:
        """Whether it can be nothing else."""
        return self.told >= _SURE and self.ahead >= _CLEAR


@dataclass(frozen=True)
class _Description:
    """The words that describe something, each with its weight; the kinds that nouns among them name."""

    question: Question
    words: Mapping[int, tuple[str, float]]
    kinds: Mapping[str, frozenset[int]]
    bound: Bound

    def share(self, spots: Collection[int]) -> float:
        """Return the share of some of the words, by weight."""
        whole = sum(w for _, w in self.words.values()) or 1.0
        return sum(w for i, (_, w) in self.words.items() if i in spots) / whole


@dataclass(frozen=True)
class Anchors:
    """Finds what is described, within the bounds that the question names."""

    records: Records
    bounds: Bounds
    index: EntityIndex
    executor: Executor
    absent: frozenset[str] = frozenset()
    """Words for what plans do not say."""

    @classmethod
    def over(
        cls,
        contents: ContentSearch,
        index: EntityIndex,
        executor: Executor,
        targets: Targets,
        holders: Mapping[str, Mapping[str, str]],
    ) -> "Anchors":
        """Build on the texts of a graph; `holders` are the plans of each unit with their years."""
        records = Records(index, contents, executor, targets.lexicon, targets.profile)
        bounds = Bounds(records, holders, targets.holder)
        return cls(records, bounds, index, executor, targets.lexicon.absent)

    def of(
        self,
        question: Question,
        taken: frozenset[int],
        classes: Collection[str] = (),
        plans: Collection[str] = (),
    ) -> Iterator[Anchor]:
        """Yield the records that the words may describe, but for what they ask, the likeliest first.

        `classes` are the kinds that are meant, and `plans` where it must stand, where they are known.
        """
        about = self._description(question, taken, classes, plans)
        likely = sorted(
            (
                (self._score(about, like), like)
                for like in self._near(about)
                if self.bounds.hold(about.bound, like)
                and (not classes or set(classes) & set(self.index.classes(like.iri)))
            ),
            key=lambda s: (-s[0], s[1].iri),
        )
        for number, (score, like) in enumerate(likely[:_TRIED]):
            if score < max(_LEAST, likely[0][0] - _BEHIND):
                return
            others = (s for s, other in likely[number + 1 :] if not self._alike(like, other))
            ahead = score - max(others, default=0.0)
            told = self._told(about, like)
            if told >= _TOLD and self._likely(about, like, ahead):
                yield Anchor(self._found(about, like, score), told, score, ahead)

    def _description(
        self,
        question: Question,
        taken: frozenset[int],
        classes: Collection[str],
        plans: Collection[str],
    ) -> _Description:
        spots = [i for i in range(len(question.words)) if i not in taken]
        bound = self.bounds.of(question, spots)
        meant = frozenset(
            n for n in bound.numbered if not classes or set(classes) & set(self.index.classes(n))
        )
        bound = replace(bound, plans=bound.plans or frozenset(plans), numbered=meant)
        words = {
            i: (question.words[i], self._weight(question, i))
            for i in spots
            if i in question.weights and i not in bound.tokens
        }
        kinds = {
            s.cls: m.tokens
            for m in question.links.classes
            for s in m.senses
            if m.tokens <= set(spots) and s.cls != self.bounds.holder
        }
        return _Description(question, words, kinds, bound)

    def _near(self, about: _Description) -> Iterable[Resemblance]:
        return self.records.near(about.words, about.question.spelled(about.words))

    def _score(self, about: _Description, like: Resemblance) -> float:
        """How well a record fits, with what is said of its kind and of whose plan it stands in."""
        score = like.score
        if about.kinds.keys() & set(self.index.classes(like.iri)):
            score += _HINTED
        if like.iri in about.bound.numbered:
            score += _NUMBERED
        unsaid = about.bound.named(self.records.plans(like.iri)) - like.own
        return score + _PLACED * about.share(unsaid)

    def _alike(self, one: Resemblance, other: Resemblance) -> bool:
        """Whether two records say the same, or one is a part of the other."""
        return other.iri in self.records.linked(one.iri) or self._label(one.iri) == self._label(other.iri)

    def _label(self, iri: str) -> str:
        return self.index.entities[iri].label

    def _kind(self, about: _Description, like: Resemblance) -> frozenset[int]:
        return frozenset(i for c in self.index.classes(like.iri) for i in about.kinds.get(c, ()))

    def _told(self, about: _Description, like: Resemblance) -> float:
        """The share of the words that stand in the record or beside it; none if a name or number does not."""
        placed = about.bound.named(self.records.plans(like.iri))
        held = like.own | like.beside | self._kind(about, like) | placed
        light = about.question.light
        unheld = [i for i in about.words if i not in held]
        if any(_proper(about.question, i) for i in unheld if i not in light):
            return 0.0
        if any(about.question.words[i] in self.absent for i in unheld):
            return 0.0  # what was bought, spent, finished
        return about.share(held) if about.share(like.own) >= _OWN else 0.0

    def _likely(self, about: _Description, like: Resemblance, ahead: float) -> bool:
        """Whether enough telling words speak for a record, and no word foreign to the plans against it."""
        foreign = any(self._foreign(about.question, i) for i in about.words)
        if like.meaning < (_MEANT if foreign else _HARDLY):
            return False
        if like.iri in about.bound.numbered:
            return True
        telling = like.own - about.question.light - self._kind(about, like)
        words = {about.question.words[i] for i in telling}
        return len(words) > 1 or (ahead >= _AHEAD and any(self._rare(w) for w in words))

    def _foreign(self, question: Question, at: int) -> bool:
        """Whether a word names a matter of which no plan speaks: no everyday word, no deed told of."""
        if at in question.light or self.index.knows(question.words[at]):
            return False
        word, english = question.tokens[at].text.lower(), English.load()
        told = english.kinds.get(word) == "v" and word.endswith(_INFLECTED)
        return not told and english.rank(word) >= _FREQUENT

    def _rare(self, word: str) -> bool:
        return len(self.index.postings.get(word, ())) <= _SELDOM

    def _weight(self, question: Question, at: int) -> float:
        if any(at in spots for spots in question.links.cues.values()):
            return _POINTING
        weight = question.weights[at]
        told = self.index.knows(question.words[at]) or self._foreign(question, at)
        return weight if told else min(_CHAFF, weight)

    def _found(self, about: _Description, like: Resemblance, score: float) -> Found:
        tokens = frozenset(about.words)
        condition = Condition(
            (),
            self.index.classes(like.iri)[0],
            things=(like.iri,),
            tokens=tokens,
            says=about.question.spelled(tokens),
            score=min(1.0, score),
            topic=True,
            scores=((like.iri, score),),
            matched=like.own | like.beside,
        )
        features = {"explained": min(1.0, round(score, 3))}
        reading = Reading(Target(condition.cls), (condition,), covered=tokens, features=features)
        return self.executor.run(reading)


def _proper(question: Question, at: int) -> bool:
    """Whether a word is a name or a number."""
    token = question.tokens[at]
    if any(c.isdecimal() for c in token.text):
        return True
    before = question.text[question.tokens[at - 1].end : token.start].strip() if at else "."
    return token.text[:1].isupper() and before[-1:] not in {".", "?", "!", ":"} and bool(at)
