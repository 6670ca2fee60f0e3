"""Texts as vectors: a sentence-transformers model, exported once and then run without torch."""

from graph.embedding.cache import VectorCache
from graph.embedding.embedder import Embedder, OnnxEmbedder, Vectors, open_embedder
from graph.embedding.match import check_model

__all__ = ["Embedder", "OnnxEmbedder", "VectorCache", "Vectors", "check_model", "open_embedder"]
