"""Aligns the words of a question with the steps of a chain: each step is paid for by words that say it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from graph.ask.chains.layout import Layout
from graph.ask.chains.relations import ROLE, Relations
from graph.ask.lexicon import load_data

__all__ = ["Alignment", "Costs", "Gains", "Turn"]

_SAID = 0.9  # support from which words are the name of a relation, and not only like it
Gains = NDArray[np.float32]
Turn = tuple[str, tuple[str, ...]]  # a relation, and the kinds of what it leads to


@dataclass(frozen=True, slots=True)
class Costs:
    """What speaks for and against a chain, in words of a question; `chain_weights.yaml` says what each is."""

    unsaid: float = 0.0
    step: float = 0.0
    across: float = 0.0
    split: float = 0.0
    inverse: float = 0.0
    seen_from: float = 0.0
    base: float = 0.0
    kind: float = 1.0
    role: float = 1.0

    @classmethod
    @cache
    def measured(cls) -> "Costs":
        """Return the weights that were measured."""
        return cls(**{name: float(value) for name, value in load_data("chain_weights.yaml").items()})


@dataclass
class Alignment:
    """Scores chains over one layout; what a relation gains on a stretch of words is reckoned once."""

    layout: Layout
    relations: Relations
    costs: Costs
    _gains: dict[Turn, Gains] = field(default_factory=dict)

    def meet(self, turns: Iterable[Turn]) -> None:
        """Reckon what some steps gain: by what they are called, and what kind of thing they reach."""
        fresh = {turn for turn in turns if turn not in self._gains}
        spans = [s for _, _, s in self.layout.spans]
        supports = self.relations.support(spans, {t for prop, kinds in fresh for t in (prop, *kinds)})
        for prop, kinds in sorted(fresh):
            support = supports[prop]
            for kind in kinds:
                worth = self.costs.role if kind.startswith(ROLE) else self.costs.kind
                support = np.maximum(support, worth * supports[kind])
            self._gains[prop, kinds] = self._reckoned(support)

    @property
    def weight(self) -> float:
        """What all words weigh together."""
        return sum(s.weight for s in self.layout.spots)

    def plain(self) -> "Alignment":
        """Return an alignment that reckons only what words say, and nothing against a chain."""
        return Alignment(self.layout, self.relations, Costs(kind=self.costs.kind, role=self.costs.role))

    def share(self, turns: Sequence[Turn]) -> float:
        """Return the share of the telling words that a chain says, as well as it says them."""
        told = sum(s.weight for s in self.layout.spots if not s.asks)
        self.meet(turns)
        state = self.begin()
        for turn in turns:
            state = self.extended(state, turn, inverse=False)
        return self.best(state) / told if told else 1.0

    def begin(self) -> Gains:
        """Return the state before the first step."""
        return np.zeros(len(self.layout.spots) + 1, np.float32)

    def extended(self, state: Gains, turn: Turn, *, inverse: bool, first: bool = False) -> Gains:
        """Return, for each number of words used, the best that a chain with one more step gains."""
        reached: Gains = (state[:, None] + self._gains[turn]).max(axis=0)
        return reached - self._against(inverse=inverse, first=first)

    def _against(self, *, inverse: bool, first: bool) -> float:
        """What the direction of a step costs: 'whose father is NAME' asks against the relation."""
        if first and self.layout.whose:
            return 0.0 if inverse else self.costs.inverse
        if not inverse:
            return 0.0
        return self.costs.inverse if self.layout.owned else self.costs.seen_from

    def best(self, state: Gains) -> float:
        """Return what a chain gains that may leave the last words unused."""
        return float(state.max())

    def hope(self, state: Gains) -> float:
        """Return what further steps could gain at most."""
        weights = np.array([s.weight for s in self.layout.spots], np.float32)
        rest = np.concatenate([np.cumsum(weights[::-1])[::-1], [0.0]])
        return float((state + 0.7 * rest).max())

    def _reckoned(self, supports: NDArray[np.float32]) -> Gains:
        """The gain of one step on the words from each place to each later one."""
        size = len(self.layout.spots)
        spots, costs = self.layout.spots, self.costs
        ending: list[list[tuple[int, float]]] = [[] for _ in range(size + 1)]
        for (start, end, _), support in zip(self.layout.spans, supports, strict=True):
            base = 0.0 if spots[start].asks else costs.base
            worth = base + (1 - base) * float(support)
            crossed = support < _SAID and self._apart(start, end)
            gain = worth * sum(s.weight for s in spots[start:end]) - (costs.across if crossed else 0.0)
            if gain > 0:
                ending[end].append((start, gain))
        gains = np.full((size + 1, size + 1), -np.inf, np.float32)
        for begin in range(size + 1):
            split = costs.split if 0 < begin < size and self.layout.tight[begin] else 0.0
            best = [0.0] * (size + 1)  # at least nothing, if all words are passed over
            used = [False] * (size + 1)
            gains[begin, begin] = -costs.unsaid - costs.step
            for end in range(begin + 1, size + 1):
                best[end], used[end] = best[end - 1], used[end - 1]
                for start, gain in ending[end]:
                    if start < begin:
                        continue
                    crossed = costs.across if used[start] and self._crossed(start, begin) else 0.0
                    value = best[start] + gain - crossed
                    if value > best[end]:
                        best[end], used[end] = value, True
                gains[begin, end] = best[end] - split - costs.step - (0.0 if used[end] else costs.unsaid)
        return gains

    def _apart(self, start: int, end: int) -> bool:
        """Whether words belong to different phrases: 'of' stands between them, or a verb follows a noun."""
        verbs = [s.verb for s in self.layout.spots[start:end]]
        return any(self.layout.strong[start + 1 : end]) or (any(verbs) and not all(verbs))

    def _crossed(self, start: int, begin: int) -> bool:
        return start > begin and self.layout.strong[start]
