"""The stations that a question with several parts asks for: "which goal, who, and when"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.ask.lexicon import Language
from graph.ask.mentions import PropertyMention
from graph.ask.paths import Paths
from graph.ask.question import Question
from graph.ask.reading import Target
from graph.ask.shape import Asked
from graph.ask.targets import Targets
from graph.ask.vocabulary import PropertySense

__all__ = ["Station", "Stations"]

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


@dataclass(frozen=True)
class Stations:
    """Reads the parts of a question."""

    targets: Targets
    paths: Paths

    def of(self, question: Question) -> list[Station]:
        """Return the parts in their order, the thing itself among them where it is asked for."""
        asked = list(question.shape.asked)
        if len(asked) < 2:
            listed = list(self._listed(question))
            own = not asked or (listed and self._own(question, asked[0], listed[0]))
            asked = listed if own and len(listed) > 1 else asked
        stations = [s for a in asked if (s := self._station(question, a)).targets]
        return sorted([*stations, *self._itself(question, stations)], key=lambda s: s.at)

    def _own(self, question: Question, asked: Asked, first: Asked) -> bool:
        """Whether a list is what is asked, and not what the question is about."""
        return asked.at <= first.at <= asked.at + _NOUN or _begins(question, first)

    def framed(self, question: Question) -> bool:
        """Say whether the question is asked in a way that describes a text, such as 'what happens if'."""
        return any(t.match or t.strict for t in self.targets.framed(question.words))

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
        found = tuple(self.targets.of_asked(asked, question.shape, question.links))
        tokens = frozenset(i for t in found for i in t.tokens) | asked.tokens
        return Station(asked.at, found, tokens)

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
    spots += [_of_cue(prop, i) for i, prop in _alone(question) if i not in taken]
    yield from sorted(spots, key=lambda s: s.at)


def _of_cue(prop: str, at: int) -> Asked:
    noun = PropertyMention(at, at + 1, (PropertySense(prop),))
    return Asked(at, "", noun, False, noun.tokens)


def _alone(question: Question) -> Iterator[tuple[int, str]]:
    """'…: goal, owner, timing': a word that points to a property and makes a part by itself."""
    last = len(question.tokens) - 1
    for prop, spots in sorted(question.links.cues.items()):
        for at in sorted(spots):
            if at and _joint(question, at) and (at == last or _joint(question, at + 1)):
                yield at, prop


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
    before = question.text[: question.tokens[part.at].start].rstrip()
    return not before or before[-1] in _MARKS
