"""Builds the possible readings of a question: typed, connected, and scored before anything is run."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from graph.ask.conditions import Conditions
from graph.ask.mentions import ThingMention, ValueMention
from graph.ask.paths import Path, Step
from graph.ask.qualifiers import Qualifiers
from graph.ask.question import Question
from graph.ask.ranking import scored
from graph.ask.reading import Condition, Operation, Reading, Target
from graph.ask.sayings import SaidWords
from graph.ask.targets import Targets
from graph.ask.topics import Open, Topics
from graph.ask.variants import variants

__all__ = ["Candidates"]

_BEAM = 8
_KEPT = 14
_OPERATIONS: tuple[Operation, ...] = ("most", "fewest", "count")
_NUMERIC = ("decimal", "integer", "double", "float", "int")
_PLACED = 0.3  # what is counted rather stands in a plan than that who has it owns the plan
_SURE = 0.95  # how firmly a name is linked that is surely one


@dataclass(frozen=True)
class _Begun:
    """Readings of one target before their words left over are looked for: together that is faster.

    `open` are readings with those words, `whole` those that are complete; `texts`: it asks for a text.
    """

    question: Question
    open: list[Open]
    whole: tuple[Reading, ...] = ()
    texts: bool = False


@dataclass(frozen=True)
class Candidates:
    """Proposes readings for each thing that a question asks for."""

    targets: Targets
    conditions: Conditions
    topics: Topics
    sayings: SaidWords
    qualifiers: Qualifiers

    def slots(self, question: Question) -> list[list[Reading]]:
        """Return, for each thing asked for, its readings, best first."""
        slots = self.targets.slots(question.words, question.shape, question.links)
        noun = self.sayings.noun(question)
        if noun and not any(t.tokens & noun.tokens for s in slots for t in s):
            said = [replace(self.targets._class(s.cls), filters=s.filters) for s in noun.senses]
            slots[0] = [replace(t, tokens=noun.tokens, at=-1) for t in said]
        if not question.shape.asked and not any(t.strict for t in slots[0]):
            slots[0] = [*slots[0], *self._by_content(question, slots[0])]
        return [self._ranked(question, targets) for targets in slots]

    def _by_content(self, question: Question, known: Sequence[Target]) -> list[Target]:
        """Where no noun says what is wanted, the classes of the things whose texts fit best."""
        have = {t.cls for t in known} | self.conditions.index.namelike
        classes = dict(self.topics.classes(question))
        for cls, of in self.targets.lexicon.settings.get("lists", {}).items():
            if cls in classes:  # who describes a list wants what stands in it
                weight = classes.pop(cls)
                classes |= {c: weight for c in self._entries(cls, of) if c not in classes}
        return [
            replace(self.targets._class(cls, weight), show=(), open=True)
            for cls, weight in classes.items()
            if cls not in have
        ]

    def _entries(self, cls: str, of: str) -> list[str]:
        """The classes of the things that stand in a kind of list."""
        edges = self.targets.profile.edges
        return sorted({e.source for e in edges if e.property == of and e.target == cls})

    def _ranked(self, question: Question, targets: Iterable[Target]) -> list[Reading]:
        begun = [self._begun(question.clause(target.at), target) for target in targets]
        self.topics.foresee([(b.question, words) for b in begun for _, words in b.open])
        readings = [r for one in begun for r in self._ended(one)]
        unique: dict[object, Reading] = {}
        for reading in _best_first((r.score, r) for r in readings):
            told = (reading.target.cls, reading.target.property, _conditions(reading), reading.counted)
            unique.setdefault(told, reading)
        return list(unique.values())[:_KEPT]

    def _by_description(self, question: Question, target: Target) -> list[Reading]:
        """A frame that asks after a text: all words describe it, but for where it stands."""
        kinds = [m.tokens for m in question.links.classes if any(s.cls == target.cls for s in m.senses)]
        start = Reading(target, covered=target.tokens.union(question.shape.tokens - question.named, *kinds))
        beam = [start]
        for mention in question.links.given:
            grown = [r for reading in beam for r in self.conditions.extended(question, reading, mention)]
            beam = [
                replace(r, features={})
                for r in grown
                if all(c.path or c.value_property for c in r.conditions)
            ]
            beam = _by_score(question, beam)[:_BEAM]
        return beam

    def _grouped(self, question: Question, target: Target) -> Reading | None:
        """'How many actions for each division': the divisions, each with its number."""
        shape = question.shape
        each = shape.cues.get("each") or frozenset(i for i, w in enumerate(question.words) if w == "each")
        if not (each and shape.has("count")):
            return None
        last = max(each)
        for mention in question.links.classes:
            if mention.start == last + 1 and mention.senses[0].cls != target.cls:
                sense = mention.senses[0]
                paths = self.conditions._ways(sense.cls, target.cls, frozenset(question.links.cues))
                covered = target.tokens | shape.tokens | mention.tokens
                if paths and paths[0]:
                    covered |= self.conditions._cued(question, paths[0])
                    grouping = Target(sense.cls, filters=sense.filters, weight=target.weight + 0.1)
                    return Reading(grouping, operation="group", counted=paths[0], covered=covered)
        return None

    def _measured(self, question: Question, reading: Reading) -> Reading:
        """'The largest budget' is one by its own number, where things of the class have one."""
        if reading.operation not in ("most", "fewest"):
            return reading
        own = [u for u in self.targets.profile.literals if u.cls == reading.target.cls]
        numbers = [u.property for u in own if u.datatype.endswith(_NUMERIC)]
        numbers = [p for p in numbers if p != reading.target.property]
        for prop in numbers:
            if tokens := question.links.cues.get(prop):
                return replace(reading, measure=prop, covered=reading.covered | tokens)
        return replace(reading, measure=numbers[0]) if len(numbers) == 1 else reading

    def _placed(self, reading: Reading) -> Iterator[Reading]:
        """'The most tasks in the report' counts the tasks that stand in it, whoever wrote it."""
        yield reading
        counted = reading.counted
        if not reading.ranks or not counted:
            return
        holder = self.targets.lexicon.settings.get("holder", {})
        cls, by = holder.get("class", ""), holder.get("by", "")
        held = any((e.source, e.property) == (counted[-1].cls, by) for e in self.targets.profile.edges)
        if not held or counted[-1].cls == cls:
            return
        way = (*counted, Step(by, False, cls))
        conditions = tuple(
            replace(c, path=way, cost=c.cost - _PLACED) if c.path and c.cls == cls and not c.negated else c
            for c in reading.conditions
        )
        if conditions != reading.conditions:
            yield replace(reading, conditions=conditions)

    def of_target(self, question: Question, target: Target) -> Iterator[Reading]:
        """Yield the readings by which things of one kind are asked for."""
        yield from self._ended(self._begun(question, target))

    def _begun(self, question: Question, target: Target) -> "_Begun":
        """Readings of one target that take no words for a description yet."""
        if said := self.sayings.of(question, target.cls):
            return self._built(said.question, target, said.condition)
        if self.sayings.unheard(question, target.cls):
            return _Begun(question, [])
        return self._built(question, target)

    def _ended(self, begun: "_Begun") -> Iterator[Reading]:
        """Yield what was begun, and each with what its words left over describe."""
        question = begun.question
        yield from (scored(question, reading) for reading in begun.whole)
        for last in self.topics.all_extended(question, begun.open):
            if begun.texts:
                yield scored(question, last)
                continue
            for counted in (*self._placed(last), *self._otherwise(question, last)):
                fits = self.qualifiers.coherent(counted)
                yield from (scored(question, v) for v in variants(question, counted) if fits)

    def _built(self, question: Question, target: Target, said: Condition | None = None) -> "_Begun":
        """Return readings with what the question mentions as conditions, under one that is known already."""
        if target.match:
            return _Begun(
                question, self.topics.opened(question, self._by_description(question, target)), texts=True
            )
        grouped = self._grouped(question, target)
        start = Reading(
            target,
            covered=target.tokens | question.shape.tokens,
            operation=_operation(question, target),
            limit=question.shape.threshold,
        )
        start = replace(start.with_condition(said), features={"said": 1.0}) if said else start
        beam = [start]
        things = sorted(question.links.things, key=lambda m: (m.options[0].how != "number", -m.firm, m.start))
        mentions: list[ThingMention | ValueMention] = [*things, *question.links.values]
        words = start  # the reading in which what may be just words is taken for words
        for mention in mentions:
            weak = isinstance(mention, ThingMention) and mention.firm < _SURE
            grown = [r for reading in beam for r in self.conditions.extended(question, reading, mention)]
            beam = _by_score(question, grown)[:_BEAM]
            plain = list(self.conditions.extended(question, words, mention))
            best = _by_score(question, plain)
            words = (plain[-1:] if weak else best[:1] or [words])[0]
        wholes = [
            _counting(question, _universal(question, completed))
            for reading in ([*beam, words] if words not in beam else beam)
            for completed in self.conditions.completed(question, self._measured(question, reading))
            if not _of_another(question, completed)
        ]
        return _Begun(question, self.topics.opened(question, wholes), (grouped,) if grouped else ())

    def _otherwise(self, question: Question, reading: Reading) -> Iterator[Reading]:
        """What is counted for a most or fewest may be joined by other direct ways."""
        if reading.operation not in ("most", "fewest") or len(reading.counted) != 1:
            return
        cues = frozenset(question.links.cues)
        for way in self.conditions._ways(reading.target.cls, reading.counted[-1].cls, cues):
            if len(way) == 1 and way != reading.counted:
                yield replace(reading, counted=way, features={**reading.features, "aside": 1.0})


def _operation(question: Question, target: Target) -> Operation:
    shape = question.shape
    if shape.boolean:
        return "boolean"
    limit = shape.threshold
    if limit and limit.classes and target.cls not in limit.classes and not target.property:
        return "having"
    if target.show:
        return "list"
    for name in _OPERATIONS:
        if shape.has(name) and not (name == "count" and target.property):
            return name
    return "list"


def _of_another(question: Question, reading: Reading) -> bool:
    """Whether 'are all A … B' is read as said of something else than the As."""
    spoken = {sense.cls for mention in question.links.classes for sense in mention.senses}
    return question.shape.has("universal") and question.shape.boolean and reading.target.cls not in spoken


def _universal(question: Question, reading: Reading) -> Reading:
    """'Do all A have B' is false where one of A lacks B: the last thing said is looked for as lacking."""
    if not question.shape.has("universal") or not reading.conditions:
        return reading
    last = max(reading.conditions, key=lambda c: max(c.tokens, default=0))
    others = tuple(c for c in reading.conditions if c is not last)
    if last.path and any(len(c.path) > len(last.path) == _shared(c.path, last.path) for c in others):
        return reading  # 'A that have B of C, and lack B' is said of nothing
    features = {**reading.features, "universal": 1.0}
    return replace(reading, conditions=(*others, replace(last, negated=True)), features=features)


def _shared(one: Path, other: Path) -> int:
    """How many steps two ways have in common from their beginning."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _counting(question: Question, reading: Reading) -> Reading:
    """'The most short-term tasks' counts tasks, which stand on the way to what is said of them."""
    if not reading.ranks or reading.counted or reading.measure:
        return reading
    spoken = {s.cls for m in question.links.classes for s in m.senses} - {reading.target.cls}
    for condition in reading.conditions:
        for number, step in enumerate(condition.path, 1):
            if step.cls in spoken and not condition.negated:
                return replace(reading, counted=condition.path[:number])
    return reading


def _by_score(question: Question, readings: Iterable[Reading]) -> list[Reading]:
    """Readings as they are, in the order of what they would score now."""
    return _best_first((scored(question, r).score, r) for r in readings)


def _best_first(readings: Iterable[tuple[float, Reading]]) -> list[Reading]:
    """Readings by their scores; what makes the order of equal ones certain is written out only for those."""
    ordered = sorted(readings, key=lambda r: -r[0])
    equals = [[r for _, r in group] for _, group in groupby(ordered, key=lambda r: r[0])]
    return [r for group in equals for r in (sorted(group, key=_key) if len(group) > 1 else group)]


def _conditions(reading: Reading) -> tuple[tuple[object, ...], ...]:
    told = (
        (c.path, c.things, c.value_property or "", _values(c), c.negated, c.only, c.topic)
        for c in reading.conditions
    )
    return tuple(sorted(told))


def _values(condition: Condition) -> str:
    return repr(condition.values) if condition.values else ""


def _key(reading: Reading) -> tuple[object, ...]:
    return (reading.target.cls, reading.target.property or "", _conditions(reading))
