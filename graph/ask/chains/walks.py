"""Walks from a named thing, step by step, and keeps the chains that the question's words pay for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib.term import Node

from graph.ask.chains.alignment import Alignment, Gains
from graph.ask.chains.relations import Relations
from graph.ask.chains.starts import Start
from graph.ask.chains.surroundings import Step, Surroundings

__all__ = ["Walk", "Walks"]

_STEPS = 3
_BEAM = 40
_PLACES = 60  # things at the end of a chain from which further steps are looked for


@dataclass(frozen=True)
class Walk:
    """A chain of steps from some things, with what it gains on the words."""

    start: Start
    steps: tuple[Step, ...]
    gain: float


@dataclass(frozen=True)
class _State:
    steps: tuple[Step, ...]
    places: tuple[Node, ...]
    gains: Gains
    hope: float


@dataclass(frozen=True)
class Walks:
    """Finds chains."""

    around: Surroundings
    relations: Relations

    def of(self, start: Start, alignment: Alignment, steps: int = _STEPS) -> list[Walk]:
        """Return the chains from a start, best first."""
        beam = [_State((), start.things, alignment.begin(), 0.0)]
        found: list[Walk] = []
        for _ in range(steps):
            ahead = [sorted(self.around.steps(state.places)) for state in beam]
            alignment.meet(step.property for steps in ahead for step in steps)
            grown = [
                new
                for state, steps in zip(beam, ahead, strict=True)
                for new in self._grown(state, steps, alignment)
            ]
            found.extend(Walk(start, s.steps, alignment.best(s.gains)) for s in grown)
            beam = sorted(grown, key=lambda s: (-s.hope, s.steps))[:_BEAM]
        return sorted(found, key=lambda w: (-w.gain, len(w.steps), w.steps))

    def _grown(self, state: _State, steps: Sequence[Step], alignment: Alignment) -> Iterator[_State]:
        for step in steps:
            if state.steps and self._back(state.steps[-1], step):
                continue
            gains = alignment.extended(state.gains, step.property, inverse=step.inverse)
            places = self.around.beyond(state.places, step, _PLACES)
            yield _State((*state.steps, step), places, gains, alignment.hope(gains))

    def _back(self, one: Step, other: Step) -> bool:
        """Whether a step only takes back the one before it."""
        if one.property == other.property:
            return one.inverse != other.inverse
        return one.inverse == other.inverse and self.relations.opposed(one.property, other.property)
