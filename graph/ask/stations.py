"""The stations that a question with several parts asks for: "which goal, who, and when"."""

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.ask.heads import OPENERS
from graph.ask.lexicon import Language
from graph.ask.mentions import ClassMention, PropertyMention
from graph.ask.paths import Paths
from graph.ask.question import Question
from graph.ask.reading import Target
from graph.ask.shape import Asked, plural
from graph.ask.targets import Targets
from graph.ask.vocabulary import PropertySense

__all__ = ["Station", "Stations"]

_SEVERAL = 2
_LATER = 0.05  # what a further meaning of one way of asking is less likely
_NOUN = 2  # words from a question word to its noun
_BESIDE = 6  # words between two parts of a list
_DEEDS = frozenset({"do", "to"})
_JOINS = ",?+&/"
_ENDS = ":;"
_MARKS = ":;-–—>?."


@dataclass(frozen=True, slots=True)
class Station:
    """One part of a question: what it may be, and whether it is the thing itself that is meant."""

    at: int
    targets: tuple[Target, ...]
    tokens: frozenset[int]
    itself: bool = False
    near: frozenset[int] = frozenset()
    """The words beside it, from the part before to the part after."""


@dataclass(frozen=True)
class Stations:
    """Reads the parts of a question."""

    targets: Targets
    paths: Paths

    def of(self, question: Question) -> list[Station]:
        """Return the parts in their order, the thing itself among them where it is asked for."""
        spoken = [*self._spoken(question), *self._saying(question)]
        taken = {i for s in spoken for i in s.tokens}
        asked = [a for a in self._asked(question) if not a.tokens & taken]
        stations = [*spoken, *(s for a in asked if (s := self._station(question, a)).targets)]
        stations = sorted(
            _once([*stations, *self._itself(question, stations)], self._places(question)), key=lambda s: s.at
        )
        return [replace(s, near=_near(question, s, stations)) for s in stations]

    def _asked(self, question: Question) -> list[Asked]:
        """What question words ask for, or what stands in a list; a list after a mark is always asked."""
        asked = [a for a in question.shape.asked if not _beginning(question, a)]
        listed = list(self._listed(question))
        if len(listed) < 2:
            return asked
        if not asked or _begins(question, listed[0]):
            known = {i for a in listed for i in a.tokens}
            after = (a for a in asked if a.at > listed[0].at and not a.tokens & known)
            return [*listed, *after]
        near = asked[0].at <= listed[0].at <= asked[0].at + _NOUN
        return listed if near and len(asked) < _SEVERAL else asked

    def _spoken(self, question: Question) -> Iterator[Station]:
        """What is asked for in a way that names it by no noun: 'by what is it measured'."""
        taken: set[int] = set()
        for part in self.targets.lexicon.parts:
            for spot in (s for pattern in part.patterns for s in pattern.find(question.words)):
                free = not taken & spot and not spot & question.links.named
                if free and (found := tuple(self._meant(part.meanings, spot))):
                    taken |= spot
                    yield Station(min(spot), found, spot)

    def _saying(self, question: Question) -> Iterator[Station]:
        """'What does the service say' asks for the service."""
        spots = sorted(question.shape.cues.get("definition", frozenset()))
        for at, end in ((i, spots[-1]) for i in spots if question.words[i] == "what"):
            nouns = [m for m in question.links.classes if at < m.start and m.end <= end]
            if nouns:
                targets = tuple(self.targets.of_term(nouns[-1].senses[0].cls, 1.0, nouns[-1].tokens))
                yield Station(at, targets, nouns[-1].tokens | {at})

    def _places(self, question: Question) -> frozenset[int]:
        """Where plans are named."""
        holder = self.targets.holder
        return frozenset(m.start for m in question.links.things if any(o.cls == holder for o in m.options))

    def _meant(self, meanings: Sequence[str], tokens: frozenset[int]) -> Iterator[Target]:
        for number, iri in enumerate(meanings):
            yield from self.targets.of_term(iri, 1.0 - _LATER * number, tokens)

    def framed(self, question: Question) -> list[Target]:
        """Return what the question asks for in a way that describes a text, such as 'what happens if'."""
        return [t for t in self.targets.framed(question.words) if t.match or t.strict]

    def words(self, question: Question, stations: Sequence[Station]) -> frozenset[int]:
        """Return the words that say what is asked, and not of what."""
        classes = {t.cls for s in stations for t in s.targets}
        tokens = frozenset(i for s in stations for i in s.tokens)
        cued = (spots for prop, spots in question.links.cues.items() if self._joins(prop, classes))
        return tokens | (question.shape.tokens - question.links.named) | frozenset(i for c in cued for i in c)

    def _joins(self, prop: str, classes: set[str]) -> bool:
        return any(s.property == prop for cls in sorted(classes) for s in self.paths.neighbours(cls)) or any(
            u.property == prop and u.cls in classes for u in self.targets.profile.literals
        )

    def _station(self, question: Question, asked: Asked) -> Station:
        asked = self._whose(question, asked)
        found = tuple(self.targets.of_asked(asked, question.shape, question.links))
        tokens = frozenset(i for t in found for i in t.tokens) | asked.tokens
        return Station(asked.at, found, tokens)

    def _whose(self, question: Question, asked: Asked) -> Asked:
        """'Whose study is it' asks who, unless it is a plan that is somebody's."""
        holder = self.targets.holder
        noun = asked.noun
        if question.words[asked.at] != "whose" or not isinstance(noun, ClassMention):
            return asked
        held = any(s.cls == holder for s in noun.senses)
        return asked if held else Asked(asked.at, "who", None, False, asked.tokens)

    def _listed(self, question: Question) -> Iterator[Asked]:
        """'…: goal, unit and timing', 'trace it up to the step, the priority and the office'."""
        runs: list[list[Asked]] = [[]]
        for part in _parts(question):
            if runs[-1] and not _joined(question, runs[-1][-1], part):
                runs.append([])
            if not any(_alike(part, known) for known in runs[-1]):
                runs[-1].append(part)
        longest = max(runs, key=len)
        if len(longest) > 1:
            yield from longest

    def _itself(self, question: Question, stations: Sequence[Station]) -> Iterator[Station]:
        """'…: what, who, when' asks for the thing too."""
        heads = {i for s in stations for i in s.tokens}
        for at, word in enumerate(question.words):
            if word == "what" and at not in heads and _itself(question, at):
                yield Station(at, (), frozenset({at}), itself=True)
                return


