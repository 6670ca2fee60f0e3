"""Judges how likely a quotation answers: a logistic sum of its figures, with weights that were measured."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.ask.lexicon import load_data
from graph.ask.quotes.features import NAMES

__all__ = ["Judge"]


@dataclass(frozen=True)
class Judge:
    """Weights by the names of figures, and how sure a quotation must be.

    `firm` is how sure it must be to stand before a typed answer, and `loose` the share of the words
    from which a typed answer stands in any case.
    """

    weights: Mapping[str, float]
    bias: float
    enough: float
    firm: float
    loose: float

    @classmethod
    @cache
    def measured(cls) -> "Judge":
        """Return the weights of `quotes.yaml`, which says how they were measured."""
        data = load_data("quotes/quotes.yaml")
        weights = {k: float(v) for k, v in data["weights"].items()}
        sure = [float(data[name]) for name in ("bias", "enough", "firm", "loose")]
        return cls({n: weights[n] for n in NAMES}, *sure)

    def sure(self, figures: Sequence[float]) -> float:
        """Return how likely a quotation with these figures answers, from 0 to 1."""
        total = self.bias + sum(w * f for w, f in zip(self.weights.values(), figures, strict=True))
        return 1 / (1 + math.exp(-total))
