"""Works out numbers that no plan states by itself: sums, differences, shares and averages."""

from graph.ask.reckoning.reckoning import Reckoning

__all__ = ["Reckoning"]