def _once(stations: Sequence[Station], places: Collection[int]) -> list[Station]:
    """'In what years, and when' asks once, but for parts that name plans of their own."""
    kept: list[Station] = []
    for one in sorted(stations, key=lambda s: s.at):
        alike = [k for k in kept if not k.itself and not one.itself and _first(one) == _first(k)]
        end = min((s.at for s in stations if s.at > one.at), default=sys.maxsize)
        if not alike or any(one.at <= i < end for i in places):
            kept.append(one)
    return kept


def _near(question: Question, station: Station, stations: Sequence[Station]) -> frozenset[int]:
    """The words from the part before to the part after; 'owners' are not only those who lead."""
    begin = max((max(s.tokens) + 1 for s in stations if s.at < station.at), default=0)
    end = min((s.at for s in stations if s.at > station.at), default=len(question.tokens))
    own = {
        i
        for i in station.tokens
        if question.words[i] in Language.english().whose and plural(question.tokens[i].text)
        if not i or question.words[i - 1] not in Language.english().asking
    }
    return (frozenset(range(min(begin, station.at), end)) | station.tokens) - own


def _first(station: Station) -> tuple[object, ...]:
    target = station.targets[0]
    return (target.cls, target.property, target.filters)


def _beginning(question: Question, asked: Asked) -> bool:
    """'When they speak of …, who …', 'I know where it is. Who …': what is told before the question."""
    later = [a for a in question.shape.asked if a.at > asked.at]
    if not later or asked.noun is not None or not asked.role:
        return False
    between = question.text[question.tokens[asked.at].start : question.tokens[later[0].at].start]
    told = "." in between and "?" not in between
    begins = asked.at == 0 and asked.role == "when" and len(question.words) > _BESIDE
    return told or (begins and question.words[1] not in Language.english().auxiliaries)


