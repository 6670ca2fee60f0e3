"""Answers with what stands in a list, under a heading or within a whole whose own words the question uses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from rdflib import Literal, URIRef

from graph.ask.contents import ContentSearch
from graph.ask.execute import Executor, Found
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.paths import Step
from graph.ask.queries import query
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.shape import plural
from graph.ask.sources import Sources
from graph.ask.tokens import stems
from graph.ask.vocabulary import ClassSense, ValueSense

__all__ = ["Container", "Listing"]

# Set on development questions; docs/question-engine.md tells which.
_ENOUGH = 0.8  # share of the content words, by weight, that stand in the words of a list
_ENOUGH_OF_KIND = 0.65  # where just the kind of things is asked for that stands in the list
_TELLING = 2  # telling words of them, unless every one stands there
_AROUND = 0.8  # what a word counts that only stands where the list itself stands
_OWN = 0.15  # what it is worth that a list's own name is spoken whole
_PARTS = 2  # things that make a list
_SHAPES = (
    "most",
    "fewest",
    "negation",
    "more",
    "fewer",
    "compare",
    "expansion",
    "differ",
)


@dataclass(frozen=True)
class Container:
    """A list, a heading or a whole: how it is written, what stands in it, and by which words it is called."""

    cls: str
    members: tuple[str, ...]
    condition: Condition
    words: frozenset[str]


class Listing:
    """Finds the list that a question speaks of."""

    def __init__(
        self,
        index: EntityIndex,
        contents: ContentSearch,
        executor: Executor,
        sources: Sources,
        lexicon: Lexicon,
    ) -> None:
        self._index = index
        self._contents = contents
        self._executor = executor
        self._sources = sources
        self._lexicon = lexicon

    @cached_property
    def _containers(self) -> tuple[Container, ...]:
        return tuple(self._read())

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, container in enumerate(self._containers):
            for word in sorted(container.words):
                found[word].append(number)
        return found

    def _spoken_of(self, question: Question) -> list[Container]:
        """The containers in whose name a telling word of the question stands, or a synonym of one."""
        words = {question.words[i] for i in question.weights if i not in question.light}
        words |= {w for word in sorted(words) for s in self._lexicon.synonyms.find([word]) for w in s.meaning}
        return [self._containers[n] for n in sorted({n for w in words for n in self._by_word.get(w, ())})]

    def of(self, question: Question) -> Found | None:
        """Return what stands in the list whose words account best for the question, or nothing."""
        if not self._asks_for_things(question):
            return None
        scored = [
            (self._covered(question, c), c) for c in self._spoken_of(question) if self._fits(question, c)
        ]
        good = [
            (s, c) for s, c in scored if s[0] >= (_ENOUGH_OF_KIND if self._of_kind(question, c) else _ENOUGH)
        ]
        if not good:
            return None
        (share, tokens), best = max(good, key=lambda g: (self._rank(question, *g), g[1].condition.says))
        condition = replace(best.condition, tokens=tokens)
        reading = Reading(
            Target(best.cls),
            (condition,),
            operation="count" if question.shape.has("count") else "list",
            covered=tokens,
            features={"explained": round(share, 4)},
        )
        found = self._executor.run(replace(reading, score=share))
        return found if found.rows else None

    def _rank(self, question: Question, scored: tuple[float, frozenset[int]], container: Container) -> float:
        """Of two lists, the one all of whose own name is spoken."""
        own = sum(self._index.idf(w) for w in container.words) or 1.0
        spoken = sum(self._index.idf(w) for w in container.words & set(question.words))
        return round(scored[0] + _OWN * spoken / own, 4)

    def _asks_for_things(self, question: Question) -> bool:
        """Who asks when, or who, or whether, wants no list; who asks how many, its length."""
        shape = question.shape
        if shape.boolean or shape.cues.get("definition") or any(shape.has(s) for s in _SHAPES):
            return False
        if any(spot for _, notes in self._lexicon.noted for p in notes for spot in p.find(question.words)):
            return False  # 'paid by …' asks what a note says
        return not set(shape.roles) - ({"how"} if shape.has("count") else set())

    def _fits(self, question: Question, container: Container) -> bool:
        """A list has several things; those with names are asked for by their kind."""
        nouns = [a.noun for a in question.shape.asked if a.noun is not None]
        if question.shape.has("count"):  # what is counted is the list that is called by its name
            return not nouns and self._named(question, container)
        if not nouns:
            return True
        kinds: set[str] = {s.cls for s in nouns[0].senses if isinstance(s, ClassSense)}
        if not plural(question.tokens[nouns[0].end - 1].text):
            return False
        if self._of_kind(question, container):
            return True
        return not kinds & self._index.namelike and question.words[nouns[0].end - 1] in container.words

    def _named(self, question: Question, container: Container) -> bool:
        options = [o for m in question.links.things for o in m.options if o.how == "name"]
        return any(set(o.things) & set(container.condition.things) for o in options)

    def _of_kind(self, question: Question, container: Container) -> bool:
        """Whether the question asks for the kind of things that stand in the container."""
        nouns = [a.noun for a in question.shape.asked if a.noun is not None]
        return any(isinstance(s, ClassSense) and s.cls == container.cls for n in nouns[:1] for s in n.senses)

    def _covered(self, question: Question, container: Container) -> tuple[float, frozenset[int]]:
        """The share of the content words, by weight, that the container accounts for, and which they are."""
        linked = self._linked(question, container)
        if self._of_another(question, container, linked):
            return 0.0, frozenset()
        held: dict[int, float] = dict.fromkeys(linked, 1.0)
        told = {i for i in question.weights if self._contents.says(question.words[i], container.words)}
        telling = [i for i in question.weights if i not in question.light and (i in told or i not in linked)]
        if len(told.intersection(telling)) < max(1, min(_TELLING, len(telling))):
            return 0.0, frozenset()
        for at in question.weights:
            if at not in held:
                held |= self._said(question, at, container)
        total = sum(question.weights.values())
        share = sum(w * held.get(i, 0.0) for i, w in question.weights.items()) / total
        return share, frozenset(held)

    def _of_another(self, question: Question, container: Container, linked: frozenset[int]) -> bool:
        """Whether a thing called by number is asked for, or one of another kind with its subject."""
        links, words = question.links, question.words
        numbers = [m.tokens for m in links.things if m.options[0].how == "number"]
        if any(not tokens & linked for tokens in numbers):
            return True
        own = {container.cls, *(c for t in container.condition.things for c in self._index.classes(t))}
        kinds = [({s.cls for s in m.senses}, m.end) for m in links.classes]
        return any(not k & own and bool(self._contents.subjects.leads(k, words, end)) for k, end in kinds)

    def _said(self, question: Question, at: int, container: Container) -> dict[int, float]:
        word = question.words[at]
        if self._contents.says(word, container.words):
            return {at: 1.0}
        if self._contents.says(word, self._around(container)):
            return {at: _AROUND}
        number = question.tokens[at].text
        return {at: 1.0} if number == str(len(container.members)) else {}

    def _linked(self, question: Question, container: Container) -> frozenset[int]:
        """Words that name what the container is joined to, or what stands in it."""
        beside = self._beside(container)
        kinds = {c for t in (*container.members, *beside) for c in self._index.classes(t)}
        links = question.links
        named = [m for m in links.classes if any(s.cls in kinds for s in m.senses)]
        near = [m for m in links.things if any(set(o.things) & beside for o in m.options)]
        dated = [m for m in links.values if any(self._has(container, s) for s in m.senses)]
        spots = [m.tokens for m in named] + [m.tokens for m in near] + [m.tokens for m in dated]
        return frozenset().union(*spots) & frozenset(question.weights)

    def _has(self, container: Container, sense: ValueSense) -> bool:
        """Whether what the container is joined to, such as its plan, has a value, such as a year."""
        owners = [t for t in self._beside(container) if sense.cls in self._index.classes(t)]
        return any(sense.value in self._sources.values(t, sense.property) for t in owners)

    def _read(self) -> Iterator[Container]:
        settings = self._lexicon.settings
        for prop in sorted({*settings.get("lists", {}).values(), *settings.get("wholes", {}).values()}):
            yield from self._wholes(prop)
        for prop in settings.get("headings", ()) if "holder" in settings else ():
            yield from self._headed(prop)

    def _wholes(self, prop: str) -> Iterator[Container]:
        members: dict[str, list[str]] = defaultdict(list)
        for row in self._executor.select(query("narrower"), {"property": URIRef(prop)}):
            members[str(row["broader"])].append(str(row["thing"]))
        for whole, parts in sorted(members.items()):
            cls = next(iter(self._index.classes(whole)), "")
            if len(parts) >= _PARTS and cls:
                says = self._sources.label(whole)
                condition = Condition((Step(prop, False, cls),), cls, (whole,), says=says)
                yield Container(self._kind(parts), tuple(parts), condition, self._words([whole]))

    def _headed(self, prop: str) -> Iterator[Container]:
        """What stands under one heading of one plan."""
        by = self._lexicon.settings["holder"]["by"]
        rows = self._executor.select(query("narrower"), {"property": URIRef(by)})
        plans = {str(r["thing"]): str(r["broader"]) for r in rows}
        held: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self._executor.select(query("valued"), {"property": URIRef(prop)}):
            thing = str(row["thing"])
            held[str(row["value"]), plans.get(thing, "")].append(thing)
        for (heading, _), things in sorted(held.items()):
            if len(things) >= _PARTS:
                cls = self._kind(things)
                condition = Condition((), cls, value_property=prop, values=(Literal(heading),), says=heading)
                yield Container(cls, tuple(things), condition, frozenset(stems(heading)))

    def _kind(self, things: Iterable[str]) -> str:
        counts = Counter(c for t in things for c in self._index.classes(t))
        return max(sorted(counts), key=lambda c: counts[c], default="")

    def _beside(self, container: Container) -> frozenset[str]:
        """The container, and what it and its first member are joined to: its plan, who does it."""
        whole = container.condition.things
        return frozenset(whole).union(*(self._sources.joined(t) for t in (*whole, container.members[0])))

    def _around(self, container: Container) -> frozenset[str]:
        """The words of the texts among which the container stands."""
        beside = self._beside(container) - set(container.condition.things)
        return self._words(
            t for t in sorted(beside) if not self._index.namelike & set(self._index.classes(t))
        )

    def _words(self, things: Iterable[str]) -> frozenset[str]:
        return frozenset(w for t in things for text in self._contents.texts_of(t) for w in text.stems)
