"""On what ground an answer holds: said by a document, said of a whole section, or only computed."""

from dataclasses import dataclass, replace

from graph.model import Basis

__all__ = ["Ground", "weaker", "weakness"]

_WEAKNESS: dict[Basis, int] = {"stated": 0, "section": 1, "inferred": 2, "passage": 3}


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground, how sure it is, whether it is said of something only proposed, and the link that says it."""

    basis: Basis = "stated"
    confidence: float = 1.0
    proposed: bool = False
    link: str | None = None

    @property
    def rank(self) -> tuple[int, float, bool]:
        """What is better comes first."""
        return (weakness(self.basis), -self.confidence, self.proposed)


def weakness(basis: Basis) -> int:
    """Return how weak a ground is, from 0 for what a document states."""
    return _WEAKNESS[basis]


def weaker(one: Ground, other: Ground) -> Ground:
    """Return the ground of what rests on both.

    >>> weaker(Ground("stated", 0.9), Ground("inferred", 0.3, proposed=True))
    Ground(basis='inferred', confidence=0.3, proposed=True, link=None)
    """
    weakest = other if weakness(other.basis) > weakness(one.basis) else one
    return replace(
        weakest,
        confidence=min(one.confidence, other.confidence),
        proposed=one.proposed or other.proposed,
        link=weakest.link or one.link or other.link,
    )
