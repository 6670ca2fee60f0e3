"""Quotes the sentence, cell or list of the documents that answers, where no typed fact does."""

from graph.ask.quotes.search import PassageSearch

__all__ = ["PassageSearch"]
