"""Turns what a question mentions into conditions on what it asks for, by ways through the schema."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rdflib import Literal

from graph.ask.denials import Denials, negated
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.mentions import ClassMention, ThingMention, ThingOption, ValueMention
from graph.ask.paths import Path, Paths
from graph.ask.profile import Profile
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading
from graph.ask.tokens import stems
from graph.ask.vocabulary import ClassSense

__all__ = ["Conditions"]

_WAYS = 3  # ways from the thing asked for to a thing mentioned that are tried
_FIRM = 0.6  # below this a name may be just a word
_VALUE = 0.3  # a value may belong to many classes
_SPOKEN = 0.5  # it rather belongs to one that the question speaks of
_NEAREST = -1.0  # cost of the way that every word points to
_DOUBT = 2.0
_LONG = 5  # words of a name that is rather a text
_FEW = 5  # things of a class that 'all' can be said of one by one
_PASSING = 1.25  # cost up to which a class that is merely mentioned is taken for a condition
_MENTIONED = 0.85  # how well a class accounts for its words where it is made a condition
_DENIED = 2.3  # and where it is said not to be there
_RANKED = ("most", "fewest", "having")
_FAR = 3.1  # cost above which a named thing has nothing to do with what is asked for


@dataclass(frozen=True)
class Conditions:
    """Proposes conditions for mentions."""

    index: EntityIndex
    paths: Paths
    lexicon: Lexicon
    profile: Profile

    @property
    def denials(self) -> Denials:
        """What is made of denials."""
        return Denials(self.paths, self.profile)

    def extended(
        self, question: Question, reading: Reading, mention: ThingMention | ValueMention
    ) -> Iterator[Reading]:
        """Yield the reading with each way of taking a mention, and without it."""
        if isinstance(mention, ThingMention):
            if mention.firm < _FIRM and self._repeats(question, reading, mention):
                yield replace(reading, covered=reading.covered | mention.tokens)
            for option in _merged(mention.options):
                if mention.quiet and option.cls != reading.target.cls:
                    continue
                yield from self._with_thing(question, reading, mention, option)
        else:
            yield from self._with_value(question, reading, mention)
        if isinstance(mention, ThingMention) and mention.needed:
            return
        cost = mention.firm if isinstance(mention, ThingMention) and not mention.quiet else 0.0
        cost = 0.5 if isinstance(mention, ValueMention) else cost
        skipped = reading.features.get("skipped", 0.0) + cost
        yield replace(reading, features={**reading.features, "skipped": skipped})

    def _of_context(self, path: Path) -> bool:
        """Whether a way only leads to the plan in which something stands."""
        return bool(path) and path[-1].property in self.lexicon.listed("context")

    def _repeats(self, question: Question, reading: Reading, mention: ThingMention) -> bool:
        """Say whether a weak name only repeats words of a thing that is named already."""
        words = {question.words[i] for i in range(mention.start, mention.end)}
        texts = [c for c in reading.conditions if c.cls not in self.index.namelike]
        names = [n for c in texts for t in c.things for n in self.index.entities[t].names]
        return any(words <= set(stems(n)) for n in names if len(n.split()) > _LONG)

    def _with_thing(
        self, question: Question, reading: Reading, mention: ThingMention, option: ThingOption
    ) -> Iterator[Reading]:
        cues = self.denials.cues(question, mention.start)
        rooted = any(not c.path and c.things for c in reading.conditions)
        for path in self._ways(reading.target.cls, option.cls, cues):
            if path and option.cls == reading.target.cls and not cues & {p.property for p in path}:
                continue  # to another of the same class only by words for it
            if self.paths.cost_from(reading.target.cls, path, cues) > _FAR or (
                path and option.cls == reading.target.cls and rooted and not question.shape.boolean
            ):
                continue
            if not path and rooted:
                yield from self._also(question, reading, mention, option)
                continue
            condition = Condition(
                path,
                option.cls,
                things=self._with_narrower(option.things),
                tokens=mention.tokens | self._cued(question, path),
                says=mention.text,
                score=option.score,
                cost=max(_NEAREST, self.paths.cost_from(reading.target.cls, path, cues)) + _doubt(mention),
                negated=negated(question, mention.start, context=self._of_context(path)),
                only=question.alone(mention.start, mention.end),
            )
            yield reading.with_condition(condition)

    def _also(
        self, question: Question, reading: Reading, mention: ThingMention, option: ThingOption
    ) -> Iterator[Reading]:
        """Several things of the class asked for, named one beside the other, are all of them meant."""
        for number, condition in enumerate(reading.conditions):
            beside = question.beside(condition.tokens | mention.tokens)
            if beside and not condition.path and condition.things and condition.cls == option.cls:
                joined = replace(
                    condition,
                    things=tuple(dict.fromkeys([*condition.things, *option.things])),
                    tokens=condition.tokens | mention.tokens,
                )
                others = (*reading.conditions[:number], *reading.conditions[number + 1 :])
                yield replace(reading, conditions=(*others, joined), covered=reading.covered | mention.tokens)

    def _with_value(self, question: Question, reading: Reading, mention: ValueMention) -> Iterator[Reading]:
        grouped: dict[tuple[str, str], list[Literal]] = {}
        for sense in mention.senses:
            grouped.setdefault((sense.cls, sense.property), []).append(sense.value)
        cues = frozenset(question.links.cues)
        spoken = {s.cls for m in question.links.classes for s in m.senses}
        found = [
            Condition(
                path,
                cls,
                value_property=prop,
                values=tuple(values),
                tokens=mention.tokens,
                says=mention.text,
                cost=max(_NEAREST, self.paths.cost_from(reading.target.cls, path, cues))
                + _VALUE
                - (_SPOKEN if cls in spoken else 0.0),
                negated=negated(question, mention.start, context=self._of_context(path)),
            )
            for (cls, prop), values in grouped.items()
            for path in self._ways(reading.target.cls, cls, cues)[: _WAYS if reading.ranks else 1]
        ]
        found.sort(key=lambda c: (c.cost, c.cls, c.value_property or ""))
        for condition in found[: 2 * _WAYS if reading.ranks else 4]:
            yield reading.with_condition(condition)

    def completed(self, question: Question, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with the classes that the question merely mentions."""
        others = reading.target.tokens.union(*(a.tokens for a in question.shape.asked))
        mentions = [m for m in question.links.classes if not m.tokens <= others]
        yield self._completed(question, reading, mentions)
        described = [m for m in mentions if question.in_description(m.start, m.end)]
        if described:  # 'the bus checking process' speaks of no bus
            yield self._completed(question, reading, [m for m in mentions if m not in described])

    def _completed(self, question: Question, reading: Reading, mentions: list[ClassMention]) -> Reading:
        for mention in mentions:
            reading = self._with_class(question, reading, mention)
        reading = self._with_flags(question, reading)
        if question.shape.has("all"):
            reading = self._with_all(question, reading)
        return self._by_cue(question, reading)

    def _with_flags(self, question: Question, reading: Reading) -> Reading:
        """'needs more money', 'takes none': what things of the class say yes or no to."""
        for prop in sorted(self.profile.flags(reading.target.cls) & set(question.links.cues)):
            tokens = question.links.cues[prop]
            if question.shape.flag_denied and "whether" in question.words[: min(tokens)]:
                unsaid = Condition((), reading.target.cls, value_property=prop, tokens=tokens, negated=True)
                reading = reading.with_condition(replace(unsaid, says=question.spelled(tokens)))
                continue
            value = Literal(not question.shape.flag_denied)
            reading = reading.with_condition(
                Condition((), reading.target.cls, value_property=prop, values=(value,), tokens=tokens,
                          says=question.spelled(tokens))
            )  # fmt: skip
        return reading

    def _by_cue(self, question: Question, reading: Reading) -> Reading:
        """'Leads most': a phrase for a property stands for what the property leads to."""
        if reading.operation not in ("most", "fewest") or reading.counted or reading.measure:
            reading = self.denials.lacking(question, self.denials.unwritten(question, reading))
            return self.denials.by_phrase(question, reading)
        for step in self.paths.neighbours(reading.target.cls):
            if question.links.cues.get(step.property):
                cued = self._cued(question, (step,))
                return replace(reading, counted=(step,), covered=reading.covered | cued)
        return reading

    def _with_all(self, question: Question, reading: Reading) -> Reading:
        """'in all three columns': every one of a few things that stand in an order."""
        for mention in question.links.classes:
            members = self.index.members(mention.senses[0].cls)
            paths = self._ways(reading.target.cls, mention.senses[0].cls, frozenset(question.links.cues))[:1]
            if not 1 < len(members) <= _FEW or not paths or not paths[0]:
                continue
            for member in members:
                reading = reading.with_condition(
                    Condition(paths[0], mention.senses[0].cls, (member,), tokens=mention.tokens,
                              says=self.index.entities[member].label)
                )  # fmt: skip
        return reading

    def _with_class(self, question: Question, reading: Reading, mention: ClassMention) -> Reading:
        denied = negated(question, mention.start)
        if self._said_already(question, reading, mention, negated=denied):
            return replace(reading, covered=reading.covered | mention.tokens)
        best = self._nearest(question, reading, mention, negated=denied)
        narrowed = not (reading.target.role or reading.target.filters)  # 'which goals are focus goals'
        if best is None or not (best[1] or (narrowed and best[2].filters)):
            return replace(reading, covered=reading.covered | mention.tokens) if best else reading
        cost, path, sense = best
        cued = mention.tokens | self._cued(question, path)
        if reading.operation in _RANKED and not denied and not reading.counted:
            return replace(reading, counted=path, covered=reading.covered | cued)
        condition = Condition(
            path,
            sense.cls,
            filters=sense.filters,
            tokens=cued,
            says=question.spelled(mention.tokens),
            score=_MENTIONED,
            cost=max(0.0, cost) * 0.5,
            negated=denied,
        )
        reading = reading.with_condition(condition)
        for other in self.denials.ways(question, reading, condition)[:_WAYS]:
            reading = reading.with_condition(replace(condition, path=other, cost=0.0))
        return reading

    def _said_already(
        self, question: Question, reading: Reading, mention: ClassMention, *, negated: bool
    ) -> bool:
        """A class on the way to something that is named, or of what holds everything, adds nothing."""
        beside = any(mention.start - 1 in c.tokens for c in reading.conditions)  # 'a long-term task'
        if question.shape.has("universal") and mention is question.links.classes[-1] and not beside:
            return all(s.cls == reading.target.cls for s in mention.senses)  # it is what all should have
        holder = self.lexicon.settings.get("holder", {}).get("class")
        if not negated and any(s.cls == holder for s in mention.senses):
            cues = frozenset(question.links.cues)
            ways = self._ways(reading.target.cls, holder or "", cues)[:1]
            return not any(len(way) == 1 and way[0].property in cues for way in ways)
        return any(
            self._passing(reading, sense.cls)
            and (not sense.filters or sense.filters == reading.target.filters)
            for sense in mention.senses
        )

    def _nearest(
        self, question: Question, reading: Reading, mention: ClassMention, *, negated: bool
    ) -> tuple[float, Path, ClassSense] | None:
        cues = frozenset(question.links.cues)
        context = self.lexicon.listed("context")
        found = []
        for sense in mention.senses:
            for path in self._ways(reading.target.cls, sense.cls, cues)[:1]:
                cost = self.paths.cost_from(reading.target.cls, path, cues)
                through = len(path) > 1 and any(s.property in context for s in path)
                strict = negated or question.shape.boolean or reading.operation in _RANKED
                if cost <= (_DENIED if strict else _PASSING) and (strict or not through):
                    found.append((cost, path, sense))
        return min(found, key=lambda f: f[0], default=None)

    def _passing(self, reading: Reading, cls: str) -> bool:
        if reading.target.cls == cls:
            return True
        return any(c.cls == cls or any(step.cls == cls for step in c.path) for c in reading.conditions)

    def _cued(self, question: Question, path: Path) -> frozenset[int]:
        """Words that point to the properties of a way, or to others between the same classes."""
        used = {p for step in path for p in self.paths.siblings(step.property)}
        return frozenset(i for p in used for i in question.links.cues.get(p, frozenset()))

    def _ways(self, source: str, target: str, cues: frozenset[str]) -> list[Path]:
        found = self.paths.find(source, target)
        return sorted(found, key=lambda p: (self.paths.cost_from(source, p, cues), repr(p)))[:_WAYS]

    def _with_narrower(self, things: tuple[str, ...]) -> tuple[str, ...]:
        below = [n for t in things for n in self.index.narrower.get(t, ())]
        return tuple(dict.fromkeys([*things, *below]))


def _doubt(mention: ThingMention) -> float:
    """What it costs to take for a name what may be just a word."""
    return _DOUBT * (1 - mention.firm) if mention.firm < _FIRM else 0.0


def _merged(options: tuple[ThingOption, ...]) -> list[ThingOption]:
    """Things of one class that bear the same name, found equally well, are taken together."""
    merged: dict[tuple[str, float], ThingOption] = {}
    for option in options:
        key = (option.cls, option.score)
        known = merged.get(key)
        things = (*(known.things if known else ()), *option.things)
        merged[key] = replace(option, things=tuple(dict.fromkeys(things)))
    return list(merged.values())
