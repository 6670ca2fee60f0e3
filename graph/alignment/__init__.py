"""What is computed from the documents and stands apart from them: mentions of names, likely alignment."""

from graph.alignment.likely import likely_links
from graph.alignment.mentions import mentions

__all__ = ["likely_links", "mentions"]
