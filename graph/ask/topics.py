"""Takes words that name nothing for a description: the things whose texts they describe best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.ask.contents import ContentSearch, Hit
from graph.ask.index import EntityIndex
from graph.ask.mentions import ThingMention
from graph.ask.paths import Path, Paths
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading

__all__ = ["Open", "Topics"]

_WORTH = 0.3  # a hit below this describes something else
_ALIKE = 0.94  # hits within this share of the best are as good as the best
_ALL = 0.97  # share of the words that a text must hold to be one of many that are meant
_CLASSES = 5
_SURE, _HALF = 0.95, 0.5
_DESCRIBED = 3  # words that describe a thing which is named by its number too
_SAME = 1.0  # from a thing described to another of its class, without a word for it
_TEXT_WORDS = 5
_FIRST = 0.5


Open = tuple[Reading, tuple[int, ...]]  # a reading with the words that it leaves over


@dataclass(frozen=True)
class Topics:
    """Proposes described things as conditions."""

    index: EntityIndex
    contents: ContentSearch
    paths: Paths

    def classes(self, question: Question) -> list[tuple[str, float]]:
        """Return the classes of the things that the question's words describe best."""
        named = question.links.named
        hits = self._hits(question, self._words(question, named | question.shape.tokens), ())
        best: dict[str, float] = {}
        for hit in hits:
            for cls in self.index.classes(hit.iri):
                best.setdefault(cls, hit.score)
        ranked = sorted(best.items(), key=lambda c: (-c[1], c[0]))[:_CLASSES]
        return [(cls, _FIRST * score + 0.2) for cls, score in ranked if score > _WORTH]

    def opened(self, question: Question, readings: Sequence[Reading]) -> list[Open]:
        """Return the readings, each with its words left over, which may describe something."""
        confirmed = (self._confirmed(question, reading) for reading in readings)
        return [(reading, self._left(question, reading)) for reading in confirmed]

    def foresee(self, left: Sequence[tuple[Question, tuple[int, ...]]]) -> None:
        """Take what words left over mean, all together."""
        self.contents.foresee([question.spelled(words) for question, words in left if words])

    def all_extended(self, question: Question, opened: Sequence[Open]) -> Iterator[Reading]:
        """Yield readings, and each with the things that its words left over describe as a condition."""
        for reading, words in opened:
            yield reading
            if words:
                yield from self._described(question, reading, words)

    def _left(self, question: Question, reading: Reading) -> tuple[int, ...]:
        words = self._words(question, reading.covered | self._pointing(question, reading.target.cls))
        return words or self._words(question, reading.covered)

    def _described(self, question: Question, reading: Reading, words: tuple[int, ...]) -> Iterator[Reading]:
        """The reading with the things that some words describe."""
        words = self._after_head(question, reading, words)
        hits = self._hits(question, words, reading.target.match)
        rooted = any(not c.path and c.things for c in reading.conditions)
        cues = frozenset(question.links.cues)
        found = []
        groups = self._of_head(question, reading, words, self._by_class(hits))
        for cls, group in self._as_subject(question, groups).items():
            for path in self.paths.find(reading.target.cls, cls)[:2]:
                if path or not rooted:
                    cost = max(0.0, self.paths.cost_from(reading.target.cls, path, cues))
                    same = path and cls == reading.target.cls and not cues & {s.property for s in path}
                    cost += _SAME if same else 0.0
                    found.append(self._condition(question, reading, group, (cls, path, cost), words))
        found.sort(key=lambda c: (0.12 * c.cost - c.score, c.cls, c.path))
        for condition in found[:_CLASSES]:
            yield self._told(question, reading, condition).with_condition(condition)

    def _of_head(
        self, question: Question, reading: Reading, words: tuple[int, ...], groups: dict[str, list[Hit]]
    ) -> dict[str, list[Hit]]:
        """'The goal of helping families …': what follows a noun describes things of that kind."""
        heavy = [i for i in words if i not in question.light]
        before = [
            m for m in question.links.classes if m.end <= heavy[0] and not m.tokens & reading.target.tokens
        ]
        if not before:
            return groups
        between = range(before[-1].end, heavy[0])
        turned = any(question.words[i] in self.contents.turns for i in between)
        if not turned or any(i in question.weights and i not in question.light for i in between):
            return groups
        kinds = {s.cls for s in before[-1].senses}
        own = {cls: hits for cls, hits in groups.items() if cls in kinds}
        return own if own or self.contents.subjects.leads(kinds, question.words, before[-1].end) else groups

    def _after_head(self, question: Question, reading: Reading, words: tuple[int, ...]) -> tuple[int, ...]:
        """'Stands under the priority about music': no weak word before a noun describes what follows it."""
        heavy = [i for i in words if i not in question.light]
        nouns = [m for m in question.links.classes if not m.tokens & reading.target.tokens]
        ends = [m.end for m in nouns if heavy and m.end <= heavy[0]]
        kinds = {s.cls for m in nouns if ends and m.end == ends[-1] for s in m.senses}
        if not ends or not self.contents.subjects.leads(kinds, question.words, ends[-1]):
            return words
        return tuple(i for i in words if i >= ends[-1])

    def _as_subject(self, question: Question, groups: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
        """'The goal that covers music' is not what the music department carries out."""
        if not self._leading(question):
            return groups
        return {cls: hits for cls, hits in groups.items() if cls not in self.contents.subjects.named}

    def _told(self, question: Question, reading: Reading, condition: Condition) -> Reading:
        """A name that stands in the text described is not passed over, or not altogether."""
        boolean = question.shape.boolean
        if boolean and condition.path:
            return reading
        told = [
            m
            for m in question.links.things
            if m.tokens <= condition.matched - reading.covered and not m.quiet
            if boolean or self._as_said(question, m, condition)
        ]
        given_back = sum(m.firm if boolean or m.firm < _SURE else _HALF * m.firm for m in told)
        skipped = reading.features.get("skipped", 0.0) - given_back
        return replace(reading, features={**reading.features, "skipped": max(0.0, round(skipped, 6))})

    def _as_said(self, question: Question, mention: ThingMention, condition: Condition) -> bool:
        """'Ms Day's plan' is one that is hers, not one of whose texts she is a word."""
        if not question.owns(mention.end):
            return condition.cls not in self.index.namelike
        names = {len(self.index.entities[t].label.split()) for t in condition.things[:1]}
        return all(n <= mention.end - mention.start + 1 for n in names)

    def _confirmed(self, question: Question, reading: Reading) -> Reading:
        """Words that only repeat what a thing named by its number says are accounted for."""
        texts = [
            t for c in reading.conditions if not c.topic for thing in c.things for t in self._long(thing)
        ]
        said = frozenset(w for text in texts for w in text)
        words = self._words(question, reading.covered)
        repeated = [i for i in words if self.contents.says(question.words[i], said)]
        if self._meant(question, reading, words):
            return replace(reading, covered=reading.covered | frozenset(words))
        if len(repeated) * 2 <= len(words):
            return reading
        return replace(reading, covered=reading.covered | frozenset(repeated))

    def _meant(self, question: Question, reading: Reading, words: tuple[int, ...]) -> bool:
        """Whether words describe, of all things of its class, the one that is called by its number."""
        numbered = [m for m in question.links.things if m.options[0].how == "number"]
        named = {t for m in numbered for o in m.options for t in o.things}
        things = {t for c in reading.conditions if not c.topic for t in c.things} & named
        if not things or len(words) < _DESCRIBED:
            return False
        kinds = {c for t in things for c in self.index.classes(t)}
        hits = [h for h in self._hits(question, words, ()) if kinds & set(self.index.classes(h.iri))]
        return bool(hits) and hits[0].iri in things and hits[0].score >= _WORTH

    def _pointing(self, question: Question, cls: str) -> frozenset[int]:
        """Words that point to a property of what is asked for describe nothing."""
        near = {p for step in self.paths.neighbours(cls) for p in self.paths.siblings(step.property)}
        return frozenset(i for p in near for i in question.links.cues.get(p, frozenset()))

    def _wholes(self, things: tuple[str, ...]) -> list[str]:
        """What is said of a whole, such as who does it, holds for its parts."""
        return [w for t in things for w in self.index.wholes.get(t, ())]

    def _matched(self, question: Question, tokens: frozenset[int], thing: str) -> frozenset[int]:
        said = self.contents.said_of(thing)
        return frozenset(i for i in tokens if self.contents.says(question.words[i], said))

    def _long(self, thing: str) -> list[frozenset[str]]:
        texts = self.contents.texts_of(thing)
        return [t.stems for t in texts if len(t.stems) >= _TEXT_WORDS]

    def _words(self, question: Question, covered: frozenset[int]) -> tuple[int, ...]:
        left = question.telling(covered)
        called = {i for m in question.links.things if m.options[0].how == "number" for i in m.tokens}
        heavy = tuple(i for i in left if i not in question.light and i not in called)
        return tuple(i for i in left if i not in self._leading(question)) if heavy else ()

    def _leading(self, question: Question) -> frozenset[int]:
        """Words that only lead from a thing to what it is about: 'the goal that deals with'."""
        spots = (
            self.contents.subjects.leads({s.cls for s in m.senses}, question.words, m.end)
            for m in question.links.classes
        )
        return frozenset(i for spot in spots for i in spot)

    def _hits(self, question: Question, positions: tuple[int, ...], match: tuple[str, ...]) -> list[Hit]:
        words = tuple(question.words[i] for i in positions)
        return self.contents.search(words, question.spelled(positions), match)

    def _by_class(self, hits: list[Hit]) -> dict[str, list[Hit]]:
        grouped: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.score >= _WORTH:
                for cls in self.index.classes(hit.iri):
                    if cls in self.paths.sorting:
                        continue  # such a record only joins things; what is told of it is told of them
                    grouped.setdefault(cls, []).append(hit)
        return grouped

    def _condition(
        self,
        question: Question,
        reading: Reading,
        group: list[Hit],
        way: tuple[str, Path, float],
        words: tuple[int, ...],
    ) -> Condition:
        cls, path, cost = way
        tokens = frozenset(words)
        many = not path and not question.shape.boolean
        chosen = [h for h in group if h.score >= _ALIKE * group[0].score or (many and h.lexical >= _ALL)]
        used = {p for step in path for p in self.paths.siblings(step.property)}
        cued = frozenset(i for p in used for i in question.links.cues.get(p, frozenset()))
        things = tuple(h.iri for h in chosen)
        return Condition(
            path,
            cls,
            things=tuple(dict.fromkeys([*things, *self._wholes(things)])) if path else things,
            tokens=tokens | cued | (self._leading(question) & question.weights.keys()),
            says=question.spelled(tokens),
            score=min(1.0, group[0].score * 1.1),
            cost=cost,
            topic=True,
            scores=tuple((h.iri, h.score) for h in chosen),
            matched=self._matched(question, tokens, group[0].iri),
            negated=bool(reading.conditions) and _negated_topic(question, tokens),
        )


def _negated_topic(question: Question, tokens: frozenset[int]) -> bool:
    begins = question.shape.negated_from
    return begins is not None and min(tokens) > begins and not question.shape.boolean
