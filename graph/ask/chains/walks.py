"""Walks from a named thing, step by step, and keeps the chains that the question's words pay for."""

from collections.abc import Sequence
from dataclasses import dataclass

from rdflib.term import Node

from graph.ask.chains.alignment import Alignment, Gains, Turn
from graph.ask.chains.relations import Relations
from graph.ask.chains.starts import Start
from graph.ask.chains.surroundings import Step, Surroundings

__all__ = ["Walk", "Walks"]

_STEPS = 3
_BEAM = 40
_SEEN = 3  # things whose kind says where a step leads
_PLACES = 60  # things at the end of a chain from which further steps are looked for


@dataclass(frozen=True)
class Walk:
    """A chain of steps from some things, with what it gains on the words."""

    start: Start
    steps: tuple[Step, ...]
    gain: float
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True)
class _State:
    steps: tuple[Step, ...]
    turns: tuple[Turn, ...]
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
        beam = [_State((), (), start.things, alignment.begin(), 0.0)]
        found: list[Walk] = []
        for _ in range(steps):
            grown = self._grown(beam, alignment)
            found.extend(Walk(start, s.steps, alignment.best(s.gains), s.turns) for s in grown)
            beam = sorted(grown, key=lambda s: (-s.hope, s.steps))[:_BEAM]
        return sorted(found, key=lambda w: (-w.gain, len(w.steps), w.steps))

    def _grown(self, beam: Sequence[_State], alignment: Alignment) -> list[_State]:
        ways: list[tuple[_State, Step, tuple[Node, ...], Turn]] = []
        for state in beam:
            for step in self.around.steps(state.places):
                if not (state.steps and self._back(state.steps[-1], step)):
                    places = self.around.beyond(state.places, step, _PLACES)
                    kinds = self.relations.kinds(places[:_SEEN])
                    ways.append((state, step, places, (step.property, kinds)))
        alignment.meet(turn for *_, turn in ways)
        grown = []
        for state, step, places, turn in ways:
            gains = alignment.extended(state.gains, turn, inverse=step.inverse, first=not state.steps)
            grown.append(
                _State((*state.steps, step), (*state.turns, turn), places, gains, alignment.hope(gains))
            )
        return grown

    def _back(self, one: Step, other: Step) -> bool:
        """Whether a step only takes back the one before it."""
        if one.property == other.property:
            return one.inverse != other.inverse
        return one.inverse == other.inverse and self.relations.opposed(one.property, other.property)
