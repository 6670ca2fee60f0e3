"""Readings in plain words, so that a person can see how a question was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.ask.closed import closed
from graph.ask.execute import Found
from graph.ask.index import EntityIndex
from graph.ask.lexicon import expand, load_data
from graph.ask.paths import Path
from graph.ask.plural import plural_of
from graph.ask.profile import local_words
from graph.ask.reading import Condition, Reading
from graph.ask.sources import Sources

__all__ = ["PREPOSITIONS", "Wording", "reading_in_words"]

_NAMED = 3  # things that are named one by one
_LONG = 40  # characters; a longer label is a text, and quoted
_SHOWN = 70
_VERB = 2  # words of a label that is a verb
PREPOSITIONS = closed("prepositions")
_HISSING = ("ches", "shes", "sses", "xes")


def reading_in_words(found: Sequence[Found], sources: Sources) -> str:
    """Return what was understood, in plain words."""
    wording = Wording(sources.index)
    text = ", and ".join(dict.fromkeys(wording.reading(f.reading) for f in found))
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class _Phrases:
    """How the terms of a vocabulary are told, as `wording.yaml` says."""

    nouns: Mapping[str, Sequence[str]]
    says: Mapping[str, Sequence[str]]
    records: Mapping[tuple[str, ...], str]
    values: Mapping[str, str]

    @classmethod
    @cache
    def known(cls) -> "_Phrases":
        data = load_data("wording.yaml")
        prefixes = data["prefixes"]
        joined = {tuple(expand(k.split(), prefixes)): v for k, v in data["records"].items()}
        return cls(
            expand(data["nouns"], prefixes),
            expand(data["says"], prefixes),
            joined,
            expand(data["values"], prefixes),
        )


@dataclass(frozen=True)
class Wording:
    """Tells readings."""

    index: EntityIndex
    brief: bool = False

    def question(self, reading: Reading) -> str:
        """Return a question that asks for the things of a reading, where one can be made of it."""
        if reading.operation != "list" or reading.target.property or reading.target.show:
            return ""
        return f"Which {self._things(reading).replace(' that ', ' ', 1)}?"

    def reading(self, reading: Reading) -> str:
        """Return a reading in words, such as 'the number of actions that support recommendation 2'."""
        if reading.operation == "boolean":
            return self._whether(reading)
        if among := self._among(reading):
            return among + self._done(reading, self._things(reading).removeprefix(among))
        return self._done(reading, self._things(reading))

    def _done(self, reading: Reading, things: str) -> str:
        """What is done with the things that are asked for: shown by a value, counted, ranked, divided."""
        target = reading.target
        if target.property:
            things = f"the {_value_words(target.property)} of {things}"
        elif target.show:
            things = f"the {_listed([_value_words(p) for p in target.show])} of {things}"
        if reading.operation == "count":
            return f"the number of {things.removeprefix('the ')}"
        if reading.operation in ("most", "fewest"):
            return f"{things}{self._ranked(reading)}"
        if reading.operation == "having" and reading.limit and reading.counted:
            name = f"{reading.limit.words} {self.nouns(reading.counted[-1].cls)}"
            return f"{things} that {self._way(reading.counted, name)}"
        if reading.operation == "group":
            counted = self.nouns(reading.counted[-1].cls)
            return f"for each of the {things.removeprefix('the ')}, the number of {counted}"
        return things

    def nouns(self, cls: str) -> str:
        """Return what things of a class are called, in the plural."""
        known = _Phrases.known().nouns.get(cls)
        return known[1] if known else plural_of(local_words(cls))

    def _ranked(self, reading: Reading) -> str:
        best = "most" if reading.operation == "most" else "fewest"
        if reading.counted:
            name = f"the {best} {self.nouns(reading.counted[-1].cls)}"
            return f" that {self._way(reading.counted, name)}"
        extreme = "greatest" if reading.operation == "most" else "smallest"
        return (
            f" with the {extreme} {_value_words(reading.measure)}" if reading.measure else f" with the {best}"
        )

    def _whether(self, reading: Reading) -> str:
        """'Whether Oakdale is one of the schools that are in the tier STEADY'."""
        roots = [c for c in reading.conditions if not c.path and c.things]
        if not roots or reading.features.get("universal"):
            return f"whether there are {self._things(reading)}"
        rest = [c for c in reading.conditions if c is not roots[0]]
        if not rest:
            return f"whether there is {self._names(roots[0])}"
        return f"whether {self._names(roots[0])} is one of the {self._described(reading, rest)}"

    def _things(self, reading: Reading) -> str:
        """What is asked for with its conditions; a thing that is named itself stands for its class."""
        roots = [c for c in reading.conditions if not c.path and c.things and not c.topic and not c.negated]
        rest = [c for c in reading.conditions if not roots or c is not roots[0]]
        if roots and not rest and not reading.target.filters:
            return self._names(roots[0])
        if roots:
            return f"{self._among(reading)}the {self._described(reading, rest)}"
        return self._described(reading, rest)

    def _among(self, reading: Reading) -> str:
        """The things that are named themselves, of which some are asked for: 'of Oakdale and Elmwood, '."""
        roots = [c for c in reading.conditions if not c.path and c.things and not c.topic and not c.negated]
        more = len(reading.conditions) > 1 or reading.target.filters
        return f"of {self._names(roots[0])}, " if roots and more else ""

    def _described(self, reading: Reading, conditions: Sequence[Condition]) -> str:
        noun = self.nouns(reading.target.cls)
        kinds = [self._value(value) for _, value in reading.target.filters]
        for kind in kinds:
            noun = _of_kind(kind, noun)
        phrases = [self._phrase(c) for c in conditions]
        told = [p for p in phrases if p]
        return f"{noun} that {_listed(told)}" if told else noun

    def _phrase(self, condition: Condition) -> str:
        name = self._names(condition) if condition.things else self._any(condition)
        if condition.topic and condition.score < 1:
            name = self._about(condition)
        if condition.value_property or condition.unlike:
            return self._valued(condition)
        if not condition.path:
            told = f"speak of “{condition.says}”" if condition.topic else f"are {name}"
        else:
            told = self._way(condition.path, name)
        told = _denied(told) if condition.negated else told
        return f"{told} only" if condition.only else told

    def _valued(self, condition: Condition) -> str:
        prop, values = (
            _value_words(condition.value_property or ""),
            [str(v) for v in condition.values[:_NAMED]],
        )
        value = " or ".join({"true": "yes", "false": "no"}.get(v, v) for v in values)
        said = f"{prop} {value}" if value else prop
        if condition.unlike:
            said = f"text without a {condition.says}"
        if condition.unlike and not condition.path:
            return f"have a {said}"
        if not condition.path:
            return (
                f"have no {said}"
                if condition.negated
                else f"have {said}"
                if not value
                else f"have the {said}"
            )
        told = self._way(condition.path, f"{self.nouns(condition.path[-1].cls)} with the {said}")
        return _denied(told) if condition.negated else told

    def _about(self, condition: Condition) -> str:
        """Things that are described, with the one that fits best."""
        best = self.name(condition.things[0])
        return f"what is described as “{condition.says}” ({best})"

    def _any(self, condition: Condition) -> str:
        kinds = " ".join(self._value(v) for _, v in condition.filters)
        noun = self.nouns(condition.cls)
        noun = _of_kind(kinds, noun) if kinds else noun
        return f"any {noun}" if condition.negated else noun

    def _way(self, path: Path, name: str) -> str:
        """Say a way from its end: 'support recommendation 2', 'lead actions that support …'."""
        steps, told = list(path), ""
        while steps:
            pair = len(steps) > 1 and steps[-2].inverse and not steps[-1].inverse
            record = _Phrases.known().records.get((steps[-2].property, steps[-1].property)) if pair else None
            if record:
                steps = steps[:-2]
                told = f"{record} {name}"
            else:
                step = steps.pop()
                told = f"{_verb(step.property, inverse=step.inverse)} {name}"
            if steps:
                name = f"{self.nouns(steps[-1].cls)} that {told}"
        return told

    def _names(self, condition: Condition) -> str:
        """The things given: each by name, or what they were called together."""
        if len(condition.things) > _NAMED:
            spoken = condition.says if " " in condition.says else ""
            rest = len(condition.things) - _NAMED
            named = ", ".join(self.name(t) for t in condition.things[:_NAMED])
            return spoken if spoken.startswith("the ") else f"{named} or {rest} more"
        return " or ".join(self.name(t) for t in condition.things)

    def name(self, thing: str) -> str:
        """Return what a thing is called; a text is told by its kind and number, and quoted."""
        entity = self.index.entities.get(thing)
        if entity is None:
            return local_words(thing)
        if len(entity.label) <= _LONG:
            return entity.label
        kind = self.nouns(entity.classes[0]) if entity.classes else ""
        known = _Phrases.known().nouns.get(entity.classes[0]) if entity.classes else None
        kind = known[0] if known else local_words(entity.classes[0]) if kind else ""
        number = f"{kind} {entity.codes[0][1]} " if entity.codes and kind else ""
        if self.brief and number:
            return number.strip()
        return f"{number}“{_short(entity.label)}”"

    def _value(self, value: object) -> str:
        entity = self.index.entities.get(str(value))
        return (entity.label if entity else local_words(str(value))).lower()


def _of_kind(kind: str, noun: str) -> str:
    """Things of a kind in the plural; 'department plan' says already that it is a plan."""
    if kind in noun:
        return noun
    whole = noun.endswith(plural_of(kind.rsplit(maxsplit=1)[-1]))
    return plural_of(kind) if whole else f"{kind} {noun}"


def _verb(prop: str, *, inverse: bool) -> str:
    known = _Phrases.known().says.get(prop)
    if known:
        return known[1] if inverse else known[0]
    words = local_words(prop)
    bare = words.removeprefix("has ").removeprefix("is ")
    first, *rest = bare.split()
    verbal = bool(rest) and rest[-1] in PREPOSITIONS
    if inverse and (verbal or first.endswith("s")):
        return f"are “{bare}” for"
    if first.endswith("s") and len(bare.split()) <= _VERB:  # 'hangs in' of many things is 'hang in'
        return " ".join([first.removesuffix("es") if first.endswith(_HISSING) else first[:-1], *rest])
    if verbal:
        return f"are {bare}"
    return f"are the {bare} of" if inverse else f"have the {bare}"


def _value_words(prop: str) -> str:
    return _Phrases.known().values.get(prop) or local_words(prop)


def _denied(told: str) -> str:
    """'Are led by' becomes 'are not led by', 'support' becomes 'do not support'."""
    return f"are not {told.removeprefix('are ')}" if told.startswith("are ") else f"do not {told}"


def _listed(phrases: Sequence[str]) -> str:
    if len(phrases) < 2:
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])} and {phrases[-1]}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
