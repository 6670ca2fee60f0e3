"""Questions that lead over several relations, answered on the ways that start from what is named."""

from graph.ask.chains.answers import ChainAnswers
from graph.ask.chains.reader import Chains

__all__ = ["ChainAnswers", "Chains"]
