"""Finds the one thing that a question with several parts is about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.ask.abstain import Abstention
from graph.ask.candidates import Candidates
from graph.ask.execute import Executor, Found
from graph.ask.question import Question
from graph.ask.reading import Reading, Target
from graph.ask.shape import Shape

__all__ = ["Pivots"]

_HINTED, _NUMBERED, _NAMED = 1.0, 1.0, 0.7  # a noun for it, its number, its name
_TRIED = 20
_POINTING = 0.4  # weight of a word that points to a property
_MOST = 3  # more things than that are not one thing that a question is about
_LEAST = 0.55  # score of a thing that is well described
_BEHIND = 0.35  # a pivot this far behind the best is not what was meant


@dataclass(frozen=True)
class Pivots:
    """Finds what the parts of a question are asked about."""

    candidates: Candidates
    executor: Executor
    abstention: Abstention

    def of(self, question: Question, taken: frozenset[int]) -> Iterator[Found]:
        """Yield what may be meant by all words but some, the likeliest first."""
        best: float | None = None
        for reading, left in self._readings(_without(question, taken))[:_TRIED]:
            if reading.score < (_LEAST if best is None else best - _BEHIND):
                return
            found = self.executor.run(reading)
            if 0 < len(found.rows) <= _MOST and self.abstention.misunderstood(left, found) is None:
                best = reading.score if best is None else best
                yield found

    def _readings(self, question: Question) -> list[tuple[Reading, Question]]:
        """What the words may mean, names taken as names or as words of a text, the likeliest first."""
        found: dict[object, tuple[Reading, Question]] = {}
        for left in (question, self._plain(question)):
            for cls, weight in self._classes(left).items():
                for reading in self.candidates.of_target(left, Target(cls, weight=weight)):
                    if any(c.things and not c.path for c in reading.conditions):
                        found.setdefault((cls, reading.conditions), (reading, left))
        return sorted(found.values(), key=lambda r: (-r[0].score, repr(r[0].conditions)))

    def _plain(self, question: Question) -> Question:
        """The question where only plans and numbers are names."""
        kept = [
            m
            for m in question.links.things
            if any(o.how == "number" or o.cls == self._holder for o in m.options)
        ]
        return replace(question, links=replace(question.links, things=tuple(kept)))

    @property
    def _holder(self) -> str | None:
        holder: str | None = self.candidates.targets.lexicon.settings.get("holder", {}).get("class")
        return holder

    def _classes(self, question: Question) -> dict[str, float]:
        """The kinds of thing that the question may be about, with how plainly it says so."""
        found = dict(self.candidates.topics.classes(question))
        index = self.candidates.topics.index
        for mention in question.links.things:
            for option in mention.options if not mention.quiet else ():
                own = _NUMBERED if option.how == "number" else _NAMED * mention.firm
                own -= 0.2 if option.cls in index.namelike else 0.0
                found[option.cls] = max(found.get(option.cls, 0.0), own)
        for noun in question.links.classes:
            for sense in noun.senses:
                found[sense.cls] = _HINTED
        return {cls: weight for cls, weight in found.items() if cls != self._holder}


def _without(question: Question, taken: frozenset[int]) -> Question:
    """The question as far as it says what it is about."""
    links = question.links
    cues = {p: left for p, spots in links.cues.items() if (left := spots - taken)}
    pointing = frozenset(i for spots in cues.values() for i in spots)  # they say how, not what
    weights = {i: min(w, _POINTING) if i in pointing else w for i, w in question.weights.items()}
    return replace(
        question,
        shape=Shape((), {}, {}),
        links=replace(
            links,
            classes=tuple(m for m in links.classes if not m.tokens & taken),
            properties=tuple(m for m in links.properties if not m.tokens & taken),
            cues=cues,
        ),
        weights={i: w for i, w in weights.items() if i not in taken},
        light=question.light | pointing,
    )
