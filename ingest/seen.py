"""Stretches and parts of a document as readers see them: with what was read, and what is quoted."""

from dataclasses import dataclass
from typing import Any

from ingest.highlights import Thing

__all__ = ["SeenPart", "SeenPiece"]


@dataclass(frozen=True, slots=True)
class SeenPiece:
    """A stretch of text with what was read of it, and whether it is what the citation quotes."""

    text: str
    thing: Thing | None = None
    unread: int = 0
    opens: bool = False
    quoted: bool = False

    @property
    def speaks(self) -> bool:
        """Whether there is a letter or figure in it, and not only blanks and commas."""
        return any(letter.isalnum() for letter in self.text)

    def as_json(self) -> dict[str, Any]:
        """Return the piece as a JSON object; what was not read has its region's number."""
        thing = self.thing
        return {
            "text": self.text,
            "read_as": None if thing is None else thing.kind,
            "number": thing.number or None if thing else None,
            "name": thing.label or None if thing else None,
            "says": thing.says or None if thing else None,
            "unread": self.unread or None,
            "quoted": self.quoted,
        }


@dataclass(frozen=True, slots=True)
class SeenPart:
    """One line, page or cell; `cited` where the citation names it, `cut` where not all of it is shown."""

    place: str
    pieces: tuple[SeenPiece, ...]
    cited: bool = False
    cut: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the part as a JSON object."""
        pieces = [piece.as_json() for piece in self.pieces]
        return {"place": self.place, "cited": self.cited, "cut": self.cut, "pieces": pieces}