def _itself(question: Question, at: int) -> bool:
    """Whether 'what' is a part of a list, or what somebody is to do."""
    if (at and question.words[at - 1] in _DEEDS) or "done" in question.words[at : at + _BESIDE]:
        return True
    return at + 1 < len(question.tokens) and _joint(question, at + 1)


def _parts(question: Question) -> Iterator[Asked]:
    """The nouns and the words for roles, each as a part."""
    spots = [Asked(noun.start, "", noun, False, noun.tokens) for noun in question.links.nouns]
    taken = {i for s in spots for i in s.tokens}
    for role, tokens in question.shape.roles.items():
        spots += [Asked(i, role, None, False, frozenset({i})) for i in sorted(tokens) if i not in taken]
    taken |= {i for s in spots for i in s.tokens}
    whose = (i for i, w in enumerate(question.words) if w in Language.english().whose)
    spots += [Asked(i, "who", None, False, frozenset({i})) for i in whose if _apart(question, i)]
    taken |= {i for s in spots for i in s.tokens}
    spots += [_of_cue(prop, i) for i, prop in _alone(question) if i not in taken]
    yield from sorted(spots, key=lambda s: s.at)


def _of_cue(prop: str, at: int) -> Asked:
    noun = PropertyMention(at, at + 1, (PropertySense(prop),))
    return Asked(at, "", noun, False, noun.tokens)


def _alone(question: Question) -> Iterator[tuple[int, str]]:
    """'…: goal, timing': a word that points to a property and makes a part by itself."""
    for prop, spots in sorted(question.links.cues.items()):
        yield from ((at, prop) for at in sorted(spots) if _apart(question, at))


def _apart(question: Question, at: int) -> bool:
    """Whether a word makes a part of a list by itself."""
    begun = at and (_joint(question, at) or _begins(question, Asked(at)))
    return bool(begun) and (at == len(question.tokens) - 1 or _joint(question, at + 1))


def _alike(one: Asked, other: Asked) -> bool:
    """'Divisions and departments' are one part."""
    if one.noun is None or other.noun is None:
        return one.noun is other.noun and one.role == other.role
    return one.noun.senses == other.noun.senses


def _joined(question: Question, before: Asked, after: Asked) -> bool:
    """Whether two parts stand in one list: a comma or 'and' before the second, nothing that ends the list."""
    end = max(before.tokens)
    between = question.text[question.tokens[end].end : question.tokens[after.at].start]
    if after.at - end > _BESIDE or set(between) & set(_ENDS):
        return False
    joints = [i for i in range(end + 1, after.at + 1) if _joint(question, i)]
    small = Language.english().stopwords
    return bool(joints) and set(question.words[joints[-1] : after.at]) <= small


def _joint(question: Question, at: int) -> bool:
    """Whether a list goes on at a word."""
    gap = question.text[question.tokens[at - 1].end : question.tokens[at].start]
    return bool(set(gap) & set(_JOINS)) or question.words[at] == "and"


def _begins(question: Question, part: Asked) -> bool:
    """Whether a list begins at a part: at the beginning, or after a mark that ends what it is about."""
    at = part.at
    while at and question.words[at - 1] in OPENERS and not _joint(question, at):
        at -= 1
    gap = question.text[question.tokens[at - 1].end if at else 0 : question.tokens[at].start].strip()
    return not at or gap[-1:] in set(_MARKS)
