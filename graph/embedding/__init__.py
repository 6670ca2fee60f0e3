"""Texts as vectors: a sentence-transformers model, exported once and then run without torch."""
